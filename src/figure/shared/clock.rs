//! Times of day with a colon, and service that never closes.

use super::super::construct::{Construct, Reading};
use super::super::numeral::digit_at;
use super::super::site::Site;
use super::{stands_alone, write};
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// A time of day on the 24-hour clock: `10:30`, optionally with a word of the language behind it.
#[derive(Debug)]
pub struct Clock {
    /// What may follow: its length, and hours to add (`p.m.`).
    pub suffix: fn(&str, u32) -> (usize, u32),
}

impl Construct for Clock {
    fn name(&self) -> &'static str {
        "clock"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.before.is_some() || site.negative {
            return None;
        }
        let start = site.number_start;
        let (hour, colon) = number_of(site.text, start, 1, 2)?;
        let colon_length = colon_at(site.text, colon)?;
        let (minute, end) = number_of(site.text, colon + colon_length, 2, 2)?;
        if hour > 24 || minute > 59 || !stands_alone(site.text, start..end, b':') {
            return None;
        }
        let (length, later) = (self.suffix)(&site.text[end..], hour);
        let value = Decimal::from((hour + later) * 100 + minute);
        Some(Reading::new(site.start..end + length, start..end, Quantity::new(Kind::Time, Amount::Value(value))))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        if quantity.unit != Some(Unit::Time) {
            return None;
        }
        let value = u32::try_from(write::decimal(quantity, Kind::Time)?).ok()?;
        (value / 100 <= 24 && value % 100 <= 59).then(|| format!("{:02}:{:02}", value / 100, value % 100))
    }
}

/// A whole number of `least` to `most` digits at `at`, with its end.
fn number_of(text: &str, mut at: usize, least: u32, most: u32) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut count = 0;
    while let Some((digit, length, _)) = digit_at(text, at) {
        value = value * 10 + u32::from(digit);
        count += 1;
        at += length;
        if count > most {
            return None;
        }
    }
    (count >= least).then_some((value, at))
}

fn colon_at(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at..)? {
        [b':', ..] => Some(1),
        [0xEF, 0xBC, 0x9A, ..] => Some(3),
        _ => None,
    }
}

/// Service round the clock, every day: `24/7`.
#[derive(Debug)]
pub struct AroundTheClock;

impl Construct for AroundTheClock {
    fn name(&self) -> &'static str {
        "around-the-clock"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        const FORMS: [&str; 7] = ["24/7/365", "24/7", "24 / 7", "24x7", "24×7", "7×24小时", "7x24小时"];
        let rest = site.rest(site.number_start);
        let form = FORMS.iter().filter(|_| rest.starts_with(['2', '7'])).find(|form| rest.starts_with(**form))?;
        let span = site.start..site.number_start + form.len();
        if site.before.is_some() || digit_at(site.text, span.end).is_some() {
            return None;
        }
        let quantity = Quantity::new(Kind::Time, Amount::Value(Decimal::from(24))).unit(Unit::AroundTheClock);
        Some(Reading::new(span.clone(), span, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        (quantity.unit == Some(Unit::AroundTheClock)).then(|| "24/7".to_owned())
    }
}
