//! One way that a language words a quantity: its reading and its writing, side by side.

use super::numeral::Form;
use super::site::Site;
use super::word::Affix;
use crate::model::{Confidence, Quantity, Role};
use std::ops::Range;

/// One way that a language words a quantity.
///
/// A language lists its constructs in one slice; to add one, write it and add it there. The tests run `read(write(q)) = q`
/// over every construct of every language.
pub trait Construct: Sync + std::fmt::Debug {
    /// Its name, as `FIGURE($stat, as: "…")` and the ledger call it.
    fn name(&self) -> &'static str;

    /// Reads the quantity that stands at the site in this wording.
    fn read(&self, site: &Site<'_>) -> Option<Reading>;

    /// Words a quantity, without its hedge; `None` if this construct cannot say it exactly.
    fn write(&self, quantity: &Quantity) -> Option<String>;
}

/// What a construct has read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The bytes of the figure, without hedges.
    pub span: Range<usize>,
    /// The bytes of the bare number.
    pub core: Range<usize>,
    /// What it says.
    pub quantity: Quantity,
    /// Whether it is surely a quantity.
    pub confidence: Confidence,
    /// Whether it numbers the text itself.
    pub role: Role,
}

impl Reading {
    /// A sure reading.
    pub fn new(span: Range<usize>, core: Range<usize>, quantity: Quantity) -> Self {
        Self { span, core, quantity, confidence: Confidence::High, role: Role::Statistic }
    }
}

/// A construct that is a number with a word or sign beside it.
#[derive(Debug)]
pub struct Affixed {
    /// Its name.
    pub name: &'static str,
    /// Which affixes it reads.
    pub takes: fn(Affix) -> bool,
    /// How it words a quantity.
    pub write: fn(&Quantity) -> Option<String>,
}

impl Construct for Affixed {
    fn name(&self) -> &'static str {
        self.name
    }

    fn read(&self, site: &Site<'_>) -> Option<Reading> {
        let before = site.before.filter(|affix| (self.takes)(*affix));
        let after = site.after.filter(|(affix, _)| (self.takes)(*affix));
        let affix = before.or(after.map(|(affix, _)| affix))?;
        let number = site.number.as_ref().filter(|number| !matches!(number.form, Form::Ordinal | Form::Year))?;
        let end = after.map_or(number.end, |(_, end)| end);
        Some(Reading::new(site.start..end, number.core.clone(), affix.quantity(site.value()?)?))
    }

    fn write(&self, quantity: &Quantity) -> Option<String> {
        (self.write)(quantity)
    }
}
