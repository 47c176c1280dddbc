//! `--log`: what a run tells of itself on standard error, as text or as JSON lines.
//!
//! In: the arguments and `NUMERATE_LOG`. Out: a subscriber to the events of the pipeline, each line with time, level, target and
//! stage. As JSON, the remarks of a command are lines of the log, too, so that a reader finds nothing else on standard error. What
//! can go wrong: a level that there is not.

use super::Failure;
use clap::{Args, ValueEnum};
use std::fmt;
use tracing::level_filters::LevelFilter;

/// The variable that names the level where no argument does.
const VARIABLE: &str = "NUMERATE_LOG";

#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Global options")]
pub(super) struct LogArgs {
    /// Log what the run does, on standard error [default: off, or text where a level is given]
    #[arg(long, global = true, value_enum, value_name = "FORMAT")]
    log: Option<Log>,
    /// How much is logged [default: NUMERATE_LOG, or info]
    #[arg(long, global = true, value_enum, value_name = "LEVEL")]
    log_level: Option<Level>,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Log {
    /// For people
    Text,
    /// One JSON object a line
    Json,
    /// Not at all
    Off,
}

/// How much is logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Level {
    /// What stopped a run
    Error,
    /// And what it withheld
    Warn,
    /// And its stages
    Info,
    /// And its articles
    Debug,
}

impl From<Level> for LevelFilter {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => LevelFilter::ERROR,
            Level::Warn => LevelFilter::WARN,
            Level::Info => LevelFilter::INFO,
            Level::Debug => LevelFilter::DEBUG,
        }
    }
}

impl LogArgs {
    /// Begins the log; how it is written.
    pub(super) fn begin(self) -> Result<Log, Failure> {
        let level = match self.log_level {
            Some(level) => Some(level),
            None => named_level()?,
        };
        let log = self.log.unwrap_or(if level.is_some() { Log::Text } else { Log::Off });
        let level = level.unwrap_or(Level::Info);
        let lines = tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr);
        match log {
            Log::Text => lines.with_ansi(false).init(),
            Log::Json => lines.json().flatten_event(true).with_current_span(false).with_span_list(false).init(),
            Log::Off => {}
        }
        Ok(log)
    }
}

impl Log {
    /// Says how a command goes.
    pub(super) fn remark(self, text: impl fmt::Display) {
        match self {
            Log::Json => tracing::info!(stage = "report", "{text}"),
            Log::Text | Log::Off => eprintln!("numerate: {text}"),
        }
    }

    /// Says why a command stopped.
    pub(super) fn failure(self, failure: &Failure) {
        match self {
            Log::Json => tracing::error!(stage = "report", exit = failure.exit as u8, "{failure}"),
            Log::Text | Log::Off => eprintln!("numerate: {failure}"),
        }
    }
}

/// The level that the environment names; an empty one is none.
fn named_level() -> Result<Option<Level>, Failure> {
    let Some(name) = std::env::var_os(VARIABLE).filter(|name| !name.is_empty()) else { return Ok(None) };
    let level = name.to_str().and_then(|name| Level::from_str(name, true).ok());
    let unknown = || {
        let name = name.to_string_lossy();
        Failure::trouble(format!("{VARIABLE}: there is no level `{name}`; there are error, warn, info, debug"))
    };
    level.map(Some).ok_or_else(unknown)
}
