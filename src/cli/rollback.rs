//! `rollback`: an earlier site back in the place of the published one, in one rename.

use super::{Console, Exit, Failure};
use crate::load::settings;
use crate::publish::{self, Error, list_releases, roll_back};
use clap::Args;
use std::path::Path;

/// The options of `rollback`.
#[derive(Debug, Args)]
pub(super) struct RollbackArgs {
    /// The number of the release [default: the last]
    #[arg(long, value_name = "N")]
    to: Option<u32>,
    /// List the releases that are kept, and change nothing
    #[arg(long, conflicts_with = "to")]
    list: bool,
}

/// Rolls back.
pub(super) fn rollback(root: &Path, args: &RollbackArgs, console: &mut Console) -> Result<Exit, Failure> {
    let Some(settings) = settings(root) else {
        return Err(Failure::trouble("the settings cannot be read; `numerate check` says why".to_owned()));
    };
    let output = &settings.output;
    let failure = |error: Error| match error {
        publish::Error::Held(_) => Failure::held(error.to_string()),
        _ => Failure::trouble(error.to_string()),
    };
    if args.list {
        for number in list_releases(root, output).map_err(failure)? {
            console.line(format!("{number:06}"))?;
        }
        return Ok(Exit::Clean);
    }
    let number = roll_back(root, output, args.to).map_err(failure)?;
    // Where no site stood, nothing has taken the place of the release.
    let is_kept = list_releases(root, output).map_err(failure)?.contains(&number);
    let rest = if is_kept { "; what it was has taken that number" } else { "" };
    console.remark(format_args!("{output} is release {number:06} again{rest}"))?;
    Ok(Exit::Clean)
}
