//! Faults of figures by their form alone, with no stats at all.
//!
//! In: a text with its figures. Out: [`Fault`]s, with what should stand there where the form tells. To add a check, write its
//! function and name it in [`CHECKS`]; the first check that finds something at a place says what it is.
//!
//! | what | module |
//! |---|---|
//! | pieces of markup that stand as numbers | `debris` |
//! | split and mis-grouped thousands, numbers without digits, stuck digits, leading zeros | `digits` |
//! | impossible years and eras | `years` |
//! | shares over the whole, fractions turned round | `shares` |
//! | wordings that are always wrong | `wordings` |
//! | words that contradict the digits beside them, headings that contradict their paragraph | `contradictions` |
//! | numbering of lists, identifiers in prose | `numbering`, `strays` |

mod contradictions;
mod debris;
mod digits;
mod numbering;
mod shares;
mod strays;
mod wordings;
mod years;

use super::Fault;
use crate::figure::Language;
use crate::model::Figure;
use std::ops::Range;

/// A text to be looked at.
pub(super) struct Page<'t> {
    language: &'static Language,
    text: &'t str,
    figures: &'t [Figure],
}

impl<'t> Page<'t> {
    fn words(&self, figure: &Figure) -> &'t str {
        &self.text[figure.span.clone()]
    }

    /// What stands before a place in its line.
    fn before(&self, place: usize) -> &'t str {
        self.text[..place].rsplit('\n').next().unwrap_or_default()
    }

    /// What stands behind a place in its line.
    fn after(&self, place: usize) -> &'t str {
        self.text[place..].split('\n').next().unwrap_or_default()
    }

    /// The figures that count, with their positions.
    fn claims(&self) -> impl Iterator<Item = (usize, &'t Figure)> {
        self.figures.iter().enumerate().filter(|(_, figure)| figure.is_claim())
    }

    /// The lines with their places.
    fn lines(&self) -> impl Iterator<Item = (Range<usize>, &'t str)> {
        let mut at = 0;
        self.text.split('\n').map(move |line| {
            let start = at;
            at += line.len() + 1;
            (start..start + line.len(), line)
        })
    }
}

/// The checks, in the order in which they are believed.
const CHECKS: &[fn(&Page<'_>) -> Vec<Fault>] = &[
    debris::entities,
    digits::stuck,
    digits::split,
    digits::leading_zeros,
    years::impossible,
    shares::turned,
    shares::over_the_whole,
    wordings::false_wordings,
    contradictions::beside,
    contradictions::headings,
    digits::lost,
    numbering::broken,
    strays::identifiers,
    strays::repeated_titles,
];

/// Signs of percent without a number that may be words as well (`share (%)`): wrong only where a stat is surely said there.
pub fn signs(language: &'static Language, text: &str, figures: &[Figure]) -> Vec<Figure> {
    digits::signs(&Page { language, text, figures })
}

/// What is wrong by its form alone.
pub fn check(language: &'static Language, text: &str, figures: &[Figure]) -> Vec<Fault> {
    let page = Page { language, text, figures };
    let mut faults: Vec<Fault> = Vec::new();
    for check in CHECKS {
        for fault in check(&page) {
            if !faults.iter().any(|known| known.meets(&fault.span)) {
                faults.push(fault);
            }
        }
    }
    faults
}
