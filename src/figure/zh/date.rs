//! Dates of Chinese: `2018年3月26日`, `二〇二二年三月`, `3月26日`, `3月1日至5日`.

use super::han::{Pick, parse};
use super::lexicon::is_counted;
use super::sign::gap;
use crate::figure::construct::{Construct, Reading};
use crate::figure::numeral::digit_at;
use crate::figure::shared::decimal;
use crate::figure::site::Site;
use crate::figure::word::Affix;
use crate::model::{Amount, Kind, Quantity};
use rust_decimal::Decimal;

/// A date as far as it is printed.
#[derive(Debug, Clone, Copy, Default)]
struct Printed {
    year: u32,
    month: u32,
    day: u32,
    end: usize,
}

impl Printed {
    fn value(self) -> Decimal {
        let number =
            if self.day == 0 { self.year * 100 + self.month } else { self.year * 10_000 + self.month * 100 + self.day };
        Decimal::from(number)
    }
}

/// A number in digits or characters before a word: the number and the end of the word.
fn part(site: &Site<'_>, at: usize, words: &[&str]) -> Option<(u32, usize)> {
    let (value, end) = match digit_at(site.text, at) {
        Some(_) => digits(site.text, at)?,
        None => {
            let parsed = parse(site.language, site.text, at, Pick::Low).filter(|parsed| !parsed.pair)?;
            (u32::try_from(parsed.value).ok()?, parsed.end)
        }
    };
    let at = gap(site.text, end);
    let word = words.iter().find(|word| site.rest(at).starts_with(**word))?;
    Some((value, at + word.len()))
}

/// Up to four digits at `at`.
fn digits(text: &str, at: usize) -> Option<(u32, usize)> {
    let (mut value, mut end, mut count) = (0, at, 0);
    while let Some((digit, length, _)) = digit_at(text, end) {
        (value, end, count) = (value * 10 + u32::from(digit), end + length, count + 1);
        if count > 4 {
            return None;
        }
    }
    Some((value, end))
}

fn month(site: &Site<'_>, at: usize) -> Option<(u32, usize)> {
    part(site, at, &["月份", "月"]).filter(|(month, _)| (1..=12).contains(month))
}

fn day(site: &Site<'_>, at: usize) -> Option<(u32, usize)> {
    part(site, at, &["日", "号"]).filter(|(day, end)| (1..=31).contains(day) && !site.rest(*end).starts_with(['元', '圆']))
}

/// A date at `at`: a year and a month, a month and a day, or all three.
fn date(site: &Site<'_>, at: usize) -> Option<Printed> {
    let (year, month_at) = match part(site, at, &["年"]).filter(|(year, _)| (1000..=2999).contains(year)) {
        Some((year, end)) => (year, gap(site.text, end)),
        None => (0, at),
    };
    let (month, end) = month(site, month_at)?;
    match day(site, gap(site.text, end)) {
        Some((day, end)) => Some(Printed { year, month, day, end }),
        None => (year > 0).then_some(Printed { year, month, day: 0, end }),
    }
}

fn at_site(site: &Site<'_>) -> Option<Printed> {
    let plain = site.before.is_none() && !site.negative;
    plain.then(|| date(site, site.number_start))?
}

fn reading(site: &Site<'_>, value: Decimal, end: usize) -> Reading {
    let span = site.start..end;
    Reading::new(span.clone(), span, Quantity::new(Kind::Date, Amount::Value(value)))
}

/// `2018年3月26日`, `3月26日`
#[derive(Debug)]
pub struct Written;

impl Construct for Written {
    fn name(&self) -> &'static str {
        "date"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let date = at_site(site)?;
        Some(reading(site, date.value(), date.end))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (year, month, day) = parts(quantity)?;
        match (year, day) {
            (_, 0 | 32..) => None,
            (0, _) => Some(format!("{month}月{day}日")),
            (1000..=2999, _) => Some(format!("{year}年{month}月{day}日")),
            _ => None,
        }
    }
}

/// `2022年3月`
#[derive(Debug)]
pub struct MonthYear;

impl Construct for MonthYear {
    fn name(&self) -> &'static str {
        "month-year"
    }

    fn read(&self, _: &Site<'_>) -> Option<Reading> {
        None // It is read as a date.
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = u32::try_from(decimal(quantity, Kind::Date).filter(|_| quantity.era.is_none())?).ok()?;
        let (year, month) = (value / 100, value % 100);
        ((1000..=2999).contains(&year) && (1..=12).contains(&month)).then(|| format!("{year}年{month}月"))
    }
}

/// Year, month and day of a date without an era; the year is 0 where there is none.
fn parts(quantity: &Quantity) -> Option<(u32, u32, u32)> {
    let value = u32::try_from(decimal(quantity, Kind::Date).filter(|_| quantity.era.is_none())?).ok()?;
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    (1..=12).contains(&month).then_some((year, month, day))
}

/// A range of dates whose second end leaves out what it shares with the first: `3月1日至5日`, `2022年3月至5月`, `3月1—5日`.
#[derive(Debug)]
pub struct Span;

impl Construct for Span {
    fn name(&self) -> &'static str {
        "date-span"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let first = at_site(site).or_else(|| open_day(site))?;
        const BETWEEN: [&str; 8] = ["至", "到", "—", "－", "-", "–", "～", "~"];
        let at = gap(site.text, first.end);
        let between = BETWEEN.iter().find(|between| site.rest(at).starts_with(**between))?;
        let at = gap(site.text, at + between.len());
        let second = if first.day > 0 {
            let (day, end) = day(site, at)?;
            Printed { day, end, ..first }
        } else {
            let (month, end) = month(site, at).filter(|(_, end)| day(site, *end).is_none())?;
            Printed { month, end, ..first }
        };
        let (low, high) = (first.value(), second.value());
        let quantity = Quantity { kind: Kind::Range, amount: Amount::Range(low, high), ..reading(site, low, 0).quantity };
        (low < high).then(|| Reading { quantity, ..reading(site, low, second.end) })
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // Ranges are worded from their ends.
    }
}

/// A month and a day without 日, as before the connector of a range.
fn open_day(site: &Site<'_>) -> Option<Printed> {
    if site.before.is_some() || site.negative {
        return None;
    }
    let year = part(site, site.number_start, &["年"]).filter(|(year, _)| (1000..=2999).contains(year));
    let (year, at) = year.map_or((0, site.number_start), |(year, end)| (year, gap(site.text, end)));
    let (month, end) = month(site, at)?;
    digit_at(site.text, end)?;
    let (day, end) = digits(site.text, end).filter(|(day, _)| (1..=31).contains(day))?;
    Some(Printed { year, month, day, end })
}

/// A day of a month that is not named, `12日`, or what 号 numbers: a rank; where 日 measures time, a duration.
#[derive(Debug)]
pub struct Day;

impl Construct for Day {
    fn name(&self) -> &'static str {
        "day"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = super::amount::plain(site).filter(|number| number.is_integer() && !site.negative)?;
        let (_, end) = day(site, site.number_start).or_else(|| part(site, site.number_start, &["号"]))?;
        const LASTING: [&str; 10] = ["为期", "持续", "历时", "连续", "满", "近", "仅", "约", "长达", "了"];
        let lasts = LASTING.iter().any(|word| site.text[..site.start].ends_with(word));
        let rest = site.rest(end);
        if rest.starts_with(['本', '游', '内', '后', '起']) && !rest.starts_with('起') && lasts || rest.starts_with("本")
        {
            return None;
        }
        let affix = if lasts && site.text[..end].ends_with('日') { Affix::Duration("day") } else { Affix::Ordinal };
        Some(Reading::new(site.start..end, number.core.clone(), affix.quantity(number.value)?))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // The date or the rank is said in full.
    }
}

/// Whether what follows four digits counts something, so that they are no year.
pub fn counts(site: &Site<'_>, end: usize) -> bool {
    let rest = site.rest(gap(site.text, end));
    is_counted(rest) && !rest.starts_with('大') || site.language.affix_after(site.text, end).is_some()
}
