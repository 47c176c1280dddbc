//! Dates of Thai: `26 มีนาคม พ.ศ. 2561`, `12 เม.ย. 61`, `มีนาคม 2567`.

use super::classifier;
use super::year::gregorian;
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::numeral::{Form, Numeral};
use crate::figure::shared::decimal;
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::locale::date::THAI as MONTHS;
use crate::model::{Amount, Era, Kind, Quantity};
use rust_decimal::Decimal;

/// A day of a month, with or without its year.
#[derive(Debug)]
pub struct Written;

impl Construct for Written {
    fn name(&self) -> &'static str {
        "date"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let day = site.number.as_ref().filter(|number| site.before.is_none() && !site.negative && is_short(number))?;
        let mut at = site.language.skip_gap(site.text, day.end);
        if let Some((Word::After(Affix::Duration("month")), end)) = site.language.word_at(site.text, at) {
            at = site.language.skip_gap(site.text, end);
        }
        let (Word::Month(month), end) = site.language.word_at(site.text, at)? else { return None };
        let day = u32::try_from(day.value).ok().filter(|day| (1..=31).contains(day))?;
        let (year, era, end) = year_after(site, end).unwrap_or((0, None, end));
        reading(site, year * 10_000 + u32::from(month) * 100 + day, era, end)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = u32::try_from(decimal(quantity, Kind::Date)?).ok()?;
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
        let name = MONTHS.get(month.checked_sub(1)? as usize)?;
        match year {
            _ if !(1..=31).contains(&day) => None,
            0 => quantity.era.is_none().then(|| format!("{day} {name}")),
            _ => Some(format!("{day} {name} {}", labelled(year, quantity.era)?)),
        }
    }
}

/// A month of a year: `มีนาคม 2567`.
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
        let (Word::Month(month), end) = site.word? else { return None };
        let (year, era, end) = year_after(site, end).or_else(|| year_of_range(site, end))?;
        reading(site, year * 100 + u32::from(month), era, end)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = u32::try_from(decimal(quantity, Kind::Date)?).ok()?;
        let name = MONTHS.get((value % 100).checked_sub(1)? as usize)?;
        Some(format!("{name} {}", labelled(value / 100, quantity.era)?))
    }
}

/// A year with its label; the Buddhist era unless told otherwise.
fn labelled(year: u32, era: Option<Era>) -> Option<String> {
    let known = (1000..=2399).contains(&year);
    known.then(|| if era == Some(Era::Ce) { format!("ค.ศ. {year}") } else { format!("พ.ศ. {}", year + 543) })
}

fn reading(site: &Site<'_>, date: u32, era: Option<Era>, end: usize) -> Option<Reading> {
    let span = site.start..end;
    let quantity = Quantity { era, ..Quantity::new(Kind::Date, Amount::Value(Decimal::from(date))) };
    Some(Reading::new(span.clone(), span, quantity))
}

/// Whether a number is one or two plain digits or spelled out, as a day is.
fn is_short(number: &Numeral) -> bool {
    matches!(number.form, Form::Words) && number.is_integer() || number.is_plain(1) || number.is_plain(2)
}

/// The year behind a month, in the Gregorian calendar, with its era and end.
fn year_after(site: &Site<'_>, end: usize) -> Option<(u32, Option<Era>, usize)> {
    let mut at = site.language.skip_gap(site.text, end);
    let mut label = None;
    let mut labelled = false;
    match site.language.word_at(site.text, at) {
        Some((Word::Before(Affix::Year(era)), end)) => {
            (label, labelled, at) = (era, true, site.language.skip_gap(site.text, end));
        }
        Some((Word::After(Affix::Duration("year")), end)) => {
            (labelled, at) = (true, site.language.skip_gap(site.text, end));
        }
        _ => {}
    }
    let number = (site.language.numeral)(site.language, site.text, at).filter(Numeral::in_digits)?;
    let printed = u32::try_from(number.value).ok()?;
    let counted = || {
        site.affix_after(number.end).is_some()
            || classifier::counter(site.language, site.text, number.end).is_some()
                // `31 มีนาคม 2568 ประการที่สอง`: what follows ranks itself.
                && !site.rest(number.end).trim_start().starts_with("ประการที่")
    };
    if number.is_plain(4) && (labelled || !counted()) {
        let (year, era) = gregorian(printed, label)?;
        Some((year, era, number.end))
    } else if number.is_plain(2) && (40..=79).contains(&printed) && label != Some(Era::Ce) && !counted() {
        Some((2500 + printed - 543, Some(Era::Be), number.end))
    } else {
        None
    }
}

/// The year of a month that is the beginning of a range, from the end of that range: `มกราคม–มิถุนายน 2567`.
fn year_of_range(site: &Site<'_>, end: usize) -> Option<(u32, Option<Era>, usize)> {
    let at = connector(site, end)?;
    let (Word::Month(_), month_end) = site.language.word_at(site.text, at)? else { return None };
    year_after(site, month_end).map(|(year, era, _)| (year, era, end))
}

/// The place behind a connector of ranges, gaps included.
pub fn connector(site: &Site<'_>, end: usize) -> Option<usize> {
    let at = site.language.skip_gap(site.text, end);
    let between = site.language.ranges.between.iter().filter(|between| site.rest(at).starts_with(**between));
    Some(site.language.skip_gap(site.text, at + between.map(|between| between.len()).max()?))
}
