//! What a garbled figure should say, in the way in which the text says it.
//!
//! In: a figure in a text, and what is true. Out: the text that should stand in its place: the same digits, separators, era, scale
//! and unit where they can say it, else the same construct, else the usual one. `None` if the language has no words for it.

use super::claims::Claim;
use crate::figure::Language;
use crate::figure::claim::holds;
use crate::figure::numeral::{Digits, Grouping, digit_at, digits};
use crate::figure::word::BUDDHIST_OFFSET;
use crate::model::{Amount, Era, Figure, Kind, Quantity};
use rust_decimal::Decimal;

/// What should stand in the place of a figure that speaks of a claim.
pub fn corrected(language: &'static Language, text: &str, figure: &Figure, claim: &Claim) -> Option<String> {
    if let Some(literal) = &claim.literal {
        return Some(literal.clone());
    }
    // Where the same hedge is said of the claim, its number is meant: more than 6,700, not 6,723.
    let is_hedged =
        |say: &&Quantity| say.hedge.is_some() && say.hedge == figure.quantity.hedge && say.kind == figure.quantity.kind;
    let truth = claim.says.iter().find(is_hedged).copied().or(claim.quantity)?;
    let words = &text[figure.span.clone()];
    let said = figure.quantity;
    if said.kind == truth.kind
        && said.amount != Amount::Lost
        && let Some(text) = in_digits(text, figure, &truth)
    {
        return Some(text);
    }
    if matches!(said.kind, Kind::Fraction | Kind::Multiple) {
        let says = claim.says.iter().filter(|say| say.kind == said.kind);
        let worded = says.filter_map(|say| worded(language, words, &said, say)).next();
        let nearest = || fraction_of(&truth).and_then(|fraction| worded_as(language, words, &said, &fraction));
        if let Some(text) = worded.or_else(nearest) {
            return Some(text);
        }
    }
    if said.kind == Kind::Percent && truth.kind == Kind::Percent {
        let number = truth.amount.value()?.normalize().to_string();
        if let Some(text) = with_sign(words, &number) {
            return Some(text);
        }
    }
    worded(language, words, &said, &truth)
}

/// A percentage with its sign or word as the text has it: `%`, `％`, `ร้อยละ`, `เปอร์เซ็นต์`.
fn with_sign(words: &str, number: &str) -> Option<String> {
    if let Some(sign) = ["%", "％"].into_iter().find(|sign| words.contains(*sign)) {
        return Some(format!("{number}{sign}"));
    }
    match words {
        words if words.contains("ร้อยละ") => Some(format!("ร้อยละ {number}")),
        words if words.contains("เปอร์เซ็นต์") => Some(format!("{number} เปอร์เซ็นต์")),
        words if words.contains("percent") => Some(format!("{number} percent")),
        words if words.contains("百分之") => Some(format!("百分之{number}")),
        _ => None,
    }
}

/// The same wording with other digits.
pub fn in_digits(text: &str, figure: &Figure, truth: &Quantity) -> Option<String> {
    let core = &text[figure.core.clone()];
    let Some(Digits::Number(printed)) = digits(core, 0, Grouping::Comma) else { return None };
    if printed.core.end != core.len() || figure.quantity.unit != truth.unit && figure.quantity.kind != Kind::Year {
        return None;
    }
    let (said, value) = (figure.quantity.amount.value()?, truth.amount.value()?);
    let number = if figure.quantity.kind == Kind::Year {
        let buddhist = figure.quantity.era == Some(Era::Be) || printed.value.checked_sub(said) == Some(BUDDHIST_OFFSET);
        if buddhist { value.checked_add(BUDDHIST_OFFSET)? } else { value }
    } else if said.is_zero() || printed.value.is_zero() {
        value
    } else {
        value.checked_div(said.checked_div(printed.value)?)?.normalize()
    };
    // With a scale behind it, a number stays one that people read.
    let is_scaled = figure.quantity.kind != Kind::Year && said != printed.value;
    if number.scale() > 3 || is_scaled && (number >= Decimal::from(10_000) || number < Decimal::new(1, 1)) {
        return None;
    }
    let number = like(core, number);
    let hedge = keeps_hedge(figure, truth);
    let start = if hedge { figure.span.start } else { figure.core.start.max(figure.span.start) };
    let (head, tail) = (&text[start..figure.core.start], &text[figure.core.end..figure.span.end]);
    let unit = if hedge { head } else { unit_before(&text[figure.span.start..figure.core.start]) };
    Some(format!("{unit}{number}{tail}"))
}

/// Whether the hedge of a figure is true of what it should say.
fn keeps_hedge(figure: &Figure, truth: &Quantity) -> bool {
    let corrected = Quantity { hedge: figure.quantity.hedge, ..*truth };
    figure.quantity.hedge.is_none() || truth.hedge == figure.quantity.hedge || holds(&corrected, truth).is_ok()
}

/// Of what stands before the number, what is its unit and no hedge.
fn unit_before(head: &str) -> &str {
    const UNITS: &[&str] = &["ร้อยละ ", "ร้อยละ", "US$", "$", "฿", "¥", "€", "£", "พ.ศ. ", "ค.ศ. ", "ปี ", "百分之"];
    UNITS.iter().find(|unit| head.ends_with(**unit)).map_or("", |unit| &head[head.len() - unit.len()..])
}

/// A number in the digits and with the separators of another.
fn like(core: &str, number: Decimal) -> String {
    let plain = number.normalize().to_string();
    let (whole, rest) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::new();
    for (position, digit) in whole.chars().enumerate() {
        let left = whole.len() - position;
        if position > 0 && left % 3 == 0 && digit.is_ascii_digit() && core.contains(',') && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(rest) = rest {
        text.push('.');
        text.push_str(rest);
    }
    let first = (0..core.len()).filter(|at| core.is_char_boundary(*at)).find_map(|at| digit_at(core, at));
    let zero = match first {
        Some((_, _, 1)) => '๐',
        Some((_, _, 2)) => '０',
        _ => return text,
    };
    let other = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(u32::from(zero) + digit)).unwrap_or(c);
    text.chars().map(other).collect()
}

/// A truth in the construct in which a figure is worded, with the hedge that the truth has.
fn worded(language: &'static Language, words: &str, said: &Quantity, truth: &Quantity) -> Option<String> {
    worded_as(language, words, said, truth).or_else(|| language.write(truth).map(|(_, text)| text))
}

fn worded_as(language: &'static Language, words: &str, said: &Quantity, truth: &Quantity) -> Option<String> {
    let plain = said.hedge(None);
    let of_it = |name: &'static str| language.write_as(name, &plain).filter(|(_, text)| words.contains(text.as_str()));
    let construct = language.constructs().filter_map(of_it).max_by_key(|(_, text)| text.len())?;
    language.write_as(construct.0, truth).map(|(_, text)| text)
}

/// The simplest fraction that may be said of a share, with the hedge that makes it true.
pub fn fraction_of(truth: &Quantity) -> Option<Quantity> {
    use crate::model::Hedge::{MoreThan, Nearly};
    const WHOLES: [u8; 6] = [2, 3, 4, 5, 10, 6];
    let hedged = [None, Some(Nearly), Some(MoreThan)];
    let mut best: Option<(Decimal, Quantity)> = None;
    for hedge in hedged {
        for whole in WHOLES {
            for part in 1..whole {
                let amount = Amount::Ratio(Decimal::from(part), Decimal::from(whole));
                let fraction = Quantity::new(Kind::Fraction, amount).hedge(hedge);
                let target = Decimal::from(part) * Decimal::ONE_HUNDRED / Decimal::from(whole);
                let Some(value) = truth.amount.value() else { continue };
                let value = if truth.kind == Kind::Fraction { value * Decimal::ONE_HUNDRED } else { value };
                let far = (target - value).abs();
                if far <= Decimal::from(3)
                    && holds(&fraction, truth).is_ok()
                    && best.as_ref().is_none_or(|(near, _)| far < *near)
                {
                    best = Some((far, fraction));
                }
            }
        }
        if best.is_some() {
            break;
        }
    }
    best.map(|(_, fraction)| fraction)
}
