//! The sites that were published before, beside the output: `output.releases/000001` and so on, the latest with the highest number.
//!
//! The next site is parked among them as `next.` with the number of its folder (its inode), and exchanged with the one that stands.
//! What is there then has another number: it is the site of before, which becomes a release by a rename. So a run that dies loses
//! neither, for the next one knows by the number which of the two it left ([`settle`]). A release that is to go is first renamed to what
//! a dead run would have left, so that it is never half of a site under a release's name.

use super::Error;
use super::output::is_site;
use super::staging::Staging;
use std::fs;
use std::os::unix::fs::MetadataExt;
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
        releases.extend(number(&path).filter(|_| is_site(&path)).map(|number| (number, path)));
    }
    releases.sort();
    Ok(releases)
}

/// The number that a release has by its name; the last of all is none, for another could not follow it.
fn number(path: &Path) -> Option<u32> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let digits = Some(name).filter(|name| name.len() >= 6 && name.bytes().all(|byte| byte.is_ascii_digit()));
    digits?.parse().ok().filter(|number| *number < u32::MAX)
}

/// What the name of a site begins with that is about to be exchanged with the one that stands.
const NEXT: &str = "next.";

/// Parks a site among the releases.
pub(super) fn park(folder: &Path, site: Staging) -> Result<Staging, Error> {
    fs::create_dir_all(folder).map_err(Error::io(folder))?;
    let inode = site.path().symlink_metadata().map_err(Error::io(site.path()))?.ino();
    site.moved(folder.join(format!("{NEXT}{inode}")))
}

/// Makes a release of the site of before that is parked, and removes a site that was parked and never exchanged. The number of the
/// release, if there is one.
pub(super) fn settle(folder: &Path) -> Result<Option<u32>, Error> {
    let mut made = None;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let parked = name.to_str().and_then(|name| name.strip_prefix(NEXT)?.parse().ok());
        let Some(inode) = parked.filter(|_: &u64| is_site(&path)) else { continue };
        if path.symlink_metadata().map_err(Error::io(&path))?.ino() == inode {
            drop(Staging::adopt(path));
        } else {
            // Whatever has such a name, be it a release or not, keeps it.
            let names = fs::read_dir(folder).map_err(Error::io(folder))?.flatten();
            let last = names.filter_map(|entry| number(&entry.path())).max().unwrap_or_default();
            let release = folder.join(format!("{:06}", last + 1));
            fs::rename(path, &release).map_err(Error::io(&release))?;
            made = Some(last + 1);
        }
    }
    Ok(made)
}

/// Takes all but the latest releases out of the folder: `keep` stay. What is to go is renamed beside `going`.
pub(super) fn prune(folder: &Path, keep: usize, going: &Path) -> Result<Vec<Staging>, Error> {
    let releases = list(folder)?;
    let go = |(number, path): &(u32, PathBuf)| {
        let mut name = going.as_os_str().to_owned();
        name.push(format!("-{number}"));
        Staging::adopt(path.clone()).moved(name.into())
    };
    releases.iter().take(releases.len().saturating_sub(keep)).map(go).collect()
}
