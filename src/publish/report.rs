//! `report.json`: what a build published and withheld, and all that it found, for the jobs that run it.
//! `numerate schema report` is its contract.

use super::{Leaf, Site};
use crate::diagnostic::Report;
use serde::Serialize;
use std::io;

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

/// Writes the report of a build.
pub(super) fn write(site: &Site<'_>, mut out: impl io::Write) -> io::Result<()> {
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
    serde_json::to_writer_pretty(&mut out, &report)?;
    writeln!(out)?;
    out.flush()
}
