//! The five stages in a row: load, resolve, render, verify, publish.
//!
//! In: a project's folder. Out: a [`Run`] with all that was found and all that is proven, and for [`build`] a published site.
//! It works in parallel, over articles; each task owns its findings, and they are merged in the order of the articles (`order`), so
//! that the outcome is the same for any number of threads. Documents are written as soon as they are proven and never held
//! (`round`), so that memory does not grow with the site.
//!
//! An error withholds what it concerns: that of a locale withholds the locale, any other the whole site.

mod held;
mod keys;
mod log;
mod order;
mod part;
mod prepare;
mod proof;
mod prove;
mod repeat;
mod round;

use crate::diagnostic::{Findings, Severity, nearest};
use crate::model::project::Settings;
use crate::model::{ArticleId, LocaleTag, Standing};
use crate::publish::Published;
use globset::GlobSet;
use jiff::Timestamp;
use prepare::{Articles, prepare};
use prove::{prove, publish};
use rayon::prelude::*;
use repeat::Inputs;
use std::fmt;
use std::path::Path;

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
        Ok(prepared) => Ok(prove(prepared, options, None)?.run),
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
            Ok(prepared) => {
                let to = Target { root, inputs: inputs.as_ref() };
                publish(prove(prepared, options, Some(to))?, options, to)
            }
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

/// Why nothing could be run or published.
#[derive(Debug)]
pub enum Error {
    /// The project has no such locale, but these.
    LocaleUnknown(LocaleTag, Vec<LocaleTag>),
    /// No article has such an id.
    NothingMatches,
    /// The run is about a part, and the site has other pages: their number, and the first of them.
    Narrow(usize, String),
    /// The machine gives no threads.
    Threads(rayon::ThreadPoolBuildError),
    /// The output folder cannot be replaced.
    Publish(crate::publish::Error),
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
            Error::Narrow(pages, first) => write!(
                f,
                "the site has {pages} pages that this build is not about, such as {first}, and they would be gone; build \
                 without --only and --locale, which does again only what has changed, or move the site away first"
            ),
            Error::Threads(error) => write!(f, "no threads to work with: {error}"),
            Error::Publish(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}
