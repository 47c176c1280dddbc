//! The second stage: a [`Project`] in, its [`Edition`]s out.
//!
//! Whatever needs more than one file is checked here: references, derived values ([`derive`](mod@derive), [`units`]), evidence
//! ([`evidence`]), other wordings ([`claims`]), and the messages of each locale beside the stats ([`messages`], [`narrative`],
//! [`index`], [`digits`]). What can go wrong is a finding each; editions come out all the same, for later stages to say more.

mod claims;
mod derive;
mod digits;
mod evidence;
mod index;
mod messages;
mod narrative;
mod units;

use crate::diagnostic::{At, Code, Finding, Findings, Place, nearest};
use crate::model::project::MessageFile;
use crate::model::stat::{StatValue, Status};
use crate::model::{Article, BoundStat, Edition, LocaleTag, Project, Quantity, SourceId, StatId};
use derive::Known;
use evidence::{Tables, UnitVerdict};
use index::Index;
use messages::Scope;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The name of the file of the words around every article.
const COMMON: &str = "common";

/// Binds the stats to each edition: in order of article id, then of locale as in the settings.
pub fn resolve(project: &Project) -> (Vec<Edition>, Findings) {
    let mut findings = Findings::new();
    references(project, &mut findings);
    let known = values(project, &mut findings);
    let used = narratives(project, &known, &mut findings);
    for id in &used {
        unverified(project, id, &known, &mut findings);
    }
    (editions(project, &known), findings)
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

/// Checks the messages of every locale; the stats that they use.
fn narratives(project: &Project, known: &BTreeMap<StatId, Known>, findings: &mut Findings) -> BTreeSet<StatId> {
    let mut used = BTreeSet::new();
    let indexes: BTreeMap<&LocaleTag, Index<'_>> =
        project.locales.iter().map(|(tag, files)| (tag, Index::new(tag, files, findings))).collect();
    for (tag, files) in &project.locales {
        for file in &files.files {
            let article = project.articles.get(stem(file)).map(Arc::as_ref);
            findings.append(messages::check_file(Scope { project, known, article }, tag, file, &mut used));
        }
    }
    let articles = project.articles.values().map(|article| (article.id.as_str(), Some(&**article)));
    for (name, article) in articles.chain([(COMMON, None)]) {
        let base = file_of(project, &project.settings.base_locale, name);
        for tag in project.settings.locales.iter().filter(|tag| project.locales.contains_key(*tag)) {
            match (base, file_of(project, tag, name)) {
                (_, None) => findings.extend(missing_file(project, tag, name, article, base)),
                (Some(base), Some(other)) if *tag != project.settings.base_locale => {
                    let base = (base, &indexes[&project.settings.base_locale]);
                    let scope = Scope { project, known, article };
                    findings.append(messages::check_parity(scope, base, (other, &indexes[tag], tag)));
                }
                (_, Some(_)) => {}
            }
        }
        if let (Some(article), Some(_)) = (article, base) {
            sections(article, &indexes[&project.settings.base_locale], findings);
        }
    }
    used
}

fn stem(file: &MessageFile) -> &str {
    let name = file.text.path().rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".ftl").unwrap_or(name)
}

fn file_of<'a>(project: &'a Project, tag: &LocaleTag, name: &str) -> Option<&'a MessageFile> {
    project.locales.get(tag)?.files.iter().find(|file| stem(file) == name)
}

/// A locale has no file of that name. The words around articles must be there only if the base locale has them.
fn missing_file(
    project: &Project,
    tag: &LocaleTag,
    name: &str,
    article: Option<&Article>,
    base: Option<&MessageFile>,
) -> Option<Finding> {
    let path = format!("locales/{tag}/{name}.ftl");
    let place = match (article, base) {
        (Some(article), _) => article.id.place.clone(),
        (None, Some(base)) => base.text.top(),
        (None, None) => return None,
    };
    if project.unreadable.contains(&path) {
        return None;
    }
    let finding = Finding::new(Code::LocaleMissing, place, format!("there is no file `{path}`")).in_locale(tag.as_str());
    let strays =
        project.locales[tag].files.iter().map(stem).filter(|stem| *stem != COMMON && !project.articles.contains_key(*stem));
    Some(match nearest(name, strays) {
        Some(near) => finding.help(format!("should `locales/{tag}/{near}.ftl` have this name?")),
        None => finding,
    })
}

/// Reports sections without their messages in the base locale.
fn sections(article: &Article, index: &Index<'_>, findings: &mut Findings) {
    let id = &article.id;
    let mut need = |message: String, place: &Place| {
        if index.message(&message).is_none() {
            findings.push(Finding::new(Code::MessageMissing, place.clone(), format!("there is no message `{message}`")));
        }
    };
    need(format!("{}-title", id.value), &id.place);
    for section in &article.sections {
        need(format!("{}-{}-heading", id.value, section.value), &section.place);
        need(format!("{}-{}-body", id.value, section.value), &section.place);
    }
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
fn editions(project: &Project, known: &BTreeMap<StatId, Known>) -> Vec<Edition> {
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
        for tag in project.settings.locales.iter().filter(|tag| file_of(project, tag, article.id.as_str()).is_some()) {
            editions.push(Edition { article: Arc::clone(article), locale: tag.clone(), stats: Arc::clone(&stats) });
        }
    }
    editions
}
