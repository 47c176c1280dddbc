//! Stats beside their sources, and beside one another.

use super::STATS;
use super::common::{Project, found};
use jiff::civil::date;
use numerate::diagnostic::Severity;
use sha2::{Digest, Sha256};

/// The small project with another table, pinned as it is.
fn with_table(name: &str, bytes: &[u8], more: &str) -> Project {
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let source = format!(
        "id: survey\nproducer: Survey House\ntitle: What customers say\npublished: 2022-05\ntable: {{path: {name}, sha256: {hash}{more}}}\n"
    );
    Project::small().file(&format!("data/sources/{name}"), bytes).file("data/sources/survey.yaml", source)
}

const JSON: &str = r#"[
  {"claim": "trust", "year": "2022", "value": 87.6, "unit": "percent"},
  {"claim": "trust", "year": 2020, "value": 80},
  {"claim": "people", "year": 2022, "value": 6723.0}
]"#;

#[test]
fn a_table_may_be_json() {
    assert_eq!(found(&with_table("survey.json", JSON.as_bytes(), "").check()), Vec::<String>::new());
    let wrong = with_table("survey.json", JSON.replace("80}", "79}").as_bytes(), "").check();
    assert_eq!(found(&wrong), ["evidence-mismatch data/stats/trust.yaml:10:12"]);
    assert_eq!(format!("{:?}", wrong[0].related[0].0), "data/sources/survey.json:3:45");
    let broken = with_table("survey.json", b"[{\"claim\": trust}]", "").check();
    assert_eq!(found(&broken), ["table-malformed data/sources/survey.json:1:15"]);
}

#[test]
fn a_table_may_be_a_sheet_of_a_workbook() {
    let bytes = include_bytes!("../load/survey.xlsx");
    let project = || with_table("survey.xlsx", bytes, ", sheet: Answers");
    // 0.876 shown as 87.6%, and 79.599999999999994.
    assert_eq!(found(&project().check()), Vec::<String>::new());
    let wrong = project().edit(STATS, "value: 80", "value: 79").check();
    assert_eq!(found(&wrong), ["evidence-mismatch data/stats/trust.yaml:10:12"]);
    let (place, label) = &wrong[0].related[0];
    assert_eq!((place.path(), place.line_column().0, place.text()), ("data/sources/survey.xlsx", 5, "79.6"));
    assert_eq!(label, "the table says this, in D5");
    let date = "\n  - id: asked\n    value: 2022-04-11\n    unit: date\n    cell: {row: {claim: asked}, column: value}\n";
    let stats = std::fs::read_to_string(project().path(STATS)).unwrap();
    assert_eq!(found(&project().file(STATS, stats + date).check()), Vec::<String>::new());
    assert_eq!(
        found(&with_table("survey.xlsx", bytes, ", sheet: Answer").check()),
        ["table-malformed data/sources/survey.yaml:5:109"]
    );
    assert_eq!(
        found(&with_table("survey.xlsx", b"PK\x03\x04", "").check()),
        ["table-malformed data/sources/survey.yaml:5:15"]
    );
    assert_eq!(
        found(&with_table("survey.json", JSON.as_bytes(), ", sheet: Answers").check()),
        ["value-malformed data/sources/survey.yaml:5:109"]
    );
}

#[test]
fn what_is_worded_must_be_true_of_the_value_that_the_table_knows() {
    let project = |value: &str| with_table("survey.json", JSON.replace("87.6", value).as_bytes(), "");
    assert_eq!(found(&project("87.6").check()), Vec::<String>::new(), "nearly nine in ten");
    assert_eq!(found(&project("87.4").check()), ["evidence-mismatch data/stats/trust.yaml:4:12"]);
    let rounded = project("86.6").edit(STATS, "value: 88", "value: 87");
    assert_eq!(found(&rounded.check()), ["hedge-false data/stats/trust.yaml:8:33"]);
}

#[test]
fn a_quote_is_read_in_its_language() {
    let quoted = |quote: &str| {
        let cell = "cell: {row: {claim: trust, year: 2022}, column: value}";
        found(&Project::small().edit(STATS, cell, &format!("quote: \"{quote}\"")).check())
    };
    for quote in ["88% trust us", "some 87.6 per cent", "ลูกค้าร้อยละ ๘๘ ไว้วางใจ", "近九成客户信任我们"]
    {
        assert_eq!(quoted(quote), Vec::<String>::new(), "{quote}");
    }
    for quote in ["87% trust us", "88 trust us", "ลูกค้าร้อยละ ๘๗ ไว้วางใจ", "八成客户信任我们"]
    {
        assert_eq!(quoted(quote), ["evidence-mismatch data/stats/trust.yaml:4:12"], "{quote}");
    }
}

#[test]
fn a_final_stat_in_use_shows_its_evidence() {
    let bare = || Project::small().edit(STATS, "    cell: {row: {claim: trust, year: 2020}, column: value}\n", "");
    // The earlier value is not said itself in this text, but the change is derived from it.
    assert_eq!(found(&bare().check()), ["evidence-missing data/stats/trust.yaml:9:9"]);
    let estimate = bare().edit(STATS, "value: 80\n", "value: 80\n    status: estimate\n");
    assert_eq!(found(&estimate.check()), Vec::<String>::new());
    let unused = "source: survey\nstats:\n  - {id: spare, value: 5, unit: count}\n";
    assert_eq!(found(&Project::small().file("data/stats/spare.yaml", unused).check()), Vec::<String>::new());
}

#[test]
fn what_rests_on_a_retired_or_unverified_stat_is_found() {
    let with = |status: &str| {
        let stats = "stats:\n  - {id: half-change, derive: trust-change / 2, unit: percentage-point}\n";
        Project::small()
            .edit(STATS, "value: 80\n", &format!("value: 80\n    status: {status}\n"))
            .file("data/stats/half.yaml", stats)
            .edit("data/articles/trust.yaml", "[trust]", "[trust, half]")
            .edit("locales/en/trust.ftl", "{ $trust-change } from { $trust-before }", "{ $half-change }")
            .edit("locales/th/trust.ftl", "{ $trust-change } จาก { $trust-before }", "{ $half-change }")
            .edit("locales/zh-Hans/trust.ftl", "比{ $trust-before }提高{ $trust-change }", "提高{ $half-change }")
    };
    assert_eq!(found(&with("final").check()), Vec::<String>::new());
    assert_eq!(found(&with("retired").check()), ["stat-retired data/stats/trust.yaml:15:21"]);
    assert_eq!(found(&with("unverified").check()), ["stat-unverified data/stats/trust.yaml:14:9"]);
}

#[test]
fn a_source_grows_old_only_by_a_clock() {
    let project = Project::small().edit(
        "data/sources/survey.yaml",
        "published: 2022-05\n",
        "published: 2022-05\nfreshness: {warn: 24 months, error: 5 years}\n",
    );
    let on = |today| project.resolve_on(today).1;
    assert_eq!(found(&on(None)), Vec::<String>::new());
    // May 2022 may mean its last day.
    assert_eq!(found(&on(Some(date(2024, 5, 31)))), Vec::<String>::new());
    let (warned, late) = (on(Some(date(2024, 6, 1))), on(Some(date(2027, 6, 1))));
    assert_eq!(found(&warned), ["source-stale data/sources/survey.yaml:5:19"]);
    assert_eq!(found(&late), ["source-stale data/sources/survey.yaml:5:37"]);
    assert_eq!([warned[0].severity, late[0].severity], [Severity::Warning, Severity::Error]);
}

/// The small project with another topic, whose stats are read from a line each.
fn beside(stats: &[&str]) -> Vec<String> {
    let own = "measures: {population: Customers, property: trust  us}, period: 2022";
    let text: String = stats.iter().map(|stat| format!("  - {{{stat}}}\n")).collect();
    let project = Project::small()
        .edit(
            STATS,
            "    unit: percent\n    decimals: 0\n",
            &format!("    unit: percent\n    {}\n    decimals: 0\n", own.replace(", period", "\n    period")),
        )
        .file("data/stats/more.yaml", format!("source: survey\nstats:\n{text}"));
    found(&project.check())
}

#[test]
fn stats_that_claim_the_same_say_the_same() {
    let same = "measures: {population: customers, property: trust us}, period: 2022";
    let stat = |value: &str, rest: &str| format!("id: x, value: {value}, unit: percent, {rest}");
    assert_eq!(beside(&[&stat("71", same)]), ["stats-contradict data/stats/more.yaml:3:20"]);
    assert_eq!(beside(&[&stat("88", same)]), Vec::<String>::new());
    assert_eq!(beside(&[&stat("87.6", same)]), Vec::<String>::new(), "it rounds to 88");
    assert_eq!(beside(&[&stat("87.4", same)]), ["stats-contradict data/stats/more.yaml:3:20"]);
    assert_eq!(beside(&[&stat("71", &same.replace("2022", "2021"))]), Vec::<String>::new());
    assert_eq!(beside(&[&stat("71", &same.replace("customers", "consumers"))]), Vec::<String>::new());
    assert_eq!(beside(&[&stat("71", &format!("{same}, status: retired"))]), Vec::<String>::new());
    let fraction = |value: &str| format!("id: x, value: {value}, unit: fraction, hedge: nearly, {same}");
    assert_eq!(beside(&[&fraction("9/10")]), Vec::<String>::new());
    assert_eq!(beside(&[&fraction("3/4")]), ["stats-contradict data/stats/more.yaml:3:20"]);
    assert_eq!(beside(&[&format!("id: x, value: 71, unit: count, {same}")]), Vec::<String>::new());
}

#[test]
fn formulas_set_beside_one_another_what_fits() {
    let a = "id: a, value: 60, unit: percent, measures: {population: women}, period: 2022";
    let b = "id: b, value: 50, unit: percent, measures: {population: men}, period: 2022";
    let c = "id: c, value: 40, unit: percent, measures: {population: women}, period: 2020";
    let derived = |formula: &str, unit: &str| format!("id: d, derive: \"{formula}\", unit: {unit}, decimals: 0");
    let of = |formula: &str, unit: &str| beside(&[a, b, c, &derived(formula, unit)]);
    let differ = ["measures-differ data/stats/more.yaml:6:21"];
    assert_eq!(of("a - b", "percentage-point"), differ);
    assert_eq!(of("a / b", "multiple"), differ);
    assert_eq!(of("growth(a, b)", "percent"), differ);
    assert_eq!(of("(a - c) - (b - b)", "percentage-point"), differ);
    assert_eq!(of("(a - c) / 2 - (b - b)", "percentage-point"), Vec::<String>::new(), "a number has no population");
    assert_eq!(of("a - c", "percentage-point"), Vec::<String>::new());
    assert_eq!(of("a + c", "percent"), differ);
    assert_eq!(of("sum(a, b, c)", "percent"), differ);
    assert_eq!(of("share(a, c)", "percent"), differ);
    assert_eq!(of("a + b", "percent"), Vec::<String>::new());
    let meant = "id: d, derive: a - b, unit: percentage-point, measures: {population: women beside men}";
    assert_eq!(beside(&[a, b, meant]), Vec::<String>::new());
}
