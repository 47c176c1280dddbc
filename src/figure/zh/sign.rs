//! The characters of Chinese numbers: what each means, and the gaps that may stand between them.

use rust_decimal::Decimal;

/// What one character means in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// 0 to 9.
    Digit(u8),
    /// 20, 30 or 40 in one character.
    Tens(u8),
    /// A power of ten inside a group of four digits: 1 to 3.
    Place(u8),
    /// A power of ten between groups: 4, 8 or 12.
    Scale(u8),
}

/// The character of a number at `at`, ordinary or financial, simplified or traditional, with its end.
pub fn sign_at(text: &str, at: usize) -> Option<(Sign, usize)> {
    let character = text.get(at..)?.chars().next()?;
    let sign = match character {
        '零' | '〇' | '○' => Sign::Digit(0),
        '一' | '壹' => Sign::Digit(1),
        '二' | '两' | '兩' | '贰' | '貳' => Sign::Digit(2),
        '三' | '叁' | '參' | '叄' => Sign::Digit(3),
        '四' | '肆' => Sign::Digit(4),
        '五' | '伍' => Sign::Digit(5),
        '六' | '陆' | '陸' => Sign::Digit(6),
        '七' | '柒' => Sign::Digit(7),
        '八' | '捌' => Sign::Digit(8),
        '九' | '玖' => Sign::Digit(9),
        '十' | '拾' => Sign::Place(1),
        '廿' => Sign::Tens(20),
        '卅' => Sign::Tens(30),
        '卌' => Sign::Tens(40),
        '百' | '佰' => Sign::Place(2),
        '千' | '仟' => Sign::Place(3),
        '万' | '萬' => Sign::Scale(4),
        '亿' | '億' => Sign::Scale(8),
        '兆' => Sign::Scale(12),
        _ => return None,
    };
    Some((sign, at + character.len_utf8()))
}

/// Ten to the power of `power`, up to 12.
pub fn power_of_ten(power: u8) -> Decimal {
    Decimal::from(10u64.pow(u32::from(power)))
}

/// The place after spaces, such as stand between the characters of a number on some forms.
pub fn gap(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let spaces = rest.iter().take(4).take_while(|byte| **byte == b' ').count();
    if spaces == 0 && rest.starts_with(&[0xC2, 0xA0]) { at + 2 } else { at + spaces }
}
