//! Figures in text: every way in which a language words a quantity, used both to write and to read.
//!
//! In: a [`Quantity`] to word, or a text to read. Out: its wording, or the [`Figure`]s of the text, in order and without overlap.
//! Nothing can go wrong: what cannot be worded by a construct is `None`, what is no figure is not listed.
//!
//! Reading goes from left to right, in time linear in the length of the text:
//!
//! 1. [`lexicon`] finds the next *opening*: a digit or a word at which a figure may begin.
//! 2. [`site`] looks at what stands there: sign, prefix, [`numeral`], suffix.
//! 3. Every [`construct`] of the language whose needs the site meets is asked; the longest reading wins, the earlier
//!    construct at a tie.
//! 4. [`range`] joins it with a second figure, [`hedge`] adds the words around it, [`role`] tells list markers and pronouns
//!    from statistics.
//!
//! A language is one folder: its words, its spelled-out numbers and its constructs, in one [`Language`].

pub mod claim;
pub mod construct;
pub mod en;
pub mod hedge;
pub mod lexicon;
pub mod numeral;
pub mod numeric;
pub mod range;
mod reader;
pub mod role;
pub mod sameness;
pub mod shared;
pub mod site;
pub mod th;
mod trie;
pub mod word;
pub mod zh;

use crate::model::{Figure, Hedge, Kind, Quantity, Unit};
use construct::Constructs;
use lexicon::Lexicon;
use numeral::Numeral;
use std::sync::LazyLock;
use word::{Affix, Word, as_affix};

/// A language: its words, its numbers and its constructs.
pub struct Language {
    /// Its tag (BCP 47).
    pub tag: &'static str,
    /// Its words.
    pub lexicon: &'static LazyLock<Lexicon>,
    /// Its constructs, in the order in which they are tried.
    pub constructs: Constructs,
    /// Reads a number at a place: in digits, spelled out or mixed, with its scale.
    pub numeral: fn(&'static Language, &str, usize) -> Option<Numeral>,
    /// Whether a hyphen joins a number with its unit: `24-hour`.
    pub hyphen_joins: bool,
    /// Its hedges.
    pub hedging: &'static LazyLock<hedge::Hedging>,
    /// How it words a hedge around a figure that is already worded.
    pub write_hedge: fn(Hedge, &str) -> String,
    /// How it words a range.
    pub ranges: range::Connectors,
    /// What its list markers and pronouns look like; may change a figure or refuse it.
    pub judge: fn(&str, Figure) -> Option<Figure>,
}

/// The languages. To add one, write its folder and add it here.
pub const LANGUAGES: &[&Language] = &[&en::ENGLISH, &th::THAI, &zh::CHINESE];

impl Language {
    /// The language of a locale, such as `th` or `zh-Hans`.
    pub fn of(tag: &str) -> Option<&'static Language> {
        LANGUAGES.iter().copied().find(|language| language.tag == tag)
    }

    /// The names of its constructs, in the order in which they are tried.
    pub fn constructs(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.constructs.iter().map(|construct| construct.name())
    }

    /// Words a quantity in the way that is usual for its kind, hedge included: the name of the construct and the text.
    pub fn write(&self, quantity: &Quantity) -> Option<(&'static str, String)> {
        usual(quantity).iter().find_map(|construct| self.write_as(construct, quantity))
    }

    /// Words a quantity by the construct of that name, hedge included; `None` if there is none or it cannot say it exactly.
    pub fn write_as(&self, construct: &str, quantity: &Quantity) -> Option<(&'static str, String)> {
        let construct = self.constructs.iter().find(|candidate| candidate.name() == construct)?;
        let text = construct.write(quantity)?;
        let text = quantity.hedge.map_or(text.clone(), |hedge| (self.write_hedge)(hedge, &text));
        Some((construct.name(), text))
    }

    /// Reads every figure of a text, in order and without overlap.
    pub fn read(&'static self, text: &str) -> Vec<Figure> {
        reader::read(self, text)
    }

    /// The place after a gap: up to two spaces of any kind.
    pub fn skip_gap(&self, text: &str, at: usize) -> usize {
        let first = at + space_at(text, at);
        if first == at { at } else { first + space_at(text, first) }
    }

    /// The longest word that stands at a place, with its end.
    pub fn word_at(&self, text: &str, at: usize) -> Option<(Word, usize)> {
        self.lexicon.word_at(text, at)
    }

    /// The longest word that stands at a place behind a number, with its end.
    pub fn follower_at(&self, text: &str, at: usize) -> Option<(Word, usize)> {
        self.lexicon.follower_at(text, at)
    }

    /// The suffix that stands behind a number that ends at `end`.
    pub fn affix_after(&self, text: &str, end: usize) -> Option<(Affix, usize)> {
        as_affix(self.follower_at(text, self.suffix_place(text, end)))
    }

    /// Where the suffix of a number that ends at `end` stands: behind a hyphen or a gap.
    pub fn suffix_place(&self, text: &str, end: usize) -> usize {
        let hyphen = if self.hyphen_joins { hyphen_at(text, end) } else { 0 };
        if hyphen > 0 { end + hyphen } else { self.skip_gap(text, end) }
    }
}

/// The constructs that usually word a quantity of that kind and unit, in every language; the first that can does.
fn usual(quantity: &Quantity) -> &'static [&'static str] {
    match (quantity.kind, quantity.unit) {
        (Kind::Percent, _) => &["percent"],
        (Kind::PercentagePoint, _) => &["points"],
        (Kind::Multiple, _) => &["multiple"],
        (Kind::Fraction, _) => &["fraction"],
        (Kind::Currency, _) => &["currency"],
        (Kind::Year, Some(Unit::Decade)) => &["decade"],
        (Kind::Year, Some(Unit::Century)) => &["century"],
        (Kind::Year, _) => &["year", "plain-year", "era-year"],
        (Kind::Date, _) => &["date", "month-year"],
        (Kind::Duration, _) => &["duration", "quarters"],
        (Kind::Ordinal, _) => &["ordinal"],
        (Kind::Rating, Some(Unit::Stars)) => &["rating-stars"],
        (Kind::Rating, _) => &["out-of"],
        (Kind::Time, Some(Unit::AroundTheClock)) => &["around-the-clock"],
        (Kind::Time, _) => &["clock"],
        (Kind::Other, Some(Unit::Age)) => &["age"],
        (Kind::Other, Some(Unit::PerMille)) => &["per-mille"],
        (Kind::Other, Some(Unit::Ratio)) => &["ratio"],
        (Kind::Other, _) => &["measure"],
        (Kind::Count | Kind::Range, _) => &["count"],
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Language({})", self.tag)
    }
}

/// The length of the space at `at`: plain, no-break, thin, narrow or of no width; 0 if there is none.
fn space_at(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b' ', ..]) => 1,
        Some([0xC2, 0xA0, ..]) => 2,
        Some([0xE2, 0x80, 0x89 | 0x8A | 0xAF | 0x8B, ..]) => 3,
        _ => 0,
    }
}

/// The length of the hyphen at `at`: plain, hyphen or no-break hyphen; 0 if there is none.
fn hyphen_at(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..) {
        Some([b'-', ..]) => 1,
        Some([0xE2, 0x80, 0x90 | 0x91, ..]) => 3,
        _ => 0,
    }
}
