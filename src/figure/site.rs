//! What stands at a place where a figure may begin: sign, prefix, number, suffix. Every construct looks at the same site.

use super::Language;
use super::lexicon::Opening;
use super::numeral::Numeral;
use super::word::{Affix, Word, shift};
use rust_decimal::Decimal;

/// A place in a text, looked at once for all constructs.
#[derive(Debug)]
pub struct Site<'t> {
    /// The language.
    pub language: &'static Language,
    /// The whole text.
    pub text: &'t str,
    /// Where the figures read before end: nothing before it belongs to this one.
    pub floor: usize,
    /// Where the figure begins: at its sign, its prefix or its number.
    pub start: usize,
    /// The word at the start, with its end.
    pub word: Option<(Word, usize)>,
    /// The prefix that gives the number its kind.
    pub before: Option<Affix>,
    /// Whether a minus stands before the number.
    pub negative: bool,
    /// The number.
    pub number: Option<Numeral>,
    /// Where the number begins, or would.
    pub number_start: usize,
    /// The suffix that gives the number its kind, with its end.
    pub after: Option<(Affix, usize)>,
}

impl<'t> Site<'t> {
    /// Looks at an opening; nothing before `floor` belongs to it.
    pub fn new(language: &'static Language, text: &'t str, opening: Opening, floor: usize) -> Self {
        let mut site = Site {
            language,
            text,
            floor,
            start: opening.start,
            word: opening.word.map(|word| (word, opening.end)),
            before: None,
            negative: false,
            number: None,
            number_start: opening.start,
            after: None,
        };
        let mut at = opening.start;
        let mut word = site.word;
        // At most: sign, prefix, sign, prefix.
        for _ in 0..4 {
            match word {
                Some((Word::Before(affix), end)) => {
                    site.before = Some(site.before.unwrap_or(affix));
                    at = language.skip_gap(text, end);
                }
                Some((Word::Minus, end)) => {
                    site.negative = true;
                    at = language.skip_gap(text, end);
                }
                Some((Word::Plus, end)) => at = end,
                _ => break,
            }
            word = language.word_at(text, at);
        }
        site.number_start = at;
        if let Some((start, negative)) = sign_before(text, site.start).filter(|(start, _)| *start >= floor) {
            (site.start, site.negative) = (start, negative);
        }
        site.number = (language.numeral)(language, text, at);
        if let Some(number) = &mut site.number {
            if let Some(start) = leading_point(text, at).filter(|start| *start >= floor)
                && number.is_integer()
                && at == site.start
            {
                number.value = shift(number.value, -((number.core.end - number.core.start) as i8)).unwrap_or(number.value);
                (number.core.start, site.start, site.number_start) = (start, start, start);
            }
            site.after = language.affix_after(text, number.end);
        }
        site
    }

    /// The value of the number with its sign.
    pub fn value(&self) -> Option<Decimal> {
        let value = self.number.as_ref()?.value;
        Some(if self.negative { -value } else { value })
    }

    /// The word behind a number that ends at `at`, after a gap.
    pub fn word_after(&self, at: usize) -> Option<(Word, usize)> {
        self.language.follower_at(self.text, self.language.skip_gap(self.text, at))
    }

    /// The text before the figure that no figure before it has taken.
    pub fn head(&self) -> &'t str {
        self.text.get(self.floor..self.start).unwrap_or("")
    }

    /// The text from `at`.
    pub fn rest(&self, at: usize) -> &'t str {
        &self.text[at..]
    }
}

/// The place of a decimal point without a digit before it, as in `.08`.
fn leading_point(text: &str, at: usize) -> Option<usize> {
    let head = text[..at].strip_suffix('.')?;
    (head.is_empty() || head.ends_with([' ', '(', '\u{a0}'])).then_some(head.len())
}

/// A plus or minus that touches `at` and is no hyphen or list marker: its place, and whether it is a minus.
fn sign_before(text: &str, at: usize) -> Option<(usize, bool)> {
    let (head, negative) = match text.as_bytes()[..at] {
        [.., b'-'] => (&text[..at - 1], true),
        [.., b'+'] => (&text[..at - 1], false),
        [.., 0xE2, 0x88, 0x92] => (&text[..at - 3], true),
        _ => return None,
    };
    let joined = head.ends_with(|before: char| {
        before.is_ascii_alphanumeric() || matches!(before, '%' | ')' | '-' | '+' | '/' | '.' | '_' | '$')
    });
    (!joined).then_some((head.len(), negative))
}
