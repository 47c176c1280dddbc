//! Texts of the user's files, and places in them. A place carries its text, so that a finding can show its line long after
//! the file was read.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// The text of one of the user's files, by the path that the user knows it by (relative to the project, with `/`).
#[derive(PartialEq, Eq)]
pub struct SourceText {
    path: String,
    text: String,
}

impl SourceText {
    /// A text that was read from `path`.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into() })
    }

    /// The path, relative to the project.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The place of `span`, in bytes. A span that leaves the text or cuts a character is widened or clamped to whole characters.
    pub fn at(self: &Arc<Self>, span: Range<usize>) -> Place {
        let start = self.text.floor_char_boundary(span.start);
        let end = self.text.ceil_char_boundary(span.end.max(start));
        Place { source: Arc::clone(self), span: Span::from(start..end) }
    }

    /// The place of the whole file: its very beginning.
    pub fn top(self: &Arc<Self>) -> Place {
        self.at(0..0)
    }
}

impl fmt::Debug for SourceText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceText({})", self.path)
    }
}

/// A range of bytes, kept small: much of what is known of a project is such. What lies beyond 4 GiB is the beginning of the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span(u32, u32);

impl Span {
    /// The bytes.
    pub fn range(self) -> Range<usize> {
        self.0 as usize..self.1 as usize
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        let ends = u32::try_from(range.start).ok().zip(u32::try_from(range.end).ok());
        ends.map_or(Self::default(), |(start, end)| Self(start, end))
    }
}

/// A span of bytes in a user's file.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub source: Arc<SourceText>,
    /// The bytes, on character boundaries.
    span: Span,
}

impl Place {
    /// The place of something that has no text to show, such as a file that is missing.
    pub fn of_path(path: impl Into<String>) -> Self {
        SourceText::new(path, "").top()
    }

    /// The path of the file.
    pub fn path(&self) -> &str {
        self.source.path()
    }

    /// The bytes, on character boundaries.
    pub fn span(&self) -> Range<usize> {
        self.span.range()
    }

    /// The text of the span.
    pub fn text(&self) -> &str {
        &self.source.text[self.span()]
    }

    /// Line and column of the start, both from 1; columns count characters (Unicode scalar values).
    pub fn line_column(&self) -> (usize, usize) {
        line_column(&self.source.text, self.span().start)
    }

    /// Line and column just behind the end.
    pub fn end_line_column(&self) -> (usize, usize) {
        line_column(&self.source.text, self.span().end)
    }
}

fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.line_column();
        write!(f, "{}:{line}:{column}", self.path())
    }
}

/// A value together with the place that it was read from.
#[derive(Debug, Clone)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where the user wrote it.
    pub place: Place,
}

impl<T> At<T> {
    /// A value read from a place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// The same place with another value made of this one.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> At<U> {
        At { value: make(self.value), place: self.place }
    }
}

impl<T> std::ops::Deref for At<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_in_thai_and_chinese() {
        let text = SourceText::new("x.ftl", "ก = ร้อยละ\n客户 = 88%\n");
        let start = text.text().find("88").unwrap();
        assert_eq!(text.at(start..start + 2).line_column(), (2, 6));
    }

    #[test]
    fn a_span_inside_a_character_or_past_the_end_is_mended() {
        let text = SourceText::new("x.ftl", "ร้อย");
        assert_eq!(text.at(1..4).span(), 0..6);
        assert_eq!(text.at(5..99).span(), 3..12);
        assert_eq!(text.at(50..99).span(), 12..12);
    }
}
