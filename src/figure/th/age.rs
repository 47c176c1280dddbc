//! Ages of Thai: `อายุ 18 ปี`, `อายุต่ำกว่า 15 ปี`, `อายุ 18–34 ปี`, `6 ขวบ`.

use super::lexicon::OVER;
use crate::figure::construct::{Construct, Reading};
use crate::figure::numeral::Numeral;
use crate::figure::range;
use crate::figure::shared::{decimal, grouped};
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Hedge, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// An age, with the hedge between its words: `อายุ 18 ปี`, `อายุต่ำกว่า 15 ปี`, `อายุ 18–34 ปี`, `6 ขวบ`.
#[derive(Debug)]
pub struct Age;

impl Construct for Age {
    fn name(&self) -> &'static str {
        "age"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let Some((Word::Before(Affix::Age), end)) = site.word else {
            let number = site.number.as_ref().filter(|_| site.before.is_none() && !site.negative)?;
            let (affix @ Affix::Age, end) = site.after? else { return None };
            return Some(Reading::new(site.start..end, number.core.clone(), affix.quantity(number.value)?));
        };
        let (hedge, at) = inner_hedge(site, end);
        let first = (site.language.numeral)(site.language, site.text, at)?;
        let (core, amount, last) = match second_age(site, first.end) {
            Some(second) if second.value > first.value => {
                (first.core.start..second.core.end, Amount::Range(first.value, second.value), second.end)
            }
            _ => (first.core.clone(), Amount::Value(first.value), first.end),
        };
        let (over, last) = match site.word_after(last) {
            Some((Word::Own(OVER), over_end)) if is_years(site, over_end) => (Some(Hedge::MoreThan), over_end),
            _ => (None, last),
        };
        let end = match site.language.affix_after(site.text, last) {
            Some((Affix::Duration("year") | Affix::Age, end)) => end,
            Some(_) => return None,
            None if first.in_digits() && first.value < Decimal::from(130) && closes(site.rest(last)) => last,
            None => return None,
        };
        let kind = if matches!(amount, Amount::Value(_)) { Kind::Other } else { Kind::Range };
        let quantity = Quantity::new(kind, amount).unit(Unit::Age).hedge(hedge.or(over));
        Some(Reading::new(site.start..end, core, quantity))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        let value = decimal(quantity, Kind::Other).filter(|_| quantity.unit == Some(Unit::Age))?;
        (value >= Decimal::ZERO).then(|| format!("{AGED} {} ปี", grouped(value)))
    }
}

/// Whether an age without `ปี` ends here: `(อายุ 18)`, `อายุ 60+`.
fn closes(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with([')', ',', ';', '”', '+']) || rest.trim_start_matches(' ').starts_with("ขึ้นไป")
}

const AGED: &str = "อายุ";

/// Puts a hedge into the phrase, where Thai has it; `None` if the text is no age.
pub fn hedged(word: &str, figure: &str) -> Option<String> {
    figure.strip_prefix(AGED).map(|rest| format!("{AGED}{word}{rest}"))
}

/// The hedge or `ระหว่าง` behind `อายุ`, and the place behind it.
fn inner_hedge(site: &Site<'_>, end: usize) -> (Option<Hedge>, usize) {
    let mut at = site.language.skip_gap(site.text, end);
    let mut hedge = None;
    for _ in 0..2 {
        let rest = site.rest(at);
        let words = super::lexicon::HEDGES_BEFORE.iter().map(|&(word, hedge)| (word, Some(hedge)));
        let plain = [("ระหว่าง", None), ("ตั้งแต่", None), ("อยู่ที่", None)];
        let Some((word, found)) =
            words.chain(plain).filter(|(word, _)| rest.starts_with(word)).max_by_key(|(word, _)| word.len())
        else {
            break;
        };
        hedge = hedge.or(found);
        at = site.language.skip_gap(site.text, at + word.len());
    }
    (hedge, at)
}

/// The upper end of a range of ages: `18–34`, `25 ถึง 40`, `20 และ 30`; over a repeated `ปี`.
fn second_age(site: &Site<'_>, end: usize) -> Option<Numeral> {
    let range::Connectors { between, around, .. } = &site.language.ranges;
    let end = match site.language.affix_after(site.text, end) {
        Some((Affix::Duration("year"), unit_end)) => unit_end,
        _ => end,
    };
    let at = site.language.skip_gap(site.text, end);
    let inside = site.text[site.start..end].contains("ระหว่าง");
    let words = between.iter().copied().chain(around.iter().filter(|_| inside).map(|(_, word)| *word));
    let length = words.filter(|word| site.rest(at).starts_with(word)).map(str::len).max()?;
    (site.language.numeral)(site.language, site.text, site.language.skip_gap(site.text, at + length))
}

fn is_years(site: &Site<'_>, end: usize) -> bool {
    matches!(site.language.affix_after(site.text, end), Some((Affix::Duration("year") | Affix::Age, _)))
}
