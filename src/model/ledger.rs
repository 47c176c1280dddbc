//! The ledger: every figure of a build, where it stands, what it says, and which stat and source it is.

use super::body::Origin;
use super::id::{MessageId, SourceId};
use super::quantity::Quantity;

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
    pub sources: Vec<SourceId>,
    /// The construct that worded it.
    pub construct: &'static str,
    /// What it is meant to say; `None` for a literal, which says only its text.
    pub quantity: Option<Quantity>,
    /// What the stat itself says, exactly: a hedge that the narrative adds must be true of it.
    pub truth: Option<Quantity>,
    /// How it is meant to be printed.
    pub text: String,
}
