//! What articles declare of stats beside one another.

use super::common::{Project, found};

/// What `check` says of claims, one a line from line 9 on.
fn claimed(claims: &str) -> Vec<String> {
    let stats = "source: survey
stats:
  - {id: a, value: 50, unit: percent}
  - {id: b, value: 30, unit: percent}
  - {id: c, value: 19, unit: percent}
  - {id: d, value: 30, unit: percent}
";
    let project = Project::small().file("data/stats/parts.yaml", stats);
    let project = project.edit("data/articles/trust.yaml", "[trust]", "[trust, parts]");
    let article = std::fs::read_to_string(project.path("data/articles/trust.yaml")).unwrap();
    found(&project.file("data/articles/trust.yaml", format!("{article}claims:\n{claims}")).check())
}

#[test]
fn superlatives_and_ranks_are_held_against_the_values() {
    for good in [
        "- {highest: a, among: [a, b, c]}",
        "- {lowest: c, among: [a, b]}",
        "- {rank: 2, of: b, among: [a, b, c]}",
        "- {rank: 1, of: a, among: [b, c]}",
    ] {
        assert_eq!(claimed(good), Vec::<String>::new(), "{good}");
    }
    for bad in [
        "- {highest: b, among: [a, b, c]}",
        "- {lowest: b, among: [a, b, c]}",
        "- {rank: 2, of: a, among: [a, b, c]}",
        "- {highest: b, among: [c, d]}",
        "- {rank: 2, of: b, among: [a, c, d]}",
    ] {
        assert_eq!(claimed(bad), ["claim-false data/articles/trust.yaml:10:3"], "{bad}");
    }
}

#[test]
fn parts_make_their_whole() {
    assert_eq!(claimed("- {sum: [a, b, c], is: 100, within: 1}"), Vec::<String>::new());
    assert_eq!(claimed("- {sum: [a, b, d], is: 110}"), Vec::<String>::new());
    assert_eq!(claimed("- {sum: [a, b, c], is: 100}"), ["sum-off data/articles/trust.yaml:10:3"]);
    assert_eq!(claimed("- {sum: [a, b], is: 100, within: 1}"), ["sum-off data/articles/trust.yaml:10:3"]);
    assert_eq!(claimed("- {sum: [], is: 100}"), ["sum-off data/articles/trust.yaml:10:3"]);
}

#[test]
fn claims_name_stats_of_the_article_in_one_unit() {
    assert_eq!(claimed("- {highest: a, among: [b, cc]}"), ["stat-missing data/articles/trust.yaml:10:27"]);
    assert_eq!(claimed("- {highest: a, among: [b, people]}"), ["unit-mismatch data/articles/trust.yaml:10:27"]);
    assert_eq!(claimed("- {highest: a}"), ["key-missing data/articles/trust.yaml:10:4"]);
    assert_eq!(claimed("- {highest: a, lowest: b, among: [c]}"), ["value-malformed data/articles/trust.yaml:10:3"]);
    assert_eq!(claimed("- {rank: 0, of: a, among: [b]}"), ["number-malformed data/articles/trust.yaml:10:10"]);
    assert_eq!(claimed("- {among: [b]}"), ["value-malformed data/articles/trust.yaml:10:3"]);
}
