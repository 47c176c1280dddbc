//! A `ledger.json` as it was published, read again a page at a time: that of ten thousand articles would fill the memory.
//!
//! In: its file, or its text. Out: where each page stands in it, and the stats and sources behind them. A build writes a page from a line
//! of its own on and a figure a line; a ledger in another form (indented by another program) is brought into this one first, in
//! memory. What can go wrong: it cannot be read, is no ledger, or one of another version.

use super::page::Stat;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// The version that is read.
const VERSION: u64 = 1;

/// How much of a file is read at a time.
const BLOCK: usize = 1 << 18;

/// A published ledger.
#[derive(Debug)]
pub struct Ledger {
    text: Text,
    /// Where its pages stand, in bytes.
    pub(super) pages: BTreeMap<Key, Range<u64>>,
    pub(super) grounds: Grounds,
}

/// What a page is known by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct Key {
    article: String,
    locale: String,
    format: String,
}

/// What figures rest on, by id.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Grounds {
    pub sources: BTreeMap<String, Value>,
    pub stats: BTreeMap<String, Stat>,
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
        match index(&mut BufReader::with_capacity(BLOCK, &file))? {
            Some((pages, grounds)) => Ok(Self { text: Text::File(file), pages, grounds }),
            None => Self::read(File::open(path).map_err(unreadable)?),
        }
    }

    /// Reads a text.
    ///
    /// # Errors
    /// What is wrong with it, in a line.
    pub fn read(mut from: impl Read) -> Result<Self, String> {
        let mut text = Vec::new();
        from.read_to_end(&mut text).map_err(unreadable)?;
        let mut found = index(&mut text.as_slice())?;
        if found.is_none() {
            text = formed(&text)?;
            found = index(&mut text.as_slice())?;
        }
        let (pages, grounds) = found.ok_or("is no ledger: a document of it lacks its article, locale or format")?;
        Ok(Self { text: Text::Kept(text), pages, grounds })
    }

    /// The text of a page.
    pub(super) fn text(&self, at: &Range<u64>) -> Result<Vec<u8>, String> {
        let to = |place: u64| usize::try_from(place).expect("what was read has room");
        match &self.text {
            Text::Kept(text) => Ok(text[to(at.start)..to(at.end)].to_vec()),
            Text::File(file) => {
                let mut text = vec![0; to(at.end - at.start)];
                file.read_exact_at(&mut text, at.start).map_err(unreadable)?;
                Ok(text)
            }
        }
    }
}

/// A page, from its text.
pub(super) fn page<'a, T: Deserialize<'a>>(text: &'a [u8]) -> Result<T, String> {
    serde_json::from_slice(text).map_err(not_a_ledger)
}

/// What is found in a ledger: its pages, and what they rest on.
type Index = (BTreeMap<Key, Range<u64>>, Grounds);

/// Goes through a ledger in the form in which builds write it; nothing if it has another.
fn index(from: &mut impl BufRead) -> Result<Option<Index>, String> {
    let mut line = Vec::new();
    let mut next = |line: &mut Vec<u8>| {
        line.clear();
        from.read_until(b'\n', line).map(|length| length as u64).map_err(unreadable)
    };
    let mut at = 0;
    let mut version = None;
    for (begin, end) in HEAD {
        at += next(&mut line)?;
        let Some(between) = line.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end)) else { return Ok(None) };
        version = version.or_else(|| std::str::from_utf8(between).ok()?.parse().ok());
    }
    let Some(version) = version else { return Ok(None) };
    known(version)?;
    let (mut pages, mut open) = (BTreeMap::new(), None::<(Key, Range<u64>)>);
    loop {
        let (start, length) = (at, next(&mut line)?);
        at += length;
        let end = start + own(&line).len() as u64;
        let (is_page, is_end) = (line.starts_with(b"    {"), line.starts_with(b"  ]"));
        if is_page || is_end {
            pages.extend(open.take());
        }
        match &mut open {
            _ if is_end => break,
            _ if is_page => open = key(own(&line)).map(|key| (key, start..end)),
            Some((_, page)) if length > 0 => page.end = end,
            _ => return Ok(None),
        }
    }
    let mut rest = b"{".to_vec();
    from.read_to_end(&mut rest).map_err(unreadable)?;
    Ok(Some((pages, serde_json::from_slice(&rest).map_err(not_a_ledger)?)))
}

/// The lines before the pages: what stands in each before and behind the version.
const HEAD: [(&[u8], &[u8]); 3] = [(b"{", b"\n"), (b"  \"version\": ", b",\n"), (b"  \"documents\": [", b"\n")];

/// A line without what parts it from the next.
fn own(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b",").unwrap_or(line)
}

/// What a page is known by, from its first line.
fn key(line: &[u8]) -> Option<Key> {
    serde_json::from_slice(line).or_else(|_| serde_json::from_slice(&[line, b"]}"].concat())).ok()
}

/// A ledger of another form in that of builds.
fn formed(text: &[u8]) -> Result<Vec<u8>, String> {
    #[derive(Deserialize)]
    struct Parts {
        version: u64,
        documents: Vec<Value>,
        #[serde(default)]
        stats: Map<String, Value>,
        #[serde(default)]
        sources: Map<String, Value>,
    }
    let Parts { version, documents, stats, sources } = serde_json::from_slice(text).map_err(not_a_ledger)?;
    let lines: Vec<_> = documents.iter().map(|page| format!("    {page}")).collect();
    let (stats, sources) = (Value::Object(stats), Value::Object(sources));
    let (head, lines) = (format!("{{\n  \"version\": {version},\n  \"documents\": ["), lines.join(",\n"));
    Ok(format!("{head}\n{lines}\n  ],\n  \"stats\": {stats},\n  \"sources\": {sources}\n}}\n").into_bytes())
}

fn known(version: u64) -> Result<(), String> {
    let unknown = || format!("is a ledger of version {version}, and only version {VERSION} is known");
    (version == VERSION).then_some(()).ok_or_else(unknown)
}

fn unreadable(error: io::Error) -> String {
    format!("cannot be read: {error}")
}

fn not_a_ledger(error: serde_json::Error) -> String {
    format!("is no ledger: {error}")
}
