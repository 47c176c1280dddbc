//! `diff`: which published figures moved between two builds.

use super::{edit, numerate, numerate_in, project, stdout};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Builds the project and keeps a copy of its ledger.
fn build(folder: &TempDir, name: &str) -> PathBuf {
    numerate_in(folder.path()).arg("build").assert().code(0);
    let copy = folder.path().join(name);
    fs::copy(folder.path().join("output/ledger.json"), &copy).unwrap();
    copy
}

/// Changes a value in the table, and the pin of the table with it.
fn edit_table(root: &Path, old: &str, new: &str) {
    let table = "data/sources/tea-survey.csv";
    let hash =
        || Sha256::digest(fs::read(root.join(table)).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let before = hash();
    edit(root, table, old, new);
    edit(root, "data/sources/tea-survey.yaml", &before, &hash());
}

fn moves(old: &Path, new: &Path, code: i32) -> Vec<Value> {
    let text = stdout(numerate().arg("diff").args([old, new]).args(["--format", "json"]), code);
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_changed_value_is_told_with_its_pages_languages_and_reason() {
    let folder = project();
    let old = build(&folder, "old.json");
    assert_eq!(moves(&old, &folder.path().join("output"), 0), Vec::<Value>::new());
    edit_table(folder.path(), "tea-daily,2025,62", "tea-daily,2025,63");
    edit(folder.path(), "data/stats/tea-survey.yaml", "value: 62", "value: 63");
    let new = build(&folder, "new.json");
    let moves = moves(&old, &new, 1);
    let of = |name: &str, locale: &str| -> Vec<&Value> {
        moves.iter().filter(|one| one["name"] == name && one["locale"] == locale && one["article"] == "tea-survey").collect()
    };
    for locale in ["en", "th", "zh-Hans"] {
        assert!(of("tea-daily", locale).iter().all(|one| one["why"] == serde_json::json!(["stat", "source"])), "{locale}");
        let rise = &of("tea-daily-change", locale)[0];
        assert_eq!(rise["because"], serde_json::json!(["tea-daily"]), "{locale}");
        assert_eq!((&rise["stat"][0]["value"], &rise["stat"][1]["value"]), (&"5".into(), &"6".into()), "{locale}");
        // 63% is still more than three in five, in every format.
        let unchanged = |one: &&&Value| one["old"]["text"] == one["new"]["text"];
        assert_eq!(of("tea-daily", locale).iter().filter(unchanged).count(), 3, "{locale}");
    }
    assert!(moves.iter().all(|one| ["tea-daily", "tea-daily-change"].contains(&one["name"].as_str().unwrap())));
    let human = stdout(numerate().arg("diff").args([&old, &new]), 1);
    assert!(human.contains("tea-daily: the value changed from 62 percent to 63 percent"), "{human}");
    assert!(human.contains("ร้อยละ 62 → ร้อยละ 63") && human.contains(", with tea-daily\n"), "{human}");
}

#[test]
fn a_new_wording_is_of_its_language_alone() {
    let folder = project();
    let old = build(&folder, "old.json");
    edit(
        folder.path(),
        "locales/th/tea-survey.ftl",
        "FIGURE($tea-with-milk, as: \"fraction\")",
        "FIGURE($tea-with-milk, as: \"percent\")",
    );
    let new = build(&folder, "new.json");
    let moves = moves(&old, &new, 1);
    assert!(!moves.is_empty());
    assert!(moves.iter().all(|one| one["locale"] == "th" && one["why"] == serde_json::json!(["wording"])), "{moves:?}");
}

#[test]
fn a_locale_that_is_gone_is_told_by_its_pages() {
    let folder = project();
    let old = build(&folder, "old.json");
    edit(folder.path(), "numerate.toml", "\"th\", ", "");
    let new = build(&folder, "new.json");
    let human = stdout(numerate().arg("diff").args([&old, &new]), 1);
    assert!(human.contains("th/tea-survey/index.html: the page was removed, with "), "{human}");
    assert!(moves(&old, &new, 1).iter().all(|one| one["locale"] == "th" && one["why"] == serde_json::json!(["removed"])));
}

#[test]
fn a_ledger_that_another_program_wrote_anew_is_the_same() {
    let folder = project();
    let old = build(&folder, "old.json");
    edit(folder.path(), "locales/th/tea-survey.ftl", "as: \"fraction\"", "as: \"percent\"");
    let new = build(&folder, "new.json");
    let expected = moves(&old, &new, 1);
    let ledger: Value = serde_json::from_slice(&fs::read(&old).unwrap()).unwrap();
    for text in [serde_json::to_string(&ledger).unwrap(), serde_json::to_string_pretty(&ledger).unwrap()] {
        let other = folder.path().join("other.json");
        fs::write(&other, &text).unwrap();
        assert_eq!(moves(&other, &new, 1), expected);
        assert_eq!(moves(&other, &old, 0), Vec::<Value>::new());
        let mut piped = numerate();
        let piped = stdout(piped.args(["diff", "-"]).arg(&old).write_stdin(text), 0);
        assert_eq!(piped, "");
    }
}

#[test]
fn what_is_no_ledger_is_trouble() {
    let folder = project();
    let toml = folder.path().join("numerate.toml");
    numerate().arg("diff").args([&toml, &toml]).assert().code(2);
    numerate().arg("diff").args([folder.path(), folder.path()]).assert().code(2);
    numerate().arg("diff").arg(&toml).assert().code(2);
}
