//! The charts that articles declare.

use super::common::{Project, found};

const ARTICLE: &str = "data/articles/trust.yaml";

/// The small project with a chart in its article, from line 10 on, and its messages.
fn chart(chart: &str) -> Project {
    let stats = "source: survey
stats:
  - {id: share, value: 79, unit: percent, status: unverified}
  - {id: third, value: 30, unit: percent, status: unverified}
  - {id: loss, value: -3, unit: percent, status: unverified}
  - {id: heads, value: 40, unit: count, status: unverified}
";
    let project = Project::small().file("data/stats/parts.yaml", stats).edit(ARTICLE, "[trust]", "[trust, parts]");
    let words = ["title", "description", "before", "after", "row"];
    let project = ["en", "th", "zh-Hans"].iter().fold(project, |project, tag| {
        let path = format!("locales/{tag}/trust.ftl");
        let text = std::fs::read_to_string(project.path(&path)).unwrap();
        let messages: String = words.iter().map(|word| format!("trust-chart-{word} = x\n")).collect();
        project.file(&path, format!("{text}\n{messages}"))
    });
    let article = std::fs::read_to_string(project.path(ARTICLE)).unwrap();
    assert_eq!(article.lines().count(), 8, "{article}");
    project.file(ARTICLE, format!("{article}charts:\n  - {chart}\n"))
}

/// What `check` says of a chart, but for its stats, of which nothing is verified.
fn charted(text: &str) -> Vec<String> {
    let mut found = found(&chart(text).check());
    found.retain(|finding| !finding.starts_with("stat-unverified"));
    found
}

#[test]
fn charts_of_every_kind_are_well_formed() {
    for good in [
        "{id: chart, kind: bar, rows: [{label: row, stats: [share]}, {label: row, stats: [third]}]}",
        "{id: chart, kind: column, rows: [{label: row, stats: [heads]}]}",
        "{id: chart, kind: dot, columns: [before, after], rows: [{label: row, stats: [third, share]}]}",
        "{id: chart, kind: pictogram, of: 5, rows: [{label: row, stats: [share]}]}",
    ] {
        assert_eq!(charted(good), Vec::<String>::new(), "{good}");
    }
}

#[test]
fn what_a_chart_cannot_show_is_found() {
    for (bad, expected) in [
        ("{id: chart, kind: pie, rows: [{label: row, stats: [share]}]}", "value-unknown"),
        ("{id: chart, kind: bar, of: 5, rows: [{label: row, stats: [share]}]}", "key-unknown"),
        ("{id: chart, kind: pictogram, rows: [{label: row, stats: [share]}]}", "key-missing"),
        ("{id: chart, kind: pictogram, of: 21, rows: [{label: row, stats: [share]}]}", "number-malformed"),
        ("{id: chart, kind: dot, rows: [{label: row, stats: [third, share]}]}", "value-malformed"),
        ("{id: chart, kind: dot, columns: [before, after], rows: [{label: row, stats: [share]}]}", "value-malformed"),
        ("{id: chart, kind: bar, rows: [{label: row, stats: [sahre]}]}", "stat-missing"),
        ("{id: chart, kind: bar, section: nowhere, rows: [{label: row, stats: [share]}]}", "value-unknown"),
        ("{id: chart, kind: bar, rows: [{label: row, stats: [share]}, {label: row, stats: [heads]}]}", "unit-mismatch"),
        ("{id: chart, kind: bar, rows: [{label: row, stats: [loss]}]}", "unit-mismatch"),
        ("{id: chart, kind: pictogram, of: 5, rows: [{label: row, stats: [heads]}]}", "unit-mismatch"),
        // Three in ten are not three in four, nor any other number of four.
        ("{id: chart, kind: pictogram, of: 4, rows: [{label: row, stats: [third]}]}", "claim-false"),
        ("{id: chart, kind: bar, rows: [{label: line, stats: [share]}]}", "message-missing"),
    ] {
        let found = charted(bad);
        assert!(found.len() == 1 && found[0].starts_with(&format!("{expected} {ARTICLE}:10:")), "{bad}: {found:?}");
    }
}
