//! Programmes in a page, which may write any figure into it.
//!
//! In: what was read from the page, and the project. Out: a fault for each programme with a digit that no template of the project
//! has letter by letter: those of templates are the work of a person, and no place for figures of stats.

use super::figures::Fault;
use super::reading::Reading;
use crate::diagnostic::Code;
use crate::model::Project;

/// The programmes of a page that might say a figure and come from nowhere.
pub(super) fn check(reading: &Reading, project: &Project) -> Vec<Fault> {
    let says = |script: &&String| script.contains(char::is_numeric);
    let is_known = |script: &str| project.templates.values().any(|template| template.text().contains(script));
    let strangers = reading.scripts.iter().filter(says).filter(|script| !is_known(script.trim_ascii()));
    let fault = |script: &String| {
        let start: String = script.trim_ascii().chars().take(40).collect();
        let message = format!("a programme that no template has may write a figure: `{start}`");
        Fault { code: Code::FigureUnsourced, at: None, slot: None, message, help: "let the text say what is to be read" }
    };
    strangers.map(fault).collect()
}
