//! A folder that is being filled, and that is removed again unless it is kept.

use super::Error;
use super::output::{MARKER, flush};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder beside the output; gone when dropped.
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

    /// Writes a new file; never through a link, never over another file.
    pub fn write(&self, relative: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.path.join(relative);
        let parent = path.parent().expect("a file of the site lies in its folder");
        fs::create_dir_all(parent).map_err(Error::io(parent))?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(Error::io(&path))?;
        file.write_all(bytes).map_err(Error::io(&path))?;
        #[cfg(not(target_os = "linux"))]
        file.sync_all().map_err(Error::io(&path))?;
        Ok(())
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
