//! STUB, to be replaced by the stage itself.

pub mod schema;

use crate::diagnostic::{Code, Finding, Findings, Place};
use crate::model::Project;
use std::path::Path;

/// Loads the project at `root`.
pub fn load(_root: &Path) -> (Option<Project>, Findings) {
    let finding = Finding::new(Code::FileMissing, Place::of_path("numerate.toml"), "there is no numerate.toml");
    (None, [finding].into_iter().collect())
}
