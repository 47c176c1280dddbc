//! A copy of the sample project that the repository itself is, in a folder that is removed at the end.
#![allow(dead_code)] // Every test crate uses a part of it.

use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The repository.
pub const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// A copy of the sample project.
pub fn sample() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for part in ["data", "locales", "templates"] {
        copy(&Path::new(REPOSITORY).join(part), &folder.path().join(part));
    }
    let settings = Path::new(REPOSITORY).join("numerate.toml");
    fs::copy(settings, folder.path().join("numerate.toml")).expect("the settings can be copied");
    folder
}

/// Copies a folder, over what is there.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let from = entry.expect("an entry can be read").path();
        let to = to.join(from.file_name().expect("a file has a name"));
        if from.is_dir() { copy(&from, &to) } else { _ = fs::copy(from, to).expect("a file can be copied") }
    }
}
