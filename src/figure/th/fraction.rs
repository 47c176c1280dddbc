//! Fractions, marks and ratios of Thai: `สามในสี่`, `4 ใน 5`, `ครึ่งหนึ่ง`, `เศษสองส่วนสาม`, `8.2 เต็ม 10`, `20 ต่อ 1`.

use super::classifier;
use super::lexicon::{FROM, FULL, HALF, IN, MARKS, PARTS, REST, TO};
use super::spell::spell;
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::numeral::Numeral;
use crate::figure::shared::{self, decimal, grouped, plain};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// Fractions by name: `ครึ่งหนึ่ง`, `เศษสองส่วนสาม`, `กว่าครึ่ง`; written also as `เก้าในสิบ`.
#[derive(Debug)]
pub struct Words;

impl Construct for Words {
    fn name(&self) -> &'static str {
        "fraction"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (a, b, end) = match site.word {
            Some((Word::Part(a, b), end)) => (Decimal::from(a), Decimal::from(b), end),
            Some((Word::Own(HALF), end)) => (Decimal::ONE, Decimal::TWO, half(site, end)?),
            Some((Word::Own(REST), end)) => parts(site, site.language.skip_gap(site.text, end))?,
            _ if site.before.is_none() && site.number.as_ref().is_some_and(|number| is_divided(site, number)) => {
                parts(site, site.number_start)?
            }
            _ => return None,
        };
        fraction(site, a, b, end)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        match ratio(quantity)? {
            (1, 2) => Some("ครึ่งหนึ่ง".to_owned()),
            (a, b) if plausible(a.into(), b.into()) => Some(format!("{}ใน{}", spell(a)?, spell(b)?)),
            _ => None,
        }
    }
}

fn fraction(site: &Site<'_>, a: Decimal, b: Decimal, end: usize) -> Option<Reading> {
    let span = site.start..end;
    Some(Reading::new(span.clone(), span, Quantity::new(Kind::Fraction, Amount::Ratio(a, b))))
}

/// `ครึ่ง` is a half behind a hedge (`กว่าครึ่ง`) and before what is halved (`ครึ่งของ`, `ครึ่งราคา`).
fn half(site: &Site<'_>, end: usize) -> Option<usize> {
    const HALVED: [&str; 3] = ["ของ", "ราคา", "เดียว"];
    let rest = site.rest(end);
    let hedged = super::hedge_before(site.text, site.start).is_some() && !rest.trim_start_matches(' ').starts_with('ๆ');
    (hedged || HALVED.iter().any(|halved| rest.starts_with(halved))).then_some(end)
}

/// Whether a spelled-out number may be the first term of a fraction with `ส่วน`.
fn is_divided(site: &Site<'_>, number: &Numeral) -> bool {
    !number.in_digits() && matches!(site.word_after(number.end), Some((Word::Own(PARTS), _)))
}

/// `สองส่วนสาม`: the terms of a fraction, and its end.
fn parts(site: &Site<'_>, at: usize) -> Option<(Decimal, Decimal, usize)> {
    let first = number_at(site, at)?;
    let (Word::Own(PARTS), end) = site.word_after(first.end)? else { return None };
    let second = number_at(site, site.language.skip_gap(site.text, end))?;
    (first.value < second.value && !first.value.is_zero()).then_some((first.value, second.value, second.end))
}

/// A whole number without scale.
fn number_at(site: &Site<'_>, at: usize) -> Option<Numeral> {
    (site.language.numeral)(site.language, site.text, at).filter(Numeral::is_integer)
}

/// Whether `a ใน b` is a fraction and not two numbers: a part of the whole, or a garble of small ones.
fn plausible(a: Decimal, b: Decimal) -> bool {
    let round = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND].contains(&a) && b < a;
    !a.is_zero() && !b.is_zero() && (a < b || a > Decimal::ONE && b <= Decimal::TEN && a <= Decimal::TEN || round)
}

/// `4 ใน 5`, `สี่ในห้า`, `3 จาก 4 คน`; written in digits.
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
        let first = site.number.as_ref().filter(|number| number.is_integer() && number.scale < 6)?;
        if site.before.is_some() || site.negative || is_year(first) || site.text[..site.start].ends_with('/') {
            return None;
        }
        let (Word::Own(between @ (IN | FROM)), end) = site.word_after(first.end)? else { return None };
        let second = number_at(site, site.language.skip_gap(site.text, end))?;
        let follows = site.affix_after(second.end);
        let (a, b) = (first.value, second.value);
        if !plausible(a, b) || is_year(&second) || follows.is_some() || first.in_digits() != second.in_digits() {
            return None;
        }
        if between == FROM && (a >= b || is_change(site) || !counts_same(site, second.end)) {
            return None;
        }
        fraction(site, a, b, second.end)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (a, b) = ratio(quantity)?;
        plausible(a.into(), b.into()).then(|| format!("{} ใน {}", grouped(a.into()), grouped(b.into())))
    }
}

fn is_year(number: &Numeral) -> bool {
    number.is_plain(4) && number.value > Decimal::from(1799)
}

/// `เพิ่มเป็น 3 จาก 4` is a change.
fn is_change(site: &Site<'_>) -> bool {
    const CHANGES: [&str; 7] = ["เป็น", "เหลือ", "ขึ้น", "ลง", "อยู่ที่", "เพิ่ม", "ลด"];
    let head = site.text[..site.start].trim_end_matches([' ', '\u{a0}', '\u{200b}']);
    CHANGES.iter().any(|change| head.ends_with(change))
}

/// Whether a classifier follows, which both terms of `3 จาก 4 คน` share.
fn counts_same(site: &Site<'_>, end: usize) -> bool {
    classifier::follows(site.language, site.text, end).is_some()
}

/// A fraction with a slash, as in other languages, but for a number within a year (`ครั้งที่ 3/2566`) and for `50/50`.
#[derive(Debug)]
pub struct Slash;

impl Construct for Slash {
    fn name(&self) -> &'static str {
        "slash"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let reading = shared::Slash.read(site)?;
        match reading.quantity.amount {
            Amount::Ratio(a, b) if a == b || b >= Decimal::from(1800) && b <= Decimal::from(2700) => None,
            _ => Some(reading),
        }
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (a, b) = ratio(quantity)?;
        if a == b || (1800..=2700).contains(&b) { None } else { shared::Slash.write(quantity) }
    }
}

/// A mark: `4.5 จาก 5 คะแนน`, `8.2 เต็ม 10`, `3.8 จาก 5 ดาว`.
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
        let first = site.number.as_ref().filter(|number| number.scale == 0 && site.before.is_none())?;
        let mut between = site.word_after(first.end)?;
        if let (Word::Own(MARKS) | Word::After(Affix::Stars), end) = between {
            between = site.word_after(end)?;
        }
        let (Word::Own(between @ (FROM | FULL)), end) = between else { return None };
        let second = number_at(site, site.language.skip_gap(site.text, end))?;
        let whole =
            u16::try_from(second.value).ok().filter(|whole| (3..=100).contains(whole) && first.value <= second.value)?;
        let end = match site.word_after(second.end) {
            Some((Word::Own(MARKS) | Word::After(Affix::Stars), end)) => end,
            Some((Word::After(_), _)) => return None,
            _ if between == FULL || !first.is_integer() && matches!(whole, 5 | 10 | 100) => second.end,
            _ => return None,
        };
        Some(Reading::new(site.start..end, first.core.clone(), Affix::OutOf(whole).quantity(first.value)?))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = decimal(quantity, Kind::Rating)?;
        let Some(Unit::OutOf(whole @ 3..=100)) = quantity.unit else { return None };
        (value >= Decimal::ZERO && value <= whole.into()).then(|| format!("{} จาก {whole} คะแนน", plain(value)))
    }
}

/// A ratio in words: `20 ต่อ 1`.
#[derive(Debug)]
pub struct RatioWords;

impl Construct for RatioWords {
    fn name(&self) -> &'static str {
        "ratio-words"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let first = site.number.as_ref().filter(|number| number.scale == 0 && site.before.is_none() && !site.negative)?;
        let (Word::Own(TO), end) = site.word_after(first.end)? else { return None };
        let second = number_at(site, site.language.skip_gap(site.text, end)).filter(|second| second.scale < 2)?;
        let one = first.value == Decimal::ONE || second.value == Decimal::ONE;
        let alone = site.affix_after(second.end).is_none() && !counts_same(site, second.end);
        if !(alone && one) || second.value.is_zero() {
            return None;
        }
        let quantity = Quantity::new(Kind::Other, Amount::Value(first.value.checked_div(second.value)?)).unit(Unit::Ratio);
        Some(Reading::new(site.start..second.end, site.start..second.end, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = decimal(quantity, Kind::Other)?;
        (quantity.unit == Some(Unit::Ratio) && value.is_sign_positive()).then(|| format!("{} ต่อ 1", grouped(value)))
    }
}

/// Numerator and denominator of a fraction of whole numbers.
fn ratio(quantity: &Quantity) -> Option<(u64, u64)> {
    match quantity.amount {
        Amount::Ratio(a, b) if quantity.kind == Kind::Fraction && a.scale() == 0 && b.scale() == 0 => {
            let (a, b) = (u64::try_from(a).ok()?, u64::try_from(b).ok()?);
            (a > 0 && b > 1).then_some((a, b))
        }
        _ => None,
    }
}
