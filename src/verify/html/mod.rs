//! What a reader gets of a finished page of HTML.
//!
//! In: its bytes, and the style sheets of the project. Out: its texts in reading order, one [`Piece`](super::reading::Piece) for
//! each element that begins a line of its own, table cell, title, description and attribute that is shown or read aloud, each with
//! its figure elements; and what the page says to machines. Nothing can go wrong: HTML has no syntax errors, only other trees.
//!
//! A page that is plainly written is read straight from its tags (`markup`, `nesting`); any other is parsed as a browser parses
//! it. Both ways go through the same `walk`, and come to the same.

mod attributes;
mod markup;
mod name;
mod nesting;
mod sheets;
mod style;
mod walk;

pub(super) use sheets::Sheets;

use super::reading::{Means, Reading};
use crate::diagnostic::{Code, Finding, SourceText};
use crate::model::Document;
use attributes::Attributes;
use markup::{Token, Tokens};
use name::Name;
use nesting::Nesting;
use scraper::{ElementRef, Html};
use sheets::Rules;
use std::borrow::Cow;
use std::str::Utf8Error;
use walk::{Reader, Styles};

/// Reads a finished page; a finding if it is not UTF-8.
pub(super) fn read_document<'p>(
    document: &'p Document,
    text: Result<&'p str, Utf8Error>,
    means: &Means<'_>,
) -> Result<Reading<'p>, Box<Finding>> {
    match text {
        Ok(html) => Ok(read(html, &means.sheets)),
        Err(error) => {
            let text = String::from_utf8_lossy(&document.bytes[..error.valid_up_to()]).into_owned();
            let place = SourceText::new(&document.path, text.clone()).at(text.len()..text.len());
            Err(Box::new(Finding::new(Code::NotUtf8, place, "the finished file is not UTF-8")))
        }
    }
}

/// Reads a page of a project with these style sheets.
pub(super) fn read<'p>(html: &'p str, sheets: &Sheets<'_>) -> Reading<'p> {
    let straight = straight(html, sheets.rules());
    debug_assert!(straight.as_ref().is_none_or(|read| *read == tree(&Html::parse_document(html), sheets.rules())), "{html}");
    let (mut reading, styles) = match straight {
        Some(straight) if styles_are_plain(&straight.1) => return straight.0,
        Some(straight) => straight,
        None => tree(&Html::parse_document(html), sheets.rules()),
    };
    if !styles_are_plain(&styles) {
        sheets.apply(&Html::parse_document(html), &styles, &mut reading);
    }
    reading
}

/// Whether no style can do anything to a figure.
fn styles_are_plain(styles: &Styles) -> bool {
    styles.own.is_empty() && !styles.touched
}

/// Reads a page from its tags, if it is plainly written.
fn straight<'p>(html: &'p str, rules: &Rules) -> Option<(Reading<'p>, Styles)> {
    let mut tokens = Tokens::of(html)?;
    let mut nesting = Nesting::default();
    let mut reader = Reader::new(rules);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open(tag, inside) => {
                let stays = nesting.open(tag.name, tag.text, tag.closed)?;
                let attributes = Attributes::of(tag.name, &tokens.attributes);
                let read = reader.open(tag.name, tag.text, &attributes, inside.as_deref());
                if read && !stays {
                    inside.into_iter().for_each(|text| reader.text(text));
                    reader.close();
                }
            }
            Token::Text(text) => {
                nesting.text(&text)?;
                // In a figure it is an element that has no business there.
                if tokens.breaks && (nesting.open(Name::Wbr, "wbr", false).is_none() || reader.is_in_figure()) {
                    return None;
                }
                reader.text(text);
            }
            Token::Close(name) => {
                nesting.close(name)?;
                reader.close();
            }
        }
    }
    (!tokens.refused && nesting.is_over()).then(|| reader.finish())
}

/// Reads a page as a browser does.
fn tree(document: &Html, rules: &Rules) -> (Reading<'static>, Styles) {
    let mut reader = Reader::new(rules);
    let open_element = |reader: &mut Reader<'_, 'static>, element: ElementRef<'_>| {
        let tag = element.value().name();
        let name = Name::of(tag);
        let code = matches!(name, Name::Script | Name::Style).then(|| element.text().collect::<String>());
        let all: Vec<_> = element.value().attrs().map(|(name, value)| (name, Cow::Owned(value.to_owned()))).collect();
        reader.open(name, tag, &Attributes::of(name, &all), code.as_deref())
    };
    let root = document.root_element();
    let mut open = Vec::new();
    if open_element(&mut reader, root) {
        open.push(root.children());
    }
    while let Some(children) = open.last_mut() {
        match children.next() {
            None => {
                open.pop();
                reader.close();
            }
            Some(node) => match (node.value().as_text(), ElementRef::wrap(node)) {
                (Some(text), _) => reader.text(Cow::Owned(text.to_string())),
                (_, Some(element)) if open_element(&mut reader, element) => open.push(element.children()),
                _ => {}
            },
        }
    }
    reader.finish()
}

#[cfg(test)]
mod tests;
