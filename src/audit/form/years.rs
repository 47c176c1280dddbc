//! Years that cannot be: long before or after the time of the text, or counted in another era than the one they name.

use super::Page;
use crate::audit::Fault;
use crate::diagnostic::Code;
use crate::figure::word::BUDDHIST_OFFSET;
use crate::model::{Amount, Era, Figure, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// Years between which texts of today speak: figures of years outside are garbled, unless the text is one of history.
const FIRST: i64 = 1800;
const LAST: i64 = 2100;

/// Years that cannot be.
pub fn impossible(page: &Page<'_>) -> Vec<Fault> {
    let old = |figure: &Figure| year(figure).is_some_and(|year| (1000..FIRST).contains(&year));
    let is_history = page.claims().filter(|(_, figure)| figure.quantity.kind == Kind::Year && old(figure)).count() > 2;
    let found = page.claims().filter_map(|(_, figure)| match figure.quantity.kind {
        Kind::Count | Kind::Year | Kind::Duration | Kind::Other if has_wrong_length(page, figure) => {
            let words = page.words(figure);
            let fault = Fault::new(Code::YearImpossible, figure.span.clone(), format!("`{words}` is no year"));
            let quantity = Quantity { era: figure.quantity.era, ..Quantity::new(Kind::Year, figure.quantity.amount) };
            is_dated(page, figure).then(|| Fault { mended: Some(quantity.unit(Unit::Year)), ..fault })
        }
        Kind::Year => {
            let printed = printed(page, figure)?;
            fault(page, figure, printed, figure.quantity.era, is_history)
        }
        Kind::Count if stands_as_year(page, figure) => {
            let found = fault(page, figure, year(figure)?, None, is_history)?;
            Some(Fault { mended: Some(Quantity::new(Kind::Year, figure.quantity.amount)), ..found })
        }
        // `ค.ศ. 2565 ปี` is read as a time of so many years.
        Kind::Duration if figure.quantity.unit == Some(Unit::Duration("year")) => {
            let head = page.before(figure.span.start);
            let led = ["自", "从", "在", "于"].iter().any(|word| head.ends_with(word));
            let era = era_before(page, figure);
            (led || era.is_some()).then(|| fault(page, figure, year(figure)?, era, is_history)).flatten()
        }
        _ => None,
    });
    found.collect()
}

fn year(figure: &Figure) -> Option<i64> {
    let Amount::Value(value) = figure.quantity.amount else { return None };
    value.is_integer().then(|| i64::try_from(value).ok()).flatten()
}

/// The year as it is printed, whatever its era.
fn printed(page: &Page<'_>, figure: &Figure) -> Option<i64> {
    if figure.quantity.unit != Some(Unit::Year) {
        return None;
    }
    let offset = if figure.quantity.era == Some(Era::Be) { i64::try_from(BUDDHIST_OFFSET).ok()? } else { 0 };
    // A year in words is no slip of the finger.
    let digits = page.text[figure.core.clone()].chars().any(|c| c.is_numeric());
    year(figure).filter(|_| digits).map(|year| year + offset)
}

fn fault(page: &Page<'_>, figure: &Figure, printed: i64, era: Option<Era>, is_history: bool) -> Option<Fault> {
    let offset = i64::try_from(BUDDHIST_OFFSET).ok()?;
    let possible = FIRST..=LAST;
    let thai = page.language.tag == "th";
    let (right, why) = match era {
        Some(Era::Be) if possible.contains(&(printed - offset)) => return None,
        Some(Era::Be) if possible.contains(&printed) => (Some(printed + offset), "a year of the common era"),
        Some(Era::Ce) if possible.contains(&printed) => return None,
        Some(Era::Ce) if possible.contains(&(printed - offset)) => (Some(printed - offset), "a year of the Buddhist era"),
        None if possible.contains(&printed) || thai && possible.contains(&(printed - offset)) => return None,
        None if possible.contains(&(printed - offset)) => (Some(printed - offset), "a year of the Buddhist era"),
        _ => (None, "no year that this text can mean"),
    };
    if right.is_none() && is_history || printed < 1000 {
        return None;
    }
    let code = if right.is_some() { Code::EraConfused } else { Code::YearImpossible };
    let words = page.words(figure);
    let found = Fault::new(code, figure.span.clone(), format!("`{words}` is {why}"));
    Some(match right {
        Some(right) => found.expect(words.replace(&printed.to_string(), &right.to_string())),
        None => found,
    })
}

/// Whether a number has a digit less or more than a year.
fn has_wrong_length(page: &Page<'_>, figure: &Figure) -> bool {
    let core = &page.text[figure.core.clone()];
    core.bytes().all(|byte| byte.is_ascii_digit()) && matches!(core.len(), 3 | 5)
}

/// Whether a number of three or five digits stands where only a year can: `พ.ศ. 25620`, `20160年`, `in 020,`.
fn is_dated(page: &Page<'_>, figure: &Figure) -> bool {
    let core = &page.text[figure.core.clone()];
    let head = page.before(figure.core.start).trim_end();
    let rest = page.after(figure.core.end);
    // Something like a year must be left of it.
    let is_like = core.len() == 3 || core.starts_with(['1', '2']);
    // `a total of 12000.`
    let is_sum = core.len() == 5 && [" of", " by", "By"].iter().any(|word| head.ends_with(word));
    is_like
        && match page.language.tag {
            "th" => ["พ.ศ.", "ค.ศ."].iter().any(|era| head.ends_with(era)),
            "zh-Hans" => rest.starts_with('年') && (core.len() == 5 || core.starts_with('0')),
            _ => !is_sum && (core.len() == 5 || core.starts_with('0')) && leads(page.language.tag, head) && is_end(rest),
        }
}

/// Whether a year may follow a word.
fn leads(tag: &str, head: &str) -> bool {
    match tag {
        "en" => [" in", "In", " since", "Since", " by", "By", " of", " until", " the year"]
            .iter()
            .any(|word| head.ends_with(word)),
        "th" => ["ใน", "ปี", "โดย", "ตั้งแต่", "ภายใน", "เมื่อ", "จนถึง"].iter().any(|word| head.ends_with(word)),
        _ => false,
    }
}

/// Whether nothing is counted behind a number.
fn is_end(tail: &str) -> bool {
    let rest = tail.trim_start();
    rest.is_empty() || rest.starts_with([',', '.', ';', ':', ')', '“', '"', '‘', '?', '!', '—', '–'])
}

/// Whether a bare number of four digits stands where a year would: behind "in", and with nothing that it counts.
fn stands_as_year(page: &Page<'_>, figure: &Figure) -> bool {
    let core = &page.text[figure.core.clone()];
    let four = core.len() == 4 && core.bytes().all(|byte| byte.is_ascii_digit()) && !core.starts_with('0');
    if !four || figure.quantity.amount.value().is_none_or(|value| value < Decimal::ONE_THOUSAND) {
        return false;
    }
    let (head, tail) = (page.before(figure.span.start).trim_end(), page.after(figure.span.end));
    let led = leads(page.language.tag, head);
    led && (is_end(tail)
        || head.ends_with(" the year")
        || head.ends_with("ในปี")
        || page.language.tag == "en" && tail.starts_with(" by ") && !head.ends_with(" of"))
}

/// The era that is named before a figure.
fn era_before(page: &Page<'_>, figure: &Figure) -> Option<Era> {
    let words = page.words(figure);
    match () {
        () if words.starts_with("ค.ศ.") => Some(Era::Ce),
        () if words.starts_with("พ.ศ.") => Some(Era::Be),
        () => None,
    }
}
