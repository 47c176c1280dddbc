//! A folder that is being filled, and that is removed again unless it is kept.
//!
//! It begins empty, or with the files of the last site under further names (`spare`): those that the new site has, too, are claimed,
//! those that it has not are removed at the end, and none is ever written into, for it is a file of the site that stands.

use super::output::{MARKER, flush};
use super::{Error, is_safe};
use crate::model::digest::Digest;
use crate::model::stamp::Stamp;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many files and folders are brought to the disk one by one; where more were touched, the whole file system is.
const FEW: usize = 200;

/// A marker that is about to take the place of another.
pub(super) const NEXT: &str = ".numerate-next";

/// A folder beside the output; gone when dropped.
#[derive(Debug)]
pub(super) struct Staging {
    path: PathBuf,
    kept: bool,
    work: Mutex<Work>,
}

/// What is in the folder.
#[derive(Debug, Default)]
struct Work {
    /// Files that the last site had and that nobody has asked for yet.
    left: BTreeSet<String>,
    /// What has been touched, if that is little: files, and folders whose names changed.
    touched: Option<BTreeSet<PathBuf>>,
}

impl Staging {
    /// Makes a folder that must not be there yet.
    pub fn create(path: PathBuf) -> Result<Self, Error> {
        fs::create_dir(&path).map_err(Error::io(&path))?;
        Ok(Self::adopt(path))
    }

    /// Takes over a folder that is there.
    pub fn adopt(path: PathBuf) -> Self {
        Self { path, kept: false, work: Mutex::default() }
    }

    /// Takes over a folder that holds these files of the last site under further names, and nothing else.
    pub fn of_spare(path: PathBuf, files: BTreeSet<String>) -> Self {
        let work = Work { left: files, touched: Some(BTreeSet::new()) };
        Self { path, kept: false, work: Mutex::new(work) }
    }

    /// The same folder under another name, which is free; it is gone where it cannot be renamed.
    pub fn moved(mut self, path: PathBuf) -> Result<Self, Error> {
        fs::rename(&self.path, &path).map_err(Error::io(&path))?;
        self.path = path;
        Ok(self)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file of the last site that still lies at a path.
    pub fn left(&self, relative: &str) -> Option<Metadata> {
        let is_left = self.work().left.contains(relative);
        is_left.then(|| self.path.join(relative).symlink_metadata().ok()).flatten().filter(Metadata::is_file)
    }

    /// Whether the file of the last site was still there to be asked for; it is a file of this site from now on.
    pub fn claim(&self, relative: &str) -> bool {
        self.work().left.remove(relative)
    }

    /// Makes a new file; never through a link, never over another file of this site.
    pub fn file(&self, relative: &str) -> Result<File, Error> {
        if !is_safe(relative) && relative != MARKER {
            return Err(Error::PathUnsafe(relative.to_owned()));
        }
        let path = self.path.join(relative);
        if self.claim(relative) {
            fs::remove_file(&path).map_err(Error::io(&path))?;
        }
        self.touch(&path);
        let open = || OpenOptions::new().write(true).create_new(true).open(&path);
        let made = match open() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.make_folder(&path)?;
                open()
            }
            made => made,
        };
        made.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Error::PathTwice(relative.to_owned()),
            _ => Error::Io(path, error),
        })
    }

    /// Writes a new file; its stamp.
    pub fn write(&self, relative: &str, bytes: &[u8]) -> Result<Stamp, Error> {
        let path = self.path.join(relative);
        let mut file = self.file(relative)?;
        file.write_all(bytes).map_err(Error::io(&path))?;
        #[cfg(not(target_os = "linux"))]
        file.sync_all().map_err(Error::io(&path))?;
        Ok(Stamp::of(&file.metadata().map_err(Error::io(&path))?))
    }

    /// Gives a file of another folder a second name here, or copies it where that cannot be; its stamp. Nothing if it is not the file
    /// any more that is known by that stamp and digest.
    pub fn link(&self, from: &Path, relative: &str, (known, digest): (Stamp, Digest)) -> Option<Stamp> {
        let (old, new) = (from.join(relative), self.path.join(relative));
        if !is_safe(relative) {
            return None;
        }
        self.remove(relative);
        self.touch(&new);
        let is_linked = || fs::hard_link(&old, &new).is_ok();
        if is_linked() || (self.make_folder(&new).is_ok() && is_linked()) {
            return Stamp::at(&new).filter(|stamp| known.is_but_named(stamp));
        }
        let bytes = fs::read(old).ok().filter(|bytes| Digest::of(bytes) == digest)?;
        self.write(relative, &bytes).ok()
    }

    /// Removes a file again, if it is there.
    pub fn remove(&self, relative: &str) {
        self.claim(relative);
        let _ = fs::remove_file(self.path.join(relative));
    }

    /// Removes what nobody asked for, and lists the files in the marker.
    pub fn finish<'f>(&self, files: impl Iterator<Item = &'f str>) -> Result<Vec<u8>, Error> {
        let is_marked = self.claim(MARKER);
        let left = std::mem::take(&mut self.work().left);
        for path in left.iter().map(|relative| self.path.join(relative)) {
            self.touch(&path);
            fs::remove_file(&path).map_err(Error::io(&path))?;
            prune(&path, &self.path);
        }
        let path = self.path.join(MARKER);
        let list: Vec<u8> = files.flat_map(|file| [file.as_bytes(), b"\n"].concat()).collect();
        if is_marked && fs::read(&path).is_ok_and(|known| known == list) {
            return Ok(list);
        }
        self.touch(&path);
        // It may be the old site's under a second name, and the folder is never to be without: a dead run's is known by it.
        let next = self.path.join(NEXT);
        fs::write(&next, &list).and_then(|()| fs::rename(&next, &path)).map_err(Error::io(&path))?;
        Ok(list)
    }

    /// Makes the folder of a file.
    fn make_folder(&self, path: &Path) -> Result<(), Error> {
        let folder = path.parent().expect("a file of the site lies in its folder");
        folder.ancestors().take_while(|folder| folder.starts_with(&self.path)).for_each(|folder| self.touch(folder));
        fs::create_dir_all(folder).map_err(Error::io(folder))
    }

    /// Remembers that a file is to be brought to the disk, and its folder.
    pub fn touch(&self, path: &Path) {
        let mut work = self.work();
        let Some(touched) = &mut work.touched else { return };
        touched.extend([path, path.parent().unwrap_or(path)].map(Path::to_owned));
        work.touched = work.touched.take().filter(|touched| touched.len() <= FEW);
    }

    /// Brings everything to the disk.
    pub fn sync(&self) -> Result<(), Error> {
        let Some(touched) = self.work().touched.take() else { return flush(&self.path) };
        touched.into_par_iter().try_for_each(|path| match File::open(&path).and_then(|file| file.sync_all()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::Io(path, error)),
            _ => Ok(()),
        })
    }

    /// Leaves the folder where it is, or whatever took its place.
    pub fn keep(mut self) {
        self.kept = true;
    }

    fn work(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Removes the folders around a path that are empty, below a root.
fn prune(path: &Path, root: &Path) {
    let folders = path.ancestors().skip(1).take_while(|folder| folder.starts_with(root) && *folder != root);
    let _ = folders.map(fs::remove_dir).take_while(Result::is_ok).count();
}

impl Drop for Staging {
    /// Removes the folder, its marker last: until then the next run knows it as numerate's own, and sweeps it away.
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        for entry in fs::read_dir(&self.path).into_iter().flatten().flatten() {
            let removed = match entry.file_type() {
                Ok(kind) if kind.is_dir() => fs::remove_dir_all(entry.path()),
                _ if entry.file_name() == MARKER => Ok(()),
                _ => fs::remove_file(entry.path()),
            };
            if removed.is_err() {
                return;
            }
        }
        let _ = fs::remove_dir_all(&self.path);
    }
}
