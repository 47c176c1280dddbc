//! `schema KIND`: a JSON Schema, by which editors complete and check a file while it is written.

use super::{Console, Exit, Failure};
use crate::load::schema::{self, Kind};

/// Prints the schema of a kind of file.
pub(super) fn schema(kind: &str, console: &mut Console) -> Result<Exit, Failure> {
    let kind = Kind::from_name(kind).expect("clap accepts only the kinds that there are");
    let text = serde_json::to_string_pretty(&schema::schema(kind)).expect("a schema has only string keys");
    console.line(text).map(|()| Exit::Clean)
}
