//! Words for a direction beside a figure: rose, fell, 增长, 下降, เพิ่มขึ้น, ลดลง.
//!
//! Only what grammar ties closely is checked, and where the data does not tell the direction nothing is said.
//!
//! | wording | true when |
//! |---|---|
//! | rose by, 提高了, เพิ่มขึ้น { change } | the change goes that way |
//! | rose to, 升至, เพิ่มขึ้นเป็น { level } | the level lies that way of the earlier one |
//! | up from, เพิ่มขึ้นจาก { level } | the later level lies that way of it |
//! | rose from { a } to { b } | b lies that way of a |
//!
//! A level where a change is worded, and a change where a level is worded, is found too.

mod changes;
mod words;

pub use changes::Changes;

use super::line::{Figure, Line};
use crate::diagnostic::{Code, Finding};
use crate::figure::Language;
use crate::model::MessageFile;
use std::cmp::Ordering;
use std::ops::Range;
use words::Words;

/// Checks the words of a line.
pub fn check(line: &Line<'_>, file: &MessageFile, language: &Language, changes: &Changes, report: &mut impl FnMut(Finding)) {
    let Some(words) = words::of(language.tag) else { return };
    for (position, figure) in line.figures.iter().enumerate() {
        let floor = position.checked_sub(1).map_or(0, |before| line.figures[before].span.end);
        let Some(found) = before(words, &line.text, floor..figure.span.start).or_else(|| behind(words, line, figure)) else {
            continue;
        };
        let (id, word) = (&figure.stat.id.value, &line.text[found.word.clone()]);
        let place = || line.place(file, found.word.clone());
        let confused = |what: &str| {
            let finding = Finding::new(Code::ChangeConfused, place(), format!("`{word}` words {what}"));
            finding.related(&figure.stat.value.place, "the stat").related(&figure.place, "the figure")
        };
        let way = match found.tie {
            Tie::By if changes.is_level(id) => {
                report(confused(&format!("a change, and `{id}` is a level")).help("name the stat of the change"));
                continue;
            }
            Tie::To if changes.is_in_time(id) => {
                report(confused(&format!("a level, and `{id}` is a change")).help("name the stat of the level"));
                continue;
            }
            Tie::By => changes.way(id),
            Tie::To => left(words, line, position).or_else(|| changes.way_to(id)),
            Tie::From => reached(words, line, position).or_else(|| changes.way_from(id)),
        };
        let Some(way) = way.filter(|way| *way != found.way) else { continue };
        let went = match way {
            Ordering::Greater => "it went up",
            Ordering::Less => "it went down",
            Ordering::Equal => "nothing changed",
        };
        let finding = Finding::new(Code::DirectionFalse, place(), format!("`{word}` is said of `{id}`, and {went}"));
        report(finding.related(&figure.stat.value.place, "the stat").help("mend the word, or the formula of the stat"));
    }
}

/// A word for a direction.
#[derive(Debug)]
struct Found {
    way: Ordering,
    tie: Tie,
    word: Range<usize>,
}

/// How a word is tied to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    /// The figure is the change.
    By,
    /// The figure is the level that was reached.
    To,
    /// The figure is the level that was left.
    From,
}

/// The word that stands before a figure, with what ties it.
fn before(words: &Words, text: &str, window: Range<usize>) -> Option<Found> {
    let mut head = text[window].trim_end();
    let base = head.as_ptr() as usize - text.as_ptr() as usize;
    let mut tie = None;
    loop {
        let (next, shorter) =
            [(Some(Tie::To), words.to), (Some(Tie::From), words.from), (Some(Tie::By), words.by), (None, words.fillers)]
                .into_iter()
                .filter_map(|(tie, list)| longest(head, list).map(|word| (tie, word)))
                .max_by_key(|(_, word)| word.len())
                .map(|(tie, word)| (tie, head[..word.start].trim_end()))
                .unwrap_or((None, head));
        // A word that says the direction itself, such as 升 before 至, is no filler.
        if shorter.len() == head.len() || direct(words, head, tie).is_some() {
            break;
        }
        (head, tie) = (shorter, tie.or(next));
    }
    let (way, word) = direct(words, head, tie)?;
    let rest = head[..word.start].trim_end();
    let said = &head[word.clone()];
    let is_guarded = words.guarded.iter().any(|guarded| guarded.eq_ignore_ascii_case(said));
    if longest(rest, words.negations).is_some() || (is_guarded && !is_free(rest)) {
        return None;
    }
    // "Up to" is a hedge.
    if is_guarded && tie == Some(Tie::To) && way == Ordering::Greater {
        return None;
    }
    Some(Found { way, tie: tie.unwrap_or(Tie::By), word: base + word.start..base + word.end })
}

/// The word for a direction at the end of a text.
fn direct(words: &Words, head: &str, tie: Option<Tie>) -> Option<(Ordering, Range<usize>)> {
    let (rises, falls): (&[&str], &[&str]) =
        if tie == Some(Tie::To) { (words.rises_to, words.falls_to) } else { (&[], &[]) };
    [(Ordering::Greater, words.rises), (Ordering::Greater, rises), (Ordering::Less, words.falls), (Ordering::Less, falls)]
        .into_iter()
        .filter_map(|(way, list)| longest(head, list).map(|word| (way, word)))
        .max_by_key(|(_, word)| word.len())
}

/// Whether a word such as "up" stands by itself and not behind a verb: after a comma, a bracket, a dash or a form of "to be".
fn is_free(rest: &str) -> bool {
    rest.is_empty()
        || rest.ends_with([',', '(', '–', '—', ';', ':', '.'])
        || longest(rest, &["is", "was", "are", "were", "be", "been"]).is_some()
}

/// The word directly behind a figure.
fn behind(words: &Words, line: &Line<'_>, figure: &Figure<'_>) -> Option<Found> {
    if words.rises_behind.is_empty() && words.falls_behind.is_empty() {
        return None;
    }
    let rest = &line.text[figure.span.end..];
    let tail = rest.trim_start();
    let start = line.text.len() - tail.len();
    let next = tail.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is = |list: &[&str]| list.iter().any(|word| word.eq_ignore_ascii_case(next));
    let way = match (is(words.rises_behind), is(words.falls_behind)) {
        (true, _) => Ordering::Greater,
        (_, true) => Ordering::Less,
        _ => return None,
    };
    Some(Found { way, tie: Tie::By, word: start..start + next.len() })
}

/// Which way it goes from this figure to the next of its kind, where the text says so: from { a } to { b }.
fn reached(words: &Words, line: &Line<'_>, position: usize) -> Option<Ordering> {
    let from = &line.figures[position];
    let to = line.figures[position + 1..].iter().find(|figure| alike(figure, from))?;
    let between = &line.text[from.span.end..to.span.start];
    (one_sentence(between) && longest(between.trim_end(), words.to).is_some()).then(|| compare(to, from))?
}

/// Which way it goes to this figure from one of its kind that the text names before or behind it.
fn left(words: &Words, line: &Line<'_>, position: usize) -> Option<Ordering> {
    let to = &line.figures[position];
    let (before, behind) = line.figures.split_at(position);
    let is_from =
        |floor: usize, figure: &Figure<'_>| longest(line.text[floor..figure.span.start].trim_end(), words.from).is_some();
    if let Some(at) = before.iter().rposition(|figure| alike(figure, to)) {
        let (from, floor) = (&before[at], at.checked_sub(1).map_or(0, |at| before[at].span.end));
        if one_sentence(&line.text[from.span.end..to.span.start]) && is_from(floor, from) {
            return compare(to, from);
        }
    }
    let from = behind[1..].iter().find(|figure| alike(figure, to))?;
    let is_tied = one_sentence(&line.text[to.span.end..from.span.start]) && is_from(to.span.end, from);
    is_tied.then(|| compare(to, from))?
}

fn alike(a: &Figure<'_>, b: &Figure<'_>) -> bool {
    (a.said.kind, a.said.unit) == (b.said.kind, b.said.unit)
}

fn one_sentence(text: &str) -> bool {
    !text.contains(['.', ';', '!', '?', '。', '；', '！', '？', '\n'])
}

fn compare(to: &Figure<'_>, from: &Figure<'_>) -> Option<Ordering> {
    let value = |figure: &Figure<'_>| figure.known.exact().amount.value();
    Some(value(to)?.cmp(&value(from)?))
}

/// The longest of some words with which a text ends; a Latin word only where it begins.
fn longest(text: &str, words: &[&str]) -> Option<Range<usize>> {
    let fits = |word: &&&str| {
        let Some(start) = text.len().checked_sub(word.len()) else { return false };
        if !text.as_bytes()[start..].eq_ignore_ascii_case(word.as_bytes()) {
            return false;
        }
        let latin = |c: char| c.is_ascii_alphabetic();
        !(word.starts_with(latin) && text[..start].ends_with(latin)) || word.starts_with("n't")
    };
    let word = words.iter().filter(fits).max_by_key(|word| word.len())?;
    Some(text.len() - word.len()..text.len())
}
