//! `templates/`: every file of it, as text.

use super::text::{self, Folder};
use crate::diagnostic::{Findings, SourceText};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder.
const FOLDER: &str = "templates";

/// Reads every template, by file name.
pub fn load(folder: &Folder, findings: &mut Findings) -> BTreeMap<String, Arc<SourceText>> {
    let mut templates = BTreeMap::new();
    for entry in folder.list(FOLDER, &[], findings).unwrap_or_default() {
        match folder.text(&entry.path) {
            Ok(template) => {
                text::reserved(&template, findings);
                templates.insert(entry.stem, template);
            }
            Err(finding) => findings.push(*finding),
        }
    }
    templates
}
