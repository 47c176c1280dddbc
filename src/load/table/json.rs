//! JSON: a list of objects, one a row; their members are the columns, in the order in which they first appear.
//!
//! Numbers stay text: none passes through a float. What can go wrong: bad syntax, anything else than a list of objects, a
//! member that is no single value, and a member that stands twice in an object.

use super::finish;
use crate::diagnostic::{Code, Finding, Findings, SourceText};
use crate::model::Table;
use crate::model::table::Cell;
use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Reads the table.
pub fn parse(file: &Arc<SourceText>, findings: &mut Findings) -> Option<Table> {
    let reader = Reader { file };
    let mut objects = Vec::new();
    for object in reader.read::<Vec<&RawValue>>(file.text()).map_err(|finding| findings.push(*finding)).ok()? {
        match reader.read::<Members<'_>>(object.get()) {
            Ok(Members(members)) => objects.push((reader.span(object.get()), members)),
            Err(finding) => findings.push(*finding),
        }
    }
    let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
    let mut header = Vec::new();
    for (name, value) in objects.iter().flat_map(|(_, members)| members) {
        let next = positions.len();
        if *positions.entry(name).or_insert(next) == next {
            header.push(Cell::new(name.clone(), reader.span(value.get())));
        }
    }
    let mut rows = Vec::new();
    for (span, members) in &objects {
        let mut row = vec![None; positions.len()];
        for (name, value) in members {
            let cell = reader.cell(value.get(), findings);
            if row[positions[name.as_str()]].replace(cell).is_some() {
                let message = format!("`{name}` stands twice in this row");
                findings.push(Finding::new(Code::TableMalformed, file.at(reader.span(value.get())), message));
            }
        }
        rows.push(row.into_iter().map(|cell| cell.unwrap_or_else(|| Cell::new("", span.clone()))).collect());
    }
    finish(file, header, rows, findings)
}

struct Reader<'a> {
    file: &'a Arc<SourceText>,
}

impl<'a> Reader<'a> {
    /// Reads a piece of the file.
    fn read<T: Deserialize<'a>>(&self, piece: &'a str) -> Result<T, Box<Finding>> {
        serde_json::from_str(piece).map_err(|error| {
            let line: usize = piece.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
            let at = self.span(piece).start + if error.is_data() { 0 } else { line + error.column().saturating_sub(1) };
            let message = match error.is_data() {
                true => "a table in JSON is a list of objects".to_owned(),
                false => error.to_string(),
            };
            Box::new(Finding::new(Code::TableMalformed, self.file.at(at..at), message))
        })
    }

    /// The bytes of a piece of the file.
    fn span(&self, piece: &str) -> Range<usize> {
        let start = (piece.as_ptr() as usize).wrapping_sub(self.file.text().as_ptr() as usize);
        start..start + piece.len()
    }

    fn cell(&self, value: &str, findings: &mut Findings) -> Cell {
        let span = self.span(value);
        let text = match value.as_bytes()[0] {
            b'"' => serde_json::from_str(value).unwrap_or_default(),
            b'n' => String::new(),
            b'{' | b'[' => {
                let finding = Finding::new(Code::TableMalformed, self.file.at(span.clone()), "a cell is a single value");
                findings.push(finding);
                String::new()
            }
            _ => plain(value).unwrap_or_else(|| value.to_owned()),
        };
        Cell::new(text, span)
    }
}

/// `8.8e1` as the tables of other formats write it.
fn plain(number: &str) -> Option<String> {
    let exponent = number.contains(['e', 'E']);
    exponent.then(|| Decimal::from_scientific(number).ok().map(|number| number.normalize().to_string())).flatten()
}

/// The members of an object, in order.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Table>, Vec<(usize, usize)>) {
        let mut findings = Findings::new();
        let table = parse(&SourceText::new("x.json", text), &mut findings);
        assert!(findings.iter().all(|finding| finding.code == Code::TableMalformed));
        (table, findings.iter().map(|finding| finding.place.line_column()).collect())
    }

    #[test]
    fn numbers_keep_their_text_and_cells_their_bytes() {
        let text =
            "[\n  {\"claim\": \"ไว้ใจ\", \"value\": 87.60},\n  {\"value\": 8.8e1, \"note\": null, \"claim\": \"\\u4fe1\"}\n]";
        let (table, findings) = read(text);
        assert_eq!(findings, []);
        let table = table.unwrap();
        assert_eq!(table.columns.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["claim", "value", "note"]);
        let cells: Vec<_> = table.rows().flat_map(|row| [0, 1, 2].map(|column| table.text(row, column))).collect();
        assert_eq!(cells, ["ไว้ใจ", "87.60", "", "信", "88", ""]);
        assert_eq!(table.place(0, 1).text(), "87.60");
        assert_eq!(table.place(1, 1).line_column(), (3, 13));
    }

    #[test]
    fn every_mistake_has_its_place() {
        assert_eq!(read("[\n  {\"a\": 1,}\n]").1, [(2, 11)]);
        assert_eq!(read("{\"a\": 1}").1, [(1, 1)]);
        assert_eq!(read("[{\"a\": 1},\n 2]").1, [(2, 2)]);
        assert_eq!(read("[{\"a\": [1]}, {\"a\": 1, \"a\": 2}]").1, [(1, 8), (1, 28)]);
        assert_eq!(read("[]").1, [(1, 1)]);
        assert_eq!(read(&"[".repeat(100_000)).1.len(), 1);
    }
}
