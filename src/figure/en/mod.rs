//! English: its words, its spelled-out numbers and its constructs.

mod cardinal;
mod date;
mod fraction;
pub(super) mod idioms;
mod judge;
mod lexicon;
mod units;

use super::Language;
use super::construct::Construct;
use super::hedge::Hedging;
use super::range::Connectors;
use super::shared;
use crate::model::{Amount, Hedge, Kind, Quantity, Unit};

pub use cardinal::spell;

/// English.
pub static ENGLISH: Language = Language {
    tag: "en",
    lexicon: &lexicon::LEXICON,
    constructs: CONSTRUCTS,
    usual,
    numeral: cardinal::numeral,
    hyphen_joins: true,
    hedging: Hedging { before: lexicon::HEDGES_BEFORE, after: lexicon::HEDGES_AFTER, bridges: &[] },
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

/// The construct that usually words a quantity.
fn usual(quantity: &Quantity) -> &'static str {
    match (quantity.kind, quantity.unit) {
        (Kind::Percent, _) => "percent",
        (Kind::PercentagePoint, _) => "points",
        (Kind::Multiple, _) => "multiple",
        (Kind::Fraction, _) => "fraction",
        (Kind::Currency, _) => "currency",
        (Kind::Year, Some(Unit::Decade)) => "decade",
        (Kind::Year, Some(Unit::Century)) => "century",
        (Kind::Year, _) if quantity.era.is_some() => "era-year",
        (Kind::Year, _) => "plain-year",
        (Kind::Date, _) if matches!(quantity.amount, Amount::Value(date) if is_month(date)) => "month-year",
        (Kind::Date, _) => "date",
        (Kind::Duration, Some(Unit::Duration("quarter"))) => "quarters",
        (Kind::Duration, _) => "duration",
        (Kind::Ordinal, _) => "ordinal",
        (Kind::Rating, Some(Unit::Stars)) => "rating-stars",
        (Kind::Rating, _) => "out-of",
        (Kind::Time, Some(Unit::AroundTheClock)) => "around-the-clock",
        (Kind::Time, _) => "clock",
        (Kind::Other, Some(Unit::Age)) => "age",
        (Kind::Other, Some(Unit::PerMille)) => "per-mille",
        (Kind::Other, Some(Unit::Ratio)) => "ratio",
        (Kind::Other, _) => "measure",
        (Kind::Count | Kind::Range, _) => "count",
    }
}

fn is_month(date: rust_decimal::Decimal) -> bool {
    date >= 10_000.into() && date < 1_000_000.into()
}

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
