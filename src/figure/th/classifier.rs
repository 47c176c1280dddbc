//! What Thai counts: classifiers, and nouns that stand directly behind a number. A spelled-out digit before one of them is a
//! number and not a part of another word.

use super::boundary::closes;
use crate::figure::Language;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use std::sync::LazyLock;

/// The end of the longest classifier at `at`, over a space of no width.
pub fn at(text: &str, at: usize) -> Option<usize> {
    let at = at + if text[at..].starts_with('\u{200b}') { '\u{200b}'.len_utf8() } else { 0 };
    let mut end = text.len();
    loop {
        let found = AUTOMATON.find(Input::new(text).span(at..end).anchored(Anchored::Yes))?;
        if closes(text, found.end()) {
            return Some(found.end());
        }
        end = found.end() - 1;
    }
}

static AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .start_kind(StartKind::Anchored)
        .build(CLASSIFIERS.iter().chain(NOUNS).flat_map(|line| line.split_whitespace()))
        .expect("a few hundred short words are far below the automaton's limits")
});

/// The end of a classifier that makes a number before it a count: any that stands directly behind it, over a gap one that
/// is no other word as well.
pub fn follows(language: &Language, text: &str, end: usize) -> Option<usize> {
    at(text, end).or_else(|| counter(language, text, end))
}

/// The end of a classifier that is no other word, directly or over a gap.
pub fn counter(language: &Language, text: &str, end: usize) -> Option<usize> {
    let at = language.skip_gap(text, end);
    let counter = COUNTERS.iter().filter(|word| text[at..].starts_with(**word)).max_by_key(|word| word.len())?;
    Some(at + counter.len()).filter(|end| closes(text, *end))
}

/// Classifiers that are hardly anything else.
const COUNTERS: &[&str] = &[
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
    "ประเทศ",
    "จังหวัด",
    "สาขา",
    "ข้อ",
    "คู่",
    "หุ้น",
    "เล่ม",
    "ฉบับ",
    "โครงการ",
    "ร้าน",
    "บัญชี",
    "หน่วย",
    "คะแนน",
    "คดี",
    "ต้น",
    "ห้อง",
    "เที่ยว",
    "คำ",
];

/// Classifiers.
const CLASSIFIERS: &[&str] = &[
    "คน ราย ท่าน นาย นาง รูป องค์ ตน ตัว ตัวอย่าง ฝ่าย กลุ่ม หมู่ คณะ ทีม ชุด คู่ ครอบครัว ครัวเรือน หลังคาเรือน เพศ รุ่น เชื้อชาติ ชาติ สัญชาติ",
    "อัน สิ่ง ชิ้น ใบ แผ่น ผืน เม็ด ลูก ดวง ก้อน แท่ง เส้น สาย เล่ม ด้าม คัน ลำ เครื่อง เรือน หลัง ห้อง บาน ต้น ดอก ผล หัว กอ พุ่ม ช่อ กิ่ง ใบหน้า",
    "แห่ง จุด แปลง สาขา ชั้น ด้าน มุม ข้าง ฝั่ง ซีก ทาง แถว แนว เส้นทาง ช่องทาง ช่อง หน้า หน่วย เขต ภาค ภูมิภาค ทวีป ประเทศ จังหวัด อำเภอ ตำบล หมู่บ้าน เมือง มณฑล รัฐ",
    "ครั้ง หน ที รอบ คราว ขั้น ขั้นตอน ระยะ ช่วง ตอน บท ข้อ ประการ ประเด็น ประเภท ชนิด อย่าง แบบ รูปแบบ ระดับ ลักษณะ กรณี เรื่อง ราว เหตุการณ์ เหตุผล คดี งาน โครงการ แผน แนวทาง วิธี วิธีการ มาตรการ",
    "คำ คำถาม คำตอบ ประโยค บรรทัด ย่อหน้า ฉบับ หน้ากระดาษ ข้อความ ข่าว เพลง ภาพ เสียง ภาษา หลักสูตร วิชา หน่วยกิต คะแนน เกม นัด แมตช์ เซต ประตู แต้ม เหรียญ รางวัล",
    "ถ้วย แก้ว จาน ชาม ขวด กล่อง ถุง ห่อ ซอง กระป๋อง ถัง กระสอบ ลัง มัด กำ พวง หวี เครือ ช้อน ช้อนชา ช้อนโต๊ะ หลอด ตลับ ขวดโหล หม้อ เข่ง ตะกร้า แพ็ก แพ็ค โถ",
    "วินาที นาที ชั่วโมง วัน คืน สัปดาห์ อาทิตย์ เดือน ไตรมาส ปี ทศวรรษ ศตวรรษ ชั่วอายุคน ฤดู ฤดูกาล เทอม ภาคเรียน ปีซ้อน มื้อ เวลา กะ เวร",
    "หุ้น บัญชี กองทุน บริษัท ธนาคาร โรงงาน โรงเรียน โรงพยาบาล โรงแรม วัด ร้าน ร้านค้า แบรนด์ ตลาด ธุรกิจ องค์กร หน่วยงาน สถาบัน มหาวิทยาลัย สำนัก สำนักงาน กระทรวง กรม กอง แผนก ตำแหน่ง สาขาวิชา สมาคม ชุมชน",
    "ล้อ เลน โค้ง ชั้นปี ศพ นิ้ว เท้า มือ ขา ตา หู เท่า ปาก กระบอก ปาก กระบวน ขบวน เที่ยว เที่ยวบิน ป้าย สถานี แยก กิโล กิโลเมตร เมตร ตัน ไร่ งาน วา ตารางวา ลิตร กรัม องศา วง วงจร วงการ ลูกบาศก์เมตร",
    "งวด งบ วรรค มวน มติ มาตรา สี กลิ่น รส รสชาติ ขนาด มิติ ทิศ ทิศทาง ขั้ว ตัวเลข หลัก จังหวะ ท่า ก้าว เสียงโหวต เสียงข้างมาก ไฟล์ เว็บ เว็บไซต์ แอป แอปพลิเคชัน คลิป ตอนจบ โพสต์ รีวิว ดาว โดส เข็ม แถบ บาร์",
    "อาคาร ตึก บ้าน เตียง เก้าอี้ โต๊ะ ที่นั่ง คอก ฟอง บาท สตางค์ ดอลลาร์ ยูโร หยวน เยน ปอนด์ เปอร์เซ็นต์ เปอร์เซนต์ เสี้ยว ซีน ฉาก กระทู้ ใบอนุญาต ใบสั่ง คดีความ คิว สล็อต ไบต์ บิต",
];

/// Nouns that are counted without a classifier.
const NOUNS: &[&str] = &[
    "พี่น้อง ผู้นำ ผู้ชาย ผู้หญิง ผู้ใหญ่ ผู้บริหาร ผู้เขียน ผู้ก่อตั้ง ผู้สมัคร ผู้เล่น ผู้เข้าแข่งขัน พรรค พรรคการเมือง ปัจจัย ปัญหา สาเหตุ เงื่อนไข ข้อเสนอ ข้อกังวล คุณสมบัติ คุณลักษณะ คุณค่า องค์ประกอบ ส่วน ภาคส่วน เสาหลัก เสา",
    "กลยุทธ์ ยุทธศาสตร์ เป้าหมาย วัตถุประสงค์ ตัวแปร ตัวชี้วัด ดัชนี เกณฑ์ มาตรฐาน ทฤษฎี แนวคิด หลักการ หัวข้อ หัวใจ กิจกรรม บริการ ผลิตภัณฑ์ สินค้า นวัตกรรม เทคโนโลยี เทรนด์ ฟีเจอร์ แพลตฟอร์ม ระบบ รายการ รายงาน การศึกษา งานวิจัย แบบสอบถาม",
    "สมาชิก ลูกค้า พนักงาน นักเรียน นักศึกษา ครู แพทย์ พยาบาล ทหาร ตำรวจ ศิลปิน นักวิจัย พี่ น้อง สามี ภรรยา บุตร ลูกชาย ลูกสาว เพื่อน เสือ มหาอำนาจ",
    "โมง ทุ่ม ขวบ นาฬิกา โหล ฟุต ไมล์ เซนติเมตร มิลลิเมตร กิโลกรัม บาร์เรล เมกะวัตต์ กิโลวัตต์ เฮกตาร์",
    "บทเรียน บทความ คีย์เวิร์ด คำแนะนำ เคล็ดลับ ไอเดีย ทางเลือก ตัวเลือก สัญญาณ ภัย ความท้าทาย ความเสี่ยง โอกาส บทบาท หน้าที่ ภารกิจ มิติ สถานที่ สนาม เกาะ ภูเขา แม่น้ำ ท่าเรือ สนามบิน ถนน สะพาน",
];
