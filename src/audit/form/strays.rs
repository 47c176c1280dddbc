//! Numbers that belong to no sentence: identifiers in prose, the number of a page behind a title.

use super::Page;
use crate::audit::Fault;
use crate::diagnostic::Code;
use crate::model::{Figure, Kind};
use std::collections::BTreeSet;

/// `…? 152679 We work …`: a long number without separators that counts nothing.
pub fn identifiers(page: &Page<'_>) -> Vec<Fault> {
    let bare = page.claims().filter(|(_, figure)| {
        let core = &page.text[figure.core.clone()];
        let kind = figure.quantity.kind == Kind::Count && figure.quantity.hedge.is_none();
        kind && figure.span == figure.core && core.len() >= 5 && core.bytes().all(|byte| byte.is_ascii_digit())
    });
    let strays = bare.filter(|(_, figure)| counts_nothing(page, figure));
    let fault = |(_, figure): (usize, &Figure)| {
        let message = format!("`{}` counts nothing", page.words(figure));
        Fault::new(Code::IdentifierStray, figure.span.clone(), message).expect("")
    };
    strays.map(fault).collect()
}

/// Whether a sentence ends before a number and another begins behind it.
fn counts_nothing(page: &Page<'_>, figure: &Figure) -> bool {
    let (head, tail) = (page.before(figure.span.start), page.after(figure.span.end));
    let stem = head.trim_end();
    let ends = match page.language.tag {
        "th" => stem.ends_with(['?', '!', '”']) || QUESTIONS.iter().any(|end| stem.ends_with(end)),
        _ => stem.is_empty() && !tail.trim().is_empty() || stem.ends_with(['?', '!', '.', '。', '？', '！', '”']),
    };
    let begins = match page.language.tag {
        "en" => tail.trim_start().starts_with(char::is_uppercase),
        "th" => tail.starts_with(' ') && !CLASSIFIERS.iter().any(|word| tail.trim_start().starts_with(word)),
        _ => tail.starts_with(' ') || tail.starts_with(char::is_uppercase),
    };
    ends && begins
}

/// How Thai questions end, which have no mark.
const QUESTIONS: &[&str] = &["หรือไม่", "หรือยัง", "ไหม"];

/// Thai words of counting.
const CLASSIFIERS: &[&str] =
    &["คน", "ราย", "บาท", "แห่ง", "ครั้ง", "ชิ้น", "ล้าน", "พัน", "แสน", "ดอลลาร์", "ตัว", "เครื่อง", "ประเทศ", "กิโล"];

/// A title that is repeated with a number behind it: that of a page, or of a picture.
pub fn repeated_titles(page: &Page<'_>) -> Vec<Fault> {
    let letters = |line: &str| line.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let mut titles: BTreeSet<String> = BTreeSet::new();
    let mut faults = Vec::new();
    for (place, line) in page.lines() {
        let trimmed = line.trim_end();
        let title = trimmed.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = trimmed.len() - title.len();
        let known = letters(title);
        if (1..=2).contains(&digits) && title.ends_with(' ') && known.chars().count() >= 8 && titles.contains(&known) {
            let span = place.start + title.len()..place.start + trimmed.len();
            let message = format!("`{}` stands behind a title that is repeated", &page.text[span.clone()]);
            faults.push(Fault::new(Code::IdentifierStray, span, message).expect(""));
        }
        if !trimmed.is_empty() {
            titles.insert(letters(trimmed));
        }
    }
    faults
}
