//! What the letters and digits of a text tell of it before anything is read.
//!
//! In: a text. Out: the languages in which it may say a figure in words, and its runs of digits. Nothing can go wrong.

use crate::figure::numeric::{is_numeric, next_numeric};
use std::ops::Range;

/// Whose letters a text has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Scripts {
    latin: bool,
    thai: bool,
    han: bool,
}

impl Scripts {
    /// Looks at the first bytes of the characters: those of Thai begin with E0 B8 or E0 B9, those of Chinese with E4 to E9.
    pub fn of(text: &str) -> Self {
        let (mut latin, mut thai, mut han) = (false, false, false);
        for byte in text.bytes() {
            latin |= byte.is_ascii_alphabetic();
            thai |= byte == 0xE0;
            han |= matches!(byte, 0xE4..=0xE9);
        }
        Self { latin, thai, han }
    }

    /// The languages that are written with them.
    pub fn languages(self) -> impl Iterator<Item = &'static str> {
        [(self.latin, "en"), (self.thai, "th"), (self.han, "zh-Hans")]
            .into_iter()
            .filter(|(has, _)| *has)
            .map(|(_, tag)| tag)
    }

    /// Whether a language may say anything in words with them; one that is not known may.
    pub fn may_say(self, tag: &str) -> bool {
        match tag {
            "en" => self.latin,
            "th" => self.thai,
            "zh-Hans" => self.han,
            _ => true,
        }
    }
}

/// The parts of a text in which a language may say a figure in words: for English, those without other letters that have a word of
/// three.
pub(super) fn runs(tag: &str, text: &str) -> Vec<Range<usize>> {
    if tag != "en" || text.is_ascii() {
        return std::iter::once(0..text.len()).collect();
    }
    let mut runs = Vec::new();
    let (mut start, mut letters, mut has_word) = (0, 0, false);
    for (at, character) in text.char_indices().chain([(text.len(), '一')]) {
        letters = if character.is_ascii_alphabetic() { letters + 1 } else { 0 };
        has_word |= letters == 3;
        if matches!(character, '\u{E00}'..='\u{1FFF}' | '\u{2070}'..) {
            if has_word {
                runs.push(start..at);
            }
            (start, has_word) = (at + character.len_utf8(), false);
        }
    }
    runs
}

/// Runs of numeric characters of any script that are not part of a name such as `B2B`, `COVID-19` or `m²`.
pub(super) fn numerals(text: &str) -> impl Iterator<Item = Range<usize>> {
    let named = |character: char| character.is_alphabetic() && (character as u32) < 0x250;
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = next_numeric(text, at)?;
            let end = text[start..].find(|character| !is_numeric(character)).map_or(text.len(), |end| start + end);
            at = end;
            let before = text[..start].strip_suffix('-').unwrap_or(&text[..start]);
            if !before.ends_with(named) && !text[end..].starts_with(named) {
                return Some(start..end);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_read_where_it_stands() {
        let text = "ลูกค้า three in four ตอบ B2B 是 two";
        assert_eq!(runs("en", text).into_iter().map(|run| text[run].trim()).collect::<Vec<_>>(), ["three in four", "two"]);
        assert_eq!(runs("th", text).len(), 1);
    }

    #[test]
    fn languages_are_told_by_their_letters() {
        let languages = |text| Scripts::of(text).languages().collect::<Vec<_>>();
        assert_eq!(languages("ลูกค้า NPS 88%"), ["en", "th"]);
        assert_eq!(languages("客户 – 88%"), ["zh-Hans"]);
        assert_eq!(languages("½ 88 ·"), Vec::<&str>::new());
    }

    #[test]
    fn digits_of_any_script_count_and_names_do_not() {
        let found = |text: &'static str| numerals(text).map(|span| &text[span]).collect::<Vec<_>>();
        assert_eq!(found("ร้อยละ ๘๘ และ 12 ราย, ½"), ["๘๘", "12", "½"]);
        assert_eq!(found("有100万人，B2B、COVID-19、5G、Z 世代"), ["100"]);
        assert_eq!(found(""), Vec::<&str>::new());
    }
}
