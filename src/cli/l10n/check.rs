//! `l10n check`: everything that is wrong in the texts of the locales, file by file, in the order of the lines.

use super::super::run::counts;
use super::super::summary::{Ended, Stages};
use super::super::{Console, Exit, Failure, ReportFormat, run};
use crate::diagnostic::{Finding, Findings, Severity};
use crate::pipeline;
use clap::Args;
use std::collections::BTreeSet;
use std::path::Path;

/// The options of `l10n check`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CheckArgs {
    #[command(flatten)]
    run: run::RunArgs,
    /// Show each finding with its line of text
    #[arg(long)]
    long: bool,
}

/// Checks the texts of the locales.
pub(super) fn check(root: &Path, args: &CheckArgs, console: &mut Console) -> Result<Exit, Failure> {
    run::told(root, &args.run, |stages| texts(root, args, stages, console))
}

fn texts(root: &Path, args: &CheckArgs, stages: &Stages, console: &mut Console) -> Result<Ended, Failure> {
    let mut run = run::with_progress(&args.run, (stages, console.log()), |options| pipeline::check(root, options))?;
    if run.settings.is_none() {
        run::report(root, &run, &args.run, console)?;
        return Ok(Ended { run, published: None, exit: Exit::Trouble });
    }
    // What is wrong in a text is wrong in its pages, too: they are shown only where no text of the locale says why.
    let faulty: BTreeSet<String> =
        run.findings.iter().filter(|finding| is_text_error(finding)).filter_map(|finding| finding.locale.clone()).collect();
    let is_meant = |finding: &Finding| match &finding.locale {
        _ if is_in_texts(finding) => true,
        Some(tag) => finding.place.path().starts_with("data/") || !faulty.contains(tag),
        None => false,
    };
    let mut said: Option<Finding> = None;
    run.findings.retain(|finding| is_meant(finding) && is_new(finding, &mut said));
    match args.run.format() {
        ReportFormat::Human if !args.long => short(&run.findings).into_iter().try_for_each(|line| console.line(line))?,
        _ => run::report(root, &run, &args.run, console)?,
    }
    console.remark(counts(&run.findings))?;
    let exit = if run::fails(&run.findings, &args.run) { Exit::Findings } else { Exit::Clean };
    Ok(Ended { run, published: None, exit })
}

/// Whether a finding is in a text of a locale: what is wrong with data and templates is another's work.
fn is_in_texts(finding: &Finding) -> bool {
    finding.place.path().starts_with("locales/")
}

fn is_text_error(finding: &Finding) -> bool {
    is_in_texts(finding) && finding.severity == Severity::Error
}

/// Whether the finding before this one has not said the same: two stages may meet one mistake, and word it in two ways.
fn is_new(finding: &Finding, said: &mut Option<Finding>) -> bool {
    let name = |finding: &Finding| finding.message.split('`').nth(1).unwrap_or_default().trim_start_matches('$').to_owned();
    let is_same = |said: &Finding| {
        let (a, b) = (&said.place, &finding.place);
        said.code == finding.code
            && a.path() == b.path()
            && a.span().start <= b.span().end
            && b.span().start <= a.span().end
            && name(said) == name(finding)
    };
    let is_new = !said.as_ref().is_some_and(is_same);
    *said = Some(finding.clone());
    is_new
}

/// Findings as aligned lines under the name of their file.
fn short(findings: &Findings) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = &findings[..];
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|finding| finding.place.path() == first.place.path()).count();
        let (file, others) = rest.split_at(same);
        rest = others;
        lines.extend((!lines.is_empty()).then(String::new));
        lines.push(first.place.path().to_owned());
        let at = |finding: &Finding| {
            let (line, column) = finding.place.line_column();
            format!("{line}:{column}")
        };
        let (places, codes) =
            (file.iter().map(|finding| at(finding).len()), file.iter().map(|finding| finding.code.name().len()));
        let (place, code) = (places.max().unwrap_or(0), codes.max().unwrap_or(0));
        for finding in file {
            let severity = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            let help = finding.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
            lines.push(format!(
                "  {:>place$}  {severity:7}  {:code$}  {}{help}",
                at(finding),
                finding.code.name(),
                finding.message
            ));
        }
    }
    lines
}
