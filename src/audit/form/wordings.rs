//! Wordings that are always wrong, whatever the value: hedges that contradict or repeat one another, a unit that is said twice, and
//! "fell by three times".
//!
//! The rules are those of GB/T 15835 and of the National Bureau of Statistics for Chinese (近…多, 至少…以上, 减少N倍), and common
//! knowledge for Thai (ร้อยละ 62%) and English.

use super::Page;
use crate::audit::Fault;
use crate::diagnostic::Code;
use crate::model::{Figure, Kind};
use std::ops::Range;

/// Words before and behind one figure that cannot stand together.
const CHINESE: &[(&[&str], &[&str])] = &[
    (&["近", "将近", "接近"], &["多", "以上", "余"]),
    (&["至少", "不少于", "不低于"], &["以上", "左右", "上下"]),
    (&["超过", "超", "高于"], &["以上", "左右", "上下"]),
    (&["约", "大约", "大概", "约为", "近"], &["左右", "上下"]),
    (&["至多", "最多", "不超过"], &["以下", "以内"]),
];
const THAI: &[(&[&str], &[&str])] = &[
    (&["อย่างน้อย", "ไม่ต่ำกว่า", "ไม่น้อยกว่า"], &["ขึ้นไป"]),
    (&["เกือบ"], &["กว่า", "ขึ้นไป", "เศษ"]),
    (&["มากกว่า", "เกินกว่า", "เกิน"], &["ขึ้นไป"]),
    (&["ไม่เกิน"], &["ขึ้นไป", "กว่า"]),
    (&["ร้อยละ", "ร้อยละ "], &["%", "เปอร์เซ็นต์"]),
];
const ENGLISH: &[(&[&str], &[&str])] = &[
    (&["at least "], &[" or less", " or fewer", " at most"]),
    (&["up to ", "at most ", "no more than "], &[" or more", " or higher", "+"]),
    (&["more than ", "over "], &[" or less", " or fewer", "+"]),
    (&["less than ", "under ", "fewer than "], &[" or more", "+"]),
    (&["about ", "around ", "approximately "], &[" or so", " approximately"]),
];

/// Words of falling, before a multiple.
const FALLS: &[&str] = &["减少", "下降", "降低", "缩小", "减少了", "下降了", "降低了", "ลดลง", "ลดลงถึง"];
const FALLS_ENGLISH: &[&str] = &["fell", "decreased", "declined", "dropped", "reduced", "shrank"];

/// Wordings that are always wrong.
pub fn false_wordings(page: &Page<'_>) -> Vec<Fault> {
    page.claims().filter_map(|(_, figure)| contradiction(page, figure).or_else(|| fall(page, figure))).collect()
}

fn contradiction(page: &Page<'_>, figure: &Figure) -> Option<Fault> {
    let table = match page.language.tag {
        "en" => ENGLISH,
        "th" => THAI,
        _ => CHINESE,
    };
    for (before, after) in table {
        let found = before.iter().flat_map(|head| after.iter().map(move |tail| (*head, *tail)));
        if let Some((span, head, tail)) = found.filter_map(|(head, tail)| stands(page, figure, head, tail)).next() {
            let message = format!("`{}` and `{}` cannot stand together", head.trim(), tail.trim());
            let fault = Fault::new(Code::WordingFalse, span.clone(), message);
            let right = page.text[span].strip_suffix(tail).map(str::trim_end);
            return Some(match right {
                Some(right) => fault.expect(right),
                None => fault,
            });
        }
    }
    None
}

/// The span over both words and the figure, if they stand there; either may be read as a part of the figure.
fn stands<'w>(page: &Page<'_>, figure: &Figure, head: &'w str, tail: &'w str) -> Option<(Range<usize>, &'w str, &'w str)> {
    let (from, to) = (figure.core.start, figure.core.end);
    let line = page.before(from);
    // The number follows its word directly, but for a unit; the word behind follows the number or its unit.
    let before = line.len() - line.rfind(head)?;
    let between = &line[line.len() - before + head.len()..];
    if !matches!(between.trim(), "" | "ร้อยละ" | "$" | "US$" | "百分之") {
        return None;
    }
    if head.is_ascii() && line[..line.len() - before].ends_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    // The word behind follows the number, its unit, or the figure as it was read.
    let rest = page.after(to);
    let unit = ["%", "％", " percent", "เปอร์เซ็นต์", " เปอร์เซ็นต์", "个", "名", "人", " คน", "คน", "万", "亿", "年", "成"];
    let unit = unit.iter().find(|unit| rest.starts_with(**unit) && !tail.starts_with(**unit)).map_or(0, |unit| unit.len());
    // `about 40 minutes or so`: a noun may stand between.
    let noun = rest.find(tail).filter(|at| *at <= 16 && rest[..*at].chars().all(|c| c.is_ascii_alphabetic() || c == ' '));
    let noun = noun.filter(|_| tail.starts_with(' ')).map(|at| to + at);
    let ends = [Some(to + unit), Some(figure.span.end), noun];
    let ends = ends.into_iter().flatten();
    let end = ends.into_iter().find_map(|end| {
        let rest = page.text.get(end..)?;
        let behind = rest.trim_start_matches(' ');
        let (gap, wanted) = (rest.len() - behind.len(), tail.trim_start());
        let other = tail == "多" && behind.starts_with("多数") || tail == "กว่า" && gap > 0;
        (behind.starts_with(wanted) && !other).then_some(end + gap + wanted.len())
    })?;
    let start = from - before;
    Some((start..end, head, tail))
}

/// `减少3倍`, `fell by three times`: nothing can fall by more than all of it.
fn fall(page: &Page<'_>, figure: &Figure) -> Option<Fault> {
    if figure.quantity.kind != Kind::Multiple || figure.quantity.amount.value()?.is_sign_negative() {
        return None;
    }
    let words = page.words(figure);
    let head = page.before(figure.span.start).trim_end();
    let falls = FALLS.iter().any(|fall| words.starts_with(fall) || head.ends_with(fall))
        || FALLS_ENGLISH.iter().any(|fall| head.strip_suffix(" by").unwrap_or_default().ends_with(fall));
    let to = head.ends_with("เหลือ") || head.ends_with("到") || head.ends_with("至") || head.ends_with("为");
    (falls && !to).then(|| {
        Fault::new(
            Code::WordingFalse,
            figure.span.clone(),
            format!("nothing can fall by `{words}`: say to which part of it"),
        )
    })
}
