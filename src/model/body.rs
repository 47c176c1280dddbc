//! An edition's text as a tree of blocks, inlines and figures: what every format renders, and none of them parses again.

use super::chart::{Label, Plot};
use super::id::{MessageId, SourceId, StatId};
use super::ledger::LedgerFigure;
use super::quantity::Quantity;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The text of an edition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body {
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// The figures, in reading order; inlines refer to them by position.
    pub figures: Vec<BodyFigure>,
    /// The message that each line (paragraph, heading, cell, label) came from, in the order of [`Body::each_line`].
    pub messages: Vec<Option<MessageId>>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading with its level (1 to 6) and an id to link to.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Unique in the body.
        id: String,
        /// The text.
        inlines: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, numbered from `start` if there is one.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A block quotation.
    Quote(Vec<Block>),
    /// A table.
    Table {
        /// How each column is aligned.
        align: Vec<Align>,
        /// The cells of the header.
        head: Vec<Vec<Inline>>,
        /// The rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A chart.
    Chart(Box<Plot>),
    /// A thematic break.
    Rule,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the start of the line.
    Start,
    /// In the middle.
    Centre,
    /// At the end of the line.
    End,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// A link.
    Link {
        /// Where to.
        url: String,
        /// The text.
        inlines: Vec<Inline>,
    },
    /// Text as typed.
    Code(String),
    /// A forced line break.
    Break,
    /// A figure, by its position in [`Body::figures`].
    Figure(usize),
}

/// A figure that the body says.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyFigure {
    /// What it is.
    pub origin: Origin,
    /// The construct that worded it.
    pub construct: &'static str,
    /// What it says.
    pub quantity: Option<Quantity>,
    /// What the stat itself says, exactly.
    pub truth: Option<Quantity>,
    /// The sources that it rests on, the first of them first to be shown.
    pub sources: Arc<[SourceId]>,
    /// Whether it, or a stat that it was derived from, has not been verified against its source.
    pub unverified: bool,
    /// How it is printed.
    pub text: Arc<str>,
    /// The message that it stands in.
    pub message: MessageId,
}

impl BodyFigure {
    /// Its entry in the ledger, under the id of its element; empty in a plain text.
    pub fn entry(&self, element: String) -> LedgerFigure {
        LedgerFigure {
            element,
            message: self.message.clone(),
            origin: self.origin.clone(),
            sources: Arc::clone(&self.sources),
            construct: self.construct,
            quantity: self.quantity,
            truth: self.truth,
            text: Arc::clone(&self.text),
            unverified: self.unverified,
            links: Arc::default(),
            line: None,
            row: None,
        }
    }
}

impl Body {
    /// Inlines as plain text, figures as they are printed.
    pub fn text(&self, inlines: &[Inline]) -> String {
        let mut text = String::new();
        self.write_text(inlines, &mut text);
        text
    }

    fn write_text(&self, inlines: &[Inline], text: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(plain) | Inline::Code(plain) => text.push_str(plain),
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { inlines: inner, .. } => {
                    self.write_text(inner, text);
                }
                Inline::Break => text.push(' '),
                Inline::Figure(position) => text.push_str(&self.figures[*position].text),
            }
        }
    }

    /// Visits its lines of text in reading order.
    pub fn each_line<'a>(&'a self, seen: &mut dyn FnMut(&'a [Inline])) {
        each_line(&self.blocks, seen);
    }

    /// The text of each line that came from a message, figures as they are printed, beside the message.
    pub fn said(&self) -> Vec<(&MessageId, String)> {
        let (mut said, mut messages) = (Vec::new(), self.messages.iter());
        self.each_line(&mut |line| {
            let message = messages.next().and_then(Option::as_ref);
            said.extend(message.map(|message| (message, self.text(line))));
        });
        said
    }

    /// The text of the paragraph, heading, cell or label of each figure, in the order of the figures.
    pub fn lines(&self) -> Vec<Option<Arc<str>>> {
        let mut lines = vec![None; self.figures.len()];
        self.lines_of(&self.blocks, &mut lines);
        lines
    }

    /// The row of a table or of a drawing that each figure stands in: the texts of its cells, a `|` behind each.
    pub fn rows(&self) -> Vec<Option<Arc<str>>> {
        let mut rows = vec![None; self.figures.len()];
        self.rows_of(&self.blocks, &mut rows);
        rows
    }

    fn rows_of(&self, blocks: &[Block], found: &mut [Option<Arc<str>>]) {
        for block in blocks {
            match block {
                Block::List { items, .. } => items.iter().for_each(|item| self.rows_of(item, found)),
                Block::Quote(blocks) => self.rows_of(blocks, found),
                Block::Table { head, rows, .. } => self.rows_in(head, rows, found),
                Block::Chart(plot) => {
                    for (head, rows) in [plot.drawing(), plot.table()] {
                        self.rows_in(&head, &rows, found);
                    }
                }
                Block::Heading { .. } | Block::Paragraph(_) | Block::Rule => {}
            }
        }
    }

    fn rows_in(&self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], found: &mut [Option<Arc<str>>]) {
        for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
            let mut text = None;
            let mut text = || Arc::clone(text.get_or_insert_with(|| self.row(row)));
            row.iter().for_each(|cell| each_figure(cell, &mut |figure| found[figure] = Some(text())));
        }
    }

    fn row(&self, cells: &[Vec<Inline>]) -> Arc<str> {
        cells.iter().map(|cell| self.text(cell) + "|").collect::<String>().into()
    }

    /// The figures that stand in links, which take the place of their own.
    pub fn linked(&self) -> Vec<usize> {
        fn linked(inlines: &[Inline], found: &mut Vec<usize>) {
            for inline in inlines {
                match inline {
                    Inline::Link { inlines, .. } => each_figure(inlines, &mut |figure| found.push(figure)),
                    Inline::Strong(inner) | Inline::Emphasis(inner) => linked(inner, found),
                    Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Figure(_) => {}
                }
            }
        }
        let mut found = Vec::new();
        self.each_line(&mut |inlines| linked(inlines, &mut found));
        found
    }

    /// The figures of the labels of charts, where `of` finds them: in the drawing or in the table.
    pub fn in_labels(&self, of: fn(&Label) -> &Vec<Inline>) -> BTreeSet<usize> {
        let plots = self.blocks.iter().filter_map(|block| if let Block::Chart(plot) = block { Some(plot) } else { None });
        let mut figures = BTreeSet::new();
        plots
            .flat_map(|plot| plot.labels())
            .for_each(|label| each_figure(of(label), &mut |figure| _ = figures.insert(figure)));
        figures
    }

    fn lines_of(&self, blocks: &[Block], lines: &mut [Option<Arc<str>>]) {
        for block in blocks {
            match block {
                Block::Heading { inlines, .. } | Block::Paragraph(inlines) => self.line_of(inlines, lines),
                Block::List { items, .. } => items.iter().for_each(|item| self.lines_of(item, lines)),
                Block::Quote(blocks) => self.lines_of(blocks, lines),
                Block::Table { head, rows, .. } => {
                    head.iter().chain(rows.iter().flatten()).for_each(|cell| self.line_of(cell, lines));
                }
                Block::Chart(plot) => {
                    let labels = plot.labels().flat_map(|label| [&label.drawn, &label.listed]);
                    [&plot.title, &plot.description].into_iter().chain(labels).for_each(|line| self.line_of(line, lines));
                }
                Block::Rule => {}
            }
        }
    }

    fn line_of(&self, inlines: &[Inline], lines: &mut [Option<Arc<str>>]) {
        let mut line = None;
        each_figure(inlines, &mut |figure| {
            lines[figure] = Some(Arc::clone(line.get_or_insert_with(|| self.text(inlines).into())));
        });
    }

    /// The plain text of the paragraphs and headings, with a space between them: what a title or a description says.
    pub fn plain(&self) -> String {
        self.plain_of(&self.blocks)
    }

    /// The same of some blocks, whose figures are those of the body.
    pub fn plain_of(&self, blocks: &[Block]) -> String {
        let texts = blocks.iter().filter_map(|block| match block {
            Block::Paragraph(inlines) | Block::Heading { inlines, .. } => Some(self.text(inlines)),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(" ")
    }
}

fn each_line<'a>(blocks: &'a [Block], seen: &mut dyn FnMut(&'a [Inline])) {
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => seen(inlines),
            Block::List { items, .. } => items.iter().for_each(|item| each_line(item, seen)),
            Block::Quote(blocks) => each_line(blocks, seen),
            Block::Table { head, rows, .. } => head.iter().chain(rows.iter().flatten()).for_each(|cell| seen(cell)),
            Block::Chart(plot) => plot.each_line(seen),
            Block::Rule => {}
        }
    }
}

/// Visits the figures of a line in reading order.
pub fn each_figure(inlines: &[Inline], seen: &mut dyn FnMut(usize)) {
    for inline in inlines {
        match inline {
            Inline::Figure(figure) => seen(*figure),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { inlines: inner, .. } => {
                each_figure(inner, seen)
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}

/// Visits the figures of blocks in reading order.
pub fn each_figure_of(blocks: &[Block], seen: &mut dyn FnMut(usize)) {
    for block in blocks {
        match block {
            Block::Heading { inlines, .. } | Block::Paragraph(inlines) => each_figure(inlines, seen),
            Block::List { items, .. } => items.iter().for_each(|item| each_figure_of(item, seen)),
            Block::Quote(blocks) => each_figure_of(blocks, seen),
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| each_figure(cell, seen));
            }
            Block::Chart(plot) => plot.each_line(&mut |line| each_figure(line, seen)),
            Block::Rule => {}
        }
    }
}

/// What a figure is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A statistic.
    Stat(StatId),
    /// A declared literal of the article.
    Literal(Arc<str>),
}
