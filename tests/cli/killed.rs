//! A build that is killed at any moment leaves the old site or the new one, whole, and the next build works.

use super::{edit, files, numerate_in, project, stdout};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

type Site = BTreeMap<String, Vec<u8>>;

/// Kills builds at so many moments, spread over the time that one takes; how often the new site was there already.
fn kill(times: u32) -> u32 {
    let folder = project();
    let titles = ["tea-survey-title = ", "tea-survey-title = ใหม่ "];
    let sites = [0, 1].map(|turn| {
        turned(folder.path(), titles, turn);
        stdout(numerate_in(folder.path()).arg("build"), 0);
        files(&folder.path().join("output"))
    });
    assert_ne!(sites[0], sites[1]);
    let mut seen = [0, 0];
    let mut now = 1;
    for time in 0..times {
        let next = 1 - now;
        turned(folder.path(), titles, next);
        let mut build = Command::new(assert_cmd::cargo::cargo_bin("numerate"));
        build.arg("--root").arg(folder.path()).arg("build").stdout(Stdio::null()).stderr(Stdio::null());
        let mut build = build.spawn().unwrap();
        // From the first moment on to beyond the end of a quiet build, in steps that do not repeat.
        std::thread::sleep(Duration::from_micros(u64::from(time) * 7919 % 160_000));
        build.kill().unwrap();
        build.wait().unwrap();
        let site = files(&folder.path().join("output"));
        now =
            which(&sites, &site).unwrap_or_else(|| panic!("after {time} kills the site is neither the old nor the new one"));
        seen[usize::from(now == next)] += 1;
    }
    turned(folder.path(), titles, 0);
    stdout(numerate_in(folder.path()).arg("build"), 0);
    assert_eq!(files(&folder.path().join("output")), sites[0]);
    // What the dead left behind is gone.
    let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.contains("staging")).count(), 0);
    seen[1]
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
    let finished = kill(400);
    assert!(
        (20..380).contains(&finished),
        "{finished} of 400 builds were killed after their end: the moments are badly spread"
    );
}
