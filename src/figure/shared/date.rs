//! Dates in digits.

use super::super::construct::{Construct, Reading};
use super::super::numeral::digit_at;
use super::super::site::Site;
use super::write;
use crate::model::{Amount, Era, Kind, Quantity};
use rust_decimal::Decimal;

/// A date in digits, the year first (`2018-04-12`, ISO 8601) or the day first (`25/12/2018`).
#[derive(Debug)]
pub struct IsoDate {
    /// Whether years from 2400 are of the Buddhist era.
    pub buddhist: bool,
}

impl Construct for IsoDate {
    fn name(&self) -> &'static str {
        "iso-date"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.before.is_some() {
            return None;
        }
        let start = site.number_start;
        let (parts, end) = three_numbers(site.text, start)?;
        let [(a, a_digits), (b, _), (c, c_digits)] = parts;
        let (year, month, day) = match (a_digits, c_digits) {
            (4, 1..=2) => (a, b, c),
            (1..=2, 4) if b <= 12 => (c, b, a),
            (1..=2, 4) => (c, a, b),
            _ => return None,
        };
        let (year, era) = if self.buddhist && year >= 2400 { (year - 543, Some(Era::Be)) } else { (year, None) };
        if !((1000..=2999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)) {
            return None;
        }
        let value = Decimal::from(year * 10_000 + month * 100 + day);
        let quantity = Quantity { era, ..Quantity::new(Kind::Date, Amount::Value(value)) };
        Some(Reading::new(start..end, start..end, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = u32::try_from(write::decimal(quantity, Kind::Date)?).ok()?;
        let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
        let whole =
            quantity.era.is_none() && (1000..=2399).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        whole.then(|| format!("{year:04}-{month:02}-{day:02}"))
    }
}

/// Three numbers with the same separator between them, each with the count of its digits.
fn three_numbers(text: &str, start: usize) -> Option<([(u32, u32); 3], usize)> {
    let mut parts = [(0, 0); 3];
    let mut at = start;
    let mut separator = None;
    for (position, part) in parts.iter_mut().enumerate() {
        if position > 0 {
            let mark = *text.as_bytes().get(at)?;
            if !matches!(mark, b'-' | b'/' | b'.') || separator.is_some_and(|first| first != mark) {
                return None;
            }
            separator = Some(mark);
            at += 1;
        }
        while let Some((digit, length, _)) = digit_at(text, at) {
            *part = (part.0 * 10 + u32::from(digit), part.1 + 1);
            at += length;
            if part.1 > 4 {
                return None;
            }
        }
        if part.1 == 0 {
            return None;
        }
    }
    let chained = matches!(text.as_bytes().get(at), Some(b'-' | b'/')) && digit_at(text, at + 1).is_some();
    (!chained).then_some((parts, at))
}
