//! `--report FILE`: what came of a run, for the job that started it. `numerate schema run` is its contract.
//!
//! Unlike `report.json`, which is a part of the site, it says how long things took and what is new; so it is no part of the site,
//! and no two runs write the same.

use super::{Exit, Failure};
use crate::diagnostic::{Finding, Severity};
use crate::diff::{Ledger, Why, diff};
use crate::pipeline::{Run, Step};
use crate::publish::{Published, list_releases};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// The stages of a run, each with the moment at which it began.
#[derive(Debug, Default)]
pub(super) struct Stages(Mutex<Vec<(&'static str, Instant)>>);

impl Stages {
    /// Notes a step.
    #[expect(clippy::disallowed_methods, reason = "how long a stage took is told to the job, and is in no file of the site")]
    pub fn note(&self, step: Step) {
        if let Step::Stage(name) = step {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push((name, Instant::now()));
        }
    }

    /// How many milliseconds each stage took, up to now.
    #[expect(clippy::disallowed_methods, reason = "as above")]
    fn durations(&self) -> BTreeMap<&'static str, u64> {
        let stages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ends = stages.iter().skip(1).map(|(_, begin)| *begin).chain([Instant::now()]);
        let time = |((name, begin), end): (&(&'static str, Instant), Instant)| {
            (*name, u64::try_from(end.duration_since(*begin).as_millis()).unwrap_or(u64::MAX))
        };
        stages.iter().zip(ends).map(time).collect()
    }
}

#[derive(Serialize)]
struct Summary<'a> {
    version: u8,
    exit: u8,
    outcome: &'static str,
    files: usize,
    editions: usize,
    proven: usize,
    findings: BTreeMap<&'static str, usize>,
    withheld: BTreeMap<&'a str, BTreeMap<&'static str, usize>>,
    blocked_by: BTreeMap<&'static str, usize>,
    held: BTreeMap<&'a str, &'static str>,
    changed_figures: Option<BTreeMap<Why, usize>>,
    milliseconds: BTreeMap<&'static str, u64>,
}

/// Writes what came of a run.
pub(super) fn write(
    file: &Path,
    root: &Path,
    (run, published, exit): (&Run, Option<Published>, Exit),
    fail_on: Severity,
    stages: &Stages,
) -> Result<(), Failure> {
    let outcome = match published {
        None => "nothing",
        Some(Published { files: 0, .. }) => "nothing-due",
        Some(Published { changed: false, .. }) => "unchanged",
        Some(_) => "published",
    };
    let fatal = |locale: Option<&str>| {
        let of_it = |finding: &&Finding| finding.severity >= fail_on && finding.locale.as_deref() == locale;
        count(run.findings.iter().filter(of_it).map(|finding| finding.code.name()))
    };
    let is_new = published.is_some_and(|published| published.changed);
    let summary = Summary {
        version: 1,
        exit: exit as u8,
        outcome,
        files: published.map_or(0, |published| published.files),
        editions: run.editions,
        proven: run.proven.len(),
        findings: count(run.findings.iter().map(|finding| match finding.severity {
            Severity::Error => "errors",
            Severity::Warning => "warnings",
            Severity::Note => "notes",
        })),
        withheld: run.withheld.iter().map(|tag| (tag.as_str(), fatal(Some(tag.as_str())))).collect(),
        blocked_by: fatal(None),
        held: run.held.iter().map(|(article, standing)| (article.as_str(), standing.name())).collect(),
        changed_figures: is_new.then(|| changed(root, run)).flatten(),
        milliseconds: stages.durations(),
    };
    let text = serde_json::to_string_pretty(&summary).expect("a summary has only string keys") + "\n";
    fs::write(file, text).map_err(Failure::io(file))
}

fn count<K: Ord>(things: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    things.for_each(|thing| *counts.entry(thing).or_default() += 1);
    counts
}

/// How many figures are not what or where they were in the site before, by reason; nothing if that is not kept.
fn changed(root: &Path, run: &Run) -> Option<BTreeMap<Why, usize>> {
    let output = &run.settings.as_ref()?.output;
    let last = *list_releases(root, output).ok()?.last()?;
    let ledger = |folder: String| Ledger::read(&fs::read_to_string(root.join(folder).join("ledger.json")).ok()?).ok();
    let (old, new) = (ledger(format!("{output}.releases/{last:06}"))?, ledger(output.clone())?);
    Some(count(diff(&old, &new).into_iter().flat_map(|one| one.why)))
}

/// The schema of the summary.
pub(super) fn schema() -> Value {
    let number = json!({"type": "integer", "minimum": 0});
    let counts = |doc: &str| json!({"type": "object", "additionalProperties": number, "description": doc});
    let mut changed = counts("How many figures differ from the site before, by reason; null if nothing was replaced");
    changed["type"] = json!(["object", "null"]);
    let properties = json!({
        "version": {"const": 1},
        "exit": {"enum": [0, 1, 2, 3]},
        "outcome": {"enum": ["published", "unchanged", "nothing-due", "nothing"]},
        "files": number,
        "editions": number,
        "proven": number,
        "findings": counts("How many findings of each severity: errors, warnings, notes"),
        "withheld": {
            "type": "object",
            "additionalProperties": counts("The codes that withhold the locale"),
            "description": "The locales that were not published"
        },
        "blocked_by": counts("The codes that keep the whole site from being published"),
        "held": {
            "type": "object",
            "additionalProperties": {"enum": ["draft", "scheduled", "expired"]},
            "description": "The articles that were not due"
        },
        "changed_figures": changed,
        "milliseconds": counts("How long each stage took"),
    });
    let names: Vec<_> = properties.as_object().into_iter().flat_map(|members| members.keys().cloned()).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "numerate run",
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": false,
    })
}
