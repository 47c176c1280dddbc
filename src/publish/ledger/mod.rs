//! `ledger.json`: every figure of a build, one a line, for people who search it and programs that read it.
//!
//! `numerate schema ledger` is its contract. It has for every page its figures in reading order: what a reader gets, what
//! it says, which stat it is, where that stands in its source, where the figure stands in the page, and how it was verified; then
//! the stats and sources that the pages rest on, each with its evidence. The pages that show the ledger to people are not in it.

mod grounds;

use super::Leaf;
use crate::model::body::Origin;
use crate::model::{Amount, Hedge, Kind, StatId, Unit};
use crate::verify::{Verified, VerifiedFigure};
use grounds::{CellEntry, Ground};
use serde::Serialize;
use std::fmt::Write;
use std::io::{self, Write as _};

pub use grounds::{Grounds, Named};

/// The version of the format; it changes when a program that reads it would have to.
pub(super) const VERSION: u8 = 1;

/// One figure.
#[derive(Serialize)]
struct Entry<'a> {
    text: &'a str,
    #[serde(flatten)]
    amount: Amount,
    kind: Option<Kind>,
    unit: Option<Unit>,
    hedge: Option<Hedge>,
    stat: Option<&'a str>,
    literal: Option<&'a str>,
    sources: Vec<&'a str>,
    cell: Option<CellEntry<'a>>,
    quote: Option<&'a str>,
    message: &'a str,
    element: Option<&'a str>,
    page: Option<usize>,
    construct: &'a str,
    evidence: Vec<&'static str>,
    verified: &'static str,
}

/// The entry of a document, without what stands between entries.
pub(super) fn entry(verified: &Verified, grounds: &Grounds<'_>) -> String {
    let head = text(&Leaf::of(verified).head);
    let mut entry = head.strip_suffix('}').expect("an object ends so").to_owned();
    entry.push_str(",\"figures\":[");
    for (index, figure) in verified.figures().iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(entry, "{comma}\n      {}", line(verified, figure, grounds)).expect("a string takes all");
    }
    entry.push_str(if verified.figures().is_empty() { "]}" } else { "\n    ]}" });
    entry
}

/// A ledger that is written while the documents are made: their entries in order, then what they rest on.
#[derive(Debug)]
pub(super) struct Book<W: io::Write> {
    out: W,
    /// How many bytes have been written.
    at: u64,
    entries: usize,
    named: Named,
}

impl<W: io::Write> Book<W> {
    /// Begins a ledger.
    pub fn begin(mut out: W) -> io::Result<Self> {
        let head = format!("{{\n  \"version\": {VERSION},\n  \"documents\": [");
        out.write_all(head.as_bytes())?;
        Ok(Self { out, at: head.len() as u64, entries: 0, named: Named::default() })
    }

    /// Adds the entry of the next document, and what its figures name; where the entry stands.
    pub fn add(&mut self, entry: &str, named: Named) -> io::Result<u64> {
        let between = if self.entries == 0 { "\n    " } else { ",\n    " };
        self.entries += 1;
        self.named.append(named);
        let at = self.at + between.len() as u64;
        self.at = at + entry.len() as u64;
        self.out.write_all(between.as_bytes())?;
        self.out.write_all(entry.as_bytes())?;
        Ok(at)
    }

    /// Adds the stats and sources, and ends the ledger; how long that is.
    pub fn end(mut self, grounds: &Grounds<'_>) -> io::Result<(u64, u64)> {
        grounds.close(&mut self.named);
        let Named { stats, sources } = &self.named;
        let mut out = Counted { out: &mut self.out, bytes: 0 };
        write!(out, "\n  ],\n  \"stats\": {{")?;
        members(&mut out, stats.iter().filter_map(|id| Some((id.as_str(), text(&grounds.stat(id)?)))))?;
        write!(out, "}},\n  \"sources\": {{")?;
        members(&mut out, sources.iter().filter_map(|id| Some((id.as_str(), text(&grounds.source(id)?)))))?;
        write!(out, "}}\n}}\n")?;
        out.flush()?;
        Ok((self.at, out.bytes))
    }

    /// Ends the ledger with what another had there.
    pub fn end_with(mut self, mut end: impl io::Read) -> io::Result<(u64, u64)> {
        let bytes = io::copy(&mut end, &mut self.out)?;
        self.out.flush()?;
        Ok((self.at, bytes))
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

fn text<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("entries have only string keys")
}

fn line(verified: &Verified, figure: &VerifiedFigure, grounds: &Grounds<'_>) -> String {
    let entry = verified.entry(figure);
    let (stat, literal) = match &entry.origin {
        Origin::Stat(id) => (Some(id), None),
        Origin::Literal(id) => (None, Some(id.as_str())),
    };
    let Ground { cell, quote, evidence } = stat.and_then(|stat| grounds.ground(stat)).unwrap_or_default();
    let quantity = entry.quantity;
    text(&Entry {
        text: &figure.text,
        amount: quantity.map_or(Amount::Lost, |quantity| quantity.amount),
        kind: quantity.map(|quantity| quantity.kind),
        unit: quantity.and_then(|quantity| quantity.unit),
        hedge: quantity.and_then(|quantity| quantity.hedge),
        stat: stat.map(StatId::as_str),
        literal,
        sources: entry.sources.iter().map(|source| source.as_str()).collect(),
        cell,
        quote,
        message: entry.message.as_str(),
        element: Some(entry.element.as_str()).filter(|element| !element.is_empty()),
        page: figure.page,
        construct: entry.construct,
        evidence,
        verified: figure.proof.name(),
    })
}
