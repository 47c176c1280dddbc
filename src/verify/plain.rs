//! Finds the figures of messages that were expanded to plain text: in titles, descriptions, JSON-LD, lists of articles.
//!
//! Such a place holds no elements, so the whole message is looked for, alone or inside a longer text, and its figures in it.

use super::figures::{Claimed, Slot, overlap};
use crate::model::Figure;
use crate::model::document::PlainText;
use std::collections::BTreeMap;
use std::ops::Range;

/// The plain texts of a document that say figures.
pub(super) struct Texts<'a> {
    plain: &'a [PlainText],
    /// Those that are not equal to one before, the longest first.
    texts: Vec<(usize, String)>,
    exact: BTreeMap<String, usize>,
    /// How often each was found.
    met: BTreeMap<usize, usize>,
}

impl<'a> Texts<'a> {
    pub fn new(plain: &'a [PlainText]) -> Self {
        let with_figures = plain.iter().enumerate().filter(|(_, plain)| !plain.figures.is_empty());
        let mut texts = Vec::new();
        let mut exact = BTreeMap::new();
        for (index, plain) in with_figures {
            let text = squeeze(&plain.text);
            exact.entry(text.clone()).or_insert_with(|| {
                texts.push((index, text));
                index
            });
        }
        texts.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
        Self { plain, texts, exact, met: BTreeMap::new() }
    }

    /// The positions of the texts that must be found; of equal ones, the first.
    pub fn indices(&self) -> impl Iterator<Item = usize> {
        self.texts.iter().map(|(index, _)| *index)
    }

    /// The texts that were found, but not as often as they must be: the first figure, how often, and how often it should be.
    pub fn lacking(&self) -> Vec<(Slot, usize, usize)> {
        let counts = self.met.iter().map(|(&index, &met)| (Slot::Plain(index, 0), met, self.plain[index].times));
        counts.filter(|(_, met, times)| met < times).collect()
    }

    /// Adds the figures of every plain text that stands in `text`.
    pub fn claim(&mut self, text: &str, figures: &[Figure], claimed: &mut Vec<Claimed>) {
        if let Some(&index) = self.exact.get(text) {
            let found = self.claim_in(index, text, 0..text.len(), figures, claimed);
            *self.met.entry(index).or_default() += usize::from(found);
            return;
        }
        if !figures.iter().any(|figure| !claimed.iter().any(|claimed| overlap(&claimed.span, &figure.span))) {
            return;
        }
        for (index, plain) in &self.texts {
            for (start, _) in text.match_indices(plain.as_str()) {
                if self.claim_in(*index, text, start..start + plain.len(), figures, claimed) {
                    *self.met.entry(*index).or_default() += 1;
                }
            }
        }
    }

    /// Claims the figures of one plain text that stands at `within`, each at the first place where it can be read; whether any was.
    fn claim_in(
        &self,
        index: usize,
        text: &str,
        within: Range<usize>,
        figures: &[Figure],
        claimed: &mut Vec<Claimed>,
    ) -> bool {
        let mut at = within.start;
        let before = claimed.len();
        for (position, figure) in self.plain[index].figures.iter().enumerate() {
            let wanted = squeeze(&figure.text);
            let places = || {
                text[at..within.end].match_indices(wanted.as_str()).map(|(start, _)| at + start..at + start + wanted.len())
            };
            let read = |place: &Range<usize>| {
                figures.iter().any(|figure| place.start <= figure.core.start && figure.core.end <= place.end)
            };
            let Some(span) = places().find(read).or_else(|| places().next()) else { continue };
            at = span.end;
            let overlaps = claimed.iter().any(|claimed: &Claimed| overlap(&claimed.span, &span));
            if !overlaps {
                claimed.push(Claimed { span, slot: Slot::Plain(index, position) });
            }
        }
        claimed.len() > before
    }
}

/// White space as a page shows it.
pub(super) fn squeeze(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
