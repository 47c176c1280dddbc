//! The reports of `check`: each is valid by its schema, and says every finding at its place.

use super::{edit, numerate, numerate_in, project, schema, stdout, xml};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

/// A project with mistakes of several kinds: typed figures in Thai and Chinese, a wrong value, a file that is missing.
fn broken() -> TempDir {
    let folder = project();
    edit(folder.path(), "locales/th/tea-survey.ftl", "{ $tea-with-milk }", "“ร้อยละ 24” & <มาก>");
    edit(folder.path(), "locales/zh-Hans/tea-survey.ftl", "{ $tea-with-milk }", "24%");
    edit(folder.path(), "data/stats/tea-survey.yaml", "value: 62", "value: 26");
    fs::remove_file(folder.path().join("templates/article.md")).unwrap();
    folder
}

fn report(folder: &TempDir, format: &str, code: i32) -> String {
    stdout(numerate_in(folder.path()).args(["check", "--format", format]), code)
}

/// The findings as JSON, and where each begins: file, line, column.
fn places(folder: &TempDir) -> Vec<(Value, String)> {
    let lines: Vec<Value> = report(folder, "json", 1).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let place = |line: &Value| format!("{} {}:{}", line["file"].as_str().unwrap(), line["line"], line["column"]);
    let mut places: Vec<_> = lines.into_iter().map(|line| (line["code"].clone(), place(&line))).collect();
    places.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.as_str().cmp(&b.0.as_str())));
    assert!(places.len() > 3);
    places
}

#[test]
fn sarif_is_valid_and_says_every_finding() {
    let schema: Value = serde_json::from_str(include_str!("../schemas/sarif-2.1.0.json")).unwrap();
    let folder = broken();
    let log: Value = serde_json::from_str(&report(&folder, "sarif", 1)).unwrap();
    assert_eq!(schema::faults(&schema, &log), Vec::<String>::new());
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let mut said = Vec::new();
    for result in run["results"].as_array().unwrap() {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().unwrap().starts_with("# "));
        let place = &result["locations"][0]["physicalLocation"];
        let at = |name: &str| place["region"][name].as_u64().unwrap_or(1);
        let file = place["artifactLocation"]["uri"].as_str().unwrap();
        said.push((result["ruleId"].clone(), format!("{file} {}:{}", at("startLine"), at("startColumn"))));
    }
    said.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.as_str().cmp(&b.0.as_str())));
    assert_eq!(said, places(&folder));
    assert!(run["results"].as_array().unwrap().iter().any(|result| result["relatedLocations"].is_array()));
    let clean: Value = serde_json::from_str(&report(&project(), "sarif", 0)).unwrap();
    assert_eq!(schema::faults(&schema, &clean), Vec::<String>::new());
    assert_eq!(clean["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn junit_is_valid_and_says_every_finding_and_what_was_proven() {
    let folder = broken();
    let root = xml::read(&report(&folder, "junit", 1));
    assert_eq!(xml::faults(&root), Vec::<String>::new());
    let mut said: Vec<_> = root
        .all("testcase")
        .filter(|case| case.get("classname") != Some("proven"))
        .map(|case| {
            let (code, place) = case.get("name").unwrap().split_once(' ').unwrap();
            (Value::from(code), format!("{} {place}", case.get("classname").unwrap()))
        })
        .collect();
    said.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.as_str().cmp(&b.0.as_str())));
    assert_eq!(said, places(&folder));
    let clean = xml::read(&report(&project(), "junit", 0));
    assert_eq!(xml::faults(&clean), Vec::<String>::new());
    assert_eq!(clean.get("failures"), Some("0"));
    let proven: Vec<_> = clean.all("testcase").map(|case| case.get("name").unwrap()).collect();
    assert!(proven.contains(&"th/tea-survey/index.html"), "{proven:?}");
}

#[test]
fn warnings_fail_a_junit_report_only_if_they_fail_the_run() {
    let folder = project();
    edit(folder.path(), "data/stats/tea-survey.yaml", "status: illustration", "status: unverified");
    let failures = |more: &[&str], code| {
        let text = stdout(numerate_in(folder.path()).args(["check", "--format", "junit"]).args(more), code);
        let root = xml::read(&text);
        assert_eq!(xml::faults(&root), Vec::<String>::new());
        root.get("failures").unwrap().to_owned()
    };
    assert_eq!(failures(&[], 0), "0");
    assert_ne!(failures(&["--fail-on", "warning"], 1), "0");
}

#[test]
fn github_gets_one_command_a_finding_with_paths_as_the_repository_has_them() {
    let folder = broken();
    let commands = |text: &str| {
        let mut said = Vec::new();
        for line in text.lines() {
            let (properties, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
            let (kind, properties) = properties.split_once(' ').unwrap();
            assert!(["error", "warning", "notice"].contains(&kind) && !message.is_empty());
            let pairs: Vec<_> = properties.split(',').map(|pair| pair.split_once('=').unwrap()).collect();
            let get = |name: &str| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
            assert!(pairs.iter().all(|(name, _)| ["file", "line", "endLine", "col", "endColumn", "title"].contains(name)));
            let (file, line, title) = (get("file").unwrap(), get("line").unwrap(), get("title").unwrap());
            said.push((Value::from(title), format!("{file} {line}:{}", get("col").unwrap_or("1"))));
        }
        said.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.as_str().cmp(&b.0.as_str())));
        said
    };
    assert_eq!(commands(&report(&folder, "github", 1)), places(&folder));
    let (parent, name) = (folder.path().parent().unwrap(), folder.path().file_name().unwrap().to_str().unwrap());
    let mut command = super::numerate();
    command.current_dir(parent).args(["check", "--format", "github", "--root", name]);
    let under = commands(&stdout(&mut command, 1));
    assert!(under.iter().all(|(_, place)| place.starts_with(&format!("{name}/"))), "{under:?}");
}

#[test]
fn a_job_is_told_what_came_of_its_run() {
    let folder = project();
    let file = folder.path().join("run.json");
    let run = |code: i32| {
        stdout(numerate_in(folder.path()).arg("build").arg("--report").arg(&file), code);
        let summary: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let schema = serde_json::from_str(&stdout(numerate().args(["schema", "run"]), 0)).unwrap();
        assert_eq!(super::schema::faults(&schema, &summary), Vec::<String>::new());
        assert_eq!(summary["exit"], code);
        summary
    };
    assert_eq!(run(0)["outcome"], "published");
    assert_eq!(run(0)["outcome"], "unchanged");
    edit(folder.path(), "locales/th/tea-survey.ftl", "tea-survey-title = ", "tea-survey-title = 5 ");
    let withheld = run(3);
    assert_eq!(withheld["withheld"]["th"]["digit-in-narrative"], 1);
    assert!(withheld["changed_figures"]["removed"].as_u64().unwrap() > 10);
    edit(folder.path(), "data/articles/tea-survey.yaml", "id: tea-survey", "id: coffee-survey");
    let blocked = run(1);
    assert_eq!((&blocked["outcome"], &blocked["files"]), (&"nothing".into(), &0.into()));
    assert!(!blocked["blocked_by"].as_object().unwrap().is_empty());
}
