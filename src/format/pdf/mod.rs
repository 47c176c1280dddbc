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
pub mod subset;
pub mod write;

pub use layout::{Flaws, Missing, Wide, layout};

use crate::model::print::Print;
use fonts::Fonts;
use manuscript::Manuscript;

/// Prints an article; and what of it cannot be printed, with which it may not be published.
pub fn write(manuscript: &Manuscript<'_>, print: &Print, fonts: &Fonts) -> (Vec<u8>, Flaws) {
    let (layout, flaws) = layout(manuscript, print, fonts);
    (write::write(&layout), flaws)
}
