//! A file of a locale beside that of the base locale: the same messages, and in each the same figures.
//!
//! What can go wrong: a message that the locale lacks, shown where it would stand, and a message that says other figures, or says
//! them more or less often. Wordings may differ.

use super::index::{self, Index};
use super::messages::{Scope, Variable, variable};
use super::narrative::{Item, Tally};
use crate::diagnostic::{Code, Finding, Findings, Place};
use crate::model::LocaleTag;
use crate::model::MessageFile;
use std::collections::{BTreeMap, BTreeSet};

/// Compares a file of a locale with that of the base locale: the same messages, saying the same figures.
pub fn check(scope: Scope<'_>, base: (&MessageFile, &Index<'_>), other: (&MessageFile, &Index<'_>, &LocaleTag)) -> Findings {
    let (base_file, base_index) = base;
    let (other_file, other_index, locale) = other;
    let mut findings = Findings::new();
    let mut before = other_file.text.top();
    for id in index::messages(base_file) {
        let mut report = |finding: Finding| findings.push(finding.in_locale(locale.as_str()));
        let Some((file, own)) = other_index.message(id) else {
            if is_broken(other_file, id) {
                continue;
            }
            let finding =
                Finding::new(Code::MessageMissing, before.clone(), format!("the message `{id}` is missing in {locale}"));
            report(finding.label("it would stand here").related(&base_file.place(id), "the message in the base locale"));
            continue;
        };
        if file.text.path() == other_file.text.path() {
            before = behind(file, own);
        }
        if other_index.is_void(id) && !base_index.is_void(id) {
            let message = format!("the message `{id}` is not translated yet");
            let finding = Finding::new(Code::MessageMissing, file.place(own), message);
            report(finding.related(&base_file.place(id), "the message in the base locale"));
            continue;
        }
        let (Some(expected), Some(said)) = (base_index.tally(id), other_index.tally(id)) else { continue };
        if expected == said {
            continue;
        }
        let (expected, said) = (figures(scope, expected), figures(scope, said));
        if let (Some(expected), Some(said)) = (expected, said)
            && expected != said
        {
            let finding = Finding::new(
                Code::LocalesDisagree,
                file.place(own),
                "the message does not say the same figures as in the base locale",
            );
            report(
                finding.related(&base_file.place(id), "the message in the base locale").help(difference(&expected, &said)),
            );
        }
    }
    findings
}

/// Whether the file has a message of that id that is not well formed: its syntax has been found fault with.
fn is_broken(file: &MessageFile, id: &str) -> bool {
    let begins = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    file.text.text().lines().any(begins)
}

/// The figures of a tally: the stats of an article, or every variable of the words around articles. None where a variable is
/// unknown, which is reported by itself.
fn figures<'a>(scope: Scope<'_>, tally: &Tally<'a>) -> Option<BTreeMap<&'a str, usize>> {
    let mut figures = BTreeMap::new();
    for (item, count) in tally {
        let Item::Variable(name) = item else { continue };
        match scope.article.map(|article| variable(scope, article, name)) {
            None | Some(Variable::Stat(_)) => _ = figures.insert(*name, *count),
            Some(Variable::Literal) => {}
            Some(Variable::Unreadable | Variable::Unknown) => return None,
        }
    }
    Some(figures)
}

/// What a message lacks, and what it has too much.
fn difference(expected: &BTreeMap<&str, usize>, said: &BTreeMap<&str, usize>) -> String {
    let times = |figures: &BTreeMap<&str, usize>, name: &str| figures.get(name).copied().unwrap_or_default();
    let names: BTreeSet<_> = expected.keys().chain(said.keys()).collect();
    let parts = names.into_iter().filter(|name| times(expected, name) != times(said, name));
    let parts = parts.map(|name| {
        format!("`${name}` stands {}, in the base locale {}", count(times(said, name)), count(times(expected, name)))
    });
    parts.collect::<Vec<_>>().join("; ")
}

fn count(times: usize) -> String {
    match times {
        0 => "not at all".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{times} times"),
    }
}

/// The start of the line after a message: behind its indented lines, before the blank line that ends it.
fn behind(file: &MessageFile, id: &str) -> Place {
    let text = file.text.text();
    let start = file.offset(id);
    let mut end = start;
    for (number, line) in text[start..].split_inclusive('\n').enumerate() {
        let at = end;
        if number > 0 && !line.trim().is_empty() && !line.starts_with([' ', '}']) {
            break;
        }
        end = at + line.len();
    }
    let trimmed = text[..end].trim_end().len();
    let line_end = text[trimmed..end].find('\n').map_or(end, |newline| trimmed + newline + 1);
    file.text.at(line_end..line_end)
}
