//! A site while it is made: each document goes to the disk as soon as it is proven.
//!
//! In: verified documents from any thread, and their entries of the ledger in order. Out: a [`Draft`], which a [`Press`] puts in the
//! place of the old site or which is gone when it is dropped. The first trouble with the machine is kept for the end, and whatever
//! comes after it is not written.

use super::ledger::{self, Book, Grounds, Named};
use super::output::Output;
use super::staging::Staging;
use super::{Error, Published, Site, report};
use crate::model::project::Settings;
use crate::verify::Verified;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

const LEDGER: &str = "ledger.json";
const REPORT: &str = "report.json";

/// The output folder of a project, which no other run can publish to meanwhile.
#[derive(Debug)]
pub struct Press {
    output: Output,
    keep: usize,
}

impl Press {
    /// Takes hold of the output folder of the project at `root`.
    ///
    /// # Errors
    /// If the folder is in use, not numerate's, outside the project, or cannot be written.
    pub fn open(root: &Path, settings: &Settings) -> Result<Self, Error> {
        Ok(Self { output: Output::open(root, &settings.output)?, keep: settings.keep })
    }

    /// Begins a site.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn draft<'a>(&self, grounds: Grounds<'a>) -> Result<Draft<'a>, Error> {
        let staging = self.output.stage()?;
        let book = Book::begin(BufWriter::new(staging.file(LEDGER)?)).map_err(Error::io(&staging.path().join(LEDGER)))?;
        Ok(Draft { staging, grounds, progress: Mutex::new(Progress { book, files: BTreeSet::new(), failure: None }) })
    }

    /// Puts a site in the place of the old one, which is kept as a release; a site that stands there already is left alone.
    ///
    /// # Errors
    /// If anything of it could not be written, or the folder cannot be replaced. Nothing is changed then.
    pub fn publish(self, draft: Draft<'_>, site: &Site<'_>) -> Result<Published, Error> {
        let (staging, files) = draft.finish(site)?;
        let published = |changed| Published { files: files.len(), changed };
        if self.output.holds(&staging, &files) {
            return Ok(published(false));
        }
        self.output.replace(staging, self.keep)?;
        Ok(published(true))
    }
}

/// A site while it is made; gone when dropped.
#[derive(Debug)]
pub struct Draft<'a> {
    staging: Staging,
    grounds: Grounds<'a>,
    progress: Mutex<Progress>,
}

#[derive(Debug)]
struct Progress {
    book: Book<BufWriter<File>>,
    files: BTreeSet<String>,
    failure: Option<Error>,
}

/// What the ledger says of a document.
#[derive(Debug)]
pub struct Entry {
    text: String,
    named: Named,
}

impl Draft<'_> {
    /// Writes a document.
    pub fn write(&self, verified: &Verified) {
        let document = verified.document();
        if self.progress().failure.is_some() {
            return;
        }
        let written = self.staging.write(&document.path, &document.bytes);
        let mut progress = self.progress();
        match written {
            Ok(()) => _ = progress.files.insert(document.path.clone()),
            Err(error) => progress.fail(error),
        }
    }

    /// What the ledger will say of a document.
    pub fn entry(&self, verified: &Verified) -> Entry {
        Entry { text: ledger::entry(verified, &self.grounds), named: Named::of(verified) }
    }

    /// Adds the next entry of the ledger.
    pub fn add(&self, entry: Entry) {
        let mut progress = self.progress();
        if progress.failure.is_none()
            && let Err(error) = progress.book.add(&entry.text, entry.named)
        {
            progress.fail(Error::Io(self.staging.path().join(LEDGER), error));
        }
    }

    /// Writes what is still missing; the folder and the paths of its files.
    fn finish(self, site: &Site<'_>) -> Result<(Staging, BTreeSet<String>), Error> {
        let Self { staging, grounds, progress } = self;
        let Progress { book, mut files, failure } = progress.into_inner().unwrap_or_else(PoisonError::into_inner);
        failure.map_or(Ok(()), Err)?;
        for (path, bytes) in site.assets {
            staging.write(path, bytes)?;
            files.insert(path.clone());
        }
        book.end(&grounds).map_err(Error::io(&staging.path().join(LEDGER)))?;
        report::write(site, BufWriter::new(staging.file(REPORT)?)).map_err(Error::io(&staging.path().join(REPORT)))?;
        files.extend([LEDGER, REPORT].map(str::to_owned));
        staging.mark(&files)?;
        Ok((staging, files))
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Progress {
    fn fail(&mut self, error: Error) {
        self.failure.get_or_insert(error);
    }
}
