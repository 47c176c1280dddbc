//! A `ledger.json` as it was published, read again a page at a time: that of ten thousand articles would fill the memory.
//!
//! In: its file, or its text. Out: where each page stands in it, and behind the pages what they rest on (`grounds`). A build begins a
//! page with a line of its own, and writes a figure, a stat or a source a line; a ledger in another form (indented by another
//! program) is brought into this one first, in memory. What can go wrong: it cannot be read, is no ledger, or one of another version.

use super::grounds::Grounds;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// The version that is read.
const VERSION: u64 = 1;

/// How much is read at a time, in bytes.
const BLOCK: usize = 1 << 18;

/// A published ledger.
#[derive(Debug)]
pub struct Ledger {
    text: Text,
    /// Where its pages stand, in bytes.
    pub(super) pages: BTreeMap<Key, Range<u64>>,
    /// Where stands what they rest on.
    rest: u64,
}

/// What a page is known by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Key {
    article: String,
    locale: String,
    format: String,
}

#[derive(Debug)]
enum Text {
    Kept(Vec<u8>),
    File(File),
}

impl Ledger {
    /// Opens a file.
    ///
    /// # Errors
    /// What is wrong with it, in a line.
    pub fn open(path: &Path) -> Result<Self, String> {
        let file = File::open(path).map_err(unreadable)?;
        // What is no file, such as a pipe, can be read once.
        if !file.metadata().is_ok_and(|metadata| metadata.is_file()) {
            return Self::read(file);
        }
        // One of another form is read again, and what is wrong with it is said then.
        let text = Text::File(file);
        match found(&text) {
            Ok((pages, rest)) => Ok(Self { text, pages, rest }),
            Err(_) => Self::read(File::open(path).map_err(unreadable)?),
        }
    }

    /// Reads a text.
    ///
    /// # Errors
    /// What is wrong with it, in a line.
    pub fn read(mut from: impl Read) -> Result<Self, String> {
        let mut text = Vec::new();
        from.read_to_end(&mut text).map_err(unreadable)?;
        let mut text = Text::Kept(text);
        let (pages, rest) = match (found(&text), &text) {
            (Err(_), Text::Kept(other)) => {
                text = Text::Kept(form(other)?);
                found(&text)?
            }
            (found, _) => found?,
        };
        Ok(Self { text, pages, rest })
    }

    /// What the pages rest on.
    pub(super) fn grounds(&self) -> Grounds<'_> {
        Grounds::new(Lines::of(&self.text, self.rest))
    }

    /// The text of a page.
    pub(super) fn text(&self, at: &Range<u64>) -> Result<Vec<u8>, String> {
        let length = usize::try_from(at.end - at.start).expect("a page has room");
        let mut text = vec![0; length];
        Part { text: &self.text, at: at.start }.read_exact(&mut text).map_err(unreadable)?;
        Ok(text)
    }
}

/// A text from a place on.
struct Part<'a> {
    text: &'a Text,
    at: u64,
}

impl Read for Part<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let length = match self.text {
            Text::Kept(text) => (&text[usize::try_from(self.at).expect("it has room")..]).read(to)?,
            Text::File(file) => file.read_at(to, self.at)?,
        };
        self.at += length as u64;
        Ok(length)
    }
}

/// The lines of a text.
pub(super) struct Lines<'a> {
    from: BufReader<Part<'a>>,
    line: Vec<u8>,
    /// Where the next one stands.
    at: u64,
}

impl<'a> Lines<'a> {
    fn of(text: &'a Text, at: u64) -> Self {
        Self { from: BufReader::with_capacity(BLOCK, Part { text, at }), line: Vec::new(), at }
    }

    /// The next line, without what parts it from the one after it; empty at the end.
    pub fn next(&mut self) -> Result<&[u8], String> {
        self.line.clear();
        self.at += self.from.read_until(b'\n', &mut self.line).map_err(unreadable)? as u64;
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        Ok(line.strip_suffix(b",").unwrap_or(line))
    }

    /// That a line is not as builds write it.
    pub fn wrong(&self) -> String {
        format!("is no ledger: before byte {} it is not as builds write it", self.at)
    }
}

/// Goes through a ledger in the form in which builds write it: where its pages stand, and what is behind them.
fn found(text: &Text) -> Result<(BTreeMap<Key, Range<u64>>, u64), String> {
    let mut lines = Lines::of(text, 0);
    let pages = pages(&mut lines)?;
    let rest = lines.at;
    let mut grounds = Grounds::new(lines);
    while grounds.next()?.is_some() {}
    Ok((pages, rest))
}

fn pages(lines: &mut Lines<'_>) -> Result<BTreeMap<Key, Range<u64>>, String> {
    let is_begun = lines.next()? == b"{";
    let version =
        lines.next()?.strip_prefix(b"  \"version\": ").and_then(|text| std::str::from_utf8(text).ok()?.parse().ok());
    if version.is_some_and(|version: u64| version != VERSION) {
        return Err(format!("is a ledger of version {}, and only version {VERSION} is known", version.unwrap_or_default()));
    }
    if !is_begun || version.is_none() || lines.next()? != b"  \"documents\": [" {
        return Err(lines.wrong());
    }
    let (mut pages, mut open) = (BTreeMap::new(), None::<(Key, Range<u64>)>);
    loop {
        let start = lines.at;
        let line = lines.next()?;
        let end = start + line.len() as u64;
        match &mut open {
            _ if line.starts_with(b"    {") => {
                let Some(key) = key(line) else { return Err(lines.wrong()) };
                pages.extend(open.replace((key, start..end)));
            }
            _ if line == b"  ]" => {
                pages.extend(open);
                return Ok(pages);
            }
            Some((_, page)) if !line.is_empty() => page.end = end,
            _ => return Err(lines.wrong()),
        }
    }
}

/// What a page is known by, from its first line.
fn key(line: &[u8]) -> Option<Key> {
    serde_json::from_slice(line).or_else(|_| serde_json::from_slice(&[line, b"]}"].concat())).ok()
}

/// A ledger of another form in that of builds.
fn form(text: &[u8]) -> Result<Vec<u8>, String> {
    #[derive(Deserialize)]
    struct Parts {
        version: u64,
        documents: Vec<Value>,
        #[serde(default)]
        stats: BTreeMap<String, Value>,
        #[serde(default)]
        sources: BTreeMap<String, Value>,
    }
    let Parts { version, documents, stats, sources } = parsed(text)?;
    let documents: Vec<_> = documents.iter().map(|document| format!("    {document},\n")).collect();
    let lines = |grounds: BTreeMap<String, Value>| -> String {
        grounds.into_iter().map(|(id, ground)| format!("    {}: {ground},\n", Value::String(id))).collect()
    };
    let head = format!("{{\n  \"version\": {version},\n  \"documents\": [\n{}  ],\n", documents.concat());
    let rest = format!("  \"stats\": {{\n{}  }},\n  \"sources\": {{\n{}  }}\n}}\n", lines(stats), lines(sources));
    Ok((head + &rest).into_bytes())
}

/// A part of a ledger, from its text.
pub(super) fn parsed<'a, T: Deserialize<'a>>(text: &'a [u8]) -> Result<T, String> {
    serde_json::from_slice(text).map_err(|error| format!("is no ledger: {error}"))
}

fn unreadable(error: io::Error) -> String {
    format!("cannot be read: {error}")
}
