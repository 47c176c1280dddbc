//! What the data files say, as a page prints it beside its text: words, dates and counts of a source or a stat.
//!
//! In: a text of a data file. Out: HTML, and the figures in it for the ledger, in the order in which they were asked for. Nothing
//! can go wrong. Words are printed as a message of the locale says them (`source-survey-population`), if there is one; otherwise they
//! stay in the language in which they are written, that of the base locale, and are marked as such. A figure among them makes the
//! whole a literal, with an element of its own.

use super::Locale;
use crate::figure::Language;
use crate::format::html::{escaped, figure_tag, source_id};
use crate::format::pdf::manuscript::Said;
use crate::locale::date;
use crate::model::body::Origin;
use crate::model::ledger::{Fact, LedgerFigure, Line};
use crate::model::source::PartialDate;
use crate::model::{Amount, Kind, LocaleTag, MessageId, Quantity, SourceId, StatId};
use std::sync::Arc;

/// A source or a stat of which facts are said, whatever the language.
pub struct Subject<'a> {
    id: &'a str,
    /// What the ids of the elements of its facts begin with.
    element: String,
    /// What the names of its figures begin with.
    kind: &'static str,
    /// The id of the element that holds all its facts, and what the names of the messages begin with that say its words in other
    /// languages.
    words: String,
    sources: Arc<[SourceId]>,
}

/// A fact as a page prints it.
pub struct Printed {
    /// As HTML.
    pub html: String,
    text: Arc<str>,
    /// Its figure, if it says one, with no line yet.
    figure: Option<LedgerFigure>,
}

impl Printed {
    /// As HTML on a page in a language other than that of the data file.
    pub fn foreign(&self, base: &LocaleTag) -> String {
        ["<span lang=\"", &escaped(base.as_str()), "\">", &self.html, "</span>"].concat()
    }
}

impl<'a> Subject<'a> {
    /// A source.
    pub fn of_source(id: &'a SourceId) -> Self {
        let sources = Arc::new([id.clone()]);
        Self { id: id.as_str(), element: source_id(id), kind: "source", words: source_id(id), sources }
    }

    /// A stat that rests on these sources.
    pub fn of_stat(id: &'a StatId, sources: &Arc<[SourceId]>) -> Self {
        let (element, words) = (format!("fact-{id}"), format!("stat-{id}"));
        Self { id: id.as_str(), element, kind: "ledger", words, sources: Arc::clone(sources) }
    }

    /// A text, escaped; a literal if there is a figure in it, as the language reads it.
    pub fn fact(&self, name: &str, text: &str, language: Option<&'static Language>) -> Printed {
        self.linked(name, text, escaped(text), &[], language)
    }

    /// A text, and the HTML that shows it, with links to the elements of these ids; a literal if there is a figure in it.
    pub fn linked(
        &self,
        name: &str,
        text: &str,
        html: String,
        links: &[String],
        language: Option<&'static Language>,
    ) -> Printed {
        let says_figure = || language.is_some_and(|language| language.read(text).iter().any(|figure| figure.is_claim()));
        match text.contains(char::is_numeric) || says_figure() {
            true => self.literal(name, text, &html, links),
            false => Printed { html, text: text.into(), figure: None },
        }
    }

    /// A figure that the page says of the subject itself: a literal, with an element and a ledger entry of its own.
    fn literal(&self, name: &str, text: &str, html: &str, links: &[String]) -> Printed {
        let element = [&self.element, "-", name].concat();
        let mut whole = String::with_capacity(96 + element.len() + 2 * text.len() + html.len());
        figure_tag(&mut whole, &element, text, text);
        whole.push_str(html);
        whole.push_str("</data>");
        let text: Arc<str> = text.into();
        let figure = LedgerFigure {
            element,
            // Its label has the name by which the ledger calls it.
            message: MessageId::new([self.kind, "-", name].concat()),
            origin: Origin::Literal([self.id, "/", name].concat().into()),
            sources: Arc::clone(&self.sources),
            construct: "literal",
            quantity: None,
            truth: None,
            text: Arc::clone(&text),
            unverified: false,
            links: links.into(),
            line: None,
            row: None,
        };
        Printed { html: whole, text, figure: Some(figure) }
    }
}

/// What a page says of one source or one stat.
pub struct Facts<'a> {
    subject: &'a Subject<'a>,
    locale: &'a Locale,
    base: &'a LocaleTag,
    /// Each fact as it is printed, and its label: a page may print them side by side.
    printed: Vec<Arc<str>>,
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
    /// Facts of a subject in a locale; the data file is written in the base locale.
    pub fn new(subject: &'a Subject<'a>, locale: &'a Locale, base: &'a LocaleTag) -> Self {
        Self { subject, locale, base, printed: Vec::new(), figures: Vec::new(), last: Last::default() }
    }

    /// The figures that were said.
    pub fn into_figures(self) -> impl Iterator<Item = LedgerFigure> {
        let fact = Arc::new(Fact { beside: self.printed, within: self.subject.words.clone() });
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

    /// Says a fact; its HTML stays with it.
    pub fn say(&mut self, fact: &Printed) {
        self.last = Last { is_figure: fact.figure.is_some(), is_foreign: false };
        if let Some(figure) = &fact.figure {
            self.printed.extend(self.locale.word(figure.message.as_str()));
            self.figures.push(figure.clone());
        }
        self.printed.push(Arc::clone(&fact.text));
    }

    fn said_as(&mut self, fact: Printed) -> String {
        self.say(&fact);
        fact.html
    }

    /// Words of the data file.
    pub fn words(&mut self, name: &str, text: &str) -> String {
        if let Some(html) = self.translated(name) {
            return html;
        }
        let written = self.subject.fact(name, text, Language::of(self.base.as_str()));
        if self.say_as_written(&written) { written.foreign(self.base) } else { written.html }
    }

    /// Words that a message of the locale has instead of those of the data file, if there is such a message.
    pub fn translated(&mut self, name: &str) -> Option<String> {
        let message = || self.locale.word(&[&self.subject.words, "-", name].concat());
        let text = if self.is_own() { None } else { message() }?;
        Some(self.said_as(self.subject.fact(name, &text, Some(self.locale.language))))
    }

    /// Says words as they are written in the data file; whether that is in a language other than the page's.
    pub fn say_as_written(&mut self, words: &Printed) -> bool {
        self.say(words);
        self.last.is_foreign = !self.is_own();
        self.last.is_foreign
    }

    /// Whether the data file is written in the language of the page.
    fn is_own(&self) -> bool {
        self.locale.messages.tag() == self.base
    }

    /// A date in the way of the locale, if it has one.
    pub fn date(&mut self, name: &str, date: PartialDate) -> Option<String> {
        let text = date::write(self.locale.messages.tag().as_str(), date)?;
        let html = self.said_as(self.subject.literal(name, &text, &escaped(&text), &[]));
        Some(format!("<time datetime=\"{date}\">{html}</time>"))
    }

    /// A count in the way of the locale, if it has one.
    pub fn count(&mut self, name: &str, count: rust_decimal::Decimal) -> Option<String> {
        let (_, text) = self.locale.language.write(&Quantity::new(Kind::Count, Amount::Value(count)))?;
        Some(self.said_as(self.subject.literal(name, &text, &escaped(&text), &[])))
    }
}
