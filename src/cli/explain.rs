//! `explain CODE`: the page of a code.

use super::{Console, Exit, Failure, codes};
use crate::diagnostic::{Code, nearest};

/// Prints the page of a code.
pub(super) fn explain(name: &str, console: &mut Console) -> Result<Exit, Failure> {
    match Code::from_name(name) {
        Some(code) => console.line(code.page().trim_end()).map(|()| Exit::Clean),
        None => {
            let near = nearest(name, codes()).map(|code| format!("; did you mean `{code}`?"));
            let hint = near.unwrap_or_else(|| "; `numerate list codes` shows them all".to_owned());
            Err(Failure::trouble(format!("there is no code `{name}`{hint}")))
        }
    }
}
