//! What a reader gets of a page that somebody else made.
//!
//! In: a web page, or the bytes of a PDF. Out: its texts in reading order, without those of attributes and for machines. What can
//! go wrong: a PDF that cannot be read, with the reason.

use super::reading::Piece;
use super::{html, locate, pdf};
use crate::format::pdf::fonts;
use std::ops::Range;

/// The texts of a page.
#[derive(Debug)]
pub struct Texts {
    texts: Vec<String>,
}

impl Texts {
    /// The texts of a web page. HTML has no errors, only other trees.
    pub fn of_html(page: &str) -> Self {
        let pieces = html::read(page, &html::Sheets::default()).pieces;
        Self { texts: pieces.into_iter().filter(|piece| !piece.attribute).map(|piece| piece.text).collect() }
    }

    /// The texts of a PDF: of its structure tree if it has one, else what its pages draw.
    ///
    /// # Errors
    /// The reason why it cannot be read.
    pub fn of_pdf(bytes: &[u8]) -> Result<Self, String> {
        let blocks = pdf::read(bytes, &fonts::faces()).blocks.into_iter().filter(|block| !block.heard);
        let texts: Vec<String> = blocks.map(|block| block.text.replace('\u{ad}', "")).collect();
        if texts.iter().any(|text| !text.trim().is_empty()) {
            return Ok(Self { texts });
        }
        let document = lopdf::Document::load_mem(bytes).map_err(|error| format!("not a PDF that can be read: {error}"))?;
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        let text = document.extract_text(&pages).map_err(|error| format!("a PDF whose text cannot be read: {error}"))?;
        let texts: Vec<String> = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
        if texts.is_empty() { Err("a PDF without text".to_owned()) } else { Ok(Self { texts }) }
    }

    /// The texts, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str)
    }

    /// The bytes of a web page that a span of one of its texts was read from; `None` if they cannot be found.
    pub fn locate(&self, page: &str, text: usize, span: &Range<usize>) -> Option<Range<usize>> {
        let pieces: Vec<Piece> = self.texts.iter().map(|text| Piece { text: text.clone(), ..Piece::default() }).collect();
        locate::locate(page, &pieces, text, span)
    }
}
