//! The words of a language, found in one pass: where a figure may begin, and what stands at a place.

use super::word::Word;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use std::ops::Range;

/// One meaning and the words that have it.
pub type Entry = (&'static [&'static str], Word);

/// Whether a span of a text is a word there, and not a part of a longer one.
pub type Boundary = fn(&str, Range<usize>) -> bool;

/// The words of a language.
#[derive(Debug)]
pub struct Lexicon {
    scan: AhoCorasick,
    openers: Words,
    followers: Words,
}

/// Words that are looked for at one place.
#[derive(Debug)]
struct Words {
    automaton: AhoCorasick,
    meanings: Vec<Word>,
    /// The bytes with which a word begins: most places are turned away by them.
    first: [bool; 256],
    boundary: Boundary,
}

impl Words {
    fn new(words: &[(&str, Word)], boundary: Boundary) -> Self {
        let mut first = [false; 256];
        for byte in words.iter().filter_map(|(word, _)| word.bytes().next()) {
            first[usize::from(byte.to_ascii_lowercase())] = true;
            first[usize::from(byte.to_ascii_uppercase())] = true;
        }
        let automaton = build(StartKind::Anchored, words.iter().map(|(word, _)| *word).collect());
        Self { automaton, meanings: words.iter().map(|(_, meaning)| *meaning).collect(), first, boundary }
    }

    /// The longest word that stands at `at` and is not a part of another one, with its end.
    fn at(&self, text: &str, at: usize) -> Option<(Word, usize)> {
        text.as_bytes().get(at).filter(|byte| self.first[usize::from(**byte)])?;
        let mut limit = text.len();
        loop {
            let found = self.automaton.find(Input::new(text).span(at..limit).anchored(Anchored::Yes))?;
            if (self.boundary)(text, found.span().into()) {
                return Some((self.meanings[found.pattern().as_usize()], found.end()));
            }
            limit = found.end() - 1;
        }
    }
}

fn build(start: StartKind, patterns: Vec<&str>) -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .start_kind(start)
        .build(patterns)
        .expect("a lexicon of some thousand short words is far below the automaton's limits")
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
        Self {
            scan: build(StartKind::Unanchored, opening.iter().map(|(word, _)| *word).chain(DIGITS).collect()),
            openers: Words::new(&opening, boundary),
            followers: Words::new(&spread(followers), boundary),
        }
    }

    /// The next place at or after `from` where a figure may begin.
    pub fn next_opening(&self, text: &str, mut from: usize) -> Option<Opening> {
        loop {
            let found = self.scan.find(Input::new(text).span(from..text.len()))?;
            let start = found.start();
            if found.pattern().as_usize() >= self.openers.meanings.len() {
                return Some(Opening { start, end: found.end(), word: None });
            }
            if let Some((word, end)) = self.openers.at(text, start) {
                return Some(Opening { start, end, word: Some(word) });
            }
            from = start + text[start..].chars().next().map_or(1, char::len_utf8);
        }
    }

    /// The longest word that stands at `at`.
    pub fn word_at(&self, text: &str, at: usize) -> Option<(Word, usize)> {
        match (self.openers.at(text, at), self.followers.at(text, at)) {
            (Some(opener), Some(follower)) => Some(if follower.1 > opener.1 { follower } else { opener }),
            (opener, follower) => opener.or(follower),
        }
    }

    /// The longest word that stands at `at` behind a number: of two meanings the one that follows a number counts.
    pub fn follower_at(&self, text: &str, at: usize) -> Option<(Word, usize)> {
        let bytes = text.as_bytes();
        let stuck = |end: usize| bytes[end - 1].is_ascii_alphabetic() && bytes.get(end).is_some_and(u8::is_ascii_digit);
        let follower = self.followers.at(text, at).filter(|(_, end)| !stuck(*end));
        follower.or_else(|| self.openers.at(text, at))
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
