//! The stages before anything is rendered: a folder in, a project and its editions out.
//!
//! What can go wrong: whatever is wrong with the files is found; options that name what the project does not have are an error.

use super::held::Held;
use super::log::{LOG, Watch};
use super::{Error, Options, Run, Step};
use crate::diagnostic::{Code, Finding, Findings};
use crate::l10n;
use crate::load::{Selection, load, load_part};
use crate::model::{Article, ArticleId, BoundStat, Edition, LocaleTag, Project, Standing, StatId};
use crate::resolve::resolve_texts;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use tracing::info;

/// Which articles a run is about.
pub enum Articles {
    /// All of them.
    All,
    /// Those that are due.
    Due,
    /// Those of a part, as if there were no others. Texts that belong to no article are not checked: each is what it was.
    Part(Selection),
}

/// A project, resolved.
pub struct Prepared {
    /// The project, without the articles that are held back.
    pub project: Project,
    /// The editions of the run.
    pub editions: Vec<Edition>,
    /// The locales of the run, in the order of the settings.
    pub locales: Vec<LocaleTag>,
    /// What was found so far.
    pub findings: Findings,
    /// The articles that are held back, each with the reason.
    pub held: Vec<(ArticleId, Standing)>,
}

impl Prepared {
    /// The stats of the editions.
    pub fn stats(&self) -> BTreeMap<StatId, Arc<BoundStat>> {
        // Many editions share what is bound to them.
        let mut seen = BTreeSet::new();
        let bound = self.editions.iter().map(|edition| &edition.stats).filter(|stats| seen.insert(Arc::as_ptr(stats)));
        bound.flat_map(|stats| stats.iter()).map(|(id, stat)| (id.clone(), Arc::clone(stat))).collect()
    }
}

/// Loads and resolves a project; a run of findings alone if its settings are unusable.
pub fn prepare(root: &Path, options: &Options<'_>, articles: Articles) -> Result<Result<Prepared, Box<Run>>, Error> {
    (options.progress)(Step::Stage("load"));
    let watch = Watch::start();
    let (is_all, is_part) = (matches!(articles, Articles::All), matches!(articles, Articles::Part(_)));
    let (project, mut findings) = match articles {
        Articles::All | Articles::Due => load(root),
        Articles::Part(part) => load_part(root, part),
    };
    let Some(mut project) = project else { return Ok(Err(Box::new(Run { findings, ..Run::default() }))) };
    findings.append(timeless(&project, options.clock));
    let held = if is_all { Held::default() } else { Held::take(&mut project, options.clock) };
    held.leave_out(&mut findings);
    let locales = locales(&project, options)?;
    findings.append(project.expire(today(options)));
    let (articles, stats, sources) = (project.articles.len(), project.stats.len(), project.sources.len());
    let held_back = held.articles.len();
    info!(target: LOG, stage = "load", ms = watch.ms(), articles, stats, sources, held_back, findings = findings.len(), "loaded");
    (options.progress)(Step::Stage("resolve"));
    let watch = Watch::start();
    let stems = if is_part { project.articles.keys().map(ArticleId::as_str).collect() } else { project.stems() };
    let (mut editions, mut resolved) = resolve_texts(&project, &stems, today(options), l10n::check::check);
    held.leave_out(&mut resolved);
    findings.append(resolved);
    info!(target: LOG, stage = "resolve", ms = watch.ms(), editions = editions.len(), findings = findings.len(), "resolved");
    editions.retain(|edition| locales.contains(&edition.locale));
    if let Some(only) = &options.only {
        editions.retain(|edition| only.is_match(edition.article.id.as_str()));
        if editions.is_empty() {
            return Err(Error::NothingMatches);
        }
    }
    Ok(Ok(Prepared { project, editions, locales, findings, held: held.articles }))
}

/// Articles that have a time where the run has none.
fn timeless(project: &Project, now: Option<Timestamp>) -> Findings {
    let articles = project.articles.values().filter(|article| article.schedule.standing(now) == Standing::Timeless);
    let finding = |article: &Arc<Article>| {
        let schedule = &article.schedule;
        let time = schedule.publish_at.as_ref().or(schedule.expires_at.as_ref())?;
        let message = format!("`{}` has a time, and the run was given none", article.id.value);
        let finding = Finding::new(Code::ClockMissing, time.place.clone(), message);
        Some(finding.help("give the run a time: `--clock now`"))
    };
    articles.filter_map(finding).collect()
}

/// The locales of a run, in the order of the settings.
fn locales(project: &Project, options: &Options<'_>) -> Result<Vec<LocaleTag>, Error> {
    let all = &project.settings.locales;
    if let Some(unknown) = options.locales.iter().find(|locale| !all.contains(locale)) {
        return Err(Error::LocaleUnknown(unknown.clone(), all.clone()));
    }
    Ok(all.iter().filter(|locale| options.locales.is_empty() || options.locales.contains(locale)).cloned().collect())
}

/// The day of the run, in the world's own time, so that it is one day everywhere.
fn today(options: &Options<'_>) -> Option<Date> {
    options.clock.map(|clock| clock.to_zoned(TimeZone::UTC).date())
}
