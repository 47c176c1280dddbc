//! Figures that somebody typed in a text: digits of any script, and whatever the language reads as a quantity.
//!
//! In: a piece of running text (Markdown). Out: the bytes of each figure in it. No figures are the markers of a numbered list,
//! addresses, and digits that stand in a name beside Latin letters, such as B2B.

use crate::figure::Language;
use crate::figure::numeric::{is_numeric, next_numeric};
use std::ops::Range;

/// The figures of a text, in order and without overlap.
pub fn typed(text: &str, language: Option<&'static Language>) -> Vec<Range<usize>> {
    let read = language.map(|language| language.read(text)).unwrap_or_default();
    let read = read.into_iter().filter(|figure| figure.is_claim()).map(|figure| figure.span);
    let mut spans: Vec<_> = read.chain(runs(text)).collect();
    if spans.is_empty() {
        return spans;
    }
    let addresses = addresses(text);
    spans.retain(|span| !addresses.iter().any(|address| address.start < span.end && span.start < address.end));
    spans.sort_by_key(|span| (span.start, span.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

/// Runs of digits with the separators between them and a percent sign behind.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(start) = next_numeric(text, at) {
        at = run_end(text, start);
        let before = text[..start].chars().next_back();
        let after = text[at..].chars().next();
        let reference = text[..start].ends_with("&#") || text[..start].ends_with("&#x") || text[..start].ends_with("&#X");
        let in_name = [before, after].into_iter().flatten().any(|c| c.is_ascii_alphabetic()) && !reference;
        if !in_name && !is_list_marker(text, start, at) {
            let sign = text[at..].chars().next().filter(|c| matches!(c, '%' | '％' | '‰'));
            at += sign.map_or(0, char::len_utf8);
            runs.push(start..at);
        }
    }
    runs
}

/// The end of the run of digits that begins at `start`, over separators between two digits.
fn run_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text[start..].char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let joins = matches!(c, '.' | ',' | '/' | ':' | '\u{2009}' | '\u{202F}' | '\u{A0}');
        if is_numeric(c) {
            end = start + at + c.len_utf8();
        } else if !joins || !rest.peek().is_some_and(|(_, next)| is_numeric(*next)) {
            break;
        }
    }
    end
}

/// Whether the digits number an item of a list: `1. ` or `1) ` at the start of a line.
fn is_list_marker(text: &str, start: usize, end: usize) -> bool {
    let first = text[..start].chars().rev().find(|c| !matches!(c, ' ' | '>'));
    let behind = &text[end..];
    let marked = ['.', ')']
        .iter()
        .any(|mark| behind.strip_prefix(*mark).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n'])));
    first.is_none_or(|c| c == '\n') && marked && text[start..end].bytes().all(|byte| byte.is_ascii_digit())
}

/// The addresses of links, and bare ones, in order.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let openings = ["](", "https://", "http://"].into_iter().flat_map(|opening| text.match_indices(opening));
    let mut starts: Vec<_> = openings.map(|(start, opening)| (start, start + opening.len())).collect();
    starts.sort_unstable();
    let mut addresses: Vec<Range<usize>> = Vec::new();
    for (start, body) in starts {
        if addresses.last().is_none_or(|last| last.end <= start) {
            let ends = |c: char| c == ')' || c == '>' || c.is_whitespace();
            addresses.push(start..body + text[body..].find(ends).unwrap_or(text.len() - body));
        }
    }
    addresses
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        typed(text, None).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn digits_of_every_script_are_figures() {
        assert_eq!(found("ลูกค้าร้อยละ ๘๘ และ 1,000.5 ราย"), ["๘๘", "1,000.5"]);
        assert_eq!(found("从３１％增至60%，½，②"), ["３１％", "60%", "½", "②"]);
        assert_eq!(found("open 24/7, at 10:30."), ["24/7", "10:30"]);
        assert_eq!(found("&#56;&#x38;"), ["56", "38"]);
    }

    #[test]
    fn names_addresses_and_list_markers_are_none() {
        assert_eq!(found("B2B and 5G, MP3, Z 世代"), Vec::<&str>::new());
        assert_eq!(found("see [here](https://x.example/2022/05) or https://x.example/7?p=8 now"), Vec::<&str>::new());
        assert_eq!(found("1. one\n    2) two\n> 3. three"), Vec::<&str>::new());
        assert_eq!(found("about 1.\nin 2."), ["1", "2"]);
    }
}
