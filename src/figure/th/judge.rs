//! What Thai looks like where a numeral counts nothing for sure: parts of words, articles, names, vague amounts.

use super::THAI;
use super::classifier;
use super::hedges::strip_false_hedge;
use super::idioms::NUMBERED;
use super::lexicon::LEXICON;
use super::vague::{is_vague, starts_bare};
use crate::figure::numeral::digit_at;
use crate::figure::word::Word;
use crate::model::{Amount, Confidence, Era, Figure, Kind, Quantity, Role, Unit};
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
        Kind::Count if !spelled && figure.span == figure.core && is_decimal(&text[..figure.span.start]) => {
            let value = Decimal::try_from_i128_with_scale(core_value(core)?.mantissa(), core.chars().count() as u32).ok()?;
            (figure.span.start, figure.core.start) = (figure.span.start - 1, figure.core.start - 1);
            figure.quantity.amount = Amount::Value(value);
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
        Kind::Other if figure.quantity.unit == Some(Unit::Age) && is_term(head) => term(text, &mut figure),
        Kind::Time if is_ratio(text, &figure) => {
            let (a, b) = core.split_once(':')?;
            let ratio = core_value(a)?.checked_div(core_value(b)?)?;
            figure.quantity = Quantity::new(Kind::Other, Amount::Value(ratio)).unit(Unit::Ratio);
        }
        Kind::Fraction if is_address(text, &figure, head) => return None,
        _ if spelled && is_vague(text, &figure, core) => return None,
        _ => {}
    }
    Some(figure)
}

/// The spaces that may stand between the words of a figure.
pub const GAPS: [char; 5] = [' ', '\u{a0}', '\u{200b}', '\u{2009}', '\u{202f}'];

/// Whether a classifier follows, directly or over a gap.
pub fn is_counted(text: &str, end: usize) -> bool {
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
        _ if head.ends_with("ทั้ง") && !starts_bare(core) && !core.starts_with("สิบ") => true,
        _ if is_vague(text, figure, core) => false,
        "สอง" | "สาม" | "สี่" | "ห้า" | "หก" | "เจ็ด" | "แปด" | "เก้า" | "สิบ" => {
            is_counted(text, end)
                || joins_number(text, end)
                || is_free(text, end)
                    && !numbers(head)
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
pub fn is_free(text: &str, end: usize) -> bool {
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

/// Whether a digit behind this word is its name: `หลักสี่`, `ช่องเก้า`, `กำลังสอง`.
fn numbers(head: &str) -> bool {
    const NUMBERED: [&str; 8] = ["หลัก", "คลอง", "ช่อง", "เบอร์", "ฐาน", "ตอง", "กำลัง", "วรรค"];
    NUMBERED.iter().any(|noun| head.ends_with(noun))
}

/// `สองหรือสามแห่ง`, `สามถึงห้าคน`: another number follows.
fn joins_number(text: &str, end: usize) -> bool {
    let rest = text[end..].trim_start_matches(GAPS);
    ["หรือ", "ถึง", "และ", "กับ", "ต่อ", "จาก"].iter().filter_map(|word| rest.strip_prefix(word)).any(|rest| {
        let at = text.len() - rest.trim_start_matches(GAPS).len();
        matches!(LEXICON.word_at(text, at), Some((Word::Small(_) | Word::Tens(_) | Word::Place(_), _)))
            || digit_at(text, at).is_some()
    })
}

/// A number in digits that is a name: `ห้อง 301`, `การตลาด 4.0`.
fn is_name(text: &str, figure: &Figure, head: &str) -> bool {
    let abbreviation = text[..figure.span.start].strip_suffix('.');
    if figure.span == figure.core && abbreviation.is_some_and(|head| head.ends_with(super::boundary::is_letter)) {
        return true; // `สวพ.91`, `มท.1`
    }
    if text[figure.span.end..].starts_with('°') || is_second_year(text, figure) || is_model(text, figure) {
        return true;
    }
    if is_part_of_address(text, figure, head) {
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

/// Whether `อายุ` behind this is the term of a contract or paper, and nobody's age: `สัญญามีอายุ 25 ปี`.
fn is_term(head: &str) -> bool {
    const PAPERS: [&str; 8] = ["สัญญา", "พันธบัตร", "หุ้นกู้", "ตราสาร", "ใบอนุญาต", "วีซ่า", "ตั๋วเงิน", "กรมธรรม์"];
    let head = head.strip_suffix("มี").unwrap_or(head);
    PAPERS.iter().any(|paper| head.ends_with(paper))
}

/// Makes a term of an age, without the word before it.
fn term(text: &str, figure: &mut Figure) {
    if figure.quantity.hedge.is_none() {
        let lead = &text[figure.span.start..figure.core.start];
        let word = lead.strip_prefix("อายุ").unwrap_or(lead);
        figure.span.start = figure.core.start - word.trim_start_matches(GAPS).len();
    }
    figure.quantity = Quantity { kind: Kind::Duration, ..figure.quantity }.unit(Unit::Duration("year"));
}

/// Whether two numbers with a colon are a ratio and no time of the day: `อัตราส่วนครูต่อนักเรียนคือ 1:18`.
fn is_ratio(text: &str, figure: &Figure) -> bool {
    let head = &text[..figure.span.start];
    let near = &head[head.floor_char_boundary(head.len().saturating_sub(120))..];
    figure.span == figure.core && ["อัตราส่วน", "สัดส่วน"].iter().any(|word| near.contains(word))
}

/// Whether the name of a Latin letter touches digits: `แอร์บัสเอ320`, `ซีเอ็กซ์5`.
fn is_model(text: &str, figure: &Figure) -> bool {
    const LETTERS: [&str; 7] = ["แอร์บัสเอ", "เครื่องบินเอ", "บินบี", "เอฟ", "เอ็กซ์", "เอ็ม", "เอส"];
    let head = &text[..figure.span.start];
    figure.span == figure.core && LETTERS.iter().any(|letter| head.ends_with(letter))
}

/// Whether digits number a village, a lane or a district of the post: `หมู่ 4 ตำบลบางพูด จังหวัดนนทบุรี 11120`.
fn is_part_of_address(text: &str, figure: &Figure, head: &str) -> bool {
    if figure.span != figure.core {
        return false;
    }
    let near = &head[head.floor_char_boundary(head.len().saturating_sub(90))..];
    let digits = text[figure.core.clone()].bytes().filter(u8::is_ascii_digit).count();
    let rest = text[figure.span.end..].trim_start_matches(GAPS);
    let place = ["จังหวัด", "จ.", "เขต", "กรุงเทพ"].iter().any(|word| near.contains(word));
    ["หมู่", "หมู่ที่", "ซอย", "เลขที่"].iter().any(|word| head.ends_with(word))
        && ["ตำบล", "ต.", "ถนน", "ถ.", "แขวง", "ซอย", "อำเภอ"].iter().any(|word| rest.starts_with(word))
        || digits == 5
            && figure.core.len() == 5
            && place
            && is_free(text, figure.span.end)
            && (rest.is_empty() || rest.starts_with('\n') || rest.starts_with("โทร"))
}

/// Whether two numbers with a slash are the number of a house: `เลขที่ 99/9`, `45/12 หมู่ 3`.
fn is_address(text: &str, figure: &Figure, head: &str) -> bool {
    let core = &text[figure.core.clone()];
    let rest = text[figure.span.end..].trim_start_matches(GAPS);
    core.contains('/')
        && (["เลขที่", "ที่อยู่", "ที่อยู่:"].iter().any(|word| head.ends_with(word))
            || ["หมู่", "ซอย", "ซ.", "ม.", "ถนน", "ถ."].iter().any(|word| rest.starts_with(word)))
}

/// The second year of `ปี 2566/67`.
fn is_second_year(text: &str, figure: &Figure) -> bool {
    let head = text[..figure.span.start].strip_suffix('/').unwrap_or("");
    let year = head.len() - head.bytes().rev().take_while(u8::is_ascii_digit).take(5).count();
    figure.span == figure.core && figure.span.len() == 2 && head.len() - year == 4
}

/// Whether a decimal point without a zero stands before the digits: `ระดับ .05`.
fn is_decimal(head: &str) -> bool {
    head.strip_suffix('.').is_some_and(|head| head.ends_with([' ', '\u{a0}', '=', '<', '>']))
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
