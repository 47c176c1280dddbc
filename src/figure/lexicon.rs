//! The words of a language, found in one pass: where a figure may begin, and what stands at a place.

use super::numeral::digit_at;
use super::trie::Trie;
use super::word::Word;
use std::ops::Range;
use std::str::Chars;

/// One meaning and the words that have it.
pub type Entry = (&'static [&'static str], Word);

/// Whether a span of a text is a word there, and not a part of a longer one; in no language a Latin word begins behind a letter.
pub type Boundary = fn(&str, Range<usize>) -> bool;

/// The words of a language.
#[derive(Debug)]
pub struct Lexicon {
    beginnings: Beginnings,
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

/// The beginnings of words, of up to three characters; a few more may be taken for theirs. Most places are turned away here.
#[derive(Debug)]
struct Beginnings {
    /// Their first characters.
    first: Box<[u64; SIZE / 64]>,
    /// Whole words of one character or two.
    short: Box<[u64; SIZE / 64]>,
    /// The first three characters of longer ones.
    long: Box<[u64; SIZE / 64]>,
}

/// How many beginnings are told apart.
const SIZE: usize = 0x1_0000;

impl Beginnings {
    fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let none = || Box::new([0; SIZE / 64]);
        let mut beginnings = Self { first: none(), short: none(), long: none() };
        for word in words {
            let mut characters = word.chars().map(|character| character.to_ascii_lowercase());
            let mut next = || characters.next().unwrap_or_default();
            let (window, is_long) = ([next(), next(), next()], word.chars().nth(2).is_some());
            let [one, two, three] = numbers(window);
            let number = if is_long {
                three
            } else if window[1] == char::default() {
                one
            } else {
                two
            };
            let set = if is_long { &mut beginnings.long } else { &mut beginnings.short };
            set[number / 64] |= 1 << (number % 64);
            beginnings.first[one / 64] |= 1 << (one % 64);
        }
        beginnings
    }

    /// Whether a word may begin with the first of these characters, which others follow.
    fn has(&self, window: [char; 3]) -> bool {
        let is_in = |set: &[u64; SIZE / 64], number: usize| set[number / 64] >> (number % 64) & 1 > 0;
        if !is_in(&self.first, window[0] as usize % SIZE) {
            return false;
        }
        let [one, two, three] = numbers(window);
        is_in(&self.long, three) || is_in(&self.short, one) || is_in(&self.short, two)
    }
}

/// Numbers for the first character, the first two and all three, which few others share: scripts have their letters side by side.
fn numbers([one, two, three]: [char; 3]) -> [usize; 3] {
    let mix = |number: usize, character: char| number.wrapping_mul(0x9E5) ^ character as usize;
    let (one, two) = (one as usize, mix(one as usize, two));
    [one % SIZE, two % SIZE, mix(two, three) % SIZE]
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
        let digits = ["0123456789", "๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９"].into_iter();
        let digits = digits.flat_map(|script| script.split("").filter(|digit| !digit.is_empty()));
        let beginnings = Beginnings::of(opening.iter().map(|(word, _)| *word).chain(digits));
        Self { beginnings, openers, followers, boundary }
    }

    /// The next place at or after `from` where a figure may begin.
    pub fn next_opening(&self, text: &str, from: usize) -> Option<Opening> {
        let bytes = text.as_bytes();
        let letter = |at: usize| bytes[at].is_ascii_alphabetic();
        let next = |rest: &mut Chars<'_>| rest.next().unwrap_or_default().to_ascii_lowercase();
        let begin = |start: usize| {
            let mut rest = text[start..].chars();
            ([next(&mut rest), next(&mut rest), next(&mut rest)], rest)
        };
        let (mut start, (mut window, mut rest)) = (from, begin(from));
        let mut behind_letter = start > 0 && letter(start - 1);
        while start < text.len() {
            let is_letter = window[0].is_ascii_lowercase();
            if is_letter && behind_letter {
                start += bytes[start..].iter().position(|byte| !byte.is_ascii_alphabetic())?;
                (window, rest) = begin(start);
                continue;
            }
            behind_letter = is_letter;
            if self.beginnings.has(window) {
                // `1:1` of `1:16` is no word there, but a digit.
                if let Some((word, end)) = self.openers.at(text, start, self.boundary) {
                    return Some(Opening { start, end, word: Some(word) });
                }
                if let Some((_, length, _)) = digit_at(text, start) {
                    return Some(Opening { start, end: start + length, word: None });
                }
            }
            start += window[0].len_utf8();
            window = [window[1], window[2], next(&mut rest)];
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
        let stuck = |end: usize| bytes.get(end).is_some_and(u8::is_ascii_digit) && latin_before(text, end);
        let follower = self.followers.at(text, at, self.boundary).filter(|(_, end)| !stuck(*end));
        follower.or_else(|| self.openers.at(text, at, self.boundary))
    }
}

/// Whether no Latin letter touches the span on a side where the span itself has one, and no digit goes on behind its last.
pub fn is_whole(text: &str, span: Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let starts_inside = letter(span.start) && latin_before(text, span.start);
    let ends_inside = span.end > span.start && letter(span.end - 1) && latin_at(text, span.end);
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let goes_on = span.end > span.start && digit(span.end - 1) && digit(span.end);
    !starts_inside && !ends_inside && !goes_on
}

/// Whether a Latin letter stands at a place, with an accent or without, or an accent that lies over the letter before.
pub fn latin_at(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphabetic(),
        // Thai and Chinese begin with other bytes.
        Some(0xC3..=0xC9 | 0xCC | 0xCD | 0xE1) => text[at..].starts_with(is_accented),
        _ => false,
    }
}

/// The same before a place.
pub fn latin_before(text: &str, at: usize) -> bool {
    match at.checked_sub(1).map(|before| text.as_bytes()[before]) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphabetic(),
        Some(_) => text[..at].ends_with(is_accented),
        None => false,
    }
}

/// Whether a character is a Latin letter beyond ASCII, or an accent. Source: the blocks of Unicode.
fn is_accented(character: char) -> bool {
    matches!(character, '\u{C0}'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}')
        && !matches!(character, '×' | '÷')
}
