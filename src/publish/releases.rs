//! The sites that were published before, beside the output: `output.releases/000001` and so on, the latest with the highest number.
//!
//! A site becomes a release by a rename when the next takes its place, so a release is always whole. One that is to go is first
//! renamed to what a dead run would have left, so that it is never half of a site under a release's name.

use super::Error;
use super::output::MARKER;
use super::staging::Staging;
use std::fs;
use std::path::{Path, PathBuf};

/// The releases of an output folder, in order.
pub(super) fn list(folder: &Path) -> Result<Vec<(u32, PathBuf)>, Error> {
    let mut releases = Vec::new();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(releases),
        Err(error) => return Err(Error::Io(folder.to_owned(), error)),
    };
    for entry in entries {
        let path = entry.map_err(Error::io(folder))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let number = Some(name).filter(|name| name.len() == 6).and_then(|name| name.parse().ok());
        releases.extend(number.filter(|_| path.join(MARKER).is_file()).map(|number| (number, path)));
    }
    releases.sort();
    Ok(releases)
}

/// Keeps the site at `old`, and the latest others: `keep` in all. The number under which it is kept, if it is, and what is to go,
/// renamed beside `going`.
pub(super) fn keep(folder: &Path, old: Staging, keep: usize, going: &Path) -> Result<(Option<u32>, Vec<Staging>), Error> {
    if keep == 0 {
        return Ok((None, vec![old]));
    }
    let releases = list(folder)?;
    fs::create_dir_all(folder).map_err(Error::io(folder))?;
    let number = releases.last().map_or(1, |(number, _)| number + 1);
    let release = folder.join(format!("{number:06}"));
    fs::rename(old.path(), &release).map_err(Error::io(&release))?;
    old.keep();
    let go = |(number, path): &(u32, PathBuf)| {
        let mut name = going.as_os_str().to_owned();
        name.push(format!("-{number}"));
        let gone = PathBuf::from(name);
        fs::rename(path, &gone).map_err(Error::io(path))?;
        Ok(Staging::adopt(gone))
    };
    let gone: Result<_, _> = releases.iter().take((releases.len() + 1).saturating_sub(keep)).map(go).collect();
    Ok((Some(number), gone?))
}
