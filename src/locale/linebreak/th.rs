//! Thai: between words, and never between a number and what belongs to it. After W3C, "Thai layout requirements" (sealreq).

use super::{End, Gap, Opportunity, is_digit, is_space, unicode};
use crate::locale::date::{THAI, THAI_SHORT};
use crate::locale::segment;

/// What stays with the number behind it.
const LEADERS: &[&str] = &[
    "ร้อยละ",
    "พ.ศ.",
    "ค.ศ.",
    "ปี",
    "ที่",
    "ข้อ",
    "บท",
    "หน้า",
    "ตาราง",
    "ภาพ",
    "อายุ",
    "เวลา",
    "เลข",
    "฿",
    "ราคา",
    "ประมาณ",
    "เกือบ",
    "กว่า",
    "ราว",
];

/// What stays with the number before it: scales, units and classifiers.
const UNITS: &[&str] = &[
    "%",
    "เปอร์เซ็นต์",
    "จุด",
    "ล้าน",
    "แสน",
    "หมื่น",
    "พัน",
    "ร้อย",
    "สิบ",
    "โหล",
    "เท่า",
    "เท่าตัว",
    "ใน",
    "บาท",
    "ดอลลาร์",
    "หยวน",
    "ยูโร",
    "เยน",
    "ปอนด์",
    "วินาที",
    "นาที",
    "ชั่วโมง",
    "วัน",
    "สัปดาห์",
    "เดือน",
    "ไตรมาส",
    "ปี",
    "ทศวรรษ",
    "ศตวรรษ",
    "น.",
    "นาฬิกา",
    "คน",
    "ราย",
    "รายการ",
    "ท่าน",
    "แห่ง",
    "ครั้ง",
    "ชิ้น",
    "ใบ",
    "คัน",
    "หลัง",
    "เครื่อง",
    "ตัว",
    "ตัวอย่าง",
    "ครัวเรือน",
    "ครอบครัว",
    "บริษัท",
    "องค์กร",
    "แบรนด์",
    "ประเทศ",
    "จังหวัด",
    "เมือง",
    "ข้อ",
    "เรื่อง",
    "ประการ",
    "อย่าง",
    "ด้าน",
    "กลุ่ม",
    "ประเภท",
    "ฉบับ",
    "เล่ม",
    "หน้า",
    "หน่วย",
    "ส่วน",
    "อันดับ",
    "คะแนน",
    "ดาว",
    "องศา",
    "กิโลเมตร",
    "กิโลกรัม",
    "เมตร",
    "กรัม",
    "ลิตร",
];

/// Adds the ends of words, and what Unicode has between runs of letters.
///
/// To Unicode, Thai letters are those of one word (UAX #14, class SA, which rule LB1 makes AL): it has no place between two of them,
/// and what it has behind the second does not depend on what stands before it. So it need not read the inside of a run.
pub fn add(text: &str, found: &mut Vec<Opportunity>) {
    let mut unread = 0;
    segment::each_run(text, |run| {
        if run.is_of_letters() {
            unicode(text, unread..run.span.start + segment::LETTER, found);
            unread = run.span.end - segment::LETTER;
        }
        found.extend(run.ends.iter().map(|&at| Opportunity { at, end: End::Plain }));
    });
    unicode(text, unread..text.len(), found);
}

/// Repetition and abbreviation marks stay with their word, numbers with what belongs to them.
pub fn allows(gap: &Gap<'_>) -> bool {
    let first = gap.first();
    // ๆ and ฯ follow their word, over a space, too; so does ฯลฯ.
    if matches!(first, Some('ๆ' | 'ฯ')) {
        return false;
    }
    if first.is_some_and(is_digit) {
        let before = gap.word_before();
        if LEADERS.iter().any(|leader| before.ends_with(leader)) {
            return false;
        }
    }
    let is_unit = || UNITS.iter().chain(&THAI).chain(&THAI_SHORT).any(|unit| gap.after.starts_with(unit));
    !(gap.follows_number() && is_unit() && !is_year(gap.word_before()))
}

/// Whether a text ends with the number of a year, which counts nothing.
fn is_year(text: &str) -> bool {
    let before = text.trim_end_matches(is_digit);
    let marks = ["พ.ศ.", "ค.ศ.", "ปี"].iter().chain(&THAI).chain(&THAI_SHORT);
    text[before.len()..].chars().count() == 4
        && marks.into_iter().any(|mark| before.trim_end_matches(is_space).ends_with(mark))
}

#[cfg(test)]
mod tests {
    use super::super::tests::marked;
    use super::*;

    #[test]
    fn words_stay_whole_and_keep_their_marks() {
        assert_eq!(marked("th", "ผลการสำรวจเกือบครึ่งหนึ่ง"), "ผลการสำรวจ|เกือบ|ครึ่งหนึ่ง");
        assert_eq!(marked("th", "ลูกค้าต่าง ๆ มาก ฯลฯ"), "ลูกค้า|ต่าง ๆ |มาก ฯลฯ");
        assert_eq!(marked("th", "ในกรุงเทพฯ มี “ธรรมาภิบาล”"), "ใน|กรุงเทพฯ |มี |“ธรรมาภิบาล”");
    }

    #[test]
    fn numbers_keep_what_belongs_to_them() {
        assert_eq!(marked("th", "ลูกค้าร้อยละ 62 บอก"), "ลูกค้า|ร้อยละ 62 |บอก");
        assert_eq!(marked("th", "เมื่อ พ.ศ. 2565 มี 6,700 ราย"), "เมื่อ |พ.ศ. 2565 |มี |6,700 ราย");
        assert_eq!(marked("th", "25 ตุลาคม พ.ศ. 2565 แบรนด์ 52 แบรนด์"), "25 ตุลาคม |พ.ศ. 2565 |แบรนด์ |52 แบรนด์");
        assert_eq!(marked("th", "ปี 2565 คนไทยที่อายุ 25 ปี 3 เดือน"), "ปี 2565 |คนไทย|ที่|อายุ 25 ปี 3 เดือน");
        assert_eq!(marked("th", "ราว 1.2 ล้านบาท"), "ราว 1.2 ล้าน|บาท");
        assert_eq!(marked("th", "จ่าย ฿100 ทุกวันที่ 12 เมษายน"), "จ่าย |฿100 |ทุก|วันที่ 12 เมษายน");
    }

    #[test]
    fn what_unicode_does_not_read_would_tell_it_nothing() {
        let parts = [
            "กา",
            "น้ำ",
            "ๆ",
            "ฯ",
            "฿",
            "๕",
            "๚",
            "๏",
            "ก",
            " ",
            "\u{a0}",
            "7",
            "A",
            "-",
            "(",
            ")",
            "“",
            "”",
            "%",
            ".",
            "\n",
            "\u{200b}",
            "\u{200d}",
            "\u{301}",
            "\u{2060}",
            "中",
            "א",
            "🇹",
            "!",
            "/",
            "\u{e5c}",
        ];
        let mut dice = 1_u32;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..8 {
                dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text.push_str(parts[(dice >> 16) as usize % parts.len()]);
            }
            let (mut expected, mut found) = (Vec::new(), Vec::new());
            unicode(&text, 0..text.len(), &mut expected);
            segment::each_run(&text, |run| expected.extend(run.ends.iter().map(|&at| Opportunity { at, end: End::Plain })));
            add(&text, &mut found);
            expected.sort();
            found.sort();
            expected.dedup();
            found.dedup();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
