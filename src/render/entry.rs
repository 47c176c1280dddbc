//! What the pages around the articles say of each: an edition's title, summary and corrections.
//!
//! In: the editions of a locale. Out: entries, the newest first; those of one day as the language sorts their titles, as an editor
//! expects. What can go wrong: whatever is wrong with the messages, which the pages of the articles say too.

use super::page::Text;
use super::plain::Plain;
use super::scope::Scope;
use super::{Locale, Renderer, corrections};
use crate::diagnostic::Findings;
use crate::locale::Collation;
use crate::model::digest::{Digest, Fields};
use crate::model::{Body, Edition};
use std::cmp::Reverse;
use std::sync::Arc;

/// An edition as others speak of it.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// Its title.
    pub title: Body,
    /// Its summary.
    pub summary: Body,
    /// What was corrected in it, the latest first: the day and the note as the language words them.
    pub corrections: Vec<(Plain, Plain)>,
}

/// The entries of a locale.
pub fn of_locale<'a>(renderer: &Renderer, locale: &Arc<Locale>, editions: &[&'a Edition]) -> (Vec<Entry<'a>>, Findings) {
    let mut findings = Findings::new();
    let editions = editions.iter().filter(|edition| edition.locale == *locale.messages.tag());
    let entries = editions.filter_map(|edition| entry(renderer, locale, edition, &mut findings));
    let mut entries: Vec<_> = entries.map(|entry| (entry.title.plain(), entry)).collect();
    let collation = Collation::of(locale.messages.tag().as_str());
    entries.sort_by(|(a_title, a), (b_title, b)| {
        let (a, b) = (&a.edition.article, &b.edition.article);
        let by_day = Reverse(a.published).cmp(&Reverse(b.published));
        by_day.then_with(|| collation.compare(a_title, b_title)).then_with(|| a.id.value.cmp(&b.id.value))
    });
    (entries.into_iter().map(|(_, entry)| entry).collect(), findings)
}

impl<'a> Entry<'a> {
    /// Of an edition whose text is there already.
    pub fn of(locale: &Locale, edition: &'a Edition, text: Text) -> Self {
        let corrections = text.corrections.into_iter().map(|corrected| corrected.elsewhere(locale));
        Self { edition, title: text.title, summary: text.summary, corrections: corrections.collect() }
    }

    /// The digest of all that several say, for those who want to know whether it is what it was.
    pub fn digest(entries: &[Self]) -> Digest {
        let said = |entry: &Self| format!("{:?} {:?} {:?}", entry.title, entry.summary, entry.corrections);
        entries.iter().fold(Fields::new(), |fields, entry| fields.with(said(entry))).digest()
    }
}

fn entry<'a>(renderer: &Renderer, locale: &Arc<Locale>, edition: &'a Edition, findings: &mut Findings) -> Option<Entry<'a>> {
    let scope = Scope::new(locale, edition);
    let mut required = |id| {
        let (body, found) = renderer.required(&scope, id);
        findings.append(found);
        body
    };
    let (title, summary) = (required("title"), required("summary"));
    // The page of the article says what is wrong with them.
    let (log, _) = corrections::append(&mut Body::default(), &scope);
    Some(Entry::of(locale, edition, Text { body: Body::default(), title: title?, summary: summary?, corrections: log }))
}
