//! Numbers that number the text itself: list markers and the numbers of headings, at the beginning of a line.

use crate::model::{Amount, Figure, Kind, Quantity, Role};
use rust_decimal::Decimal;

/// Marks a figure that is a list marker or the number of a heading, and widens its span over the marker.
pub fn mark(text: &str, figure: &mut Figure) {
    let Quantity { kind: Kind::Count, amount: Amount::Value(value), hedge: None, .. } = figure.quantity else { return };
    let head = &text[..figure.span.start];
    // Only the marks before the figure are looked at, so that a long line is not searched for its beginning.
    let opener = ["(", "（"].iter().find(|opener| head.ends_with(**opener)).map_or(0, |opener| opener.len());
    let line = head[..head.len() - opener].trim_end_matches([' ', '\t', '#', '*', '>', '\u{a0}', '\u{3000}']);
    let (first, bracketed) = (line.is_empty() || line.ends_with('\n'), opener > 0);
    let rest = &text[figure.span.end..];
    if !first || value > Decimal::from(999) || value.is_sign_negative() {
        return;
    }
    let marker = if bracketed {
        rest.chars().next().filter(|mark| matches!(mark, ')' | '）')).map(char::len_utf8)
    } else {
        list_marker(rest)
    };
    if let Some(marker) = marker {
        figure.span = figure.span.start - opener..figure.span.end + marker;
    } else if bracketed || value.scale() != 1 || !is_heading(rest) {
        return;
    }
    figure.role = Role::Structural;
    figure.quantity = Quantity::new(Kind::Ordinal, figure.quantity.amount);
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
