//! The words of a language, found in one pass: where a figure may begin, and what stands at a place.

use super::word::Word;
use aho_corasick::{AhoCorasick, Anchored, Input, Match, MatchKind, StartKind};
use std::ops::Range;

/// One meaning and the words that have it.
pub type Entry = (&'static [&'static str], Word);

/// Whether a span of a text is a word there, and not a part of a longer one.
pub type Boundary = fn(&str, Range<usize>) -> bool;

/// The words of a language.
#[derive(Debug)]
pub struct Lexicon {
    openers: AhoCorasick,
    all: AhoCorasick,
    meanings: Vec<Word>,
    boundary: Option<Boundary>,
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
    /// A lexicon of words at which a figure may begin, of idioms that begin none, and of words that only follow a number.
    pub fn new(openers: &[Entry], idioms: &[&str], followers: &[Entry]) -> Self {
        let spread = |entries: &[Entry]| -> Vec<(&'static str, Word)> {
            entries.iter().flat_map(|(words, meaning)| words.iter().map(|word| (*word, *meaning))).collect()
        };
        let mut words: Vec<(&str, Word)> = spread(openers);
        words.extend(idioms.iter().map(|idiom| (*idiom, Word::Idiom)));
        let opening = words.len();
        words.extend(spread(followers));
        let build = |start: StartKind, patterns: Vec<&str>| {
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .ascii_case_insensitive(true)
                .start_kind(start)
                .build(patterns)
                .expect("a lexicon of a few thousand short words is far below the automaton's limits")
        };
        Self {
            openers: build(StartKind::Both, words[..opening].iter().map(|(word, _)| *word).chain(DIGITS).collect()),
            all: build(StartKind::Anchored, words.iter().map(|(word, _)| *word).collect()),
            meanings: words.iter().map(|(_, meaning)| *meaning).collect(),
            boundary: None,
        }
    }

    /// The same for a script without spaces, where only `boundary` can tell a word from a part of one; where the longest
    /// word is none, a shorter one at the same place may be.
    #[must_use]
    pub fn bounded(mut self, boundary: Boundary) -> Self {
        self.boundary = Some(boundary);
        self
    }

    /// The next place at or after `from` where a figure may begin.
    pub fn next_opening(&self, text: &str, mut from: usize) -> Option<Opening> {
        loop {
            let found = self.openers.find(Input::new(text).span(from..text.len()))?;
            let Some(boundary) = self.boundary else { return Some(self.opening(found)) };
            if let Some(found) = longest(&self.openers, text, found.start(), found.end(), boundary) {
                return Some(self.opening(found));
            }
            from = found.start() + text[found.start()..].chars().next().map_or(1, char::len_utf8);
        }
    }

    fn opening(&self, found: Match) -> Opening {
        let digit = found.pattern().as_usize() + DIGITS.len() >= self.openers.patterns_len();
        let word = (!digit).then(|| self.meanings[found.pattern().as_usize()]);
        Opening { start: found.start(), end: found.end(), word }
    }

    /// The longest word that stands at `at` and is not the beginning of a longer Latin word, with its end.
    pub fn word_at(&self, text: &str, at: usize) -> Option<(Word, usize)> {
        let found = match self.boundary {
            Some(boundary) => longest(&self.all, text, at, text.len(), boundary)?,
            None => self
                .all
                .find(Input::new(text).span(at..text.len()).anchored(Anchored::Yes))
                .filter(|found| is_whole(text, found.span().into()))?,
        };
        Some((self.meanings[found.pattern().as_usize()], found.end()))
    }
}

/// The longest word at `at` that ends at or before `end` and is a word there.
fn longest(words: &AhoCorasick, text: &str, at: usize, mut end: usize, boundary: Boundary) -> Option<Match> {
    loop {
        let found = words.find(Input::new(text).span(at..end).anchored(Anchored::Yes))?;
        if boundary(text, found.span().into()) {
            return Some(found);
        }
        end = found.end() - 1;
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
