//! A folder that is being filled, and that is removed again unless it is kept.

use super::draft::Files;
use super::output::{MARKER, flush};
use super::{Error, is_safe};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A folder beside the output; gone when dropped.
#[derive(Debug)]
pub(super) struct Staging {
    path: PathBuf,
    kept: bool,
}

impl Staging {
    /// Makes a folder that must not be there yet.
    pub fn create(path: PathBuf) -> Result<Self, Error> {
        fs::create_dir(&path).map_err(Error::io(&path))?;
        Ok(Self::adopt(path))
    }

    /// Takes over a folder that a dead run left.
    pub fn adopt(path: PathBuf) -> Self {
        Self { path, kept: false }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes a new file; never through a link, never over another file.
    pub fn file(&self, relative: &str) -> Result<File, Error> {
        if !is_safe(relative) && relative != MARKER {
            return Err(Error::PathUnsafe(relative.to_owned()));
        }
        let path = self.path.join(relative);
        let open = || OpenOptions::new().write(true).create_new(true).open(&path);
        let made = match open() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let parent = path.parent().expect("a file of the site lies in its folder");
                fs::create_dir_all(parent).map_err(Error::io(parent))?;
                open()
            }
            made => made,
        };
        made.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Error::PathTwice(relative.to_owned()),
            _ => Error::Io(path, error),
        })
    }

    /// Writes a new file.
    pub fn write(&self, relative: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.path.join(relative);
        let mut file = self.file(relative)?;
        file.write_all(bytes).map_err(Error::io(&path))?;
        #[cfg(not(target_os = "linux"))]
        file.sync_all().map_err(Error::io(&path))?;
        Ok(())
    }

    /// Gives a file of another folder a second name here, or copies it where that cannot be; its bytes.
    pub fn link(&self, from: &Path, relative: &str) -> Option<Vec<u8>> {
        let (old, new) = (from.join(relative), self.path.join(relative));
        let is_file = is_safe(relative) && old.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
        let parent = new.parent().filter(|_| is_file)?;
        if !parent.is_dir() {
            fs::create_dir_all(parent).ok()?;
        }
        if fs::hard_link(&old, &new).is_ok() {
            return fs::read(new).ok();
        }
        let bytes = fs::read(old).ok()?;
        self.write(relative, &bytes).ok().map(|()| bytes)
    }

    /// Removes a file again, if it is there.
    pub fn remove(&self, relative: &str) {
        let _ = fs::remove_file(self.path.join(relative));
    }

    /// Lists its files in its marker.
    pub fn mark(&self, files: &Files) -> Result<(), Error> {
        let path = self.path.join(MARKER);
        let list: String = files.keys().map(|file| format!("{file}\n")).collect();
        fs::write(&path, list).map_err(Error::io(&path))
    }

    /// Brings everything to the disk.
    pub fn sync(&self) -> Result<(), Error> {
        flush(&self.path)
    }

    /// Leaves the folder where it is, or whatever took its place.
    pub fn keep(mut self) {
        self.kept = true;
    }
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
