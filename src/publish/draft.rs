//! A site while it is made: each document goes to the disk as soon as it is proven.
//!
//! In: verified documents from any thread, and what is known of them in order. Out: a [`Sealed`] site, whose documents and ledger are
//! written, and of that a [`Finished`] one, which a [`Press`] puts in the place of the old site or which is gone when it is dropped. The first trouble with the machine is kept for the end, and whatever comes
//! after it is not written.

use super::ledger::{self, Book, Grounds, Named, Piece};
use super::memory::{End, Kept, Memory, Reach, Record, Span};
use super::output::MARKER;
use super::report::{self, REPORT};
use super::staging::Staging;
use super::{Error, LEDGER, Leaf, Press, Site};
use crate::format::named;
use crate::model::ArticleId;
use crate::model::digest::Digest;
use crate::model::stamp::Stamp;
use crate::verify::{Testimony, Verified};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A site while it is made; gone when dropped.
#[derive(Debug)]
pub struct Draft<'a> {
    press: &'a Press,
    staging: Staging,
    grounds: Grounds<'a>,
    progress: Mutex<Progress>,
    /// Whether the ledger of the old site is as it was written, so that entries of it may be taken over.
    is_known: bool,
}

/// A site whose documents and ledger are written.
#[derive(Debug)]
pub struct Sealed {
    staging: Staging,
    files: Files,
    memory: Memory,
}

/// A site that is whole, and only has to be put in its place.
#[derive(Debug)]
pub struct Finished {
    pub(super) staging: Staging,
    pub(super) files: Files,
    pub(super) memory: Memory,
}

/// The files of a site, each with its stamp when it was written or looked at, and its digest.
pub(super) type Files = BTreeMap<String, (Stamp, Digest)>;

#[derive(Debug)]
struct Progress {
    book: Book,
    files: Files,
    memory: Memory,
    failure: Option<Error>,
    /// What stands in the old ledger after its entries, if that is to be taken over.
    end: Option<End>,
}

/// What documents are of.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    /// An article that is to be remembered, with what it needs, if that is not what it was.
    Article(&'a ArticleId, Option<&'a Reach>),
    /// The pages around the articles.
    Site,
    /// What is not to be remembered.
    Nothing,
}

/// Whether a document is in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Its figures are.
    Yes,
    /// It shows the ledger to people.
    No,
}

/// A document that has been written: what there is still to be told of it, when its turn comes.
#[derive(Debug)]
pub struct Sheet {
    /// What is kept of it.
    pub leaf: Leaf,
    entry: Option<Entry>,
    testimony: Option<Testimony>,
}

/// What the ledger says of a document.
#[derive(Debug)]
enum Entry {
    /// In other words than before, or of one that was not there.
    New { text: Vec<u8>, digest: Digest, named: Named },
    /// The same as before.
    Old(Span),
}

impl Sheet {
    /// Whether its figures are in the ledger.
    pub fn is_listed(&self) -> bool {
        self.entry.is_some()
    }

    /// What its figures name, if they are in the ledger and were proven in this run.
    pub fn named(&self) -> Option<&Named> {
        self.entry.as_ref().and_then(|entry| match entry {
            Entry::New { named, .. } => Some(named),
            Entry::Old(_) => None,
        })
    }

    /// Lets it not be remembered.
    pub fn doubt(&mut self) {
        self.testimony = None;
    }

    /// Of a document that is not to be published.
    pub fn unwritten(verified: &Verified) -> Self {
        Self { leaf: Leaf::of(verified), entry: None, testimony: None }
    }
}

impl<'a> Draft<'a> {
    /// Begins a site over the one that stands there.
    pub(super) fn begin(press: &'a Press, grounds: Grounds<'a>) -> Result<Self, Error> {
        let staging = press.output.stage_over(&press.memory)?;
        let old = press.ledger();
        let (path, is_known) = (staging.path().join(LEDGER), old.is_some());
        let book = Book::begin(path.clone(), old).map_err(Error::io(&path))?;
        let progress = Progress { book, files: BTreeMap::new(), memory: Memory::default(), failure: None, end: None };
        Ok(Draft { press, staging, grounds, progress: Mutex::new(progress), is_known })
    }

    /// Writes a document; with the key of its inputs, if it is to be remembered.
    pub fn write(&self, verified: &Verified, listed: Listed, key: Option<Digest>) -> Sheet {
        let document = verified.document();
        let testimony = key.map(|key| Testimony::of(verified, key));
        let digest = testimony.as_ref().map_or_else(|| Digest::of(&document.bytes), Testimony::bytes);
        if self.progress().failure.is_none() {
            let written = put(&self.staging, self.press, (&document.path, &document.bytes), digest);
            let mut progress = self.progress();
            match written {
                Ok(stamp) => _ = progress.files.insert(document.path.clone(), (stamp, digest)),
                Err(error) => progress.fail(error),
            }
        }
        let entry = (listed == Listed::Yes).then(|| {
            let text = ledger::entry(verified, &self.grounds);
            Entry::New { digest: Digest::of(&text), text, named: Named::of(verified) }
        });
        Sheet { leaf: Leaf::of(verified), entry, testimony }
    }

    /// Takes over the documents of an article from the old site, if they were proven from inputs of that key and nobody has
    /// touched them since.
    pub fn recall(&self, article: &ArticleId, key: Digest) -> Option<Vec<Sheet>> {
        self.take_over_all(self.press.record(article)?, Some(key))
    }

    /// The same, of an article whose inputs are known to be what they were.
    pub fn recall_unchanged(&self, article: &ArticleId) -> Option<Vec<Sheet>> {
        self.take_over_all(self.press.record(article)?, None)
    }

    /// Takes over the pages around the articles and the end of the ledger, of which everything is known to be what it was.
    pub fn recall_around(&self) -> Option<Vec<Sheet>> {
        let end = self.press.memory.end.filter(|_| self.is_known)?;
        self.progress().end = Some(end);
        self.take_over_all(&self.press.memory.around, None)
    }

    fn take_over_all(&self, record: &Record, key: Option<Digest>) -> Option<Vec<Sheet>> {
        // Nothing is touched for an article of other inputs: where its page was, another may be about to write one.
        let is_same = |kept: &Kept| key.is_none_or(|key| kept.testimony.key() == key);
        if !self.is_known || !record.files.iter().all(is_same) {
            return None;
        }
        let mut taken = Vec::new();
        for kept in &record.files {
            match self.take_over(kept, key.unwrap_or(kept.testimony.key())) {
                Some(file) => taken.push(file),
                None => {
                    record.files[..=taken.len()].iter().for_each(|kept| self.staging.remove(&kept.path));
                    return None;
                }
            }
        }
        let (sheets, stamps): (Vec<_>, Vec<_>) = taken.into_iter().unzip();
        let files = record.files.iter().zip(stamps);
        self.progress().files.extend(files.map(|(kept, stamp)| (kept.path.clone(), (stamp, kept.testimony.bytes()))));
        Some(sheets)
    }

    fn take_over(&self, kept: &Kept, key: Digest) -> Option<(Sheet, Stamp)> {
        let digest = kept.testimony.bytes();
        let recalled = kept.testimony.hears(digest, key)?;
        let folder = self.press.output.path();
        let stamp = left(&self.staging, self.press, &kept.path, digest).or_else(|| {
            let known = self.press.memory.look(folder, &kept.path).filter(|(_, found)| *found == digest)?;
            self.staging.link(folder, &kept.path, known)
        })?;
        let leaf =
            Leaf::recalled((kept.article.clone(), kept.locale.clone()), named(&kept.format)?, kept.path.clone(), &recalled);
        let sheet = Sheet { leaf, entry: kept.entry.map(Entry::Old), testimony: Some(kept.testimony.clone()) };
        Some((sheet, stamp))
    }

    /// The entry that a document had in the old ledger.
    fn entry(&self, of: Of<'_>, path: &str) -> Option<Span> {
        let record = match of {
            Of::Article(article, _) => self.press.record(article)?,
            Of::Site => &self.press.memory.around,
            Of::Nothing => return None,
        };
        record.files.iter().find(|kept| kept.path == path && self.is_known)?.entry
    }

    /// Tells of the next documents, in order: those of an article that is to be remembered, or others.
    pub fn add(&self, of: Of<'_>, sheets: Vec<Sheet>) -> Vec<Leaf> {
        let progress = &mut *self.progress();
        let known = match of {
            Of::Article(article, _) => self.press.memory.articles.get(article),
            Of::Site => Some(&self.press.memory.around),
            Of::Nothing => None,
        };
        let is_taken_over = sheets.iter().any(|sheet| matches!(sheet.entry, Some(Entry::Old(_))));
        let (leaves, record) = match known.filter(|_| is_taken_over) {
            Some(known) => self.add_known(progress, known, sheets),
            None => self.add_new(progress, of, sheets),
        };
        match (of, record) {
            (Of::Article(article, _), Some(record)) => _ = progress.memory.articles.insert(article.clone(), record),
            (Of::Site, Some(record)) => progress.memory.around = record,
            (Of::Nothing, _) | (_, None) => {}
        }
        leaves
    }

    /// Tells of documents that are taken over, all that are remembered together.
    fn add_known(
        &self,
        progress: &mut Progress,
        known: &Arc<Record>,
        sheets: Vec<Sheet>,
    ) -> (Vec<Leaf>, Option<Arc<Record>>) {
        // Where the end of the ledger is taken over, what figures name is in it.
        let mut named = progress.end.is_none().then(|| known.named.clone());
        let mut spans = Vec::new();
        for sheet in &sheets {
            let Some(Entry::Old(span)) = sheet.entry else { continue };
            let at = self.enter(progress, &Piece::Old(span), named.take().unwrap_or_default());
            spans.push(Span { at: at.unwrap_or(span.at), ..span });
        }
        let leaves = sheets.into_iter().map(|sheet| sheet.leaf).collect();
        if known.files.iter().filter_map(|kept| kept.entry).eq(spans.iter().copied()) {
            return (leaves, Some(Arc::clone(known)));
        }
        let mut record = Record::clone(known);
        record.files.iter_mut().filter_map(|kept| kept.entry.as_mut()).zip(spans).for_each(|(entry, span)| *entry = span);
        (leaves, Some(Arc::new(record)))
    }

    /// Tells of documents that were proven in this run.
    fn add_new(&self, progress: &mut Progress, of: Of<'_>, sheets: Vec<Sheet>) -> (Vec<Leaf>, Option<Arc<Record>>) {
        let files = Vec::with_capacity(sheets.len());
        let (mut leaves, mut record) = (Vec::new(), Some(Record { files, ..Record::default() }));
        for Sheet { leaf, entry, testimony } in sheets {
            let mut span = None;
            if let Some(Entry::New { text, digest, named }) = entry {
                let old = self.entry(of, &leaf.head.path);
                let old = old.filter(|old| (old.length, old.digest) == (text.len(), digest));
                let at = self.enter(progress, &old.map_or(Piece::New(&text), Piece::Old), named.clone());
                span = at.map(|at| Span { at, length: text.len(), digest });
                if let Some(record) = &mut record {
                    record.named.append(named);
                }
            }
            record = record.zip(testimony).map(|(mut record, testimony)| {
                let (locale, format) = (leaf.head.locale.clone(), leaf.head.format.to_owned());
                let article = leaf.head.article.clone();
                record.files.push(Kept { article, locale, format, path: leaf.head.path.clone(), testimony, entry: span });
                record
            });
            leaves.push(leaf);
        }
        if let (Of::Article(article, reach), Some(record)) = (of, &mut record) {
            let known = self.press.record(article).map(|record| &record.reach);
            record.reach = reach.or(known).cloned().unwrap_or_default();
        }
        (leaves, record.map(Arc::new))
    }

    /// Enters a document in the ledger; where its entry stands, if nothing has gone wrong yet.
    fn enter(&self, progress: &mut Progress, piece: &Piece<'_>, named: Named) -> Option<u64> {
        if progress.failure.is_some() {
            return None;
        }
        let entered = progress.book.add(piece, named);
        entered.map_err(|error| progress.fail(Error::Io(self.staging.path().join(LEDGER), error))).ok()
    }

    /// Forgets the articles, for one of them may depend on more than is known.
    pub fn forget(&self) {
        let memory = &mut self.progress().memory;
        memory.articles.clear();
        memory.vain.clear();
    }

    /// Remembers the keys under which nothing was found in articles whose documents are not in the site, for a locale is withheld.
    pub fn remember_vain(&self, keys: BTreeSet<Digest>) {
        self.progress().memory.vain = keys;
    }

    /// Ends the ledger with what its figures rest on, after which nothing more needs to be known of the project.
    ///
    /// # Errors
    /// If a document or the ledger could not be written.
    pub fn seal(self) -> Result<Sealed, Error> {
        let Self { press, staging, grounds, progress, .. } = self;
        let progress = progress.into_inner().unwrap_or_else(PoisonError::into_inner);
        let Progress { book, mut files, mut memory, failure, end } = progress;
        failure.map_or(Ok(()), Err)?;
        let path = staging.path().join(LEDGER);
        staging.touch(&path);
        let (at, length, is_new) = match end {
            Some(End { at, length }) => book.end_with(at..at + length).map(|(at, new)| (at, length, new.is_some())),
            None => book.end(&grounds).map(|(at, length)| (at, length, true)),
        }
        .map_err(Error::io(&path))?;
        let known = press.memory.files.get(LEDGER).filter(|_| !is_new);
        let ledger = match known {
            Some(digest) => left(&staging, press, LEDGER, *digest)
                .or_else(|| {
                    let known = press.memory.look(press.output.path(), LEDGER).filter(|(_, found)| found == digest)?;
                    staging.link(press.output.path(), LEDGER, known)
                })
                .map(|stamp| (stamp, *digest)),
            None => {
                staging.claim(LEDGER);
                Memory::default().look(staging.path(), LEDGER)
            }
        };
        let gone = || Error::Io(path, std::io::ErrorKind::NotFound.into());
        files.insert(LEDGER.to_owned(), ledger.ok_or_else(gone)?);
        memory.end = Some(End { at, length });
        Ok(Sealed { staging, files, memory })
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sealed {
    /// Writes what is still missing of a site of that press.
    ///
    /// # Errors
    /// If anything of it could not be written.
    pub fn finish(self, press: &Press, site: &Site<'_>) -> Result<Finished, Error> {
        let Self { staging, mut files, memory } = self;
        let report = report::text(site.leaves);
        let assets = site.assets.iter().map(|(path, bytes)| (path.as_str(), bytes));
        for (path, bytes) in assets.chain([(REPORT, &report)]) {
            let digest = Digest::of(bytes);
            files.insert(path.to_owned(), (put(&staging, press, (path, bytes), digest)?, digest));
        }
        let list = staging.finish(files.keys().map(String::as_str))?;
        let (stamp, _) = memory.look(staging.path(), MARKER).expect("it was just written");
        files.insert(MARKER.to_owned(), (stamp, Digest::of(&list)));
        Ok(Finished { staging, files, memory })
    }
}

/// Writes a file, unless the last site had the very same and it lies there still.
fn put(staging: &Staging, press: &Press, (path, bytes): (&str, &[u8]), digest: Digest) -> Result<Stamp, Error> {
    match left(staging, press, path, digest) {
        Some(stamp) => Ok(stamp),
        None => staging.write(path, bytes),
    }
}

/// Claims the file that the last site had at a path, if it lies there still with that digest.
fn left(staging: &Staging, press: &Press, path: &str, digest: Digest) -> Option<Stamp> {
    let stamp = Stamp::of(&staging.left(path)?);
    let is_same = press.memory.stamps.get(&stamp) == Some(digest);
    (is_same && staging.claim(path)).then_some(stamp)
}

impl Progress {
    fn fail(&mut self, error: Error) {
        self.failure.get_or_insert(error);
    }
}
