//! What a reader gets of a finished file, whatever its format: pieces of text, each with its place and the figures marked in it.
//!
//! A format is read by a folder or a file of its own, such as `html`, which makes a [`Reading`] of the bytes; nothing behind it
//! knows a format. To add one, write its reader and name it in [`READERS`].

use super::{html, markdown, print, xml};
use crate::diagnostic::Finding;
use crate::format::{Format, atom, sitemap};
use crate::model::Document;
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;
use std::str::Utf8Error;

/// What readers know beside the bytes of a document: the same for all documents of a project.
#[derive(Debug)]
pub(super) struct Means<'a> {
    /// The style sheets of pages.
    pub sheets: html::Sheets<'a>,
    /// The faces that printed documents may be set in.
    pub faces: Vec<super::pdf::Model>,
}

/// Reads the bytes of a document, which are given as text, too; a finding if they cannot be read at all.
pub(super) type Read = for<'p> fn(&'p Document, Result<&'p str, Utf8Error>, &Means<'_>) -> Result<Reading<'p>, Box<Finding>>;

/// The reader of each format, by its name.
pub(super) const READERS: &[(&str, Read)] = &[
    ("html", html::read_document),
    ("pdf", print::read_document),
    (Format::Markdown.name(), markdown::read_document),
    (atom::NAME, xml::read_document),
    (sitemap::NAME, xml::read_document),
];

/// A finished file as a reader gets it. Whatever stands in it as it is read is not copied.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Reading<'p> {
    /// Its texts.
    pub pieces: Vec<Piece<'p>>,
    /// The ids of the elements around its figures.
    pub ids: Ids<'p>,
    /// The objects of its JSON-LD; their texts are pieces too.
    pub json: Vec<serde_json::Value>,
    /// The days of publication that its head declares.
    pub days: Vec<String>,
    /// The days of the last revision that its head declares.
    pub revised: Vec<String>,
    /// What it tells machines of pages of the site.
    pub told: Vec<Told>,
    /// How many marks † stand beside figures, and in none.
    pub strays: usize,
    /// What makes a text that nobody can prove, in words: `a style generates "9%"`.
    pub generated: Vec<String>,
    /// The programmes in it, which may write anything.
    pub scripts: Vec<String>,
    /// What comes from elsewhere and may change what is seen: addresses of programmes and style sheets, fonts, other pages.
    pub foreign: Vec<String>,
    /// What eye and ear, or two programs, would get otherwise.
    pub differing: Vec<String>,
    /// Whether its bytes are no text: then its pieces say in words where they stand.
    pub binary: bool,
}

/// What a file tells machines of a page of the site: days and addresses.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Told {
    /// The address of the page.
    pub url: String,
    /// When it was published.
    pub published: Option<String>,
    /// When it was changed last.
    pub modified: Option<String>,
    /// Languages, and the addresses of the page in them.
    pub alternates: Vec<(String, String)>,
}

/// A text that a reader gets in one piece.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Piece<'p> {
    /// The text, white space collapsed.
    pub text: Cow<'p, str>,
    /// The figure elements in it, in order.
    pub marks: Vec<Mark<'p>>,
    /// The days that `<time>` elements in it declare, with the bytes of their texts.
    pub times: Vec<(Range<usize>, String)>,
    /// Whether it stands in an attribute or in JSON-LD, where no element can stand.
    pub attribute: bool,
    /// Whether it is a blank where a text belongs: behind the name of a fact, in a paragraph within a cell, at the head of a column,
    /// in a label of a drawing.
    pub blank: bool,
    /// Where it stands, in the words of a format whose bytes are no text (`page 3`).
    pub place: Option<String>,
    /// The page that it begins on, from 1, in a file that has pages.
    pub page: Option<usize>,
    /// The language that the file declares for it.
    pub lang: Option<Rc<str>>,
    /// The row of a table or of a drawing that it stands in, if it has figures: the texts of its cells, a `|` behind each.
    pub row: Option<Rc<str>>,
}

/// A figure where it stands: a `<data class="figure">` element, or the text of one in a format without elements.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Mark<'p> {
    /// The bytes of its text in the piece, without the mark †.
    pub span: Range<usize>,
    /// Its `id`.
    pub element: Cow<'p, str>,
    /// Its `value`.
    pub value: Option<Cow<'p, str>>,
    /// Whether it is kept from some readers (`hidden`, `aria-hidden`, `display: none`), struck out or turned round.
    pub hidden: bool,
    /// What it says to those who hear the mark †, if it bears one.
    pub dagger: Option<String>,
    /// Where the links in it lead.
    pub hrefs: Vec<Cow<'p, str>>,
    /// Whether it stands inside a link.
    pub in_link: bool,
    /// The page that it begins on, from 1, in a file that has pages.
    pub page: Option<usize>,
    /// Whether the elements of the format bear no value beside their text, and those around them no id.
    pub valueless: bool,
    /// The nearest element around it that has an id, by its position in [`Reading::ids`].
    pub around: Option<usize>,
    /// What stands in it beside text, its link and its mark: an element, or a style.
    pub alien: Option<String>,
}

/// The ids of elements, each with that of the nearest element around it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Ids<'p>(Vec<(Cow<'p, str>, Option<usize>)>);

/// Of how many elements around a figure the ids are asked for.
const AROUND: usize = 8;

impl<'p> Ids<'p> {
    /// Adds the id of an element within another one; its position.
    pub fn add(&mut self, id: Cow<'p, str>, around: Option<usize>) -> usize {
        self.0.push((id, around));
        self.0.len() - 1
    }

    /// The ids of the elements around a figure, the nearest first.
    pub fn around(&self, mark: &Mark<'_>) -> impl Iterator<Item = &str> {
        let outer = |at: &usize| self.0[*at].1;
        std::iter::successors(mark.around, outer).take(AROUND).map(|at| self.0[at].0.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::FORMATS;

    #[test]
    fn every_format_has_a_reader() {
        for format in FORMATS {
            assert!(READERS.iter().any(|(name, _)| *name == format.name()), "{}", format.name());
        }
    }
}
