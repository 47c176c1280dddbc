//! Years of Chinese: `2022年`, `二〇二二年`, `公元1860年`, `佛历2565年`, `20世纪90年代`, `21世纪`.

use super::date::counts;
use super::han::{Pick, parse};
use super::lexicon::BEFORE_CHRIST;
use super::sign::gap;
use super::units::figures;
use crate::figure::construct::{Construct, Reading};
use crate::figure::shared::{PlainYear, decimal};
use crate::figure::site::Site;
use crate::figure::word::{Affix, BUDDHIST_OFFSET, Word};
use crate::model::{Amount, Era, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// `2022年`, `二〇二二年`, `〇八年`
#[derive(Debug)]
pub struct Year;

impl Construct for Year {
    fn name(&self) -> &'static str {
        "year"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|_| !site.negative)?;
        let at = gap(site.text, number.end);
        let end = at + site.rest(at).strip_prefix('年').map(|_| "年".len())?;
        let year = u32::try_from(number.value).ok()?;
        let era = match site.before {
            None => None,
            Some(Affix::Year(era)) => era,
            Some(_) => return None,
        };
        let two = number.is_plain(2);
        let characters = !site.text.as_bytes()[site.number_start].is_ascii();
        let early = site.text[site.number_start..].starts_with(['0', '〇', '零', '０']);
        let year = match year {
            1000..=2999 if number.is_plain(4) && !is_long_ago(site.rest(end), year) => year,
            1..=2999 if era.is_some() && number.in_digits() => year,
            0..=99 if two && early => 2000 + year,
            30..=99 if two && characters => 1900 + year,
            _ => return None,
        };
        let quantity = Affix::Year(era).quantity(Decimal::from(year))?;
        Some(Reading::new(site.start..end, number.core.clone(), quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = calendar_year(quantity)?;
        let whole = quantity.era.is_none() && (1000..=2999).contains(&value);
        (whole && !is_long_ago("", value)).then(|| format!("{value}年"))
    }
}

/// Whether a number of years ends here that says how long ago something was: `1500年前`, `1500年的历史`.
fn is_long_ago(rest: &str, year: u32) -> bool {
    let history = ["的历史", "历史", "来", "悠久"].iter().any(|word| rest.starts_with(word));
    history
        || year < 1800 && rest.starts_with('前')
        || year.is_multiple_of(1000) && year != 2000 && rest.starts_with(['的', '前'])
}

/// The whole number of a year of the calendar.
fn calendar_year(quantity: &Quantity) -> Option<u32> {
    let value = decimal(quantity, Kind::Year).filter(|value| value.is_integer() && quantity.unit == Some(Unit::Year))?;
    u32::try_from(value).ok()
}

/// `公元1860年`, `佛历2565年`
#[derive(Debug)]
pub struct EraYear;

impl Construct for EraYear {
    fn name(&self) -> &'static str {
        "era-year"
    }

    /// Reads what is before the common era; the rest is read as a year.
    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let Some((Word::Own(BEFORE_CHRIST), end)) = site.word else { return None };
        let number = parse(site.language, site.text, gap(site.text, end), Pick::Low)?;
        let rest = site.rest(gap(site.text, number.end)).strip_prefix('年')?;
        let core = gap(site.text, end)..number.end;
        Some(Reading::new(site.start..site.text.len() - rest.len(), core, Affix::Year(None).quantity(-number.value)?))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let year = calendar_year(quantity).filter(|year| (1..=2456).contains(year))?;
        match quantity.era? {
            Era::Be => Some(format!("佛历{}年", figures(Decimal::from(year) + BUDDHIST_OFFSET))),
            Era::Ce => Some(format!("公元{year}年")),
        }
    }
}

/// Four digits alone that are a year, unless a classifier follows them.
#[derive(Debug)]
pub struct Plain;

const PLAIN: PlainYear = PlainYear { buddhist: false };

impl Construct for Plain {
    fn name(&self) -> &'static str {
        "plain-year"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let reading = PLAIN.read(site)?;
        (!counts(site, reading.span.end) && !begins_range(site, reading.span.end)).then_some(reading)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        PLAIN.write(quantity)
    }
}

/// Whether a range begins with the four digits whose other end is no year: `2000—3000名`.
fn begins_range(site: &Site<'_>, end: usize) -> bool {
    let second = super::amount::second(site, end);
    second.is_some_and(|second| second.value > Decimal::from(2100) || counts(site, second.end) && !is_year(site, second.end))
}

/// Whether 年 stands behind a number.
fn is_year(site: &Site<'_>, end: usize) -> bool {
    site.rest(gap(site.text, end)).starts_with('年')
}

/// A year of accounts, harvests or school that two of the calendar share: `2022/2023年度`.
#[derive(Debug)]
pub struct Season;

impl Construct for Season {
    fn name(&self) -> &'static str {
        "season"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = super::amount::plain(site).filter(|number| number.is_plain(4) && !site.negative)?;
        let rest = site.rest(number.end).strip_prefix('/')?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let second: u32 = rest[..digits].parse().ok()?;
        let first = u32::try_from(number.value).ok().filter(|year| (1800..=2100).contains(year))?;
        let next = match digits {
            4 => second == first + 1,
            2 => second == (first + 1) % 100,
            _ => return None,
        };
        let behind = &rest[digits..];
        let start = site.text.len() - rest.len();
        let end = start + digits + behind.strip_prefix('年').map_or(0, |_| "年".len());
        let amount = Amount::Range(Decimal::from(first), Decimal::from(first + 1));
        let quantity = Quantity { kind: Kind::Range, amount, ..Quantity::new(Kind::Year, amount) };
        let dated = behind.starts_with('/');
        (next && !dated).then(|| Reading::new(site.start..end, site.start..end, quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // Ranges are worded from their ends.
    }
}

/// `20世纪90年代`, `90年代`, `2010年代`
#[derive(Debug)]
pub struct Decade;

impl Construct for Decade {
    fn name(&self) -> &'static str {
        "decade"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = super::amount::plain(site).filter(|_| !site.negative)?;
        let first = u32::try_from(number.value).ok()?;
        let (century, number_start, decade, end) = match site.rest(gap(site.text, number.end)).strip_prefix("世纪") {
            Some(rest) => {
                let at = gap(site.text, site.text.len() - rest.len());
                let number = parse(site.language, site.text, at, Pick::Low)?;
                (Some(first), site.number_start, u32::try_from(number.value).ok()?, number.end)
            }
            None => (None, site.number_start, first, number.core.end),
        };
        let at = gap(site.text, end);
        site.rest(at).strip_prefix("年代")?;
        let this_century = site.text[..site.start].ends_with("本世纪");
        let year = match (century, decade) {
            (_, decade) if decade % 10 != 0 => return None,
            (Some(century @ 1..=30), 0..=90) => (century - 1) * 100 + decade,
            (None, 0..=90) if this_century => 2000 + decade,
            (None, 20..=90) => 1900 + decade,
            (None, 0..=10) => 2000 + decade,
            (None, 1000..=2990) => decade,
            _ => return None,
        };
        let quantity = Affix::Decade.quantity(Decimal::from(year))?;
        Some(Reading::new(site.start..at + "年代".len(), number_start..end, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let year = u32::try_from(decimal(quantity, Kind::Year)?).ok()?;
        let whole = quantity.unit == Some(Unit::Decade) && year.is_multiple_of(10) && (1000..=2990).contains(&year);
        let (century, decade) = (year / 100 + 1, year % 100);
        whole.then(|| {
            if year < 2000 && decade >= 20 { format!("{century}世纪{decade}年代") } else { format!("{year}年代") }
        })
    }
}

/// `21世纪`
#[derive(Debug)]
pub struct Century;

impl Construct for Century {
    fn name(&self) -> &'static str {
        "century"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = super::amount::plain(site).filter(|number| number.is_integer() && !site.negative)?;
        match site.after? {
            (Affix::Century, end) => {
                Some(Reading::new(site.start..end, number.core.clone(), Affix::Century.quantity(number.value)?))
            }
            _ => None,
        }
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = u32::try_from(decimal(quantity, Kind::Year)?).ok()?;
        (quantity.unit == Some(Unit::Century)).then(|| format!("{value}世纪"))
    }
}
