//! Hedges: the words around a figure that say how it stands to the true value.

use super::Language;
use super::lexicon::is_whole;
use crate::model::{Figure, Hedge};

/// A word or sign of a hedge.
pub type Entry = (&'static str, Hedge);

/// The hedges of a language, by the byte at which a look at the text begins.
#[derive(Debug)]
pub struct Hedging {
    /// Words before a figure, by their last byte; longer ones first.
    before: Vec<Vec<Entry>>,
    /// Words behind a figure, by their first byte; longer ones first.
    after: Vec<Vec<Entry>>,
    /// Words that may stand between a figure and a hedge behind it, such as the classifier in `500人以上`.
    bridges: &'static [&'static str],
}

impl Hedging {
    /// The hedges before a figure and behind it, and the words that may stand between.
    pub fn new(before: &[Entry], after: &[Entry], bridges: &'static [&'static str]) -> Self {
        let by = |entries: &[Entry], key: fn(&str) -> Option<u8>| {
            let mut buckets = vec![Vec::new(); 256];
            for entry in entries {
                buckets[usize::from(key(entry.0).expect("a hedge has a word").to_ascii_lowercase())].push(*entry);
            }
            buckets.iter_mut().for_each(|bucket| bucket.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
            buckets
        };
        Self { before: by(before, |word| word.bytes().last()), after: by(after, |word| word.bytes().next()), bridges }
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
    let last = trimmed.bytes().last()?.to_ascii_lowercase();
    language.hedging.before[usize::from(last)].iter().find_map(|&(word, hedge)| {
        let begin = (floor + trimmed.len()).checked_sub(word.len())?;
        (ends_with(trimmed, word) && is_whole(text, begin..begin + word.len())).then_some((hedge, begin))
    })
}

/// The longest hedge that begins just behind `end`, directly, after a gap or after a bridge.
fn after(language: &'static Language, text: &str, end: usize) -> Option<(Hedge, usize)> {
    let at = |place: usize| {
        let first = text.as_bytes().get(place)?.to_ascii_lowercase();
        language.hedging.after[usize::from(first)].iter().find_map(|&(word, hedge)| {
            let whole = || is_whole(text, place..place + word.len());
            (starts_with(&text[place..], word) && whole()).then(|| (hedge, place + word.len()))
        })
    };
    let gap = language.skip_gap(text, end);
    // `ร้อยละ 78 หรือมากกว่าสามในสี่`: there the words are the hedge of the next figure.
    let of_the_next = |(_, end): &(Hedge, usize)| {
        let next = language.skip_gap(text, *end);
        text[next..].starts_with("than") || (language.numeral)(language, text, next).is_some()
    };
    at(end)
        .or_else(|| at(gap))
        .or_else(|| {
            let bridge = language.hedging.bridges.iter().find(|bridge| text[gap..].starts_with(**bridge))?;
            at(language.skip_gap(text, gap + bridge.len()))
        })
        .filter(|found| !of_the_next(found))
}

fn ends_with(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    text.len() >= word.len() && text[text.len() - word.len()..].eq_ignore_ascii_case(word)
}

fn starts_with(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    text.len() >= word.len() && text[..word.len()].eq_ignore_ascii_case(word)
}
