//! Whether what is said is true: "nearly nine in ten" of 88%, "more than doubled" of 2.3.
//!
//! In: what is said, and the quantity that it stands for. Out: `Ok`, or the reason why it is false, for people. Both the stages
//! that check a stat's other wordings and those that read finished files ask here, so that they agree.
//!
//! | said | holds when |
//! |---|---|
//! | n in d, half | it is within 1.5 points |
//! | doubled, N times | it is within 0.05 |
//! | a plain number | the value rounds to it |
//! | about | likewise, at its last significant digit |
//! | nearly | the value is below it, by at most 3 points; of other kinds by at most a twentieth |
//! | more than, less than | the value is above, below |
//! | at least, at most | the value is not below, not above |

use crate::model::number::rounding_interval;
use crate::model::{Amount, Hedge, Kind, Quantity};
use rust_decimal::Decimal;

/// Whether `said` is true of `truth`. The hedge and the era of `truth` do not count, unless both say the same.
pub fn holds(said: &Quantity, truth: &Quantity) -> Result<(), String> {
    if (said.kind, said.amount, said.unit, said.hedge) == (truth.kind, truth.amount, truth.unit, truth.hedge) {
        return Ok(());
    }
    let Some(claim) = Claim::of(said, truth) else {
        return Err(format!("a {} cannot stand for a {}", said.kind.name(), truth.kind.name()));
    };
    // The same number behind the same hedge, in other words: "more than three-quarters" of "more than 75%".
    let restated = said.hedge == truth.hedge && claim.distance().is_zero();
    if restated || claim.holds(said.hedge) {
        return Ok(());
    }
    let Claim { target, value, scale, .. } = claim;
    let (sign, hedge) = (scale.sign(), said.hedge.map_or("", Hedge::name));
    let space = if hedge.is_empty() { "" } else { " " };
    let because = match said.hedge {
        Some(Hedge::Nearly) if value >= target => "which is not below it",
        Some(Hedge::Nearly) => "which is too far below it",
        Some(Hedge::MoreThan) => "which is not above it",
        Some(Hedge::LessThan) => "which is not below it",
        Some(Hedge::AtLeast) => "which is below it",
        Some(Hedge::AtMost) => "which is above it",
        _ => "which is too far from it",
    };
    Err(format!("{hedge}{space}{}{sign} is said of {}{sign}, {because}", shown(target), shown(value)))
}

/// A number as short as people read it.
fn shown(number: Decimal) -> Decimal {
    number.round_dp(4).normalize()
}

/// What the two quantities have in common, so that their numbers can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    /// Both are parts of a whole, compared in percent; the claim is worded as a percent.
    Percent,
    /// Likewise, and the claim is worded as a fraction.
    Fraction,
    /// Both are factors.
    Factor,
    /// Both are of one kind and unit.
    Same,
}

impl Scale {
    fn sign(self) -> &'static str {
        match self {
            Scale::Percent | Scale::Fraction => "%",
            Scale::Factor => " times",
            Scale::Same => "",
        }
    }
}

/// A claim as two numbers on one scale.
struct Claim {
    target: Decimal,
    value: Decimal,
    scale: Scale,
    /// Half a unit of the last digit that is said.
    precision: Decimal,
}

impl Claim {
    fn of(said: &Quantity, truth: &Quantity) -> Option<Claim> {
        let scale = match (said.kind, truth.kind) {
            (Kind::Fraction, Kind::Percent | Kind::Fraction) => Scale::Fraction,
            (Kind::Percent, Kind::Percent | Kind::Fraction) => Scale::Percent,
            (Kind::Multiple, Kind::Multiple) => Scale::Factor,
            _ if (said.kind, said.unit) == (truth.kind, truth.unit) => Scale::Same,
            _ => return None,
        };
        let number = |quantity: &Quantity| {
            let factor = if quantity.kind == Kind::Fraction { Decimal::ONE_HUNDRED } else { Decimal::ONE };
            match quantity.amount {
                // Multiplied first, so that 2 in 3 is cut off only once.
                Amount::Ratio(numerator, denominator) => numerator.checked_mul(factor)?.checked_div(denominator),
                amount => amount.value()?.checked_mul(factor),
            }
        };
        let (target, value) = (number(said)?, number(truth)?);
        let written = said.amount.value()?;
        let decimals = if scale == Scale::Same && said.hedge == Some(Hedge::About) {
            significant(written)
        } else {
            i64::from(written.scale())
        };
        Some(Claim { target, value, scale, precision: half_unit(decimals)? })
    }

    fn holds(&self, hedge: Option<Hedge>) -> bool {
        let &Claim { target, value, .. } = self;
        match hedge {
            Some(Hedge::Nearly) => value < target && self.distance() <= self.reach(),
            Some(Hedge::MoreThan) => value > target,
            Some(Hedge::LessThan) => value < target,
            Some(Hedge::AtLeast) => value >= target,
            Some(Hedge::AtMost) => value <= target,
            None | Some(Hedge::About | Hedge::Only | Hedge::UpTo | Hedge::Average) => self.distance() <= self.tolerance(),
        }
    }

    fn distance(&self) -> Decimal {
        self.target.checked_sub(self.value).map_or(Decimal::MAX, |distance| distance.abs())
    }

    /// How far from the target a value may lie of which it is said plainly.
    fn tolerance(&self) -> Decimal {
        match self.scale {
            Scale::Fraction => Decimal::new(15, 1),
            Scale::Factor => Decimal::new(5, 2),
            Scale::Percent | Scale::Same => self.precision,
        }
    }

    /// How far below the target a value may lie that is "nearly" it.
    fn reach(&self) -> Decimal {
        match self.scale {
            Scale::Percent | Scale::Fraction => Decimal::from(3),
            Scale::Factor | Scale::Same => self.target.abs() / Decimal::from(20),
        }
    }
}

/// The decimals of the last significant digit: 1 of 4.3, −2 of 6700.
fn significant(number: Decimal) -> i64 {
    let number = number.normalize();
    if number.scale() > 0 || number.is_zero() {
        return i64::from(number.scale());
    }
    let zeros = number.mantissa().to_string().bytes().rev().take_while(|&byte| byte == b'0').count();
    -i64::try_from(zeros).unwrap_or_default()
}

/// Half a unit at that many decimals.
fn half_unit(decimals: i64) -> Option<Decimal> {
    if let Ok(decimals) = u32::try_from(decimals) {
        // 27 places are the most that leave one for the half.
        let (low, _) = rounding_interval(Decimal::ZERO, decimals.min(27));
        return Some(low.abs());
    }
    (0..-decimals).try_fold(Decimal::new(5, 1), |unit, _| unit.checked_mul(Decimal::TEN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation::any_amount;

    fn quantity(text: &str) -> Quantity {
        let (hedge, text) = text.split_once(' ').map_or((None, text), |(hedge, rest)| (Hedge::from_name(hedge), rest));
        let (kind, number) = match text {
            _ if text.contains('/') => (Kind::Fraction, text),
            _ if text.ends_with('%') => (Kind::Percent, text.trim_end_matches('%')),
            _ if text.ends_with('x') => (Kind::Multiple, text.trim_end_matches('x')),
            _ => (Kind::Count, text),
        };
        Quantity::new(kind, any_amount(number).unwrap()).hedge(hedge)
    }

    #[test]
    fn claims_hold_by_the_table() {
        let table = [
            // n in d, half
            ("4/5", "80%", true),
            ("4/5", "81.5%", true),
            ("4/5", "81.6%", false),
            ("1/2", "51%", true),
            ("1/2", "48.4%", false),
            ("2/3", "67%", true),
            ("1/8", "13%", true),
            ("3/4", "3/4", true),
            ("9/10", "88%", false),
            // nearly
            ("nearly 9/10", "88%", true),
            ("nearly 9/10", "87%", true),
            ("nearly 9/10", "86.9%", false),
            ("nearly 9/10", "90%", false),
            ("nearly 9/10", "71%", false),
            ("nearly 2/3", "66%", true),
            ("nearly 1/2", "48%", true),
            ("nearly 9/10", "nearly 9/10", true),
            ("nearly 9/10", "nearly 90%", true),
            ("more-than 3/4", "more-than 75%", true),
            ("more-than 4/5", "more-than 75%", false),
            ("nearly 2x", "1.935483870967741935483870968x", true),
            ("nearly 2x", "1.89x", false),
            ("nearly 2x", "2.01x", false),
            ("nearly 7000", "6723", true),
            ("nearly 7100", "6723", false),
            // above and below
            ("more-than 3/4", "78%", true),
            ("more-than 3/4", "75%", false),
            ("more-than 2/3", "66.6%", false),
            ("more-than 6700", "6723", true),
            ("less-than 1/2", "46%", true),
            ("less-than 1/2", "50%", false),
            ("at-least 75%", "75%", true),
            ("at-least 75%", "74.9%", false),
            ("at-most 75%", "75%", true),
            ("at-most 75%", "75.1%", false),
            // about, and plain numbers
            ("about 62%", "62.4%", true),
            ("about 62%", "62.6%", false),
            ("about 6700", "6723", true),
            ("about 6700", "6751", false),
            ("88%", "87.6%", true),
            ("88%", "87.4%", false),
            ("6700", "6723", false),
            ("4.3", "4.32", true),
            ("90%", "9/10", true),
            ("only 1/2", "1/2", true),
            // multiples
            ("2x", "1.95x", true),
            ("2x", "2.05x", true),
            ("2x", "1.94x", false),
            ("1.6x", "1.6x", true),
            ("3x", "2.4x", false),
            // kinds
            ("4/5", "80", false),
            ("80%", "80", false),
            ("2x", "200%", false),
        ];
        for (said, truth, expected) in table {
            assert_eq!(holds(&quantity(said), &quantity(truth)).is_ok(), expected, "{said} of {truth}");
        }
    }

    #[test]
    fn the_reason_is_said() {
        let reason = |said, truth| holds(&quantity(said), &quantity(truth)).unwrap_err();
        assert_eq!(reason("nearly 9/10", "71%"), "nearly 90% is said of 71%, which is too far below it");
        assert_eq!(reason("more-than 2x", "1.9x"), "more-than 2 times is said of 1.9 times, which is not above it");
        assert_eq!(reason("4/5", "88%"), "80% is said of 88%, which is too far from it");
    }

    #[test]
    fn the_largest_numbers_do_no_harm() {
        let huge = Quantity::new(Kind::Percent, Amount::Value(Decimal::MAX));
        let small = Quantity::new(Kind::Fraction, Amount::Value(Decimal::MIN));
        for hedge in Hedge::ALL.into_iter().map(Some).chain([None]) {
            for (said, truth) in [(&huge, &small), (&small, &huge), (&huge, &huge)] {
                let _ = holds(&said.hedge(hedge), truth);
            }
        }
    }
}
