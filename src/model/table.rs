//! The data kept beside a source: a header and rows of cells, all of them text as it stands in the file.
//!
//! A project may have as many tables as articles, so that a table is one text with the ends of its cells.

use crate::diagnostic::{Place, SourceText, Span};
use std::ops::Range;
use std::sync::Arc;

/// A table. Rows and columns are counted from 0, under the header.
#[derive(Debug)]
pub struct Table {
    /// The file; of a workbook the rows of the sheet as lines.
    pub file: Arc<SourceText>,
    /// The names of the columns.
    pub columns: Box<[Box<str>]>,
    /// The texts of all cells, row by row.
    texts: Box<str>,
    /// Where the text of each cell ends, and its bytes in the file.
    cells: Box<[(usize, Span)]>,
    /// The names of the cells, if they have any.
    names: Box<[Box<str>]>,
}

/// One cell, as a table is made of it: its text without quotes, and the bytes that it came from.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The text.
    pub text: String,
    /// The bytes in the file.
    pub span: Range<usize>,
    /// Its name in a workbook: `C4`. All cells of a table have one, or none.
    pub name: Option<Box<str>>,
}

impl Cell {
    /// A cell of a text file.
    pub fn new(text: impl Into<String>, span: Range<usize>) -> Self {
        Self { text: text.into(), span, name: None }
    }
}

impl Table {
    /// A table of rows that are each as long as the header.
    pub fn new(file: &Arc<SourceText>, header: Vec<Cell>, rows: Vec<Vec<Cell>>) -> Self {
        let (mut texts, mut cells, mut names) = (String::new(), Vec::new(), Vec::new());
        for cell in rows.into_iter().flatten() {
            texts.push_str(&cell.text);
            cells.push((texts.len(), Span::from(cell.span)));
            names.extend(cell.name);
        }
        let columns = header.into_iter().map(|cell| cell.text.into()).collect();
        Self { file: Arc::clone(file), columns, texts: texts.into(), cells: cells.into(), names: names.into() }
    }

    /// The position of a column by its name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| **column == *name)
    }

    /// The rows, by their number.
    pub fn rows(&self) -> Range<usize> {
        0..self.cells.len().checked_div(self.columns.len()).unwrap_or(0)
    }

    /// The text of a cell.
    pub fn text(&self, row: usize, column: usize) -> &str {
        let at = self.at(row, column);
        let start = at.checked_sub(1).map_or(0, |before| self.cells[before].0);
        &self.texts[start..self.cells[at].0]
    }

    /// The place of a cell.
    pub fn place(&self, row: usize, column: usize) -> Place {
        self.file.at(self.cells[self.at(row, column)].1.range())
    }

    /// The name of a cell in a workbook: `C4`.
    pub fn name(&self, row: usize, column: usize) -> Option<&str> {
        self.names.get(self.at(row, column)).map(AsRef::as_ref)
    }

    fn at(&self, row: usize, column: usize) -> usize {
        row * self.columns.len() + column
    }
}
