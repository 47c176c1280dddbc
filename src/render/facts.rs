//! What the data files say, as a page prints it beside its text: words, dates and counts of a source or a stat.
//!
//! In: a text of a data file. Out: HTML, and the figures in it for the ledger, in the order in which they were asked for. Nothing
//! can go wrong. Words stay in the language in which they are written, that of the base locale, and are marked as such; a figure
//! among them makes the whole a literal, with an element of its own.

use super::Locale;
use crate::figure::Language;
use crate::format::html::{Escaped, figure_tag, source_id};
use crate::locale::date;
use crate::model::body::Origin;
use crate::model::ledger::LedgerFigure;
use crate::model::source::PartialDate;
use crate::model::{Amount, Kind, LocaleTag, MessageId, Quantity, SourceId, StatId};

/// What a page says of one source or one stat.
pub struct Facts<'a> {
    locale: &'a Locale,
    base: &'a LocaleTag,
    /// What the ids of its elements and the names of its messages begin with.
    names: (String, &'static str),
    subject: &'a str,
    sources: Vec<SourceId>,
    figures: Vec<LedgerFigure>,
}

impl<'a> Facts<'a> {
    /// Facts of a source.
    pub fn of_source(id: &'a SourceId, locale: &'a Locale, base: &'a LocaleTag) -> Self {
        let names = (source_id(id), "source");
        Self { locale, base, names, subject: id.as_str(), sources: vec![id.clone()], figures: Vec::new() }
    }

    /// Facts of a stat that rests on these sources.
    pub fn of_stat(id: &'a StatId, sources: &[SourceId], locale: &'a Locale, base: &'a LocaleTag) -> Self {
        let names = (format!("fact-{id}"), "ledger");
        Self { locale, base, names, subject: id.as_str(), sources: sources.to_vec(), figures: Vec::new() }
    }

    /// The figures that were said.
    pub fn into_figures(self) -> Vec<LedgerFigure> {
        self.figures
    }

    /// Words of the data file.
    pub fn words(&mut self, name: &str, text: &str) -> String {
        let html = self.plain(name, text, &Escaped(text).to_string());
        match self.locale.messages.tag() == self.base {
            true => html,
            false => format!("<span lang=\"{}\">{html}</span>", Escaped(self.base.as_str())),
        }
    }

    /// A text that is in no language, such as an id, and the HTML that shows it.
    pub fn plain(&mut self, name: &str, text: &str, html: &str) -> String {
        let says_figure = || {
            let language = Language::of(self.base.as_str());
            language.is_some_and(|language| language.read(text).iter().any(|figure| figure.is_claim()))
        };
        match text.contains(char::is_numeric) || says_figure() {
            true => self.literal(name, text, html),
            false => html.to_owned(),
        }
    }

    /// A date in the way of the locale, if it has one.
    pub fn date(&mut self, name: &str, date: PartialDate) -> Option<String> {
        let text = date::write(self.locale.messages.tag().as_str(), date)?;
        let html = Escaped(&text).to_string();
        Some(format!("<time datetime=\"{date}\">{}</time>", self.literal(name, &text, &html)))
    }

    /// A count in the way of the locale, if it has one.
    pub fn count(&mut self, name: &str, count: rust_decimal::Decimal) -> Option<String> {
        let (_, text) = self.locale.language.write(&Quantity::new(Kind::Count, Amount::Value(count)))?;
        let html = Escaped(&text).to_string();
        Some(self.literal(name, &text, &html))
    }

    /// A figure that the page says of the subject itself: a literal, with an element and a ledger entry of its own.
    fn literal(&mut self, name: &str, text: &str, html: &str) -> String {
        let element = format!("{}-{name}", self.names.0);
        let html = format!("{}{html}</data>", figure_tag(&element, text, text));
        self.figures.push(LedgerFigure {
            element,
            message: MessageId::new(format!("{}-{name}", self.names.1)),
            origin: Origin::Literal(format!("{}/{name}", self.subject)),
            sources: self.sources.clone(),
            construct: "literal",
            quantity: None,
            truth: None,
            text: text.to_owned(),
        });
        html
    }
}
