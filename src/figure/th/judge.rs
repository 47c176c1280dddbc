//! What Thai looks like where a numeral counts nothing for sure: parts of words, articles, names, vague amounts.

use super::THAI;
use super::classifier;
use super::idioms::NUMBERED;
use super::lexicon::LEXICON;
use crate::figure::numeral::digit_at;
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Confidence, Era, Figure, Hedge, Kind, Quantity, Role, Unit};
use rust_decimal::Decimal;

/// Changes the confidence of a figure, or refuses it.
pub fn judge(text: &str, mut figure: Figure) -> Option<Figure> {
    strip_false_hedge(text, &mut figure);
    let core = &text[figure.core.clone()];
    let head = text[..figure.span.start].trim_end_matches(GAPS);
    let spelled = !core.is_empty() && digit_at(core, 0).is_none() && !core.starts_with(|c: char| c.is_ascii());
    match figure.quantity.kind {
        Kind::Count if spelled => figure.confidence = number(text, &figure)?,
        Kind::Count if !spelled && is_year_of_quarter(text, &figure) => {
            let value = core_value(core)?.checked_add(Decimal::from(2500 - 543))?;
            figure.quantity = Quantity { era: Some(Era::Be), ..Quantity::new(Kind::Year, Amount::Value(value)) };
        }
        Kind::Duration if figure.quantity.unit == Some(Unit::Duration("year")) && is_elderly(head) => {
            figure.quantity = Quantity { kind: Kind::Other, ..figure.quantity }.unit(Unit::Age);
        }
        Kind::Count if !spelled && is_name(text, &figure, head) => return None,
        Kind::Year if counts(text, &figure) => {
            let value = core_value(core)?;
            figure.quantity = Quantity::new(Kind::Count, Amount::Value(value)).hedge(figure.quantity.hedge);
        }
        Kind::Ordinal if starts_with_marker(text, &figure) => figure.role = Role::Structural,
        Kind::Ordinal if figure.role == Role::Structural && core.contains('.') && is_counted(text, figure.span.end) => {
            figure.role = Role::Statistic;
            figure.quantity.kind = Kind::Count;
        }
        Kind::Ordinal if head.ends_with("ประการ") && spelled => figure.confidence = Confidence::Low,
        Kind::Other if is_view(&figure) => return None,
        _ if spelled && is_vague(text, &figure, core) => return None,
        _ => {}
    }
    Some(figure)
}

const GAPS: [char; 5] = [' ', '\u{a0}', '\u{200b}', '\u{2009}', '\u{202f}'];

/// Whether a classifier follows, directly or over a gap.
fn is_counted(text: &str, end: usize) -> bool {
    classifier::follows(&THAI, text, end).is_some()
}

/// A plain year of four digits that counts something: `2000 คน`.
fn counts(text: &str, figure: &Figure) -> bool {
    let before = &text[figure.span.start..figure.core.start];
    let labelled = ["ปี", "ศ.", "ศ", "ศักราช"].iter().any(|label| before.trim_end_matches(GAPS).ends_with(label));
    figure.quantity.unit == Some(Unit::Year) && !labelled && classifier::counter(&THAI, text, figure.span.end).is_some()
}

fn core_value(core: &str) -> Option<Decimal> {
    use crate::figure::numeral::{Digits, Grouping, digits};
    match digits(core, 0, Grouping::Comma)? {
        Digits::Number(number) => Some(number.value),
        Digits::Run(_) => None,
    }
}

/// How surely a spelled-out count is one; `None` if it is none.
fn number(text: &str, figure: &Figure) -> Option<Confidence> {
    let core = &text[figure.core.clone()];
    let hedged = figure.quantity.hedge.is_some();
    let end = figure.span.end;
    let head = text[..figure.span.start].trim_end_matches(GAPS);
    let sure = match core {
        "หนึ่ง" => return Some(one(text, figure)),
        "สอง" if head.ends_with("ทั้ง") => return Some(Confidence::Low),
        "ศูนย์" => is_zero(text, figure),
        _ if is_vague(text, figure, core) => false,
        "สอง" | "สาม" | "สี่" | "ห้า" | "หก" | "เจ็ด" | "แปด" | "เก้า" | "สิบ" => {
            is_counted(text, end)
                || joins_number(text, end)
                || is_free(text, end)
                    && (!starts_with_gap(text, end) || head.len() < figure.span.start || counts_alone(head, hedged))
        }
        _ if starts_bare(core) => classifier::at(text, end).is_some() || is_free(text, end) && hedged,
        _ => true,
    };
    sure.then_some(Confidence::High)
}

/// `หนึ่ง` is a number before what it counts, unless `อีก` or a classifier stands before it; else an article or pronoun.
fn one(text: &str, figure: &Figure) -> Confidence {
    let head = text[..figure.span.start].trim_end_matches(GAPS);
    let counted = classifier::at(text, figure.span.end).is_some();
    let article = head.ends_with("อีก") || head.ends_with("ซึ่ง");
    let hedged = figure.quantity.hedge.is_some();
    if counted && !article || hedged { Confidence::High } else { Confidence::Low }
}

/// `ศูนย์` is a centre more often than a zero.
fn is_zero(text: &str, figure: &Figure) -> bool {
    let head = text[..figure.span.start].trim_end_matches(GAPS);
    let alone = text[..figure.span.start].trim().is_empty() && text[figure.span.end..].trim().is_empty();
    alone || (head.ends_with("เท่ากับ") || head.ends_with("เลข")) && is_free(text, figure.span.end)
}

/// Whether no letter of Thai follows that a spelled-out number could be part of.
fn is_free(text: &str, end: usize) -> bool {
    !text[end..].trim_start_matches('\u{200b}').starts_with(|c: char| c.is_alphabetic() || super::boundary::is_letter(c))
}

fn starts_with_gap(text: &str, end: usize) -> bool {
    text[end..].starts_with([' ', '\u{a0}'])
}

/// Whether a digit before a space can stand alone: at the beginning, or behind a word that wants a number.
fn counts_alone(head: &str, hedged: bool) -> bool {
    const BEFORE: [&str; 15] =
        ["จำนวน", "เป็น", "มี", "เหลือ", "เลข", "แค่", "เพียง", "ได้", "คูณ", "หาร", "บวก", "ลบ", "เท่ากับ", "ทั้งหมด", "หรือ"];
    hedged || !head.ends_with(super::boundary::is_letter) || BEFORE.iter().any(|word| head.ends_with(word))
}

/// `สองหรือสามแห่ง`, `สามถึงห้าคน`: another number follows.
fn joins_number(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches(GAPS);
    ["หรือ", "ถึง", "และ", "กับ", "ต่อ"].iter().filter_map(|word| rest.strip_prefix(word)).any(|rest| {
        let at = text.len() - rest.trim_start_matches(GAPS).len();
        matches!(LEXICON.word_at(text, at), Some((Word::Small(_) | Word::Tens(_) | Word::Place(_), _)))
            || digit_at(text, at).is_some()
    })
}

/// Whether a number begins with a place whose one is unsaid: `ร้อย`, `แสนห้า`.
fn starts_bare(core: &str) -> bool {
    ["ร้อย", "พัน", "หมื่น", "แสน", "ล้าน"].iter().any(|place| core.starts_with(place))
}

/// Whether a place word is no number: `หลายร้อย`, `นับพัน`, `หลักแสน`; and a bare one that nothing makes a quantity.
fn is_vague(text: &str, figure: &Figure, core: &str) -> bool {
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

/// A number in digits that is a name: `ห้อง 301`, `การตลาด 4.0`.
fn is_name(text: &str, figure: &Figure, head: &str) -> bool {
    let abbreviation = text[..figure.span.start].strip_suffix('.');
    if figure.span == figure.core && abbreviation.is_some_and(|head| head.ends_with(super::boundary::is_letter)) {
        return true; // `สวพ.91`, `มท.1`
    }
    if text[figure.span.end..].starts_with('°') || is_second_year(text, figure) {
        return true;
    }
    if figure.quantity.hedge.is_some() || is_counted(text, figure.span.end) || figure.role == Role::Structural {
        return false;
    }
    let core = &text[figure.core.clone()];
    let version = core.len() == 3 && core.ends_with(".0") && figure.span == figure.core;
    let named = NUMBERED.iter().any(|noun| head.ends_with(noun)) && figure.span == figure.core;
    version
        && ["การตลาด", "อุตสาหกรรม", "สังคม", "เว็บ", "ประเทศไทย", "เศรษฐกิจ", "การศึกษา", "เกษตร", "ยุค"]
            .iter()
            .any(|noun| head.ends_with(noun))
        || named && core.len() <= 6
}

/// The second year of `ปี 2566/67`.
fn is_second_year(text: &str, figure: &Figure) -> bool {
    let head = text[..figure.span.start].strip_suffix('/').unwrap_or("");
    let year = head.len() - head.bytes().rev().take_while(u8::is_ascii_digit).take(5).count();
    figure.span == figure.core && figure.span.len() == 2 && head.len() - year == 4
}

/// The year of `ไตรมาส 3/66`.
fn is_year_of_quarter(text: &str, figure: &Figure) -> bool {
    let head = text[..figure.span.start].strip_suffix('/').unwrap_or("");
    let quarter = head.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(GAPS);
    let plain = figure.span == figure.core && figure.span.len() == 2;
    plain && (quarter.ends_with("ไตรมาส") || quarter.ends_with("ไตรมาสที่")) && !is_counted(text, figure.span.end)
}

/// `ผู้สูงอายุ 60 ปีขึ้นไป`
fn is_elderly(head: &str) -> bool {
    head.ends_with("สูงอายุ") || head.ends_with("สูงวัย")
}

/// `มุมมอง 360 องศา`: all round.
fn is_view(figure: &Figure) -> bool {
    let turns = [360, 180].map(|turn| Amount::Value(Decimal::from(turn)));
    figure.quantity.unit == Some(Unit::Measure("degree")) && turns.contains(&figure.quantity.amount)
}

/// Whether the span begins with a word that numbers the text itself.
fn starts_with_marker(text: &str, figure: &Figure) -> bool {
    matches!(LEXICON.word_at(text, figure.span.start), Some((Word::Marker, _)))
}

/// Takes off what looks like a hedge and is not: `เร็วกว่า 1.4 เท่า`, `เรื่องราว 5 เรื่อง`, `6,000 กว่าจะ`.
fn strip_false_hedge(text: &str, figure: &mut Figure) {
    let Some(hedge) = figure.quantity.hedge else { return };
    let span = &text[figure.span.clone()];
    let head = &text[..figure.span.start];
    let word = match hedge {
        Hedge::MoreThan if span.starts_with("กว่า") && is_comparison(head, figure.quantity.kind) => "กว่า",
        Hedge::MoreThan if span.starts_with("สูงกว่า") && figure.quantity.kind == Kind::Multiple => "สูงกว่า",
        Hedge::About if span.starts_with("ราว") && ["เรื่อง", "ค", "ดัง"].iter().any(|word| head.ends_with(word)) => {
            "ราว"
        }
        Hedge::About if span.starts_with("ประมาณ") && head.ends_with("งบ") => "ประมาณ",
        Hedge::Average if span.starts_with("เฉลี่ย") && head.ends_with("ค่า") && figure.quantity.kind == Kind::Multiple => {
            "เฉลี่ย"
        }
        Hedge::AtLeast if span.ends_with('+') && text[figure.span.end..].starts_with('+') => {
            figure.span.end -= 1; // `299 บาท++` is a price before tax and service.
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
