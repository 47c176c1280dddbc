//! One article, looked at: every page of it as a build would publish it now, and all that is wrong with it.
//!
//! In: the project's folder and the id of an article. Out: a [`Look`]. What can go wrong is found, as in a build.
//!
//! The stages are those of a build, over as few files as the article needs: they are read anew each time, so that there is nothing
//! kept that could be out of date. Which files it needs is found out by reading: a file refers to another by the id of a stat or
//! of a message, so every word in it that is such an id brings the other in.

use super::index::{Index, stem};
use crate::diagnostic::{Finding, Findings, Severity, SourceText};
use crate::l10n;
use crate::load::{Selection, load_part};
use crate::model::waiver::{Stand, Waived};
use crate::model::{ArticleId, Body, Document, Edition, LocaleTag, Project};
use crate::render::Renderer;
use crate::resolve::resolve_with;
use crate::verify::{Said, Verifier, parity};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;

/// An article as it is now.
pub struct Look {
    /// Its id.
    pub id: ArticleId,
    /// The part of the project that it needs.
    pub project: Project,
    /// Its editions, in the order of the settings.
    pub editions: Vec<Edition>,
    /// What renders it, for what is asked for later.
    pub renderer: Renderer,
    /// The pages that could be made.
    pub pages: BTreeMap<LocaleTag, Page>,
    /// All that was found, in the order of a reader.
    pub findings: Findings,
    /// The files that it needs.
    pub part: Selection,
}

/// A page as it is now, proven or not.
pub struct Page {
    /// The finished page.
    pub document: Document,
    /// The text in it.
    pub body: Body,
}

/// Looks at an article; only what was found, if the settings are unusable.
pub fn look(root: &Path, id: &ArticleId, mut part: Selection, index: &Index, today: Option<Date>) -> Result<Look, Findings> {
    part.articles.insert(id.as_str().to_owned());
    part.messages.extend(index.shared().map(str::to_owned));
    part.messages.insert(id.as_str().to_owned());
    let (project, mut findings) = loop {
        let (project, findings) = load_part(root, part.clone());
        let Some(project) = project else { return Err(findings) };
        let before = part.clone();
        reach(&project, index, &mut part);
        if part == before {
            break (project, findings);
        }
    };
    let mut project = project;
    findings.append(project.expire(today));
    let (mut editions, resolved) = resolve_with(&project, today, l10n::check::check);
    findings.append(resolved);
    findings.retain(|finding| !is_of_another(finding, id, index, &project));
    editions.retain(|edition| edition.article.id.value == *id);
    let (renderer, prepared) = Renderer::new(&project);
    findings.append(prepared);
    let mut look =
        Look { id: id.clone(), project, editions, renderer, pages: BTreeMap::new(), findings: Findings::new(), part };
    look.prove(findings);
    Ok(look)
}

/// Adds the files that those of a part refer to.
fn reach(project: &Project, index: &Index, part: &mut Selection) {
    let stats = || project.stats.values().map(|topic| &topic.stat);
    let articles = || project.articles.values();
    part.topics.extend(articles().flat_map(|article| &article.stats).map(|topic| topic.value.clone()));
    part.sources.extend(stats().filter_map(|stat| stat.source.as_ref()).map(|source| source.as_str().to_owned()));
    let data: BTreeMap<&str, &SourceText> = stats()
        .map(|stat| &*stat.entry.source)
        .chain(articles().map(|article| &*article.file))
        .map(|file| (file.path(), file))
        .collect();
    for word in data.values().flat_map(|file| words(file.text())) {
        part.topics.extend(index.topic(word).map(str::to_owned));
    }
    let files = project.locales.values().flat_map(|locale| locale.files()).map(|file| file.open().text);
    let files: Vec<_> = files.chain(project.templates.values().cloned()).collect();
    for word in files.iter().flat_map(|file| words(file.text())) {
        part.messages.extend(index.files_of(word).map(str::to_owned));
    }
}

/// What could be an id.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).filter(|word| !word.is_empty())
}

/// Whether a finding is only made because the files of other articles are not there: it is in theirs, of words of their data, or of
/// what was approved of them.
fn is_of_another(finding: &Finding, id: &ArticleId, index: &Index, project: &Project) -> bool {
    let path = finding.place.path();
    let Some(file) = project.locales.values().find_map(|locale| locale.open(path)) else {
        return path.starts_with("locales/") && !path.ends_with(".ftl");
    };
    let name = stem(path);
    if name != id.as_str() && !index.shared().any(|shared| shared == name) {
        return true;
    }
    let message = file.message_at(finding.place.span().start);
    let about = message.and_then(|id| id.strip_prefix("source-").or_else(|| id.strip_prefix("stat-")));
    let subject = about.and_then(|about| about.rsplit_once('-')).map(|(subject, _)| subject);
    subject.is_some_and(|subject| !project.sources.contains_key(subject) && !project.stats.contains_key(subject))
}

impl Look {
    /// Renders the pages and proves them; the project's waivers and policy count as in a build.
    fn prove(&mut self, found: Findings) {
        let project = &self.project;
        let locales = &project.settings.locales;
        let mut waived = Waived::default();
        let mut findings = judge(found, &mut waived, project);
        let verifier = Verifier::new(project);
        let mut proven: Vec<Said> = Vec::new();
        for edition in &self.editions {
            let (page, found) = self.renderer.page(edition, locales);
            findings.append(judge(found, &mut waived, project));
            let Some((document, body)) = page else { continue };
            match verifier.verify(document.clone()) {
                Ok(verified) => proven.push(Said::of(&verified)),
                Err(found) => findings.append(waived.take(Stand::Finished, found, project)),
            }
            self.pages.insert(edition.locale.clone(), Page { document, body });
        }
        // Locales are compared only where nothing else is wrong in them, so that a mistake is said once.
        let sound = |said: &&Said| {
            let tag = said.locale().as_str();
            !findings.iter().any(|finding| finding.severity == Severity::Error && finding.locale.as_deref() == Some(tag))
        };
        let compared = parity(&proven.iter().filter(sound).collect::<Vec<_>>(), project);
        findings.append(judge_finished(compared, &mut waived, project));
        findings.append(waived.findings(project, false, &Findings::new()));
        findings.sort();
        self.findings = findings;
    }
}

fn judge(findings: Findings, waived: &mut Waived, project: &Project) -> Findings {
    let mut findings = waived.take(Stand::Project, findings, project);
    project.settings.judge(&mut findings);
    findings
}

fn judge_finished(findings: Findings, waived: &mut Waived, project: &Project) -> Findings {
    let mut findings = waived.take(Stand::Finished, findings, project);
    project.settings.judge(&mut findings);
    findings
}
