//! Times of day in Chinese: `上午9点`, `下午三点半`, `20点45分`, `早上8:30`; and `7×24小时`.

use super::han::{Pick, parse};
use super::lexicon::{EVENING, MORNING};
use crate::figure::construct::{Construct, Reading};
use crate::figure::numeral::digit_at;
use crate::figure::shared::decimal;
use crate::figure::site::Site;
use crate::figure::word::Word;
use crate::model::{Amount, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// A time of day, with the part of the day before it.
#[derive(Debug)]
pub struct Clock;

impl Construct for Clock {
    fn name(&self) -> &'static str {
        "clock"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (part, start) = match site.word {
            Some((Word::Own(part @ (MORNING | EVENING)), end)) => (Some(part), site.language.skip_gap(site.text, end)),
            _ if site.before.is_some() || site.negative => return None,
            _ => (None, site.number_start),
        };
        let (hour, at) = number(site, start)?;
        let time =
            with_colon(site, at, start).or_else(|| with_words(site, at, part.is_some() || is_due(&site.text[..start])))?;
        let noon = &site.text[site.start..start];
        let later = match part {
            Some(EVENING) if hour < 12 && !(noon.starts_with(['深', '夜']) && hour < 6) => 12,
            Some(MORNING) if noon.starts_with("中午") && hour < 3 => 12,
            _ => 0,
        };
        let (minute, core_end, end) = time;
        if hour > 24 || minute > 59 {
            return None;
        }
        let value = Decimal::from((hour + later) * 100 + minute);
        Some(Reading::new(site.start..end, start..core_end, Quantity::new(Kind::Time, Amount::Value(value))))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        if quantity.unit != Some(Unit::Time) {
            return None;
        }
        let value = u32::try_from(decimal(quantity, Kind::Time)?).ok()?;
        (value / 100 <= 24 && value % 100 <= 59).then(|| format!("{:02}:{:02}", value / 100, value % 100))
    }
}

/// A number of at most two digits or in characters, with its end.
fn number(site: &Site<'_>, at: usize) -> Option<(u32, usize)> {
    if digit_at(site.text, at).is_none() {
        let parsed =
            parse(site.language, site.text, at, Pick::Low).filter(|parsed| !parsed.pair && parsed.digits.is_none())?;
        return Some((u32::try_from(parsed.value).ok()?, parsed.end));
    }
    let (mut value, mut end, mut count) = (0, at, 0);
    while let Some((digit, length, _)) = digit_at(site.text, end) {
        (value, end, count) = (value * 10 + u32::from(digit), end + length, count + 1);
        if count > 2 {
            return None;
        }
    }
    Some((value, end))
}

/// Minutes behind a colon: the minutes, the end of the core and of the time.
fn with_colon(site: &Site<'_>, at: usize, start: usize) -> Option<(u32, usize, usize)> {
    let colon = [":", "：", "∶"].iter().find(|colon| site.rest(at).starts_with(**colon))?;
    let from = at + colon.len();
    let (minute, end) = number(site, from).filter(|(_, end)| *end > from && digit_at(site.text, from).is_some())?;
    let two = site.text[from..end].chars().count() == 2;
    let chained = site.text[..start].ends_with([':', '：']) || site.rest(end).starts_with([':', '：']);
    (two && !chained && digit_at(site.text, start).is_some()).then_some((minute, end, end))
}

/// 点 or 时 behind the hour and what follows it; without a part of the day only where it can be nothing else.
fn with_words(site: &Site<'_>, at: usize, sure: bool) -> Option<(u32, usize, usize)> {
    let at = site.language.skip_gap(site.text, at);
    let hour = ["点钟", "点整", "点", "时"].iter().find(|hour| site.rest(at).starts_with(**hour))?;
    let end = at + hour.len();
    let core_end = site.text[..at].trim_end().len();
    if *hour == "点钟" || *hour == "点整" {
        return Some((0, core_end, end));
    }
    for (part, minute) in [("半", 30), ("一刻", 15), ("三刻", 45)] {
        if site.rest(end).starts_with(part) && (*hour == "点") {
            return Some((minute, end + part.len(), end + part.len()));
        }
    }
    if let Some((minute, minute_end)) = number(site, end).filter(|(minute, _)| *minute < 60) {
        if let Some(rest) = site.rest(minute_end).strip_prefix('分')
            && !rest.starts_with(['之', '钱', '别'])
        {
            return Some((minute, minute_end, minute_end + "分".len()));
        }
        if sure && !site.rest(minute_end).starts_with(['个', '名', '人', '家', '万', '.', '%', '月', '年']) {
            return Some((minute, minute_end, minute_end));
        }
    }
    if *hour == "时"
        && digit_at(site.text, at - 1).is_some()
        && !site.rest(end).starts_with(['代', '候', '期', '间', '空', '段', '长', '速', '效', '点'])
    {
        return Some((0, core_end, end));
    }
    let goes_on = site.rest(end).starts_with(['前', '后', '起', '至', '到', '开', '左', '许', '—', '-', '～', '~', '准']);
    let whole = digit_at(site.text, end).is_none() && !site.rest(end).starts_with('间');
    (whole && (sure || goes_on && digit_at(site.text, core_end - 1).is_some())).then_some((0, core_end, end))
}

/// Whether a time is due behind a text: a day, or an earlier time and a connector.
fn is_due(head: &str) -> bool {
    let head = head.trim_end_matches(' ');
    let earlier = head.strip_suffix(['到', '至', '—', '-', '～', '~']);
    head.ends_with(['日', '号']) || earlier.is_some_and(|head| head.ends_with(['点', '时', '分', '半', '刻']))
}

/// Service round the clock, every day: `7×24小时`.
#[derive(Debug)]
pub struct AroundTheClock;

impl Construct for AroundTheClock {
    fn name(&self) -> &'static str {
        "around-the-clock"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        const FORMS: [&str; 12] = [
            "7×24小时",
            "7*24小时",
            "7x24小时",
            "7X24小时",
            "7 × 24小时",
            "7×24 小时",
            "7×24",
            "7*24",
            "7x24",
            "24/7",
            "24×7",
            "24x7",
        ];
        let form = FORMS.iter().find(|form| site.rest(site.number_start).starts_with(**form))?;
        let span = site.start..site.number_start + form.len();
        if site.before.is_some() || digit_at(site.text, span.end).is_some() {
            return None;
        }
        let quantity = Quantity::new(Kind::Time, Amount::Value(Decimal::from(24))).unit(Unit::AroundTheClock);
        Some(Reading::new(span.clone(), span, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        (quantity.unit == Some(Unit::AroundTheClock)).then(|| "7×24小时".to_owned())
    }
}
