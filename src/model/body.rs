//! An edition's text as a tree of blocks, inlines and figures: what every format renders, and none of them parses again.

use super::id::{MessageId, StatId};
use super::quantity::Quantity;

/// The text of an edition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body {
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// The figures, in reading order; inlines refer to them by position.
    pub figures: Vec<BodyFigure>,
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
    /// How it is printed.
    pub text: String,
    /// The message that it stands in.
    pub message: MessageId,
}

/// What a figure is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A statistic.
    Stat(StatId),
    /// A declared literal of the article.
    Literal(String),
}
