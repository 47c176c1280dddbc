//! Blocks as strips of rows, and the tag tree beside them.
//!
//! In: the blocks of a body. Out: strips, in reading order, and nodes. Nothing can go wrong.

use super::Wide;
use super::flow::{Row, Strip};
use super::line::{Line, Shaped};
use super::shape::Engine;
use super::sheet::{Kind, Sheet};
use super::text::{Paragraph, Style};
use crate::format::pdf::manuscript::Manuscript;
use crate::format::pdf::page::{Colour, Drawing, Item, Length, Link, Node, NodeId, Numbering, Owner, Rect, Role};
use crate::model::body::{Block, Inline};
use std::collections::BTreeMap;

/// Makes strips of blocks.
pub struct Composer<'a> {
    pub engine: Engine<'a>,
    pub sheet: &'a Sheet<'a>,
    pub manuscript: &'a Manuscript<'a>,
    pub tags: Vec<Node>,
    pub strips: Vec<Strip>,
    /// The titles of the sources, by their anchors.
    pub titles: BTreeMap<&'a str, &'a str>,
    /// The figures to which sources lead back.
    pub cited: Vec<&'a str>,
    /// The tables that nobody could read.
    pub wide: Vec<Wide>,
    /// Whether figures lead to their sources, as all but those in drawings do.
    pub leads: bool,
}

/// Where blocks stand.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// The node that they are part of.
    pub parent: NodeId,
    /// From where to where, from the left of the text.
    pub left: Length,
    pub width: Length,
    /// The kind of their paragraphs.
    pub kind: Kind,
    /// The colour of the bar beside them.
    pub bar: Option<Colour>,
}

impl Frame {
    /// The frame without so much at its left; as it is, if too little would be left of it.
    fn inset(self, by: Length, sheet: &Sheet<'_>) -> Self {
        let width = self.width - by;
        if width < sheet.measure.of_units(1, 3) { self } else { Self { left: self.left + by, width, ..self } }
    }
}

/// How the lines of a strip stand in their frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Start,
    Centre,
    End,
}

impl<'a> Composer<'a> {
    /// Adds a node.
    pub fn node(&mut self, parent: NodeId, role: Role) -> NodeId {
        self.tags.push(Node::new(Some(parent), role));
        NodeId(self.tags.len() - 1)
    }

    /// Adds the blocks of the body, the first paragraph under the title larger than the others.
    pub fn body(&mut self, blocks: &[Block], frame: Frame) {
        let is_title = |block: &Block| matches!(block, Block::Heading { level: 1, .. });
        let lead = blocks.iter().position(is_title).map(|title| title + 1);
        for (index, block) in blocks.iter().enumerate() {
            let leads = Some(index) == lead && matches!(block, Block::Paragraph(_));
            self.block(block, Frame { kind: if leads { Kind::Lead } else { frame.kind }, ..frame });
            self.keep_with_list(block, blocks.get(index + 1));
        }
    }

    fn blocks(&mut self, blocks: &[Block], frame: Frame) {
        for (index, block) in blocks.iter().enumerate() {
            self.block(block, frame);
            self.keep_with_list(block, blocks.get(index + 1));
        }
    }

    /// A short paragraph that announces a list or a table stands on the page of its beginning.
    fn keep_with_list(&mut self, block: &Block, next: Option<&Block>) {
        let announces =
            matches!(block, Block::Paragraph(_)) && matches!(next, Some(Block::List { .. } | Block::Table { .. }));
        if let Some(strip) = self.strips.last_mut().filter(|strip| announces && strip.rows.len() <= 3) {
            strip.keeps_next = true;
            strip.together = strip.rows.len();
        }
    }

    fn block(&mut self, block: &Block, frame: Frame) {
        match block {
            Block::Heading { level, inlines, .. } => self.heading(*level, inlines, frame),
            Block::Paragraph(inlines) => {
                let node = self.node(frame.parent, Role::Paragraph);
                self.paragraph(inlines, node, frame);
            }
            Block::List { start, items } => self.list(*start, items, frame),
            Block::Quote(blocks) => {
                let node = self.node(frame.parent, Role::Quote);
                let inset = self.sheet.em(1_400);
                let bar = Some(self.sheet.accent());
                let inner = frame.inset(inset, self.sheet);
                self.blocks(blocks, Frame { parent: node, kind: Kind::Quote, bar, ..inner });
            }
            Block::Table { align, head, rows } => self.table(align, head, rows, frame),
            Block::Chart(plot) => self.chart(plot, frame),
            Block::Rule => self.ornament(frame),
        }
    }

    fn heading(&mut self, level: u8, inlines: &[Inline], frame: Frame) {
        let kind = Kind::Heading(level);
        let node = self.node(frame.parent, Role::Heading(level));
        let paragraph = self.inlines(inlines, self.sheet.style(kind), node);
        let mut strip = self.strip(&paragraph, Frame { kind, ..frame }, Place::Start);
        if let Some(first) = strip.rows.first_mut() {
            first.bookmark = Some((level, self.manuscript.body.text(inlines)));
        }
        strip.together = strip.rows.len();
        strip.keeps_next = true;
        self.strips.push(strip);
    }

    fn paragraph(&mut self, inlines: &[Inline], node: NodeId, frame: Frame) {
        let paragraph = self.inlines(inlines, self.sheet.style(frame.kind), node);
        let strip = self.strip(&paragraph, frame, Place::Start);
        self.strips.push(strip);
    }

    /// The inlines of a block, as a paragraph.
    pub fn inlines(&mut self, inlines: &[Inline], style: Style, node: NodeId) -> Paragraph {
        let mut paragraph = Paragraph::default();
        self.write(inlines, &style, node, None, &mut paragraph);
        paragraph
    }

    /// Breaks a paragraph and sets it in a frame.
    pub fn strip(&mut self, paragraph: &Paragraph, frame: Frame, place: Place) -> Strip {
        let shaped = Shaped::new(&mut self.engine, paragraph, self.sheet.tag);
        let lines = shaped.lines(&mut self.engine, frame.width, self.sheet.alignment(frame.kind));
        let leading = self.sheet.leading(frame.kind);
        let style = self.sheet.style(frame.kind);
        let rows = lines.into_iter().map(|line| {
            let x = frame.left
                + match place {
                    Place::Start => Length::ZERO,
                    Place::Centre => Length((frame.width - line.width).0 / 2),
                    Place::End => frame.width - line.width,
                };
            let mut row = row(line, paragraph, x, leading, style.size);
            if let Some(colour) = frame.bar {
                let bar =
                    Rect { x: frame.left - self.sheet.em(1_400), y: Length::ZERO, width: Length(1_500), height: leading };
                row.rect(bar, colour);
            }
            row
        });
        Strip { rows: rows.collect(), above: self.sheet.above(frame.kind), together: 2, ..Strip::default() }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], frame: Frame) {
        let numbering = if start.is_some() { Numbering::Decimal } else { Numbering::Disc };
        let list = self.node(frame.parent, Role::List(numbering));
        let style = self.sheet.style(frame.kind);
        let labels: Vec<String> = match start {
            Some(start) => (0..items.len() as u64).map(|index| format!("{}.", start.saturating_add(index))).collect(),
            None => vec!["•".to_owned(); items.len()],
        };
        let mut inset = self.sheet.em(1_500);
        for label in &labels {
            let mut paragraph = Paragraph::default();
            paragraph.push(label, &style, Owner::Layout, None);
            let shaped = Shaped::new(&mut self.engine, &paragraph, self.sheet.tag);
            inset = inset.max(shaped.widths().0 + self.sheet.em(500));
        }
        for (index, (item, label)) in items.iter().zip(labels).enumerate() {
            let node = self.node(list, Role::Item);
            let label_node = self.node(node, Role::Label);
            let body = self.node(node, Role::ItemBody);
            let first = self.strips.len();
            let inner = Frame { parent: body, ..frame.inset(inset, self.sheet) };
            match item.as_slice() {
                [Block::Paragraph(inlines), rest @ ..] if !rest.iter().any(|block| matches!(block, Block::Paragraph(_))) => {
                    self.paragraph(inlines, body, inner);
                    self.blocks(rest, inner);
                }
                blocks => self.blocks(blocks, inner),
            }
            self.label(&label, label_node, first, (frame, inner));
            if index > 0
                && let Some(strip) = self.strips.get_mut(first)
            {
                strip.above = self.sheet.em(350);
            }
        }
    }

    /// Puts the label of an item beside its first line, before it in what is read; above it, where there is no room beside it.
    fn label(&mut self, label: &str, node: NodeId, first: usize, (frame, inner): (Frame, Frame)) {
        let mut paragraph = Paragraph::default();
        let mut style = self.sheet.style(frame.kind);
        style.colour = self.sheet.soft();
        paragraph.push(label, &style, Owner::Node(node), None);
        let is_beside = inner.left > frame.left;
        let (width, place) =
            if is_beside { (inner.left - frame.left - self.sheet.em(500), Place::End) } else { (frame.width, Place::Start) };
        let strip = self.strip(&paragraph, Frame { bar: None, width, ..frame }, place);
        let Some(label) = strip.rows.into_iter().next() else { return };
        match self.strips.get_mut(first).and_then(|strip| strip.rows.first_mut()).filter(|_| is_beside) {
            Some(row) => {
                row.items.splice(0..0, label.items);
            }
            None => {
                let own =
                    Strip { rows: vec![label], together: 1, keeps_next: first < self.strips.len(), ..Strip::default() };
                self.strips.insert(first, own);
            }
        }
    }

    /// A thematic break: a short rule.
    fn ornament(&mut self, frame: Frame) {
        let (width, space) = (self.sheet.em(4_000), self.sheet.em(1_300));
        let mut row = Row { height: space * 2, ..Row::default() };
        let x = frame.left + Length((frame.width - width).0 / 2);
        row.rect(Rect { x, y: space + self.sheet.em(400), width, height: Length(700) }, self.sheet.line());
        self.strips.push(Strip { rows: vec![row], together: 1, keeps_next: true, parts: true, ..Strip::default() });
    }
}

/// A line as a row of that height.
pub fn row(line: Line, paragraph: &Paragraph, x: Length, leading: Length, size: Length) -> Row {
    // The middle of the letters stands in the middle of the line.
    let baseline = Length((leading - size).0 / 2) + size.of_units(840, 1000);
    let mut row = Row {
        height: leading,
        anchors: line.anchors.into_iter().map(|name| (name, Length::ZERO)).collect(),
        ..Row::default()
    };
    for (owner, mut run) in line.runs {
        run.origin.x += x;
        run.origin.y += baseline;
        row.items.push(Item { owner, drawing: Drawing::Run(run) });
    }
    for (rect, colour) in line.rules {
        row.rect(Rect { x: rect.x + x, y: rect.y + baseline, ..rect }, colour);
    }
    for (index, start, end) in line.links {
        let lead = &paragraph.links[index];
        let Owner::Node(node) = lead.owner else { continue };
        let area = Rect { x: start + x, y: baseline - size, width: end - start, height: size.of_units(1_300, 1000) };
        row.links.push(Link { area, target: lead.target.clone(), node, contents: lead.contents.clone() });
    }
    row
}
