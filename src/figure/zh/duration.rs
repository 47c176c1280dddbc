//! Durations with a half: `半年`, `半个世纪`, `一年半`, `两个半小时`, `一个半月`.

use super::amount::plain;
use super::lexicon::{HALF, TEN_YEARS_OLD};
use super::sign::gap;
use crate::figure::construct::{Construct, Reading};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Hedge, Quantity, Unit};
use rust_decimal::Decimal;

/// Half of a unit: `半年`, `半个多月`, `半岁`, `半打`.
#[derive(Debug)]
pub struct HalfUnit;

impl Construct for HalfUnit {
    fn name(&self) -> &'static str {
        "half-unit"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let Some((Word::Own(HALF), end)) = site.word else { return None };
        let half = Decimal::new(5, 1);
        let (quantity, unit_end) = match site.language.follower_at(site.text, end)? {
            (Word::After(affix @ (Affix::Duration(_) | Affix::Age | Affix::Measure(_))), unit_end) => {
                (affix.quantity(half)?, unit_end)
            }
            (Word::Dozen, unit_end) => {
                let six = crate::model::Amount::Value(Decimal::from(6));
                (Quantity::new(crate::model::Kind::Count, six), unit_end)
            }
            _ => return None,
        };
        let more = site.text[end..unit_end].contains('多').then_some(Hedge::MoreThan);
        Some(Reading::new(site.start..unit_end, site.start..end, quantity.hedge(more)))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let Some(Unit::Duration(_)) = quantity.unit else { return None };
        let text = super::units::DURATION.write(quantity)?;
        text.starts_with('半').then_some(text)
    }
}

/// A number and a half: `一年半`, `2年半`, `两个半小时`, `一个半月`, `两岁半`.
#[derive(Debug)]
pub struct AndAHalf;

/// Units behind `个半`.
const MEASURED: [(&str, &str); 6] =
    [("小时", "hour"), ("钟头", "hour"), ("月", "month"), ("星期", "week"), ("礼拜", "week"), ("世纪", "century")];

impl Construct for AndAHalf {
    fn name(&self) -> &'static str {
        "and-a-half"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = plain(site).filter(|number| number.is_integer())?;
        let value = number.value.checked_add(Decimal::new(5, 1))?;
        let at = gap(site.text, number.end);
        if let Some(rest) = site.rest(at).strip_prefix("个半") {
            let core_end = site.text.len() - rest.len();
            let (unit, name) = MEASURED.iter().find(|(unit, _)| rest.starts_with(unit))?;
            let quantity = Affix::Duration(name).quantity(value)?;
            return Some(Reading::new(site.start..core_end + unit.len(), site.number_start..core_end, quantity));
        }
        let (affix, end) = site.after?;
        let rest = site.rest(end).strip_prefix('半')?;
        let counts = matches!(affix, Affix::Duration(_) | Affix::Age | Affix::Measure(_));
        let apart =
            rest.starts_with(['年', '个', '数', '导', '径', '岛', '小', '天', '月', '载', '成', '封', '自', '决', '价']);
        // A calendar year is no duration.
        let calendar = affix == Affix::Duration("year") && number.is_plain(4);
        if !counts || apart || calendar {
            return None;
        }
        let span = site.start..end + "半".len();
        let core = site.number_start..span.end;
        Some(Reading::new(span, core, affix.quantity(value)?))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // Halves are printed as decimals.
    }
}

/// `三季度`, a rank; `前三季度`, a duration.
#[derive(Debug)]
pub struct Quarter;

impl Construct for Quarter {
    fn name(&self) -> &'static str {
        "quarter"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = plain(site).filter(|number| number.is_integer() && number.scale == 0 && !site.negative)?;
        let at = gap(site.text, number.end);
        site.rest(at).strip_prefix("季度")?;
        let head = &site.text[..site.start];
        let lasts = ["前", "连续", "过去", "近", "头", "最近"].iter().any(|word| head.ends_with(word));
        let affix = if lasts { Affix::Duration("quarter") } else { Affix::Ordinal };
        let end = if lasts { at + "季度".len() } else { number.end };
        let (span, core) = (site.start..end, number.core.clone());
        (number.value <= Decimal::from(4) || lasts).then(|| Some(Reading::new(span, core, affix.quantity(number.value)?)))?
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // The rank or the duration is said in full.
    }
}

/// `分` as a minute, behind hours or before seconds: `3小时20分`, `3分20秒`.
#[derive(Debug)]
pub struct Minutes;

impl Construct for Minutes {
    fn name(&self) -> &'static str {
        "minutes"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = plain(site).filter(|number| !site.negative && number.core.end == number.end)?;
        let at = gap(site.text, number.end);
        let rest = site.rest(at).strip_prefix('分')?;
        let end = site.text.len() - rest.len();
        let hours = ["小时", "小时零", "个小时"].iter().any(|hours| site.text[..site.start].ends_with(hours));
        let seconds = || {
            let number = (site.language.numeral)(site.language, site.text, end)?;
            site.rest(number.end).starts_with('秒').then_some(())
        };
        let fits = hours && !rest.starts_with(['之', '店', '别', '成']) || seconds().is_some();
        fits.then(|| {
            Some(Reading::new(site.start..end, number.core.clone(), Affix::Duration("minute").quantity(number.value)?))
        })?
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // The minutes are said with 分钟.
    }
}

/// Tens of years of age: `年近九旬`, `八旬老人`.
#[derive(Debug)]
pub struct TensOfYears;

impl Construct for TensOfYears {
    fn name(&self) -> &'static str {
        "tens-of-years"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = plain(site).filter(|number| number.is_integer() && !site.negative)?;
        let (Word::Own(TEN_YEARS_OLD), end) = site.language.follower_at(site.text, number.end)? else { return None };
        let old = number.value >= Decimal::from(3) && number.value < Decimal::TEN;
        let age = Affix::Age.quantity(number.value.checked_mul(Decimal::TEN)?)?;
        old.then(|| Reading::new(site.start..end, number.core.clone(), age))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // An age is said in years.
    }
}
