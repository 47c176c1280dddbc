//! What numerate knows without a project: codes, schemas, constructs, completions.

use super::{numerate, stdout};

#[test]
fn every_code_is_listed_and_explained() {
    let codes = stdout(numerate().args(["list", "codes", "--format", "json"]), 0);
    assert!(codes.lines().count() > 40);
    for line in codes.lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let code = row["code"].as_str().unwrap();
        assert!(stdout(numerate().args(["explain", code]), 0).contains(code), "{code}");
    }
}

#[test]
fn an_unknown_code_is_no_code_but_may_be_near_one() {
    let output = numerate().args(["explain", "figure-mismach"]).assert().code(2).get_output().clone();
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("did you mean `figure-mismatch`?"));
}

#[test]
fn every_kind_of_file_has_a_schema() {
    for kind in ["settings", "source", "stats", "article", "waivers", "ledger", "report"] {
        let schema: serde_json::Value = serde_json::from_str(&stdout(numerate().args(["schema", kind]), 0)).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{kind}");
    }
    numerate().args(["schema", "sauce"]).assert().code(2);
}

#[test]
fn constructs_are_listed_by_locale() {
    let all = stdout(numerate().args(["list", "constructs"]), 0);
    assert!(["en", "th", "zh-Hans"].iter().all(|tag| all.lines().any(|line| line.starts_with(tag))));
    let thai = stdout(numerate().args(["list", "constructs", "--locale", "th"]), 0);
    assert!(thai.lines().all(|line| line.starts_with("th ")) && !thai.is_empty());
}

#[test]
fn completions_know_commands_flags_and_values() {
    for shell in ["bash", "zsh", "fish"] {
        let script = stdout(numerate().args(["completions", shell]), 0);
        // The script for fish completes no values of arguments that have no flag.
        let values = if shell == "fish" { &[][..] } else { &["zsh", "stats"] };
        for word in ["check", "fail-on", "human"].iter().chain(values) {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn bash_accepts_its_script() {
    let script = stdout(numerate().args(["completions", "bash"]), 0);
    let Ok(output) = std::process::Command::new("bash").args(["-nc", &script]).output() else { return }; // no bash here
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn a_reader_that_leaves_early_is_no_trouble() {
    let command = assert_cmd::cargo::cargo_bin("numerate");
    let mut child = std::process::Command::new(command)
        .args(["explain", "figure-lost"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn wrong_arguments_are_trouble() {
    for arguments in
        [&["chekc"][..], &["check", "--jobs", "0"], &["check", "--clock", "yesterday"], &["list", "things"], &[]]
    {
        numerate().args(arguments).assert().code(2);
    }
    numerate().arg("--version").assert().code(0);
}
