//! A source as a page lists it: who published what, when, and how it was gained.
//!
//! In: a source and a locale. Out: the values that the template prints, and the figures among them for the ledger, in the same
//! order: producer, title, facts. Nothing can go wrong.

use super::citation::Citation;
use super::facts::Facts;
use super::{Locale, members};
use crate::format::html::source_id;
use crate::model::ledger::LedgerFigure;
use crate::model::source::PartialDate;
use crate::model::{LocaleTag, Source};
use tera::Value;

/// The note of a cited source: what the template prints of it, and the figures in that. `ledger` is where its figures are shown
/// beside what speaks for them, if anywhere.
pub fn note(
    source: &Source,
    locale: &Locale,
    base: &LocaleTag,
    citation: Citation,
    ledger: Option<String>,
) -> (Value, Vec<LedgerFigure>) {
    let mut note = Facts::of_source(&source.id, locale, base);
    let producer = note.words("producer", &source.producer);
    let title = note.words("title", &source.title);
    let mut facts = Vec::new();
    let mut fact = |name: &'static str, html: Option<String>| {
        facts.extend(html.map(|html| members([("name", name.into()), ("html", Value::safe_string(&html))])));
    };
    let method = source.method.clone().unwrap_or_default();
    fact("edition", source.edition.as_ref().map(|edition| note.words("edition", edition)));
    fact("published", note.date("published", source.published));
    fact("method", method.kind.as_ref().map(|kind| note.words("method", kind)));
    fact("population", method.population.as_ref().map(|population| note.words("population", population)));
    fact("sample", method.sample.and_then(|sample| note.count("sample", sample)));
    fact("places", method.places.as_ref().map(|places| note.words("places", places)));
    fact("accessed", source.accessed.and_then(|day| note.date("accessed", day_of(day))));
    let cited = citation
        .parts
        .into_iter()
        .map(|(figure, part)| members([("href", format!("#{figure}").into()), ("text", part.into())]));
    let cited: Vec<_> = cited.collect();
    let value = members([
        ("id", source_id(&source.id).into()),
        ("producer_html", Value::safe_string(&producer)),
        ("title_html", Value::safe_string(&title)),
        ("url", source.url.clone().into()),
        ("facts", facts.into()),
        ("cited", cited.into()),
        ("ledger_href", ledger.into()),
    ]);
    (value, note.into_figures())
}

/// A whole date.
pub fn day_of(day: jiff::civil::Date) -> PartialDate {
    PartialDate { year: day.year(), month: Some(day.month()), day: Some(day.day()) }
}
