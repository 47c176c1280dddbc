//! Stats to start a project with, from the figures of a text.
//!
//! In: a text and what was read in it. Out: a file of `data/stats` in which every stat is unverified and bears the words around its
//! figure, and a file of `data/sources` to be filled in. Nothing can go wrong; what has no unit that a stat can have is left out.

use super::Audit;
use super::input::Input;
use crate::model::notation::{unit, unit_name};
use crate::model::{Amount, Figure, Kind};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Drafts of two files of a project.
#[derive(Debug)]
pub struct Draft {
    /// The name of both files, without their ending.
    pub name: String,
    /// The file of `data/stats`.
    pub stats: String,
    /// The file of `data/sources`.
    pub source: String,
}

/// The figures of a text as stats, each once, in a topic of a name that none of `taken` is.
pub fn draft(input: &Input, audit: &Audit, taken: &BTreeSet<String>) -> Draft {
    let name = free(&stem(&input.path), taken);
    let mut stats = format!(
        "# A draft: figures as an old text prints them. None was held against its source. Say what each measures, name its source,\n\
         # and let `numerate check` tell what is missing.\nsource: {name}\n"
    );
    let (mut ids, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut entries = String::new();
    for figure in audit.figures.iter().map(|judged| &judged.figure).filter(|figure| figure.is_claim()) {
        let Some((value, unit)) = value(figure) else { continue };
        let words = around(&input.text, figure);
        if !seen.insert((value.clone(), unit.clone(), words.clone())) {
            continue;
        }
        let digits: String = value.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let id = free(&format!("{name}-{}", digits.trim_matches('-')), &ids);
        ids.insert(id.clone());
        let hedge = figure.quantity.hedge.map(|hedge| format!("    hedge: {}\n", hedge.name())).unwrap_or_default();
        write!(
            entries,
            "  - id: {id}\n    value: {value}\n    unit: {}\n{hedge}    measures: {{population: unknown, property: {}}}\n    status: unverified\n",
            quoted(&unit),
            quoted(&format!("to be named ({id}): {words}")),
        )
        .expect("a string takes everything");
    }
    stats.push_str(if entries.is_empty() { "stats: []\n" } else { "stats:\n" });
    stats.push_str(&entries);
    let source = format!(
        "# A draft: name who made the figures, and where they stand.\nid: {name}\nproducer: unknown\ntitle: {}\n",
        quoted(&input.path)
    );
    Draft { name, stats, source }
}

/// A name that is not taken.
fn free(base: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2..).map(|count| format!("{base}-{count}"));
    let mut names = std::iter::once(base.to_owned()).chain(numbered);
    names.find(|name| !taken.contains(name)).expect("there are more numbers than names")
}

/// A text as a scalar of YAML, which takes those of JSON.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON")
}

/// The value and the unit as the file writes them.
fn value(figure: &Figure) -> Option<(String, String)> {
    let quantity = figure.quantity;
    if matches!(quantity.kind, Kind::Ordinal | Kind::Range | Kind::Time | Kind::Other | Kind::Rating | Kind::Date) {
        return None;
    }
    let (kind, amount) = match quantity.kind {
        // A share is kept as a percentage; what does not come out even is kept as a fraction of its own.
        Kind::Fraction => match quantity.amount {
            Amount::Ratio(part, whole) => {
                return Some((format!("{}/{}", part.normalize(), whole.normalize()), unit_name(Kind::Fraction, None)));
            }
            amount => (Kind::Fraction, amount),
        },
        kind => (kind, quantity.amount),
    };
    let (value, name) = (amount.value()?.normalize(), unit_name(kind, quantity.unit));
    unit(&name).map(|_| (value.to_string(), name))
}

/// The words around a figure, as many as one reads at once.
fn around(text: &str, figure: &Figure) -> String {
    const NEAR: usize = 90;
    let line = text[..figure.span.start].rfind('\n').map_or(0, |at| at + 1);
    let start = text.ceil_char_boundary(figure.span.start.saturating_sub(NEAR)).max(line);
    let end = text[figure.span.end..].find('\n').map_or(text.len(), |at| figure.span.end + at);
    let end = end.min(text.floor_char_boundary(figure.span.end + NEAR).max(figure.span.end));
    text[start..end].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a file as the beginning of an id.
fn stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default().split('.').next().unwrap_or_default().to_lowercase();
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let plain = plain.trim_matches(|c: char| c == '-' || c.is_ascii_digit()).to_owned();
    if plain.is_empty() { "figure".to_owned() } else { plain }
}
