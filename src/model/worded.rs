//! Words of a data file that pages print, in as many locales as somebody gave them.

use super::id::LocaleTag;
use crate::diagnostic::At;
use std::collections::BTreeMap;

/// Words in the base locale, as which they count wherever they are compared, and in others where the file gives them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worded {
    base: String,
    others: BTreeMap<LocaleTag, String>,
}

impl Worded {
    /// Words in the base locale, and in others.
    pub fn new(base: impl Into<String>, others: BTreeMap<LocaleTag, String>) -> Self {
        Self { base: base.into(), others }
    }

    /// The words in every locale but the base.
    pub fn translations(&self) -> impl Iterator<Item = (&LocaleTag, &str)> {
        self.others.iter().map(|(tag, text)| (tag, text.as_str()))
    }

    /// The words in another locale than the base, if they are given.
    pub fn translated(&self, locale: &LocaleTag) -> Option<&str> {
        self.others.get(locale).map(String::as_str)
    }
}

impl std::ops::Deref for Worded {
    type Target = str;

    fn deref(&self) -> &str {
        &self.base
    }
}

impl From<&str> for Worded {
    fn from(base: &str) -> Self {
        Self::new(base, BTreeMap::new())
    }
}

/// The words of a file by locale, each at its place.
pub type ByLocale = BTreeMap<LocaleTag, At<String>>;
