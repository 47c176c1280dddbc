//! Articles that are not due: drafts, embargoes, ends. What is not due is in no file of the site.

use super::{edit, files, numerate_in, project, stdout};
use std::fs;
use std::path::Path;

const ARTICLE: &str = "data/articles/tea-survey.yaml";

/// A project with a second article, `coffee`, under these keys.
pub fn with_second(keys: &str) -> tempfile::TempDir {
    let folder = project();
    let article = fs::read_to_string(folder.path().join(ARTICLE)).unwrap();
    fs::write(
        folder.path().join("data/articles/coffee.yaml"),
        article.replace("id: tea-survey", &format!("id: coffee\n{keys}")),
    )
    .unwrap();
    for tag in ["en", "th", "zh-Hans"] {
        let messages = fs::read_to_string(folder.path().join(format!("locales/{tag}/tea-survey.ftl"))).unwrap();
        fs::write(folder.path().join(format!("locales/{tag}/coffee.ftl")), messages.replace("tea-survey-", "coffee-"))
            .unwrap();
    }
    folder
}

/// A build at a time.
fn built(folder: &Path, clock: &str, code: i32) {
    stdout(numerate_in(folder).args(["build", "--clock", clock]), code);
}

/// The files of the site, and the cache beside it, that speak of an article.
pub fn speaking_of(folder: &Path, name: &str) -> Vec<String> {
    let has = |text: &[u8]| text.windows(name.len()).any(|part| part == name.as_bytes());
    let cache = ("output.cache".to_owned(), fs::read(folder.join("output.cache")).unwrap());
    let files = files(&folder.join("output")).into_iter().chain([cache]);
    files.filter(|(path, text)| path.contains(name) || has(text)).map(|(path, _)| path).collect()
}

#[test]
fn an_embargoed_article_is_in_no_file_until_its_time_and_from_then_on_it_is() {
    let folder = with_second("publish_at: 2026-11-22T08:00+07:00");
    built(folder.path(), "2026-11-22T00:59:59Z", 0);
    assert_eq!(speaking_of(folder.path(), "coffee"), Vec::<String>::new());
    // Its time has come, and nothing else has changed.
    built(folder.path(), "2026-11-22T00:59:59Z", 0);
    built(folder.path(), "2026-11-22T01:00:00Z", 0);
    assert!(speaking_of(folder.path(), "coffee").contains(&"th/coffee/index.html".to_owned()));
}

#[test]
fn what_is_found_about_an_article_that_is_not_due_is_told_to_the_job_alone() {
    let folder = with_second("publish_at: 2026-11-22T08:00+07:00");
    let words = folder.path().join("locales/th/words.ftl");
    fs::write(words, "coffee-again = คำที่รอ\n").unwrap();
    let report = folder.path().join("run.json");
    let clock = ["build", "--clock", "2026-11-22T00:59:59Z", "--report"];
    stdout(numerate_in(folder.path()).args(clock).arg(&report), 0);
    let report: serde_json::Value = serde_json::from_slice(&fs::read(report).unwrap()).unwrap();
    let held = serde_json::json!([{"article": "coffee", "reason": "scheduled", "at": "2026-11-22T01:00:00Z"}]);
    assert_eq!(report["held"], held);
    assert!(report["findings"].to_string().contains("coffee"), "{report}");
    assert_eq!(speaking_of(folder.path(), "coffee"), Vec::<String>::new());
}

#[test]
fn a_run_in_which_nothing_has_changed_says_what_waits() {
    let folder = with_second("draft: true");
    let report = folder.path().join("run.json");
    for changed in [true, false] {
        // A day later, too: no time was passed that makes a difference.
        let clock = if changed { "2026-11-22T00:00:00Z" } else { "2026-11-23T12:00:00Z" };
        let mut command = numerate_in(folder.path());
        command.args(["build", "--clock", clock, "--log", "json", "--report"]).arg(&report);
        let log = command.assert().code(0).get_output().stderr.clone();
        assert_ne!(String::from_utf8_lossy(&log).contains("nothing has changed"), changed);
        let report: serde_json::Value = serde_json::from_slice(&fs::read(&report).unwrap()).unwrap();
        assert_eq!(report["held"], serde_json::json!([{"article": "coffee", "reason": "draft", "at": null}]), "{report}");
    }
    assert_eq!(speaking_of(folder.path(), "coffee"), Vec::<String>::new());
}

#[test]
fn a_late_run_catches_up_and_an_article_that_expires_goes() {
    let folder = with_second("publish_at: 2026-11-22T08:00+07:00\nexpires_at: 2026-11-25T12:00Z");
    built(folder.path(), "2026-11-21T00:00:00Z", 0);
    built(folder.path(), "2026-11-25T11:59:59Z", 0);
    assert!(speaking_of(folder.path(), "coffee").contains(&"th/coffee/index.html".to_owned()));
    built(folder.path(), "2026-11-25T12:00:00Z", 0);
    assert_eq!(speaking_of(folder.path(), "coffee"), Vec::<String>::new());
}

#[test]
fn drafts_and_expired_articles_are_not_published() {
    for keys in ["draft: true", "expires_at: 2026-11-22T00:00Z"] {
        let folder = with_second(keys);
        built(folder.path(), "2026-11-22T00:00:00Z", 0);
        assert_eq!(speaking_of(folder.path(), "coffee"), Vec::<String>::new(), "{keys}");
    }
}

#[test]
fn a_mistake_in_an_article_that_is_not_due_holds_nothing_up() {
    let folder = with_second("publish_at: 2027-01-01T00:00Z");
    fs::write(folder.path().join("locales/th/coffee.ftl"), "coffee-title = { $nothing } 12\n").unwrap();
    fs::write(folder.path().join("locales/en/coffee.ftl"), "= = =\n").unwrap();
    built(folder.path(), "2026-12-31T23:59:59Z", 0);
    // Checking looks at everything, and at its time it is an error.
    stdout(numerate_in(folder.path()).args(["check", "--clock", "2026-12-31T00:00:00Z"]), 1);
    built(folder.path(), "2027-01-01T00:00:00Z", 1);
}

#[test]
fn without_a_time_nothing_that_has_one_is_guessed() {
    let folder = with_second("publish_at: 2026-11-22T08:00+07:00");
    let found = stdout(numerate_in(folder.path()).args(["build", "--format", "json"]), 1);
    assert!(found.contains("clock-missing") && !folder.path().join("output").exists(), "{found}");
    let mut dated = numerate_in(folder.path());
    stdout(dated.env("SOURCE_DATE_EPOCH", "1795000000").arg("build"), 0);
    stdout(numerate_in(folder.path()).args(["build", "--clock", "now"]), 0);
}

#[test]
fn where_nothing_is_due_any_more_nothing_stays() {
    for keys in ["publish_at: 2027-01-01T00:00Z", "draft: true", "expires_at: 2026-11-30T00:00Z"] {
        let folder = project();
        built(folder.path(), "2026-11-22T00:00:00Z", 0);
        edit(folder.path(), ARTICLE, "id: tea-survey", &format!("id: tea-survey\n{keys}"));
        built(folder.path(), "2026-12-01T00:00:00Z", 0);
        assert_eq!(speaking_of(folder.path(), "tea-survey"), Vec::<String>::new(), "{keys}");
    }
    // Where nothing has been published, nothing is.
    let folder = project();
    edit(folder.path(), ARTICLE, "id: tea-survey", "id: tea-survey\ndraft: true");
    built(folder.path(), "2026-12-01T00:00:00Z", 0);
    assert!(!folder.path().join("output").exists());
}

#[test]
fn an_end_before_the_beginning_is_said_of_an_article_that_is_never_due() {
    let folder = with_second("publish_at: 2026-12-10T00:00Z\nexpires_at: 2026-12-01T00:00Z");
    for clock in ["2026-11-22T00:00:00Z", "2026-12-05T00:00:00Z", "2026-12-22T00:00:00Z"] {
        let found = stdout(numerate_in(folder.path()).args(["build", "--clock", clock, "--format", "json"]), 1);
        assert!(found.contains("it expires before it is published") && !folder.path().join("output").exists(), "{found}");
    }
}

#[test]
fn a_time_may_be_a_part_of_a_second() {
    let folder = with_second("publish_at: 2026-11-22T08:00:00.500Z");
    for (clock, is_due) in [("08:00:00.700Z", true), ("08:00:00.200Z", false), ("08:00:00.5Z", true)] {
        built(folder.path(), &format!("2026-11-22T{clock}"), 0);
        assert_eq!(speaking_of(folder.path(), "coffee").is_empty(), !is_due, "{clock}");
    }
}

#[test]
fn what_is_coming_and_what_is_over_is_listed() {
    let folder = with_second("publish_at: 2026-11-22T08:00+07:00\nexpires_at: 2026-12-01T00:00Z");
    let list = |what: &str, clock: &str| stdout(numerate_in(folder.path()).args(["list", what, "--clock", clock]), 0);
    assert_eq!(list("scheduled", "2026-11-01T00:00:00Z"), "coffee  scheduled  2026-11-22T01:00:00Z\n");
    assert_eq!(list("scheduled", "2026-11-22T01:00:00Z"), "");
    assert_eq!(list("expired", "2026-12-01T00:00:00Z"), "coffee  expired  2026-12-01T00:00:00Z\n");
    stdout(numerate_in(folder.path()).args(["list", "scheduled"]), 2);
    stdout(numerate_in(folder.path()).args(["list", "stale", "--clock", "2026-11-22T00:00:00Z"]), 0);
}

#[test]
fn times_have_offsets_and_an_order() {
    for (keys, code) in [
        ("publish_at: 2026-11-22T08:00", "value-malformed"),
        ("publish_at: tomorrow", "value-malformed"),
        ("publish_at: 2026-11-22T08:00+07:00[Asia/Bangkok]", "value-malformed"),
        ("publish_at: 2026-11-22T08:00Z\nexpires_at: 2026-11-22T08:00Z", "value-malformed"),
        ("draft: maybe", "value-malformed"),
        // What is left blank is no decision to publish.
        ("publish_at:", "value-malformed"),
        ("expires_at: ~", "value-malformed"),
        ("draft: null", "value-malformed"),
    ] {
        let folder = with_second(keys);
        let found =
            stdout(numerate_in(folder.path()).args(["check", "--clock", "2026-11-22T00:00:00Z", "--format", "json"]), 1);
        assert!(found.contains(code) && found.contains("coffee.yaml"), "{keys}: {found}");
    }
}

#[test]
fn an_earlier_site_comes_back() {
    let folder = project();
    built(folder.path(), "2026-11-22T00:00:00Z", 0);
    let first = files(&folder.path().join("output"));
    stdout(numerate_in(folder.path()).arg("rollback"), 2);
    edit(folder.path(), "locales/th/tea-survey.ftl", "tea-survey-title = ", "tea-survey-title = ใหม่ ");
    built(folder.path(), "2026-11-22T00:00:00Z", 0);
    assert_eq!(stdout(numerate_in(folder.path()).args(["rollback", "--list"]), 0), "000001\n");
    let rollback = || {
        let said = numerate_in(folder.path()).arg("rollback").assert().code(0).get_output().stderr.clone();
        assert_eq!(files(&folder.path().join("output")), first);
        String::from_utf8(said).unwrap().contains("has taken that number")
    };
    assert!(rollback());
    // And where no site stands that could take the place of the release.
    stdout(numerate_in(folder.path()).arg("rollback"), 0);
    fs::remove_dir_all(folder.path().join("output")).unwrap();
    assert!(!rollback());
    assert_eq!(stdout(numerate_in(folder.path()).args(["rollback", "--list"]), 0), "");
    stdout(numerate_in(folder.path()).args(["rollback", "--to", "7"]), 2);
}

#[test]
fn what_an_article_shares_with_one_that_is_not_due_holds_nothing_up() {
    let folder = with_second("publish_at: 2027-01-01T00:00Z\nslug: tea");
    edit(folder.path(), ARTICLE, "id: tea-survey", "id: tea-survey\nslug: tea");
    for tag in ["en", "th", "zh-Hans"] {
        for article in ["coffee", "tea-survey"] {
            edit(
                folder.path(),
                &format!("locales/{tag}/{article}.ftl"),
                &format!("{article}-title"),
                &format!("-leaf = -\n{article}-title"),
            );
        }
    }
    built(folder.path(), "2026-12-31T23:59:59Z", 0);
    assert_eq!(speaking_of(folder.path(), "coffee"), Vec::<String>::new());
    let check = |clock: &str| stdout(numerate_in(folder.path()).args(["check", "--format", "json", "--clock", clock]), 1);
    let found = check("2026-12-31T23:59:59Z");
    let codes: Vec<_> = ["id-duplicate", "message-duplicate"].into_iter().filter(|code| found.contains(code)).collect();
    assert_eq!(codes, ["id-duplicate", "message-duplicate"]);
    built(folder.path(), "2027-01-01T00:00:00Z", 1);
}

/// What only an article that waits needs may be wrong; what another needs, too, may not.
#[test]
fn a_mistake_in_data_that_nothing_needs_yet_holds_nothing_up() {
    let folder = with_second("publish_at: 2027-01-01T00:00Z");
    let path = |name: &str| folder.path().join(name);
    let put = |name: &str, text: &str| fs::write(path(name), text).unwrap();
    let article = fs::read_to_string(path("data/articles/coffee.yaml")).unwrap();
    let waiting = "stats: [coffee-facts, coffee-base, ";
    put("data/articles/coffee.yaml", &article.replace("stats: [", waiting));
    let right = [
        ("data/sources/harvest.csv", "measure,value\nbeans,62\n"),
        (
            "data/sources/harvest.yaml",
            "id: harvest\nproducer: A mill\ntitle: Beans\ntable: {path: harvest.csv, sha256: 6e7fe3c4d0dc210e7c1a33d0dbbb31383c5ca415f6174f7c01c6c33f9c9915a8}\n",
        ),
        (
            "data/stats/coffee-base.yaml",
            "source: harvest\nstats:\n  - {id: beans, value: 62, unit: percent, status: illustration}\n",
        ),
        (
            "data/stats/coffee-facts.yaml",
            "stats:\n  - {id: rest, derive: 100 - beans, unit: percent, status: illustration}\n",
        ),
    ];
    right.iter().for_each(|(name, text)| put(name, text));
    built(folder.path(), "2026-12-31T23:59:59Z", 0);
    let site = files(&folder.path().join("output"));
    let wrong = [
        ("data/sources/harvest.csv", "measure,value\nbeans,26\n"),
        ("data/sources/harvest.yaml", "id: harvest\nproducer: A mill\n"),
        ("data/sources/harvest.yaml", "id: harvest\nproducer: [\n"),
        (
            "data/stats/coffee-base.yaml",
            "source: harvest\nstats:\n  - {id: beans, value: 63, unit: percent, cell: {row: {measure: beans}, column: value}}\n",
        ),
        ("data/stats/coffee-base.yaml", "source: nowhere\nstats:\n  - {id: beans, value: 6 2, unit: percent}\n"),
        ("data/stats/coffee-facts.yaml", "stats:\n  - {id: rest, derive: 100 - bears, unit: percent}\n"),
        ("data/stats/coffee-facts.yaml", "= = =\n"),
    ];
    for (name, text) in wrong {
        put(name, text);
        built(folder.path(), "2026-12-31T23:59:59Z", 0);
        assert!(files(&folder.path().join("output")) == site, "{name}: {text}");
        stdout(numerate_in(folder.path()).args(["check", "--clock", "2026-12-31T00:00:00Z"]), 1);
        right.iter().for_each(|(name, text)| put(name, text));
    }
    // A formula of an article that is published needs what was wrong.
    put(wrong[4].0, wrong[4].1);
    edit(
        folder.path(),
        "data/stats/tea-survey.yaml",
        "stats:\n",
        "stats:\n  - {id: half, derive: rest / 2, unit: percent}\n",
    );
    built(folder.path(), "2026-12-31T23:59:59Z", 1);
    // One that names what is not there may mean anything.
    put(right[2].0, right[2].1);
    put(wrong[6].0, wrong[6].1);
    built(folder.path(), "2026-12-31T23:59:59Z", 1);
}
