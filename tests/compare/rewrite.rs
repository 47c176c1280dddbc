//! Rewords a text figure by figure without changing what it says.

use crate::words;
use numerate::figure::Language;
use numerate::model::{Amount, Confidence, Figure, Hedge, Kind, Role};

/// Every rewrite of a text, with the name of what was done.
pub fn rewrites(language: &'static Language, text: &str) -> Vec<(&'static str, String)> {
    let sure = |figure: &Figure| figure.confidence == Confidence::High && figure.role == Role::Statistic;
    let mut rewrites = vec![("spaces", text.replace(' ', "\u{a0}")), ("percent sign", text.replace('%', "％"))];
    if language.tag == "th" {
        rewrites.push(("digits", script(text, '๐')));
    }
    if language.tag == "zh-Hans" {
        rewrites.push(("digits", script(text, '０')));
    }
    for figure in language.read(text).into_iter().filter(sure) {
        let with = |by: &str| format!("{}{by}{}", &text[..figure.span.start], &text[figure.span.end..]);
        let words = &text[figure.span.clone()];
        let quantity = figure.quantity;
        let part_of_a_word = text[figure.span.end..].starts_with(|c: char| c.is_ascii_alphabetic());
        for construct in language.constructs().filter(|name| *name != "discount" && !words.contains('折') && !part_of_a_word)
        {
            // A bare number in place of a number with its unit would say less.
            let written = language.write_as(construct, &quantity).map(|(_, written)| written);
            rewrites.extend(written.map(|written| ("construct", with(&spaced(language, text, &figure, &written)))));
        }
        if let Some((hedge, synonym)) = words::synonyms(language.tag).iter().find(|(hedge, _)| words.starts_with(hedge)) {
            rewrites.push(("hedge synonym", with(&words.replacen(hedge, synonym, 1))));
        }
        if matches!(quantity.kind, Kind::Percent | Kind::Fraction) && matches!(quantity.hedge, None | Some(Hedge::Only)) {
            let share = quantity.amount.value().map(|value| {
                if quantity.kind == Kind::Percent { value } else { value * rust_decimal::Decimal::ONE_HUNDRED }
            });
            for (percent, fraction) in words::fractions(language.tag) {
                if share == Some((*percent).into()) && !words.contains("折") {
                    rewrites.push(("fraction", with(fraction)));
                    rewrites.push(("percent", with(&format!("{percent}%"))));
                }
            }
        }
        if let (Kind::Count, Amount::Value(value)) = (quantity.kind, quantity.amount)
            && quantity.hedge.is_none()
            && value.is_integer()
        {
            let sign = quantity.hedge.is_none();
            rewrites.extend(
                sign.then(|| ("plain digits", with(&spaced(language, text, &figure, &value.normalize().to_string())))),
            );
        }
    }
    rewrites.retain(|(_, rewritten)| rewritten != text);
    rewrites
}

/// A number with a space around it where Thai letters would touch it.
fn spaced(language: &Language, text: &str, figure: &Figure, written: &str) -> String {
    let letter = |c: char| c.is_alphanumeric() || ('\u{e30}'..='\u{e4e}').contains(&c);
    let before = text[..figure.span.start].ends_with(letter) && language.tag == "th";
    let after = text[figure.span.end..].starts_with(letter) && language.tag == "th";
    format!("{}{written}{}", if before { " " } else { "" }, if after { " " } else { "" })
}

/// The digits of another script; those in names and addresses too.
fn script(text: &str, zero: char) -> String {
    let digit = |c: char| char::from_u32(u32::from(zero) + c.to_digit(10).expect("a digit")).expect("ten digits follow");
    text.chars().map(|c| if c.is_ascii_digit() { digit(c) } else { c }).collect()
}
