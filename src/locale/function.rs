//! The functions that messages may call: `FIGURE` and `NUMBER` choose a wording, `COUNT` selects a plural form.
//!
//! In: tokens. Out: tokens, or for `COUNT` a number, which Fluent uses for plural rules only and never prints.
//! Fluent's functions cannot report errors, so a wrong argument leaves the token as it is: [`super::check`] has found it already.

use super::token;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentValue};
use std::str::FromStr;

/// The functions that take a figure and `as`, the name of a construct.
pub const FIGURE: [&str; 2] = ["FIGURE", "NUMBER"];

/// The function that selects a plural form.
pub const COUNT: &str = "COUNT";

/// The token of `figure(…)`, worded by the construct named `as`, where the locale has it.
pub fn figure<'a>(constructs: &[&str], positional: &[FluentValue<'a>], named: &FluentArgs) -> FluentValue<'a> {
    let Some(FluentValue::String(figure)) = positional.first() else { return FluentValue::Error };
    let construct = match named.get("as") {
        Some(FluentValue::String(name)) => constructs.iter().position(|construct| construct == name),
        _ => None,
    };
    match construct.and_then(|construct| token::with_construct(figure, construct)) {
        Some(worded) => worded.into(),
        None => figure.clone().into(),
    }
}

/// The number of a token, for plural rules.
pub fn count<'a>(positional: &[FluentValue<'a>]) -> FluentValue<'a> {
    let Some(FluentValue::String(figure)) = positional.first() else { return FluentValue::Error };
    let number = token::value(figure).and_then(|value| FluentNumber::from_str(&value).ok());
    number.map_or(FluentValue::Error, FluentValue::Number)
}
