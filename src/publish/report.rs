//! `report.json`: what a build published and withheld, and all that it found, for the jobs that run it.
//! `numerate schema report` is its contract.

use super::Site;
use super::ledger::Head;
use crate::diagnostic::Report;
use serde::Serialize;

#[derive(Serialize)]
struct BuildReport<'a> {
    version: u8,
    documents: Vec<Document<'a>>,
    withheld: Vec<&'a str>,
    findings: Vec<Report<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    figures: usize,
}

/// The report of a build.
pub(super) fn json(site: &Site<'_>) -> String {
    let documents = site.documents.iter().chain(site.ledgers);
    let documents = documents.map(|verified| Document { head: Head::of(verified), figures: verified.figures().len() });
    let report = BuildReport {
        version: 1,
        documents: documents.collect(),
        withheld: site.withheld.iter().map(|locale| locale.as_str()).collect(),
        findings: site.findings.iter().map(Report::from).collect(),
    };
    serde_json::to_string_pretty(&report).expect("a report has only string keys") + "\n"
}
