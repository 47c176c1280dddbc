//! Whether a figure stands where it belongs: in its own text, and in the `<time>` that declares its day.

use super::figures::{Claimed, overlap};
use super::plain;
use super::reading::{Ids, Mark, Piece, Reading};
use crate::model::ledger::{Fact, LedgerFigure, Line};
use crate::model::{Figure, Kind};
use std::ops::Range;

/// The first figure of a piece that is meant to stand in another text, with that text.
pub(super) fn astray<'a>(
    piece: &Piece<'_>,
    reading: &Reading<'_>,
    figures: impl Iterator<Item = (&'a Claimed, &'a LedgerFigure)>,
) -> Option<(&'a Claimed, &'a str)> {
    let text = piece.text.as_ref();
    let mut last: Option<&Line> = None;
    for (claimed, figure) in figures {
        // A cell of another row, or beside its own, or below another head, says another thing, be it with the same words.
        if let (Some(row), Some(stands)) = (&figure.row, piece.row)
            && !is_row(row, reading, stands)
        {
            return Some((claimed, row));
        }
        if figure.line.is_none() && figure.quantity.is_none() && !figure.element.is_empty() && is_stuck(text, &claimed.span)
        {
            return Some((claimed, &figure.text));
        }
        // The figures of a paragraph share its text; what is said of one source or stat may stand in several places.
        if !matches!(figure.line, Some(Line::Fact(_))) && last == figure.line.as_ref() {
            continue;
        }
        last = figure.line.as_ref();
        let (fits, line) = match last {
            None => continue,
            Some(Line::Whole(line)) => (is_same(text, line), line),
            Some(Line::Part(line)) => (has_part(text, line, figure), line),
            Some(Line::Fact(fact)) if stands(piece, &reading.ids, fact, &claimed.span) => continue,
            Some(Line::Fact(_)) => return Some((claimed, &figure.text)),
        };
        if !fits {
            return Some((claimed, line));
        }
    }
    None
}

/// Whether a letter or digit touches a stretch of text, or a sign that would make another number of it.
fn is_stuck(text: &str, span: &Range<usize>) -> bool {
    let sticks = |c: char| c.is_alphanumeric() || "%‰％$฿€£¥￥±~≈<>".contains(c);
    text[..span.start].ends_with(sticks) || text[span.end..].starts_with(sticks)
}

/// Whether a text has a part, with nothing beside it that would change its figure.
fn has_part(text: &str, part: &str, figure: &LedgerFigure) -> bool {
    if text == part {
        return true;
    }
    let (text, part) = (plain::squeeze(text), plain::squeeze(part));
    let mut places = text.match_indices(part.as_ref()).map(|(start, part)| start..start + part.len());
    places.any(|place| plain::stands_alone(&text, &place, std::slice::from_ref(figure)))
}

/// Whether a fact stands with what it is said of, and beside nothing but its label and other facts.
fn stands(piece: &Piece<'_>, ids: &Ids<'_>, fact: &Fact, span: &Range<usize>) -> bool {
    let mark = piece.marks.iter().find(|mark| mark.span == *span);
    let is_within = mark.is_some_and(|mark| mark.valueless || ids.around(mark).any(|id| id == fact.within));
    let text = piece.text.as_ref();
    let (mut before, mut after) = (&text[..span.start], &text[span.end..]);
    let known = || fact.beside.iter().filter(|known| !known.is_empty());
    // What has an element here stands nowhere beside it as mere words.
    let is_copy = |place: Range<usize>| {
        let says_it = |mark: &Mark<'_>| text[mark.span.clone()] == text[place.clone()];
        piece.marks.iter().any(says_it) && !piece.marks.iter().any(|mark| overlap(&mark.span, &place))
    };
    // What is known leaves it alone only where white space stands between: `7` beside `7` is 77.
    while before.ends_with(char::is_whitespace)
        && let Some(rest) = known().find_map(|known| before.trim_end().strip_suffix(&**known))
    {
        if is_copy(rest.len()..before.trim_end().len()) {
            return false;
        }
        before = rest;
    }
    while after.starts_with(char::is_whitespace)
        && let Some(rest) = known().find_map(|known| after.trim_start().strip_prefix(&**known))
    {
        if is_copy(text.len() - after.trim_start().len()..text.len() - rest.len()) {
            return false;
        }
        after = rest;
    }
    is_within && plain::is_parted(before.chars().rev()) && plain::is_parted(after.chars())
}

/// Whether two texts are the same but for white space, which a page lays out in its own way.
fn is_same(one: &str, other: &str) -> bool {
    one == other || letters(one).eq(letters(other))
}

/// Whether a row of a file is that text: those of the cells of its head and its own, a `|` behind each.
fn is_row(text: &str, reading: &Reading<'_>, row: usize) -> bool {
    let texts = || {
        let seen = |piece: &&Piece<'_>| !piece.attribute;
        let cells = reading.rows.cells(row, &reading.pieces);
        cells.flat_map(move |cell| cell.iter().filter(seen).map(|piece| piece.text.as_ref()).chain(["|"]))
    };
    // Most often white space is the same, too.
    let rest = texts().try_fold(text, |rest, part| rest.strip_prefix(part));
    rest.is_some_and(str::is_empty) || letters(text).eq(texts().flat_map(letters))
}

/// The bytes of a text but for its white space.
fn letters(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(|byte| !byte.is_ascii_whitespace())
}

/// The `<time>` elements of a piece that declare another day than their text says, or have lost their text.
pub(super) fn days(piece: &Piece<'_>, figures: &[Figure]) -> Vec<(Range<usize>, String)> {
    let wrong = |(span, day): &(Range<usize>, String)| {
        let text = &piece.text[span.clone()];
        if text.is_empty() {
            return Some((span.clone(), format!("a `<time>` declares `{day}` and says nothing")));
        }
        let is_date = day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let digits: String = day.chars().filter(char::is_ascii_digit).collect();
        let read = figures.iter().filter(|figure| overlap(&figure.span, span));
        let mut dates = read.filter(|figure| matches!(figure.quantity.kind, Kind::Date | Kind::Year));
        let differs = |figure: &Figure| figure.quantity.amount.to_string() != digits;
        let differing = dates.by_ref().find(|figure| differs(figure))?;
        let text = &piece.text[differing.span.clone()];
        is_date.then(|| (span.clone(), format!("a `<time>` declares `{day}`, and its text is `{text}`")))
    };
    if piece.times.is_empty() {
        return Vec::new();
    }
    piece.times.iter().filter_map(wrong).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Language;

    #[test]
    fn what_makes_another_number_of_a_literal_sticks_to_it() {
        let sticks = |text: &str| is_stuck(text, &(text.find("one").unwrap()..text.find("star").unwrap() + 4));
        assert!(sticks("rated: %one star") && sticks("one star% of all") && sticks("xone star") && sticks("$one star"));
        assert!(!sticks("rated: one star") && !sticks("(one star)") && !sticks("one star, at most"));
    }

    #[test]
    fn a_day_is_that_of_its_text() {
        let wrong = |text: &str, day: &str| {
            let piece = Piece { text: text.into(), times: vec![(0..text.len(), day.to_owned())], ..Piece::default() };
            !days(&piece, &Language::of("th").unwrap().read(text)).is_empty()
        };
        assert!(!wrong("22 พฤศจิกายน พ.ศ. 2569", "2026-11-22") && !wrong("พ.ศ. 2561", "2018"));
        assert!(wrong("22 พฤศจิกายน พ.ศ. 2569", "2026-11-23") && wrong("พ.ศ. 2561", "2561") && wrong("", "2018"));
    }
}
