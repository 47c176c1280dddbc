//! Where a text that was read from a page stands in the page's bytes.
//!
//! The parsed page keeps no offsets, so the source is walked again, without its tags and with its references decoded, and the
//! text is looked for there. Only done when there is a finding to point at.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// How many texts of a page are looked for at most: each is counted in all that stand before it, and nobody reads on after so many
/// findings.
const MOST: usize = 1000;

/// Looks for texts that were read from a page.
pub(super) struct Locator<'a> {
    html: &'a str,
    /// The texts in reading order, and whether each is one of an attribute.
    texts: Vec<(&'a str, bool)>,
    squeezed: OnceCell<Vec<String>>,
    /// The page's characters outside of tags, and all of them.
    read: OnceCell<Source>,
    raw: OnceCell<Source>,
    asked: Cell<usize>,
}

impl<'a> Locator<'a> {
    /// A locator of these texts, each with whether it stands in an attribute. It walks the page when it is asked first.
    pub fn new(html: &'a str, texts: impl Iterator<Item = (&'a str, bool)>) -> Self {
        let (squeezed, read, raw) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { html, texts: texts.collect(), squeezed, read, raw, asked: Cell::new(0) }
    }

    /// The bytes of `span` of the text at `index` in the page; `None` where the text cannot be found, as in JSON-LD with escapes,
    /// and after [`MOST`] others.
    pub fn locate(&self, index: usize, span: &Range<usize>) -> Option<Range<usize>> {
        self.asked.set(self.asked.get() + 1);
        let (text, attribute) = self.texts[index];
        if self.asked.get() > MOST || self.html.is_empty() {
            return None;
        }
        let source = match attribute {
            true => self.raw.get_or_init(|| Source::raw(self.html)),
            false => self.read.get_or_init(|| Source::of_text(self.html)),
        };
        let squeezed = self.squeezed.get_or_init(|| self.texts.iter().map(|(text, _)| squeeze(text)).collect());
        let finder = memchr::memmem::Finder::new(squeezed[index].as_bytes());
        let earlier = squeezed[..index].iter().zip(&self.texts).filter(|(_, (_, other))| *other == attribute);
        let twins: usize = earlier.map(|(earlier, _)| finder.find_iter(earlier.as_bytes()).count()).sum();
        let mut last = None;
        let start = finder.find_iter(source.text.as_bytes()).inspect(|start| last = Some(*start)).nth(twins);
        let start = start.or(last)?;
        let from = start + squeeze(&text[..span.start]).len();
        let to = start + squeeze(&text[..span.end]).len();
        Some(source.offsets.get(from).copied()?..source.offsets.get(to.checked_sub(1)?).copied()? + 1)
    }
}

/// The place of the element with that id: its opening tag.
pub(super) fn element(html: &str, id: &str) -> Option<Range<usize>> {
    let attribute = html.find(&format!("id=\"{id}\""))?;
    let start = html[..attribute].rfind('<')?;
    let end = attribute + html[attribute..].find('>')? + 1;
    Some(start..end)
}

/// White space is laid out differently in the source, so neither side keeps any.
fn squeeze(text: &str) -> String {
    text.chars().filter(|character| !character.is_ascii_whitespace()).collect()
}

/// Characters of a page without white space, and for each of their bytes the byte in the page that it came from.
#[derive(Default)]
struct Source {
    text: String,
    offsets: Vec<usize>,
}

impl Source {
    /// All characters, tags too.
    fn raw(html: &str) -> Self {
        let mut source = Self::default();
        source.add(html, 0);
        source
    }

    /// The characters outside tags, comments, scripts and styles.
    fn of_text(html: &str) -> Self {
        let mut source = Self::default();
        let mut at = 0;
        while let Some(open) = html[at..].find('<').map(|open| at + open) {
            source.add(&html[at..open], at);
            let tag = &html[open..];
            let close = match () {
                () if tag.starts_with("<!--") => "-->",
                () if tag.starts_with("<script") => "</script>",
                () if tag.starts_with("<style") => "</style>",
                () => ">",
            };
            at = html[open..].find(close).map_or(html.len(), |end| open + end + close.len());
        }
        source.add(&html[at..], at);
        source
    }

    fn add(&mut self, html: &str, offset: usize) {
        let mut at = 0;
        while let Some(character) = html[at..].chars().next() {
            let (decoded, length) = reference(&html[at..]).unwrap_or((character, character.len_utf8()));
            if !decoded.is_ascii_whitespace() {
                self.text.push(decoded);
                let unescaped = decoded.len_utf8() == length;
                self.offsets.extend((0..decoded.len_utf8()).map(|byte| offset + at + if unescaped { byte } else { 0 }));
            }
            at += length;
        }
    }
}

/// The character reference at the start of a text, and its length.
fn reference(html: &str) -> Option<(char, usize)> {
    let end = html.strip_prefix('&')?.bytes().take(10).position(|byte| byte == b';')? + 1;
    let name = &html[1..end];
    let decoded = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((decoded, end + 1))
}

#[cfg(test)]
mod tests {
    use super::super::html;
    use super::super::reading::Piece;
    use super::*;

    fn locator<'a>(html: &'a str, pieces: &'a [Piece<'a>]) -> Locator<'a> {
        Locator::new(html, pieces.iter().map(|piece| (piece.text.as_ref(), piece.attribute)))
    }

    /// What stands in the page where the `wanted` text of the piece that holds it was read.
    fn found<'a>(html: &'a str, piece: usize, wanted: &str) -> Option<&'a str> {
        let pieces = html::read(html, &html::Sheets::default()).pieces;
        let start = pieces[piece].text.find(wanted).unwrap();
        locator(html, &pieces).locate(piece, &(start..start + wanted.len())).map(|span| &html[span])
    }

    #[test]
    fn a_text_is_found_through_tags_references_and_line_ends() {
        let html = "<p>ลูกค้า &amp; <b>ร้อยละ\n   62</b> กล่าว</p>";
        assert_eq!(found(html, 0, "62"), Some("62"));
        assert_eq!(found(html, 0, "ร้อยละ 62"), Some("ร้อยละ\n   62"));
    }

    #[test]
    fn the_second_of_two_equal_cells_is_found() {
        let html = "<table><tr><td>7</td><td>7</td></tr></table>";
        let pieces = html::read(html, &html::Sheets::default()).pieces;
        let locator = locator(html, &pieces);
        assert_eq!(locator.locate(0, &(0..1)), Some(15..16));
        assert_eq!(locator.locate(1, &(0..1)), Some(25..26));
    }

    #[test]
    fn a_flood_of_findings_has_an_end() {
        let html = format!("<table>{}</table>", "<tr><td>7</td></tr>".repeat(MOST + 1));
        let pieces = html::read(&html, &html::Sheets::default()).pieces;
        let locator = locator(&html, &pieces);
        let found = (0..pieces.len()).filter(|index| locator.locate(*index, &(0..1)).is_some());
        assert_eq!(found.count(), MOST);
    }

    #[test]
    fn attributes_are_found_in_their_tags() {
        assert_eq!(found("<img alt='up 7% &lt; 9%'>", 0, "9%"), Some("9%"));
    }
}
