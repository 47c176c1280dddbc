//! Whether a figure says what a claim says.
//!
//! In: what is printed, and a claim. Out: whether it is true, or what is not. It is held against the stat by the same rules as
//! stats' own wordings; what is said with a hedge must also be near, for "more than 10%" is true of 57% and yet nobody says so.

use super::claims::{Claim, has_value};
use crate::figure::claim::holds;
use crate::figure::sameness::{Direction, direction, is_one};
use crate::figure::word::BUDDHIST_OFFSET;
use crate::model::{Amount, Era, Hedge, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// Whether a figure says what a claim says.
pub fn agrees(claim: &Claim, said: &Quantity) -> bool {
    let Some(truth) = &claim.quantity else { return false };
    if let Amount::Range(low, high) = said.amount {
        let is_within = |truth: &Quantity| truth.amount.value().is_some_and(|value| (low..=high).contains(&value));
        return is_range_of(said, truth) && is_within(truth);
    }
    let worded = || claim.says.iter().any(|say| is_one(say, said) && fits(say.hedge, said.hedge));
    (is_one(truth, said) && fits(truth.hedge, said.hedge))
        || worded()
        || (holds(&plain_average(said), truth).is_ok() && is_near(said, truth) && fits(truth.hedge, said.hedge))
}

/// Whether a figure has the value of a claim, whatever its hedge.
pub fn has_same_value(claim: &Claim, said: &Quantity) -> bool {
    claim.quantity.iter().chain(&claim.says).any(|quantity| is_one(quantity, said))
}

/// Whether a number may have become of that of a claim by one slip: digits in another order, one lost, one too many, another scale;
/// of three digits or more also another one in a place, unless they are a year.
pub fn has_like_digits(claim: &Claim, said: &Quantity) -> bool {
    claim.quantity.iter().chain(&claim.says).any(|truth| are_like_digits(truth, said))
}

/// Whether a number of four digits or more has those of a claim in another order.
pub fn has_same_digits(claim: &Claim, said: &Quantity) -> bool {
    let digits = |quantity: &Quantity| {
        let text = quantity.amount.value().unwrap_or_default().normalize().to_string();
        let mut digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
        digits.sort_unstable();
        digits
    };
    let own = digits(said);
    own.len() > 3
        && claim
            .quantity
            .as_ref()
            .is_some_and(|truth| truth.kind == said.kind && truth.kind != Kind::Year && digits(truth) == own)
}

/// Whether a number may have become of another by one slip.
fn are_like_digits(truth: &Quantity, said: &Quantity) -> bool {
    // Digits are lost and turned in the era in which they are printed.
    let shift = if said.era == Some(Era::Be) { BUDDHIST_OFFSET } else { Decimal::ZERO };
    let digits = |quantity: &Quantity| {
        let shift = if matches!(quantity.kind, Kind::Year) { shift } else { Decimal::ZERO };
        let value = quantity.amount.value().and_then(|value| value.checked_add(shift)).unwrap_or_default();
        value.normalize().to_string().bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>()
    };
    // The digits of a fraction stand in no decimal.
    if [truth, said].iter().any(|quantity| !matches!(quantity.amount, Amount::Value(_))) {
        return false;
    }
    let (a, b) = (digits(truth), digits(said));
    let without_zeros = |digits: &[u8]| {
        let first = digits.iter().position(|digit| *digit != b'0').unwrap_or(digits.len());
        let last = digits.iter().rposition(|digit| *digit != b'0').map_or(first, |last| last + 1);
        digits[first..last].to_vec()
    };
    if truth.kind == Kind::Year {
        return is_slip(&a, &b);
    }
    let replaced = || a.len() == b.len() && a.len() > 2 && a.iter().zip(&b).filter(|(a, b)| a != b).count() == 1;
    let (short, brief) = (without_zeros(&a), without_zeros(&b));
    // 7.2 is no slip of 70, but 7 is one of 70 and of 72.
    let is_scaled = short == brief || short.len().min(brief.len()) > 1 && is_slip(&short, &brief);
    a.len() > 1 && !brief.is_empty() && (is_scaled || is_slip(&a, &b) || replaced())
}

/// Whether digits became of others by one slip: another order, one lost, one too many.
pub fn is_slip(truth: &[u8], said: &[u8]) -> bool {
    let sorted = |digits: &[u8]| {
        let mut digits = digits.to_vec();
        digits.sort_unstable();
        digits
    };
    let lacks_one = |long: &[u8], short: &[u8]| {
        long.len() == short.len() + 1 && (0..long.len()).any(|at| [&long[..at], &long[at + 1..]].concat() == short)
    };
    truth.len() == said.len() && sorted(truth) == sorted(said) || lacks_one(truth, said) || lacks_one(said, truth)
}

/// Whether a figure has the number of a claim and another unit: 72 people, where 72% are meant.
pub fn has_other_unit(claim: &Claim, said: &Quantity) -> bool {
    let plain = |kind: Kind| matches!(kind, Kind::Count | Kind::Percent | Kind::PercentagePoint);
    let same = |truth: &Quantity| {
        plain(truth.kind) && plain(said.kind) && truth.kind != said.kind && truth.amount.value() == said.amount.value()
    };
    said.amount.value().is_some() && claim.quantity.iter().any(same)
}

/// "On average" says what is counted, not how exactly.
fn plain_average(said: &Quantity) -> Quantity {
    if matches!(said.hedge, Some(Hedge::Average | Hedge::Only | Hedge::UpTo)) { said.hedge(None) } else { *said }
}

/// Whether a hedge does not turn round what is true: beside a bare value, only one that points away from it does.
fn fits(truth: Option<Hedge>, said: Option<Hedge>) -> bool {
    match (direction(truth), direction(said)) {
        (Direction::Above, Direction::Below) | (Direction::Below, Direction::Above) => false,
        // "More than 88%" of exactly 88 is false, "at least 88%" is not; held by the rule of claims where the values differ.
        _ => true,
    }
}

/// Whether a hedged number is near enough to the truth for anybody to have chosen it.
fn is_near(said: &Quantity, truth: &Quantity) -> bool {
    let share = |quantity: &Quantity| match quantity.kind {
        Kind::Fraction => quantity.amount.value().and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED)),
        _ => quantity.amount.value(),
    };
    let (Some(a), Some(b)) = (share(said), share(truth)) else { return false };
    let reach = match truth.kind {
        Kind::Percent | Kind::Fraction => Decimal::TEN,
        _ => b.abs() / Decimal::TEN,
    };
    a.checked_sub(b).is_some_and(|distance| distance.abs() <= reach)
}

/// How well the kinds of a figure and of a claim go together, in percent.
pub fn kinship(said: &Quantity, claim: &Claim) -> i64 {
    let Some(truth) = &claim.quantity else { return 60 };
    let over = |quantity: &Quantity| quantity.amount.value().is_some_and(|value| value > Decimal::ONE_HUNDRED);
    // What is over the whole is said of other things than shares are.
    if truth.kind == Kind::Percent
        && said.kind == Kind::Percent
        && over(truth)
        && !over(said)
        && !has_like_digits(claim, said)
    {
        return 65;
    }
    // Nor is a handful said of thousands.
    if truth.kind == Kind::Count && said.kind == Kind::Count && !has_like_digits(claim, said) && are_far(truth, said) {
        return 55;
    }
    if has_other_unit(claim, said) {
        return 95;
    }
    let best = |quantity: &Quantity| between(said, quantity);
    claim.says.iter().map(best).chain([best(truth)]).max().unwrap_or_default()
}

/// Whether a range is one of what a quantity has: percents, plain numbers, money.
fn is_range_of(range: &Quantity, truth: &Quantity) -> bool {
    range.kind == Kind::Range && range.unit == truth.unit.or((truth.kind == Kind::Percent).then_some(Unit::Percent))
}

/// Whether one of two numbers is more than fifty times the other.
fn are_far(a: &Quantity, b: &Quantity) -> bool {
    let (Some(a), Some(b)) = (a.amount.value(), b.amount.value()) else { return false };
    let (less, more) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    less.checked_mul(Decimal::from(50)).is_some_and(|less| less < more)
}

fn between(a: &Quantity, b: &Quantity) -> i64 {
    use Kind::{
        Count, Currency, Date, Duration, Fraction, Multiple, Ordinal, Percent, PercentagePoint, Range, Rating, Time, Year,
    };
    let lost = a.amount == Amount::Lost;
    match (a.kind, b.kind) {
        (a, b) if a == b => 100,
        (Range, _) if is_range_of(a, b) => 90,
        (Percent, Fraction) | (Fraction, Percent) => 100,
        (Percent, PercentagePoint) | (PercentagePoint, Percent) if lost => 90,
        (Percent, PercentagePoint) | (PercentagePoint, Percent) => 75,
        (Count, Year) if is_year_like(a) => 85,
        (Count, Multiple | Time | Rating) | (Multiple, Fraction) | (Fraction, Multiple) => 65,
        (Count, Currency | Percent | Fraction | Duration) | (Currency, Count) | (Duration, Time | Count | Year) => 55,
        (Ordinal, Count) | (Date, Year) | (Year, Date | Count) => 45,
        _ => 25,
    }
}

fn is_year_like(quantity: &Quantity) -> bool {
    let value = quantity.amount.value();
    value.is_some_and(|value| value.is_integer() && value >= Decimal::ONE_THOUSAND && value < Decimal::from(10_000))
}

/// Whether a claim can be held against a figure at all.
pub fn is_comparable(claim: &Claim, said: &Quantity) -> bool {
    claim.quantity.as_ref().is_some_and(has_value)
        && (has_value(said) || matches!(said.amount, Amount::Lost | Amount::Range(..)))
}
