//! A source as a page lists it: who published what, when, and how it was gained.
//!
//! In: a source and a locale. Out: the values that the template prints, the same for print, and the figures among them for the
//! ledger, in the same order: producer, title, facts. Nothing can go wrong.

use super::citation::Citation;
use super::facts::{Facts, Subject};
use super::{Locale, members};
use crate::format::html::source_id;
use crate::format::pdf::manuscript::{self, Said};
use crate::model::ledger::LedgerFigure;
use crate::model::source::PartialDate;
use crate::model::{LocaleTag, Source};
use tera::Value;

/// What is said of a source.
pub struct SourceNote {
    /// What the template prints.
    pub value: Value,
    /// The same for print.
    pub print: manuscript::Note,
    /// The figures in it.
    pub figures: Vec<LedgerFigure>,
}

/// The note of a cited source. `ledger` is where its figures are shown beside what speaks for them, if anywhere.
pub fn note(source: &Source, locale: &Locale, base: &LocaleTag, citation: Citation, ledger: Option<String>) -> SourceNote {
    let subject = Subject::of_source(&source.id);
    let mut note = Facts::new(&subject, locale, base);
    let producer = (note.words("producer", &source.producer), note.said());
    let title = (note.words("title", &source.title), note.said());
    let mut facts: Vec<(&str, String, Said)> = Vec::new();
    let mut fact =
        |name: &'static str, said: Option<(String, Said)>| facts.extend(said.map(|(html, said)| (name, html, said)));
    let method = source.method.clone().unwrap_or_default();
    fact("edition", source.edition.as_ref().map(|edition| (note.words("edition", edition), note.said())));
    fact("published", source.published.and_then(|day| note.date("published", day)).map(|html| (html, note.said())));
    fact("method", method.kind.as_ref().map(|kind| (note.words("method", kind), note.said())));
    fact("population", method.population.as_ref().map(|population| (note.words("population", population), note.said())));
    fact("sample", method.sample.and_then(|sample| note.count("sample", sample)).map(|html| (html, note.said())));
    fact("places", method.places.as_ref().map(|places| (note.words("places", places), note.said())));
    fact("accessed", source.accessed.and_then(|day| note.date("accessed", day_of(day))).map(|html| (html, note.said())));
    let label = |name: &str| locale.plain(&format!("source-{name}"), []).unwrap_or_default();
    let print = manuscript::Note {
        anchor: source_id(&source.id),
        producer: producer.1,
        title: title.1,
        url: source.url.clone(),
        facts: facts.iter().map(|(name, _, said)| (label(name), said.clone())).collect(),
        cited: citation.parts.clone(),
    };
    let facts: Vec<_> = facts
        .into_iter()
        .map(|(name, html, _)| members([("name", name.into()), ("html", Value::safe_string(&html))]))
        .collect();
    let cited = citation
        .parts
        .into_iter()
        .map(|(figure, part)| members([("href", format!("#{figure}").into()), ("text", part.into())]));
    let cited: Vec<_> = cited.collect();
    let value = members([
        ("id", source_id(&source.id).into()),
        ("producer_html", Value::safe_string(&producer.0)),
        ("title_html", Value::safe_string(&title.0)),
        ("url", source.url.clone().into()),
        ("facts", facts.into()),
        ("cited", cited.into()),
        ("ledger_href", ledger.into()),
    ]);
    SourceNote { value, print, figures: note.into_figures().collect() }
}

/// A whole date.
pub fn day_of(day: jiff::civil::Date) -> PartialDate {
    PartialDate { year: day.year(), month: Some(day.month()), day: Some(day.day()) }
}
