//! The Markdown of a translation beside that of the base text: a lost link, list, heading or table; and emphasis that is not closed.
//!
//! Emphasis itself may differ: Chinese puts titles into 《》, Thai has no italics. Paragraphs may, too.

use crate::diagnostic::{Code, Finding, Findings};
use crate::l10n::line::{GAP, Line};
use crate::l10n::unit::Unit;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// The lines of a base text, with their parts once somebody has asked for them.
#[derive(Debug, Default)]
pub struct Base {
    /// The lines.
    pub lines: Vec<Line>,
    parts: OnceCell<Vec<Parts>>,
}

impl Base {
    /// Lines whose parts nobody has asked for.
    pub fn new(lines: Vec<Line>) -> Self {
        Self { lines, parts: OnceCell::new() }
    }

    fn parts(&self) -> &[Parts] {
        self.parts.get_or_init(|| self.lines.iter().map(parts).collect())
    }
}

/// Compares the structure of a translation with that of the base text.
pub fn beside(own: (&Unit<'_>, &[Line]), base: (&Unit<'_>, &Base), findings: &mut Findings) {
    let (unit, lines) = own;
    let (base_unit, base) = base;
    // A choice may have other variants in each language; only texts without one are compared.
    if lines.len() != base.lines.len() {
        return;
    }
    for ((line, base_line), expected) in lines.iter().zip(&base.lines).zip(base.parts()) {
        let said = parts(line);
        for (part, places) in expected {
            let found = said.get(part).map_or(0, Vec::len);
            if found < places.len() {
                let message = format!("the base text has {}, and this has {}", counted(places.len(), part), none_or(found));
                let related = base_line.place(base_unit, places[found].clone());
                let finding = Finding::new(Code::MarkdownDiffers, unit.place(), message);
                findings.push(finding.related(&related, "in the base text"));
            }
        }
        for (part, places) in &said {
            let wanted = expected.get(part).map_or(0, Vec::len);
            if places.len() > wanted {
                let message = format!("this has {}, and the base text has {}", counted(places.len(), part), none_or(wanted));
                let finding = Finding::new(Code::MarkdownDiffers, line.place(unit, places[wanted].clone()), message);
                findings.push(finding.related(&base_unit.place(), "the base text"));
            }
        }
    }
}

fn counted(count: usize, part: &str) -> String {
    if count == 1 { format!("1 {part}") } else { format!("{count} × {part}") }
}

fn none_or(count: usize) -> String {
    if count == 0 { "none".to_owned() } else { count.to_string() }
}

/// The parts of a text, each with its places.
type Parts = BTreeMap<String, Vec<Range<usize>>>;

/// Reads the parts of a text.
fn parts(line: &Line) -> Parts {
    let mut found = Parts::new();
    // Figures are no markup: `2568. ปี` is no list.
    let mut text = line.text.clone();
    for figure in line.figures.iter().rev() {
        text.replace_range(figure.clone(), &"x".repeat(figure.len()));
    }
    for (event, span) in Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter() {
        let part = match event {
            Event::Start(Tag::Heading { level, .. }) => format!("heading of level {}", level as usize),
            Event::Start(Tag::Item) => "list item".to_owned(),
            Event::Start(Tag::Link { dest_url, .. }) => format!("link to {}", dest_url.replace(GAP, "…")),
            Event::Start(Tag::Image { dest_url, .. }) => format!("image {}", dest_url.replace(GAP, "…")),
            Event::Start(Tag::BlockQuote(_)) => "quotation".to_owned(),
            Event::Start(Tag::CodeBlock(_)) => "block of code".to_owned(),
            Event::Start(Tag::Table(columns)) => format!("table of {} columns", columns.len()),
            Event::Start(Tag::TableRow) => "table row".to_owned(),
            Event::Rule => "rule".to_owned(),
            _ => continue,
        };
        let end = span.start + text[span.clone()].trim_end().lines().next().map_or(0, str::len);
        found.entry(part).or_default().push(span.start..end.max(span.start));
    }
    found
}

/// Reports emphasis that opens and does not close: an odd number of `**` in a paragraph or a cell.
pub fn emphasis(unit: &Unit<'_>, line: &Line, findings: &mut Findings) {
    if !line.text.contains("**") {
        return;
    }
    let mut start = 0;
    let blocks = line.text.split_inclusive("\n\n").map(|block| {
        let at = start;
        start += block.len();
        (at, block)
    });
    for (at, block) in blocks.collect::<Vec<_>>() {
        let marks = block.match_indices("**").filter(|(mark, _)| {
            let behind = &block[..*mark];
            !behind.ends_with('\\') && behind.matches('`').count() % 2 == 0
        });
        let (count, last) = (marks.clone().count(), marks.last());
        if let Some((mark, _)) = last.filter(|_| count % 2 == 1) {
            let place = line.place(unit, at + mark..at + mark + 2);
            let finding = Finding::new(Code::MarkdownDiffers, place, "this `**` opens or closes nothing");
            findings.push(finding.help("emphasis stands between two of them"));
        }
    }
}
