//! Whether the locales of an article say the same figures, message by message.
//!
//! In: what verified documents say. Out: a finding for each stat or literal that a locale says in a message more or less often than the
//! first one does. Era, scale and wording may differ, for what is compared is what the figures are, and not how they read.

use super::Verified;
use crate::diagnostic::{Code, Finding, Findings, Place};
use crate::model::body::Origin;
use crate::model::messages::Folded;
use crate::model::{ArticleId, LocaleTag, MessageId, Project};
use std::collections::{BTreeMap, BTreeSet};

/// What a document says, and in which messages: all of it that [`parity`] asks for, so that the document itself need not be kept.
#[derive(Debug)]
pub struct Said {
    article: ArticleId,
    locale: LocaleTag,
    format: &'static str,
    path: String,
    /// In the order of the document.
    figures: Vec<(Origin, MessageId)>,
}

impl Said {
    /// What a document says.
    pub fn of(verified: &Verified) -> Self {
        let document = verified.document();
        Self {
            article: document.article.clone(),
            locale: document.locale.clone(),
            format: document.format,
            path: document.path.clone(),
            figures: document.figures.iter().map(|figure| (figure.origin.clone(), figure.message.clone())).collect(),
        }
    }

    /// The locale of the document.
    pub fn locale(&self) -> &LocaleTag {
        &self.locale
    }

    /// Its figures in an order of their own.
    fn sorted(&self) -> Vec<&(Origin, MessageId)> {
        let mut figures: Vec<_> = self.figures.iter().collect();
        figures.sort();
        figures
    }
}

/// Whether all documents of one article say the same: then [`parity`] finds nothing in any choice of them.
pub fn is_even(documents: &[Said]) -> bool {
    let mut known: BTreeMap<&str, Vec<&(Origin, MessageId)>> = BTreeMap::new();
    documents.iter().all(|said| match known.get(said.format) {
        Some(known) => *known == said.sorted(),
        None => known.insert(said.format, said.sorted()).is_none(),
    })
}

/// Compares each article's documents of a format with that of its first locale, in the order of the settings.
pub fn parity(documents: &[&Said], project: &Project) -> Findings {
    let rank = |locale: &LocaleTag| project.settings.locales.iter().position(|known| known == locale);
    let mut groups: BTreeMap<_, Vec<&Said>> = BTreeMap::new();
    for said in documents {
        groups.entry((&said.article, said.format)).or_default().push(said);
    }
    let mut findings = Findings::new();
    for mut group in groups.into_values() {
        group.sort_by_key(|said| rank(&said.locale));
        if let [first, others @ ..] = group.as_slice() {
            others.iter().for_each(|other| findings.append(compare(first, other, project)));
        }
    }
    findings
}

/// The messages in which a document says a figure, once for each time.
type Messages<'a> = BTreeMap<&'a Origin, Vec<&'a MessageId>>;

fn by_origin(said: &Said) -> Messages<'_> {
    let mut messages = Messages::new();
    for (origin, message) in &said.figures {
        messages.entry(origin).or_default().push(message);
    }
    messages
}

fn compare(first: &Said, other: &Said, project: &Project) -> Findings {
    let (expected, given) = (by_origin(first), by_origin(other));
    let (base, locale) = (&first.locale, &other.locale);
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
        let place = message_place(project, locale, message).unwrap_or_else(|| Place::of_path(&other.path));
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
    let files = project.locales.get(locale)?;
    let named = files.find(id).map(|(file, _)| &files.files()[file]);
    // A name that no tree has may stand in what is not well formed.
    let broken = files.files().iter().filter(|file| file.has_junk());
    named.into_iter().chain(broken).map(Folded::open).find_map(|file| {
        let text = file.text.text();
        let defines = |start: usize| {
            (start == 0 || text[..start].ends_with('\n')) && text[start + id.len()..].trim_start().starts_with('=')
        };
        let start = text.match_indices(id).map(|(start, _)| start).find(|&start| defines(start))?;
        Some(file.text.at(start..start + id.len()))
    })
}
