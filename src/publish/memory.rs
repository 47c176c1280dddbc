//! What is remembered of the published site, beside it in `output.cache`, so that the next run need not do again what it did.
//!
//! The site itself is the store: a document is taken over as a second name of the file that stands there already. What is
//! remembered is under which key it was proven and which bytes it had ([`Testimony`]), and where its entry stands in the ledger. Files
//! that have the [`Stamp`] that they had are not read; all others are, and hashed. So a page that somebody changed, a lost cache and a broken
//! one cost time, and nothing else; and nothing is in it that is not published, for stamps name no file. It is replaced with its
//! site, and is written under the site's lock.

use super::ledger::Named;
use super::output::MARKER;
use super::{is_safe, spare};
use crate::diagnostic::Remembered;
use crate::model::digest::Digest;
use crate::model::stamp::{Stamp, Stamps, Tick};
use crate::model::{ArticleId, LocaleTag};
use crate::verify::Testimony;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// What is remembered.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Memory {
    /// The articles that were proven with nothing found in them.
    pub articles: BTreeMap<ArticleId, Arc<Record>>,
    /// The pages around the articles.
    pub around: Arc<Record>,
    /// What stands in the ledger after its entries.
    pub end: Option<End>,
    /// The whole run, if it may be repeated by what is remembered.
    pub whole: Option<Whole>,
    /// The files of the site, the list of them included.
    pub files: BTreeMap<String, Digest>,
    /// The stamps of these, and of the project's files.
    pub stamps: Stamps,
    /// The stamps of the folders of the site, and of the tree that is set aside: as long as one has it, so it has its files.
    pub folders: BTreeSet<Stamp>,
    /// The keys under which nothing was found in an article among locales of which one was withheld then, so that its documents are
    /// not there.
    pub vain: BTreeSet<Digest>,
}

/// What is remembered of an article.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    /// Its files.
    pub files: Vec<Kept>,
    /// What its figures name.
    pub named: Named,
    /// What else its bytes depend on.
    pub reach: Reach,
}

/// Which files an article needs, and what others show of it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// The topics of its stats, and all that are tied to these by formulas.
    pub topics: BTreeSet<String>,
    /// The sources of all of these.
    pub sources: BTreeSet<String>,
    /// The digest of what the pages around the articles say of it.
    pub told: Option<Digest>,
}

/// What is remembered of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub article: ArticleId,
    pub locale: LocaleTag,
    pub format: String,
    pub path: String,
    pub testimony: Testimony,
    /// Where its entry stands in the ledger, if it has one.
    pub entry: Option<Span>,
}

/// What stands in the ledger after its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct End {
    pub at: u64,
    pub length: u64,
}

/// A part of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Span {
    pub at: u64,
    pub length: usize,
    pub digest: Digest,
}

/// A whole run of which everything is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole {
    /// The digest of all that it depends on but for the project's files and the time.
    pub terms: Digest,
    /// The digest of the project's files.
    pub inputs: Digest,
    /// The digest of each, if each article stands by itself: nothing is held, withheld or waived, and no message is said by another
    /// article's page. Otherwise none is named, for the name of a file may be under embargo, too.
    pub files: Option<BTreeMap<String, Digest>>,
    /// The times from which and before which the time makes no difference; nothing if it was given none.
    pub within: Option<(Tick, Tick)>,
    /// Whether articles were left out that are not due; which, is not for others to read.
    pub holds: bool,
    /// How many editions there were.
    pub editions: usize,
    /// The paths of the files in which figures were proven.
    pub proven: Vec<String>,
    /// What was found.
    pub findings: Remembered,
}

impl Memory {
    /// Reads what is remembered; nothing of a file that is not as it was written, or that names files beside the site's.
    pub fn read(path: &Path) -> Self {
        let is_file = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        let Some(bytes) = is_file.then(|| fs::read(path).ok()).flatten() else { return Self::default() };
        let parts = bytes.split_first_chunk::<32>().filter(|(sum, rest)| sum[..] == *Digest::of(rest).as_ref());
        let memory = parts.and_then(|(_, rest)| postcard::from_bytes(rest).ok());
        memory.filter(Self::is_safe).unwrap_or_default()
    }

    fn is_safe(&self) -> bool {
        let records = self.articles.values().chain([&self.around]);
        let kept = records.flat_map(|record| &record.files).map(|kept| &kept.path);
        self.files.keys().filter(|path| *path != MARKER).chain(kept).all(|path| is_safe(path))
    }

    /// Writes it in the place of what was there; a cache that cannot be written is none.
    pub fn write(&self, path: &Path) {
        let bytes = postcard::to_stdvec(self).expect("a memory is plain data");
        let new = path.with_extension("cache-new");
        // What lies in the way is removed and never followed: it may be a link.
        let _ = fs::remove_file(&new);
        let file = OpenOptions::new().write(true).create_new(true).open(&new);
        let sum = Digest::of(&bytes);
        let write = |mut file: File| file.write_all(sum.as_ref()).and_then(|()| file.write_all(&bytes));
        let written = file.and_then(write).and_then(|()| fs::rename(&new, path));
        if written.is_err() {
            let _ = fs::remove_file(new);
        }
    }

    /// Whether a tree has the folders that the site has, each with the very names that it had.
    pub fn is_tidy(&self, root: &Path) -> bool {
        let folders: Vec<_> = spare::folders(self.files.keys().map(String::as_str)).into_iter().collect();
        let is_known = |folder: &&str| Stamp::at(&root.join(folder)).is_some_and(|stamp| self.folders.contains(&stamp));
        !folders.is_empty() && folders.par_iter().with_min_len(64).all(is_known)
    }

    /// What a file below a folder is known by, and its digest; it is read only if its stamp is not known. Nothing of what is no file.
    pub fn look(&self, folder: &Path, path: &str) -> Option<(Stamp, Digest)> {
        let path = folder.join(path);
        let stamp = Stamp::of(&path.symlink_metadata().ok().filter(Metadata::is_file)?);
        let read = || Digest::of_reader(File::open(&path).ok()?).ok();
        Some((stamp, self.stamps.get(&stamp).or_else(read)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_that_was_touched_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("output.cache");
        let mut memory = Memory::default();
        memory.articles.insert(ArticleId::new("ชา"), Arc::default());
        memory.write(&path);
        assert_eq!(Memory::read(&path), memory);
        let bytes = fs::read(&path).unwrap();
        let at = bytes.windows("ชา".len()).position(|text| text == "ชา".as_bytes()).unwrap();
        let mut other = bytes.clone();
        other[at..at + "ชี".len()].copy_from_slice("ชี".as_bytes());
        fs::write(&path, other).unwrap();
        assert_eq!(Memory::read(&path), Memory::default());
        fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        assert_eq!(Memory::read(&path), Memory::default());
        memory.files.insert("../thesis.doc".to_owned(), Digest::of(b"years of work"));
        memory.write(&path);
        assert_eq!(Memory::read(&path), Memory::default());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
