//! What an audit found, as findings with places for every format of reports, and as the JSON object of a file.
//!
//! In: an audit and the file. Out: strings and findings. The keys of the JSON object and their order are a format that other
//! programs rely on; offsets count Unicode scalar values of the text as read, and ends are exclusive.

use super::input::Input;
use super::{Audit, Claims, Fault, Judged};
use crate::diagnostic::{Code, Finding, Severity};
use crate::model::{Amount, Era, Hedge, Kind, Role, Unit};
use serde::Serialize;
use std::ops::Range;

/// The findings of an audit, each at its place in the file.
pub fn findings(input: &Input, audit: &Audit, claims: Option<&Claims>) -> Vec<Finding> {
    audit.faults.iter().map(|fault| finding(input, fault, claims)).collect()
}

fn finding(input: &Input, fault: &Fault, claims: Option<&Claims>) -> Finding {
    let mut finding = Finding::new(fault.code, input.place(&fault.span), fault.message.clone());
    finding.severity = fault.severity;
    if let Some(expected) = &fault.expected {
        finding =
            finding.help(if expected.is_empty() { "take it out".to_owned() } else { format!("it should be `{expected}`") });
    }
    let claim = claims
        .into_iter()
        .flat_map(|claims| &claims.claims)
        .find(|claim| claim.id().is_some() && claim.id() == fault.stat.as_ref());
    match claim.and_then(|claim| claim.place()) {
        Some(place) => finding.related(place, "the stat"),
        None => finding,
    }
}

/// Counts characters up to places that rise.
#[derive(Debug)]
pub struct Shown<'t> {
    text: &'t str,
    byte: usize,
    characters: usize,
}

impl<'t> Shown<'t> {
    /// A count from the beginning of a text.
    pub fn new(text: &'t str) -> Self {
        Self { text, byte: 0, characters: 0 }
    }

    /// The offsets of a span in characters; no earlier than the one before.
    fn span(&mut self, span: &Range<usize>) -> (usize, usize) {
        if span.start < self.byte {
            (self.byte, self.characters) = (0, 0);
        }
        self.characters += self.text[self.byte..span.start].chars().count();
        self.byte = span.start;
        (self.characters, self.characters + self.text[span.clone()].chars().count())
    }
}

#[derive(Serialize)]
struct File<'a> {
    file: &'a str,
    findings: Vec<Found<'a>>,
    figures: Vec<Figure<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    code: Code,
    severity: Severity,
    start: usize,
    end: usize,
    text: &'a str,
    observed: &'a str,
    expected: Option<&'a str>,
    stat: Option<&'a str>,
    message: &'a str,
}

#[derive(Serialize)]
struct Figure<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: Kind,
    unit: Option<Unit>,
    #[serde(flatten)]
    amount: Amount,
    hedge: Option<Hedge>,
    era: Option<Era>,
    role: Role,
    verdict: &'static str,
    stat: Option<&'a str>,
    confidence: u8,
}

/// The JSON object of a file.
pub fn json(input: &Input, audit: &Audit) -> String {
    let (mut places, mut figures) = (input.counter(), input.counter());
    let file = File {
        file: &input.path,
        findings: audit.faults.iter().map(|fault| found(input, fault, &mut places)).collect(),
        figures: audit.figures.iter().map(|judged| figure(input, judged, &mut figures)).collect(),
    };
    serde_json::to_string(&file).expect("an audit has only string keys")
}

/// The JSON object of a file that cannot be read.
pub fn json_unread(path: &str, why: &Finding) -> String {
    let text = "";
    let found = Found {
        code: why.code,
        severity: why.severity,
        start: 0,
        end: 0,
        text,
        observed: text,
        expected: None,
        stat: None,
        message: &why.message,
    };
    let file = File { file: path, findings: vec![found], figures: Vec::new() };
    serde_json::to_string(&file).expect("an audit has only string keys")
}

fn found<'a>(input: &'a Input, fault: &'a Fault, places: &mut Shown<'_>) -> Found<'a> {
    let (start, end) = places.span(&fault.span);
    let text = &input.text[fault.span.clone()];
    Found {
        code: fault.code,
        severity: fault.severity,
        start,
        end,
        text,
        observed: text.trim(),
        expected: fault.expected.as_deref(),
        stat: fault.stat.as_ref().map(|id| id.as_str()),
        message: &fault.message,
    }
}

fn figure<'a>(input: &'a Input, judged: &'a Judged, places: &mut Shown<'_>) -> Figure<'a> {
    let (start, end) = places.span(&judged.figure.span);
    let quantity = &judged.figure.quantity;
    Figure {
        start,
        end,
        text: &input.text[judged.figure.span.clone()],
        kind: quantity.kind,
        unit: quantity.unit,
        amount: quantity.amount,
        hedge: quantity.hedge,
        era: quantity.era,
        role: judged.figure.role,
        verdict: judged.verdict.name(),
        stat: judged.stat.as_ref().map(|id| id.as_str()),
        confidence: judged.confidence,
    }
}
