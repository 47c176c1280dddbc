//! Findings as text: strings only; the command prints them.
//!
//! | member | for whom | its contract |
//! |---|---|---|
//! | `human` | people at a terminal | none |
//! | `json` | programs | one object a finding, as `numerate schema report` says |
//! | `sarif` | code scanning | SARIF 2.1.0 (OASIS) |
//! | `junit` | build servers | the XML that Jenkins reads (`junit-10.xsd` of its xUnit plugin) |
//! | `github` | annotations of a workflow | the workflow commands of GitHub Actions |

mod github;
mod human;
mod json;
mod junit;
mod sarif;

pub use github::github;
pub use human::{Colour, human};
pub use json::{Report, json};
pub use junit::junit;
pub use sarif::sarif;

use super::{Findings, Severity};

/// What came of a run, for the reports that say more than its findings one by one.
#[derive(Debug, Clone, Copy)]
pub struct Outcome<'a> {
    /// What was found, in the order of a reader.
    pub findings: &'a Findings,
    /// The project's folder as paths shall name it, relative to where the report is read; empty for that place itself.
    pub root: &'a str,
    /// The finished files in which every figure was proven.
    pub proven: &'a [&'a str],
    /// The severity from which on a finding fails the run.
    pub fail_on: Severity,
}

/// A path of the project as it is called from outside of its folder.
fn from_outside(root: &str, path: &str) -> String {
    if root.is_empty() { path.to_owned() } else { format!("{root}/{path}") }
}
