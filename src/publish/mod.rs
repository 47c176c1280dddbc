//! Puts a site in place of the old one, whole or not at all.
//!
//! In: verified documents, assets and the findings to report. Out: the output folder, with `ledger.json` and `report.json`. What
//! can go wrong is an [`Error`] of the machine or of where the folder stands; then the old site stays as it was.
//!
//! The new site is written to a folder beside the old one (`output.staging-…`), brought to the disk, and exchanged with it in
//! one rename: a reader or a crash sees the old site or the new one, never a mix. The operating system's lock on `output.lock`
//! keeps a second run out and dies with its process, so a lock is never stale; what a dead run left behind is swept away by the
//! next. A folder that numerate did not make, or into which somebody put a file, is left alone.

mod ledger;
mod output;
mod report;
pub mod schema;
mod staging;

pub use output::MARKER;

use crate::diagnostic::Findings;
use crate::model::{BoundStat, LocaleTag, Project, StatId};
use crate::verify::Verified;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fmt, io};

/// A whole site, ready to be published.
#[derive(Debug)]
pub struct Site<'a> {
    /// The project that it was made from.
    pub project: &'a Project,
    /// The stats of its articles, bound.
    pub stats: &'a BTreeMap<StatId, Arc<BoundStat>>,
    /// Its pages.
    pub documents: &'a [Verified],
    /// The pages that show the figures of others beside their sources.
    pub ledgers: &'a [Verified],
    /// Style sheets and the like: path in the output, and bytes.
    pub assets: &'a [(String, Vec<u8>)],
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The locales that are not published, because something is wrong in them.
    pub withheld: &'a [LocaleTag],
}

/// Publishes a site as the folder `output` of the project at `root`; the number of files in it.
///
/// # Errors
/// If the folder is in use, not numerate's, outside the project, or cannot be written. Nothing is changed then.
pub fn publish(root: &Path, output: &str, site: &Site<'_>) -> Result<usize, Error> {
    let files = files(site)?;
    let output = output::Output::open(root, output)?;
    let staging = output.stage(files.keys().map(|path| path.as_ref()))?;
    for (path, bytes) in &files {
        staging.write(path, bytes)?;
    }
    output.replace(staging)?;
    Ok(files.len())
}

/// Every file of the site by its path, in order.
fn files<'a>(site: &'a Site<'_>) -> Result<BTreeMap<String, std::borrow::Cow<'a, [u8]>>, Error> {
    let documents = site.documents.iter().chain(site.ledgers).map(Verified::document);
    let documents = documents.map(|document| (document.path.clone(), document.bytes.as_slice().into()));
    let assets = site.assets.iter().map(|(path, bytes)| (path.clone(), bytes.as_slice().into()));
    let ledger = ("ledger.json".to_owned(), ledger::json(site).into_bytes().into());
    let report = ("report.json".to_owned(), report::json(site).into_bytes().into());
    let mut files = BTreeMap::new();
    for (path, bytes) in documents.chain(assets).chain([ledger, report]) {
        if !is_safe(&path) {
            return Err(Error::PathUnsafe(path));
        }
        if files.insert(path.clone(), bytes).is_some() {
            return Err(Error::PathTwice(path));
        }
    }
    Ok(files)
}

/// Whether a path stays below the folder that it is relative to.
fn is_safe(path: &str) -> bool {
    let plain =
        |part: &str| !matches!(part, "" | "." | ".." | MARKER) && !part.contains(|c: char| c == '\\' || c.is_control());
    path.split('/').all(plain)
}

/// Why nothing was published.
#[derive(Debug)]
pub enum Error {
    /// Another run is publishing to the same folder.
    Held(PathBuf),
    /// The output folder holds something that numerate did not put there.
    NotOurs(PathBuf),
    /// The output folder is, or lies behind, a symbolic link, or outside the project.
    Outside(PathBuf),
    /// A file's path leads out of the output folder.
    PathUnsafe(String),
    /// Two files have the same path.
    PathTwice(String),
    /// The file system cannot exchange two folders in one step.
    NoExchange(PathBuf),
    /// The machine's own trouble with a path.
    Io(PathBuf, io::Error),
}

impl Error {
    /// The trouble with `path`, to be used with `map_err`.
    fn io<E: Into<io::Error>>(path: &Path) -> impl FnOnce(E) -> Error + '_ {
        |error| Error::Io(path.to_owned(), error.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Held(path) => {
                write!(f, "another run is publishing: it holds {}; try again when it is done", path.display())
            }
            Error::NotOurs(path) => {
                write!(f, "{} was not made by numerate, and publishing would delete it; move it away first", path.display())
            }
            Error::Outside(path) => {
                write!(f, "{} is not a folder inside the project, reached without symbolic links", path.display())
            }
            Error::PathUnsafe(path) => write!(f, "`{path}` is not a path below the output folder"),
            Error::PathTwice(path) => write!(f, "two files are to be published as `{path}`"),
            Error::NoExchange(path) => write!(
                f,
                "the file system of {} cannot exchange two folders in one step, so the old site was left as it is; \
                 move it away to publish the new one",
                path.display()
            ),
            Error::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests;
