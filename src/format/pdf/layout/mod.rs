//! The layout: an article as pages of glyphs.
//!
//! In: a manuscript, the settings of print, the faces. Out: a [`Layout`]. What can go wrong: characters that no face has, and tables
//! of more columns than a page can show; they are said beside it, and nothing may be published that has them. No other input fails:
//! what does not fit is divided.
//!
//! ```text
//! body ─compose, inline, table, sources──▶ paragraphs ─shape, breaking, line──▶ strips of rows ─flow──▶ pages
//! ```
//!
//! | member | what it does |
//! |---|---|
//! | `sheet` | how each kind of text is set |
//! | `compose`, `inline`, `table`, `sources` | blocks as strips, with the tag tree |
//! | `text` | a paragraph before it is broken |
//! | `shape` | text as glyphs |
//! | `line`, `breaking`, `han` | paragraphs as lines |
//! | `flow` | strips on pages |
//! | `running` | what is repeated on each page |

mod breaking;
mod chart;
mod compose;
mod flow;
mod han;
mod inline;
mod line;
mod running;
mod shape;
mod sheet;
mod sources;
mod table;
mod text;

use super::fonts::Fonts;
use super::manuscript::Manuscript;
use super::page::{Layout, Length, Metadata, Node, NodeId, Owner, Role};
use crate::model::print::Print;
use compose::{Composer, Frame, Place};
use flow::Flow;
use shape::Engine;
pub(super) use shape::Words;
use sheet::{Kind, Sheet};
use std::collections::BTreeMap;
use text::Paragraph;

/// A character that no face has, and the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// Some of the text around it.
    pub around: String,
}

/// A table of so many columns that they cannot be read beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wide {
    /// How many columns it has.
    pub columns: usize,
    /// What its first cell says that says anything.
    pub first: String,
    /// How it begins.
    pub around: String,
}

/// What must not be published.
#[derive(Debug, Default)]
pub struct Flaws {
    /// The characters that cannot be drawn, each once.
    pub missing: Vec<Missing>,
    /// The tables that cannot be read.
    pub wide: Vec<Wide>,
}

/// Lays out an article.
pub fn layout(manuscript: &Manuscript<'_>, print: &Print, fonts: &Fonts) -> (Layout, Flaws) {
    let sheet = Sheet::new(print, manuscript.tag);
    let notes = &manuscript.sources.notes;
    let mut composer = Composer {
        engine: Engine::new(fonts),
        sheet: &sheet,
        manuscript,
        tags: vec![Node::new(None, Role::Document)],
        strips: Vec::new(),
        titles: notes.iter().map(|note| (note.anchor.as_str(), note.title.text.as_str())).collect::<BTreeMap<_, _>>(),
        cited: notes.iter().flat_map(|note| &note.cited).map(|(figure, _)| figure.as_str()).collect(),
        wide: Vec::new(),
        leads: true,
    };
    let root = NodeId(0);
    let frame = Frame { parent: root, left: Length::ZERO, width: sheet.measure, kind: Kind::Text, bar: None };
    composer.dateline(frame);
    composer.body(&manuscript.body.blocks, frame);
    composer.sources(frame);
    let mut flow = Flow::new(&sheet);
    flow.set(std::mem::take(&mut composer.strips));
    composer.running(&mut flow.pages);
    let missing = composer.engine.missing.into_iter().map(|(character, around)| Missing { character, around });
    let flaws = Flaws { missing: missing.collect(), wide: composer.wide };
    let layout = Layout {
        metadata: Metadata {
            title: manuscript.title.clone(),
            language: manuscript.tag.to_owned(),
            author: Some(manuscript.site.clone()).filter(|site| !site.is_empty()),
            summary: Some(manuscript.summary.clone()).filter(|summary| !summary.is_empty()),
            url: Some(manuscript.url.clone()),
            published: Some(manuscript.published),
        },
        faces: fonts.faces.clone(),
        pages: flow.pages,
        tags: composer.tags,
        anchors: flow.anchors,
        outline: flow.outline,
        attachments: Vec::new(),
    };
    (layout, flaws)
}

#[cfg(test)]
mod tests;

impl Composer<'_> {
    fn dateline(&mut self, frame: Frame) {
        let node = self.node(frame.parent, Role::Paragraph);
        let mut paragraph = Paragraph::default();
        let text = &self.manuscript.dateline;
        paragraph.push(text, &self.sheet.style(Kind::Dateline), Owner::Node(node), None);
        let mut strip = self.strip(&paragraph, Frame { kind: Kind::Dateline, ..frame }, Place::Start);
        strip.keeps_next = true;
        self.strips.push(strip);
    }
}
