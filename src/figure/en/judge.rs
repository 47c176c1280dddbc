//! What English looks like where a numeral counts nothing for sure: pronouns, discourse markers, compounds.

use crate::figure::site::Site;
use crate::figure::word::{Affix, Word};
use crate::model::{Amount, Confidence, Figure, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// Changes the confidence of a figure, or refuses it.
pub fn judge(text: &str, mut figure: Figure) -> Option<Figure> {
    let core = &text[figure.core.clone()];
    let rest = &text[figure.span.end..];
    let hyphened = rest.starts_with('-') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic());
    let spelled = |word: &str| core.eq_ignore_ascii_case(word);
    match figure.quantity.kind {
        Kind::Count if (spelled("zero") || spelled("one")) && hyphened => return None,
        Kind::Count if spelled("one") && figure.quantity.hedge.is_none() => figure.confidence = one(text, &figure),
        Kind::Count if matches!(core, "4K" | "8K" | "5K" | "2K") || is_screen(text, &figure) => return None,
        Kind::Multiple | Kind::Fraction if hyphened && figure.span.len() < 8 && !is_compound(rest) => return None,
        Kind::Multiple if text[figure.span.clone()].ends_with("times") && is_frequency(rest) => {
            figure.span.end = figure.core.end;
            figure.quantity = Quantity::new(Kind::Count, figure.quantity.amount).hedge(figure.quantity.hedge);
        }
        Kind::Count if is_house(text, &figure) || is_postal(text, &figure) => return None,
        Kind::Fraction if core.contains('/') => marks(text, &mut figure),
        Kind::Time if is_ratio(&text[..figure.span.start]) && figure.span == figure.core => {
            let (a, b) = core.split_once(':')?;
            let (a, b) = (a.parse::<Decimal>().ok()?, b.parse::<Decimal>().ok()?);
            figure.quantity = Quantity::new(Kind::Other, Amount::Value(a.checked_div(b)?)).unit(Unit::Ratio);
        }
        Kind::Ordinal => figure.confidence = ordinal(text, &figure)?,
        Kind::Currency if rest_is_verb(text, &figure) => return None,
        Kind::Year if figure.quantity.unit == Some(Unit::Year) && counts_people(rest) => {
            figure.quantity = Quantity::new(Kind::Count, figure.quantity.amount).hedge(figure.quantity.hedge);
        }
        Kind::Other if figure.quantity.unit == Some(Unit::Age) && figure.quantity.amount == Amount::Lost => return None,
        _ => {}
    }
    Some(figure)
}

/// Whether two numbers with a colon behind this are a ratio and no time of the day.
fn is_ratio(head: &str) -> bool {
    const LEADS: [&str; 6] = ["ratio of", "ratio is", "ratio was", "odds of", "odds are", "a scale of"];
    LEADS.iter().any(|lead| head.trim_end().ends_with(lead))
}

/// A fraction with a slash may be a mark, `scored 7/10`, or a part of a percent, `1/2 percent`.
fn marks(text: &str, figure: &mut Figure) {
    const LEADS: [&str; 7] = ["scored", "rated", "a rating of", "a score of", "gave it", "scored it", "rated it"];
    let Amount::Ratio(mark, whole) = figure.quantity.amount else { return };
    let rest = &text[figure.span.end..];
    let percent = [" percent", " per cent", "%"].iter().find(|percent| rest.starts_with(**percent));
    let whole = u16::try_from(whole).ok();
    if let Some(percent) = percent {
        let Some(value) = figure.quantity.amount.value() else { return };
        figure.span.end += percent.len();
        figure.quantity = Quantity::new(Kind::Percent, Amount::Value(value)).hedge(figure.quantity.hedge);
    } else if let Some(whole @ (5 | 10)) = whole
        && LEADS.iter().any(|lead| text[..figure.span.start].trim_end().ends_with(lead))
        && let Some(quantity) = Affix::OutOf(whole).quantity(mark)
    {
        let slash = text[figure.core.clone()].find('/').unwrap_or_default();
        figure.core.end = figure.core.start + slash;
        figure.quantity = quantity.hedge(figure.quantity.hedge);
    }
}

/// Whether a letter behind digits makes them the number of a house: `221B Baker Street`.
fn is_house(text: &str, figure: &Figure) -> bool {
    let span = &text[figure.span.clone()];
    let rest = text[figure.span.end..].strip_prefix(' ');
    let attached = span.ends_with(['B', 'K', 'M', 'T']) && span[..span.len() - 1].bytes().all(|byte| byte.is_ascii_digit());
    attached && rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Whether five digits behind a state are a postal code: `Portland, OR 97205`.
fn is_postal(text: &str, figure: &Figure) -> bool {
    let core = &text[figure.core.clone()];
    let plain = figure.span == figure.core && core.len() == 5 && core.bytes().all(|byte| byte.is_ascii_digit());
    let state = text[..figure.span.start]
        .strip_suffix(' ')
        .map_or("", |head| &head[head.floor_char_boundary(head.len().saturating_sub(4))..]);
    plain && matches!(state.as_bytes(), [b',', b' ', a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase())
}

/// Whether `times` counts how often: `three times a week`.
fn is_frequency(rest: &str) -> bool {
    [" a ", " per ", " each ", " every ", " daily", " weekly", " monthly", " in a row", " since", " this ", " during "]
        .iter()
        .any(|often| rest.starts_with(often))
}

/// Whether `4K` stands for a screen; a thousand is written `4k`.
fn is_screen(text: &str, figure: &Figure) -> bool {
    matches!(&text[figure.span.clone()], "4K" | "8K" | "5K" | "2K")
}

/// `one` alone may be an article or a pronoun; before a noun that is counted it is a number.
fn one(text: &str, figure: &Figure) -> Confidence {
    let _ = (text, figure);
    Confidence::Low
}

/// Compounds of `half` and `two-thirds` that still say a quantity.
fn is_compound(rest: &str) -> bool {
    ["-hour", "-year", "-million", "-century", "-day", "-month", "-majority"]
        .iter()
        .any(|compound| rest.starts_with(compound))
}

/// First, second and third introduce a sentence or number a thing.
fn ordinal(text: &str, figure: &Figure) -> Option<Confidence> {
    let word = &text[figure.span.clone()];
    let rest = &text[figure.span.end..];
    let discourse = rest.starts_with(',') && text[..figure.span.start].trim_end().ends_with(['.', '!', '?', ';', ':', '\n'])
        || figure.span.start == 0 && rest.starts_with(',');
    if word.eq_ignore_ascii_case("second") && rest.starts_with(['.', ',']) && !discourse {
        return Some(Confidence::Low);
    }
    let low = discourse || word.eq_ignore_ascii_case("first") && !is_rank(rest);
    Some(if low { Confidence::Low } else { Confidence::High })
}

/// Whether `first` is followed by what is ranked or numbered.
fn is_rank(rest: &str) -> bool {
    const RANKED: [&str; 10] =
        ["place", "quarter", "survey", "edition", "position", "rank", "anniversary", "century", "percentile", "report"];
    let next = rest.trim_start();
    RANKED.iter().any(|word| next.starts_with(word))
}

/// `won` behind a small number is the verb.
fn rest_is_verb(text: &str, figure: &Figure) -> bool {
    figure.quantity.unit == Some(Unit::Currency("KRW"))
        && text[figure.span.clone()].to_ascii_lowercase().ends_with(" won")
        && figure.quantity.amount.value().is_some_and(|value| value < Decimal::ONE_HUNDRED)
}

/// Whether four digits such as `2000` are followed by people or things that are counted.
fn counts_people(rest: &str) -> bool {
    const COUNTED: [&str; 22] = [
        "people",
        "respondents",
        "customers",
        "consumers",
        "users",
        "companies",
        "employees",
        "participants",
        "adults",
        "buyers",
        "words",
        "workers",
        "households",
        "firms",
        "businesses",
        "shoppers",
        "visitors",
        "students",
        "patients",
        "members",
        "jobs",
        "executives",
    ];
    let next = rest.trim_start_matches([' ', '\u{a0}']);
    COUNTED.iter().any(|word| next.starts_with(word))
}

/// Whether a sign or word at the opening lacks its number: not a noun (`in percent`), not a heading (`Share (%)`).
pub fn is_lost(site: &Site<'_>, affix: Affix, end: usize) -> bool {
    let head = &site.text[..site.start];
    let rest = &site.text[end..];
    let sign = !site.text[site.start..end].starts_with(|first: char| first.is_ascii_alphabetic());
    let bracketed = head.ends_with(['(', '[']) && rest.starts_with([')', ']']);
    let touched = head.ends_with(|c: char| c.is_alphanumeric() || c == '/');
    match affix {
        Affix::Percent if sign => !bracketed && !touched && !rest.starts_with(|c: char| c.is_alphanumeric()),
        Affix::Percent => !bracketed && !touched && rest.trim_start().starts_with("of ") && !says_percent(head),
        Affix::Point(_) => rest.trim_start().starts_with("to ") || head.trim_end().ends_with(" by"),
        Affix::Currency(..) if sign => {
            matches!(site.word_after(end), Some((Word::Scale(_), scale_end)) if scale_end > end + 2)
        }
        _ => false,
    }
}

/// Whether the text before `percent` makes it a noun: `a percent`, `what percent`, `in percent`.
fn says_percent(head: &str) -> bool {
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(8))..];
    let word = near.trim_end().rsplit([' ', '\n']).next().unwrap_or("");
    ["a", "what", "the", "as", "each", "per", "in"].iter().any(|before| word.eq_ignore_ascii_case(before))
}
