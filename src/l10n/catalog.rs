//! Messages and terms of a locale, in the order of its files: all, or those of an article with what they refer to.

use super::unit::{self, Unit};
use crate::model::MessageFile;
use std::collections::BTreeMap;

/// The messages and terms of a locale.
#[derive(Debug, Default)]
pub struct Catalog<'a> {
    /// The units, file by file.
    pub units: Vec<Unit<'a>>,
    by_id: BTreeMap<&'a str, usize>,
}

impl<'a> Catalog<'a> {
    /// Reads files of a locale; of two units with one id, the first counts.
    pub fn new(files: &'a [MessageFile]) -> Self {
        let units: Vec<_> = files.iter().flat_map(|file| unit::read(&file.text).units).collect();
        let mut by_id = BTreeMap::new();
        for (position, unit) in units.iter().enumerate() {
            by_id.entry(unit.id).or_insert(position);
        }
        Self { units, by_id }
    }

    /// The unit of that id.
    pub fn get(&self, id: &str) -> Option<&Unit<'a>> {
        self.by_id.get(id).map(|&position| &self.units[position])
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
