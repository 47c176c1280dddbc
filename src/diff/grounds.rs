//! What the figures of a ledger rest on, and what of it two ledgers say differently.
//!
//! In: the lines behind the pages of both, in the order of their ids. Out: the stats and sources that both have and that are not what
//! they were; only these are kept. What can go wrong: a line cannot be read.

use super::ledger::{Ledger, Lines, parsed};
use super::page::Stat;
use serde_json::Value;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The stats and sources of a ledger.
pub struct Grounds<'a> {
    lines: Lines<'a>,
    /// What the lines are of, between the first and the last of a kind.
    kind: Option<Kind>,
    last: Option<(Kind, Vec<u8>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Stat,
    Source,
}

/// A stat or a source.
#[derive(Debug)]
pub struct Ground {
    /// Its kind, and its id as it is written.
    name: (Kind, Vec<u8>),
    text: Vec<u8>,
}

impl<'a> Grounds<'a> {
    /// From the lines behind the pages of a ledger.
    pub fn new(lines: Lines<'a>) -> Self {
        Self { lines, kind: None, last: None }
    }

    /// The next one.
    pub fn next(&mut self) -> Result<Option<Ground>, String> {
        loop {
            let line = self.lines.next()?;
            self.kind = match (line, self.kind) {
                (b"  \"stats\": {", None) => Some(Kind::Stat),
                (b"  \"sources\": {", None) => Some(Kind::Source),
                (b"  \"stats\": {}" | b"  \"sources\": {}", None) | (b"  }", Some(_)) => None,
                (b"}", None) => return Ok(None),
                (_, kind) => {
                    let ground = kind.and_then(|kind| ground(kind, line));
                    let ground = ground.filter(|ground| Some(&ground.name) > self.last.as_ref());
                    self.last = ground.as_ref().map(|ground| ground.name.clone());
                    return ground.map(Some).ok_or_else(|| self.lines.wrong());
                }
            };
        }
    }
}

/// The stat or source of a line.
fn ground(kind: Kind, line: &[u8]) -> Option<Ground> {
    let line = line.strip_prefix(b"    \"")?;
    let end = line.windows(3).position(|window| window == b"\": ")?;
    Some(Ground { name: (kind, line[..end].to_vec()), text: line[end + 3..].to_vec() })
}

/// What two ledgers say differently of what both have.
#[derive(Debug, Default)]
pub struct Changes {
    /// The stats by id: as they were and as they are.
    pub stats: BTreeMap<String, [Stat; 2]>,
    /// The ids of the sources.
    pub sources: BTreeSet<String>,
    /// Whether both describe their stats at all.
    pub are_described: bool,
}

impl Changes {
    /// From one ledger to the next.
    pub fn between(old: &Ledger, new: &Ledger) -> Result<Self, String> {
        let (mut olds, mut news) = (old.grounds(), new.grounds());
        let (mut was, mut now) = (olds.next()?, news.next()?);
        let has_stats = |ground: &Option<Ground>| ground.as_ref().is_some_and(|ground| ground.name.0 == Kind::Stat);
        let mut changes = Self { are_described: has_stats(&was) && has_stats(&now), ..Self::default() };
        while let (Some(old), Some(new)) = (&was, &now) {
            let order = old.name.cmp(&new.name);
            if order == Ordering::Equal && old.text != new.text {
                changes.add(old, new)?;
            }
            if order != Ordering::Greater {
                was = olds.next()?;
            }
            if order != Ordering::Less {
                now = news.next()?;
            }
        }
        Ok(changes)
    }

    fn add(&mut self, old: &Ground, new: &Ground) -> Result<(), String> {
        let id = || String::from_utf8_lossy(&new.name.1).into_owned();
        match new.name.0 {
            // An older ledger may say less of a stat; what counts is what the stat says.
            Kind::Stat => {
                let stats: [Stat; 2] = [parsed(&old.text)?, parsed(&new.text)?];
                if stats[0].said != stats[1].said {
                    self.stats.insert(id(), stats);
                }
            }
            Kind::Source if parsed::<Value>(&old.text)? != parsed::<Value>(&new.text)? => _ = self.sources.insert(id()),
            Kind::Source => {}
        }
        Ok(())
    }
}
