//! Whether the locales of an article say the same figures, message by message.
//!
//! In: verified documents. Out: a finding for each stat or literal that a locale says in a message more or less often than the
//! first one does. Era, scale and wording may differ, for what is compared is what the figures are, and not how they read.

use super::Verified;
use crate::diagnostic::{Code, Finding, Findings, Place};
use crate::model::body::Origin;
use crate::model::{LocaleTag, MessageId, Project};
use std::collections::{BTreeMap, BTreeSet};

/// Compares each article's documents of a format with that of its first locale, in the order of the settings.
pub fn parity(documents: &[&Verified], project: &Project) -> Findings {
    let rank = |locale: &LocaleTag| project.settings.locales.iter().position(|known| known == locale);
    let mut groups: BTreeMap<_, Vec<&Verified>> = BTreeMap::new();
    for verified in documents {
        let document = verified.document();
        groups.entry((&document.article, document.format)).or_default().push(verified);
    }
    let mut findings = Findings::new();
    for mut group in groups.into_values() {
        group.sort_by_key(|verified| rank(&verified.document().locale));
        if let [first, others @ ..] = group.as_slice() {
            others.iter().for_each(|other| findings.append(compare(first, other, project)));
        }
    }
    findings
}

/// What a document says, and in which messages, once for each time.
type Said<'a> = BTreeMap<&'a Origin, Vec<&'a MessageId>>;

fn said(verified: &Verified) -> Said<'_> {
    let mut said = Said::new();
    for figure in &verified.document().figures {
        said.entry(&figure.origin).or_default().push(&figure.message);
    }
    said
}

fn compare(first: &Verified, other: &Verified, project: &Project) -> Findings {
    let (expected, given) = (said(first), said(other));
    let (base, locale) = (&first.document().locale, &other.document().locale);
    let origins: BTreeSet<&Origin> = expected.keys().chain(given.keys()).copied().collect();
    let none = Vec::new();
    let both = origins
        .into_iter()
        .map(|origin| (origin, expected.get(origin).unwrap_or(&none), given.get(origin).unwrap_or(&none)));
    let differing = both.filter_map(|(origin, expected, given)| Some((origin, uneven(expected, given)?, expected, given)));
    let findings = differing.map(|(origin, message, expected, given)| {
        let name = match origin {
            Origin::Stat(id) => id.as_str(),
            Origin::Literal(id) => id,
        };
        let place = message_place(project, locale, message).unwrap_or_else(|| Place::of_path(&other.document().path));
        let (here, there) = match expected.len() == given.len() {
            true => (times_in(given, message), times_in(expected, message)),
            false => (given.len(), expected.len()),
        };
        let whole = if expected.len() == given.len() { format!(" in `{}`", message.as_str()) } else { String::new() };
        let text = format!("{locale} says `{name}` {}{whole}, but {base} says it {}", times(here), times(there));
        let finding = Finding::new(Code::LocalesDisagree, place, text).in_locale(locale.as_str());
        let finding = finding.help("say the same figures in every locale of an article, each in the same message");
        match message_place(project, base, message) {
            Some(place) => finding.related(&place, format!("the message in {base}")),
            None => finding,
        }
    });
    findings.collect()
}

/// The first message that two documents do not use equally often.
fn uneven<'a>(expected: &[&'a MessageId], given: &[&'a MessageId]) -> Option<&'a MessageId> {
    let mut all = expected.iter().chain(given).copied();
    all.find(|message| times_in(expected, message) != times_in(given, message))
}

fn times_in(messages: &[&MessageId], message: &MessageId) -> usize {
    messages.iter().filter(|one| **one == message).count()
}

fn times(times: usize) -> String {
    match times {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{times} times"),
    }
}

/// Where a message stands in the files of a locale: its id.
pub(super) fn message_place(project: &Project, locale: &LocaleTag, message: &MessageId) -> Option<Place> {
    let id = message.as_str();
    project.locales.get(locale)?.files.iter().find_map(|file| {
        let text = file.text.text();
        let defines = |start: usize| {
            (start == 0 || text[..start].ends_with('\n')) && text[start + id.len()..].trim_start().starts_with('=')
        };
        let start = text.match_indices(id).map(|(start, _)| start).find(|&start| defines(start))?;
        Some(file.text.at(start..start + id.len()))
    })
}
