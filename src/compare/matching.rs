//! Pairs the figures of both sides that say the same.

use super::Side;
use super::digits::core_value;
use super::unsaid::{Said, forgive, says};
use crate::figure::sameness::{Sameness, counts, same};
use crate::figure::word::BUDDHIST_OFFSET;
use crate::model::{Amount, Era, Figure, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// Which figure says the same as which; what is left over on each side.
#[derive(Debug)]
pub struct Matching {
    /// Positions in source and target that say the same.
    pub pairs: Vec<(usize, usize)>,
    /// Positions of a figure and of a part of it.
    pub partial: Vec<(usize, usize)>,
    /// Ranges whose ends stand turned round on the other side, as positions of the range and of its parts.
    pub turned: Vec<(Vec<usize>, Vec<usize>)>,
    /// Positions in the source that nothing in the target says.
    pub lost: Vec<usize>,
    /// Positions in the target that nothing in the source says.
    pub added: Vec<usize>,
}

/// Pairs figures: the surest sameness first, and among equal ones in order.
pub fn pair(source: &Side<'_>, target: &Side<'_>) -> Matching {
    let mut taken_source = vec![false; source.figures.len()];
    let mut taken_target = vec![false; target.figures.len()];
    let mut pairs = Vec::new();
    let scores = scores_of(source, target, &mut taken_source, &mut taken_target);
    let scores_back = scores_of(target, source, &mut taken_target, &mut taken_source);
    // What each figure may be on the other side. In a long text a figure is not looked for far from its place.
    let candidates: Vec<Vec<(usize, Sameness)>> = (0..source.figures.len())
        .map(|i| {
            let middle = i * target.figures.len() / source.figures.len();
            let window = middle.saturating_sub(FAR)..(middle + FAR).min(target.figures.len());
            window.filter_map(|j| said_here(source, i, target, j).map(|sameness| (j, sameness))).collect()
        })
        .collect();
    for wanted in [Sameness::Exact, Sameness::Alike, Sameness::Loose] {
        for hedged in [true, false] {
            for (i, a) in source.figures.iter().enumerate() {
                if taken_source[i] {
                    continue;
                }
                let fits =
                    |j: &usize| !taken_target[*j] && (!hedged || a.quantity.hedge == target.figures[*j].quantity.hedge);
                let place = |position: usize, total: usize| position as i64 * 1000 / total.max(1) as i64;
                let here = place(i, source.figures.len());
                let away = |j: &usize| (place(*j, target.figures.len()) - here).abs();
                let same = candidates[i].iter().filter(|(_, sameness)| *sameness == wanted).map(|(j, _)| *j);
                if let Some(j) = same.filter(fits).min_by_key(away) {
                    (taken_source[i], taken_target[j]) = (true, true);
                    pairs.push((i, j));
                }
            }
        }
    }
    let mut split = parts(source, target, &mut taken_source, &mut taken_target);
    let mut joined = parts(target, source, &mut taken_target, &mut taken_source);
    split.extend(scores);
    joined.extend(scores_back);
    let is_turned = |side: &Side<'_>, found: &&Parts| {
        let range = side.figures[found.whole].quantity.kind == Kind::Range;
        range && found.parts.windows(2).any(|pair| pair[0] > pair[1])
    };
    let turned = split.iter().filter(|found| is_turned(source, found)).map(|found| (vec![found.whole], found.parts.clone()));
    let turned_back =
        joined.iter().filter(|found| is_turned(target, found)).map(|found| (found.parts.clone(), vec![found.whole]));
    let turned = turned.chain(turned_back).collect();
    let partial = split.iter().flat_map(|found| found.parts.iter().map(|part| (found.whole, *part)));
    let partial =
        partial.chain(joined.iter().flat_map(|found| found.parts.iter().map(|part| (*part, found.whole)))).collect();
    pairs.sort_unstable();
    let left = |side: &Side<'_>, taken: &[bool]| -> Vec<usize> {
        (0..taken.len()).filter(|position| !taken[*position] && counts(&side.figures[*position])).collect()
    };
    let mut matching =
        Matching { lost: left(source, &taken_source), added: left(target, &taken_target), pairs, partial, turned };
    forgive(source, target, &mut matching);
    matching
}

/// How many figures away from its place one may stand on the other side.
const FAR: usize = 200;

/// Whether two figures say the same where they stand.
fn said_here(source: &Side<'_>, i: usize, target: &Side<'_>, j: usize) -> Option<Sameness> {
    let (a, b) = (&source.figures[i], &target.figures[j]);
    same(a, b).or_else(|| {
        let loose = is_elliptic(source, i, b)
            || is_elliptic(target, j, a)
            || is_discount(target, j, a)
            || is_discount(source, i, b)
            || shares_era(source, i, b)
            || shares_era(target, j, a)
            || is_more(source, i, target, j)
            || is_more(target, j, source, i)
            || is_speed(source, i, b)
            || is_speed(target, j, a);
        loose.then_some(Sameness::Loose)
    })
}

/// Whether a bare number takes its unit or scale from a neighbour, as `20` in `from 20 to 25 cents`, and then says the same as
/// a figure of the other side.
fn is_elliptic(side: &Side<'_>, position: usize, other: &Figure) -> bool {
    let figure = &side.figures[position];
    let unit_of = |figure: &Figure| (figure.quantity.kind, figure.quantity.unit);
    if figure.quantity.kind == Kind::Range && figure.quantity.unit.is_none() {
        return figure.quantity.amount == other.quantity.amount;
    }
    // `500 baht the first time and 2000 the second`: what looks like a year may be an amount.
    let bare_year =
        figure.quantity.kind == Kind::Year && figure.span == figure.core && other.quantity.kind == Kind::Currency;
    let bare = figure.quantity.kind == Kind::Count || bare_year;
    let Some(number) = figure.quantity.amount.value().filter(|_| bare) else { return false };
    // `The baht strengthened to 34.5`: the unit stands elsewhere in the text.
    if let Some(Unit::Currency(code)) = other.quantity.unit
        && other.quantity.amount.value() == Some(number)
        && names_currency(side.text, code)
    {
        return true;
    }
    // `between seven and nine hours … less than six`, `0.34 of a second`: the unit is that of a range, or stands further on.
    if let Some(unit @ Unit::Duration(name)) = other.quantity.unit
        && other.quantity.kind == Kind::Duration
        && other.quantity.amount.value() == Some(number)
    {
        let near = side.figures.iter().enumerate().filter(|(at, _)| (1..=3).contains(&at.abs_diff(position)));
        let tail = &side.text[figure.span.end..side.text.floor_char_boundary(figure.span.end + JOINED)];
        if near.map(|(_, figure)| figure.quantity).any(|near| near.kind == Kind::Range && near.unit == Some(unit))
            || tail.starts_with(" of ") && says(tail, &Said::Duration(name, 1))
        {
            return true;
        }
    }
    // What is counted has a noun, not the unit of a neighbour: `ten times an hour` beside percentages.
    const COUNTED: [&str; 9] = ["times", "people", "of them", "次", "人", "名", "ครั้ง", "คน", "ราย"];
    let tail = side.text[figure.span.end..].trim_start();
    if COUNTED.iter().any(|noun| tail.starts_with(noun)) {
        return false;
    }
    let neighbours = side.figures.iter().enumerate().filter(|(at, _)| (1..=3).contains(&at.abs_diff(position)));
    neighbours.map(|(_, neighbour)| neighbour).filter(|neighbour| unit_of(neighbour) == unit_of(other)).any(|neighbour| {
        let scale = || neighbour.quantity.amount.value()?.checked_div(core_value(side, neighbour)?);
        let scale = scale().unwrap_or(Decimal::ONE);
        if scale != Decimal::ONE && distance(figure, neighbour) > JOINED {
            return false;
        }
        let apart = unit_of(other) != unit_of(figure);
        other.quantity.amount.value().is_some_and(|value| {
            apart && number == value || (apart || scale != Decimal::ONE) && number.checked_mul(scale) == Some(value)
        })
    })
}

/// Whether a bare number is a year of the Buddhist era, which an earlier year of the text names: `B.E. 2550 … 2560`.
fn shares_era(side: &Side<'_>, position: usize, other: &Figure) -> bool {
    let figure = &side.figures[position];
    let buddhist = || side.figures.iter().any(|figure| figure.quantity.era == Some(Era::Be));
    let year = figure.quantity.amount.value().and_then(|year| year.checked_sub(BUDDHIST_OFFSET));
    figure.quantity.kind == Kind::Count
        && other.quantity.kind == Kind::Year
        && year.is_some()
        && other.quantity.amount.value() == year
        && buddhist()
}

/// `高15到30倍` says one more than `15 to 30 times higher`, but is written for it.
fn is_more(side: &Side<'_>, position: usize, other: &Side<'_>, place: usize) -> bool {
    const MORE: [&str; 7] = ["more", "higher", "greater", "larger", "bigger", "longer", "likelier"];
    let (figure, counterpart) = (&side.figures[position], &other.figures[place]);
    let less = |value: Decimal| value.checked_sub(Decimal::ONE);
    let one_less = match (figure.quantity.amount, counterpart.quantity.amount) {
        (Amount::Range(low, high), Amount::Range(a, b)) => less(low) == Some(a) && less(high) == Some(b),
        (Amount::Value(more), Amount::Value(value)) if counterpart.quantity.kind == Kind::Multiple => {
            less(more) == Some(value)
        }
        _ => false,
    };
    let compares = || {
        let tail = other.text[counterpart.span.end..].trim_start();
        let head = other.text[..counterpart.span.start].trim_end();
        MORE.iter().any(|word| tail.starts_with(word)) || head.ends_with("กว่า")
    };
    one_less
        && side.words(position).ends_with('倍')
        && side.words(position).starts_with(['高', '多', '大', '长', '贵', '快'])
        && compares()
}

/// Whether a distance is one of every hour: `每小时60至80公里` and `60–80 km/h`.
fn is_speed(side: &Side<'_>, position: usize, other: &Figure) -> bool {
    const HOURLY: [&str; 6] = ["每小时", "时速", "ชั่วโมงละ", "ต่อชั่วโมง", "an hour", "per hour"];
    const NEAR: usize = 24;
    let figure = &side.figures[position];
    let from = side.text.ceil_char_boundary(figure.span.start.saturating_sub(NEAR));
    let clause = side.text[from..figure.span.start].rsplit(['，', ',', '。', ' ']).next().unwrap_or("");
    let tail = side.text[figure.span.end..].trim_start();
    figure.quantity.amount == other.quantity.amount
        && figure.quantity.unit == Some(Unit::Measure("kilometre"))
        && other.quantity.unit == Some(Unit::Measure("kilometre-per-hour"))
        && HOURLY.iter().any(|word| clause.contains(word) || tail.starts_with(word))
}

/// Whether a text names a currency.
pub fn names_currency(text: &str, code: &str) -> bool {
    const NAMES: [(&str, &[&str]); 6] = [
        ("THB", &["baht", "บาท", "泰铢", "฿", "thb"]),
        ("USD", &["dollar", "ดอลลาร์", "美元", "$", "usd"]),
        ("CNY", &["yuan", "renminbi", "หยวน", "元", "人民币", "¥", "rmb", "cny"]),
        ("EUR", &["euro", "ยูโร", "欧元", "€"]),
        ("JPY", &["yen", "เยน", "日元", "¥", "jpy"]),
        ("GBP", &["pound", "sterling", "ปอนด์", "英镑", "£"]),
    ];
    let words = NAMES.iter().filter(|(known, _)| *known == code).flat_map(|(_, words)| words.iter());
    words.copied().any(|word| text.to_lowercase().contains(word))
}

/// How far a bare number may stand from the scale that it shares: `from 1.2 to 2.9 million`.
const JOINED: usize = 12;

/// `七折` leaves 70% of the price: 30% off.
fn is_discount(side: &Side<'_>, position: usize, other: &Figure) -> bool {
    let figure = &side.figures[position];
    let left = figure.quantity.amount.value().and_then(|left| Decimal::ONE_HUNDRED.checked_sub(left));
    side.words(position).ends_with('折')
        && other.quantity.kind == Kind::Percent
        && left.is_some()
        && other.quantity.amount.value() == left
}

/// Figures that are parts of one of the other side: a range, a date or a fraction may be two figures there.
struct Parts {
    whole: usize,
    parts: Vec<usize>,
}

/// Finds what is one figure here and two there: `11 in 100` and `每100名患者中有11人`.
fn parts(whole: &Side<'_>, split: &Side<'_>, taken_whole: &mut [bool], taken_split: &mut [bool]) -> Vec<Parts> {
    let mut found = Vec::new();
    for (i, figure) in whole.figures.iter().enumerate().filter(|(_, figure)| counts(figure)) {
        if taken_whole[i] {
            continue;
        }
        if figure.quantity.unit == Some(Unit::Ratio)
            && let Some(pair) = terms(figure, split, taken_split)
        {
            taken_whole[i] = true;
            pair.iter().for_each(|j| taken_split[*j] = true);
            found.push(Parts { whole: i, parts: pair.to_vec() });
            continue;
        }
        let values = parts_of(figure, whole.words(i));
        let ratio = matches!(figure.quantity.amount, Amount::Ratio(..));
        let mut used: Vec<usize> = Vec::new();
        for (place, value) in values.iter().enumerate() {
            let fits = |j: &usize| {
                let part = &split.figures[*j];
                let near = !ratio || used.iter().all(|other| stands_in_order(split, *other, *j));
                (!taken_split[*j] || place == 1 && ratio || !counts(part))
                    && !used.contains(j)
                    && near
                    && (counts(part) || ratio && value.amount == Amount::Value(Decimal::ONE))
                    && said_in_part(&part.quantity, value)
            };
            let next = (0..split.figures.len()).filter(fits).min_by_key(|j| taken_split[*j]);
            used.extend(next);
        }
        if used.len() == values.len() && !used.is_empty() {
            taken_whole[i] = true;
            used.iter().for_each(|j| taken_split[*j] = true);
            found.push(Parts { whole: i, parts: used });
        }
    }
    found
}

/// Scores of games that are one ratio here and two numbers there: `3比2`, `3–2`.
fn scores_of(whole: &Side<'_>, split: &Side<'_>, taken_whole: &mut [bool], taken_split: &mut [bool]) -> Vec<Parts> {
    let mut found = Vec::new();
    for i in (0..whole.figures.len()).filter(|i| whole.figures[*i].quantity.unit == Some(Unit::Ratio)) {
        let stated = split.figures.iter().any(|figure| figure.quantity.unit == Some(Unit::Ratio));
        let Some(pair) = terms(&whole.figures[i], split, taken_split).filter(|_| !stated) else { continue };
        if distance(&split.figures[pair[0]], &split.figures[pair[1]]) <= DASH {
            taken_whole[i] = true;
            pair.iter().for_each(|j| taken_split[*j] = true);
            found.push(Parts { whole: i, parts: pair.to_vec() });
        }
    }
    found
}

/// How wide a dash between the two numbers of a score is, in bytes.
const DASH: usize = 5;

/// Two neighbours that make a ratio: `104–97` of 104比97.
fn terms(ratio: &Figure, split: &Side<'_>, taken: &[bool]) -> Option<[usize; 2]> {
    let value =
        |j: usize| split.figures[j].quantity.amount.value().filter(|_| split.figures[j].quantity.kind == Kind::Count);
    let makes = |j: &usize| {
        let quotient = || value(*j)?.checked_div(value(j + 1)?);
        !taken[*j] && !taken[j + 1] && quotient().is_some() && quotient() == ratio.quantity.amount.value()
    };
    (0..split.figures.len().saturating_sub(1)).find(makes).map(|j| [j, j + 1])
}

/// Whether the part and the whole of a fraction stand close together and in the order of the language.
fn stands_in_order(side: &Side<'_>, part: usize, whole: usize) -> bool {
    // What stands behind 每 is the whole: `每10人有7人`.
    if side.text[..side.figures[part].span.start].ends_with('每') {
        return false;
    }
    let between = side.text.get(side.figures[whole].span.end..side.figures[part].span.start);
    let turned =
        side.language.tag == "zh-Hans" || side.language.tag == "th" && between.is_some_and(|text| text.trim() != "ใน");
    distance(&side.figures[part], &side.figures[whole]) < NEAR && (part < whole || turned)
}

/// How far apart the parts of a fraction may stand.
const NEAR: usize = 90;

/// The bytes between two figures.
fn distance(a: &Figure, b: &Figure) -> usize {
    b.span.start.saturating_sub(a.span.end).max(a.span.start.saturating_sub(b.span.end))
}

/// Whether a figure says a part: the same value, in the same kind or without one.
fn said_in_part(quantity: &Quantity, part: &Quantity) -> bool {
    let bare = |quantity: &Quantity| quantity.kind == Kind::Count && quantity.unit.is_none();
    quantity.amount.value() == part.amount.value()
        && quantity.kind != Kind::Fraction
        && (quantity.unit == part.unit || bare(quantity) || bare(part) || part.unit == Some(Unit::Age))
}

/// What shows that a fraction is worded as two numbers.
const IN_WORDS: fn(char) -> bool = |c| c == '每' || c == '分' || c.is_ascii_digit() || c == ' ' || c == 'ใ';

/// The single quantities that a range, a date or a fraction is made of.
fn parts_of(figure: &Figure, words: &str) -> Vec<Quantity> {
    let day = Decimal::from(10_000);
    let of = |kind: Kind, unit: Option<Unit>, value: Decimal| Quantity { unit, ..Quantity::new(kind, Amount::Value(value)) };
    let year = |value: Decimal| of(Kind::Year, Some(Unit::Year), value.trunc());
    match (figure.quantity.kind, figure.quantity.amount, figure.quantity.unit) {
        (Kind::Range, Amount::Range(low, high), unit) => {
            let kind = if unit.is_none() { Kind::Count } else { Kind::Other };
            vec![of(kind, unit, low), of(kind, unit, high)]
        }
        (Kind::Fraction, Amount::Ratio(part, whole), _) if whole >= Decimal::TEN || words.contains(IN_WORDS) => {
            vec![of(Kind::Count, None, part), of(Kind::Count, None, whole)]
        }
        (Kind::Date, Amount::Value(date), _) if date >= 10_000_000.into() => {
            vec![year(date / day), of(Kind::Date, Some(Unit::Date), date % day)]
        }
        (Kind::Date, Amount::Value(date), _) if date >= 100_000.into() => vec![year(date / Decimal::ONE_HUNDRED)],
        _ => Vec::new(),
    }
}
