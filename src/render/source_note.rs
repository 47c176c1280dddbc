//! A source as a page lists it: who published what, when, and how it was gained.
//!
//! In: a source and a locale. Out: the values that the template prints, and the figures among them for the ledger, in the same
//! order: producer, title, facts. Nothing can go wrong. What the data files say in words stays in the language in which they
//! are written, that of the base locale, and is marked as such.

use super::citation::Citation;
use super::{Locale, members};
use crate::figure::Language;
use crate::format::html::{Escaped, figure_tag, source_id};
use crate::locale::date;
use crate::model::body::Origin;
use crate::model::ledger::LedgerFigure;
use crate::model::source::PartialDate;
use crate::model::{Amount, Kind, LocaleTag, MessageId, Quantity, Source};
use tera::Value;

/// The note of a cited source: what the template prints of it, and the figures in that.
pub fn note(source: &Source, locale: &Locale, base: &LocaleTag, citation: Citation) -> (Value, Vec<LedgerFigure>) {
    let mut note = Note { source, locale, base, figures: Vec::new() };
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
    ]);
    (value, note.figures)
}

/// A whole date.
pub fn day_of(day: jiff::civil::Date) -> PartialDate {
    PartialDate { year: day.year(), month: Some(day.month()), day: Some(day.day()) }
}

struct Note<'a> {
    source: &'a Source,
    locale: &'a Locale,
    base: &'a LocaleTag,
    figures: Vec<LedgerFigure>,
}

impl Note<'_> {
    /// Words of the data file, in the language of the base locale; a figure among them makes the whole a literal.
    fn words(&mut self, name: &str, text: &str) -> String {
        let says_figure = Language::of(self.base.as_str())
            .is_some_and(|language| language.read(text).iter().any(|figure| figure.is_claim()));
        let html = match says_figure || text.contains(char::is_numeric) {
            true => self.literal(name, text),
            false => Escaped(text).to_string(),
        };
        match self.locale.messages.tag() == self.base {
            true => html,
            false => format!("<span lang=\"{}\">{html}</span>", Escaped(self.base.as_str())),
        }
    }

    fn date(&mut self, name: &str, date: PartialDate) -> Option<String> {
        let text = date::write(self.locale.messages.tag().as_str(), date)?;
        Some(format!("<time datetime=\"{date}\">{}</time>", self.literal(name, &text)))
    }

    fn count(&mut self, name: &str, count: rust_decimal::Decimal) -> Option<String> {
        let (_, text) = self.locale.language.write(&Quantity::new(Kind::Count, Amount::Value(count)))?;
        Some(self.literal(name, &text))
    }

    /// A figure that the page says of the source itself: a literal, with an element and a ledger entry of its own.
    fn literal(&mut self, name: &str, text: &str) -> String {
        let element = format!("{}-{name}", source_id(&self.source.id));
        let html = format!("{}{}</data>", figure_tag(&element, text, text), Escaped(text));
        self.figures.push(LedgerFigure {
            element,
            message: MessageId::new(format!("source-{name}")),
            origin: Origin::Literal(format!("{}/{name}", self.source.id.value)),
            sources: vec![self.source.id.value.clone()],
            construct: "literal",
            quantity: None,
            truth: None,
            text: text.to_owned(),
            unverified: false,
            line: None,
        });
        html
    }
}
