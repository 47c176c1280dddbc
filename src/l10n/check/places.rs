//! The places of a text that a check wants to look at, each with both neighbours.
//!
//! In: a text, and what tells by its bytes that a character may matter: a test of one byte or a few, so that most of a text is passed by
//! without being decoded. Out: those characters. Nothing can go wrong.

/// A character of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Its first byte.
    pub at: usize,
    /// The character before it.
    pub before: Option<char>,
    /// The character.
    pub c: char,
    /// The character behind it.
    pub after: Option<char>,
}

/// The characters that are wanted, by the bytes of the text and the place of one of them; a byte inside of a character is never
/// wanted.
pub fn places(text: &str, is_wanted: impl Fn(&[u8], usize) -> bool) -> impl Iterator<Item = Spot> {
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(move |&at| is_wanted(bytes, at) && text.is_char_boundary(at)).map(move |at| {
        let mut rest = text[at..].chars();
        let c = rest.next().expect("a character begins here");
        Spot { at, before: text[..at].chars().next_back(), c, after: rest.next() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wanted_characters_come_with_their_neighbours() {
        let found = |text: &str| places(text, |bytes, at| !bytes[at].is_ascii_alphabetic()).collect::<Vec<_>>();
        assert_eq!(found("aé"), [Spot { at: 1, before: Some('a'), c: 'é', after: None }]);
        let ends: Vec<_> = found("ก ข").iter().map(|spot| (spot.at, spot.before, spot.c, spot.after)).collect();
        assert_eq!(ends, [(0, None, 'ก', Some(' ')), (3, Some('ก'), ' ', Some('ข')), (4, Some(' '), 'ข', None)]);
        assert_eq!(found(""), []);
    }
}
