//! Where a text that was read from a page stands in the page's bytes.
//!
//! The parsed page keeps no offsets, so the source is walked again, without its tags and with its references decoded, and the
//! text is looked for there. Only done when there is a finding to point at.

use super::reading::Piece;
use std::ops::Range;

/// The bytes of `span` of `pieces[index]` in the page; `None` where the text cannot be found, as in JSON-LD with escapes.
pub(super) fn locate(html: &str, pieces: &[Piece], index: usize, span: &Range<usize>) -> Option<Range<usize>> {
    let piece = &pieces[index];
    let source = if piece.attribute { Source::raw(html) } else { Source::of_text(html) };
    let needle = squeeze(&piece.text);
    let starts = |text: &str| memchr::memmem::find_iter(text.as_bytes(), needle.as_bytes()).collect::<Vec<_>>();
    let earlier = pieces[..index].iter().filter(|earlier| earlier.attribute == piece.attribute);
    let twins: usize = earlier.map(|earlier| starts(&squeeze(&earlier.text)).len()).sum();
    let starts = starts(&source.text);
    let start = starts.get(twins).or(starts.last())?;
    let from = start + squeeze(&piece.text[..span.start]).len();
    let to = start + squeeze(&piece.text[..span.end]).len();
    Some(source.offsets.get(from).copied()?..source.offsets.get(to.checked_sub(1)?).copied()? + 1)
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
    use super::*;

    /// What stands in the page where the `wanted` text of the piece that holds it was read.
    fn found<'a>(html: &'a str, piece: usize, wanted: &str) -> Option<&'a str> {
        let pieces = html::read(html, &html::Sheets::default()).pieces;
        let start = pieces[piece].text.find(wanted).unwrap();
        locate(html, &pieces, piece, &(start..start + wanted.len())).map(|span| &html[span])
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
        assert_eq!(locate(html, &pieces, 0, &(0..1)), Some(15..16));
        assert_eq!(locate(html, &pieces, 1, &(0..1)), Some(25..26));
    }

    #[test]
    fn attributes_are_found_in_their_tags() {
        assert_eq!(found("<img alt='up 7% &lt; 9%'>", 0, "9%"), Some("9%"));
    }
}
