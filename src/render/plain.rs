//! Texts with figures that a page prints where no element can stand, or in the frame around its text: the title, the summary,
//! headings in a list of contents, the date, the number of figures.
//!
//! In: a body or a message of the site. Out: the text and its figures, as the ledger has them. Nothing can go wrong. A project's
//! own template may leave any of them out, so only those that are in the finished page count.

use super::{Locale, json_ld, source_note};
use crate::format::html::Escaped;
use crate::locale::date;
use crate::model::MessageId;
use crate::model::body::{Body, Inline, Origin, each_figure};
use crate::model::document::PlainText;
use crate::model::ledger::LedgerFigure;
use std::collections::BTreeSet;

/// A text that a page may print, and the HTML by which to tell whether it does.
pub struct Plain {
    text: PlainText,
    html: String,
}

impl Plain {
    fn new(text: String, figures: Vec<LedgerFigure>) -> Self {
        Self { html: Escaped(&text).to_string(), text: PlainText { text, figures, times: 0 } }
    }
}

/// The texts with figures that a page prints, each once, with how many of its elements and attributes begin with it.
pub fn printed(mut texts: Vec<Plain>, page: &str) -> Vec<PlainText> {
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
            for at in memchr::memmem::find_iter(page.as_bytes(), form.as_bytes()) {
                found = true;
                let begins = at > 0 && matches!(page.as_bytes()[at - 1], b'>' | b'"');
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

/// A day as HTML, and the message that says when something was published, in which the day is a literal.
pub fn dated(locale: &Locale, day: jiff::civil::Date) -> (String, Option<Plain>) {
    let text = date::write(locale.messages.tag().as_str(), source_note::day_of(day)).unwrap_or_else(|| day.to_string());
    let html = format!("<time datetime=\"{day}\">{}</time>", Escaped(&text));
    let said = said(locale, "published-on", ("date", &text, &html));
    (html, said)
}

/// The message that says when something was published, as plain text; the day alone if there is none.
pub fn dateline(locale: &Locale, day: jiff::civil::Date) -> String {
    let text = date::write(locale.messages.tag().as_str(), source_note::day_of(day)).unwrap_or_else(|| day.to_string());
    locale.plain("published-on", [("date", &text)]).unwrap_or(text)
}

/// A message of the site with one variable, a number or date of the page itself: its name, its text and its HTML.
pub fn said(locale: &Locale, id: &str, (name, text, html): (&str, &str, &str)) -> Option<Plain> {
    let entry = LedgerFigure {
        element: String::new(),
        message: MessageId::new(id),
        origin: Origin::Literal(format!("page/{name}")),
        sources: Vec::new(),
        construct: "literal",
        quantity: None,
        truth: None,
        text: text.to_owned(),
        unverified: false,
        links: Vec::new(),
        line: None,
    };
    let printed = locale.plain(id, [(name, text)])?;
    let html = printed.split(text).map(|part| Escaped(part).to_string()).collect::<Vec<_>>().join(html);
    Some(Plain { html, text: PlainText { text: printed, figures: vec![entry], times: 0 } })
}
