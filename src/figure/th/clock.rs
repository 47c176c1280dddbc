//! Times of day of Thai: `10.30 น.`, `18 นาฬิกา`, `บ่ายสามโมง`, `สองทุ่ม`, `ตีห้า`.

use super::classifier;
use super::date::connector;
use super::lexicon::{HALF, MONG, MONG_EVENING, MONG_MORNING, OCLOCK, THUM};
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::numeral::{Form, Numeral};
use crate::figure::shared::{self, decimal};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// A time on the 24-hour clock: `10.30 น.`, `10:30`, `18 นาฬิกา`.
#[derive(Debug)]
pub struct Clock;

impl Construct for Clock {
    fn name(&self) -> &'static str {
        "clock"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let colon = shared::Clock { suffix: oclock }.read(site);
        if colon.is_some() || site.before.is_some() || site.negative {
            return colon;
        }
        let number = site.number.as_ref()?;
        let oclock = match site.word_after(number.end) {
            Some((Word::Own(OCLOCK), end)) => Some(end),
            _ => None,
        };
        if let Some(time) = dotted(number) {
            let end = oclock.or_else(|| opens_range(site, number.end))?;
            return reading(site.start..end, number.core.clone(), time);
        }
        let hour = u32::try_from(number.value).ok().filter(|hour| *hour <= 24 && number.is_integer() && number.scale < 2)?;
        let (minute, end) = minutes(site, oclock?);
        let core = if minute > 0 { site.start..end } else { number.core.clone() };
        reading(site.start..end, core, hour * 100 + minute)
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (hour, minute) = parts(quantity)?;
        (hour <= 24 && minute <= 59).then(|| format!("{hour:02}.{minute:02} น."))
    }
}

fn reading(span: std::ops::Range<usize>, core: std::ops::Range<usize>, time: u32) -> Option<Reading> {
    Some(Reading::new(span, core, Quantity::new(Kind::Time, Amount::Value(Decimal::from(time)))))
}

fn parts(quantity: &Quantity) -> Option<(u32, u32)> {
    let value = u32::try_from(decimal(quantity, Kind::Time)?).ok().filter(|_| quantity.unit == Some(Unit::Time))?;
    Some((value / 100, value % 100))
}

/// Hours and minutes of a number such as `10.30`.
fn dotted(number: &Numeral) -> Option<u32> {
    let Form::Digits { whole: 1..=2, .. } = number.form else { return None };
    if number.value.scale() != 2 || number.scale > 0 {
        return None;
    }
    let time = u32::try_from((number.value * Decimal::ONE_HUNDRED).normalize()).ok()?;
    (time / 100 <= 24 && time % 100 <= 59).then_some(time)
}

/// The end of the first time of `09.00–17.00 น.`.
fn opens_range(site: &Site<'_>, end: usize) -> Option<usize> {
    let second = (site.language.numeral)(site.language, site.text, connector(site, end)?)?;
    dotted(&second)?;
    matches!(site.word_after(second.end), Some((Word::Own(OCLOCK), _))).then_some(end)
}

/// The minutes behind `นาฬิกา`, with their end.
fn minutes(site: &Site<'_>, end: usize) -> (u32, usize) {
    let at = site.language.skip_gap(site.text, end);
    let minutes = || {
        let number = (site.language.numeral)(site.language, site.text, at)?;
        let (Affix::Duration("minute"), end) = site.affix_after(number.end)? else { return None };
        Some((u32::try_from(number.value).ok().filter(|minute| *minute < 60)?, end))
    };
    minutes().unwrap_or((0, end))
}

/// `น.` behind a time with a colon.
fn oclock(rest: &str, _: u32) -> (usize, u32) {
    let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    let word = ["น.", "นาฬิกา"].iter().find(|word| spaces <= 2 && rest[spaces..].starts_with(**word));
    (word.map_or(0, |word| spaces + word.len()), 0)
}

/// A time by the parts of the day: `9 โมงเช้า`, `บ่าย 3 โมง`, `สองทุ่มครึ่ง`, `ตีสอง`.
#[derive(Debug)]
pub struct PartOfDay;

impl Construct for PartOfDay {
    fn name(&self) -> &'static str {
        "part-of-day"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|number| site.before.is_none() && !site.negative && number.is_integer())?;
        let hour = u32::try_from(number.value).ok().filter(|hour| (1..=12).contains(hour))?;
        let head = site.text[..site.start].trim_end_matches([' ', '\u{a0}', '\u{200b}']);
        let afternoon = head.strip_suffix("บ่าย").map(str::len);
        let (hour, end) = match site.word_after(number.end) {
            Some((Word::Own(MONG), end)) if hour <= 5 || afternoon.is_some() => (hour + 12, end),
            Some((Word::Own(MONG), end)) => (hour, end),
            Some((Word::Own(MONG_MORNING), end)) => (if hour <= 5 { hour + 6 } else { hour }, end),
            Some((Word::Own(MONG_EVENING), end)) if hour <= 6 => (hour + 12, end),
            Some((Word::Own(THUM), end)) if hour <= 6 => (hour + 18, end),
            _ if counted(site, number.end) || hour > 5 => return None,
            _ if afternoon.is_some() => (hour + 12, number.end),
            _ => return reading(head.strip_suffix("ตี")?.len()..number.end, number.core.clone(), hour * 100),
        };
        let start = afternoon.filter(|_| (13..=18).contains(&hour)).unwrap_or(site.start);
        match site.language.word_at(site.text, end) {
            Some((Word::Own(HALF), half)) => reading(start..half, start..half, hour * 100 + 30),
            _ => reading(start..end, number.core.clone(), hour * 100),
        }
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (hour, 0) = parts(quantity)? else { return None };
        match hour {
            1..=5 => Some(format!("ตี {hour}")),
            6..=11 => Some(format!("{hour} โมงเช้า")),
            13..=15 => Some(format!("บ่าย {} โมง", hour - 12)),
            16..=18 => Some(format!("{} โมงเย็น", hour - 12)),
            19..=23 => Some(format!("{} ทุ่ม", hour - 18)),
            _ => None,
        }
    }
}

/// Whether a unit or classifier makes the number something else than an hour.
fn counted(site: &Site<'_>, end: usize) -> bool {
    site.after.is_some() || classifier::follows(site.language, site.text, end).is_some()
}
