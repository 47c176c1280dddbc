//! Years, decades and centuries of Thai, in both eras: `พ.ศ. 2565`, `ปี 2018`, `ทศวรรษ 2530`, `คริสต์ศตวรรษที่ 19`.

use super::lexicon::{CENTURY, CENTURY_BE, CENTURY_CE, ERA_OF};
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::numeral::{Form, Numeral};
use crate::figure::shared::{decimal, plain, spelled};
use crate::figure::site::Site;
use crate::figure::word::{Affix, BUDDHIST_OFFSET, Word};
use crate::model::{Era, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// A year with its label; the Buddhist era unless the quantity says otherwise.
#[derive(Debug)]
pub struct Year;

impl Construct for Year {
    fn name(&self) -> &'static str {
        "year"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (number, affix) = match (site.before, site.word) {
            (Some(affix @ Affix::Year(_)), _) => (site.number.clone().filter(|number| is_numbered(number, 1))?, affix),
            (None, Some((Word::After(Affix::Duration("year")), end))) => unlabelled(site, end)?,
            _ => return None,
        };
        Some(Reading::new(site.start..number.end, number.core.clone(), affix.quantity(number.value)?))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let year = spelled(quantity, Kind::Year)
            .filter(|year| quantity.unit == Some(Unit::Year) && (1..=9456).contains(year))
            .map(Decimal::from)?;
        match quantity.era {
            Some(Era::Ce) => Some(format!("ค.ศ. {}", plain(year))),
            _ => Some(format!("พ.ศ. {}", plain(year + BUDDHIST_OFFSET))),
        }
    }
}

/// Whether a number is so many plain digits or more, up to four, or spelled out in thousands.
fn is_numbered(number: &Numeral, least: u8) -> bool {
    match number.form {
        Form::Digits { whole, marked } => !marked && (least..=4).contains(&whole),
        Form::Words | Form::Ordinal | Form::Year => {
            number.is_integer() && number.value > Decimal::ONE_THOUSAND && number.value < Decimal::from(3000)
        }
    }
}

/// `ปี 2565`, `ปี 2018`, `ปี 65`: the number tells the era.
fn unlabelled(site: &Site<'_>, end: usize) -> Option<(Numeral, Affix)> {
    let at = site.language.skip_gap(site.text, end);
    let mut number = (site.language.numeral)(site.language, site.text, at).filter(|number| is_numbered(number, 2))?;
    let four = !number.is_plain(2);
    let era = match u32::try_from(number.value).ok()? {
        1800..=2100 if four => None,
        2400..=2700 if four => Some(Era::Be),
        short @ 40..=79 if !four && site.affix_after(number.end).is_none() => {
            let counted = super::classifier::counter(site.language, site.text, number.end);
            number.value = Decimal::from(2500 + short);
            counted.is_none().then_some(Some(Era::Be))?
        }
        _ => return None,
    };
    Some((number, Affix::Year(era)))
}

/// `ทศวรรษ 1990`, `ยุค 90`
#[derive(Debug)]
pub struct Decade;

impl Construct for Decade {
    fn name(&self) -> &'static str {
        "decade"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (Word::Own(ERA_OF) | Word::After(Affix::Duration("decade")), end) = site.word? else { return None };
        let mut at = site.language.skip_gap(site.text, end);
        let label = match site.language.word_at(site.text, at) {
            Some((Word::Before(Affix::Year(era)), end)) => {
                at = site.language.skip_gap(site.text, end);
                era
            }
            _ => None,
        };
        let number = digits_at(site, at).filter(|number| number.is_plain(4) || number.is_plain(2))?;
        let printed = u32::try_from(number.value).ok().filter(|year| year % 10 == 0)?;
        let (year, era) = match printed {
            2400..=2700 => (printed - 543, Some(Era::Be)),
            1000..=2399 => (printed, label),
            20..=90 => (1900 + printed, label),
            _ => return None,
        };
        let end = number.end + usize::from(site.rest(number.end).starts_with('s'));
        let quantity = Quantity { era, ..Affix::Decade.quantity(Decimal::from(year))? };
        Some(Reading::new(site.start..end, number.core.clone(), quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let year = u32::try_from(decimal(quantity, Kind::Year)?).ok()?;
        let printed = if quantity.era == Some(Era::Be) { year + 543 } else { year };
        let known = match quantity.era {
            Some(Era::Be) => (2400..=2700).contains(&printed),
            None => (1000..=2390).contains(&printed),
            Some(Era::Ce) => false,
        };
        (quantity.unit == Some(Unit::Decade) && known && printed.is_multiple_of(10)).then(|| format!("ทศวรรษ {printed}"))
    }
}

/// Digits at a place, of which an `s` may follow: `ยุค 90s`.
fn digits_at(site: &Site<'_>, at: usize) -> Option<Numeral> {
    use crate::figure::numeral::{Digits, Grouping, digits};
    match digits(site.text, at, Grouping::Comma)? {
        Digits::Number(number) => {
            let rest = site.rest(number.end);
            let rest = rest.strip_prefix('s').unwrap_or(rest);
            (!rest.starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(number)
        }
        Digits::Run(_) => None,
    }
}

/// `ศตวรรษที่ 21`, `คริสต์ศตวรรษที่ 19`
#[derive(Debug)]
pub struct Century;

impl Construct for Century {
    fn name(&self) -> &'static str {
        "century"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (Word::Own(own), end) = site.word? else { return None };
        let era = match own {
            CENTURY => None,
            CENTURY_CE => Some(Era::Ce),
            CENTURY_BE => Some(Era::Be),
            _ => return None,
        };
        let at = site.language.skip_gap(site.text, end);
        let number = (site.language.numeral)(site.language, site.text, at).filter(|number| number.is_integer())?;
        let quantity = Quantity { era, ..Affix::Century.quantity(number.value)? };
        Some(Reading::new(site.start..number.end, number.core, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let number = spelled(&Quantity::new(Kind::Year, quantity.amount), Kind::Year)
            .filter(|_| quantity.kind == Kind::Year && quantity.unit == Some(Unit::Century))?;
        let label = match quantity.era {
            None => "ศตวรรษที่",
            Some(Era::Ce) => "คริสต์ศตวรรษที่",
            Some(Era::Be) => "พุทธศตวรรษที่",
        };
        Some(format!("{label} {number}"))
    }
}

/// The Gregorian year of a printed one, with the era that the label or the number tells.
pub fn gregorian(printed: u32, label: Option<Era>) -> Option<(u32, Option<Era>)> {
    match (label, printed) {
        (Some(Era::Be), 1000..=2999) => Some((printed - 543, label)),
        (Some(Era::Ce), 1000..=2999) => Some((printed, label)),
        (None, 2400..=2999) => Some((printed - 543, Some(Era::Be))),
        (None, 1000..=2399) => Some((printed, None)),
        _ => None,
    }
}
