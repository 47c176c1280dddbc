//! The ledger: every figure of a build, where it stands, what it says, and which stat and source it is.

use super::body::Origin;
use super::id::{MessageId, SourceId};
use super::quantity::Quantity;
use std::sync::Arc;

/// One figure of one document.
#[derive(Debug, Clone)]
pub struct LedgerFigure {
    /// The id of its element in the document; empty in a plain text.
    pub element: String,
    /// The message that it stands in.
    pub message: MessageId,
    /// The statistic or literal that it is.
    pub origin: Origin,
    /// The sources that it rests on.
    pub sources: Arc<[SourceId]>,
    /// The construct that worded it.
    pub construct: &'static str,
    /// What it is meant to say; `None` for a literal, which says only its text.
    pub quantity: Option<Quantity>,
    /// What the stat itself says, exactly: a hedge that the narrative adds must be true of it.
    pub truth: Option<Quantity>,
    /// How it is meant to be printed.
    pub text: Arc<str>,
    /// Whether it bears the mark † of a figure that was not verified against its source.
    pub unverified: bool,
    /// The ids of the elements that its links lead to, in order; none where the text has a link of its own around it.
    pub links: Arc<[String]>,
    /// The text that it stands in; `None` where nobody but the page's own template knows it.
    pub line: Option<Line>,
    /// The row of a table or of a drawing that it stands in: the texts of its cells, a `|` behind each; `None` elsewhere.
    pub row: Option<Arc<str>>,
}

/// The text around a figure, with all its figures as printed: what ties it to its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A whole paragraph, heading, cell or label.
    Whole(Arc<str>),
    /// A part of one, whose rest the page's own template makes.
    Part(Arc<str>),
    /// What a data file says of something, in a paragraph that the page's own template makes.
    Fact(Arc<Fact>),
}

/// Where a page may print what a data file says of a source or a stat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What may stand beside it: its label, and whatever else is said of the same.
    pub beside: Vec<Arc<str>>,
    /// The id of the element that holds all that is said of the same source or stat, in a format that has such elements.
    pub within: String,
}
