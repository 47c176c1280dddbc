//! Place words of Thai that are no numbers: `หลายร้อย`, `นับพัน`, `หลักแสน`, and bare ones that nothing makes a quantity.

use super::judge::GAPS;
use crate::model::{Figure, Kind};

/// Whether a number begins with a place whose one is unsaid: `ร้อย`, `แสนห้า`.
pub fn starts_bare(core: &str) -> bool {
    ["ร้อย", "พัน", "หมื่น", "แสน", "ล้าน"].iter().any(|place| core.starts_with(place))
}

/// Whether a place word is no number: `หลายร้อย`, `นับพัน`, `หลักแสน`; and a bare one that nothing makes a quantity.
pub fn is_vague(text: &str, figure: &Figure, core: &str) -> bool {
    const VAGUE: [&str; 14] =
        ["หลาย", "นับ", "หลัก", "เรือน", "กี่", "ทั้ง", "สัก", "ต่าง", "ครึ่ง", "เต็ม", "แตะหลัก", "จำนวนหลาย", "หลายๆ", "หลาย ๆ"];
    let bare = starts_bare(core);
    if !bare && !core.starts_with("สิบ") {
        return false;
    }
    let before = &text[..figure.span.start];
    let head = before.trim_end_matches(GAPS);
    let placed = only_places(core);
    if placed && VAGUE.iter().any(|word| head.ends_with(word))
        || figure.quantity.kind == Kind::Count && placed && comes_as(head)
    {
        return true;
    }
    let hedged = figure.quantity.hedge.is_some();
    if core == "ร้อยเอ็ด" && !hedged {
        return true;
    }
    if !bare || !placed || hedged {
        return false;
    }
    match figure.quantity.kind {
        _ if ["แตะ", "ทะลุ", "เหยียบ"].iter().any(|verb| head.ends_with(verb)) => false,
        Kind::Currency | Kind::Percent | Kind::Multiple => before.ends_with(GAPS) || is_noun(head),
        Kind::Duration => !head.ends_with("รอบ") && !head.ends_with("ครบ"),
        Kind::Range => false,
        _ => true,
    }
}

/// `เป็นร้อย` is vague, `เพิ่มเป็นร้อยล้านบาท` is not.
fn comes_as(head: &str) -> bool {
    const CHANGES: [&str; 5] = ["เพิ่ม", "ขึ้น", "ลด", "ลง", "คิด"];
    head.strip_suffix("เป็น").is_some_and(|head| !CHANGES.iter().any(|change| head.ends_with(change)))
}

/// `เศรษฐีร้อยล้าน`, `หนังพันล้าน`
fn is_noun(head: &str) -> bool {
    ["เศรษฐี", "หนัง", "เงิน", "คน", "สุด"].iter().any(|noun| head.ends_with(noun))
}

/// Whether a number is nothing but places and scales.
fn only_places(core: &str) -> bool {
    let mut rest = core;
    while let Some(next) =
        ["สิบ", "ร้อย", "พัน", "หมื่น", "แสน", "ล้าน", "\u{200b}"].iter().find_map(|place| rest.strip_prefix(place))
    {
        rest = next;
    }
    rest.is_empty()
}
