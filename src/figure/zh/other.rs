//! What is left: numbers of the text itself, ratings, ratios in words, and numbers that are gone.

use super::amount::{amounts, plain};
use super::lexicon::{CIRCLED, LOST_MONEY};
use super::sign::gap;
use super::units::{ORDINAL, figures};
use crate::figure::construct::{Construct, Reading};
use crate::figure::shared;
use crate::figure::shared::decimal;
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Kind, Quantity, Role, Unit};
use rust_decimal::Decimal;

/// `第三`; with 章, 节 or 页 behind it a number of the text itself: `第三章`.
#[derive(Debug)]
pub struct Ordinal;

impl Construct for Ordinal {
    fn name(&self) -> &'static str {
        "ordinal"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if site.before == Some(Affix::Ordinal)
            && let Some(range) = amounts(site)
            && let Some(high) = range.high
        {
            let quantity = Quantity::new(Kind::Range, Amount::Range(range.low, high));
            return Some(Reading::new(site.start..range.end, range.core, quantity));
        }
        let reading = ORDINAL.read(site)?;
        let rest = site.rest(gap(site.text, reading.span.end));
        match ["章", "节", "页"].iter().find(|part| rest.starts_with(**part) && !rest.starts_with("节目")) {
            Some(part) => {
                let end = site.text.len() - rest.len() + part.len();
                Some(Reading { span: reading.span.start..end, role: Role::Structural, ..reading })
            }
            None => Some(reading),
        }
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        (ORDINAL.write)(quantity)
    }
}

/// `图1`, `表2`: a number of the text itself, unless the word is the end of another or the number counts.
#[derive(Debug)]
pub struct Marker;

impl Construct for Marker {
    fn name(&self) -> &'static str {
        "marker"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let reading = shared::Marker.read(site)?;
        let head = &site.text[..site.start];
        let word = head.ends_with([
            '代', '发', '列', '报', '手', '电', '外', '填', '钟', '仪', '版', '意', '蓝', '拼', '地', '企', '试', '力',
            '贪', '插', '国', '怀', '腕', '金', '妆', '银', '制', '绘', '画', '看', '截', '师', '言', '张',
        ]);
        let rest = site.rest(reading.span.end);
        let counted = super::lexicon::is_counted(rest) && !rest.starts_with('所')
            || site.language.affix_after(site.text, reading.span.end).is_some();
        // `图3-1`: the number goes on, the chapter leads.
        let part = rest.strip_prefix(['-', '.']).map_or(0, |part| part.bytes().take_while(u8::is_ascii_digit).count());
        let end = reading.span.end + if part > 0 { 1 + part } else { 0 };
        let marks = !word && !counted && reading.quantity.amount.value()? < Decimal::from(1000);
        marks.then_some(Reading { span: reading.span.start..end, ..reading })
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

/// `①`
#[derive(Debug)]
pub struct Circled;

impl Construct for Circled {
    fn name(&self) -> &'static str {
        "circled"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let Some((Word::Own(CIRCLED), end)) = site.word else { return None };
        let number = u32::from(site.rest(site.start).chars().next()?) - u32::from('①') + 1;
        let quantity = Quantity::new(Kind::Ordinal, Amount::Value(Decimal::from(number)));
        Some(Reading { role: Role::Structural, ..Reading::new(site.start..end, site.start..end, quantity) })
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

/// A mark with its highest: `4.5分（满分5分）`, `满意度9/10`.
#[derive(Debug)]
pub struct OutOf;

impl Construct for OutOf {
    fn name(&self) -> &'static str {
        "out-of"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let number = plain(site).filter(|number| number.scale == 0)?;
        let (whole, end) = full_mark(site, number.end).or_else(|| slash(site, number.end))?;
        let quantity = Affix::OutOf(whole).quantity(site.value()?)?;
        Some(Reading::new(site.start..end, number.core.clone(), quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let Some(Unit::OutOf(whole)) = quantity.unit else { return None };
        Some(format!("{}分（满分{whole}分）", figures(decimal(quantity, Kind::Rating)?)))
    }
}

/// `分（满分5分）` behind a mark.
fn full_mark(site: &Site<'_>, at: usize) -> Option<(u16, usize)> {
    let rest = site.rest(gap(site.text, at)).strip_prefix('分')?;
    let opened = rest.strip_prefix(['（', '(', '，', '/']).unwrap_or(rest);
    let rest = opened.strip_prefix("满分").map(|rest| rest.strip_prefix('为').unwrap_or(rest))?;
    let number = (site.language.numeral)(site.language, site.text, site.text.len() - rest.len())?;
    let whole = u16::try_from(number.value).ok().filter(|whole| *whole > 0)?;
    let rest = site.rest(number.end).strip_prefix('分')?;
    let closed = rest.strip_prefix(['）', ')']).unwrap_or(rest);
    Some((whole, site.text.len() - closed.len()))
}

/// `/5` or `/10` behind a mark that is named as one.
fn slash(site: &Site<'_>, at: usize) -> Option<(u16, usize)> {
    const NAMED: [&str; 9] = ["满意度", "评分", "得分", "打分", "意愿", "推荐度", "评价", "分数", "评级"];
    let head = &site.text[..site.start];
    let head =
        ["约", "为", "是", "：", ":", "达", " ", "高达"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
    let rest = site.rest(at).strip_prefix('/')?;
    let start = site.text.len() - rest.len();
    let number = (site.language.numeral)(site.language, site.text, start)?;
    let whole = u16::try_from(number.value).ok().filter(|whole| matches!(whole, 5 | 10 | 100))?;
    NAMED.iter().any(|name| head.ends_with(name)).then_some((whole, number.end))
}

/// A ratio in words: `3比1`.
#[derive(Debug)]
pub struct Versus;

impl Construct for Versus {
    fn name(&self) -> &'static str {
        "versus"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let first = plain(site)?;
        let rest = site.rest(first.end).strip_prefix('比')?;
        let second = (site.language.numeral)(site.language, site.text, site.text.len() - rest.len())?;
        let quantity = Quantity::new(Kind::Other, Amount::Value(first.value.checked_div(second.value)?)).unit(Unit::Ratio);
        let bare = second.core.end == second.end && site.language.affix_after(site.text, second.end).is_none();
        bare.then(|| Reading::new(site.start..second.end, site.start..second.end, quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // A ratio is printed with its colon.
    }
}

/// A unit of money behind a scale whose number is gone: `达到亿美元`.
#[derive(Debug)]
pub struct LostMoney;

impl Construct for LostMoney {
    fn name(&self) -> &'static str {
        "lost-money"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let Some((Word::Own(LOST_MONEY), end)) = site.word else { return None };
        let word = site.text[site.start..end].trim_start_matches(['万', '亿']);
        let (Word::After(affix), _) = site.language.follower_at(site.text, end - word.len())? else { return None };
        let head = &site.text[..site.start];
        let gone = ["达到", "达", "为", "至", "到", "了", "花费", "投入", "共计", "合计", "超过了", "资"];
        let quantity = Quantity { amount: Amount::Lost, ..affix.quantity(Decimal::ONE)? };
        let lost = site.number.is_none() && gone.iter().any(|word| head.ends_with(word));
        lost.then(|| Reading::new(site.start..end, site.start..site.start, quantity))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}
