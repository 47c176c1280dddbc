//! Shares over the whole, and fractions that are turned round.

use super::Page;
use crate::audit::Fault;
use crate::diagnostic::Code;
use crate::model::{Amount, Figure, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// `five in four`, `6 out of 5`: the part is larger than the whole.
pub fn turned(page: &Page<'_>) -> Vec<Fault> {
    let found = page.claims().filter_map(|(_, figure)| {
        let (part, whole) = match (figure.quantity.kind, figure.quantity.amount, figure.quantity.unit) {
            (Kind::Fraction, Amount::Ratio(part, whole), _) => (part, whole),
            (Kind::Rating, Amount::Value(part), Some(Unit::OutOf(whole))) => (part, Decimal::from(whole)),
            _ => return None,
        };
        // `3 wins in 2 days` is no part of anything.
        const TIMES: &[&str] = &[
            "day",
            "week",
            "month",
            "year",
            "hour",
            "minute",
            "match",
            "game",
            "ปี",
            "เดือน",
            "วัน",
            "สัปดาห์",
            "天",
            "年",
            "月",
        ];
        let tail = page.after(figure.span.end).trim_start();
        if part <= whole || TIMES.iter().any(|word| tail.starts_with(word)) {
            return None;
        }
        let message = format!("`{}` is more than the whole", page.words(figure));
        let fault = Fault::new(Code::FractionInverted, figure.span.clone(), message);
        let right = Quantity { amount: Amount::Ratio(whole, part), ..figure.quantity };
        let turned = turned_words(page.words(figure), part, whole);
        let construct = if page.words(figure).contains(|c: char| c.is_ascii_digit()) { "n-in-m" } else { "fraction" };
        let written =
            || page.language.write_as(construct, &right).or_else(|| page.language.write(&right)).map(|(_, text)| text);
        Some(match turned.or_else(|| (figure.quantity.kind == Kind::Fraction).then(written).flatten()) {
            Some(right) => fault.expect(right),
            None => fault,
        })
    });
    found.collect()
}

/// The same words with both numbers in each other's place, where they are digits.
fn turned_words(words: &str, part: Decimal, whole: Decimal) -> Option<String> {
    let (part, whole) = (part.normalize().to_string(), whole.normalize().to_string());
    let first = words.find(&part)?;
    let second = first + part.len() + words[first + part.len()..].find(&whole)?;
    let between = &words[first + part.len()..second];
    Some(format!("{}{whole}{between}{part}{}", &words[..first], &words[second + whole.len()..]))
}

/// Who a share can be of.
const WHO: &[&str] = &[
    "customers",
    "consumers",
    "people",
    "respondents",
    "buyers",
    "shoppers",
    "users",
    "brands",
    "companies",
    "businesses",
    "employees",
    "workers",
    "adults",
    "women",
    "men",
    "households",
    "students",
    "visitors",
    "reviews",
    "guests",
    "patients",
    "voters",
    "parents",
    "teachers",
    "residents",
    "members",
    "citizens",
    "families",
    "readers",
    "firms",
    "schools",
    "those",
];
const WHO_THAI: &[&str] = &[
    "ลูกค้า",
    "ผู้บริโภค",
    "ผู้ซื้อ",
    "ผู้ตอบ",
    "นักช้อป",
    "นักช็อป",
    "ผู้ใช้",
    "แบรนด์",
    "บริษัท",
    "ธุรกิจ",
    "พนักงาน",
    "ประชาชน",
    "คน",
    "นักเรียน",
    "นักศึกษา",
    "ครัวเรือน",
    "ผู้หญิง",
    "ผู้ชาย",
    "รีวิว",
    "ผู้ป่วย",
    "แขก",
    "ครู",
    "ผู้ปกครอง",
    "สมาชิก",
    "ผู้อ่าน",
];
const WHO_CHINESE: &[&str] = &[
    "客户",
    "消费者",
    "人",
    "受访者",
    "买家",
    "用户",
    "品牌",
    "公司",
    "企业",
    "员工",
    "家庭",
    "学生",
    "女性",
    "男性",
    "顾客",
    "评论",
    "居民",
    "患者",
    "家长",
    "教师",
    "会员",
    "读者",
];

/// More than a hundred in a hundred, where a share of people is meant.
pub fn over_the_whole(page: &Page<'_>) -> Vec<Fault> {
    let over = page.claims().filter(|(_, figure)| {
        let value = figure.quantity.amount.value();
        figure.quantity.kind == Kind::Percent && value.is_some_and(|value| value > Decimal::ONE_HUNDRED)
    });
    let shares = over.filter(|(_, figure)| is_share(page, figure));
    let fault = |(_, figure): (usize, &Figure)| {
        let message = format!("`{}` is more than all of them", page.words(figure));
        Fault::new(Code::ShareImpossible, figure.span.clone(), message)
    };
    shares.map(fault).collect()
}

/// Whether a percentage is a share of somebody, by the words on either side.
fn is_share(page: &Page<'_>, figure: &Figure) -> bool {
    let (head, tail) = (page.before(figure.span.start), page.after(figure.span.end));
    let follows = |words: &[&str], skipped: usize| {
        let near = tail.char_indices().map(|(at, _)| at).take(skipped + 1);
        near.into_iter().any(|at| words.iter().any(|word| tail[at..].starts_with(word)))
    };
    match page.language.tag {
        "en" => tail.strip_prefix(" of ").is_some_and(|tail| {
            let words: Vec<&str> = tail.split(|c: char| !c.is_alphabetic()).take(4).collect();
            words.iter().any(|word| WHO.contains(word))
        }),
        "th" => {
            let own = tail
                .trim_start()
                .strip_prefix("ของ")
                .is_some_and(|tail| WHO_THAI.iter().any(|word| tail.trim_start().starts_with(word)));
            let stem = head.trim_end();
            own || WHO_THAI.iter().any(|word| stem.ends_with(word))
        }
        _ => tail.trim_start().starts_with('的') && follows(WHO_CHINESE, 6),
    }
}
