//! Numbers spelled out in Chinese: `三百六十五`, `两千零五`, `一亿二千万`.

use rust_decimal::Decimal;

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Spells a whole number; `None` from 10^16 on.
pub fn spell(value: u64) -> Option<String> {
    let text = match value {
        0 => "零".to_owned(),
        1..10_000_000_000_000_000 => whole(value),
        _ => return None,
    };
    Some(text.strip_prefix("一十").map(|rest| format!("十{rest}")).unwrap_or(text))
}

/// Spells a decimal, which may be negative: `负三点五`.
pub fn spell_decimal(value: Decimal) -> Option<String> {
    let sign = if value.is_sign_negative() && !value.is_zero() { "负" } else { "" };
    let digits = value.abs().to_string();
    let (before, after) = digits.split_once('.').map_or((digits.as_str(), ""), |(before, after)| (before, after));
    let point = if after.is_empty() { "" } else { "点" };
    let after: String = after.bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect();
    Some(format!("{sign}{}{point}{after}", spell(before.parse().ok()?)?))
}

fn whole(value: u64) -> String {
    for (scale, name) in [(100_000_000, "亿"), (10_000, "万")] {
        let (high, low) = (value / scale, value % scale);
        if high > 0 {
            let high = if high == 2 { "两".to_owned() } else { whole(high) };
            // A zero stands for the empty places between them.
            let zero = if low > 0 && low < scale / 10 { "零" } else { "" };
            let low = if low > 0 { whole(low) } else { String::new() };
            return format!("{high}{name}{zero}{low}");
        }
    }
    group(value)
}

/// Spells 1 to 9999.
fn group(value: u64) -> String {
    let mut text = String::new();
    let mut gap = false;
    for (power, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / power % 10;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
        }
        gap = false;
        let two = digit == 2 && power == 1000 && text.is_empty();
        text.push_str(if two { "两" } else { DIGITS[digit as usize] });
        text.push_str(name);
    }
    text
}
