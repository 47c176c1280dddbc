//! Where a word of Thai may begin and end, as far as the letters tell.
//!
//! Thai has no spaces between words, but its spelling does not allow every break: a vowel or tone mark belongs to the consonant
//! before it, `เ แ โ ใ ไ` to the one behind it, and `ั` and `ื` want a final consonant.

use super::classifier;
use crate::figure::lexicon::is_whole;
use std::ops::Range;

/// Whether a span of a text, found in the lexicon, can be a word there.
pub fn is_word(text: &str, span: Range<usize>) -> bool {
    let word = &text[span.clone()];
    match word {
        "-" | "−" | "\u{2011}" => is_sign(text, span),
        // Not the beginning of another abbreviation: `น.ส.`, `น.พ.`
        "น." => text[span.end..].chars().nth(1).is_none_or(|second| second != '.'),
        ".-" => !text[span.end..].starts_with(char::is_numeric),
        // A month must not eat the label of an era: `จาก|พ.ศ. 2563`, `วิกฤต|ค.ศ. 1997`.
        "กพ." | "ตค." | "พค." | "กค." | "สค." | "มค." | "ธค." if text[span.end..].starts_with("ศ.") => {
            false
        }
        _ => is_whole(text, span.clone()) && opens(text, span.start) && closes(text, span.end) && !counts(text, span),
    }
}

/// Whether a word may end at `end`: no vowel or mark that belongs to its last letter follows.
pub fn closes(text: &str, end: usize) -> bool {
    let last = text[..end].chars().next_back();
    !(last.is_some_and(is_letter) && text[end..].starts_with(is_dependent))
}

/// Whether a word may begin at `start`: its first consonant does not belong to the syllable before it.
fn opens(text: &str, start: usize) -> bool {
    if !text[start..].starts_with(is_consonant) {
        return true;
    }
    let mut head = text[..start].chars().rev().skip_while(|mark| matches!(mark, '\u{0e48}'..='\u{0e4b}'));
    match head.next() {
        Some('เ' | 'แ' | 'โ' | 'ใ' | 'ไ' | '\u{0e31}' | '\u{0e37}') => false,
        Some('\u{0e47}') => head.next() == Some('ก'),
        _ => true,
    }
}

/// Whether what looks like a longer word is a numeral and what it counts: `ห้าวง` is five rings and not `ห้าว`.
fn counts(text: &str, span: Range<usize>) -> bool {
    const DIGITS: [&str; 9] = ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
    let Some(digit) = DIGITS.iter().find(|digit| text[span.clone()].starts_with(**digit)) else { return false };
    let noun = span.start + digit.len();
    let inside = matches!(*digit, "หนึ่ง" | "สอง" | "สี่" | "เจ็ด" | "แปด")
        && PLACES.iter().any(|place| text[..span.start].ends_with(place));
    noun < span.end && (inside || classifier::at(text, noun).is_some_and(|end| end > span.end))
}

/// Words behind which a digit continues a number: `สามสิบสองหน้า` is 32 pages and no `สองหน้า`.
const PLACES: [&str; 6] = ["สิบ", "ร้อย", "พัน", "หมื่น", "แสน", "ล้าน"];

/// Whether a hyphen or minus is a sign: nothing before it that it could join, and a number directly behind it.
fn is_sign(text: &str, span: Range<usize>) -> bool {
    let joins =
        text[..span.start].chars().next_back().is_some_and(|before| before.is_alphanumeric() || is_dependent(before));
    let follows = text[span.end..].chars().next();
    !joins && follows.is_some_and(|next| next.is_numeric() || matches!(next, '$' | '€' | '£' | '¥' | '฿'))
}

/// A letter or mark of Thai that is part of words.
pub fn is_letter(c: char) -> bool {
    matches!(c, '\u{0e01}'..='\u{0e2e}' | '\u{0e30}'..='\u{0e3a}' | '\u{0e40}'..='\u{0e45}' | '\u{0e47}'..='\u{0e4e}')
}

fn is_consonant(c: char) -> bool {
    matches!(c, '\u{0e01}'..='\u{0e2e}')
}

/// A vowel or mark that cannot begin a word.
fn is_dependent(c: char) -> bool {
    matches!(c, '\u{0e30}'..='\u{0e3a}' | '\u{0e45}' | '\u{0e47}'..='\u{0e4e}')
}
