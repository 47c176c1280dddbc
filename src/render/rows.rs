//! The figures of an article's finished pages, gathered by what they are.
//!
//! In: the pages of an article, one a locale. Out: a row for each stat and literal that any of them says, in the order in which a
//! reader meets them, with its wordings in each locale. Nothing can go wrong.

use crate::format::html::{FigureElement, escaped};
use crate::model::body::Origin;
use crate::model::ledger::LedgerFigure;
use crate::model::{Document, Edition, SourceId};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A stat or a literal, and how each locale words it.
pub struct Row<'a> {
    /// What it is.
    pub origin: &'a Origin,
    /// The different wordings in each locale, in the order of the editions and of their text.
    pub wordings: Vec<Vec<Wording<'a>>>,
}

/// A wording of a figure in a locale.
pub struct Wording<'a> {
    /// The first figure of the page that is worded so.
    pub figure: &'a LedgerFigure,
    /// An element of it on the page of a ledger, linked to where it stands; to nowhere in particular if that is only in the title or
    /// the summary.
    pub element: FigureElement,
    /// The ids of the elements to which that leads.
    pub links: Arc<[String]>,
}

impl<'a> Wording<'a> {
    /// Of a figure in a page at that address, which is escaped.
    fn new(page: &str, figure: &'a LedgerFigure) -> Self {
        let mut html = escaped(&figure.text);
        let is_linked = !figure.element.is_empty();
        if is_linked {
            html = ["<a href=\"", page, "#", &escaped(&figure.element), "\">", &html, "</a>"].concat();
        }
        let value = figure.quantity.map(|quantity| quantity.amount.to_string());
        let element = FigureElement::new(value.as_deref().unwrap_or(&figure.text), &figure.text, &html);
        let links = if is_linked { Arc::new([figure.element.clone()]) as Arc<[String]> } else { Arc::default() };
        Self { figure, element, links }
    }
}

impl Row<'_> {
    /// The source that its figures are linked to.
    pub fn source(&self) -> Option<&SourceId> {
        self.wordings.iter().flatten().next()?.figure.sources.first()
    }

    /// The stat that it is.
    pub fn stat(&self) -> Option<&str> {
        match self.origin {
            Origin::Stat(id) => Some(id.as_str()),
            Origin::Literal(_) => None,
        }
    }
}

/// The rows of an article.
pub fn of<'a>(editions: &[(&'a Edition, &'a Document)]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut positions: BTreeMap<&Origin, usize> = BTreeMap::new();
    for (column, (edition, document)) in editions.iter().enumerate() {
        let page = escaped(&format!("../../../{}/{}/", edition.locale, edition.article.slug));
        let plain = document.plain.iter().flat_map(|plain| &plain.figures);
        for figure in document.figures.iter().chain(plain).filter(|figure| is_of_text(&figure.origin)) {
            let row = *positions.entry(&figure.origin).or_insert_with(|| {
                let wordings = editions.iter().map(|_| Vec::new()).collect();
                rows.push(Row { origin: &figure.origin, wordings });
                rows.len() - 1
            });
            let wordings: &mut Vec<Wording<'_>> = &mut rows[row].wordings[column];
            if !wordings.iter().any(|wording| wording.figure.text == figure.text) {
                wordings.push(Wording::new(&page, figure));
            }
        }
    }
    rows
}

/// Whether a figure is one of the text, and not what the page says of its sources or of itself.
fn is_of_text(origin: &Origin) -> bool {
    !matches!(origin, Origin::Literal(name) if name.contains('/'))
}
