//! Whether a hedged figure is true of a value: "nearly nine in ten" of 88%, "more than 80%" of 80.4%.
//!
//! PLACEHOLDER of the stage that resolves stats, with the same idea; to be replaced by its own.

use crate::model::{Hedge, Kind, Quantity};
use rust_decimal::Decimal;

/// Whether what is `said` with its hedge is true of `truth`.
///
/// nearly: the said value lies above the true one, by at most 3 points (3% of the value where the kind is no share); more-than,
/// less-than, at-least, at-most: as in arithmetic; about: within 1.5 points; only, up-to, average judge or explain, and hold.
///
/// # Errors
/// The reason why it is not.
pub fn holds(said: &Quantity, truth: &Quantity) -> Result<(), String> {
    let (Some(target), Some(value)) = (said.amount.value(), truth.amount.value()) else { return Err("no value".to_owned()) };
    let points = |quantity: &Quantity, value: Decimal| match quantity.kind {
        Kind::Fraction => value * Decimal::ONE_HUNDRED,
        _ => value,
    };
    let share = matches!(said.kind, Kind::Fraction | Kind::Percent | Kind::PercentagePoint);
    let (target, value) = (points(said, target), points(truth, value));
    let tolerance = |shares: Decimal| if share { shares } else { target.abs() * shares / Decimal::ONE_HUNDRED };
    let holds = match said.hedge {
        None => target == value,
        Some(Hedge::Nearly) => target > value && target - value <= tolerance(Decimal::from(3)),
        Some(Hedge::MoreThan) => value > target,
        Some(Hedge::AtLeast) => value >= target,
        Some(Hedge::LessThan) => value < target,
        Some(Hedge::AtMost) => value <= target,
        Some(Hedge::About) => (value - target).abs() <= tolerance(Decimal::new(15, 1)),
        Some(Hedge::Only | Hedge::UpTo | Hedge::Average) => true,
    };
    if holds { Ok(()) } else { Err(format!("{target} is said of {value}")) }
}
