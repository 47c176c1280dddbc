//! The grammar of numbers in Chinese characters, digits mixed in: `三万五千`, `两千四百五`, `1亿2000万`, `壹佰零伍`.
//!
//! In: a text and a place. Out: the value and the end of the longest number there. Two neighbouring digits, such as `两三` in
//! `两三年` or `七八` in `十七八`, make a range: the caller asks for its low or its high end.

use super::sign::{Sign, gap, power_of_ten, sign_at};
use crate::figure::Language;
use crate::figure::numeral::{self, Digits, Form, Grouping, Numeral, digit_at};
use crate::figure::word::Word;
use rust_decimal::Decimal;

/// Which end of a range of neighbouring digits is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// `两` of `两三年`.
    Low,
    /// `三` of `两三年`.
    High,
}

/// A number as far as the grammar of characters reads it.
#[derive(Debug)]
pub struct Parsed {
    /// Its value.
    pub value: Decimal,
    /// Its end.
    pub end: usize,
    /// The digits at its beginning, if nothing but powers of ten follows them.
    pub digits: Option<Numeral>,
    /// How it is written.
    pub form: Form,
    /// The power of ten of the scales at its end; 0 if there are none.
    pub scale: u8,
    /// The power of ten of its last character; 0 for a digit.
    pub unit: u8,
    /// Whether two neighbouring digits make it a range.
    pub pair: bool,
}

impl Parsed {
    /// Digits behind which no character of a number stands.
    fn digits(number: Numeral) -> Self {
        let value = if number.value.is_zero() { Decimal::ZERO } else { number.value };
        Self { value, end: number.end, digits: Some(number), form: Form::Words, scale: 0, unit: 0, pair: false }
    }
}

/// Digits that still wait for their power of ten.
struct Pending {
    value: Decimal,
    count: u8,
    last: u8,
    arabic: bool,
}

struct Grammar<'t> {
    language: &'static Language,
    text: &'t str,
    pick: Pick,
    /// The groups read so far, and the last of them.
    total: Decimal,
    group: Decimal,
    /// The power of ten of the last group; more than any before the first.
    last_scale: u8,
    section: Decimal,
    last_place: u8,
    pending: Option<Pending>,
    /// Whether a zero stands before the pending digits.
    zero: bool,
    unit: u8,
    scale: u8,
    empty: bool,
    pair: bool,
    end: usize,
    /// The end of the last group, to fall back to.
    group_end: usize,
    digits: Option<Numeral>,
    mixed: bool,
}

/// Reads a number at `at`; a power of ten with no digit before it counts as one of it.
pub fn parse(language: &'static Language, text: &str, at: usize, pick: Pick) -> Option<Parsed> {
    if let Some(number) = arabic(text, at).filter(|number| sign_at(text, gap(text, number.end)).is_none()) {
        return Some(Parsed::digits(number));
    }
    let mut grammar = Grammar {
        language,
        text,
        pick,
        total: Decimal::ZERO,
        group: Decimal::ZERO,
        last_scale: u8::MAX,
        section: Decimal::ZERO,
        last_place: u8::MAX,
        pending: None,
        zero: false,
        unit: 0,
        scale: 0,
        empty: true,
        pair: false,
        end: at,
        group_end: at,
        digits: None,
        mixed: false,
    };
    let mut place = at;
    while let Some(end) = grammar.take(place) {
        place = end;
    }
    grammar.finish(at)
}

impl Grammar<'_> {
    /// Takes what stands at `at`, over a gap, and returns its end; `None` where the number ends.
    fn take(&mut self, at: usize) -> Option<usize> {
        let at = if self.empty { at } else { gap(self.text, at) };
        if digit_at(self.text, at).is_some() {
            return self.arabic(at);
        }
        let (sign, end) = sign_at(self.text, at)?;
        let joined = at == self.end || self.zero;
        if !joined && self.pending.is_some() && matches!(sign, Sign::Digit(_)) {
            return None;
        }
        let taken = match sign {
            Sign::Digit(0) if !self.empty && self.pending.is_none() => return self.filler(end),
            Sign::Digit(digit) => self.digit(at, digit),
            Sign::Tens(tens) if self.pending.is_none() && self.last_place > 1 => self.add(Decimal::from(tens), 1),
            Sign::Tens(_) => None,
            Sign::Place(power) => self.place(at, power),
            Sign::Scale(power) => self.scale(at, power),
        };
        taken?;
        self.mixed |= self.digits.is_some() && matches!(sign, Sign::Digit(_));
        (self.empty, self.end) = (false, end);
        if matches!(sign, Sign::Scale(_)) {
            self.group_end = end;
        }
        Some(end)
    }

    /// Digits at the beginning, or behind a power of ten: `1亿2000万`, `3万5000`.
    fn arabic(&mut self, at: usize) -> Option<usize> {
        let number = arabic(self.text, at)?;
        let Form::Digits { whole, .. } = number.form else { return None };
        if !self.empty {
            let behind_digits = self.digits.as_ref().is_some_and(Numeral::is_integer);
            if self.pending.is_some() || at > self.end || !behind_digits || !self.fits(&number, whole) {
                return None;
            }
            self.mixed = true;
        }
        let value = number.value;
        (self.empty, self.end) = (false, number.end);
        self.pending = Some(Pending { value, count: whole, last: 0, arabic: true });
        if self.digits.is_none() {
            self.digits = Some(number);
        }
        Some(self.end)
    }

    /// Whether digits go on with a number whose last power of ten was `unit`.
    fn fits(&self, number: &Numeral, count: u8) -> bool {
        let behind = gap(self.text, number.end);
        if let Some((Sign::Place(power) | Sign::Scale(power), end)) = sign_at(self.text, behind) {
            let more = matches!(sign_at(self.text, end), Some((Sign::Scale(scale), _)) if scale + power >= self.unit);
            return power < self.unit && !more && !self.is_word(behind);
        }
        let rest = &self.text[number.end..];
        let ends = !rest.starts_with([
            '年', '月', '日', '号', '点', '时', '分', ':', '：', '.', '%', '％', '‰', '/', '-', '—', '～', '~', '个',
        ]) && !rest.starts_with(|next: char| next.is_ascii_alphabetic());
        let whole = number.is_plain(count);
        ends && whole && (count == 1 && self.unit >= 3 || count >= 3 && count <= self.unit)
    }

    /// A zero between powers of ten: something smaller has to follow.
    fn filler(&mut self, end: usize) -> Option<usize> {
        let next = gap(self.text, end);
        let follows = matches!(sign_at(self.text, next), Some((Sign::Digit(1..) | Sign::Tens(_) | Sign::Place(1), _)));
        let arabic = self.digits.is_some() && digit_at(self.text, end).is_some();
        self.zero = true;
        (follows && !arabic).then_some(end)
    }

    fn digit(&mut self, at: usize, digit: u8) -> Option<()> {
        let units = self.unit > 0;
        match &mut self.pending {
            None => {
                if units && self.ends_before(at, digit) {
                    return None;
                }
                self.pending = Some(Pending { value: Decimal::from(digit), count: 1, last: digit, arabic: false });
            }
            Some(pending) if pending.arabic || pending.count >= 24 => return None,
            Some(pending) if units => {
                if pending.count > 1 || !are_neighbours(pending.last, digit) {
                    return None;
                }
                let value = if self.pick == Pick::Low { pending.last } else { digit };
                *pending = Pending { value: Decimal::from(value), count: 2, last: digit, arabic: false };
                self.pair = true;
            }
            Some(pending) => {
                let value = pending.value.checked_mul(Decimal::TEN)?.checked_add(Decimal::from(digit))?;
                *pending = Pending { value, count: pending.count + 1, last: digit, arabic: false };
            }
        }
        Some(())
    }

    /// Whether a digit behind a power of ten begins a word: `三百|一直`, `五百|四川人`.
    fn ends_before(&self, at: usize, digit: u8) -> bool {
        const BEHIND_ONE: [char; 17] =
            ['些', '直', '样', '致', '起', '定', '并', '律', '旦', '切', '再', '向', '经', '贯', '味', '齐', '概'];
        let next = self.text[at..].chars().nth(1);
        let fixed = digit == 1 && next.is_some_and(|next| BEHIND_ONE.contains(&next));
        let numeric = next.is_some_and(|next| sign_at(next.encode_utf8(&mut [0; 4]), 0).is_some());
        fixed
            || self.unit >= 2
                && !self.zero
                && !numeric
                && matches!(self.language.word_at(self.text, at), Some((Word::Idiom, _)))
    }

    /// The pending digits as the factor of a power of ten: one digit, two neighbours, or digits in figures.
    fn factor(&mut self) -> Option<Decimal> {
        let Some(pending) = &self.pending else { return Some(Decimal::ZERO) };
        let value = match (pending.arabic, pending.count) {
            (true, _) | (false, 1) => pending.value,
            (false, 2) if self.unit > 0 => pending.value,
            (false, 2) => {
                let first = ((pending.value - Decimal::from(pending.last)) / Decimal::TEN).try_into().ok()?;
                if !are_neighbours(first, pending.last) && (first, pending.last) != (3, 5) {
                    return None;
                }
                self.pair = true;
                Decimal::from(if self.pick == Pick::Low { first } else { pending.last })
            }
            _ => return None,
        };
        (!value.is_zero()).then_some(value)
    }

    fn place(&mut self, at: usize, power: u8) -> Option<()> {
        if !self.empty && self.is_word(at) {
            return None;
        }
        let arabic = self.pending.as_ref().is_some_and(|pending| pending.arabic);
        let bare = self.pending.is_none();
        if let Some(mega) = self.mega(at, power) {
            return self.add(mega, power);
        }
        if power >= self.last_place || arabic && power == 1 || bare && power > 1 && !self.empty {
            return None;
        }
        let factor = if bare { Decimal::ONE } else { self.factor()? };
        self.add(factor.checked_mul(power_of_ten(power))?, power)
    }

    /// What a hundred or thousand adds that multiplies the whole group before scales: `三百二十二千万亿`.
    fn mega(&mut self, at: usize, power: u8) -> Option<Decimal> {
        let (_, end) = sign_at(self.text, at)?;
        let scaled = matches!(sign_at(self.text, end), Some((Sign::Scale(_), _)));
        let lower = self.last_place == 1 && power >= 2 && self.section >= Decimal::TEN && !self.pair && !self.zero;
        let digit = match &self.pending {
            Some(pending) if !pending.arabic && pending.count == 1 => pending.value,
            None => Decimal::ZERO,
            Some(_) => return None,
        };
        let whole = self.section.checked_add(digit).filter(|_| scaled && lower)?;
        whole.checked_mul(power_of_ten(power))?.checked_sub(self.section)
    }

    fn add(&mut self, value: Decimal, power: u8) -> Option<()> {
        self.section = self.section.checked_add(value)?;
        (self.pending, self.zero, self.last_place, self.unit, self.scale) = (None, false, power, power, 0);
        Some(())
    }

    fn scale(&mut self, at: usize, power: u8) -> Option<()> {
        if !self.empty && self.is_word(at) || power == 12 && (self.digits.is_some() || self.is_mega(at)) {
            return None;
        }
        let current = self.section.checked_add(self.factor()?)?;
        if current.is_zero() && !self.empty {
            if power <= self.unit || self.scale == 0 {
                return None;
            }
            let grown = self.group.checked_mul(power_of_ten(power))?;
            self.total = self.total.checked_sub(self.group)?.checked_add(grown)?;
            (self.group, self.unit) = (grown, power);
            (self.last_scale, self.scale) = (self.last_scale + power, self.scale + power);
            return Some(());
        }
        let current = if self.empty { Decimal::ONE } else { current };
        if power < self.last_scale {
            self.group = current.checked_mul(power_of_ten(power))?;
            self.total = self.total.checked_add(self.group)?;
        } else if power > self.last_scale {
            self.total = self.total.checked_add(current)?.checked_mul(power_of_ten(power))?;
            self.group = self.total;
        } else {
            (self.section, self.pending, self.end) = (Decimal::ZERO, None, self.group_end);
            return None;
        }
        (self.section, self.pending, self.zero) = (Decimal::ZERO, None, false);
        (self.last_scale, self.last_place, self.unit, self.scale) = (power, u8::MAX, power, power);
        Some(())
    }

    /// Whether a unit begins at `at` with what looks like a power of ten: `5|千米`, `2.3|百分点`.
    fn is_word(&self, at: usize) -> bool {
        match self.language.follower_at(self.text, at) {
            Some((Word::After(_), _)) => !matches!(self.language.word_at(self.text, at), Some((Word::Before(_), _))),
            Some((Word::Idiom, _)) => at > self.end,
            _ => false,
        }
    }

    /// Whether 兆 stands for a million, as in units of technology.
    fn is_mega(&self, at: usize) -> bool {
        self.text[at..]
            .chars()
            .nth(1)
            .is_some_and(|next| "瓦赫宽字比帕以带流网欧伏".contains(next) || next.is_ascii_alphabetic())
    }

    fn finish(mut self, start: usize) -> Option<Parsed> {
        let (mut value, mut form) = (self.total.checked_add(self.section)?, Form::Words);
        if let Some(pending) = self.pending.take() {
            let behind = self.unit >= 2 && !self.zero && (pending.count == 1 || self.pair && !pending.arabic);
            let factor = if behind { power_of_ten(self.unit - 1) } else { Decimal::ONE };
            if self.unit == 0 && !pending.arabic {
                form = Form::Digits { whole: pending.count, marked: false };
                let first = (pending.value - Decimal::from(pending.last)) / Decimal::TEN;
                self.pair = pending.count == 2
                    && u8::try_from(first)
                        .is_ok_and(|first| are_neighbours(first, pending.last) || (first, pending.last) == (3, 5));
                if self.pair {
                    value = if self.pick == Pick::Low { first } else { Decimal::from(pending.last) };
                    return Some(self.parsed(value, form));
                }
            }
            value = value.checked_add(pending.value.checked_mul(factor)?)?;
            (self.unit, self.scale) = (0, 0);
        }
        (self.end > start).then(|| self.parsed(value, form))
    }

    fn parsed(self, value: Decimal, form: Form) -> Parsed {
        let digits = self.digits.filter(|_| !self.mixed);
        Parsed { value, end: self.end, form, digits, scale: self.scale, unit: self.unit, pair: self.pair }
    }
}

/// Whether two digits name a range between them: `两三`, `七八`.
fn are_neighbours(first: u8, second: u8) -> bool {
    first > 0 && second == first + 1
}

/// Reads digits; a fullwidth comma groups only fullwidth ones, elsewhere it is punctuation.
fn arabic(text: &str, at: usize) -> Option<Numeral> {
    let read = |text| match numeral::digits(text, at, Grouping::CommaOrSpace)? {
        Digits::Number(number) => Some(number),
        Digits::Run(_) => None,
    };
    let number = read(text)?;
    match text[number.core.clone()].find('，') {
        Some(comma) if text.as_bytes()[at].is_ascii() => read(&text[..at + comma]),
        _ => Some(number),
    }
}
