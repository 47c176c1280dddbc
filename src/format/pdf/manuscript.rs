//! What a printed article says: its body, and what stands around it, in the words of its locale. Pure data.

use crate::format::Words;
use crate::model::Body;
use jiff::civil::Date;

/// An article in a locale, to be printed.
#[derive(Debug)]
pub struct Manuscript<'a> {
    /// The locale.
    pub tag: &'a str,
    /// The text.
    pub body: &'a Body,
    /// The words of the locale that stand beside bodies.
    pub words: &'a Words,
    /// The title, as plain text.
    pub title: String,
    /// The summary, as plain text.
    pub summary: String,
    /// The name of the site.
    pub site: String,
    /// Where the article stands on the web.
    pub url: String,
    /// When it was published.
    pub published: Date,
    /// The same in words.
    pub dateline: String,
    /// The sources.
    pub sources: Sources,
}

/// The sources of an article.
#[derive(Debug, Default)]
pub struct Sources {
    /// What stands above them.
    pub heading: String,
    /// What the mark at unverified figures means, if there is one.
    pub note: Option<String>,
    /// The sources, in the order in which they are listed.
    pub notes: Vec<Note>,
    /// What stands before the parts of the text that cite a source.
    pub cited_in: String,
}

/// A source as it is listed.
#[derive(Debug)]
pub struct Note {
    /// The anchor to which its figures lead.
    pub anchor: String,
    /// Who published it.
    pub producer: Said,
    /// What it is called.
    pub title: Said,
    /// Where it is.
    pub url: Option<String>,
    /// What else is known of it: a label, and what it says.
    pub facts: Vec<(String, Said)>,
    /// The parts of the text that cite it: the id of the first figure that does, and the heading of the part.
    pub cited: Vec<(String, String)>,
}

/// A text beside the body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Its language, where it is not that of the article.
    pub lang: Option<String>,
    /// The id of its entry in the ledger, if it says a figure.
    pub element: Option<String>,
}
