//! Which published figures moved between two builds, on which pages, in which languages, and why.
//!
//! In: the ledgers of two builds. Out: a [`Move`] for each figure that is not what or where it was; what has no partner was added or
//! removed. What can go wrong: a ledger cannot be read.
//!
//! 1. `ledger` goes through what was published, and `grounds` through what it rests on. Pages are read one at a time, and those that
//!    are the same on both sides only where what they rest on is not.
//! 2. `matching` pairs the figures of a page with those of its predecessor.
//! 3. [`why`](Why) they moved follows from their stats and sources in either ledger.

mod grounds;
mod ledger;
mod matching;
mod page;

pub use ledger::Ledger;
pub use page::{Figure, Ground, Page, Said, Stat};

use grounds::Changes;
use matching::Pair;
use page::Mentions;
use serde::Serialize;
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

/// Tells of every figure that moved from one build to the next, in the order of the pages.
///
/// # Errors
/// If a ledger cannot be read, in a line.
pub fn diff(old: &Ledger, new: &Ledger, mut tell: impl FnMut(&Move<'_>)) -> Result<(), String> {
    let changes = Changes::between(old, new)?;
    let mut pages: BTreeMap<_, [Option<_>; 2]> = BTreeMap::new();
    for (side, ledger) in [old, new].into_iter().enumerate() {
        for (key, at) in &ledger.pages {
            pages.entry(key).or_default()[side] = Some(at);
        }
    }
    for at in pages.into_values() {
        let text = |side: usize, ledger: &Ledger| at[side].map(|at| ledger.text(at)).transpose();
        let (before, after) = (text(0, old)?, text(1, new)?);
        if before == after && !changes.concern(after.as_deref().unwrap_or_default())? {
            continue;
        }
        let page = |text: Option<&[u8]>| text.map(ledger::parsed::<Page>).transpose();
        let (before, after) = (page(before.as_deref())?, page(after.as_deref())?);
        changes.page(before.as_ref(), after.as_ref()).iter().for_each(&mut tell);
    }
    Ok(())
}

impl Changes {
    /// Whether a page that is as it was rests on what is not.
    fn concern(&self, text: &[u8]) -> Result<bool, String> {
        if self.stats.is_empty() && self.sources.is_empty() {
            return Ok(false);
        }
        let is_other = |figure: &page::Mention<'_>| {
            figure.stat.as_deref().is_some_and(|id| self.stats.contains_key(id))
                || figure.sources.iter().any(|id| self.sources.contains(&**id))
        };
        Ok(ledger::parsed::<Mentions<'_>>(text)?.figures.iter().any(is_other))
    }

    fn page<'a>(&'a self, old: Option<&'a Page>, new: Option<&'a Page>) -> Vec<Move<'a>> {
        let figures = |page: Option<&'a Page>| page.map_or(&[][..], |page| page.figures.as_slice());
        let page = new.or(old).expect("a page is on one side at least");
        let moves = matching::pairs(figures(old), figures(new)).into_iter().filter_map(|pair| {
            let why = self.why(&pair);
            let figure = pair.new.or(pair.old).expect("a pair has one side at least");
            let stat = figure.stat.as_ref().and_then(|id| self.stat(id));
            let because = match (&figure.stat, why.contains(&Why::Stat)) {
                (Some(id), true) if self.stats.contains_key(id) => self.because(id),
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

    fn why(&self, pair: &Pair<'_>) -> Vec<Why> {
        let (old, new) = match (pair.old, pair.new) {
            (Some(old), Some(new)) => (old, new),
            (None, _) => return vec![Why::Added],
            (_, None) => return vec![Why::Removed],
        };
        let value = match &new.stat {
            Some(id) if self.are_described => self.stats.contains_key(id),
            _ => old.stat.is_some() && old.said != new.said,
        };
        let source = old.ground != new.ground || new.ground.sources.iter().any(|id| self.sources.contains(id));
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

    /// What a stat said and says, if that differs.
    fn stat(&self, id: &str) -> Option<[&Said; 2]> {
        self.stats.get(id).map(|[old, new]| [&old.said, &new.said])
    }

    /// The stats below a derived one that changed themselves.
    fn because(&self, id: &str) -> Vec<&str> {
        let (mut roots, mut seen, mut waiting) = (BTreeSet::new(), BTreeSet::new(), vec![id]);
        while let Some([_, now]) = waiting.pop().map(|id| &self.stats[id]) {
            for (input, [_, stat]) in now.inputs.iter().filter_map(|input| self.stats.get_key_value(input)) {
                if stat.inputs.is_empty() {
                    roots.insert(input.as_str());
                } else if seen.insert(input) {
                    waiting.push(input);
                }
            }
        }
        roots.into_iter().collect()
    }
}

#[cfg(test)]
mod tests;
