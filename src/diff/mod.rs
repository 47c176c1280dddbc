//! Which published figures moved between two builds, on which pages, in which languages, and why.
//!
//! In: the ledgers of two builds. Out: a [`Move`] for each figure that is not what or where it was. Nothing can go wrong: what has
//! no partner was added or removed.
//!
//! 1. `ledger` reads what was published.
//! 2. `matching` pairs the figures of a page with those of its predecessor.
//! 3. [`why`](Why) they moved follows from their stats and sources in either ledger.

mod ledger;
mod matching;

pub use ledger::{Figure, Ground, Ledger, Page, Said, Stat};

use matching::Pair;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Why a figure moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Its stat has another value.
    Stat,
    /// Its stat rests on another source, cell or quote, or the source itself changed.
    Source,
    /// Only its wording is another.
    Wording,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands in another message, or at another place in its own.
    Moved,
    /// It is what the page says of itself: its date, the number of its figures.
    Page,
}

/// A figure that moved.
#[derive(Debug, Serialize)]
pub struct Move<'a> {
    /// Why; more than one reason can hold.
    pub why: Vec<Why>,
    /// The article.
    pub article: &'a str,
    /// The locale.
    pub locale: &'a str,
    /// The format.
    pub format: &'a str,
    /// The page: the new one, or the old one of a figure that is gone.
    pub path: &'a str,
    /// Whether the page is on one side only.
    pub whole_page: bool,
    /// The stat, or the literal if it is none.
    pub name: &'a str,
    /// What the stat said and says, where that differs.
    pub stat: Option<[&'a Said; 2]>,
    /// The stats that it is computed from and that changed, down to those that are computed from none.
    pub because: Vec<&'a str>,
    /// As it was.
    pub old: Option<&'a Figure>,
    /// As it is.
    pub new: Option<&'a Figure>,
}

/// Every figure that moved from one build to the next, in the order of the pages.
pub fn diff<'a>(old: &'a Ledger, new: &'a Ledger) -> Vec<Move<'a>> {
    let diff = Diff { old, new };
    let mut pages: BTreeMap<(&str, &str, &str), [Option<&Page>; 2]> = BTreeMap::new();
    for (side, ledger) in [old, new].into_iter().enumerate() {
        for page in &ledger.documents {
            pages.entry((&page.article, &page.locale, &page.format)).or_default()[side] = Some(page);
        }
    }
    pages.into_values().flat_map(|[old, new]| diff.page(old, new)).collect()
}

struct Diff<'a> {
    old: &'a Ledger,
    new: &'a Ledger,
}

impl<'a> Diff<'a> {
    fn page(&self, old: Option<&'a Page>, new: Option<&'a Page>) -> Vec<Move<'a>> {
        let figures = |page: Option<&'a Page>| page.map_or(&[][..], |page| page.figures.as_slice());
        let page = new.or(old).expect("a page is on one side at least");
        let moves = matching::pairs(figures(old), figures(new)).into_iter().filter_map(|pair| {
            let why = self.why(&pair);
            let figure = pair.new.or(pair.old).expect("a pair has one side at least");
            let stat = figure.stat.as_ref().and_then(|id| self.stat(id)).filter(|[old, new]| old != new);
            let because = match (&figure.stat, why.contains(&Why::Stat)) {
                (Some(id), true) => self.because(id),
                _ => Vec::new(),
            };
            (!why.is_empty()).then(|| Move {
                why,
                article: &page.article,
                locale: &page.locale,
                format: &page.format,
                path: &page.path,
                whole_page: old.is_none() || new.is_none(),
                name: figure.name(),
                stat,
                because,
                old: pair.old,
                new: pair.new,
            })
        });
        moves.collect()
    }

    fn why(&self, pair: &Pair<'a>) -> Vec<Why> {
        let (old, new) = match (pair.old, pair.new) {
            (Some(old), Some(new)) => (old, new),
            (None, _) => return vec![Why::Added],
            (_, None) => return vec![Why::Removed],
        };
        let stat = new.stat.as_ref().and_then(|id| self.stat(id));
        let value = stat.map_or(old.stat.is_some() && old.said != new.said, |[old, new]| old != new);
        let source = old.ground != new.ground || new.ground.sources.iter().any(|id| self.source_changed(id));
        // What a page says of a source is a literal; where it differs, the source does.
        let reworded = old.text != new.text && !value && !(source && new.literal.is_some());
        let reasons = [
            (value, Why::Stat),
            (source, Why::Source),
            (reworded, if new.is_of_page() { Why::Page } else { Why::Wording }),
            (pair.moved, Why::Moved),
        ];
        reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, why)| why).collect()
    }

    /// What a stat said and says, if both ledgers have it.
    fn stat(&self, id: &str) -> Option<[&'a Said; 2]> {
        Some([&self.old.stats.get(id)?.said, &self.new.stats.get(id)?.said])
    }

    fn source_changed(&self, id: &str) -> bool {
        let known = |ledger: &'a Ledger| -> Option<&'a Value> { ledger.sources.get(id) };
        // An older ledger may not describe its sources; that is no change of them.
        matches!((known(self.old), known(self.new)), (Some(old), Some(new)) if old != new)
    }

    /// The stats below a derived one that changed themselves.
    fn because(&self, id: &str) -> Vec<&'a str> {
        let (mut roots, mut seen, mut waiting) = (BTreeSet::new(), BTreeSet::new(), vec![id]);
        while let Some(id) = waiting.pop() {
            for input in self.new.stats.get(id).map_or(&[][..], |stat| stat.inputs.as_slice()) {
                let is_root = self.new.stats.get(input).is_some_and(|stat| stat.inputs.is_empty());
                if is_root && self.stat(input).is_some_and(|[old, new]| old != new) {
                    roots.insert(input.as_str());
                }
                if seen.insert(input.as_str()) {
                    waiting.push(input);
                }
            }
        }
        roots.into_iter().collect()
    }
}

#[cfg(test)]
mod tests;
