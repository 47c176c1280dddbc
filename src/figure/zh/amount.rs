//! One number or two before a unit that only Chinese has: `三成`, `三到五成`, `七八成`; and ranges of neighbouring digits.

use super::cardinal::pair;
use crate::figure::construct::{Construct, Reading};
use crate::figure::numeral::Numeral;
use crate::figure::shared::decimal;
use crate::figure::site::Site;
use crate::figure::word::Affix;
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;
use std::ops::Range;

/// One number or two at a site.
#[derive(Debug)]
pub struct Amounts {
    /// The number, or the low end.
    pub low: Decimal,
    /// The high end.
    pub high: Option<Decimal>,
    /// The bare numbers.
    pub core: Range<usize>,
    /// The end of them.
    pub end: usize,
}

/// What stands between the ends of a range.
const BETWEEN: [&str; 9] = ["到", "至", "～", "~", "—", "–", "-", "－", "∼"];

/// The number or the two numbers at a site.
pub fn amounts(site: &Site<'_>) -> Option<Amounts> {
    let Some(first) = &site.number else { return neighbours(site) };
    let low = site.value()?;
    let second = second(site, first.end).filter(|second| second.value > low);
    Some(match second {
        Some(second) => Amounts { low, high: Some(second.value), core: first.core.start..second.core.end, end: second.end },
        None => Amounts { low, high: None, core: first.core.clone(), end: first.end },
    })
}

/// The number behind a connector at `end`, if both stand there without gaps.
pub fn second(site: &Site<'_>, end: usize) -> Option<Numeral> {
    let rest = BETWEEN.iter().find_map(|between| site.rest(end).strip_prefix(between))?;
    (site.language.numeral)(site.language, site.text, site.text.len() - rest.len())
}

fn neighbours(site: &Site<'_>) -> Option<Amounts> {
    let (low, high) = pair(site.language, site.text, site.number_start)?;
    let sign = if site.negative { -Decimal::ONE } else { Decimal::ONE };
    Some(Amounts { low: low.value * sign, high: Some(high.value), core: low.core, end: low.end })
}

/// A quantity of the value, or the range of the two values.
pub fn quantity(amounts: &Amounts, of: impl Fn(Decimal) -> Option<Quantity>) -> Option<Quantity> {
    let low = of(amounts.low)?;
    let Some(high) = amounts.high else { return Some(low) };
    let (Amount::Value(a), Amount::Value(b)) = (low.amount, of(high)?.amount) else { return None };
    let unit = if low.kind == Kind::Multiple { Some(Unit::Times) } else { low.unit };
    (a < b).then_some(Quantity { kind: Kind::Range, amount: Amount::Range(a, b), unit, ..low })
}

/// A range of neighbouring digits, with or without a unit: `两三年`, `五六百`, `十七八岁`; also `三到五百`.
#[derive(Debug)]
pub struct Neighbours;

impl Construct for Neighbours {
    fn name(&self) -> &'static str {
        "neighbours"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let amounts = if site.number.is_some() { shared_place(site)? } else { neighbours(site)? };
        let after = site.language.affix_after(site.text, amounts.end);
        let affix = site.before.map(|before| (before, amounts.end)).or(after);
        let (quantity, end) = match affix {
            Some((Affix::Ordinal | Affix::Year(_) | Affix::Decade | Affix::Century, _)) => return None,
            Some((affix, end)) => (quantity(&amounts, |value| affix.quantity(value))?, end),
            None => {
                let count = |value| Some(Quantity::new(Kind::Count, Amount::Value(value)));
                (quantity(&amounts, count)?, amounts.end)
            }
        };
        Some(Reading::new(site.start..end, amounts.core, quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // Ranges are worded from their ends.
    }
}

/// `三到五百`: one digit before the connector shares the 百 or 千 behind it.
fn shared_place(site: &Site<'_>) -> Option<Amounts> {
    let first = site.number.as_ref().filter(|first| first.value < Decimal::TEN && first.is_integer())?;
    let amounts = amounts(site)?;
    let high = amounts.high?;
    let power = match site.text[amounts.core.clone()].chars().next_back()? {
        '百' => Decimal::ONE_HUNDRED,
        '千' => Decimal::ONE_THOUSAND,
        _ => return None,
    };
    let single = high / power < Decimal::TEN && (high % power).is_zero() && first.scale == 0 && first.core.end == first.end;
    single.then_some(Amounts { low: amounts.low * power, ..amounts })
}

/// The single value of a percent that tens divide, as tenths.
pub fn tenths(quantity: &Quantity) -> Option<(u64, bool)> {
    let value = decimal(quantity, Kind::Percent)?;
    let twentieths = value / Decimal::from(5);
    let twentieths = u64::try_from(twentieths).ok().filter(|_| twentieths.is_integer())?;
    (2..20).contains(&twentieths).then_some((twentieths / 2, twentieths % 2 == 1))
}

/// A number that is nothing but itself, for what a unit of Chinese may follow.
pub fn plain<'s>(site: &'s Site<'_>) -> Option<&'s Numeral> {
    site.number.as_ref().filter(|_| site.before.is_none())
}
