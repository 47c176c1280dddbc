//! Waivers: what they allow, when they end, and when they allow nothing.

#[path = "common/sample.rs"]
mod sample;

use numerate::diagnostic::{Findings, Severity};
use numerate::pipeline::{Options, Run, check};
use sample::{REPOSITORY, copy};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const UNVERIFIED: (&str, &str) = ("data/stats/trust.yaml", "value: 88\n    status: unverified\n");

/// The project of the pages with a waiver, and an edit: a path, and what stands in place of `value: 88` or the first line.
fn project(waiver: &str, (path, text): (&str, &str)) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let repository = Path::new(REPOSITORY);
    copy(&repository.join("templates"), &folder.path().join("templates"));
    copy(&repository.join("tests/pages/base"), folder.path());
    for locale in ["en", "th"] {
        let common = format!("locales/{locale}/common.ftl");
        fs::copy(repository.join(&common), folder.path().join(&common)).expect("the common messages can be copied");
    }
    let edited = folder.path().join(path);
    let known = fs::read_to_string(&edited).expect("the file is there");
    let changed = if text.starts_with("value") { known.replacen("value: 88\n", text, 1) } else { known + text };
    fs::write(edited, changed).expect("the file can be written");
    fs::write(folder.path().join("waivers.yaml"), waiver).expect("the file can be written");
    folder
}

/// A waiver, with its last keys.
fn waiver(code: &str, at: &str, rest: &str) -> String {
    format!("- code: {code}\n  at: {at}\n  reason: it was decided\n  until: 2027-06-30\n{rest}")
}

fn run(project: &TempDir, clock: Option<&str>, only: Option<&str>) -> Run {
    let options = Options {
        jobs: 1,
        locales: only.map(numerate::model::LocaleTag::new).into_iter().collect(),
        only: None,
        fail_on: Severity::Error,
        clock: clock.map(|clock| clock.parse().expect("a time")),
        progress: &|_| {},
    };
    check(project.path(), &options).expect("the options are right")
}

fn found(findings: &Findings) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {:?}", finding.code.name(), finding.place)).collect()
}

/// What a waiver leaves of an unverified stat.
fn left(waiver: &str) -> Vec<String> {
    found(&run(&project(waiver, UNVERIFIED), None, None).findings)
}

#[test]
fn a_waiver_allows_what_it_names() {
    let allowed = ["finding-waived waivers.yaml:1:3"];
    for at in ["trust", "data/stats/trust.yaml"] {
        assert_eq!(left(&waiver("stat-unverified", at, "")), allowed, "{at}");
        assert_eq!(left(&waiver("stat-unverified", at, "  value: unverified\n")), allowed, "{at}");
    }
    assert_eq!(left(&waiver("stat-unverified", "trust", "  value: 88\n")), allowed);
    let note = &run(&project(&waiver("stat-unverified", "trust", ""), UNVERIFIED), None, None).findings[0];
    assert_eq!((note.severity, note.related.len()), (Severity::Note, 1));
    assert!(note.message.contains("it was decided"));
}

#[test]
fn a_waiver_of_something_else_is_found() {
    let finding = "stat-unverified data/stats/trust.yaml:5:13";
    assert_eq!(left(&waiver("stat-unverified", "people", "")), [finding, "waiver-unused waivers.yaml:1:3"]);
    assert_eq!(left(&waiver("stat-retired", "trust", "")), [finding, "waiver-unused waivers.yaml:1:3"]);
    assert_eq!(left(&waiver("stat-unverified", "trust", "  value: 78\n")), [finding, "waiver-unused waivers.yaml:5:10"]);
    let part = run(&project(&waiver("stat-retired", "trust", ""), UNVERIFIED), None, Some("en"));
    assert_eq!(found(&part.findings), [finding], "a part of a run does not tell");
}

#[test]
fn a_waiver_ends() {
    let project = project(&waiver("stat-unverified", "trust", ""), UNVERIFIED);
    let on = |clock| found(&run(&project, clock, None).findings);
    assert_eq!(on(None), ["finding-waived waivers.yaml:1:3"]);
    assert_eq!(on(Some("2027-06-30T23:59:59Z")), ["finding-waived waivers.yaml:1:3"]);
    let ended = ["stat-unverified data/stats/trust.yaml:5:13", "waiver-expired waivers.yaml:4:10"];
    assert_eq!(on(Some("2027-07-01T00:00:00Z")), ended);
}

#[test]
fn a_message_is_named_by_its_id() {
    let edit = ("locales/en/trust.ftl", "trust-more = More than { $trust } do.\n");
    let english = |waiver: &str| run(&project(waiver, edit), None, Some("en")).findings;
    let said = english("[]");
    assert_eq!(found(&said), ["hedge-false locales/en/trust.ftl:4:14"]);
    let allowed = english(&waiver("hedge-false", "trust-more", "  value: More than\n"));
    assert_eq!(found(&allowed), ["finding-waived waivers.yaml:1:3"]);
    assert_eq!(found(&english(&waiver("hedge-false", "trust-body", ""))), found(&said));
}

#[test]
fn a_finished_file_is_allowed_only_by_what_stands_there() {
    let edit = ("templates/article.md", "\nA shop of 1905.\n");
    let both = |rest: &str| {
        waiver("figure-unsourced", "en/trust/index.html", rest) + &waiver("figure-unsourced", "th/trust/index.html", rest)
    };
    let of = |waivers: &str| run(&project(waivers, edit), None, None);
    let unsourced = ["figure-unsourced en/trust/index.html", "figure-unsourced th/trust/index.html"];
    let said = |run: &Run| {
        let paths = run.findings.iter().map(|finding| format!("{} {}", finding.code.name(), finding.place.path()));
        let mut paths: Vec<_> = paths.collect();
        paths.sort();
        paths
    };
    assert_eq!(said(&of("[]")), unsourced);
    let unused = [unsourced, ["waiver-unused waivers.yaml"; 2]].concat();
    for blind in ["", "  value: 1906\n"] {
        let run = of(&both(blind));
        assert_eq!(said(&run), unused, "{blind}");
        assert!(!run.publishable);
    }
    let allowed = of(&both("  value: 1905\n"));
    assert_eq!(said(&allowed), ["finding-waived waivers.yaml"; 2]);
    assert!(allowed.publishable && allowed.withheld.is_empty());
}

#[test]
fn a_waiver_is_well_formed() {
    let said = |text: &str| found(&run(&project(text, UNVERIFIED), None, None).findings);
    let wrong = said("- {code: stat-unverifid, at: trust, until: soon}\n");
    assert_eq!(
        wrong,
        [
            "stat-unverified data/stats/trust.yaml:5:13",
            "key-missing waivers.yaml:1:4",
            "value-unknown waivers.yaml:1:10",
            "value-malformed waivers.yaml:1:44",
        ]
    );
}
