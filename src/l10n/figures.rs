//! The figures of a message: the stats that it words, itself or by what it refers to, and what each says today.
//!
//! In: a unit, its catalog, and the stats of its article. Out: its [`Worded`] figures, by name. What is no stat (a literal of the
//! article, a count that a template gives) is not listed.

use super::catalog::Catalog;
use super::unit::Unit;
use crate::figure::Language;
use crate::locale::syntax;
use crate::model::{BoundStat, Quantity, StatId};
use fluent_syntax::ast::InlineExpression;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The stats that an article may use.
pub type Stats = BTreeMap<StatId, Arc<BoundStat>>;

/// A variable as a message words it: its name, and the construct that it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use<'a> {
    /// The variable.
    pub variable: &'a str,
    /// The construct; `None` for the usual wording.
    pub construct: Option<&'a str>,
}

impl std::fmt::Display for Use<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.construct {
            None => f.write_str(self.variable),
            Some(construct) => write!(f, "{} as {construct}", self.variable),
        }
    }
}

/// A stat as a message words it.
#[derive(Debug, Clone)]
pub struct Worded<'a> {
    /// The variable and the construct.
    pub by: Use<'a>,
    /// The stat.
    pub stat: &'a BoundStat,
    /// What it says so.
    pub quantity: Quantity,
}

impl Worded<'_> {
    /// The wording in a language.
    pub fn text(&self, language: &Language) -> Option<String> {
        let worded = match self.by.construct {
            None => language.write(&self.quantity),
            Some(construct) => language.write_as(construct, &self.quantity),
        };
        worded.map(|(_, text)| text)
    }

    /// What it says, whatever the language: `88 percent`, `nearly 0.9 fraction`.
    pub fn worth(&self) -> String {
        worth(&self.quantity)
    }
}

/// What a quantity says, whatever the language.
pub fn worth(quantity: &Quantity) -> String {
    let hedge = quantity.hedge.map(|hedge| format!("{} ", hedge.name())).unwrap_or_default();
    let unit = quantity.unit.map_or_else(|| quantity.kind.name().to_owned(), |unit| unit.to_string());
    match quantity.kind {
        crate::model::Kind::Count if quantity.unit.is_none() => format!("{hedge}{}", quantity.amount),
        _ => format!("{hedge}{} {unit}", quantity.amount),
    }
}

/// The variables that a unit names, in the order in which they stand, with those of the messages and terms that it refers to.
pub fn uses<'c>(unit: &'c Unit<'_>, catalog: &'c Catalog<'_>) -> Vec<Use<'c>> {
    let (mut found, mut seen, mut waiting) = (Vec::new(), BTreeSet::from([unit.id.to_owned()]), vec![unit]);
    while let Some(unit) = waiting.pop() {
        for pattern in unit.patterns() {
            syntax::visit(pattern, &mut |inline, purpose| {
                let reference = match inline {
                    InlineExpression::FunctionReference { .. } if purpose != syntax::Use::Selects => {
                        found.extend(
                            syntax::subject(inline).map(|variable| Use { variable, construct: syntax::construct(inline) }),
                        );
                        None
                    }
                    InlineExpression::VariableReference { id } if purpose != syntax::Use::Argument => {
                        found.push(Use { variable: id.name, construct: None });
                        None
                    }
                    InlineExpression::FunctionReference { .. } => {
                        found.extend(syntax::subject(inline).map(|variable| Use { variable, construct: None }));
                        None
                    }
                    InlineExpression::MessageReference { id, .. } => Some(id.name.to_owned()),
                    InlineExpression::TermReference { id, .. } => Some(format!("-{}", id.name)),
                    _ => None,
                };
                if let Some(target) = reference.filter(|target| !seen.contains(target)) {
                    waiting.extend(catalog.get(&target));
                    seen.insert(target);
                }
            });
        }
    }
    let mut known = BTreeSet::new();
    found.retain(|found| known.insert(*found));
    found
}

/// The stats that a unit words.
pub fn worded<'c>(unit: &'c Unit<'_>, catalog: &'c Catalog<'_>, stats: Option<&'c Stats>) -> Vec<Worded<'c>> {
    let bind = |by: Use<'c>| {
        let stat = stats?.get(by.variable)?;
        Some(Worded { by, stat, quantity: stat.said(by.construct) })
    };
    uses(unit, catalog).into_iter().filter_map(bind).collect()
}

/// What the figures of a unit say, by name: what an approval records.
pub fn record(worded: &[Worded<'_>]) -> BTreeMap<String, String> {
    worded.iter().map(|figure| (figure.by.to_string(), figure.worth())).collect()
}
