//! One statistic: a value with its evidence. A project has many, and nearly all of what it needs is they: so what several of a file
//! say in the same words is kept once.

use super::id::{SourceId, StatId};
use super::quantity::{Amount, Hedge, Kind, Quantity, Unit};
use super::word::Word;
use crate::diagnostic::{At, Place};
use rust_decimal::Decimal;

/// One statistic.
#[derive(Debug, Clone)]
pub struct Stat {
    /// Its id, which is also its Fluent variable.
    pub id: At<StatId>,
    /// Its value, given or derived.
    pub value: At<StatValue>,
    /// The kind of its quantity; the place is that of the unit.
    pub kind: At<Kind>,
    /// Its unit, where the kind has one.
    pub unit: Option<Unit>,
    /// Who or what it measures.
    pub measures: Measures,
    /// When, in the words of the file.
    pub period: Option<Word>,
    /// To how many decimals the value is rounded: at 0, 88 stands for [87.5, 88.5). As many as it is written with if the file
    /// does not say.
    pub decimals: Option<u32>,
    /// Where it comes from; a derived stat has the sources of its inputs.
    pub source: Option<At<SourceId>>,
    /// Where in the source's table it stands.
    pub cell: Option<CellRef>,
    /// The words of the source.
    pub quote: Option<Box<At<String>>>,
    /// The hedge with which the source itself gives it, and with which it is always worded.
    pub hedge: Option<Box<At<Hedge>>>,
    /// Other ways in which it may be said.
    pub say: Box<[Say]>,
    /// How far it may be relied on.
    pub status: At<Status>,
    /// All that the file says of it.
    pub entry: Place,
}

/// A value as the file gives it.
#[derive(Debug, Clone)]
pub enum StatValue {
    /// Written down.
    Given(Amount),
    /// Computed from other stats.
    Derived(Expression),
}

/// How a stat is computed from others, in exact arithmetic.
#[derive(Debug, Clone)]
pub enum Expression {
    /// Another stat.
    Stat(At<StatId>),
    /// A plain number.
    Number(Decimal),
    /// Two operands.
    Binary(Box<Expression>, Operator, Box<Expression>),
    /// `growth(new, old)`: the relative change in percent, (new − old) / old × 100.
    Growth(Box<Expression>, Box<Expression>),
    /// `share(part, whole)`: part / whole × 100, in percent.
    Share(Box<Expression>, Box<Expression>),
    /// `sum(a, b, …)`.
    Sum(Vec<Expression>),
}

/// An arithmetical operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// Who or what a stat measures. Two stats with the same measures, period and unit claim the same thing.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measures {
    /// Of whom or what.
    pub population: Option<Word>,
    /// What about them.
    pub property: Option<Word>,
}

/// A cell of the source's table: the row in which each named column has the given text, and a column.
#[derive(Debug, Clone)]
pub struct CellRef {
    /// The whole reference.
    pub place: Place,
    /// Column and text, for each column that picks the row.
    pub row: Box<[(At<Word>, At<Word>)]>,
    /// The column.
    pub column: At<Word>,
}

impl Stat {
    /// The other way in which it may be said by the construct of that name, if the file gives one.
    pub fn say(&self, construct: &str) -> Option<&Say> {
        self.say.iter().find(|say| say.construct.value == *construct)
    }
}

/// A way in which a stat may be said beside its plain value, such as "nearly nine in ten" for 88%.
#[derive(Debug, Clone)]
pub struct Say {
    /// The construct that words it.
    pub construct: At<Word>,
    /// What is said.
    pub value: At<Amount>,
    /// With which hedge.
    pub hedge: Option<At<Hedge>>,
}

/// The constructs that stats and messages may ask for by name.
pub const CONSTRUCTS: &[&str] =
    &["percent", "fraction", "n-in-m", "multiple", "doubling", "points", "count", "words", "year", "date"];

impl Say {
    /// What is said: a fraction or a multiple where the construct words one, otherwise in the stat's own kind and unit.
    pub fn quantity(&self, stat: &Stat) -> Quantity {
        let quantity = match self.construct.as_str() {
            "fraction" | "n-in-m" => Quantity::new(Kind::Fraction, self.value.value),
            "multiple" | "doubling" => Quantity::new(Kind::Multiple, self.value.value),
            _ => Quantity { unit: stat.unit, ..Quantity::new(stat.kind.value, self.value.value) },
        };
        quantity.hedge(self.hedge.as_ref().map(|hedge| hedge.value))
    }
}

/// How far a stat may be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// As the source gives it.
    Final,
    /// The source may still change it.
    Provisional,
    /// The source calls it an estimate.
    Estimate,
    /// About a time to come.
    Forecast,
    /// Nobody has held it against its source yet.
    Unverified,
    /// A thought example, not a measurement.
    Illustration,
    /// No longer to be used.
    Retired,
}

impl Status {
    /// Every status with its name in the files.
    pub const ALL: [(&'static str, Status); 7] = [
        ("final", Status::Final),
        ("provisional", Status::Provisional),
        ("estimate", Status::Estimate),
        ("forecast", Status::Forecast),
        ("unverified", Status::Unverified),
        ("illustration", Status::Illustration),
        ("retired", Status::Retired),
    ];

    /// Its name in the files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).expect("every status stands in ALL").0
    }

    /// The status of that name.
    pub fn from_name(name: &str) -> Option<Status> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, status)| status)
    }
}
