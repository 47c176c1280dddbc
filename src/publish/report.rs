//! `report.json`: what a build published and withheld, and all that it found, for the jobs that run it.
//! `numerate schema report` is its contract.

use super::{Leaf, Site};
use crate::diagnostic::Report;
use serde::Serialize;

#[derive(Serialize)]
struct BuildReport<'a> {
    version: u8,
    documents: Vec<&'a Leaf>,
    withheld: Vec<&'a str>,
    held: Vec<Held<'a>>,
    findings: Vec<Report<'a>>,
}

#[derive(Serialize)]
struct Held<'a> {
    article: &'a str,
    reason: &'static str,
    at: Option<String>,
}

/// The report of a build.
pub(super) fn text(site: &Site<'_>) -> Vec<u8> {
    let report = BuildReport {
        version: 1,
        documents: site.leaves.iter().collect(),
        withheld: site.withheld.iter().map(|locale| locale.as_str()).collect(),
        held: site
            .held
            .iter()
            .map(|(article, standing)| Held {
                article: article.as_str(),
                reason: standing.name(),
                at: standing.since().map(|time| time.to_string()),
            })
            .collect(),
        findings: site.findings.iter().map(Report::from).collect(),
    };
    let mut text = serde_json::to_vec_pretty(&report).expect("a report has only string keys");
    text.push(b'\n');
    text
}
