//! `report.json`: what a build published and withheld, and all that it found, for the jobs that run it.

use super::Site;
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
    article: &'a str,
    locale: &'a str,
    format: &'a str,
    path: &'a str,
    figures: usize,
}

/// The report of a build.
pub(super) fn json(site: &Site<'_>) -> String {
    let documents = site.documents.iter().map(|verified| {
        let document = verified.document();
        Document {
            article: document.article.as_str(),
            locale: document.locale.as_str(),
            format: document.format,
            path: &document.path,
            figures: verified.figures().len(),
        }
    });
    let report = BuildReport {
        version: 1,
        documents: documents.collect(),
        withheld: site.withheld.iter().map(|locale| locale.as_str()).collect(),
        findings: site.findings.iter().map(Report::from).collect(),
    };
    serde_json::to_string_pretty(&report).expect("a report has only string keys") + "\n"
}
