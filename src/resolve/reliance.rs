//! The stats in use, and all that they are derived from: how far they can be relied on.
//!
//! What can go wrong: a stat that nobody has held against its source, or that is final and names neither cell nor quote, one
//! that is derived from such or from a retired one, and, where the day is known, a source that is older than it may grow.

use super::derive::{self, Known};
use crate::diagnostic::{At, Code, Finding, Findings};
use crate::model::stat::{StatValue, Status};
use crate::model::{Project, Source, SourceId, Stat, StatId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Checks the stats in `used`.
pub fn check(
    project: &Project,
    used: &BTreeSet<StatId>,
    known: &BTreeMap<StatId, Known>,
    today: Option<Date>,
    findings: &mut Findings,
) {
    for stat in used.iter().filter_map(|id| project.stats.get(id)).map(|stat| &stat.stat) {
        if stat.status.value == Status::Unverified {
            let message = format!("`{}` has not been verified against its source", stat.id.value);
            findings.push(Finding::new(Code::StatUnverified, stat.status.place.clone(), message));
        }
    }
    let mut sources: BTreeSet<&SourceId> = BTreeSet::new();
    for stat in behind(used, known).into_iter().filter_map(|id| project.stats.get(id)).map(|stat| &*stat.stat) {
        match &stat.value.value {
            StatValue::Given(_) => {
                findings.extend(unproven(stat).filter(|_| !project.unreadable.contains(stat.id.as_str())))
            }
            StatValue::Derived(formula) => inputs(project, stat, derive::references(formula), findings),
        }
        sources.extend(stat.source.iter().map(|source| &source.value));
    }
    if let Some(today) = today {
        findings.extend(sources.into_iter().filter_map(|id| stale(project.sources.get(id)?, today)));
    }
}

/// Stats with all that they are derived from.
fn behind<'a>(used: &'a BTreeSet<StatId>, known: &'a BTreeMap<StatId, Known>) -> BTreeSet<&'a StatId> {
    let mut all: BTreeSet<&StatId> = used.iter().collect();
    let mut waiting: Vec<&StatId> = used.iter().collect();
    while let Some(id) = waiting.pop() {
        let inputs = known.get(id).into_iter().flat_map(|known| &known.inputs);
        waiting.extend(inputs.filter(|input| all.insert(input)));
    }
    all
}

/// A final stat that shows nothing for it.
fn unproven(stat: &Stat) -> Option<Finding> {
    let proven = stat.cell.is_some() || stat.quote.is_some();
    (stat.status.value == Status::Final && !proven).then(|| {
        let message = format!("`{}` is final, and nothing shows that its source says it", stat.id.value);
        let finding = Finding::new(Code::EvidenceMissing, stat.status.place.clone(), message);
        finding.help("name the `cell` of the source's table, or the `quote`; or call it `unverified`")
    })
}

/// What a derived stat rests on.
fn inputs(project: &Project, stat: &Stat, references: Vec<&At<StatId>>, findings: &mut Findings) {
    let status = |reference: &At<StatId>| project.stats.get(&reference.value).map(|input| input.stat.status.clone());
    let of = |wanted: Status| {
        let found = references
            .iter()
            .find_map(|reference| Some((*reference, status(reference)?)).filter(|(_, status)| status.value == wanted));
        found.map(|(reference, status)| (reference, status.place))
    };
    if let Some((input, place)) = of(Status::Retired)
        && stat.status.value != Status::Retired
    {
        let message = format!("`{}` is derived from `{}`, which is retired", stat.id.value, input.value);
        findings.push(Finding::new(Code::StatRetired, input.place.clone(), message).related(&place, "retired here"));
    }
    if let Some((input, place)) = of(Status::Unverified)
        && stat.status.value == Status::Final
    {
        let message = format!("`{}` is derived from `{}`, which is unverified", stat.id.value, input.value);
        findings.push(Finding::new(Code::StatUnverified, stat.status.place.clone(), message).related(&place, "unverified"));
    }
}

/// A source that is older than it may grow: a warning, then an error.
fn stale(source: &Source, today: Date) -> Option<Finding> {
    let (published, (limit, severity)) = (source.published?, source.outgrown(today)?);
    // Without the day of the run, so that it is said again in the same words.
    let message = format!("the source is of {published}, and may be no older than {} months", limit.value);
    let mut finding = Finding::new(Code::SourceStale, limit.place.clone(), message);
    finding.severity = severity;
    Some(finding.help("look for a newer edition; or say that it may grow older"))
}
