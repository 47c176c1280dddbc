//! Whether what was read is what is meant: the same kind, number and unit, and a hedge that is the stat's own or true of it.

use crate::diagnostic::Code;
use crate::figure::claim;
use crate::figure::lexicon::{latin_at, latin_before};
use crate::figure::numeric::is_numeric;
use crate::figure::sameness::is_one;
use crate::model::body::Origin;
use crate::model::ledger::LedgerFigure;
use crate::model::{Amount, Kind, Quantity};

/// The code, what is wrong, and what would be right.
pub(super) type Disagreement = (Code, String, &'static str);

/// Whether the quantity that was read is the one that is meant, or the same with a hedge that is true of the stat.
pub(super) fn said(figure: &LedgerFigure, meant: &Quantity, read: &Quantity, text: &str) -> Result<(), Disagreement> {
    if let Some(digit) = text.chars().find(|&character| is_numeric(character) && !is_usual(character)) {
        return Err(mismatch(figure, format!("has `{digit}`, a digit of another script, in `{text}`")));
    }
    if has_sign(text) && !is_negative(meant) {
        return Err(mismatch(figure, format!("has a minus sign in `{text}`")));
    }
    if is_split(text) {
        return Err(mismatch(figure, format!("has a space between two digits in `{text}`")));
    }
    if !is_one(meant, read) {
        return Err(mismatch(figure, format!("reads `{text}`, which is {}", describe(read))));
    }
    match (meant.hedge, read.hedge) {
        (meant, read) if meant == read => Ok(()),
        (None, Some(hedge)) => {
            let held = claim::holds(&meant.hedge(hedge), &figure.truth.unwrap_or(*meant));
            let wrong = |reason| format!("`{text}` is not true of {}: {reason}", name(figure));
            held.map_err(|reason| (Code::HedgeFalse, wrong(reason), "mend the hedge"))
        }
        _ => Err(mismatch(figure, format!("reads `{text}`, which is {}", describe(read)))),
    }
}

/// The unit or scale that stands behind a figure that has a unit already, as in `60%倍`; `rest` is the text behind it.
pub(super) fn stuck(kind: Kind, rest: &str) -> Option<&'static str> {
    const SIGNS: &[&str] = &["%", "‰", "％"];
    const UNITS: &[&str] = &[
        "million",
        "billion",
        "trillion",
        "thousand",
        "times",
        "percent",
        "percentage",
        "-fold",
        "万",
        "亿",
        "倍",
        "个百分点",
        "ล้าน",
        "แสน",
        "เท่า",
        "เปอร์เซ็นต์",
        "จุดร้อยละ",
    ];
    // Words that only begin like a unit: `60%倍感压力`, `ร้อยละ 60 เท่านั้น`.
    const OTHERS: &[&str] = &["倍感", "倍加", "倍受", "万一", "万众", "เท่านั้น", "เท่ากับ", "เท่ากัน", "เท่าที่", "เท่าเทียม"];
    let rest = rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest);
    // Most often it is another word.
    const FIRST: [bool; 256] = first_bytes(&[SIGNS, UNITS]);
    if !FIRST[usize::from(*rest.as_bytes().first()?)] {
        return None;
    }
    let has_unit = matches!(
        kind,
        Kind::Percent
            | Kind::PercentagePoint
            | Kind::Multiple
            | Kind::Fraction
            | Kind::Currency
            | Kind::Rating
            | Kind::Date
            | Kind::Duration
    );
    let may_have = has_unit || kind == Kind::Year;
    let units = if may_have && !OTHERS.iter().any(|other| rest.starts_with(other)) { UNITS } else { &[] };
    // Behind a year 万 and 亿 may begin a name: 2019年万圣节.
    let is_one =
        |unit: &&&str| rest.starts_with(**unit) && is_word(rest, unit.len()) && (has_unit || !matches!(**unit, "万" | "亿"));
    SIGNS.iter().chain(units).find(is_one).copied()
}

/// The bytes that words begin with.
const fn first_bytes(lists: &[&[&str]]) -> [bool; 256] {
    let mut first = [false; 256];
    let mut list = 0;
    while list < lists.len() {
        let mut word = 0;
        while word < lists[list].len() {
            first[lists[list][word].as_bytes()[0] as usize] = true;
            word += 1;
        }
        list += 1;
    }
    first
}

/// Whether a unit that ends here is a word, perhaps one of several: `times`, `millions`, and not `timesheets`.
fn is_word(text: &str, end: usize) -> bool {
    let end = end + usize::from(text[end..].starts_with('s'));
    !(latin_before(text, end) && latin_at(text, end))
}

/// Whether a sign makes another claim of a number of that kind: it compares, or names a currency where none is meant.
pub(super) fn makes_another(sign: char, kind: Kind) -> bool {
    match sign {
        '<' | '>' | '≠' | '±' | '∓' | '¬' | '≪' | '≫' => true,
        '$' | '¢'..='¥' | '฿' | '₠'..='⃀' | '﹩' | '＄' | '￥' => kind != Kind::Currency,
        _ => false,
    }
}

/// Whether a numeric character is one that figures are printed with: the digits of every locale, 〇 of Chinese years, ½.
fn is_usual(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '〇' | '¼' | '½' | '¾')
}

/// Whether a space of any width parts two digits: no locale groups them so.
fn is_split(text: &str) -> bool {
    let parts = |(at, space): (usize, char)| {
        space.is_whitespace()
            && text[..at].ends_with(|c: char| c.is_ascii_digit())
            && text[at + space.len_utf8()..].starts_with(|c: char| c.is_ascii_digit())
    };
    text.char_indices().any(parts)
}

/// Whether a minus sign stands before a digit, and not between two numbers.
fn has_sign(text: &str) -> bool {
    let mut signs = text.char_indices().filter(|(_, character)| matches!(character, '-' | '−'));
    let is_sign = |(at, sign): (usize, char)| {
        text[at + sign.len_utf8()..].starts_with(|c: char| c.is_ascii_digit())
            && !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '%')
    };
    signs.any(is_sign)
}

fn is_negative(quantity: &Quantity) -> bool {
    match quantity.amount {
        Amount::Range(low, _) => low.is_sign_negative(),
        amount => amount.value().is_some_and(|value| value.is_sign_negative()),
    }
}

pub(super) fn mismatch(figure: &LedgerFigure, how: String) -> Disagreement {
    let meant = figure.quantity.as_ref().map_or(format!("`{}`", figure.text), describe);
    let message = format!("{} {how}; it is meant to say {meant}", name(figure));
    (Code::FigureMismatch, message, "mend the text around it, or how the locale words it")
}

/// A quantity in words: `percent 88, nearly`.
fn describe(quantity: &Quantity) -> String {
    let unit = quantity.unit.map(|unit| unit.to_string()).filter(|unit| unit != quantity.kind.name());
    let hedge = quantity.hedge.map(|hedge| format!(", {}", hedge.name())).unwrap_or_default();
    let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
    format!("{} {}{unit}{hedge}", quantity.kind.name(), quantity.amount)
}

/// A figure of the ledger in words.
pub(super) fn name(figure: &LedgerFigure) -> String {
    match &figure.origin {
        Origin::Stat(id) => format!("the stat `{id}`"),
        Origin::Literal(id) => format!("the literal `{id}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_behind_a_unit_is_stuck() {
        for (kind, rest) in [
            (Kind::Percent, "倍：提高了"),
            (Kind::Percent, " million of"),
            (Kind::Year, "%"),
            (Kind::Multiple, " ล้าน"),
            (Kind::Percent, "%"),
            (Kind::Currency, " times."),
            (Kind::Currency, "倍"),
            (Kind::Percent, " times"),
            (Kind::Percent, " millions of"),
            (Kind::Percent, " percentage points"),
        ] {
            assert!(stuck(kind, rest).is_some(), "{rest}");
        }
        for (kind, rest) in [
            (Kind::Percent, "倍感压力"),
            (Kind::Count, " million"),
            (Kind::Percent, " timesheets"),
            (Kind::Percent, " millionaires"),
            (Kind::Currency, " เท่ากับ"),
            (Kind::Year, "万圣节"),
            (Kind::Percent, " เท่านั้น"),
            (Kind::Percent, " of"),
        ] {
            assert_eq!(stuck(kind, rest), None, "{rest}");
        }
    }

    #[test]
    fn signs_that_compare_or_name_a_currency_make_another_claim() {
        assert!(
            makes_another('<', Kind::Percent) && makes_another('฿', Kind::Percent) && makes_another('>', Kind::Currency)
        );
        assert!(
            !makes_another('฿', Kind::Currency) && !makes_another('%', Kind::Percent) && !makes_another('(', Kind::Count)
        );
    }

    #[test]
    fn quantities_are_described_as_a_person_would() {
        let quantity = Quantity::new(Kind::Fraction, Amount::Ratio(9.into(), 10.into())).hedge(crate::model::Hedge::Nearly);
        assert_eq!(describe(&quantity), "fraction 0.9, nearly");
        assert_eq!(describe(&Quantity::new(Kind::Percent, Amount::Value(88.into()))), "percent 88");
    }
}
