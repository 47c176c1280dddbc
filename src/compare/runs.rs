//! Digits that fell apart or together: `6,700` as `6, 700`, `2022 57%` as `202257%`, `24/7` as `247`.

use super::digits::{decimals, digits_of, expected, forms, printed};
use super::naming::change;
use super::unsaid::{Said, says};
use super::{Change, Side};
use crate::diagnostic::Code;
use crate::figure::numeral::digit_at;
use crate::figure::sameness::same;
use crate::model::Kind;

/// One figure of the source that stands in the target in two pieces, or with a point for a comma.
pub fn broken(
    source: &Side<'_>,
    target: &Side<'_>,
    lost: &mut Vec<usize>,
    added: &mut Vec<usize>,
    changes: &mut Vec<Change>,
) {
    lost.retain(|&i| {
        let pieces = (0..target.figures.len().saturating_sub(1)).find(|first| {
            let fresh = added.contains(first) || added.contains(&(first + 1));
            fresh && is_whole_again(source, i, target, *first)
        });
        let found = pieces
            .map(|first| [first, first + 1])
            .or_else(|| added.iter().find(|j| has_a_point_for_a_comma(source, i, target, **j)).map(|j| [*j, *j]));
        let Some([first, last]) = found else { return true };
        added.retain(|j| *j != first && *j != last);
        let span = target.figures[first].span.start..target.figures[last].span.end;
        let message = format!("`{}` became `{}`", source.words(i), &target.text[span.clone()]);
        let span_of = source.figures[i].span.clone();
        changes.push(Change { code: Code::SeparatorBroken, source: Some(span_of), target: Some(span), message });
        false
    });
}

/// Whether a figure of the target and the next one, put together, say what a figure of the source says.
fn is_whole_again(source: &Side<'_>, i: usize, target: &Side<'_>, first: usize) -> bool {
    const GAP: usize = 12;
    let (head, tail) = (&target.figures[first], &target.figures[first + 1]);
    let ends_in_digit = |text: &str| text.chars().next_back().is_some_and(|c| digit_at(&c.to_string(), 0).is_some());
    let text = target.text;
    let gap = tail.span.start.saturating_sub(head.core.end);
    let three = printed(target, tail).len() == 3 || decimals(target, tail) > 0;
    if gap > GAP || !ends_in_digit(&text[head.core.clone()]) || digit_at(text, tail.core.start).is_none() || !three {
        return false;
    }
    // A separator that is left, as in `1,234 ,567`, would end the number too early.
    let ungrouped = text[head.span.start..head.core.end].replace([',', '，'], "");
    let whole = format!("{ungrouped}{}", &text[tail.core.start..tail.span.end]);
    let figures = target.language.read(&whole);
    matches!(&figures[..], [figure] if same(&source.figures[i], figure).is_some()
        || figure.quantity.amount == source.figures[i].quantity.amount)
}

/// Whether a figure of the target is one of the source with `.` in the place of `,`: `13.020` for 13,020.
fn has_a_point_for_a_comma(source: &Side<'_>, i: usize, target: &Side<'_>, j: usize) -> bool {
    let figure = &target.figures[j];
    let core = &target.text[figure.core.clone()];
    let Some(value) = source.figures[i].quantity.amount.value() else { return false };
    decimals(target, figure) == 3
        && core.matches('.').count() == 1
        && expected(value, target, figure).iter().any(|number| digits_of(*number, 0) == printed(target, figure))
}

/// Two figures of the source whose digits stand in the target as one, or one that lost the mark between its digits.
pub fn stuck(
    source: &Side<'_>,
    target: &Side<'_>,
    lost: &mut Vec<usize>,
    added: &mut Vec<usize>,
    changes: &mut Vec<Change>,
) {
    for j in added.clone().into_iter().filter(|j| !printed(target, &target.figures[*j]).is_empty()) {
        if !added.contains(&j) {
            continue;
        }
        let (run, digits) = run_of_digits(target, j);
        let unmarked = target.figures[j].quantity.kind != Kind::Range;
        let Some(parts) = stuck_parts(source, lost, &digits, unmarked) else { continue };
        lost.retain(|i| !parts.contains(i));
        added.retain(|j| !run.contains(j));
        changes.push(change(Code::DigitsStuck, source, parts.first().copied(), target, run.first().copied()));
    }
}

/// `247` where the source says 24 hours in any way.
pub fn around_the_clock(source: &Side<'_>, target: &Side<'_>, lost: &mut Vec<usize>, added: &mut Vec<usize>) -> Vec<Change> {
    let whole = added.iter().copied().find(|j| printed(target, &target.figures[*j]) == "247");
    let hours = source.figures.iter().position(|figure| Said::RoundTheClock.is(&figure.quantity));
    match whole.filter(|_| hours.is_some() || says(source.text, &Said::RoundTheClock)) {
        Some(j) => {
            added.retain(|other| *other != j);
            lost.retain(|i| Some(*i) != hours);
            vec![change(Code::DigitsStuck, source, hours, target, Some(j))]
        }
        None => Vec::new(),
    }
}

/// A figure of the target and those that touch it over a separator alone (`6,70015`), with all their digits.
fn run_of_digits(target: &Side<'_>, j: usize) -> (Vec<usize>, String) {
    let mut run = vec![j];
    while let Some(next) = target.figures.get(run[run.len() - 1] + 1) {
        let end = target.figures[run[run.len() - 1]].span.end;
        if target.text.get(end..next.span.start) != Some(",") {
            break;
        }
        run.push(run[run.len() - 1] + 1);
    }
    let digits = run.iter().map(|position| printed(target, &target.figures[*position])).collect();
    (run, digits)
}

/// The lost figures of the source whose digits, one behind the other, are these; `unmarked` if no mark stands between them.
fn stuck_parts(source: &Side<'_>, lost: &[usize], whole: &str, unmarked: bool) -> Option<Vec<usize>> {
    let marked = |i: &usize| {
        let figure = &source.figures[*i];
        figure.quantity.kind == Kind::Range || source.text[figure.core.clone()].contains(['/', '-', '–', ':'])
    };
    if whole.len() < 2 {
        return None;
    }
    if let Some(alone) = lost.iter().find(|i| unmarked && marked(i) && printed(source, &source.figures[**i]) == whole) {
        return Some(vec![*alone]);
    }
    let fits = |(_, forms): &(usize, Vec<String>)| forms.iter().any(|form| whole.contains(form.as_str()));
    let all_forms: Vec<(usize, Vec<String>)> =
        lost.iter().map(|i| (*i, forms(source, &source.figures[*i]))).filter(fits).collect();
    all_forms.iter().find_map(|(i, heads)| {
        let tail = |head: &String| whole.strip_prefix(head.as_str()).filter(|tail| !tail.is_empty());
        let tails: Vec<&str> = heads.iter().filter_map(tail).collect();
        let second = all_forms.iter().find(|(j, forms)| i != j && forms.iter().any(|form| tails.contains(&form.as_str())));
        second.map(|(j, _)| vec![*i, *j])
    })
}
