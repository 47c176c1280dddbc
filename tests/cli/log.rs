//! `--log`: every line of it says when, how grave, who, and in which stage; as JSON, nothing else stands on standard error.

use super::schedule::with_second;
use super::{edit, files, numerate_in, project};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Standard error of a command with these arguments, which ends with that code.
fn stderr(root: &Path, arguments: &[&str], code: i32) -> String {
    let output = numerate_in(root).args(arguments).assert().code(code).get_output().stderr.clone();
    String::from_utf8(output).expect("the log is UTF-8")
}

/// The lines of a log in JSON; each has what every line must have.
fn lines(log: &str) -> Vec<Value> {
    let line = |line: &str| {
        let line: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let has = |key: &str| line[key].as_str().is_some_and(|value| !value.is_empty());
        assert!(["timestamp", "level", "target", "stage"].into_iter().all(has), "{line}");
        line
    };
    log.lines().map(line).collect()
}

fn stages(lines: &[Value]) -> BTreeSet<&str> {
    lines.iter().map(|line| line["stage"].as_str().unwrap()).collect()
}

#[test]
fn a_build_tells_its_stages_as_json() {
    let folder = project();
    let log = stderr(folder.path(), &["build", "--log", "json", "--log-level", "debug"], 0);
    let lines = lines(&log);
    assert_eq!(stages(&lines), ["load", "prove", "publish", "report", "resolve"].into());
    let of = |stage: &str, key: &str| {
        lines.iter().find(|line| line["stage"] == stage && line[key].is_u64()).map(|line| &line[key])
    };
    for (stage, key) in [("load", "articles"), ("resolve", "editions"), ("prove", "documents"), ("publish", "files")] {
        assert!(of(stage, key).is_some_and(|count| *count != 0), "{stage} {key}");
        assert!(of(stage, "ms").is_some(), "{stage}");
    }
    assert!(lines.iter().any(|line| line["article"] == "tea-survey" && line["again"] == true));
}

#[test]
fn a_withheld_locale_and_a_failure_are_lines() {
    let folder = project();
    edit(folder.path(), "locales/th/tea-survey.ftl", "tea-survey-title = ", "tea-survey-title = 57% ");
    let log = stderr(folder.path(), &["build", "--log", "json", "--log-level", "warn"], 3);
    let lines = lines(&log);
    assert_eq!(lines.len(), 1, "{log}");
    assert_eq!((lines[0]["level"].as_str(), lines[0]["locale"].as_str()), (Some("WARN"), Some("th")));
    let log = stderr(folder.path(), &["build", "--log", "json", "--only", "nothing-*"], 2);
    assert_eq!(self::lines(&log).last().unwrap()["level"], "ERROR", "{log}");
}

#[test]
fn a_locale_that_stays_withheld_has_nothing_rendered_again_but_what_is_wrong() {
    let folder = with_second("");
    let again = |code: i32| {
        let log = stderr(folder.path(), &["build", "--log", "json", "--log-level", "debug"], code);
        let lines = lines(&log);
        let again = lines.iter().filter(|line| line["again"] == true).map(|line| line["article"].as_str().unwrap());
        again.map(str::to_owned).collect::<Vec<_>>()
    };
    // What is wrong is known before anything is rendered, or only then.
    for wrong in ["tea-survey-title = 57% ", "tea-survey-title = <b>"] {
        edit(folder.path(), "locales/th/tea-survey.ftl", "tea-survey-title = ", wrong);
        again(3);
        let site = files(&folder.path().join("output"));
        assert_eq!(again(3), ["tea-survey"], "{wrong}");
        assert!(site == files(&folder.path().join("output")), "{wrong}");
        edit(folder.path(), "locales/th/tea-survey.ftl", wrong, "tea-survey-title = ");
    }
    again(0);
    assert_eq!(again(0), [""; 0]);
    let clean = with_second("");
    stderr(clean.path(), &["build"], 0);
    assert!(files(&folder.path().join("output")) == files(&clean.path().join("output")));
}

#[test]
fn a_run_in_which_nothing_has_changed_says_again_what_was_found() {
    let folder = project();
    fs::write(folder.path().join("locales/th/words.ftl"), "nobody = ไม่มีใครใช้\n").unwrap();
    let run = || {
        let mut command = numerate_in(folder.path());
        let output = command.args(["build", "--log", "json"]).assert().code(0).get_output().clone();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (first, again) = (run(), run());
    assert!(first.0.contains("message-obsolete") && !first.1.contains("nothing has changed"), "{first:?}");
    assert_eq!(again.0, first.0);
    assert!(again.1.contains("nothing has changed"), "{again:?}");
    // An edit is told with what was found before.
    edit(folder.path(), "locales/th/tea-survey.ftl", "tea-survey-title = ", "tea-survey-title = ใหม่ ");
    assert_eq!(run().0, first.0);
}

#[test]
fn a_log_is_text_where_only_a_level_is_given_and_changes_no_file() {
    let (quiet, loud) = (project(), project());
    assert_eq!(stderr(quiet.path(), &["build", "--log", "off"], 0).lines().count(), 1);
    let log = stderr(loud.path(), &["build", "--log-level", "debug"], 0);
    assert!(log.contains("INFO numerate::pipeline: loaded stage=\"load\""), "{log}");
    assert!(files(&quiet.path().join("output")) == files(&loud.path().join("output")));
}

#[test]
fn the_environment_names_the_level() {
    let folder = project();
    let log = |level: &str, code| {
        let mut command = numerate_in(folder.path());
        let output = command.arg("check").env("NUMERATE_LOG", level).assert().code(code).get_output().stderr.clone();
        String::from_utf8(output).unwrap()
    };
    assert!(log("debug", 0).contains("DEBUG"));
    assert!(!log("info", 0).contains("DEBUG"));
    assert_eq!(log("", 0).lines().count(), 1);
    assert!(log("loud", 2).contains("there is no level `loud`"));
}
