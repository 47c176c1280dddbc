//! Two figures that changed places: every value is there, but each says what the other should.
//!
//! A translation may turn a sentence round, so order alone proves nothing. Three witnesses are heard, in this order: the words
//! that lead to a figure (`from` and `to`), the figure of another kind beside it that should have moved along, and, where both
//! texts are in one language, the words around it.

use super::matching::Matching;
use super::{Change, Side};
use crate::diagnostic::Code;
use crate::model::Quantity;
use std::collections::BTreeSet;

/// The pairs that changed places.
pub fn swapped(source: &Side<'_>, target: &Side<'_>, matching: &Matching) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut told = BTreeSet::new();
    for (position, &(i, p)) in matching.pairs.iter().enumerate() {
        for &(j, q) in &matching.pairs[position + 1..] {
            if told.contains(&i) || told.contains(&j) || !are_exchangeable(source, i, j) {
                continue;
            }
            if is_swap(source, (i, j), target, (p, q)) {
                told.extend([i, j]);
                changes.push(change(source, (i, j), target, (p, q)));
            }
        }
    }
    changes
}

fn change(source: &Side<'_>, (i, j): (usize, usize), target: &Side<'_>, (p, q): (usize, usize)) -> Change {
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

fn is_swap(source: &Side<'_>, (i, j): (usize, usize), target: &Side<'_>, (p, q): (usize, usize)) -> bool {
    let inverted = p > q;
    let led = |side: &Side<'_>, position: usize| lead(side, position);
    match (led(source, i), led(source, j), led(target, p), led(target, q)) {
        (Some(a), Some(b), Some(c), Some(d)) if a != b && c != d => return a != c,
        (Some(Lead::From), _, Some(Lead::To), _) | (Some(Lead::To), _, Some(Lead::From), _) => return true,
        (_, Some(Lead::From), _, Some(Lead::To)) | (_, Some(Lead::To), _, Some(Lead::From)) => return true,
        (Some(a), _, Some(b), _) if a == b => return false,
        (_, Some(a), _, Some(b)) if a == b => return false,
        _ => {}
    }
    if source.language.tag == target.language.tag {
        let own = likeness(source, i, target, p) + likeness(source, j, target, q);
        let crossed = likeness(source, i, target, q) + likeness(source, j, target, p);
        if own != crossed {
            return crossed > own;
        }
    }
    if !inverted {
        return false;
    }
    match (companion(source, i, j), companion(target, p, q)) {
        (Some(a), Some(b)) => source.figures[a].quantity.amount != target.figures[b].quantity.amount,
        _ => are_neighbours(i, j) && are_neighbours(p, q) && same_sentence(source, i, j) && same_sentence(target, p, q),
    }
}

fn are_neighbours(a: usize, b: usize) -> bool {
    a.abs_diff(b) == 1
}

/// Whether no sentence ends between two figures.
fn same_sentence(side: &Side<'_>, a: usize, b: usize) -> bool {
    let (a, b) = (&side.figures[a.min(b)].span, &side.figures[a.max(b)].span);
    let between = side.text.get(a.end..b.start).unwrap_or("");
    !between.contains(". ") && !between.contains(['。', '！', '？', '\n'])
}

/// The part that a word before a figure gives it in a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    From,
    To,
}

const FROM: &[&str] = &["from", "从", "由", "自", "จาก", "จากเดิม", "than", "比"];
const TO: &[&str] = &["to", "至", "到", "升至", "增至", "降至", "为", "เป็น", "สู่", "ถึง", "เหลือ", "มาอยู่ที่"];

fn lead(side: &Side<'_>, position: usize) -> Option<Lead> {
    const NEAR: usize = 24;
    let start = side.figures[position].span.start;
    let floor = position.checked_sub(1).map_or(0, |before| side.figures[before].span.end);
    let from = side.text.ceil_char_boundary(start.saturating_sub(NEAR).max(floor));
    let head = side.text[from.min(start)..start].trim_end().to_lowercase();
    let ends = |words: &[&str]| {
        words.iter().any(|word| {
            head.ends_with(word)
                && (!word.is_ascii() || !head[..head.len() - word.len()].ends_with(|c: char| c.is_alphabetic()))
        })
    };
    if ends(FROM) {
        Some(Lead::From)
    } else if ends(TO) {
        Some(Lead::To)
    } else {
        None
    }
}

/// The figure of another kind that stands nearest to `position`, nearer than to `other`.
fn companion(side: &Side<'_>, position: usize, other: usize) -> Option<usize> {
    // What stands in another clause is farther off than its letters say.
    const CLAUSE: usize = 20;
    let gap = |a: usize, b: usize| {
        let (a, b) = (&side.figures[a.min(b)].span, &side.figures[a.max(b)].span);
        let between = side.text.get(a.end..b.start).unwrap_or("");
        let clause = between.contains(", ") || between.contains(['，', '；', '。', ';']);
        between.len() + if clause { CLAUSE } else { 0 }
    };
    let kind = side.figures[position].quantity.kind;
    (0..side.figures.len())
        .filter(|candidate| side.figures[*candidate].quantity.kind != kind)
        .filter(|candidate| gap(*candidate, position) < gap(*candidate, other) && gap(*candidate, position) < 60)
        .min_by_key(|candidate| gap(*candidate, position))
}

/// How many words two figures have in common in their neighbourhoods; nearer words count more.
fn likeness(source: &Side<'_>, i: usize, target: &Side<'_>, p: usize) -> usize {
    let (a, b) = (neighbours(source, i), neighbours(target, p));
    a.iter().map(|(word, weight)| b.iter().find(|(other, _)| other == word).map_or(0, |(_, other)| weight * other)).sum()
}

/// The pieces of text around a figure, up to the next figure on each side, with their weights: words of Latin text, pairs of
/// characters elsewhere.
fn neighbours(side: &Side<'_>, position: usize) -> Vec<(String, usize)> {
    const NEAR: usize = 40;
    let span = &side.figures[position].span;
    let floor = position.checked_sub(1).map_or(0, |before| side.figures[before].span.end.min(span.start));
    let ceiling = side.figures.get(position + 1).map_or(side.text.len(), |next| next.span.start.max(span.end));
    let start = side.text.ceil_char_boundary(span.start.saturating_sub(NEAR).max(floor)).min(span.start);
    let end = side.text.floor_char_boundary((span.end + NEAR).min(ceiling)).max(span.end);
    let mut pieces = Vec::new();
    let before = pieces_of(&side.text[start..span.start]);
    let after = pieces_of(&side.text[span.end..end]);
    pieces.extend(before.into_iter().rev().take(4).enumerate().map(|(distance, word)| (format!("<{word}"), 4 - distance)));
    pieces.extend(after.into_iter().take(4).enumerate().map(|(distance, word)| (format!(">{word}"), 4 - distance)));
    pieces
}

fn pieces_of(text: &str) -> Vec<String> {
    if text.is_ascii() {
        return text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).map(str::to_lowercase).collect();
    }
    let characters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    characters.windows(2).map(|pair| pair.iter().collect()).collect()
}
