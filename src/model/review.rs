//! Translations that a person has approved, and what they were approved with.

use crate::diagnostic::{At, Place, SourceText};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The approvals of a locale.
#[derive(Debug, Default, Clone)]
pub struct Reviews {
    /// The file, if there is one.
    pub file: Option<Arc<SourceText>>,
    /// The approvals, by message; a term with its hyphen.
    pub entries: BTreeMap<String, Review>,
}

/// The approval of a translation.
#[derive(Debug, Clone)]
pub struct Review {
    /// The whole entry.
    pub place: Place,
    /// The message.
    pub message: At<String>,
    /// The fingerprint of the base text.
    pub base: String,
    /// The fingerprint of the translation.
    pub own: String,
    /// What its figures said: by variable, or by variable and construct as in `trust as fraction`.
    pub figures: BTreeMap<String, String>,
    /// The base text itself, to be shown beside the new one.
    pub text: String,
}
