//! What `compare` says of good translations, of harmless rewrites of them and of garbled ones.
//!
//! The translations stand in `tests/pairs/clean*.txt`. [`garble`] damages every figure of the target in every way, [`rewrite`]
//! rewords it; a sample of both runs always, all of them with `cargo test --test compare -- --ignored --nocapture`, which
//! prints a table.

mod corpus;

use corpus::{Pair, pairs};
use numerate::compare::compare;

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

#[test]
fn good_translations_have_no_changes() {
    let pairs = pairs();
    let wrong: Vec<String> = pairs
        .iter()
        .filter(|pair| !compare(pair.from, pair.source, pair.to, pair.target).is_empty())
        .map(|pair| report(pair, pair.target))
        .collect();
    assert!(wrong.is_empty(), "{} of {} pairs\n{}", wrong.len(), pairs.len(), wrong.concat());
}
