//! The sources below the text: who published what, when, how it was gained, and which parts of the text cite it.
//!
//! In: the notes of a manuscript. Out: strips. Nothing can go wrong.

use super::compose::{Composer, Frame, Place};
use super::flow::{Row, Strip};
use super::sheet::Kind;
use super::text::{Lead, Paragraph, Style};
use crate::format::pdf::manuscript::{Note, Said};
use crate::format::pdf::page::{Length, NodeId, Numbering, Owner, Rect, Role, Target};

impl Composer<'_> {
    pub(super) fn sources(&mut self, frame: Frame) {
        let sources = &self.manuscript.sources;
        if sources.notes.is_empty() {
            return;
        }
        let section = self.node(frame.parent, Role::Sect);
        let node = self.node(section, Role::Heading(2));
        let mut heading = Paragraph::default();
        heading.push(&sources.heading, &self.sheet.style(Kind::Heading(3)), Owner::Node(node), None);
        let mut rule = Row { height: self.sheet.em(900), ..Row::default() };
        rule.rect(Rect { x: frame.left, y: Length::ZERO, width: frame.width, height: Length(900) }, self.sheet.ink());
        let (rows, above) = (vec![rule], self.sheet.em(2_400));
        self.strips.push(Strip { rows, above, together: 1, keeps_next: true, parts: true, ..Strip::default() });
        let mut strip = self.strip(&heading, Frame { kind: Kind::Heading(3), ..frame }, Place::Start);
        if let Some(first) = strip.rows.first_mut() {
            first.bookmark = Some((2, sources.heading.clone()));
        }
        strip.above = Length::ZERO;
        strip.keeps_next = true;
        self.strips.push(strip);
        if let Some(note) = &sources.note {
            let node = self.node(section, Role::Paragraph);
            let mut paragraph = Paragraph::default();
            paragraph.push(note, &self.sheet.style(Kind::Note), Owner::Node(node), None);
            let mut strip = self.strip(&paragraph, Frame { kind: Kind::Note, ..frame }, Place::Start);
            strip.keeps_next = true;
            self.strips.push(strip);
        }
        let list = self.node(section, Role::List(Numbering::None));
        for note in &sources.notes {
            self.note(note, list, frame);
        }
    }

    /// A source: its publisher and its title, then what is known of it in one paragraph.
    fn note(&mut self, note: &Note, list: NodeId, frame: Frame) {
        let item = self.node(list, Role::Item);
        let body = self.node(item, Role::ItemBody);
        let soft = self.sheet.style(Kind::Note);
        let node = self.node(body, Role::Paragraph);
        let mut paragraph = Paragraph::default();
        paragraph.anchors.push((0, note.anchor.clone()));
        self.said(&note.producer, &soft, node, None, &mut paragraph);
        paragraph.end_line(&soft, Owner::Node(node));
        let bold = self.sheet.style(Kind::SourceTitle);
        match &note.url {
            Some(url) => {
                let link = self.node(node, Role::Link);
                let lead =
                    Lead { target: Target::Url(url.clone()), owner: Owner::Node(link), contents: note.title.text.clone() };
                paragraph.links.push(lead);
                let style = Style { colour: self.sheet.accent(), ..bold };
                self.said(&note.title, &style, link, Some(paragraph.links.len() - 1), &mut paragraph);
            }
            None => self.said(&note.title, &bold, node, None, &mut paragraph),
        }
        let mut strip = self.strip(&paragraph, Frame { kind: Kind::SourceTitle, ..frame }, Place::Start);
        strip.above = self.sheet.em(1_100);
        strip.together = strip.rows.len();
        strip.keeps_next = true;
        self.strips.push(strip);
        let strip = self.facts(note, body, frame);
        self.strips.push(strip);
    }

    fn facts(&mut self, note: &Note, body: NodeId, frame: Frame) -> Strip {
        let soft = self.sheet.style(Kind::Note);
        let ink = Style { colour: self.sheet.ink(), ..soft.clone() };
        let node = self.node(body, Role::Paragraph);
        let owner = Owner::Node(node);
        let mut paragraph = Paragraph::default();
        for (label, said) in &note.facts {
            separate(&mut paragraph, " · ", &soft, owner);
            let start = paragraph.text.len();
            paragraph.push(label, &soft, owner, None);
            paragraph.push(" ", &soft, owner, None);
            let value = paragraph.text.len();
            self.said(said, &ink, node, None, &mut paragraph);
            // A label stands with the beginning of what it announces.
            let first = paragraph.text[value..].chars().next().map_or(0, char::len_utf8);
            paragraph.whole.push(start..value + first);
        }
        if !note.cited.is_empty() {
            separate(&mut paragraph, " · ", &soft, owner);
            paragraph.push(&self.manuscript.sources.cited_in, &soft, owner, None);
            paragraph.push(" ", &soft, owner, None);
        }
        for (index, (figure, part)) in note.cited.iter().enumerate() {
            if index > 0 {
                separate(&mut paragraph, " / ", &soft, owner);
            }
            let link = self.node(node, Role::Link);
            let target = Target::Anchor(figure.clone());
            paragraph.links.push(Lead { target, owner: Owner::Node(link), contents: part.clone() });
            let style = Style { colour: self.sheet.accent(), ..soft.clone() };
            paragraph.push(part, &style, Owner::Node(link), Some(paragraph.links.len() - 1));
        }
        let mut strip = self.strip(&paragraph, Frame { kind: Kind::Note, ..frame }, Place::Start);
        strip.above = self.sheet.em(150);
        strip
    }

    /// A text beside the body, in its own language and under its own id.
    fn said(&mut self, said: &Said, style: &Style, node: NodeId, link: Option<usize>, paragraph: &mut Paragraph) {
        let mut owner = node;
        if said.lang.is_some() || said.element.is_some() {
            owner = self.node(node, Role::Span);
            self.tags[owner.0].lang.clone_from(&said.lang);
            self.tags[owner.0].id.clone_from(&said.element);
        }
        let tag = said.lang.clone().unwrap_or_else(|| style.tag.clone());
        paragraph.push(&said.text, &Style { tag, ..style.clone() }, Owner::Node(owner), link);
    }
}

/// Adds a sign between two texts, which stays on the line of the first.
fn separate(paragraph: &mut Paragraph, sign: &str, style: &Style, owner: Owner) {
    if let Some(last) = paragraph.text.chars().next_back() {
        let end = paragraph.text.len();
        paragraph.push(sign, style, owner, None);
        let known = paragraph.whole.last().map_or(0, |known| known.end);
        paragraph.whole.push((end - last.len_utf8()).max(known)..end + sign.trim_end().len());
    }
}
