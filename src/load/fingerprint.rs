//! What a project's files are known by: whether anything in them has changed, and in which, without reading what they say.

use crate::model::digest::Digest;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where everything stands that [`load`](super::load) may read.
const ROOTS: [&str; 5] = ["numerate.toml", "waivers.yaml", "data", "locales", "templates"];

/// How deep folders may be nested.
const MAX_DEPTH: usize = 16;

/// The digest of each file by its path, folders ending in a slash; nothing where one cannot be read, or is a link, which may lead
/// anywhere.
pub fn fingerprint(root: &Path) -> Option<BTreeMap<String, Digest>> {
    let mut paths = Vec::new();
    for name in ROOTS {
        match fs::symlink_metadata(root.join(name)) {
            Ok(_) => collect(root, name, 0, &mut paths)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(_) => return None,
        }
    }
    let digest = |path: &String| match path.ends_with('/') {
        true => Some(Digest::of(&[])),
        false => Some(Digest::of(&fs::read(root.join(path)).ok()?)),
    };
    let digests: Option<Vec<_>> = paths.par_iter().map(digest).collect();
    let digests = digests?;
    Some(paths.into_iter().zip(digests).collect())
}

fn collect(root: &Path, path: &str, depth: usize, paths: &mut Vec<String>) -> Option<()> {
    let kind = fs::symlink_metadata(root.join(path)).ok()?.file_type();
    if kind.is_file() {
        paths.push(path.to_owned());
        return Some(());
    }
    let entries = Some(fs::read_dir(root.join(path)).ok()?).filter(|_| kind.is_dir() && depth < MAX_DEPTH)?;
    for entry in entries {
        let name = entry.ok()?.file_name();
        collect(root, &format!("{path}/{}", name.to_str()?), depth + 1, paths)?;
    }
    // A folder counts even if it is empty.
    paths.push(format!("{path}/"));
    Some(())
}
