//! Which claim each figure of a text speaks of.
//!
//! In: a text with its figures, and the claims of a project. Out: for each figure the claim that it speaks of, with how sure that
//! is, or none. Not the value decides, for in garbled pages half of the wrong figures are true values of another claim, but the
//! words around the figure; kind and unit, the topic of the text, the order of the data files and, a little, the value break ties.
//!
//! The figures of a line are paired with claims all together ([`assign`]), so that two figures of a sentence do not take one claim.

use super::agree::{agrees, has_like_digits, has_same_digits, kinship};
use super::assignment::assign;
use super::claims::Claims;
use super::terms::{Token, surrounding};
use super::years::{self, Beside};
use crate::model::{Figure, Kind, Quantity};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The claim that a figure speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// The position of the claim.
    pub claim: usize,
    /// How well the words around the figure fit it, from 0 to 1000.
    pub fit: i64,
    /// Other claims that the words fit, with how well, the best first.
    pub others: Vec<(usize, i64)>,
    /// Whether the claim belongs to what the text is about; `None` where the text is too short to tell.
    pub is_topical: Option<bool>,
    /// The year that stands beside the figure.
    pub year: Option<Decimal>,
    /// The position of that year, if it surely is that of the figure.
    pub of_year: Option<usize>,
}

/// Below this, the words around a figure do not speak of a claim.
const SPEAKS: i64 = 150;
/// What is added to a claim that has the value of the figure.
const SAME_VALUE: i64 = 60;
/// What is added where the value is one that hardly stands there by chance.
const RARE_VALUE: i64 = 160;
/// What is added where the number looks as if it had become of that of the claim.
const LIKE_DIGITS: i64 = 70;
const RARE_LIKE_DIGITS: i64 = 240;
/// What is added where a long number has all digits of that of the claim, in another order.
const SAME_DIGITS: i64 = 400;
/// What is added where the year beside the figure is that of the claim.
const SAME_YEAR: i64 = 110;
/// What is added for a neighbour beside which the project says the claim.
const BESIDE: i64 = 55;
/// What is added to the claims of the topics that the text is about.
const SAME_TOPIC: i64 = 25;
/// What is added to a claim that stands near that of a neighbour in the data files.
const NEIGHBOUR: i64 = 25;
/// What the second use of a claim in a line costs.
const AGAIN: i64 = 45;
/// How many claims are tried for a figure.
const TRIED: usize = 12;
/// How many figures are paired at once.
const WINDOW: usize = 40;

/// The claim of each figure.
pub fn align(claims: &Claims, text: &str, tokens: &[Token<'_>], figures: &[&Figure]) -> Vec<Option<Alignment>> {
    let spans: Vec<Range<usize>> = figures.iter().map(|figure| figure.span.clone()).collect();
    let divides = |figure: &&&Figure| divides(text, figure);
    let dividing: Vec<Range<usize>> = figures.iter().filter(divides).map(|figure| figure.span.clone()).collect();
    let beside = years::beside(text, figures);
    let value = |year: &Beside| figures[year.year].quantity.amount.value();
    let years: Vec<Option<Decimal>> = beside.iter().map(|year| year.as_ref().and_then(value)).collect();
    let mut fits: Vec<Vec<(usize, i64)>> = figures
        .iter()
        .zip(&years)
        .map(|(figure, year)| {
            let around = surrounding(text, tokens, &figure.span, &dividing);
            let mut fits: Vec<(usize, i64)> = claims
                .fits(tokens, &around)
                .into_iter()
                .map(|(claim, fit)| {
                    let of_it = claims.get(claim);
                    let fit = fit * kinship(&figure.quantity, of_it) / 100;
                    (claim, if year.is_some() && of_it.year() == *year { fit + SAME_YEAR } else { fit })
                })
                .collect();
            fits.sort_by_key(|(claim, fit)| (-fit, *claim));
            fits.truncate(TRIED);
            fits
        })
        .collect();
    let topics = favour_topics(claims, &mut fits);
    favour_order(claims, &mut fits);
    let worth: Vec<_> = figures.iter().zip(&fits).map(|(figure, fits)| worth(claims, figure, fits)).collect();
    let mut found = vec![None; figures.len()];
    for window in windows(text, &spans) {
        pair(&worth, &fits, window, &mut found);
    }
    for (at, alignment) in found.iter_mut().enumerate().filter_map(|(at, found)| Some((at, found.as_mut()?))) {
        alignment.year = years[at];
        alignment.of_year = beside[at].filter(|year| year.is_tight).map(|year| year.year);
        alignment.is_topical = topics.as_ref().map(|topics| topics.contains(&claims.get(alignment.claim).topic));
    }
    found
}

/// How many figures must surely speak of claims for a text to have a topic.
const TOPICAL: usize = 3;

/// Adds a little to the claims of the topics that the text speaks of most; these topics.
fn favour_topics(claims: &Claims, fits: &mut [Vec<(usize, i64)>]) -> Option<BTreeSet<String>> {
    let sure = fits.iter().filter_map(|fits| fits.first()).filter(|(_, fit)| *fit >= 2 * SPEAKS).count();
    if sure < TOPICAL {
        return None;
    }
    let mut weights: BTreeMap<&str, i64> = BTreeMap::new();
    for (claim, fit) in fits.iter().filter_map(|fits| fits.first()) {
        *weights.entry(&claims.get(*claim).topic).or_default() += fit * fit / 100;
    }
    let most = weights.values().copied().max().unwrap_or_default();
    let topics: BTreeSet<String> =
        weights.iter().filter(|(_, weight)| **weight * 2 >= most).map(|(topic, _)| (*topic).to_owned()).collect();
    for (claim, fit) in fits.iter_mut().flatten() {
        if topics.contains(&claims.get(*claim).topic) {
            *fit += SAME_TOPIC;
        }
    }
    Some(topics)
}

/// Adds a little to the claims that the project says beside those of the neighbours, and to those near them in the data files.
fn favour_order(claims: &Claims, fits: &mut [Vec<(usize, i64)>]) {
    let sure: Vec<Option<usize>> =
        fits.iter().map(|fits| fits.first().filter(|(_, fit)| *fit >= 2 * SPEAKS).map(|(claim, _)| *claim)).collect();
    for (position, fits) in fits.iter_mut().enumerate() {
        let before = position.checked_sub(1).and_then(|before| sure[before]);
        let behind = sure.get(position + 1).copied().flatten();
        for (claim, fit) in fits.iter_mut() {
            let said_so = i64::from(before.is_some_and(|other| claims.follows(other, *claim)))
                + i64::from(behind.is_some_and(|other| claims.follows(*claim, other)));
            let near = [before, behind].into_iter().flatten().any(|other| other != *claim && other.abs_diff(*claim) <= 2);
            *fit += BESIDE * said_so + if near { NEIGHBOUR } else { 0 };
        }
        fits.sort_by_key(|(claim, fit)| (-fit, *claim));
    }
}

/// What each pairing is worth: its fit, and a little for the value.
fn worth(claims: &Claims, figure: &Figure, fits: &[(usize, i64)]) -> Vec<(usize, i64)> {
    let value = |claim: usize| match () {
        () if !agrees(claims.get(claim), &figure.quantity) => match has_like_digits(claims.get(claim), &figure.quantity) {
            true if has_same_digits(claims.get(claim), &figure.quantity) => SAME_DIGITS,
            true if is_rare(&figure.quantity) => RARE_LIKE_DIGITS,
            true => LIKE_DIGITS,
            false => 0,
        },
        () if is_rare(&figure.quantity) => RARE_VALUE,
        () => SAME_VALUE,
    };
    fits.iter().map(|(claim, fit)| (*claim, fit + value(*claim))).collect()
}

/// Whether the words behind a figure may be about something else: a time divides no clauses, nor does "once" or "one of".
fn divides(text: &str, figure: &Figure) -> bool {
    let in_words = !text[figure.core.clone()].chars().any(char::is_numeric);
    match figure.quantity.kind {
        Kind::Year | Kind::Date | Kind::Duration | Kind::Time => false,
        Kind::Count | Kind::Ordinal => !in_words || figure.quantity.amount.value().is_none_or(|value| value > Decimal::TWO),
        _ => true,
    }
}

/// Whether a value hardly stands somewhere by chance: an amount of money, a large number, one with decimals.
pub fn is_rare(said: &Quantity) -> bool {
    let value = said.amount.value().unwrap_or_default();
    match said.kind {
        Kind::Currency | Kind::Date => true,
        Kind::Count => value >= Decimal::ONE_HUNDRED || value.normalize().scale() > 0,
        Kind::Percent | Kind::Multiple => value.normalize().scale() > 0,
        _ => false,
    }
}

/// The figures line by line, as positions; a very long line in parts.
fn windows(text: &str, spans: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut windows = Vec::new();
    let mut start = 0;
    for position in 1..=spans.len() {
        let ends = spans.get(position).is_none_or(|span| text[spans[position - 1].end..span.start].contains('\n'));
        if ends || position - start == WINDOW {
            windows.push(start..position);
            start = position;
        }
    }
    windows
}

/// Pairs the figures of a window with claims.
fn pair(worth: &[Vec<(usize, i64)>], fits: &[Vec<(usize, i64)>], window: Range<usize>, found: &mut [Option<Alignment>]) {
    let mut candidates: Vec<usize> = worth[window.clone()].iter().flatten().map(|(claim, _)| *claim).collect();
    candidates.sort_unstable();
    candidates.dedup();
    // Each claim has two places, and each figure may go without.
    let columns = 2 * candidates.len() + window.len();
    let matrix: Vec<Vec<i64>> = window
        .clone()
        .map(|position| {
            let mut row = vec![0; columns];
            for (claim, worth) in &worth[position] {
                let column = candidates.binary_search(claim).expect("every claim that fits is a candidate");
                row[2 * column] = worth - SPEAKS;
                row[2 * column + 1] = worth - SPEAKS - AGAIN;
            }
            row
        })
        .collect();
    for (position, column) in window.zip(assign(&matrix)) {
        let Some(&claim) = candidates.get(column / 2) else { continue };
        let Some(&(_, fit)) = fits[position].iter().find(|(candidate, _)| *candidate == claim) else { continue };
        if fit >= SPEAKS {
            let others = fits[position].iter().copied().filter(|(other, _)| *other != claim).collect();
            found[position] = Some(Alignment { claim, fit, others, is_topical: None, year: None, of_year: None });
        }
    }
}
