//! Puts a site in place of the old one, whole or not at all.
//!
//! In: verified documents, one at a time, then assets. Out: the output folder, with `ledger.json` and
//! `report.json`. What can go wrong is an [`Error`] of the machine or of where the folder stands; then the old site stays as it was.
//!
//! A [`Press`] holds the lock. A [`Draft`] is the new site while it is made, in a folder beside the old one (`output.staging-…`):
//! every document is written as soon as it is proven, and only a [`Leaf`] of it is kept. When it is whole it is brought to the
//! disk and exchanged with the old site in one rename: a reader or a crash sees the old site or the new one, never a mix. The operating system's lock on `output.lock`
//! keeps a second run out and dies with its process, so a lock is never stale; what a dead run left behind is swept away by the
//! next. A folder that numerate did not make, or into which somebody put a file, is left alone. A site that is to the byte what
//! stands there already is not published again.

mod draft;
mod leaf;
mod ledger;
mod memory;
mod output;
mod press;
mod releases;
mod report;
pub mod schema;
mod spare;
mod staging;

pub use draft::{Draft, Finished, Listed, Of, Sealed, Sheet};
pub use leaf::{Head, Leaf};
pub use ledger::{Grounds, Named};
pub use memory::{Reach, Whole};
pub use output::MARKER;
pub use press::Press;
pub use report::Page;

use std::path::{Path, PathBuf};
use std::{fmt, io};

/// The file that names every figure of a site.
const LEDGER: &str = "ledger.json";

/// What is told of a site beside its documents.
#[derive(Debug)]
pub struct Site<'a> {
    /// Its files with proven figures, in order.
    pub leaves: &'a [Leaf],
    /// Style sheets and the like: path in the output, and bytes.
    pub assets: &'a [(String, Vec<u8>)],
}

/// What became of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Published {
    /// The number of its files.
    pub files: usize,
    /// Whether it took the place of another; otherwise it stands there already, to the byte.
    pub changed: bool,
    /// The release that the site before has become; nothing if there was none, or it is not kept.
    pub before: Option<u32>,
}

/// Puts a release back in the place of the site, the last one or the one with that number; what stood there takes the release's
/// place, so that the same again undoes it. The number of the release.
///
/// # Errors
/// As [`Press::publish`], and if there is no such release.
pub fn roll_back(root: &Path, output: &str, to: Option<u32>) -> Result<u32, Error> {
    output::Output::open(root, output)?.0.roll_back(to)
}

/// The numbers of the releases that are kept, the latest last.
///
/// # Errors
/// If the folder of the releases cannot be read.
pub fn list_releases(root: &Path, output: &str) -> Result<Vec<u32>, Error> {
    let folder = root.join(format!("{output}.releases"));
    Ok(releases::list(&folder)?.into_iter().map(|(number, _)| number).collect())
}

/// Whether a path stays below the folder that it is relative to.
fn is_safe(path: &str) -> bool {
    let plain = |part: &str| {
        !matches!(part, "" | "." | ".." | MARKER | staging::NEXT) && !part.contains(|c: char| c == '\\' || c.is_control())
    };
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
    /// There is no release with that number, or none at all; there are these.
    NoRelease(Option<u32>, Vec<u32>),
    /// A release is not what was published any more: this file of it is gone, or somebody put it there.
    NotWhole(PathBuf),
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
            Error::NoRelease(_, known) if known.is_empty() => f.write_str("no earlier site is kept"),
            Error::NoRelease(to, known) => {
                let known: Vec<_> = known.iter().map(u32::to_string).collect();
                write!(f, "there is no release {}; there are {}", to.unwrap_or_default(), known.join(", "))
            }
            Error::NotWhole(path) => {
                write!(f, "the release is not what was published: {} is gone, or was put there", path.display())
            }
            Error::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests;
