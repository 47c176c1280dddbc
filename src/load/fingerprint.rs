//! What a project's files are known by: whether anything in them has changed, and in which, without reading what they say.

use super::print;
use super::text::{Folder, inside};
use crate::model::digest::Digest;
use crate::model::stamp::{Stamp, Stamps};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::{self, File, FileType};
use std::path::Path;

/// Where everything stands that [`load`](super::load) may read.
const ROOTS: [&str; 5] = ["numerate.toml", "waivers.yaml", "data", "locales", "templates"];

/// How deep folders may be nested.
const MAX_DEPTH: usize = 16;

/// What a project's files are known by.
#[derive(Debug)]
pub struct Fingerprint {
    /// The digest of each file by its path; folders end in a slash.
    pub files: BTreeMap<String, Digest>,
    /// The stamp of each, as it was before the file was read.
    pub stamps: Vec<(Stamp, Digest)>,
}

/// Of the project in a folder. Files whose stamps are known are not read. Nothing where a file cannot be read, or is a link, which may
/// lead anywhere.
pub fn fingerprint(root: &Path, known: &Stamps) -> Option<Fingerprint> {
    let mut paths = Vec::new();
    // Fonts may stand anywhere in the project.
    let fonts = Folder::open(root, None).ok().map(|folder| print::fonts(&folder)).unwrap_or_default();
    let fonts = fonts.into_iter().filter(|path| inside(path));
    for name in ROOTS.into_iter().map(str::to_owned).chain(fonts) {
        match fs::symlink_metadata(root.join(&name)) {
            Ok(metadata) => collect(root, name, metadata.file_type(), 0, &mut paths)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(_) => return None,
        }
    }
    let digest = |path: &String| {
        if path.ends_with('/') {
            return Some((None, Digest::of(&[])));
        }
        let path = root.join(path);
        let stamp = Stamp::at(&path)?;
        let digest = match known.get(&stamp) {
            Some(digest) => digest,
            None => Digest::of_reader(File::open(path).ok()?).ok()?,
        };
        Some((Some(stamp), digest))
    };
    let seen: Option<Vec<_>> = paths.par_iter().with_min_len(64).map(digest).collect();
    let seen = seen?;
    let stamps = seen.iter().filter_map(|(stamp, digest)| Some(((*stamp)?, *digest))).collect();
    let files = paths.into_iter().zip(seen).map(|(path, (_, digest))| (path, digest)).collect();
    Some(Fingerprint { files, stamps })
}

fn collect(root: &Path, mut path: String, kind: FileType, depth: usize, paths: &mut Vec<String>) -> Option<()> {
    if kind.is_file() {
        paths.push(path);
        return Some(());
    }
    let entries = Some(fs::read_dir(root.join(&path)).ok()?).filter(|_| kind.is_dir() && depth < MAX_DEPTH)?;
    for entry in entries {
        let entry = entry.ok()?;
        let name = entry.file_name();
        collect(root, format!("{path}/{}", name.to_str()?), entry.file_type().ok()?, depth + 1, paths)?;
    }
    // A folder counts even if it is empty.
    path.push('/');
    paths.push(path);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_count_wherever_they_stand() {
        let root = tempfile::tempdir().unwrap();
        for folder in ["templates", "faces"] {
            fs::create_dir(root.path().join(folder)).unwrap();
        }
        let named = "[text.th]\nregular = \"faces/a.ttf\"\nbold = \"../b.ttf\"\nitalic = \"no.ttf\"\n";
        fs::write(root.path().join("templates/print.toml"), named).unwrap();
        let digest = |bytes: &str| {
            fs::write(root.path().join("faces/a.ttf"), bytes).unwrap();
            let files = fingerprint(root.path(), &Stamps::default()).unwrap().files;
            assert_eq!(files.keys().collect::<Vec<_>>(), ["faces/a.ttf", "templates/", "templates/print.toml"]);
            files["faces/a.ttf"]
        };
        assert_ne!(digest("one"), digest("two"));
    }
}
