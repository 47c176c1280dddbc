//! What is said around a figure, as weighted terms, so that it can be held against what is said of a stat.
//!
//! In: a text, and the places of its figures. Out: [`Token`]s, and the [`Surrounding`] of a place: near words count for more than
//! far ones, and little behind another figure, the end of a clause or of a sentence. Nothing can go wrong.
//!
//! English words lose their endings, Thai is cut into words by the dictionary, Chinese into pairs of characters. Words that the
//! list of concepts (or `words.txt`) gives one meaning are one term, in all languages; words that tell nothing are left out.

use crate::compare::words_of_concepts;
use crate::locale::segment;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// A word, or a pair of characters, in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    /// Its bytes.
    pub span: Range<usize>,
    /// The same for all forms of the word.
    pub term: Cow<'t, str>,
}

/// Words that join clauses in which different figures stand.
const CONJUNCTIONS: &[&str] = &["while", "wherea", "and", "but", "against", "ขณะที่", "ในขณะที่", "ส่วน", "แต่", "และ"];

/// Words that stand beside every figure.
static IDLE: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "that",
        "is",
        "are",
        "was",
        "were",
        "as",
        "or",
        "it",
        "its",
        "for",
        "with",
        "on",
        "by",
        "than",
        "from",
        "at",
        "who",
        "their",
        "them",
        "they",
        "be",
        "been",
        "have",
        "ha",
        "had",
        "this",
        "these",
        "those",
        "say",
        "said",
        "told",
        "which",
        "there",
        "ที่",
        "ของ",
        "ใน",
        "เป็น",
        "ว่า",
        "ให้",
        "จะ",
        "ได้",
        "มี",
        "กับ",
        "แก่",
        "ซึ่ง",
        "อยู่",
        "นั้น",
        "นี้",
        "คือ",
        "ก็",
        "โดย",
        "จาก",
        "ต่อ",
        "บอก",
        "บอกว่า",
        "กล่าว",
        "กล่าวว่า",
        "ๆ",
        "การ",
        "ความ",
        "ระบุ",
        "ร้อยละ",
        "เปอร์เซ็นต์",
        "ปี",
    ]
    .into()
});

/// The term of each word that the list of concepts has.
static CONCEPTS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut terms = BTreeMap::new();
    let lines = include_str!("words.txt").lines().filter(|line| !line.starts_with('#')).enumerate();
    let own = lines.flat_map(|(line, words)| words.split(['|', ',']).map(move |word| (format!("#w{line}"), word.trim())));
    let concepts = words_of_concepts().map(|(concept, word)| (format!("#{concept}"), word));
    for (term, word) in own.chain(concepts) {
        terms.entry(stem(word).into_owned()).or_insert(term);
    }
    terms
});

/// Whether a term is that of a concept, which every language shares.
pub fn is_concept(term: &str) -> bool {
    term.starts_with('#')
}

/// The tokens of a text, in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = words(text);
    for token in &mut tokens {
        if let Some(concept) = CONCEPTS.get(&*token.term) {
            token.term = Cow::Borrowed(concept);
        }
    }
    tokens.retain(|token| !IDLE.contains(&*token.term) && !token.term.contains(['的', '了']));
    tokens
}

/// The words of a text, in order.
fn words(text: &str) -> Vec<Token<'_>> {
    let ends = segment::word_ends(text);
    let mut ends = ends.into_iter().peekable();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let class = Class::of(first);
        let length: usize = text[at..].chars().take_while(|c| Class::of(*c) == class).map(char::len_utf8).sum();
        let run = at..at + length;
        match class {
            Class::Word => tokens.push(Token { term: stem(&text[run.clone()]), span: run.clone() }),
            Class::Thai => {
                let mut start = run.start;
                while ends.peek().is_some_and(|end| *end <= run.start) {
                    ends.next();
                }
                while let Some(end) = ends.next_if(|end| *end < run.end) {
                    tokens.push(Token { span: start..end, term: Cow::Borrowed(&text[start..end]) });
                    start = end;
                }
                tokens.push(Token { span: start..run.end, term: Cow::Borrowed(&text[start..run.end]) });
            }
            Class::Han => pairs(text, &run, &mut tokens),
            Class::None => {}
        }
        at = run.end;
    }
    tokens
}

/// The words of concepts in a run of three characters or more, and pairs of characters, one beginning at each of the others; a lone
/// character is one by itself.
fn pairs<'t>(text: &'t str, run: &Range<usize>, tokens: &mut Vec<Token<'t>>) {
    const LONGEST: usize = 5;
    let starts: Vec<usize> = text[run.clone()].char_indices().map(|(at, _)| run.start + at).collect();
    let end_of = |position: usize| starts.get(position).copied().unwrap_or(run.end);
    let mut position = 0;
    while position < starts.len() {
        let word = |length: usize| starts[position]..end_of(position + length);
        let lengths = (3..=LONGEST).rev().filter(|length| position + length <= starts.len());
        if let Some(length) = lengths.into_iter().find(|length| CONCEPTS.contains_key(&text[word(*length)])) {
            tokens.push(Token { span: word(length), term: Cow::Borrowed(&text[word(length)]) });
            position += length;
            continue;
        }
        if position + 1 < starts.len() || starts.len() == 1 {
            tokens.push(Token { span: word(1), term: Cow::Borrowed(&text[word(2)]) });
        }
        position += 1;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Word,
    Thai,
    Han,
    None,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            '\u{0E50}'..='\u{0E59}' | '\u{0E3F}' => Class::None,
            '\u{0E01}'..='\u{0E5B}' => Class::Thai,
            '\u{3400}'..='\u{9FFF}' => Class::Han,
            c if c.is_alphabetic() => Class::Word,
            _ => Class::None,
        }
    }
}

/// A word without the endings of English.
fn stem(word: &str) -> Cow<'_, str> {
    let plain: Cow<'_, str> =
        if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) };
    if !plain.is_ascii() {
        return plain;
    }
    let cut = |ending: &str| plain.strip_suffix(ending).filter(|rest| rest.len() >= 4).map(str::len);
    let length = ["ings", "ing", "ies", "ied", "ed", "es", "s", "ly", "e"].into_iter().find_map(cut);
    match length {
        Some(length) => Cow::Owned(plain[..length].to_owned()),
        None => plain,
    }
}

/// The terms around a place: the position of each among the tokens, with its weight in thousandths.
pub type Surrounding = Vec<(usize, u32)>;

/// What stays of a weight behind each token, in percent.
const STEP: u32 = 92;
/// Behind another figure.
const FIGURE: u32 = 45;
/// Behind the other cells of a row.
const CELL: u32 = 75;
/// Behind the end of a clause, of a sentence, of a line.
const CLAUSE: u32 = 80;
const JOINED: u32 = 60;
/// Before a figure with which a clause begins.
const BEGINS: u32 = 70;
const SENTENCE: u32 = 35;
const LINE: u32 = 15;
/// From a line that says next to nothing, such as the cell of a table: what it is of stands before it.
const BARE_BACK: u32 = 75;
const BARE_ON: u32 = 12;
/// Below this, nothing counts any more.
const LEAST: u32 = 60;

/// The terms around `place`; `figures` are the places of all figures of the text, in order.
pub fn surrounding(text: &str, tokens: &[Token<'_>], place: &Range<usize>, figures: &[Range<usize>]) -> Surrounding {
    let line_start = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[place.end..].find('\n').map_or(text.len(), |at| place.end + at);
    let first = tokens.partition_point(|token| token.span.start < line_start);
    let own = tokens[first..].iter().take_while(|token| token.span.end <= line_end).take(12);
    let bare = own.filter(|token| !meets(place, &token.span)).count() < 4;
    let walk = |line| Walk { text, tokens, figures, line };
    let mut found = walk(if bare { BARE_ON } else { LINE }).forward(place.end);
    found.extend(walk(if bare { BARE_BACK } else { LINE }).backward(place.start));
    found.sort_unstable();
    found
}

fn meets(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

struct Walk<'w> {
    text: &'w str,
    tokens: &'w [Token<'w>],
    figures: &'w [Range<usize>],
    line: u32,
}

impl Walk<'_> {
    fn forward(&self, from: usize) -> Surrounding {
        let mut found = Vec::new();
        let (mut at, mut weight) = (from, 1000);
        let first = self.tokens.partition_point(|token| token.span.start < from);
        for (position, token) in self.tokens.iter().enumerate().skip(first) {
            weight = weight * self.gap(at..token.span.start) / 100;
            if weight < LEAST {
                break;
            }
            at = token.span.end;
            if !self.is_figure(&token.span) {
                found.push((position, weight));
                weight = weight * self.step(token) / 100;
            }
        }
        found
    }

    fn backward(&self, from: usize) -> Surrounding {
        let mut found = Vec::new();
        let (mut at, mut weight) = (from, 1000);
        let end = self.tokens.partition_point(|token| token.span.end <= from);
        for (position, token) in self.tokens[..end].iter().enumerate().rev() {
            weight = weight * self.gap(token.span.end..at) / 100;
            // A figure that begins a clause says nothing of the one before.
            if at == from && self.text[token.span.end..at].trim_end().ends_with(['，', ',', '；', '、']) {
                weight = weight * BEGINS / 100;
            }
            if weight < LEAST {
                break;
            }
            at = token.span.start;
            if !self.is_figure(&token.span) {
                found.push((position, weight));
                weight = weight * self.step(token) / 100;
            }
        }
        found
    }

    fn step(&self, token: &Token<'_>) -> u32 {
        if CONJUNCTIONS.contains(&&*token.term) { JOINED } else { STEP }
    }

    fn is_figure(&self, span: &Range<usize>) -> bool {
        let next = self.figures.partition_point(|figure| figure.end <= span.start);
        self.figures.get(next).is_some_and(|figure| meets(figure, span))
    }

    /// What stays of a weight behind what stands between two tokens, in percent.
    fn gap(&self, span: Range<usize>) -> u32 {
        if span.is_empty() {
            return 100;
        }
        let (Some(text), mut stays) = (self.text.get(span.clone()), 100) else { return 0 };
        let next = self.figures.partition_point(|figure| figure.start < span.start);
        if self.figures.get(next).is_some_and(|figure| figure.end <= span.end) {
            // The cells of a row are all of the same.
            let is_row = self.line == BARE_BACK && text.contains('\n');
            stays = stays * if is_row { CELL } else { FIGURE } / 100;
        }
        if text.contains('\n') {
            stays = stays * self.line / 100;
        } else if text.contains(['。', '！', '？', '；', '!', '?', ';']) || text.contains(". ") {
            stays = stays * SENTENCE / 100;
        } else if text.contains(['，', ',', '、', '（', '(', '）', ')', ':', '：', '—', '–', '|']) {
            stays = stays * CLAUSE / 100;
        }
        stays
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.term.into_owned()).collect()
    }

    #[test]
    fn words_of_three_languages() {
        let plain = |text| words(text).into_iter().map(|token| token.term.into_owned()).collect::<Vec<_>>();
        assert_eq!(plain("Customers shared 72% of it."), ["customer", "shar", "of", "it"]);
        assert_eq!(plain("ลูกค้าร้อยละ 62"), ["ลูกค้า", "ร้อยละ"]);
        assert_eq!(plain("62%的客户"), ["的客", "客户"]);
        assert_eq!(terms("customers")[0], terms("ลูกค้า")[0]);
        assert_eq!(terms("customers")[0], terms("客户")[0]);
        assert_eq!(terms("好 Z星球"), ["好", "z", "星球"]);
    }

    #[test]
    fn near_words_count_for_more_than_those_behind_another_figure() {
        let text = "61% share the good, 20% share the bad";
        let figures = [0..3, 20..23];
        let tokens = tokens(text);
        let weight = |place: &Range<usize>, term: &str| {
            let around = surrounding(text, &tokens, place, &figures);
            let term = &terms(term)[0];
            around.iter().find(|(at, _)| tokens[*at].term == *term).map_or(0, |(_, weight)| *weight)
        };
        assert!(weight(&figures[0], "good") > 3 * weight(&figures[0], "bad") / 2);
        assert!(weight(&figures[1], "bad") > weight(&figures[1], "good"));
    }
}
