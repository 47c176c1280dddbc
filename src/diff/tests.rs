//! Each reason by itself, over small ledgers.

use super::*;
use serde_json::{Value, json};

/// A figure `name text message`, with an element of its own: a stat, or a literal if its name has a slash.
fn figure(line: &str, element: usize) -> Value {
    let parts: Vec<&str> = line.splitn(3, ' ').collect();
    let is_literal = parts[0].contains('/');
    let (stat, literal) = if is_literal { (None, Some(parts[0])) } else { (Some(parts[0]), None) };
    json!({
        "text": parts[2], "value": "88", "low": null, "high": null, "kind": "percent", "unit": "percent", "hedge": null,
        "stat": stat, "literal": literal, "sources": ["survey"], "cell": null, "quote": null, "message": parts[1],
        "element": format!("f{element}"), "construct": "percent", "evidence": [], "verified": "read-back",
    })
}

fn ledger(lines: &[&str], change: impl Fn(&mut Value)) -> Ledger {
    let figures: Vec<_> = lines.iter().enumerate().map(|(index, line)| figure(line, index + 1)).collect();
    let stat =
        |value: &str, inputs: &[&str]| json!({"value": value, "kind": "percent", "sources": ["survey"], "inputs": inputs});
    let mut ledger = json!({
        "version": 1,
        "sources": {"survey": {"published": "2022"}},
        "stats": {"a": stat("88", &[]), "b": stat("70", &[]), "rise": stat("18", &["a", "b"])},
        "documents": [{"article": "trust", "locale": "th", "format": "html", "path": "th/trust/index.html", "figures": figures}],
    });
    change(&mut ledger);
    Ledger::read(ledger.to_string().as_bytes()).unwrap()
}

/// What moved, as `name reasons old → new`.
fn moved(old: &Ledger, new: &Ledger) -> Vec<String> {
    let text = |figure: Option<&Figure>| figure.map_or("-".to_owned(), |figure| figure.text.clone());
    let show = |one: &Move<'_>| {
        let why: Vec<_> =
            one.why.iter().map(|why| serde_json::to_value(why).unwrap().as_str().unwrap().to_owned()).collect();
        format!("{} {}: {} → {}", one.name, why.join("+"), text(one.old), text(one.new))
    };
    moves(old, new, show)
}

/// What is told of each figure that moved.
fn moves<T>(old: &Ledger, new: &Ledger, show: impl Fn(&Move<'_>) -> T) -> Vec<T> {
    let mut told = Vec::new();
    diff(old, new, |one| told.push(show(one))).unwrap();
    told
}

const SAME: fn(&mut Value) = |_| {};

#[test]
fn nothing_moved_between_equal_builds() {
    let lines = ["a lead ร้อยละ 88", "b lead ร้อยละ 70", "a body ร้อยละ 88", "a body เกือบเก้าในสิบ"];
    assert_eq!(moved(&ledger(&lines, SAME), &ledger(&lines, SAME)), Vec::<String>::new());
}

#[test]
fn a_stat_that_changed_moves_its_figures_and_those_computed_from_it() {
    let old = ledger(&["a lead ร้อยละ 88", "a lead เกือบเก้าในสิบ", "rise lead 18 จุด"], SAME);
    let change = |ledger: &mut Value| {
        ledger["stats"]["a"]["value"] = json!("89");
        ledger["stats"]["rise"]["value"] = json!("19");
    };
    let new = ledger(&["a lead ร้อยละ 89", "a lead เกือบเก้าในสิบ", "rise lead 19 จุด"], change);
    let expected = ["a stat: ร้อยละ 88 → ร้อยละ 89", "a stat: เกือบเก้าในสิบ → เกือบเก้าในสิบ", "rise stat: 18 จุด → 19 จุด"];
    assert_eq!(moved(&old, &new), expected);
    let because = moves(&old, &new, |one| one.because.join(" "));
    assert_eq!(because, ["", "", "a"]);
}

#[test]
fn pages_that_are_the_same_rest_on_stats_and_sources_that_may_not_be() {
    let old = ledger(&["a lead เกือบเก้าในสิบ", "b lead ร้อยละ 70"], SAME);
    let stat = |ledger: &mut Value| ledger["stats"]["a"]["value"] = json!("89");
    let new = ledger(&["a lead เกือบเก้าในสิบ", "b lead ร้อยละ 70"], stat);
    assert_eq!(moved(&old, &new), ["a stat: เกือบเก้าในสิบ → เกือบเก้าในสิบ"]);
    let source = |ledger: &mut Value| ledger["sources"]["survey"]["published"] = json!("2023");
    let new = ledger(&["a lead เกือบเก้าในสิบ"], source);
    let old = ledger(&["a lead เกือบเก้าในสิบ"], SAME);
    assert_eq!(moved(&old, &new), ["a source: เกือบเก้าในสิบ → เกือบเก้าในสิบ"]);
    // Of a stat that is not described otherwise in what it says, nothing moved.
    let inputs = |ledger: &mut Value| ledger["stats"]["a"]["inputs"] = json!(["b"]);
    assert_eq!(moved(&old, &ledger(&["a lead เกือบเก้าในสิบ"], inputs)), Vec::<String>::new());
}

#[test]
fn a_source_that_changed_is_said_even_where_the_figure_reads_as_before() {
    let lines = ["a lead 88%", "survey/published source-published 2022"];
    let new = ledger(&["a lead 88%", "survey/published source-published 2023"], |ledger| {
        ledger["sources"]["survey"]["published"] = json!("2023");
    });
    assert_eq!(moved(&ledger(&lines, SAME), &new), ["a source: 88% → 88%", "survey/published source: 2022 → 2023"]);
    let cell = |ledger: &mut Value| ledger["documents"][0]["figures"][0]["cell"] = json!({"says": "87.6"});
    assert_eq!(moved(&ledger(&lines, SAME), &ledger(&lines, cell)), ["a source: 88% → 88%"]);
}

#[test]
fn a_wording_that_changed_is_told_from_a_value_that_did() {
    let old = ledger(&["a lead 88%", "b lead 70%", "page/date published-on 1 May"], SAME);
    let new = ledger(&["a lead nearly nine in ten", "b lead 70%", "page/date published-on 2 May"], SAME);
    let expected = ["a wording: 88% → nearly nine in ten", "page/date page: 1 May → 2 May"];
    assert_eq!(moved(&old, &new), expected);
}

#[test]
fn figures_are_added_removed_and_moved() {
    let old = ledger(&["a lead 88%", "b lead 70%", "rise body 18 points"], SAME);
    let new = ledger(&["a lead 88%", "b body 70%", "a body 88%"], SAME);
    assert_eq!(moved(&old, &new), ["b moved: 70% → 70%", "a added: - → 88%", "rise removed: 18 points → -"]);
    let swapped = ledger(&["b lead 70%", "a lead 88%", "rise body 18 points"], SAME);
    assert_eq!(moved(&old, &swapped).len(), 1);
}

#[test]
fn a_figure_that_is_said_twice_keeps_its_partner() {
    let old = ledger(&["a lead 88%", "a lead nearly nine in ten"], SAME);
    let new = ledger(&["a lead 88%", "a lead 88%", "a lead nearly nine in ten"], SAME);
    assert_eq!(moved(&old, &new), ["a added: - → 88%"]);
}

#[test]
fn one_of_two_wordings_that_changed_is_no_move() {
    let old = ledger(&["a lead nearly nine in ten", "a lead 88%"], SAME);
    let new = ledger(&["a lead 88%", "a lead 88%"], SAME);
    assert_eq!(moved(&old, &new), ["a wording: nearly nine in ten → 88%"]);
    let swapped = ledger(&["a lead 88%", "a lead nearly nine in ten"], SAME);
    assert_eq!(moved(&old, &swapped).len(), 1);
}

#[test]
fn a_page_on_one_side_is_a_whole() {
    let one = ledger(&["a lead 88%"], SAME);
    let none = ledger(&[], |ledger| ledger["documents"] = json!([]));
    let whole = |old, new| moves(old, new, |one| (one.whole_page, one.why.clone()));
    assert_eq!(whole(&none, &one), [(true, vec![Why::Added])]);
    assert_eq!(whole(&one, &none), [(true, vec![Why::Removed])]);
}

#[test]
fn an_older_ledger_without_stats_and_sources_is_compared_by_its_figures() {
    let strip = |ledger: &mut Value| {
        let members = ledger.as_object_mut().unwrap();
        members.remove("stats");
        members.remove("sources");
    };
    let lines = ["a lead 88%", "b lead 70%"];
    assert_eq!(moved(&ledger(&lines, strip), &ledger(&lines, SAME)), Vec::<String>::new());
    let other = |ledger: &mut Value| ledger["documents"][0]["figures"][0]["value"] = json!("89");
    assert_eq!(moved(&ledger(&lines, strip), &ledger(&["a lead 89%", "b lead 70%"], other)), ["a stat: 88% → 89%"]);
}

#[test]
fn what_is_no_ledger_is_refused() {
    let of_form = |documents: &str| format!("{{\n  \"version\": 1,\n  \"documents\": [{documents}");
    let wrong = [
        "".to_owned(),
        "{}".to_owned(),
        "[".to_owned(),
        "{\"version\": 2, \"documents\": []}".to_owned(),
        "{\n  \"version\": 2,\n  \"documents\": [\n  ]\n}\n".to_owned(),
        "{\"version\": 1, \"documents\": [{}]}".to_owned(),
        of_form("\n"),
        of_form("\n    {}\n  ]\n}\n"),
        of_form(
            "\n    {\"article\":\"a\",\"locale\":\"th\",\"format\":\"html\",\"path\":\"a\",\"figures\":[\n      {\"text\"",
        ),
        of_form("\n  ],\n  \"stats\": {\n"),
    ];
    for text in wrong {
        assert!(Ledger::read(text.as_bytes()).is_err(), "{text}");
    }
    assert!(Ledger::read(&b"{\n  \"version\": 1,\n  \"documents\": [\n\xFF"[..]).is_err());
}
