//! For code scanning: one SARIF 2.1.0 log a run, with a rule for each code that occurs and the code's page as its help.
//!
//! Columns count Unicode scalar values, which the log declares; ends are exclusive, as SARIF has them (§3.30.8). Addresses are
//! relative to `%SRCROOT%`, the root of the repository.

use super::{Outcome, from_outside};
use crate::diagnostic::{Code, Finding, Place, Severity};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The log of a run.
pub fn sarif(outcome: &Outcome<'_>) -> String {
    let codes: BTreeSet<&str> = outcome.findings.iter().map(|finding| finding.code.name()).collect();
    let rules: Vec<Code> = codes.iter().filter_map(|name| Code::from_name(name)).collect();
    let results = outcome.findings.iter().map(|finding| result(finding, &rules, outcome.root));
    let driver = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules.iter().map(|code| rule(*code)).collect::<Value>(),
    });
    let run = json!({
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository"}}},
        "results": results.collect::<Value>(),
    });
    let log = json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]});
    serde_json::to_string_pretty(&log).expect("a log has only string keys")
}

fn rule(code: Code) -> Value {
    let page = code.page().trim();
    json!({
        "id": code.name(),
        "shortDescription": {"text": code.summary()},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": level(code.severity())},
    })
}

fn result(finding: &Finding, rules: &[Code], root: &str) -> Value {
    let help = finding.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let related = finding.related.iter().enumerate().map(|(index, (place, label))| {
        let mut location = location(place, root);
        location["id"] = json!(index + 1);
        location["message"] = json!({"text": label});
        location
    });
    let mut result = json!({
        "ruleId": finding.code.name(),
        "ruleIndex": rules.iter().position(|code| *code == finding.code),
        "level": level(finding.severity),
        "message": {"text": format!("{}{help}", finding.message)},
        "locations": [location(&finding.place, root)],
    });
    if !finding.related.is_empty() {
        result["relatedLocations"] = related.collect();
    }
    if let Some(locale) = &finding.locale {
        result["properties"] = json!({"locale": locale});
    }
    result
}

/// Where something is; a place without a text, such as a file that is missing, is the file alone.
fn location(place: &Place, root: &str) -> Value {
    let mut physical = Map::new();
    let uri = uri(&from_outside(root, place.path()));
    physical.insert("artifactLocation".to_owned(), json!({"uri": uri, "uriBaseId": "%SRCROOT%"}));
    if !place.source.text().is_empty() {
        let ((line, column), (end_line, end_column)) = (place.line_column(), place.end_line_column());
        let mut region = json!({"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column});
        if !place.text().is_empty() {
            region["snippet"] = json!({"text": place.text()});
        }
        physical.insert("region".to_owned(), region);
    }
    json!({"physicalLocation": physical})
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a relative reference (RFC 3986): what is no unreserved character or `/` becomes `%XX`.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte.into()),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_relative_references() {
        assert_eq!(uri("locales/zh-Hans/a.ftl"), "locales/zh-Hans/a.ftl");
        assert_eq!(uri("data/ไทย 1.yaml"), "data/%E0%B9%84%E0%B8%97%E0%B8%A2%201.yaml");
    }
}
