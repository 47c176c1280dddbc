//! `list`: what a project has, and what numerate knows.

use super::run::{Clock, clock, counts, print};
use super::{Console, Exit, Failure, Format};
use crate::diagnostic::{At, Code, Outcome, Severity};
use crate::figure::LANGUAGES;
use crate::load::load;
use crate::model::stat::StatValue;
use crate::model::{LocaleTag, Project, Source, Standing};
use clap::{Args, ValueEnum};
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// The options of `list`.
#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// What to list
    what: What,
    /// How to print it
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Only this locale (for constructs); may be given more than once
    #[arg(long, value_name = "TAG")]
    locale: Vec<String>,
    /// The time to list at (RFC 3339), or `now` for the machine's [default: SOURCE_DATE_EPOCH]
    #[arg(long, value_name = "TIME|now")]
    clock: Option<Clock>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// The articles
    Articles,
    /// The stats
    Stats,
    /// The sources
    Sources,
    /// The articles that are to be published later
    Scheduled,
    /// The articles that are no longer published
    Expired,
    /// The sources that are older than they may grow
    Stale,
    /// The locales
    Locales,
    /// The ways in which each language words a quantity
    Constructs,
    /// The codes of findings
    Codes,
}

/// A line of a list: names and values.
type Row = Vec<(&'static str, Value)>;

/// Lists.
pub(super) fn list(root: &Path, args: &ListArgs, console: &mut Console) -> Result<Exit, Failure> {
    let rows = match args.what {
        What::Constructs => constructs(&args.locale),
        What::Codes => codes(),
        _ => {
            let (project, findings) = load(root);
            let Some(project) = project else {
                let outcome = Outcome { findings: &findings, root: "", proven: &[], fail_on: Severity::Error };
                print(&outcome, args.format.into(), console)?;
                return Ok(Exit::Trouble);
            };
            if findings.has_errors() {
                console.remark(format_args!("the project has {}; `numerate check` shows them", counts(&findings)))?;
            }
            match args.what {
                What::Scheduled | What::Expired | What::Stale => at_time(&project, args)?,
                what => of_project(&project, what),
            }
        }
    };
    match args.format {
        Format::Json => rows.into_iter().try_for_each(|row| {
            let object: Map<_, _> = row.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            console.line(Value::Object(object))
        })?,
        Format::Human => columns(&rows).into_iter().try_for_each(|line| console.line(line))?,
    }
    Ok(Exit::Clean)
}

fn constructs(locales: &[String]) -> Vec<Row> {
    let wanted = LANGUAGES.iter().filter(|language| locales.is_empty() || locales.iter().any(|tag| tag == language.tag));
    let row = |tag: &'static str, name: &'static str| vec![("locale", tag.into()), ("name", name.into())];
    wanted.flat_map(|language| language.constructs().map(|name| row(language.tag, name))).collect()
}

fn codes() -> Vec<Row> {
    let row = |code: &Code| {
        let severity = serde_json::to_value(code.severity()).expect("a severity is a string");
        vec![("code", code.name().into()), ("severity", severity), ("summary", code.summary().into())]
    };
    Code::ALL.iter().map(row).collect()
}

/// What depends on the time.
fn at_time(project: &Project, args: &ListArgs) -> Result<Vec<Row>, Failure> {
    let Some(now) = clock(args.clock)? else {
        return Err(Failure::trouble("this list needs a time: `--clock now`, or SOURCE_DATE_EPOCH".to_owned()));
    };
    if args.what == What::Stale {
        let today = now.to_zoned(TimeZone::UTC).date();
        let sources = project.sources.values().filter_map(|source| Some((&**source, source.outgrown(today)?)));
        let row = |(source, (limit, severity)): (&Source, (&At<u32>, Severity))| {
            vec![
                ("id", source.id.as_str().into()),
                ("published", source.published.map(|day| day.to_string()).unwrap_or_default().into()),
                ("months", limit.value.to_string().into()),
                ("severity", serde_json::to_value(severity).expect("a severity is a string")),
            ]
        };
        return Ok(sources.map(row).collect());
    }
    let is_wanted = |standing: Standing| match args.what {
        What::Expired => matches!(standing, Standing::Expired(_)),
        _ => matches!(standing, Standing::Scheduled(_) | Standing::Draft),
    };
    let mut articles: Vec<_> =
        project.articles.values().map(|article| (article.schedule.standing(Some(now)), article)).collect();
    articles.retain(|(standing, _)| is_wanted(*standing));
    articles.sort_by_key(|(standing, article)| (standing.since().is_none(), standing.since(), article.id.value.clone()));
    let row = |(standing, article): &(Standing, &std::sync::Arc<crate::model::Article>)| {
        vec![
            ("id", article.id.as_str().into()),
            ("state", standing.name().into()),
            ("at", standing.since().map(|at| at.to_string()).into()),
        ]
    };
    Ok(articles.iter().map(row).collect())
}

fn of_project(project: &Project, what: What) -> Vec<Row> {
    match what {
        What::Articles => {
            let articles = project.articles.values();
            let row = |article: &std::sync::Arc<crate::model::Article>| {
                vec![
                    ("id", article.id.as_str().into()),
                    ("published", article.published.to_string().into()),
                    ("template", article.template.value.as_str().into()),
                    ("slug", article.slug.as_str().into()),
                ]
            };
            articles.map(row).collect()
        }
        What::Stats => project.stats.values().map(stat).collect(),
        What::Sources => {
            let row = |source: &crate::model::Source| {
                vec![
                    ("id", source.id.as_str().into()),
                    ("published", source.published.map(|day| day.to_string()).unwrap_or_default().into()),
                    ("producer", source.producer.as_str().into()),
                    ("title", source.title.as_str().into()),
                ]
            };
            project.sources.values().map(AsRef::as_ref).map(row).collect()
        }
        _ => {
            let role = |locale: &LocaleTag| if *locale == project.settings.base_locale { "base" } else { "translation" };
            let row = |locale: &LocaleTag| vec![("locale", locale.as_str().into()), ("role", role(locale).into())];
            project.settings.locales.iter().map(row).collect()
        }
    }
}

fn stat(entry: &crate::model::project::TopicStat) -> Row {
    let stat = &entry.stat;
    let value = match &stat.value.value {
        StatValue::Given(amount) => Value::String(amount.to_string()),
        StatValue::Derived(_) => Value::Null,
    };
    vec![
        ("id", stat.id.as_str().into()),
        ("value", value),
        ("kind", stat.kind.name().into()),
        ("unit", stat.unit.map(|unit| unit.to_string()).into()),
        ("status", stat.status.name().into()),
        ("source", stat.source.as_ref().map(|source| source.as_str()).into()),
        ("topic", entry.topic.as_str().into()),
    ]
}

/// Rows as lines, each column but the last as wide as its widest value on a terminal: Chinese letters take two columns, Thai vowels
/// above and below none.
fn columns(rows: &[Row]) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or("–").to_owned();
    let width = |column: usize| rows.iter().map(|row| text(&row[column].1).width()).max().unwrap_or(0);
    let widths: Vec<_> = (0..rows.first().map_or(0, Vec::len)).map(width).collect();
    let line = |row: &Row| {
        let cell = |((_, value), width): (&(&str, Value), &usize)| {
            let text = text(value);
            let room = " ".repeat(width - text.width());
            text + &room
        };
        let cells = row.iter().zip(&widths).map(cell);
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
