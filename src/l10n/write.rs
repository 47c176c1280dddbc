//! New texts of the user's files, each put in place in one rename.
//!
//! In: paths relative to the project, each with the text that was read and the one that shall stand there. Out: files. What can go
//! wrong: a file is no longer what was read, is a link, or the machine refuses; then that file stays as it is.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// A new text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewText {
    /// The path, relative to the project, with `/`.
    pub path: String,
    /// What was read there; `None` where there was no file.
    pub before: Option<Vec<u8>>,
    /// What shall stand there.
    pub after: Vec<u8>,
}

/// Writes a file of the project in the folder `root`.
///
/// # Errors
/// If the file has changed since it was read, is not a regular file in the project, or cannot be written. Then nothing is changed.
pub fn write(root: &Path, new: &NewText) -> io::Result<()> {
    let path = root.join(&new.path);
    let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    let parent = path.parent().expect("a file of a project lies in its folder");
    fs::create_dir_all(parent)?;
    if !fs::canonicalize(parent)?.starts_with(fs::canonicalize(root)?) {
        return Err(io::Error::other("its folder leads out of the project"));
    }
    let found = match fs::symlink_metadata(&path) {
        Ok(metadata) if !metadata.is_file() => return Err(io::Error::other("it is a link or a folder")),
        Ok(_) => Some(fs::read(&path)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if found != new.before {
        return Err(io::Error::other("somebody changed it meanwhile; run the command again"));
    }
    let beside = parent.join(format!(".{name}.new"));
    let written = (|| {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
        file.write_all(&new.after)?;
        file.sync_all()?;
        if found.is_some() {
            fs::set_permissions(&beside, fs::metadata(&path)?.permissions())?;
        }
        fs::rename(&beside, &path)
    })();
    if written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::AlreadyExists) {
        fs::remove_file(&beside).ok();
    }
    written
}
