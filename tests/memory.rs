//! Memory grows little with the number of articles: files of messages are kept packed, and documents are written and let go.
//!
//! Two generated projects of different size are built, each in a process of its own, and the most memory that each needed is
//! compared; and large ledgers are compared in less memory than one of them would fill. Without `/proc` there is nothing to read, and the test says so.

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
    let (code, peak) = most(build.args(["build", "--jobs", "2", "--root"]).arg(&project));
    assert_eq!(code, Some(0), "the build of {articles} articles failed");
    peak
}

/// The exit code of a command, and the most memory that it had, in KiB.
fn most(command: &mut Command) -> (Option<i32>, usize) {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        // Of a process that has ended nothing is told any more.
        let most = fs::read_to_string(&status).ok().and_then(|status| {
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
            line.trim().strip_suffix(" kB")?.trim().parse().ok()
        });
        peak = peak.max(most.unwrap_or(0));
        match child.try_wait().expect("it is a child of this process") {
            Some(ended) => return (ended.code(), peak),
            None => sleep(Duration::from_millis(2)),
        }
    }
}

/// How many pages, of some kilobytes each, the ledgers have that are compared.
const PAGES: usize = 4000;

#[test]
fn ledgers_are_compared_without_being_held() {
    if !Path::new("/proc/self/status").exists() {
        eprintln!("skipped: this machine has no /proc");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let ledger = |name: &str, odd: &str| {
        let page = |number: usize| {
            let text = if number == PAGES / 2 { odd } else { "88%" };
            let rest = r#""stat":"share","sources":["survey"],"message":"lead","construct":"percent""#;
            let figures = vec![format!("\n      {{\"text\":\"{text}\",{rest}}}"); 150].join(",");
            format!(
                "\n    {{\"article\":\"a{number:06}\",\"locale\":\"th\",\"format\":\"html\",\"path\":\"a\",\"figures\":[{figures}\n    ]}}"
            )
        };
        let pages: Vec<_> = (0..PAGES).map(page).collect();
        let (head, stats) = ("{\n  \"version\": 1,\n  \"documents\": [", "\n    \"share\": {\"value\":\"88\"}\n  ");
        let text = format!("{head}{}\n  ],\n  \"stats\": {{{stats}}},\n  \"sources\": {{}}\n}}\n", pages.join(","));
        let path = folder.path().join(name);
        fs::write(&path, &text).expect("a ledger can be written");
        (path, text.len() / 1024)
    };
    let ((old, size), (new, _)) = (ledger("old.json", "88%"), ledger("new.json", "about 88%"));
    let (code, peak) = most(Command::new(env!("CARGO_BIN_EXE_numerate")).arg("diff").args([old, new]));
    eprintln!("{peak} KiB for two ledgers of {size} KiB");
    assert_eq!(code, Some(1), "a figure moved");
    assert!(peak > 0 && peak < size, "ledgers of {size} KiB were compared in {peak} KiB");
}
