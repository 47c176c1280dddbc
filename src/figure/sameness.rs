//! Whether two figures say the same, and how surely.

use crate::model::{Amount, Confidence, Figure, Hedge, Kind, Quantity, Unit};
use rust_decimal::Decimal;

/// How well two figures agree in kind and value; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sameness {
    /// The same kind and value.
    Exact,
    /// The same value in another kind that may stand for it: 80% and four in five.
    Alike,
    /// The same number where a language may leave the kind unsaid: 第三 and three.
    Loose,
}

/// What a quantity measures, with its value in a common unit.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Measure {
    Share(Decimal),
    Points(Decimal),
    Number(Decimal),
    Factor(Decimal),
    Money(&'static str, Decimal),
    Year(Decimal),
    Months(Decimal),
    Seconds(Decimal),
    Other(Unit, Decimal),
    Range(Option<Unit>, Decimal, Decimal),
    Lost(Kind),
}

/// The decimals to which a percentage is rounded; a fraction is as if in whole percents.
fn printed_decimals(quantity: &Quantity) -> u32 {
    match quantity.amount {
        Amount::Value(percent) if quantity.kind == Kind::Percent => percent.normalize().scale().min(10),
        _ => 0,
    }
}

fn measure(quantity: &Quantity) -> Measure {
    let value = match quantity.amount {
        Amount::Lost => return Measure::Lost(quantity.kind),
        Amount::Range(low, high) => return range(quantity.unit, low, high),
        amount => amount.value().unwrap_or_default(),
    };
    match (quantity.kind, quantity.unit) {
        (Kind::Percent, _) => Measure::Share(value / Decimal::ONE_HUNDRED),
        (Kind::Fraction, _) => Measure::Share(value),
        (Kind::Other, Some(Unit::PerMille)) => Measure::Share(value / Decimal::ONE_THOUSAND),
        (Kind::PercentagePoint, _) => Measure::Points(value),
        (Kind::Multiple, _) => Measure::Factor(value),
        (Kind::Currency, Some(Unit::Currency(code))) => Measure::Money(code, value),
        (Kind::Year, Some(Unit::Year)) => Measure::Year(value),
        (Kind::Duration, Some(Unit::Duration(unit))) => duration(unit, value),
        (Kind::Count | Kind::Ordinal, _) => Measure::Number(value),
        (_, Some(unit)) => Measure::Other(unit, value),
        (_, None) => Measure::Number(value),
    }
}

fn range(unit: Option<Unit>, low: Decimal, high: Decimal) -> Measure {
    let scaled = |unit: &'static str| match (duration(unit, low), duration(unit, high)) {
        (Measure::Months(low), Measure::Months(high)) => Measure::Range(Some(Unit::Duration("month")), low, high),
        (Measure::Seconds(low), Measure::Seconds(high)) => Measure::Range(Some(Unit::Duration("second")), low, high),
        _ => Measure::Range(Some(Unit::Duration(unit)), low, high),
    };
    match unit {
        Some(Unit::Duration(unit)) => scaled(unit),
        unit => Measure::Range(unit, low, high),
    }
}

/// A duration in months where the calendar makes them, else in seconds.
fn duration(unit: &'static str, value: Decimal) -> Measure {
    let times = |factor: u32| value.checked_mul(Decimal::from(factor)).unwrap_or(value);
    match unit {
        "month" => Measure::Months(value),
        "quarter" => Measure::Months(times(3)),
        "year" => Measure::Months(times(12)),
        "decade" => Measure::Months(times(120)),
        "century" => Measure::Months(times(1200)),
        "second" => Measure::Seconds(value),
        "minute" => Measure::Seconds(times(60)),
        "hour" => Measure::Seconds(times(3600)),
        "day" => Measure::Seconds(times(86_400)),
        "week" => Measure::Seconds(times(604_800)),
        _ => Measure::Other(Unit::Duration(unit), value),
    }
}

/// Whether two quantities are one: of one kind, or both shares of a whole, with the same value; hedges and eras aside.
pub fn is_one(a: &Quantity, b: &Quantity) -> bool {
    if (a.kind, a.unit) == (b.kind, b.unit) && a.amount == b.amount {
        return true;
    }
    let (left, right) = (measure(a), measure(b));
    left == right && (a.kind == b.kind || matches!(left, Measure::Share(_)))
}

/// Whether two figures say the same kind and value, hedges aside.
pub fn same(a: &Figure, b: &Figure) -> Option<Sameness> {
    use Measure::{Factor, Lost, Months, Number, Other, Points, Range, Share, Year};
    let (left, right) = (measure(&a.quantity), measure(&b.quantity));
    if left == right {
        return Some(if a.quantity.kind == b.quantity.kind { Sameness::Exact } else { Sameness::Alike });
    }
    match (left, right) {
        (Lost(a), Lost(b)) => (a == b).then_some(Sameness::Exact),
        (Share(x), Share(y)) => {
            let repeating = is_repeating(&a.quantity) || is_repeating(&b.quantity);
            let digits =
                if is_repeating(&a.quantity) { printed_decimals(&b.quantity) } else { printed_decimals(&a.quantity) };
            let rounding = Decimal::from_parts(5, 0, 0, false, 3 + digits);
            (repeating && (x - y).abs() <= rounding).then_some(Sameness::Alike)
        }
        // Halved is a factor and a share; doubled is 100% more.
        (Factor(factor), Share(share)) | (Share(share), Factor(factor)) => {
            (factor == share || factor - Decimal::ONE == share).then_some(Sameness::Alike)
        }
        (Range(a_unit, a_low, a_high), Range(b_unit, b_low, b_high)) => {
            let same = (a_low, a_high) == (b_low, b_high) && (a_unit.is_none() || b_unit.is_none());
            same.then_some(Sameness::Loose)
        }
        (Other(Unit::Age, age), Months(months)) | (Months(months), Other(Unit::Age, age)) => {
            (age * Decimal::from(12) == months).then_some(Sameness::Alike)
        }
        (Other(Unit::AroundTheClock, _), Measure::Seconds(seconds))
        | (Measure::Seconds(seconds), Other(Unit::AroundTheClock, _)) => {
            (seconds == Decimal::from(86_400)).then_some(Sameness::Alike)
        }
        // A ratio to one is a factor: ten to one, 十倍.
        (Factor(factor), Other(Unit::Ratio, ratio)) | (Other(Unit::Ratio, ratio), Factor(factor)) => {
            (factor == ratio).then_some(Sameness::Alike)
        }
        // `the poorest fifth`: what looks like a rank may be a part.
        (Number(rank), Share(share)) | (Share(share), Number(rank)) => {
            let ranked = [a, b].iter().any(|figure| figure.quantity.kind == Kind::Ordinal);
            let one = |figure: &Figure| matches!(figure.quantity.amount, Amount::Ratio(part, whole) if part == Decimal::ONE && whole == rank);
            (ranked && rank > Decimal::TWO && !share.is_zero() && (one(a) || one(b))).then_some(Sameness::Loose)
        }
        // `from 24.1 in 1990 to 28.4`: the unit stands elsewhere; small whole numbers are too common for that.
        (Number(x), Months(_) | Measure::Seconds(_)) | (Months(_) | Measure::Seconds(_), Number(x))
            if !x.is_integer() || x > Decimal::TEN =>
        {
            let number = a.quantity.amount == b.quantity.amount;
            (number && [a, b].iter().all(|figure| figure.quantity.kind != Kind::Ordinal)).then_some(Sameness::Loose)
        }
        // 前三季度: three quarters of a year, with the unit in the noun.
        (Number(x), Months(months)) | (Months(months), Number(x)) => {
            let quarters = [a, b].iter().any(|figure| figure.quantity.unit == Some(Unit::Duration("quarter")));
            (quarters && x * Decimal::from(3) == months).then_some(Sameness::Loose)
        }
        // A measure, a mark or an age may have a unit that one of the languages does not know.
        (Number(x), Other(unit, y)) | (Other(unit, y), Number(x)) => {
            (x == y && may_be_bare(unit)).then_some(Sameness::Loose)
        }
        (Number(x), Year(y)) | (Year(y), Number(x)) => (x == y).then_some(Sameness::Loose),
        (Number(x), Factor(y)) | (Factor(y), Number(x)) => (x == y && x.is_integer()).then_some(Sameness::Loose),
        (Number(x), Points(y)) | (Points(y), Number(x)) => (x == y).then_some(Sameness::Loose),
        // `12 องศา` leaves the scale unsaid.
        (Other(Unit::Measure("degree"), x), Other(Unit::Measure("celsius" | "fahrenheit"), y))
        | (Other(Unit::Measure("celsius" | "fahrenheit"), y), Other(Unit::Measure("degree"), x)) => {
            (x == y).then_some(Sameness::Loose)
        }
        (Other(a, x), Other(b, y)) => {
            let scales = matches!((a, b), (Unit::OutOf(a), Unit::OutOf(b)) if a != b);
            (x == y && is_mark(a) && is_mark(b) && !scales).then_some(Sameness::Alike)
        }
        _ => None,
    }
}

/// Whether a language may print the unit as a word that the other does not know.
fn may_be_bare(unit: Unit) -> bool {
    matches!(unit, Unit::Measure(_) | Unit::Age | Unit::Duration(_)) || is_mark(unit)
}

fn is_mark(unit: Unit) -> bool {
    matches!(unit, Unit::Stars | Unit::OutOf(_))
}

/// Whether a fraction does not come out even in whole percents: thirds, sixths, sevenths, eighths.
fn is_repeating(quantity: &Quantity) -> bool {
    matches!(quantity.amount, Amount::Ratio(_, whole) if quantity.kind == Kind::Fraction && !whole.is_zero()
        && !(Decimal::ONE_HUNDRED % whole).is_zero())
}

/// Which way a hedge points from the value that is printed to the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The truth lies above: more than, at least.
    Above,
    /// The truth lies below: nearly, less than, at most.
    Below,
    /// On either side, or not said.
    Open,
}

/// The direction of a hedge.
pub fn direction(hedge: Option<Hedge>) -> Direction {
    match hedge {
        Some(Hedge::MoreThan | Hedge::AtLeast) => Direction::Above,
        Some(Hedge::Nearly | Hedge::LessThan | Hedge::AtMost) => Direction::Below,
        Some(Hedge::About | Hedge::Only | Hedge::UpTo | Hedge::Average) | None => Direction::Open,
    }
}

/// Whether a check may say that the figure is missing on the other side.
pub fn counts(figure: &Figure) -> bool {
    figure.confidence == Confidence::High
}
