//! Characters that no reader sees and that no finished file may hold: the program's own tokens, and joiners and marks of
//! direction that Fluent or an editor left behind and that copied text would carry on.

use std::ops::Range;

/// The invisible characters of a text: where, and what each is.
pub(super) fn find(text: &str) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    text.char_indices().filter_map(|(start, character)| Some((start..start + character.len_utf8(), name(character)?)))
}

fn name(character: char) -> Option<&'static str> {
    match character {
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}' => Some("a private-use character"),
        '\u{2068}' | '\u{2069}' => Some("a mark of isolation (U+2068, U+2069)"),
        '\u{200B}' => Some("a zero width space (U+200B)"),
        '\u{2060}' => Some("a word joiner (U+2060)"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_joiners_are_found_and_scripts_are_left_alone() {
        let found = |text: &str| find(text).map(|(span, _)| span).collect::<Vec<_>>();
        assert_eq!(found("ก\u{200B}ข").first(), Some(&(3..6)));
        assert_eq!(found("\u{E000}\u{F0001}\u{E001}"), [0..3, 3..7, 7..10]);
        assert!(found("ร้อยละ 88 近九成 “ok” — nearly nine\u{a0}in ten").is_empty());
    }
}
