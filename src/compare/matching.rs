//! Pairs the figures of both sides that say the same.

use super::Side;
use super::unsaid::forgive;
use crate::figure::numeral::{self, Digits, Grouping};
use crate::figure::sameness::{Sameness, counts, same};
use crate::model::{Amount, Figure, Kind};
use rust_decimal::Decimal;

/// Which figure says the same as which; what is left over on each side.
#[derive(Debug)]
pub struct Matching {
    /// Positions in source and target that say the same.
    pub pairs: Vec<(usize, usize)>,
    /// Positions in the source that nothing in the target says.
    pub lost: Vec<usize>,
    /// Positions in the target that nothing in the source says.
    pub added: Vec<usize>,
}

/// Pairs figures: the surest sameness first, and among equal ones in order.
pub fn pair(source: &Side<'_>, target: &Side<'_>) -> Matching {
    let mut taken_source = vec![false; source.figures.len()];
    let mut taken_target = vec![false; target.figures.len()];
    let mut pairs = Vec::new();
    for wanted in [Sameness::Exact, Sameness::Alike, Sameness::Loose] {
        for hedged in [true, false] {
            for i in 0..source.figures.len() {
                let a = &source.figures[i];
                let fits = |j: &usize| {
                    let b = &target.figures[*j];
                    !taken_target[*j]
                        && said_here(source, i, target, *j).is_some_and(|sameness| sameness == wanted)
                        && (!hedged || a.quantity.hedge == b.quantity.hedge)
                };
                if taken_source[i] {
                    continue;
                }
                let place = |position: usize, total: usize| position as i64 * 1000 / total.max(1) as i64;
                let here = place(i, source.figures.len());
                let away = |j: &usize| (place(*j, target.figures.len()) - here).abs();
                if let Some(j) = (0..target.figures.len()).filter(fits).min_by_key(away) {
                    (taken_source[i], taken_target[j]) = (true, true);
                    pairs.push((i, j));
                }
            }
        }
    }
    parts(source, target, &mut taken_source, &mut taken_target);
    parts(target, source, &mut taken_target, &mut taken_source);
    pairs.sort_unstable();
    let left = |side: &Side<'_>, taken: &[bool]| -> Vec<usize> {
        (0..taken.len()).filter(|position| !taken[*position] && counts(&side.figures[*position])).collect()
    };
    let mut matching = Matching { lost: left(source, &taken_source), added: left(target, &taken_target), pairs };
    forgive(source, target, &mut matching);
    matching
}

/// Whether two figures say the same where they stand.
fn said_here(source: &Side<'_>, i: usize, target: &Side<'_>, j: usize) -> Option<Sameness> {
    let (a, b) = (&source.figures[i], &target.figures[j]);
    same(a, b).or_else(|| {
        let loose =
            is_elliptic(source, i, b) || is_elliptic(target, j, a) || is_discount(target, j, a) || is_discount(source, i, b);
        loose.then_some(Sameness::Loose)
    })
}

/// Whether a bare number takes its unit or scale from a neighbour, as `20` in `from 20 to 25 cents`, and then says the same as
/// a figure of the other side.
fn is_elliptic(side: &Side<'_>, position: usize, other: &Figure) -> bool {
    let figure = &side.figures[position];
    let unit_of = |figure: &Figure| (figure.quantity.kind, figure.quantity.unit);
    if figure.quantity.kind == Kind::Range && figure.quantity.unit.is_none() {
        return figure.quantity.amount == other.quantity.amount;
    }
    let Some(number) = figure.quantity.amount.value().filter(|_| figure.quantity.kind == Kind::Count) else { return false };
    let neighbours = side.figures.iter().enumerate().filter(|(at, _)| (1..=3).contains(&at.abs_diff(position)));
    neighbours.map(|(_, neighbour)| neighbour).filter(|neighbour| unit_of(neighbour) == unit_of(other)).any(|neighbour| {
        let scale = || neighbour.quantity.amount.value()?.checked_div(core_value(side, neighbour)?);
        let Some(scale) = scale().or(Some(Decimal::ONE)) else { return false };
        (unit_of(other) != unit_of(figure) || scale != Decimal::ONE)
            && other.quantity.amount.value().is_some_and(|value| number.checked_mul(scale) == Some(value))
    })
}

/// `七折` leaves 70% of the price: 30% off.
fn is_discount(side: &Side<'_>, position: usize, other: &Figure) -> bool {
    let figure = &side.figures[position];
    let left = figure.quantity.amount.value().and_then(|left| Decimal::ONE_HUNDRED.checked_sub(left));
    side.words(position).ends_with('折')
        && other.quantity.kind == Kind::Percent
        && left.is_some()
        && other.quantity.amount.value() == left
}

/// The number that the digits of a figure's core say, without its scale; `None` for words.
pub fn core_value(side: &Side<'_>, figure: &Figure) -> Option<Decimal> {
    match numeral::digits(&side.text[figure.core.clone()], 0, Grouping::Comma)? {
        Digits::Number(number) => Some(number.value.normalize()).filter(|value| !value.is_zero()),
        Digits::Run(_) => None,
    }
}

/// A range, a date or a fraction on one side may be two figures on the other: `11 in 100` and `每100名患者中有11人`.
fn parts(whole: &Side<'_>, split: &Side<'_>, taken_whole: &mut [bool], taken_split: &mut [bool]) {
    for (i, figure) in whole.figures.iter().enumerate() {
        if taken_whole[i] {
            continue;
        }
        let Some(values) = parts_of(figure) else { continue };
        let mut used = Vec::new();
        for (place, value) in values.iter().enumerate() {
            let shared = place == 1 && matches!(figure.quantity.amount, Amount::Ratio(..));
            let fits = |j: &usize| {
                (!taken_split[*j] || shared)
                    && !used.contains(j)
                    && split.figures[*j].quantity.amount.value() == Some(*value)
            };
            let found = (0..split.figures.len()).filter(fits).min_by_key(|j| taken_split[*j]);
            used.extend(found);
        }
        if used.len() == values.len() {
            taken_whole[i] = true;
            used.iter().for_each(|j| taken_split[*j] = true);
        }
    }
}

/// The single values that a range, a date or a fraction is made of.
fn parts_of(figure: &Figure) -> Option<Vec<Decimal>> {
    let day = Decimal::from(10_000);
    match (figure.quantity.kind, figure.quantity.amount) {
        (Kind::Range, Amount::Range(low, high)) => Some(vec![low, high]),
        (Kind::Fraction, Amount::Ratio(part, whole)) => Some(vec![part, whole]),
        (Kind::Date, Amount::Value(date)) if date >= 10_000_000.into() => Some(vec![(date / day).trunc(), date % day]),
        (Kind::Date, Amount::Value(date)) if date >= 100_000.into() => Some(vec![(date / Decimal::ONE_HUNDRED).trunc()]),
        _ => None,
    }
}
