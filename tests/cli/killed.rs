//! A build that is killed at any moment leaves the old site or the new one, whole, and the next build works.

use super::{edit, files, numerate_in, project, stdout};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

type Site = BTreeMap<String, Vec<u8>>;

/// What came of kills.
#[derive(Debug, Default)]
struct Kills {
    /// How many builds were killed before their site stood.
    before: u32,
    /// How many while they were making it.
    amid: u32,
    /// How many when it stood already.
    after: u32,
}

/// Kills builds at so many moments, spread over the time that one takes here and now: where most are over when they are killed, the
/// moments move nearer, and where none is, away.
fn kill(times: u32) -> Kills {
    let folder = project();
    let titles = ["tea-survey-title = ", "tea-survey-title = ใหม่ "];
    let sites = [0, 1].map(|turn| {
        turned(folder.path(), titles, turn);
        stdout(numerate_in(folder.path()).arg("build"), 0);
        files(&folder.path().join("output"))
    });
    assert_ne!(sites[0], sites[1]);
    let mut kills = Kills::default();
    let mut span = Duration::from_millis(20);
    let mut now = 1;
    for time in 0..times {
        let next = 1 - now;
        let left = staged(folder.path());
        turned(folder.path(), titles, next);
        let mut build = Command::new(assert_cmd::cargo::cargo_bin("numerate"));
        build.arg("--root").arg(folder.path()).arg("build").stdout(Stdio::null()).stderr(Stdio::null());
        let mut build = build.spawn().unwrap();
        // From the first moment on, in steps that do not repeat.
        std::thread::sleep(span * (time * 7919 % 1000) / 1000);
        build.kill().unwrap();
        build.wait().unwrap();
        let site = files(&folder.path().join("output"));
        now =
            which(&sites, &site).unwrap_or_else(|| panic!("after {time} kills the site is neither the old nor the new one"));
        let is_amid = staged(folder.path()).difference(&left).next().is_some();
        match now == next {
            true => kills.after += 1,
            false if is_amid => kills.amid += 1,
            false => kills.before += 1,
        }
        span = if now == next { span * 4 / 5 } else { span * 11 / 10 };
    }
    turned(folder.path(), titles, 0);
    stdout(numerate_in(folder.path()).arg("build"), 0);
    assert_eq!(files(&folder.path().join("output")), sites[0]);
    // What the dead left behind is gone.
    assert_eq!(staged(folder.path()), BTreeSet::new());
    kills
}

/// The folders that runs have not finished.
fn staged(folder: &Path) -> BTreeSet<String> {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains("staging")).collect()
}

/// Gives the article one of two titles.
fn turned(folder: &Path, titles: [&str; 2], turn: usize) {
    let path = "locales/th/tea-survey.ftl";
    let text = std::fs::read_to_string(folder.join(path)).unwrap();
    let is_new = text.contains(titles[1]);
    match (turn, is_new) {
        (0, true) => edit(folder, path, titles[1], titles[0]),
        (1, false) => edit(folder, path, titles[0], titles[1]),
        _ => {}
    }
}

fn which(sites: &[Site; 2], site: &Site) -> Option<usize> {
    sites.iter().position(|known| known == site)
}

#[test]
fn a_killed_build_leaves_one_site_whole() {
    kill(30);
}

/// Several hundred kills: `cargo test --test cli -- --ignored killed`.
#[test]
#[ignore = "takes minutes"]
fn hundreds_of_killed_builds_leave_one_site_whole() {
    let kills = kill(400);
    eprintln!(
        "kills: 400, {} before, {} amid, {} after the new site was made; mixes seen: 0",
        kills.before, kills.amid, kills.after
    );
    assert!(
        kills.before + kills.amid >= 40 && kills.amid >= 10 && kills.after >= 40,
        "the moments are badly spread: {kills:?}"
    );
}
