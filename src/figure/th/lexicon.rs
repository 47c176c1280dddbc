//! The words of Thai.

use super::boundary;
use super::idioms::{NAMES, idioms};
use crate::figure::en::idioms::NAMES as LATIN_NAMES;
use crate::figure::hedge::Hedging;
use crate::figure::lexicon::{Entry, Lexicon};
use crate::figure::word::{Affix, Word};
use crate::model::{Era, Hedge};
use std::sync::LazyLock;

/// The automata of the words; built once, on first use.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut openers = OPENERS.to_vec();
    openers.extend([(NAMES, Word::Name), (LATIN_NAMES, Word::Name)]);
    Lexicon::new(&openers, &idioms(), FOLLOWERS, boundary::is_word)
});

/// The hedges; built once, on first use.
pub static HEDGING: LazyLock<Hedging> = LazyLock::new(|| Hedging::new(HEDGES_BEFORE, HEDGES_AFTER, BRIDGES));

/// `ครึ่ง`: half of what is named behind it, before it or left unsaid.
pub const HALF: u8 = 0;
/// `เศษ` of a fraction, or of what a number has over.
pub const REST: u8 = 1;
/// `ส่วน` between the terms of a fraction.
pub const PARTS: u8 = 2;
/// `เท่าตัว`: as much again.
pub const AS_MUCH_AGAIN: u8 = 3;
/// `เอ็ด`: the one at the end of 11, 21, 101.
pub const ET: u8 = 4;
/// `จุด`: the decimal point of a spelled-out number.
pub const POINT: u8 = 5;
/// `ใน` between the terms of a fraction.
pub const IN: u8 = 6;
/// `จาก` between the terms of a fraction or a mark.
pub const FROM: u8 = 7;
/// `เต็ม` before the full mark.
pub const FULL: u8 = 8;
/// `ต่อ` of a ratio.
pub const TO: u8 = 9;
/// `น.` or `นาฬิกา`.
pub const OCLOCK: u8 = 10;
/// `โมง`
pub const MONG: u8 = 11;
/// `โมงเช้า`
pub const MONG_MORNING: u8 = 12;
/// `โมงเย็น`
pub const MONG_EVENING: u8 = 13;
/// `ทุ่ม`
pub const THUM: u8 = 14;
/// `กว่า` behind a number.
pub const OVER: u8 = 15;
/// `ทศวรรษ`, `ยุค` before a year.
pub const ERA_OF: u8 = 16;
/// `ศตวรรษที่`
pub const CENTURY: u8 = 17;
/// `คริสต์ศตวรรษที่`
pub const CENTURY_CE: u8 = 18;
/// `พุทธศตวรรษที่`
pub const CENTURY_BE: u8 = 19;
/// `ประการแรก`
pub const FIRSTLY: u8 = 20;
/// `คะแนน`
pub const MARKS: u8 = 21;
/// `ชั่วโมงครึ่ง`: one of the unit and a half.
pub const ONE_AND_A_HALF: u8 = 22;

/// Words at which a figure may begin.
const OPENERS: &[Entry] = &[
    (&["ศูนย์"], Word::Small(0)),
    (&["หนึ่ง"], Word::Small(1)),
    (&["สอง"], Word::Small(2)),
    (&["สาม"], Word::Small(3)),
    (&["สี่"], Word::Small(4)),
    (&["ห้า"], Word::Small(5)),
    (&["หก"], Word::Small(6)),
    (&["เจ็ด"], Word::Small(7)),
    (&["แปด"], Word::Small(8)),
    (&["เก้า"], Word::Small(9)),
    (&["ยี่สิบ", "ยี่\u{200b}สิบ"], Word::Tens(20)),
    (&["สิบ"], Word::Place(1)),
    (&["ร้อย"], Word::Place(2)),
    (&["พัน"], Word::Place(3)),
    (&["หมื่น"], Word::Place(4)),
    (&["แสน"], Word::Place(5)),
    (&["ล้าน"], Word::Scale(6)),
    (&["ครึ่งหนึ่ง", "กึ่งหนึ่ง", "½"], Word::Part(1, 2)),
    (&["⅓"], Word::Part(1, 3)),
    (&["⅔"], Word::Part(2, 3)),
    (&["¼"], Word::Part(1, 4)),
    (&["¾"], Word::Part(3, 4)),
    (&["ครึ่ง"], Word::Own(HALF)),
    (&["เศษ"], Word::Own(REST)),
    (&["เท่าตัว"], Word::Own(AS_MUCH_AGAIN)),
    (&["เท่าครึ่ง"], Word::Factor(3, 2)),
    (&["-", "−", "\u{2011}", "ลบ", "ติดลบ"], Word::Minus),
    (&["+"], Word::Plus),
    (&["มกราคม", "ม.ค.", "มค."], Word::Month(1)),
    (&["กุมภาพันธ์", "ก.พ.", "กพ."], Word::Month(2)),
    (&["มีนาคม", "มี.ค.", "มีค."], Word::Month(3)),
    (&["เมษายน", "เม.ย.", "เมย."], Word::Month(4)),
    (&["พฤษภาคม", "พ.ค.", "พค."], Word::Month(5)),
    (&["มิถุนายน", "มิ.ย.", "มิย."], Word::Month(6)),
    (&["กรกฎาคม", "กรกฏาคม", "ก.ค.", "กค."], Word::Month(7)),
    (&["สิงหาคม", "ส.ค.", "สค."], Word::Month(8)),
    (&["กันยายน", "ก.ย.", "กย."], Word::Month(9)),
    (&["ตุลาคม", "ต.ค.", "ตค."], Word::Month(10)),
    (&["พฤศจิกายน", "พ.ย.", "พย."], Word::Month(11)),
    (&["ธันวาคม", "ธ.ค.", "ธค."], Word::Month(12)),
    (
        &[
            "บทที่",
            "ตารางที่",
            "ตาราง",
            "ภาพที่",
            "ภาพประกอบที่",
            "รูปที่",
            "แผนภูมิที่",
            "แผนภาพที่",
            "กราฟที่",
            "ภาคผนวกที่",
            "หน้า",
            "ข้อ",
            "ข้อที่",
            "มาตรา",
            "หมวดที่",
        ],
        Word::Marker,
    ),
    (&["อันดับที่", "อันดับ", "ลำดับที่", "ลำดับ", "ครั้งที่"], Word::Before(Affix::Ordinal)),
    (&["ประการแรก"], Word::Own(FIRSTLY)),
    (&["อายุ", "วัย"], Word::Before(Affix::Age)),
    (&["ร้อยละ"], Word::Before(Affix::Percent)),
    (
        &["พ.ศ.", "พศ.", "พ.ศ", "พุทธศักราช", "ปี พ.ศ.", "ปีพ.ศ.", "ปี พุทธศักราช", "ปีพุทธศักราช"],
        Word::Before(Affix::Year(Some(Era::Be))),
    ),
    (
        &["ค.ศ.", "คศ.", "ค.ศ", "คริสต์ศักราช", "ปี ค.ศ.", "ปีค.ศ.", "ปี คริสต์ศักราช", "ปีคริสต์ศักราช"],
        Word::Before(Affix::Year(Some(Era::Ce))),
    ),
    (&["ปี"], Word::After(Affix::Duration("year"))),
    (&["นาทีครึ่ง", "ชั่วโมงครึ่ง", "วันครึ่ง", "สัปดาห์ครึ่ง", "อาทิตย์ครึ่ง", "เดือนครึ่ง", "ปีครึ่ง"], Word::Own(ONE_AND_A_HALF)),
    (&["ไตรมาส"], Word::After(Affix::Duration("quarter"))),
    (&["ทศวรรษ"], Word::After(Affix::Duration("decade"))),
    (&["ทศวรรษที่", "ยุค"], Word::Own(ERA_OF)),
    (&["ศตวรรษที่"], Word::Own(CENTURY)),
    (&["คริสต์ศตวรรษที่"], Word::Own(CENTURY_CE)),
    (&["พุทธศตวรรษที่"], Word::Own(CENTURY_BE)),
    (&["$", "us$", "us $", "usd"], Word::Before(Affix::Currency("USD", 0))),
    (&["€", "eur"], Word::Before(Affix::Currency("EUR", 0))),
    (&["£", "gbp"], Word::Before(Affix::Currency("GBP", 0))),
    (&["¥", "￥", "jpy"], Word::Before(Affix::Currency("JPY", 0))),
    (&["฿", "thb"], Word::Before(Affix::Currency("THB", 0))),
    (&["rmb", "cny", "cn¥"], Word::Before(Affix::Currency("CNY", 0))),
    (&["₹", "inr"], Word::Before(Affix::Currency("INR", 0))),
    (&["₩", "krw"], Word::Before(Affix::Currency("KRW", 0))),
    (&["chf"], Word::Before(Affix::Currency("CHF", 0))),
    (&["a$", "au$", "aud"], Word::Before(Affix::Currency("AUD", 0))),
    (&["c$", "ca$", "cad"], Word::Before(Affix::Currency("CAD", 0))),
    (&["hk$", "hkd"], Word::Before(Affix::Currency("HKD", 0))),
    (&["s$", "sgd"], Word::Before(Affix::Currency("SGD", 0))),
    (&["nz$", "nzd"], Word::Before(Affix::Currency("NZD", 0))),
    (&["%", "％", "เปอร์เซ็นต์", "เปอร์เซนต์", "เปอร์เซ็น", "เปอร์เซ็นต์ (%)"], Word::After(Affix::Percent)),
    (&["เท่า"], Word::After(Affix::Times)),
    (&["★", "☆"], Word::Own(255)),
];

/// Words that only follow a number.
const FOLLOWERS: &[Entry] = &[
    (&["โหล"], Word::Dozen),
    // Also an opener; behind a number nothing longer counts.
    (&["ปี"], Word::After(Affix::Duration("year"))),
    (&["เอ็ด"], Word::Own(ET)),
    (&["จุด"], Word::Own(POINT)),
    (&["ส่วน"], Word::Own(PARTS)),
    (&["ใน", "ในทุก", "ในทุก ๆ", "ในทุกๆ", "ในจำนวน"], Word::Own(IN)),
    (&["จาก", "จากทั้งหมด", "จากทุก", "จากทุก ๆ", "จากทุกๆ"], Word::Own(FROM)),
    (&["เต็ม", "จากคะแนนเต็ม", "จากเต็ม"], Word::Own(FULL)),
    (&["ต่อ"], Word::Own(TO)),
    (&["คะแนน", "คะแนนเต็ม"], Word::Own(MARKS)),
    (&["น.", "นาฬิกา"], Word::Own(OCLOCK)),
    (&["โมง", "โมงตรง"], Word::Own(MONG)),
    (&["โมงเช้า"], Word::Own(MONG_MORNING)),
    (&["โมงเย็น"], Word::Own(MONG_EVENING)),
    (&["ทุ่ม", "ทุ่มตรง"], Word::Own(THUM)),
    (&["กว่า", "กว่า ๆ", "กว่าๆ"], Word::Own(OVER)),
    (&["กว่าจะ", "กว่าที่", "กว่าเดิม", "กว่านี้", "กว่านั้น", "กว่าปกติ", "กว่าเพื่อน"], Word::Idiom),
    (&["‰", "ต่อพัน (‰)"], Word::After(Affix::PerMille)),
    (
        &[
            "จุดร้อยละ",
            "จุดเปอร์เซ็นต์",
            "จุดเปอร์เซนต์",
            "เปอร์เซ็นต์พอยต์",
            "เปอร์เซ็นต์พอยท์",
            "percentage points",
            "percentage point",
            "ppt",
            "pp",
        ],
        Word::After(Affix::Point(0)),
    ),
    (
        &["จุดพื้นฐาน", "จุดเบสิส", "เบสิสพอยต์", "เบซิสพอยต์", "basis points", "basis point", "bps", "bp"],
        Word::After(Affix::Point(-2)),
    ),
    (&["percent", "per cent"], Word::After(Affix::Percent)),
    (&["x", "×"], Word::After(Affix::Times)),
    (&["ขวบ", "ขวบปี"], Word::After(Affix::Age)),
    (&["วินาที", "วิ."], Word::After(Affix::Duration("second"))),
    (&["นาที"], Word::After(Affix::Duration("minute"))),
    (&["ชั่วโมง", "ชม."], Word::After(Affix::Duration("hour"))),
    (&["วัน"], Word::After(Affix::Duration("day"))),
    (&["สัปดาห์", "อาทิตย์"], Word::After(Affix::Duration("week"))),
    (&["เดือน"], Word::After(Affix::Duration("month"))),
    (&["ศตวรรษ"], Word::After(Affix::Duration("century"))),
    (&["ดาว"], Word::After(Affix::Stars)),
    (&["บาท", "บาทถ้วน", "บ.", ".-", ".- บาท"], Word::After(Affix::Currency("THB", 0))),
    (&["สตางค์"], Word::After(Affix::Currency("THB", -2))),
    (
        &[
            "ดอลลาร์สหรัฐฯ",
            "ดอลลาร์สหรัฐอเมริกา",
            "ดอลลาร์สหรัฐ",
            "ดอลลาร์ สหรัฐ",
            "ดอลลาร์อเมริกัน",
            "ดอลลาร์ฯ",
            "ดอลลาร์",
            "ดอลล่าร์สหรัฐฯ",
            "ดอลล่าร์สหรัฐ",
            "ดอลล่าร์",
            "เหรียญสหรัฐฯ",
            "เหรียญสหรัฐ",
            "เหรียญดอลลาร์สหรัฐ",
        ],
        Word::After(Affix::Currency("USD", 0)),
    ),
    (&["เซนต์", "เซ็นต์"], Word::After(Affix::Currency("USD", -2))),
    (&["ยูโร"], Word::After(Affix::Currency("EUR", 0))),
    (&["ปอนด์สเตอร์ลิง", "ปอนด์อังกฤษ", "ปอนด์"], Word::After(Affix::Currency("GBP", 0))),
    (&["เยน"], Word::After(Affix::Currency("JPY", 0))),
    (&["หยวน"], Word::After(Affix::Currency("CNY", 0))),
    (&["วอน"], Word::After(Affix::Currency("KRW", 0))),
    (&["รูปี", "รูปีอินเดีย"], Word::After(Affix::Currency("INR", 0))),
    (&["ฟรังก์สวิส", "สวิสฟรังก์"], Word::After(Affix::Currency("CHF", 0))),
    (&["ดอลลาร์ออสเตรเลีย"], Word::After(Affix::Currency("AUD", 0))),
    (&["ดอลลาร์แคนาดา"], Word::After(Affix::Currency("CAD", 0))),
    (&["ดอลลาร์ฮ่องกง"], Word::After(Affix::Currency("HKD", 0))),
    (&["ดอลลาร์สิงคโปร์"], Word::After(Affix::Currency("SGD", 0))),
    (&["ดอลลาร์นิวซีแลนด์"], Word::After(Affix::Currency("NZD", 0))),
    (&["ดอลลาร์ไต้หวัน"], Word::After(Affix::Currency("TWD", 0))),
    (&["ริงกิต"], Word::After(Affix::Currency("MYR", 0))),
    (&["รูเปียห์", "รูเปีย"], Word::After(Affix::Currency("IDR", 0))),
    (&["เปโซ"], Word::After(Affix::Currency("PHP", 0))),
    (&["ดอง"], Word::After(Affix::Currency("VND", 0))),
    (&["กีบ"], Word::After(Affix::Currency("LAK", 0))),
    (&["จ๊าด", "จ๊าต"], Word::After(Affix::Currency("MMK", 0))),
    (&["รูเบิล"], Word::After(Affix::Currency("RUB", 0))),
    (&["องศาเซลเซียส", "°c", "° c", "℃"], Word::After(Affix::Measure("celsius"))),
    (&["องศาฟาเรนไฮต์", "°f", "℉"], Word::After(Affix::Measure("fahrenheit"))),
    (&["องศา"], Word::After(Affix::Measure("degree"))),
    (&["กิโลเมตรต่อชั่วโมง", "กม./ชม.", "กม.ต่อชั่วโมง", "กม. ต่อชั่วโมง", "km/h"], Word::After(Affix::Measure("kilometre-per-hour"))),
    (&["กิโลเมตร", "กม.", "กิโลเมตรเศษ", "km"], Word::After(Affix::Measure("kilometre"))),
    (&["เมตร", "ม."], Word::After(Affix::Measure("metre"))),
    (&["เซนติเมตร", "เซ็นติเมตร", "ซม.", "cm"], Word::After(Affix::Measure("centimetre"))),
    (&["มิลลิเมตร", "มม.", "mm"], Word::After(Affix::Measure("millimetre"))),
    (&["ไมล์"], Word::After(Affix::Measure("mile"))),
    (&["ฟุต"], Word::After(Affix::Measure("foot"))),
    (&["นิ้ว"], Word::After(Affix::Measure("inch"))),
    (&["ตารางกิโลเมตร", "ตร.กม.", "ตารางกม."], Word::After(Affix::Measure("square-kilometre"))),
    (&["ตารางเมตร", "ตร.ม.", "ตรม."], Word::After(Affix::Measure("square-metre"))),
    (&["ตารางวา", "ตร.ว."], Word::After(Affix::Measure("square-wa"))),
    (&["ลูกบาศก์เมตร", "ลบ.ม."], Word::After(Affix::Measure("cubic-metre"))),
    (&["ไร่"], Word::After(Affix::Measure("rai"))),
    (&["เฮกตาร์", "เฮคตาร์"], Word::After(Affix::Measure("hectare"))),
    (&["เอเคอร์"], Word::After(Affix::Measure("acre"))),
    (&["กิโลกรัม", "กก.", "กิโล", "kg"], Word::After(Affix::Measure("kilogram"))),
    (&["กรัม"], Word::After(Affix::Measure("gram"))),
    (&["มิลลิกรัม", "มก.", "mg"], Word::After(Affix::Measure("milligram"))),
    (&["ไมโครกรัม"], Word::After(Affix::Measure("microgram"))),
    (&["ตัน", "เมตริกตัน"], Word::After(Affix::Measure("tonne"))),
    (&["ลิตร"], Word::After(Affix::Measure("litre"))),
    (&["มิลลิลิตร", "มล.", "ml"], Word::After(Affix::Measure("millilitre"))),
    (&["บาร์เรล"], Word::After(Affix::Measure("barrel"))),
    (&["แคลอรี", "แคลอรี่"], Word::After(Affix::Measure("calorie"))),
    (&["กิโลแคลอรี", "กิโลแคลอรี่"], Word::After(Affix::Measure("kilocalorie"))),
    (&["กิโลวัตต์ชั่วโมง", "กิโลวัตต์-ชั่วโมง", "kwh"], Word::After(Affix::Measure("kilowatt-hour"))),
    (&["กิโลวัตต์"], Word::After(Affix::Measure("kilowatt"))),
    (&["เมกะวัตต์", "mw"], Word::After(Affix::Measure("megawatt"))),
    (&["กิกะวัตต์", "gw"], Word::After(Affix::Measure("gigawatt"))),
    (&["วัตต์"], Word::After(Affix::Measure("watt"))),
    (&["กิกะไบต์", "กิกะไบท์", "gb"], Word::After(Affix::Measure("gigabyte"))),
    (&["เมกะไบต์", "เมกะไบท์", "mb"], Word::After(Affix::Measure("megabyte"))),
    (&["เทราไบต์", "เทราไบท์", "tb"], Word::After(Affix::Measure("terabyte"))),
    (&["กิโลไบต์", "กิโลไบท์", "kb"], Word::After(Affix::Measure("kilobyte"))),
    (&["เดซิเบล"], Word::After(Affix::Measure("decibel"))),
    (&["เฮิรตซ์", "hz"], Word::After(Affix::Measure("hertz"))),
    (&["มิลลิวินาที", "ms"], Word::After(Affix::Measure("millisecond"))),
];

/// Hedges before a figure.
pub const HEDGES_BEFORE: &[(&str, Hedge)] = &[
    ("ประมาณ", Hedge::About),
    ("โดยประมาณ", Hedge::About),
    ("ราว", Hedge::About),
    ("ราว ๆ", Hedge::About),
    ("ราวๆ", Hedge::About),
    ("~", Hedge::About),
    ("≈", Hedge::About),
    ("เกือบ", Hedge::Nearly),
    ("เกือบ ๆ", Hedge::Nearly),
    ("เกือบๆ", Hedge::Nearly),
    ("เกือบจะ", Hedge::Nearly),
    ("เกือบถึง", Hedge::Nearly),
    ("ใกล้", Hedge::Nearly),
    ("ใกล้เคียง", Hedge::Nearly),
    ("เฉียด", Hedge::Nearly),
    ("กว่า", Hedge::MoreThan),
    ("มากกว่า", Hedge::MoreThan),
    ("สูงกว่า", Hedge::MoreThan),
    ("เกิน", Hedge::MoreThan),
    ("เกินกว่า", Hedge::MoreThan),
    ("มากเกินกว่า", Hedge::MoreThan),
    (">", Hedge::MoreThan),
    ("อย่างน้อย", Hedge::AtLeast),
    ("อย่างน้อยที่สุด", Hedge::AtLeast),
    ("อย่างต่ำ", Hedge::AtLeast),
    ("ขั้นต่ำ", Hedge::AtLeast),
    ("ไม่น้อยกว่า", Hedge::AtLeast),
    ("ไม่ต่ำกว่า", Hedge::AtLeast),
    ("≥", Hedge::AtLeast),
    ("น้อยกว่า", Hedge::LessThan),
    ("ต่ำกว่า", Hedge::LessThan),
    ("ไม่ถึง", Hedge::LessThan),
    ("<", Hedge::LessThan),
    ("ไม่เกิน", Hedge::AtMost),
    ("ไม่เกินกว่า", Hedge::AtMost),
    ("ไม่มากกว่า", Hedge::AtMost),
    ("ไม่มากไปกว่า", Hedge::AtMost),
    ("ไม่สูงกว่า", Hedge::AtMost),
    ("อย่างมาก", Hedge::AtMost),
    ("อย่างมากที่สุด", Hedge::AtMost),
    ("มากที่สุดไม่เกิน", Hedge::AtMost),
    ("≤", Hedge::AtMost),
    ("เพียง", Hedge::Only),
    ("แค่", Hedge::Only),
    ("เพียงแค่", Hedge::Only),
    ("แค่เพียง", Hedge::Only),
    ("มากถึง", Hedge::UpTo),
    ("สูงถึง", Hedge::UpTo),
    ("สูงสุดถึง", Hedge::UpTo),
    ("เฉลี่ย", Hedge::Average),
    ("โดยเฉลี่ย", Hedge::Average),
    ("เฉลี่ยแล้ว", Hedge::Average),
    ("เฉลี่ยที่", Hedge::Average),
];

/// Hedges behind a figure.
pub const HEDGES_AFTER: &[(&str, Hedge)] = &[
    ("+", Hedge::AtLeast),
    ("ขึ้นไป", Hedge::AtLeast),
    ("เป็นอย่างน้อย", Hedge::AtLeast),
    ("เป็นอย่างต่ำ", Hedge::AtLeast),
    ("หรือมากกว่า", Hedge::AtLeast),
    ("หรือมากกว่านั้น", Hedge::AtLeast),
    ("หรือสูงกว่า", Hedge::AtLeast),
    ("ลงมา", Hedge::AtMost),
    ("หรือน้อยกว่า", Hedge::AtMost),
    ("หรือน้อยกว่านั้น", Hedge::AtMost),
    ("หรือต่ำกว่า", Hedge::AtMost),
    ("กว่า", Hedge::MoreThan),
    ("กว่า ๆ", Hedge::MoreThan),
    ("กว่าๆ", Hedge::MoreThan),
    ("เศษ", Hedge::MoreThan),
    ("เท่านั้น", Hedge::Only),
    ("โดยประมาณ", Hedge::About),
    ("โดยเฉลี่ย", Hedge::Average),
];

/// Classifiers over which a hedge behind a figure reaches: `5 คนขึ้นไป`.
pub const BRIDGES: &[&str] = &[
    "ครั้ง",
    "คน",
    "ราย",
    "ชิ้น",
    "แห่ง",
    "ตัว",
    "คัน",
    "หลัง",
    "ใบ",
    "เครื่อง",
    "เรื่อง",
    "ข้อ",
    "คู่",
    "ประเทศ",
    "จังหวัด",
    "บริษัท",
    "คะแนน",
    "ครัวเรือน",
];
