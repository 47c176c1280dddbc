//! Texts that numerate did not write: how `figures` and `compare` are given them.

use super::Failure;
use crate::diagnostic::nearest;
use crate::figure::{LANGUAGES, Language};
use clap::ValueEnum;
use serde::de::DeserializeOwned;
use std::io::Read;
use std::path::Path;

/// How the input is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Input {
    /// Plain text
    Text,
    /// One JSON object a line
    Jsonl,
}

/// The language of a locale.
pub(super) fn language(tag: &str) -> Result<&'static Language, Failure> {
    Language::of(tag).ok_or_else(|| {
        let tags: Vec<_> = LANGUAGES.iter().map(|language| language.tag).collect();
        let near = nearest(tag, tags.iter().copied()).map(|tag| format!("; did you mean `{tag}`?")).unwrap_or_default();
        Failure::trouble(format!("there is no locale `{tag}`, but {}{near}", tags.join(", ")))
    })
}

/// The text of a file, or of standard input for `-`.
pub(super) fn read(file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    match file.to_str() {
        Some("-") => std::io::stdin().lock().read_to_end(&mut bytes).map_err(Failure::io(file))?,
        _ => std::fs::File::open(file).and_then(|mut file| file.read_to_end(&mut bytes)).map_err(Failure::io(file))?,
    };
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        Failure::trouble(format!("{}: not UTF-8 from byte {offset} on", file.display()))
    })
}

/// The objects of a text with one JSON object a line; empty lines are passed over.
pub(super) fn objects<T: DeserializeOwned>(file: &Path, text: &str) -> impl Iterator<Item = Result<T, Failure>> {
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(move |(number, line)| {
        serde_json::from_str(line).map_err(|error| Failure::trouble(format!("{}:{}: {error}", file.display(), number + 1)))
    })
}
