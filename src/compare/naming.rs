//! Names what happened to the figures that found no partner.

use super::matching::Matching;
use super::{Change, Side};
use crate::diagnostic::Code;
use crate::figure::numeral::{self, Digits, Grouping};
use crate::figure::sameness::{Direction, direction};
use crate::model::{Amount, Figure, Hedge, Kind};
use rust_decimal::Decimal;

/// The changes: hedges of pairs first, then lost and added figures paired by likeness.
pub fn name(source: &Side<'_>, target: &Side<'_>, matching: &Matching) -> Vec<Change> {
    let mut changes: Vec<Change> = matching.pairs.iter().filter_map(|(i, j)| hedge(source, *i, target, *j)).collect();
    let (mut lost, mut added) = (matching.lost.clone(), matching.added.clone());
    broken(source, target, &mut lost, &mut added, &mut changes);
    stuck(source, target, &mut lost, &mut added, &mut changes);
    while let Some((i, j, code)) = likest(source, target, &lost, &added) {
        lost.retain(|position| *position != i);
        added.retain(|position| *position != j);
        changes.push(change(code, source, Some(i), target, Some(j)));
    }
    changes.extend(lost.into_iter().map(|i| change(Code::FigureLost, source, Some(i), target, None)));
    changes.extend(added.into_iter().map(|j| {
        let gone = target.figures[j].quantity.amount == Amount::Lost;
        change(if gone { Code::FigureLost } else { Code::FigureAdded }, source, None, target, Some(j))
    }));
    changes
}

fn change(code: Code, source: &Side<'_>, i: Option<usize>, target: &Side<'_>, j: Option<usize>) -> Change {
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

/// A hedge that points the other way, or that only one side has.
fn hedge(source: &Side<'_>, i: usize, target: &Side<'_>, j: usize) -> Option<Change> {
    let (a, b) = (source.figures[i].quantity.hedge, target.figures[j].quantity.hedge);
    let changed = match (direction(a), direction(b)) {
        (a, b) if a == b => {
            a == Direction::Open && is_limit(source.figures[i].quantity.hedge, target.figures[j].quantity.hedge)
        }
        (Direction::Above, Direction::Below) | (Direction::Below, Direction::Above) => true,
        (Direction::Open, direction) => a.is_none() && !is_directed(source, i, direction),
        (direction, Direction::Open) => b.is_none() && !is_directed(target, j, direction),
        _ => false,
    };
    changed.then(|| change(Code::HedgeChanged, source, Some(i), target, Some(j)))
}

/// `only` and `up to` say opposite things about the same number.
fn is_limit(a: Option<Hedge>, b: Option<Hedge>) -> bool {
    matches!((a, b), (Some(Hedge::Only), Some(Hedge::UpTo)) | (Some(Hedge::UpTo), Some(Hedge::Only)))
}

/// Words beside a figure that point its direction without being its hedge.
const ABOVE: &[&str] = &[
    "exceed",
    "surpass",
    "top",
    "above",
    "over",
    "more",
    "beyond",
    "past",
    "higher",
    "upwards",
    "least",
    "minimum",
    "超",
    "逾",
    "突破",
    "以上",
    "多",
    "余",
    "高于",
    "至少",
    "起",
    "ทะลุ",
    "เกิน",
    "กว่า",
    "ขึ้นไป",
    "อย่างน้อย",
    "ขั้นต่ำ",
    "ไม่ต่ำ",
    "ไม่น้อย",
];
const BELOW: &[&str] = &[
    "nearly",
    "almost",
    "approach",
    "close",
    "under",
    "below",
    "less",
    "fewer",
    "lower",
    "most",
    "maximum",
    "limit",
    "within",
    "up to",
    "shy",
    "近",
    "接近",
    "将",
    "几乎",
    "不到",
    "不足",
    "低于",
    "以下",
    "以内",
    "最多",
    "不超",
    "内",
    "เกือบ",
    "ใกล้",
    "ไม่ถึง",
    "ต่ำกว่า",
    "น้อยกว่า",
    "ไม่เกิน",
    "สูงสุด",
    "ภายใน",
    "มากสุด",
];

/// Whether the neighbourhood of a figure points the way that its hedge does not say.
fn is_directed(side: &Side<'_>, position: usize, direction: Direction) -> bool {
    const NEAR: usize = 45;
    let span = &side.figures[position].span;
    let start = side.text.floor_char_boundary(span.start.saturating_sub(NEAR));
    let end = side.text.ceil_char_boundary((span.end + NEAR).min(side.text.len()));
    let near = side.text[start..end].to_lowercase();
    let words = if direction == Direction::Above { ABOVE } else { BELOW };
    words.iter().any(|word| near.contains(word))
}

/// The likeliest pair of a lost and an added figure, with what happened to it.
fn likest(source: &Side<'_>, target: &Side<'_>, lost: &[usize], added: &[usize]) -> Option<(usize, usize, Code)> {
    let mut best: Option<(u32, usize, usize, usize, Code)> = None;
    for &i in lost {
        for &j in added {
            let Some((cost, code)) = becoming(source, i, target, j) else { continue };
            let distance = (i * target.figures.len().max(1)).abs_diff(j * source.figures.len().max(1));
            let candidate = (cost, distance, i, j, code);
            if best.as_ref().is_none_or(|best| (candidate.0, candidate.1, i, j) < (best.0, best.1, best.2, best.3)) {
                best = Some(candidate);
            }
        }
    }
    best.map(|(_, _, i, j, code)| (i, j, code))
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
    if is_other_separator(&source.text[a.core.clone()], &target.text[b.core.clone()]) {
        return Some((1 + kinds, Code::SeparatorBroken));
    }
    let (p, q) = (digits(source, a), digits(target, b));
    if let Some(power) = power_between(x, y) {
        let (m, n) = (core_value(source, a), core_value(target, b));
        let scaled = m != Some(x) || n != Some(y);
        let slipped =
            m.is_some() && m == n || power >= 3 && (scaled || power >= 6 || kinds == 0 && x.is_integer() && y.is_integer());
        let code = if slipped { Code::ScaleSlipped } else { Code::DecimalShifted };
        return Some((2 + kinds, code));
    }
    if p == q && !p.is_empty() {
        // A multiple has no scale: `1.6 times` and 高出1.6倍 (2.6 times) are two values.
        let same_kind = if a.quantity.kind == Kind::Multiple { Code::ValueChanged } else { Code::ScaleSlipped };
        return Some((2 + kinds, if kinds == 1 { Code::UnitChanged } else { same_kind }));
    }
    if is_reordered(&p, &q) || is_reordered(&all_digits(source, i), &all_digits(target, j)) {
        return Some((3 + kinds, Code::DigitsTransposed));
    }
    let related = kinds == 0 || a.quantity.kind == b.quantity.kind || is_near(&p, &q);
    related.then(|| (5 + 4 * kinds + u32::from(!is_near(&p, &q)), Code::ValueChanged))
}

/// Whether a comma that groups digits became a point: `13,020` and `13.020`.
fn is_other_separator(source: &str, target: &str) -> bool {
    source.contains(',') && !source.contains('.') && source.replace(',', ".") == target
}

/// Whether two runs have the same digits, more than one, in whatever order.
fn is_reordered(p: &[u8], q: &[u8]) -> bool {
    let sorted = |digits: &[u8]| {
        let mut digits = digits.to_vec();
        digits.sort_unstable();
        digits
    };
    p.len() > 1 && sorted(p) == sorted(q)
}

/// Whether a year differs by exactly what lies between two eras, or its number was kept while its era changed.
fn is_other_era(a: &Figure, b: &Figure, x: Decimal, y: Decimal) -> bool {
    let yearly = |figure: &Figure| matches!(figure.quantity.kind, Kind::Year | Kind::Date | Kind::Count);
    let offset = Decimal::from(543);
    let dates = a.quantity.kind == Kind::Date && b.quantity.kind == Kind::Date;
    let apart = if dates { ((x - y) / Decimal::from(10_000)).trunc().abs() } else { (x - y).abs() };
    yearly(a) && yearly(b) && (a.quantity.kind == Kind::Year || b.quantity.kind == Kind::Year || dates) && apart == offset
}

/// The digits that the core of a figure prints, without separators and without zeros at either end.
fn digits(side: &Side<'_>, figure: &Figure) -> Vec<u8> {
    let core = &side.text[figure.core.clone()];
    let mut digits: Vec<u8> = (0..core.len())
        .filter(|at| core.is_char_boundary(*at))
        .filter_map(|at| crate::figure::numeral::digit_at(core, at).map(|(digit, ..)| digit))
        .collect();
    if digits.is_empty() {
        let value = figure.quantity.amount.value().unwrap_or_default().normalize().to_string();
        digits = value.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
    }
    let first = digits.iter().position(|digit| *digit != 0).unwrap_or(digits.len());
    let last = digits.iter().rposition(|digit| *digit != 0).map_or(first, |last| last + 1);
    digits[first..last].to_vec()
}

/// The number that the digits of a figure's core say, without its scale; `None` for words.
fn core_value(side: &Side<'_>, figure: &Figure) -> Option<Decimal> {
    match numeral::digits(&side.text[figure.core.clone()], 0, Grouping::Comma)? {
        Digits::Number(number) => Some(number.value.normalize()),
        Digits::Run(_) => None,
    }
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

/// Whether two runs of digits differ in one place or one length.
fn is_near(p: &[u8], q: &[u8]) -> bool {
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(digit + b'0')).collect::<String>();
    strsim::damerau_levenshtein(&text(p), &text(q)) <= 1
}

/// One figure of the source whose digits stand in the target in two pieces: `6,700` as `6, 700` or `6 ปี700`.
fn broken(source: &Side<'_>, target: &Side<'_>, lost: &mut Vec<usize>, added: &mut Vec<usize>, changes: &mut Vec<Change>) {
    lost.retain(|&i| {
        let whole = all_digits(source, i);
        for window in 0..target.figures.len().saturating_sub(1) {
            let pieces = [window, window + 1];
            let spans = pieces.map(|j| &target.figures[j].span);
            let near = spans[1].start.saturating_sub(spans[0].end) <= 12;
            let joined: Vec<u8> = pieces.iter().flat_map(|j| all_digits(target, *j)).collect();
            if near && joined == whole && whole.len() > 2 && pieces.iter().any(|j| added.contains(j)) {
                added.retain(|j| !pieces.contains(j));
                let span = spans[0].start..spans[1].end;
                let message = format!("`{}` became `{}`", source.words(i), &target.text[span.clone()]);
                let (source, target) = (Some(source.figures[i].span.clone()), Some(span));
                changes.push(Change { code: Code::SeparatorBroken, source, target, message });
                return false;
            }
        }
        true
    });
}

/// Two figures of the source whose digits stand in the target as one, or one that lost the mark between its digits: `2022 57%`
/// as `202257%`, `24/7` as `247`.
fn stuck(source: &Side<'_>, target: &Side<'_>, lost: &mut Vec<usize>, added: &mut Vec<usize>, changes: &mut Vec<Change>) {
    while let Some((parts, run)) = added.iter().find_map(|&j| {
        let (run, digits) = run_of_digits(target, j);
        Some((stuck_parts(source, lost, &digits)?, run))
    }) {
        lost.retain(|i| !parts.contains(i));
        added.retain(|j| !run.contains(j));
        changes.push(change(Code::DigitsStuck, source, parts.first().copied(), target, run.first().copied()));
    }
}

/// A figure of the target and those that touch it over a separator alone (`6,70015`), with all their digits.
fn run_of_digits(target: &Side<'_>, j: usize) -> (Vec<usize>, Vec<u8>) {
    let mut run = vec![j];
    while let Some(next) = target.figures.get(run[run.len() - 1] + 1) {
        let end = target.figures[run[run.len() - 1]].span.end;
        if target.text.get(end..next.span.start) != Some(",") {
            break;
        }
        run.push(run[run.len() - 1] + 1);
    }
    let digits = run.iter().flat_map(|position| all_digits(target, *position)).collect();
    (run, digits)
}

/// The figures of the source whose digits, one behind the other, are these; one of them at least was lost.
fn stuck_parts(source: &Side<'_>, lost: &[usize], whole: &[u8]) -> Option<Vec<usize>> {
    let joined = |parts: &[usize]| parts.iter().flat_map(|part| all_digits(source, *part)).eq(whole.iter().copied());
    let marked = |i: &usize| {
        let figure = &source.figures[*i];
        figure.quantity.kind == Kind::Range || source.text[figure.core.clone()].contains(['/', '-', '–', ':'])
    };
    if whole.len() < 2 {
        return None;
    }
    if let Some(alone) = lost.iter().find(|i| marked(i) && joined(&[**i])) {
        return Some(vec![*alone]);
    }
    let all = 0..source.figures.len();
    all.clone().flat_map(|i| all.clone().map(move |next| [i, next])).find_map(|pair| {
        let spans = pair.map(|position| all_digits(source, position).is_empty());
        (pair[0] != pair[1] && spans == [false, false] && pair.iter().any(|i| lost.contains(i)) && joined(&pair))
            .then(|| pair.to_vec())
    })
}

/// Every digit that a figure prints.
fn all_digits(side: &Side<'_>, position: usize) -> Vec<u8> {
    let words = &side.text[side.figures[position].core.clone()];
    (0..words.len())
        .filter(|at| words.is_char_boundary(*at))
        .filter_map(|at| crate::figure::numeral::digit_at(words, at).map(|(digit, ..)| digit))
        .collect()
}
