//! Pieces of markup that stand as numbers, and letters that stand for digits.
//!
//! In: a text. Out: the places of such debris, in order. Nothing can go wrong.

use std::ops::Range;

/// Entities that stand in a text as characters, beside those with numbers.
const NAMED: [&str; 9] = ["&nbsp;", "&percnt;", "&amp;", "&quot;", "&thinsp;", "&ndash;", "&mdash;", "&lt;", "&gt;"];

/// Words behind a number that is no measure.
const SCALES: [&str; 9] = ["million", "billion", "trillion", "%", "ล้าน", "พันล้าน", "万", "亿", "percent"];

/// Numbers in which an `O`, an `l` or an `I` stands for a digit: `6,7OO`, `l2`, `2O22`.
pub fn look_alikes(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, ',' | '.');
    let starts = text.char_indices().filter(move |(at, c)| part(*c) && !text[..*at].ends_with(part));
    let tokens = starts.map(move |(start, _)| {
        let length = text[start..].find(|c: char| !part(c)).unwrap_or(text.len() - start);
        start..start + text[start..start + length].trim_end_matches([',', '.']).len()
    });
    tokens.filter(|span| {
        let token = &text[span.clone()];
        let digits = token.bytes().filter(u8::is_ascii_digit).count();
        let letters = token.bytes().filter(u8::is_ascii_alphabetic).count();
        let alike = token.bytes().filter(|byte| matches!(byte, b'O' | b'o' | b'l' | b'I')).count();
        // `64l` is a measure, `$64l`, `64l million` and `202l` are not.
        let (head, rest) = (&text[..span.start], text[span.end..].trim_start());
        let is_amount =
            head.ends_with(['$', '€', '£', '¥', '￥', '.']) || SCALES.iter().any(|scale| rest.starts_with(scale));
        let is_year = token.len() == 4 && ["19", "20", "25"].iter().any(|century| token.starts_with(century));
        let unit = letters == 1 && token.ends_with(['l', 'o']) && !is_amount && !is_year;
        digits >= 2 && letters == alike && alike > 0 && !unit
            || digits == 1 && letters == 1 && is_percent(text, span.end, alike)
    })
}

/// Whether a percent sign follows a number of one digit and one look-alike.
fn is_percent(text: &str, end: usize, alike: usize) -> bool {
    alike == 1 && text[end..].starts_with(['%', '％'])
}

/// The residues of a text: named entities, and numeric ones with or without their head: `&#37;`, `#39;`, `039;`, `&#x25;`.
pub fn residues(text: &str) -> Vec<Range<usize>> {
    const LONGEST: usize = 10;
    let mut found = Vec::new();
    for (end, _) in text.match_indices(';') {
        let start = text.ceil_char_boundary(end.saturating_sub(LONGEST));
        let head = &text[start..end];
        let named = NAMED.iter().find(|entity| head.ends_with(&entity[..entity.len() - 1]));
        let length = named.map(|entity| entity.len() - 1).or_else(|| numeric(head));
        found.extend(length.map(|length| end - length..end + 1));
    }
    found
}

/// The length of the head of a numeric entity at the end of a text.
fn numeric(head: &str) -> Option<usize> {
    let digits = head.bytes().rev().take_while(u8::is_ascii_hexdigit).count();
    let (before, number) = head.split_at(head.len() - digits);
    let decimal = number.bytes().all(|byte| byte.is_ascii_digit());
    let marks = ["&#x", "#x", "&#", "#"].iter().find(|mark| before.ends_with(**mark) && (decimal || mark.contains('x')));
    match marks {
        Some(mark) if digits >= 2 => Some(mark.len() + digits),
        // `52,000;` is a number.
        None if decimal && digits == 3 && number.starts_with('0') && !before.ends_with([',', '.']) => Some(digits),
        _ => None,
    }
}
