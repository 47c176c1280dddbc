//! The digits that a figure prints, and those with which it might have been printed on the other side.

use super::Side;
use crate::figure::numeral::{self, Digits, Grouping, digit_at};
use crate::figure::word::BUDDHIST_OFFSET;
use crate::model::{Amount, Figure, Kind};
use rust_decimal::Decimal;

/// Every digit that the core of a figure prints, in order.
pub fn printed(side: &Side<'_>, figure: &Figure) -> String {
    let core = &side.text[figure.core.clone()];
    let at = |at: usize| core.is_char_boundary(at).then(|| digit_at(core, at)).flatten();
    (0..core.len()).filter_map(at).map(|(digit, ..)| char::from(b'0' + digit)).collect()
}

/// The number that the digits of a figure's core say, without its scale; `None` for words and for zero.
pub fn core_value(side: &Side<'_>, figure: &Figure) -> Option<Decimal> {
    match numeral::digits(&side.text[figure.core.clone()], 0, Grouping::Comma)? {
        Digits::Number(number) => Some(number.value.normalize()).filter(|value| !value.is_zero()),
        Digits::Run(_) => None,
    }
}

/// The numbers with which a value might be printed where `figure` stands: plain, with that figure's scale, in its era.
pub fn expected(value: Decimal, side: &Side<'_>, figure: &Figure) -> Vec<Decimal> {
    let mut numbers = vec![value.normalize()];
    let scale = || figure.quantity.amount.value()?.checked_div(core_value(side, figure)?);
    numbers.extend(scale().and_then(|scale| value.checked_div(scale)).map(|number| number.normalize()));
    if figure.quantity.kind == Kind::Year || side.language.tag == "th" && is_year(value) {
        numbers.extend(value.checked_add(BUDDHIST_OFFSET));
    }
    numbers
}

/// Whether a value could be a year.
pub fn is_year(value: Decimal) -> bool {
    value.is_integer() && value >= Decimal::from(1000) && value <= Decimal::from(3200)
}

/// The digits of a number without its point, with as many decimals as `like` has if it has more.
pub fn digits_of(number: Decimal, decimals: u32) -> String {
    let mut number = number.normalize();
    if number.scale() < decimals {
        number.rescale(decimals);
    }
    number.to_string().chars().filter(char::is_ascii_digit).collect()
}

/// The decimals that a core in digits prints.
pub fn decimals(side: &Side<'_>, figure: &Figure) -> u32 {
    let core = &side.text[figure.core.clone()];
    core.rfind('.').map_or(0, |point| core[point + 1..].chars().filter(|c| c.is_numeric()).count() as u32)
}

/// Everything that a figure might print with, for finding it in a run of digits: its number, its number in the other era, its
/// number without zeros at the end.
pub fn forms(side: &Side<'_>, figure: &Figure) -> Vec<String> {
    let mut forms = vec![printed(side, figure)];
    let Amount::Value(value) = figure.quantity.amount else { return forms };
    forms.push(digits_of(value, 0));
    if figure.quantity.kind == Kind::Year {
        forms.extend(value.checked_add(BUDDHIST_OFFSET).map(|year| digits_of(year, 0)));
    }
    let mut shorter = forms[1].clone();
    while shorter.len() > 1 && shorter.ends_with('0') {
        shorter.pop();
        forms.push(shorter.clone());
    }
    forms.retain(|form| !form.is_empty());
    forms
}
