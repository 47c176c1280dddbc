//! Simplified Chinese: its words, its numbers and its constructs.

mod amount;
mod cardinal;
mod date;
mod degrees;
mod duration;
mod fraction;
mod han;
mod idioms;
mod judge;
mod lexicon;
mod money;
mod multiple;
mod name;
mod other;
mod percent;
mod sign;
mod spell;
mod time;
mod units;
mod year;

use super::Language;
use super::construct::{Construct, Constructs};
use super::range::Connectors;
use super::shared;
use crate::model::Hedge;

pub use spell::spell;

/// Simplified Chinese.
pub static CHINESE: Language = Language {
    tag: "zh-Hans",
    lexicon: &lexicon::LEXICON,
    constructs: Constructs::new(CONSTRUCTS),
    numeral: cardinal::numeral,
    hyphen_joins: false,
    hedging: &lexicon::HEDGING,
    write_hedge,
    ranges: Connectors {
        between: &["至", "到", "～", "~", "—", "——", "–", "-", "－", "∼"],
        around: &[("介于", "和"), ("介于", "与")],
        change: &["从", "由", "自"],
    },
    judge: judge::judge,
};

/// How Chinese words a quantity, in the order in which readings are tried.
const CONSTRUCTS: &[&dyn Construct] = &[
    &units::PERCENT,
    &units::PERCENT_WORDS,
    &percent::Tenths,
    &percent::Discount,
    &percent::Wholly,
    &units::POINTS,
    &units::PER_MILLE,
    &units::CURRENCY,
    &money::Parts,
    &multiple::Times,
    &multiple::Doubling,
    &fraction::Half,
    &fraction::Words,
    &fraction::NInM,
    &time::AroundTheClock,
    &date::Span,
    &date::Written,
    &date::MonthYear,
    &shared::IsoDate { buddhist: false },
    &time::Clock,
    &other::OutOf,
    &year::Season,
    &shared::Slash,
    &shared::Ratio,
    &other::Versus,
    &shared::Stars,
    &units::STARS,
    &units::AGE,
    &year::Decade,
    &year::Century,
    &year::Year,
    &year::EraYear,
    &duration::AndAHalf,
    &duration::HalfUnit,
    &duration::Quarter,
    &duration::Minutes,
    &duration::TensOfYears,
    &units::DURATION,
    &units::MEASURE,
    &degrees::Degrees,
    &year::Plain,
    &date::Day,
    &other::Ordinal,
    &units::ORDINAL_WORDS,
    &other::Circled,
    &other::Marker,
    &cardinal::Spelled,
    &cardinal::Count,
    &amount::Neighbours,
    &other::LostMoney,
    &shared::Lost { is_lost: judge::is_lost },
];

/// Words a hedge around a figure: before it, and never a second one behind it.
fn write_hedge(hedge: Hedge, figure: &str) -> String {
    if let Some(text) = multiple::write_hedge(hedge, figure) {
        return text;
    }
    // 近三年 would say "in the last three years".
    let lasts = figure.ends_with(['年', '月', '周', '天', '秒', '钟', '时', '度', '纪']);
    let counted = figure.ends_with(|last: char| last.is_ascii_digit() || matches!(last, '万' | '亿'));
    let word = match hedge {
        Hedge::About => "约",
        Hedge::Nearly if lasts => "将近",
        Hedge::Nearly => "近",
        Hedge::MoreThan => "超过",
        Hedge::AtLeast => "至少",
        Hedge::LessThan => "不到",
        Hedge::AtMost => "不超过",
        Hedge::Only if figure.ends_with('半') => "只有",
        Hedge::Only => "仅",
        Hedge::UpTo if counted => "多达",
        Hedge::UpTo => "高达",
        Hedge::Average => "平均",
    };
    format!("{word}{figure}")
}
