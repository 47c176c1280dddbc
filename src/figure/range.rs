//! Ranges: two figures joined into one, in every style: `4%–8%`, `between 20 and 30`, `2016—2020年`, `10–15 ล้านบาท`.

use super::construct::Reading;
use super::lexicon::Opening;
use super::numeral::digit_at;
use super::reader::{Seen, is_bare, read_at};
use super::word::{BUDDHIST_OFFSET, shift};
use super::{Language, hyphen_at, word::Word};
use crate::model::{Amount, Era, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// How a language joins the two ends of a range.
#[derive(Debug)]
pub struct Connectors {
    /// Between the ends, with or without gaps: `–`, `to`, `至`, `ถึง`.
    pub between: &'static [&'static str],
    /// Before the first end, with what then stands between the ends: `between … and …`.
    pub around: &'static [(&'static str, &'static str)],
    /// Before the first end of a change (`from 31% to 60%`), which is two figures and a range only of years, dates, times and ages.
    pub change: &'static [&'static str],
}

/// Joins a reading with the figure behind it, if both make a range.
pub(super) fn extend(language: &'static Language, text: &str, first: Seen, floor: usize) -> Reading {
    join(language, text, &first, floor).unwrap_or(first.reading)
}

fn join(language: &'static Language, text: &str, first: &Seen, floor: usize) -> Option<Reading> {
    if !matches!(first.reading.quantity.amount, Amount::Value(_)) {
        return None;
    }
    let start = first.reading.span.start;
    let head = text.get(floor..start)?.trim_end_matches([' ', '\u{a0}', '\u{200b}']);
    let mut around = language.ranges.around.iter().filter(|(opener, _)| ends_with_word(head, opener)).peekable();
    let opened = around.peek().copied();
    let change = language.ranges.change.iter().find(|opener| ends_with_word(head, opener));
    let at = connector_end(language, text, first.reading.span.end, around.map(|(_, between)| *between))?;
    let word = language.word_at(text, at);
    let digit = digit_at(text, at);
    let opening = match (word, digit) {
        (_, Some((_, length, _))) => Opening { start: at, end: at + length, word: None },
        (Some((word, end)), None) if word != Word::Minus => Opening { start: at, end, word: Some(word) },
        _ => return None,
    };
    let second = read_at(language, text, opening, at)?;
    let quantity = unite(first, &second)?;
    let timely = matches!(quantity.unit, Some(Unit::Year | Unit::Date | Unit::Time | Unit::Age));
    if change.is_some() && !timely {
        return None;
    }
    let opener = opened.map(|(opener, _)| *opener).or(change.copied()).map(|opener| floor + head.len() - opener.len());
    let (a, b) = (&first.reading, &second.reading);
    let both = |has: fn(&Reading) -> bool| has(a) && has(b);
    let whole = both(|end| end.span.end > end.core.end) || both(|end| end.core.start > end.span.start);
    let core = if whole { a.span.start..b.span.end } else { a.core.start..b.core.end };
    Some(Reading {
        span: opener.unwrap_or(start)..b.span.end,
        core,
        quantity,
        confidence: a.confidence.max(b.confidence),
        role: a.role,
    })
}

/// The end of the connector behind `end`, gaps included.
fn connector_end(
    language: &Language,
    text: &str,
    end: usize,
    mut around: impl Iterator<Item = &'static str>,
) -> Option<usize> {
    let at = language.skip_gap(text, end);
    let rest = &text[at..];
    let spaced = at > end;
    let length = match around.find(|between| rest.starts_with(between)) {
        Some(between) => between.len(),
        None => language.ranges.between.iter().filter(|between| rest.starts_with(**between)).map(|b| b.len()).max()?,
    };
    let next = language.skip_gap(text, at + length);
    // `5 -3` and `5- 3` are no ranges; `5 - 3` and `5-3` are.
    let lopsided = hyphen_at(text, at) == length && spaced != (next > at + length);
    // `forty-two` and `two-way` are words; a plain hyphen makes a range of digits only.
    let worded =
        hyphen_at(text, at) == length && digit_at(text, next).is_none() && !text[next..].starts_with(['$', '€', '£']);
    (!lopsided && !worded).then_some(next)
}

/// The quantity of a range from `first` to `second`, if they fit.
fn unite(first: &Seen, second: &Seen) -> Option<Quantity> {
    let (a, b) = (first.reading.quantity, second.reading.quantity);
    let (Amount::Value(low), Amount::Value(high)) = (a.amount, b.amount) else { return None };
    // `10 to 15 million`, but `8,000 to 1 million`.
    let grown = |low: Decimal| shift(low, second.scale as i8).filter(|grown| *grown < high);
    let scaled = |low: Decimal| Some(if first.scale == 0 { grown(low).unwrap_or(low) } else { low });
    let (low, high, unit) = if a.kind == b.kind && a.unit == b.unit {
        match a.kind {
            Kind::Date => (dated(low, high), high, a.unit),
            Kind::Count | Kind::Currency => (scaled(low)?, high, a.unit),
            Kind::Ordinal => return None,
            _ => (low, high, a.unit),
        }
    } else if a.kind == Kind::Year && b.kind == Kind::Count && is_bare(second) && high < Decimal::ONE_HUNDRED {
        // `2561–65` counts its century in the era in which it is printed.
        let offset = if a.era == Some(Era::Be) { BUDDHIST_OFFSET } else { Decimal::ZERO };
        (low, low - (low + offset) % Decimal::ONE_HUNDRED + high, a.unit)
    } else if b.kind == Kind::Date && a.kind == Kind::Count && is_bare(first) {
        (day_of(low, high)?, high, b.unit)
    } else if a.kind == Kind::Count && is_bare(first) && !matches!(b.kind, Kind::Ordinal | Kind::Year) {
        (scaled(low)?, high, unit_of(&b))
    } else if b.kind == Kind::Count && is_bare(second) && first.before && !first.after {
        (scaled(low)?, high, unit_of(&a))
    } else {
        return None;
    };
    let range = Quantity { kind: Kind::Range, amount: Amount::Range(low, high), unit, hedge: None, era: a.era.or(b.era) };
    (low < high).then_some(range)
}

/// The unit that a range of such quantities has.
fn unit_of(quantity: &Quantity) -> Option<Unit> {
    if quantity.kind == Kind::Multiple { Some(Unit::Times) } else { quantity.unit }
}

/// A day of the month of a date: 12 and 20180414 make 20180412.
fn day_of(day: Decimal, date: Decimal) -> Option<Decimal> {
    let hundred = Decimal::ONE_HUNDRED;
    (day >= Decimal::ONE && day <= Decimal::from(31)).then(|| date - date % hundred + day)
}

/// A date without a year gets that of the other end.
fn dated(low: Decimal, high: Decimal) -> Decimal {
    let year = Decimal::from(10_000);
    if low < year && high > year { high - high % year + low } else { low }
}

/// Whether a text ends in a word, as a whole if it is Latin.
fn ends_with_word(text: &str, word: &str) -> bool {
    text.len() >= word.len()
        && text.as_bytes()[text.len() - word.len()..].eq_ignore_ascii_case(word.as_bytes())
        && super::lexicon::is_whole(text, text.len() - word.len()..text.len())
}
