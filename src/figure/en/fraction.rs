//! Fractions of English: `three-quarters`, `nine in ten`, `4 in 5`, `four out of five`, `three-to-one`.

use super::cardinal::spell;
use super::lexicon::{HALF_A, IN, OUT_OF, OVER, TO_ONE};
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::hyphen_at;
use crate::figure::shared::{decimal, plain};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// Fractions by name: `half`, `two-thirds`, `a quarter`; written also as `nine in ten`.
#[derive(Debug)]
pub struct Words;

impl Construct for Words {
    fn name(&self) -> &'static str {
        "fraction"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (a, b, end) = match site.word? {
            (Word::Part(a, b), end) if !site.text[end..].starts_with(['-', '\u{2011}']) => (a, b, end),
            (Word::Own(HALF_A), _) if site.number.is_none() => (1, 2, site.start + "half".len()),
            (Word::Small(a), end) => named(site, a, end)?,
            _ => named_digits(site)?,
        };
        let whole = site.start..end;
        let amount = Amount::Ratio(Decimal::from(a), Decimal::from(b));
        Some(Reading::new(whole.clone(), whole, Quantity::new(Kind::Fraction, amount)))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (a, b) = ratio(quantity)?;
        match (a, b) {
            (1, 2) => Some("half".to_owned()),
            (1, 3) => Some("a third".to_owned()),
            (1, 4) => Some("a quarter".to_owned()),
            // Two quarters are half a year.
            (2, 4) => Some("two in four".to_owned()),
            (_, 3) => Some(format!("{}-thirds", spell(a)?)),
            (_, 4) => Some(format!("{}-quarters", spell(a)?)),
            _ => Some(format!("{} in {}", spell(a)?, spell(b)?)),
        }
    }
}

/// `two-thirds`, `one third`: a small number, a space or hyphen, and a denominator.
fn named(site: &Site<'_>, a: u8, end: usize) -> Option<(u8, u8, usize)> {
    let hyphen = end + hyphen_at(site.text, end);
    let at = if hyphen > end { hyphen } else { site.language.skip_gap(site.text, end) };
    match site.follower_at(at)? {
        // `two quarters` are half a year.
        (Word::Part(1, 4), _) if a == 2 => None,
        (Word::Part(1, b), end) => Some((a, b, end)),
        (Word::Ordinal(b @ 3..), end) if a == 1 => Some((a, b, end)),
        // `one twenty-fifth`
        (Word::Tens(tens), end) if a == 1 => {
            let at = end + hyphen_at(site.text, end);
            match site.language.follower_at(site.text, at).filter(|_| at > end)? {
                (Word::Ordinal(unit @ 1..=9), end) => Some((a, tens + unit, end)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// `2 thirds`, with a digit.
fn named_digits(site: &Site<'_>) -> Option<(u8, u8, usize)> {
    let number = site.number.as_ref().filter(|number| number.is_plain(1) && site.before.is_none())?;
    named(site, u8::try_from(number.value).ok()?, number.end)
}

/// `4 in 5`, `nine out of ten`, `two in every five`; written in digits.
#[derive(Debug)]
pub struct NInM;

impl Construct for NInM {
    fn name(&self) -> &'static str {
        "n-in-m"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let first = site.number.as_ref().filter(|number| number.is_integer() && number.scale == 0)?;
        if site.before.is_some() || site.negative {
            return None;
        }
        let (second, between) = second_number(site, first.end)?;
        let (a, b) = (first.value, second.value);
        if !second.is_integer() || second.is_plain(4) && second.value > Decimal::from(1799) {
            return None;
        }
        let ten = Decimal::TEN;
        // `five over eight`; elsewhere `over` is a hedge of what follows.
        let ends = !site.rest(second.end).trim_start().starts_with(|c: char| c.is_alphanumeric() || c == '%');
        if between == OVER && (!ends || site.head().trim_end().ends_with("from") || first.value >= Decimal::ONE_HUNDRED) {
            return None;
        }
        let plausible = matches!(between, OUT_OF | OVER) || a <= b || (a <= ten && b <= ten);
        let follows = site.affix_after(second.end);
        if !plausible || b < Decimal::TWO || a.is_zero() || (between != OUT_OF && follows.is_some()) || is_stars(follows) {
            return None;
        }
        let whole = site.start..second.end;
        Some(Reading::new(whole.clone(), whole, Quantity::new(Kind::Fraction, Amount::Ratio(a, b))))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (a, b) = ratio(quantity)?;
        Some(format!("{a} in {b}"))
    }
}

fn is_stars(follows: Option<(Affix, usize)>) -> bool {
    matches!(follows, Some((Affix::Stars, _)))
}

/// The number behind `in`, `out of`, `in every`, …, and which of them it was.
fn second_number(site: &Site<'_>, end: usize) -> Option<(crate::figure::numeral::Numeral, u8)> {
    let hyphen = end + hyphen_at(site.text, end);
    let at = if hyphen > end { hyphen } else { site.language.skip_gap(site.text, end) };
    let (Word::Own(own @ (IN | OUT_OF | OVER)), mut end) = site.follower_at(at)? else { return None };
    end += hyphen_at(site.text, end);
    let at = site.language.skip_gap(site.text, end);
    Some(((site.language.numeral)(site.language, site.text, at)?, own))
}

/// A mark: `4.5 out of 5`, with or without stars.
#[derive(Debug)]
pub struct OutOf;

impl Construct for OutOf {
    fn name(&self) -> &'static str {
        "out-of"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let first = site.number.as_ref()?;
        let (second, OUT_OF) = second_number(site, first.end)? else { return None };
        let whole = u16::try_from(second.value).ok().filter(|whole| matches!(whole, 5 | 10 | 100))?;
        let follows = site.affix_after(second.end);
        let end = match follows {
            Some((Affix::Stars, end)) => end,
            _ if first.is_integer() => return None,
            _ => second.end,
        };
        Some(Reading::new(site.start..end, first.core.clone(), Affix::OutOf(whole).quantity(first.value)?))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = decimal(quantity, Kind::Rating)?;
        let Some(Unit::OutOf(whole @ (5 | 10 | 100))) = quantity.unit else { return None };
        (value.scale() > 0 && !value.is_integer()).then(|| format!("{} out of {whole}", plain(value)))
    }
}

/// A ratio in words: `three-to-one`.
#[derive(Debug)]
pub struct ToOne;

impl Construct for ToOne {
    fn name(&self) -> &'static str {
        "to-one"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|_| site.before.is_none())?;
        let (Word::Own(TO_ONE), end) = site.word_after(number.end)? else {
            return None;
        };
        let quantity = Quantity::new(Kind::Other, Amount::Value(number.value)).unit(Unit::Ratio);
        Some(Reading::new(site.start..end, site.start..end, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = decimal(quantity, Kind::Other)?;
        (quantity.unit == Some(Unit::Ratio) && value.is_integer() && value >= Decimal::TWO && value <= Decimal::from(20))
            .then_some(())?;
        Some(format!("{}-to-one", spell(u64::try_from(value).ok()?)?))
    }
}

/// Numerator and denominator of a fraction of small whole numbers.
fn ratio(quantity: &Quantity) -> Option<(u64, u64)> {
    match quantity.amount {
        Amount::Ratio(a, b) if quantity.kind == Kind::Fraction && a.scale() == 0 && b.scale() == 0 => {
            let (a, b) = (u64::try_from(a).ok()?, u64::try_from(b).ok()?);
            (a > 0 && b > 1).then_some((a, b))
        }
        _ => None,
    }
}
