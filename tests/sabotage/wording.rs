//! Garbles that page and ledger share, as if the locale's own wording were wrong: what reads the page must tell by itself.

use super::pages::{Spot, splice, text_of};
use numerate::model::Document;
use numerate::model::ledger::Line;
use std::sync::Arc;

/// Garbles that may leave the meaning as it was when nobody says how a figure was to be spelled.
pub const KEEPS_MEANING: &[&str] = &["letter of a word dropped"];

/// The document in which a stat's figure is printed as `text`, its ledger included.
pub fn reworded(document: &Document, spot: &Spot, text: &str) -> Option<Document> {
    let entry = spot.entry?;
    document.figures[entry].quantity?;
    let mut garbled = document.clone();
    garbled.bytes = splice(text_of(document), spot.text.clone(), &spot.escape.write(text)).into_bytes();
    garbled.figures[entry].text = text.into();
    let old = match document.figures[entry].line.clone()? {
        Line::Whole(line) | Line::Part(line) => line,
        Line::Fact(_) => return None,
    };
    let new: Arc<str> = reworded_line(document, entry, &old, text)?.into();
    for figure in &mut garbled.figures {
        match &mut figure.line {
            Some(Line::Whole(line) | Line::Part(line)) if Arc::ptr_eq(line, &old) => *line = Arc::clone(&new),
            _ => {}
        }
    }
    // The row says it, too.
    let row = document.figures[entry].row.clone();
    garbled.figures.iter_mut().filter(|figure| figure.row == row).for_each(|figure| figure.row = None);
    Some(garbled)
}

/// The line with the text in place of one of its figures.
fn reworded_line(document: &Document, entry: usize, line: &Arc<str>, text: &str) -> Option<String> {
    let mut at = 0;
    for (index, figure) in document.figures.iter().enumerate() {
        let shares = matches!(&figure.line, Some(Line::Whole(other) | Line::Part(other)) if Arc::ptr_eq(other, line));
        if !shares {
            continue;
        }
        let start = at + line[at..].find(&*figure.text)?;
        at = start + figure.text.len();
        if index == entry {
            return Some(splice(line, start..at, text));
        }
    }
    None
}
