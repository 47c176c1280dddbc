//! The Thai words, as an automaton.
//!
//! In: letters. Out: where words end. Nothing can go wrong. `build.rs` makes it from `assets/words/th.txt`; nothing is loaded when
//! the program starts. A slot of the array is a transition: its letter in bits 0 to 6 (0 for an empty slot), whether a word ends
//! behind it in bit 7, and the base of the state that follows in the rest. The transition of a state by a letter stands at the
//! state's base plus the letter; slot 0 has the base of the root. Every state has a base of its own, so the letter is proof enough.

static SLOTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/th.words"));

#[inline]
fn slot(index: usize) -> u32 {
    SLOTS.as_chunks().0.get(index).map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// The first byte of every letter of Thai, in UTF-8.
pub const LEAD: u8 = 0xE0;

/// A letter of Thai in UTF-8, 1 to 91 for U+0E01 to U+0E5B; `None` for anything else.
#[inline]
pub fn letter_of(bytes: &[u8; 3]) -> Option<u8> {
    let [LEAD, second @ (0xB8 | 0xB9), third] = *bytes else { return None };
    Some((second & 1) << 6 | third & 0x3F).filter(|letter| (1..=0x5B).contains(letter))
}

/// Calls `end` with the length of every word with which the letters begin, shortest first.
#[inline]
pub fn prefixes(letters: &[u8], mut end: impl FnMut(usize)) {
    let mut base = slot(0);
    for (index, &letter) in letters.iter().enumerate() {
        let next = slot(base as usize + usize::from(letter));
        if next & 0x7F != u32::from(letter) {
            return;
        }
        if next & 0x80 != 0 {
            end(index + 1);
        }
        base = next >> 8;
        if base == 0 {
            return;
        }
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A text as letters; `None` if it has anything else.
    pub fn letters(text: &str) -> Option<Vec<u8>> {
        let (letters, rest) = text.as_bytes().as_chunks();
        letters.iter().map(letter_of).collect::<Option<_>>().filter(|_| rest.is_empty())
    }

    #[test]
    fn the_automaton_knows_exactly_the_words_of_the_list() {
        let list = include_str!("../../../assets/words/th.txt");
        let (mut words, mut inner) = (0, 0);
        for word in list.lines() {
            let Some(letters) = letters(word) else { continue };
            let mut ends = Vec::new();
            prefixes(&letters, |end| ends.push(end));
            assert_eq!(ends.last(), Some(&letters.len()), "{word}");
            words += 1;
            inner += ends.len() - 1;
        }
        assert!(words > 60_000 && inner > 90_000, "{words} words, {inner} words that begin others");
        let mut ends = Vec::new();
        let letters = letters("การตลาดกขค").unwrap();
        prefixes(&letters, |end| ends.push(end));
        assert_eq!(ends, [2, 3, 7]);
    }
}
