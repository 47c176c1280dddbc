//! The ledger as programs and people meet it: `ledger.json`, `report.json`, and the pages that show it.

use super::{edit, numerate, numerate_in, project, schema, stdout};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn build(root: &Path) -> BTreeMap<String, String> {
    stdout(numerate_in(root).arg("build"), 0);
    let mut files = BTreeMap::new();
    let mut folders = vec![root.join("output")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                // Printed documents are no text; that they are there is enough.
                let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
                files.insert(path.strip_prefix(root.join("output")).unwrap().to_str().unwrap().to_owned(), text);
            }
        }
    }
    files
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_a_build_writes_for_programs_is_as_its_schema_says() {
    let folder = project();
    let files = build(folder.path());
    for kind in ["ledger", "report"] {
        let schema = json(&stdout(numerate().args(["schema", kind]), 0));
        assert_eq!(schema::faults(&schema, &json(&files[&format!("{kind}.json")])), Vec::<String>::new(), "{kind}");
        let mut wrong = json(&files[&format!("{kind}.json")]);
        wrong["documents"][0]["figures"] = Value::Null;
        assert_eq!(schema::faults(&schema, &wrong).len(), 1);
    }
}

#[test]
fn every_figure_of_the_ledger_says_what_it_is_and_what_speaks_for_it() {
    let files = build(project().path());
    let ledger = json(&files["ledger.json"]);
    let documents = ledger["documents"].as_array().unwrap();
    assert!(documents.iter().all(|document| !document["path"].as_str().unwrap().contains("/ledger/")));
    let thai = documents.iter().find(|document| document["path"] == "th/tea-survey/index.html").unwrap();
    let figure = |stat: &str, construct: &str| {
        let figures = thai["figures"].as_array().unwrap().iter();
        figures.clone().find(|figure| figure["stat"] == stat && figure["construct"] == construct).unwrap()
    };
    let milk = figure("tea-with-milk", "percent");
    assert_eq!((&milk["text"], &milk["value"], &milk["kind"]), (&"ร้อยละ 24".into(), &"24".into(), &"percent".into()));
    assert_eq!(
        milk["cell"],
        serde_json::json!({
            "table": "data/sources/tea-survey.csv",
            "row": {"claim": "tea-with-milk", "year": "2025"},
            "column": "value",
            "says": "24",
        })
    );
    assert_eq!((&milk["evidence"], &milk["verified"]), (&serde_json::json!(["cell"]), &"read-back".into()));
    let quarter = figure("tea-with-milk", "fraction");
    assert_eq!((&quarter["value"], &quarter["hedge"]), (&"0.25".into(), &"nearly".into()));
    assert_eq!(ledger["stats"]["tea-with-milk"]["value"], "24");
    let change = &ledger["stats"]["tea-daily-change"];
    assert_eq!((&change["derived"], &change["value"]), (&"tea-daily - tea-daily-earlier".into(), &"5".into()));
    assert_eq!(change["inputs"], serde_json::json!(["tea-daily", "tea-daily-earlier"]));
    for document in documents.iter().filter(|document| document["format"] == "html") {
        let html = &files[document["path"].as_str().unwrap()];
        for figure in document["figures"].as_array().unwrap() {
            let element = figure["element"].as_str().map(|id| format!("id=\"{id}\""));
            assert!(element.is_none_or(|id| html.contains(&id)), "{figure}");
            assert!(figure["stat"].is_string() != figure["literal"].is_string(), "{figure}");
            assert!(figure["stat"].as_str().is_none_or(|stat| ledger["stats"].get(stat).is_some()), "{figure}");
            let sources = figure["sources"].as_array().unwrap();
            assert!(sources.iter().all(|source| ledger["sources"].get(source.as_str().unwrap()).is_some()), "{figure}");
        }
    }
}

/// What a page says in figures: the texts of the elements of class `figure`.
fn figures(html: &str) -> BTreeSet<&str> {
    let elements = html.split("<data class=\"figure").skip(1).map(|rest| rest.split("</data>").next().unwrap());
    elements.map(|element| element.rsplit_once("\">").unwrap().1.trim_end_matches("</a>")).collect()
}

#[test]
fn a_ledger_shows_every_figure_of_its_article_in_every_language() {
    let folder = project();
    let files = build(folder.path());
    let ledger = json(&files["ledger.json"]);
    for own in ["en", "th", "zh-Hans"] {
        let page = &files[&format!("{own}/tea-survey/ledger/index.html")];
        let shown = figures(page);
        for document in ledger["documents"].as_array().unwrap() {
            for figure in document["figures"].as_array().unwrap().iter().filter(|figure| figure["stat"].is_string()) {
                let text = figure["text"].as_str().unwrap();
                assert!(shown.contains(text), "{own} does not show `{text}`: {shown:?}");
            }
        }
        assert!(page.contains("id=\"stat-tea-daily-change\"") && page.contains("href=\"#stat-tea-daily-earlier\""));
        assert!(page.contains(&format!("href=\"../../../{own}/tea-survey/#f1\"")));
        let column = |tag: &str| page.find(&format!("<th scope=\"col\" lang=\"{tag}\">")).unwrap();
        assert!(["en", "th", "zh-Hans"].iter().all(|tag| column(own) <= column(tag)), "its own language comes first");
    }
}

#[test]
fn a_reader_gets_from_a_figure_to_its_source_and_from_there_to_the_ledger() {
    let files = build(project().path());
    let page = &files["th/tea-survey/index.html"];
    assert!(page.contains("<a href=\"#source-tea-survey\">") && page.contains("id=\"source-tea-survey\""));
    assert!(page.contains("href=\"ledger/#source-tea-survey\"") && page.contains("href=\"ledger/\""));
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for link in html.split(" href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            if link.contains("://") {
                continue;
            }
            let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
            let target = resolve(path, file);
            let text = files.get(&target).unwrap_or_else(|| panic!("{path} links to {link}, which is no file: {target}"));
            assert!(fragment.is_empty() || text.contains(&format!("id=\"{fragment}\"")), "{path} links to {link}");
        }
    }
}

/// The file that a relative address leads to.
fn resolve(from: &str, href: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    if !href.is_empty() {
        parts.pop();
    }
    for part in href.split('/').filter(|part| !part.is_empty() && *part != ".") {
        match part {
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    if !parts.last().is_some_and(|last| last.contains('.')) {
        parts.push("index.html");
    }
    parts.join("/")
}

#[test]
fn the_figures_of_a_ledger_are_proven_like_those_of_any_page() {
    let folder = project();
    edit(
        folder.path(),
        "templates/ledger.html",
        "<div class=\"masthead\">",
        "<div class=\"masthead\"><p>All 88 of them</p>",
    );
    let findings = stdout(numerate_in(folder.path()).args(["build", "--format", "json"]), 1);
    let pages = ["en", "th", "zh-Hans"].map(|tag| format!("\"file\":\"{tag}/tea-survey/ledger/index.html\""));
    assert!(pages.iter().all(|page| findings.contains(page)) && findings.contains("figure-unsourced"), "{findings}");
}

#[test]
fn a_project_without_the_template_has_no_ledger_pages() {
    let folder = project();
    fs::remove_file(folder.path().join("templates/ledger.html")).unwrap();
    let files = build(folder.path());
    assert!(!files.keys().any(|path| path.contains("ledger/")));
    assert!(files["th/tea-survey/index.html"].contains("href=\"../../ledger.json\""));
}
