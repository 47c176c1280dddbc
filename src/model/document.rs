//! An edition in one format.

use super::id::{ArticleId, LocaleTag};
use super::ledger::LedgerFigure;

/// An edition in one format, as bytes, with the figures that it is meant to say.
///
/// Whether it says them is for `verify` to find out, from the bytes alone.
#[derive(Debug, Clone)]
pub struct Document {
    /// The article.
    pub article: ArticleId,
    /// The locale.
    pub locale: LocaleTag,
    /// The name of the format.
    pub format: &'static str,
    /// Where it is published, relative to the output folder, with `/`.
    pub path: String,
    /// The finished file.
    pub bytes: Vec<u8>,
    /// What it is meant to say in elements of its own, in reading order.
    pub figures: Vec<LedgerFigure>,
    /// Texts with figures in places that hold no elements: titles, descriptions, JSON-LD.
    pub plain: Vec<PlainText>,
}

/// A message as plain text, wherever it stands in the document: in a title, a description, an attribute, JSON-LD.
#[derive(Debug, Clone)]
pub struct PlainText {
    /// The text as printed, alone or inside a longer one (`text – site`).
    pub text: String,
    /// Its figures, in reading order; their `element` is empty.
    pub figures: Vec<LedgerFigure>,
    /// How many elements and attributes begin with it; at least so often it must be found.
    pub times: usize,
}
