//! English: its words, its spelled-out numbers and its constructs.

mod cardinal;
mod date;
mod fraction;
pub(super) mod idioms;
mod judge;
mod lexicon;
mod units;

use super::Language;
use super::construct::{Construct, Constructs};
use super::range::Connectors;
use super::shared;
use crate::model::Hedge;

pub use cardinal::spell;

/// English.
pub static ENGLISH: Language = Language {
    tag: "en",
    lexicon: &lexicon::LEXICON,
    constructs: Constructs::new(CONSTRUCTS),
    numeral: cardinal::numeral,
    hyphen_joins: true,
    hedging: &lexicon::HEDGING,
    write_hedge,
    ranges: Connectors {
        between: &["–", "—", "-", "~", "\u{2011}", "to ", "through ", "- to ", "-to-"],
        around: &[("between", "and ")],
        change: &["from"],
    },
    judge: judge::judge,
};

/// How English words a quantity, in the order in which readings are tried.
const CONSTRUCTS: &[&dyn Construct] = &[
    &units::PERCENT,
    &units::PERCENT_WORDS,
    &units::POINTS,
    &units::BarePoints,
    &units::PER_MILLE,
    &units::CURRENCY,
    &shared::MoneyParts { joints: &[" and ", ", ", " "] },
    &units::MULTIPLE,
    &shared::Factor { write: units::factor_verb },
    &units::Quarters,
    &fraction::Words,
    &fraction::NInM,
    &shared::AroundTheClock,
    &date::Written,
    &shared::IsoDate { buddhist: false },
    &date::MonthYear,
    &date::TwelveHours,
    &shared::Clock { suffix: date::meridiem },
    &shared::Slash,
    &fraction::OutOf,
    &shared::Ratio,
    &fraction::ToOne,
    &shared::Stars,
    &units::STARS,
    &units::AGE,
    &units::DURATION,
    &units::OneAndAHalf,
    &units::MEASURE,
    &units::DECADE,
    &units::AgeGroup,
    &units::CENTURY,
    &units::ERA_YEAR,
    &shared::PlainYear { buddhist: false },
    &units::ORDINAL,
    &units::OrdinalWords,
    &shared::Marker,
    &cardinal::Spelled,
    &shared::Digits,
    &shared::Lost { is_lost: judge::is_lost },
];

/// Words a hedge around a figure.
fn write_hedge(hedge: Hedge, figure: &str) -> String {
    let word = match hedge {
        Hedge::About => "about",
        Hedge::Nearly => "nearly",
        Hedge::MoreThan => "more than",
        Hedge::AtLeast => "at least",
        Hedge::LessThan => "less than",
        Hedge::AtMost => "at most",
        Hedge::Only => "only",
        Hedge::UpTo => "up to",
        Hedge::Average => "an average of",
    };
    format!("{word} {figure}")
}
