//! `ledger.json`: every figure of a build, one a line, for people who search it and programs that read it.
//!
//! `numerate schema ledger` is its contract. It has for every page its figures in reading order: what a reader gets, what
//! it says, which stat it is, where that stands in its source, where the figure stands in the page, and how it was verified; then
//! the stats and sources that the pages rest on, each with its evidence. The pages that show the ledger to people are not in it.

mod book;
mod grounds;
mod object;

use super::Leaf;
use crate::model::body::Origin;
use crate::model::{Amount, StatId};
use crate::verify::{Verified, VerifiedFigure};
use grounds::Ground;
use object::Object;
use serde::Serialize;

pub(super) use book::{Book, Piece};
pub use grounds::{Grounds, Named};

/// The version of the format; it changes when a program that reads it would have to.
pub(super) const VERSION: u8 = 1;

/// About how many bytes the line of a figure has.
const LINE: usize = 512;

/// The entry of a document, without what stands between entries.
pub(super) fn entry(verified: &Verified, grounds: &Grounds<'_>) -> Vec<u8> {
    let mut entry = Vec::with_capacity(LINE * (verified.figures().len() + 1));
    write(&mut entry, &Leaf::of(verified).head);
    entry.pop().expect("an object ends with a brace");
    entry.extend(b",\"figures\":[");
    for (index, figure) in verified.figures().iter().enumerate() {
        entry.extend(if index == 0 { &b"\n      "[..] } else { b",\n      " });
        line(&mut entry, verified, figure, grounds);
    }
    entry.extend(if verified.figures().is_empty() { &b"]}"[..] } else { b"\n    ]}" });
    entry
}

fn write<T: Serialize + ?Sized>(to: &mut Vec<u8>, value: &T) {
    serde_json::to_writer(to, value).expect("entries have only string keys");
}

fn text<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("entries have only string keys")
}

/// The line of one figure.
fn line(to: &mut Vec<u8>, verified: &Verified, figure: &VerifiedFigure, grounds: &Grounds<'_>) {
    let entry = verified.entry(figure);
    let (stat, literal) = match &entry.origin {
        Origin::Stat(id) => (Some(id), None),
        Origin::Literal(id) => (None, Some(&**id)),
    };
    let Ground { cell, quote, evidence } = stat.and_then(|stat| grounds.ground(stat)).unwrap_or_default();
    let quantity = entry.quantity;
    let mut line = Object::begin(to);
    line.member("text", &figure.text);
    line.members(&quantity.map_or(Amount::Lost, |quantity| quantity.amount));
    line.member("kind", &quantity.map(|quantity| quantity.kind));
    line.member("unit", &quantity.and_then(|quantity| quantity.unit));
    line.member("hedge", &quantity.and_then(|quantity| quantity.hedge));
    line.member("stat", &stat.map(StatId::as_str));
    line.member("literal", &literal);
    line.member("sources", &entry.sources);
    line.member("cell", &cell);
    line.member("quote", &quote);
    line.member("message", entry.message.as_str());
    line.member("element", &Some(entry.element.as_str()).filter(|element| !element.is_empty()));
    line.member("page", &figure.page);
    line.member("construct", entry.construct);
    line.member("evidence", &evidence);
    line.member("verified", figure.proof.name());
    line.end();
}
