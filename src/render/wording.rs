//! A token becomes a figure: which stat or literal it is, what it says, and how the locale prints it.
//!
//! In: a token and the edition. Out: a [`BodyFigure`]. What can go wrong: the stat or the locale has no such wording.

use super::scope::Origins;
use crate::figure::Language;
use crate::model::body::{BodyFigure, Origin};
use crate::model::stat::Status;
use crate::model::{Amount, BoundStat, Kind, LocaleTag, MessageId, Quantity, StatId};
use rust_decimal::Decimal;
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
                origin: Origin::Literal(literal.id.value.clone()),
                construct: "literal",
                quantity: None,
                truth: None,
                sources: Vec::new(),
                unverified: false,
                text: text.value.clone(),
                message: message.clone(),
            })
        }
        Variable::Stat(bound) => {
            let quantity = said(bound, construct);
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
        sources: bound.sources.clone(),
        unverified: is_unverified(&origins.stats, bound),
        text,
        message: message.clone(),
    })
}

/// What a stat says when it is worded by a construct: what its `say` entry gives, or else its own value, recast.
fn said(bound: &BoundStat, construct: Option<&str>) -> Quantity {
    let Some(construct) = construct else { return bound.quantity };
    match bound.stat.say.iter().find(|say| say.construct.value == construct) {
        Some(say) => {
            let hedge = say.hedge.as_ref().map(|hedge| hedge.value).or(bound.quantity.hedge);
            Quantity { amount: say.value.value, hedge, ..recast(bound.quantity, construct) }
        }
        None => recast(bound.quantity, construct),
    }
}

/// The same quantity as the kind that a construct words: 80 percent as a fraction is 4/5.
fn recast(quantity: Quantity, construct: &str) -> Quantity {
    let kind = match construct {
        "fraction" | "n-in-m" => Kind::Fraction,
        "percent" if quantity.kind == Kind::Fraction => Kind::Percent,
        "multiple" | "doubling" => Kind::Multiple,
        _ => return quantity,
    };
    let amount = match (quantity.kind, kind, quantity.amount.value()) {
        (Kind::Percent, Kind::Fraction, Some(value)) => in_lowest_terms(value, Decimal::ONE_HUNDRED),
        (Kind::Fraction, Kind::Percent, Some(value)) => {
            value.checked_mul(Decimal::ONE_HUNDRED).map_or(quantity.amount, |percent| Amount::Value(percent.normalize()))
        }
        _ => quantity.amount,
    };
    Quantity { amount, ..Quantity::new(kind, amount).hedge(quantity.hedge) }
}

/// A ratio of whole numbers without a common divisor; as it was given where that is beyond 28 digits.
fn in_lowest_terms(numerator: Decimal, denominator: Decimal) -> Amount {
    let reduced = || {
        let scale = Decimal::from(10_u64.checked_pow(numerator.normalize().scale())?);
        let (numerator, denominator) = (numerator.checked_mul(scale)?, denominator.checked_mul(scale)?);
        let (mut divisor, mut rest) = (numerator, denominator);
        while !rest.is_zero() {
            (divisor, rest) = (rest, divisor.checked_rem(rest)?);
        }
        Some(Amount::Ratio(numerator.checked_div(divisor)?.normalize(), denominator.checked_div(divisor)?.normalize()))
    };
    reduced().unwrap_or(Amount::Ratio(numerator, denominator))
}

/// Whether a stat, or one that it was derived from, is unverified.
fn is_unverified(stats: &Stats, bound: &BoundStat) -> bool {
    bound.stat.status.value == Status::Unverified
        || bound.inputs.iter().any(|input| stats.get(input).is_some_and(|input| is_unverified(stats, input)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_recast_as_fractions_in_lowest_terms() {
        let percent = |text: &str| Quantity::new(Kind::Percent, Amount::Value(text.parse().unwrap()));
        let ratio = |a: i64, b: i64| Amount::Ratio(a.into(), b.into());
        assert_eq!(recast(percent("80"), "n-in-m").amount, ratio(4, 5));
        assert_eq!(recast(percent("12.5"), "fraction").amount, ratio(1, 8));
        assert_eq!(recast(percent("80"), "fraction").kind, Kind::Fraction);
        assert_eq!(recast(percent("80"), "percent"), percent("80"));
        let half = Quantity::new(Kind::Fraction, ratio(1, 2));
        assert_eq!(recast(half, "percent"), percent("50"));
    }
}
