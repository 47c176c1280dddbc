//! The words that a locale prefers, and those that it does not want.

use crate::diagnostic::{At, Place};

/// An entry of a glossary.
#[derive(Debug, Clone)]
pub struct Term {
    /// The whole entry.
    pub place: Place,
    /// The words of the base text that it is about; `None` for words that are unwanted wherever they stand.
    pub base: Option<At<String>>,
    /// The words that are preferred; any of them will do.
    pub preferred: Vec<At<String>>,
    /// The words that are unwanted.
    pub forbidden: Vec<At<String>>,
    /// Why.
    pub note: Option<String>,
}
