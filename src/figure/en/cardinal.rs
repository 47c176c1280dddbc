//! Spelled-out numbers of English, and digits with a scale: `two hundred and five`, `1.2 million`, `three and a half`.

use super::lexicon::{AND, AND_A_HALF, HALF_A, OH, POINT, QUARTER_OF_A};
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::lexicon::latin_at;
use crate::figure::numeral::{self, Digits, Form, Grouping, Numeral, digit_at};
use crate::figure::shared::spelled;
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word, shift};
use crate::figure::{Language, hyphen_at};
use crate::model::{Kind, Quantity};
use rust_decimal::Decimal;

/// Reads a number at a place: in digits with a scale, or spelled out.
pub fn numeral(language: &'static Language, text: &str, at: usize) -> Option<Numeral> {
    if digit_at(text, at).is_some() {
        return in_digits(language, text, at);
    }
    in_words(language, text, at)
}

fn in_digits(language: &'static Language, text: &str, at: usize) -> Option<Numeral> {
    let Digits::Number(mut number) = numeral::digits(text, at, Grouping::CommaOrSpace)? else { return None };
    if let Some((value, end)) = vulgar(language, text, &number) {
        number.value = number.value.checked_add(value)?;
        (number.core.end, number.end) = (end, end);
        mark(&mut number);
    }
    let digits_end = number.end;
    let mut behind = word_after(language, text, digits_end);
    if let Some((power, end)) = exponent(text, number.end) {
        (number.value, number.end, number.core.end) = (shift(number.value, power)?, end, end);
        mark(&mut number);
    } else if let Some((value, end)) = numeral::raised(text, number.value, number.end) {
        (number.value, number.end, number.core.end) = (value, end, end);
        mark(&mut number);
    } else if number.is_integer()
        && let Some((part, end)) = and_a_part(language, text, number.end, behind)
    {
        (number.value, number.end, number.core.end) = (number.value.checked_add(part)?, end, end);
        mark(&mut number);
    }
    if number.end > digits_end {
        behind = word_after(language, text, number.end);
    }
    let attached = latin_at(text, number.end);
    if attached && !is_suffix(language, text, number.end) {
        return None;
    }
    while let Some((power, end)) = behind.and_then(|word| as_scale(text, number.end, word)) {
        number.value = shift(number.value, power as i8)?;
        (number.scale, number.end) = (number.scale + power, end);
        mark(&mut number);
        behind = word_after(language, text, end);
    }
    if let Some((value, end)) = smaller_scale(language, text, &number) {
        (number.value, number.end, number.core.end) = (number.value.checked_add(value)?, end, end);
        number.scale = 0;
        behind = word_after(language, text, end);
    }
    if let Some((Word::Dozen, end)) = behind {
        number.value = number.value.checked_mul(Decimal::from(12))?;
        number.end = end;
        mark(&mut number);
    }
    Some(number)
}

/// What a number goes on with behind its scale: `5 trillion six hundred million`, `2 million 300 thousand`.
fn smaller_scale(language: &'static Language, text: &str, number: &Numeral) -> Option<(Decimal, usize)> {
    let at = number.end + text[number.end..].strip_prefix(' ').map(|_| 1)?;
    let whole = number.scale >= 6 && !is_single_letter(text, number.end);
    let rest = numeral(language, text, at).filter(|rest| whole && rest.is_integer() && rest.scale >= 3)?;
    let fits = rest.scale < number.scale && rest.value < shift(Decimal::ONE, number.scale as i8)?;
    (fits && !is_single_letter(text, rest.end)).then_some((rest.value, rest.end))
}

/// The power of ten of scientific notation behind digits: `1e10`, `5E-3`.
fn exponent(text: &str, end: usize) -> Option<(i8, usize)> {
    let rest = text.get(end..)?.strip_prefix(['e', 'E'])?;
    let signed = rest.strip_prefix(['-', '+']).unwrap_or(rest);
    let digits = signed.bytes().take_while(u8::is_ascii_digit).count();
    let ends = !signed[digits..].starts_with(|c: char| c.is_alphanumeric());
    let power: i8 = signed[..digits].parse().ok().filter(|_| ends && digits <= 2)?;
    Some((if rest.starts_with('-') { -power } else { power }, end + 1 + rest.len() - signed.len() + digits))
}

fn mark(number: &mut Numeral) {
    if let Form::Digits { marked, .. } = &mut number.form {
        *marked = true;
    }
}

/// Whether Latin letters that touch the end of digits are a scale or a unit.
fn is_suffix(language: &Language, text: &str, end: usize) -> bool {
    matches!(language.follower_at(text, end), Some((Word::Scale(_) | Word::After(_) | Word::Own(_), _)))
}

/// A vulgar fraction behind a whole number: `2½`, `3 1/2`.
fn vulgar(language: &Language, text: &str, number: &Numeral) -> Option<(Decimal, usize)> {
    if !number.is_integer() {
        return None;
    }
    if text.as_bytes().get(number.end).is_some_and(|next| !next.is_ascii())
        && let Some((Word::Part(a, b), end)) = language.word_at(text, number.end)
    {
        return Some((Decimal::from(a) / Decimal::from(b), end));
    }
    let at = number.end + 1;
    match text.as_bytes().get(number.end..number.end + 4)? {
        [b' ', a @ b'1'..=b'9', b'/', b @ b'2'..=b'9'] if a < b && digit_at(text, at + 3).is_none() => {
            Some((Decimal::from(a - b'0') / Decimal::from(b - b'0'), at + 3))
        }
        _ => None,
    }
}

/// The scale that a word behind a number that ends at `end` is; a single letter only where it touches the number.
fn as_scale(text: &str, end: usize, (word, scale_end): (Word, usize)) -> Option<(u8, usize)> {
    let power = match word {
        Word::Scale(power) | Word::Place(power) => power,
        _ => return None,
    };
    let letter = text[..scale_end].len() - end == 1;
    let single = scale_end >= 1 && text.as_bytes()[scale_end - 1].is_ascii_alphabetic() && is_single_letter(text, scale_end);
    (letter || !single).then_some((power, scale_end))
}

/// Whether the Latin word that ends at `end` is one letter long.
fn is_single_letter(text: &str, end: usize) -> bool {
    end < 2 || !text.as_bytes()[end - 2].is_ascii_alphabetic()
}

/// What stands behind a number, with its end.
type Behind = Option<(Word, usize)>;

/// The word behind a number, over a space or a hyphen.
fn word_after(language: &Language, text: &str, end: usize) -> Behind {
    let hyphen = end + hyphen_at(text, end);
    let at = if hyphen > end { hyphen } else { language.skip_gap(text, end) };
    language.follower_at(text, at)
}

/// What the last word of a spelled-out number was, which decides what may follow.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Nothing,
    Unit,
    Tens,
    Hundred,
    Scale,
    /// An ordinal, which ends the number.
    Ordinal,
}

fn in_words(language: &'static Language, text: &str, at: usize) -> Option<Numeral> {
    let (first, first_end) = language.word_at(text, at)?;
    match first {
        Word::Own(own @ (HALF_A | QUARTER_OF_A)) => return part_of_a(language, text, at, own, first_end),
        Word::Dozen => return Some(words(Decimal::from(12), at, first_end, 0)),
        Word::Small(_) | Word::Tens(_) => {}
        // `a hundred`, `a million`: without the article the word needs a number before it.
        Word::Place(_) | Word::Scale(_) if text[at..].starts_with(['a', 'A']) => {}
        _ => return None,
    }
    let (mut total, mut current) = (0u128, 0u128);
    let (mut last, mut last_scale, mut scale) = (Last::Nothing, u8::MAX, 0u8);
    let (mut end, mut word, mut word_end) = (at, first, first_end);
    let mut behind = None;
    loop {
        let next = match (word, last) {
            (Word::Small(n), Last::Nothing | Last::Hundred | Last::Scale) => {
                current += u128::from(n);
                if n < 10 { Last::Unit } else { Last::Tens }
            }
            (Word::Small(n @ 1..=9), Last::Tens) if current % 100 >= 20 && current.is_multiple_of(10) => {
                current += u128::from(n);
                Last::Unit
            }
            (Word::Tens(n), Last::Nothing | Last::Hundred | Last::Scale) => {
                current += u128::from(n);
                Last::Tens
            }
            (Word::Place(2), Last::Unit | Last::Tens) if (1..100).contains(&current) => {
                current *= 100;
                Last::Hundred
            }
            // `one hundred and five hundred thousand`
            (Word::Place(2), Last::Unit | Last::Tens)
                if current > 100 && matches!(word_after(language, text, word_end), Some((Word::Scale(_), _))) =>
            {
                current = current / 100 * 100 + current % 100 * 100;
                Last::Hundred
            }
            (Word::Place(2), Last::Nothing) => {
                current = 100;
                Last::Hundred
            }
            (Word::Scale(power), _) => {
                let factor = 10u128.pow(u32::from(power));
                if last == Last::Nothing {
                    total = factor;
                } else if power < last_scale {
                    total += current.max(u128::from(current == 0)) * factor;
                } else {
                    total = (total + current).checked_mul(factor)?;
                }
                (current, last_scale, scale) = (0, power, power);
                Last::Scale
            }
            (Word::Ordinal(n), Last::Hundred | Last::Scale) => {
                current += u128::from(n);
                Last::Ordinal
            }
            (Word::Ordinal(n @ 1..=9), Last::Tens) if current % 100 >= 20 && current.is_multiple_of(10) => {
                current += u128::from(n);
                Last::Ordinal
            }
            (Word::OrdinalPlace(power), _) if last != Last::Nothing => {
                current = current.max(u128::from(current == 0 && total == 0)) * 10u128.pow(u32::from(power));
                Last::Ordinal
            }
            _ => break,
        };
        (last, end) = (next, word_end);
        if last == Last::Ordinal {
            let value = Decimal::from_i128_with_scale(i128::try_from(total + current).ok()?, 0);
            return Some(Numeral { form: Form::Ordinal, ..words(value, at, end, 0) });
        }
        behind = word_after(language, text, end);
        match following(language, text, (at, end), (last, last_scale), behind) {
            Some((next_word, next_end)) => (word, word_end) = (next_word, next_end),
            None => break,
        }
    }
    if end == at {
        return None;
    }
    if let Some((year, year_end)) = spoken_year(language, text, at, total + current, end) {
        return Some(Numeral { form: Form::Year, ..words(Decimal::from(year), at, year_end, 0) });
    }
    let mut value = Decimal::from_i128_with_scale(i128::try_from(total + current).ok()?, 0);
    if last != Last::Scale {
        scale = 0;
    }
    if let Some((fraction, fraction_end)) = decimals(language, text, behind) {
        (value, end) = (value.checked_add(fraction)?, fraction_end);
        if let Some((Word::Scale(power), scale_end)) = word_after(language, text, end) {
            (value, end, scale) = (shift(value, power as i8)?, scale_end, power);
        }
        behind = word_after(language, text, end);
    } else if let Some((part, part_end)) = and_a_part(language, text, end, behind) {
        (value, end) = (value.checked_add(part)?, part_end);
        if let Some((Word::Scale(power), scale_end)) = word_after(language, text, end) {
            (value, end, scale) = (shift(value, power as i8)?, scale_end, power);
        }
        behind = word_after(language, text, end);
    }
    if let Some((Word::Dozen, dozen_end)) = behind {
        (value, end) = (value.checked_mul(Decimal::from(12))?, dozen_end);
    }
    Some(words(value, at, end, scale))
}

/// A number of words that is its own core.
fn words(value: Decimal, start: usize, end: usize, scale: u8) -> Numeral {
    Numeral { value, core: start..end, end, form: Form::Words, scale }
}

/// The next word of a number: over a space, a hyphen, a comma behind a scale, or `and` behind a hundred or a scale.
fn following(
    language: &Language,
    text: &str,
    (at, end): (usize, usize),
    (last, last_scale): (Last, u8),
    behind: Behind,
) -> Behind {
    let rest = &text[end..];
    let comma = last == Last::Scale && rest.starts_with(", ");
    let found = if comma { language.word_at(text, end + 2) } else { behind }?;
    match found {
        (Word::Own(AND), and_end) if matches!(last, Last::Hundred | Last::Scale) => {
            let found = language.word_at(text, language.skip_gap(text, and_end))?;
            let goes_on = matches!(found.0, Word::Small(_) | Word::Tens(_) | Word::Ordinal(_));
            let between = text[..at].trim_end().ends_with("etween");
            (goes_on && !begins_another(language, text, found, (last, last_scale, between))).then_some(found)
        }
        (Word::Small(_) | Word::Tens(_) | Word::Place(_) | Word::OrdinalPlace(_), _) => Some(found),
        (Word::Ordinal(_), _) if last != Last::Unit => Some(found),
        // `twenty-second` is an ordinal, though `second` behind a number is a duration.
        (Word::After(Affix::Duration("second")), second_end)
            if text[..second_end].ends_with("second")
                && (last == Last::Tens
                    || matches!(last, Last::Hundred | Last::Scale) && !text[second_end..].starts_with([' ', '-'])) =>
        {
            Some((Word::Ordinal(2), second_end))
        }
        (Word::Scale(_), word_end) if !is_single_letter(text, word_end) && !comma => Some(found),
        _ => None,
    }
}

/// Whether the word behind `and` begins a number of its own: `between three hundred and four hundred`.
fn begins_another(
    language: &Language,
    text: &str,
    (word, end): (Word, usize),
    (last, last_scale, between): (Last, u8, bool),
) -> bool {
    let mut next = word_after(language, text, end);
    if let (Word::Tens(_), Some((Word::Small(1..=9), unit_end))) = (word, next) {
        next = word_after(language, text, unit_end);
    }
    let as_large = |power: u8| last == Last::Scale && power >= last_scale;
    match next {
        Some((Word::Place(2), end)) => match word_after(language, text, end) {
            Some((Word::Scale(power), _)) => between && last == Last::Hundred || as_large(power),
            _ => last == Last::Hundred,
        },
        Some((Word::Scale(power), scale_end)) => !is_single_letter(text, scale_end) && as_large(power),
        _ => false,
    }
}

/// A year in two halves, where the words before it lead to a year: `in nineteen ninety-nine`, `since twenty eighteen`.
fn spoken_year(language: &'static Language, text: &str, at: usize, century: u128, end: usize) -> Option<(u32, usize)> {
    const LEADS: [&str; 10] = ["in ", "of ", "since ", "by ", "until ", "from ", "to ", "year ", "early ", "late "];
    let head = text[text.floor_char_boundary(at.saturating_sub(8))..at].to_ascii_lowercase();
    if !LEADS.iter().any(|lead| head.ends_with(lead)) {
        return None;
    }
    let century = u32::try_from(century).ok()?;
    if (1100..=1900).contains(&century) && century.is_multiple_of(100) || (2001..=2009).contains(&century) {
        let dated = ["in ", "since ", "year "].iter().any(|lead| head.ends_with(lead));
        let ends = !text[end..].trim_start().starts_with(|c: char| c.is_alphanumeric());
        return (dated && ends && !text[at..end].starts_with("a ")).then_some((century, end));
    }
    if !(11..=20).contains(&century) {
        return None;
    }
    if let (Word::Own(OH), oh_end) = word_after(language, text, end)? {
        let (Word::Small(rest @ 1..=9), end) = word_after(language, text, oh_end)? else { return None };
        return Some((century * 100 + u32::from(rest), end));
    }
    let second = in_words(language, text, language.skip_gap(text, end)).filter(|second| second.form == Form::Words)?;
    let rest = u32::try_from(second.value).ok().filter(|rest| (10..=99).contains(rest))?;
    Some((century * 100 + rest, second.end))
}

/// The part behind a whole number: `and a half`, `and three quarters`, `and 3/5`.
fn and_a_part(language: &Language, text: &str, end: usize, behind: Behind) -> Option<(Decimal, usize)> {
    let behind = if hyphen_at(text, end) > 0 { language.follower_at(text, end) } else { behind };
    let (a, b, end) = match behind? {
        (Word::Own(AND_A_HALF), end) => return Some((Decimal::new(5, 1), end)),
        (Word::Own(AND), end) => {
            let at = language.skip_gap(text, end);
            match language.word_at(text, at) {
                Some((Word::Part(1, 4), end)) if text[at..].starts_with("a q") => return Some((Decimal::new(25, 2), end)),
                Some((Word::Small(a), end)) => match word_after(language, text, end)? {
                    (Word::Part(1, b), end) => (a, b, end),
                    _ => return None,
                },
                _ => match *text.as_bytes().get(at..at + 3)? {
                    [a @ b'1'..=b'9', b'/', b @ b'2'..=b'9'] if digit_at(text, at + 3).is_none() => {
                        (a - b'0', b - b'0', at + 3)
                    }
                    _ => return None,
                },
            }
        }
        _ => return None,
    };
    (a < b).then(|| (Decimal::from(a) / Decimal::from(b), end))
}

/// `point` and the digits behind it: `one point two five`.
fn decimals(language: &Language, text: &str, behind: Behind) -> Option<(Decimal, usize)> {
    let (Word::Own(POINT), mut end) = behind? else { return None };
    let (mut mantissa, mut scale) = (0i128, 0u32);
    while let Some((Word::Small(digit @ 0..=9), word_end)) = word_after(language, text, end) {
        if scale >= 20 {
            break;
        }
        mantissa = mantissa * 10 + i128::from(digit);
        (scale, end) = (scale + 1, word_end);
    }
    (scale > 0).then(|| (Decimal::from_i128_with_scale(mantissa, scale), end))
}

/// `half a million`, `half a dozen`, `half an hour`, `a quarter of a million`.
fn part_of_a(language: &'static Language, text: &str, at: usize, own: u8, end: usize) -> Option<Numeral> {
    let value = if own == HALF_A { Decimal::new(5, 1) } else { Decimal::new(25, 2) };
    match word_after(language, text, end)? {
        (Word::Scale(power), scale_end) if !is_single_letter(text, scale_end) => {
            Some(words(shift(value, power as i8)?, at, scale_end, power))
        }
        (Word::Dozen, dozen_end) => Some(words(value * Decimal::from(12), at, dozen_end, 0)),
        (Word::After(_), _) => {
            let core = at..at + text[at..].find(' ')?;
            Some(Numeral { value, core, end, form: Form::Words, scale: 0 })
        }
        _ => None,
    }
}

/// A spelled-out number: `two hundred and five`.
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
        spell(spelled(quantity, Kind::Count)?)
    }
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(u64, &str); 4] =
    [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

/// Spells a whole number in British English: `two thousand three hundred and five`; `None` from a quadrillion on.
pub fn spell(value: u64) -> Option<String> {
    if value >= 1_000_000_000_000_000 {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = value;
    for (scale, name) in SCALES {
        if rest >= scale {
            parts.push(format!("{} {name}", below_thousand(rest / scale)));
            rest %= scale;
        }
    }
    if rest > 0 || parts.is_empty() {
        let joint = if !parts.is_empty() && rest < 100 { "and " } else { "" };
        parts.push(format!("{joint}{}", below_thousand(rest)));
    }
    Some(parts.join(" "))
}

fn below_thousand(value: u64) -> String {
    let below_hundred = |value: u64| match (value / 10, value % 10) {
        (0 | 1, _) => SMALL[value as usize].to_owned(),
        (tens, 0) => TENS[tens as usize].to_owned(),
        (tens, unit) => format!("{}-{}", TENS[tens as usize], SMALL[unit as usize]),
    };
    match (value / 100, value % 100) {
        (0, rest) => below_hundred(rest),
        (hundreds, 0) => format!("{} hundred", SMALL[hundreds as usize]),
        (hundreds, rest) => format!("{} hundred and {}", SMALL[hundreds as usize], below_hundred(rest)),
    }
}
