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
    /// The characters with which a word or a number begins, a bit each; most places are turned away here.
    first: Vec<u64>,
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
        let mut first = vec![0; 0x1_0000 / 64];
        let digits = ('0'..='9').chain('๐'..='๙').chain('０'..='９');
        for character in opening.iter().filter_map(|(word, _)| word.chars().next()).chain(digits) {
            for character in [character.to_ascii_lowercase(), character.to_ascii_uppercase()] {
                first[character as usize / 64] |= 1 << (character as usize % 64);
            }
        }
        Self { first, openers, followers, boundary }
    }

    /// The next place at or after `from` where a figure may begin.
    pub fn next_opening(&self, text: &str, from: usize) -> Option<Opening> {
        let bytes = text.as_bytes();
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        let begins = |character: char| {
            self.first.get(character as usize / 64).is_some_and(|bits| bits >> (character as usize % 64) & 1 > 0)
        };
        let places = text[from..].char_indices().filter(|(_, character)| begins(*character)).map(|(place, _)| from + place);
        places.filter(|at| !(letter(*at) && *at > 0 && letter(at - 1))).find_map(|start| {
            // `1:1` of `1:16` is no word there, but a digit.
            let word = self.openers.at(text, start, self.boundary);
            let word = word.map(|(word, end)| Opening { start, end, word: Some(word) });
            word.or_else(|| digit_at(text, start).map(|(_, length, _)| Opening { start, end: start + length, word: None }))
        })
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
