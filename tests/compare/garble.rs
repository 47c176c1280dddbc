//! Damages a text figure by figure, in every way that publishing and translating are known to damage figures.
//!
//! In: a text of a language. Out: every [`Garble`] of it, each with the name of the damage and the code that should name it.

use crate::words;
use numerate::figure::Language;
use numerate::model::{Amount, Confidence, Era, Figure, Hedge, Kind, Role, Unit};
use std::ops::Range;

/// A damaged text.
pub struct Garble {
    /// The kind of damage.
    pub kind: &'static str,
    /// The code that should name it; empty where several do.
    pub code: &'static str,
    /// The damaged text.
    pub text: String,
}

/// A figure whose damage a check must see.
struct Place<'t> {
    language: &'static Language,
    text: &'t str,
    figure: Figure,
}

/// Every garble of a text.
pub fn garbles(language: &'static Language, text: &str) -> Vec<Garble> {
    let sure = |figure: &Figure| figure.confidence == Confidence::High && figure.role == Role::Statistic;
    let figures: Vec<Figure> = language.read(text).into_iter().filter(sure).collect();
    let mut garbles = Vec::new();
    for figure in &figures {
        let place = Place { language, text, figure: figure.clone() };
        for (kind, code, damage) in DAMAGES {
            garbles.extend(damage(&place).into_iter().map(|text| Garble { kind, code, text }));
        }
    }
    for pair in figures.windows(2) {
        garbles.extend(two(text, &pair[0], &pair[1]));
    }
    garbles.retain(|garble| garble.text != text);
    garbles
}

type Damage = fn(&Place<'_>) -> Vec<String>;

/// The kinds of damage to one figure.
const DAMAGES: &[(&str, &str, Damage)] = &[
    ("lost", "figure-lost", lost),
    ("lost number", "figure-lost", lost_number),
    ("added", "figure-added", added),
    ("transposed", "digits-transposed", transposed),
    ("digit changed", "value-changed", digit_changed),
    ("word changed", "value-changed", word_changed),
    ("decimal", "decimal-shifted", decimal),
    ("scale", "scale-slipped", scale),
    ("unit", "unit-changed", unit),
    ("era", "era-confused", era),
    ("hedge flipped", "hedge-changed", hedge_flipped),
    ("hedge dropped", "hedge-changed", hedge_dropped),
    ("hedge added", "hedge-changed", hedge_added),
    ("inverted", "fraction-inverted", inverted),
    ("separator", "separator-broken", separator),
    ("24/7", "digits-stuck", clock_stuck),
    ("entity", "entity-residue", entity),
    ("look-alike", "", look_alike),
    ("wrong fraction", "value-changed", wrong_fraction),
];

impl Place<'_> {
    fn core(&self) -> &str {
        &self.text[self.figure.core.clone()]
    }

    /// The text with a part of it replaced.
    fn with(&self, span: Range<usize>, by: &str) -> String {
        format!("{}{by}{}", &self.text[..span.start], &self.text[span.end..])
    }

    fn with_core(&self, by: &str) -> String {
        self.with(self.figure.core.clone(), by)
    }

    fn digits(&self) -> bool {
        !self.core().is_empty() && self.core().bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
    }

    /// The words of the figure in one of two lists exchanged for their opposites.
    fn exchanged(&self, table: &[(&str, &str)]) -> Vec<String> {
        let span = self.figure.span.clone();
        let text = &self.text[span.clone()];
        let mut found: Vec<(usize, &str, &str)> =
            table.iter().filter_map(|(from, to)| Some((text.find(from)?, *from, *to))).collect();
        found.sort_by_key(|(at, from, _)| (*at, usize::MAX - from.len()));
        let first = found.first();
        first.map(|(at, from, to)| self.with(span.start + at..span.start + at + from.len(), to)).into_iter().collect()
    }
}

fn lost(place: &Place<'_>) -> Vec<String> {
    let one = place.figure.quantity.amount == Amount::Value(1.into());
    if one { Vec::new() } else { vec![place.with(place.figure.span.clone(), "")] }
}

fn lost_number(place: &Place<'_>) -> Vec<String> {
    let unit = matches!(place.figure.quantity.kind, Kind::Percent | Kind::PercentagePoint);
    if unit && place.digits() { vec![place.with_core("")] } else { Vec::new() }
}

fn added(place: &Place<'_>) -> Vec<String> {
    if !matches!(place.figure.quantity.kind, Kind::Percent | Kind::Count | Kind::Year) {
        return Vec::new();
    }
    let number = [37, 83, 46, 68].into_iter().find(|number| !place.text.contains(&number.to_string()));
    let end = place.text.trim_end_matches(['.', '。']).len();
    number.map(|number| place.with(end..end, &format!(" ({number}%)"))).into_iter().collect()
}

fn transposed(place: &Place<'_>) -> Vec<String> {
    if !place.digits() {
        return Vec::new();
    }
    let bytes: Vec<usize> = place.core().bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()).map(|(at, _)| at).collect();
    let core = place.core().as_bytes();
    let fits = |(a, b): (usize, usize)| core[a] != core[b] && !(a == 0 && core[b] == b'0');
    let swapped = bytes.windows(2).map(|pair| (pair[0], pair[1])).filter(|pair| fits(*pair)).map(|(a, b)| {
        let mut core = core.to_vec();
        core.swap(a, b);
        place.with_core(&String::from_utf8(core).expect("digits stay digits"))
    });
    let values = |text: &String| core_number(text, place) != core_number(place.text, place);
    swapped.filter(values).collect()
}

/// The digits of the core in a text in which it keeps its length, without trailing zeros of a decimal.
fn core_number(text: &str, place: &Place<'_>) -> String {
    let core = &text[place.figure.core.clone()];
    if core.contains('.') { core.trim_end_matches('0').to_owned() } else { core.to_owned() }
}

fn digit_changed(place: &Place<'_>) -> Vec<String> {
    if !place.digits() {
        return Vec::new();
    }
    let last = place.core().rfind(|c: char| c.is_ascii_digit()).expect("a core has digits");
    let changed = |at: usize| {
        let digit = place.core().as_bytes()[at] - b'0';
        let other = if digit >= 7 { digit - 3 } else { digit + 3 };
        let span = place.figure.core.start + at..place.figure.core.start + at + 1;
        place.with(span, &other.to_string())
    };
    if last == 0 { vec![changed(0)] } else { vec![changed(0), changed(last)] }
}

fn word_changed(place: &Place<'_>) -> Vec<String> {
    let plain = matches!(place.figure.quantity.kind, Kind::Count | Kind::Duration | Kind::Multiple | Kind::Percent);
    let table = words::numbers(place.language.tag);
    let other = table.iter().position(|word| *word == place.core().to_lowercase());
    let next = other.filter(|_| plain).map(|at| table[(at + 1) % table.len()]);
    next.map(|word| place.with_core(word)).into_iter().collect()
}

fn decimal(place: &Place<'_>) -> Vec<String> {
    let core = place.core();
    if !place.digits() || matches!(place.figure.quantity.kind, Kind::Year | Kind::Date | Kind::Time | Kind::Ordinal) {
        return Vec::new();
    }
    if core.contains('.') {
        return vec![place.with_core(&core.replace('.', ""))];
    }
    let plain = core.replace(',', "");
    match plain.len() {
        1 => vec![place.with_core(&format!("{plain}0"))],
        2 if !plain.ends_with('0') => vec![place.with_core(&format!("{}.{}", &plain[..1], &plain[1..]))],
        _ if plain.ends_with('0') => vec![place.with_core(&plain[..plain.len() - 1])],
        length => vec![place.with_core(&format!("{}.{}", &plain[..length - 1], &plain[length - 1..]))],
    }
}

fn scale(place: &Place<'_>) -> Vec<String> {
    place.exchanged(words::scales(place.language.tag))
}

fn unit(place: &Place<'_>) -> Vec<String> {
    match place.figure.quantity.kind {
        Kind::Percent | Kind::PercentagePoint | Kind::Currency | Kind::Duration | Kind::Multiple => {
            place.exchanged(words::units(place.language.tag))
        }
        _ => Vec::new(),
    }
}

fn era(place: &Place<'_>) -> Vec<String> {
    let quantity = &place.figure.quantity;
    let (Kind::Year, Some(Unit::Year), Amount::Value(year)) = (quantity.kind, quantity.unit, quantity.amount) else {
        return Vec::new();
    };
    let span = place.figure.span.clone();
    match (place.language.tag, quantity.era) {
        ("th", Some(Era::Be)) => vec![
            place.with(span.clone(), &format!("พ.ศ. {year}")),
            place.with(span, &format!("ค.ศ. {}", year + rust_decimal::Decimal::from(543))),
        ],
        ("th", _) => Vec::new(),
        (_, _) if place.digits() => vec![
            place.with_core(&(year + rust_decimal::Decimal::from(543)).to_string()),
            place.with_core(&(year - rust_decimal::Decimal::from(543)).to_string()),
        ],
        _ => Vec::new(),
    }
}

fn hedge_flipped(place: &Place<'_>) -> Vec<String> {
    match place.figure.quantity.hedge {
        Some(Hedge::Nearly | Hedge::MoreThan | Hedge::AtLeast | Hedge::LessThan | Hedge::AtMost) => {
            place.exchanged(words::opposites(place.language.tag))
        }
        _ => Vec::new(),
    }
}

fn hedge_dropped(place: &Place<'_>) -> Vec<String> {
    let directed = matches!(
        place.figure.quantity.hedge,
        Some(Hedge::Nearly | Hedge::MoreThan | Hedge::AtLeast | Hedge::LessThan | Hedge::AtMost)
    );
    let dropped: Vec<(&str, &str)> = words::opposites(place.language.tag).iter().map(|(from, _)| (*from, "")).collect();
    if directed { place.exchanged(&dropped) } else { Vec::new() }
}

fn hedge_added(place: &Place<'_>) -> Vec<String> {
    let bare = place.figure.quantity.hedge.is_none() && matches!(place.figure.quantity.kind, Kind::Percent | Kind::Currency);
    let start = place.figure.span.start;
    let hedges = words::hedges(place.language.tag);
    if bare { hedges.iter().map(|hedge| place.with(start..start, hedge)).collect() } else { Vec::new() }
}

fn inverted(place: &Place<'_>) -> Vec<String> {
    let Amount::Ratio(a, b) = place.figure.quantity.amount else { return Vec::new() };
    if a == b || place.figure.quantity.kind != Kind::Fraction {
        return Vec::new();
    }
    let core = place.core();
    for between in [" in ", " out of ", " ใน ", "ใน", "分之", "/"] {
        if let Some((first, second)) = core.split_once(between) {
            return vec![place.with_core(&format!("{second}{between}{first}"))];
        }
    }
    Vec::new()
}

fn separator(place: &Place<'_>) -> Vec<String> {
    let core = place.core();
    let whole = core.len() > 3 && core.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    if !whole || !matches!(place.figure.quantity.kind, Kind::Count | Kind::Currency) {
        return Vec::new();
    }
    let plain = core.replace(',', "");
    if plain.len() < 4 {
        return Vec::new();
    }
    let (head, tail) = plain.split_at(plain.len() - 3);
    let mut broken: Vec<String> = [", ", " ", " ,", "."].iter().map(|gap| format!("{head}{gap}{tail}")).collect();
    if place.language.tag == "th" {
        broken.push(format!("{head} ปี{tail}"));
    }
    broken.iter().map(|core| place.with_core(core)).collect()
}

fn clock_stuck(place: &Place<'_>) -> Vec<String> {
    if place.core() == "24/7" { vec![place.with_core("247")] } else { Vec::new() }
}

fn entity(place: &Place<'_>) -> Vec<String> {
    if !place.digits() {
        return Vec::new();
    }
    let (start, end) = (place.figure.core.start, place.figure.core.end);
    let mut texts =
        vec![place.with(end..end, "&nbsp;"), place.with(start..start, "#39; "), place.with(start..start, " 039; ")];
    if let Some(sign) = place.text[end..].strip_prefix(['%', '％']) {
        texts.push(place.with(end..place.text.len() - sign.len(), "&#37;"));
    }
    texts
}

fn look_alike(place: &Place<'_>) -> Vec<String> {
    if !place.digits() {
        return Vec::new();
    }
    let replaced =
        [('0', "O"), ('1', "l"), ('0', "o"), ('1', "I")].iter().filter(|(digit, _)| place.core().contains(*digit));
    let replaced = replaced.map(|(digit, letter)| place.with_core(&place.core().replacen(*digit, letter, 1)));
    replaced.collect()
}

fn wrong_fraction(place: &Place<'_>) -> Vec<String> {
    let quantity = &place.figure.quantity;
    let span = place.figure.span.clone();
    let share = quantity
        .amount
        .value()
        .map(|value| if quantity.kind == Kind::Percent { value } else { value * rust_decimal::Decimal::ONE_HUNDRED });
    let far = |share: rust_decimal::Decimal, of: i64| (share - rust_decimal::Decimal::from(of)).abs() > 8.into();
    let fractions = words::fractions(place.language.tag);
    match (quantity.kind, share, quantity.hedge) {
        (Kind::Percent | Kind::Fraction, Some(share), None) => fractions
            .iter()
            .filter(|(of, _)| far(share, *of))
            .map(|(_, words)| place.with(span.clone(), words))
            .take(2)
            .collect(),
        _ => Vec::new(),
    }
}

/// Damages to two figures that stand side by side.
fn two(text: &str, a: &Figure, b: &Figure) -> Vec<Garble> {
    let mut garbles = Vec::new();
    let (first, second) = (a.core.clone(), b.core.clone());
    if first.end > second.start || first.is_empty() || second.is_empty() {
        return garbles;
    }
    let (head, between, tail) = (&text[..first.start], &text[first.end..second.start], &text[second.end..]);
    let (x, y) = (&text[first.clone()], &text[second.clone()]);
    let alike = a.quantity.kind == b.quantity.kind && a.quantity.unit == b.quantity.unit && a.quantity.era == b.quantity.era;
    let apart = a.quantity.amount != b.quantity.amount;
    let digits = |core: &str| core.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
    if alike && apart && digits(x) == digits(y) && a.quantity.kind != Kind::Ordinal {
        garbles.push(Garble { kind: "swapped", code: "figures-swapped", text: format!("{head}{y}{between}{x}{tail}") });
        garbles.push(Garble { kind: "replaced", code: "value-changed", text: format!("{head}{x}{between}{x}{tail}") });
    }
    let joined = between.chars().count() < 12 && digits(x) && digits(y);
    if joined && !a.quantity.unit.is_some_and(|unit| unit == Unit::Year && b.quantity.unit == Some(Unit::Year)) {
        garbles.push(Garble { kind: "stuck", code: "digits-stuck", text: format!("{head}{x}{y}{tail}") });
    }
    garbles
}
