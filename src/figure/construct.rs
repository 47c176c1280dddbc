//! One way that a language words a quantity: its reading and its writing, side by side.

use super::numeral::Form;
use super::site::Site;
use super::word::Affix;
use crate::model::{Confidence, Quantity, Role};
use std::ops::Range;
use std::sync::OnceLock;

/// One way that a language words a quantity.
///
/// A language lists its constructs in one slice; to add one, write it and add it there. The tests run `read(write(q)) = q`
/// over every construct of every language.
pub trait Construct: Sync + std::fmt::Debug {
    /// Its name, as `FIGURE($stat, as: "…")` and the ledger call it.
    fn name(&self) -> &'static str;

    /// What a site must have for this wording to stand there: it is not asked at others. When in doubt, nothing.
    fn needs(&self) -> Needs {
        Needs::NOTHING
    }

    /// Reads the quantity that stands at the site in this wording.
    fn read(&self, site: &Site<'_>) -> Option<Reading>;

    /// Words a quantity, without its hedge; `None` if this construct cannot say it exactly.
    fn write(&self, quantity: &Quantity) -> Option<String>;
}

/// What a site has, or must have for a construct to be asked there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs(u8);

impl Needs {
    /// Nothing in particular.
    pub const NOTHING: Needs = Needs(0);
    /// A word where it begins.
    pub const WORD: Needs = Needs(1);
    /// A number, in digits or words.
    pub const NUMBER: Needs = Needs(2);
    /// A number with an affix before or behind it.
    pub const AFFIX: Needs = Needs(4);

    /// Both.
    pub const fn and(self, other: Needs) -> Needs {
        Needs(self.0 | other.0)
    }
}

/// The constructs of a language, in the order in which they are tried, and which of them are asked at what site.
#[derive(Debug)]
pub struct Constructs {
    all: &'static [&'static dyn Construct],
    asked: OnceLock<[Vec<&'static dyn Construct>; 8]>,
}

impl Constructs {
    /// Those of the slice.
    pub const fn new(all: &'static [&'static dyn Construct]) -> Self {
        Self { all, asked: OnceLock::new() }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &'static dyn Construct> + use<> {
        self.all.iter().copied()
    }

    /// Those that are asked at a site that has so much.
    pub fn asked(&self, has: Needs) -> &[&'static dyn Construct] {
        let met = |needs: Needs, has: u8| needs.0 & !has == 0;
        let asked_at = |has: usize| self.iter().filter(|construct| met(construct.needs(), has as u8)).collect();
        &self.asked.get_or_init(|| std::array::from_fn(asked_at))[usize::from(has.0)]
    }
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

    fn needs(&self) -> Needs {
        Needs::AFFIX
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
