//! What a reader gets of a page that somebody else made.
//!
//! In: a web page, or the bytes of a PDF. Out: its texts in reading order, without those of attributes and for machines. What can
//! go wrong: a PDF that cannot be read, with the reason.

use super::locate::Locator;
use super::pdf::foreign;
use super::{html, pdf};
use crate::format::pdf::fonts;
use crate::model::print::Print;
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
        Self { texts: pieces.into_iter().filter(|piece| !piece.attribute).map(|piece| piece.text.into_owned()).collect() }
    }

    /// The texts of a PDF: one of this program is read by its structure, any other as its pages draw it.
    ///
    /// # Errors
    /// The reason why it cannot be read.
    pub fn of_pdf(bytes: &[u8]) -> Result<Self, String> {
        let models: Vec<_> = fonts::faces(&Print::default()).into_iter().map(pdf::Model::new).collect();
        let reading = pdf::read(bytes, &models);
        if reading.wrong.is_empty() {
            let blocks = reading.blocks.into_iter().filter(|block| !block.heard);
            return Ok(Self { texts: blocks.map(|block| block.text.replace('\u{ad}', "")).collect() });
        }
        let lines = foreign::lines(bytes)?;
        if !lines.iter().any(|line| line.chars().any(char::is_alphanumeric)) {
            return Err("a PDF without a text that can be read".to_owned());
        }
        Ok(Self { texts: paragraphs(lines.iter().map(String::as_str)) })
    }

    /// The texts, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(String::as_str)
    }

    /// The bytes of a web page that a span of one of its texts was read from; `None` if they cannot be found.
    pub fn locate(&self, page: &str, text: usize, span: &Range<usize>) -> Option<Range<usize>> {
        Locator::new(page, self.texts.iter().map(|text| (text.as_str(), false))).locate(text, span)
    }
}

/// The lines of a page, joined where one fills its measure and ends no sentence; an empty one ends a paragraph.
fn paragraphs<'l>(lines: impl Iterator<Item = &'l str>) -> Vec<String> {
    // In letters of the Latin alphabet; Chinese and its signs are twice as wide.
    const FULL: usize = 45;
    let wide = |c: char| if matches!(c, '\u{2e80}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}') { 2 } else { 1 };
    let mut paragraphs: Vec<String> = Vec::new();
    let mut is_new = true;
    for line in lines {
        if line.is_empty() {
            is_new = true;
            continue;
        }
        let goes_on = |last: &&mut String| {
            last.chars().map(wide).sum::<usize>() >= FULL && !last.ends_with(['.', '!', '?', '。', '！', '？', ':'])
        };
        let last = paragraphs.last_mut().filter(|_| !is_new);
        is_new = false;
        match last.filter(goes_on) {
            Some(last) => {
                let is_spaced = last.ends_with(|c: char| c.is_ascii()) || line.starts_with(|c: char| c.is_ascii());
                last.push_str(if is_spaced { " " } else { "" });
                last.push_str(line);
            }
            None => paragraphs.push(line.to_owned()),
        }
    }
    paragraphs
}
