//! A figure in words at the start of a sentence begins with a capital: "Nearly nine in ten say …".
//!
//! In: a body. Out: the same, the figures that begin a line or a sentence with their first letter in upper case, in languages
//! that have it. Nothing can go wrong: where it is not sure that a sentence begins, the figure stays as it is.

use crate::model::Body;
use crate::model::body::{Block, Inline, Origin};

/// Gives the figures of a body their capitals.
pub fn capitalise(body: &mut Body) {
    let mut first = Vec::new();
    blocks(&body.blocks, body, &mut first);
    for position in first {
        let figure = &mut body.figures[position];
        let begin = figure.text.chars().next().filter(|c| c.is_lowercase() && matches!(figure.origin, Origin::Stat(_)));
        if let Some(begin) = begin {
            figure.text = begin.to_uppercase().chain(figure.text.chars().skip(1)).collect::<String>().into();
        }
    }
}

/// Collects the figures that begin a sentence.
fn blocks(list: &[Block], body: &Body, first: &mut Vec<usize>) {
    for block in list {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => line(inlines, body, first),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, body, first)),
            Block::Quote(inner) => blocks(inner, body, first),
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| line(cell, body, first));
            }
            Block::Chart(_) | Block::Rule => {}
        }
    }
}

fn line(inlines: &[Inline], body: &Body, first: &mut Vec<usize>) {
    let mut before = String::new();
    within(inlines, body, &mut before, first);
}

fn within(inlines: &[Inline], body: &Body, before: &mut String, first: &mut Vec<usize>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => before.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { inlines: inner, .. } => {
                within(inner, body, before, first);
            }
            Inline::Break => before.push(' '),
            Inline::Figure(position) => {
                if begins_sentence(before) {
                    first.push(*position);
                }
                before.push_str(&body.figures[*position].text);
            }
        }
    }
}

/// Whether a sentence begins behind a text: at the start of a line, and behind a full stop that ends no abbreviation.
fn begins_sentence(before: &str) -> bool {
    let opening = |c: char| matches!(c, '“' | '‘' | '"' | '\'' | '(' | '[');
    let text = before.trim_end_matches(opening);
    let ended = text.trim_end();
    if ended.is_empty() {
        return true;
    }
    if ended.len() == text.len() {
        return false; // No space behind what may be its end.
    }
    let ended = ended.trim_end_matches(['”', '’', '"', '\'', ')', ']']);
    match ended.chars().next_back() {
        Some('!' | '?') => true,
        Some('.') => {
            let word = ended[..ended.len() - 1].rsplit(|c: char| c.is_whitespace() || opening(c)).next().unwrap_or_default();
            word.chars().count() > 1 && !word.contains('.') && !ABBREVIATIONS.contains(&word)
        }
        _ => false,
    }
}

/// Words that end in a full stop in the middle of a sentence.
const ABBREVIATIONS: &[&str] = &[
    "approx", "ca", "cf", "co", "Co", "Corp", "Dr", "est", "etc", "fig", "Inc", "Jr", "Ltd", "max", "min", "Mr", "Mrs",
    "Ms", "No", "no", "Prof", "resp", "St", "vs",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_begin_behind_full_stops_that_end_them() {
        for begins in ["", "“", "They left. ", "They left.” ", "Did they? ", "They left. (", "It was 1998. "] {
            assert!(begins_sentence(begins), "{begins}");
        }
        for goes_on in ["They left, ", "in the U.S. ", "approx. ", "e.g. ", "They left.", "with ", "a. ", "ลูกค้า "]
        {
            assert!(!begins_sentence(goes_on), "{goes_on}");
        }
    }
}
