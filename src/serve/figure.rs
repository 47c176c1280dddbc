//! What a figure of a page rests on: its stat, the sources, the cell of a table or the quote, each with its place.
//!
//! In: a look at the article, and an entry of a page's ledger. Out: plain data for the layer's script. Nothing can go wrong.

use super::about::At;
use super::look::Look;
use crate::model::body::Origin;
use crate::model::ledger::LedgerFigure;
use crate::model::stat::CellRef;
use crate::model::{BoundStat, Project, Table};
use serde::Serialize;

/// A figure of the page, and what it rests on.
#[derive(Serialize)]
pub struct Figure<'a> {
    text: &'a str,
    message: &'a str,
    construct: &'a str,
    literal: Option<&'a str>,
    stat: Option<Stat<'a>>,
}

/// A stat.
#[derive(Serialize)]
struct Stat<'a> {
    id: &'a str,
    /// Its value or formula as the file has it.
    given: &'a str,
    value: String,
    unit: &'static str,
    population: Option<&'a str>,
    property: Option<&'a str>,
    period: Option<&'a str>,
    status: &'static str,
    at: At,
    inputs: Vec<&'a str>,
    sources: Vec<Source<'a>>,
    cell: Option<Cell<'a>>,
    quote: Option<&'a str>,
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    producer: &'a str,
    title: &'a str,
    url: Option<&'a str>,
    at: At,
}

/// A cell of a table: where it is, how its row is named, and what it says.
#[derive(Serialize)]
struct Cell<'a> {
    at: At,
    row: Vec<(&'a str, &'a str)>,
    column: &'a str,
    says: &'a str,
}

impl<'a> Figure<'a> {
    /// A figure of the looked-at article.
    pub fn of(look: &'a Look, figure: &'a LedgerFigure) -> Self {
        let bound = look.editions.iter().find_map(|edition| match &figure.origin {
            Origin::Stat(id) => edition.stats.get(id),
            Origin::Literal(_) => None,
        });
        let literal = match &figure.origin {
            Origin::Literal(id) => Some(&**id),
            Origin::Stat(_) => None,
        };
        let stat = bound.map(|bound| stat(&look.project, bound));
        Figure { text: &figure.text, message: figure.message.as_str(), construct: figure.construct, literal, stat }
    }
}

fn stat<'a>(project: &'a Project, bound: &'a BoundStat) -> Stat<'a> {
    let stat = &*bound.stat;
    let sources = bound.sources.iter().filter_map(|id| project.sources.get(id));
    let table = stat.source.as_ref().and_then(|source| project.sources.get(&source.value)?.table.as_deref());
    Stat {
        id: stat.id.as_str(),
        given: stat.value.place.text(),
        value: bound.quantity.amount.to_string(),
        unit: bound.quantity.kind.name(),
        population: stat.measures.population.as_deref(),
        property: stat.measures.property.as_deref(),
        period: stat.period.as_deref(),
        status: stat.status.name(),
        at: (&stat.id.place).into(),
        inputs: bound.inputs.iter().map(|id| id.as_str()).collect(),
        sources: sources
            .map(|source| Source {
                id: source.id.as_str(),
                producer: &source.producer,
                title: &source.title,
                url: source.url.as_deref(),
                at: (&source.id.place).into(),
            })
            .collect(),
        cell: stat.cell.as_ref().zip(table).and_then(|(reference, table)| cell(reference, table)),
        quote: stat.quote.as_ref().map(|quote| quote.as_str()),
    }
}

fn cell<'a>(reference: &'a CellRef, table: &'a Table) -> Option<Cell<'a>> {
    let named: Option<Vec<_>> =
        reference.row.iter().map(|(name, text)| Some((table.column(name)?, text.as_str()))).collect();
    let (named, column) = (named?, table.column(&reference.column)?);
    let row = table.rows().find(|&row| named.iter().all(|&(column, text)| table.text(row, column) == text))?;
    Some(Cell {
        at: (&table.place(row, column)).into(),
        row: reference.row.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect(),
        column: reference.column.as_str(),
        says: table.text(row, column),
    })
}
