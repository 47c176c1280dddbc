//! `schema KIND`: a JSON Schema, by which editors complete and check a file while it is written, and programs what a build wrote.

use super::{Console, Exit, Failure, summary};
use crate::load::schema::{self, Kind};
use crate::publish::schema::SCHEMAS;

/// What `--report` writes.
const RUN: &str = "run";

/// The kinds of file: those that people write, then those that a build does.
pub(super) fn names() -> Vec<&'static str> {
    let written = SCHEMAS.iter().map(|(name, _)| *name).chain([RUN]);
    Kind::ALL.iter().map(|(name, _)| *name).chain(written).collect()
}

/// Prints the schema of a kind of file.
pub(super) fn schema(kind: &str, console: &mut Console) -> Result<Exit, Failure> {
    let of_run = (kind == RUN).then(summary::schema);
    let written = SCHEMAS.iter().find(|(name, _)| *name == kind).map(|(_, schema)| schema()).or(of_run);
    let schema =
        written.or_else(|| Kind::from_name(kind).map(schema::schema)).expect("clap accepts only the kinds that there are");
    let text = serde_json::to_string_pretty(&schema).expect("a schema has only string keys");
    console.line(text).map(|()| Exit::Clean)
}
