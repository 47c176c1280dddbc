//! Finds the figures of a file whose format has no elements for them, such as Markdown, in the lines of text that its reader found.
//!
//! In: pieces of text in reading order, and the ledger. Out: the pieces, with the figures of each text of the ledger marked in the
//! piece that says just this text, apart from the mark † of unverified figures, which its reader has taken out. A text that is not
//! there, or not in its order, is left alone: its figures are then missed, and whatever stands in its place has no source.

use super::plain::squeeze;
use super::reading::{Mark, Piece};
use crate::format::markdown::UNVERIFIED;
use crate::model::ledger::{LedgerFigure, Line};
use std::ops::Range;
use std::sync::Arc;

/// Marks the figures of the ledger in the pieces.
pub(super) fn mark<'p>(pieces: &mut [Piece<'p>], ledger: &'p [LedgerFigure]) {
    let mut at = 0;
    for figures in ledger.chunk_by(stand_together) {
        let Some(Line::Whole(line) | Line::Part(line)) = &figures[0].line else { continue };
        let line = unmarked(&squeeze(line)).0;
        let says = |piece: &Piece<'_>| !piece.attribute && piece.text == line;
        if let Some(ahead) = pieces[at..].iter().position(says) {
            mark_in(&mut pieces[at + ahead], figures);
            at += ahead + 1;
        }
    }
}

/// A line without the marks † that cling to what is before them, and where those stood.
pub(super) fn unmarked(line: &str) -> (String, Vec<usize>) {
    let (mut text, mut marks) = (String::with_capacity(line.len()), Vec::new());
    for character in line.chars() {
        match character {
            UNVERIFIED if !text.is_empty() && !text.ends_with(char::is_whitespace) => marks.push(text.len()),
            other => text.push(other),
        }
    }
    (text, marks)
}

/// Whether two figures stand in one text, and not in two that say the same.
fn stand_together(a: &LedgerFigure, b: &LedgerFigure) -> bool {
    match (&a.line, &b.line) {
        (Some(Line::Whole(a) | Line::Part(a)), Some(Line::Whole(b) | Line::Part(b))) => Arc::ptr_eq(a, b),
        _ => false,
    }
}

/// Marks figures in the piece of their text, one behind the other.
fn mark_in<'p>(piece: &mut Piece<'p>, figures: &'p [LedgerFigure]) {
    let mut from = 0;
    for figure in figures {
        let Some(span) = find(&piece.text, from, &squeeze(&figure.text)) else { continue };
        from = span.end;
        let element = figure.element.as_str().into();
        piece.marks.push(Mark { span, element, valueless: true, in_link: true, ..Mark::default() });
    }
}

/// Where a figure stands first from a place on; not within another number or word, unless it stands nowhere else.
fn find(text: &str, from: usize, figure: &str) -> Option<Range<usize>> {
    let places = || text[from..].match_indices(figure).map(|(start, _)| from + start..from + start + figure.len());
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_alone = |place: &Range<usize>| {
        !touches(text[..place.start].chars().next_back()) && !touches(text[place.end..].chars().next())
    };
    places().find(is_alone).or_else(|| places().next())
}
