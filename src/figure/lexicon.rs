//! The words of a language, found in one pass: where a figure may begin, and what stands at a place.

use super::trie::Trie;
use super::word::Word;
use aho_corasick::{AhoCorasick, Input, MatchKind};
use std::ops::Range;

/// One meaning and the words that have it.
pub type Entry = (&'static [&'static str], Word);

/// Whether a span of a text is a word there, and not a part of a longer one.
pub type Boundary = fn(&str, Range<usize>) -> bool;

/// The words of a language.
#[derive(Debug)]
pub struct Lexicon {
    scan: AhoCorasick,
    openings: usize,
    openers: Trie,
    followers: Trie,
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

const DIGITS: [&str; 30] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "๐", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙", "０", "１", "２",
    "３", "４", "５", "６", "７", "８", "９",
];

impl Lexicon {
    /// A lexicon of words at which a figure may begin, of idioms that begin none, and of words that only follow a number;
    /// `boundary` tells a word from a part of another one.
    pub fn new(openers: &[Entry], idioms: &[&str], followers: &[Entry], boundary: Boundary) -> Self {
        let spread = |entries: &[Entry]| -> Vec<(&'static str, Word)> {
            entries.iter().flat_map(|(words, meaning)| words.iter().map(|word| (*word, *meaning))).collect()
        };
        let mut opening: Vec<(&str, Word)> = spread(openers);
        opening.extend(idioms.iter().map(|idiom| (*idiom, Word::Idiom)));
        let scan = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(opening.iter().map(|(word, _)| *word).chain(DIGITS))
            .expect("a lexicon of some thousand short words is far below the automaton's limits");
        let (openers, followers) = (Trie::new(&opening), Trie::new(&spread(followers)));
        Self { scan, openings: opening.len(), openers, followers, boundary }
    }

    /// The next place at or after `from` where a figure may begin.
    pub fn next_opening(&self, text: &str, mut from: usize) -> Option<Opening> {
        loop {
            let found = self.scan.find(Input::new(text).span(from..text.len()))?;
            let start = found.start();
            if found.pattern().as_usize() >= self.openings {
                return Some(Opening { start, end: found.end(), word: None });
            }
            if let Some((word, end)) = self.openers.at(text, start, self.boundary) {
                return Some(Opening { start, end, word: Some(word) });
            }
            from = start + text[start..].chars().next().map_or(1, char::len_utf8);
        }
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

/// Whether no Latin letter touches the span on a side where the span itself has one.
pub fn is_whole(text: &str, span: Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let starts_inside = span.start > 0 && letter(span.start) && letter(span.start - 1);
    let ends_inside = span.end > span.start && letter(span.end - 1) && letter(span.end);
    !starts_inside && !ends_inside
}
