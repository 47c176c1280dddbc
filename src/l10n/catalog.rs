//! All messages and terms of a locale, in the order of its files.

use super::unit::{self, Unit};
use crate::locale::syntax::{self, Inline};
use crate::model::project::LocaleFiles;
use fluent_syntax::ast::InlineExpression;
use std::collections::BTreeMap;

/// The messages and terms of a locale.
#[derive(Debug, Default)]
pub struct Catalog<'a> {
    /// The units, file by file.
    pub units: Vec<Unit<'a>>,
    /// Whether a part of a file is not well formed, so that a message may be there and not be known.
    pub has_junk: bool,
    by_id: BTreeMap<&'a str, usize>,
}

impl<'a> Catalog<'a> {
    /// Reads the files of a locale; of two units with one id, the first counts.
    pub fn new(files: &'a LocaleFiles) -> Self {
        let readings: Vec<_> = files.files.iter().map(|file| unit::read(&file.text)).collect();
        let has_junk = readings.iter().any(|reading| !reading.junk.is_empty());
        let units: Vec<_> = readings.into_iter().flat_map(|reading| reading.units).collect();
        let mut by_id = BTreeMap::new();
        for (position, unit) in units.iter().enumerate() {
            by_id.entry(unit.id).or_insert(position);
        }
        Self { units, has_junk, by_id }
    }

    /// The unit of that id.
    pub fn get(&self, id: &str) -> Option<&Unit<'a>> {
        self.by_id.get(id).map(|&position| &self.units[position])
    }

    /// Whether any unit refers to that message or term.
    pub fn refers_to(&self, id: &str) -> bool {
        let names = |inline: &Inline<'_>| match inline {
            InlineExpression::MessageReference { id: name, .. } => name.name == id,
            InlineExpression::TermReference { id: name, .. } => id.strip_prefix('-') == Some(name.name),
            _ => false,
        };
        let mut found = false;
        for pattern in self.units.iter().flat_map(Unit::patterns) {
            syntax::visit(pattern, &mut |inline, _| found |= names(inline));
        }
        found
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.by_id.keys().copied()
    }
}

/// The name of a file without folder and ending: the article that its messages belong to, or `common`.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".ftl").unwrap_or(name)
}
