//! Two numbers with a sign between them: `4/5`, `3:1`, `4.7/5`.

use super::super::construct::{Construct, Reading};
use super::super::numeral::{Numeral, digit_at};
use super::super::site::Site;
use super::super::word::{Affix, Word};
use super::{stands_alone, write};
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// A fraction with a slash: `4/5`; a rating where it has a decimal point or stars: `4.7/5`.
#[derive(Debug)]
pub struct Slash;

impl Construct for Slash {
    fn name(&self) -> &'static str {
        "slash"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (first, second) = two_numbers(site, &["/", "／"], b'/')?;
        let whole = first.start..second.end;
        if let Some((Word::After(Affix::Stars), end)) = site.word_after(second.end) {
            return rating(site, &first.number, &second, end);
        }
        if !first.number.is_integer() {
            return rating(site, &first.number, &second, second.end);
        }
        let (a, b) = (site.value()?, second.value);
        let plausible = second.is_integer() && b > Decimal::ONE && b <= Decimal::from(1_000_000) && !a.is_zero();
        plausible.then(|| Reading::new(whole.clone(), whole, Quantity::new(Kind::Fraction, Amount::Ratio(a, b))))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        match quantity.amount {
            // 9/11 is a day and 24/7 a service, not a share.
            Amount::Ratio(a, b)
                if quantity.kind == Kind::Fraction && ![(9, 11), (24, 7)].contains(&(a.mantissa(), b.mantissa())) =>
            {
                Some(format!("{}/{}", write::plain(a), write::plain(b)))
            }
            _ => None,
        }
    }
}

fn rating(site: &Site<'_>, first: &Numeral, second: &Numeral, end: usize) -> Option<Reading> {
    let whole = u16::try_from(second.value).ok().filter(|whole| matches!(whole, 5 | 10 | 100))?;
    let quantity = Affix::OutOf(whole).quantity(first.value)?;
    Some(Reading::new(site.start..end, first.core.clone(), quantity))
}

/// A ratio: `3:1`, `3∶1`, `13：1`.
#[derive(Debug)]
pub struct Ratio;

impl Construct for Ratio {
    fn name(&self) -> &'static str {
        "ratio"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (first, second) = two_numbers(site, &[":", "：", "∶"], b':')?;
        let span = first.start..second.end;
        let quantity =
            Quantity::new(Kind::Other, Amount::Value(first.number.value.checked_div(second.value)?)).unit(Unit::Ratio);
        Some(Reading::new(span.clone(), span, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = write::decimal(quantity, Kind::Other)?;
        // 1:1 is a way of talking.
        (quantity.unit == Some(Unit::Ratio) && value > Decimal::ONE).then(|| format!("{}:1", write::plain(value)))
    }
}

/// A number of stars as signs: `★★★★☆`.
#[derive(Debug)]
pub struct Stars;

impl Construct for Stars {
    fn name(&self) -> &'static str {
        "stars"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let rest = site.rest(site.start);
        let marks = |mark: char, skip: usize| rest.chars().skip(skip).take(11).take_while(|other| *other == mark).count();
        let full = marks('★', 0);
        let empty = marks('☆', full);
        let span = site.start..site.start + 3 * (full + empty);
        let quantity = Affix::Stars.quantity(Decimal::from(full))?;
        (full > 0 && full + empty <= 10).then(|| Reading::new(span.clone(), span, quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

struct First {
    start: usize,
    number: Numeral,
}

/// Two numbers in digits with one of the marks directly between them, and no third.
fn two_numbers(site: &Site<'_>, marks: &[&str], mark: u8) -> Option<(First, Numeral)> {
    let number = site.number.clone().filter(|number| number.in_digits() && number.scale == 0)?;
    if site.before.is_some() {
        return None;
    }
    let start = site.start;
    let between = marks.iter().find(|mark| site.rest(number.end).starts_with(**mark))?;
    let at = number.end + between.len();
    digit_at(site.text, at)?;
    let second =
        (site.language.numeral)(site.language, site.text, at).filter(|second| second.in_digits() && second.scale == 0)?;
    // A third number makes it none of the two.
    let digit = |end: Option<char>| end.is_some_and(|end| end.is_ascii_digit());
    let chained = marks.iter().any(|mark| {
        digit(site.rest(second.end).strip_prefix(mark).and_then(|rest| rest.chars().next()))
            || digit(site.text[..start].strip_suffix(mark).and_then(|head| head.chars().next_back()))
    });
    (!chained && stands_alone(site.text, start..second.end, mark) && !second.value.is_zero())
        .then_some((First { start, number }, second))
}
