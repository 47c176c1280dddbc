//! What the data files say, as a page prints it beside its text: words, dates and counts of a source or a stat.
//!
//! In: a text of a data file. Out: HTML, and the figures in it for the ledger, in the order in which they were asked for. Nothing
//! can go wrong. Words are printed as a message of the locale says them (`source-survey-population`), if there is one; otherwise they
//! stay in the language in which they are written, that of the base locale, and are marked as such. A figure among them makes the
//! whole a literal, with an element of its own.

use super::Locale;
use crate::figure::Language;
use crate::format::html::{Escaped, escaped, figure_tag, source_id};
use crate::format::pdf::manuscript::Said;
use crate::locale::date;
use crate::model::body::Origin;
use crate::model::ledger::{Fact, LedgerFigure, Line};
use crate::model::source::PartialDate;
use crate::model::{Amount, Kind, LocaleTag, Quantity, SourceId, StatId};
use std::sync::Arc;

/// What a page says of one source or one stat.
pub struct Facts<'a> {
    locale: &'a Locale,
    base: &'a LocaleTag,
    /// What the ids of its elements begin with.
    element: String,
    /// What the names of its figures begin with.
    kind: &'static str,
    /// The id of the element that holds them all, and what the names of the messages begin with that say its words in other
    /// languages.
    words: String,
    subject: &'a str,
    /// Each fact as it is printed, and its label: a page may print them side by side.
    printed: Vec<Arc<str>>,
    sources: Arc<[SourceId]>,
    figures: Vec<LedgerFigure>,
    /// Whether what was printed last is a figure, and whether it is in the language of the base locale.
    last: Last,
}

/// How a fact is printed.
#[derive(Debug, Clone, Copy, Default)]
struct Last {
    is_figure: bool,
    is_foreign: bool,
}

impl<'a> Facts<'a> {
    /// Facts of a source.
    pub fn of_source(id: &'a SourceId, locale: &'a Locale, base: &'a LocaleTag) -> Self {
        Self::of((source_id(id), "source"), source_id(id), id.as_str(), Arc::new([id.clone()]), (locale, base))
    }

    /// Facts of a stat that rests on these sources.
    pub fn of_stat(id: &'a StatId, sources: &Arc<[SourceId]>, locale: &'a Locale, base: &'a LocaleTag) -> Self {
        let names = (format!("fact-{id}"), "ledger");
        Self::of(names, format!("stat-{id}"), id.as_str(), Arc::clone(sources), (locale, base))
    }

    fn of(
        (element, kind): (String, &'static str),
        words: String,
        subject: &'a str,
        sources: Arc<[SourceId]>,
        (locale, base): (&'a Locale, &'a LocaleTag),
    ) -> Self {
        let (printed, figures) = (Vec::with_capacity(8), Vec::with_capacity(4));
        Self { locale, base, element, kind, words, subject, printed, sources, figures, last: Last::default() }
    }

    /// The figures that were said.
    pub fn into_figures(self) -> impl Iterator<Item = LedgerFigure> {
        let fact = Arc::new(Fact { beside: self.printed, within: self.words });
        self.figures.into_iter().map(move |figure| LedgerFigure { line: Some(Line::Fact(Arc::clone(&fact))), ..figure })
    }

    /// What was said last, as print says it.
    pub fn said(&self) -> Said {
        Said {
            text: self.printed.last().map(|text| text.to_string()).unwrap_or_default(),
            lang: self.last.is_foreign.then(|| self.base.to_string()),
            element: self.figures.last().filter(|_| self.last.is_figure).map(|figure| figure.element.clone()),
        }
    }

    /// Words of the data file.
    pub fn words(&mut self, name: &str, text: &str) -> String {
        if self.locale.messages.tag() == self.base {
            return self.plain(name, text);
        }
        if let Some(text) = self.locale.word(&[&self.words, "-", name].concat()) {
            return self.marked(name, text.as_ref(), &escaped(&text), &[], Some(self.locale.language));
        }
        let html = self.plain(name, text);
        self.last.is_foreign = true;
        format!("<span lang=\"{}\">{html}</span>", Escaped(self.base.as_str()))
    }

    /// A text that is in no language, such as an id.
    pub fn plain(&mut self, name: &str, text: &str) -> String {
        self.linked(name, text, &escaped(text), &[])
    }

    /// A text that is in no language, and the HTML that shows it, with links to the elements of these ids.
    pub fn linked(&mut self, name: &str, text: &str, html: &str, links: &[String]) -> String {
        self.marked(name, text, html, links, Language::of(self.base.as_str()))
    }

    /// A text in a language; a literal if there is a figure in it.
    fn marked(
        &mut self,
        name: &str,
        text: &str,
        html: &str,
        links: &[String],
        language: Option<&'static Language>,
    ) -> String {
        let says_figure = || language.is_some_and(|language| language.read(text).iter().any(|figure| figure.is_claim()));
        match text.contains(char::is_numeric) || says_figure() {
            true => self.literal(name, text, html, links),
            false => {
                self.printed.push(text.into());
                self.last = Last::default();
                html.to_owned()
            }
        }
    }

    /// A date in the way of the locale, if it has one.
    pub fn date(&mut self, name: &str, date: PartialDate) -> Option<String> {
        let text = date::write(self.locale.messages.tag().as_str(), date)?;
        let html = escaped(&text);
        Some(format!("<time datetime=\"{date}\">{}</time>", self.literal(name, &text, &html, &[])))
    }

    /// A count in the way of the locale, if it has one.
    pub fn count(&mut self, name: &str, count: rust_decimal::Decimal) -> Option<String> {
        let (_, text) = self.locale.language.write(&Quantity::new(Kind::Count, Amount::Value(count)))?;
        let html = escaped(&text);
        Some(self.literal(name, &text, &html, &[]))
    }

    /// A figure that the page says of the subject itself: a literal, with an element and a ledger entry of its own.
    fn literal(&mut self, name: &str, text: &str, html: &str, links: &[String]) -> String {
        let element = [&self.element, "-", name].concat();
        let mut whole = String::with_capacity(96 + element.len() + 2 * text.len() + html.len());
        figure_tag(&mut whole, &element, text, text);
        whole.push_str(html);
        whole.push_str("</data>");
        self.last = Last { is_figure: true, is_foreign: false };
        // Its label has the name by which the ledger calls it.
        let (message, label) = self.locale.label(&[self.kind, "-", name].concat());
        self.printed.extend(label);
        let text: Arc<str> = text.into();
        self.printed.push(Arc::clone(&text));
        self.figures.push(LedgerFigure {
            element,
            message,
            origin: Origin::Literal([self.subject, "/", name].concat().into()),
            sources: Arc::clone(&self.sources),
            construct: "literal",
            quantity: None,
            truth: None,
            text,
            unverified: false,
            links: links.into(),
            line: None,
            row: None,
        });
        whole
    }
}
