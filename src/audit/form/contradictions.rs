//! Words that contradict the digits beside them, and headings that contradict their paragraph.

use super::Page;
use crate::audit::Fault;
use crate::audit::terms::tokens;
use crate::audit::wording::fraction_of;
use crate::diagnostic::Code;
use crate::figure::claim::holds;
use crate::figure::sameness::{Direction, direction, is_one};
use crate::model::{Amount, Figure, Hedge, Kind};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// How far apart in letters a wording and its digits may stand.
const NEAR: usize = 60;

/// `almost two thirds of consumers (58%)`, `58%, or almost two thirds`.
pub fn beside(page: &Page<'_>) -> Vec<Fault> {
    let claims: Vec<&Figure> = page.claims().map(|(_, figure)| figure).collect();
    let pairs = claims.windows(2).filter(|pair| is_share(pair[0]) && is_share(pair[1]));
    let said_twice = pairs.filter(|pair| says_again(page, pair[0], pair[1]));
    let found = said_twice.filter_map(|pair| {
        let (words, digits) = match (pair[0].quantity.kind, pair[1].quantity.kind) {
            (Kind::Fraction, Kind::Percent) => (pair[0], pair[1]),
            (Kind::Percent, Kind::Fraction) => (pair[1], pair[0]),
            _ => return None,
        };
        if is_true_enough(words, digits) {
            return None;
        }
        let (said, right) = (page.words(words), page.words(digits));
        let fault = Fault::new(Code::WordsContradict, words.span.clone(), format!("`{said}` is said of `{right}`"));
        let fault = Fault { beside: Some(digits.span.clone()), ..fault };
        let fraction = fraction_of(&digits.quantity).and_then(|right| page.language.write(&right));
        Some(match fraction {
            Some((_, text)) => fault.expect(text),
            None => fault,
        })
    });
    found.collect()
}

fn is_share(figure: &Figure) -> bool {
    matches!(figure.quantity.kind, Kind::Fraction | Kind::Percent) && figure.quantity.amount != Amount::Lost
}

/// Whether the second of two figures only says the first again: alone in brackets, or behind "or".
fn says_again(page: &Page<'_>, first: &Figure, second: &Figure) -> bool {
    let between = &page.text[first.span.end..second.span.start];
    let rest = page.text[second.span.end..].trim_start();
    if between.chars().count() > NEAR || between.contains(['\n', '。']) {
        return false;
    }
    let bracketed = between.trim_end().ends_with(['(', '（']) && rest.starts_with([')', '）']);
    const OR: &[&str] = &[", or", "หรือ", "หรือเท่ากับ", "，即", "，也就是", ", that is,", "ซึ่งก็คือ", ", i.e."];
    bracketed || between.chars().count() < 16 && OR.iter().any(|word| between.trim() == word.trim())
}

/// Whether a wording is true of the digits, a little more kindly than of a stat.
fn is_true_enough(words: &Figure, digits: &Figure) -> bool {
    if holds(&words.quantity, &digits.quantity).is_ok() {
        return true;
    }
    let (Some(said), Some(value)) = (words.quantity.amount.value(), digits.quantity.amount.value()) else { return true };
    let distance = value - said * Decimal::ONE_HUNDRED;
    // Half a point on the wrong side is nobody's garble, nor is "a third" of 30%.
    let against = match direction(words.quantity.hedge) {
        Direction::Above => distance < -Decimal::ONE,
        Direction::Below => distance > Decimal::ONE,
        Direction::Open => false,
    };
    distance.abs() <= Decimal::from(if words.quantity.hedge == Some(Hedge::MoreThan) { 10 } else { 4 }) && !against
}

/// How many words of a heading must stand in the paragraph under it, in percent.
const SAME_WORDS: usize = 60;
/// How many words a heading must have to be compared.
const FEWEST: usize = 5;

/// A share in a heading that the paragraph under it gives otherwise, in the same words.
pub fn headings(page: &Page<'_>) -> Vec<Fault> {
    let lines: Vec<_> = page.lines().filter(|(_, line)| !line.trim().is_empty()).collect();
    let mut faults = Vec::new();
    for (position, (place, line)) in lines.iter().enumerate().filter(|(_, (_, line))| is_heading(line)) {
        let heading: Vec<&Figure> = shares_in(page, place).collect();
        let [share] = heading[..] else { continue };
        let words: BTreeSet<String> = tokens(line).into_iter().map(|token| token.term.into_owned()).collect();
        if words.len() < FEWEST {
            continue;
        }
        for (under, _) in lines[position + 1..].iter().take(3).take_while(|(_, line)| !is_heading(line)) {
            for figure in shares_in(page, under) {
                let sentence = sentence(page, figure);
                let said: BTreeSet<String> = tokens(sentence).into_iter().map(|token| token.term.into_owned()).collect();
                let shared = words.intersection(&said).count();
                let same = is_one(&share.quantity, &figure.quantity) || is_true_of_either(share, figure);
                if shared * 100 >= words.len() * SAME_WORDS && !same {
                    let (above, below) = (page.words(share), page.words(figure));
                    let message = format!("`{below}` is said of what the heading says `{above}` of");
                    let right = page.language.write_as("percent", &percent(share));
                    let fault = Fault::new(Code::WordsContradict, figure.span.clone(), message);
                    faults.push(match right.filter(|_| share.quantity.hedge.is_none()) {
                        Some((_, text)) => fault.expect(text),
                        None => fault,
                    });
                }
            }
        }
    }
    faults
}

/// The share of a figure as a percentage.
fn percent(figure: &Figure) -> crate::model::Quantity {
    let value = figure.quantity.amount.value().unwrap_or_default();
    let value = if figure.quantity.kind == Kind::Fraction { value * Decimal::ONE_HUNDRED } else { value };
    crate::model::Quantity::new(Kind::Percent, Amount::Value(value.round_dp(1).normalize()))
}

fn is_true_of_either(a: &Figure, b: &Figure) -> bool {
    let bare = |figure: &Figure| percent(figure);
    is_true_enough(a, &Figure { quantity: bare(b), ..b.clone() })
        || is_true_enough(b, &Figure { quantity: bare(a), ..a.clone() })
}

fn shares_in<'p>(page: &'p Page<'_>, place: &'p std::ops::Range<usize>) -> impl Iterator<Item = &'p Figure> {
    page.claims()
        .map(|(_, figure)| figure)
        .filter(move |figure| place.start <= figure.span.start && figure.span.end <= place.end && is_share(figure))
}

/// Whether a line is short, ends like a title, and is numbered or marked as one.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let marked = line.starts_with('#')
        || line.split_once(['.', '、']).is_some_and(|(number, _)| {
            !number.is_empty() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit())
        });
    marked && line.chars().count() <= 160 && !line.ends_with(['.', '。', ';', '；', ','])
}

/// The sentence around a figure; in Thai, which has no full stops, the words around it.
fn sentence<'p>(page: &Page<'p>, figure: &Figure) -> &'p str {
    const AROUND: usize = 330;
    let (head, tail) = (page.before(figure.span.start), page.after(figure.span.end));
    let start = head.rfind(['。', '！', '？']).map(|at| at + 3).or_else(|| head.rfind(". ").map(|at| at + 2)).unwrap_or(0);
    let start = start.max(head.ceil_char_boundary(head.len().saturating_sub(AROUND)));
    let end = tail.find(['。', '！', '？']).or_else(|| tail.find(". ")).unwrap_or(tail.len());
    let end = end.min(tail.floor_char_boundary(AROUND));
    &page.text[figure.span.start - (head.len() - start)..figure.span.end + end]
}
