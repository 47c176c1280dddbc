//! Figures in text: every way in which a language words a quantity, used both to write and to read.
//!
//! In: a [`Quantity`] to word, or a text to read. Out: its wording, or the [`Figure`]s of the text, in order and without overlap.
//! Nothing can go wrong: what cannot be worded by a construct is `None`, what is no figure is not listed.

pub mod claim;

use crate::model::{Figure, Quantity};

/// A language: its constructs and the words that they are made of.
#[derive(Debug)]
pub struct Language {
    tag: &'static str,
}

/// The languages, by tag.
pub const LANGUAGES: &[&Language] = &[&Language { tag: "en" }, &Language { tag: "th" }, &Language { tag: "zh-Hans" }];

impl Language {
    /// The language of a locale, such as `th` or `zh-Hans`.
    pub fn of(tag: &str) -> Option<&'static Language> {
        LANGUAGES.iter().copied().find(|language| language.tag == tag)
    }

    /// Its tag.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The names of its constructs, in the order in which they are tried.
    pub fn constructs(&self) -> impl Iterator<Item = &'static str> {
        ["percent"].into_iter()
    }

    /// Words a quantity in the way that is usual for its kind; the name of the construct and the text.
    pub fn write(&self, quantity: &Quantity) -> Option<(&'static str, String)> {
        quantity.amount.value().map(|value| ("percent", format!("{value}%")))
    }

    /// Words a quantity by the construct of that name, if there is one and it can.
    pub fn write_as(&self, _construct: &str, quantity: &Quantity) -> Option<(&'static str, String)> {
        self.write(quantity)
    }

    /// Reads every figure of a text, in time linear in its length.
    pub fn read(&self, _text: &str) -> Vec<Figure> {
        Vec::new()
    }
}
