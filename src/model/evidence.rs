//! What speaks for a stat: the cell of a table, the words of its source, or the stats that it is computed from.

use super::id::{SourceId, StatId};
use super::project::Project;
use super::stat::{Stat, StatValue};
use super::table::Table;
use std::collections::BTreeMap;

/// A kind of evidence, which was held against the stat before anything was rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// A cell of the table that is kept beside the source.
    Cell,
    /// The words of the source.
    Quote,
    /// Other stats, from which the value is computed.
    Derived,
}

impl Evidence {
    /// Every kind.
    pub const ALL: [Evidence; 3] = [Evidence::Cell, Evidence::Quote, Evidence::Derived];

    /// What speaks for a stat; nothing if its file says only that the source has it.
    pub fn of(stat: &Stat) -> impl Iterator<Item = Evidence> {
        let speaks = |kind: &Evidence| match kind {
            Evidence::Cell => stat.cell.is_some(),
            Evidence::Quote => stat.quote.is_some(),
            Evidence::Derived => matches!(stat.value.value, StatValue::Derived(_)),
        };
        Self::ALL.into_iter().filter(speaks)
    }

    /// The name used in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            Evidence::Cell => "cell",
            Evidence::Quote => "quote",
            Evidence::Derived => "derived",
        }
    }
}

/// The rows of a table by the texts that they have in some of its columns.
type Rows<'a> = BTreeMap<Vec<&'a str>, usize>;

/// What the tables say in the cells that stats name. A table is read once for each set of columns by which rows are named, so
/// that many stats cost no more than their number.
pub fn cells(project: &Project) -> BTreeMap<StatId, String> {
    let mut indices: BTreeMap<(&SourceId, Vec<usize>), Rows<'_>> = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for (id, topic) in &project.stats {
        let (Some(reference), Some(source)) = (&topic.stat.cell, &topic.stat.source) else { continue };
        let Some(table) = project.sources.get(&source.value).and_then(|source| source.table.as_deref()) else { continue };
        let columns: Option<Vec<usize>> = reference.row.iter().map(|(name, _)| table.column(name)).collect();
        let (Some(columns), Some(column)) = (columns, table.column(&reference.column)) else { continue };
        let rows = indices.entry((&source.value, columns.clone())).or_insert_with(|| rows(table, &columns));
        let wanted: Vec<&str> = reference.row.iter().map(|(_, text)| text.as_str()).collect();
        texts.extend(rows.get(&wanted).map(|&row| (id.clone(), table.text(row, column).to_owned())));
    }
    texts
}

fn rows<'a>(table: &'a Table, columns: &[usize]) -> Rows<'a> {
    let named = |row| columns.iter().map(|&column| table.text(row, column)).collect();
    table.rows().map(|row| (named(row), row)).collect()
}
