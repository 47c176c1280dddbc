//! The formats that an edition is published in. In: a [`Body`]. Out: bytes; only `publish` writes files. Nothing can go wrong.
//!
//! To add a format, write a file beside `html.rs` and a line in [`FORMATS`].

pub mod html;
pub mod pdf;

use crate::model::Body;

/// A format.
pub trait Format: Sync {
    /// Its name, in the ledger and on the command line.
    fn name(&self) -> &'static str;

    /// A body in this format. For HTML that is what stands in a page's frame, which the project's `page.html` makes.
    fn write(&self, body: &Body, words: &Words) -> Vec<u8>;
}

/// Every format.
pub const FORMATS: &[&dyn Format] = &[&html::Html];

/// The words of a locale that formats put beside a body.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// What the mark † at a figure means, in a word or two, for those who hear it.
    pub unverified: String,
    /// What a table is called by those who hear it.
    pub table: String,
}
