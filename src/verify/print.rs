//! A printed document as what was read of it, so that its figures are proven exactly as those of web pages are.
//!
//! In: the bytes of a PDF. Out: its texts as pieces, lines joined, each with its page. What can go wrong is in the reading.

use super::pdf;
use super::reading::{Mark, Means, Piece, Reading};
use crate::diagnostic::Finding;
use crate::model::Document;
use std::borrow::Cow;
use std::rc::Rc;
use std::str::Utf8Error;

/// A hyphen that a line end gave a word; no reader gets it elsewhere.
const SOFT_HYPHEN: char = '\u{ad}';

/// Reads a finished document.
pub(super) fn read_document<'p>(
    document: &'p Document,
    _: Result<&'p str, Utf8Error>,
    means: &Means<'_>,
) -> Result<Reading<'p>, Box<Finding>> {
    let pdf::Reading { blocks, wrong } = pdf::read(&document.bytes, &means.faces);
    Ok(Reading { pieces: blocks.into_iter().map(piece).collect(), differing: wrong, binary: true, ..Reading::default() })
}

/// A block of a document as a piece of text.
fn piece(block: pdf::Block) -> Piece<'static> {
    let clean = |text: &str| text.replace(SOFT_HYPHEN, "");
    let place = |at: usize| clean(&block.text[..at]).len();
    let text = clean(&block.text);
    let end = text.trim_end().len();
    let mark = |mark: pdf::Mark| Mark {
        span: place(mark.span.start).min(end)..place(mark.span.end).min(end),
        element: mark.id.into(),
        valueless: true,
        dagger: mark.words,
        hrefs: mark.href.into_iter().map(Cow::Owned).collect(),
        in_link: mark.in_link,
        page: mark.page.map(|page| page + 1),
        ..Mark::default()
    };
    let marks = block.marks.iter().cloned().map(mark).collect();
    let page = block.page.map(|page| page + 1);
    Piece {
        text: text[..end].to_owned().into(),
        marks,
        attribute: block.heard,
        place: Some(page.map_or_else(|| "beside the pages".to_owned(), |page| format!("page {page}"))),
        page,
        lang: block.lang.as_deref().map(Rc::from),
        row: block.row.as_deref().map(|row| clean(row).into()),
        ..Piece::default()
    }
}
