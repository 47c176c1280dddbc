//! Money in two parts or three, and as people say it: `三元五角六分`, `壹分`, `三块五`, `两毛五`, `十块`.

use super::lexicon::is_counted;
use super::sign::{Sign, gap, sign_at};
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::site::Site;
use crate::figure::word::{Affix, shift};
use crate::model::Quantity;
use rust_decimal::Decimal;

/// An amount with smaller units behind it, which is one amount.
#[derive(Debug)]
pub struct Parts;

impl Construct for Parts {
    fn name(&self) -> &'static str {
        "money-parts"
    }

    fn needs(&self) -> Needs {
        Needs::NUMBER
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = site.number.as_ref().filter(|number| site.before.is_none() && number.is_integer())?;
        let (mut value, mut end, mut power) = unit(site, number.value, number.end)?;
        let first = end;
        while power > -2
            && let Some((part, part_end, smaller)) = part(site, end, power)
        {
            (value, end, power) = (value.checked_add(part)?, part_end, smaller);
        }
        if first == end && site.after.is_some_and(|(affix, _)| matches!(affix, Affix::Currency(..))) {
            return None; // One part with a unit of its own is read like any money.
        }
        let core = if first == end { number.core.clone() } else { number.core.start..end };
        let end = end + site.rest(end).strip_prefix('整').map_or(0, |_| "整".len());
        let value = if site.negative { -value } else { value };
        Some(Reading::new(site.start..end, core, Affix::Currency("CNY", 0).quantity(value)?))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // Money is written with a decimal point.
    }
}

/// The unit behind a number: the amount, its end and the power of ten of the unit.
fn unit(site: &Site<'_>, value: Decimal, end: usize) -> Option<(Decimal, usize, i8)> {
    if let Some((Affix::Currency("CNY", power), end)) = site.after {
        let coloquial = site.text[..end].ends_with('钱');
        return (!coloquial).then_some((shift(value, power)?, end, power));
    }
    let at = gap(site.text, end);
    let (word, power) = [("块", 0), ("毛", -1), ("分", -2)].into_iter().find(|(word, _)| site.rest(at).starts_with(word))?;
    let end = at + word.len();
    let financial = site.text[..at].ends_with(['壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']);
    let said = match word {
        "分" => financial && ends(site.rest(end)),
        // 三块 may be pieces; where nothing is counted it is money.
        _ => ends(site.rest(end)) || part(site, end, power).is_some(),
    };
    said.then_some((shift(value, power)?, end, power))
}

/// A smaller part at `end`, behind a unit of that power of ten: `五角`, `零五分`, or a digit with its unit unsaid.
fn part(site: &Site<'_>, end: usize, power: i8) -> Option<(Decimal, usize, i8)> {
    let at = end + site.rest(end).strip_prefix('零').map_or(0, |_| "零".len());
    let number = (site.language.numeral)(site.language, site.text, at).filter(|number| number.is_integer())?;
    let rest = site.rest(number.end);
    let units = [("角", -1), ("毛", -1), ("分", -2)];
    if let Some((word, smaller)) = units.into_iter().find(|(word, smaller)| rest.starts_with(word) && *smaller < power) {
        let small = number.value < Decimal::TEN;
        return small.then_some((shift(number.value, smaller)?, number.end + word.len(), smaller));
    }
    let spoken = site.text[..end].ends_with(['块', '毛']);
    let digit = matches!(sign_at(site.text, at), Some((Sign::Digit(1..), digit_end)) if digit_end == number.end);
    (spoken && digit && ends(rest)).then_some((shift(number.value, power - 1)?, number.end, power - 1))
}

/// Whether nothing that is counted follows.
fn ends(rest: &str) -> bool {
    let behind = rest.trim_start_matches(' ');
    behind.is_empty()
        || !behind.starts_with(char::is_alphanumeric) && !is_counted(behind)
        || behind.starts_with(['的', '整', '左'])
}
