//! What stands beside a figure and tells it apart from others: words that both texts have, names, figures of other kinds.
//!
//! In: a side of a comparison. Out: its [`Token`]s, so that a token of the source can be found again in the target. Words of two
//! languages are one where a line of `concepts.txt` says so; in one language every word stands for itself.

use super::Side;
use crate::figure::lexicon::is_whole;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// Something beside figures that can be recognised in the other text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is, the same on both sides.
    pub key: Key,
    /// Its bytes.
    pub span: Range<usize>,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A line of the list of concepts.
    Concept(usize),
    /// A name in Latin letters, or a word or two letters of the one language of both texts.
    Word(String),
    /// A figure that found its partner, by the place of the pair.
    Pair(usize),
}

/// The words of all languages, each with the line of its concept.
pub fn words_of_concepts() -> impl Iterator<Item = (usize, &'static str)> {
    let lines = include_str!("concepts.txt").lines().filter(|line| !line.starts_with('#'));
    lines.enumerate().flat_map(|(concept, line)| {
        line.split(['|', ',']).map(str::trim).filter(|word| !word.is_empty()).map(move |word| (concept, word))
    })
}

/// The words of one language, each with the line of its concept.
struct Vocabulary {
    automaton: AhoCorasick,
    concepts: Vec<Vec<usize>>,
}

static VOCABULARIES: LazyLock<[Vocabulary; 3]> = LazyLock::new(|| [0, 1, 2].map(Vocabulary::of));

impl Vocabulary {
    /// The words in a column of the list.
    fn of(column: usize) -> Vocabulary {
        let mut words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let lines = include_str!("concepts.txt").lines().filter(|line| !line.starts_with('#'));
        for (concept, line) in lines.enumerate() {
            let cell = line.split('|').nth(column).expect("a concept has a cell for every language");
            for word in cell.split(',').map(str::trim) {
                words.entry(word.to_owned()).or_default().push(concept);
                if column == 0 {
                    words.entry(format!("{word}s")).or_default().push(concept);
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(words.keys())
            .expect("the list of concepts is small");
        Vocabulary { automaton, concepts: words.into_values().collect() }
    }
}

/// The tokens of a text; `one_language` says that the other text is in the same.
pub fn tokens(side: &Side<'_>, one_language: bool) -> Vec<Token> {
    let mut tokens = if one_language { words(side.text) } else { names(side.text) };
    let column = ["en", "th", "zh-Hans"].iter().position(|tag| *tag == side.language.tag);
    tokens.extend(column.map(|column| concepts(&VOCABULARIES[column], side.text)).unwrap_or_default());
    tokens.retain(|token| {
        let next = side.figures.partition_point(|figure| figure.span.end <= token.span.start);
        side.figures.get(next).is_none_or(|figure| token.span.end <= figure.span.start)
    });
    tokens
}

fn concepts(vocabulary: &Vocabulary, text: &str) -> Vec<Token> {
    let found = vocabulary.automaton.find_iter(text).filter(|found| is_whole(text, found.range()));
    let meanings = |found: aho_corasick::Match| {
        let concepts = vocabulary.concepts[found.pattern().as_usize()].iter();
        concepts.map(move |concept| Token { key: Key::Concept(*concept), span: found.range() })
    };
    found.flat_map(meanings).collect()
}

/// Words in Latin letters that begin with a capital or stand in a text of another script.
fn names(text: &str) -> Vec<Token> {
    latin(text).filter(|span| text[span.clone()].starts_with(|c: char| c.is_ascii_uppercase())).map(token(text)).collect()
}

/// Every word of a text in Latin letters; elsewhere every two letters.
fn words(text: &str) -> Vec<Token> {
    let letters: Vec<(usize, char)> =
        text.char_indices().filter(|(_, c)| !c.is_ascii() && (c.is_alphabetic() || is_mark(*c))).collect();
    let adjoining = |pair: &&[(usize, char)]| pair[0].0 + pair[0].1.len_utf8() == pair[1].0;
    let pairs = letters.windows(2).filter(adjoining).map(|pair| pair[0].0..pair[1].0 + pair[1].1.len_utf8());
    latin(text).chain(pairs).map(token(text)).collect()
}

/// Vowels and tones of Thai that are no letters by themselves.
fn is_mark(character: char) -> bool {
    ('\u{e31}'..='\u{e4e}').contains(&character)
}

fn token(text: &str) -> impl Fn(Range<usize>) -> Token + '_ {
    |span| Token { key: Key::Word(text[span.clone()].to_lowercase()), span }
}

/// The words in Latin letters of two letters and more.
fn latin(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_ascii_alphabetic())?;
        let length = text[start..].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len() - start);
        at = start + length;
        Some(start..at)
    })
    .filter(|span| span.len() > 1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_concept_has_a_word_in_every_language() {
        for line in include_str!("concepts.txt").lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('|').collect();
            assert!(
                cells.len() == 3 && cells.iter().all(|cell| cell.split(',').all(|word| !word.trim().is_empty())),
                "{line}"
            );
        }
    }
}
