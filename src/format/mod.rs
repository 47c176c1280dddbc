//! The formats that an edition is published in. In: a [`Body`](crate::model::Body). Out: bytes; only `publish` writes files.
//!
//! To add a format, write a module beside `html.rs` and a variant of [`Format`]; the compiler then asks for its document in
//! `render`, and for its reader in `verify`.

pub mod atom;
pub mod chart;
pub mod html;
pub mod markdown;
mod markup;
pub mod pdf;
pub mod sitemap;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Web pages.
    Html,
    /// Pages for print and for every reader.
    Pdf,
    /// Plain text, for programs and for people who read such.
    Markdown,
}

/// Every format.
pub const FORMATS: &[Format] = &[Format::Html, Format::Pdf, Format::Markdown];

/// The name of a format of any file of a site, feeds and maps included.
pub fn named(name: &str) -> Option<&'static str> {
    let known = FORMATS.iter().map(|format| format.name()).chain([atom::NAME, sitemap::NAME]);
    known.into_iter().find(|known| *known == name)
}

impl Format {
    /// Its name, in the settings, in the ledger and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Pdf => "pdf",
            Format::Markdown => "markdown",
        }
    }

    /// The format of that name.
    pub fn of(name: &str) -> Option<Self> {
        FORMATS.iter().copied().find(|format| format.name() == name)
    }
}

/// The words of a locale that formats put beside a body.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The locale.
    pub tag: String,
    /// What the mark † at a figure means, in a word or two, for those who hear it.
    pub unverified: String,
    /// What a table is called by those who hear it.
    pub table: String,
    /// What leads from a chart to its numbers.
    pub as_table: String,
    /// What stands at the foot of a printed page, with [`PAGE`] and [`PAGES`] in place of its numbers.
    pub page_number: String,
}

/// What stands in words for the number of a page.
pub const PAGE: &str = "\u{1}";

/// What stands in words for the number of all pages.
pub const PAGES: &str = "\u{2}";
