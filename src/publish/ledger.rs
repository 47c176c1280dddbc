//! `ledger.json`: every figure of a build, one a line, for people who search it and programs that read it.

use crate::model::body::Origin;
use crate::model::{Amount, Hedge, Kind, Unit};
use crate::verify::{Verified, VerifiedFigure};
use serde::Serialize;
use std::fmt::Write;

/// One figure.
#[derive(Serialize)]
struct Entry<'a> {
    text: &'a str,
    #[serde(flatten)]
    amount: Option<Amount>,
    kind: Option<Kind>,
    unit: Option<Unit>,
    hedge: Option<Hedge>,
    stat: Option<&'a str>,
    literal: Option<&'a str>,
    sources: Vec<&'a str>,
    message: &'a str,
    element: Option<&'a str>,
    construct: &'a str,
    verified: &'static str,
}

/// The ledger of a build, in the order of its documents and of the figures in each.
pub(super) fn json(documents: &[Verified]) -> String {
    let mut ledger = String::from("{\n  \"version\": 1,\n  \"documents\": [");
    for (index, verified) in documents.iter().enumerate() {
        let document = verified.document();
        let (article, locale) = (text(document.article.as_str()), text(document.locale.as_str()));
        let (format, path) = (text(document.format), text(&document.path));
        let comma = if index == 0 { "" } else { "," };
        let head = format!("\"article\": {article}, \"locale\": {locale}, \"format\": {format}, \"path\": {path}");
        let entries: Vec<_> =
            verified.figures().iter().map(|figure| format!("\n      {}", line(verified, figure))).collect();
        let close = if entries.is_empty() { "]}" } else { "\n    ]}" };
        write!(ledger, "{comma}\n    {{{head}, \"figures\": [{}{close}", entries.join(",")).expect("a string takes all");
    }
    ledger.push_str("\n  ]\n}\n");
    ledger
}

fn text(text: &str) -> String {
    serde_json::to_string(text).expect("text is JSON")
}

fn line(verified: &Verified, figure: &VerifiedFigure) -> String {
    let entry = verified.entry(figure);
    let (stat, literal) = match &entry.origin {
        Origin::Stat(id) => (Some(id.as_str()), None),
        Origin::Literal(id) => (None, Some(id.as_str())),
    };
    let quantity = entry.quantity;
    let entry = Entry {
        text: &figure.text,
        amount: quantity.map(|quantity| quantity.amount),
        kind: quantity.map(|quantity| quantity.kind),
        unit: quantity.and_then(|quantity| quantity.unit),
        hedge: quantity.and_then(|quantity| quantity.hedge),
        stat,
        literal,
        sources: entry.sources.iter().map(|source| source.as_str()).collect(),
        message: entry.message.as_str(),
        element: Some(entry.element.as_str()).filter(|element| !element.is_empty()),
        construct: entry.construct,
        verified: figure.proof.name(),
    };
    serde_json::to_string(&entry).expect("an entry has only string keys")
}
