//! The outline: the headings beside the pages, as deep as they are (ISO 32000-1, 12.3.3).

use super::{destination, name, text};
use crate::format::pdf::page::Layout;
use lopdf::{Dictionary, Document, ObjectId, dictionary};

/// Adds the outline, if there is one.
pub(super) fn add(document: &mut Document, catalog: &mut Dictionary, layout: &Layout, pages: &[ObjectId]) {
    let lines = &layout.outline;
    if lines.is_empty() {
        return;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = lines.iter().map(|_| document.new_object_id()).collect();
    // The lines below each line, and below the root as the last.
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); lines.len() + 1];
    let mut parents = vec![lines.len(); lines.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        while open.last().is_some_and(|&above| lines[above].level >= line.level) {
            open.pop();
        }
        parents[index] = open.last().copied().unwrap_or(lines.len());
        children[parents[index]].push(index);
        open.push(index);
    }
    let id = |index: usize| ids.get(index).copied().unwrap_or(root);
    for (index, line) in lines.iter().enumerate() {
        let mut entry = dictionary! {
            "Title" => text(&line.title),
            "Parent" => id(parents[index]),
            "Dest" => destination(layout, pages, line.spot),
        };
        let siblings = &children[parents[index]];
        let place = siblings.binary_search(&index).expect("a line is a child of its parent");
        for (key, sibling) in [("Prev", place.checked_sub(1)), ("Next", Some(place + 1))] {
            if let Some(sibling) = sibling.and_then(|sibling| siblings.get(sibling)) {
                entry.set(key, id(*sibling));
            }
        }
        below(&mut entry, &children, index, &id);
        document.set_object(ids[index], entry);
    }
    let mut top = dictionary! { "Type" => "Outlines" };
    below(&mut top, &children, lines.len(), &id);
    document.set_object(root, top);
    catalog.set("Outlines", root);
    catalog.set("PageMode", name("UseOutlines"));
}

/// What a line says of those below it; all are open.
fn below(entry: &mut Dictionary, children: &[Vec<usize>], index: usize, id: &impl Fn(usize) -> ObjectId) {
    if let [first, ..] = children[index].as_slice() {
        let last = children[index].last().expect("there is a first");
        entry.set("First", id(*first));
        entry.set("Last", id(*last));
        entry.set("Count", count(children, index));
    }
}

/// How many lines stand below a line, however deep.
fn count(children: &[Vec<usize>], index: usize) -> i64 {
    children[index].iter().map(|&child| 1 + count(children, child)).sum()
}
