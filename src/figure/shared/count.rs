//! Numbers on their own, single words that are a factor, numbers of the text itself, and numbers that are gone.

use super::super::construct::{Construct, Needs, Reading};
use super::super::numeral::Form;
use super::super::site::Site;
use super::super::word::{Affix, Word};
use super::write;
use crate::model::{Amount, Kind, Quantity, Role};
use rust_decimal::Decimal;

/// A number on its own: `6,700`, `two hundred and five`.
#[derive(Debug)]
pub struct Digits;

impl Construct for Digits {
    fn name(&self) -> &'static str {
        "count"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|number| !matches!(number.form, Form::Ordinal | Form::Year))?;
        if site.before.is_some() {
            return None;
        }
        let quantity = Quantity::new(Kind::Count, Amount::Value(site.value()?));
        Some(Reading::new(site.start..number.end, number.core.clone(), quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        write::simple(quantity, Kind::Count, "{}")
    }
}

/// Four digits that are a year: 1800 to 2100, and in Thai 2400 to 2600 in the Buddhist era.
#[derive(Debug)]
pub struct PlainYear {
    /// Whether the language prints years of the Buddhist era.
    pub buddhist: bool,
}

impl Construct for PlainYear {
    fn name(&self) -> &'static str {
        "plain-year"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|number| number.is_plain(4) || number.form == Form::Year)?;
        if site.before.is_some() || site.negative || site.after.is_some() {
            return None;
        }
        let year = u32::try_from(number.value).ok()?;
        let era = match year {
            1800..=2100 => None,
            2400..=2600 if self.buddhist => Some(crate::model::Era::Be),
            _ => return None,
        };
        Some(Reading::new(site.start..number.end, number.core.clone(), Affix::Year(era).quantity(number.value)?))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = write::decimal(quantity, Kind::Year).filter(|_| quantity.unit == Some(crate::model::Unit::Year))?;
        let year = u32::try_from(value).ok()?;
        match quantity.era {
            None if (1800..=2100).contains(&year) => Some(year.to_string()),
            Some(crate::model::Era::Be) if self.buddhist && (1857..=2057).contains(&year) => Some((year + 543).to_string()),
            _ => None,
        }
    }
}

/// A single word that is a factor: `doubled`, `twice`, `翻倍`.
#[derive(Debug)]
pub struct Factor {
    /// How the language words a factor as a verb in the past.
    pub write: fn(Decimal) -> Option<&'static str>,
}

impl Construct for Factor {
    fn name(&self) -> &'static str {
        "doubling"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let Some((Word::Factor(numerator, denominator), end)) = site.word else { return None };
        let value = Decimal::from(numerator) / Decimal::from(denominator);
        Some(Reading::new(site.start..end, site.start..end, Quantity::new(Kind::Multiple, Amount::Value(value))))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        (self.write)(write::decimal(quantity, Kind::Multiple)?).map(str::to_owned)
    }
}

/// What numbers the text itself: `Figure 3`, `ตารางที่ 2`.
#[derive(Debug)]
pub struct Marker;

impl Construct for Marker {
    fn name(&self) -> &'static str {
        "marker"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let Some((Word::Marker, end)) = site.word else { return None };
        let at = site.language.skip_gap(site.text, end);
        let number = (site.language.numeral)(site.language, site.text, at)?;
        let quantity = Quantity::new(Kind::Ordinal, Amount::Value(number.value));
        Some(Reading { role: Role::Structural, ..Reading::new(site.start..number.end, number.core, quantity) })
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

/// A unit whose number is gone: `said that % of customers`, `ร้อยละ ของลูกค้า`, `百分之的`.
#[derive(Debug)]
pub struct Lost {
    /// Whether the sign or word really lacks a number there: some are nouns too.
    pub is_lost: fn(&Site<'_>, Affix, usize) -> bool,
}

impl Construct for Lost {
    fn name(&self) -> &'static str {
        "lost"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (affix, mut end, core) = match site.word? {
            (Word::After(affix), end) => (affix, end, site.start),
            (Word::Before(affix), end) if site.number.is_none() => (affix, end, end),
            _ => return None,
        };
        if !(self.is_lost)(site, affix, end) {
            return None;
        }
        // A scale that is still there belongs to the lost number: `$ million`.
        if let Some((Word::Scale(_), scale_end)) = site.word_after(end).filter(|_| core == end) {
            end = scale_end;
        }
        let quantity = Quantity { amount: Amount::Lost, ..affix.quantity(Decimal::ONE)? };
        Some(Reading::new(site.start..end, core..core, quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}
