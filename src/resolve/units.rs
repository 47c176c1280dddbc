//! Arithmetic on numbers with units.
//!
//! | formula | unit |
//! |---|---|
//! | percent − percent | percentage-point |
//! | percent + percent, percent ± percentage-point | percent |
//! | a ± b of like units | the same unit |
//! | year − year | duration: year |
//! | a / b of like units | multiple |
//! | a percent, a fraction or a multiple of b | the unit of b |
//! | growth, share of like units | percent |
//!
//! A bare number takes the unit of what it is added to, and scales what it is multiplied with: `100 - trust` is a percent.

use crate::model::{Kind, Quantity, Unit, notation};
use rust_decimal::Decimal;
use std::fmt;

/// A number in a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operand {
    /// The number.
    pub value: Decimal,
    /// Its kind and unit; a bare number has none.
    unit: Option<(Kind, Option<Unit>)>,
}

/// Why a formula has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A division by zero.
    Zero,
    /// A number of more than 28 digits.
    Large,
    /// Units that do not go together.
    Units(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Zero => f.write_str("the formula divides by zero"),
            Fault::Large => f.write_str("the result is too large to be exact"),
            Fault::Units(why) => f.write_str(why),
        }
    }
}

type Computed = Result<Operand, Fault>;

const PERCENT: (Kind, Option<Unit>) = (Kind::Percent, Some(Unit::Percent));
const POINTS: (Kind, Option<Unit>) = (Kind::PercentagePoint, Some(Unit::PercentagePoint));
const YEAR: (Kind, Option<Unit>) = (Kind::Year, Some(Unit::Year));
const YEARS: (Kind, Option<Unit>) = (Kind::Duration, Some(Unit::Duration("year")));
const MULTIPLE: (Kind, Option<Unit>) = (Kind::Multiple, None);

impl Operand {
    /// A number without a unit.
    pub fn bare(value: Decimal) -> Self {
        Self { value, unit: None }
    }

    /// The number of a quantity.
    pub fn of(quantity: &Quantity) -> Option<Self> {
        Some(Self { value: quantity.amount.value()?, unit: Some((quantity.kind, quantity.unit)) })
    }

    /// Whether a stat of that kind and unit may say the result.
    pub fn fits(&self, kind: Kind, unit: Option<Unit>) -> bool {
        // A quotient may be told as a factor, as a part of a whole, or as a ratio.
        let quotient = kind == Kind::Fraction || unit == Some(Unit::Ratio);
        self.unit.is_none_or(|own| own == (kind, unit) || (own == MULTIPLE && quotient))
    }

    /// The name of its unit.
    pub fn unit_name(&self) -> String {
        self.unit.map_or_else(|| "a bare number".to_owned(), |(kind, unit)| notation::unit_name(kind, unit))
    }

    /// The sum.
    pub fn add(self, other: Self) -> Computed {
        let unit = match (self.unit, other.unit) {
            (Some(POINTS), Some(PERCENT)) => Some(PERCENT),
            (Some(YEARS), Some(YEAR)) => Some(YEAR),
            (Some(YEAR | (Kind::Date, _)), Some(YEAR | (Kind::Date, _))) => return Err(self.clash(other, "added to")),
            _ => self.shifted(other, "added to")?,
        };
        self.value.checked_add(other.value).map(|value| Self { value, unit }).ok_or(Fault::Large)
    }

    /// The difference.
    pub fn subtract(self, other: Self) -> Computed {
        let unit = match (self.unit, other.unit) {
            (Some(PERCENT), Some(PERCENT)) => Some(POINTS),
            (Some(YEAR), Some(YEAR)) => Some(YEARS),
            (Some((Kind::Date, _)), _) => return Err(self.clash(other, "subtracted from")),
            _ => self.shifted(other, "subtracted from")?,
        };
        self.value.checked_sub(other.value).map(|value| Self { value, unit }).ok_or(Fault::Large)
    }

    /// The unit of this number moved by another.
    fn shifted(self, other: Self, verb: &str) -> Result<Option<(Kind, Option<Unit>)>, Fault> {
        match (self.unit, other.unit) {
            (None, unit) | (unit, None) => Ok(unit),
            (Some(own), Some(others)) if own == others => Ok(Some(own)),
            (Some(PERCENT), Some(POINTS)) => Ok(Some(PERCENT)),
            (Some(YEAR), Some(YEARS)) => Ok(Some(YEAR)),
            _ => Err(self.clash(other, verb)),
        }
    }

    /// The product.
    pub fn multiply(self, other: Self) -> Computed {
        let scales = |operand: Self| matches!(operand.unit, Some((Kind::Count | Kind::Multiple | Kind::Fraction, None)));
        let (unit, divisor) = match (self.unit, other.unit) {
            _ if self.is_calendar() || other.is_calendar() => return Err(self.clash(other, "multiplied with")),
            (None, unit) | (unit, None) => (unit, Decimal::ONE),
            (Some(PERCENT), unit) | (unit, Some(PERCENT)) => (unit, Decimal::ONE_HUNDRED),
            // A factor leaves the other its unit, and so does a count, unless the other is a mere factor.
            (own, Some((Kind::Multiple | Kind::Fraction, None))) => (own, Decimal::ONE),
            (_, others) if scales(self) => (others, Decimal::ONE),
            (own, _) if scales(other) => (own, Decimal::ONE),
            _ => return Err(self.clash(other, "multiplied with")),
        };
        let product = self.value.checked_mul(other.value).ok_or(Fault::Large)?;
        product.checked_div(divisor).map(|value| Self { value, unit }).ok_or(Fault::Large)
    }

    /// The quotient.
    pub fn divide(self, other: Self) -> Computed {
        let unit = match (self.unit, other.unit) {
            _ if self.is_calendar() || other.is_calendar() => return Err(self.clash(other, "divided by")),
            (unit, None) => unit,
            (Some(own), Some(others)) if own == others => Some(MULTIPLE),
            (Some(own), Some((Kind::Count | Kind::Multiple, None))) => Some(own),
            _ => return Err(self.clash(other, "divided by")),
        };
        self.quotient(other).map(|value| Self { value, unit })
    }

    /// The relative change in percent from `old` to this.
    pub fn growth(self, old: Self) -> Computed {
        self.like(old)?;
        let change = self.value.checked_sub(old.value).ok_or(Fault::Large)?;
        Self { value: change, ..self }.percent_of(old)
    }

    /// This as a percent of `whole`.
    pub fn share(self, whole: Self) -> Computed {
        self.like(whole)?;
        self.percent_of(whole)
    }

    fn percent_of(self, whole: Self) -> Computed {
        let hundredfold = self.value.checked_mul(Decimal::ONE_HUNDRED).ok_or(Fault::Large)?;
        let value = Self { value: hundredfold, ..self }.quotient(whole)?;
        Ok(Self { value, unit: Some(PERCENT) })
    }

    fn quotient(self, other: Self) -> Result<Decimal, Fault> {
        if other.value.is_zero() {
            return Err(Fault::Zero);
        }
        self.value.checked_div(other.value).ok_or(Fault::Large)
    }

    /// Whether it is a point in time, which can be moved but not multiplied.
    fn is_calendar(self) -> bool {
        matches!(self.unit, Some((Kind::Year | Kind::Date, _)))
    }

    fn like(self, other: Self) -> Result<(), Fault> {
        let like = self.unit.is_none() || other.unit.is_none() || self.unit == other.unit;
        if like { Ok(()) } else { Err(self.clash(other, "compared with")) }
    }

    fn clash(self, other: Self, verb: &str) -> Fault {
        let (first, second) = match verb {
            "subtracted from" | "added to" => (other, self),
            _ => (self, other),
        };
        Fault::Units(format!("{} cannot be {verb} {}", first.unit_name(), second.unit_name()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::number::parse_strict;

    fn operand(text: &str) -> Operand {
        let (number, unit) = text.split_once(' ').map_or((text, None), |(number, unit)| (number, notation::unit(unit)));
        Operand { value: parse_strict(number).unwrap(), unit }
    }

    fn shown(computed: Computed) -> String {
        match computed {
            Ok(operand) => format!("{} {}", operand.value.normalize(), operand.unit_name()),
            Err(fault) => fault.to_string(),
        }
    }

    #[test]
    fn units_follow_the_table() {
        let table = [
            (operand("68 percent").subtract(operand("59 percent")), "9 percentage-point"),
            (operand("40 percent").add(operand("5 percent")), "45 percent"),
            (operand("40 percent").add(operand("5 percentage-point")), "45 percent"),
            (operand("5 percentage-point").add(operand("40 percent")), "45 percent"),
            (operand("100").subtract(operand("88 percent")), "12 percent"),
            (operand("13020 count").add(operand("3916 count")), "16936 count"),
            (operand("2022 year").subtract(operand("2018 year")), "4 duration: year"),
            (operand("2022 year").subtract(operand("2 duration: year")), "2020 year"),
            (operand("60 percent").divide(operand("30 percent")), "2 multiple"),
            (operand("9 currency: USD").divide(operand("3 count")), "3 currency: USD"),
            (operand("50 percent").multiply(operand("6700 count")), "3350 count"),
            (operand("6700 count").multiply(operand("50 percent")), "3350 count"),
            (operand("2").multiply(operand("40 percent")), "80 percent"),
            (operand("3 count").multiply(operand("5 currency: THB")), "15 currency: THB"),
            (operand("60 count").growth(operand("40 count")), "50 percent"),
            (operand("1 count").share(operand("4 count")), "25 percent"),
            (operand("1 percent").divide(operand("0 percent")), "the formula divides by zero"),
            (operand("5 percent").add(operand("5 count")), "count cannot be added to percent"),
            (
                operand("5 percentage-point").subtract(operand("5 percent")),
                "percent cannot be subtracted from percentage-point",
            ),
            (
                operand("5 currency: USD").share(operand("5 currency: THB")),
                "currency: USD cannot be compared with currency: THB",
            ),
            (operand("2022 year").add(operand("2022 year")), "year cannot be added to year"),
            (operand("79228162514264337593543950335").multiply(operand("10 count")), "the result is too large to be exact"),
        ];
        for (computed, expected) in table {
            assert_eq!(shown(computed), expected);
        }
    }
}
