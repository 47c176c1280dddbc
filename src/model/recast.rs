//! What a stat says when it is worded by a construct: its other wordings, or its own value as another kind of quantity.

use super::edition::BoundStat;
use super::quantity::{Amount, Kind, Quantity};
use rust_decimal::Decimal;

impl BoundStat {
    /// What it says when it is worded by a construct, or in the usual way: what its `say` entry gives, or else its own value, recast.
    pub fn said(&self, construct: Option<&str>) -> Quantity {
        let Some(construct) = construct else { return self.quantity };
        match self.stat.say(construct) {
            Some(say) => {
                let hedge = say.hedge.as_ref().map(|hedge| hedge.value).or(self.quantity.hedge);
                Quantity { amount: say.value.value, hedge, ..recast(self.quantity, construct) }
            }
            None => recast(self.quantity, construct),
        }
    }
}

/// The same quantity as the kind that a construct words: 80 percent as a fraction is 4/5.
fn recast(quantity: Quantity, construct: &str) -> Quantity {
    let kind = match construct {
        "fraction" | "n-in-m" => Kind::Fraction,
        "percent" if quantity.kind == Kind::Fraction => Kind::Percent,
        "multiple" | "doubling" => Kind::Multiple,
        _ => return quantity,
    };
    let amount = match (quantity.kind, kind, quantity.amount.value()) {
        (Kind::Percent, Kind::Fraction, Some(value)) => in_lowest_terms(value, Decimal::ONE_HUNDRED),
        (Kind::Fraction, Kind::Percent, Some(value)) => {
            value.checked_mul(Decimal::ONE_HUNDRED).map_or(quantity.amount, |percent| Amount::Value(percent.normalize()))
        }
        _ => quantity.amount,
    };
    Quantity { amount, ..Quantity::new(kind, amount).hedge(quantity.hedge) }
}

/// A ratio of whole numbers without a common divisor; as it was given where that is beyond 28 digits.
fn in_lowest_terms(numerator: Decimal, denominator: Decimal) -> Amount {
    let reduced = || {
        let scale = Decimal::from(10_u64.checked_pow(numerator.normalize().scale())?);
        let (numerator, denominator) = (numerator.checked_mul(scale)?, denominator.checked_mul(scale)?);
        let (mut divisor, mut rest) = (numerator, denominator);
        while !rest.is_zero() {
            (divisor, rest) = (rest, divisor.checked_rem(rest)?);
        }
        Some(Amount::Ratio(numerator.checked_div(divisor)?.normalize(), denominator.checked_div(divisor)?.normalize()))
    };
    reduced().unwrap_or(Amount::Ratio(numerator, denominator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_recast_as_fractions_in_lowest_terms() {
        let percent = |text: &str| Quantity::new(Kind::Percent, Amount::Value(text.parse().unwrap()));
        let ratio = |a: i64, b: i64| Amount::Ratio(a.into(), b.into());
        assert_eq!(recast(percent("80"), "n-in-m").amount, ratio(4, 5));
        assert_eq!(recast(percent("12.5"), "fraction").amount, ratio(1, 8));
        assert_eq!(recast(percent("80"), "fraction").kind, Kind::Fraction);
        assert_eq!(recast(percent("80"), "percent"), percent("80"));
        let half = Quantity::new(Kind::Fraction, ratio(1, 2));
        assert_eq!(recast(half, "percent"), percent("50"));
    }
}
