//! The nouns: what the stages hand to one another. No verbs, no files.
//!
//! | noun | what it is |
//! |---|---|
//! | [`Quantity`] | what a figure says: kind, amount, unit, hedge |
//! | [`Figure`] | a quantity as read in a text, with its span |
//! | [`Source`], [`Table`] | a publication, and the data kept beside it |
//! | [`Stat`] | one statistic with its evidence |
//! | [`Article`] | what is published, in several locales |
//! | [`Project`] | all that was loaded from a folder |
//! | [`MessageFile`], [`Texts`] | a file of messages; those of an article, opened together |
//! | [`Review`](review::Review) | a translation that a person has approved, and what it was approved with |
//! | [`Term`](glossary::Term) | a word that a locale prefers, and those that it does not want |
//! | [`Waiver`] | a finding that is allowed, with a reason and an end |
//! | [`Schedule`] | when an article may be read |
//! | [`Chart`](chart::Chart) | stats that an article shows side by side |
//! | [`Edition`] | one article in one locale, with stats bound |
//! | [`Body`] | an edition's text as blocks, inlines and figures |
//! | [`Document`] | an edition in one format, as bytes |
//! | [`Ledger`](ledger::LedgerFigure) | every figure of a build: where it stands, what it says, which stat it is |

pub mod article;
pub mod body;
pub mod chart;
pub mod digest;
pub mod document;
pub mod edition;
pub mod evidence;
pub mod figure;
pub mod glossary;
pub mod id;
pub mod ledger;
pub mod messages;
pub mod notation;
pub mod number;
pub mod print;
pub mod project;
pub mod quantity;
mod recast;
pub mod review;
pub mod schedule;
pub mod source;
pub mod stamp;
pub mod stat;
pub mod table;
pub mod texts;
pub mod waiver;
pub mod word;

pub use article::{Article, Literal};
pub use body::{Block, Body, Inline};
pub use document::Document;
pub use edition::{BoundStat, Edition};
pub use figure::{Confidence, Figure, Role};
pub use id::{ArticleId, LocaleTag, MessageId, SourceId, StatId};
pub use messages::MessageFile;
pub use project::Project;
pub use quantity::{Amount, Era, Hedge, Kind, Quantity, Unit};
pub use schedule::{Schedule, Standing};
pub use source::Source;
pub use stat::Stat;
pub use table::Table;
pub use texts::{LocaleFiles, Texts};
pub use waiver::Waiver;
pub use word::Word;
