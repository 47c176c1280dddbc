//! How near something stands to a figure: in letters, with a clause's end counting for many and another figure between for more.

use super::Side;
use crate::model::Kind;
use std::ops::Range;

/// What a break between two clauses counts, in letters of English.
const CLAUSE: i64 = 20;
const SENTENCE: i64 = 80;

/// Words that begin a clause without a mark before them.
const CONJUNCTIONS: [&str; 20] = [
    " and ",
    " but ",
    " while ",
    " whereas ",
    " against ",
    " versus ",
    "และ",
    "ส่วน",
    "ขณะที่",
    "แต่",
    "ในขณะที่",
    "เทียบกับ",
    "กับ",
    "而",
    "和",
    "但",
    "与",
    "以及",
    "则",
    "或",
];

/// How near a place is to a figure: 100 beside it, 0 from afar. `other` is the figure with which it might have changed places.
pub fn nearness(side: &Side<'_>, place: &Range<usize>, figure: usize, other: usize) -> i64 {
    let (span, other) = (&side.figures[figure].span, &side.figures[other].span);
    let between = if place.end <= span.start { place.end..span.start } else { span.end..place.start };
    let Some(text) = side.text.get(between.clone()) else { return 100 };
    let crossed = between.start <= other.start && other.end <= between.end;
    let cost = letters(side.language.tag, text) + breaks(side.language.tag, text) + if crossed { CLAUSE } else { 0 };
    1000 / (10 + cost + against_the_grain(side, figure, place.start >= span.end, text))
}

/// What is counted stands behind its number in English and Chinese; in Thai before it, and its classifier directly behind.
fn against_the_grain(side: &Side<'_>, figure: usize, behind: bool, between: &str) -> i64 {
    const TURNED: i64 = 15;
    let turned = match side.language.tag {
        "th" => behind && between.chars().count() > 1,
        _ => !behind,
    };
    if turned && side.figures[figure].quantity.kind == Kind::Count { TURNED } else { 0 }
}

/// The letters of English that a text of a language is as long as.
fn letters(tag: &str, text: &str) -> i64 {
    let count = text.chars().count() as i64;
    if tag == "zh-Hans" { count * 3 } else { count }
}

/// What the ends of clauses and sentences in a text count.
fn breaks(tag: &str, text: &str) -> i64 {
    let clauses = text.matches(['，', ',', '、', '（', '(', '）', ')', ':', '：', '—', '–']).count();
    let sentences = text.matches(['。', '；', ';', '！', '？', '\n']).count() + text.matches(". ").count();
    let conjunctions = CONJUNCTIONS.iter().filter(|word| text.contains(**word)).count();
    let spaces = if tag == "th" { text.trim().matches(' ').count() as i64 * 6 } else { 0 };
    (clauses + conjunctions) as i64 * CLAUSE + sentences as i64 * SENTENCE + spaces
}
