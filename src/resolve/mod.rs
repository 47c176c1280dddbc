//! The second stage: a [`Project`] in, its [`Edition`]s out.
//!
//! Whatever needs more than one file is checked here. What can go wrong is a finding each; editions come out all the same, for
//! later stages to say more.
//!
//! | what | module |
//! |---|---|
//! | derived values, and the units of their formulas | `derive`, `units` |
//! | what formulas set beside one another | `measures` |
//! | each stat beside its source, and its other wordings | `evidence`, `claims` |
//! | stats that claim the same thing | `contradictions` |
//! | how far the stats in use can be relied on | `reliance` |
//! | what articles declare of their stats, and show of them | `declared`, `charts` |
//! | the messages of each locale beside the stats, and beside the base locale | `locales`, `messages`, `parity` |
//! | words of the data in other languages | `translations` |
//! | what a message says, with all that it refers to | `narrative`, `index` |
//! | a message as a reader gets it, and the words around its figures | `line`, `hedges`, `direction` |
//! | figures that somebody typed | `digits` |

mod charts;
mod claims;
mod contradictions;
mod declared;
mod derive;
mod digits;
mod direction;
mod evidence;
mod hedges;
mod index;
mod line;
mod locales;
mod measures;
mod messages;
mod narrative;
mod parity;
mod reliance;
mod translations;
mod units;

pub use derive::references;
pub use translations::original;

use crate::diagnostic::{Code, Finding, Findings};
use crate::model::project::TopicStat;
use crate::model::stat::StatValue;
use crate::model::{Article, BoundStat, Edition, LocaleTag, Project, SourceId, StatId, Texts};
use derive::Known;
use evidence::{Evidence, Tables};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Binds the stats to each edition: in order of article id, then of locale as in the settings. Without the day of the run,
/// nothing is said of the age of sources.
pub fn resolve(project: &Project, today: Option<Date>) -> (Vec<Edition>, Findings) {
    resolve_with(project, today, |_, _, _| Findings::new())
}

/// A check of the texts of an article, or of the words around articles, beside the editions of the project, in their order.
pub type TextCheck = fn(&Project, &Texts, &[Edition]) -> Findings;

/// The same; the texts of each article are checked in one more way while they are open.
pub fn resolve_with(project: &Project, today: Option<Date>, check: TextCheck) -> (Vec<Edition>, Findings) {
    resolve_texts(project, &project.stems(), today, check)
}

/// The same; of files of messages, only those of these names are checked.
pub fn resolve_texts(
    project: &Project,
    stems: &BTreeSet<&str>,
    today: Option<Date>,
    check: TextCheck,
) -> (Vec<Edition>, Findings) {
    let mut findings = Findings::new();
    check_references(project, &mut findings);
    let (known, tables) = values(project, &mut findings);
    contradictions::check(project, &known, &mut findings);
    let editions = editions(project, &known, &tables);
    let used = locales::check((project, stems), &known, |texts| check(project, texts, &editions), &mut findings);
    reliance::check(project, &used, &known, today, &mut findings);
    (editions, findings)
}

/// Reports sources and topics that do not exist, literals that have the id of a stat, and addresses that two articles have.
fn check_references(project: &Project, findings: &mut Findings) {
    let mut addresses: BTreeMap<&str, &Article> = BTreeMap::new();
    for stat in project.stats.values() {
        let source = stat.stat.source.iter().filter(|source| !project.sources.contains_key(&source.value));
        for source in source.filter(|source| !project.unreadable.contains(source.as_str())) {
            let finding =
                Finding::new(Code::SourceMissing, source.place.clone(), format!("there is no source `{}`", source.value));
            findings.push(finding.suggest(source.as_str(), project.sources.keys().map(SourceId::as_str)));
        }
    }
    for article in project.articles.values() {
        let known = *addresses.entry(&article.slug).or_insert(article);
        if known.id.value != article.id.value {
            let message = format!("the address `{}` is also that of `{}`", article.slug, known.id.value);
            let finding = Finding::new(Code::IdDuplicate, article.id.place.clone(), message);
            findings.push(finding.related(&known.id.place, "the other article"));
        }
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

/// The values of all stats, each checked against its source and its other wordings; and what the tables say of them.
fn values<'a>(project: &'a Project, findings: &mut Findings) -> (BTreeMap<StatId, Known>, Tables<'a>) {
    let mut tables = Tables::default();
    let mut doubtful = BTreeSet::new();
    let mut finer = Vec::new();
    let stats = || project.stats.iter().map(|(id, stat)| (id, &*stat.stat));
    for (id, stat) in stats() {
        if let StatValue::Given(amount) = stat.value.value {
            match tables.check(project, stat, &derive::quantity(stat, amount), findings) {
                Evidence::Fits => {}
                Evidence::Finer(amount) => finer.push((id, derive::quantity(stat, amount))),
                Evidence::Denied => _ = doubtful.insert(id.clone()),
            }
        }
    }
    let mut known = derive::values(project, doubtful.clone(), findings);
    for (id, truth) in finer {
        known.entry(id.clone()).and_modify(|known| known.refine(truth));
    }
    let derived = stats().filter(|(_, stat)| matches!(stat.value.value, StatValue::Derived(_)));
    for (stat, known) in derived.filter_map(|(id, stat)| Some((stat, known.get(id)?))) {
        tables.check(project, stat, &known.printed, findings);
    }
    let of_stat = |(id, stat): (&StatId, &TopicStat)| {
        let (mut own, known) = (Findings::new(), known.get(id)?);
        own.extend(evidence::quote(&stat.stat, &known.printed));
        measures::check(project, &stat.stat, &mut own);
        if !doubtful.contains(id) {
            claims::check(&stat.stat, &known.truth(), &mut own);
        }
        Some(own).filter(|own| !own.is_empty())
    };
    let found: Vec<Findings> = project.stats.par_iter().filter_map(of_stat).collect();
    found.into_iter().for_each(|found| findings.append(found));
    (known, tables)
}

/// The editions: every article in every locale that has a file of it, with the stats of its topics.
fn editions(project: &Project, known: &BTreeMap<StatId, Known>, tables: &Tables<'_>) -> Vec<Edition> {
    let mut topics: BTreeMap<&str, Vec<(&StatId, Arc<BoundStat>)>> = BTreeMap::new();
    for (id, stat) in &project.stats {
        let Some(known) = known.get(id) else { continue };
        let bound = BoundStat {
            stat: Arc::clone(&stat.stat),
            quantity: known.printed,
            sources: Arc::clone(&known.sources),
            inputs: known.inputs.clone(),
            says: tables.says(id).map(Box::from),
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
        let has =
            |tag: &&LocaleTag| project.locales.get(*tag).is_some_and(|files| files.at_stem(article.id.as_str()).is_some());
        for tag in project.settings.locales.iter().filter(has) {
            editions.push(Edition { article: Arc::clone(article), locale: tag.clone(), stats: Arc::clone(&stats) });
        }
    }
    editions
}
