//! Years that stand beside figures of another year, and years that are no years any more.
//!
//! In: the figures of a text with the claims that they speak of. Out: the years that are wrong, with the right ones. A figure that
//! surely says what its claim says tells of which year it is; all figures under, behind or beside a year must agree. Nothing can go
//! wrong.

use super::agree::{agrees, is_slip};
use super::align::{Alignment, is_rare};
use super::claims::Claims;
use super::{Judged, Verdict};
use crate::figure::word::BUDDHIST_OFFSET;
use crate::model::{Era, Figure, Kind};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// How well a lone figure must fit its claim to tell a year.
const TELLS: i64 = 400;

/// The years, as positions among the judged, beside which only figures of another year stand; with that year.
pub fn wrong(
    claims: &Claims,
    text: &str,
    judged: &[Judged],
    counted: &[usize],
    aligned: &[Option<Alignment>],
) -> Vec<(usize, Decimal)> {
    let mut votes: BTreeMap<usize, Vec<(Option<Decimal>, bool)>> = BTreeMap::new();
    for (at, alignment) in counted.iter().zip(aligned) {
        let Some(alignment) = alignment else { continue };
        let (Some(year), Some(claim)) = (alignment.of_year, judged[*at].claim) else { continue };
        let of_it = claims.get(claim);
        let said = &judged[*at].figure.quantity;
        if judged[*at].verdict != Verdict::Sound {
            continue;
        }
        let explains = |claim: usize| claims.get(claim).year() == alignment.year && agrees(claims.get(claim), said);
        let is_right =
            explains(claim) || explains(alignment.claim) || alignment.others.iter().any(|(other, _)| explains(*other));
        let is_sure = is_rare(said) || alignment.fit >= TELLS && alignment.is_topical != Some(false);
        let vote = of_it.year().filter(|_| !is_right && agrees(of_it, said));
        votes.entry(counted[year]).or_default().push((vote, is_sure));
    }
    let agreed = votes.into_iter().filter_map(|(year, votes)| {
        let (first, _) = votes.first()?;
        let is_one = votes.iter().all(|(vote, _)| vote == first);
        let enough = votes.len() > 1 || votes.iter().any(|(_, sure)| *sure);
        let right = first.filter(|_| is_one && enough)?;
        // A number that is no year must have become of this one.
        let figure = &judged[year].figure;
        let printed = &text[figure.core.clone()];
        let became = |from: Decimal| is_slip(from.to_string().as_bytes(), printed.as_bytes());
        let era = right + BUDDHIST_OFFSET;
        let is_of_it = figure.quantity.kind == Kind::Year || became(right) || became(era) || printed == era.to_string();
        is_of_it.then_some((year, right))
    });
    agreed.collect()
}

/// The year that digits were which are no year any more: one that the text or its topic names and that they became by one slip, or
/// else the one year of which the topic speaks.
pub fn restored(claims: &Claims, judged: &[Judged], figure: &Figure, printed: &str) -> Option<Decimal> {
    let of_era = |year: Decimal| if figure.quantity.era == Some(Era::Be) { year + BUDDHIST_OFFSET } else { year };
    // Without the name of an era, either may have been meant.
    let forms = |year: Decimal| match figure.quantity.era {
        None if claims.language.tag == "th" => vec![year + BUDDHIST_OFFSET, year],
        _ => vec![of_era(year)],
    };
    let mut named: BTreeMap<Decimal, usize> = BTreeMap::new();
    let sound = judged.iter().filter(|judged| judged.verdict != Verdict::Wrong);
    let years = sound.filter(|judged| judged.figure.quantity.kind == Kind::Year && judged.figure.span != figure.span);
    for year in years.filter_map(|judged| judged.figure.quantity.amount.value()) {
        *named.entry(year).or_default() += 2;
    }
    let spoken: Vec<usize> =
        judged.iter().filter(|judged| judged.verdict == Verdict::Sound).filter_map(|judged| judged.claim).collect();
    let mut topics: BTreeMap<&str, usize> = BTreeMap::new();
    for claim in &spoken {
        *topics.entry(&claims.get(*claim).topic).or_default() += 1;
    }
    let topic = topics.into_iter().max_by_key(|(topic, count)| (*count, std::cmp::Reverse(*topic))).map(|(topic, _)| topic);
    let mut of_topic: BTreeMap<Decimal, usize> = BTreeMap::new();
    for year in claims.claims.iter().filter(|claim| Some(&*claim.topic) == topic).filter_map(|claim| claim.year()) {
        *of_topic.entry(year).or_default() += 1;
        *named.entry(year).or_default() += 1;
    }
    let became = |said: &Decimal| is_slip(said.to_string().as_bytes(), printed.as_bytes());
    let slips = named.iter().filter_map(|(year, count)| Some((forms(*year).into_iter().find(became)?, count)));
    let best = slips.max_by_key(|(_, count)| **count).map(|(said, _)| said);
    let most = || {
        let all: usize = of_topic.values().sum();
        of_topic.iter().find(|(_, count)| **count * 10 >= all * 9 && all > 2).map(|(year, _)| *year)
    };
    best.or_else(|| most().map(of_era))
}
