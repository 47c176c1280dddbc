//! What articles declare of stats beside one another: superlatives, ranks, sums.
//!
//! What can go wrong: a stat that is none of the article's, stats of different units, and a claim that is not true.

use super::derive::Known;
use super::messages::{Scope, Variable, variable};
use crate::diagnostic::{At, Code, Finding, Findings};
use crate::model::article::{Claim, End};
use crate::model::{Article, StatId, notation};
use rust_decimal::Decimal;

/// Checks the claims of an article.
pub fn check(scope: Scope<'_>, article: &Article, findings: &mut Findings) {
    for claim in &article.claims {
        let named: Vec<_> = match &claim.value {
            Claim::Rank { of, among, .. } => std::iter::once(of).chain(among).collect(),
            Claim::Sum { of, .. } => of.iter().collect(),
        };
        let mut values = Vec::new();
        for id in &named {
            match variable(scope, article, id.as_str()) {
                Variable::Stat(_) => values.extend(scope.known.get(&id.value).map(|known| (*id, known))),
                Variable::Unreadable => {}
                Variable::Literal | Variable::Unknown => findings.push(unknown(scope, article, id)),
            }
        }
        if values.len() == named.len() && one_unit(&values, findings) {
            findings.extend(match &claim.value {
                Claim::Rank { of, rank, from, .. } => placed(claim, of, rank, *from, &values),
                Claim::Sum { is, within, .. } => summed(claim, *is, *within, &values),
            });
        }
    }
}

/// Stats that are named, with their values.
pub(super) type Values<'a> = [(&'a At<StatId>, &'a Known)];

/// A name that is no stat of the article.
pub(super) fn unknown(scope: Scope<'_>, article: &Article, id: &At<StatId>) -> Finding {
    let stats = scope.project.stats.iter();
    let own = stats.filter(|(_, stat)| article.stats.iter().any(|topic| topic.value == stat.topic));
    Finding::new(Code::StatMissing, id.place.clone(), format!("`{}` is no stat of the article", id.value))
        .suggest(id.as_str(), own.map(|(id, _)| id.as_str()))
}

/// Whether all values can be compared; the first that cannot is reported.
pub(super) fn one_unit(values: &Values<'_>, findings: &mut Findings) -> bool {
    let unit = |known: &Known| (known.printed.kind, known.printed.unit);
    let Some(first) = values.first() else { return true };
    let Some((odd, known)) = values.iter().find(|(_, known)| unit(known) != unit(first.1)) else { return true };
    let name = |known: &Known| notation::unit_name(known.printed.kind, known.printed.unit);
    let message = format!("`{}` is in {}, `{}` in {}", odd.value, name(known), first.0.value, name(first.1));
    findings.push(Finding::new(Code::UnitMismatch, odd.place.clone(), message).related(&first.0.place, "the first"));
    false
}

fn value(known: &Known) -> Option<Decimal> {
    known.truth().amount.value()
}

/// Whether a stat has the place in the order that is claimed, and no other has it too.
fn placed(claim: &At<Claim>, of: &At<StatId>, rank: &At<usize>, from: End, values: &Values<'_>) -> Option<Finding> {
    let own = value(values.first()?.1)?;
    let others = || values.iter().filter(|(id, _)| id.value != of.value);
    let better = |other: Decimal| if from == End::Highest { other > own } else { other < own };
    let above: Vec<_> = others().filter(|(_, known)| value(known).is_some_and(better)).collect();
    let beside = others().find(|(_, known)| value(known) == Some(own));
    let place = above.len() + 1;
    if place == rank.value && beside.is_none() {
        return None;
    }
    let end = if from == End::Highest { "highest" } else { "lowest" };
    let message = match beside {
        Some((other, _)) if place == rank.value => format!("`{}` shares its place with `{}`", of.value, other.value),
        _ => format!("`{}` is number {place} from the {end}, not number {}", of.value, rank.value),
    };
    let finding = Finding::new(Code::ClaimFalse, claim.place.clone(), message);
    let cause = above.first().copied().or(beside);
    Some(match cause {
        Some((other, known)) => {
            finding.related(&other.place, format!("{}, beside {}", known.printed.amount, own.normalize()))
        }
        None => finding,
    })
}

/// Whether stats make the whole that is claimed.
fn summed(claim: &At<Claim>, is: Decimal, within: Decimal, values: &Values<'_>) -> Option<Finding> {
    let mut sum = Decimal::ZERO;
    for (_, known) in values {
        // As they are printed: it is the reader who adds them up.
        sum = sum.checked_add(known.printed.amount.value()?)?;
    }
    let off = sum.checked_sub(is)?.abs();
    (off > within).then(|| {
        let message = format!("they make {}, not {is}", sum.normalize());
        let finding = Finding::new(Code::SumOff, claim.place.clone(), message);
        finding.help("name every part; `within` allows for rounding")
    })
}
