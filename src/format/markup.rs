//! The small parts of which pages of HTML are made: escaped text, and the elements of figures.
//!
//! In: texts, ids and values. Out: HTML. Nothing can go wrong.

use crate::locale::bytes;
use crate::model::SourceId;
use std::fmt::{self, Write};
use std::io;

/// So wide a figure stays on one line, in letters of Latin: on the narrowest screen a line holds more.
const SHORT: usize = 24;

/// The id of the note in which a page lists a source.
pub fn source_id(source: &SourceId) -> String {
    ["source-", source.as_str()].concat()
}

/// The id of the element of a figure, by its number in the page, from 1.
pub fn figure_id(number: usize) -> String {
    let mut id = String::with_capacity(8);
    write!(id, "f{number}").expect("a string can be written to");
    id
}

/// Adds the tag that begins the element of a figure with that text; `</data>` ends it.
pub fn figure_tag(html: &mut String, id: &str, value: &str, text: &str) {
    html.push_str(class(text));
    escape(html, id);
    html.push_str("\" value=\"");
    escape(html, value);
    html.push_str("\">");
}

/// The tag of a figure with that text, up to its id.
fn class(text: &str) -> &'static str {
    let width = |c: char| match c {
        // Thai marks stand above or below their letter and take no room in the line; Chinese characters are square.
        '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' => 0,
        '\u{2e80}'..='\u{ffef}' | '\u{20000}'.. => 2,
        _ => 1,
    };
    match text.chars().map(width).sum::<usize>() <= SHORT {
        true => "<data class=\"figure short\" id=\"",
        false => "<data class=\"figure\" id=\"",
    }
}

/// The element of a figure that has no id yet.
#[derive(Debug)]
pub struct FigureElement {
    before: &'static str,
    after: String,
}

impl FigureElement {
    /// An element of that value for a figure with that text; `html` is what is in it.
    pub fn new(value: &str, text: &str, html: &str) -> Self {
        let mut after = String::with_capacity(24 + 2 * value.len() + html.len());
        after.push_str("\" value=\"");
        escape(&mut after, value);
        after.push_str("\">");
        after.push_str(html);
        after.push_str("</data>");
        Self { before: class(text), after }
    }

    /// The element with an id, in which nothing needs to be escaped.
    pub fn with_id(&self, id: &str) -> String {
        [self.before, id, &self.after].concat()
    }
}

/// Text escaped for HTML, in content and in quoted attributes.
#[derive(Debug, Clone, Copy)]
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pieces(self.0, |piece| f.write_str(piece))
    }
}

/// Adds a text to HTML, escaped.
pub fn escape(html: &mut String, text: &str) {
    pieces(text, |piece| html.write_str(piece)).expect("a string takes all");
}

/// A text, escaped.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape(&mut html, text);
    html
}

/// Writes a text, escaped.
///
/// # Errors
/// If it cannot be written.
pub fn write_escaped(text: &str, to: &mut dyn io::Write) -> io::Result<()> {
    pieces(text, |piece| to.write_all(piece.as_bytes()))
}

/// Whether a text is the same when it is escaped.
pub fn is_plain(text: &str) -> bool {
    next(text.as_bytes()).is_none()
}

/// The pieces of an escaped text, in order.
fn pieces<E>(text: &str, mut piece: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    let mut rest = text;
    while let Some(at) = next(rest.as_bytes()) {
        piece(&rest[..at])?;
        piece(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    piece(rest)
}

/// Where the next character stands that must be escaped.
fn next(bytes: &[u8]) -> Option<usize> {
    bytes::first(bytes, |byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\''))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_in_html_is_escaped_wherever_it_stands() {
        for at in [0, 1, 31, 32, 33, 96] {
            let text = format!("{}<ร้อยละ & \"88\">'{}", "x".repeat(at), "y".repeat(40));
            let expected = format!("{}&lt;ร้อยละ &amp; &quot;88&quot;&gt;&#39;{}", "x".repeat(at), "y".repeat(40));
            let mut written = Vec::new();
            write_escaped(&text, &mut written).unwrap();
            assert_eq!((escaped(&text), Escaped(&text).to_string()), (expected.clone(), expected.clone()));
            assert_eq!(written, expected.as_bytes());
        }
        assert_eq!(escaped(""), "");
    }

    #[test]
    fn a_figure_may_get_its_id_later() {
        let (value, text, html) = ("24/7 & more", "24/7 & more, at any hour of any day", "<a href=\"#x\">24/7</a>");
        let mut whole = String::new();
        figure_tag(&mut whole, "f7", value, text);
        assert_eq!(FigureElement::new(value, text, html).with_id("f7"), whole + html + "</data>");
        assert!(FigureElement::new("88", "88%", "88%").with_id("f1").starts_with("<data class=\"figure short\" id=\"f1\""));
    }
}
