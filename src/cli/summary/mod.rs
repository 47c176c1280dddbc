//! `--report FILE`: what came of a run, for the job that started it. `numerate schema run` is its contract.
//!
//! In: the run, or why it ended before its time. Out: the file. It is emptied when the run begins, so that it never says what another
//! run came to: a run that is killed leaves it empty. Unlike `report.json`, which is a part of the site, it says how long things took,
//! what is new and what is not published; so it is no part of the site, and no two runs write the same. What can go wrong: the
//! file cannot be written, which is said before anything is done.

mod schema;
mod stages;

pub(super) use schema::schema;
pub(super) use stages::Stages;

use super::{Exit, Failure};
use crate::diagnostic::{Finding, Report, Severity};
use crate::diff::{Ledger, Why, diff};
use crate::model::{ArticleId, Standing};
use crate::pipeline::Run;
use crate::publish::Published;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What can come of a run: the site took the place of another, or stands already, or there is nothing to publish yet, or something
/// is wrong (or the run was to check), or another run was publishing, or it ended before its time.
const OUTCOMES: [&str; 6] = ["published", "unchanged", "nothing-due", "nothing", "locked", "failed"];

#[derive(Default, Serialize)]
struct Summary<'a> {
    version: u8,
    exit: u8,
    outcome: &'static str,
    message: Option<String>,
    files: usize,
    editions: usize,
    proven: usize,
    counts: BTreeMap<&'static str, usize>,
    findings: Vec<Report<'a>>,
    withheld: BTreeMap<&'a str, BTreeMap<&'static str, usize>>,
    blocked_by: BTreeMap<&'static str, usize>,
    held: Vec<Held<'a>>,
    changed_figures: Option<BTreeMap<Why, usize>>,
    milliseconds: BTreeMap<&'static str, u64>,
}

#[derive(Serialize)]
struct Held<'a> {
    article: &'a str,
    reason: &'static str,
    at: Option<String>,
}

impl<'a> From<&'a (ArticleId, Standing)> for Held<'a> {
    fn from((article, standing): &'a (ArticleId, Standing)) -> Self {
        Self { article: article.as_str(), reason: standing.name(), at: standing.since().map(|time| time.to_string()) }
    }
}

/// What a run came to.
pub(super) struct Ended {
    /// What was found and proven.
    pub run: Run,
    /// What was published, if the run was to publish and could.
    pub published: Option<Published>,
    /// With which code it ends.
    pub exit: Exit,
}

/// The file that a job named.
pub(super) struct Told {
    path: PathBuf,
    file: File,
}

impl Told {
    /// Empties the file, or makes it.
    pub fn begin(path: &Path) -> Result<Self, Failure> {
        let file = File::create(path).map_err(Failure::io(path))?;
        Ok(Self { path: path.to_owned(), file })
    }

    /// Tells what came of the run in that folder.
    pub fn end(self, root: &Path, ended: &Ended, fail_on: Severity, stages: &Stages) -> Result<(), Failure> {
        self.write(of(root, ended, fail_on), stages)
    }

    /// Tells why nothing came of it.
    pub fn fail(self, failure: &Failure, stages: &Stages) -> Result<(), Failure> {
        let outcome = if failure.exit == Exit::Held { "locked" } else { "failed" };
        let message = Some(failure.to_string());
        self.write(Summary { exit: failure.exit as u8, outcome, message, ..Summary::default() }, stages)
    }

    fn write(mut self, summary: Summary<'_>, stages: &Stages) -> Result<(), Failure> {
        let summary = Summary { version: 1, milliseconds: stages.durations(), ..summary };
        let text = serde_json::to_string_pretty(&summary).expect("a summary has only string keys") + "\n";
        // Another run may have written meanwhile; what is no file, such as a pipe, has no length.
        let _ = self.file.set_len(0);
        self.file.write_all(text.as_bytes()).map_err(Failure::io(&self.path))
    }
}

fn of<'a>(root: &Path, Ended { run, published, exit }: &'a Ended, fail_on: Severity) -> Summary<'a> {
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
    Summary {
        exit: *exit as u8,
        outcome,
        files: published.map_or(0, |published| published.files),
        editions: run.editions,
        proven: run.proven.len(),
        counts: count(run.findings.iter().map(|finding| match finding.severity {
            Severity::Error => "errors",
            Severity::Warning => "warnings",
            Severity::Note => "notes",
        })),
        findings: run.findings.iter().map(Report::from).collect(),
        withheld: run.withheld.iter().map(|tag| (tag.as_str(), fatal(Some(tag.as_str())))).collect(),
        blocked_by: fatal(None),
        held: run.held.iter().map(Held::from).collect(),
        changed_figures: published.and_then(|published| changed(root, run, published.before?)),
        ..Summary::default()
    }
}

fn count<K: Ord>(things: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    things.for_each(|thing| *counts.entry(thing).or_default() += 1);
    counts
}

/// How many figures are not what or where they were in the site before, by reason; nothing if that is gone.
fn changed(root: &Path, run: &Run, before: u32) -> Option<BTreeMap<Why, usize>> {
    let output = &run.settings.as_ref()?.output;
    let ledger = |folder: &str| Ledger::open(&root.join(folder).join("ledger.json")).ok();
    let (old, new) = (ledger(&format!("{output}.releases/{before:06}"))?, ledger(output)?);
    let mut counts = BTreeMap::new();
    diff(&old, &new, |one| one.why.iter().for_each(|why| *counts.entry(*why).or_default() += 1)).ok()?;
    Some(counts)
}
