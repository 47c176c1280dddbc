//! The articles that are not due at a time, and what nobody else needs.
//!
//! In: a project and a time. Out: the project without these articles and their texts, and whether a finding is about nothing but what
//! waits with them. Their stats and sources stay in the project: no page shows them, and shared words may name them. What concerns
//! others, too, is for later stages to find, among those that are left. Nothing can go wrong; in doubt a file is everybody's.

use crate::diagnostic::{Code, Findings, Place};
use crate::model::messages::stem;
use crate::model::stat::StatValue;
use crate::model::{Article, ArticleId, Project, SourceId, Standing};
use crate::resolve::references;
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is held back.
#[derive(Default)]
pub struct Held {
    /// The articles, each with the reason.
    pub articles: Vec<(ArticleId, Standing)>,
    /// The paths of their files, of the stats that only they need, and of the sources of these.
    paths: BTreeSet<String>,
    /// The names of their files of messages, without folder and ending.
    stems: BTreeSet<String>,
    /// The ends that they name.
    ends: Vec<Place>,
}

impl Held {
    /// Takes out the articles that are not due at a time, as if they were not there. Those that the time cannot tell stay.
    pub fn take(project: &mut Project, now: Option<Timestamp>) -> Self {
        let standings = project.articles.values().map(|article| (article.id.value.clone(), article.schedule.standing(now)));
        let articles: Vec<_> =
            standings.filter(|(_, standing)| !matches!(standing, Standing::Due | Standing::Timeless)).collect();
        if articles.is_empty() {
            return Self::default();
        }
        let taken: Vec<_> = articles.iter().filter_map(|(id, _)| project.articles.remove(id)).collect();
        let stems = articles.iter().map(|(id, _)| id.as_str().to_owned()).collect();
        let ends = taken.iter().filter_map(|article| Some(article.schedule.expires_at.as_ref()?.place.clone())).collect();
        let mut paths = data(project, &taken);
        paths.extend(taken.iter().map(|article| article.file.path().to_owned()));
        let held = Self { articles, paths, stems, ends };
        for locale in project.locales.values_mut() {
            Arc::make_mut(locale).retain(|path| !held.is_theirs(path));
        }
        held
    }

    /// Leaves out what is only about them. An end before the beginning is said all the same: of an article that is never due, nobody
    /// would hear otherwise; and so is an id that stands twice, for it may be another's.
    pub fn leave_out(&self, findings: &mut Findings) {
        findings.retain(|finding| {
            let is_said = finding.code == Code::IdDuplicate || self.ends.contains(&finding.place);
            is_said || !self.is_theirs(finding.place.path())
        });
    }

    fn is_theirs(&self, path: &str) -> bool {
        let is_text = || path.starts_with("locales/") && path.ends_with(".ftl");
        self.paths.contains(path) || is_text() && self.stems.contains(stem(path))
    }
}

/// The paths of the data that only these articles need, which are no longer in the project. Where the data of others names what is
/// not there, that may be in any file, so there are none.
fn data(project: &Project, taken: &[Arc<Article>]) -> BTreeSet<String> {
    let topics = |article: &Arc<Article>| article.stats.iter().map(|topic| topic.value.clone()).collect::<Vec<_>>();
    let mut theirs: BTreeSet<String> = taken.iter().flat_map(topics).collect();
    project.articles.values().flat_map(topics).for_each(|topic| _ = theirs.remove(&topic));
    // What formulas of others need is theirs no longer, and what the formulas of that need.
    loop {
        let before = theirs.len();
        let others: Vec<_> = project.stats.values().filter(|stat| !theirs.contains(&*stat.topic)).collect();
        for stat in others {
            let StatValue::Derived(formula) = &stat.stat.value.value else { continue };
            for id in references(formula) {
                let Some(named) = project.stats.get(&id.value) else { return BTreeSet::new() };
                theirs.remove(&*named.topic);
            }
        }
        if theirs.len() == before {
            break;
        }
    }
    let (mut sources, mut of_others) = (BTreeSet::new(), BTreeSet::new());
    for stat in project.stats.values() {
        let named = if theirs.contains(&*stat.topic) { &mut sources } else { &mut of_others };
        named.extend(stat.stat.source.iter().map(|source| source.value.clone()));
    }
    let files = |ids: &BTreeSet<SourceId>| -> BTreeSet<String> {
        let tables = ids.iter().filter_map(|id| project.sources.get(id)?.table.as_ref());
        let tables = tables.map(|table| table.file.path().to_owned());
        ids.iter().flat_map(|id| yaml("data/sources", id.as_str())).chain(tables).collect()
    };
    let mut paths = &files(&sources) - &files(&of_others);
    paths.extend(theirs.iter().flat_map(|topic| yaml("data/stats", topic)));
    paths
}

/// The paths that a file of YAML may have.
fn yaml(folder: &str, stem: &str) -> [String; 2] {
    ["yaml", "yml"].map(|ending| format!("{folder}/{stem}.{ending}"))
}
