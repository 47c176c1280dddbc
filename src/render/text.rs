//! The edition as plain text, in Markdown: what stands in the page, without its frame.
//!
//! In: an edition's texts as bodies. Out: the finished file with its ledger, whose figures bear the ids that they have in the page.
//! Nothing can go wrong.

use super::page::{Page, ledger};
use super::{plain, source_note};
use crate::format::Format;
use crate::format::html::{Links, figure_id};
use crate::format::markdown::{self, line, link};
use crate::format::pdf::manuscript::{Note, Said};
use crate::model::Document;
use crate::model::body::Block;
use crate::model::ledger::{LedgerFigure, Line};
use std::sync::Arc;

/// The file, beside the page.
pub const FILE: &str = "index.md";

impl Page<'_> {
    /// The text.
    pub fn markdown(&self) -> Document {
        let (article, locale, body) = (&self.scope.origins.article, &self.scope.locale, &self.text.body);
        let tag = locale.messages.tag();
        let word = |id: &str| locale.plain(id, []).unwrap_or_default();
        // A chart is its table here, without the labels of its drawing.
        let drawn: Vec<_> = body.in_labels(|label| &label.drawn).into_iter().map(|figure| figure_id(figure + 1)).collect();
        let mut figures = ledger(body, 1, Links::None, Line::Whole);
        figures.retain(|figure| !drawn.contains(&figure.element));

        let days = plain::days(locale, article);
        let title = usize::from(matches!(body.blocks.first(), Some(Block::Heading { level: 1, .. })));
        let mut parts = vec![markdown::write(body, &body.blocks[..title])];
        parts.extend(days.iter().map(|day| line(day.text())));
        parts.push(markdown::write(body, &body.blocks[title..]));
        let cited = self.cited();
        if !cited.is_empty() {
            parts.push(format!("## {}", line(&word("sources-heading"))));
        }
        if body.figures.iter().any(|figure| figure.unverified) {
            parts.push(line(&word("unverified-note")));
        }
        let colon = if tag.as_str().starts_with("zh") { "：" } else { ": " };
        let mut notes = Vec::new();
        for (source, citation) in cited {
            let note = source_note::note(source, locale, &self.renderer.settings.base_locale, citation, None);
            notes.push(self::note(&note.print, colon));
            figures.extend(in_lines(note.figures, &note.print, colon));
        }
        parts.push(notes.join("\n"));
        parts.push("* * *".to_owned());
        parts.push(link(&word("site-title"), Some(&self.renderer.url(&self.path(tag)))));
        parts.retain(|part| !part.is_empty());
        Document {
            article: article.id.value.clone(),
            locale: tag.clone(),
            format: Format::Markdown.name(),
            path: self.path(tag) + FILE,
            bytes: (parts.join("\n\n") + "\n").into_bytes(),
            figures,
            plain: plain::each(days),
        }
    }
}

/// A source: who published what, and under it the facts.
fn note(note: &Note, colon: &str) -> String {
    let mut lines = vec![format!("- {}{colon}{}", line(&note.producer.text), link(&note.title.text, note.url.as_deref()))];
    lines.extend(note.facts.iter().map(|(label, said)| format!("  - {}", line(&format!("{label}{colon}{}", said.text)))));
    lines.join("\n")
}

/// The figures of a source, each in the line that it stands in.
fn in_lines(mut figures: Vec<LedgerFigure>, note: &Note, colon: &str) -> Vec<LedgerFigure> {
    let head = (vec![&note.producer, &note.title], format!("{}{colon}{}", note.producer.text, note.title.text));
    let facts = note.facts.iter().map(|(label, said)| (vec![said], format!("{label}{colon}{}", said.text)));
    for (said, line) in std::iter::once(head).chain(facts) {
        let line: Arc<str> = line.into();
        let stands = |said: &&Said, figure: &LedgerFigure| said.element.as_ref() == Some(&figure.element);
        for figure in figures.iter_mut().filter(|figure| said.iter().any(|said| stands(said, figure))) {
            figure.line = Some(Line::Whole(Arc::clone(&line)));
        }
    }
    figures
}
