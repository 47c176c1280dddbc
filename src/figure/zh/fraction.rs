//! Fractions of Chinese: `三分之二`, `万分之五`, `一又二分之一`, `一半`, `过半`, `每5人中就有4人`.

use super::amount::plain;
use super::lexicon::{CLASSIFIERS, EVERY, HALF, HEDGES_BEFORE};
use super::sign::gap;
use super::spell::{spell, spell_decimal};
use crate::figure::construct::{Construct, Reading};
use crate::figure::numeral::Numeral;
use crate::figure::site::Site;
use crate::figure::word::Word;
use crate::model::{Amount, Hedge, Kind, Quantity};
use rust_decimal::Decimal;

/// The end of 分之 at `at`, gaps included.
pub fn over(text: &str, at: usize) -> Option<usize> {
    let mut end = gap(text, at);
    for character in ["分", "之"] {
        end = gap(text, end + text[end..].strip_prefix(character).map(|_| character.len())?);
    }
    Some(end)
}

fn fraction(a: Decimal, b: Decimal) -> Quantity {
    Quantity::new(Kind::Fraction, Amount::Ratio(a, b))
}

/// `三分之二`; as tenths `九成`, a half `一半`.
#[derive(Debug)]
pub struct Words;

impl Construct for Words {
    fn name(&self) -> &'static str {
        "fraction"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (quantity, end) = match site.word {
            Some((Word::Part(a, b), end)) => (fraction(Decimal::from(a), Decimal::from(b)), end),
            _ => divided(site)?,
        };
        let whole = site.start..end;
        Some(Reading::new(whole.clone(), whole, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (a, b) = ratio(quantity)?;
        match (a, b) {
            (1, 2) => Some("一半".to_owned()),
            (1..=9, 10) => Some(format!("{}成", spell(a)?)),
            _ => divide(a, b),
        }
    }
}

/// A number, 分之 and a number; before them perhaps a whole number and 又.
fn divided(site: &Site<'_>) -> Option<(Quantity, usize)> {
    let first = plain(site)?;
    let read = |at: usize| (site.language.numeral)(site.language, site.text, at);
    let (whole, below) = match site.rest(gap(site.text, first.end)).strip_prefix('又') {
        Some(rest) => (first.value, read(gap(site.text, site.text.len() - rest.len()))?),
        None => (Decimal::ZERO, first.clone()),
    };
    let above: Numeral = read(over(site.text, below.end)?)?;
    let numerator = whole.checked_mul(below.value)?.checked_add(above.value)?;
    let numerator = if site.negative { -numerator } else { numerator };
    (!below.value.is_zero()).then(|| (fraction(numerator, below.value), above.end))
}

/// `五分之四`, always with 分之.
#[derive(Debug)]
pub struct NInM;

impl Construct for NInM {
    fn name(&self) -> &'static str {
        "n-in-m"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (first, start) = match site.word {
            Some((Word::Own(EVERY), end)) => {
                ((site.language.numeral)(site.language, site.text, site.language.skip_gap(site.text, end))?, site.start)
            }
            _ => (plain(site)?.clone(), site.start),
        };
        let every = start < first.core.start;
        let m = first.value;
        if !first.is_integer() || m < Decimal::TWO || !every && m > Decimal::TEN && m != Decimal::ONE_HUNDRED {
            return None;
        }
        let rate = every && m > Decimal::ONE_HUNDRED;
        let (at, hedge) = among(site, first.end, every && !rate)?;
        let second = (site.language.numeral)(site.language, site.text, at)?;
        let same = second.is_integer() && second.value <= m && !second.value.is_zero() && second.core.end == second.end;
        let counted = every || site.rest(second.end).starts_with(|next: char| is_measure(site.rest(first.end), next));
        let span = start..second.end;
        let percent = site.language.affix_after(site.text, second.end).is_some();
        (same && counted && !percent).then(|| Reading::new(span.clone(), span, fraction(second.value, m).hedge(hedge)))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let (a, b) = ratio(quantity)?;
        divide(a, b)
    }
}

/// Whether the second number of a fraction is counted by the same classifier as the first.
fn is_measure(behind_first: &str, next: char) -> bool {
    behind_first.starts_with(next)
}

/// The place of the second number behind `人中就有`, and the hedge before it.
fn among(site: &Site<'_>, at: usize, every: bool) -> Option<(usize, Option<Hedge>)> {
    let rest = site.rest(at);
    let characters = if every { 14 } else { 10 };
    let window = rest.char_indices().nth(characters).map_or(rest, |(end, _)| &rest[..end]);
    let clause = window.find(['，', '。', '；', '！', '？', '、', '\n']).map_or(window, |end| &window[..end]);
    let noun = CLASSIFIERS.iter().any(|word| clause.starts_with(word)) || every;
    const HAVE: [&str; 10] = ["就有", "便有", "约有", "仅有", "只有", "至少有", "会有", "就会有", "则有", "有"];
    const AMONG: [&str; 6] = ["中间", "当中", "之中", "中", "里面", "里"];
    let found = clause.char_indices().find_map(|(place, _)| {
        let tail = &clause[place..];
        let among = AMONG.iter().find_map(|word| tail.strip_prefix(word));
        let part = among.or(Some(tail).filter(|_| every))?;
        let have = HAVE.iter().find(|have| part.starts_with(**have))?;
        Some((clause.len() - part.len() + have.len(), *have))
    });
    let (length, have) = found.filter(|_| noun)?;
    let mut at = at + length;
    let hedge = HEDGES_BEFORE.iter().filter(|(word, _)| site.rest(at).starts_with(word)).max_by_key(|(word, _)| word.len());
    at += hedge.map_or(0, |(word, _)| word.len());
    let had = match have {
        "约有" => Some(Hedge::About),
        "仅有" | "只有" => Some(Hedge::Only),
        "至少有" => Some(Hedge::AtLeast),
        _ => None,
    };
    Some((site.language.skip_gap(site.text, at), hedge.map(|(_, hedge)| *hedge).or(had)))
}

/// `过半`, `近半`, `多半的`, and 半数 behind 过: half, with the hedge that goes before.
#[derive(Debug)]
pub struct Half;

impl Construct for Half {
    fn name(&self) -> &'static str {
        "half"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (end, alone) = match site.word? {
            (Word::Own(HALF), end) => (end, true),
            (Word::Part(1, 2), end) => (end, false),
            _ => return None,
        };
        let head = site.head();
        let core = site.start..end;
        let half = fraction(Decimal::ONE, Decimal::TWO);
        let (length, hedge) = hedged(head, site.rest(end), alone)?;
        Some(Reading::new(site.start - length..end, core, half.hedge(hedge)))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None // Without its hedge the word says nothing.
    }
}

/// The hedge before 半: the length of what belongs to it only here, and what it says. Other hedges are added later.
fn hedged(head: &str, rest: &str, alone: bool) -> Option<(usize, Option<Hedge>)> {
    let over = |word: char| head.strip_suffix(word).map(|head| (word.len_utf8(), head));
    if let Some((length, before)) = over('过')
        && !before.ends_with(['超', '不', '通', '经'])
    {
        return Some((length, Some(Hedge::MoreThan)));
    }
    if !alone {
        return Some((0, None));
    }
    if let Some((length, _)) = over('多').or_else(|| over('大')) {
        return rest.starts_with(['的', '数']).then_some((length, Some(Hedge::MoreThan)));
    }
    ["近", "超", "逾", "约", "超过", "将近", "接近", "不到", "不足"]
        .iter()
        .any(|hedge| head.ends_with(hedge))
        .then_some((0, None))
}

/// Numerator and denominator of a fraction of whole numbers.
fn ratio(quantity: &Quantity) -> Option<(u64, u64)> {
    match quantity.amount {
        Amount::Ratio(a, b) if quantity.kind == Kind::Fraction && a.scale() == 0 && b.scale() == 0 => {
            let (a, b) = (u64::try_from(a).ok()?, u64::try_from(b).ok()?);
            (a > 0 && b > 1).then_some((a, b))
        }
        _ => None,
    }
}

/// `四分之三`; hundredths and thousandths are worded as percent and per mille.
fn divide(a: u64, b: u64) -> Option<String> {
    let round = matches!(b, 100 | 1000);
    (!round).then(|| Some(format!("{}分之{}", denominator(b)?, spell(a)?)))?
}

/// 万 and 百万 stand alone as denominators.
fn denominator(b: u64) -> Option<String> {
    match b {
        10_000 => Some("万".to_owned()),
        1_000_000 => Some("百万".to_owned()),
        _ => spell_decimal(Decimal::from(b)),
    }
}
