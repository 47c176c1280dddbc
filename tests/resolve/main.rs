//! Each mistake of data and messages, one edit of the small project at a time: its code, line and column, and the locale that
//! it withholds.

mod claims;
#[path = "../common/mod.rs"]
mod common;
mod sources;
mod words;

use common::{Project, found};
use numerate::model::Amount;

const STATS: &str = "data/stats/trust.yaml";
const TABLE: &str = "data/sources/survey.csv";
const TH: &str = "locales/th/trust.ftl";
const ZH: &str = "locales/zh-Hans/trust.ftl";

/// What one edit makes `check` say.
fn edited(path: &str, from: &str, to: &str) -> Vec<String> {
    found(&Project::small().edit(path, from, to).check())
}

#[test]
fn the_small_project_has_no_mistake_and_its_stats_are_bound() {
    let (editions, findings) = Project::small().resolve();
    assert_eq!(found(&findings), Vec::<String>::new());
    let tags: Vec<_> = editions.iter().map(|edition| edition.locale.as_str()).collect();
    assert_eq!(tags, ["en", "th", "zh-Hans"]);
    let change = &editions[0].stats["trust-change"];
    assert_eq!(change.quantity.amount, Amount::Value(8.into()));
    assert_eq!(change.inputs.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["trust", "trust-before"]);
    assert_eq!(change.sources.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["survey"]);
}

#[test]
fn a_stat_is_held_against_its_source() {
    assert_eq!(edited(STATS, "value: 88", "value: 89"), ["evidence-mismatch data/stats/trust.yaml:4:12"]);
    assert_eq!(
        edited(TABLE, "2022,88", "2022,89"),
        ["table-hash-mismatch data/sources/survey.yaml:5:35", "evidence-mismatch data/stats/trust.yaml:4:12",]
    );
    assert_eq!(edited(TABLE, "6723,count\n", "6723,count\n\n"), ["table-hash-mismatch data/sources/survey.yaml:5:35"]);
    assert_eq!(
        edited(STATS, "unit: percent\n    decimals", "unit: percentage-point\n    decimals"),
        ["unit-mismatch data/stats/trust.yaml:5:11"]
    );
    assert_eq!(
        edited(STATS, "claim: trust, year: 2022", "claim: trsut, year: 2022"),
        ["cell-missing data/stats/trust.yaml:7:25"]
    );
    assert_eq!(edited(STATS, "{claim: trust, year: 2022}", "{claim: trust}"), ["cell-missing data/stats/trust.yaml:7:11"]);
    assert_eq!(edited(STATS, "column: value", "column: valeu"), ["cell-missing data/stats/trust.yaml:7:53"]);
    assert_eq!(edited(STATS, "source: survey", "source: servey"), ["source-missing data/stats/trust.yaml:1:9",]);
}

#[test]
fn derived_stats_are_exact_and_have_the_right_unit() {
    assert_eq!(edited(STATS, "unit: percentage-point", "unit: percent"), ["unit-mismatch data/stats/trust.yaml:15:11"]);
    assert_eq!(edited(STATS, "trust - trust-before", "trust - trust-befor"), ["stat-missing data/stats/trust.yaml:14:21"]);
    assert_eq!(edited(STATS, "trust - trust-before", "trust - people"), ["derivation-failed data/stats/trust.yaml:14:13"]);
    assert_eq!(
        edited(STATS, "trust - trust-before", "trust / (trust - 88)"),
        ["derivation-failed data/stats/trust.yaml:14:13"]
    );
    assert_eq!(
        edited(STATS, "trust - trust-before", "trust - trust-change"),
        ["derivation-cyclic data/stats/trust.yaml:14:21"]
    );
    let project = Project::small().edit(
        STATS,
        "derive: trust - trust-before\n    unit: percentage-point",
        "derive: trust / trust-before\n    unit: multiple\n    decimals: 2",
    );
    assert_eq!(project.resolve().0[0].stats["trust-change"].quantity.amount.value().unwrap().to_string(), "1.10");
}

#[test]
fn a_circle_is_shown_whole_and_once() {
    let circle = "stats:
  - {id: a, derive: b + 1, unit: count}
  - {id: b, derive: c + 1, unit: count}
  - {id: c, derive: a + 1, unit: count}
  - {id: d, derive: a + b, unit: count}
";
    let findings = Project::small().file("data/stats/circle.yaml", circle).check();
    assert_eq!(found(&findings), ["derivation-cyclic data/stats/circle.yaml:4:21"]);
    assert_eq!(findings[0].message, "derived in a circle: a → b → c → a");
    assert_eq!(findings[0].related.len(), 3);
}

#[test]
fn a_long_chain_of_derived_stats_does_no_harm() {
    let mut chain = "stats:\n  - {id: s0, value: 0, unit: count, source: survey}\n".to_owned();
    for next in 1..20_000 {
        chain += &format!("  - {{id: s{next}, derive: s{} + 1, unit: count}}\n", next - 1);
    }
    assert_eq!(found(&Project::small().file("data/stats/chain.yaml", chain).check()), Vec::<String>::new());
}

#[test]
fn other_wordings_must_be_true() {
    assert_eq!(edited(STATS, "value: 9/10", "value: 4/5"), ["hedge-false data/stats/trust.yaml:8:33"]);
    let stat = "stats:\n  - id: x\n    source: survey\n    value: 0.71\n    unit: fraction\n    say: [{as: fraction, value: 9/10, hedge: nearly}]\n";
    assert_eq!(found(&Project::small().file("data/stats/x.yaml", stat).check()), ["hedge-false data/stats/x.yaml:6:33"]);
}

#[test]
fn messages_are_held_against_the_stats() {
    assert_eq!(
        edited(TH, "{ $people } คน", "6,723 คน"),
        ["locales-disagree locales/th/trust.ftl:6:1", "digit-in-narrative locales/th/trust.ftl:6:29",]
    );
    assert_eq!(edited(TH, "{ $people } คน", "{ $people } คน ๘๘ ราย"), ["digit-in-narrative locales/th/trust.ftl:6:44"]);
    assert_eq!(
        edited(TH, "{ $people } คน", "{ $people } คน { \"88\" }{ 7 }"),
        ["digit-in-narrative locales/th/trust.ftl:6:47", "digit-in-narrative locales/th/trust.ftl:6:54",]
    );
    assert_eq!(edited(ZH, "比{ $trust-before }提高", "提高"), ["locales-disagree locales/zh-Hans/trust.ftl:3:1"]);
    assert_eq!(edited(TH, "$people", "$peple"), ["variable-unknown locales/th/trust.ftl:6:31"]);
    assert_eq!(edited(TH, "as: \"fraction\"", "as: \"fracton\""), ["construct-unknown locales/th/trust.ftl:4:34"]);
    assert_eq!(edited(TH, "FIGURE($trust", "FIGUER($trust"), ["message-broken locales/th/trust.ftl:4:14"]);
    let findings = Project::small().edit(TH, "$people", "$peple").check();
    assert_eq!((findings[0].locale.as_deref(), findings[0].help.as_deref()), (Some("th"), Some("did you mean `people`?")));
}

#[test]
fn what_a_locale_lacks_is_said_where_it_would_stand() {
    let heading = "trust-why-heading = เพราะเหตุใด\n";
    assert_eq!(edited(TH, heading, ""), ["message-missing locales/th/trust.ftl:2:1"]);
    assert_eq!(edited(TH, "trust-closing = จากคำตอบของ { $people } คน\n", ""), ["message-missing locales/th/trust.ftl:6:1"]);
    let findings = Project::small().without(TH).check();
    assert_eq!(found(&findings), ["locale-missing data/articles/trust.yaml:1:5"]);
    assert_eq!(findings[0].locale.as_deref(), Some("th"));
    assert_eq!(found(&Project::small().without("locales/th").check()), ["locale-missing numerate.toml:6:14"]);
    assert_eq!(
        edited("data/articles/trust.yaml", "sections: [why]", "sections: [how]"),
        ["message-missing data/articles/trust.yaml:5:12", "message-missing data/articles/trust.yaml:5:12",]
    );
}

#[test]
fn references_between_messages_are_followed() {
    let project = || {
        Project::small().edit(
            TH,
            "trust-closing = จากคำตอบของ { $people } คน",
            "trust-closing = { trust-people }\ntrust-people = จากคำตอบของ { $people } คน",
        )
    };
    assert_eq!(found(&project().check()), Vec::<String>::new());
    assert_eq!(
        found(&project().edit(TH, "{ trust-people }", "{ trust-peple }").check()),
        ["locales-disagree locales/th/trust.ftl:6:1", "message-missing locales/th/trust.ftl:6:19",]
    );
    assert_eq!(
        found(&project().edit(TH, "{ $people } คน", "{ trust-closing }").check()),
        ["message-broken locales/th/trust.ftl:6:1", "message-broken locales/th/trust.ftl:7:1",]
    );
}

#[test]
fn variants_and_counts() {
    let choice =
        "trust-closing = { COUNT($people) ->\n    [one] จาก { $people } คน\n   *[other] จากทั้งหมด { $people } คน\n }";
    assert_eq!(edited(TH, "trust-closing = จากคำตอบของ { $people } คน", choice), Vec::<String>::new());
    let wrong = choice.replace("COUNT($people)", "$people");
    assert_eq!(
        edited(TH, "trust-closing = จากคำตอบของ { $people } คน", &wrong),
        ["message-broken locales/th/trust.ftl:6:20"]
    );
}

#[test]
fn stats_that_should_not_be_used() {
    assert_eq!(
        edited(STATS, "unit: percent\n    decimals", "unit: percent\n    status: unverified\n    decimals"),
        ["stat-unverified data/stats/trust.yaml:6:13", "stat-unverified data/stats/trust.yaml:14:9",]
    );
    let retired = found(&Project::small().edit(STATS, "unit: count", "unit: count\n    status: retired").check());
    assert_eq!(
        retired,
        [
            "stat-retired locales/en/trust.ftl:6:26",
            "stat-retired locales/th/trust.ftl:6:31",
            "stat-retired locales/zh-Hans/trust.ftl:6:21",
        ]
    );
}
