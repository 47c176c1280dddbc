//! The words of a language, found in one pass: where a figure may begin, and what stands at a place.

use super::numeral::digit_at;
use super::trie::Trie;
use super::word::Word;
use std::ops::Range;

/// One meaning and the words that have it.
pub type Entry = (&'static [&'static str], Word);

/// Whether a span of a text is a word there, and not a part of a longer one; in no language a Latin word begins behind a letter.
pub type Boundary = fn(&str, Range<usize>) -> bool;

/// The words of a language.
#[derive(Debug)]
pub struct Lexicon {
    /// The digits, and the words of one character.
    alone: Characters,
    /// The first two characters of all other words, by [`pair`]; most places are turned away here.
    pairs: Characters,
    openers: Trie<Word>,
    followers: Trie<Word>,
    boundary: Boundary,
}

/// A place where a figure may begin.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    /// The first byte.
    pub start: usize,
    /// The end of the word that stands there; for a digit, the end of that digit.
    pub end: usize,
    /// What the word means; `None` for a digit.
    pub word: Option<Word>,
}

/// A set of characters, or of pairs of them; a few more may be taken for its members.
#[derive(Debug)]
struct Characters(Box<[u64; 0x1_0000 / 64]>);

impl Default for Characters {
    fn default() -> Self {
        Self(Box::new([0; 0x1_0000 / 64]))
    }
}

impl Characters {
    fn add(&mut self, number: usize) {
        self.0[number % 0x1_0000 / 64] |= 1 << (number % 64);
    }

    fn has(&self, number: usize) -> bool {
        self.0[number % 0x1_0000 / 64] >> (number % 64) & 1 > 0
    }
}

/// A number for two characters, which few others share: scripts have their letters side by side.
fn pair(one: char, other: char) -> usize {
    (one as usize).wrapping_mul(0x9E5) ^ other as usize
}

impl Lexicon {
    /// A lexicon of words at which a figure may begin, of idioms that begin none, and of words that only follow a number;
    /// `boundary` tells a word from a part of another one.
    pub fn new(openers: &[Entry], idioms: &[&str], followers: &[Entry], boundary: Boundary) -> Self {
        let spread = |entries: &[Entry]| -> Vec<(&'static str, Word)> {
            entries.iter().flat_map(|(words, meaning)| words.iter().map(|word| (*word, *meaning))).collect()
        };
        let mut opening: Vec<(&str, Word)> = spread(openers);
        opening.extend(idioms.iter().map(|idiom| (*idiom, Word::Idiom)));
        let (openers, followers) = (Trie::new(&opening), Trie::new(&spread(followers)));
        let (mut alone, mut pairs) = (Characters::default(), Characters::default());
        ('0'..='9').chain('๐'..='๙').chain('０'..='９').for_each(|digit| alone.add(digit as usize));
        for (word, _) in &opening {
            let mut characters = word.chars().map(|character| character.to_ascii_lowercase());
            match (characters.next(), characters.next()) {
                (Some(one), Some(other)) => pairs.add(pair(one, other)),
                (Some(one), None) => alone.add(one as usize),
                (None, _) => {}
            }
        }
        Self { alone, pairs, openers, followers, boundary }
    }

    /// The next place at or after `from` where a figure may begin.
    pub fn next_opening(&self, text: &str, from: usize) -> Option<Opening> {
        let bytes = text.as_bytes();
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        let mut places =
            text[from..].char_indices().map(|(place, character)| (from + place, character.to_ascii_lowercase()));
        let mut next = places.next();
        while let Some((start, character)) = next {
            next = places.next();
            let begins =
                next.is_some_and(|(_, other)| self.pairs.has(pair(character, other))) || self.alone.has(character as usize);
            if !begins || letter(start) && start > 0 && letter(start - 1) {
                continue;
            }
            // `1:1` of `1:16` is no word there, but a digit.
            if let Some((word, end)) = self.openers.at(text, start, self.boundary) {
                return Some(Opening { start, end, word: Some(word) });
            }
            if let Some((_, length, _)) = digit_at(text, start) {
                return Some(Opening { start, end: start + length, word: None });
            }
        }
        None
    }

    /// The longest word that stands at `at`.
    pub fn word_at(&self, text: &str, at: usize) -> Option<(Word, usize)> {
        match (self.openers.at(text, at, self.boundary), self.followers.at(text, at, self.boundary)) {
            (Some(opener), Some(follower)) => Some(if follower.1 > opener.1 { follower } else { opener }),
            (opener, follower) => opener.or(follower),
        }
    }

    /// The longest word that stands at `at` behind a number: of two meanings the one that follows a number counts.
    pub fn follower_at(&self, text: &str, at: usize) -> Option<(Word, usize)> {
        let bytes = text.as_bytes();
        let stuck = |end: usize| bytes[end - 1].is_ascii_alphabetic() && bytes.get(end).is_some_and(u8::is_ascii_digit);
        let follower = self.followers.at(text, at, self.boundary).filter(|(_, end)| !stuck(*end));
        follower.or_else(|| self.openers.at(text, at, self.boundary))
    }
}

/// Whether no Latin letter touches the span on a side where the span itself has one, and no digit goes on behind its last.
pub fn is_whole(text: &str, span: Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let starts_inside = span.start > 0 && letter(span.start) && letter(span.start - 1);
    let ends_inside = span.end > span.start && letter(span.end - 1) && letter(span.end);
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let goes_on = span.end > span.start && digit(span.end - 1) && digit(span.end);
    !starts_inside && !ends_inside && !goes_on
}
