//! Numbers as they stand in text: digits of any script here, spelled-out ones in each language.

use rust_decimal::Decimal;
use std::ops::Range;

/// A bare number in a text, with its scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeral {
    /// The value, scale included.
    pub value: Decimal,
    /// The number without its scale where it is written in digits (`1.2` of `1.2 million`), else the whole.
    pub core: Range<usize>,
    /// The end of number and scale.
    pub end: usize,
    /// How it is written.
    pub form: Form,
    /// The power of ten of the scale behind the digits; 0 if there is none.
    pub scale: u8,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Digits, of which so many stand before the decimal point.
    Digits {
        /// Digits before the point.
        whole: u8,
        /// Whether a separator or a decimal point stands among them, or a scale behind them.
        marked: bool,
    },
    /// Words, or digits and words mixed.
    Words,
    /// Words that make an ordinal: `one hundred and third`.
    Ordinal,
    /// Words that make a year: `nineteen ninety-nine`.
    Year,
}

impl Numeral {
    /// Whether it is an unmarked integer of `digits` digits, as a year is.
    pub fn is_plain(&self, digits: u8) -> bool {
        self.form == Form::Digits { whole: digits, marked: false }
    }

    /// Whether it is written in digits.
    pub fn in_digits(&self) -> bool {
        matches!(self.form, Form::Digits { .. })
    }

    /// Whether it is a whole number without a decimal point.
    pub fn is_integer(&self) -> bool {
        self.value.scale() == 0 || self.value.is_integer()
    }
}

/// Which separators of thousands a language prints beside the comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// Comma, and no-break or thin spaces.
    Comma,
    /// Also a plain space: `12 500`.
    CommaOrSpace,
}

/// A run of digits.
#[derive(Debug, Clone, PartialEq)]
pub enum Digits {
    /// A number.
    Number(Numeral),
    /// A run that is no number, up to its end: more digits than a value can have, or a chain such as `192.168.0.1`.
    Run(usize),
}

/// The digit that begins at byte `at`: its value, the length of its character in bytes, and its script.
pub fn digit_at(text: &str, at: usize) -> Option<(u8, usize, u8)> {
    match text.as_bytes().get(at..)? {
        [digit @ b'0'..=b'9', ..] => Some((digit - b'0', 1, 0)),
        [0xE0, 0xB9, digit @ 0x90..=0x99, ..] => Some((digit - 0x90, 3, 1)),
        [0xEF, 0xBC, digit @ 0x90..=0x99, ..] => Some((digit - 0x90, 3, 2)),
        _ => None,
    }
}

/// Reads digits at `at`: of one script, with thousands separators and a decimal part.
pub fn digits(text: &str, at: usize, grouping: Grouping) -> Option<Digits> {
    let (_, _, script) = digit_at(text, at)?;
    let mut run = Run { text, script, mantissa: 0, digits: 0, overflow: false };
    let (mut end, whole) = run.take(at);
    let mut marked = false;
    if whole <= 3 && run.mantissa != 0 {
        while let Some(separator) = separator_at(text, end, grouping).map(|length| run.spaced(end, length)) {
            let group = end + separator;
            if !run.is_group(group) {
                break;
            }
            end = run.take(group).0;
            marked = true;
        }
    }
    let whole_digits = run.digits;
    let mut scale = 0;
    if let Some(point) = point_at(text, end)
        && digit_at(text, end + point).is_some_and(|(_, _, other)| other == script)
    {
        let (fraction_end, fraction) = run.take(end + point);
        if let Some(next) = point_at(text, fraction_end)
            && digit_at(text, fraction_end + next).is_some()
        {
            return Some(Digits::Run(chain_end(text, fraction_end)));
        }
        (end, scale, marked) = (fraction_end, fraction, true);
    }
    if run.overflow || run.digits > 28 {
        return Some(Digits::Run(end));
    }
    let value = Decimal::from_i128_with_scale(run.mantissa, scale);
    let form = Form::Digits { whole: whole_digits as u8, marked };
    Some(Digits::Number(Numeral { value, core: at..end, end, form, scale: 0 }))
}

/// The value of a run of digits as it grows.
struct Run<'a> {
    text: &'a str,
    script: u8,
    mantissa: i128,
    digits: u32,
    overflow: bool,
}

impl Run<'_> {
    /// Takes the digits at `at`; their end and how many.
    fn take(&mut self, mut at: usize) -> (usize, u32) {
        let before = self.digits;
        while let Some((value, length, script)) = digit_at(self.text, at) {
            if script != self.script {
                break;
            }
            if self.digits < 28 {
                self.mantissa = self.mantissa * 10 + i128::from(value);
            } else {
                self.overflow = true;
            }
            self.digits = self.digits.saturating_add(1);
            at += length;
        }
        (at, self.digits - before)
    }

    /// The length of a separator of that length at `at`, with the space behind it that fullwidth digits leave: `１, ２３４`.
    fn spaced(&self, at: usize, length: usize) -> usize {
        length + usize::from(self.script == 2 && self.text[at..].starts_with(", "))
    }

    /// Whether exactly three digits stand at `at`.
    fn is_group(&self, at: usize) -> bool {
        let width = if self.script == 0 { 1 } else { 3 };
        let is_digit = |place: usize| digit_at(self.text, at + place * width).is_some_and(|(_, _, s)| s == self.script);
        is_digit(0) && is_digit(1) && is_digit(2) && !is_digit(3)
    }
}

/// The length of the thousands separator at `at`.
fn separator_at(text: &str, at: usize, grouping: Grouping) -> Option<usize> {
    match text.as_bytes().get(at..)? {
        [b',', ..] => Some(1),
        [b' ', ..] => (grouping == Grouping::CommaOrSpace).then_some(1),
        [0xC2, 0xA0, ..] => Some(2),
        [0xE2, 0x80, 0xAF | 0x89, ..] | [0xEF, 0xBC, 0x8C, ..] => Some(3),
        _ => None,
    }
}

/// The length of the decimal point at `at`.
fn point_at(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at..)? {
        [b'.', ..] => Some(1),
        [0xEF, 0xBC, 0x8E, ..] => Some(3),
        _ => None,
    }
}

/// The end of a chain of digits and points.
fn chain_end(text: &str, mut at: usize) -> usize {
    loop {
        match (digit_at(text, at), point_at(text, at)) {
            (Some((_, length, _)), _) => at += length,
            (None, Some(length)) if digit_at(text, at + length).is_some() => at += length,
            _ => return at,
        }
    }
}

/// A number in digits raised to a power: the value of `1.1^23` and its end; `end` is where the base ends.
pub fn raised(text: &str, base: Decimal, end: usize) -> Option<(Decimal, usize)> {
    let rest = text[end..].strip_prefix('^')?;
    let signed = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    let digits = signed.bytes().take_while(u8::is_ascii_digit).count();
    let behind = signed[digits..].strip_prefix('.').unwrap_or(&signed[digits..]);
    let ends = !behind.starts_with(|c: char| c.is_ascii_alphanumeric());
    let power: u8 = signed[..digits].parse().ok().filter(|_| ends && digits <= 2)?;
    let value = (0..power).try_fold(Decimal::ONE, |value, _| value.checked_mul(base))?;
    let value = if rest.starts_with('-') { Decimal::ONE.checked_div(value)? } else { value };
    Some((value, end + 1 + rest.len() - signed.len() + digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<(String, &str)> {
        match digits(text, 0, Grouping::CommaOrSpace)? {
            Digits::Number(numeral) => Some((numeral.value.to_string(), &text[..numeral.end])),
            Digits::Run(end) => Some(("run".to_owned(), &text[..end])),
        }
    }

    #[test]
    fn numbers_in_any_script() {
        for (text, expected, read) in [
            ("6,700 people", "6700", "6,700"),
            ("6700", "6700", "6700"),
            ("1,234,567.", "1234567", "1,234,567"),
            ("4.30%", "4.30", "4.30"),
            ("๖,๗๐๐ ราย", "6700", "๖,๗๐๐"),
            ("８８％", "88", "８８"),
            ("1 048 576 entries", "1048576", "1 048 576"),
            ("6, 700", "6", "6"),
            ("1,2345", "1", "1"),
            ("2018,500", "2018", "2018"),
            ("192.168.0.1 x", "run", "192.168.0.1"),
        ] {
            assert_eq!(value(text), Some((expected.to_owned(), read)), "{text}");
        }
        assert_eq!(value(&"9".repeat(40)).map(|(value, _)| value).as_deref(), Some("run"));
    }
}
