//! The recipes in `docs/recipes` are what they say: their commands and flags exist, their scripts run, their files can be read.

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};

const RECIPES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/recipes");

fn numerate() -> Command {
    Command::cargo_bin("numerate").expect("the command was built")
}

fn recipes() -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(RECIPES).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The runs of numerate in a text: from its name to the end of the command.
fn runs(text: &str) -> Vec<Vec<String>> {
    let is_end = |word: &str| word.starts_with(['>', '2', '|', ';', '`', '#']) || word.ends_with('`');
    let mut runs = Vec::new();
    for (at, _) in text.match_indices("numerate ") {
        let before = text[..at].chars().next_back();
        let words: Vec<_> = text[at..].lines().next().unwrap_or_default().split_whitespace().skip(1).collect();
        let is_command =
            words.first().is_some_and(|word| ["build", "check", "rollback"].contains(&word.trim_end_matches('`')));
        if is_command && before.is_none_or(|c| c.is_whitespace() || c == '`') {
            let end = words
                .iter()
                .position(|word| is_end(word))
                .map_or(words.len(), |end| end + usize::from(words[end].ends_with('`')));
            runs.push(words[..end].iter().map(|word| word.trim_matches(['`', '"']).to_owned()).collect());
        }
    }
    runs
}

#[test]
fn the_commands_and_flags_exist() {
    let mut count = 0;
    for (path, text) in recipes() {
        for run in runs(&text) {
            let help = numerate().args([run[0].as_str(), "--help"]).assert().success().get_output().stdout.clone();
            let help = String::from_utf8(help).unwrap();
            for flag in run.iter().filter(|word| word.starts_with("--")) {
                assert!(help.contains(&format!("{flag} ")), "{}: `{}` has no {flag}", path.display(), run[0]);
            }
            count += 1;
        }
    }
    assert!(count >= 4, "only {count} commands were recognised");
}

#[test]
fn the_script_publishes_and_passes_the_exit_code_on() {
    let script = Path::new(RECIPES).join("publish.sh");
    Command::new("sh").arg("-n").arg(&script).assert().success();
    let folder = tempfile::tempdir().unwrap();
    numerate().arg("init").arg(folder.path()).assert().success();
    let programs = assert_cmd::cargo::cargo_bin("numerate").parent().unwrap().display().to_string();
    let run = |code: i32| {
        let path = format!("{programs}:{}", std::env::var("PATH").unwrap_or_default());
        Command::new("sh").arg(&script).arg(folder.path()).env("PATH", path).assert().code(code);
    };
    run(0);
    assert!(folder.path().join("output/index.html").is_file());
    fs::write(folder.path().join("data/stats/tea-survey.yaml"), "stats: [").unwrap();
    run(1);
    assert!(fs::read_to_string(folder.path().join("publish.log")).unwrap().contains("yaml-syntax"));
    fs::write(folder.path().join("numerate.toml"), "").unwrap();
    run(2);
    assert!(folder.path().join("output/index.html").is_file());
}

#[test]
fn the_workflow_is_yaml() {
    let text = fs::read_to_string(Path::new(RECIPES).join("github-actions.yml")).unwrap();
    let events = saphyr_parser::Parser::new_from_str(&text).collect::<Result<Vec<_>, _>>();
    assert!(events.unwrap().len() > 20);
}

#[test]
fn systemd_reads_the_units() {
    for (path, text) in recipes() {
        let is_unit = path.extension().is_some_and(|ending| ending == "service" || ending == "timer");
        let mut section = None;
        for line in text.lines().filter(|line| is_unit && !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => section = ["Unit", "Service", "Timer", "Install"].into_iter().find(|known| *known == name),
                None => assert!(line.contains('='), "{}: {line}", path.display()),
            }
            assert!(section.is_some(), "{}: {line}", path.display());
        }
    }
    // Where systemd is, it is asked.
    let units = ["numerate.service", "numerate.timer"].map(|name| Path::new(RECIPES).join(name));
    if std::process::Command::new("systemd-analyze").arg("--version").output().is_ok() {
        Command::new("systemd-analyze").args(["verify", "--man=no"]).args(units).assert().success();
    }
}
