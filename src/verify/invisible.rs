//! Characters that no reader sees: the program's own tokens, joiners and marks of direction that Fluent or an editor left
//! behind, which no finished file may hold; and those that a script may need, but never at a figure.

use std::ops::Range;

/// The invisible characters of a text that may stand nowhere: where, and what each is.
pub(super) fn find(text: &str) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    suspects(text).filter_map(|(start, character)| Some((start..start + character.len_utf8(), name(character)?)))
}

/// A text that was looked through once for all of its parts.
#[derive(Debug)]
pub(super) struct Seen<'t> {
    text: &'t str,
    /// The invisible characters in it that may stand nowhere.
    pub unseen: Vec<(Range<usize>, &'static str)>,
    /// Whether it has any that may not stand at a figure.
    clings: bool,
}

impl<'t> Seen<'t> {
    /// Looks through a text.
    pub fn of(text: &'t str) -> Self {
        let (mut unseen, mut clinging) = (Vec::new(), false);
        for (start, character) in suspects(text) {
            unseen.extend(name(character).map(|name| (start..start + character.len_utf8(), name)));
            clinging |= clings(character);
        }
        Self { text, unseen, clings: clinging }
    }

    /// Whether something is a stretch of this very text, where it stands, and nothing invisible is in all of it.
    pub fn clears(&self, part: &str) -> bool {
        let (whole, part) = (self.text.as_bytes().as_ptr_range(), part.as_bytes().as_ptr_range());
        self.unseen.is_empty() && !self.clings && whole.start <= part.start && part.end <= whole.end
    }
}

/// The first bytes of characters that may be invisible; letters of Thai and Chinese begin with none of them.
const SUSPECTS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'\n' | b'\r' | b'\t' => false,
            ..0x20 | 0x7F | 0xC2 | 0xCC | 0xCD | 0xD2 | 0xD8 | 0xE1..=0xE3 | 0xEE..=0xF7 => true,
            _ => false,
        };
        byte += 1;
    }
    table
};

/// The characters of a text that may be invisible.
fn suspects(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        from += plain(&text.as_bytes()[from..]);
        let at = from + text.as_bytes()[from..].iter().position(|&byte| SUSPECTS[usize::from(byte)])?;
        let character = text[at..].chars().next()?;
        from = at + character.len_utf8();
        Some((at, character))
    })
}

/// How many bytes at the beginning, in whole steps of a vector, are surely none of [`SUSPECTS`]: a few more are left to the table.
fn plain(bytes: &[u8]) -> usize {
    const STEP: usize = 32;
    let may_be = |byte: u8| {
        (byte < 0x20) & (byte != b'\n')
            | matches!(byte, 0xC2..=0xD8)
            | (byte == 0x7F)
            | matches!(byte, 0xE1..=0xE3)
            | matches!(byte, 0xEE..=0xF7)
    };
    let is_plain = |step: &&[u8; STEP]| !step.iter().fold(false, |any, &byte| any | may_be(byte));
    bytes.as_chunks::<STEP>().0.iter().take_while(is_plain).count() * STEP
}

fn name(character: char) -> Option<&'static str> {
    match character {
        ..'\u{7F}' => match character {
            '\t' | '\n' | '\r' | ' '.. => None,
            _ => Some("a control character"),
        },
        '\u{7F}'..='\u{9F}' => Some("a control character"),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => Some("a private-use character"),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some("a mark that sets the direction of text"),
        '\u{200B}' => Some("a zero width space (U+200B)"),
        '\u{2060}'..='\u{2065}' => Some("a word joiner or invisible operator"),
        '\u{206A}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFC}' | '\u{E0000}'..='\u{E0FFF}' => {
            Some("an invisible control character")
        }
        '\u{FEFF}' => Some("a byte order mark (U+FEFF)"),
        _ => None,
    }
}

/// Characters that are not seen by themselves, or lie over the one before them.
fn clings(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{200B}'..='\u{200F}'
            | '\u{20D0}'..='\u{20FF}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{FFA0}'
            | '\u{E0100}'..='\u{E01EF}'
    )
}

/// The characters that stand unseen in a figure or beside a digit: where, and what each is.
pub(super) fn at_figures<'a>(
    text: &str,
    figures: impl Iterator<Item = &'a Range<usize>> + Clone,
) -> Vec<(Range<usize>, &'static str)> {
    let clinging = suspects(text).filter(|(_, character)| clings(*character));
    let spans = clinging.map(|(start, character)| start..start + character.len_utf8());
    let at_digit = |span: &Range<usize>| {
        text[..span.start].ends_with(char::is_numeric) || text[span.end..].starts_with(char::is_numeric)
    };
    let in_figure =
        |span: &Range<usize>| figures.clone().any(|figure| figure.start <= span.start && span.end <= figure.end + 1);
    spans
        .filter(|span| at_digit(span) || in_figure(span))
        .map(|span| (span, "an invisible or overlying character"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_part_of_a_clear_text_itself_is_cleared() {
        let (text, same) = ("ลูกค้า 62% †".to_owned(), "62%".to_owned());
        let at = text.find("62").unwrap();
        assert!(Seen::of(&text).clears(&text[at..at + 3]) && Seen::of(&text).clears(&text));
        assert!(!Seen::of(&text).clears(&same) && !Seen::of(&text[..at + 2]).clears(&text[at..at + 3]));
        for unseen in ['\u{200B}', '\u{AD}', '\u{336}', '\u{E000}', '\u{202E}', '\u{FE0F}'] {
            let text = format!("{text}{unseen}");
            assert!(!Seen::of(&text).clears(&text[..3]), "{unseen:?}");
        }
    }

    #[test]
    fn tokens_and_joiners_are_found_and_scripts_are_left_alone() {
        let found = |text: &str| find(text).map(|(span, _)| span).collect::<Vec<_>>();
        assert_eq!(found("ก\u{200B}ข").first(), Some(&(3..6)));
        assert_eq!(found("\u{E000}\u{F0001}\u{E001}"), [0..3, 3..7, 7..10]);
        assert_eq!(found("6\u{202E}2\u{8}"), [1..4, 5..6]);
        assert!(found("ร้อยละ 88 近九成 “ok” — nearly nine\u{a0}in ten, co\u{AD}operate\r\n").is_empty());
    }

    #[test]
    fn every_invisible_character_is_suspected() {
        let mut bytes = [0; 4];
        for character in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let is_one = name(character).is_some() || clings(character);
            let text = character.encode_utf8(&mut bytes);
            assert!(!is_one || suspects(text).next().is_some(), "{character:?}");
            let long = format!("{text:\u{e01}^60}");
            assert!(!is_one || suspects(&long).map(|(_, found)| found).eq([character]), "{character:?} within a long text");
        }
    }

    #[test]
    fn nothing_clings_to_a_figure() {
        let found = |text: &str, figure: Range<usize>| at_figures(text, std::iter::once(&figure)).len();
        assert_eq!(found("6\u{AD}2%", 0..5), 1);
        assert_eq!(found("a 6\u{336}", 0..0), 1);
        assert_eq!(found("ครึ่ง\u{200D}หนึ่ง", 0..36), 1);
        assert_eq!(found("co\u{AD}operate at 62%", 16..19), 0);
    }
}
