//! Finds the figures of messages that were expanded to plain text: in titles, descriptions, JSON-LD, lists of articles.
//!
//! Such a place holds no elements, so the whole message is looked for, alone or inside a longer text, and its figures in it.

use super::figures::{Claimed, Slot, overlap};
use crate::figure::numeric::is_numeric;
use crate::model::Figure;
use crate::model::document::PlainText;
use crate::model::ledger::LedgerFigure;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// The plain texts of a document that say figures.
pub(super) struct Texts<'a> {
    plain: &'a [PlainText],
    /// Those that are not equal to one before, the longest first.
    texts: Vec<(usize, Cow<'a, str>)>,
    exact: BTreeMap<Cow<'a, str>, usize>,
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
            let alone = |start: &usize| stands_alone(text, &(*start..start + plain.len()), &self.plain[*index].figures);
            for start in text.match_indices(plain.as_ref()).map(|(start, _)| start).filter(alone) {
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
                text[at..within.end].match_indices(wanted.as_ref()).map(|(start, _)| at + start..at + start + wanted.len())
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

/// Whether nothing beside a part of a text can change what a figure at its edge says: a word, a digit or a sign before its
/// first figure or behind its last, or a mark that joins a digit to it, as in `1.24/7` or `24/7:30`.
pub(super) fn stands_alone(text: &str, part: &Range<usize>, figures: &[LedgerFigure]) -> bool {
    let within = &text[part.clone()];
    let edge = |edge: Option<&LedgerFigure>, touches: fn(&str, &str) -> bool| {
        edge.is_some_and(|figure| touches(within, &squeeze(&figure.text)))
    };
    let before = text[..part.start].chars().rev();
    let after = text[part.end..].chars();
    (!edge(figures.first(), |text, figure| text.starts_with(figure)) || is_parted(before))
        && (!edge(figures.last(), |text, figure| text.ends_with(figure)) || is_parted(after))
}

/// Whether what stands beside a figure, its nearest character first, leaves it alone: nothing, or a mark that parts texts. White
/// space hides nothing behind it, and marks that touch the figure with a digit behind them belong to a number.
pub(super) fn is_parted(mut beside: impl Iterator<Item = char> + Clone) -> bool {
    let parts = |character: char| "–—|·•:,.;!?()[]“”\"…、。，；：！？（）「」『』".contains(character);
    let nearest = beside.clone().find(|character| !character.is_whitespace());
    let behind_marks = beside.find(|&character| !parts(character));
    nearest.is_none_or(parts) && !behind_marks.is_some_and(is_numeric)
}

/// White space as a page shows it.
pub(super) fn squeeze(text: &str) -> Cow<'_, str> {
    if is_squeezed(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a text has no white space but single spaces between its words: most have not.
pub(super) fn is_squeezed(text: &str) -> bool {
    let bytes = text.as_bytes();
    let [_, behind @ ..] = bytes else { return true };
    let is_odd = |byte: u8, next: u8| (byte <= b' ') & ((byte != b' ') | (next == b' ')) & byte.is_ascii_whitespace();
    let goes_on = !bytes.iter().zip(behind).fold(false, |any, (&byte, &next)| any | is_odd(byte, next));
    goes_on && bytes[0] != b' ' && !bytes[bytes.len() - 1].is_ascii_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_single_spaces_between_words() {
        for text in ["", "a", "a b", "ก ข ค", "a\u{a0} b", "\u{b}"] {
            assert!(is_squeezed(text) && squeeze(text) == text, "{text:?}");
        }
        for text in [" ", " a", "a ", "a  b", "a\nb", "\ta", "a\n", "a \n b"] {
            assert!(!is_squeezed(text), "{text:?}");
            assert_eq!(squeeze(text), text.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    use crate::model::MessageId;
    use crate::model::body::Origin;
    use std::sync::Arc;

    #[test]
    fn nothing_at_the_edge_of_a_text_changes_its_figure() {
        let figure = LedgerFigure {
            element: String::new(),
            message: MessageId::new("a"),
            origin: Origin::Literal("b".into()),
            sources: Arc::default(),
            construct: "literal",
            quantity: None,
            truth: None,
            text: "2022年".into(),
            unverified: false,
            links: Arc::default(),
            line: None,
            row: None,
        };
        let alone = |text: &str| {
            let start = text.find("2022年").unwrap();
            stands_alone(text, &(start..start + "2022年".len()), std::slice::from_ref(&figure))
        };
        assert!(alone("2022年") && alone("2022年 – 客户有数") && alone("见“2022年”。"));
        assert!(alone("1 – 2022年 – 3") && alone("ข้อ 1. 2022年. 3") && alone("(2022年)"));
        for joined in ["1.2022年", "1,2022年", "1:2022年", "1–2022年", "1/2022年", "1-2022年", "1，2022年", "๑.2022年"]
        {
            assert!(!alone(joined), "{joined}");
        }
        for joined in ["2022年.1", "2022年,1", "2022年:1", "2022年–1", "2022年/1", "2022年-1", "2022年、1", "2022年).5"]
        {
            assert!(!alone(joined), "{joined}");
        }
        assert!(!alone("不到2022年") && !alone("2022年%") && !alone("2022年 million") && !alone("2022年&nbsp;"));
    }
}
