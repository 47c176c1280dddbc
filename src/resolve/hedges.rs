//! Hedges that somebody typed around a figure: "more than { $trust }" must be true of the stat.
//!
//! The line is read as the finished page will be, so that whatever the language takes for the hedge of a figure is checked.

use super::line::Line;
use crate::diagnostic::{Code, Finding};
use crate::figure::sameness::{Direction, direction};
use crate::figure::{Language, claim};
use crate::model::MessageFile;

/// Checks the hedges of a line.
pub fn check(line: &Line<'_>, file: &MessageFile, language: &'static Language, report: &mut impl FnMut(Finding)) {
    let read = language.read(&line.text);
    for figure in &line.figures {
        let mut over = read.iter().filter(|read| read.span.start < figure.span.end && figure.span.start < read.span.end);
        let (Some(read), None) = (over.next(), over.next()) else { continue };
        let Some(hedge) = read.quantity.hedge else { continue };
        // A wording that brings a hedge may have "only" or "about" before it.
        if figure.said.hedge.is_some() && direction(Some(hedge)) == Direction::Open {
            continue;
        }
        let Err(reason) = claim::holds(&figure.said.hedge(hedge), &figure.known.truth()) else { continue };
        let words = match read.span.start < figure.span.start {
            true => read.span.start..line.text[..figure.span.start].trim_end().len(),
            false => line.text.len() - line.text[figure.span.end..].trim_start().len()..read.span.end,
        };
        if words.is_empty() || line.figures.iter().any(|other| other.span.start < words.end && words.start < other.span.end)
        {
            continue;
        }
        let finding = Finding::new(Code::HedgeFalse, line.place(file, words), reason);
        report(finding.related(&figure.stat.value.place, "the value").help("mend the hedge, or leave it out"));
    }
}
