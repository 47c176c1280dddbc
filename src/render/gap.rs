//! What a template calls for and that does not exist: a message, a figure, a construct.
//!
//! In: what was called for. Out: an error that Tera gives the place of the call, and a finding there. Nothing can go wrong.

use crate::diagnostic::{Code, Finding, Place, nearest};
use std::collections::BTreeSet;
use tera::TeraResult;

/// Something that a template calls for and that does not exist; it travels through Tera as the text of an error.
#[derive(Debug, PartialEq, Eq)]
pub struct Gap {
    code: Code,
    key: String,
    message: String,
    help: String,
}

/// Stands before and between the parts of a gap in Tera's error text.
const PART: char = '\u{E002}';

impl Gap {
    /// A gap by its key, which names it among the gaps of a template.
    pub fn new(code: Code, key: &str, message: String) -> Self {
        Self { code, key: key.to_owned(), message, help: String::new() }
    }

    /// Suggests what may have been meant.
    #[must_use]
    pub fn suggest<'a>(mut self, given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        self.help = nearest(given, candidates).map(|near| format!("did you mean `{near}`?")).unwrap_or_default();
        self
    }

    /// The text, or nothing for a gap that is known already, or else an error that says the gap.
    pub fn fill(text: Result<String, Gap>, known: &BTreeSet<String>) -> TeraResult<String> {
        text.or_else(|gap| match known.contains(&gap.key) {
            true => Ok(String::new()),
            false => {
                let Gap { code, key, message, help } = gap;
                Err(tera::Error::message(format!("{PART}{}{PART}{key}{PART}{message}{PART}{help}", code.name())))
            }
        })
    }

    /// The gap in the text of an error, if it is one.
    pub fn read(text: &str) -> Option<Self> {
        let parts: Vec<_> = text.strip_prefix(PART)?.split(PART).collect();
        let &[code, key, message, help] = parts.as_slice() else { return None };
        let code = Code::ALL.iter().copied().find(|known| known.name() == code)?;
        Some(Self { code, key: key.to_owned(), message: message.to_owned(), help: help.to_owned() })
    }

    /// What names it among the gaps of a template.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// As a finding at the call.
    pub fn finding(self, place: Place) -> Finding {
        let finding = Finding::new(self.code, place, self.message);
        if self.help.is_empty() { finding } else { finding.help(self.help) }
    }
}
