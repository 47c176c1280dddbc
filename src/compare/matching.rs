//! Pairs the figures of both sides that say the same.

use super::Side;
use crate::figure::sameness::{Sameness, counts, same};
use crate::model::{Amount, Figure, Kind};

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
            for (i, a) in source.figures.iter().enumerate().filter(|(i, _)| !taken_source[*i]).collect::<Vec<_>>() {
                let fits = |(j, b): &(usize, &Figure)| {
                    !taken_target[*j]
                        && same(a, b).is_some_and(|sameness| sameness == wanted)
                        && (!hedged || a.quantity.hedge == b.quantity.hedge)
                };
                let place = |length: usize, total: usize| length as i64 * 1000 / total.max(1) as i64;
                let here = place(i, source.figures.len());
                let found = target
                    .figures
                    .iter()
                    .enumerate()
                    .filter(fits)
                    .min_by_key(|(j, _)| (place(*j, target.figures.len()) - here).abs())
                    .map(|(j, _)| j);
                if let Some(j) = found {
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

/// A range or a date on one side may be two or three figures on the other.
fn parts(whole: &Side<'_>, split: &Side<'_>, taken_whole: &mut [bool], taken_split: &mut [bool]) {
    for (i, figure) in whole.figures.iter().enumerate() {
        if taken_whole[i] {
            continue;
        }
        let Some(values) = parts_of(figure) else { continue };
        let mut used = Vec::new();
        for value in &values {
            let found = (0..split.figures.len()).find(|j| {
                !taken_split[*j] && !used.contains(j) && split.figures[*j].quantity.amount.value() == Some(*value)
            });
            used.extend(found);
        }
        if used.len() == values.len() {
            taken_whole[i] = true;
            used.iter().for_each(|j| taken_split[*j] = true);
        }
    }
}

/// The single values that a range or a date is made of.
fn parts_of(figure: &Figure) -> Option<Vec<rust_decimal::Decimal>> {
    match (figure.quantity.kind, figure.quantity.amount) {
        (Kind::Range, Amount::Range(low, high)) => Some(vec![low, high]),
        (Kind::Date, Amount::Value(date)) if date >= 10_000_000.into() => {
            let (year, day) =
                ((date / rust_decimal::Decimal::from(10_000)).trunc(), date % rust_decimal::Decimal::from(10_000));
            Some(vec![year, day])
        }
        (Kind::Date, Amount::Value(date)) if date >= 100_000.into() => {
            Some(vec![(date / rust_decimal::Decimal::ONE_HUNDRED).trunc()])
        }
        _ => None,
    }
}

/// Lets go of what a good translation may leave unsaid or say twice: a figure that is said elsewhere on the same side, and a
/// small number in words that the other side words in a way of its own.
fn forgive(source: &Side<'_>, target: &Side<'_>, matching: &mut Matching) {
    if matching.added.is_empty() {
        let said: Vec<usize> = matching.pairs.iter().map(|(i, _)| *i).collect();
        matching.lost.retain(|i| !is_repeated(source, *i, &said) && !is_worded(source, *i, target));
    } else if matching.lost.is_empty() {
        let said: Vec<usize> = matching.pairs.iter().map(|(_, j)| *j).collect();
        matching.added.retain(|j| !is_repeated(target, *j, &said) && !is_worded(target, *j, source));
    }
}

fn is_repeated(side: &Side<'_>, figure: usize, said: &[usize]) -> bool {
    let figure = &side.figures[figure];
    figure.quantity.amount != Amount::Lost
        && said.iter().any(|other| same(&side.figures[*other], figure) == Some(Sameness::Exact))
}

/// Whether a small count or ordinal in words on this side stands in the other text as a word, though not as a figure.
fn is_worded(side: &Side<'_>, figure: usize, other: &Side<'_>) -> bool {
    let figure = &side.figures[figure];
    let small =
        figure.quantity.amount.value().filter(|value| value.is_integer() && *value >= 1.into() && *value <= 10.into());
    let worded =
        !side.text[figure.core.clone()].contains(|c: char| c.is_numeric() && c.is_ascii() || ('０'..='９').contains(&c));
    let Some(value) = small.filter(|_| worded && matches!(figure.quantity.kind, Kind::Count | Kind::Ordinal)) else {
        return false;
    };
    let count = crate::model::Quantity::new(Kind::Count, Amount::Value(value));
    let word = other.language.write_as("words", &count).map(|(_, word)| word);
    word.is_some_and(|word| other.text.to_lowercase().contains(&word))
        || value == 1.into()
        || value == 2.into()
            && ["both", "pair", "两", "双", "ทั้งสอง", "คู่"].iter().any(|pair| other.text.to_lowercase().contains(pair))
}
