//! A ledger that is written while the documents are made: their entries in order, then what they rest on.
//!
//! In: entries, new ones as text and known ones as stretches of the old ledger. Out: the new ledger, or that it would be the old one.
//! Stretches are copied by the system, never through this program, and nothing is written as long as all is as it was.

use super::super::memory::Span;
use super::{Grounds, Named, VERSION, text};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

/// A ledger that is being written.
#[derive(Debug)]
pub struct Book {
    path: PathBuf,
    old: Option<File>,
    new: Option<BufWriter<File>>,
    /// The stretch of the old ledger that comes next in the new one and has not been copied yet.
    next: Range<u64>,
    /// How long the new ledger is.
    at: u64,
    entries: usize,
    named: Named,
}

/// An entry.
#[derive(Debug)]
pub enum Piece<'a> {
    /// One that was not there before.
    New(&'a [u8]),
    /// One that stands in the old ledger.
    Old(Span),
}

impl Book {
    /// Begins a ledger at that path, where a file may lie that it takes the place of; `old` is one that is known to be as it was written.
    pub fn begin(path: PathBuf, old: Option<File>) -> io::Result<Self> {
        let head = format!("{{\n  \"version\": {VERSION},\n  \"documents\": [");
        let length = head.len() as u64;
        let mut begins = vec![0; head.len()];
        let is_begun = |old: &File| old.read_exact_at(&mut begins, 0).is_ok() && begins == head.as_bytes();
        let next = if old.as_ref().is_some_and(is_begun) { 0..length } else { 0..0 };
        let mut book = Self { path, old, new: None, next, at: length, entries: 0, named: Named::default() };
        if book.next.is_empty() {
            book.write(&head)?;
        }
        Ok(book)
    }

    /// Adds the entry of the next document, and what its figures name; where the entry stands.
    pub fn add(&mut self, piece: &Piece<'_>, named: Named) -> io::Result<u64> {
        let between = if self.entries == 0 { "\n    " } else { ",\n    " };
        self.entries += 1;
        self.named.append(named);
        self.at += between.len() as u64;
        let at = self.at;
        match piece {
            Piece::New(entry) => {
                self.write(between)?;
                self.write(entry)?;
                self.at += entry.len() as u64;
            }
            Piece::Old(span) => {
                let end = span.at + span.length as u64;
                // Where the one before it stands before it in the old ledger, too, so does what is between them.
                if self.next.is_empty() || self.next.end + between.len() as u64 != span.at {
                    self.write(between)?;
                    self.next = span.at..span.at;
                }
                self.next.end = end;
                self.at += span.length as u64;
            }
        }
        Ok(at)
    }

    /// Adds the stats and sources, and ends the ledger; where they stand and how long they are.
    pub fn end(mut self, grounds: &Grounds<'_>) -> io::Result<(u64, u64)> {
        grounds.close(&mut self.named);
        self.write("")?;
        let Named { stats, sources } = &self.named;
        let mut out = Counted { out: self.new.as_mut().expect("something was written"), bytes: 0 };
        write!(out, "\n  ],\n  \"stats\": {{")?;
        members(&mut out, stats.iter().filter_map(|id| Some((id.as_str(), text(&grounds.stat(id)?)))))?;
        write!(out, "}},\n  \"sources\": {{")?;
        members(&mut out, sources.iter().filter_map(|id| Some((id.as_str(), text(&grounds.source(id)?)))))?;
        write!(out, "}}\n}}\n")?;
        out.flush()?;
        Ok((self.at, out.bytes))
    }

    /// Ends the ledger with what the old one has from there on; where that stands now, and nothing if the new ledger is the old one, in
    /// which case there is no new file.
    pub fn end_with(mut self, end: Range<u64>) -> io::Result<(u64, Option<File>)> {
        if self.next.end == end.start && self.new.is_none() {
            return Ok((self.at, None));
        }
        self.write("")?;
        self.next = end;
        self.write("")?;
        let file = self.new.expect("something was written").into_inner().map_err(|error| error.into_error())?;
        Ok((self.at, Some(file)))
    }

    /// Writes a text after all that comes before it.
    fn write(&mut self, text: impl AsRef<[u8]>) -> io::Result<()> {
        let new = match &mut self.new {
            Some(new) => new,
            None => {
                // What lies there may be the old ledger under a second name.
                match fs::remove_file(&self.path) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
                self.new.insert(BufWriter::new(OpenOptions::new().write(true).create_new(true).open(&self.path)?))
            }
        };
        let next = std::mem::take(&mut self.next);
        if let (Some(old), false) = (&mut self.old, next.is_empty()) {
            new.flush()?;
            old.seek(SeekFrom::Start(next.start))?;
            let length = next.end - next.start;
            if io::copy(&mut (&*old).take(length), new.get_mut())? != length {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        new.write_all(text.as_ref())
    }
}

/// The members of an object, one a line.
fn members<'a>(out: &mut impl io::Write, members: impl Iterator<Item = (&'a str, String)>) -> io::Result<()> {
    let mut any = false;
    for (id, member) in members {
        write!(out, "{}\n    {}: {member}", if any { "," } else { "" }, text(id))?;
        any = true;
    }
    if any { write!(out, "\n  ") } else { Ok(()) }
}

/// Writes, and counts the bytes.
struct Counted<'a, W> {
    out: &'a mut W,
    bytes: u64,
}

impl<W: io::Write> io::Write for Counted<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
