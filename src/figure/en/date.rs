//! Dates and times of English: `12 April 2018`, `April 12, 2018`, `May 2022`, `3 p.m.`.

use super::lexicon::{AM, OCLOCK, PM};
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::lexicon::latin_at;
use crate::figure::numeral::{Numeral, digit_at};
use crate::figure::shared::decimal;
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::locale::date::ENGLISH as MONTHS;
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// A day of a month, with or without its year: `12 April 2018`, `the 12th of April`, `April 12, 2018`.
#[derive(Debug)]
pub struct Written;

impl Construct for Written {
    fn name(&self) -> &'static str {
        "date"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (day, month, end) = month_first(site).or_else(|| day_first(site))?;
        let (year, end) = year_after(site, end).map_or((0, end), |(year, end)| (year, end));
        reading(site, year * 10_000 + month * 100 + day, end)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (year, month, day) = parts(quantity)?;
        let name = MONTHS.get(month.checked_sub(1)? as usize)?;
        match (year, day) {
            (_, 0 | 32..) => None,
            (0, _) => Some(format!("{day} {name}")),
            (1000..=2999, _) => Some(format!("{day} {name} {year}")),
            _ => None,
        }
    }
}

/// A month of a year: `May 2022`.
#[derive(Debug)]
pub struct MonthYear;

impl Construct for MonthYear {
    fn name(&self) -> &'static str {
        "month-year"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (month, end) = month_at(site, site.start)?;
        let (year, end) = year_after(site, end)?;
        reading(site, year * 100 + month, end)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = u32::try_from(decimal(quantity, Kind::Date)?).ok()?;
        let (year, month) = (value / 100, value % 100);
        let name = MONTHS.get(month.checked_sub(1)? as usize)?;
        (1000..=2999).contains(&year).then(|| format!("{name} {year}"))
    }
}

fn reading(site: &Site<'_>, date: u32, end: usize) -> Option<Reading> {
    let span = site.start..end;
    Some(Reading::new(span.clone(), span, Quantity::new(Kind::Date, Amount::Value(Decimal::from(date)))))
}

/// Year, month and day of a date; the year is 0 where there is none.
fn parts(quantity: &Quantity) -> Option<(u32, u32, u32)> {
    let value = u32::try_from(decimal(quantity, Kind::Date)?).ok()?;
    Some((value / 10_000, value / 100 % 100, value % 100))
}

/// A month with a capital letter at `at`: `may` and `march` are other words.
fn month_at(site: &Site<'_>, at: usize) -> Option<(u32, usize)> {
    if !site.text.as_bytes().get(at)?.is_ascii_uppercase() {
        return None;
    }
    match site.language.word_at(site.text, at)? {
        (Word::Month(month), end) => Some((u32::from(month), end)),
        _ => None,
    }
}

fn month_first(site: &Site<'_>) -> Option<(u32, u32, usize)> {
    let (month, end) = month_at(site, site.start)?;
    let at = site.language.skip_gap(site.text, end);
    let (day, end) = day_at(site, at)?;
    Some((day, month, end))
}

fn day_first(site: &Site<'_>) -> Option<(u32, u32, usize)> {
    let (day, end) = day_at(site, site.number_start).filter(|_| site.before.is_none() && !site.negative)?;
    let mut at = site.language.skip_gap(site.text, end);
    if site.rest(at).starts_with("of ") {
        at += "of ".len();
    }
    let (month, end) = month_at(site, at)?;
    Some((day, month, end))
}

/// A day of the month, with or without the ending of an ordinal.
fn day_at(site: &Site<'_>, at: usize) -> Option<(u32, usize)> {
    let (first, length, _) = digit_at(site.text, at)?;
    let (mut day, mut end) = (u32::from(first), at + length);
    if let Some((second, length, _)) = digit_at(site.text, end) {
        (day, end) = (day * 10 + u32::from(second), end + length);
    }
    if !(1..=31).contains(&day) || digit_at(site.text, end).is_some() || is_continued(site, end) {
        return None;
    }
    match site.language.word_at(site.text, end) {
        Some((Word::After(Affix::Ordinal), ordinal_end)) => Some((day, ordinal_end)),
        _ => Some((day, end)),
    }
}

/// Whether digits go on behind a mark: `8.30`, `7:05`.
fn is_continued(site: &Site<'_>, end: usize) -> bool {
    let rest = site.rest(end);
    rest.starts_with('%') || rest.starts_with(['.', ':']) && digit_at(site.text, end + 1).is_some()
}

/// A year of four digits behind a date, over a space or a comma.
fn year_after(site: &Site<'_>, end: usize) -> Option<(u32, usize)> {
    let end = end + usize::from(site.rest(end).starts_with(','));
    let at = site.language.skip_gap(site.text, end);
    let number: Numeral = (site.language.numeral)(site.language, site.text, at).filter(|number| number.is_plain(4))?;
    let year = u32::try_from(number.value).ok().filter(|year| (1000..=2999).contains(year))?;
    (at > end).then_some((year, number.end))
}

/// A time on the 12-hour clock: `3 p.m.`, `8.30pm`, `7 o'clock`; minutes behind a colon are read by the clock.
#[derive(Debug)]
pub struct TwelveHours;

impl Construct for TwelveHours {
    fn name(&self) -> &'static str {
        "twelve-hours"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|_| site.before.is_none() && !site.negative)?;
        let (word @ Word::Own(AM | PM | OCLOCK), end) = site.word_after(number.end)? else { return None };
        let minutes = number.value.fract() * Decimal::ONE_HUNDRED;
        let hour = u32::try_from(number.value.trunc()).ok().filter(|hour| (1..=12).contains(hour))?;
        if !matches!(number.value.scale(), 0 | 2) || minutes >= Decimal::from(60) {
            return None;
        }
        // `3 o'clock in the afternoon`.
        let part = site.word_after(end).filter(|(part, _)| word == Word::Own(OCLOCK) && matches!(part, Word::Own(AM | PM)));
        let (word, end) = part.unwrap_or((word, end));
        let later = later(word, hour)?;
        let value = Decimal::from((hour + later) * 100)
            - if later == 0 && hour == 12 && word == Word::Own(AM) { Decimal::from(1200) } else { Decimal::ZERO };
        let quantity = Quantity::new(Kind::Time, Amount::Value((value + minutes).normalize()));
        Some(Reading::new(site.start..end, number.core.clone(), quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = u32::try_from(decimal(quantity, Kind::Time)?).ok()?;
        let (hour, minute) = (value / 100, value % 100);
        if minute != 0 || hour > 23 || quantity.unit != Some(Unit::Time) {
            return None;
        }
        let name = if hour < 12 { "a.m." } else { "p.m." };
        Some(format!("{} {name}", if hour % 12 == 0 { 12 } else { hour % 12 }))
    }
}

/// The hours that a word behind a time adds.
fn later(word: Word, hour: u32) -> Option<u32> {
    match word {
        Word::Own(AM | OCLOCK) => Some(0),
        Word::Own(PM) => Some(if hour < 12 { 12 } else { 0 }),
        _ => None,
    }
}

/// `a.m.` or `p.m.` behind a time with a colon: its length, and the hours that it adds.
pub fn meridiem(rest: &str, hour: u32) -> (usize, u32) {
    let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    let word = &rest[spaces..];
    const PARTS: [(&str, bool); 4] =
        [("in the morning", false), ("in the afternoon", true), ("in the evening", true), ("at night", true)];
    if let Some((part, pm)) = PARTS.iter().find(|(part, _)| spaces == 1 && word.starts_with(part)) {
        return (spaces + part.len(), if *pm && hour < 12 { 12 } else { 0 });
    }
    for (form, pm) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true), ("AM", false), ("PM", true)] {
        if spaces <= 2 && word.starts_with(form) && !latin_at(word, form.len()) {
            return (spaces + form.len(), if pm && hour < 12 { 12 } else { 0 });
        }
    }
    (0, 0)
}
