//! Percents as tenths: `三成`, `五成半`, `七八成`, `打八折`; and `百分百`.

use super::amount::{Amounts, amounts, quantity, tenths};
use super::lexicon::{DISCOUNT, HALF, HALF_PRICE, HUNDRED_PERCENT, TENTH};
use super::sign::{Sign, gap, sign_at};
use super::spell::spell;
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Kind, Quantity};
use rust_decimal::Decimal;

/// Tenths: `三成`, `五成半`, `八成五`, `三到五成`.
#[derive(Debug)]
pub struct Tenths;

impl Construct for Tenths {
    fn name(&self) -> &'static str {
        "tenths"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.before.is_some() {
            return None;
        }
        let amounts = match site.word {
            Some((Word::Own(HALF), end)) => half(site.start..end),
            _ => amounts(site)?,
        };
        let (Word::Own(TENTH), end) = site.follower_at(gap(site.text, amounts.end))? else {
            return None;
        };
        if amounts.low.abs() > Decimal::TEN || amounts.high.is_some_and(|high| high > Decimal::TEN) {
            return None;
        }
        let single = amounts.high.is_none() && amounts.low >= Decimal::ONE;
        let (part, part_end) = if single { part(site, end) } else { (Decimal::ZERO, end) };
        let percent = quantity(&amounts, |value| Affix::Percent.quantity((value + part).checked_mul(Decimal::TEN)?))?;
        let core = if part_end > end { site.number_start..part_end } else { amounts.core };
        Some(Reading::new(site.start..part_end, core, percent))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (tenths, half) = tenths(quantity)?;
        Some(format!("{}成{}", spell(tenths)?, if half { "半" } else { "" }))
    }
}

fn half(core: std::ops::Range<usize>) -> Amounts {
    Amounts { low: Decimal::new(5, 1), high: None, end: core.end, core }
}

/// Hundredths behind tenths: `半` or a digit that nothing follows in which it would count.
fn part(site: &Site<'_>, end: usize) -> (Decimal, usize) {
    let rest = site.rest(end);
    if let Some(behind) = rest.strip_prefix('半')
        && !behind.starts_with(['年', '个', '数', '导', '径', '岛', '小'])
    {
        return (Decimal::new(5, 1), end + "半".len());
    }
    match sign_at(site.text, end) {
        Some((Sign::Digit(digit @ 1..), digit_end))
            if ends_clause(&site.text[digit_end..]) && sign_at(site.text, digit_end).is_none() =>
        {
            (Decimal::new(i64::from(digit), 1), digit_end)
        }
        _ => (Decimal::ZERO, end),
    }
}

/// Whether a percent may be followed by what begins here.
fn ends_clause(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with(['的', '，', '。', '、', '；', '以', '左', '）', '！', ',', '.', '\n', '为', '是', '上', '新'])
}

/// A price as tenths of the full one: `打八折`, `8.5折`, `85折`, `八五折`, `五到八折`.
#[derive(Debug)]
pub struct Discount;

impl Construct for Discount {
    fn name(&self) -> &'static str {
        "discount"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.before.is_some() || site.negative {
            return None;
        }
        let amounts = match site.word {
            // 半折 is half the price, as 对折 is.
            Some((Word::Own(HALF), end)) => Amounts { low: Decimal::from(5), ..half(site.start..end) },
            Some((Word::Own(HALF_PRICE), end)) => {
                let core = site.start..end;
                let percent = Affix::Percent.quantity(Decimal::from(50))?;
                return Some(Reading::new(struck(site)..end, core, percent));
            }
            _ => two_digits(site, amounts(site)?),
        };
        let (Word::Own(DISCOUNT), end) = site.follower_at(gap(site.text, amounts.end))? else {
            return None;
        };
        let highest = amounts.high.unwrap_or(amounts.low);
        let hundred = Decimal::ONE_HUNDRED;
        let factor = if highest <= Decimal::TEN { Decimal::TEN } else { Decimal::ONE };
        let percent = quantity(&amounts, |value| Affix::Percent.quantity(value.checked_mul(factor)?))?;
        let plausible = highest < hundred && !amounts.low.is_zero();
        plausible.then(|| Reading::new(struck(site)..end, amounts.core, percent))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (tenths, half) = tenths(quantity)?;
        Some(format!("打{}{}折", spell(tenths)?, if half { "五" } else { "" }))
    }
}

/// Two digits before 折 are one number: `七八折` is 78, where `七八成` is 70 to 80.
fn two_digits(site: &Site<'_>, amounts: Amounts) -> Amounts {
    match amounts.high {
        Some(high) if site.number.is_none() && high < Decimal::TEN => {
            Amounts { low: amounts.low * Decimal::TEN + high, high: None, ..amounts }
        }
        _ => amounts,
    }
}

/// The start of 打 before a discount, over a hedge.
fn struck(site: &Site<'_>) -> usize {
    let head = site.head();
    let bare = ["不到", "约", "近", ""].iter().find_map(|hedge| {
        let head = head.strip_suffix(hedge)?;
        head.strip_suffix("打了").or_else(|| head.strip_suffix('打'))
    });
    site.start - bare.map_or(0, |bare| head.len() - bare.len())
}

/// `百分百`, a hundred percent in one word.
#[derive(Debug)]
pub struct Wholly;

impl Construct for Wholly {
    fn name(&self) -> &'static str {
        "wholly"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let Some((Word::Own(HUNDRED_PERCENT), end)) = site.word else { return None };
        Some(Reading::new(site.start..end, end - "百".len()..end, Affix::Percent.quantity(Decimal::ONE_HUNDRED)?))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let whole = crate::figure::shared::decimal(quantity, Kind::Percent)? == Decimal::ONE_HUNDRED;
        whole.then(|| "百分百".to_owned())
    }
}
