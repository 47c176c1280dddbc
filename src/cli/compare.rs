//! `compare`: does a translation say the same figures as its source?
//!
//! With `--format json`, one object a line for each pair of texts, in a format that other programs rely on. Offsets count
//! Unicode scalar values; the end is exclusive; a side on which there is nothing is null.

use super::text::{self, Input};
use super::{Console, Exit, Failure, Format};
use crate::compare::{Change, compare as changes_between};
use crate::diagnostic::{Code, Severity};
use clap::Args;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::ops::Range;
use std::path::PathBuf;

/// The options of `compare`.
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// The source text; with `--input jsonl` a file of {"id", "src", "tgt"} objects; `-` reads standard input
    #[arg(default_value = "-")]
    source: PathBuf,
    /// Its translation
    target: Option<PathBuf>,
    /// The locale of the source
    #[arg(long, value_name = "TAG")]
    from: String,
    /// The locale of the translation; may be the same
    #[arg(long, value_name = "TAG")]
    to: String,
    /// How to print what differs
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// How the input is laid out
    #[arg(long, value_enum, default_value = "text")]
    input: Input,
}

/// A line of input.
#[derive(Deserialize)]
struct Pair {
    #[serde(default)]
    id: Value,
    src: String,
    tgt: String,
}

/// A line of output; the keys and their order are a format that other programs rely on.
#[derive(Serialize)]
struct Comparison<'a> {
    id: &'a Value,
    findings: Vec<Shown<'a>>,
}

#[derive(Serialize)]
struct Shown<'a> {
    code: Code,
    severity: Severity,
    src: Option<[usize; 2]>,
    tgt: Option<[usize; 2]>,
    message: &'a str,
}

/// Compares two files, or the pairs of one.
pub(super) fn compare(args: &CompareArgs, console: &mut Console) -> Result<Exit, Failure> {
    let (from, to) = (text::language(&args.from)?, text::language(&args.to)?);
    let mut exit = Exit::Clean;
    let mut one = |id: Value, source: &str, target: &str| {
        let changes = changes_between(from, source, to, target);
        if !changes.is_empty() {
            exit = Exit::Findings;
        }
        print(&id, source, target, &changes, args.format, console)
    };
    if args.input == Input::Text {
        let target =
            args.target.as_ref().ok_or_else(|| Failure::trouble("compare needs a source and a target".to_owned()))?;
        one(Value::Null, &text::read(&args.source)?, &text::read(target)?)?;
        return Ok(exit);
    }
    for pair in text::objects(&args.source, &text::read(&args.source)?) {
        let Pair { id, src, tgt } = pair?;
        one(id, &src, &tgt)?;
    }
    Ok(exit)
}

fn print(
    id: &Value,
    source: &str,
    target: &str,
    changes: &[Change],
    format: Format,
    console: &mut Console,
) -> Result<(), Failure> {
    let shown = changes.iter().map(|change| Shown {
        code: change.code,
        severity: change.severity(),
        src: change.source.as_ref().map(|span| characters(source, span)),
        tgt: change.target.as_ref().map(|span| characters(target, span)),
        message: &change.message,
    });
    match format {
        Format::Json => {
            let comparison = Comparison { id, findings: shown.collect() };
            console.line(serde_json::to_string(&comparison).expect("a comparison has only string keys"))
        }
        Format::Human => changes.iter().try_for_each(|change| console.line(human(id, source, target, change))),
    }
}

/// Offsets in Unicode scalar values.
fn characters(text: &str, span: &Range<usize>) -> [usize; 2] {
    let start = text[..span.start].chars().count();
    [start, start + text[span.clone()].chars().count()]
}

/// A change as a line: the lines on both sides, the code, what is wrong.
fn human(id: &Value, source: &str, target: &str, change: &Change) -> String {
    let line = |text: &str, span: &Option<Range<usize>>| {
        span.as_ref().map_or("-".to_owned(), |span| (text[..span.start].matches('\n').count() + 1).to_string())
    };
    let id = match id {
        Value::Null => String::new(),
        Value::String(id) => format!("{id}: "),
        other => format!("{other}: "),
    };
    format!(
        "{id}line {} → {}: {}: {}",
        line(source, &change.source),
        line(target, &change.target),
        change.code.name(),
        change.message
    )
}
