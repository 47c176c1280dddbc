//! Numbers of Thai in digits, with their scale: `1.2 ล้าน`, `3 แสน 5 หมื่น`, `5 ล้านสองแสน`.

use super::cardinal::{dozens, half_of_scale, in_words, joined, mark, scales};
use crate::figure::Language;
use crate::figure::lexicon::latin_at;
use crate::figure::numeral::{self, Digits, Form, Grouping, Numeral, digit_at};
use crate::figure::word::{Word, shift};
use rust_decimal::Decimal;

/// Reads a number in digits at a place; not a telephone number, nor what Latin letters make a name.
pub fn in_digits(language: &'static Language, text: &str, at: usize) -> Option<Numeral> {
    let Digits::Number(mut number) = numeral::digits(text, at, Grouping::Comma)? else { return None };
    if is_telephone(text, &number) {
        return None;
    }
    let attached = latin_at(text, number.end);
    if attached && !matches!(language.word_at(text, number.end), Some((Word::After(_) | Word::Before(_), _))) {
        return None;
    }
    let gap = language.skip_gap(text, number.end);
    if let Some((Word::Part(a, b), end)) = language.word_at(text, number.end).filter(|_| number.is_integer())
        && !super::boundary::is_letter(text[number.end..].chars().next()?)
    {
        number.value = number.value.checked_add(Decimal::from(a) / Decimal::from(b))?;
        (number.core.end, number.end) = (end, end);
        mark(&mut number);
    }
    if let Some((power, end)) = scales(language, text, gap) {
        number.value = shift(number.value, power as i8)?;
        (number.scale, number.end) = (power, end);
        mark(&mut number);
        lesser_parts(language, text, &mut number)?;
        half_of_scale(language, text, &mut number)?;
    }
    dozens(language, text, &mut number)?;
    Some(number)
}

/// Whether digits are a telephone number: a zero first, then groups with hyphens, or nine or ten digits.
fn is_telephone(text: &str, number: &Numeral) -> bool {
    let Form::Digits { whole, marked: false } = number.form else { return false };
    let zero = digit_at(text, number.core.start).is_some_and(|(digit, ..)| digit == 0);
    let grouped = text[number.end..].starts_with('-') && digit_at(text, number.end + 1).is_some();
    zero && (whole >= 9 || whole >= 2 && grouped && !is_date(text, number.end))
}

/// Whether two more short groups of digits follow, the last of them no telephone number.
fn is_date(text: &str, end: usize) -> bool {
    let groups: Vec<&str> =
        text[end..].split(|c: char| !c.is_ascii_digit() && c != '-').next().unwrap_or("").split('-').collect();
    matches!(groups[..], ["", month, year] if month.len() <= 2 && matches!(year.len(), 2 | 4))
}

/// Adds what follows in a smaller scale: `3 แสน 5 หมื่น`, `5 ล้านสองแสน`.
fn lesser_parts(language: &'static Language, text: &str, number: &mut Numeral) -> Option<()> {
    let mut power = number.scale;
    while power > 2 {
        let at = language.skip_gap(text, number.end);
        let (value, lesser, end) = if digit_at(text, at).is_some() {
            let Some(Digits::Number(part)) = numeral::digits(text, at, Grouping::Comma) else { break };
            let Some((lesser, end)) = scales(language, text, language.skip_gap(text, part.end)) else { break };
            let Some(value) = shift(part.value, lesser as i8) else { break };
            (value, lesser, end)
        } else {
            let Some((Word::Small(1..), _)) = language.word_at(text, joined(text, number.end)) else { break };
            let Some(part) = in_words(language, text, joined(text, number.end)).filter(|part| part.scale > 1) else { break };
            (part.value, part.scale, part.end)
        };
        if lesser >= power || value >= shift(Decimal::ONE, power as i8)? {
            break;
        }
        number.value = number.value.checked_add(value)?;
        (number.end, number.core.end, number.form, power) = (end, end, Form::Words, lesser);
    }
    Some(())
}
