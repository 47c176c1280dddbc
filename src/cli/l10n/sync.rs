//! `l10n sync`: brings the files of the locales up to the base locale.

use super::super::run::number;
use super::super::{Console, Exit, Failure};
use super::{Loaded, Which};
use crate::l10n::sync::sync as bring_up;
use crate::l10n::{NewText, write};
use clap::Args;
use std::path::Path;

/// The options of `l10n sync`.
#[derive(Debug, Args)]
pub(in crate::cli) struct SyncArgs {
    #[command(flatten)]
    which: Which,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Adds what is missing, and moves aside what is obsolete.
pub(super) fn sync(root: &Path, args: &SyncArgs, console: &mut Console) -> Result<Exit, Failure> {
    let loaded = Loaded::read(root, console)?;
    let desk = loaded.desk();
    let (mut added, mut moved) = (0, 0);
    for tag in args.which.locales(&loaded.project)? {
        let sync = bring_up(&desk, tag, |article| args.which.has(article));
        added += sync.added.len();
        moved += sync.moved.len();
        // What is moved is written where it goes before it is taken from where it was: a run that dies in between loses nothing.
        let mut texts = Vec::new();
        for (path, edits) in &sync.files {
            let before = match std::fs::read(root.join(path)) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
                Err(error) => return Err(Failure::trouble(format!("{path}: {error}"))),
            };
            let known = loaded.texts.files(tag).iter().find(|file| file.text.path() == path);
            let text = before.as_deref().map(|bytes| bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
            if known.is_some_and(|known| text != Some(known.text.text().as_bytes())) {
                return Err(Failure::trouble(format!("{path}: somebody changed it meanwhile; run the command again")));
            }
            let after = edits.apply(before.as_deref().unwrap_or_default());
            let is_source = edits.counts.1 > 0;
            texts.push((is_source, edits.counts, NewText { path: path.clone(), before, after }));
        }
        texts.sort_by_key(|(is_source, ..)| *is_source);
        for (_, counts, text) in &texts {
            if !args.dry_run {
                write(root, text).map_err(|error| Failure::trouble(format!("{}: {error}", text.path)))?;
            }
            match counts {
                (0, 0) => console.line(format_args!("{}  kept here", text.path))?,
                (added, 0) => console.line(format_args!("{}  {added} added", text.path))?,
                (0, moved) => console.line(format_args!("{}  {moved} moved aside", text.path))?,
                (added, moved) => console.line(format_args!("{}  {added} added, {moved} moved aside", text.path))?,
            }
        }
    }
    let would = if args.dry_run { "would be " } else { "" };
    console.remark(format_args!(
        "{} {would}added, {} {would}moved aside",
        number(added, "message"),
        number(moved, "message")
    ))?;
    Ok(Exit::Clean)
}
