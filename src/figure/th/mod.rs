//! Thai: its words, its spelled-out numbers and its constructs.
//!
//! Thai has no spaces between words, so what a numeral is part of decides whether it is one: `idioms` are the words that
//! contain numerals, `boundary` is what the letters say, `classifier` is what is counted.

mod age;
mod boundary;
mod cardinal;
mod classifier;
mod clock;
mod date;
mod digits;
mod either;
mod fraction;
mod hedges;
mod idioms;
mod judge;
mod lexicon;
mod lost;
mod multiple;
mod ordinal;
mod spell;
mod units;
mod vague;
mod year;

use super::Language;
use super::construct::{Construct, Constructs};
use super::range::Connectors;
use super::shared;
use crate::model::Hedge;

pub use spell::spell;

/// Thai.
pub static THAI: Language = Language {
    tag: "th",
    lexicon: &lexicon::LEXICON,
    constructs: Constructs::new(CONSTRUCTS),
    numeral: cardinal::numeral,
    hyphen_joins: true,
    hedging: &lexicon::HEDGING,
    write_hedge,
    ranges: Connectors {
        between: &["–", "—", "-", "~", "～", "\u{2011}", "ถึง", "จนถึง"],
        around: &[("ระหว่าง", "และ"), ("ระหว่าง", "กับ")],
        change: &["จาก"],
    },
    judge: judge::judge,
};

/// How Thai words a quantity, in the order in which readings are tried.
const CONSTRUCTS: &[&dyn Construct] = &[
    &units::PERCENT,
    &units::PERCENT_SIGN,
    &units::PERCENT_WORDS,
    &units::POINTS,
    &units::PercentPoints,
    &units::PER_MILLE,
    &units::CURRENCY,
    &shared::MoneyParts { joints: &[" กับ ", "กับ", " ", ""] },
    &multiple::Doubling,
    &multiple::Times,
    &fraction::Words,
    &fraction::NInM,
    &shared::AroundTheClock,
    &date::Written,
    &shared::IsoDate { buddhist: true },
    &date::MonthYear,
    &clock::PartOfDay,
    &clock::Clock,
    &fraction::Slash,
    &fraction::OutOf,
    &shared::Ratio,
    &fraction::RatioWords,
    &shared::Stars,
    &units::STARS,
    &age::Age,
    &units::DURATION,
    &units::MEASURE,
    &units::Over,
    &units::Halves,
    &year::Decade,
    &year::Century,
    &year::Year,
    &ordinal::Ordinal,
    &shared::PlainYear { buddhist: true },
    &ordinal::Firstly,
    &ordinal::Marker,
    &cardinal::Spelled,
    &either::Either,
    &shared::Digits,
    &shared::Lost { is_lost: lost::is_lost },
];

/// Words a hedge around a figure: with a space before digits and abbreviations, without before words.
fn write_hedge(hedge: Hedge, figure: &str) -> String {
    let word = match hedge {
        Hedge::About => "ประมาณ",
        Hedge::Nearly => "เกือบ",
        Hedge::MoreThan => "มากกว่า",
        Hedge::AtLeast => "อย่างน้อย",
        Hedge::LessThan => "น้อยกว่า",
        Hedge::AtMost => "ไม่เกิน",
        Hedge::Only => "เพียง",
        Hedge::UpTo => "สูงถึง",
        Hedge::Average => "เฉลี่ย",
    };
    if let Some(inside) = multiple::hedged(hedge, word, figure).or_else(|| age::hedged(word, figure)) {
        return inside;
    }
    let abbreviated = ["พ.ศ.", "ค.ศ."].iter().any(|label| figure.starts_with(label));
    let spaced = abbreviated || !figure.starts_with(boundary::is_letter);
    format!("{word}{}{figure}", if spaced { " " } else { "" })
}

/// The longest hedge that ends just before `start`, and where it begins.
fn hedge_before(text: &str, start: usize) -> Option<(Hedge, usize)> {
    let head = text[..start].trim_end_matches([' ', '\u{a0}', '\u{200b}']);
    lexicon::HEDGING.before(text, 0, head.len())
}
