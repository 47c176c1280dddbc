//! What a `ledger.json` says: the pages of a build, their figures, and the stats that these are.

#![allow(clippy::disallowed_types, reason = "serde's derive names floats where fields are flattened; no value is one")]

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;

/// What a figure or a stat says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Said {
    /// The value, as a decimal.
    pub value: Option<String>,
    /// The low end of a range.
    pub low: Option<String>,
    /// The high end of a range.
    pub high: Option<String>,
    /// The kind.
    pub kind: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// The hedge.
    pub hedge: Option<String>,
}

/// A stat.
#[derive(Debug, Deserialize)]
pub struct Stat {
    /// What it says.
    #[serde(flatten)]
    pub said: Said,
    /// The stats that it is computed from.
    #[serde(default)]
    pub inputs: Vec<String>,
}

/// Where a stat stands in its sources.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Ground {
    /// The ids of its sources.
    pub sources: Vec<String>,
    /// The cell of the table, with its text.
    pub cell: Option<Value>,
    /// The words of the source.
    pub quote: Option<String>,
}

/// A finished file.
#[derive(Debug, Deserialize)]
pub struct Page {
    /// The article.
    pub article: String,
    /// The locale.
    pub locale: String,
    /// The format.
    pub format: String,
    /// Where it is, relative to the output folder.
    pub path: String,
    /// Its figures, in reading order.
    pub figures: Vec<Figure>,
}

/// What the figures of a page are, and what they rest on.
#[derive(Debug, Deserialize)]
pub(super) struct Mentions<'a> {
    #[serde(borrow)]
    pub figures: Vec<Mention<'a>>,
}

/// The stat that a figure is, and its sources.
#[derive(Debug, Deserialize)]
pub(super) struct Mention<'a> {
    #[serde(borrow)]
    pub stat: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    pub sources: Vec<Cow<'a, str>>,
}

/// A figure of a page.
#[derive(Debug, Deserialize, Serialize)]
pub struct Figure {
    /// What a reader gets.
    pub text: String,
    /// What it says.
    #[serde(flatten)]
    pub said: Said,
    /// The stat that it is.
    pub stat: Option<String>,
    /// The literal that it is.
    pub literal: Option<String>,
    /// What its stat rests on.
    #[serde(flatten)]
    pub ground: Ground,
    /// The message that it stands in.
    pub message: String,
    /// The id of its element, if it has one.
    pub element: Option<String>,
    /// How it is worded.
    pub construct: String,
}

impl Figure {
    /// The id of the stat or literal that it is.
    pub fn name(&self) -> &str {
        self.stat.as_ref().or(self.literal.as_ref()).map_or("", String::as_str)
    }

    /// Whether it is one that a page says of itself: its date, the number of its figures.
    pub fn is_of_page(&self) -> bool {
        self.literal.as_ref().is_some_and(|name| name.starts_with("page/"))
    }
}

impl std::fmt::Display for Said {
    /// `88 percent, nearly`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        match (&self.low, &self.high) {
            (Some(low), Some(high)) => write!(f, "{low} to {high}")?,
            _ => f.write_str(&text(&self.value))?,
        }
        let kind = self.kind.as_deref().filter(|kind| *kind != "count").unwrap_or_default();
        let unit = self.unit.as_deref().filter(|unit| *unit != kind).unwrap_or_default();
        for part in [kind, unit].into_iter().filter(|part| !part.is_empty()) {
            write!(f, " {part}")?;
        }
        self.hedge.as_ref().map_or(Ok(()), |hedge| write!(f, ", {hedge}"))
    }
}
