//! Names what happened to the figures that found no partner.

use super::digits::{core_value, decimals, digits_of, expected, is_year, printed};
use super::hedges::differ;
use super::matching::Matching;
use super::runs::{around_the_clock, broken, stuck};
use super::{Change, Side};
use crate::diagnostic::Code;
use crate::model::{Amount, Figure, Kind, Unit};
use rust_decimal::Decimal;

/// The changes: hedges of pairs first, then lost and added figures paired by likeness.
pub fn name(source: &Side<'_>, target: &Side<'_>, matching: &Matching) -> Vec<Change> {
    let said = matching.pairs.iter().chain(&matching.partial);
    let hedged = said.filter(|(i, j)| differ(source, *i, target, *j));
    let mut changes: Vec<Change> =
        hedged.map(|(i, j)| change(Code::HedgeChanged, source, Some(*i), target, Some(*j))).collect();
    let (mut lost, mut added) = (matching.lost.clone(), matching.added.clone());
    changes.extend(around_the_clock(source, target, &mut lost, &mut added));
    broken(source, target, &mut lost, &mut added, &mut changes);
    stuck(source, target, &mut lost, &mut added, &mut changes);
    crossed(source, target, &mut lost, &mut added, &mut changes);
    inverted(source, target, &mut lost, &mut added, &mut changes);
    for (i, j, code) in likely(source, target, &lost, &added) {
        if lost.contains(&i) && added.contains(&j) {
            lost.retain(|position| *position != i);
            added.retain(|position| *position != j);
            changes.push(change(code, source, Some(i), target, Some(j)));
        }
    }
    changes.extend(lost.into_iter().map(|i| change(Code::FigureLost, source, Some(i), target, None)));
    changes.extend(added.into_iter().map(|j| {
        let gone = target.figures[j].quantity.amount == Amount::Lost;
        change(if gone { Code::FigureLost } else { Code::FigureAdded }, source, None, target, Some(j))
    }));
    changes
}

/// A change of a figure of the source, of one of the target or of the one into the other.
pub fn change(code: Code, source: &Side<'_>, i: Option<usize>, target: &Side<'_>, j: Option<usize>) -> Change {
    let message = match (i.map(|i| source.words(i)), j.map(|j| target.words(j))) {
        (Some(source), Some(target)) => format!("`{source}` became `{target}`: {}", code.summary()),
        (Some(source), None) => format!("`{source}` is not in the translation"),
        (None, Some(target)) if code == Code::FigureLost => format!("`{target}` has lost its number"),
        (None, Some(target)) => format!("`{target}` is not in the source"),
        (None, None) => code.summary().to_owned(),
    };
    let span = |side: &Side<'_>, position: Option<usize>| position.map(|position| side.figures[position].span.clone());
    Change { code, source: span(source, i), target: span(target, j), message }
}

/// Two figures whose digits changed places while their scales or units stayed: `1.4 million … 23,400` as `23,400 million … 1.4`.
fn crossed(source: &Side<'_>, target: &Side<'_>, lost: &mut Vec<usize>, added: &mut Vec<usize>, changes: &mut Vec<Change>) {
    const NEAR: usize = 8;
    let bare = |side: &Side<'_>, at: &usize| (*at, significant(&printed(side, &side.figures[*at])).to_owned());
    let here: Vec<(usize, String)> =
        lost.iter().map(|at| bare(source, at)).filter(|(_, digits)| !digits.is_empty()).collect();
    let there: Vec<(usize, String)> = added.iter().map(|at| bare(target, at)).collect();
    let neighbours = |list: &[(usize, String)], first: usize| first + 1..list.len().min(first + NEAR);
    let found = (0..here.len()).flat_map(|a| neighbours(&here, a).map(move |b| (a, b))).find_map(|(a, b)| {
        let (x, y) = (&here[a].1, &here[b].1);
        let fits = |(p, q): &(usize, usize)| there[*p].1 == *y && there[*q].1 == *x;
        let mut crossings = (0..there.len()).flat_map(|p| neighbours(&there, p).map(move |q| (p, q)));
        let (p, q) = crossings.find(fits).filter(|_| x != y)?;
        Some(((here[a].0, here[b].0), (there[p].0, there[q].0)))
    });
    if let Some(((i, j), (p, q))) = found {
        lost.retain(|at| *at != i && *at != j);
        added.retain(|at| *at != p && *at != q);
        changes.push(super::swap::change(source, (i, j), target, (p, q)));
    }
}

/// A fraction whose terms stand in the target as two numbers, the other way round: `five in one`.
fn inverted(source: &Side<'_>, target: &Side<'_>, lost: &mut Vec<usize>, added: &mut Vec<usize>, changes: &mut Vec<Change>) {
    const NEAR: usize = 12;
    lost.retain(|&i| {
        let Amount::Ratio(part, whole) = source.figures[i].quantity.amount else { return true };
        let turned = target.figures.windows(2).position(|pair| {
            let values = [&pair[0], &pair[1]].map(|figure| figure.quantity.amount.value());
            values == [Some(whole), Some(part)] && pair[1].span.start.saturating_sub(pair[0].span.end) <= NEAR
        });
        let Some(first) = turned.filter(|first| added.contains(first)) else { return true };
        added.retain(|j| *j != first && *j != first + 1);
        let span = target.figures[first].span.start..target.figures[first + 1].span.end;
        let plain = change(Code::FractionInverted, source, Some(i), target, Some(first));
        changes.push(Change { target: Some(span), ..plain });
        false
    });
}

/// Digits without zeros at either end.
fn significant(digits: &str) -> &str {
    digits.trim_matches('0')
}

/// Pairs of a lost and an added figure with what would have happened, the likeliest first.
fn likely(source: &Side<'_>, target: &Side<'_>, lost: &[usize], added: &[usize]) -> Vec<(usize, usize, Code)> {
    // In a long text figures that stand far apart have nothing to do with one another.
    const FAR: usize = 120;
    let mut candidates: Vec<(u32, usize, usize, usize, Code)> = Vec::new();
    for &i in lost {
        let here = i * target.figures.len() / source.figures.len().max(1);
        for &j in added.iter().filter(|j| j.abs_diff(here) <= FAR) {
            let distance = (i * target.figures.len().max(1)).abs_diff(j * source.figures.len().max(1));
            candidates.extend(becoming(source, i, target, j).map(|(cost, code)| (cost, distance, i, j, code)));
        }
    }
    candidates.sort_by_key(|&(cost, distance, i, j, _)| (cost, distance, i, j));
    candidates.into_iter().map(|(_, _, i, j, code)| (i, j, code)).collect()
}

/// What would have happened if the one figure became the other, and how unlikely that is.
fn becoming(source: &Side<'_>, i: usize, target: &Side<'_>, j: usize) -> Option<(u32, Code)> {
    let (a, b) = (&source.figures[i], &target.figures[j]);
    let kinds = u32::from(a.quantity.kind != b.quantity.kind || a.quantity.unit != b.quantity.unit);
    let (x, y) = match (a.quantity.amount, b.quantity.amount) {
        (_, Amount::Lost) => return Some((1 + 4 * u32::from(a.quantity.kind != b.quantity.kind), Code::FigureLost)),
        (Amount::Ratio(a, b), Amount::Ratio(c, d)) if a == d && b == c => return Some((0, Code::FractionInverted)),
        (Amount::Range(a, b), Amount::Range(c, d)) => {
            let code = if (a, b) == (c, d) { Code::UnitChanged } else { Code::ValueChanged };
            return Some((2 + kinds, code));
        }
        _ => (a.quantity.amount.value()?.normalize(), b.quantity.amount.value()?.normalize()),
    };
    if x == y {
        return Some((1, Code::UnitChanged));
    }
    if is_other_era(a, b, x, y) {
        return Some((1, Code::EraConfused));
    }
    let digits = printed(target, b);
    let transposed = || {
        expected(x, target, b).into_iter().any(|number| {
            let number = digits_of(number, decimals(target, b));
            number != digits && number.len() > 1 && sorted(&number) == sorted(&digits)
        })
    };
    if let Some(power) = power_between(x, y) {
        return Some((2 + kinds, shifted(source, a, target, b, power, kinds == 0 && x.is_integer() && y.is_integer())));
    }
    if transposed() {
        return Some((3 + kinds, Code::DigitsTransposed));
    }
    let (p, q) = (significant(&printed(source, a)).to_owned(), significant(&digits).to_owned());
    let worded = source.words(i).contains('倍') || target.words(j).contains('倍');
    if p == q && !p.is_empty() && !worded {
        return Some((2 + kinds, if kinds == 1 { Code::UnitChanged } else { Code::ScaleSlipped }));
    }
    if sorted(&p) == sorted(&q) && p.len() > 1 && !worded {
        return Some((3 + kinds, Code::DigitsTransposed));
    }
    let near = expected(x, target, b).into_iter().any(|number| is_near(&digits_of(number, decimals(target, b)), &digits));
    (near && !digits.is_empty() || are_related(a, b)).then(|| (5 + 4 * kinds + u32::from(!near), Code::ValueChanged))
}

/// Whether one of two kinds of figures could have been written for the other.
fn are_related(a: &Figure, b: &Figure) -> bool {
    let share = |figure: &Figure| matches!(figure.quantity.kind, Kind::Percent | Kind::Fraction | Kind::Multiple);
    let year = |figure: &Figure| {
        figure.quantity.kind == Kind::Year
            || matches!(figure.quantity.kind, Kind::Count | Kind::Duration)
                && figure.quantity.amount.value().is_some_and(|value| value >= Decimal::ONE_THOUSAND)
                && matches!(figure.quantity.unit, None | Some(Unit::Duration("year")))
    };
    let lasting = |figure: &Figure| matches!(figure.quantity.kind, Kind::Duration | Kind::Time);
    a.quantity.kind == b.quantity.kind || share(a) && share(b) || year(a) && year(b) || lasting(a) && lasting(b)
}

/// Whether a power of ten between two figures is a slip of the scale or of the decimal point.
fn shifted(source: &Side<'_>, a: &Figure, target: &Side<'_>, b: &Figure, power: u32, whole: bool) -> Code {
    let (m, n) = (core_value(source, a), core_value(target, b));
    let scale = |core: Option<Decimal>, figure: &Figure| {
        core.is_some_and(|core| figure.quantity.amount.value().is_some_and(|value| value.normalize() != core))
    };
    let scaled = scale(m, a) || scale(n, b);
    // With the scale of the target kept, the digits alone moved: `120 ล้าน` for 1.2亿 would have been right.
    let kept = |core: Decimal| {
        let value = a.quantity.amount.value()?;
        let right = value.checked_div(b.quantity.amount.value()?.checked_div(core)?)?.normalize();
        Some(right.scale() <= 2 && right >= Decimal::new(1, 1) && right < Decimal::from(10_000) && power < 3)
    };
    let same_digits = m.is_some() && m == n;
    let slipped = if scaled && power < 3 {
        same_digits || !n.and_then(kept).unwrap_or(false)
    } else {
        same_digits || power >= 3 && (scaled || power >= 6 || whole)
    };
    if slipped { Code::ScaleSlipped } else { Code::DecimalShifted }
}

/// Whether a year differs by exactly what lies between two eras, or its number was kept while its era changed.
fn is_other_era(a: &Figure, b: &Figure, x: Decimal, y: Decimal) -> bool {
    let yearly = |figure: &Figure, value: Decimal| match figure.quantity.kind {
        Kind::Year | Kind::Date | Kind::Count => true,
        Kind::Duration => is_year(value),
        _ => false,
    };
    let offset = Decimal::from(543);
    let dates = a.quantity.kind == Kind::Date && b.quantity.kind == Kind::Date;
    let apart = if dates {
        ((x - y) / Decimal::from(if x > Decimal::from(10_000_000) { 10_000 } else { 100 })).trunc().abs()
    } else {
        (x - y).abs()
    };
    let either = a.quantity.kind == Kind::Year || b.quantity.kind == Kind::Year || dates;
    yearly(a, x) && yearly(b, y) && either && apart == offset
}

/// The power of ten between two values, if that is all that differs.
fn power_between(x: Decimal, y: Decimal) -> Option<u32> {
    if x.is_zero() || y.is_zero() || x.is_sign_negative() != y.is_sign_negative() {
        return None;
    }
    let (small, large) = if x.abs() < y.abs() { (x, y) } else { (y, x) };
    let mut quotient = large.checked_div(small)?;
    let mut power = 0;
    while quotient > Decimal::ONE && power < 16 {
        quotient = quotient.checked_div(Decimal::TEN)?;
        power += 1;
    }
    (quotient == Decimal::ONE && power > 0).then_some(power)
}

fn sorted(digits: &str) -> Vec<u8> {
    let mut digits = digits.as_bytes().to_vec();
    digits.sort_unstable();
    digits
}

/// Whether two runs of digits differ in one place or one length.
fn is_near(p: &str, q: &str) -> bool {
    strsim::damerau_levenshtein(p, q) <= 1
}
