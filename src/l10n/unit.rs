//! A message or a term as it stands in its file: its syntax, its comment, and its bytes.
//!
//! In: the text of a Fluent file. Out: its [`Unit`]s in order, and the bytes of what is not well formed, which loading has found. The tree
//! that messages are formatted from has no comments, so the text is read once more, with them.

use crate::diagnostic::{Place, SourceText};
use fluent_syntax::ast::{Attribute, Comment, Entry, Pattern, Resource};
use sha2::{Digest, Sha256};
use std::ops::Range;
use std::sync::Arc;

/// A message or a term.
#[derive(Debug)]
pub struct Unit<'a> {
    /// Its id; a term's with the hyphen.
    pub id: &'a str,
    /// Its file.
    pub file: &'a Arc<SourceText>,
    /// Its text, if it has any beside its attributes.
    pub value: Option<Pattern<&'a str>>,
    /// Its attributes.
    pub attributes: Vec<Attribute<&'a str>>,
    /// The comment above it, line by line.
    pub comment: Vec<&'a str>,
    /// From its comment to the next entry, blank lines behind it included.
    pub whole: Range<usize>,
    /// From its id to its last letter.
    pub own: Range<usize>,
}

impl<'a> Unit<'a> {
    /// Whether it is a term.
    pub fn is_term(&self) -> bool {
        self.id.starts_with('-')
    }

    /// The place of its id.
    pub fn place(&self) -> Place {
        self.file.at(self.own.start..self.own.start + self.id.len())
    }

    /// The offset of a slice of its syntax in the file.
    pub fn offset(&self, slice: &str) -> usize {
        offset(self.file, slice)
    }

    /// The place of a slice of its syntax.
    pub fn place_of(&self, slice: &str) -> Place {
        let start = self.offset(slice);
        self.file.at(start..start + slice.len())
    }

    /// Its patterns: the text, and that of each attribute.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern<&'a str>> {
        self.value.iter().chain(self.attributes.iter().map(|attribute| &attribute.value))
    }

    /// Whether it is there only to be filled in: its text is nothing but an empty string.
    pub fn is_empty(&self) -> bool {
        use fluent_syntax::ast::{Expression, InlineExpression::StringLiteral, PatternElement::Placeable};
        let is_void = |pattern: &Pattern<&str>| match &pattern.elements[..] {
            [Placeable { expression: Expression::Inline(StringLiteral { value }) }] => value.trim().is_empty(),
            _ => false,
        };
        self.patterns().next().is_some() && self.patterns().all(is_void)
    }

    /// Its text as a reader of files knows it: ends of lines and the indentation that all its lines share count for nothing.
    pub fn text(&self) -> String {
        let text = &self.file.text()[self.own.clone()];
        let lines: Vec<_> = text.lines().map(str::trim_end).collect();
        let indent = |line: &&str| line.len() - line.trim_start_matches(' ').len();
        let shared = lines.iter().skip(1).filter(|line| !line.is_empty()).map(indent).min().unwrap_or(0);
        let mut out = lines.first().copied().unwrap_or_default().to_owned();
        for line in &lines[1..] {
            out.push('\n');
            if !line.is_empty() {
                out.push_str("    ");
                out.push_str(&line[shared..]);
            }
        }
        out
    }

    /// The fingerprint of its text.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.text())
    }
}

/// Sixteen hexadecimal digits of the SHA-256 of a text: enough to tell a text from an earlier one, and short in a file.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// What stands in a file.
#[derive(Debug, Default)]
pub struct Reading<'a> {
    /// Its units, in order.
    pub units: Vec<Unit<'a>>,
    /// The bytes of what is not well formed.
    pub junk: Vec<Range<usize>>,
}

/// Reads a file.
pub fn read(file: &Arc<SourceText>) -> Reading<'_> {
    let text = file.text();
    let Resource { body } = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, _)| resource);
    let starts: Vec<_> = body.iter().map(|entry| start(file, entry)).collect();
    let mut reading = Reading::default();
    for (position, entry) in body.into_iter().enumerate() {
        let end = starts[position + 1..].iter().flatten().copied().next().unwrap_or(text.len());
        let Some(begin) = starts[position] else { continue };
        let (name, value, attributes, comment) = match entry {
            Entry::Message(message) => (message.id.name, message.value, message.attributes, message.comment),
            Entry::Term(term) => (term.id.name, Some(term.value), term.attributes, term.comment),
            Entry::Junk { .. } => {
                reading.junk.push(begin..end);
                continue;
            }
            _ => continue,
        };
        let id = offset(file, name);
        let id = id - usize::from(text[..id].ends_with('-'));
        reading.units.push(Unit {
            id: &text[id..offset(file, name) + name.len()],
            file,
            value,
            attributes,
            comment: comment.map(|comment| comment.content).unwrap_or_default(),
            whole: begin..end,
            own: id..begin + text[begin..end].trim_end().len(),
        });
    }
    reading
}

fn offset(file: &SourceText, slice: &str) -> usize {
    let start = (slice.as_ptr() as usize).wrapping_sub(file.text().as_ptr() as usize);
    if start <= file.text().len() { start } else { 0 }
}

/// Where an entry begins: at the start of the line of its comment or its id.
fn start(file: &SourceText, entry: &Entry<&str>) -> Option<usize> {
    let of_comment = |comment: &Comment<&str>| comment.content.first().map(|line| offset(file, line));
    let at = match entry {
        Entry::Message(message) => {
            message.comment.as_ref().and_then(of_comment).unwrap_or_else(|| offset(file, message.id.name))
        }
        Entry::Term(term) => term.comment.as_ref().and_then(of_comment).unwrap_or_else(|| offset(file, term.id.name)),
        Entry::Comment(comment) | Entry::GroupComment(comment) | Entry::ResourceComment(comment) => of_comment(comment)?,
        Entry::Junk { content } => offset(file, content),
    };
    Some(file.text()[..at].rfind('\n').map_or(0, |newline| newline + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "### หัวไฟล์\n\n# ก่อน\n# บรรทัดสอง\na = ร้อยละ\n\n## กลุ่ม\n\n-b =\n    { $x ->\n       *[one] 一\n    }\n\n      .c = 二\n\njunk\nd = 三\n";

    #[test]
    fn units_have_their_bytes_with_and_without_comment() {
        let file = SourceText::new("x.ftl", TEXT);
        let units = read(&file).units;
        let shown: Vec<_> = units.iter().map(|unit| (unit.id, &TEXT[unit.own.clone()], unit.comment.len())).collect();
        assert_eq!(
            shown,
            [
                ("a", "a = ร้อยละ", 2),
                ("-b", "-b =\n    { $x ->\n       *[one] 一\n    }\n\n      .c = 二", 0),
                ("d", "d = 三", 0)
            ]
        );
        assert_eq!(&TEXT[units[0].whole.clone()], "# ก่อน\n# บรรทัดสอง\na = ร้อยละ\n\n");
        assert_eq!(units[1].attributes[0].id.name, "c");
        assert_eq!(units[2].place().line_column(), (17, 1));
    }

    #[test]
    fn the_layout_of_a_text_does_not_count_and_its_words_do() {
        let print = |text: &str| {
            let file = SourceText::new("x.ftl", text);
            read(&file).units[0].fingerprint()
        };
        assert_eq!(print("a =\n    one\n      - two\n\n\n"), print("# c\na =  \r\n  one\r\n    - two\r\n"));
        assert_ne!(print("a =\n    one\n      - two\n"), print("a =\n    one\n    - two\n"));
        assert_ne!(print("a = one"), print("a = ones"));
    }

    #[test]
    fn a_text_to_be_filled_in_is_empty() {
        let is_empty = |text: &str| {
            let file = SourceText::new("x.ftl", text);
            read(&file).units[0].is_empty()
        };
        assert!(is_empty("a = { \"\" }"));
        assert!(!is_empty("a = { \"x\" }"));
        assert!(!is_empty("a = b { \"\" }"));
    }
}
