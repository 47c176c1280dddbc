//! What the data files say, as a page prints it beside its text: words, dates and counts of a source or a stat.
//!
//! In: a text of a data file. Out: HTML, and the figures in it for the ledger, in the order in which they were asked for. Nothing
//! can go wrong. Words are printed as a message of the locale says them (`source-survey-population`), if there is one; otherwise they
//! stay in the language in which they are written, that of the base locale, and are marked as such. A figure among them makes the
//! whole a literal, with an element of its own.

use super::Locale;
use crate::figure::Language;
use crate::format::html::{Escaped, figure_tag, source_id};
use crate::format::pdf::manuscript::Said;
use crate::locale::date;
use crate::model::body::Origin;
use crate::model::ledger::{Fact, LedgerFigure, Line};
use crate::model::source::PartialDate;
use crate::model::{Amount, Kind, LocaleTag, MessageId, Quantity, SourceId, StatId};
use std::sync::Arc;

/// What a page says of one source or one stat.
pub struct Facts<'a> {
    locale: &'a Locale,
    base: &'a LocaleTag,
    /// What the ids of its elements and the names of its figures begin with.
    names: (String, &'static str),
    /// The id of the element that holds them all, and what the names of the messages begin with that say its words in other
    /// languages.
    words: String,
    subject: &'a str,
    /// Each fact as it is printed, and its label: a page may print them side by side.
    printed: Vec<String>,
    sources: Vec<SourceId>,
    figures: Vec<LedgerFigure>,
    said: Said,
}

impl<'a> Facts<'a> {
    /// Facts of a source.
    pub fn of_source(id: &'a SourceId, locale: &'a Locale, base: &'a LocaleTag) -> Self {
        Self {
            locale,
            base,
            names: (source_id(id), "source"),
            words: source_id(id),
            subject: id.as_str(),
            printed: Vec::new(),
            sources: vec![id.clone()],
            figures: Vec::new(),
            said: Said::default(),
        }
    }

    /// Facts of a stat that rests on these sources.
    pub fn of_stat(id: &'a StatId, sources: &[SourceId], locale: &'a Locale, base: &'a LocaleTag) -> Self {
        let names = (format!("fact-{id}"), "ledger");
        let words = format!("stat-{id}");
        Self {
            locale,
            base,
            names,
            words,
            subject: id.as_str(),
            printed: Vec::new(),
            sources: sources.to_vec(),
            figures: Vec::new(),
            said: Said::default(),
        }
    }

    /// The figures that were said.
    pub fn into_figures(self) -> Vec<LedgerFigure> {
        let (beside, within) = (Arc::new(self.printed), self.words);
        let placed = |figure: LedgerFigure| {
            let fact = Fact { text: figure.text.clone(), beside: Arc::clone(&beside), within: within.clone() };
            LedgerFigure { line: Some(Line::Fact(Arc::new(fact))), ..figure }
        };
        self.figures.into_iter().map(placed).collect()
    }

    /// What was said last, as print says it.
    pub fn said(&self) -> Said {
        self.said.clone()
    }

    /// Words of the data file.
    pub fn words(&mut self, name: &str, text: &str) -> String {
        if let Some(text) = self.translated(name) {
            return self.marked(name, &text, &Escaped(&text).to_string(), Vec::new(), Some(self.locale.language));
        }
        let html = self.plain(name, text);
        if self.locale.messages.tag() == self.base {
            return html;
        }
        self.said.lang = Some(self.base.to_string());
        format!("<span lang=\"{}\">{html}</span>", Escaped(self.base.as_str()))
    }

    /// Words of the data file as a message of the locale says them; none in the base locale, in which the file is written.
    fn translated(&self, name: &str) -> Option<String> {
        let is_base = self.locale.messages.tag() == self.base;
        (!is_base).then(|| self.locale.plain(&format!("{}-{name}", self.words), [])).flatten()
    }

    /// A text that is in no language, such as an id.
    pub fn plain(&mut self, name: &str, text: &str) -> String {
        self.linked(name, text, &Escaped(text).to_string(), Vec::new())
    }

    /// A text that is in no language, and the HTML that shows it, with links to the elements of these ids.
    pub fn linked(&mut self, name: &str, text: &str, html: &str, links: Vec<String>) -> String {
        self.marked(name, text, html, links, Language::of(self.base.as_str()))
    }

    /// A text in a language; a literal if there is a figure in it.
    fn marked(
        &mut self,
        name: &str,
        text: &str,
        html: &str,
        links: Vec<String>,
        language: Option<&'static Language>,
    ) -> String {
        let says_figure = || language.is_some_and(|language| language.read(text).iter().any(|figure| figure.is_claim()));
        match text.contains(char::is_numeric) || says_figure() {
            true => self.literal(name, text, html, links),
            false => {
                self.printed.push(text.to_owned());
                self.said = Said { text: text.to_owned(), ..Said::default() };
                html.to_owned()
            }
        }
    }

    /// A date in the way of the locale, if it has one.
    pub fn date(&mut self, name: &str, date: PartialDate) -> Option<String> {
        let text = date::write(self.locale.messages.tag().as_str(), date)?;
        let html = Escaped(&text).to_string();
        Some(format!("<time datetime=\"{date}\">{}</time>", self.literal(name, &text, &html, Vec::new())))
    }

    /// A count in the way of the locale, if it has one.
    pub fn count(&mut self, name: &str, count: rust_decimal::Decimal) -> Option<String> {
        let (_, text) = self.locale.language.write(&Quantity::new(Kind::Count, Amount::Value(count)))?;
        let html = Escaped(&text).to_string();
        Some(self.literal(name, &text, &html, Vec::new()))
    }

    /// A figure that the page says of the subject itself: a literal, with an element and a ledger entry of its own.
    fn literal(&mut self, name: &str, text: &str, html: &str, links: Vec<String>) -> String {
        let element = format!("{}-{name}", self.names.0);
        let html = format!("{}{html}</data>", figure_tag(&element, text, text));
        self.said = Said { text: text.to_owned(), lang: None, element: Some(element.clone()) };
        // Its label has the name by which the ledger calls it.
        let message = format!("{}-{name}", self.names.1);
        self.printed.extend(self.locale.plain(&message, []));
        self.printed.push(text.to_owned());
        self.figures.push(LedgerFigure {
            element,
            message: MessageId::new(message),
            origin: Origin::Literal(format!("{}/{name}", self.subject)),
            sources: self.sources.clone(),
            construct: "literal",
            quantity: None,
            truth: None,
            text: text.to_owned(),
            unverified: false,
            links,
            line: None,
            row: None,
        });
        html
    }
}
