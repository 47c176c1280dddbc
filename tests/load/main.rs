//! Every kind of bad input, each at its line and column, and all of them in one run.

#[path = "../common/mod.rs"]
mod common;

use common::{Project, found};

const STATS: &str = "data/stats/trust.yaml";

#[test]
fn all_mistakes_are_found_in_one_run() {
    let project = Project::small()
        .edit("numerate.toml", "base-url", "bse-url")
        .file(
            "data/sources/escape.yaml",
            "id: escape\nproducer: p\ntitle: t\npublished: 2022\ntable: {path: ../../etc/passwd, sha256: 00}\n",
        )
        .file("data/sources/empty.yaml", "")
        .file("data/sources/twice.yaml", "id: other\nproducer: p\nproducer: q\ntitle: t\npublished: 2022-13\n")
        .file(
            "data/sources/table.yaml",
            format!(
                "id: table\nproducer: p\ntitle: t\npublished: 2022\ntable: {{path: table.csv, sha256: {}}}\n",
                "0".repeat(64)
            ),
        )
        .file("data/sources/table.csv", "a,b\n1\n")
        .file(
            "data/stats/numbers.yaml",
            "source: survey
stats:
  - {id: n1, value: 1_000, unit: count}
  - {id: n2, value: 08, unit: count}
  - {id: n3, value: 1e3, unit: count}
  - {id: n4, value: NaN, unit: count}
  - {id: n5, value: 88, unit: percnt}
  - {id: n6, valu: 88, unit: percent}
  - {id: people, value: 88, unit: percent}
  - {id: n7, value: 2565, unit: year}
  - {id: n8, derive: n1 +, unit: count}
  - {id: n9, value: 1/0, unit: fraction}
  - id: n10
    value: 4.25
    unit: count
    decimals: 1
    say: [{as: fractoin, value: 1.}]
    status: finl
",
        )
        .file("data/articles/broken.yaml", "id: broken\ntemplate: [\n")
        .file("data/articles/bare.yaml", "id: bare\ntemplate: articl.md\npublished: 2026-11-22\nstats: [trsut]\n")
        .file("locales/th/bad.ftl", b"a = \xFF\n")
        .file("locales/en/more.ftl", "trust-title = Again\nbroken { $x }\nreserved = a\u{E000}b\n");
    assert_eq!(
        found(&project.check()),
        [
            "locale-missing data/articles/bare.yaml:1:5",
            "locale-missing data/articles/bare.yaml:1:5",
            "locale-missing data/articles/bare.yaml:1:5",
            "file-missing data/articles/bare.yaml:2:11",
            "stat-missing data/articles/bare.yaml:4:9",
            "yaml-syntax data/articles/broken.yaml:3:1",
            "file-empty data/sources/empty.yaml:1:1",
            "path-escape data/sources/escape.yaml:5:15",
            "value-malformed data/sources/escape.yaml:5:41",
            "table-malformed data/sources/table.csv:2:1",
            "table-hash-mismatch data/sources/table.yaml:5:34",
            "value-malformed data/sources/twice.yaml:1:5",
            "key-duplicate data/sources/twice.yaml:3:1",
            "value-malformed data/sources/twice.yaml:5:12",
            "number-malformed data/stats/numbers.yaml:3:21",
            "number-malformed data/stats/numbers.yaml:4:21",
            "number-malformed data/stats/numbers.yaml:5:21",
            "number-malformed data/stats/numbers.yaml:6:21",
            "value-unknown data/stats/numbers.yaml:7:31",
            "key-missing data/stats/numbers.yaml:8:10",
            "key-unknown data/stats/numbers.yaml:8:14",
            "value-malformed data/stats/numbers.yaml:10:21",
            "value-malformed data/stats/numbers.yaml:11:26",
            "number-malformed data/stats/numbers.yaml:12:21",
            "value-malformed data/stats/numbers.yaml:14:12",
            "value-unknown data/stats/numbers.yaml:17:16",
            "number-malformed data/stats/numbers.yaml:17:33",
            "value-unknown data/stats/numbers.yaml:18:13",
            "id-duplicate data/stats/trust.yaml:16:9",
            "fluent-syntax locales/en/more.ftl:2:8",
            "character-reserved locales/en/more.ftl:3:13",
            "message-duplicate locales/en/trust.ftl:1:1",
            "not-utf8 locales/th/bad.ftl:1:5",
            "key-missing numerate.toml:2:1",
            "key-unknown numerate.toml:2:1",
        ]
    );
}

#[test]
fn settings_that_cannot_be_used_stop_the_rest() {
    let (project, findings) = Project::new().load();
    assert!(project.is_none());
    assert_eq!(found(&findings), ["file-missing numerate.toml:1:1"]);
    let (project, findings) = Project::small().file("numerate.toml", "[locales]\nbase = \"xx\"\nall = [\"yy\"]\n").load();
    assert!(project.is_none());
    assert_eq!(findings.len(), 3);
}

#[test]
fn settings_are_checked() {
    let check = |from: &str, to: &str| found(&Project::small().edit("numerate.toml", from, to).check());
    assert_eq!(
        check("\"zh-Hans\"", "\"zh-hans\""),
        ["key-unknown data/articles/trust.yaml:8:47", "value-unknown numerate.toml:6:20",]
    );
    assert_eq!(check("[site]", "[output]\nfolder = \"../out\"\n[site]"), ["path-escape numerate.toml:2:10"]);
    assert_eq!(check("[site]", "[output]\nfolder = \"data/out\"\n[site]"), ["value-malformed numerate.toml:2:10"]);
    assert_eq!(
        check("[site]", "[findings]\nstat-unverifid = \"allow\"\nstat-retired = \"wrning\"\n[site]"),
        ["key-unknown numerate.toml:2:1", "value-unknown numerate.toml:3:16",]
    );
    assert_eq!(check("base = \"en\"", "base = \"en\"\nbase = \"th\""), ["key-duplicate numerate.toml:6:1"]);
    assert_eq!(check("https://numerate.example", "numerate.example"), ["value-malformed numerate.toml:2:12"]);
}

#[cfg(unix)]
#[test]
fn only_regular_files_of_the_project_are_read() {
    use std::os::unix::fs::symlink;
    let project = Project::small().without("data/sources/survey.csv");
    symlink("/etc/passwd", project.path("data/sources/survey.csv")).unwrap();
    assert_eq!(found(&project.check()), ["path-escape data/sources/survey.yaml:5:15"]);
    let project = Project::small().without("data/sources/survey.csv");
    std::fs::create_dir(project.path("data/sources/survey.csv")).unwrap();
    assert_eq!(found(&project.check()), ["file-unreadable data/sources/survey.yaml:5:15"]);
    let project = Project::small().without("data/sources/survey.csv");
    assert_eq!(found(&project.check()), ["file-missing data/sources/survey.yaml:5:15"]);
}

#[test]
fn what_cannot_be_read_is_not_reported_again() {
    assert_eq!(found(&Project::small().file(STATS, "stats: [\n").check()).len(), 1);
    assert_eq!(
        found(&Project::small().edit(STATS, "value: 88", "value: 8_8").check()),
        ["number-malformed data/stats/trust.yaml:4:12"]
    );
    assert_eq!(found(&Project::small().file("data/sources/survey.yaml", "id: survey\n").check()).len(), 2);
    assert_eq!(found(&Project::small().file("locales/th/trust.ftl", "").check()), ["file-empty locales/th/trust.ftl:1:1"]);
}

#[test]
fn a_source_needs_its_day_only_to_grow_old() {
    let path = "data/sources/survey.yaml";
    assert_eq!(found(&Project::small().edit(path, "published: 2022-05\n", "").check()), [""; 0]);
    let aging = Project::small().edit(path, "published: 2022-05\n", "freshness: {warn: 24 months}\n");
    assert_eq!(found(&aging.check()), ["key-missing data/sources/survey.yaml:4:12"]);
}

#[test]
fn a_byte_order_mark_is_tolerated() {
    let project = Project::small();
    let text = std::fs::read_to_string(project.path(STATS)).unwrap();
    assert_eq!(found(&project.file(STATS, format!("\u{FEFF}{text}")).check()), Vec::<String>::new());
}

#[test]
fn too_large_a_file_is_not_read() {
    let project = Project::small();
    let file = std::fs::File::create(project.path("data/sources/survey.csv")).unwrap();
    file.set_len((64 << 20) + 1).unwrap();
    assert_eq!(found(&project.check()), ["file-too-large data/sources/survey.yaml:5:15"]);
}

#[test]
fn a_hundred_thousand_stats_are_read() {
    let mut text = "source: survey\nstats:\n".to_owned();
    for id in 0..100_000 {
        text += &format!(
            "  - id: s{id}\n    value: {id}\n    unit: count\n    measures: {{population: ลูกค้า, property: 客户}}\n"
        );
    }
    let (project, findings) = Project::small().file("data/stats/many.yaml", text).load();
    assert_eq!(found(&findings), Vec::<String>::new());
    assert_eq!(project.unwrap().stats.len(), 100_004);
}

#[test]
fn nesting_without_bound_is_a_finding() {
    let deep = |path: &str, text: String| found(&Project::small().file(path, text).load().1);
    let opened = "trust-title = ".to_owned();
    assert_eq!(
        deep("locales/en/trust.ftl", opened.clone() + &"{ ".repeat(100_000)),
        ["fluent-syntax locales/en/trust.ftl:1:115"]
    );
    assert_eq!(
        deep("locales/en/trust.ftl", opened + "{" + &"F(".repeat(100_000)),
        ["fluent-syntax locales/en/trust.ftl:1:115"]
    );
    assert_eq!(deep(STATS, "[".repeat(100_000)), ["yaml-syntax data/stats/trust.yaml:1:256"]);
    assert!(!deep("numerate.toml", "a = ".to_owned() + &"[".repeat(100_000)).is_empty());
}

/// Cuts, doubles and spoils pieces of every file, the same way each time.
#[test]
fn broken_files_never_make_it_panic() {
    const SPOILS: [&[u8]; 16] = [
        b"{",
        b"}",
        b"[",
        b"]",
        b"\"",
        b": ",
        b"\n- ",
        b"&a ",
        b"*a",
        b"\xFF",
        b"\0",
        b"\t",
        "ร้".as_bytes(),
        b"$",
        b"{ -x }",
        b"\r\n",
    ];
    const FILES: [&str; 7] = [
        "numerate.toml",
        "data/sources/survey.yaml",
        "data/sources/survey.csv",
        STATS,
        "data/articles/trust.yaml",
        "locales/en/trust.ftl",
        "locales/th/trust.ftl",
    ];
    let mut state = 88_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below.max(1)
    };
    let whole = Project::small();
    for _ in 0..400 {
        let path = FILES[random(FILES.len())];
        let original = std::fs::read(whole.path(path)).unwrap();
        let mut bytes = original.clone();
        for _ in 0..=random(4) {
            let at = random(bytes.len());
            let until = at + random(bytes.len() - at).min(12);
            match random(3) {
                0 => drop(bytes.drain(at..until)),
                1 => _ = bytes.splice(at..at, SPOILS[random(SPOILS.len())].iter().copied()),
                _ => _ = bytes.splice(at..at, bytes[at..until].to_vec()),
            }
        }
        std::fs::write(whole.path(path), bytes).unwrap();
        for finding in whole.check().iter() {
            numerate::diagnostic::human(finding, numerate::diagnostic::Colour::No);
        }
        std::fs::write(whole.path(path), original).unwrap();
    }
}
