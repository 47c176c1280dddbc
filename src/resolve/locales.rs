//! The messages of all locales: each file by itself, and each beside that of the base locale.
//!
//! What can go wrong, beside what `messages` and `parity` find: a message or a term that stands twice in a locale, a locale without
//! the file of an article, and a section of an article without its messages.

use super::derive::Known;
use super::direction::Changes;
use super::index::Index;
use super::messages::{self, Scope};
use super::narrative::Told;
use super::{charts, declared, parity};
use crate::diagnostic::{Code, Finding, Findings, Place, nearest};
use crate::model::messages::Folded;
use crate::model::{Article, LocaleFiles, LocaleTag, MessageFile, Project, StatId, Texts};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The name of the file of the words around every article.
const COMMON: &str = "common";

/// Checks the messages of every locale in the files of these names, article by article; the stats that they use.
/// `more` checks the texts of each while they are open.
pub fn check(
    (project, stems): (&Project, &BTreeSet<&str>),
    known: &BTreeMap<StatId, Known>,
    more: impl Fn(&Texts) -> Findings + Sync,
    findings: &mut Findings,
) -> BTreeSet<StatId> {
    let changes = &Changes::new(project, known);
    for (tag, files) in &project.locales {
        findings.extend(duplicates(files).into_iter().map(|finding| finding.in_locale(tag.as_str())));
    }
    let names: Vec<&str> = stems.iter().copied().collect();
    let of_name = |name: &&str| {
        let article = project.articles.get(*name).map(Arc::as_ref);
        let (mut used, mut findings) = (BTreeSet::new(), Findings::new());
        let scope = Scope { project, known, changes, article };
        let texts = Texts::of(project, name);
        let told: BTreeMap<&LocaleTag, Vec<Told<'_>>> =
            texts.locales().map(|(tag, files)| (tag, files.iter().map(Told::new).collect())).collect();
        for (tag, told) in &told {
            for told in told.iter().filter(|told| texts.is_own(told.file.text.path())) {
                findings.append(messages::check_file(scope, tag, told, &mut used));
            }
        }
        used.extend(check_beside(scope, name, (&texts, &told), &mut findings));
        findings.append(more(&texts));
        (used, findings)
    };
    let checked: Vec<_> = names.par_iter().map(of_name).collect();
    let mut used = BTreeSet::new();
    for (of_name, found) in checked {
        used.extend(of_name.into_iter().cloned());
        findings.append(found);
    }
    used
}

/// Reports ids that stand twice in a locale.
fn duplicates(locale: &LocaleFiles) -> Findings {
    let repeated = locale.repeated(|a, b| a == b);
    let places = locale.places(repeated.iter().flat_map(|&(first, again)| [first, again]));
    let finding = |(first, again)| {
        let place = places[&again].clone();
        let message = format!("the message `{}` stands twice", locale.files()[again.0].name(again.1));
        Finding::new(Code::MessageDuplicate, place, message).related(&places[&first], "first here")
    };
    repeated.into_iter().map(finding).collect()
}

/// Checks the files of a name beside those of the base locale; the stats that its article shows.
fn check_beside<'a>(
    scope: Scope<'a>,
    name: &str,
    (texts, told): (&Texts, &BTreeMap<&LocaleTag, Vec<Told<'_>>>),
    findings: &mut Findings,
) -> BTreeSet<&'a StatId> {
    let (project, article) = (scope.project, scope.article);
    let indexes: BTreeMap<&LocaleTag, Index<'_>> =
        project.locales.iter().map(|(tag, all)| (tag, Index::new(tag, all, (texts, &told[tag]), findings))).collect();
    if article.is_none() && name != COMMON {
        return BTreeSet::new();
    }
    let file = |tag| texts.own(tag).next();
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
    if let Some(files) = project.locales.get(&project.settings.base_locale).filter(|_| base.is_some()) {
        sections(article, files, findings);
    }
    charts::check(scope, article, findings).into_iter().collect()
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
    let strays = project.locales[tag]
        .files()
        .iter()
        .map(Folded::stem)
        .filter(|stem| *stem != COMMON && !project.articles.contains_key(*stem));
    Some(match nearest(name, strays) {
        Some(near) => finding.help(format!("should `locales/{tag}/{near}.ftl` have this name?")),
        None => finding,
    })
}

/// Reports sections and charts without their messages in the base locale.
fn sections(article: &Article, files: &LocaleFiles, findings: &mut Findings) {
    let id = &article.id;
    let mut need = |message: String, place: &Place| {
        if files.find(&message).is_none() {
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
