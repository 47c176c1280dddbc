//! Garbles of how a figure is printed by signs that are easily overlooked: spaces of all widths, raised and circled digits, marks of
//! other letters, signs of comparison.

use super::words::{Garble, digits, with};

/// Every such garble, by name.
pub const GARBLES: &[(&str, Garble)] = &[
    ("space of another width inside", |text, dice| {
        const SPACES: [&str; 9] =
            ["\u{a0}", "\u{2007}", "\u{2009}", "\u{202f}", "\u{2002}", "\u{3000}", "\u{200a}", "\u{205f}", "\u{2003}"];
        let at = *dice.pick(&inner(text))?;
        Some(with(text, at..at, dice.pick(&SPACES)?))
    }),
    ("other mark inside", |text, dice| {
        let at = *dice.pick(&inner(text))?;
        Some(with(
            text,
            at..at,
            dice.pick(&["'", "’", "·", "_", "/", ":", "٫", "٬", "،", "|", "-", "–", "+", "×", "^", "e"])?,
        ))
    }),
    ("raised or circled digit", |text, dice| {
        let all = digits(text);
        let at = *dice.pick(&all)?;
        let value = u32::from(text.as_bytes()[at] - b'0');
        let zero = *dice.pick(&['\u{2080}', '\u{1D7CE}', '\u{1D7D8}', '\u{1D7F6}', '\u{1FBF0}'])?;
        let circled = char::from_u32(if value == 0 { 0x24EA } else { 0x245F + value })?;
        let new = if dice.roll(3) == 0 { circled } else { char::from_u32(u32::from(zero) + value)? };
        Some(with(text, at..at + 1, &new.to_string()))
    }),
    ("raised digit behind", |text, dice| {
        let last = *digits(text).last()?;
        Some(with(text, last + 1..last + 1, dice.pick(&["²", "³", "¹", "⁰", "₂", "½", "¼", "⅓", "㉈", "Ⅷ"])?))
    }),
    ("mark of another script on a digit", |text, dice| {
        let last = *dice.pick(&digits(text))?;
        let marks = ["\u{e4c}", "\u{e31}", "\u{e47}", "\u{20d2}", "\u{489}", "\u{f18}", "\u{3099}", "\u{302a}", "\u{1ab0}"];
        Some(with(text, last + 1..last + 1, dice.pick(&marks)?))
    }),
    ("sign of comparison before", |text, dice| Some(format!("{}{text}", dice.pick(&["<", ">", "≠", "±", "< ", "¬"])?))),
    ("look-alike of a percent sign", |text, dice| {
        let at = text.find('%')?;
        Some(with(text, at..at + 1, dice.pick(&["٪", "℅", "‱", "⁒", "%%", "%o", "½"])?))
    }),
    ("currency before a number", |text, dice| {
        let first = *digits(text).first()?;
        let has_one = text.contains(['$', '€', '¥', '฿', '£']) || text.contains("พ.ศ.") || text.contains("US");
        (!has_one).then(|| with(text, first..first, dice.pick(&["$", "€", "£", "¥", "฿"]).expect("there are some")))
    }),
    ("ordinal made of a number", |text, dice| {
        let last = *digits(text).last()?;
        let first = *digits(text).first()?;
        (last + 1 == text.len() && first == 0).then_some(())?;
        Some(match dice.roll(3) {
            0 => format!("{text}th"),
            1 => format!("第{text}"),
            _ => format!("ที่ {text}"),
        })
    }),
    ("decimals added", |text, dice| {
        let last = *digits(text).last()?;
        (!text.contains('.')).then(|| with(text, last + 1..last + 1, &format!(".{}", 1 + dice.roll(9))))
    }),
    ("said twice", |text, dice| Some(format!("{text}{}{text}", dice.pick(&["", " ", "–", "/"])?))),
    ("hundreds added", |text, dice| {
        let last = *digits(text).last()?;
        let words = if text.is_ascii() {
            [" hundred", " dozen", " thousand"]
        } else if text.chars().any(|c| ('\u{e00}'..='\u{e7f}').contains(&c)) {
            ["ร้อย", "หมื่น", "พัน"]
        } else {
            ["百", "千", "十"]
        };
        Some(with(text, last + 1..last + 1, dice.pick(&words)?))
    }),
];

/// The places between two digits.
fn inner(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    digits(text).into_iter().filter(|&at| at > 0 && bytes[at - 1].is_ascii_digit()).collect()
}
