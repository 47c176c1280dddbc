//! A site while it is made: each document goes to the disk as soon as it is proven.
//!
//! In: verified documents from any thread, and what is known of them in order. Out: a [`Draft`], which a [`Press`] puts in the place
//! of the old site or which is gone when it is dropped. The first trouble with the machine is kept for the end, and whatever comes
//! after it is not written.

use super::ledger::{self, Book, Grounds, Named};
use super::memory::{self, End, Kept, Memory, Reach, Record, Span, Whole};
use super::output::Output;
use super::staging::Staging;
use super::{Error, Leaf, Published, Site, report};
use crate::format::named;
use crate::model::ArticleId;
use crate::model::digest::Digest;
use crate::model::project::Settings;
use crate::verify::{Testimony, Verified};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Take};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

const LEDGER: &str = "ledger.json";
const REPORT: &str = "report.json";

/// The output folder of a project, which no other run can publish to meanwhile.
#[derive(Debug)]
pub struct Press {
    output: Output,
    keep: usize,
    memory: Memory,
}

impl Press {
    /// Takes hold of the output folder of the project at `root`.
    ///
    /// # Errors
    /// If the folder is in use, not numerate's, outside the project, or cannot be written.
    pub fn open(root: &Path, settings: &Settings) -> Result<Self, Error> {
        let output = Output::open(root, &settings.output)?;
        let memory = Memory::read(&output.memory());
        Ok(Self { output, keep: settings.keep, memory })
    }

    /// Takes hold of it, if something is remembered of the site there and nothing is in the way.
    pub fn reopen(root: &Path, settings: &Settings) -> Option<Self> {
        let is_known = root.join(format!("{}.cache", settings.output)).is_file();
        is_known.then(|| Self::open(root, settings).ok())?
    }

    /// The whole run that made the site, if nothing was found in it.
    pub fn whole(&self) -> Option<&Whole> {
        self.memory.whole.as_ref()
    }

    /// What is remembered of each article: in order, with what it needs, and what its figures name.
    pub fn articles(&self) -> impl Iterator<Item = (&ArticleId, &Reach, &Named)> {
        self.memory.articles.iter().map(|(id, record)| (id, &record.reach, &record.named))
    }

    /// What stands in the ledger after its entries.
    fn end(&self, at: u64, length: u64) -> io::Result<Take<File>> {
        part_of(&self.output.path().join(LEDGER), at, length)
    }

    fn record(&self, article: &ArticleId) -> Option<&Record> {
        self.memory.articles.get(article)
    }

    /// The number of the site's files, if it still is to the byte what that run made.
    pub fn stands(&self, whole: &Whole) -> Option<usize> {
        let marker = self.output.marker()?;
        let files: Vec<_> = marker.lines().map(|path| (path, None)).collect();
        let site = memory::site(self.output.path(), &files);
        (site.is_some() && whole.site == site).then_some(files.len())
    }

    /// Begins a site.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn draft<'a>(&'a self, grounds: Grounds<'a>) -> Result<Draft<'a>, Error> {
        let staging = self.output.stage()?;
        let book = Book::begin(BufWriter::new(staging.file(LEDGER)?)).map_err(Error::io(&staging.path().join(LEDGER)))?;
        let progress = Progress { book, files: BTreeMap::new(), memory: Memory::default(), failure: None, end: None };
        let ledger = File::open(self.output.path().join(LEDGER)).ok();
        Ok(Draft { old: self, ledger, staging, grounds, progress: Mutex::new(progress) })
    }

    /// Puts a site in the place of the old one, which is kept as a release; a site that stands there already is left alone. A whole
    /// run in which nothing was found is remembered.
    ///
    /// # Errors
    /// If the folder cannot be replaced. Nothing is changed then.
    pub fn publish(self, finished: Finished, whole: Option<Whole>) -> Result<Published, Error> {
        let Finished { staging, files, mut memory } = finished;
        let Self { output, keep, memory: known } = self;
        let (path, folder) = (output.memory(), output.path().to_owned());
        let changed = !output.holds(&staging, &files);
        if changed {
            output.replace(staging, keep)?;
        }
        if let Some(mut whole) = whole {
            whole.site =
                memory::site(&folder, &files.iter().map(|(path, known)| (path.as_str(), *known)).collect::<Vec<_>>());
            memory.whole = Some(whole);
        }
        if memory != known {
            memory.write(&path);
        }
        Ok(Published { files: files.len(), changed })
    }
}

/// A site while it is made; gone when dropped.
#[derive(Debug)]
pub struct Draft<'a> {
    old: &'a Press,
    /// The ledger of the old site.
    ledger: Option<File>,
    staging: Staging,
    grounds: Grounds<'a>,
    progress: Mutex<Progress>,
}

/// A site that is whole, and only has to be put in its place.
#[derive(Debug)]
pub struct Finished {
    staging: Staging,
    files: Files,
    memory: Memory,
}

/// The files of a site, each with its digest if that is known.
pub(super) type Files = BTreeMap<String, Option<Digest>>;

#[derive(Debug)]
struct Progress {
    book: Book<BufWriter<File>>,
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
struct Entry {
    text: String,
    digest: Digest,
    named: Named,
}

impl Sheet {
    /// Whether its figures are in the ledger.
    pub fn is_listed(&self) -> bool {
        self.entry.is_some()
    }

    /// What its figures name, if they are in the ledger.
    pub fn named(&self) -> Option<&Named> {
        self.entry.as_ref().map(|entry| &entry.named)
    }

    /// Of a document that is not to be published.
    pub fn unwritten(verified: &Verified) -> Self {
        Self { leaf: Leaf::of(verified), entry: None, testimony: None }
    }
}

impl Draft<'_> {
    /// Writes a document; with the key of its inputs, if it is to be remembered.
    pub fn write(&self, verified: &Verified, listed: Listed, key: Option<Digest>) -> Sheet {
        let document = verified.document();
        if self.progress().failure.is_none() {
            let written = self.staging.write(&document.path, &document.bytes);
            let mut progress = self.progress();
            match written {
                Ok(()) => _ = progress.files.insert(document.path.clone(), None),
                Err(error) => progress.fail(error),
            }
        }
        let entry = (listed == Listed::Yes).then(|| {
            let text = ledger::entry(verified, &self.grounds);
            Entry { digest: Digest::of(text.as_bytes()), text, named: Named::of(verified) }
        });
        Sheet { leaf: Leaf::of(verified), entry, testimony: key.map(|key| Testimony::of(verified, key)) }
    }

    /// Takes over the documents of an article from the old site, if they were proven from inputs of that key and nobody has
    /// touched them since.
    pub fn recall(&self, article: &ArticleId, key: Digest) -> Option<Vec<Sheet>> {
        self.take_over_all(self.old.record(article)?, Some(key))
    }

    /// The same, of an article whose inputs are known to be what they were.
    pub fn recall_unchanged(&self, article: &ArticleId) -> Option<Vec<Sheet>> {
        self.take_over_all(self.old.record(article)?, None)
    }

    /// Takes over the pages around the articles and the end of the ledger, of which everything is known to be what it was.
    pub fn recall_around(&self) -> Option<Vec<Sheet>> {
        let end = self.old.memory.end?;
        let digest = self.old.end(end.at, end.length).and_then(Digest::of_reader);
        let is_same = digest.is_ok_and(|digest| digest == end.digest);
        self.progress().end = Some(end).filter(|_| is_same);
        is_same.then_some(())?;
        self.take_over_all(&self.old.memory.around, None)
    }

    fn take_over_all(&self, record: &Record, key: Option<Digest>) -> Option<Vec<Sheet>> {
        let mut sheets = Vec::new();
        for kept in &record.files {
            match self.take_over(kept, key.unwrap_or(kept.testimony.key())) {
                Some(sheet) => sheets.push(sheet),
                None => {
                    record.files[..=sheets.len()].iter().for_each(|kept| self.staging.remove(&kept.path));
                    return None;
                }
            }
        }
        if let Some(entry) = sheets.iter_mut().find_map(|sheet: &mut Sheet| sheet.entry.as_mut()) {
            entry.named = record.named.clone();
        }
        let files = record.files.iter().map(|kept| (kept.path.clone(), Some(kept.testimony.bytes())));
        self.progress().files.extend(files);
        Some(sheets)
    }

    fn take_over(&self, kept: &Kept, key: Digest) -> Option<Sheet> {
        let bytes = self.staging.link(self.old.output.path(), &kept.path)?;
        let recalled = kept.testimony.hears(&bytes, key)?;
        let entry = match kept.entry {
            Some(span) => Some(Entry { text: self.entry(span)?, digest: span.digest, named: Named::default() }),
            None => None,
        };
        let format = named(&kept.format)?;
        let leaf = Leaf::recalled((kept.article.clone(), kept.locale.clone()), format, kept.path.clone(), &recalled);
        Some(Sheet { leaf, entry, testimony: Some(kept.testimony.clone()) })
    }

    /// An entry of the old ledger, if it is still what it was.
    fn entry(&self, span: Span) -> Option<String> {
        let ledger = self.ledger.as_ref()?;
        let end = span.at.checked_add(span.length as u64)?;
        let mut bytes = (ledger.metadata().ok()?.len() >= end).then(|| vec![0; span.length])?;
        ledger.read_exact_at(&mut bytes, span.at).ok()?;
        (Digest::of(&bytes) == span.digest).then(|| String::from_utf8(bytes).ok())?
    }

    /// Tells of the next documents, in order: those of an article that is to be remembered, or others.
    pub fn add(&self, of: Of<'_>, sheets: Vec<Sheet>) -> Vec<Leaf> {
        let progress = &mut *self.progress();
        let (mut leaves, mut record) = (Vec::new(), Some(Record::default()));
        for Sheet { leaf, entry, testimony } in sheets {
            let mut span = None;
            if let (Some(Entry { text, digest, named }), None) = (&entry, &progress.failure) {
                if let Some(record) = &mut record {
                    record.named.append(named.clone());
                }
                match progress.book.add(text, named.clone()) {
                    Ok(at) => span = Some(Span { at, length: text.len(), digest: *digest }),
                    Err(error) => progress.fail(Error::Io(self.staging.path().join(LEDGER), error)),
                }
            }
            record = record.zip(testimony).map(|(mut record, testimony)| {
                let (locale, format) = (leaf.head.locale.clone(), leaf.head.format.to_owned());
                progress.files.insert(leaf.head.path.clone(), Some(testimony.bytes()));
                let article = leaf.head.article.clone();
                record.files.push(Kept { article, locale, format, path: leaf.head.path.clone(), testimony, entry: span });
                record
            });
            leaves.push(leaf);
        }
        match (of, record) {
            (Of::Article(article, reach), Some(mut record)) => {
                let known = || self.old.record(article).map(|record| &record.reach);
                record.reach = reach.or_else(known).cloned().unwrap_or_default();
                progress.memory.articles.insert(article.clone(), record);
            }
            (Of::Site, Some(record)) => progress.memory.around = record,
            (Of::Nothing, _) | (_, None) => {}
        }
        leaves
    }

    /// Forgets the articles, for one of them may depend on more than is known.
    pub fn forget(&self) {
        self.progress().memory.articles.clear();
    }

    /// Writes what is still missing.
    ///
    /// # Errors
    /// If anything of the site could not be written.
    pub fn finish(self, site: &Site<'_>) -> Result<Finished, Error> {
        let Self { old, staging, grounds, progress, .. } = self;
        let Progress { book, mut files, mut memory, failure, end } =
            progress.into_inner().unwrap_or_else(PoisonError::into_inner);
        failure.map_or(Ok(()), Err)?;
        for (path, bytes) in site.assets {
            staging.write(path, bytes)?;
            files.insert(path.clone(), Some(Digest::of(bytes)));
        }
        let path = staging.path().join(LEDGER);
        let (at, length) = match end.map(|end| old.end(end.at, end.length)) {
            Some(end) => end.and_then(|end| book.end_with(end)),
            None => book.end(&grounds),
        }
        .map_err(Error::io(&path))?;
        let digest = part_of(&path, at, length).and_then(Digest::of_reader).map_err(Error::io(&path))?;
        memory.end = Some(End { at, length, digest });
        report::write(site, BufWriter::new(staging.file(REPORT)?)).map_err(Error::io(&staging.path().join(REPORT)))?;
        files.extend([LEDGER, REPORT].map(|path| (path.to_owned(), None)));
        staging.mark(&files)?;
        Ok(Finished { staging, files, memory })
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A part of a file.
fn part_of(path: &Path, at: u64, length: u64) -> io::Result<Take<File>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(at))?;
    Ok(file.take(length))
}

impl Progress {
    fn fail(&mut self, error: Error) {
        self.failure.get_or_insert(error);
    }
}
