//! Trouble with the machine: a full disk, a folder that cannot be written, something in the way, two runs at once. The site that
//! was or the new one stands there, whole, and the exit code says which.

use super::{edit, files, numerate_in, project, stdout};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const MESSAGES: &str = "locales/en/tea-survey.ftl";

/// A file system of its own, of so many KiB; gone at the end. `None` where this user may not have one.
struct Disk(TempDir);

impl Disk {
    fn of(size: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}k"), "numerate-test"]).arg(folder.path());
        mount.output().is_ok_and(|output| output.status.success()).then_some(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Makes it one that may only be read, or one that may be written again.
    fn remount(&self, how: &str) {
        let status = Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(self.path()).status().unwrap();
        assert!(status.success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        fs::create_dir_all(to.join(&name).parent().unwrap()).unwrap();
        fs::write(to.join(name), bytes).unwrap();
    }
}

/// So many times, builds with ever more room, in steps of so many KiB, until there is enough; how many builds found too little.
fn fill(times: usize, step: usize) -> Option<usize> {
    let (disk, original) = (Disk::of(8192)?, project());
    copy(original.path(), disk.path());
    stdout(numerate_in(disk.path()).arg("build"), 0);
    // The more threads, the more files are being written when there is no room left.
    Some((0..times).map(|time| fill_up(&disk, step, 1 + time % 4)).sum())
}

fn fill_up(disk: &Disk, step: usize, jobs: usize) -> usize {
    let old = files(&disk.path().join("output"));
    edit(disk.path(), MESSAGES, "tea-survey-title = ", "tea-survey-title = News: ");
    edit(disk.path(), "templates/page.html", "</head>", "<!-- news --></head>");
    let filler = disk.path().join("filler");
    for full in 0.. {
        let room = full * step;
        fs::remove_file(&filler).ok();
        let mut size = 8192 * 1024;
        // As much as there is but for the room.
        while fs::write(&filler, vec![0; size]).is_err() {
            size = fs::metadata(&filler).map_or(size / 2, |metadata| metadata.len() as usize);
            fs::remove_file(&filler).ok();
        }
        fs::write(&filler, vec![0; size.saturating_sub(room * 1024)]).unwrap();
        let output = numerate_in(disk.path()).args(["build", "--jobs", &jobs.to_string()]).output().unwrap();
        let site = files(&disk.path().join("output"));
        if output.status.code() == Some(0) {
            assert_ne!(site, old);
            fs::remove_file(&filler).unwrap();
            return full;
        }
        assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(site == old, "the site of before is no longer whole with {room} KiB of room");
        let names = fs::read_dir(disk.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert_eq!(names.filter(|name| name.contains("staging")).count(), 0);
    }
    unreachable!("there is room for a site")
}

#[test]
fn a_full_disk_leaves_the_site_of_before() {
    if let Some(full) = fill(1, 100) {
        assert!(full > 2, "{full}");
    }
}

/// Hundreds of full disks: `cargo test --test cli -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
fn hundreds_of_full_disks_leave_the_site_of_before() {
    let full = fill(8, 4).expect("this user may mount a file system");
    eprintln!("full disks: {full} builds found one; mixes seen: 0");
    assert!(full >= 100, "{full}");
}

#[test]
fn a_folder_that_cannot_be_written_is_trouble_with_the_machine() {
    let Some(disk) = Disk::of(8192) else { return };
    let original = project();
    copy(original.path(), disk.path());
    stdout(numerate_in(disk.path()).arg("build"), 0);
    let old = files(&disk.path().join("output"));
    edit(disk.path(), MESSAGES, "tea-survey-title = ", "tea-survey-title = News: ");
    disk.remount("ro");
    stdout(numerate_in(disk.path()).arg("build"), 2);
    disk.remount("rw");
    assert!(files(&disk.path().join("output")) == old);
    stdout(numerate_in(disk.path()).arg("build"), 0);
}

#[test]
fn links_in_the_way_are_not_followed() {
    let (folder, elsewhere) = (project(), tempfile::tempdir().unwrap());
    let target = elsewhere.path().join("thesis.doc");
    fs::write(&target, "years of work").unwrap();
    for name in ["output.cache", "output.cache-new"] {
        std::os::unix::fs::symlink(&target, folder.path().join(name)).unwrap();
    }
    stdout(numerate_in(folder.path()).arg("build"), 0);
    std::os::unix::fs::symlink(&target, folder.path().join("output.cache-new")).unwrap();
    edit(folder.path(), MESSAGES, "tea-survey-title = ", "tea-survey-title = News: ");
    stdout(numerate_in(folder.path()).arg("build"), 0);
    assert_eq!(fs::read_to_string(&target).unwrap(), "years of work");
    // A page that is a link is no page of ours, wherever it leads.
    let page = folder.path().join("output/en/tea-survey/index.html");
    let text = fs::read(&page).unwrap();
    let copy = elsewhere.path().join("copy.html");
    fs::write(&copy, &text).unwrap();
    fs::remove_file(&page).unwrap();
    std::os::unix::fs::symlink(&copy, &page).unwrap();
    stdout(numerate_in(folder.path()).arg("build"), 0);
    assert!(page.symlink_metadata().unwrap().is_file());
    assert!(fs::read(&page).unwrap() == text && fs::read(&copy).unwrap() == text);
}

/// A page that somebody wrote into is not taken over, however the file looks from without: by a run in which nothing has changed, and
/// by one in which another page has. In all its names it is one file, so that nothing of it may come back from a release, either.
#[test]
fn a_page_that_was_garbled_is_made_again() {
    let folder = project();
    stdout(numerate_in(folder.path()).arg("build"), 0);
    let site = files(&folder.path().join("output"));
    let page = folder.path().join("output/en/tea-survey/index.html");
    let (text, time) = (fs::read(&page).unwrap(), fs::metadata(&page).unwrap().modified().unwrap());
    for (turn, (old, new)) in [("= ", "= "), ("= ", "= News: "), ("= News: ", "= ")].into_iter().enumerate() {
        // As long as it was, in the same file, and with the time set back.
        let mut garbled = fs::read(&page).unwrap();
        garbled.iter_mut().filter(|byte| byte.is_ascii_digit()).for_each(|byte| *byte = b'7');
        fs::write(&page, garbled).unwrap();
        fs::File::options().write(true).open(&page).unwrap().set_modified(time).unwrap();
        let other = "locales/th/tea-survey.ftl";
        edit(folder.path(), other, &format!("tea-survey-title {old}"), &format!("tea-survey-title {new}"));
        stdout(numerate_in(folder.path()).arg("build"), 0);
        if turn != 1 {
            assert!(fs::read(&page).unwrap() == text, "{turn}");
            assert!(files(&folder.path().join("output")) == site, "{turn}");
        }
        assert!(!fs::read_to_string(&page).unwrap().contains("777"), "{turn}");
    }
}

/// So many pairs of runs at once; how often the second one was kept out.
fn race(times: u32) -> u32 {
    let folder = project();
    stdout(numerate_in(folder.path()).arg("build"), 0);
    let mut kept_out = 0;
    for time in 0..times {
        let (old, new) = if time % 2 == 0 { ("= ", "= News: ") } else { ("= News: ", "= ") };
        edit(folder.path(), MESSAGES, &format!("tea-survey-title {old}"), &format!("tea-survey-title {new}"));
        let run = || {
            let mut build = Command::new(assert_cmd::cargo::cargo_bin("numerate"));
            build.arg("--root").arg(folder.path()).arg("build").stdout(std::process::Stdio::null());
            build.stderr(std::process::Stdio::null()).spawn().unwrap()
        };
        let codes = [run(), run()].map(|mut run| run.wait().unwrap().code());
        assert!(codes.iter().all(|code| matches!(code, Some(0 | 75))) && codes.contains(&Some(0)), "{codes:?}");
        kept_out += u32::from(codes.contains(&Some(75)));
        let clean = tempfile::tempdir().unwrap();
        for part in ["data", "locales", "templates"] {
            copy(&folder.path().join(part), &clean.path().join(part));
        }
        fs::copy(folder.path().join("numerate.toml"), clean.path().join("numerate.toml")).unwrap();
        stdout(numerate_in(clean.path()).arg("build"), 0);
        assert!(files(&folder.path().join("output")) == files(&clean.path().join("output")), "after race {time}");
    }
    kept_out
}

#[test]
fn two_runs_at_once_do_not_disturb_each_other() {
    race(2);
}

/// Many races.
#[test]
#[ignore = "takes minutes"]
fn many_runs_at_once_do_not_disturb_each_other() {
    eprintln!("races: 100, in {} of which the second run was kept out; mixes seen: 0", race(100));
}
