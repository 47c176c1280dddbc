//! Places in an order, and numbers of the text itself: `อันดับ 3`, `ที่สอง`, `ครั้งที่ 2`, `ไตรมาส 3`, `ตารางที่ 2`.

use super::classifier;
use super::lexicon::FIRSTLY;
use crate::figure::construct::{Construct, Needs, Reading};
use crate::figure::numeral::{Form, Numeral};
use crate::figure::shared::spelled;
use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Confidence, Kind, Quantity};
use rust_decimal::Decimal;

const TH: &str = "ที่";

/// A place in an order.
#[derive(Debug)]
pub struct Ordinal;

impl Construct for Ordinal {
    fn name(&self) -> &'static str {
        "ordinal"
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        if let Some((Word::After(Affix::Duration("quarter")), end)) = site.word {
            let at = site.language.skip_gap(site.text, end);
            let number = (site.language.numeral)(site.language, site.text, at)?;
            let quarter = is_rank(&number) && number.value <= Decimal::from(4);
            return quarter.then(|| reading(site.start, &number)).filter(|_| !is_counted(site, number.end));
        }
        let number = site.number.as_ref().filter(|number| is_rank(number) && !site.negative)?;
        match site.before {
            Some(Affix::Ordinal) => Some(reading(site.start, number)),
            Some(_) => None,
            None => {
                let head = site.text[..site.start].trim_end_matches([' ', '\u{a0}', '\u{200b}']);
                let start = head.strip_suffix(TH)?.len();
                let of = site.rest(number.end).starts_with("แห่ง"); // `ราชวงศ์ที่เจ็ดแห่งอียิปต์`
                let ranked =
                    (of || !is_counted(site, number.end)) && !is_place(&head[..start]) && !opens_range(site, number.end);
                ranked.then(|| reading(start, number))
            }
        }
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        Some(format!("{TH} {}", spelled(quantity, Kind::Ordinal).filter(|rank| *rank < 1_000_000)?))
    }
}

fn reading(start: usize, number: &Numeral) -> Reading {
    let quantity = Quantity::new(Kind::Ordinal, Amount::Value(number.value));
    Reading::new(start..number.end, number.core.clone(), quantity)
}

/// Whether a number can be a rank: whole, without separators or scale.
fn is_rank(number: &Numeral) -> bool {
    number.is_integer() && matches!(number.form, Form::Digits { marked: false, .. } | Form::Words)
}

/// Whether what follows is counted: a unit or a classifier.
fn is_counted(site: &Site<'_>, end: usize) -> bool {
    site.affix_after(end).is_some() || classifier::follows(site.language, site.text, end).is_some()
}

/// Whether a number is the first of a range, as in `วันที่ 12–15 เมษายน`.
fn opens_range(site: &Site<'_>, end: usize) -> bool {
    super::date::connector(site, end).is_some_and(|at| crate::figure::numeral::digit_at(site.text, at).is_some())
}

/// Whether `ที่` behind these words is no ordinal: `อยู่ที่ 49.8`, `พื้นที่ 20 ไร่`.
fn is_place(head: &str) -> bool {
    const BEFORE: [&str; 40] = [
        "อยู่",
        "ไว้",
        "ปิด",
        "เปิด",
        "มา",
        "ไป",
        "คง",
        "แตะ",
        "หยุด",
        "ยืน",
        "ตัว",
        "กำหนด",
        "เหลือ",
        "เริ่ม",
        "เริ่มต้น",
        "เฉลี่ย",
        "สุด",
        "ลง",
        "ขึ้น",
        "ได้",
        "พื้น",
        "หน้า",
        "สถาน",
        "ทัน",
        "เต็ม",
        "ท้อง",
        "ทั้ง",
        "เท่า",
        "ราคา",
        "พอ",
        "ดี",
        "เพียง",
        "ประเมิน",
        "คาด",
        "ตั้ง",
        "สิ้นสุด",
        "จบ",
        "นิ่ง",
        "แกว่ง",
        "เคลื่อนไหว",
    ];
    let head = head.trim_end_matches([' ', '\u{a0}', '\u{200b}']);
    BEFORE.iter().any(|word| head.ends_with(word))
}

/// `ประการแรก`, which only orders what is said.
#[derive(Debug)]
pub struct Firstly;

impl Construct for Firstly {
    fn name(&self) -> &'static str {
        "firstly"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (Word::Own(FIRSTLY), end) = site.word? else { return None };
        let quantity = Quantity::new(Kind::Ordinal, Amount::Value(Decimal::ONE));
        let core = end - "แรก".len()..end;
        Some(Reading { confidence: Confidence::Low, ..Reading::new(site.start..end, core, quantity) })
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

/// What numbers the text itself: `ตารางที่ 2`, `ข้อ 1`, where it is not itself counted (`8 ข้อ`, `ปีหน้า`).
#[derive(Debug)]
pub struct Marker;

impl Construct for Marker {
    fn name(&self) -> &'static str {
        "marker"
    }

    fn needs(&self) -> Needs {
        Needs::WORD
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let (Word::Marker, end) = site.word? else { return None };
        let at = site.language.skip_gap(site.text, end);
        let number = (site.language.numeral)(site.language, site.text, at).filter(is_marking)?;
        let head = site.text[..site.start].trim_end_matches([' ', '\u{a0}', '\u{200b}']);
        let free = !is_counted(site, number.end) && !is_other_word(head) && !is_counting(site, head);
        free.then(|| reading(site.start, &number))
    }

    fn write(&self, _: &Quantity) -> Option<String> {
        None
    }
}

/// Whether a number can be that of a table or section: small, perhaps with one decimal place.
fn is_marking(number: &Numeral) -> bool {
    number.scale == 0 && number.value < Decimal::ONE_THOUSAND
}

/// Whether the marker is counted itself: `8 ข้อ`, `20 หน้า`.
fn is_counting(site: &Site<'_>, head: &str) -> bool {
    let word = site.word.map_or("", |(_, end)| &site.text[site.start..end]);
    matches!(word, "ข้อ" | "หน้า" | "ตาราง") && head.ends_with(|c: char| c.is_numeric())
}

/// Whether the marker is the end of another word: `ปีหน้า`, `หัวข้อ`.
fn is_other_word(head: &str) -> bool {
    const BEFORE: [&str; 22] = [
        "ปี",
        "เดือน",
        "สัปดาห์",
        "อาทิตย์",
        "วัน",
        "ครั้ง",
        "ข้าง",
        "ด้าน",
        "ล่วง",
        "ก้าว",
        "ใบ",
        "เบื้อง",
        "ต่อ",
        "หัว",
        "ตัว",
        "ไตรมาส",
        "ทศวรรษ",
        "คืบ",
        "ถัด",
        "วาง",
        "แนว",
        "กว่า",
    ];
    BEFORE.iter().any(|word| head.ends_with(word))
}
