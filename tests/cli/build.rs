//! `init`, `check` and `build`: what is published, and with which exit code.

use super::{edit, files, numerate, numerate_in, project, stdout};
use std::fs;

#[test]
fn init_writes_over_nothing() {
    let folder = project();
    fs::write(folder.path().join("numerate.toml"), "mine").unwrap();
    numerate().arg("init").arg(folder.path()).assert().code(2);
    assert_eq!(fs::read_to_string(folder.path().join("numerate.toml")).unwrap(), "mine");
}

#[test]
fn a_folder_without_a_project_is_trouble() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["check", "build"] {
        let findings = stdout(numerate_in(folder.path()).args([command, "--format", "json"]), 2);
        assert!(findings.contains(r#""code":"file-missing""#), "{findings}");
    }
    assert!(!folder.path().join("output").exists());
}

#[test]
fn a_new_project_builds_without_a_finding() {
    let folder = project();
    assert_eq!(stdout(numerate_in(folder.path()).arg("check"), 0), "");
    assert_eq!(stdout(numerate_in(folder.path()).arg("build"), 0), "");
    let files = files(&folder.path().join("output"));
    for locale in ["en", "th", "zh-Hans"] {
        assert!(files.contains_key(&format!("{locale}/tea-survey/index.html")), "{locale}");
        assert!(files.contains_key(&format!("{locale}/index.html")), "{locale}");
    }
    let ledger: serde_json::Value = serde_json::from_slice(&files["ledger.json"]).unwrap();
    assert!(
        ledger["documents"].as_array().unwrap().iter().any(|document| document["figures"].as_array().unwrap().len() > 8)
    );
}

#[test]
fn the_same_bytes_come_out_everywhere() {
    let (here, there) = (project(), project());
    numerate_in(here.path()).args(["build", "--jobs", "1"]).assert().success();
    let first = files(&here.path().join("output"));
    numerate_in(there.path()).args(["build", "--jobs", "8"]).assert().success();
    assert_eq!(files(&there.path().join("output")), first);
    let mut elsewhere = numerate();
    elsewhere.current_dir(here.path()).envs([("LANG", "th_TH.UTF-8"), ("LC_ALL", "zh_CN.UTF-8"), ("TZ", "Asia/Bangkok")]);
    elsewhere.arg("build").assert().success();
    assert_eq!(files(&here.path().join("output")), first);
}

#[test]
fn a_locale_with_an_error_is_withheld_and_the_others_are_published() {
    let folder = project();
    edit(folder.path(), "locales/th/tea-survey.ftl", "{ $tea-with-milk }", "ร้อยละ 24");
    stdout(numerate_in(folder.path()).arg("check"), 1);
    let findings = stdout(numerate_in(folder.path()).args(["build", "--format", "json"]), 3);
    assert!(findings.lines().all(|line| line.contains(r#""locale":"th""#)), "{findings}");
    let output = folder.path().join("output");
    assert!(output.join("en/tea-survey/index.html").exists() && !output.join("th").exists());
}

#[test]
fn wrong_data_publishes_nothing_and_leaves_the_old_site_up() {
    let folder = project();
    numerate_in(folder.path()).arg("build").assert().code(0);
    let before = files(&folder.path().join("output"));
    edit(folder.path(), "data/stats/tea-survey.yaml", "value: 62", "value: 26");
    let findings = stdout(numerate_in(folder.path()).args(["build", "--format", "json"]), 1);
    assert!(findings.contains(r#""code":"evidence-mismatch""#), "{findings}");
    assert_eq!(files(&folder.path().join("output")), before);
}

#[test]
fn a_held_lock_says_try_again() {
    let folder = project();
    let lock = fs::File::create(folder.path().join("output.lock")).unwrap();
    rustix::fs::flock(&lock, rustix::fs::FlockOperation::NonBlockingLockExclusive).unwrap();
    numerate_in(folder.path()).arg("build").assert().code(75);
}

#[test]
fn only_and_locale_narrow_a_run_and_must_name_what_there_is() {
    let folder = project();
    numerate_in(folder.path()).args(["check", "--locale", "th", "--only", "tea-*"]).assert().code(0);
    numerate_in(folder.path()).args(["check", "--locale", "fr"]).assert().code(2);
    numerate_in(folder.path()).args(["check", "--only", "coffee"]).assert().code(2);
    numerate_in(folder.path()).arg("check").env("SOURCE_DATE_EPOCH", "soon").assert().code(2);
}

#[test]
fn a_build_of_a_part_takes_no_other_page_away() {
    let folder = super::schedule::with_second("");
    let build = |more: &[&str], code| {
        let command = &mut numerate_in(folder.path());
        let stderr = command.arg("build").args(more).assert().code(code).get_output().stderr.clone();
        (files(&folder.path().join("output")), String::from_utf8(stderr).unwrap())
    };
    // Where no other page stands, a part is a site.
    let (part, _) = build(&["--only", "coffee"], 0);
    assert!(part.contains_key("th/coffee/index.html") && !part.contains_key("th/tea-survey/index.html"));
    edit(folder.path(), "locales/th/coffee.ftl", "coffee-title = ", "coffee-title = ใหม่ ");
    assert_ne!(build(&["--only", "coffee"], 0).0, part);
    let (site, _) = build(&[], 0);
    edit(folder.path(), "locales/th/coffee.ftl", "coffee-title = ", "coffee-title = กาแฟ ");
    for narrow in [&["--only", "coffee"][..], &["--locale", "th"], &["--only", "coffee", "--locale", "th"]] {
        let (after, said) = build(narrow, 2);
        assert!(after == site, "{narrow:?}");
        assert!(said.contains("such as en/"), "{said}");
    }
    // What is about every page is a whole build.
    assert_ne!(build(&["--only", "*"], 0).0, site);
    fs::write(folder.path().join("output/report.json"), "{").unwrap();
    build(&["--only", "coffee"], 2);
}

#[test]
fn a_project_is_listed() {
    let folder = project();
    assert!(stdout(numerate_in(folder.path()).args(["list", "stats"]), 0).contains("tea-daily-change"));
    let locales = stdout(numerate_in(folder.path()).args(["list", "locales", "--format", "json"]), 0);
    assert_eq!(locales.lines().next(), Some(r#"{"locale":"en","role":"base"}"#));
    assert!(stdout(numerate_in(folder.path()).args(["list", "articles"]), 0).starts_with("tea-survey"));
    assert!(stdout(numerate_in(folder.path()).args(["list", "sources"]), 0).contains("The Example Tea House"));
}

#[test]
fn columns_of_a_list_are_aligned_as_a_terminal_shows_them() {
    let folder = project();
    let path = folder.path().join("data/sources/tea-survey.yaml");
    let source = fs::read_to_string(&path).unwrap();
    for (id, producer) in [("thai", "ร้านชา"), ("chinese", "茶馆")] {
        let lines = source.lines().filter(|line| !line.starts_with("table:"));
        let lines = lines.map(|line| match line.split_once(": ") {
            Some(("id", _)) => format!("id: {id}\n"),
            Some(("producer", _)) => format!("producer: {producer}\n"),
            Some(("title", _)) => "title: Tea\n".to_owned(),
            _ => format!("{line}\n"),
        });
        fs::write(folder.path().join(format!("data/sources/{id}.yaml")), lines.collect::<String>()).unwrap();
    }
    let list = stdout(numerate_in(folder.path()).args(["list", "sources"]), 0);
    let column = |line: &str, word: &str| unicode_width::UnicodeWidthStr::width(&line[..line.rfind(word).unwrap()]);
    let lines: Vec<_> = list.lines().collect();
    assert_eq!(lines.len(), 3, "{list}");
    assert_eq!(column(lines[0], "Tea"), column(lines[2], "Tea"), "{list}");
    assert!(lines[0].contains("茶馆") && lines[2].contains("ร้านชา"), "{list}");
}

#[test]
fn settings_that_are_wrong_are_trouble_and_no_finding_of_an_author() {
    for (old, new) in [("base = \"en\"", "base = \"fr\""), ("[output]", "[output]\nfolder = \"../out\""), ("[site]", "[[")] {
        let folder = project();
        edit(folder.path(), "numerate.toml", old, new);
        for command in ["check", "build"] {
            numerate_in(folder.path()).arg(command).assert().code(2);
        }
        assert!(!folder.path().join("output").exists());
    }
}
