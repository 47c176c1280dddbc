//! An article in one locale, with its stats bound.

use super::article::Article;
use super::id::{LocaleTag, SourceId, StatId};
use super::quantity::Quantity;
use super::stat::Stat;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An article in one locale, ready to be rendered.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The article.
    pub article: Arc<Article>,
    /// The locale.
    pub locale: LocaleTag,
    /// The stats that the article may use, by id; shared by the editions of the article.
    pub stats: Arc<BTreeMap<StatId, Arc<BoundStat>>>,
}

/// A stat whose value is known and checked.
#[derive(Debug)]
pub struct BoundStat {
    /// The stat as loaded.
    pub stat: Arc<Stat>,
    /// What it says, with the hedge that the source itself gives.
    pub quantity: Quantity,
    /// The sources that it rests on, in order of id.
    pub sources: Arc<[SourceId]>,
    /// The stats that it was derived from.
    pub inputs: Box<[StatId]>,
    /// What the source's table says in its cell.
    pub says: Option<Box<str>>,
}
