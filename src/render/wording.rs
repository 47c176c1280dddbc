//! A token becomes a figure: which stat or literal it is, what it says, and how the locale prints it.
//!
//! In: a token and the edition. Out: a [`BodyFigure`]. What can go wrong: the stat or the locale has no such wording.

use super::scope::Origins;
use crate::figure::Language;
use crate::model::body::{BodyFigure, Origin};
use crate::model::stat::Status;
use crate::model::{BoundStat, LocaleTag, MessageId, Quantity, StatId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The stats of an edition.
pub type Stats = BTreeMap<StatId, Arc<BoundStat>>;

/// What stands for a variable of an edition.
#[derive(Debug, Clone)]
pub enum Variable {
    /// A statistic.
    Stat(Arc<BoundStat>),
    /// A literal of the article, by its position.
    Literal(usize),
}

/// Why a token cannot become a figure.
#[derive(Debug, PartialEq, Eq)]
pub enum Unworded {
    /// The token names a variable that the edition does not have.
    Unknown,
    /// The stat cannot be worded so in this language.
    NoSuchWording(String),
    /// The literal has no text in this locale.
    NoText(usize),
}

/// Words the figure of a variable by a construct, or in the usual way.
pub fn word(
    origins: &Origins,
    language: &Language,
    locale: &LocaleTag,
    variable: usize,
    construct: Option<&'static str>,
    message: &MessageId,
) -> Result<BodyFigure, Unworded> {
    match origins.variables.get(variable).ok_or(Unworded::Unknown)? {
        Variable::Literal(position) => {
            let literal = &origins.article.literals[*position];
            let text = literal.text.get(locale).ok_or(Unworded::NoText(*position))?;
            Ok(BodyFigure {
                origin: Origin::Literal(literal.id.value.as_str().into()),
                construct: "literal",
                quantity: None,
                truth: None,
                sources: Arc::default(),
                unverified: false,
                text: text.value.as_str().into(),
                message: message.clone(),
            })
        }
        Variable::Stat(bound) => {
            let quantity = bound.said(construct);
            let worded = match construct {
                None => language.write(&quantity),
                Some(construct) => language.write_as(construct, &quantity),
            };
            figure(origins, bound, quantity, worded, message)
        }
    }
}

/// Words another quantity that a stat stands for, by a construct.
pub fn word_as(
    origins: &Origins,
    bound: &BoundStat,
    language: &Language,
    construct: &str,
    quantity: Quantity,
    message: &MessageId,
) -> Result<BodyFigure, Unworded> {
    figure(origins, bound, quantity, language.write_as(construct, &quantity), message)
}

fn figure(
    origins: &Origins,
    bound: &BoundStat,
    quantity: Quantity,
    worded: Option<(&'static str, String)>,
    message: &MessageId,
) -> Result<BodyFigure, Unworded> {
    let (construct, text) = worded.ok_or_else(|| Unworded::NoSuchWording(bound.stat.id.to_string()))?;
    Ok(BodyFigure {
        origin: Origin::Stat(bound.stat.id.value.clone()),
        construct,
        quantity: Some(quantity),
        truth: Some(bound.quantity),
        sources: Arc::clone(&bound.sources),
        unverified: is_unverified(&origins.stats, bound),
        text: text.into(),
        message: message.clone(),
    })
}

/// Whether a stat, or one that it was derived from, is unverified.
fn is_unverified(stats: &Stats, bound: &BoundStat) -> bool {
    bound.stat.status.value == Status::Unverified
        || bound.inputs.iter().any(|input| stats.get(input).is_some_and(|input| is_unverified(stats, input)))
}
