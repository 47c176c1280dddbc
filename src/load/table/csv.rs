//! CSV (RFC 4180) with the exact bytes of every cell.
//!
//! What can go wrong: a quote that does not close, text behind a closing quote, a row longer or shorter than the header.

use super::finish;
use crate::diagnostic::{Code, Finding, Findings, SourceText};
use crate::model::Table;
use crate::model::table::Cell;
use std::ops::Range;
use std::sync::Arc;

/// Reads the table.
pub fn parse(file: &Arc<SourceText>, findings: &mut Findings) -> Option<Table> {
    let mut reader = Reader { file, at: 0, findings };
    let mut header = Vec::new();
    let mut rows = Vec::new();
    while let Some((row, span)) = reader.row()? {
        if header.is_empty() {
            header = row;
        } else if row.len() == header.len() {
            rows.push(row);
        } else {
            let message = format!("this row has {} cells, and the header {}", row.len(), header.len());
            reader.findings.push(Finding::new(Code::TableMalformed, file.at(span), message));
        }
    }
    finish(file, header, rows, findings)
}

struct Reader<'a> {
    file: &'a Arc<SourceText>,
    at: usize,
    findings: &'a mut Findings,
}

/// A row: its cells, and its bytes.
type Row = (Vec<Cell>, Range<usize>);

impl<'a> Reader<'a> {
    /// The next row that is not blank; `None` when quotes are so wrong that the rest cannot be read.
    fn row(&mut self) -> Option<Option<Row>> {
        while self.line_end() > 0 {
            self.at += self.line_end();
        }
        if self.rest().is_empty() {
            return Some(None);
        }
        let (start, mut cells) = (self.at, Vec::new());
        loop {
            cells.push(self.cell()?);
            if !self.rest().starts_with(',') {
                break;
            }
            self.at += 1;
        }
        let span = start..self.at;
        self.at += self.line_end();
        Some(Some((cells, span)))
    }

    fn cell(&mut self) -> Option<Cell> {
        let start = self.at;
        if !self.rest().starts_with('"') {
            let length = self.rest().find([',', '\n', '\r']).unwrap_or(self.rest().len());
            self.at += length;
            return Some(Cell::new(&self.file.text()[start..self.at], start..self.at));
        }
        let mut text = String::new();
        loop {
            self.at += 1;
            let Some(length) = self.rest().find('"') else {
                self.fault(start..start + 1, "a quote opens here and does not close");
                return None;
            };
            text.push_str(&self.rest()[..length]);
            self.at += length + 1;
            if !self.rest().starts_with('"') {
                break;
            }
            text.push('"');
        }
        if !self.rest().is_empty() && !self.rest().starts_with([',', '\n', '\r']) {
            self.fault(self.at..self.at + 1, "a cell goes on behind its closing quote");
            return None;
        }
        Some(Cell::new(text, start..self.at))
    }

    fn rest(&self) -> &'a str {
        &self.file.text()[self.at..]
    }

    /// The bytes of the line end that stands here.
    fn line_end(&self) -> usize {
        match self.rest().as_bytes() {
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            _ => 0,
        }
    }

    fn fault(&mut self, span: Range<usize>, message: &'static str) {
        self.findings.push(Finding::new(Code::TableMalformed, self.file.at(span), message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Table>, Vec<(usize, usize)>) {
        let mut findings = Findings::new();
        let table = parse(&SourceText::new("x.csv", text), &mut findings);
        assert!(findings.iter().all(|finding| finding.code == Code::TableMalformed));
        (table, findings.iter().map(|finding| finding.place.line_column()).collect())
    }

    #[test]
    fn every_cell_knows_its_bytes() {
        let text = "claim,value\r\nไว้ใจ,88\r\n\"a \"\"b\"\", c\",\"4\n2\"\r\n";
        let (table, findings) = read(text);
        assert_eq!(findings, []);
        let table = table.unwrap();
        let cells =
            [(0, 0), (0, 1), (1, 0), (1, 1)].map(|(row, column)| (table.text(row, column), table.place(row, column)));
        let cells = cells.each_ref().map(|(text, place)| (*text, place.text()));
        assert_eq!(table.rows(), 0..2);
        assert_eq!(cells, [("ไว้ใจ", "ไว้ใจ"), ("88", "88"), ("a \"b\", c", "\"a \"\"b\"\", c\""), ("4\n2", "\"4\n2\"")]);
    }

    #[test]
    fn every_mistake_has_its_place() {
        assert_eq!(read("a,b\n1,2\n3\n4,5,6\n7,8\n").1, [(3, 1), (4, 1)]);
        assert_eq!(read("a,,a\n1,2,3\n").1, [(1, 3), (1, 4)]);
        assert_eq!(read("a,b\n1,\"2\n").1, [(2, 3)]);
        assert_eq!(read("a,b\n\"1\"x,2\n").1, [(2, 4)]);
        assert_eq!(read("a,b\n").1, [(1, 1)]);
        assert_eq!(read("a\n\n1\n\n").1, []);
    }
}
