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

/// The characters that are wanted, by the bytes before one and those from it on.
pub fn places(text: &str, is_wanted: impl Fn(&[u8], &[u8]) -> bool) -> impl Iterator<Item = Spot> {
    let mut next = 0;
    std::iter::from_fn(move || {
        while next < text.len() {
            let at = next;
            let (before, rest) = text.as_bytes().split_at(at);
            next += length(rest[0]);
            if is_wanted(before, rest) {
                let mut rest = text[at..].chars();
                let (before, c) = (text[..at].chars().next_back(), rest.next()?);
                return Some(Spot { at, before, c, after: rest.next() });
            }
        }
        None
    })
}

/// How many bytes a character has that begins with this one.
#[inline]
fn length(first: u8) -> usize {
    match first {
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0.. => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wanted_characters_come_with_their_neighbours() {
        let is_wanted = |_: &[u8], rest: &[u8]| matches!(rest[0], b' ' | 0xC0..);
        let found = |text: &str| places(text, is_wanted).collect::<Vec<_>>();
        assert_eq!(found("aé"), [Spot { at: 1, before: Some('a'), c: 'é', after: None }]);
        let ends: Vec<_> = found("ก ข").iter().map(|spot| (spot.at, spot.before, spot.c, spot.after)).collect();
        assert_eq!(ends, [(0, None, 'ก', Some(' ')), (3, Some('ก'), ' ', Some('ข')), (4, Some(' '), 'ข', None)]);
        assert_eq!(found(""), []);
    }
}
