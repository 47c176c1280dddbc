//! `check` and `build`.

use super::log::Log;
use super::summary::{Ended, Stages, Told};
use super::{Console, Exit, Failure, ReportFormat};
use crate::diagnostic::{Finding, Findings, Outcome, Severity, github, human, json, junit, sarif};
use crate::model::LocaleTag;
use crate::pipeline::{self, Error, Options, Run, Step};
use crate::publish::{self, Published};
use clap::{Args, ValueEnum};
use globset::{Glob, GlobSet, GlobSetBuilder};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A time of the run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock(Timestamp);

impl std::str::FromStr for Clock {
    type Err = jiff::Error;

    // The machine's clock is an input like any other where the user names it, and only here.
    #[allow(clippy::disallowed_methods)]
    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        if text == "now" { Ok(Clock(Timestamp::now())) } else { text.parse().map(Clock) }
    }
}

/// The options of `check` and `build`.
#[derive(Debug, Args)]
pub(super) struct RunArgs {
    /// How findings are printed
    #[arg(long, value_enum, default_value = "human")]
    format: ReportFormat,
    /// How many threads to use [default: as many as the machine has, or RAYON_NUM_THREADS]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
    /// Only this locale; may be given more than once. A build takes no page of other locales away: it ends with an error first
    #[arg(long, value_name = "TAG")]
    locale: Vec<String>,
    /// Only articles whose id matches, such as 'customer-*'; may be given more than once. A build takes no page of other articles
    /// away: it ends with an error first
    #[arg(long, value_name = "GLOB", value_parser = Glob::new)]
    only: Vec<Glob>,
    /// The time of the run (RFC 3339), or `now` for the machine's [default: SOURCE_DATE_EPOCH]
    #[arg(long, value_name = "TIME|now")]
    clock: Option<Clock>,
    /// The severity from which on a finding fails the run
    #[arg(long, value_enum, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
    /// Write what came of the run to this file, as JSON: counts, reasons, durations
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
}

impl RunArgs {
    /// How findings are printed.
    pub(super) fn format(&self) -> ReportFormat {
        self.format
    }
}

impl FailOn {
    pub(super) fn severity(self) -> Severity {
        match self {
            FailOn::Error => Severity::Error,
            FailOn::Warning => Severity::Warning,
        }
    }
}

/// Checks a project.
pub(super) fn check(root: &Path, args: &RunArgs, console: &mut Console) -> Result<Exit, Failure> {
    told(root, args, |stages| {
        let run = with_progress(args, (stages, console.log()), |options| pipeline::check(root, options))?;
        report(root, &run, args, console)?;
        console.remark(format_args!("checked {}; {}", editions(&run), counts(&run.findings)))?;
        let is_clean = run.settings.is_some() && !fails(&run.findings, args);
        let exit = if is_clean { Exit::Clean } else { failed(&run) };
        Ok(Ended { run, published: None, exit })
    })
}

/// Checks a project and publishes it.
pub(super) fn build(root: &Path, args: &RunArgs, console: &mut Console) -> Result<Exit, Failure> {
    told(root, args, |stages| {
        let (run, published) = with_progress(args, (stages, console.log()), |options| pipeline::build(root, options))?;
        report(root, &run, args, console)?;
        let exit = outcome(&run, published, console)?;
        Ok(Ended { run, published, exit })
    })
}

/// Runs, and tells the job that named a file what came of it, whatever it is.
pub(super) fn told(
    root: &Path,
    args: &RunArgs,
    run: impl FnOnce(&Stages) -> Result<Ended, Failure>,
) -> Result<Exit, Failure> {
    let told = args.report.as_deref().map(Told::begin).transpose()?;
    let stages = Stages::default();
    match (run(&stages), told) {
        (Ok(ended), Some(told)) => told.end(root, &ended, args.fail_on.severity(), &stages).map(|()| ended.exit),
        (Err(failure), Some(told)) => told.fail(&failure, &stages).and(Err(failure)),
        (ended, None) => ended.map(|ended| ended.exit),
    }
}

/// Says what was published.
fn outcome(run: &Run, published: Option<Published>, console: &mut Console) -> Result<Exit, Failure> {
    let counts = counts(&run.findings);
    let (Some(Published { files, changed, .. }), Some(settings)) = (published, &run.settings) else {
        console.remark(format_args!("published nothing; {counts}"))?;
        return Ok(failed(run));
    };
    if files == 0 {
        console.remark(format_args!("published nothing: nothing is due; {counts}"))?;
        return Ok(Exit::Clean);
    }
    let withheld: Vec<_> = run.withheld.iter().map(LocaleTag::as_str).collect();
    let without = if withheld.is_empty() { String::new() } else { format!(" without {}", withheld.join(", ")) };
    let output = &settings.output;
    match changed {
        true => console.remark(format_args!("published {files} files to {output}{without}; {counts}"))?,
        false => console.remark(format_args!("nothing changed in the {files} files of {output}{without}; {counts}"))?,
    }
    Ok(if withheld.is_empty() { Exit::Clean } else { Exit::Withheld })
}

/// What a run ends with that nothing came of: an error in the settings is trouble, for it is no author's to mend.
fn failed(run: &Run) -> Exit {
    let is_of_settings = |finding: &Finding| finding.place.path() == "numerate.toml" && finding.severity == Severity::Error;
    let is_wrong = run.findings.iter().any(|finding| is_of_settings(finding) && finding.locale.is_none());
    if run.settings.is_none() || is_wrong { Exit::Trouble } else { Exit::Findings }
}

/// From how many editions on a run that nobody watches says how far it is.
const MANY: usize = 1000;

/// Runs with a bar on a terminal, and quietly otherwise: a line for each tenth of a large project.
pub(super) fn with_progress<T>(
    args: &RunArgs,
    (stages, log): (&Stages, Log),
    run: impl FnOnce(&Options<'_>) -> Result<T, Error>,
) -> Result<T, Failure> {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} editions, {per_sec}, {eta} left")
        .expect("the template is well-formed");
    let bar = if log == Log::Off { ProgressBar::new(0).with_style(style) } else { ProgressBar::hidden() };
    let (done, all) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let progress = |step| match step {
        Step::Stage(_) => stages.note(step),
        Step::Editions(editions) => {
            all.store(editions, Ordering::Relaxed);
            done.store(0, Ordering::Relaxed);
            bar.reset();
            bar.set_length(editions as u64);
        }
        Step::Edition => {
            bar.inc(1);
            let (done, all) = (done.fetch_add(1, Ordering::Relaxed) + 1, all.load(Ordering::Relaxed));
            if bar.is_hidden() && all >= MANY && done % (all / 10) == 0 {
                log.remark(format_args!("{done} of {all} editions"));
            }
        }
    };
    let options = Options {
        jobs: args.jobs.map_or(0, usize::from),
        locales: args.locale.iter().map(LocaleTag::new).collect(),
        only: only(&args.only)?,
        fail_on: args.fail_on.severity(),
        clock: clock(args.clock)?,
        progress: &progress,
    };
    let result = run(&options);
    bar.finish_and_clear();
    result.map_err(|error| match &error {
        Error::Publish(publish::Error::Held(_)) => Failure::held(error.to_string()),
        _ => Failure::trouble(error.to_string()),
    })
}

fn only(globs: &[Glob]) -> Result<Option<GlobSet>, Failure> {
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        set.add(glob.clone());
    }
    let set = set.build().map_err(|error| Failure::trouble(format!("--only: {error}")))?;
    Ok(Some(set).filter(|set| !set.is_empty()))
}

/// The time given by `--clock`, or by `SOURCE_DATE_EPOCH`.
pub(super) fn clock(given: Option<Clock>) -> Result<Option<Timestamp>, Failure> {
    let given = given.map(|clock| clock.0);
    let variable = std::env::var("SOURCE_DATE_EPOCH").ok().filter(|_| given.is_none());
    let Some(text) = variable else { return Ok(given) };
    let time = text.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    time.map(Some).ok_or_else(|| Failure::trouble(format!("SOURCE_DATE_EPOCH: `{text}` is no number of seconds")))
}

/// Reports what came of a run.
pub(super) fn report(root: &Path, run: &Run, args: &RunArgs, console: &mut Console) -> Result<(), Failure> {
    let proven: Vec<_> = run.proven.iter().map(String::as_str).collect();
    let root = from_here(root);
    let outcome = Outcome { findings: &run.findings, root: &root, proven: &proven, fail_on: args.fail_on.severity() };
    print(&outcome, args.format, console)
}

/// Prints what came of a run.
pub(super) fn print(outcome: &Outcome<'_>, format: ReportFormat, console: &mut Console) -> Result<(), Failure> {
    let colour = console.colour();
    let mut each =
        |show: &dyn Fn(&Finding) -> String| outcome.findings.iter().try_for_each(|finding| console.line(show(finding)));
    match format {
        ReportFormat::Human => each(&|finding| human(finding, colour) + "\n"),
        ReportFormat::Json => each(&json),
        ReportFormat::Github => each(&|finding| github(finding, outcome.root)),
        ReportFormat::Sarif => console.line(sarif(outcome)),
        ReportFormat::Junit => console.line(junit(outcome)),
    }
}

/// The project's folder as paths name it from here; nothing for the current folder, or for one that lies elsewhere.
fn from_here(root: &Path) -> String {
    let parts = root.components().filter(|part| *part != Component::CurDir);
    let names: Option<Vec<_>> =
        parts.map(|part| matches!(part, Component::Normal(_)).then(|| part.as_os_str().to_str())?).collect();
    names.unwrap_or_default().join("/")
}

pub(super) fn fails(findings: &Findings, args: &RunArgs) -> bool {
    findings.iter().any(|finding| finding.severity >= args.fail_on.severity())
}

fn editions(run: &Run) -> String {
    number(run.editions, "edition")
}

/// The findings, counted: `2 errors, 1 warning`.
pub(super) fn counts(findings: &Findings) -> String {
    let of = |severity| findings.iter().filter(|finding: &&Finding| finding.severity == severity).count();
    let kinds = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")];
    let counts: Vec<_> = kinds
        .into_iter()
        .filter(|(severity, _)| of(*severity) > 0)
        .map(|(severity, name)| number(of(severity), name))
        .collect();
    if counts.is_empty() { "no findings".to_owned() } else { counts.join(", ") }
}

/// A count with its noun: `1 error`, `2 errors`.
pub(super) fn number(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
