//! PDF: a body as pages for print and for every reader.
//!
//! ```text
//! body ──layout──▶ Layout (pages of glyph runs, rectangles, links; a tag tree) ──write──▶ bytes
//! ```
//!
//! The layout knows no PDF library; the writer knows no text. [`page`] is what stands between them.

pub mod face;
pub mod page;
