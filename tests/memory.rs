//! Memory grows little with the number of articles: files of messages are kept packed, and documents are written and let go.
//!
//! Two generated projects of different size are built, each in a process of its own, and the most memory that each needed is
//! compared. Without `/proc` there is nothing to read, and the test says so.

#[allow(dead_code)]
#[path = "../examples/generate/main.rs"]
mod generate;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// The sizes of the projects, in articles of three locales.
const SIZES: [usize; 2] = [40, 320];

/// The most that an article may cost, in KiB; it costs some 150.
const LIMIT: usize = 200;

/// An allocator keeps more or less of what was let go, as threads happen to run: it is too much if it is so each time.
const TRIES: usize = 3;

#[test]
fn memory_grows_little_with_the_number_of_articles() {
    if !Path::new("/proc/self/status").exists() {
        eprintln!("skipped: this machine has no /proc");
        return;
    }
    let is_little = (0..TRIES).any(|_| {
        let [small, large] = SIZES.map(peak);
        let each = large.saturating_sub(small) / (SIZES[1] - SIZES[0]);
        eprintln!("{small} KiB with {} articles, {large} KiB with {}: {each} KiB each", SIZES[0], SIZES[1]);
        each <= LIMIT
    });
    assert!(is_little, "an article costs more than {LIMIT} KiB");
}

/// The most memory, in KiB, that a build of so many articles had.
fn peak(articles: usize) -> usize {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let project = folder.path().join("project");
    generate::generate(&project, articles).expect("a project can be written");
    let settings = project.join("numerate.toml");
    let text = fs::read_to_string(&settings).expect("a project has settings");
    let html = |line| if str::starts_with(line, "formats") { "formats = [\"html\"]\n" } else { line };
    fs::write(&settings, text.split_inclusive('\n').map(html).collect::<String>()).expect("they can be written");
    let mut build = Command::new(env!("CARGO_BIN_EXE_numerate"));
    build.args(["build", "--jobs", "2", "--root"]).arg(&project);
    let mut child = build.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        // Of a process that has ended nothing is told any more.
        let most = fs::read_to_string(&status).ok().and_then(|status| {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
            line.trim().strip_suffix(" kB")?.trim().parse().ok()
        });
        peak = peak.max(most.unwrap_or(0));
        match child.try_wait().expect("it is a child of this process") {
            Some(ended) => break ended,
            None => sleep(Duration::from_millis(10)),
        }
    };
    assert!(ended.success(), "the build of {articles} articles failed");
    peak
}
