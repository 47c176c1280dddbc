//! Whether a figure element is what its ledger entry says, apart from how it reads: its letters, its attributes, its link, its
//! mark †, and that everybody sees it.

use super::agree::name;
use super::reading::Mark;
use crate::diagnostic::Code;
use crate::model::Amount;
use crate::model::ledger::LedgerFigure;
use rust_decimal::Decimal;

/// A code, what is wrong, and what would be right.
pub(super) type Wrong = (Code, String, &'static str);

/// Everything wrong with a figure element.
pub(super) fn check(figure: &LedgerFigure, mark: &Mark<'_>, text: &str) -> Vec<Wrong> {
    let mismatch = |how: String, help| (Code::FigureMismatch, format!("{} {how}", name(figure)), help);
    let mut wrong = Vec::new();
    if mark.hidden {
        let message = format!("{} is kept from some readers", name(figure));
        wrong.push((Code::FigureLost, message, "show every figure to every reader"));
    }
    if let Some(alien) = &mark.alien {
        wrong.push(mismatch(format!("has {alien} in its element"), "a figure is plain text, its link and its mark"));
    }
    let is_value = |given: &str| match &figure.quantity {
        Some(quantity) => is_amount(given, &quantity.amount),
        None => *given == *figure.text,
    };
    if !mark.valueless && !mark.value.as_deref().map_or(figure.quantity.is_none(), is_value) {
        let given = mark.value.as_deref().unwrap_or("no value");
        let value = figure.quantity.map_or_else(|| figure.text.to_string(), |quantity| quantity.amount.to_string());
        wrong.push(mismatch(
            format!("has an element that bears `{given}` and not `{value}`"),
            "the attribute says the canonical value",
        ));
    }
    if *text != *figure.text && text != super::plain::squeeze(&figure.text) {
        wrong.push(mismatch(
            format!("is printed as `{text}`; it is meant to be printed as `{}`", figure.text),
            "print it as it was worded",
        ));
    }
    if mark.dagger.is_some() != figure.unverified {
        let (how, help) = match figure.unverified {
            true => ("bears no mark †", "mark what was not verified against its source"),
            false => ("bears the mark † of an unverified figure", "leave the mark to figures that were not verified"),
        };
        wrong.push(mismatch(how.to_owned(), help));
    } else if mark.dagger.as_deref().is_some_and(|words| words.trim().is_empty()) {
        wrong.push(mismatch("bears a mark † without words".to_owned(), "say the mark to those who hear it"));
    }
    if !leads(figure, mark) {
        wrong.push(mismatch("does not lead to its source".to_owned(), "link a figure to what speaks for it"));
    }
    wrong
}

/// Whether a text is the canonical form of an amount: most are whole numbers, which need no words to be compared.
fn is_amount(given: &str, amount: &Amount) -> bool {
    let is_whole = given.bytes().all(|byte| byte.is_ascii_digit()) && !given.starts_with('0');
    match (amount, given.parse::<u32>()) {
        (Amount::Value(value), Ok(whole)) if is_whole && value.scale() == 0 => *value == Decimal::from(whole),
        _ => given == amount.to_string(),
    }
}

/// Whether the links of a figure lead where they should; a link of the text around it may lead anywhere.
fn leads(figure: &LedgerFigure, mark: &Mark<'_>) -> bool {
    let parts = mark.hrefs.iter().map(|href| href.rsplit_once('#').map_or("", |(_, part)| part));
    (mark.in_link && figure.links.is_empty()) || parts.eq(figure.links.iter().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_one_canonical_form() {
        let is = |given: &str, value: &str| is_amount(given, &Amount::Value(value.parse().unwrap()));
        assert!(is("62", "62") && is("62", "62.0") && is("0", "0") && is("-7", "-7") && is("1.5", "1.50"));
        assert!(is("79228162514264337593543950335", "79228162514264337593543950335") && is("4294967296", "4294967296"));
        for (given, value) in
            [("62.0", "62"), ("062", "62"), ("+62", "62"), ("62", "6.2"), ("62", "-62"), ("", "0"), ("26", "62")]
        {
            assert!(!is(given, value), "{given} of {value}");
        }
    }
}
