//! `completions`: a script that completes the command line in a shell.

use super::{Cli, Console, Exit, Failure};
use clap::CommandFactory;
use clap_complete::Shell;

/// Prints the script.
pub(super) fn completions(shell: Shell, console: &mut Console) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "numerate", &mut script);
    console.line(String::from_utf8_lossy(&script))?;
    Ok(Exit::Clean)
}
