//! The output folder: who may replace it, and the one rename that does.

use super::memory::Memory;
use super::staging::Staging;
use super::{Error, releases, spare};
use crate::model::digest::Digest;
use crate::model::stamp::{Stamp, Tick};
use rayon::prelude::*;
use rustix::fs::{CWD, FlockOperation, Mode, OFlags, RenameFlags, Timespec, Timestamps, UTIME_NOW};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The file by which numerate knows a folder as its own; it lists what the folder holds, a path a line.
pub const MARKER: &str = ".numerate";

/// The output folder of a project, locked until this is dropped.
#[derive(Debug)]
pub(super) struct Output {
    path: PathBuf,
    exists: bool,
    /// Whether its folders are as they are remembered.
    is_remembered: bool,
    lock: File,
}

impl Output {
    /// Locks the output folder and makes sure that it may be replaced; sweeps away what a dead run left. What is remembered of it is
    /// read under the lock.
    pub fn open(root: &Path, relative: &str) -> Result<(Self, Memory), Error> {
        let root = root.canonicalize().map_err(Error::io(root))?;
        let path = root.join(relative);
        let outside = || Error::Outside(path.clone());
        let parent = path.parent().filter(|_| super::is_safe(relative)).ok_or_else(outside)?;
        fs::create_dir_all(parent).map_err(Error::io(parent))?;
        if parent.canonicalize().map_err(Error::io(parent))? != parent {
            return Err(outside());
        }
        let lock = lock(&beside(&path, ".lock"))?;
        let memory = Memory::read(&beside(&path, ".cache"));
        let is_remembered = memory.is_tidy(&path);
        let exists = is_ours(&path, is_remembered)?;
        sweep(parent, &path)?;
        let output = Self { path, exists, is_remembered, lock };
        releases::settle(&output.releases())?;
        Ok((output, memory))
    }

    /// Makes sure once more that it may be replaced: while a site is made, somebody may have put something there.
    pub fn is_still_ours(&self, memory: &Memory) -> Result<(), Error> {
        is_ours(&self.path, memory.is_tidy(&self.path)).map(|_| ())
    }

    /// The time by the clock of the file system; nothing if it does not say.
    pub fn now(&self) -> Option<Tick> {
        let now = Timespec { tv_sec: 0, tv_nsec: UTIME_NOW };
        rustix::fs::futimens(&self.lock, &Timestamps { last_access: now, last_modification: now }).ok()?;
        Some(Stamp::of(&self.lock.metadata().ok()?).modified())
    }

    /// A time after everything that has been done, by the same clock, if it goes on soon.
    pub fn later(&self) -> Option<Tick> {
        let before = self.now()?;
        let later = |_| {
            let now = self.now().filter(|now| *now > before);
            if now.is_none() {
                std::thread::sleep(TICK);
            }
            now
        };
        (0..10).find_map(later)
    }

    /// Whether its folders are those that are remembered, with the same names in them.
    pub fn is_remembered(&self) -> bool {
        self.is_remembered
    }

    /// A new folder beside this one, marked as numerate's own, so that the next run sweeps it away if this one dies.
    pub fn stage(&self) -> Result<Staging, Error> {
        let staging = Staging::create(self.going())?;
        staging.write(MARKER, &[])?;
        Ok(staging)
    }

    /// The same, with the files of the last site in it, if a tree was set aside and nobody has touched it since.
    pub fn stage_over(&self, memory: &Memory) -> Result<Staging, Error> {
        let spare = self.spare();
        if !is_site(&spare) {
            return self.stage();
        }
        let (path, is_tidy) = (self.going(), memory.is_tidy(&spare));
        fs::rename(&spare, &path).map_err(Error::io(&spare))?;
        if !is_tidy {
            drop(Staging::adopt(path));
            return self.stage();
        }
        Ok(Staging::of_spare(path, memory.files.keys().cloned().collect()))
    }

    /// Whether the folder holds these very files of a staged one, and no others.
    pub fn holds(&self, staging: &Staging, files: &[&str]) -> bool {
        let same = |path: &&str| {
            let (old, new) = (self.path.join(path), staging.path().join(path));
            let metadata = |path: &Path| path.symlink_metadata().ok().filter(|metadata| metadata.is_file());
            let (Some(a), Some(b)) = (metadata(&old), metadata(&new)) else { return false };
            if (a.dev(), a.ino()) == (b.dev(), b.ino()) {
                return true;
            }
            let digest = |path| fs::File::open(path).and_then(Digest::of_reader).ok();
            a.len() == b.len() && digest(old).is_some_and(|old| digest(new) == Some(old))
        };
        self.exists && files.par_iter().all(same)
    }

    /// Puts a staged folder in the place of this one, in one rename; the old site becomes a release, of which `keep` are kept. A tree
    /// that is over is set aside for the next run, and where there was no site, one is made. The release that the old site has become,
    /// if it is one.
    ///
    /// Where it fails before the rename, nothing is changed; after it, the new site stands, and the old one is not lost.
    pub fn replace(&self, staging: Staging, keep: usize, files: &[&str]) -> Result<Option<u32>, Error> {
        staging.sync()?;
        let releases = self.releases();
        let mut before = None;
        let over = if !self.exists {
            self.exchange(&staging)?;
            staging.keep();
            self.sync()?;
            self.stage().ok()
        } else if keep == 0 {
            self.exchange(&staging)?;
            self.sync()?;
            releases::prune(&releases, keep, &self.going())?;
            Some(staging)
        } else {
            let parked = releases::park(&releases, staging)?;
            self.exchange(&parked)?;
            // It is the site of before now, and stays whatever comes.
            parked.keep();
            before = releases::settle(&releases)?;
            self.sync()?;
            releases::prune(&releases, keep, &self.going())?.pop()
        };
        if let Some(tree) = over {
            self.set_aside(tree, files);
        }
        Ok(before)
    }

    /// Makes a tree the same as the site, for the next run. One that cannot be is removed: then that run takes longer.
    pub fn set_aside(&self, tree: Staging, files: &[&str]) {
        let is_same = spare::mirror(&self.path, &tree, files).is_some();
        if is_same && fs::rename(tree.path(), self.spare()).is_ok() {
            tree.keep();
        }
    }

    /// The tree that is set aside.
    pub fn spare(&self) -> PathBuf {
        beside(&self.path, ".spare")
    }

    /// Puts a release in the place of the site, which becomes the release; its number.
    pub fn roll_back(self, to: Option<u32>) -> Result<u32, Error> {
        let known = releases::list(&self.releases())?;
        let chosen = known.iter().rfind(|(number, _)| to.is_none_or(|to| to == *number));
        let Some((number, path)) = chosen else {
            return Err(Error::NoRelease(to, known.iter().map(|(number, _)| *number).collect()));
        };
        if let Some(other) = changed(path)? {
            return Err(Error::NotWhole(other));
        }
        let release = Staging::adopt(path.clone());
        let exchanged = self.exchange(&release);
        release.keep();
        exchanged.and_then(|()| self.sync()).map(|()| *number)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the next run finds what is remembered of it.
    pub fn memory(&self) -> PathBuf {
        beside(&self.path, ".cache")
    }

    /// Where its releases are.
    pub fn releases(&self) -> PathBuf {
        beside(&self.path, ".releases")
    }

    /// What a folder is called that is about to go.
    fn going(&self) -> PathBuf {
        beside(&self.path, &format!("{STAGING}{}", std::process::id()))
    }

    /// Exchanges this folder with another that is whole, or puts it where none is, in one rename.
    fn exchange(&self, staging: &Staging) -> Result<(), Error> {
        let flags = if self.exists { RenameFlags::EXCHANGE } else { RenameFlags::NOREPLACE };
        match rustix::fs::renameat_with(CWD, staging.path(), CWD, &self.path, flags) {
            Ok(()) => Ok(()),
            Err(rustix::io::Errno::INVAL | rustix::io::Errno::NOSYS | rustix::io::Errno::OPNOTSUPP) => {
                self.replace_plainly(staging)
            }
            Err(error) => Err(Error::Io(self.path.clone(), error.into())),
        }
    }

    /// Brings the new names of folders to the disk.
    fn sync(&self) -> Result<(), Error> {
        let parent = self.path.parent().expect("the output folder lies in the project");
        File::open(parent).and_then(|parent| parent.sync_all()).map_err(Error::io(parent))
    }

    /// Where the file system knows no flags: a plain rename if nothing is in the way.
    fn replace_plainly(&self, staging: &Staging) -> Result<(), Error> {
        if self.exists {
            return Err(Error::NoExchange(self.path.clone()));
        }
        fs::rename(staging.path(), &self.path).map_err(Error::io(&self.path))
    }
}

const STAGING: &str = ".staging-";

/// How long to wait for the clock of a file system to go on; most count in steps of one to ten milliseconds.
const TICK: Duration = Duration::from_millis(1);

/// The path with something added to its last part.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().expect("the output folder has a name").to_owned();
    name.push(suffix);
    path.with_file_name(name)
}

/// Takes the operating system's lock, which dies with its process; the file itself stays.
fn lock(path: &Path) -> Result<File, Error> {
    let flags = OFlags::CREATE | OFlags::RDWR | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = rustix::fs::open(path, flags, Mode::from_raw_mode(0o644)).map_err(Error::io(path))?;
    match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(File::from(file)),
        Err(rustix::io::Errno::WOULDBLOCK) => Err(Error::Held(path.to_owned())),
        Err(error) => Err(Error::Io(path.to_owned(), error.into())),
    }
}

/// Whether a folder is one that numerate made, and no link to one.
pub(super) fn is_site(path: &Path) -> bool {
    let is = |path: &Path, kind: fn(&fs::Metadata) -> bool| path.symlink_metadata().is_ok_and(|metadata| kind(&metadata));
    is(path, fs::Metadata::is_dir) && is(&path.join(MARKER), fs::Metadata::is_file)
}

/// Whether there is an old site; an error if what is there is not numerate's alone. An empty folder may go.
fn is_ours(path: &Path, is_remembered: bool) -> Result<bool, Error> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Error::Io(path.to_owned(), error)),
        Ok(metadata) if metadata.is_symlink() => return Err(Error::Outside(path.to_owned())),
        Ok(metadata) if !metadata.is_dir() => return Err(Error::NotOurs(path.to_owned())),
        Ok(_) => {}
    }
    if is_remembered {
        return Ok(true);
    }
    let marker = path.join(MARKER);
    let listed = match fs::read_to_string(&marker) {
        Ok(listed) => listed,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Error::Io(marker, error)),
    };
    let mut known: BTreeSet<PathBuf> = listed.lines().map(|line| path.join(line)).collect();
    if !known.is_empty() {
        known.insert(marker);
    }
    stranger(path, &known)?.map_or(Ok(true), |stranger| Err(Error::NotOurs(stranger)))
}

/// A file of a release that is not there any more, or that somebody put into it.
fn changed(release: &Path) -> Result<Option<PathBuf>, Error> {
    let marker = release.join(MARKER);
    let listed = fs::read_to_string(&marker).map_err(Error::io(&marker))?;
    let mut known: BTreeSet<PathBuf> = listed.lines().map(|line| release.join(line)).collect();
    let lost = known.iter().find(|path| !path.symlink_metadata().is_ok_and(|metadata| metadata.is_file())).cloned();
    known.insert(marker);
    lost.map_or_else(|| stranger(release, &known), |lost| Ok(Some(lost)))
}

/// A file below `folder` that is not known.
fn stranger(folder: &Path, known: &BTreeSet<PathBuf>) -> Result<Option<PathBuf>, Error> {
    for entry in fs::read_dir(folder).map_err(Error::io(folder))? {
        let entry = entry.map_err(Error::io(folder))?;
        let path = entry.path();
        let found = match entry.file_type().map_err(Error::io(&path))?.is_dir() {
            true => stranger(&path, known)?,
            false => Some(path).filter(|path| !known.contains(path)),
        };
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Removes folders that a run staged and could not finish.
fn sweep(parent: &Path, output: &Path) -> Result<(), Error> {
    let prefix = beside(output, STAGING);
    let prefix = prefix.file_name().expect("it was given one").as_encoded_bytes();
    for entry in fs::read_dir(parent).map_err(Error::io(parent))? {
        let entry = entry.map_err(Error::io(parent))?;
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let name = entry.file_name();
        let number = name.as_encoded_bytes().strip_prefix(prefix).filter(|_| is_folder);
        if !number.is_some_and(|number| number.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-')) {
            continue;
        }
        match is_site(&entry.path()) {
            true => drop(Staging::adopt(entry.path())),
            // A run that died before it marked its folder left it empty; one that is not empty stays.
            false => _ = fs::remove_dir(entry.path()),
        }
    }
    Ok(())
}

/// Flushes a file system to the disk: one call in place of one for each file, where the system has it.
pub(super) fn flush(folder: &Path) -> Result<(), Error> {
    let file = rustix::fs::open(folder, OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).map_err(Error::io(folder))?;
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(&file).map_err(Error::io(folder))?;
    rustix::fs::fsync(&file).map_err(Error::io(folder))
}
