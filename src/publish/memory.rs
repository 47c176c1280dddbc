//! What is remembered of the published site, beside it in `output.cache`, so that the next run need not do again what it did.
//!
//! The site itself is the store: a document is taken over as a second name of the file that stands there already. What is
//! remembered is under which key it was proven and which bytes it had ([`Testimony`]), and where its entry stands in the ledger. So a
//! page that somebody changed, a lost cache and a broken one cost time, and nothing else; and nothing is in it that is not
//! published. It is as large as its site, is replaced with it, and is written under the site's lock.

use super::ledger::Named;
use crate::model::digest::{Digest, Fields};
use crate::model::{ArticleId, LocaleTag};
use crate::verify::Testimony;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

/// What is remembered.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Memory {
    /// The articles that were proven with nothing found in them.
    pub articles: BTreeMap<ArticleId, Record>,
    /// The pages around the articles.
    pub around: Record,
    /// What stands in the ledger after its entries.
    pub end: Option<End>,
    /// The whole run, if nothing was found in it.
    pub whole: Option<Whole>,
}

/// What is remembered of an article.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The topics of its stats, and of those that they are derived from.
    pub topics: BTreeSet<String>,
    /// The sources of all of these.
    pub sources: BTreeSet<String>,
    /// The digest of what the pages around the articles say of it.
    pub told: Option<Digest>,
}

/// What is remembered of a file.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    pub digest: Digest,
}

/// A part of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Span {
    pub at: u64,
    pub length: usize,
    pub digest: Digest,
}

/// A whole run in which nothing was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole {
    /// The digest of all that it depends on but for the project's files and the time.
    pub terms: Digest,
    /// The digest of the project's files.
    pub inputs: Digest,
    /// The digest of each, if each article stands by itself: nothing is held, withheld or waived, and no message is said by another
    /// article's page. Otherwise none is named, for the name of a file may be under embargo, too.
    pub files: Option<BTreeMap<String, Digest>>,
    /// The seconds from which and before which the time makes no difference; nothing if it was given none.
    pub within: Option<(i64, i64)>,
    /// How many editions there were.
    pub editions: usize,
    /// The paths of the files in which figures were proven.
    pub proven: Vec<String>,
    /// The digest of the site; filled in when it stands.
    pub site: Option<Digest>,
}

impl Memory {
    /// Reads what is remembered; nothing of a file that is not as it was written.
    pub fn read(path: &Path) -> Self {
        let Ok(bytes) = fs::read(path) else { return Self::default() };
        let parts = bytes.iter().position(|&byte| byte == b'\n').map(|end| (&bytes[..end], &bytes[end + 1..]));
        let whole = parts.filter(|(sum, rest)| *sum == Digest::of(rest).to_string().as_bytes());
        whole.and_then(|(_, rest)| serde_json::from_slice(rest).ok()).unwrap_or_default()
    }

    /// Writes it in the place of what was there; a cache that cannot be written is none.
    pub fn write(&self, path: &Path) {
        let text = serde_json::to_string(self).expect("a memory has only string keys");
        let new = path.with_extension("cache-new");
        // What lies in the way is removed and never followed: it may be a link.
        let _ = fs::remove_file(&new);
        let file = OpenOptions::new().write(true).create_new(true).open(&new);
        let sum = Digest::of(text.as_bytes());
        let written = file.and_then(|mut file| write!(file, "{sum}\n{text}")).and_then(|()| fs::rename(&new, path));
        if written.is_err() {
            let _ = fs::remove_file(new);
        }
    }
}

/// The digest of files below a folder, names and bytes; nothing if one cannot be read, or is a link. Those whose digest is known
/// are not read.
pub(super) fn site(folder: &Path, files: &[(&str, Option<Digest>)]) -> Option<Digest> {
    let digest = |(path, known): &(&str, Option<Digest>)| {
        if known.is_some() {
            return *known;
        }
        let path = folder.join(path);
        let is_file = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        is_file.then(|| Digest::of_reader(fs::File::open(path).ok()?).ok())?
    };
    let digests: Option<Vec<_>> = files.par_iter().map(digest).collect();
    let fields =
        files.iter().zip(digests?).fold(Fields::new(), |fields, ((path, _), digest)| fields.with(path).with(digest));
    Some(fields.digest())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_that_was_touched_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("output.cache");
        let mut memory = Memory::default();
        memory.articles.insert(ArticleId::new("ชา"), Record::default());
        memory.write(&path);
        assert_eq!(Memory::read(&path), memory);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("ชา", "ชี")).unwrap();
        assert_eq!(Memory::read(&path), Memory::default());
        fs::write(&path, &text[..text.len() / 2]).unwrap();
        assert_eq!(Memory::read(&path), Memory::default());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
