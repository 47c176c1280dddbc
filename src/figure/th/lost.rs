//! Signs and words of Thai whose number is gone.

use super::judge::GAPS;
use crate::figure::site::Site;
use crate::figure::word::Affix;

/// Whether a sign or word at the opening lacks its number: not a noun (`ค่าร้อยละ`), not a heading (`สัดส่วน (%)`).
pub fn is_lost(site: &Site<'_>, affix: Affix, end: usize) -> bool {
    let head = &site.text[..site.start];
    let rest = &site.text[end..];
    let word = &site.text[site.start..end];
    let ends = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || matches!(c, ')' | '”' | '"' | ','));
    match (affix, word) {
        (Affix::Percent, "%" | "％") => {
            let touched = head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '%'));
            let bracketed = head.ends_with(['(', '[']) && rest.starts_with([')', ']']);
            let label = bracketed
                && rest[1..].trim_start_matches(' ').chars().next().is_none_or(|c| matches!(c, '\n' | '\r' | '|' | ')'));
            !touched && !label && ends
        }
        (Affix::Percent, "ร้อยละ") => {
            const NOUNS: [&str; 9] = ["ค่า", "และ", "อัตรา", "หรือ", "จำนวน", "จุด", "เป็น", "แจกแจง", "("];
            let head = head.trim_end_matches(GAPS);
            let noun = NOUNS.iter().any(|noun| head.ends_with(noun));
            !noun && (rest.starts_with("ของ") || rest.starts_with(GAPS) && !rest.trim_start_matches(GAPS).is_empty())
        }
        (Affix::Percent, _) => {
            let of = rest.starts_with("ของ");
            head.ends_with(' ') && !ends_with_lone(head) && (of || ends)
        }
        (Affix::Times, _) => head.ends_with(' ') && rest.starts_with(' ') && !ends_with_lone(head),
        _ => false,
    }
}

/// Whether the word before is one with which a unit stands without number: `เป็น เปอร์เซ็นต์`, `หลาย เท่า`.
fn ends_with_lone(head: &str) -> bool {
    let head = head.trim_end_matches(GAPS);
    head.is_empty() || ["เป็น", "หลาย", "กี่", "คิดเป็น", "หน่วย", "ค่า", "อัตรา"].iter().any(|word| head.ends_with(word))
}
