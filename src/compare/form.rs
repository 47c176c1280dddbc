//! Debris in the target that no figure shows: residues of markup beside or inside a number.

use super::debris::{look_alikes, residues};
use super::{Change, Side};
use crate::diagnostic::Code;
use std::ops::Range;

/// Residues in the target that the source does not have.
pub fn debris(source: &Side<'_>, target: &Side<'_>) -> Vec<Change> {
    let inherited = |residue: &str| source.text.contains(residue);
    let residues = residues(target.text).into_iter().filter(|span| !inherited(&target.text[span.clone()]));
    residues
        .map(|span| {
            let message = format!("`{}` is a piece of markup, not a number", &target.text[span.clone()]);
            Change { code: Code::EntityResidue, source: None, target: Some(span), message }
        })
        .collect()
}

/// Numbers of the target that a space breaks or in which letters stand for digits, unless the source writes so too.
pub fn misprints(source: &Side<'_>, target: &Side<'_>) -> Vec<Change> {
    let spaced = |text: &str| text.as_bytes().windows(3).any(|three| matches!(three, [b'0'..=b'9', b' ', b'0'..=b'9']));
    let broken = target.figures.iter().filter(|figure| {
        let core = &target.text[figure.core.clone()];
        figure.quantity.kind != crate::model::Kind::Date && core.is_ascii() && spaced(core)
    });
    let broken = broken.filter(|_| !source.figures.iter().any(|figure| spaced(&source.text[figure.core.clone()])));
    let mut changes: Vec<Change> = broken
        .map(|figure| Change {
            code: Code::SeparatorBroken,
            source: None,
            target: Some(figure.span.clone()),
            message: format!("`{}` is broken by a space", &target.text[figure.span.clone()]),
        })
        .collect();
    changes.extend(look_alikes(target.text).filter(|span| !source.text.contains(&target.text[span.clone()])).map(|span| {
        let message = format!("`{}` has letters for digits", &target.text[span.clone()]);
        Change { code: Code::FigureLost, source: None, target: Some(span), message }
    }));
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
