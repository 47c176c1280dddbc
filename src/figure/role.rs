//! Numbers that number the text itself: list markers and the numbers of headings, at the beginning of a line.

use crate::model::{Amount, Figure, Kind, Quantity, Role};
use rust_decimal::Decimal;

/// Marks a figure that is a list marker or the number of a heading, and widens its span over the marker.
pub fn mark(text: &str, figure: &mut Figure) {
    let Quantity { kind: Kind::Count, amount: Amount::Value(value), hedge: None, .. } = figure.quantity else { return };
    let head = &text[..figure.span.start];
    let rest = &text[figure.span.end..];
    let bracket = head.strip_suffix('(').or_else(|| head.strip_suffix('（'));
    let bracketed = bracket.is_some();
    if !begins_line(bracket.unwrap_or(head)) || value > Decimal::from(999) || value.is_sign_negative() {
        return;
    }
    let marker = if bracketed {
        rest.chars().next().filter(|mark| matches!(mark, ')' | '）')).map(char::len_utf8)
    } else {
        list_marker(rest)
    };
    if let Some(marker) = marker {
        let opener = head.len() - bracket.unwrap_or(head).len();
        figure.span = figure.span.start - opener..figure.span.end + marker;
    } else if bracketed || !text[figure.core.clone()].contains('.') || value.scale() != 1 || !is_heading(rest) {
        return;
    }
    figure.role = Role::Structural;
    figure.quantity = Quantity::new(Kind::Ordinal, figure.quantity.amount);
}

/// Whether a text ends where a line begins, marks of Markdown aside.
fn begins_line(head: &str) -> bool {
    const MARKS: usize = 24;
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(MARKS))..];
    let line = near.trim_end_matches([' ', '\t', '#', '*', '>', '\u{a0}', '\u{3000}']);
    line.ends_with('\n') || line.is_empty() && near.len() == head.len()
}

/// The length of the mark of a list behind its number: `.` or `)` before a space, `、` or `．` anywhere.
fn list_marker(rest: &str) -> Option<usize> {
    let mark = rest.chars().next()?;
    let spaced = || rest[mark.len_utf8()..].starts_with([' ', '\t', '\u{a0}']);
    match mark {
        '.' | ')' if spaced() => Some(1),
        '、' | '．' | '）' => Some(mark.len_utf8()),
        _ => None,
    }
}

/// Whether what follows a number such as `2.1` is a short line that ends like a title.
fn is_heading(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or("");
    rest.starts_with(' ') && line.len() < 120 && !line.ends_with(['.', '。', '!', '?', ';', ','])
}
