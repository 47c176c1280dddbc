//! The README is what the program prints.
//!
//! | block | what must hold |
//! |---|---|
//! | `console` | each command after `$`, run in a copy of the sample project, prints what stands under it |
//! | `pages ARTICLE` | each line, a locale and a text, stands in that page of the built sample |
//! | `yaml PATH`, `ftl PATH` | the text stands in that file of the repository |

#[path = "common/sample.rs"]
mod sample;

use assert_cmd::cargo::cargo_bin;
use sample::{REPOSITORY, sample};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const README: &str = include_str!("../README.md");

#[test]
fn excerpts_stand_in_their_files() {
    for (info, text) in blocks() {
        if let Some((_, path)) = info.split_once(' ').filter(|(kind, _)| matches!(*kind, "yaml" | "ftl")) {
            let file = fs::read_to_string(Path::new(REPOSITORY).join(path)).expect("the file is there");
            assert!(file.contains(text), "{path} has no longer\n{text}");
        }
    }
}

#[test]
fn sentences_stand_in_the_pages() {
    let sample = sample();
    run(&sample, "numerate build");
    for (info, text) in blocks() {
        let Some(article) = info.strip_prefix("pages ") else { continue };
        for line in text.lines() {
            let (locale, sentence) = line.split_once(' ').expect("a line is a locale and a text");
            let page = sample.path().join(format!("output/{locale}/{article}/index.html"));
            let page = without_tags(&fs::read_to_string(page).expect("the page was published"));
            assert!(page.contains(sentence.trim()), "the page in {locale} does not say: {sentence}");
        }
    }
}

#[cfg(unix)] // The blocks use sed and a shell.
#[test]
fn commands_print_what_stands_under_them() {
    for text in blocks().filter(|(info, _)| *info == "console").map(|(_, text)| text) {
        let sample = sample();
        for step in format!("\n{text}").split("\n$ ").skip(1) {
            let (command, expected) = step.split_once('\n').unwrap_or((step, ""));
            assert_eq!(run(&sample, command).trim_end(), expected.trim_end(), "$ {command}");
        }
    }
}

/// The fenced blocks of the README: info string and text.
fn blocks() -> impl Iterator<Item = (&'static str, &'static str)> {
    let inside = README.split("```").skip(1).step_by(2);
    inside.map(|block| block.split_once('\n').expect("a fence stands on a line of its own"))
}

/// What a shell command prints, findings and summary in the order of a terminal.
fn run(sample: &TempDir, command: &str) -> String {
    let command = command.replace("numerate ", &format!("{} ", cargo_bin("numerate").display()));
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{{ {command}; }} 2>&1")]).current_dir(sample.path()).env_remove("CLICOLOR_FORCE");
    String::from_utf8(shell.output().expect("the shell can be run").stdout).expect("its output is UTF-8")
}

/// The text of a page, tags taken out.
fn without_tags(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}
