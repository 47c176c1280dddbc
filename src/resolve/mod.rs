//! The second stage: a [`Project`] in, its [`Edition`]s out.
//!
//! Whatever needs more than one file is checked here. What can go wrong is a finding each; editions come out all the same, for
//! later stages to say more.
//!
//! | what | module |
//! |---|---|
//! | derived values, and the units of their formulas | `derive`, `units` |
//! | each stat beside its source, and its other wordings | `evidence`, `claims` |
//! | the messages of each locale beside the stats, and beside the base locale | `locales`, `messages`, `parity` |
//! | what a message says, with all that it refers to | `narrative`, `index` |
//! | figures that somebody typed | `digits` |

mod claims;
mod derive;
mod digits;
mod evidence;
mod index;
mod locales;
mod messages;
mod narrative;
mod parity;
mod units;

use crate::diagnostic::{At, Code, Finding, Findings};
use crate::model::stat::{StatValue, Status};
use crate::model::{BoundStat, Edition, Project, Quantity, SourceId, StatId};
use derive::Known;
use evidence::{Tables, UnitVerdict};
use locales::Files;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Binds the stats to each edition: in order of article id, then of locale as in the settings.
pub fn resolve(project: &Project) -> (Vec<Edition>, Findings) {
    let mut findings = Findings::new();
    references(project, &mut findings);
    let known = values(project, &mut findings);
    let files = locales::files(project);
    for id in &locales::check(project, &files, &known, &mut findings) {
        unverified(project, id, &known, &mut findings);
    }
    (editions(project, &files, &known), findings)
}

/// Reports sources and topics that do not exist, and literals that have the id of a stat.
fn references(project: &Project, findings: &mut Findings) {
    for stat in project.stats.values() {
        let source = stat.stat.source.iter().filter(|source| !project.sources.contains_key(&source.value));
        for source in source.filter(|source| !project.unreadable.contains(source.as_str())) {
            let finding =
                Finding::new(Code::SourceMissing, source.place.clone(), format!("there is no source `{}`", source.value));
            findings.push(finding.suggest(source.as_str(), project.sources.keys().map(SourceId::as_str)));
        }
    }
    for article in project.articles.values() {
        for topic in article.stats.iter().filter(|topic| !project.topics.contains(&topic.value)) {
            let finding = Finding::new(
                Code::StatMissing,
                topic.place.clone(),
                format!("there is no file `data/stats/{}.yaml`", topic.value),
            );
            findings.push(finding.suggest(topic, project.topics.iter().map(String::as_str)));
        }
        for literal in &article.literals {
            if let Some(stat) = project.stats.get(literal.id.as_str()) {
                let finding = Finding::new(
                    Code::IdDuplicate,
                    literal.id.place.clone(),
                    format!("there is a stat `{}` as well", literal.id.value),
                );
                findings.push(finding.related(&stat.stat.id.place, "the stat"));
            }
        }
    }
}

/// The values of all stats, each checked against its source and its other wordings.
fn values(project: &Project, findings: &mut Findings) -> BTreeMap<StatId, Known> {
    let mut tables = Tables::default();
    let mut doubtful = BTreeSet::new();
    let stats = || project.stats.iter().map(|(id, stat)| (id, &*stat.stat));
    for (id, stat) in stats() {
        if let StatValue::Given(amount) = stat.value.value {
            let quantity = Quantity::new(stat.kind.value, amount);
            if tables.check(project, stat, &quantity, findings) == UnitVerdict::Denied {
                doubtful.insert(id.clone());
            }
        }
    }
    let known = derive::values(project, doubtful.clone(), findings);
    for (id, stat) in stats() {
        let Some(known) = known.get(id) else { continue };
        if matches!(stat.value.value, StatValue::Derived(_)) {
            tables.check(project, stat, &known.printed, findings);
        }
        if !doubtful.contains(id) {
            claims::check(stat, &known.exact, findings);
        }
    }
    known
}

/// Reports a stat in use that nobody has held against its source, and one that is derived from such.
fn unverified(project: &Project, id: &StatId, known: &BTreeMap<StatId, Known>, findings: &mut Findings) {
    let status = |id: &StatId| project.stats.get(id).map(|stat| &stat.stat.status);
    let Some(own) = status(id) else { return };
    let finding = |message: String| Finding::new(Code::StatUnverified, own.place.clone(), message);
    if own.value == Status::Unverified {
        findings.push(finding(format!("`{id}` has not been verified against its source")));
    }
    let inputs = known.get(id).into_iter().flat_map(|known| &known.inputs);
    let doubtful = |input: &&StatId| status(input).is_some_and(|status| status.value == Status::Unverified);
    if own.value == Status::Final
        && let Some(input) = inputs.into_iter().find(doubtful)
        && let Some(At { place, .. }) = status(input)
    {
        findings
            .push(finding(format!("`{id}` is derived from `{input}`, which is unverified")).related(place, "unverified"));
    }
}

/// The editions: every article in every locale that has a file of it, with the stats of its topics.
fn editions(project: &Project, files: &Files<'_>, known: &BTreeMap<StatId, Known>) -> Vec<Edition> {
    let mut topics: BTreeMap<&str, Vec<(&StatId, Arc<BoundStat>)>> = BTreeMap::new();
    for (id, stat) in &project.stats {
        let Some(known) = known.get(id) else { continue };
        let bound = BoundStat {
            stat: Arc::clone(&stat.stat),
            quantity: known.printed,
            sources: known.sources.iter().cloned().collect(),
            inputs: known.inputs.iter().cloned().collect(),
        };
        topics.entry(&stat.topic).or_default().push((id, Arc::new(bound)));
    }
    let mut shared: BTreeMap<Vec<&str>, Arc<BTreeMap<StatId, Arc<BoundStat>>>> = BTreeMap::new();
    let mut editions = Vec::new();
    for article in project.articles.values() {
        let names: Vec<&str> = article.stats.iter().map(|topic| topic.as_str()).collect();
        let bind = || {
            names.iter().filter_map(|name| topics.get(name)).flatten().map(|(id, stat)| ((*id).clone(), Arc::clone(stat)))
        };
        let stats = Arc::clone(shared.entry(names.clone()).or_insert_with(|| Arc::new(bind().collect())));
        for tag in project.settings.locales.iter().filter(|tag| files.contains_key(&(*tag, article.id.as_str()))) {
            editions.push(Edition { article: Arc::clone(article), locale: tag.clone(), stats: Arc::clone(&stats) });
        }
    }
    editions
}
