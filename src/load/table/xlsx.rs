//! A sheet of a workbook (XLSX): its first row with anything in it is the header.
//!
//! Findings show the sheet as text, one line a row, so that line 4 is row 4. A workbook keeps its numbers as floats; each is
//! read to the fifteen digits that such a program shows, which take the dust off a computed `0.30000000000000004`. A cell
//! shown as a percentage counts in percents, a date as `YYYY-MM-DD`.
//!
//! What can go wrong: a file that is no workbook, a sheet that is not there, a cell beside the header's columns, too many cells.

use super::finish;
use crate::diagnostic::{At, Code, Finding, Findings, Place, SourceText};
use crate::model::Table;
use crate::model::table::Cell;
use calamine::{DataRef, Reader, Style, Xlsx, XlsxError};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::Range;

/// How many cells a sheet may have.
const MAX_CELLS: usize = 2_000_000;

/// The texts of a sheet's cells by row and column, from 0.
type Cells = BTreeMap<(u32, u32), String>;

/// Reads the table in a sheet; the file is named at `named`.
pub fn parse(path: &str, bytes: Vec<u8>, named: Place, sheet: Option<At<String>>, findings: &mut Findings) -> Option<Table> {
    let fault = |why: String| Finding::new(Code::TableMalformed, named.clone(), why);
    let mut book: Xlsx<_> = match calamine::open_workbook_from_rs(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => {
            let error: XlsxError = error;
            findings.push(fault(format!("`{path}` is no workbook: {error}")));
            return None;
        }
    };
    let names = book.sheet_names();
    let name = match &sheet {
        Some(sheet) if !names.contains(&sheet.value) => {
            let message = format!("the workbook has no sheet `{}`", sheet.value);
            let finding = Finding::new(Code::TableMalformed, sheet.place.clone(), message);
            let help = format!("its sheets are {}", names.join(", "));
            findings.push(finding.help(help).suggest(&sheet.value, names.iter().map(String::as_str)));
            return None;
        }
        Some(sheet) => &sheet.value,
        None => names.first()?,
    };
    match cells(&mut book, name) {
        Ok(Some(cells)) => Sheet::new(path, cells).table(findings),
        Ok(None) => {
            findings.push(fault(format!("the sheet `{name}` has more than {MAX_CELLS} cells")));
            None
        }
        Err(error) => {
            findings.push(fault(format!("the sheet `{name}` cannot be read: {error}")));
            None
        }
    }
}

/// The cells that hold something; none if they are too many.
fn cells(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Result<Option<Cells>, XlsxError> {
    // Cell by cell: a whole range would take room for every empty cell between two corners.
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut cells = Cells::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let text = text(cell.get_value(), reader.styles().get(style));
        if !text.is_empty() {
            cells.insert(cell.get_position(), text);
        }
        if cells.len() > MAX_CELLS {
            return Ok(None);
        }
    }
    Ok(Some(cells))
}

/// A cell as it would stand in a text.
fn text(value: &DataRef<'_>, style: Option<&Style>) -> String {
    let format = style.and_then(|style| style.number_format.as_ref());
    let factor = if format.is_some_and(|format| format.format_code.contains('%')) { 100 } else { 1 };
    let times = |number: Decimal| number.checked_mul(Decimal::from(factor)).unwrap_or(number).normalize().to_string();
    match value {
        DataRef::Int(number) => times(Decimal::from(*number)),
        DataRef::Float(number) => decimal(*number).map_or_else(|| number.to_string(), times),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A float to fifteen significant digits.
#[allow(clippy::disallowed_types, reason = "a workbook has nothing else; here it ends")]
fn decimal(number: f64) -> Option<Decimal> {
    Decimal::from_scientific(&format!("{number:.14e}")).ok()
}

/// A sheet as text, and where each of its cells stands in it.
struct Sheet {
    file: std::sync::Arc<SourceText>,
    cells: BTreeMap<(u32, u32), (String, Range<usize>)>,
}

impl Sheet {
    fn new(path: &str, cells: Cells) -> Self {
        let (mut lines, mut row) = (String::new(), 0);
        let mut placed = BTreeMap::new();
        for ((at, column), text) in cells {
            if row == at && !lines.is_empty() && !lines.ends_with('\n') {
                lines.push_str(" | ");
            }
            while row < at {
                lines.push('\n');
                row += 1;
            }
            let start = lines.len();
            lines.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
            placed.insert((at, column), (text, start..lines.len()));
        }
        Self { file: SourceText::new(path, lines), cells: placed }
    }

    fn table(self, findings: &mut Findings) -> Option<Table> {
        let first = self.cells.keys().next().map_or(0, |(row, _)| *row);
        let header = || self.cells.range((first, 0)..=(first, u32::MAX)).map(|((_, column), _)| *column);
        let columns = header().next().unwrap_or(0)..header().next_back().map_or(0, |last| last + 1);
        let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
        for (&(row, column), (text, span)) in &self.cells {
            let empty = || columns.clone().map(|column| self.cell(row, column, "", span.clone())).collect();
            let cells = rows.entry(row).or_insert_with(empty);
            if columns.contains(&column) {
                cells[(column - columns.start) as usize] = self.cell(row, column, text, span.clone());
            } else {
                let message = format!("the cell {} stands under no column of the header", name(row, column));
                findings.push(Finding::new(Code::TableMalformed, self.file.at(span.clone()), message));
            }
        }
        let header = rows.remove(&first).unwrap_or_default();
        finish(&self.file, header, rows.into_values().collect(), findings)
    }

    fn cell(&self, row: u32, column: u32, text: &str, span: Range<usize>) -> Cell {
        Cell { name: Some(name(row, column).into()), ..Cell::new(text, span) }
    }
}

/// The name of a cell, such as `C4`.
fn name(row: u32, mut column: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_people_know() {
        let names = [(0, 0), (3, 2), (0, 25), (0, 26), (9, 701), (9, 702)].map(|(row, column)| name(row, column));
        assert_eq!(names, ["A1", "C4", "Z1", "AA1", "ZZ10", "AAA10"]);
    }

    #[test]
    fn a_float_is_read_to_fifteen_digits() {
        let read = |number| text(&DataRef::Float(number), None);
        assert_eq!(read(87.6), "87.6");
        assert_eq!(read(0.1 + 0.2), "0.3");
        assert_eq!(read(79.6 - 1e-14), "79.6");
        assert_eq!(read(641_000_000_000.0), "641000000000");
        assert_eq!([read(-0.2), read(0.0), read(88.0)], ["-0.2", "0", "88"]);
        assert!(read(1e300).starts_with("1000"));
    }

    #[test]
    fn a_line_is_a_row() {
        let cells = [((1, 1), "claim"), ((1, 2), "value"), ((3, 1), "tr\nust"), ((3, 2), "88"), ((4, 4), "x")];
        let sheet = Sheet::new("x.xlsx", cells.map(|(at, text)| (at, text.to_owned())).into());
        let mut findings = Findings::new();
        let table = sheet.table(&mut findings).unwrap();
        assert_eq!(table.columns.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["claim", "value"]);
        assert_eq!((table.text(0, 1), table.name(0, 1)), ("88", Some("C4")));
        assert_eq!((table.place(0, 1).line_column(), table.place(0, 1).text()), ((4, 10), "88"));
        assert_eq!(findings.iter().map(|finding| finding.place.line_column()).collect::<Vec<_>>(), [(5, 1)]);
        assert_eq!(table.text(0, 0), "tr\nust");
    }
}
