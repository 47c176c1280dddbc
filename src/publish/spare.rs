//! A second tree of the site's files, `output.spare`, in which the next site is staged.
//!
//! Making and removing thousands of folders takes longer than anything else after a small edit. So the tree that an exchange leaves over is not
//! removed: it is made the same as the site that stands, every file of it a second name of the site's own, and set aside. It holds
//! nothing that the site does not. The next run takes it only as it was left, by the stamps of its folders; in doubt it is removed,
//! and a new one made. While a tree is changed it has the name of a staged folder, which the next run sweeps away if this one dies.

use super::output::MARKER;
use super::staging::{NEXT, Staging};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::{DirEntryExt, MetadataExt};
use std::path::Path;
use std::{fs, io};

/// Makes a tree the same as the site with these files, which are in order; nothing if that cannot be.
pub(super) fn mirror(site: &Path, tree: &Staging, files: &[&str]) -> Option<()> {
    let inode = |path: &str| Some(site.join(path).symlink_metadata().ok()?.ino());
    let inodes: Option<Vec<u64>> = files.par_iter().with_min_len(64).map(|path| inode(path)).collect();
    let wanted: BTreeMap<&str, u64> = files.iter().copied().zip(inodes?).collect();
    let mut held = held(tree.path(), "")?;
    held.sort_unstable();
    let needed = folders(files.iter().copied());
    // Files lie behind the folders that they are in.
    for (path, inode) in held.iter().rev() {
        let at = tree.path().join(path);
        match inode {
            // By its marker a dead run's folder is known as numerate's own, so it is never without.
            Some(inode) if path != MARKER && wanted.get(path.as_str()) != Some(inode) => fs::remove_file(at).ok()?,
            None if !needed.contains(path.as_str()) => fs::remove_dir(at).ok()?,
            _ => {}
        }
    }
    let is_held = |path: &str, inode: u64| {
        held.binary_search_by(|(held, known)| (held.as_str(), *known).cmp(&(path, Some(inode)))).is_ok()
    };
    let mut missing: Vec<&str> =
        wanted.iter().filter(|(path, inode)| !is_held(path, **inode)).map(|(path, _)| *path).collect();
    if let Some(marker) = missing.iter().position(|path| *path == MARKER) {
        let next = tree.path().join(NEXT);
        fs::hard_link(site.join(MARKER), &next).ok()?;
        fs::rename(next, tree.path().join(MARKER)).ok()?;
        missing.remove(marker);
    }
    missing.into_par_iter().with_min_len(64).try_for_each(|path| {
        let (old, new) = (site.join(path), tree.path().join(path));
        if fs::hard_link(&old, &new).is_err() {
            fs::create_dir_all(new.parent()?).ok()?;
            fs::hard_link(old, new).ok()?;
        }
        Some(())
    })
}

/// What lies below a folder: files with the number of their inode, and folders.
fn held(root: &Path, folder: &str) -> Option<Vec<(String, Option<u64>)>> {
    let entry = |entry: io::Result<fs::DirEntry>| {
        let entry = entry.ok()?;
        let (name, is_folder) = (entry.file_name(), entry.file_type().ok()?.is_dir());
        let path = if folder.is_empty() { name.to_str()?.to_owned() } else { format!("{folder}/{}", name.to_str()?) };
        Some((path, (!is_folder).then_some(entry.ino())))
    };
    let mut all: Vec<_> = fs::read_dir(root.join(folder)).ok()?.map(entry).collect::<Option<_>>()?;
    let folders = all.par_iter().filter(|(_, inode)| inode.is_none());
    let below: Option<Vec<_>> = folders.map(|(path, _)| held(root, path)).collect();
    all.extend(below?.into_iter().flatten());
    Some(all)
}

/// The folders of these files, the one around all of them included.
pub(super) fn folders<'f>(files: impl Iterator<Item = &'f str>) -> BTreeSet<&'f str> {
    let mut folders = BTreeSet::new();
    for mut path in files {
        while !path.is_empty() {
            path = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            if !folders.insert(path) {
                break;
            }
        }
    }
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_becomes_the_same_as_the_site() {
        let root = tempfile::tempdir().unwrap();
        let (site, tree) = (root.path().join("site"), root.path().join("tree"));
        let files = ["th/ชา/index.html", "th/ชา/ledger/index.html", "top.html"];
        for file in files {
            fs::create_dir_all(site.join(file).parent().unwrap()).unwrap();
            fs::write(site.join(file), file).unwrap();
        }
        fs::create_dir_all(tree.join("th/กาแฟ/ledger")).unwrap();
        fs::create_dir_all(tree.join("top.html.d")).unwrap();
        fs::write(tree.join("th/กาแฟ/ledger/index.html"), "embargoed").unwrap();
        fs::write(tree.join("top.html"), "old").unwrap();
        let staging = Staging::adopt(tree.clone());
        mirror(&site, &staging, &files).unwrap();
        let held = |root: &Path| {
            let mut held = held(root, "").unwrap();
            held.sort();
            held
        };
        assert_eq!(held(&tree), held(&site));
        // A marker is replaced, and nothing is left beside it.
        let files = [&[MARKER][..], &files[..]].concat();
        fs::write(site.join(MARKER), "new").unwrap();
        fs::write(tree.join(MARKER), "old").unwrap();
        mirror(&site, &staging, &files).unwrap();
        assert_eq!(held(&tree), held(&site));
        assert_eq!(fs::read_to_string(site.join("top.html")).unwrap(), "top.html");
    }

    #[test]
    fn folders_are_named_once() {
        let folders: Vec<_> = folders(["a/b/c", "a/b/d", "a/e/f/g", "h"].into_iter()).into_iter().collect();
        assert_eq!(folders, ["", "a", "a/b", "a/e", "a/e/f"]);
    }
}
