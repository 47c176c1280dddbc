//! Days, months and years as a locale words them. In: a Gregorian date. Out: its text; `None` for a locale without words.
//!
//! Decided here rather than taken from CLDR, whose Thai dates leave the era out: a Thai year is always labelled พ.ศ.

use crate::model::source::PartialDate;

/// How one locale words dates.
struct Words {
    tag: &'static str,
    year: fn(i16) -> String,
    /// A month, 1 to 12, of a year already worded.
    month: fn(usize, &str) -> String,
    /// A day of a month already worded.
    day: fn(i8, &str) -> String,
}

/// The locales that have dates.
const DATES: &[Words] = &[
    Words {
        tag: "en",
        year: |year| year.to_string(),
        month: |month, year| format!("{} {year}", ENGLISH[month - 1]),
        day: |day, month| format!("{day} {month}"),
    },
    Words {
        tag: "th",
        year: |year| format!("พ.ศ. {}", year + 543),
        month: |month, year| format!("{} {year}", THAI[month - 1]),
        day: |day, month| format!("{day} {month}"),
    },
    Words {
        tag: "zh-Hans",
        year: |year| format!("{year}年"),
        month: |month, year| format!("{year}{month}月"),
        day: |day, month| format!("{month}{day}日"),
    },
];

/// The months in English.
pub const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The months in Thai.
pub const THAI: [&str; 12] = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
];

/// The months in Thai, as they are shortened.
pub const THAI_SHORT: [&str; 12] =
    ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

/// Words a date, as exactly as it is known: `22 November 2026`, `22 พฤศจิกายน พ.ศ. 2569`, `2026年11月22日`.
pub fn write(tag: &str, date: PartialDate) -> Option<String> {
    let words = DATES.iter().find(|words| words.tag == tag)?;
    let year = (words.year)(date.year);
    let month = date.month.filter(|month| (1..=12).contains(month));
    let Some(month) = month.map(|month| (words.month)(month as usize, &year)) else { return Some(year) };
    Some(date.day.map_or_else(|| month.clone(), |day| (words.day)(day, &month)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_worded_as_exactly_as_they_are_known() {
        let day = PartialDate { year: 2026, month: Some(11), day: Some(22) };
        let month = PartialDate { year: 2022, month: Some(5), day: None };
        let year = PartialDate { year: 2020, month: None, day: None };
        for (tag, expected) in [
            ("en", ["22 November 2026", "May 2022", "2020"]),
            ("th", ["22 พฤศจิกายน พ.ศ. 2569", "พฤษภาคม พ.ศ. 2565", "พ.ศ. 2563"]),
            ("zh-Hans", ["2026年11月22日", "2022年5月", "2020年"]),
        ] {
            assert_eq!([day, month, year].map(|date| write(tag, date).unwrap()), expected);
        }
        assert_eq!(write("fr", day), None);
    }
}
