//! The messages of all locales: each file by itself, and each beside that of the base locale.
//!
//! What can go wrong, beside what `messages` and `parity` find: a locale without the file of an article, and a section of an
//! article without its messages.

use super::derive::Known;
use super::direction::Changes;
use super::index::Index;
use super::messages::{self, Scope};
use super::{charts, declared, parity};
use crate::diagnostic::{Code, Finding, Findings, Place, nearest};
use crate::model::project::MessageFile;
use crate::model::{Article, LocaleTag, Project, StatId};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The name of the file of the words around every article.
const COMMON: &str = "common";

/// The files of messages by locale and name.
pub type Files<'a> = BTreeMap<(&'a LocaleTag, &'a str), &'a MessageFile>;

/// Every file of messages of a project.
pub fn files(project: &Project) -> Files<'_> {
    project.locales.iter().flat_map(|(tag, files)| files.files.iter().map(move |file| ((tag, stem(file)), file))).collect()
}

/// Checks the messages of every locale; the stats that they use.
pub fn check(
    project: &Project,
    files: &Files<'_>,
    known: &BTreeMap<StatId, Known>,
    findings: &mut Findings,
) -> BTreeSet<StatId> {
    let mut used = BTreeSet::new();
    let changes = &Changes::new(project, known);
    let indexes: BTreeMap<&LocaleTag, Index<'_>> =
        project.locales.iter().map(|(tag, files)| (tag, Index::new(tag, files, findings))).collect();
    let files_of: Vec<_> = files.iter().collect();
    let by_itself = |((tag, name), file): &(&(&LocaleTag, &str), &&MessageFile)| {
        let article = project.articles.get(*name).map(Arc::as_ref);
        let mut used = BTreeSet::new();
        let found = messages::check_file(Scope { project, known, changes, article }, tag, file, &mut used);
        (used, found)
    };
    let articles = project.articles.values().map(|article| (article.id.as_str(), Some(&**article)));
    let articles: Vec<_> = articles.chain([(COMMON, None)]).collect();
    let beside = |(name, article): &(&str, Option<&Article>)| {
        let mut findings = Findings::new();
        let used = check_article(Scope { project, known, changes, article: *article }, name, files, &indexes, &mut findings);
        (used, findings)
    };
    let checked: Vec<_> = files_of.par_iter().map(by_itself).chain(articles.par_iter().map(beside)).collect();
    for (of_file, found) in checked {
        used.extend(of_file);
        findings.append(found);
    }
    used
}

/// Checks the files of an article, or of the words around articles, beside those of the base locale; the stats that it shows.
fn check_article(
    scope: Scope<'_>,
    name: &str,
    files: &Files<'_>,
    indexes: &BTreeMap<&LocaleTag, Index<'_>>,
    findings: &mut Findings,
) -> BTreeSet<StatId> {
    let (project, article) = (scope.project, scope.article);
    let file = |tag| files.get(&(tag, name)).copied();
    let base = file(&project.settings.base_locale);
    for tag in project.settings.locales.iter().filter(|tag| project.locales.contains_key(*tag)) {
        match (base, file(tag)) {
            (_, None) => findings.extend(missing_file(project, tag, name, article, base)),
            (Some(base), Some(other)) if *tag != project.settings.base_locale => {
                let base = (base, &indexes[&project.settings.base_locale]);
                findings.append(parity::check(scope, base, (other, &indexes[tag], tag)));
            }
            (_, Some(_)) => {}
        }
    }
    let Some(article) = article else { return BTreeSet::new() };
    declared::check(scope, article, findings);
    let used = charts::check(scope, article, findings).into_iter().collect();
    if base.is_some() {
        sections(article, &indexes[&project.settings.base_locale], findings);
    }
    used
}

/// The name of a file without folder and ending.
fn stem(file: &MessageFile) -> &str {
    let name = file.text.path().rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".ftl").unwrap_or(name)
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

/// Reports sections and charts without their messages in the base locale.
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
    for chart in &article.charts {
        let labels = chart.columns.iter().chain(chart.rows.iter().map(|row| &row.label));
        let of_it = labels.map(|label| (label.value.as_str(), &label.place));
        for (name, place) in of_it.chain(["title", "description"].map(|name| (name, &chart.id.place))) {
            need(format!("{}-{}-{name}", id.value, chart.id.value), place);
        }
    }
}
