//! The five stages in a row: load, resolve, render, verify, publish.
//!
//! In: a project's folder. Out: a [`Run`] with all that was found and all that is proven, and for [`build`] a published site.
//! This is the only place that works in parallel, over editions; each task owns its findings, and they are merged in the order
//! of the editions, so that the outcome is the same for any number of threads.
//!
//! An error withholds what it concerns: that of a locale withholds the locale, any other the whole site.

use crate::diagnostic::{Code, Finding, Findings, Severity, nearest};
use crate::l10n;
use crate::load::load;
use crate::model::waiver::{Stand, Waived};
use crate::model::{Article, ArticleId, BoundStat, Document, Edition, LocaleTag, Project, Standing, StatId};
use crate::publish::{self, Published, Site, publish};
use crate::render::Renderer;
use crate::resolve::resolve;
use crate::verify::{Verified, Verifier, parity};
use globset::GlobSet;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// What to run.
pub struct Options<'a> {
    /// How many threads; 0 for as many as the machine has, or as `RAYON_NUM_THREADS` says.
    pub jobs: usize,
    /// Only these locales, if any are named.
    pub locales: Vec<LocaleTag>,
    /// Only the articles whose ids match.
    pub only: Option<GlobSet>,
    /// From which severity on a finding withholds what it concerns.
    pub fail_on: Severity,
    /// The time of the run, for what depends on it; the machine's own clock is never asked.
    pub clock: Option<Timestamp>,
    /// Told of each step; called from several threads.
    pub progress: &'a (dyn Fn(Step) + Sync),
}

/// A step that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many editions are about to be rendered and verified.
    Editions(usize),
    /// One of them is done.
    Edition,
}

/// What came of a run.
#[derive(Debug)]
pub struct Run {
    /// The project; `None` if its settings are unusable, and then there are only findings.
    pub project: Option<Project>,
    /// All that was found, in the order of a reader.
    pub findings: Findings,
    /// How many editions were rendered.
    pub editions: usize,
    /// The stats of the articles, bound.
    pub stats: BTreeMap<StatId, Arc<BoundStat>>,
    /// What may be published: the proven documents of the locales that are not withheld.
    pub documents: Vec<Verified>,
    /// The pages that show the figures of each article beside their sources, proven too.
    pub ledgers: Vec<Verified>,
    /// Style sheets and the like.
    pub assets: Vec<(String, Vec<u8>)>,
    /// The locales in which something is wrong.
    pub withheld: Vec<LocaleTag>,
    /// The articles that are not due, in a build: each with the reason.
    pub held: Vec<(ArticleId, Standing)>,
    /// Whether anything may be published at all.
    pub publishable: bool,
}

/// Runs every stage but the last.
///
/// # Errors
/// If the options name what the project does not have, or the machine gives no threads. What is wrong with the project is found.
pub fn check(root: &Path, options: &Options<'_>) -> Result<Run, Error> {
    run(root, options, false)
}

/// Runs every stage but the last, over all articles or over those that are due.
fn run(root: &Path, options: &Options<'_>, only_due: bool) -> Result<Run, Error> {
    let (project, mut findings) = load(root);
    let Some(mut project) = project else { return Ok(Run::unusable(findings)) };
    findings.append(timeless(&project, options.clock));
    let held = if only_due { project.hold(options.clock, &mut findings) } else { Vec::new() };
    let locales = locales(&project, options)?;
    findings.append(project.expire(today(options)));
    let (mut editions, resolved) = resolve(&project, today(options));
    findings.append(resolved);
    findings.append(l10n::check::check(&project, &editions));
    editions.retain(|edition| locales.contains(&edition.locale));
    if let Some(only) = &options.only {
        editions.retain(|edition| only.is_match(edition.article.id.as_str()));
        if editions.is_empty() {
            return Err(Error::NothingMatches);
        }
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.jobs).build().map_err(Error::Threads)?;
    let mut run = pool.install(|| prove(&project, &editions, &locales, findings, options));
    run.findings
        .retain(|finding| finding.locale.as_deref().is_none_or(|tag| locales.iter().any(|locale| locale.as_str() == tag)));
    run.findings.sort();
    run.project = Some(project);
    run.held = held;
    Ok(run)
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

/// Runs every stage; what was published, or `None` if nothing could be.
///
/// # Errors
/// As [`check`], and if the output folder cannot be replaced.
pub fn build(root: &Path, options: &Options<'_>) -> Result<(Run, Option<Published>), Error> {
    let run = run(root, options, true)?;
    let Some(project) = run.project.as_ref().filter(|_| run.publishable) else { return Ok((run, None)) };
    // Nothing is due: what stands there stays, but for what has expired.
    if run.editions == 0 && !run.held.iter().any(|(_, standing)| matches!(standing, Standing::Expired(_))) {
        return Ok((run, Some(Published { files: 0, changed: false })));
    }
    let site = Site {
        project,
        stats: &run.stats,
        documents: &run.documents,
        ledgers: &run.ledgers,
        assets: &run.assets,
        findings: &run.findings,
        withheld: &run.withheld,
        held: &run.held,
    };
    let published = publish(root, &site).map_err(Error::Publish)?;
    Ok((run, Some(published)))
}

/// Does something with each of several things, in parallel; the outcomes in the order of the things. 0 jobs are as many as the
/// machine has threads, or as `RAYON_NUM_THREADS` says.
///
/// # Errors
/// If the machine gives no threads.
pub fn each<T: Sync, O: Send>(jobs: usize, things: &[T], task: impl Fn(&T) -> O + Sync) -> Result<Vec<O>, Error> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build().map_err(Error::Threads)?;
    Ok(pool.install(|| things.par_iter().map(&task).collect()))
}

/// Renders and verifies the editions and the pages of the site, in rounds: what is found withholds locales, and the pages of the
/// others are rendered again without links to them.
fn prove(project: &Project, editions: &[Edition], locales: &[LocaleTag], found: Findings, options: &Options<'_>) -> Run {
    let (renderer, prepared) = Renderer::new(project);
    let verifier = Verifier::new(project);
    let mut proof = Proof::default();
    proof.judge(Stand::Project, found, project);
    proof.judge(Stand::Project, prepared, project);
    let mut among = locales.to_vec();
    let (documents, ledgers) = loop {
        let (round, mut ledgers) = round(&renderer, editions, &among, &verifier, options, &proof.findings);
        let documents = round.documents;
        proof.findings.append(news(round.findings, &proof.findings, project));
        proof.waived.append(round.waived);
        proof.findings.append(std::mem::take(&mut ledgers.findings));
        proof.waived.append(std::mem::take(&mut ledgers.waived));
        let withheld = withheld(&proof.findings, options.fail_on);
        let before = among.len();
        among.retain(|locale| !withheld.contains(locale.as_str()));
        if among.len() == before || among.is_empty() {
            break (documents, ledgers.documents);
        }
    };
    proof.account(project, options);
    let blocks = |finding: &Finding| finding.locale.is_none() && finding.severity >= options.fail_on;
    Run {
        project: None,
        editions: editions.len(),
        publishable: !proof.findings.iter().any(blocks) && !among.is_empty(),
        findings: proof.findings,
        stats: editions
            .iter()
            .flat_map(|edition| edition.stats.iter().map(|(id, stat)| (id.clone(), Arc::clone(stat))))
            .collect(),
        documents,
        ledgers,
        assets: renderer.assets(),
        withheld: locales.iter().filter(|locale| !among.contains(locale)).cloned().collect(),
        held: Vec::new(),
    }
}

/// One round: every edition of these locales in every format, in parallel, then the pages of the site over them; and the ledgers
/// of the articles, by themselves.
///
/// Locales are compared only where nothing else was found in them: a message that is broken would be said once more, as figures
/// that its locale lacks.
fn round(
    renderer: &Renderer,
    editions: &[Edition],
    among: &[LocaleTag],
    verifier: &Verifier<'_>,
    options: &Options<'_>,
    found: &Findings,
) -> (Proof, Proof) {
    let project = verifier.project();
    let editions: Vec<_> = editions.iter().filter(|edition| among.contains(&edition.locale)).collect();
    (options.progress)(Step::Editions(editions.len()));
    let one = |edition: &&Edition| {
        let proof = Proof::of(renderer.article(edition, among), verifier);
        (options.progress)(Step::Edition);
        proof
    };
    let proofs: Vec<Proof> = editions.par_iter().map(one).collect();
    let mut round = Proof::default();
    proofs.into_iter().for_each(|edition| round.append(edition));
    let broken = [found, &round.findings].map(|findings| withheld(findings, options.fail_on));
    let is_sound = |document: &&Verified| !broken.iter().any(|tags| tags.contains(document.document().locale.as_str()));
    round.judge(Stand::Finished, parity(&round.documents.iter().filter(is_sound).collect::<Vec<_>>(), project), project);
    let ledgers = ledgers(renderer, &editions, &round.documents, verifier);
    round.append(Proof::of(renderer.site(&editions), verifier));
    (round, ledgers)
}

/// The ledgers of the articles of which every page was proven, in parallel.
fn ledgers(renderer: &Renderer, editions: &[&Edition], proven: &[Verified], verifier: &Verifier<'_>) -> Proof {
    let pages = proven.iter().map(Verified::document).filter(|page| page.format == "html");
    let pages: BTreeMap<_, _> = pages.map(|page| ((&page.article, &page.locale), page)).collect();
    let mut articles: BTreeMap<&ArticleId, Vec<(&Edition, &Document)>> = BTreeMap::new();
    for edition in editions {
        let id = &edition.article.id.value;
        let page = pages.get(&(id, &edition.locale)).map(|page| (*edition, *page));
        articles.entry(id).or_default().extend(page);
    }
    let articles: Vec<_> = articles.into_values().collect();
    let proofs: Vec<Proof> = articles.par_iter().map(|article| Proof::of(renderer.ledger(article), verifier)).collect();
    let mut ledgers = Proof::default();
    proofs.into_iter().for_each(|article| ledgers.append(article));
    ledgers
}

/// What a round found, but for false hedges that were found in their message already.
fn news(mut findings: Findings, known: &Findings, project: &Project) -> Findings {
    let hedges: Vec<_> =
        known.iter().filter(|finding| finding.code == Code::HedgeFalse && finding.locale.is_some()).collect();
    let is_known = |finding: &Finding| {
        let messages = finding.related.iter().map(|(place, _)| place.text());
        let at = |known: &&Finding| messages.clone().any(|message| project.is_at(message, &known.place));
        finding.code == Code::HedgeFalse && hedges.iter().any(|known| known.locale == finding.locale && at(known))
    };
    findings.retain(|finding| !is_known(finding));
    findings
}

/// Documents that were proven, and what was found on the way.
#[derive(Default)]
struct Proof {
    documents: Vec<Verified>,
    findings: Findings,
    waived: Waived,
}

impl Proof {
    /// Verifies what was rendered. The project's policy covers what the renderer found, never what the proof did.
    fn of((documents, found): (Vec<Document>, Findings), verifier: &Verifier<'_>) -> Self {
        let project = verifier.project();
        let mut proof = Self::default();
        proof.judge(Stand::Project, found, project);
        for document in documents {
            match verifier.verify(document) {
                Ok(verified) => {
                    proof.waived.append(verified.waived().clone());
                    proof.documents.push(verified);
                }
                Err(findings) => proof.findings.append(proof.waived.take(Stand::Finished, findings, project)),
            }
        }
        proof
    }

    /// Adds findings, but for what the project's waivers and policy allow.
    fn judge(&mut self, stand: Stand, findings: Findings, project: &Project) {
        let mut findings = self.waived.take(stand, findings, project);
        project.settings.judge(&mut findings);
        self.findings.append(findings);
    }

    /// Accounts for the waivers: those that allowed something, and in a whole run those that allowed nothing.
    fn account(&mut self, project: &Project, options: &Options<'_>) {
        let whole = options.locales.is_empty() && options.only.is_none();
        let mut findings = std::mem::take(&mut self.waived).findings(project, whole, &self.findings);
        project.settings.judge(&mut findings);
        self.findings.append(findings);
    }

    fn append(&mut self, other: Self) {
        self.documents.extend(other.documents);
        self.findings.append(other.findings);
        self.waived.append(other.waived);
    }
}

impl Run {
    fn unusable(findings: Findings) -> Self {
        Self {
            project: None,
            findings,
            editions: 0,
            stats: BTreeMap::new(),
            documents: Vec::new(),
            ledgers: Vec::new(),
            assets: Vec::new(),
            withheld: Vec::new(),
            held: Vec::new(),
            publishable: false,
        }
    }
}

/// The locales that findings withhold.
fn withheld(findings: &Findings, fail_on: Severity) -> BTreeSet<String> {
    findings.iter().filter(|finding| finding.severity >= fail_on).filter_map(|finding| finding.locale.clone()).collect()
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

/// Why nothing could be run or published.
#[derive(Debug)]
pub enum Error {
    /// The project has no such locale, but these.
    LocaleUnknown(LocaleTag, Vec<LocaleTag>),
    /// No article has such an id.
    NothingMatches,
    /// The machine gives no threads.
    Threads(rayon::ThreadPoolBuildError),
    /// The output folder cannot be replaced.
    Publish(publish::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::LocaleUnknown(given, known) => {
                let names: Vec<_> = known.iter().map(LocaleTag::as_str).collect();
                write!(f, "the project has no locale `{given}`; it has {}", names.join(", "))?;
                nearest(given.as_str(), names).map_or(Ok(()), |name| write!(f, "; did you mean `{name}`?"))
            }
            Error::NothingMatches => f.write_str("no article has an id that matches --only"),
            Error::Threads(error) => write!(f, "no threads to work with: {error}"),
            Error::Publish(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}
