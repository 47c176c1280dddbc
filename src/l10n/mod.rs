//! What translators need to know: what is missing, what changed, what a variable shows, where a message appears.
//!
//! In: a project, and its editions for the values of its stats. Out: facts about each message in each locale, as plain data that
//! commands print and a preview shows. Nothing here runs a stage, and nothing writes a file but [`write()`], which is told by a
//! command to put new texts in the place of those that were read.
//!
//! | member | what it does |
//! |---|---|
//! | [`mod@unit`], [`catalog`] | a message or a term as it stands in its file; all of a locale |
//! | [`figures`] | the stats that a message words, with their values of today |
//! | [`mod@line`] | a text as a reader gets it, its figures worded |
//! | [`desk`] | every message of the base locale beside its translation, and how that stands |
//! | [`check`] | what is wrong in the texts of the locales |
//! | [`status`] | how far the translation of each article is, as numbers and as a badge |
//! | [`accept`] | the approvals of a locale with some more |
//! | [`sync`] | the files of a locale brought up to the base locale |
//! | [`sample`], [`why`] | what a message reads like; where it appears |
//! | [`pseudo`] | texts made longer and accented, to see what is cut |
//! | [`write()`] | new texts of the user's files, each in one rename |

pub mod accept;
pub mod catalog;
pub mod check;
pub mod desk;
pub mod figures;
pub mod line;
pub mod pseudo;
pub mod sample;
pub mod status;
pub mod sync;
pub mod unit;
pub mod why;
mod write;

pub use desk::{Change, Desk, Original, State, Translation};
pub use write::{NewText, write};
