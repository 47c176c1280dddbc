//! One language as the texts of a project use it: its messages, and its dates.
//!
//! In: the Fluent files of a locale, and the variables of an edition. Out: text in which figures stand as [`token`]s, to be
//! worded later. What is wrong with a message is a finding at its place; there is no falling back to another locale.
//!
//! | member | what it does |
//! |---|---|
//! | [`Messages`] | the messages of a locale that are open; formats one with an edition's variables |
//! | [`fold()`] | a file put by, with the names in it |
//! | [`syntax`] | the expressions of a message, with their places |
//! | [`check`] | what is wrong with a message whatever its variables are |
//! | [`function`] | `FIGURE`, `NUMBER`, `COUNT` |
//! | [`token`] | figures inside text, as characters that no text and no Markdown uses |
//! | [`date`] | days, months and years as a locale words them |
//! | [`Collation`] | the order in which a locale sorts |
//! | [`segment`] | Thai words |
//! | [`linebreak`] | where lines may end |
//! | [`bytes`] | looking for a byte |

pub mod bytes;
pub mod check;
mod collation;
pub mod date;
mod fold;
pub mod function;
pub mod linebreak;
mod message;
mod messages;
pub mod segment;
pub mod syntax;
pub mod token;

pub use collation::Collation;
pub use fold::fold;
pub use message::Message;
pub use messages::{Messages, Variables};
