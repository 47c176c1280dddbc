//! What a reader gets of a finished page.
//!
//! In: the bytes of an HTML page, parsed as a browser parses them. Out: its texts in reading order, one [`Block`] for each
//! element that begins a line of its own, table cell, title, description and attribute that is shown or read aloud, each with
//! its figure elements; and what the page says to machines. Nothing can go wrong: HTML has no syntax errors, only other trees.

use super::attributes::Attributes;
use super::style::Sheet;
use super::walk::Reader;
use scraper::{ElementRef, Html, Selector};
use std::ops::Range;
use std::rc::Rc;

/// A finished page as a reader gets it.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its texts.
    pub blocks: Vec<Block>,
    /// The objects of its JSON-LD; their texts are blocks too.
    pub json: Vec<serde_json::Value>,
    /// The days of publication that its head declares.
    pub days: Vec<String>,
    /// Texts that its own styles generate, which nobody can prove.
    pub generated: Vec<String>,
}

/// A text that a reader gets in one piece.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Block {
    /// The text, white space collapsed.
    pub text: String,
    /// The figure elements in it, in order.
    pub marks: Vec<Mark>,
    /// The days that `<time>` elements in it declare, with the bytes of their texts.
    pub times: Vec<(Range<usize>, String)>,
    /// Whether it stands in an attribute or in JSON-LD, where no element can stand.
    pub attribute: bool,
    /// Whether it is a blank where a text belongs: behind the name of a fact.
    pub blank: bool,
    /// The language that the page declares for it.
    pub lang: Option<Rc<str>>,
}

/// A `<data class="figure">` element.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Mark {
    /// The bytes of its text in the block, without the mark †.
    pub span: Range<usize>,
    /// Its `id`.
    pub element: String,
    /// Its `value`.
    pub value: Option<String>,
    /// Whether it is of a format in which figures bear no value beside their text.
    pub bare: bool,
    /// Whether it is kept from some readers (`hidden`, `aria-hidden`, `display: none`), struck out or turned round.
    pub hidden: bool,
    /// What it says to those who hear the mark †, if it bears one.
    pub dagger: Option<String>,
    /// Where the links in it lead.
    pub hrefs: Vec<String>,
    /// Whether it stands inside a link.
    pub in_link: bool,
    /// What stands in it beside text, its link and its mark: an element, or a style.
    pub alien: Option<String>,
}

/// Reads a page.
pub(super) fn read(html: &str) -> Page {
    let document = Html::parse_document(html);
    let mut reader = Reader::default();
    let root = document.root_element();
    let mut open = Vec::new();
    if reader.open(root) {
        open.push(root.children());
    }
    while let Some(children) = open.last_mut() {
        match children.next() {
            None => {
                open.pop();
                reader.close();
            }
            Some(node) => match (node.value().as_text(), ElementRef::wrap(node)) {
                (Some(text), _) => reader.text(text),
                (_, Some(element)) if reader.open(element) => open.push(element.children()),
                _ => {}
            },
        }
    }
    let (mut page, sheets) = reader.finish();
    for sheet in sheets {
        apply(&document, Sheet::read(&sheet), &mut page);
    }
    page
}

/// Marks the figures that a style sheet hides.
fn apply(document: &Html, sheet: Sheet, page: &mut Page) {
    page.generated.extend(sheet.generated);
    let selectors = sheet.hiding.iter().filter_map(|selector| Selector::parse(selector).ok());
    let figures = Selector::parse("data.figure").expect("the selector is one");
    for selector in selectors {
        for hidden in document.select(&selector) {
            let id = |element: ElementRef<'_>| element.value().id().unwrap_or_default().to_owned();
            let around = hidden.ancestors().filter_map(ElementRef::wrap).filter(|element| figures.matches(element));
            let itself = Some(hidden).filter(|element| figures.matches(element));
            let ids: Vec<_> = around.chain(itself).chain(hidden.select(&figures)).map(id).collect();
            let marks = page.blocks.iter_mut().flat_map(|block| &mut block.marks);
            marks.filter(|mark| ids.contains(&mark.element)).for_each(|mark| mark.hidden = true);
        }
    }
}

/// Whether an element keeps what is in it from a reader, by its name or its attributes.
pub(super) fn is_hidden(name: &str, attributes: &Attributes<'_>) -> bool {
    attributes.hides
        || matches!(name, "del" | "s" | "strike" | "datalist" | "object")
        || (name == "dialog" && !attributes.open)
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
