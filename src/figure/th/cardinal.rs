//! Numbers of Thai: digits with their scale (`1.2 ล้าน`), spelled out (`สองร้อยห้า`), or both (`3 แสน 5 หมื่น`).

use super::digits;
use super::lexicon::{ET, HALF, POINT};
use super::spell::spell;
use crate::figure::Language;
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::numeral::{Form, Numeral, digit_at};
use crate::figure::shared::spelled;
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word, shift};
use crate::model::{Kind, Quantity};
use rust_decimal::Decimal;

/// Reads a number at a place: in digits with a scale, or spelled out.
pub fn numeral(language: &'static Language, text: &str, at: usize) -> Option<Numeral> {
    if digit_at(text, at).is_some() { digits::in_digits(language, text, at) } else { in_words(language, text, at) }
}

/// The place behind a space of no width, which alone may stand inside a spelled-out number.
pub fn joined(text: &str, at: usize) -> usize {
    if text[at..].starts_with('\u{200b}') { at + '\u{200b}'.len_utf8() } else { at }
}

/// Notes that a scale or another mark stands behind digits.
pub fn mark(number: &mut Numeral) {
    if let Form::Digits { marked, .. } = &mut number.form {
        *marked = true;
    }
}

/// The power of ten of the scale words at `at`, such as `แสนล้าน`, and their end.
pub fn scales(language: &Language, text: &str, at: usize) -> Option<(u8, usize)> {
    let (mut power, mut end) = match language.word_at(text, at)? {
        (Word::Place(power @ 2..) | Word::Scale(power), end) => (power, end),
        _ => return None,
    };
    while let Some((Word::Scale(more), more_end)) = language.word_at(text, joined(text, end)) {
        if power + more > 24 {
            break;
        }
        (power, end) = (power + more, more_end);
    }
    Some((power, end))
}

/// `ครึ่ง` behind a scale: `หนึ่งล้านครึ่ง`.
pub fn half_of_scale(language: &Language, text: &str, number: &mut Numeral) -> Option<()> {
    if let Some((Word::Own(HALF), end)) = language.word_at(text, joined(text, number.end))
        && number.scale > 1
        && !matches!(language.affix_after(text, end), Some((Affix::Duration(_), _)))
    {
        number.value = number.value.checked_add(shift(Decimal::new(5, 1), number.scale as i8)?)?;
        (number.end, number.core.end, number.form) = (end, end, Form::Words);
    }
    Some(())
}

/// `3 โหล`
pub fn dozens(language: &Language, text: &str, number: &mut Numeral) -> Option<()> {
    if let Some((Word::Dozen, end)) = language.word_at(text, language.skip_gap(text, number.end)) {
        number.value = number.value.checked_mul(Decimal::from(12))?;
        number.end = end;
        match number.form {
            Form::Words | Form::Ordinal | Form::Year => number.core.end = end,
            Form::Digits { .. } => mark(number),
        }
    }
    Some(())
}

/// A spelled-out number as it grows: the millions that are complete, and the number below a million that follows them.
#[derive(Default)]
struct Sum {
    total: u128,
    /// How many `ล้าน` stood behind the last complete part.
    millions: u32,
    group: u128,
    /// The lowest place of the group so far; 6 where it is empty.
    place: u8,
    /// The place of the last word; 0 for a digit.
    last: u8,
    /// Whether a place or scale began the number, with its one unsaid.
    bare: bool,
}

impl Sum {
    fn is_empty(&self) -> bool {
        self.total == 0 && self.group == 0
    }

    /// Takes what stands at `at` into the number; its end.
    fn take(&mut self, language: &Language, text: &str, at: usize) -> Option<usize> {
        let (word, end) = language.word_at(text, at)?;
        let first = self.is_empty();
        match word {
            Word::Small(digit @ 1..) if self.place > 0 => {
                match language.word_at(text, joined(text, end)) {
                    Some((Word::Place(place), place_end)) if place < self.place => {
                        self.add(u128::from(digit) * 10u128.pow(u32::from(place)), place);
                        return Some(place_end);
                    }
                    // `พันห้า` and `ล้านสอง` leave the next lower place unsaid.
                    _ if self.bare && self.last >= 3 && self.total.max(self.group) == 10u128.pow(u32::from(self.last)) => {
                        self.add(u128::from(digit) * 10u128.pow(u32::from(self.last) - 1), 0);
                    }
                    _ => self.add(u128::from(digit), 0),
                }
                Some(end)
            }
            Word::Tens(tens) if self.place > 1 => {
                self.add(u128::from(tens), 1);
                Some(end)
            }
            Word::Own(ET) if self.place > 0 && !first => {
                self.add(1, 0);
                Some(end)
            }
            Word::Place(place) if place < self.place && (first || place == 1) => {
                self.bare |= first && place > 1;
                self.add(10u128.pow(u32::from(place)), place);
                Some(end)
            }
            Word::Scale(_) if self.group > 0 || first => self.scale(language, text, end),
            _ => None,
        }
    }

    fn add(&mut self, value: u128, place: u8) {
        self.group += value;
        (self.place, self.last) = (place, place);
    }

    /// Takes the `ล้าน` that ends at `end` and those that follow it.
    fn scale(&mut self, language: &Language, text: &str, mut end: usize) -> Option<usize> {
        self.bare |= self.is_empty();
        let mut count = 1;
        while let Some((Word::Scale(_), more)) = language.word_at(text, joined(text, end)) {
            (count, end) = (count + 1, more);
            if count > 4 {
                return None;
            }
        }
        let factor = 10u128.pow(6 * count);
        let group = self.group.max(u128::from(self.is_empty()));
        if self.total > 0 && self.millions <= count {
            // `สองล้านสามแสนล้าน` is so many million millions.
            self.total = self.total.checked_add(group)?.checked_mul(factor)?;
            self.millions += count;
        } else {
            self.total = self.total.checked_add(group.checked_mul(factor)?)?;
            self.millions = count;
        }
        (self.group, self.place, self.last) = (0, 6, (6 * count) as u8);
        Some(end)
    }
}

/// Reads a spelled-out number at a place.
pub fn in_words(language: &'static Language, text: &str, at: usize) -> Option<Numeral> {
    let mut sum = Sum { place: 6, ..Sum::default() };
    let mut end = at;
    while let Some(next) = sum.take(language, text, joined(text, end)) {
        end = next;
    }
    let mut zero = false;
    if end == at {
        match language.word_at(text, at)? {
            (Word::Small(0), zero_end) => (end, zero) = (zero_end, true),
            (Word::Own(HALF), half_end) => return half_dozen(language, text, at, half_end),
            _ => return None,
        }
    }
    let value = Decimal::try_from_i128_with_scale(i128::try_from(sum.total.checked_add(sum.group)?).ok()?, 0).ok()?;
    let mut number = Numeral { value, core: at..end, end, form: Form::Words, scale: sum.last };
    if let Some((fraction, fraction_end)) = decimals(language, text, end) {
        number.value = number.value.checked_add(fraction)?;
        (number.end, number.scale) = (fraction_end, 0);
        if let Some((power, scale_end)) = scales(language, text, joined(text, fraction_end)) {
            number.value = shift(number.value, power as i8)?;
            (number.end, number.scale) = (scale_end, power);
        }
        number.core.end = number.end;
    } else if !zero {
        half_of_scale(language, text, &mut number)?;
    }
    dozens(language, text, &mut number)?;
    Some(number)
}

/// `ครึ่งโหล`, `ครึ่งล้าน`
fn half_dozen(language: &Language, text: &str, at: usize, half_end: usize) -> Option<Numeral> {
    let half = Decimal::new(5, 1);
    let (value, end, scale) = match language.word_at(text, joined(text, half_end))? {
        (Word::Dozen, end) => (Decimal::from(6), end, 0),
        (Word::Scale(power), end) => (shift(half, power as i8)?, end, power),
        _ => return None,
    };
    Some(Numeral { value: value.normalize(), core: at..end, end, form: Form::Words, scale })
}

/// `จุด` and the digits behind it: `หนึ่งจุดสองห้า`.
fn decimals(language: &Language, text: &str, end: usize) -> Option<(Decimal, usize)> {
    let (Word::Own(POINT), mut end) = language.word_at(text, joined(text, end))? else { return None };
    let (mut mantissa, mut scale) = (0i128, 0u32);
    while let Some((Word::Small(digit), word_end)) = language.word_at(text, joined(text, end)) {
        if scale >= 20 {
            break;
        }
        mantissa = mantissa * 10 + i128::from(digit);
        (scale, end) = (scale + 1, word_end);
    }
    (scale > 0).then(|| (Decimal::from_i128_with_scale(mantissa, scale), end))
}

/// A spelled-out number: `สองร้อยห้า`.
#[derive(Debug)]
pub struct Spelled;

impl Construct for Spelled {
    fn name(&self) -> &'static str {
        "words"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, _: &Site<'_>) -> Option<Reading> {
        None // The number is read with its site; a bare one is a count.
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        // `ศูนย์` alone would be read as a centre.
        spell(spelled(quantity, Kind::Count).filter(|value| *value > 0)?)
    }
}
