//! `ledger.json`: every figure of a build, one a line, for people who search it and programs that read it.
//!
//! `numerate schema ledger` is its contract. It has for every page its figures in reading order: what a reader gets, what
//! it says, which stat it is, where that stands in its source, where the figure stands in the page, and how it was verified; then
//! the stats and sources that the pages rest on, each with its evidence. The pages that show the ledger to people are not in it.

mod book;
mod grounds;

use super::Leaf;
use crate::model::body::Origin;
use crate::model::{Amount, Hedge, Kind, StatId, Unit};
use crate::verify::{Verified, VerifiedFigure};
use grounds::{CellEntry, Ground};
use serde::Serialize;
use std::fmt::Write;

pub(super) use book::{Book, Piece};
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

fn text<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("entries have only string keys")
}

fn line(verified: &Verified, figure: &VerifiedFigure, grounds: &Grounds<'_>) -> String {
    let entry = verified.entry(figure);
    let (stat, literal) = match &entry.origin {
        Origin::Stat(id) => (Some(id), None),
        Origin::Literal(id) => (None, Some(&**id)),
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
