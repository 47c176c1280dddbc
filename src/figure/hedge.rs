//! Hedges: the words around a figure that say how it stands to the true value.

use super::Language;
use super::lexicon::is_whole;
use super::trie::Trie;
use crate::model::{Figure, Hedge};

/// A word or sign of a hedge.
pub type Entry = (&'static str, Hedge);

/// The hedges of a language.
#[derive(Debug)]
pub struct Hedging {
    before: Trie<Hedge>,
    after: Trie<Hedge>,
    /// Words that may stand between a figure and a hedge behind it, such as the classifier in `500人以上`.
    bridges: Trie<()>,
}

impl Hedging {
    /// The hedges before a figure and behind it, and the words that may stand between.
    pub fn new(before: &[Entry], after: &[Entry], bridges: &[&'static str]) -> Self {
        let bridges: Vec<_> = bridges.iter().map(|word| (*word, ())).collect();
        Self { before: Trie::backward(before), after: Trie::new(after), bridges: Trie::new(&bridges) }
    }

    /// The longest hedge of words before a figure with which `text[floor..end]` ends, and where it begins.
    pub fn before(&self, text: &str, floor: usize, end: usize) -> Option<(Hedge, usize)> {
        self.before.before(text, floor, end, is_whole)
    }
}

/// Adds the hedges around a figure to its span; the nearest one counts. Nothing before `floor` belongs to it.
pub fn add(language: &'static Language, text: &str, figure: &mut Figure, floor: usize) {
    for _ in 0..2 {
        let Some((hedge, start)) = before(language, text, figure.span.start, floor) else { break };
        figure.quantity.hedge.get_or_insert(hedge);
        figure.span.start = start;
    }
    if let Some((hedge, end)) = after(language, text, figure.span.end) {
        figure.quantity.hedge.get_or_insert(hedge);
        figure.span.end = end;
    }
}

/// The longest hedge that ends just before `start`.
fn before(language: &Language, text: &str, start: usize, floor: usize) -> Option<(Hedge, usize)> {
    let head = text.get(floor..start)?;
    let trimmed = head.trim_end_matches([' ', '\u{a0}', '\u{2009}', '\u{202f}', '\u{200b}']);
    if head.len() - trimmed.len() > 3 {
        return None;
    }
    language.hedging.before(text, floor, floor + trimmed.len())
}

/// The longest hedge that begins just behind `end`, directly, after a gap or after a bridge.
fn after(language: &'static Language, text: &str, end: usize) -> Option<(Hedge, usize)> {
    let at = |place: usize| language.hedging.after.at(text, place, is_whole);
    let gap = language.skip_gap(text, end);
    // `ร้อยละ 78 หรือมากกว่าสามในสี่`: there the words are the hedge of the next figure.
    let of_the_next = |(_, end): &(Hedge, usize)| {
        let next = language.skip_gap(text, *end);
        text[next..].starts_with("than") || (language.numeral)(language, text, next).is_some()
    };
    at(end)
        .or_else(|| at(gap))
        .or_else(|| {
            let ((), bridge_end) = language.hedging.bridges.at(text, gap, |_, _| true)?;
            at(language.skip_gap(text, bridge_end))
        })
        .filter(|found| !of_the_next(found))
}
