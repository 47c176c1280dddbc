//! What a figure says, whatever its wording: `88%`, `ร้อยละ 88` and `百分之八十八` are one quantity.

use rust_decimal::Decimal;
use serde::Serialize;

/// The kind of a quantity. Two quantities of different kinds are never equal, even where their numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Parts in a hundred: `57%`.
    Percent,
    /// A difference of two percents: `9 percentage points`.
    PercentagePoint,
    /// How many: `6,723`; also any plain number.
    Count,
    /// A factor: `1.6 times`, `doubled`.
    Multiple,
    /// A part of a whole: `4 in 5`, `ครึ่งหนึ่ง`.
    Fraction,
    /// An amount of money, in full units: `US$641 billion` is 641000000000.
    Currency,
    /// A Gregorian year, whatever the era in which it is printed; with a unit also a decade or a century.
    Year,
    /// A calendar date, as the digits of ISO 8601's basic format: 20180412, 201804 for a month, 412 for a day without a year.
    Date,
    /// How long: `18 months`.
    Duration,
    /// A place in an order: `3rd`.
    Ordinal,
    /// From a low to a high value, in the unit of its ends.
    Range,
    /// A mark on a scale: `4.5 out of 5`.
    Rating,
    /// A time of day as hours and minutes (1030), or `24/7`.
    Time,
    /// A number with a unit of another kind: per mille, an age, a ratio, a measure.
    Other,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 14] = [
        Kind::Percent,
        Kind::PercentagePoint,
        Kind::Count,
        Kind::Multiple,
        Kind::Fraction,
        Kind::Currency,
        Kind::Year,
        Kind::Date,
        Kind::Duration,
        Kind::Ordinal,
        Kind::Range,
        Kind::Rating,
        Kind::Time,
        Kind::Other,
    ];

    /// The name used in files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Percent => "percent",
            Kind::PercentagePoint => "percentage-point",
            Kind::Count => "count",
            Kind::Multiple => "multiple",
            Kind::Fraction => "fraction",
            Kind::Currency => "currency",
            Kind::Year => "year",
            Kind::Date => "date",
            Kind::Duration => "duration",
            Kind::Ordinal => "ordinal",
            Kind::Range => "range",
            Kind::Rating => "rating",
            Kind::Time => "time",
            Kind::Other => "other",
        }
    }
}

/// What an amount counts, where its kind leaves that open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Percent; the unit of every percent and of a range of percents.
    Percent,
    /// Percentage points.
    PercentagePoint,
    /// Parts in a thousand.
    PerMille,
    /// Money, by its ISO 4217 code.
    Currency(&'static str),
    /// Seconds, minutes, hours, days, weeks, months, quarters, years: the name in the singular.
    Duration(&'static str),
    /// A year of the calendar.
    Year,
    /// Ten years of the calendar, named by their first.
    Decade,
    /// A hundred years of the calendar, by their ordinal number.
    Century,
    /// A calendar date.
    Date,
    /// A time of day.
    Time,
    /// Round the clock, every day: `24/7`.
    AroundTheClock,
    /// A factor: the unit of a range of multiples.
    Times,
    /// Stars of a rating.
    Stars,
    /// A mark out of so many.
    OutOf(u16),
    /// Years of age.
    Age,
    /// The first term of a ratio to one: `3:1`.
    Ratio,
    /// A physical or technical measure, by its English name in the singular: `kilometre`, `celsius`.
    Measure(&'static str),
}

impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Unit::Percent => "percent",
            Unit::PercentagePoint => "percentage-point",
            Unit::PerMille => "per-mille",
            Unit::Currency(name) | Unit::Duration(name) | Unit::Measure(name) => name,
            Unit::Year => "year",
            Unit::Decade => "decade",
            Unit::Century => "century",
            Unit::Date => "date",
            Unit::Time => "time",
            Unit::AroundTheClock => "24/7",
            Unit::Times => "times",
            Unit::Stars => "stars",
            Unit::OutOf(whole) => return write!(f, "out-of-{whole}"),
            Unit::Age => "age",
            Unit::Ratio => "ratio",
        })
    }
}

impl Serialize for Unit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How a figure stands to the true value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// Near it, on either side.
    About,
    /// A little above it.
    Nearly,
    /// Below it.
    MoreThan,
    /// Not above it.
    AtLeast,
    /// Above it.
    LessThan,
    /// Not below it.
    AtMost,
    /// It, which is little.
    Only,
    /// Its highest.
    UpTo,
    /// The mean of many.
    Average,
}

impl Hedge {
    /// Every hedge.
    pub const ALL: [Hedge; 9] = [
        Hedge::About,
        Hedge::Nearly,
        Hedge::MoreThan,
        Hedge::AtLeast,
        Hedge::LessThan,
        Hedge::AtMost,
        Hedge::Only,
        Hedge::UpTo,
        Hedge::Average,
    ];

    /// The name used in files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Hedge::About => "about",
            Hedge::Nearly => "nearly",
            Hedge::MoreThan => "more-than",
            Hedge::AtLeast => "at-least",
            Hedge::LessThan => "less-than",
            Hedge::AtMost => "at-most",
            Hedge::Only => "only",
            Hedge::UpTo => "up-to",
            Hedge::Average => "average",
        }
    }

    /// The hedge of that name.
    pub fn from_name(name: &str) -> Option<Hedge> {
        Hedge::ALL.into_iter().find(|hedge| hedge.name() == name)
    }
}

/// The era in which a year is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Era {
    /// The Buddhist era: Gregorian plus 543 (Thailand, since 1941).
    Be,
    /// The common era.
    Ce,
}

/// The number of a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Amount {
    /// One exact value, in the natural unit of its kind: percent 57, a Gregorian year, money in full units.
    Value(Decimal),
    /// A numerator and a denominator; the denominator is not 0.
    Ratio(Decimal, Decimal),
    /// From the first to the second, both included.
    Range(Decimal, Decimal),
    /// A unit whose number is gone.
    Lost,
}

impl Amount {
    /// The single value: a ratio divided out to 28 significant digits; `None` for a range or a lost number.
    pub fn value(self) -> Option<Decimal> {
        match self {
            Amount::Value(value) => Some(value),
            Amount::Ratio(numerator, denominator) => numerator.checked_div(denominator),
            Amount::Range(..) | Amount::Lost => None,
        }
    }
}

/// The canonical text, which the `value` of an element bears: `88`, `4.3`, `0.8` for four in five, `4..8`; empty for a lost number.
impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Amount::Range(low, high) => write!(f, "{}..{}", low.normalize(), high.normalize()),
            _ => self.value().map_or(Ok(()), |value| write!(f, "{}", value.normalize())),
        }
    }
}

/// What a figure says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// Its kind.
    pub kind: Kind,
    /// Its number.
    pub amount: Amount,
    /// Its unit, where the kind has one.
    pub unit: Option<Unit>,
    /// Its hedge.
    pub hedge: Option<Hedge>,
    /// The era in which its year is printed, where the text says so or the number leaves no doubt.
    pub era: Option<Era>,
}

impl Quantity {
    /// A plain quantity of that kind and amount, with the unit that the kind implies.
    pub fn new(kind: Kind, amount: Amount) -> Self {
        let unit = match kind {
            Kind::Percent => Some(Unit::Percent),
            Kind::PercentagePoint => Some(Unit::PercentagePoint),
            Kind::Year => Some(Unit::Year),
            Kind::Date => Some(Unit::Date),
            Kind::Time => Some(Unit::Time),
            _ => None,
        };
        Self { kind, amount, unit, hedge: None, era: None }
    }

    /// The same with a unit.
    #[must_use]
    pub fn unit(mut self, unit: Unit) -> Self {
        self.unit = Some(unit);
        self
    }

    /// The same with a hedge, or without.
    #[must_use]
    pub fn hedge(mut self, hedge: impl Into<Option<Hedge>>) -> Self {
        self.hedge = hedge.into();
        self
    }
}
