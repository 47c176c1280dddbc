//! `serve`.

use super::run::{Clock, clock};
use super::{Console, Exit, Failure};
use crate::serve::{Event, Options, Preview};
use clap::Args;
use jiff::tz::TimeZone;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The options of `serve`.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    /// The port on this machine's own address; 0 for any that is free
    #[arg(long, value_name = "N", default_value = "4321")]
    port: u16,
    /// The editor that places are opened in: vscode, vscodium, cursor, zed, idea, sublime, textmate, none, or an address with
    /// {path}, {line} and {column}
    #[arg(long, value_name = "EDITOR", default_value = "vscode")]
    editor: String,
    /// Look at the files so often, where the system does not tell of changes (network folders, some containers)
    #[arg(long, value_name = "MILLISECONDS", value_parser = clap::value_parser!(u16).range(50..))]
    poll: Option<u16>,
    /// The time of the preview (RFC 3339), or `now` for the machine's [default: SOURCE_DATE_EPOCH]
    #[arg(long, value_name = "TIME|now")]
    clock: Option<Clock>,
}

/// Addresses that open a place in an editor, by its name.
const EDITORS: &[(&str, &str)] = &[
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
];

/// Shows the project until the process is stopped.
pub(super) fn serve(root: &Path, args: &ServeArgs, console: &mut Console) -> Result<Exit, Failure> {
    let options = Options {
        port: args.port,
        today: clock(args.clock)?.map(|now| now.to_zoned(TimeZone::UTC).date()),
        poll: args.poll.map(|every| Duration::from_millis(every.into())),
        editor: editor(&args.editor)?,
    };
    let preview = Preview::open(root, options).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            Failure::trouble(format!("port {} is taken; choose another: `--port 0` for any that is free", args.port))
        }
        _ => Failure::trouble(format!("{}: {error}", root.display())),
    })?;
    let address = preview.address().map_err(|error| Failure::trouble(error.to_string()))?;
    console.remark(format_args!("preview at http://{address}/ until you press Ctrl-C"))?;
    let last = Mutex::new(None);
    let told = |event| {
        let Event::Read(counts) = event;
        if last.lock().unwrap_or_else(PoisonError::into_inner).replace(counts) != Some(counts) {
            eprintln!("numerate: in the project's files: {}", in_words(counts));
        }
    };
    preview.run(&told).map_err(|error| Failure::trouble(error.to_string()))?;
    Ok(Exit::Clean)
}

/// Errors, warnings and notes, counted.
fn in_words(counts: [usize; 3]) -> String {
    let nouns = ["error", "warning", "note"];
    let counts: Vec<_> = counts
        .into_iter()
        .zip(nouns)
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| super::run::number(count, noun))
        .collect();
    if counts.is_empty() { "no findings".to_owned() } else { counts.join(", ") }
}

/// The address that opens a place in the editor of that name; one that a person gives must name the file.
fn editor(given: &str) -> Result<Option<String>, Failure> {
    if given == "none" {
        return Ok(None);
    }
    match EDITORS.iter().find(|(name, _)| *name == given) {
        Some((_, address)) => Ok(Some((*address).to_owned())),
        None if given.contains("{path}") && given.contains(':') && !given.starts_with("javascript:") => {
            Ok(Some(given.to_owned()))
        }
        None => {
            let names: Vec<_> = EDITORS.iter().map(|(name, _)| *name).collect();
            Err(Failure::trouble(format!(
                "--editor: `{given}` is none of {}, none, and no address with {{path}}",
                names.join(", ")
            )))
        }
    }
}
