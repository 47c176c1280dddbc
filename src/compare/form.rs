//! Debris in the target that no figure shows: residues of markup beside or inside a number.

use super::{Change, Side};
use crate::diagnostic::Code;
use std::ops::Range;

/// Pieces of HTML entities that stand in a text as characters.
const RESIDUES: [&str; 14] = [
    "&#37;", "&#x25;", "&percnt;", "&nbsp;", "&#160;", "&#039;", "&#39;", "&#44;", "&amp;", "&thinsp;", "&ndash;",
    "&#8211;", "039;", "&quot;",
];

/// Residues in the target that the source does not have.
pub fn debris(source: &Side<'_>, target: &Side<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for residue in RESIDUES.iter().filter(|residue| target.text.contains(**residue) && !source.text.contains(**residue)) {
        for (start, _) in target.text.match_indices(residue) {
            let span = start..start + residue.len();
            let message = format!("`{residue}` is a piece of markup, not a number");
            changes.push(Change { code: Code::EntityResidue, source: None, target: Some(span), message });
        }
    }
    changes
}

/// Drops what a residue explains: a number that is the residue's own, or whose unit it took.
pub fn merge(changes: &mut Vec<Change>) {
    const NEAR: usize = 8;
    let residues: Vec<Range<usize>> = changes
        .iter()
        .filter(|change| change.code == Code::EntityResidue)
        .filter_map(|change| change.target.clone())
        .collect();
    changes.retain(|change| {
        let explained = |span: &Range<usize>| {
            residues.iter().any(|residue| span.start < residue.end + NEAR && residue.start < span.end + NEAR)
        };
        change.code == Code::EntityResidue || !change.target.as_ref().is_some_and(explained)
    });
    let mut last = 0;
    changes.retain(|change| {
        let Some(span) = change.target.as_ref().filter(|_| change.code == Code::EntityResidue) else { return true };
        let inside = span.start < last;
        last = last.max(span.end);
        !inside
    });
}
