//! What a page takes from elsewhere: programmes, which may write any figure into it, style sheets and fonts, which may show it as
//! another one, and other pages in its place.
//!
//! In: what was read from the page, and the project. Out: a fault for each programme with a digit, and for each thing from elsewhere,
//! that no template of the project has: those of templates are the work of a person, and no place for figures of stats.

use super::figures::Fault;
use super::reading::Reading;
use crate::diagnostic::Code;
use crate::model::Project;

/// What stands in a page, might change what it says and comes from nowhere.
pub(super) fn check(reading: &Reading<'_>, project: &Project) -> Vec<Fault> {
    let stands = |text: &str| project.templates.values().any(|template| template.text().contains(text));
    let says = |script: &&String| script.contains(char::is_numeric);
    let scripts = reading.scripts.iter().filter(says).filter(|script| !stands(script.trim_ascii()));
    let programme = |script: &String| fault("a programme that no template has may write a figure", script);
    // A template writes the way to a file by itself, so it is known by its name.
    let is_known = |foreign: &&String| {
        let path = foreign.split(['?', '#']).next().unwrap_or_default();
        let name = path.rsplit('/').next().filter(|_| !foreign.starts_with("data:")).unwrap_or_default();
        let is_file = !name.is_empty() && !name.contains(['{', '<']);
        is_file && (project.templates.contains_key(name) || stands(name)) || stands(foreign)
    };
    let foreign = reading.foreign.iter().filter(|foreign| !is_known(foreign));
    let strange = |foreign: &String| fault("what no template asks for may change what is seen", foreign);
    scripts.map(programme).chain(foreign.map(strange)).collect()
}

fn fault(what: &str, text: &str) -> Fault {
    let start: String = text.trim_ascii().chars().take(40).collect();
    let message = format!("{what}: `{start}`");
    Fault { code: Code::FigureUnsourced, at: None, slot: None, message, help: "let the text say what is to be read" }
}
