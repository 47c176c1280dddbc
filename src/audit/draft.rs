//! Stats to start a project with, from the figures of a text.
//!
//! In: texts and what was read in them. Out: a file of `data/stats` in which every stat is unverified, with the sentence as its
//! quote and a property to be written by a person. Nothing can go wrong; what has no unit that a stat can have is left out.

use super::Audit;
use super::input::Input;
use crate::figure::Language;
use crate::model::notation::unit_name;
use crate::model::{Amount, Figure, Kind};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A draft of a file of stats.
#[derive(Debug, Default)]
pub struct Draft {
    entries: String,
    ids: BTreeSet<String>,
}

impl Draft {
    /// Adds the figures of a text, each once.
    pub fn add(&mut self, input: &Input, audit: &Audit, language: &'static Language) {
        let mut seen = BTreeSet::new();
        let stem = stem(&input.path);
        let mut first = true;
        for figure in audit.figures.iter().map(|judged| &judged.figure).filter(|figure| figure.is_claim()) {
            let Some((value, unit)) = value(figure) else { continue };
            let sentence = sentence(&input.text, figure);
            if !seen.insert((value.clone(), unit.clone(), sentence.clone())) {
                continue;
            }
            if first {
                writeln!(self.entries, "\n  # figures of {} ({})", input.path.replace(['\n', '\r'], " "), language.tag)
                    .expect("a string takes everything");
                first = false;
            }
            let id = self.id(&stem, &value);
            let hedge = figure.quantity.hedge.map(|hedge| format!("    hedge: {}\n", hedge.name())).unwrap_or_default();
            write!(
                self.entries,
                "  - id: {id}\n    value: {value}\n    unit: {unit}\n{hedge}    measures: {{population: unknown, property: {}}}\n    status: unverified\n",
                serde_json::to_string(&format!("to be named ({id}): {sentence}")).expect("a text is JSON"),
            )
            .expect("a string takes everything");
        }
    }

    /// An id that no other entry has.
    fn id(&mut self, stem: &str, value: &str) -> String {
        let digits: String = value.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let base = format!("{stem}-{}", digits.trim_matches('-'));
        let mut id = base.clone();
        let mut count = 1;
        while !self.ids.insert(id.clone()) {
            count += 1;
            id = format!("{base}-{count}");
        }
        id
    }

    /// The file.
    pub fn yaml(&self) -> String {
        let head = "# A draft: figures as an old text prints them. None was held against its source. Name what each measures, give\n\
                    # it its source, and let `numerate check` tell what is missing.\n";
        if self.entries.is_empty() {
            return format!("{head}stats: []\n");
        }
        format!("{head}source: to-be-named\nstats:\n{}", self.entries)
    }
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
    let value = amount.value()?.normalize();
    Some((value.to_string(), unit_name(kind, quantity.unit)))
}

/// The line around a figure, as much of it as one reads at once.
fn sentence(text: &str, figure: &Figure) -> String {
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
