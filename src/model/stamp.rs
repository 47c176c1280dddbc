//! What a file is known by without being read: as long as its stamp is the same, so are its bytes.
//!
//! In: what the file system says of a file. Out: a [`Stamp`], and [`Stamps`], which know the digests of the files that had them. A
//! system counts time in ticks, so that a file which was written in the very tick in which its stamp was taken may be written once more
//! and keep it: such a stamp is never remembered ([`Stamps::settled`]). Whoever sets the times of a file back changes the time of
//! the change itself, which no program can set.

use super::digest::Digest;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// A time as a file system has it: seconds and nanoseconds.
pub type Tick = (i64, i64);

/// What the file system says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    device: u64,
    inode: u64,
    bytes: u64,
    modified: Tick,
    changed: Tick,
}

impl Stamp {
    /// Of a file or a folder.
    pub fn of(metadata: &Metadata) -> Self {
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            bytes: metadata.len(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    /// Of what stands at a path, be it a link; nothing if nothing does.
    pub fn at(path: &Path) -> Option<Self> {
        path.symlink_metadata().ok().map(|metadata| Self::of(&metadata))
    }

    /// When the bytes were last written.
    pub fn modified(&self) -> Tick {
        self.modified
    }

    /// Which file it is, on its device.
    pub fn inode(&self) -> u64 {
        self.inode
    }

    /// Whether another stamp is of the same file with the same bytes, and differs at most by the file's names.
    pub fn is_but_named(&self, other: &Self) -> bool {
        Self { changed: other.changed, ..*self } == *other
    }

    /// Whether the file was last touched before a time, by the clock of its file system.
    pub fn is_before(&self, time: Tick) -> bool {
        self.changed < time
    }
}

/// The digests of files by their stamps.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamps(BTreeMap<Stamp, Digest>);

impl Stamps {
    /// Of files that were seen with these digests after that time; those that were touched since are left out. Without a time nothing is known.
    pub fn settled(seen: impl IntoIterator<Item = (Stamp, Digest)>, since: Option<Tick>) -> Self {
        let is_settled = |(stamp, _): &(Stamp, Digest)| since.is_some_and(|time| stamp.is_before(time));
        Self(seen.into_iter().filter(is_settled).collect())
    }

    /// The digest of the file with this stamp.
    pub fn get(&self, stamp: &Stamp) -> Option<Digest> {
        self.0.get(stamp).copied()
    }

    /// Adds those of others.
    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::time::Duration;

    #[test]
    fn a_stamp_changes_with_the_bytes_even_if_the_time_is_set_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let stamp = || Stamp::at(&path).unwrap();
        fs::write(&path, "88%").unwrap();
        let (first, time) = (stamp(), fs::metadata(&path).unwrap().modified().unwrap());
        std::thread::sleep(Duration::from_millis(20));
        fs::write(&path, "89%").unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        assert_eq!(stamp().modified(), first.modified());
        assert_ne!(stamp(), first);
    }

    #[test]
    fn a_second_name_is_no_other_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let stamp = || Stamp::at(&path).unwrap();
        fs::write(&path, "88%").unwrap();
        let first = stamp();
        std::thread::sleep(Duration::from_millis(20));
        fs::hard_link(&path, folder.path().join("b")).unwrap();
        assert!(first.is_but_named(&stamp()) && first != stamp());
        fs::write(&path, "8%").unwrap();
        assert!(!first.is_but_named(&stamp()));
    }

    #[test]
    fn what_was_touched_in_the_same_tick_is_not_known() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "88%").unwrap();
        let stamp = Stamp::at(&path).unwrap();
        let known = |since| Stamps::settled([(stamp, Digest::of(b"88%"))], since).get(&stamp);
        let (seconds, nanoseconds) = stamp.modified();
        assert_eq!(known(Some((seconds + 1, 0))), Some(Digest::of(b"88%")));
        assert_eq!([known(Some((seconds, nanoseconds))), known(None)], [None, None]);
    }
}
