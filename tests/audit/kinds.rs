//! What may become of a figure on its way through translations, editors and scanners.

use numerate::model::{Amount, Figure, Kind};
use std::ops::Range;

/// What becomes of a figure: its words, its bare number, the words of another figure of the text.
pub type Garble = fn(words: &str, core: Range<usize>, figure: &Figure, other: &str) -> Option<String>;

/// The garbles by the kind of their fault.
pub const GARBLES: &[(&str, Garble)] = &[
    ("digits transposed", |words, core, _, _| {
        let digits: Vec<char> = words[core.clone()].chars().collect();
        let at = (1..digits.len()).find(|at| {
            digits[*at].is_ascii_digit()
                && digits[at - 1].is_ascii_digit()
                && digits[*at] != digits[at - 1]
                && digits[*at] != '0'
        })?;
        let mut turned = digits;
        turned.swap(at - 1, at);
        Some(with(words, core, &turned.into_iter().collect::<String>()))
    }),
    ("digit replaced", |words, core, _, _| {
        let number = &words[core.clone()];
        let at = number.rfind(|c: char| c.is_ascii_digit())?;
        let digit = number[at..].chars().next()?.to_digit(10)?;
        let other = char::from_digit((digit + 4) % 10, 10)?;
        Some(with(words, core.clone(), &format!("{}{other}{}", &number[..at], &number[at + 1..])))
    }),
    ("digit lost", |words, core, _, _| {
        let number = &words[core.clone()];
        let two = number.len() >= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        two.then(|| with(words, core.clone(), &number[1..]))
    }),
    ("value of another claim", |words, _, _, other| (other != words).then(|| other.to_owned())),
    ("number lost", |words, core, figure, _| {
        let number = words[core.clone()].starts_with(|c: char| c.is_ascii_digit());
        (figure.quantity.kind == Kind::Percent && number).then(|| with(words, core.clone(), "").trim_start().to_owned())
    }),
    ("thousands split", |words, core, _, _| {
        let (first, rest) = words[core.clone()].split_once(',')?;
        Some(with(words, core.clone(), &format!("{first} ,{rest}")))
    }),
    ("letters for digits", |words, core, _, _| {
        let number = &words[core.clone()];
        (number.contains('0') && number.len() > 1).then(|| with(words, core.clone(), &number.replace('0', "O")))
    }),
    ("scale slipped", |words, _, figure, _| {
        let scales = [("billion", "million"), ("พันล้าน", "ล้าน"), ("亿", "万")];
        let (from, to) = scales.into_iter().find(|(from, _)| words.contains(from))?;
        (figure.quantity.kind == Kind::Currency).then(|| words.replacen(from, to, 1))
    }),
    ("decimal shifted", |words, core, figure, _| {
        let number = &words[core.clone()];
        (has_two_digits(number) && !number.ends_with('0') && figure.quantity.kind == Kind::Percent)
            .then(|| with(words, core.clone(), &format!("{}.{}", &number[..1], &number[1..])))
    }),
    ("era confused", |words, core, figure, _| {
        let year: u32 = words[core.clone()].parse().ok()?;
        let other = if year > 2400 { year - 543 } else { year + 543 };
        (figure.quantity.kind == Kind::Year).then(|| with(words, core.clone(), &other.to_string()))
    }),
    ("hundred added", |words, core, figure, _| {
        let number = &words[core.clone()];
        (has_two_digits(number) && figure.quantity.kind == Kind::Percent)
            .then(|| with(words, core.clone(), &format!("1{number}")))
    }),
    ("digit off by one", |words, core, _, _| {
        let number = &words[core.clone()];
        let at = number.rfind(|c: char| c.is_ascii_digit())?;
        let digit = number[at..].chars().next()?.to_digit(10)?;
        let other = char::from_digit(if digit == 9 { 8 } else { digit + 1 }, 10)?;
        Some(with(words, core.clone(), &format!("{}{other}{}", &number[..at], &number[at + 1..])))
    }),
    ("digit inserted", |words, core, _, _| {
        let number = &words[core.clone()];
        let plain = number.len() >= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| with(words, core.clone(), &format!("{}3{}", &number[..1], &number[1..])))
    }),
    ("digit doubled", |words, core, _, _| {
        let number = &words[core.clone()];
        let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
        plain.then(|| with(words, core.clone(), &format!("{number}{}", &number[number.len() - 1..])))
    }),
    ("zero added", |words, core, _, _| {
        let number = &words[core.clone()];
        let plain = number.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| with(words, core.clone(), &format!("{number}0")))
    }),
    ("leading zero", |words, core, _, _| {
        let number = &words[core.clone()];
        has_two_digits(number).then(|| with(words, core.clone(), &format!("0{number}")))
    }),
    ("number fell apart", |words, core, figure, _| {
        let number = &words[core.clone()];
        (has_two_digits(number) && figure.quantity.kind == Kind::Percent)
            .then(|| with(words, core.clone(), &format!("{} {}", &number[..1], &number[1..])))
    }),
    ("point lost", |words, core, _, _| {
        let number = &words[core.clone()];
        number.contains('.').then(|| with(words, core.clone(), &number.replace('.', "")))
    }),
    ("point for comma", |words, core, _, _| {
        let number = &words[core.clone()];
        number.contains(',').then(|| with(words, core.clone(), &number.replace(',', ".")))
    }),
    ("share as part of one", |words, core, figure, _| {
        let number = &words[core.clone()];
        (has_two_digits(number) && figure.quantity.kind == Kind::Percent)
            .then(|| with(words, core.clone(), &format!("0.{number}")))
    }),
    ("letter for one", |words, core, _, _| {
        let number = &words[core.clone()];
        (number.contains('1') && number.len() > 1).then(|| with(words, core.clone(), &number.replacen('1', "l", 1)))
    }),
    ("digits of two scripts", |words, core, _, _| {
        let number = &words[core.clone()];
        let first = number.chars().next().filter(char::is_ascii_digit)?;
        let other = char::from_u32(0x0E50 + first.to_digit(10)?)?;
        (number.len() > 1).then(|| with(words, core.clone(), &format!("{other}{}", &number[1..])))
    }),
    ("one wide digit", |words, core, _, _| {
        let number = &words[core.clone()];
        let first = number.chars().next().filter(char::is_ascii_digit)?;
        let other = char::from_u32(0xFF10 + first.to_digit(10)?)?;
        (number.len() > 1).then(|| with(words, core.clone(), &format!("{other}{}", &number[1..])))
    }),
    ("people for percent", |words, core, figure, _| {
        let number = &words[core.clone()];
        let unit = if words.contains("ร้อยละ") { " คน" } else { " people" };
        let sign = words.contains('%') || words.contains("ร้อยละ");
        (sign && figure.quantity.kind == Kind::Percent).then(|| format!("{number}{unit}"))
    }),
    ("points for percent", |words, core, figure, _| {
        let number = &words[core.clone()];
        let sign = words.contains('%');
        (sign && figure.quantity.kind == Kind::Percent).then(|| format!("{number} percentage points"))
    }),
    ("sign lost", |words, core, figure, _| {
        let sign = words.contains('%') || words.contains("ร้อยละ");
        (sign && figure.quantity.kind == Kind::Percent).then(|| words[core].to_owned())
    }),
    ("number word garbled", |words, core, _, _| {
        const WORDS: [(&str, &str); 20] = [
            ("two", "four"),
            ("three", "two"),
            ("four", "three"),
            ("half", "a third"),
            ("nine", "six"),
            ("eight", "nine"),
            ("doubl", "tripl"),
            ("หก", "หนึ่ง"),
            ("สอง", "หนึ่ง"),
            ("สาม", "สอง"),
            ("สี่", "ห้า"),
            ("เก้า", "เจ็ด"),
            ("แปด", "เก้า"),
            ("ครึ่งหนึ่ง", "หนึ่งในสี่"),
            ("ครึ่ง", "หนึ่งในสี่"),
            ("二", "一"),
            ("三", "二"),
            ("九", "六"),
            ("八", "九"),
            ("一半", "三分之一"),
        ];
        let number = words[core].chars().any(char::is_numeric);
        let (from, to) = WORDS.into_iter().find(|(from, _)| words.contains(from))?;
        (!number).then(|| words.replacen(from, to, 1))
    }),
    ("fraction inverted", |words, core, figure, _| {
        let Amount::Ratio(part, whole) = figure.quantity.amount else { return None };
        let (part, whole) = (part.normalize().to_string(), whole.normalize().to_string());
        let number = &words[core.clone()];
        let middle = number.strip_prefix(part.as_str())?.strip_suffix(whole.as_str())?;
        (figure.quantity.kind == Kind::Fraction).then(|| with(words, core.clone(), &format!("{whole}{middle}{part}")))
    }),
    ("hedge turned", |words, _, _, _| {
        const HEDGES: [(&str, &str); 10] = [
            ("more than", "less than"),
            ("nearly", "more than"),
            ("at most", "at least"),
            ("at least", "at most"),
            ("มากกว่า", "น้อยกว่า"),
            ("เกือบ", "มากกว่า"),
            ("ไม่เกิน", "อย่างน้อย"),
            ("超过", "不到"),
            ("近", "超过"),
            ("不超过", "至少"),
        ];
        let (from, to) = HEDGES.into_iter().find(|(from, _)| words.starts_with(from))?;
        Some(words.replacen(from, to, 1))
    }),
    ("scale raised", |words, _, figure, _| {
        const SCALES: [(&str, &str); 4] =
            [("million", "billion"), ("billion", "trillion"), ("พันล้าน", "แสนล้าน"), ("亿", "万亿")];
        let (from, to) = SCALES.into_iter().find(|(from, _)| words.contains(from))?;
        (figure.quantity.kind == Kind::Currency).then(|| words.replacen(from, to, 1))
    }),
    ("said twice", |words, core, figure, _| {
        let sign = words.ends_with('%') && core.start == 0;
        (sign && figure.quantity.kind == Kind::Percent).then(|| format!("{words}{words}"))
    }),
];

fn with(words: &str, core: Range<usize>, number: &str) -> String {
    format!("{}{number}{}", &words[..core.start], &words[core.end..])
}

/// Whether a number is one of two plain digits, as most shares are.
fn has_two_digits(number: &str) -> bool {
    number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit())
}
