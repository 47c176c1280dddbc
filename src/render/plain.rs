//! Texts with figures that a page prints where no element can stand, or in the frame around its text: the title, the summary,
//! headings in a list of contents, the date, the number of figures.
//!
//! In: a body or a message of the site. Out: the text and its figures, as the ledger has them. Nothing can go wrong. A project's
//! own template may leave any of them out, so only those that are in the finished page count.

use super::{Locale, json_ld, source_note};
use crate::format::html::{Escaped, escaped};
use crate::locale::date;
use crate::model::body::{self, Block, Body, Inline, Origin, each_figure};
use crate::model::document::PlainText;
use crate::model::ledger::LedgerFigure;
use crate::model::{Article, MessageId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A text that a page may print, and the HTML by which to tell whether it does.
#[derive(Debug, Clone)]
pub struct Plain {
    text: PlainText,
    html: String,
}

impl Plain {
    fn new(text: String, figures: Vec<LedgerFigure>) -> Self {
        Self { html: escaped(&text), text: PlainText { text, figures, times: 0 } }
    }

    /// The two texts as one, with something between them.
    pub fn followed_by(self, between: &str, other: Plain) -> Self {
        let text = format!("{}{between}{}", self.text.text, other.text.text);
        Self::new(text, self.text.figures.into_iter().chain(other.text.figures).collect())
    }

    /// The text itself.
    pub fn text(&self) -> &str {
        &self.text.text
    }
}

/// The texts with figures that a page prints, each once, with how many of its elements and attributes begin with it.
pub fn printed(mut texts: Vec<Plain>, page: &[u8]) -> Vec<PlainText> {
    texts.retain(|plain| !plain.text.figures.is_empty());
    // Where two texts begin in the same way, the longer one stands there.
    texts.sort_by(|a, b| b.text.text.len().cmp(&a.text.text.len()).then_with(|| a.text.text.cmp(&b.text.text)));
    texts.dedup_by(|a, b| a.text.text == b.text.text && a.html == b.html);
    let mut taken = BTreeSet::new();
    let printed = texts.into_iter().filter_map(|mut plain| {
        let json = json_ld::text(&plain.text.text);
        let forms = if json == plain.html { vec![json] } else { vec![plain.html, json] };
        let mut found = false;
        for form in forms {
            for at in memchr::memmem::find_iter(page, form.as_bytes()) {
                found = true;
                let begins = at > 0 && matches!(page[at - 1], b'>' | b'"');
                plain.text.times += usize::from(begins && taken.insert(at));
            }
        }
        found.then_some(plain.text)
    });
    printed.collect()
}

/// The texts with figures among those that a document prints all.
pub fn said_in(texts: Vec<Plain>) -> Vec<PlainText> {
    texts.into_iter().map(|plain| plain.text).filter(|text| !text.figures.is_empty()).collect()
}

/// The texts with figures of a document that prints all of them, each with how often it does.
pub fn each(texts: Vec<Plain>) -> Vec<PlainText> {
    let mut said: BTreeMap<String, PlainText> = BTreeMap::new();
    for text in said_in(texts) {
        said.entry(text.text.clone()).or_insert(text).times += 1;
    }
    said.into_values().collect()
}

/// A body as plain text.
pub fn of(body: &Body) -> Plain {
    Plain::new(body.plain(), body.figures.iter().map(|figure| figure.entry(String::new())).collect())
}

/// A line of a body as plain text.
pub fn of_line(body: &Body, inlines: &[Inline]) -> Plain {
    let mut figures = Vec::new();
    each_figure(inlines, &mut |figure| figures.push(body.figures[figure].entry(String::new())));
    Plain::new(body.text(inlines), figures)
}

/// Blocks of a body as plain text.
pub fn of_blocks(body: &Body, blocks: &[Block]) -> Plain {
    let mut figures = Vec::new();
    body::each_figure_of(blocks, &mut |figure| figures.push(body.figures[figure].entry(String::new())));
    Plain::new(body.plain_of(blocks), figures)
}

/// A day in the words of a locale.
pub fn day(locale: &Locale, day: Date) -> String {
    date::write(locale.messages.tag().as_str(), source_note::day_of(day)).unwrap_or_else(|| day.to_string())
}

/// A day as HTML, and the message that says what happened on it, in which the day is a literal.
pub fn dated(locale: &Locale, id: &str, day: Date) -> (String, Option<Plain>) {
    let text = self::day(locale, day);
    let html = format!("<time datetime=\"{day}\">{}</time>", Escaped(&text));
    let said = said(locale, id, ("date", &text, &html));
    (html, said)
}

/// The day of a correction, as it is said outside of the article.
pub fn corrected(locale: &Locale, day: Date) -> Plain {
    let text = self::day(locale, day);
    said(locale, super::corrections::DAY, ("date", &text, &text)).unwrap_or_else(|| Plain::new(text, Vec::new()))
}

/// The days of an article: its publication, and its last revision if there was one, each in its message.
pub fn days(locale: &Locale, article: &Article) -> Vec<Plain> {
    let (published, modified) = (article.published, article.modified());
    let updated = (modified > published).then_some(("updated-on", modified));
    let days = std::iter::once(("published-on", published)).chain(updated);
    days.filter_map(|(id, day)| dated(locale, id, day).1).collect()
}

/// A message of the site with one variable, a number or date of the page itself: its name, its text and its HTML.
pub fn said(locale: &Locale, id: &str, (name, text, html): (&str, &str, &str)) -> Option<Plain> {
    let entry = LedgerFigure {
        element: String::new(),
        message: MessageId::new(id),
        origin: Origin::Literal(format!("page/{name}").into()),
        sources: Arc::default(),
        construct: "literal",
        quantity: None,
        truth: None,
        text: text.into(),
        unverified: false,
        links: Arc::default(),
        line: None,
        row: None,
    };
    let printed = locale.plain(id, [(name, text)])?;
    let html = printed.split(text).map(escaped).collect::<Vec<_>>().join(html);
    Some(Plain { html, text: PlainText { text: printed, figures: vec![entry], times: 0 } })
}
