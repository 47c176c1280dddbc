//! The command line.
//!
//! In: arguments and the environment. Out: findings and lists on standard output, progress and one line of summary on standard
//! error, and an exit code ([`Exit`]). Each command is a function in a file of its own; none of them does more than ask the
//! library and print.

mod audit;
mod compare;
mod completions;
mod console;
mod diff;
mod explain;
mod figures;
mod init;
mod l10n;
mod list;
mod log;
mod rollback;
mod run;
mod schema;
mod serve;
mod summary;
mod text;

pub use console::{Console, Failure};

use crate::diagnostic::Code;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns statistics with sources into articles in several languages, and proves every figure.
#[derive(Debug, Parser)]
#[command(name = "numerate", version, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Args)]
struct Global {
    /// The project's folder
    #[arg(long, global = true, value_name = "DIR", default_value = ".", help_heading = "Global options")]
    root: PathBuf,
    /// When to use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value = "auto", help_heading = "Global options")]
    color: ColorWhen,
    #[command(flatten)]
    log: log::LogArgs,
}

/// When to use colours. `auto` asks the terminal, `NO_COLOR` and `CLICOLOR_FORCE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ColorWhen {
    Auto,
    Always,
    Never,
}

/// How lists and findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// One JSON object a line
    Json,
}

/// How the findings of a project are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    /// For people
    Human,
    /// One JSON object a line
    Json,
    /// A SARIF 2.1.0 log, for code scanning
    Sarif,
    /// JUnit's XML, for build servers
    Junit,
    /// Workflow commands of GitHub Actions, for annotations
    Github,
}

impl From<Format> for ReportFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Human => ReportFormat::Human,
            Format::Json => ReportFormat::Json,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check a project: its data, its texts, and every figure of every page
    Check(run::RunArgs),
    /// Check a project and publish what is proven to its output folder
    Build(run::RunArgs),
    /// Show the project in a browser while it is written
    Serve(serve::ServeArgs),
    /// Put an earlier site back in the place of the published one
    Rollback(rollback::RollbackArgs),
    /// List what a project has, or what numerate knows
    List(list::ListArgs),
    /// Explain the code of a finding
    Explain {
        /// The code, such as figure-mismatch
        code: String,
    },
    /// Print the JSON Schema of a kind of file
    Schema {
        /// The kind of file
        #[arg(value_parser = PossibleValuesParser::new(schema::names()))]
        kind: String,
    },
    /// Start a small project that builds
    Init {
        /// Its folder
        dir: PathBuf,
    },
    /// Read the figures of a text
    Figures(figures::FiguresArgs),
    /// Compare the figures of a text with those of its translation
    Compare(compare::CompareArgs),
    /// Find the garbled figures in texts that others made
    Audit(audit::AuditArgs),
    /// Tell which published figures moved between two builds, and why
    Diff(diff::DiffArgs),
    /// Help translators: what is missing, stale or wrong, and what a message shows
    #[command(subcommand)]
    L10n(l10n::L10n),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// The exit codes, which scheduled jobs rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to say.
    Clean = 0,
    /// Findings at or above `--fail-on`.
    Findings = 1,
    /// The arguments, the settings or the machine.
    Trouble = 2,
    /// Published, with a locale withheld.
    Withheld = 3,
    /// Another run holds the lock; try again.
    Held = 75,
}

impl Cli {
    /// Runs the command.
    pub fn run(self) -> Exit {
        let log = match self.global.log.begin() {
            Ok(log) => log,
            Err(failure) => {
                log::Log::Off.failure(&failure);
                return failure.exit;
            }
        };
        let mut console = Console::new(self.global.color, log);
        let root = &self.global.root;
        let result = match self.command {
            Command::Check(args) => run::check(root, &args, &mut console),
            Command::Build(args) => run::build(root, &args, &mut console),
            Command::Serve(args) => serve::serve(root, &args, &mut console),
            Command::Rollback(args) => rollback::rollback(root, &args, &mut console),
            Command::List(args) => list::list(root, &args, &mut console),
            Command::Explain { code } => explain::explain(&code, &mut console),
            Command::Schema { kind } => schema::schema(&kind, &mut console),
            Command::Init { dir } => init::init(&dir, &mut console),
            Command::Figures(args) => figures::figures(&args, &mut console),
            Command::Compare(args) => compare::compare(&args, &mut console),
            Command::Audit(args) => audit::audit(root, &args, &mut console),
            Command::Diff(args) => diff::diff(&args, &mut console),
            Command::L10n(command) => l10n::l10n(root, &command, &mut console),
            Command::Completions { shell } => completions::completions(shell, &mut console),
        };
        result.and_then(|exit| console.finish().map(|()| exit)).unwrap_or_else(|failure| {
            log.failure(&failure);
            failure.exit
        })
    }
}

/// The codes by name, for arguments.
fn codes() -> impl Iterator<Item = &'static str> {
    Code::ALL.iter().map(|code| code.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        <Cli as clap::CommandFactory>::command().debug_assert();
    }
}
