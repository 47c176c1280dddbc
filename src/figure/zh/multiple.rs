//! Multiples of Chinese: `1.6倍`, `增长1.6倍` (2.6), `增至三倍` (3), `翻两番` (4), `减半` (0.5).

use super::amount::{amounts, quantity};
use super::lexicon::{FOLD, HEDGING};
use super::sign::gap;
use super::spell::spell;
use super::units::figures;
use crate::figure::construct::{Construct, Reading};
use crate::figure::shared::decimal;
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Hedge, Kind, Quantity};
use rust_decimal::Decimal;

/// Verbs and adjectives before a multiple that is added to what was.
const MORE: [&str; 38] = [
    "增长", "增加", "增多", "增大", "增幅", "提高", "提升", "上升", "上涨", "涨", "扩大", "扩张", "高出", "多出", "超出",
    "高", "多", "快", "大", "贵", "强", "长", "重", "远", "好", "激增", "猛增", "暴增", "剧增", "大增", "飙升", "暴涨",
    "大涨", "攀升", "增", "翻", "膨胀", "增收",
];

/// Words that end like one of [`MORE`] and say nothing of the kind.
const NOT_MORE: [&str; 13] =
    ["放大", "最高", "最多", "最大", "最长", "至多", "很多", "许多", "顶多", "更多", "不大", "几多", "诸多"];

/// Verbs before a multiple that is reached.
const TO: [&str; 30] = [
    "增至",
    "增加到",
    "增加至",
    "增长到",
    "增长至",
    "扩大到",
    "扩大至",
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "上升到",
    "上升至",
    "升至",
    "升到",
    "涨到",
    "涨至",
    "上涨到",
    "上涨至",
    "扩大为",
    "增加为",
    "增大到",
    "扩张到",
    "扩张至",
    "翻至",
    "激增至",
    "攀升至",
    "飙升至",
    "猛增至",
    "增为",
];

/// `1.6倍`, with the verb that makes its value.
#[derive(Debug)]
pub struct Times;

impl Construct for Times {
    fn name(&self) -> &'static str {
        "multiple"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.before.is_some() {
            return None;
        }
        let amounts = amounts(site)?;
        let at = gap(site.text, amounts.end);
        let (Word::After(Affix::Times), end) = site.follower_at(at)? else { return None };
        let (head, hedge) = unhedged(site.head());
        let verb = head.strip_suffix('了').unwrap_or(head).trim_end_matches(' ');
        let verb_end = site.start - (site.head().len() - verb.len());
        let ends = |words: &[&str]| words.iter().filter(|word| verb.ends_with(**word)).map(|word| word.len()).max();
        let (affix, start, hedge) = if let Some(length) = ends(&TO) {
            (Affix::Times, verb_end - length, hedge)
        } else if let Some(length) = ends(&MORE).filter(|_| ends(&NOT_MORE).is_none()) {
            (Affix::TimesMore, verb_end - length, hedge)
        } else {
            (Affix::Times, site.start, None)
        };
        let half = amounts.high.is_none() && site.rest(end).starts_with('半');
        let (half, end, core) = if half {
            (Decimal::new(5, 1), end + "半".len(), amounts.core.start..end + "半".len())
        } else {
            (Decimal::ZERO, end, amounts.core.clone())
        };
        let factor = quantity(&amounts, |value| affix.quantity(value.checked_add(half)?))?;
        Some(Reading::new(start..end, core, factor.hedge(hedge)))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        Some(format!("{}倍", figures(decimal(quantity, Kind::Multiple)?)))
    }
}

/// A text without the hedge at its end, and that hedge.
fn unhedged(head: &str) -> (&str, Option<Hedge>) {
    let head = head.trim_end_matches(' ');
    HEDGING
        .before(head, 0, head.len())
        .map_or((head, None), |(hedge, start)| (head[..start].trim_end_matches(' '), Some(hedge)))
}

/// `翻一番`, doubled; `翻两番`, four times; `翻番`, `减半`.
#[derive(Debug)]
pub struct Doubling;

impl Construct for Doubling {
    fn name(&self) -> &'static str {
        "doubling"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let factor = |value| Quantity::new(Kind::Multiple, Amount::Value(value));
        if let Some((Word::Factor(numerator, denominator), end)) = site.word {
            let value = Decimal::from(numerator) / Decimal::from(denominator);
            return Some(Reading::new(site.start..end, site.start..end, factor(value)));
        }
        let number = site.number.as_ref().filter(|number| number.is_integer() && site.before.is_none())?;
        let (Word::Own(FOLD), end) = site.word_after(number.end)? else { return None };
        let (head, hedge) = unhedged(site.head());
        let verb = head.strip_suffix('了').or_else(|| head.strip_suffix('上')).unwrap_or(head).strip_suffix('翻')?;
        let folds = u32::try_from(number.value).ok().filter(|folds| (1..=20).contains(folds))?;
        let value = Decimal::from(2u64.pow(folds));
        Some(Reading::new(
            site.start - (site.head().len() - verb.len())..end,
            number.core.clone(),
            factor(value).hedge(hedge),
        ))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = decimal(quantity, Kind::Multiple)?;
        if value == Decimal::new(5, 1) {
            return Some("减半".to_owned());
        }
        let whole = u64::try_from(value).ok().filter(|whole| value.is_integer() && (2..10_000).contains(whole))?;
        Some(match whole {
            2 => "翻一番".to_owned(),
            4 => "翻两番".to_owned(),
            8 => "翻三番".to_owned(),
            _ => format!("增至{}倍", spell(whole)?),
        })
    }
}

/// Words a hedge around a doubling: `几乎翻了一番`, `翻了不到一番`, `增至近三倍`.
pub fn write_hedge(hedge: Hedge, figure: &str) -> Option<String> {
    let inner = match hedge {
        Hedge::About => "约",
        Hedge::Nearly => "近",
        Hedge::MoreThan => "超过",
        Hedge::AtLeast => "至少",
        Hedge::LessThan => "不到",
        Hedge::AtMost => "至多",
        Hedge::Only => "仅",
        Hedge::UpTo => "高达",
        Hedge::Average => "平均",
    };
    match (figure.strip_prefix("翻"), figure.strip_prefix("增至"), hedge) {
        (Some(folds), _, Hedge::Nearly) => Some(format!("几乎翻了{folds}")),
        (Some(folds), ..) => Some(format!("翻了{inner}{folds}")),
        (_, Some(times), _) => Some(format!("增至{inner}{times}")),
        _ => None,
    }
}
