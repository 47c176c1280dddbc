//! `l10n pseudo DIR`: a copy of the project whose base locale has longer, accented texts.

use super::super::{Console, Exit, Failure};
use super::Loaded;
use crate::l10n::pseudo::pseudo as accented;
use std::fs;
use std::path::Path;

/// What a build reads, beside the settings.
const PARTS: [&str; 5] = ["numerate.toml", "waivers.yaml", "data", "locales", "templates"];

/// Writes the copy.
pub(super) fn pseudo(root: &Path, dir: &Path, console: &mut Console) -> Result<Exit, Failure> {
    let loaded = Loaded::read(root, console)?;
    if let Some(parent) = dir.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(Failure::io(parent))?;
    }
    fs::create_dir(dir).map_err(Failure::io(dir))?;
    for part in PARTS {
        let from = root.join(part);
        if from.exists() {
            copy(&from, &dir.join(part))?;
        }
    }
    let base = &loaded.project.settings.base_locale;
    for file in loaded.texts.files(base) {
        let path = dir.join(file.text.path());
        fs::write(&path, accented(&file.text)).map_err(Failure::io(&path))?;
    }
    console.remark(format_args!(
        "`{base}` is longer and accented in {0}; `numerate build --root {0}` shows it",
        dir.display()
    ))?;
    Ok(Exit::Clean)
}

/// Copies files and folders; links are left out, for they may lead anywhere.
fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    let kind = fs::symlink_metadata(from).map_err(Failure::io(from))?;
    if kind.is_file() {
        return fs::copy(from, to).map(|_| ()).map_err(Failure::io(from));
    }
    if !kind.is_dir() {
        return Ok(());
    }
    fs::create_dir(to).map_err(Failure::io(to))?;
    for entry in fs::read_dir(from).map_err(Failure::io(from))? {
        let entry = entry.map_err(Failure::io(from))?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}
