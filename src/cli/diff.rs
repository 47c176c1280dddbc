//! `diff OLD NEW`: which published figures moved between two builds, and why.
//!
//! With `--format json`, one object a line for each figure: `why`, the page, the stat or literal, and both sides as in the ledger.

use super::run::number;
use super::{Console, Exit, Failure, Format, text};
use crate::diff::{self, Ledger, Move, Why};
use clap::Args;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The options of `diff`.
#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// The earlier build: its output folder, or its ledger.json
    old: PathBuf,
    /// The later build
    new: PathBuf,
    /// How to print what moved
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

/// Compares two builds.
pub(super) fn diff(args: &DiffArgs, console: &mut Console) -> Result<Exit, Failure> {
    let (old, new) = (ledger(&args.old)?, ledger(&args.new)?);
    let moves = diff::diff(&old, &new);
    match args.format {
        Format::Json => moves
            .iter()
            .try_for_each(|one| console.line(serde_json::to_string(one).expect("a move has only string keys")))?,
        Format::Human => human(&moves).into_iter().try_for_each(|line| console.line(line))?,
    }
    eprintln!("numerate: {}", summary(&moves));
    Ok(if moves.is_empty() { Exit::Clean } else { Exit::Findings })
}

fn ledger(path: &Path) -> Result<Ledger, Failure> {
    let file = if path.is_dir() { path.join("ledger.json") } else { path.to_owned() };
    Ledger::read(&text::read(&file)?).map_err(|wrong| Failure::trouble(format!("{} {wrong}", file.display())))
}

/// What moved as lines: for each stat and reason a heading, and under it the pages.
fn human(moves: &[Move<'_>]) -> Vec<String> {
    let mut groups: BTreeMap<(Why, String), Vec<String>> = BTreeMap::new();
    let mut pages: BTreeMap<(Why, &str), usize> = BTreeMap::new();
    for one in moves {
        let why = *one.why.first().expect("what moved has a reason");
        if one.whole_page {
            *pages.entry((why, one.path)).or_default() += 1;
            continue;
        }
        groups.entry((why, heading(one))).or_default().push(line(one));
    }
    let pages = pages.into_iter().map(|((why, path), figures)| {
        let verb = if why == Why::Added { "added" } else { "removed" };
        format!("{path}: the page was {verb}, with {}", number(figures, "figure"))
    });
    let groups = groups.into_iter().flat_map(|((_, heading), lines)| std::iter::once(heading).chain(lines));
    pages.chain(groups).collect()
}

/// What happened to a stat or a literal.
fn heading(one: &Move<'_>) -> String {
    let reasons: Vec<_> = one
        .why
        .iter()
        .map(|why| match (why, one.stat) {
            (Why::Stat, Some([old, new])) if one.because.is_empty() => format!("the value changed from {old} to {new}"),
            (Why::Stat, Some([old, new])) => {
                format!("the value changed from {old} to {new}, with {}", one.because.join(" and "))
            }
            (Why::Stat, None) => "the value changed".to_owned(),
            (Why::Source, _) => source(one),
            (Why::Wording, _) => "worded otherwise".to_owned(),
            (Why::Added, _) => "added".to_owned(),
            (Why::Removed, _) => "removed".to_owned(),
            (Why::Moved, _) => "moved".to_owned(),
            (Why::Page, _) => "what the page says of itself changed".to_owned(),
        })
        .collect();
    format!("{}: {}", one.name, reasons.join("; "))
}

/// What of the source changed.
fn source(one: &Move<'_>) -> String {
    let (Some(old), Some(new)) = (one.old.map(|old| &old.ground), one.new.map(|new| &new.ground)) else {
        return "the source changed".to_owned();
    };
    if old.sources != new.sources {
        format!("the source changed from {} to {}", old.sources.join(", "), new.sources.join(", "))
    } else if old.cell != new.cell {
        "the cell of the table changed".to_owned()
    } else if old.quote != new.quote {
        "the words of the source changed".to_owned()
    } else {
        format!("the source {} changed itself", new.sources.join(", "))
    }
}

/// A figure of a page: where it stands, and its text before and after.
fn line(one: &Move<'_>) -> String {
    let element = one.new.or(one.old).and_then(|figure| figure.element.as_ref());
    let place = element.map_or_else(|| one.path.to_owned(), |element| format!("{}#{element}", one.path));
    let texts = match (one.old, one.new) {
        (Some(old), Some(new)) if old.text == new.text => format!("{}, as before", new.text),
        (Some(old), Some(new)) => format!("{} → {}", old.text, new.text),
        (old, new) => new.or(old).map(|figure| figure.text.clone()).unwrap_or_default(),
    };
    let messages = match (one.old, one.new) {
        (Some(old), Some(new)) if old.message != new.message => format!(" ({} → {})", old.message, new.message),
        (old, new) => new.or(old).map(|figure| format!(" ({})", figure.message)).unwrap_or_default(),
    };
    format!("  {place}: {texts}{messages}")
}

/// How many figures moved, on how many pages, in which languages.
fn summary(moves: &[Move<'_>]) -> String {
    if moves.is_empty() {
        return "no figure moved".to_owned();
    }
    let pages: BTreeSet<_> = moves.iter().map(|one| one.path).collect();
    let locales: BTreeSet<_> = moves.iter().map(|one| one.locale).collect();
    let locales: Vec<_> = locales.into_iter().collect();
    format!("{} moved on {}, in {}", number(moves.len(), "figure"), number(pages.len(), "page"), locales.join(", "))
}
