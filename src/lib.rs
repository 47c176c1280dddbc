//! numerate turns statistics with sources into articles in several languages, and proves every figure that it prints.
//!
//! Data flows one way through five stages, each a function from one noun to the next:
//!
//! ```text
//! folder ──load──▶ Project ──resolve──▶ [Edition] ──render──▶ [Document] ──verify──▶ Verified ──publish──▶ output/
//! ```
//!
//! The nouns are in [`model`]; what is wrong with a user's files is said by [`diagnostic`]. `ARCHITECTURE.md` explains the
//! walls between the modules, and `tests/layers.rs` holds them.

pub mod audit;
pub mod cli;
pub mod compare;
pub mod diagnostic;
pub mod diff;
pub mod figure;
pub mod format;
pub mod l10n;
pub mod load;
pub mod locale;
pub mod model;
pub mod pipeline;
pub mod publish;
pub mod render;
pub mod resolve;
pub mod serve;
pub mod verify;
