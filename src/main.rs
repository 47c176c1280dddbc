//! The command `numerate`.

use clap::Parser;
use numerate::cli::Cli;
use std::process::ExitCode;

/// Threads that make many small things are served without waiting for one another, and without a system call for each page of memory.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(Cli::parse().run() as u8)
}
