//! `diff OLD NEW`: which published figures moved between two builds, and why.
//!
//! With `--format json`, one object a line for each figure: `why`, the page, the stat or literal, and both sides as in the ledger.

use super::run::number;
use super::{Console, Exit, Failure, Format};
use crate::diff::{self, Ledger, Move, Why};
use clap::Args;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
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
    let (mut seen, mut groups, mut said) = (Seen::default(), Groups::default(), Ok(()));
    let tell = |one: &Move<'_>| {
        seen.add(one);
        match args.format {
            Format::Json if said.is_ok() => {
                said = console.line(serde_json::to_string(one).expect("a move has only string keys"));
            }
            Format::Json => {}
            Format::Human => groups.add(one),
        }
    };
    diff::diff(&old, &new, tell).map_err(|wrong| Failure::trouble(format!("a ledger {wrong}")))?;
    said?;
    groups.lines().try_for_each(|line| console.line(line))?;
    console.remark(&seen)?;
    Ok(if seen.figures == 0 { Exit::Clean } else { Exit::Findings })
}

fn ledger(path: &Path) -> Result<Ledger, Failure> {
    let file = if path.is_dir() { path.join("ledger.json") } else { path.to_owned() };
    let ledger = if file.as_os_str() == "-" { Ledger::read(std::io::stdin().lock()) } else { Ledger::open(&file) };
    ledger.map_err(|wrong| Failure::trouble(format!("{} {wrong}", file.display())))
}

/// What moved, for people: for each stat and reason a heading, and under it the pages; before them pages that came or went as a whole.
#[derive(Default)]
struct Groups {
    figures: BTreeMap<(Why, String), Vec<String>>,
    pages: BTreeMap<(Why, String), usize>,
}

impl Groups {
    fn add(&mut self, one: &Move<'_>) {
        let why = *one.why.first().expect("what moved has a reason");
        match one.whole_page {
            true => *self.pages.entry((why, one.path.to_owned())).or_default() += 1,
            false => self.figures.entry((why, heading(one))).or_default().push(line(one)),
        }
    }

    fn lines(self) -> impl Iterator<Item = String> {
        let pages = self.pages.into_iter().map(|((why, path), figures)| {
            let verb = if why == Why::Added { "added" } else { "removed" };
            format!("{path}: the page was {verb}, with {}", number(figures, "figure"))
        });
        let figures = self.figures.into_iter().flat_map(|((_, heading), lines)| std::iter::once(heading).chain(lines));
        pages.chain(figures)
    }
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
#[derive(Default)]
struct Seen {
    figures: usize,
    pages: BTreeSet<String>,
    locales: BTreeSet<String>,
}

impl Seen {
    fn add(&mut self, one: &Move<'_>) {
        self.figures += 1;
        if !self.pages.contains(one.path) {
            self.pages.insert(one.path.to_owned());
        }
        if !self.locales.contains(one.locale) {
            self.locales.insert(one.locale.to_owned());
        }
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.figures == 0 {
            return f.write_str("no figure moved");
        }
        let locales: Vec<_> = self.locales.iter().map(String::as_str).collect();
        let (figures, pages) = (number(self.figures, "figure"), number(self.pages.len(), "page"));
        write!(f, "{figures} moved on {pages}, in {}", locales.join(", "))
    }
}
