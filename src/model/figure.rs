//! A quantity as printed or read in a text.

use super::quantity::{Amount, Quantity};
use serde::{Serialize, Serializer};
use std::ops::Range;

/// Whether a numeral is surely a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// It may be an article, a pronoun or part of an idiom (one of them, 一个, หนึ่งในนั้น). Listed; every check ignores it.
    Low,
    /// It is a quantity.
    High,
}

/// What a figure does in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// It says something about the world.
    Statistic,
    /// It numbers the text itself: list markers, sections, pages.
    Structural,
}

/// A quantity in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The bytes of the whole figure: hedge, sign, number, scale and unit.
    pub span: Range<usize>,
    /// The bytes of the bare number inside it; empty where the number is lost.
    pub core: Range<usize>,
    /// What it says.
    pub quantity: Quantity,
    /// Whether it is surely a quantity.
    pub confidence: Confidence,
    /// What it does in the text.
    pub role: Role,
}

impl Figure {
    /// Whether checks count it: surely a quantity, and not the text's own numbering.
    pub fn is_claim(&self) -> bool {
        self.confidence == Confidence::High && self.role == Role::Statistic
    }
}

impl Serialize for Amount {
    /// As the three members `value`, `low` and `high`, decimals as strings without trailing zeros after the point's need.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let (low, high) = match self {
            Amount::Range(low, high) => (Some(low.normalize()), Some(high.normalize())),
            _ => (None, None),
        };
        let text = |number: Option<rust_decimal::Decimal>| number.map(|number| number.to_string());
        let mut amount = serializer.serialize_struct("Amount", 3)?;
        amount.serialize_field("value", &text(self.value().map(|value| value.normalize())))?;
        amount.serialize_field("low", &text(low))?;
        amount.serialize_field("high", &text(high))?;
        amount.end()
    }
}
