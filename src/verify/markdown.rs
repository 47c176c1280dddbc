//! What a reader gets of a finished file of Markdown.
//!
//! In: its bytes. Out: its texts, one piece for each paragraph, heading, item and cell, with the figures of the ledger marked in them.
//! What can go wrong: bytes that are no text; HTML, references, pictures and deletions, which readers of Markdown take in different
//! ways.

use super::lines;
use super::plain::squeeze;
use super::reading::{Means, Piece, Reading};
use crate::diagnostic::{Code, Finding, Place};
use crate::format::markdown::UNVERIFIED;
use crate::model::Document;
use crate::model::ledger::LedgerFigure;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::str::Utf8Error;

/// Reads a finished file; a finding if it is not UTF-8.
pub(super) fn read_document<'p>(
    document: &'p Document,
    text: Result<&'p str, Utf8Error>,
    _: &Means<'_>,
) -> Result<Reading<'p>, Box<Finding>> {
    let text = text.map_err(|_| {
        Box::new(Finding::new(Code::NotUtf8, Place::of_path(&document.path), "the finished file is not UTF-8"))
    })?;
    Ok(read(text, &document.figures))
}

/// Reads Markdown that is meant to say these figures.
fn read<'p>(text: &str, ledger: &'p [LedgerFigure]) -> Reading<'p> {
    let mut reading = Reading::default();
    let mut lines = vec![String::new()];
    let mut differ = |what: &str| reading.differing.push(format!("readers of Markdown take {what} in different ways"));
    let events = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH).into_offset_iter();
    for (event, span) in events {
        let last = lines.last_mut().expect("there is a line from the start");
        match event {
            Event::Text(said) | Event::Code(said) => {
                // Who reads the file as it is sees the reference, and not the character.
                if text[span.clone()].contains('&') && !said.contains('&') {
                    differ("a reference to a character");
                }
                last.push_str(&said);
            }
            Event::SoftBreak | Event::HardBreak => last.push(' '),
            Event::Html(_) | Event::InlineHtml(_) => differ("HTML"),
            Event::Start(Tag::Image { .. }) => differ("a picture"),
            Event::Start(Tag::Strikethrough) => differ("what is struck out"),
            Event::Start(Tag::Link { title, .. }) if !title.is_empty() => differ("the title of a link"),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            // Every other element begins a line of its own.
            _ => lines.push(String::new()),
        }
    }
    let lines = lines.iter().map(|line| squeeze(line)).filter(|line| !line.is_empty());
    let lines = lines.map(|line| lines::unmarked(&line));
    let (mut pieces, daggers): (Vec<_>, Vec<_>) =
        lines.map(|(text, daggers)| (Piece { text: text.into(), ..Piece::default() }, daggers)).unzip();
    lines::mark(&mut pieces, ledger);
    for (piece, daggers) in pieces.iter_mut().zip(daggers) {
        reading.strays += daggers.into_iter().rev().filter(|&at| is_stray(piece, at)).count();
    }
    Reading { pieces, ..reading }
}

/// Gives a mark † to the figure that ends there, or else back to the text; whether it clings there to what is no figure.
fn is_stray(piece: &mut Piece<'_>, at: usize) -> bool {
    if let Some(mark) = piece.marks.iter_mut().find(|mark| mark.span.end == at) {
        mark.dagger = Some(UNVERIFIED.to_string());
        return false;
    }
    piece.text.to_mut().insert(at, UNVERIFIED);
    for mark in piece.marks.iter_mut().filter(|mark| mark.span.start >= at) {
        mark.span = mark.span.start + UNVERIFIED.len_utf8()..mark.span.end + UNVERIFIED.len_utf8();
    }
    piece.text[..at].ends_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::super::invisible::Seen;
    use super::super::said::Ear;
    use super::super::{figures, read as heard};
    use super::*;
    use crate::model::body::Origin;
    use crate::model::ledger::Line;
    use crate::model::{Amount, ArticleId, Kind, LocaleTag, MessageId, Quantity, StatId};
    use std::sync::Arc;

    fn entry(id: u32, line: &Arc<str>, text: &str, percent: i64) -> LedgerFigure {
        let quantity = Some(Quantity::new(Kind::Percent, Amount::Value(percent.into())));
        LedgerFigure {
            element: format!("f{id}"),
            message: MessageId::new("a-lead"),
            origin: Origin::Stat(StatId::new("trust")),
            sources: Arc::default(),
            construct: "percent",
            quantity,
            truth: quantity,
            text: text.into(),
            unverified: id == 3,
            links: Arc::default(),
            line: Some(Line::Whole(Arc::clone(line))),
            row: None,
        }
    }

    /// What is wrong with a text that is meant to say three figures in two lines.
    fn faults(text: &str) -> usize {
        let first: Arc<str> = "Trust fell from 62% of customers to 57% within a year.".into();
        let second: Arc<str> = "Some 88% say so.".into();
        let ledger = vec![entry(1, &first, "62%", 62), entry(2, &first, "57%", 57), entry(3, &second, "88%", 88)];
        let document = Document {
            article: ArticleId::new("a"),
            locale: LocaleTag::new("en"),
            format: "markdown",
            path: "en/a/index.md".to_owned(),
            bytes: Vec::new(),
            figures: ledger,
            plain: Vec::new(),
        };
        let reading = read(text, &document.figures);
        figures::check(&document, &reading, &Ear::new(heard), &Seen::of("")).1.len() + reading.differing.len()
    }

    const RIGHT: &str =
        "# A\n\nTrust fell from **62%** of customers to 57% within a year.\n\n- Some 88%† say so.\n\n† unverified\n";

    #[test]
    fn figures_are_found_in_their_lines() {
        assert_eq!(faults(RIGHT), 0);
        assert_eq!(faults(&RIGHT.replace("within a", "within\na")), 0);
    }

    #[test]
    fn a_garbled_text_is_found() {
        for (from, to) in [
            ("62%", "26%"),
            ("62%", "&#54;3%"),
            ("fell from", "rose from"),
            ("88%†", "88%"),
            ("57%", "57%†"),
            ("57%", "5&#55;%"),
            ("57%", "~~57%~~"),
            ("57%", "<del>57%</del>"),
            ("57%", "57%<!-- not -->"),
            ("# A", "# A 90%"),
            ("Some 88%† say so.", "Some say so."),
            ("\n\n- Some", " Some"),
            ("of customers", "![62](a.png) of customers"),
            ("† unverified", "[a](b \"90%\")"),
        ] {
            assert_ne!(faults(&RIGHT.replacen(from, to, 1)), 0, "{from} → {to}");
        }
    }
}
