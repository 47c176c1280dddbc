//! Spelling numbers of Thai: `สองร้อยห้า`, `หนึ่งล้านสองแสน`.

const DIGITS: [&str; 10] = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
const PLACES: [&str; 6] = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];
const MILLION: u64 = 1_000_000;

/// Spells a whole number; `None` from a million millions of millions on.
pub fn spell(value: u64) -> Option<String> {
    match value {
        0 => Some(DIGITS[0].to_owned()),
        1_000_000_000_000_000_000.. => None,
        _ => Some(positive(value)),
    }
}

fn positive(value: u64) -> String {
    let (millions, rest) = (value / MILLION, value % MILLION);
    if millions == 0 {
        below_million(rest, false)
    } else {
        format!("{}ล้าน{}", positive(millions), below_million(rest, true))
    }
}

/// A number below a million, empty for 0; a final one behind anything else is `เอ็ด` (Royal Society of Thailand).
fn below_million(value: u64, follows: bool) -> String {
    let mut out = String::new();
    for (place, name) in PLACES.iter().enumerate().rev() {
        let digit = (value / 10u64.pow(place as u32) % 10) as usize;
        match (place, digit) {
            (_, 0) => {}
            (0, 1) if follows || value > 1 => out.push_str("เอ็ด"),
            (0, _) => out.push_str(DIGITS[digit]),
            (1, 1) => out.push_str(name),
            (1, 2) => out.push_str("ยี่สิบ"),
            _ => {
                out.push_str(DIGITS[digit]);
                out.push_str(name);
            }
        }
    }
    out
}
