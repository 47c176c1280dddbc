//! `report.json`: the files of a site in which figures were proven, for whoever follows it. `numerate schema report` is its contract.
//!
//! It is a part of the site, so it speaks of nothing that is not published: neither of articles that are not due nor of what was found
//! on the way, which may name them. What came of a run is told to the job that started it (`--report`).

use super::Leaf;
use serde::Serialize;

#[derive(Serialize)]
struct BuildReport<'a> {
    version: u8,
    documents: &'a [Leaf],
}

/// The report of a site with these files.
pub(super) fn text(documents: &[Leaf]) -> Vec<u8> {
    let report = BuildReport { version: 1, documents };
    let mut text = serde_json::to_vec_pretty(&report).expect("a report has only string keys");
    text.push(b'\n');
    text
}
