//! What the figures of a build rest on: its sources and stats, each with its evidence.

use crate::model::body::Origin;
use crate::model::evidence::{Evidence, cells};
use crate::model::stat::StatValue;
use crate::model::{Amount, BoundStat, Hedge, Kind, Source, SourceId, Stat, StatId, Unit};
use crate::publish::Site;
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};

/// The sources and stats of a build.
pub struct Grounds<'a> {
    stats: BTreeMap<&'a str, StatEntry<'a>>,
    sources: BTreeMap<&'a SourceId, &'a Source>,
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
    pub cell: Option<CellEntry<'a>>,
    pub quote: Option<&'a str>,
    derived: Option<&'a str>,
    inputs: Vec<&'a str>,
    pub evidence: Vec<&'static str>,
}

/// Where in a table a stat stands: the file, the texts that pick the row, the column; and what the table says there.
#[derive(Serialize)]
pub struct CellEntry<'a> {
    table: Option<&'a str>,
    #[serde(serialize_with = "object")]
    row: Vec<(&'a str, &'a str)>,
    column: &'a str,
    says: Option<String>,
}

/// A source, as the ledger has it.
#[derive(Serialize)]
pub struct SourceEntry<'a> {
    producer: &'a str,
    title: &'a str,
    edition: Option<&'a str>,
    published: String,
    accessed: Option<String>,
    url: Option<&'a str>,
    table: Option<&'a str>,
}

impl<'a> Grounds<'a> {
    /// Of every stat that a page says, of those that it is computed from, and of the sources of all of them.
    pub fn of(site: &Site<'a>) -> Self {
        let mut cells = cells(site.project);
        let mut waiting: BTreeSet<&StatId> = BTreeSet::new();
        let mut sources = BTreeSet::new();
        for entry in
            site.documents.iter().flat_map(|verified| verified.figures().iter().map(|figure| verified.entry(figure)))
        {
            if let Origin::Stat(id) = &entry.origin {
                waiting.insert(id);
            }
            sources.extend(&entry.sources);
        }
        let mut stats = BTreeMap::new();
        while let Some(id) = waiting.pop_first() {
            let Some(bound) = site.stats.get(id) else { continue };
            waiting.extend(bound.inputs.iter().filter(|input| !stats.contains_key(input.as_str())));
            sources.extend(&bound.sources);
            stats.insert(id.as_str(), stat(bound, site, cells.remove(id)));
        }
        let known = sources.into_iter().filter_map(|id| Some((id, site.project.sources.get(id)?)));
        Self { stats, sources: known.collect() }
    }

    /// The stats by id.
    pub fn stats(&self) -> impl Iterator<Item = (&'a str, &StatEntry<'a>)> {
        self.stats.iter().map(|(id, stat)| (*id, stat))
    }

    /// The stat of that id.
    pub fn stat(&self, id: &str) -> Option<&StatEntry<'a>> {
        self.stats.get(id)
    }

    /// The sources by id.
    pub fn sources(&self) -> impl Iterator<Item = (&'a str, SourceEntry<'a>)> {
        self.sources.iter().map(|(id, source)| (id.as_str(), self::source(source)))
    }
}

fn stat<'a>(bound: &'a BoundStat, site: &Site<'a>, says: Option<String>) -> StatEntry<'a> {
    let stat: &Stat = &bound.stat;
    let source = stat.source.as_ref().and_then(|source| site.project.sources.get(&source.value));
    StatEntry {
        amount: bound.quantity.amount,
        kind: bound.quantity.kind,
        unit: bound.quantity.unit.or(stat.unit),
        hedge: bound.quantity.hedge,
        population: stat.measures.population.as_deref(),
        property: stat.measures.property.as_deref(),
        period: stat.period.as_deref(),
        status: stat.status.name(),
        sources: bound.sources.iter().map(SourceId::as_str).collect(),
        cell: stat.cell.as_ref().map(|cell| CellEntry {
            table: source.and_then(table),
            row: cell.row.iter().map(|(column, text)| (column.as_str(), text.as_str())).collect(),
            column: cell.column.as_str(),
            says,
        }),
        quote: stat.quote.as_ref().map(|quote| quote.as_str()),
        derived: matches!(stat.value.value, StatValue::Derived(_)).then(|| stat.value.place.text()),
        inputs: bound.inputs.iter().map(StatId::as_str).collect(),
        evidence: Evidence::of(stat).map(Evidence::name).collect(),
    }
}

fn source(source: &Source) -> SourceEntry<'_> {
    SourceEntry {
        producer: &source.producer,
        title: &source.title,
        edition: source.edition.as_deref(),
        published: source.published.to_string(),
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
