//! Pairs the figures of a page with those of its predecessor.
//!
//! In: both lists, in reading order. Out: pairs, in the order of the new page, what is gone after it. Figures of one stat or
//! literal are paired, first within a message and then across messages, equal texts before others.

use super::page::Figure;
use std::collections::{BTreeMap, BTreeSet};

/// A figure as it was and as it is; one side may be missing, not both.
#[derive(Debug)]
pub struct Pair<'a> {
    /// As it was.
    pub old: Option<&'a Figure>,
    /// As it is.
    pub new: Option<&'a Figure>,
    /// Whether it stands in another message, or behind other figures of its own.
    pub moved: bool,
}

/// A figure, and how many of its stat stand before it in its message.
struct Seat<'a> {
    figure: &'a Figure,
    ordinal: usize,
}

/// How alike two figures of one stat must be to be paired, from strict to loose.
const LIKENESS: [fn(&Seat<'_>, &Seat<'_>) -> bool; 5] = [
    |old, new| place(old) == place(new) && old.figure.text == new.figure.text && old.ordinal == new.ordinal,
    |old, new| place(old) == place(new) && old.figure.text == new.figure.text,
    |old, new| place(old) == place(new) && old.figure.construct == new.figure.construct,
    |old, new| place(old) == place(new),
    |old, new| place(old).1 == place(new).1,
];

/// A message, and whether in the text or where no element can stand.
fn place<'a>(seat: &Seat<'a>) -> (&'a str, bool) {
    (&seat.figure.message, seat.figure.element.is_some())
}

fn seats(figures: &[Figure]) -> Vec<Seat<'_>> {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    let seat = |figure| {
        let seat = Seat { figure, ordinal: 0 };
        let count = counts.entry((figure.name(), place(&seat))).or_default();
        *count += 1;
        Seat { ordinal: *count, ..seat }
    };
    figures.iter().map(seat).collect()
}

/// Pairs the figures of two pages.
pub fn pairs<'a>(old: &'a [Figure], new: &'a [Figure]) -> Vec<Pair<'a>> {
    let (old, new) = (seats(old), seats(new));
    let mut named: BTreeMap<&str, [Vec<usize>; 2]> = BTreeMap::new();
    for (side, seats) in [&old, &new].into_iter().enumerate() {
        for (index, seat) in seats.iter().enumerate() {
            named.entry(seat.figure.name()).or_default()[side].push(index);
        }
    }
    let mut partners: BTreeMap<usize, usize> = BTreeMap::new();
    for [mut olds, mut news] in named.into_values() {
        for alike in LIKENESS {
            news.retain(|&index| {
                let partner = olds.iter().position(|&other| alike(&old[other], &new[index]));
                partner.map(|position| partners.insert(index, olds.remove(position))).is_none()
            });
        }
    }
    let strays = strays(&old, &new, &partners);
    let kept: BTreeSet<usize> = partners.values().copied().collect();
    let pair = |(index, seat): (usize, &Seat<'a>)| {
        let old = partners.get(&index).map(|&partner| old[partner].figure);
        let elsewhere = old.is_some_and(|old| old.message != seat.figure.message);
        Pair { old, new: Some(seat.figure), moved: elsewhere || strays.contains(&index) }
    };
    let gone = old.iter().enumerate().filter(|(index, _)| !kept.contains(index));
    let gone = gone.map(|(_, seat)| Pair { old: Some(seat.figure), new: None, moved: false });
    new.iter().enumerate().map(pair).chain(gone).collect()
}

/// The figures that changed places within their message: as few as leave the others in their old order.
fn strays(old: &[Seat<'_>], new: &[Seat<'_>], partners: &BTreeMap<usize, usize>) -> BTreeSet<usize> {
    let mut messages: BTreeMap<(&str, bool), Vec<(usize, usize)>> = BTreeMap::new();
    for (&index, &partner) in partners.iter().filter(|&(&index, &partner)| place(&old[partner]) == place(&new[index])) {
        messages.entry(place(&new[index])).or_default().push((index, partner));
    }
    messages.into_values().flat_map(|order| out_of_order(&order)).collect()
}

/// The first members of pairs, outside of a longest run in which the second members rise.
fn out_of_order(order: &[(usize, usize)]) -> Vec<usize> {
    // For each pair the length of the longest such run that ends with it, and the pair before it in that run.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(order.len());
    for (index, (_, place)) in order.iter().enumerate() {
        let before = (0..index).filter(|&other| order[other].1 < *place).max_by_key(|&other| (runs[other].0, other));
        runs.push((before.map_or(1, |before| runs[before].0 + 1), before));
    }
    let mut kept = BTreeSet::new();
    let mut last = (0..runs.len()).max_by_key(|&index| (runs[index].0, std::cmp::Reverse(index)));
    while let Some(index) = last {
        kept.insert(index);
        last = runs[index].1;
    }
    order.iter().enumerate().filter(|(index, _)| !kept.contains(index)).map(|(_, (figure, _))| *figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_as_possible_are_out_of_order() {
        let order = |places: &[usize]| out_of_order(&places.iter().copied().enumerate().collect::<Vec<_>>());
        assert_eq!(order(&[0, 1, 2, 3]), Vec::<usize>::new());
        assert_eq!(order(&[3, 0, 1, 2]), [0]);
        assert_eq!(order(&[0, 2, 1, 3]).len(), 1);
        assert_eq!(order(&[2, 1, 0]).len(), 2);
        assert_eq!(order(&[]), Vec::<usize>::new());
    }
}
