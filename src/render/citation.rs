//! Which parts of a text cite which sources: what leads a reader from a source note back into the text.
//!
//! In: a body. Out: its sources, each with the parts that cite it. Nothing can go wrong.

use crate::format::html::figure_id;
use crate::model::body::{Block, each_figure_of};
use crate::model::{Body, SourceId};
use std::collections::BTreeMap;

/// A source and where it is cited.
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// The parts of the text that cite it, in order: the id of the first figure there that does, and the heading of the part.
    pub parts: Vec<(String, String)>,
}

/// The sources of a body in the order in which they are first cited; the part before the first section is called `title`.
pub fn of(body: &Body, title: &str) -> Vec<Citation> {
    let mut order = Vec::new();
    let mut cited: BTreeMap<SourceId, Vec<(usize, usize)>> = BTreeMap::new();
    let mut headings = vec![title.to_owned()];
    for block in &body.blocks {
        if let Block::Heading { level: 2.., inlines, .. } = block {
            headings.push(body.text(inlines));
        }
        each_figure_of(std::slice::from_ref(block), &mut |figure| {
            for source in &body.figures[figure].sources[..] {
                let places = cited.entry(source.clone()).or_default();
                if places.is_empty() {
                    order.push(source.clone());
                }
                if places.last().is_none_or(|(part, _)| part + 1 != headings.len()) {
                    places.push((headings.len() - 1, figure));
                }
            }
        });
    }
    let citations = order.into_iter().map(|source| {
        let places = cited.remove(&source).unwrap_or_default();
        let parts = places.into_iter().map(|(part, figure)| (figure_id(figure + 1), headings[part].clone()));
        Citation { source, parts: parts.collect() }
    });
    citations.collect()
}
