//! PDF: a body as pages for print and for every reader.
//!
//! ```text
//! body ──layout──▶ Layout (pages of glyph runs, rectangles, links; a tag tree) ──write──▶ bytes
//! ```
//!
//! The layout knows no PDF library; the writer knows no text. [`page`] is what stands between them.

pub mod face;
#[cfg(test)]
pub(crate) mod fixture;
pub mod fonts;
pub mod layout;
pub mod manuscript;
pub mod page;
pub mod write;

pub use layout::{Missing, layout};

use crate::model::print::Print;
use fonts::Fonts;
use manuscript::Manuscript;

/// Prints an article; and the characters of it that no face has, without which it may not be published.
pub fn write(manuscript: &Manuscript<'_>, print: &Print, fonts: &Fonts) -> (Vec<u8>, Vec<Missing>) {
    let (layout, missing) = layout(manuscript, print, fonts);
    (write::write(&layout), missing)
}
