//! Each stat beside its source: the cell of the table where it stands, and the words of the source in which it is said.
//!
//! What can go wrong: the table has no such cell or several, the cell has another unit or another value, or the quote does not
//! say the value.

use crate::diagnostic::{At, Code, Finding, Findings};
use crate::figure::{Language, claim};
use crate::model::number::rounding_interval;
use crate::model::source::Cell;
use crate::model::stat::CellRef;
use crate::model::{Amount, Figure, Hedge, Kind, Project, Quantity, Source, SourceId, Stat, Table, notation};
use std::collections::BTreeMap;

/// The language of the sources.
const LANGUAGE: &str = "en";

/// The tables of a project, indexed by the columns that pick rows, so that many stats cost no more than their number.
#[derive(Debug, Default)]
pub struct Tables<'a> {
    rows: BTreeMap<(&'a SourceId, usize), BTreeMap<&'a str, Vec<usize>>>,
}

/// Whether the source bears out the unit of a stat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitVerdict {
    /// It does, or says nothing of it.
    Fits,
    /// It says another unit.
    Denied,
}

impl<'a> Tables<'a> {
    /// Compares a stat that says `quantity` with its source.
    pub fn check(
        &mut self,
        project: &'a Project,
        stat: &'a Stat,
        quantity: &Quantity,
        findings: &mut Findings,
    ) -> UnitVerdict {
        if let Some(quote) = &stat.quote {
            let figures = Language::of(LANGUAGE).map(|language| language.read(quote)).unwrap_or_default();
            if !figures.iter().any(|figure| supports(figure, quantity)) {
                let finding =
                    Finding::new(Code::EvidenceMismatch, stat.value.place.clone(), "the quote does not say this value");
                findings.push(finding.related(&quote.place, "the words of the source"));
            }
        }
        let (Some(cell), Some(source)) = (&stat.cell, &stat.source) else { return UnitVerdict::Fits };
        let Some(source) = project.sources.get(&source.value) else { return UnitVerdict::Fits };
        if project.unreadable.contains(source.id.as_str()) {
            return UnitVerdict::Fits;
        }
        let Some(table) = source.table.as_deref() else {
            let finding = Finding::new(
                Code::CellMissing,
                cell.place.clone(),
                format!("the source `{}` has no table", source.id.value),
            );
            findings.push(finding.related(&source.id.place, "the source"));
            return UnitVerdict::Fits;
        };
        match self.find(source, table, cell) {
            Ok((row, column)) => compare(stat, quantity, table, &table.rows[row], &table.rows[row][column], findings),
            Err(finding) => {
                findings.push(*finding);
                UnitVerdict::Fits
            }
        }
    }

    /// The row and column that a reference picks.
    fn find(&mut self, source: &'a Source, table: &'a Table, cell: &'a CellRef) -> Result<(usize, usize), Box<Finding>> {
        let column = |name: &At<String>| {
            table.column(name).ok_or_else(|| {
                let finding =
                    Finding::new(Code::CellMissing, name.place.clone(), format!("the table has no column `{}`", name.value));
                Box::new(finding.suggest(name, table.columns.iter().map(String::as_str)))
            })
        };
        let target = column(&cell.column)?;
        // Rows that agree with each condition alone; the shortest list is searched for rows that agree with all.
        let mut shortest: Option<Vec<usize>> = None;
        let mut conditions = Vec::new();
        for (name, text) in &cell.row {
            let position = column(name)?;
            let rows = self.rows_by(&source.id.value, table, position);
            let Some(found) = rows.get(text.as_str()) else {
                let message = format!("no row has `{}` in the column `{}`", text.value, name.value);
                let finding = Finding::new(Code::CellMissing, text.place.clone(), message);
                return Err(Box::new(finding.suggest(text, rows.keys().copied())));
            };
            if shortest.as_ref().is_none_or(|shortest| found.len() < shortest.len()) {
                shortest = Some(found.clone());
            }
            conditions.push((position, text.as_str()));
        }
        let mut rows = shortest.unwrap_or_else(|| (0..table.rows.len()).collect());
        rows.retain(|&row| conditions.iter().all(|&(position, text)| table.rows[row][position].text == text));
        match rows[..] {
            [row] => Ok((row, target)),
            [] => Err(Box::new(Finding::new(Code::CellMissing, cell.place.clone(), "no row of the table is all of this"))),
            [first, second, ..] => {
                let message = format!("{} rows of the table are all of this", rows.len());
                let finding = Finding::new(Code::CellMissing, cell.place.clone(), message).help("name a column more");
                let place = |row: usize| table.place(&table.rows[row][target]);
                Err(Box::new(finding.related(&place(first), "one").related(&place(second), "another")))
            }
        }
    }

    fn rows_by(&mut self, source: &'a SourceId, table: &'a Table, column: usize) -> &BTreeMap<&'a str, Vec<usize>> {
        self.rows.entry((source, column)).or_insert_with(|| {
            let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for (row, cells) in table.rows.iter().enumerate() {
                rows.entry(&cells[column].text).or_default().push(row);
            }
            rows
        })
    }
}

/// Compares the unit of the row, if it names one, and then the value of the cell.
fn compare(
    stat: &Stat,
    quantity: &Quantity,
    table: &Table,
    row: &[Cell],
    cell: &Cell,
    findings: &mut Findings,
) -> UnitVerdict {
    if let Some(unit) = table.column("unit").map(|column| &row[column]).filter(|unit| !unit.text.is_empty())
        && notation::unit(&unit.text) != Some((stat.kind.value, stat.unit))
    {
        let own = notation::unit_name(stat.kind.value, stat.unit);
        let message = format!("the table gives `{}`, not `{own}`", unit.text);
        let finding = Finding::new(Code::UnitMismatch, stat.kind.place.clone(), message);
        findings.push(finding.related(&table.place(unit), "the unit in the table"));
        return UnitVerdict::Denied;
    }
    let amount = notation::amount(stat.kind.value, &cell.text);
    if !amount.is_some_and(|amount| agrees(amount, quantity.amount, stat.kind.value, stat.decimals)) {
        let message = format!("the table says `{}`", cell.text);
        let finding = Finding::new(Code::EvidenceMismatch, stat.value.place.clone(), message).label("the stat says this");
        findings.push(finding.related(&table.place(cell), "the table says this"));
    }
    UnitVerdict::Fits
}

/// Whether a printed amount is what the table gives: the same, or rounded from it. A year or a date is not rounded.
fn agrees(given: Amount, printed: Amount, kind: Kind, decimals: Option<u32>) -> bool {
    match (given, printed) {
        (Amount::Value(given), Amount::Value(printed)) if !matches!(kind, Kind::Year | Kind::Date) => {
            let (low, high) = rounding_interval(printed, decimals.unwrap_or(printed.scale()).min(27));
            given == printed || (low <= given && given < high)
        }
        _ => given.value() == printed.value(),
    }
}

/// Whether a figure in the words of the source says the quantity.
fn supports(figure: &Figure, quantity: &Quantity) -> bool {
    let said = &figure.quantity;
    let same = said.kind == quantity.kind && said.amount.value().is_some() && said.amount.value() == quantity.amount.value();
    let vague = matches!(said.hedge, Some(Hedge::MoreThan | Hedge::LessThan | Hedge::AtLeast | Hedge::AtMost));
    figure.is_claim() && (same || (!vague && claim::holds(said, quantity).is_ok()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Confidence, Role};
    use rust_decimal::Decimal;

    #[test]
    fn a_table_may_know_more_decimals() {
        let value = |text| notation::any_amount(text).unwrap();
        assert!(agrees(value("87.6"), value("88"), Kind::Percent, Some(0)));
        assert!(!agrees(value("87.4"), value("88"), Kind::Percent, Some(0)));
        assert!(!agrees(value("88"), value("88.4"), Kind::Percent, Some(1)));
        assert!(agrees(value("4.30"), value("4.3"), Kind::Count, None));
        assert!(agrees(value("9/10"), value("9/10"), Kind::Fraction, None));
        assert!(!agrees(value("2018"), value("2019"), Kind::Year, None));
    }

    #[test]
    fn a_quote_must_say_the_value() {
        let figure = |kind, number: i64, hedge| Figure {
            span: 0..1,
            core: 0..1,
            quantity: Quantity::new(kind, Amount::Value(Decimal::from(number))).hedge(hedge),
            confidence: Confidence::High,
            role: Role::Statistic,
        };
        let truth = Quantity::new(Kind::Percent, Amount::Value(Decimal::from(88)));
        assert!(supports(&figure(Kind::Percent, 88, None), &truth));
        assert!(supports(&figure(Kind::Percent, 90, Some(Hedge::Nearly)), &truth));
        assert!(!supports(&figure(Kind::Percent, 50, Some(Hedge::MoreThan)), &truth));
        assert!(!supports(&figure(Kind::Percent, 80, None), &truth));
        assert!(!supports(&figure(Kind::Count, 88, None), &truth));
    }
}
