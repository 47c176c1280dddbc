//! `ledger.json`: every figure of a build, one a line, for people who search it and programs that read it.
//!
//! `numerate schema ledger` is its contract. It has the sources and stats that the pages rest on, each with its evidence, and for
//! every page its figures in reading order: what a reader gets, what it says, which stat it is, where that stands in its source,
//! where the figure stands in the page, and how it was verified. The pages that show the ledger to people are not in it.

mod grounds;

use super::Site;
use crate::model::body::Origin;
use crate::model::{Amount, Hedge, Kind, LocaleTag, Unit};
use crate::verify::{Verified, VerifiedFigure};
use grounds::{CellEntry, Grounds};
use serde::Serialize;
use std::fmt::Write;

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
    cell: Option<&'a CellEntry<'a>>,
    quote: Option<&'a str>,
    message: &'a str,
    element: Option<&'a str>,
    construct: &'a str,
    evidence: &'a [&'static str],
    verified: &'static str,
}

/// A finished file, as the ledger and the report name it.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    article: &'a str,
    locale: &'a LocaleTag,
    format: &'a str,
    path: &'a str,
}

impl<'a> Head<'a> {
    pub fn of(verified: &'a Verified) -> Self {
        let document = verified.document();
        Self { article: document.article.as_str(), locale: &document.locale, format: document.format, path: &document.path }
    }
}

/// The ledger of a build, in the order of its documents and of the figures in each.
pub(super) fn json(site: &Site<'_>) -> String {
    let grounds = Grounds::of(site);
    let mut ledger = format!("{{\n  \"version\": {VERSION},\n  \"sources\": {{");
    members(&mut ledger, grounds.sources().map(|(id, source)| (id, text(&source))));
    ledger.push_str("},\n  \"stats\": {");
    members(&mut ledger, grounds.stats().map(|(id, stat)| (id, text(stat))));
    ledger.push_str("},\n  \"documents\": [");
    for (index, verified) in site.documents.iter().enumerate() {
        let head = text(&Head::of(verified));
        let head = head.strip_suffix('}').expect("an object ends so");
        write!(ledger, "{}\n    {head},\"figures\":[", if index == 0 { "" } else { "," }).expect("a string takes all");
        for (index, figure) in verified.figures().iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(ledger, "{comma}\n      {}", line(verified, figure, &grounds)).expect("a string takes all");
        }
        ledger.push_str(if verified.figures().is_empty() { "]}" } else { "\n    ]}" });
    }
    ledger.push_str("\n  ]\n}\n");
    ledger
}

/// The members of an object, one a line.
fn members<'a>(ledger: &mut String, members: impl Iterator<Item = (&'a str, String)>) {
    let mut any = false;
    for (id, member) in members {
        write!(ledger, "{}\n    {}: {member}", if any { "," } else { "" }, text(id)).expect("a string takes all");
        any = true;
    }
    if any {
        ledger.push_str("\n  ");
    }
}

fn text<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("entries have only string keys")
}

fn line(verified: &Verified, figure: &VerifiedFigure, grounds: &Grounds<'_>) -> String {
    let entry = verified.entry(figure);
    let (stat, literal) = match &entry.origin {
        Origin::Stat(id) => (Some(id.as_str()), None),
        Origin::Literal(id) => (None, Some(id.as_str())),
    };
    let ground = stat.and_then(|stat| grounds.stat(stat));
    let quantity = entry.quantity;
    text(&Entry {
        text: &figure.text,
        amount: quantity.map_or(Amount::Lost, |quantity| quantity.amount),
        kind: quantity.map(|quantity| quantity.kind),
        unit: quantity.and_then(|quantity| quantity.unit),
        hedge: quantity.and_then(|quantity| quantity.hedge),
        stat,
        literal,
        sources: entry.sources.iter().map(|source| source.as_str()).collect(),
        cell: ground.and_then(|ground| ground.cell.as_ref()),
        quote: ground.and_then(|ground| ground.quote),
        message: entry.message.as_str(),
        element: Some(entry.element.as_str()).filter(|element| !element.is_empty()),
        construct: entry.construct,
        evidence: ground.map_or(&[], |ground| ground.evidence.as_slice()),
        verified: figure.proof.name(),
    })
}
