//! What is published.

use super::chart::Chart;
use super::id::{ArticleId, LocaleTag, StatId};
use super::schedule::Schedule;
use crate::diagnostic::{At, SourceText};
use jiff::civil::Date;
use rust_decimal::Decimal;
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
    /// The day of its last revision, where the file says so.
    pub updated: Option<At<Date>>,
    /// What was corrected in it since, the oldest first.
    pub corrections: Vec<Correction>,
    /// When it may be read.
    pub schedule: Schedule,
    /// The topics (files of `data/stats`) whose stats it may use.
    pub stats: Vec<At<String>>,
    /// Its sections, in order.
    pub sections: Vec<At<String>>,
    /// Numbers in its text that are no statistics.
    pub literals: Vec<Literal>,
    /// What its text says of stats beside one another, declared so that it can be checked.
    pub claims: Vec<At<Claim>>,
    /// Its charts.
    pub charts: Vec<Chart>,
    /// Its file.
    pub file: Arc<SourceText>,
}

/// A mistake that was in a published article and is mended.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The day on which it was mended.
    pub date: At<Date>,
    /// The message that says what it was, without the name of the article before it.
    pub note: At<String>,
}

impl Article {
    /// The day from which on it says what it says now: of its last revision or correction, or else of its publication.
    pub fn modified(&self) -> Date {
        let updated = self.updated.iter().map(|day| day.value);
        let corrected = self.corrections.iter().map(|correction| correction.date.value);
        updated.chain(corrected).chain([self.published]).max().expect("an article is published on some day")
    }
}

/// A number in a text that is no statistic, such as `24/7`; a Fluent variable like a stat.
#[derive(Debug, Clone)]
pub struct Literal {
    /// Its id.
    pub id: At<String>,
    /// How each locale prints it.
    pub text: BTreeMap<LocaleTag, At<String>>,
}

/// What a text says of stats beside one another.
#[derive(Debug, Clone)]
pub enum Claim {
    /// One stands at a place in the order of several, counted from the highest or the lowest.
    Rank {
        /// The stat.
        of: At<StatId>,
        /// Its place, from 1.
        rank: At<usize>,
        /// From which end the places are counted.
        from: End,
        /// The others; it may stand among them itself.
        among: Vec<At<StatId>>,
    },
    /// Several make a whole.
    Sum {
        /// The stats.
        of: Vec<At<StatId>>,
        /// What they make together.
        is: Decimal,
        /// How far their sum may lie from it, for rounding.
        within: Decimal,
    },
}

/// An end of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The highest comes first.
    Highest,
    /// The lowest comes first.
    Lowest,
}
