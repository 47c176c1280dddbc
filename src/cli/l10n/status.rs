//! `l10n status`: how far the translations are, as a table, as JSON, or as a badge.

use super::super::{Console, Exit, Failure};
use super::{Loaded, Which};
use crate::l10n::status::{Row, badge, of_locale};
use clap::{Args, ValueEnum};
use std::path::Path;

/// The options of `l10n status`.
#[derive(Debug, Args)]
pub(in crate::cli) struct StatusArgs {
    #[command(flatten)]
    which: Which,
    /// How to print it
    #[arg(long, value_enum, default_value = "human")]
    format: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A table
    Human,
    /// One JSON object a line; that of a whole locale has no article
    Json,
    /// A badge of one locale, as SVG
    Badge,
}

const HEAD: [&str; 8] = ["locale", "article", "messages", "missing", "stale", "unreviewed", "approved", "words left"];

/// Prints how far the translations are.
pub(super) fn status(root: &Path, args: &StatusArgs, console: &mut Console) -> Result<Exit, Failure> {
    let loaded = Loaded::read(root, console)?;
    let desk = loaded.desk();
    let locales = args.which.locales(&loaded.project)?;
    let mut rows: Vec<Row> = locales.iter().flat_map(|tag| of_locale(&desk, tag)).collect();
    rows.retain(|row| row.article.as_deref().map_or(args.which.article.is_empty(), |article| args.which.has(article)));
    match args.format {
        Form::Json => {
            rows.iter().try_for_each(|row| console.line(serde_json::to_string(row).expect("a row has only string keys")))?
        }
        Form::Human => table(&rows).into_iter().try_for_each(|line| console.line(line))?,
        Form::Badge => match rows.iter().filter(|row| row.article.is_none()).collect::<Vec<_>>()[..] {
            [whole] => console.line(badge(whole))?,
            _ => return Err(Failure::trouble("a badge is about one locale: name it with --locale")),
        },
    }
    Ok(Exit::Clean)
}

/// A table: names to the left, numbers to the right, and an empty line before the next locale.
fn table(rows: &[Row]) -> Vec<String> {
    let cells = |row: &Row| {
        let numbers = [row.messages, row.missing, row.stale, row.unreviewed, row.approved, row.words_left];
        let numbers = numbers.iter().map(|number| if *number == 0 { "·".to_owned() } else { number.to_string() });
        [row.locale.clone(), row.article.clone().unwrap_or_else(|| "all".to_owned())].into_iter().chain(numbers).collect()
    };
    let lines: Vec<Vec<String>> = [HEAD.map(str::to_owned).to_vec()].into_iter().chain(rows.iter().map(cells)).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<_> = (0..HEAD.len()).map(width).collect();
    let mut out = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let cell = |(column, text): (usize, &String)| match column {
            0 | 1 => format!("{text:width$}", width = widths[column]),
            _ => format!("{text:>width$}", width = widths[column]),
        };
        out.push(line.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned());
        let is_whole = number > 0 && rows[number - 1].article.is_none();
        out.extend((is_whole && number < rows.len()).then(String::new));
    }
    out
}
