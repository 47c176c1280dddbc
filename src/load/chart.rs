//! The `charts` of an article: stats that it shows side by side.
//!
//! ```yaml
//! charts:
//!   - id: growth
//!     kind: dot                    # bar, column, dot (before and after), pictogram (with `of`)
//!     section: trust               # stands behind the text of this section
//!     columns: [before, after]     # messages <article>-growth-before, …
//!     rows:                        # messages <article>-growth-honest, …
//!       - {label: honest, stats: [honest-before, honest]}
//! ```
//!
//! What can go wrong: a kind of chart that does not exist, keys that do not fit it, a row with too few or too many stats.

use super::article::id;
use super::decode::{Field, Shape};
use super::node::Cursor;
use super::scalar;
use crate::diagnostic::{At, Code, Finding, Findings};
use crate::model::StatId;
use crate::model::chart::{Chart, ChartKind, Row};

/// The keys of a chart.
pub const FIELDS: &[Field] = &[
    Field::required(
        "id",
        Shape::Scalar(&scalar::ID),
        "its id; the names of its messages begin with the article's and its own",
    ),
    Field::required("kind", Shape::Choice(|| ChartKind::NAMES.to_vec()), "how it is drawn"),
    Field::optional("of", Shape::Scalar(&scalar::CROWD), "how many people a pictogram shows"),
    Field::optional("section", Shape::Scalar(&scalar::ID), "the section behind whose text it stands"),
    Field::optional(
        "columns",
        Shape::List(&Shape::Scalar(&scalar::ID)),
        "what the values of a row are called: two messages",
    ),
    Field::required("rows", Shape::List(&Shape::Map(ROW)), "its rows, in order"),
];

const ROW: &[Field] = &[
    Field::required("label", Shape::Scalar(&scalar::ID), "the message that names the row"),
    Field::required("stats", Shape::List(&Shape::Scalar(&scalar::ID)), "its stats: one, or one for each column"),
];

/// Reads a chart.
pub fn read(item: Cursor<'_>, findings: &mut Findings) -> Option<Chart> {
    let kind = kind(item, findings)?;
    let columns: Vec<_> = item.get("columns").into_iter().flat_map(Cursor::items).filter_map(id).collect();
    if kind.value.values() == 1 && !columns.is_empty() || kind.value.values() == 2 && columns.len() != 2 {
        let place = item.get("columns").map_or_else(|| kind.place.clone(), Cursor::place);
        let message = if kind.value.values() == 2 { "such a chart has two columns" } else { "such a chart has no columns" };
        findings.push(Finding::new(Code::ValueMalformed, place, message));
        return None;
    }
    let rows: Vec<_> = item.get("rows")?.items().filter_map(|item| row(item, kind.value, findings)).collect();
    Some(Chart { id: item.get("id").and_then(id)?, section: item.get("section").and_then(id), kind, columns, rows })
}

fn kind(item: Cursor<'_>, findings: &mut Findings) -> Option<At<ChartKind>> {
    let (name, of) = (item.get("kind")?, item.get("of"));
    let mut misfit = |cursor: Cursor<'_>, code: Code, message: &'static str| {
        findings.push(Finding::new(code, cursor.place(), message));
        None
    };
    let kind = match (name.text()?, of) {
        ("pictogram", None) => return misfit(name, Code::KeyMissing, "the key `of` is missing: how many people it shows"),
        ("pictogram", Some(of)) => ChartKind::Pictogram { of: scalar::crowd(of.text()?)? },
        (_, Some(of)) => return misfit(of, Code::KeyUnknown, "only a pictogram has `of`"),
        ("bar", None) => ChartKind::Bar,
        ("column", None) => ChartKind::Column,
        ("dot", None) => ChartKind::Dot,
        _ => return None,
    };
    Some(At::new(kind, name.place()))
}

fn row(item: Cursor<'_>, kind: ChartKind, findings: &mut Findings) -> Option<Row> {
    let label = item.get("label").and_then(id)?;
    let list = item.get("stats")?;
    let stats: Vec<_> = list.items().filter_map(|item| Some(id(item)?.map(StatId::new))).collect();
    if stats.len() != kind.values() && list.items().count() == stats.len() {
        let message = format!("a row of such a chart has {}", if kind.values() == 1 { "one stat" } else { "two stats" });
        findings.push(Finding::new(Code::ValueMalformed, list.place(), message));
        return None;
    }
    Some(Row { label, stats })
}
