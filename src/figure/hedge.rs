//! Hedges: the words around a figure that say how it stands to the true value.

use super::Language;
use super::lexicon::is_whole;
use crate::model::{Figure, Hedge};

/// The hedges of a language.
#[derive(Debug)]
pub struct Hedging {
    /// Words before the figure.
    pub before: &'static [(&'static str, Hedge)],
    /// Words behind the figure.
    pub after: &'static [(&'static str, Hedge)],
    /// Words that may stand between a figure and a hedge behind it, such as the classifier in `500人以上`.
    pub bridges: &'static [&'static str],
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
    language
        .hedging
        .before
        .iter()
        .filter(|(word, _)| ends_with(trimmed, word))
        .map(|&(word, hedge)| (word.len(), hedge, floor + trimmed.len() - word.len()))
        .filter(|&(length, _, begin)| is_whole(text, begin..begin + length))
        .max_by_key(|&(length, ..)| length)
        .map(|(_, hedge, begin)| (hedge, begin))
}

/// The longest hedge that begins just behind `end`, directly, after a gap or after a bridge.
fn after(language: &'static Language, text: &str, end: usize) -> Option<(Hedge, usize)> {
    let at = |place: usize| {
        language
            .hedging
            .after
            .iter()
            .filter(|(word, _)| starts_with(&text[place..], word) && is_whole(text, place..place + word.len()))
            .max_by_key(|(word, _)| word.len())
            .map(|&(word, hedge)| (hedge, place + word.len()))
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
    let last = |bytes: &[u8]| bytes.last().map(u8::to_ascii_lowercase);
    last(text) == last(word) && text.len() >= word.len() && text[text.len() - word.len()..].eq_ignore_ascii_case(word)
}

fn starts_with(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let first = |bytes: &[u8]| bytes.first().map(u8::to_ascii_lowercase);
    first(text) == first(word) && text.len() >= word.len() && text[..word.len()].eq_ignore_ascii_case(word)
}
