//! For programs: one JSON object a finding. Lines and columns count from 1, columns in Unicode scalar values; ends are exclusive.

use crate::diagnostic::{Finding, Place, Severity};
use serde::Serialize;

/// A finding as one JSON object.
pub fn json(finding: &Finding) -> String {
    serde_json::to_string(&Report::from(finding)).expect("a report has only string keys")
}

/// The shape of a finding in JSON.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    code: &'static str,
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    place: ReportPlace<'a>,
    text: &'a str,
    related: Vec<Related<'a>>,
    help: Option<&'a str>,
    locale: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct ReportPlace<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: ReportPlace<'a>,
    message: &'a str,
}

impl<'a> From<&'a Place> for ReportPlace<'a> {
    fn from(place: &'a Place) -> Self {
        let (line, column) = place.line_column();
        let (end_line, end_column) = place.end_line_column();
        Self { file: place.path(), line, column, end_line, end_column }
    }
}

impl<'a> From<&'a Finding> for Report<'a> {
    fn from(finding: &'a Finding) -> Self {
        Self {
            code: finding.code.name(),
            severity: finding.severity,
            message: &finding.message,
            place: (&finding.place).into(),
            text: finding.place.text(),
            related: finding.related.iter().map(|(place, message)| Related { place: place.into(), message }).collect(),
            help: finding.help.as_deref(),
            locale: finding.locale.as_deref(),
        }
    }
}
