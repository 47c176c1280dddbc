//! The command `numerate`.

use clap::Parser;
use numerate::cli::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(Cli::parse().run() as u8)
}
