//! What is published.

use super::id::{ArticleId, LocaleTag};
use crate::diagnostic::{At, SourceText};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An article: a template, the sections that it has and the stats that it may use.
#[derive(Debug)]
pub struct Article {
    /// Its id; also the name of its file.
    pub id: At<ArticleId>,
    /// The last part of its address; the id unless the file says otherwise.
    pub slug: String,
    /// The template of its Markdown.
    pub template: At<String>,
    /// The day that it bears.
    pub published: Date,
    /// The topics (files of `data/stats`) whose stats it may use.
    pub stats: Vec<At<String>>,
    /// Its sections, in order.
    pub sections: Vec<At<String>>,
    /// Numbers in its text that are no statistics.
    pub literals: Vec<Literal>,
    /// Its file.
    pub file: Arc<SourceText>,
}

/// A number in a text that is no statistic, such as `24/7`; a Fluent variable like a stat.
#[derive(Debug, Clone)]
pub struct Literal {
    /// Its id.
    pub id: At<String>,
    /// How each locale prints it.
    pub text: BTreeMap<LocaleTag, At<String>>,
}
