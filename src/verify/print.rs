//! A printed document as a page, so that its figures are proven exactly as those of web pages are.
//!
//! In: what was read of a PDF. Out: its blocks as those of a page, and what was read as one text, at which findings can point.

use super::page::{Block, Mark, Page};
use super::pdf;
use std::ops::Range;
use std::rc::Rc;

/// A hyphen that a line end gave a word; no reader gets it elsewhere.
const SOFT_HYPHEN: char = '\u{ad}';

/// A document, read.
pub(super) struct Print {
    pub page: Page,
    /// What is wrong with the file itself.
    pub wrong: Vec<String>,
    /// The texts of the blocks, a line each.
    pub text: String,
    /// Where each block begins in the text.
    starts: Vec<usize>,
    /// The page of each block, from 1.
    pages: Vec<Option<usize>>,
    /// The page of each figure element, from 1, by its id.
    figures: Vec<(String, usize)>,
}

impl Print {
    /// The document as it was read.
    pub fn new(reading: pdf::Reading) -> Self {
        let mut print = Self {
            page: Page::default(),
            wrong: reading.wrong,
            text: String::new(),
            starts: Vec::new(),
            pages: Vec::new(),
            figures: Vec::new(),
        };
        for block in reading.blocks {
            let figures = block.marks.iter().filter_map(|mark| Some((mark.id.clone(), mark.page? + 1)));
            print.figures.extend(figures);
            print.pages.push(block.page.map(|page| page + 1));
            let block = as_block(block);
            print.starts.push(print.text.len());
            print.text.push_str(&block.text);
            print.text.push('\n');
            print.page.blocks.push(block);
        }
        print
    }

    /// The bytes of a part of a block in the text.
    pub fn span(&self, block: usize, span: &Range<usize>) -> Range<usize> {
        self.starts[block] + span.start..self.starts[block] + span.end
    }

    /// The page of a figure element, from 1.
    pub fn page_of(&self, element: &str) -> Option<usize> {
        self.figures.iter().find(|(id, _)| id == element).map(|(_, page)| *page)
    }

    /// The page of a block, from 1; none for what stands beside the pages.
    pub fn page_of_block(&self, block: usize) -> Option<usize> {
        self.pages.get(block).copied().flatten()
    }
}

/// A block of a document as one of a page: lines joined, labels of lists left out, elements without a value of their own.
fn as_block(block: pdf::Block) -> Block {
    let clean = |text: &str| text.replace(SOFT_HYPHEN, "");
    let place = |at: usize| clean(&block.text[..at]).len();
    let text = clean(&block.text);
    let end = text.trim_end().len();
    let mark = |mark: pdf::Mark| Mark {
        span: place(mark.span.start).min(end)..place(mark.span.end).min(end),
        element: mark.id,
        bare: true,
        dagger: mark.words,
        hrefs: mark.href.into_iter().collect(),
        in_link: mark.in_link,
        ..Mark::default()
    };
    let marks = block.marks.iter().cloned().map(mark).collect();
    Block {
        text: text[..end].to_owned(),
        marks,
        attribute: block.heard,
        lang: block.lang.as_deref().map(Rc::from),
        ..Block::default()
    }
}
