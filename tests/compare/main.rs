//! What `compare` says of good translations, of harmless rewrites of them and of garbled ones.
//!
//! The translations stand in `tests/pairs/clean*.txt`. [`garble`] damages every figure of the target in every way, [`rewrite`]
//! rewords it; a sample of both runs always, all of them with `cargo test --test compare -- --ignored --nocapture`, which
//! prints a table.
#![allow(
    clippy::disallowed_types,
    clippy::disallowed_macros,
    reason = "the scores are printed for the person who runs the table"
)]

mod corpus;
mod damage;
mod garble;
mod reword;
mod rewrite;
mod words;

use corpus::{Pair, fresh, joined, pairs, second, third};
use numerate::compare::compare;
use std::collections::BTreeMap;

/// What `compare` says of a pair, with the figures that it read.
fn report(pair: &Pair, target: &str) -> String {
    let changes = compare(pair.from, pair.source, pair.to, target);
    let mut lines = format!("\n{} → {}\n{}\n{target}\n", pair.from.tag, pair.to.tag, pair.source);
    for change in changes {
        lines.push_str(&format!("  {}: {}\n", change.code.name(), change.message));
    }
    for (language, text) in [(pair.from, pair.source), (pair.to, target)] {
        let figures: Vec<String> = language
            .read(text)
            .iter()
            .map(|figure| {
                let quantity = figure.quantity;
                let hedge = quantity.hedge.map_or("", |hedge| hedge.name());
                format!("‹{}› {} {} {hedge}", &text[figure.span.clone()], quantity.kind.name(), quantity.amount)
            })
            .collect();
        lines.push_str(&format!("    {}\n", figures.join(" · ")));
    }
    lines
}

/// How many cases of a kind there are, and how many are found and rightly named.
#[derive(Default, Clone, Copy)]
struct Score {
    cases: usize,
    found: usize,
    named: usize,
}

impl Score {
    fn share(part: usize, whole: usize) -> String {
        let mille = part * 1000 / whole.max(1);
        format!("{}.{}%", mille / 10, mille % 10)
    }
}

/// The scores of every kind of garble and rewrite, by direction; every `step`th pair is tried.
struct Scores {
    garbles: BTreeMap<(&'static str, String), Score>,
    rewrites: BTreeMap<(&'static str, String), Score>,
    misses: Vec<(String, String)>,
}

fn scores(pairs: &[Pair], step: usize) -> Scores {
    let mut scores = Scores { garbles: BTreeMap::new(), rewrites: BTreeMap::new(), misses: Vec::new() };
    for pair in pairs.iter().step_by(step) {
        let direction = format!("{}>{}", pair.from.tag, pair.to.tag);
        let garbles = garble::garbles(pair.to, pair.target).into_iter();
        for garble in garbles.chain(damage::damages(pair.to.tag, pair.target)) {
            let found = compare(pair.from, pair.source, pair.to, &garble.text);
            let named = found.iter().any(|change| garble.code.is_empty() || change.code.name() == garble.code);
            let score = scores.garbles.entry((garble.kind, direction.clone())).or_default();
            score.cases += 1;
            score.found += usize::from(!found.is_empty());
            score.named += usize::from(named);
            if found.is_empty() || !named {
                let what = if found.is_empty() { "MISSED" } else { "NAMED" };
                scores.misses.push((format!("{what} {} {direction}", garble.kind), report(pair, &garble.text)));
            }
        }
        let rewrites = rewrite::rewrites(pair.to, pair.target).into_iter();
        for (kind, text) in rewrites.chain(reword::rewordings(pair.to.tag, pair.target)) {
            let found = compare(pair.from, pair.source, pair.to, &text);
            let score = scores.rewrites.entry((kind, direction.clone())).or_default();
            score.cases += 1;
            score.found += usize::from(!found.is_empty());
            if !found.is_empty() {
                scores.misses.push((format!("ALARM {kind} {direction}"), report(pair, &text)));
            }
        }
    }
    scores
}

/// Scores summed over directions.
fn by_kind(scores: &BTreeMap<(&'static str, String), Score>) -> BTreeMap<&'static str, Score> {
    let mut kinds: BTreeMap<&'static str, Score> = BTreeMap::new();
    for ((kind, _), score) in scores {
        let sum = kinds.entry(*kind).or_default();
        *sum = Score { cases: sum.cases + score.cases, found: sum.found + score.found, named: sum.named + score.named };
    }
    kinds
}

fn average(kinds: &BTreeMap<&'static str, Score>, part: fn(&Score) -> usize) -> f64 {
    kinds.values().map(|score| part(score) as f64 / score.cases.max(1) as f64).sum::<f64>() / kinds.len().max(1) as f64
}

#[test]
fn good_translations_have_no_changes() {
    let pairs: Vec<Pair> = pairs().into_iter().chain(fresh()).chain(second()).chain(third()).chain(joined()).collect();
    let wrong: Vec<String> = pairs
        .iter()
        .filter(|pair| !compare(pair.from, pair.source, pair.to, pair.target).is_empty())
        .map(|pair| report(pair, pair.target))
        .collect();
    assert!(wrong.is_empty(), "{} of {} pairs\n{}", wrong.len(), pairs.len(), wrong.concat());
}

#[test]
fn a_sample_of_garbles_is_found_and_rewrites_are_let_be() {
    let scores = scores(&pairs(), 23);
    let (garbles, rewrites) = (by_kind(&scores.garbles), by_kind(&scores.rewrites));
    let found = average(&garbles, |score| score.found);
    let alarms = average(&rewrites, |score| score.found);
    assert!(found > 0.97, "{found:.3} of the garbles are found, averaged over kinds");
    assert!(alarms < 0.01, "{alarms:.3} of the rewrites are false alarms, averaged over kinds");
}

/// Prints the whole table, and what was missed if `MISSES` names a file.
#[test]
#[ignore = "thousands of cases"]
fn the_whole_table() {
    print("known pairs", &scores(&pairs(), 1), "MISSES");
}

/// Prints the table of pairs that were written last, and what was missed if `FRESH` names a file.
#[test]
#[ignore = "thousands of cases"]
fn the_fresh_table() {
    print("fresh pairs", &scores(&fresh(), 1), "FRESH");
    print("pairs after them", &scores(&second(), 1), "SECOND");
    print("the last pairs", &scores(&third(), 1), "THIRD");
}

fn print(title: &str, scores: &Scores, file: &str) {
    println!("\n== {title}");
    for (title, table) in [("garbles", &scores.garbles), ("rewrites", &scores.rewrites)] {
        println!("\n{title:<16}{:<18}{:>7}{:>8}{:>8}", "", "cases", "found", "named");
        let kinds = by_kind(table);
        for (kind, score) in &kinds {
            let line = |name: &str, what: &str, score: &Score| {
                let (found, named) = (Score::share(score.found, score.cases), Score::share(score.named, score.cases));
                println!("{name:<16}{what:<18}{:>7}{found:>8}{named:>8}", score.cases);
            };
            line(kind, "all", score);
            for ((_, direction), score) in table.iter().filter(|((of, _), _)| of == kind) {
                line("", direction, score);
            }
        }
        let (found, named) = (average(&kinds, |score| score.found), average(&kinds, |score| score.named));
        println!("averaged over kinds: found {:.2}%, named {:.2}%", found * 100.0, named * 100.0);
    }
    if let Ok(file) = std::env::var(file) {
        let misses: String = scores.misses.iter().map(|(kind, report)| format!("== {kind}{report}")).collect();
        std::fs::write(file, misses).expect("the file can be written");
    }
}
