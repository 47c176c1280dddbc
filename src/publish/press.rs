//! The output folder of a project while a run publishes to it.
//!
//! In: the project's folder and settings; then a finished site. Out: what is remembered of the site that stands there; then the new
//! site in its place, and what is to be remembered of that. What can go wrong is the machine, or that somebody else has a hand in the folder.

use super::draft::{Draft, Files, Finished};
use super::ledger::{Grounds, Named};
use super::memory::{Memory, Reach, Record, Whole};
use super::output::Output;
use super::{Error, LEDGER, Published, spare};
use crate::model::ArticleId;
use crate::model::digest::Digest;
use crate::model::project::Settings;
use crate::model::stamp::{Stamp, Stamps, Tick};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

/// The output folder of a project, which no other run can publish to meanwhile.
#[derive(Debug)]
pub struct Press {
    pub(super) output: Output,
    pub(super) memory: Memory,
    keep: usize,
    since: Option<Tick>,
}

impl Press {
    /// Takes hold of the output folder of the project at `root`.
    ///
    /// # Errors
    /// If the folder is in use, not numerate's, outside the project, or cannot be written.
    pub fn open(root: &Path, settings: &Settings) -> Result<Self, Error> {
        let (output, memory) = Output::open(root, &settings.output)?;
        let since = output.now();
        Ok(Self { output, memory, keep: settings.keep, since })
    }

    /// Takes hold of it, if something is remembered of the site there and nothing is in the way.
    pub fn reopen(root: &Path, settings: &Settings) -> Option<Self> {
        let is_known = root.join(format!("{}.cache", settings.output)).is_file();
        is_known.then(|| Self::open(root, settings).ok())?
    }

    /// The whole run that made the site, if all of it is remembered.
    pub fn whole(&self) -> Option<&Whole> {
        self.memory.whole.as_ref()
    }

    /// The stamps of the site's and the project's files.
    pub fn stamps(&self) -> &Stamps {
        &self.memory.stamps
    }

    /// The keys under which nothing was found in articles among locales of which one was withheld.
    pub fn vain(&self) -> &BTreeSet<Digest> {
        &self.memory.vain
    }

    /// When it was taken hold of, by the clock of the file system.
    pub fn since(&self) -> Option<Tick> {
        self.since
    }

    /// What is remembered of each article: in order, with what it needs, and what its figures name.
    pub fn articles(&self) -> impl Iterator<Item = (&ArticleId, &Reach, &Named)> {
        self.memory.articles.iter().map(|(id, record)| (id, &record.reach, &record.named))
    }

    /// The ledger, if it is as it was written.
    pub(super) fn ledger(&self) -> Option<File> {
        let known = self.memory.files.get(LEDGER)?;
        let (_, digest) = self.memory.look(self.output.path(), LEDGER)?;
        (digest == *known).then(|| File::open(self.output.path().join(LEDGER)).ok())?
    }

    pub(super) fn record(&self, article: &ArticleId) -> Option<&Record> {
        self.memory.articles.get(article).map(|record| &**record)
    }

    /// The number of the site's files, if it still is to the byte what that run made. `inputs` are the stamps of the project's files.
    pub fn stands(mut self, inputs: &[(Stamp, Digest)]) -> Option<usize> {
        let memory = &self.memory;
        let look = |(path, digest): (&String, &Digest)| {
            let (stamp, found) = memory.look(self.output.path(), path)?;
            (found == *digest).then_some((stamp, found))
        };
        let files: Vec<_> = memory.files.iter().collect();
        let seen: Option<Vec<_>> = files.into_par_iter().with_min_len(64).map(look).collect();
        let seen = seen.filter(|seen| !seen.is_empty())?;
        // What had to be read is known by its stamp from now on.
        if seen.iter().chain(inputs).any(|(stamp, _)| memory.stamps.get(stamp).is_none()) {
            let folders = self.folders(self.since, self.since);
            self.memory.stamps = Stamps::settled(seen.iter().chain(inputs).copied(), self.since);
            self.memory.folders = folders;
            self.memory.write(&self.output.memory());
        }
        Some(seen.len() - 1)
    }

    /// Begins a site.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn draft<'a>(&'a self, grounds: Grounds<'a>) -> Result<Draft<'a>, Error> {
        Draft::begin(self, grounds)
    }

    /// Puts a site in the place of the old one, which is kept as a release; a site that stands there already is left alone. A whole
    /// run that may be repeated is remembered, with the stamps of the files that it read.
    ///
    /// # Errors
    /// If the folder cannot be replaced. Nothing is changed then.
    pub fn publish(mut self, finished: Finished, whole: Option<(Whole, Stamps)>) -> Result<Published, Error> {
        let Finished { staging, files, mut memory } = finished;
        memory.files = files.iter().map(|(path, (_, digest))| (path.clone(), *digest)).collect();
        let paths: Vec<&str> = files.keys().map(String::as_str).collect();
        let is_other = self.output.is_remembered() && self.memory.files != memory.files;
        let changed = is_other || !self.output.holds(&staging, &paths);
        // A folder into which somebody puts something from now on, or from the beginning if the site stays, is not remembered.
        let stood = if changed { self.output.later() } else { self.since };
        let before = match changed {
            true => {
                self.output.is_still_ours(&self.memory)?;
                self.output.replace(staging, self.keep, &paths)?
            }
            false => {
                self.output.set_aside(staging, &paths);
                None
            }
        };
        let since = self.output.later();
        let known = std::mem::replace(&mut self.memory, memory);
        self.memory.stamps = Stamps::settled(self.stamped(&files), since);
        if let Some((whole, stamps)) = whole {
            self.memory.whole = Some(whole);
            self.memory.stamps.append(stamps);
        }
        self.memory.folders = self.folders(stood, since);
        if self.memory != known {
            self.memory.write(&self.output.memory());
        }
        Ok(Published { files: files.len() - 1, changed, before })
    }

    /// The stamps of the site's files, where they are the files that were written or looked at.
    fn stamped(&self, files: &Files) -> Vec<(Stamp, Digest)> {
        let look = |(path, (known, digest)): (&String, &(Stamp, Digest))| {
            let stamp = Stamp::at(&self.output.path().join(path))?;
            known.is_but_named(&stamp).then_some((stamp, *digest))
        };
        files.into_par_iter().filter_map(look).collect()
    }

    /// The stamps of the folders of the site and of the tree that is set aside, where they were last touched before these times.
    fn folders(&self, site: Option<Tick>, spare: Option<Tick>) -> BTreeSet<Stamp> {
        let folders: Vec<&str> = spare::folders(self.memory.files.keys().map(String::as_str)).into_iter().collect();
        let aside = self.output.spare();
        let trees = [(self.output.path(), site), (&aside, spare)];
        let stamp = |(tree, time): (&Path, Option<Tick>), folder: &str| {
            let (stamp, time) = (Stamp::at(&tree.join(folder))?, time?);
            // The outermost was renamed, which touches it, too; what is put into it changes the time of its bytes.
            let is_settled = if folder.is_empty() { stamp.modified() < time } else { stamp.is_before(time) };
            is_settled.then_some(stamp)
        };
        let all = trees.into_par_iter().flat_map_iter(|tree| folders.iter().map(move |folder| (tree, *folder)));
        all.filter_map(|(tree, folder)| stamp(tree, folder)).collect()
    }
}
