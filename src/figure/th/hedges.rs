//! What looks like a hedge of Thai and is none.

use super::judge::{GAPS, is_counted, is_free};
use crate::model::{Figure, Hedge, Kind};

/// Takes off what looks like a hedge and is not: `เร็วกว่า 1.4 เท่า`, `บอกว่า 5 คน`, `เรื่องราว 5 เรื่อง`, `6,000 กว่าจะ`.
pub fn strip_false_hedge(text: &str, figure: &mut Figure) {
    let Some(hedge) = figure.quantity.hedge else { return };
    let span = &text[figure.span.clone()];
    let head = &text[..figure.span.start];
    let word = match hedge {
        Hedge::MoreThan if span.starts_with("กว่า") && (is_comparison(head, figure.quantity.kind) || ends_in_ko(head)) => {
            "กว่า"
        }
        Hedge::MoreThan
            if span.starts_with("สูงกว่า") && (figure.quantity.kind == Kind::Multiple || span.ends_with("เท่า")) =>
        {
            "สูงกว่า"
        }
        Hedge::About if span.starts_with("ราว") && ["เรื่อง", "ค", "ดัง"].iter().any(|word| head.ends_with(word)) => {
            "ราว"
        }
        Hedge::About if span.starts_with("ประมาณ") && head.ends_with("งบ") => "ประมาณ",
        Hedge::Average if span.starts_with("เฉลี่ย") && head.ends_with("ค่า") && figure.quantity.kind == Kind::Multiple => {
            "เฉลี่ย"
        }
        Hedge::AtLeast
            if span.ends_with('+') && text[figure.span.end..].starts_with(|c: char| c == '+' || c.is_numeric()) =>
        {
            figure.span.end -= 1; // `299 บาท++` is a price before tax and service, `1+1` a sum.
            figure.quantity.hedge = None;
            return;
        }
        Hedge::AtLeast | Hedge::MoreThan => return strip_false_ending(text, figure),
        _ => return,
    };
    let rest = &span[word.len()..];
    figure.span.start += span.len() - rest.trim_start_matches(GAPS).len();
    figure.quantity.hedge = None;
}

/// Whether `กว่า` behind these words compares two things: always before a multiple, and behind adjectives that are not
/// measured by the figure.
fn is_comparison(head: &str, kind: Kind) -> bool {
    const COMPARED: [&str; 12] = ["เร็ว", "แพง", "ถูก", "ดี", "แย่", "สำคัญ", "ง่าย", "ยาก", "เก่ง", "แข็งแกร่ง", "แม่นยำ", "คุ้มค่า"];
    const ALSO_MEASURED: [&str; 12] = ["ใหญ่", "เล็ก", "สูง", "ยาว", "ไกล", "หนัก", "เบา", "กว้าง", "ช้า", "นาน", "บ่อย", "แรง"];
    COMPARED.iter().any(|word| head.ends_with(word))
        || kind == Kind::Multiple && ALSO_MEASURED.iter().any(|word| head.ends_with(word))
}

/// Whether the words want the `ก` of `กว่า` for themselves: `บอก|ว่า`, `นึก|ว่า`.
fn ends_in_ko(head: &str) -> bool {
    ["บอ", "นึ", "เรีย", "ออ"].iter().any(|word| head.ends_with(word))
}

/// Takes off `กว่า` and `เศษ` behind a figure where they begin something else.
fn strip_false_ending(text: &str, figure: &mut Figure) {
    let span = &text[figure.span.clone()];
    let Some(word) = ["กว่า", "เศษ"].iter().find(|word| span.ends_with(**word)) else { return };
    let end = figure.span.end;
    if is_free(text, end) || is_counted(text, end) || figure.core.end > end - word.len() {
        return;
    }
    figure.span.end = figure.span.start + span[..span.len() - word.len()].trim_end_matches(GAPS).len();
    figure.quantity.hedge = None;
}
