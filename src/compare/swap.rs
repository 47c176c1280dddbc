//! Two figures that changed places: every value is there, but each says what the other should.
//!
//! A translation may turn a sentence round, so order alone proves nothing. Two witnesses are heard, in this order: the words
//! that lead to a figure (`from` and `to`), and all that stands beside both figures in both texts and should have moved along:
//! words, names, figures of other kinds. Order counts only where nothing else speaks.

use super::concept::{Key, Token, tokens};
use super::matching::Matching;
use super::nearness::nearness;
use super::{Change, Side};
use crate::diagnostic::Code;
use crate::model::{Kind, Quantity};
use std::collections::BTreeSet;

/// The pairs that changed places.
pub fn swapped(source: &Side<'_>, target: &Side<'_>, matching: &Matching) -> Vec<Change> {
    let mut changes: Vec<Change> = matching.turned.iter().map(|(here, there)| turned(source, here, target, there)).collect();
    let pairs = &matching.pairs;
    let candidates: Vec<(usize, usize)> = (0..pairs.len())
        .flat_map(|a| (a + 1..pairs.len().min(a + APART)).map(move |b| (a, b)))
        .filter(|&(a, b)| {
            are_exchangeable(source, pairs[a].0, pairs[b].0)
                || are_exchangeable(target, pairs[a].1, pairs[b].1)
                || are_crossed(source, target, pairs[a], pairs[b])
        })
        .collect();
    if candidates.is_empty() {
        return changes;
    }
    let witnesses = Witnesses::new(source, target, matching);
    let mut told = BTreeSet::new();
    // Those whose order is turned round come first: they are the likelier of two explanations.
    for inverted in [true, false] {
        let ranks = |at: usize| source.figures[pairs[at].0].quantity.kind == Kind::Ordinal;
        let fits = |(a, b): &&(usize, usize)| (pairs[*a].1 > pairs[*b].1) == inverted && (inverted || !ranks(*a));
        for &(a, b) in candidates.iter().filter(fits) {
            if !told.contains(&a) && !told.contains(&b) && witnesses.say_swapped(pairs, a, b, &told) {
                told.extend([a, b]);
                changes.push(change(source, (pairs[a].0, pairs[b].0), target, (pairs[a].1, pairs[b].1)));
            }
        }
    }
    changes
}

/// The ends of a range that stand in the wrong order.
fn turned(source: &Side<'_>, here: &[usize], target: &Side<'_>, there: &[usize]) -> Change {
    let ends = |positions: &[usize]| {
        let (first, last) = (positions.iter().min(), positions.iter().max());
        (*first.expect("a range has ends"), *last.expect("a range has ends"))
    };
    change(source, ends(here), target, ends(there))
}

/// The change of two figures that changed places.
pub fn change(source: &Side<'_>, (i, j): (usize, usize), target: &Side<'_>, (p, q): (usize, usize)) -> Change {
    let cover = |side: &Side<'_>, a: usize, b: usize| {
        let (a, b) = (&side.figures[a].span, &side.figures[b].span);
        a.start.min(b.start)..a.end.max(b.end)
    };
    let message = format!("`{}` and `{}` changed places", source.words(i), source.words(j));
    Change { code: Code::FiguresSwapped, source: Some(cover(source, i, j)), target: Some(cover(target, p, q)), message }
}

/// Whether two figures of a text could stand in each other's place without anyone seeing it.
fn are_exchangeable(side: &Side<'_>, i: usize, j: usize) -> bool {
    let of = |position: usize| -> Quantity { side.figures[position].quantity };
    let (a, b) = (of(i), of(j));
    a.kind == b.kind
        && a.unit == b.unit
        && a.amount != b.amount
        && crate::figure::sameness::counts(&side.figures[i])
        && crate::figure::sameness::counts(&side.figures[j])
}

/// Whether two amounts changed places and left their units behind: `12.6 billion baht … 84 billion` as `84 billion baht …`.
fn are_crossed(source: &Side<'_>, target: &Side<'_>, (i, p): (usize, usize), (j, q): (usize, usize)) -> bool {
    let of = |side: &Side<'_>, at: usize| (side.figures[at].quantity.kind, side.figures[at].quantity.unit);
    let (a, b, c, d) = (of(source, i), of(source, j), of(target, p), of(target, q));
    let money =
        [a, b].iter().any(|(kind, _)| *kind == Kind::Currency) && [a, b].iter().any(|(kind, _)| *kind == Kind::Count);
    let large = |at: usize| {
        source.figures[at].quantity.amount.value().is_some_and(|value| value >= rust_decimal::Decimal::ONE_THOUSAND)
    };
    money && large(i) && large(j) && a == d && b == c && a != b && p > q
}

/// What both texts have beside their figures.
struct Witnesses<'s, 't> {
    source: &'s Side<'t>,
    target: &'s Side<'t>,
    source_tokens: Vec<Token>,
    target_tokens: Vec<Token>,
    /// What both texts have, by its place in the source.
    places: Vec<(usize, Key)>,
}

impl<'s, 't> Witnesses<'s, 't> {
    fn new(source: &'s Side<'t>, target: &'s Side<'t>, matching: &Matching) -> Self {
        let one_language = source.language.tag == target.language.tag;
        let (mut source_tokens, mut target_tokens) = (tokens(source, one_language), tokens(target, one_language));
        for (place, &(i, p)) in matching.pairs.iter().enumerate() {
            source_tokens.push(Token { key: Key::Pair(place), span: source.figures[i].span.clone() });
            target_tokens.push(Token { key: Key::Pair(place), span: target.figures[p].span.clone() });
        }
        for tokens in [&mut source_tokens, &mut target_tokens] {
            tokens.sort_by(|a, b| (&a.key, a.span.start).cmp(&(&b.key, b.span.start)));
        }
        let there: BTreeSet<&Key> = target_tokens.iter().map(|token| &token.key).collect();
        let shared = source_tokens.iter().filter(|token| there.contains(&token.key));
        let mut places: Vec<(usize, Key)> = shared.map(|token| (token.span.start, token.key.clone())).collect();
        places.sort();
        Self { source, target, source_tokens, target_tokens, places }
    }

    /// Whether two pairs of figures changed places.
    fn say_swapped(&self, pairs: &[(usize, usize)], a: usize, b: usize, told: &BTreeSet<usize>) -> bool {
        let ((i, p), (j, q)) = (pairs[a], pairs[b]);
        if self.is_doubtful(i, p) || self.is_doubtful(j, q) {
            return false;
        }
        if are_crossed(self.source, self.target, (i, p), (j, q)) {
            return true;
        }
        // `Eight out of every ten dollars`: the unit is said of both, once.
        let elliptic = |at: usize, there: usize| {
            let kinds = [self.source.figures[at].quantity.kind, self.target.figures[there].quantity.kind];
            kinds.contains(&Kind::Currency) && kinds.contains(&Kind::Count)
        };
        if elliptic(i, p) != elliptic(j, q) && p > q {
            return false;
        }
        // A score has its order: `3–2`.
        if let (Some(here), Some(there)) = (dashed(self.source, i, j), dashed(self.target, p, q)) {
            return here != there;
        }
        if let Some(swapped) = self.leads((i, j), (p, q)) {
            return swapped;
        }
        if let (Some(here), Some(there)) = (part_of(self.source, i, j), part_of(self.target, p, q)) {
            return (here == i) != (there == p);
        }
        let kind = self.source.figures[i].quantity.kind;
        let other = |key: &&Key| match key {
            Key::Pair(place) => self.source.figures[pairs[*place].0].quantity.kind != kind && !told.contains(place),
            _ => true,
        };
        let near = self.keys_near(i, j);
        let votes: Vec<(i64, i64)> = near.iter().filter(other).map(|key| self.vote(key, (i, j), (p, q))).collect();
        // What stands by the one figure in the source, and what stands by the other.
        let by = |first: bool| votes.iter().filter(|(lean, _)| (*lean > 0) == first).map(|(_, vote)| vote).sum::<i64>();
        let hedges = self.hedges((i, j), (p, q));
        // A hedge that went to the other figure says it all, unless words clearly contradict.
        if hedges < 0 && by(true) + by(false) < CLEAR {
            return true;
        }
        let (first, second) = (by(true) + hedges, by(false));
        let (all, best) = (first + second, first.max(second));
        match (p > q, all) {
            (true, ..=DOUBTFUL) => best < CLEAR,
            (false, ..=DOUBTFUL) => best < -CLEAR,
            (inverted, votes) => {
                let silent = inverted && votes < CLEAR / 4;
                silent && self.are_parallel(self.source, i, j) && self.are_parallel(self.target, p, q)
            }
        }
    }

    /// Whether one text says a small number more often than the other nearby, so that the pair may be a wrong one.
    fn is_doubtful(&self, i: usize, p: usize) -> bool {
        const NEAR: usize = 12;
        let quantity = self.source.figures[i].quantity;
        let small =
            quantity.kind == Kind::Count && quantity.amount.value().is_some_and(|value| value <= rust_decimal::Decimal::TEN);
        let often = |side: &Side<'_>, at: usize| {
            let figures = &side.figures[at.saturating_sub(NEAR)..(at + NEAR).min(side.figures.len())];
            figures.iter().filter(|figure| figure.quantity.amount == quantity.amount).count()
        };
        small && often(self.source, i) != often(self.target, p)
    }

    /// What stands near two figures of the source and also in the target.
    fn keys_near(&self, i: usize, j: usize) -> Vec<Key> {
        const REACH: usize = 300;
        let (a, b) = (&self.source.figures[i].span, &self.source.figures[j].span);
        let (from, to) = (a.start.min(b.start).saturating_sub(REACH), a.end.max(b.end) + REACH);
        let first = self.places.partition_point(|(start, _)| *start < from);
        let near: BTreeSet<Key> =
            self.places[first..].iter().take_while(|(start, _)| *start < to).map(|(_, key)| key.clone()).collect();
        near.into_iter().collect()
    }

    /// Whether a thing stands nearer to the first figure in the source (above 0) or to the second; and above 0 if it stands
    /// nearer to the same one in both texts, below 0 if not.
    fn vote(&self, key: &Key, (i, j): (usize, usize), (p, q): (usize, usize)) -> (i64, i64) {
        let lean = |side: &Side<'_>, tokens: &[Token], a: usize, b: usize| {
            let near = |figure: usize, other: usize| {
                let places = places_of(tokens, key, &side.figures[figure].span);
                places.map(|token| nearness(side, &token.span, figure, other)).max().unwrap_or(0)
            };
            near(a, b) - near(b, a)
        };
        let here = lean(self.source, &self.source_tokens, i, j);
        let vote = (here * lean(self.target, &self.target_tokens, p, q)).clamp(-LOUDEST, LOUDEST);
        // Two letters are a part of a word, and say little by themselves.
        let letters = matches!(key, Key::Word(word) if !word.is_ascii());
        (here, if letters { vote / 8 } else { vote })
    }

    /// A hedge moves with its figure.
    fn hedges(&self, (i, j): (usize, usize), (p, q): (usize, usize)) -> i64 {
        let [a, b] = [i, j].map(|at| self.source.figures[at].quantity.hedge);
        let [c, d] = [p, q].map(|at| self.target.figures[at].quantity.hedge);
        match (a == c && b == d, a == d && b == c) {
            (true, false) => HEDGED,
            (false, true) => -HEDGED,
            _ => 0,
        }
    }

    /// What the words that lead to the figures say, if they say anything.
    fn leads(&self, (i, j): (usize, usize), (p, q): (usize, usize)) -> Option<bool> {
        let of = [(self.source, i), (self.source, j), (self.target, p), (self.target, q)].map(|(side, at)| lead(side, at));
        match of {
            [Some(a), Some(b), Some(c), Some(d)] if a != b && c != d => Some(a != c),
            [Some(a), None, Some(b), None] | [None, Some(a), None, Some(b)] => Some(a != b),
            [Some(a), None, None, Some(b)] | [None, Some(a), Some(b), None] => Some(a == b),
            [Some(a), Some(b), Some(c), None] if a != b => Some(a != c),
            [Some(a), Some(b), None, Some(d)] if a != b => Some(b != d),
            [Some(a), None, Some(c), Some(d)] if c != d => Some(a != c),
            [None, Some(b), Some(c), Some(d)] if c != d => Some(b != d),
            _ => None,
        }
    }

    /// Whether two figures stand side by side in one sentence.
    fn are_parallel(&self, side: &Side<'_>, a: usize, b: usize) -> bool {
        const NEAR: usize = 120;
        let (first, second) = (&side.figures[a.min(b)].span, &side.figures[a.max(b)].span);
        let between = side.text.get(first.end..second.start).unwrap_or("");
        // `two of the four` is turned round in Chinese.
        let part_of_whole = between.contains(" of ") || between.contains("จาก") || between.contains('中');
        a.abs_diff(b) == 1
            && !part_of_whole
            && between.len() < NEAR
            && !between.contains(". ")
            && !between.contains(['。', '！', '？', '；', ';', '\n'])
    }
}

/// Of two figures that a dash alone joins, whether the first is named first.
fn dashed(side: &Side<'_>, a: usize, b: usize) -> Option<bool> {
    let (first, second) = (&side.figures[a.min(b)].span, &side.figures[a.max(b)].span);
    let between = side.text.get(first.end..second.start)?.trim();
    matches!(between, "-" | "–" | "—" | "−" | "ต่อ" | "比").then_some(a < b)
}

/// Of two figures the one that is a part of the other: `two of the four`, 四名被告中有两人.
fn part_of(side: &Side<'_>, a: usize, b: usize) -> Option<usize> {
    const NEAR: usize = 75;
    let (first, second) = (a.min(b), a.max(b));
    let between = side.text.get(side.figures[first].span.end..side.figures[second].span.start)?.replace('\u{a0}', " ");
    let head = side.text[..side.figures[first].span.start].trim_end().to_lowercase();
    if second != first + 1 || between.len() > NEAR || between.contains(['。', ';', '；']) || between.contains(". ") {
        return None;
    }
    match side.language.tag {
        "en" if head.ends_with("of") || head.ends_with("of the") || head.ends_with("of every") => Some(second),
        "en" if [" of ", " out of ", " in every ", " in "]
            .iter()
            .any(|word| between.ends_with(word) || between.contains(" of the")) =>
        {
            Some(first)
        }
        "th" if ["จาก", "จากทั้งหมด", "ในจำนวน", "จากจำนวน"].iter().any(|word| head.ends_with(word)) => {
            Some(second)
        }
        "th" if between.contains("จาก") => Some(first),
        "zh-Hans" if between.contains(['中', '里']) => Some(second),
        _ => None,
    }
}

/// The places of a thing in the neighbourhood of a figure; the tokens are sorted by their keys.
fn places_of<'t>(tokens: &'t [Token], key: &Key, figure: &std::ops::Range<usize>) -> impl Iterator<Item = &'t Token> {
    const REACH: usize = 600;
    let first = tokens.partition_point(|token| token.key < *key);
    let (from, to) = (figure.start.saturating_sub(REACH), figure.end + REACH);
    let same = tokens[first..].iter().take_while({
        let key = key.clone();
        move |token| token.key == key
    });
    same.filter(move |token| token.span.start < to && from < token.span.end)
}

/// How many pairs further on a figure may have gone.
const APART: usize = 9;

/// From where votes are clear.
const CLEAR: i64 = 150;
const DOUBTFUL: i64 = -CLEAR;

/// What one witness counts at most: one word may stand by both figures and be said only once.
const LOUDEST: i64 = 2000;

/// What hedges count.
const HEDGED: i64 = 300;

/// The part that a word before a figure gives it in a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    From,
    To,
}

const FROM: &[&str] = &["from", "从", "由", "จาก", "จากเดิม", "จากเดิมที่"];
const TO: &[&str] = &["to", "至", "到", "升至", "增至", "降至", "เป็น", "สู่", "เหลือ", "มาอยู่ที่", "มาเป็น", "เหลือเพียง"];

/// Words that end like one of a change and lead to any figure.
const NO_CHANGE: &[&str] = &[
    "limited to",
    "restricted to",
    "according to",
    "due to",
    "close to",
    "compared to",
    "up to",
    "prior to",
    "thanks to",
    "equal to",
    "came to",
    "comes to",
    "amounts to",
    "amounted to",
    "达到",
    "受到",
    "收到",
    "คิดเป็น",
    "นับเป็น",
    "แบ่งเป็น",
];

/// The word that leads to a figure, over a few letters: `จากร้อยละ 31`, `从2019年的9%`.
fn lead(side: &Side<'_>, position: usize) -> Option<Lead> {
    const NEAR: usize = 36;
    let start = side.figures[position].span.start;
    let from = side.text.ceil_char_boundary(start.saturating_sub(NEAR)).min(start);
    let head = side.text[from..start].trim_end();
    let clause = head.rfind(['，', '。', '；', ',', ';', '、', '(', '（', '\n']).map_or(0, |at| at + 1);
    let clause = head.get(clause..).unwrap_or_else(|| &head[head.ceil_char_boundary(clause)..]).to_lowercase();
    let whole = |word: &str, at: usize| {
        !word.is_ascii() || at + word.len() == clause.len() && !clause[..at].ends_with(|c: char| c.is_ascii_alphabetic())
    };
    let near = |word: &str, at: usize| clause[at + word.len()..].chars().filter(|c| !c.is_ascii_digit()).count() <= 5;
    let last = |words: &[&str]| {
        let found = words.iter().filter_map(|word| Some((word, clause.rfind(word)?)));
        found.filter(|(word, at)| whole(word, *at) && near(word, *at)).map(|(word, at)| at + word.len()).max()
    };
    let to = last(TO).filter(|end| {
        !NO_CHANGE.iter().any(|word| clause[..*end].ends_with(word)) && !clause[*end..].starts_with(['少', '多', '今'])
    });
    match (last(FROM), to) {
        (Some(from), Some(to)) => Some(if from > to { Lead::From } else { Lead::To }),
        (Some(_), None) => Some(Lead::From),
        (None, Some(_)) => Some(Lead::To),
        (None, None) => None,
    }
}
