//! A source table: CSV, JSON or a sheet of a workbook, pinned by the SHA-256 of the file.
//!
//! In: the bytes of the file; its ending tells the format. Out: a [`Table`], whose cells are text. What can go wrong, beside
//! what each format says of itself: a column without a name or with that of another, and a table without rows.
//!
//! | ending | module |
//! |---|---|
//! | `.json` | `json` |
//! | `.xlsx` | `xlsx` |
//! | any other | `csv` |

mod csv;
mod json;
mod xlsx;

use super::text;
use crate::diagnostic::{At, Code, Finding, Findings, Place, SourceText};
use crate::model::Table;
use crate::model::table::Cell;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Compares the bytes of a table with the SHA-256 that the source pins.
pub fn check_hash(bytes: &[u8], pinned: &At<String>, findings: &mut Findings) {
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if hash != pinned.value {
        let finding =
            Finding::new(Code::TableHashMismatch, pinned.place.clone(), "the table is not the one that was pinned");
        findings.push(finding.help(format!("if the change is meant, write `{hash}`")));
    }
}

/// Reads the table in the file at `path`, which is named at `named`.
pub fn read(path: &str, bytes: Vec<u8>, named: Place, sheet: Option<At<String>>, findings: &mut Findings) -> Option<Table> {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    if ending.as_deref() == Some("xlsx") {
        return xlsx::parse(path, bytes, named, sheet, findings);
    }
    if let Some(sheet) = sheet {
        findings.push(Finding::new(Code::ValueMalformed, sheet.place, "only a workbook has sheets"));
    }
    let file = text::text(path, bytes).map_err(|finding| findings.push(*finding)).ok()?;
    match ending.as_deref() {
        Some("json") => json::parse(&file, findings),
        _ => csv::parse(&file, findings),
    }
}

/// The table of a header and its rows.
fn finish(file: &Arc<SourceText>, header: Vec<Cell>, rows: Vec<Vec<Cell>>, findings: &mut Findings) -> Option<Table> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (position, column) in header.iter().enumerate() {
        let known = *first.entry(&column.text).or_insert(position);
        let fault = match known == position {
            _ if column.text.trim().is_empty() => "a column has no name",
            false => "a column has the name of another",
            true => continue,
        };
        findings.push(Finding::new(Code::TableMalformed, file.at(column.span.clone()), fault));
    }
    if rows.is_empty() && findings.iter().all(|finding| finding.place.path() != file.path()) {
        findings.push(Finding::new(Code::TableMalformed, file.top(), "the table has no rows under its header"));
    }
    Some(Table::new(file, header, rows))
}
