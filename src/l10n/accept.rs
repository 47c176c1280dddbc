//! The approvals of a locale with some more: the text of `reviewed.yaml`.
//!
//! In: the file as it stands, and the translations that a person approves. Out: its new text. Entries are in the order of their
//! ids; those that are not approved anew, and whatever a person wrote between them, stay byte by byte.

use super::desk::Translation;
use super::figures::record;
use super::unit::fingerprint;
use crate::model::review::{Review, Reviews};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

/// What stands at the top of a new file.
const HEAD: &str = "\
# Translations that a person has approved, each with what it was approved with. Written by `numerate l10n accept`.
";

/// The new text of the file. A translation that is missing has nothing to be approved, and is passed over. `None` if the file was
/// laid out by hand so that an entry has no lines of its own.
pub fn accept(reviews: &Reviews, approved: &[&Translation<'_>]) -> Option<String> {
    let mut text = reviews.file.as_ref().map_or_else(|| HEAD.to_owned(), |file| file.text().to_owned());
    let known: Vec<(&str, Range<usize>)> = {
        let mut entries: Vec<_> = reviews.entries.values().collect();
        entries.sort_by_key(|review| review.place.span().start);
        let known = entries
            .into_iter()
            .map(|review: &Review| lines(&text, review.place.span().start).map(|lines| (review.message.as_str(), lines)));
        known.collect::<Option<_>>()?
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let fresh = approved.iter().filter_map(|translation| Some((translation.id, entry(translation)?)));
    let fresh: BTreeMap<&str, String> = fresh.collect();
    let mut edits = Vec::new();
    for (id, entry) in fresh {
        let at = match known.iter().find(|(known, _)| *known == id) {
            Some((_, lines)) => lines.clone(),
            None => {
                let at = known.iter().find(|(known, _)| *known > id).map_or(text.len(), |(_, next)| next.start);
                at..at
            }
        };
        edits.push((at, entry));
    }
    edits.sort_by_key(|(at, _)| (at.start, at.end));
    for (at, entry) in edits.into_iter().rev() {
        text.replace_range(at.start..at.end.min(text.len()), &entry);
    }
    Some(text)
}

/// The lines of the entry that begins at `start`: from its dash to its last line that is indented.
fn lines(text: &str, start: usize) -> Option<Range<usize>> {
    let begin = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let mut end = begin;
    let mut at = begin;
    for (number, line) in text[begin..].split_inclusive('\n').enumerate() {
        let is_blank = line.trim().is_empty();
        if number == 0 && !line.starts_with("- ") || number > 0 && !is_blank && !line.starts_with(' ') {
            break;
        }
        at += line.len();
        end = if is_blank { end } else { at };
    }
    (end > begin).then_some(begin..end)
}

fn entry(translation: &Translation<'_>) -> Option<String> {
    let own = translation.own?;
    let original = translation.original.text();
    let mut entry = format!("- message: {}\n", scalar(translation.id));
    let mut line = |key: &str, value: &str| writeln!(entry, "  {key}: {value}").expect("a string can be written to");
    line("base", &format!("\"{}\"", fingerprint(&original)));
    line("own", &format!("\"{}\"", own.fingerprint()));
    let figures = record(&translation.figures);
    if !figures.is_empty() {
        let worth = figures.iter().map(|(name, worth)| format!("{}: {}", scalar(name), scalar(worth)));
        line("figures", &format!("{{{}}}", worth.collect::<Vec<_>>().join(", ")));
    }
    line("text", &block(&original));
    Some(entry)
}

/// A short text as a quoted scalar, where a plain one might mean something else.
fn scalar(text: &str) -> String {
    let is_plain = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' ' | '.'))
        && !text.ends_with(' ')
        && !matches!(
            text.to_ascii_lowercase().as_str(),
            "y" | "n" | "yes" | "no" | "on" | "off" | "true" | "false" | "null"
        );
    if is_plain { text.to_owned() } else { serde_json::to_string(text).expect("a text can be quoted") }
}

/// A text as a block, so that a change of it can be read line by line; quoted where a block cannot hold it.
fn block(text: &str) -> String {
    let is_odd = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}');
    if text.starts_with([' ', '\n']) || text.ends_with(['\n', ' ']) || text.is_empty() || text.contains(is_odd) {
        return serde_json::to_string(text).expect("a text can be quoted");
    }
    let lines = text.split('\n').map(|line| if line.is_empty() { String::new() } else { format!("    {line}") });
    format!("|-\n{}", lines.collect::<Vec<_>>().join("\n"))
}
