//! The five stages in a row: load, resolve, render, verify, publish.
//!
//! In: a project's folder. Out: a [`Run`] with all that was found and all that is proven, and for [`build`] a published site.
//! It works in parallel, over articles; each task owns its findings, and they are merged in the order of the articles (`order`), so
//! that the outcome is the same for any number of threads. Documents are written as soon as they are proven and never held
//! (`round`), so that memory does not grow with the site.
//!
//! An error withholds what it concerns: that of a locale withholds the locale, any other the whole site.

mod keys;
mod log;
mod order;
mod part;
mod proof;
mod repeat;
mod round;

use crate::diagnostic::{Code, Finding, Findings, Severity, nearest};
use crate::l10n;
use crate::load::{Selection, load, load_part};
use crate::model::project::Settings;
use crate::model::waiver::Stand;
use crate::model::{Article, ArticleId, BoundStat, Edition, LocaleTag, Project, Standing, StatId};
use crate::publish::{self, Grounds, Press, Published, Site};
use crate::render::Renderer;
use crate::resolve::resolve_with;
use crate::verify::Verifier;
use globset::GlobSet;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use keys::{Keys, article_of};
use log::Watch;
use proof::{Proof, blocks, withheld};
use rayon::prelude::*;
use repeat::Inputs;
use round::{Bench, ends};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use tracing::{info, warn};

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
    /// A stage begins.
    Stage(&'static str),
    /// So many editions are about to be rendered and verified.
    Editions(usize),
    /// One of them is done.
    Edition,
}

/// What came of a run.
#[derive(Debug, Default)]
pub struct Run {
    /// The settings of the project; `None` if they are unusable, and then there are only findings.
    pub settings: Option<Settings>,
    /// All that was found, in the order of a reader.
    pub findings: Findings,
    /// How many editions were rendered.
    pub editions: usize,
    /// The paths of the files in which every figure was proven, in order, of the locales that are not withheld.
    pub proven: Vec<String>,
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
    threads(options)?.install(|| match prepare(root, options, Articles::All)? {
        Ok(prepared) => Ok(prove(prepared, options, None)?.0),
        Err(unusable) => Ok(*unusable),
    })
}

/// Runs every stage; what was published, or `None` if nothing could be.
///
/// # Errors
/// As [`check`], and if the output folder cannot be replaced.
pub fn build(root: &Path, options: &Options<'_>) -> Result<(Run, Option<Published>), Error> {
    threads(options)?.install(|| {
        let inputs = match repeat::again(root, options)? {
            Ok(done) => return Ok(done),
            Err(inputs) => inputs,
        };
        match prepare(root, options, Articles::Due)? {
            Ok(prepared) => prove(prepared, options, Some(Target { root, inputs: inputs.as_ref() })),
            Err(unusable) => Ok((*unusable, None)),
        }
    })
}

/// Where to publish, and by what the run is remembered.
#[derive(Clone, Copy)]
struct Target<'a> {
    root: &'a Path,
    inputs: Option<&'a Inputs>,
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

fn threads(options: &Options<'_>) -> Result<rayon::ThreadPool, Error> {
    rayon::ThreadPoolBuilder::new().num_threads(options.jobs).build().map_err(Error::Threads)
}

/// Which articles a run is about.
enum Articles {
    All,
    Due,
    /// Those of a part, as if there were no others.
    Part(Selection),
}

/// A project, resolved.
struct Prepared {
    project: Project,
    editions: Vec<Edition>,
    locales: Vec<LocaleTag>,
    findings: Findings,
    held: Vec<(ArticleId, Standing)>,
}

/// Loads and resolves a project; a run of findings alone if its settings are unusable.
fn prepare(root: &Path, options: &Options<'_>, articles: Articles) -> Result<Result<Prepared, Box<Run>>, Error> {
    (options.progress)(Step::Stage("load"));
    let watch = Watch::start();
    let is_held = !matches!(articles, Articles::All);
    let (project, mut findings) = match articles {
        Articles::All | Articles::Due => load(root),
        Articles::Part(part) => load_part(root, part),
    };
    let Some(mut project) = project else { return Ok(Err(Box::new(Run { findings, ..Run::default() }))) };
    findings.append(timeless(&project, options.clock));
    let held = if is_held { project.hold(options.clock, &mut findings) } else { Vec::new() };
    let locales = locales(&project, options)?;
    findings.append(project.expire(today(options)));
    let (articles, stats, sources) = (project.articles.len(), project.stats.len(), project.sources.len());
    let held_back = held.len();
    info!(stage = "load", ms = watch.ms(), articles, stats, sources, held_back, findings = findings.len(), "loaded");
    (options.progress)(Step::Stage("resolve"));
    let watch = Watch::start();
    let (mut editions, resolved) = resolve_with(&project, today(options), l10n::check::check);
    findings.append(resolved);
    info!(stage = "resolve", ms = watch.ms(), editions = editions.len(), findings = findings.len(), "resolved");
    editions.retain(|edition| locales.contains(&edition.locale));
    if let Some(only) = &options.only {
        editions.retain(|edition| only.is_match(edition.article.id.as_str()));
        if editions.is_empty() {
            return Err(Error::NothingMatches);
        }
    }
    Ok(Ok(Prepared { project, editions, locales, findings, held }))
}

/// Renders and verifies the editions and the pages of the site, in rounds: what is found withholds locales, and the pages of the
/// others are rendered again without links to them. What is proven then is published, if the run is to publish at all.
fn prove(prepared: Prepared, options: &Options<'_>, to: Option<Target<'_>>) -> Result<(Run, Option<Published>), Error> {
    let Prepared { project, editions, locales, findings, held } = prepared;
    (options.progress)(Step::Stage("prove"));
    let watch = Watch::start();
    let (renderer, found) = Renderer::new(&project);
    let verifier = Verifier::new(&project);
    let mut proof = Proof::default();
    proof.judge(Stand::Project, findings, &project);
    proof.judge(Stand::Project, found, &project);
    let stats = editions.iter().flat_map(|edition| edition.stats.iter());
    let stats: BTreeMap<StatId, Arc<BoundStat>> = stats.map(|(id, stat)| (id.clone(), Arc::clone(stat))).collect();
    let grounds = Grounds { project: &project, stats: &stats, cells: renderer.cells() };
    // Nothing is due: what stands there stays, but for what has expired.
    let is_due = !editions.is_empty() || held.iter().any(|(_, standing)| matches!(standing, Standing::Expired(_)));
    let is_wanted = to.is_some() && is_due;
    let to = to.filter(|_| is_wanted && !blocks(&proof.findings, options.fail_on));
    let press = to.map(|to| Press::open(to.root, &project.settings)).transpose().map_err(Error::Publish)?;
    let keys = press.as_ref().map(|_| Keys::new(&project, renderer.cells()));
    let bench = Bench { renderer: &renderer, verifier: &verifier, keys: keys.as_ref(), options };
    let mut among = locales.clone();
    let (leaves, draft) = loop {
        let last = press.as_ref().filter(|_| !ends(&proof.findings, &among, options.fail_on));
        let draft = last.map(|press| press.draft(grounds)).transpose().map_err(Error::Publish)?;
        let round = bench.round(&editions, &among, &proof.findings, draft.as_ref());
        proof.append(round.proof);
        let withheld = withheld(&proof.findings, options.fail_on);
        among.iter().filter(|locale| withheld.contains(locale.as_str())).for_each(|locale| {
            warn!(stage = "prove", locale = locale.as_str(), "the locale is withheld");
        });
        let before = among.len();
        among.retain(|locale| !withheld.contains(locale.as_str()));
        if among.len() == before || among.is_empty() {
            break (round.leaves, draft);
        }
    };
    proof.account(&project, options);
    let mut run = Run {
        publishable: !blocks(&proof.findings, options.fail_on) && !among.is_empty(),
        editions: editions.len(),
        findings: proof.findings,
        proven: leaves.iter().map(|leaf| leaf.head.path.clone()).collect(),
        withheld: locales.iter().filter(|locale| !among.contains(locale)).cloned().collect(),
        held,
        settings: None,
    };
    let is_of_run = |tag: &str| locales.iter().any(|locale| locale.as_str() == tag);
    run.findings.retain(|finding| finding.locale.as_deref().is_none_or(is_of_run));
    run.findings.sort();
    info!(
        stage = "prove",
        ms = watch.ms(),
        editions = run.editions,
        documents = run.proven.len(),
        findings = run.findings.len(),
        "proven"
    );
    (options.progress)(Step::Stage("publish"));
    let watch = Watch::start();
    let published = match draft {
        _ if !run.publishable => None,
        _ if !is_wanted => Some(Published { files: 0, changed: false }),
        draft => {
            let draft = draft.expect("a round that nothing ends has a draft");
            let is_borrowed = renderer.borrowed().iter().any(|path| article_of(&project, path).is_some());
            if is_borrowed {
                draft.forget();
            }
            let is_loose = !is_borrowed && keys.as_ref().is_some_and(Keys::is_loose);
            let (leaves, assets) = (&leaves, &renderer.assets());
            let site = Site { leaves, assets, findings: &run.findings, withheld: &run.withheld, held: &run.held };
            let finished = draft.finish(&site).map_err(Error::Publish)?;
            let press = press.expect("a draft was made by a press");
            let whole = to.and_then(|to| repeat::whole(to, (&run, &project), options, is_loose, press.since()));
            Some(press.publish(finished, whole).map_err(Error::Publish)?)
        }
    };
    match published {
        Some(Published { files, changed }) => info!(stage = "publish", ms = watch.ms(), files, changed, "published"),
        None => info!(stage = "publish", ms = watch.ms(), "published nothing"),
    }
    run.settings = Some(project.settings.clone());
    Ok((run, published))
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
