//! A translator's day, as `docs/translators.md` tells it: every command is run, and prints what stands under it.
//!
//! The commands of the page's `console` blocks are run in order by a shell, in one folder, in which `site.git` is the project of
//! `numerate init`. A line `…` stands for lines that the page does not show. `NUMERATE_WRITE_DOCS` writes what was printed into the
//! page.

use super::numerate;
use assert_cmd::cargo::cargo_bin;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/translators.md");

#[cfg(unix)]
#[test]
fn a_day_goes_as_the_page_tells() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    clone_source(folder.path());
    let page = fs::read_to_string(PAGE).expect("the page is there");
    let (mut told, mut here) = (String::new(), folder.path().to_owned());
    for (number, part) in page.split("```").enumerate() {
        let Some(text) = part.strip_prefix("console\n").filter(|_| number % 2 == 1) else {
            told.push_str(if number == 0 { "" } else { "```" });
            told.push_str(part);
            continue;
        };
        told.push_str("```console\n");
        for step in format!("\n{text}").split("\n$ ").skip(1) {
            let (command, expected) = step.split_once('\n').unwrap_or((step, ""));
            let printed = run(&mut here, command);
            told.push_str(&format!("$ {command}\n"));
            if matches(expected.trim_end(), printed.trim_end()) {
                told.push_str(format!("{}\n", expected.trim_end()).trim_start_matches('\n'));
            } else if std::env::var_os("NUMERATE_WRITE_DOCS").is_some() {
                told.push_str(format!("{}\n", printed.trim_end()).trim_start_matches('\n'));
            } else {
                panic!("$ {command}\n{printed}\nis not what the page shows:\n{expected}");
            }
        }
    }
    if std::env::var_os("NUMERATE_WRITE_DOCS").is_some() {
        fs::write(PAGE, told).expect("the page can be written");
    }
}

/// The project, as others share it.
fn clone_source(folder: &Path) {
    let source = folder.join("site.git");
    numerate(folder, &["init", "site.git"]).assert().success();
    for arguments in [&["init", "--quiet"][..], &["add", "."], &["commit", "--quiet", "--message", "A project"]] {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=A", "-c", "user.email=a@example.org"]).args(arguments).current_dir(&source);
        assert!(git.output().expect("git is installed").status.success());
    }
}

/// What a command prints, findings and summary in the order of a terminal; `cd` moves on.
fn run(here: &mut PathBuf, command: &str) -> String {
    if let Some(folder) = command.strip_prefix("cd ") {
        here.push(folder);
        return String::new();
    }
    let binary = cargo_bin("numerate");
    let path =
        format!("{}:{}", binary.parent().expect("it lies in a folder").display(), std::env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{{ {command}; }} 2>&1")]).current_dir(here).env("PATH", path);
    shell.env_remove("CLICOLOR_FORCE").env_remove("SOURCE_DATE_EPOCH");
    String::from_utf8(shell.output().expect("the shell can be run").stdout).expect("its output is UTF-8")
}

/// Whether a text is what the page shows of it: `…` on a line of its own stands for any lines.
fn matches(shown: &str, printed: &str) -> bool {
    let mut rest = printed;
    let parts: Vec<_> = shown.split("\n…\n").collect();
    for (number, part) in parts.iter().enumerate() {
        let is_last = number + 1 == parts.len();
        let found = match (number, is_last) {
            (0, true) => (rest == *part).then_some(rest.len()),
            (0, false) => rest.starts_with(part).then_some(part.len()),
            (_, true) => rest.ends_with(part).then_some(rest.len()),
            (_, false) => rest.find(part).map(|at| at + part.len()),
        };
        let Some(end) = found else { return false };
        rest = &rest[end..];
    }
    true
}
