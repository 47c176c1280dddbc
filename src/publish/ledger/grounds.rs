//! What the figures of a build rest on: its sources and stats, each with its evidence. Each is made when it is asked for, so that
//! nothing is held of all of them.

use crate::model::body::Origin;
use crate::model::evidence::Evidence;
use crate::model::stat::StatValue;
use crate::model::{Amount, BoundStat, Hedge, Kind, Project, Source, SourceId, Stat, StatId, Unit};
use crate::verify::Verified;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is known of the stats and sources of a project.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// The project.
    pub project: &'a Project,
    /// The stats of its articles, bound.
    pub stats: &'a BTreeMap<StatId, Arc<BoundStat>>,
}

/// The stats and sources that figures name.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The stats.
    pub stats: BTreeSet<StatId>,
    /// The sources.
    pub sources: BTreeSet<SourceId>,
}

impl Named {
    /// Those of one document.
    pub fn of(verified: &Verified) -> Self {
        let mut named = Self::default();
        for entry in verified.figures().iter().map(|figure| verified.entry(figure)) {
            if let Origin::Stat(id) = &entry.origin {
                named.stats.insert(id.clone());
            }
            named.sources.extend(entry.sources.iter().cloned());
        }
        named
    }

    /// Adds those of another.
    pub fn append(&mut self, other: Self) {
        self.stats.extend(other.stats);
        self.sources.extend(other.sources);
    }
}

/// A stat, as the ledger has it.
#[derive(Serialize)]
pub struct StatEntry<'a> {
    #[serde(flatten)]
    amount: Amount,
    kind: Kind,
    unit: Option<Unit>,
    hedge: Option<Hedge>,
    population: Option<&'a str>,
    property: Option<&'a str>,
    period: Option<&'a str>,
    status: &'static str,
    sources: Vec<&'a str>,
    derived: Option<&'a str>,
    inputs: Vec<&'a str>,
    #[serde(flatten)]
    ground: Ground<'a>,
}

/// What speaks for a stat.
#[derive(Default, Serialize)]
pub struct Ground<'a> {
    pub cell: Option<CellEntry<'a>>,
    pub quote: Option<&'a str>,
    pub evidence: Vec<&'static str>,
}

/// Where in a table a stat stands: the file, the texts that pick the row, the column; and what the table says there.
#[derive(Serialize)]
pub struct CellEntry<'a> {
    table: Option<&'a str>,
    #[serde(serialize_with = "object")]
    row: Vec<(&'a str, &'a str)>,
    column: &'a str,
    says: Option<&'a str>,
}

/// A source, as the ledger has it.
#[derive(Serialize)]
pub struct SourceEntry<'a> {
    producer: &'a str,
    title: &'a str,
    edition: Option<&'a str>,
    published: Option<String>,
    accessed: Option<String>,
    url: Option<&'a str>,
    table: Option<&'a str>,
}

impl<'a> Grounds<'a> {
    /// Adds the stats that others are computed from, and the sources of all of them.
    pub fn close(&self, named: &mut Named) {
        let mut waiting = std::mem::take(&mut named.stats);
        while let Some(id) = waiting.pop_first() {
            let Some(bound) = self.stats.get(&id) else { continue };
            waiting.extend(bound.inputs.iter().filter(|input| !named.stats.contains(*input)).cloned());
            named.sources.extend(bound.sources.iter().cloned());
            named.stats.insert(id);
        }
    }

    /// A stat.
    pub fn stat(&self, id: &StatId) -> Option<StatEntry<'a>> {
        let bound = self.stats.get(id)?;
        let stat: &Stat = &bound.stat;
        Some(StatEntry {
            amount: bound.quantity.amount,
            kind: bound.quantity.kind,
            unit: bound.quantity.unit.or(stat.unit),
            hedge: bound.quantity.hedge,
            population: stat.measures.population.as_deref(),
            property: stat.measures.property.as_deref(),
            period: stat.period.as_deref(),
            status: stat.status.name(),
            sources: bound.sources.iter().map(SourceId::as_str).collect(),
            ground: self.ground(id)?,
            derived: matches!(stat.value.value, StatValue::Derived(_)).then(|| stat.value.place.text()),
            inputs: bound.inputs.iter().map(StatId::as_str).collect(),
        })
    }

    /// What speaks for a stat.
    pub fn ground(&self, id: &StatId) -> Option<Ground<'a>> {
        let bound: &'a BoundStat = self.stats.get(id)?;
        let stat: &'a Stat = &bound.stat;
        let source = stat.source.as_ref().and_then(|source| self.project.sources.get(&source.value));
        let cell = stat.cell.as_ref().map(|cell| CellEntry {
            table: source.and_then(|source| table(source)),
            row: cell.row.iter().map(|(column, text)| (column.as_str(), text.as_str())).collect(),
            column: cell.column.as_str(),
            says: bound.says.as_deref(),
        });
        let quote = stat.quote.as_ref().map(|quote| quote.as_str());
        Some(Ground { cell, quote, evidence: Evidence::of(stat).map(Evidence::name).collect() })
    }

    /// A source.
    pub fn source(&self, id: &SourceId) -> Option<SourceEntry<'a>> {
        self.project.sources.get(id).map(|found| source(found))
    }
}

fn source(source: &Source) -> SourceEntry<'_> {
    SourceEntry {
        producer: &source.producer,
        title: &source.title,
        edition: source.edition.as_deref(),
        published: source.published.map(|day| day.to_string()),
        accessed: source.accessed.map(|day| day.to_string()),
        url: source.url.as_deref(),
        table: table(source),
    }
}

/// The file of a source's table.
fn table(source: &Source) -> Option<&str> {
    source.table.as_ref().map(|table| table.file.path())
}

/// Pairs as an object, in their order.
fn object<S: Serializer>(pairs: &[(&str, &str)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().copied())
}
