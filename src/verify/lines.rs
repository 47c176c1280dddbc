//! Finds the figures of a file whose format has no elements for them, such as PDF, in the lines of text that its reader found.
//!
//! In: pieces of text with their places, in reading order, and the ledger. Out: the pieces again, those that hold a text of the
//! ledger joined to that text, however many lines and pages it runs over, with its figures marked in it. A text that is not there,
//! or not in its order, is left as it was found: its figures are then missed, and whatever stands in its place has no source.

use super::reading::{Mark, Piece};
use crate::model::ledger::{LedgerFigure, Line};
use std::ops::Range;

/// Joins the pieces in which the texts of the ledger stand, and marks the figures in them.
pub(super) fn mark(pieces: Vec<Piece>, ledger: &[LedgerFigure]) -> Vec<Piece> {
    let stream = Stream::of(&pieces);
    let (mut marked, mut at) = (Vec::new(), 0);
    for figures in ledger.chunk_by(|a, b| a.line == b.line) {
        let Some(Line::Whole(line) | Line::Part(line)) = &figures[0].line else { continue };
        let wanted = letters(line);
        let Some(start) = stream.text[at..].find(&wanted).map(|start| at + start) else { continue };
        marked.extend(stream.pieces(&pieces, at..start));
        at = start + wanted.len();
        marked.push(with_figures(stream.join(&pieces, start..at), figures));
    }
    marked.extend(stream.pieces(&pieces, at..stream.text.len()));
    marked.extend(pieces.into_iter().filter(|piece| piece.attribute));
    marked
}

/// Marks figures in the piece of their text, one behind the other.
fn with_figures(mut piece: Piece, figures: &[LedgerFigure]) -> Piece {
    let mut at = 0;
    for figure in figures {
        let Some(span) = find(&piece.text, at, &figure.text) else { continue };
        at = span.end;
        piece.marks.push(Mark { span, element: figure.element.clone(), bare: true, ..Mark::default() });
    }
    piece
}

/// Where a text stands first from a place on, whatever white space parts its letters.
fn find(text: &str, from: usize, wanted: &str) -> Option<Range<usize>> {
    let wanted = letters(wanted);
    let starts = text[from..].char_indices().filter(|(_, character)| !character.is_whitespace()).map(|(at, _)| from + at);
    let end = |start: usize| {
        let mut left = wanted.as_str();
        for (at, character) in text[start..].char_indices().filter(|(_, character)| !character.is_whitespace()) {
            left = left.strip_prefix(character)?;
            if left.is_empty() {
                return Some(start + at + character.len_utf8());
            }
        }
        None
    };
    starts.into_iter().find_map(|start| Some(start..end(start)?))
}

/// A text without white space, which a page lays out in its own way.
fn letters(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The letters of pieces, one behind the other, and where each came from.
struct Stream {
    text: String,
    /// For each byte of the text: the piece, and the byte in it.
    origins: Vec<(usize, usize)>,
}

impl Stream {
    fn of(pieces: &[Piece]) -> Self {
        let mut stream = Self { text: String::new(), origins: Vec::new() };
        for (index, piece) in pieces.iter().enumerate().filter(|(_, piece)| !piece.attribute) {
            for (at, character) in piece.text.char_indices().filter(|(_, character)| !character.is_whitespace()) {
                stream.text.push(character);
                stream.origins.extend((at..at + character.len_utf8()).map(|byte| (index, byte)));
            }
        }
        stream
    }

    /// The parts of the pieces that a stretch of the letters came from.
    fn parts(&self, span: Range<usize>) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.origins[span].chunk_by(|a, b| a.0 == b.0).map(|part| (part[0].0, part[0].1..part[part.len() - 1].1 + 1))
    }

    /// A stretch in its pieces.
    fn pieces(&self, pieces: &[Piece], span: Range<usize>) -> Vec<Piece> {
        self.parts(span).map(|(index, part)| part_of(&pieces[index], part)).collect()
    }

    /// A stretch as one piece: a space where a line ended, but for scripts that are written without spaces.
    fn join(&self, pieces: &[Piece], span: Range<usize>) -> Piece {
        let mut joined = Piece::default();
        for (index, part) in self.parts(span) {
            let part = part_of(&pieces[index], part);
            if joined.text.is_empty() {
                joined = part;
                continue;
            }
            let is_spaced = |character: Option<char>| character.is_none_or(|character| (character as u32) < 0xE00);
            if is_spaced(joined.text.chars().next_back()) && is_spaced(part.text.chars().next()) {
                joined.text.push(' ');
            }
            joined.text.push_str(&part.text);
        }
        joined
    }
}

fn part_of(piece: &Piece, part: Range<usize>) -> Piece {
    Piece { text: piece.text[part].to_owned(), lang: piece.lang.clone(), place: piece.place.clone(), ..Piece::default() }
}

#[cfg(test)]
mod tests {
    use super::super::{figures, reading::Reading};
    use super::*;
    use crate::diagnostic::Code;
    use crate::figure::Language;
    use crate::model::body::Origin;
    use crate::model::{Amount, ArticleId, Document, Kind, LocaleTag, MessageId, Quantity, StatId};

    fn entry(id: u32, line: &str, text: &str, percent: i64) -> LedgerFigure {
        let quantity = Some(Quantity::new(Kind::Percent, Amount::Value(percent.into())));
        LedgerFigure {
            element: format!("f{id}"),
            message: MessageId::new("a-lead"),
            origin: Origin::Stat(StatId::new("trust")),
            sources: Vec::new(),
            construct: "percent",
            quantity,
            truth: quantity,
            text: text.to_owned(),
            unverified: false,
            links: vec!["source-survey".to_owned()],
            line: Some(Line::Whole(line.into())),
        }
    }

    /// What is wrong with a file that has these lines, and is meant to say three figures in two texts.
    fn faults(lines: &[&str]) -> Vec<Code> {
        let first = "Trust fell from 62% of customers to 57% within a year.";
        let second = "客户中有88%表示信任。";
        let document = Document {
            article: ArticleId::new("a"),
            locale: LocaleTag::new("en"),
            format: "pdf",
            path: "en/a.pdf".to_owned(),
            bytes: Vec::new(),
            figures: vec![entry(1, first, "62%", 62), entry(2, first, "57%", 57), entry(3, second, "88%", 88)],
            plain: Vec::new(),
        };
        let piece = |line: &&str| Piece { text: (*line).to_owned(), ..Piece::default() };
        let pieces = mark(lines.iter().map(piece).collect(), &document.figures);
        let read = |tag: &str, text: &str| Language::of(tag).map_or(Vec::new(), |language| language.read(text));
        let reading = Reading { pieces, ..Reading::default() };
        figures::check(&document, &reading, read).1.into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn a_text_runs_over_lines_and_pages() {
        assert_eq!(faults(&["Trust fell from", "62% of customers to 57%", "within a year. 客户中", "有88%表示信任。"]), []);
    }

    #[test]
    fn a_garbled_line_is_found() {
        let (first, second) = ("Trust fell from 62% of customers to 57% within a year.", "客户中有88%表示信任。");
        for lines in [
            ["Trust fell from 26% of customers to 57% within a year.", second],
            ["Trust fell from 57% of customers to 62% within a year.", second],
            ["Trust fell from 62% of customers to 57% within a year.", "客户中有表示信任。88%"],
            [second, first],
            [first, "客户中有8 8%表示信任。"],
            [first, "客户中有88%表示信任。90%"],
        ] {
            assert_ne!(faults(&lines), [], "{lines:?}");
        }
    }
}
