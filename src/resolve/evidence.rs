//! Each stat beside its source: the cell of the table where it stands, and the words of the source in which it is said.
//!
//! A value is borne out by whatever rounds to it: 87.6 bears out 88%, and not 87%. What can go wrong: the table has no such cell
//! or several, the cell has another unit or another value, or the quote does not say the value.

use crate::diagnostic::{At, Code, Finding, Findings};
use crate::figure::sameness::{direction, is_one};
use crate::figure::{Language, claim};
use crate::model::Word;
use crate::model::number::rounding_interval;
use crate::model::stat::CellRef;
use crate::model::{Amount, Figure, Hedge, Kind, Project, Quantity, Source, SourceId, Stat, StatId, Table, notation};
use std::collections::BTreeMap;

/// The tables of a project, indexed by the columns that pick rows, so that many stats cost no more than their number.
#[derive(Debug, Default)]
pub struct Tables<'a> {
    rows: BTreeMap<(&'a SourceId, usize), BTreeMap<&'a str, Vec<usize>>>,
    /// What they say in the cells of the stats that were checked.
    says: BTreeMap<&'a StatId, &'a str>,
}

/// What the source says of a stat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// It agrees, or says nothing.
    Fits,
    /// It agrees, and knows the value more exactly.
    Finer(Amount),
    /// It says another unit.
    Denied,
}

impl<'a> Tables<'a> {
    /// Compares a stat that says `quantity` with the table of its source.
    pub fn check(&mut self, project: &'a Project, stat: &'a Stat, quantity: &Quantity, findings: &mut Findings) -> Evidence {
        let (Some(cell), Some(source)) = (&stat.cell, &stat.source) else { return Evidence::Fits };
        let Some(source) = project.sources.get(&source.value) else { return Evidence::Fits };
        if project.unreadable.contains(source.id.as_str()) {
            return Evidence::Fits;
        }
        let Some(table) = source.table.as_deref() else {
            let finding = Finding::new(
                Code::CellMissing,
                cell.place.clone(),
                format!("the source `{}` has no table", source.id.value),
            );
            findings.push(finding.related(&source.id.place, "the source"));
            return Evidence::Fits;
        };
        match self.find(source, table, cell) {
            Ok((row, column)) => {
                self.says.insert(&stat.id.value, table.text(row, column));
                compare(stat, quantity, table, (row, column), findings)
            }
            Err(finding) => {
                findings.push(*finding);
                Evidence::Fits
            }
        }
    }

    /// What the table says in the cell of a stat that was checked.
    pub fn says(&self, stat: &StatId) -> Option<&'a str> {
        self.says.get(stat).copied()
    }

    /// The row and column that a reference picks.
    fn find(&mut self, source: &'a Source, table: &'a Table, cell: &'a CellRef) -> Result<(usize, usize), Box<Finding>> {
        let column = |name: &At<Word>| {
            table.column(name).ok_or_else(|| {
                let finding =
                    Finding::new(Code::CellMissing, name.place.clone(), format!("the table has no column `{}`", name.value));
                Box::new(finding.suggest(name, table.columns.iter().map(AsRef::as_ref)))
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
        let mut rows = shortest.unwrap_or_else(|| table.rows().collect());
        rows.retain(|&row| conditions.iter().all(|&(position, text)| table.text(row, position) == text));
        match rows[..] {
            [row] => Ok((row, target)),
            [] => Err(Box::new(Finding::new(Code::CellMissing, cell.place.clone(), "no row of the table is all of this"))),
            [first, second, ..] => {
                let message = format!("{} rows of the table are all of this", rows.len());
                let finding = Finding::new(Code::CellMissing, cell.place.clone(), message).help("name a column more");
                let place = |row: usize| table.place(row, target);
                Err(Box::new(finding.related(&place(first), "one").related(&place(second), "another")))
            }
        }
    }

    fn rows_by(&mut self, source: &'a SourceId, table: &'a Table, column: usize) -> &BTreeMap<&'a str, Vec<usize>> {
        self.rows.entry((source, column)).or_insert_with(|| {
            let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
            for row in table.rows() {
                rows.entry(table.text(row, column)).or_default().push(row);
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
    (row, column): (usize, usize),
    findings: &mut Findings,
) -> Evidence {
    let cell = table.text(row, column);
    if let Some((column, unit)) = table.column("unit").map(|column| (column, table.text(row, column)))
        && !unit.is_empty()
        && notation::unit(unit) != Some((stat.kind.value, stat.unit))
    {
        let own = notation::unit_name(stat.kind.value, stat.unit);
        let message = format!("the table gives `{unit}`, not `{own}`");
        let finding = Finding::new(Code::UnitMismatch, stat.kind.place.clone(), message);
        findings.push(finding.related(&table.place(row, column), "the unit in the table"));
        return Evidence::Denied;
    }
    let kind = stat.kind.value;
    let amount = notation::amount(kind, cell);
    match amount.filter(|amount| agrees(*amount, quantity.amount, kind, stat.decimals)) {
        Some(amount) if amount.value() != quantity.amount.value() => return Evidence::Finer(amount),
        Some(_) => return Evidence::Fits,
        None => {}
    }
    let message = format!("the table says `{cell}`");
    let finding = Finding::new(Code::EvidenceMismatch, stat.value.place.clone(), message).label("the stat says this");
    let name = table.name(row, column).map(|name| format!(", in {name}")).unwrap_or_default();
    findings.push(finding.related(&table.place(row, column), format!("the table says this{name}")));
    Evidence::Fits
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

/// Compares a stat that says `quantity` with the words of its source.
pub fn quote(stat: &Stat, quantity: &Quantity) -> Option<Finding> {
    let quote = stat.quote.as_ref().filter(|quote| !says(quote, stat, quantity))?;
    let finding = Finding::new(Code::EvidenceMismatch, stat.value.place.clone(), "the quote does not say this value");
    Some(finding.related(&quote.place, "the words of the source"))
}

/// Whether the words of the source say the quantity.
fn says(quote: &str, stat: &Stat, quantity: &Quantity) -> bool {
    let figures = Language::of(language(quote)).map(|language| language.read(quote)).unwrap_or_default();
    figures.iter().any(|figure| figure.is_claim() && supports(figure, quantity, stat.decimals))
}

/// The language of a quote, by its script: a source may be written in any.
fn language(quote: &str) -> &'static str {
    let count = |script: fn(char) -> bool| quote.chars().filter(|&c| script(c)).count();
    let thai = count(|c| ('\u{E00}'..='\u{E7F}').contains(&c));
    let han = count(|c| matches!(c, '\u{3007}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}'));
    match (thai, han) {
        (0, 0) => "en",
        _ if han > thai => "zh-Hans",
        _ => "th",
    }
}

/// Whether a figure in the words of the source says the quantity: itself, unrounded, or rounded to a fraction of which it is
/// true.
fn supports(figure: &Figure, quantity: &Quantity, decimals: Option<u32>) -> bool {
    let said = &figure.quantity;
    let rounds = said.kind == quantity.kind
        && said.unit == quantity.unit
        && said.amount.value().is_some()
        && agrees(said.amount, quantity.amount, quantity.kind, decimals);
    if rounds || is_one(said, quantity) {
        return direction(said.hedge) == direction(quantity.hedge);
    }
    let vague = matches!(said.hedge, Some(Hedge::MoreThan | Hedge::LessThan | Hedge::AtLeast | Hedge::AtMost));
    !vague && claim::holds(said, quantity).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

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

    /// Whether a quote says a quantity of that many decimals.
    fn quoted(quote: &str, kind: Kind, value: &str, hedge: Option<Hedge>) -> bool {
        let quantity = Quantity::new(kind, notation::amount(kind, value).unwrap()).hedge(hedge);
        let figures = Language::of(language(quote)).unwrap().read(quote);
        figures.iter().any(|figure| supports(figure, &quantity, Some(0)))
    }

    #[test]
    fn a_quote_must_say_the_value_in_any_language() {
        let table = [
            ("88% of customers trust us", "88", true),
            ("87.6 per cent trust us", "88", true),
            ("nearly nine in ten trust us", "88", true),
            ("ลูกค้าร้อยละ ๘๘ ไว้วางใจ", "88", true),
            ("ลูกค้าเกือบเก้าในสิบไว้วางใจ", "88", true),
            ("百分之八十八的客户信任我们", "88", true),
            ("近九成客户信任我们", "88", true),
            ("87% of customers trust us", "88", false),
            ("87.4% of customers trust us", "88", false),
            ("more than half trust us", "88", false),
            ("nearly 88% trust us", "88", false),
            ("88 customers trust us", "88", false),
            ("up 88 percentage points", "88", false),
            ("八成客户信任我们", "88", false),
            ("ลูกค้า 88 รายไว้วางใจ", "88", false),
            ("nobody trusts us", "88", false),
        ];
        for (quote, value, expected) in table {
            assert_eq!(quoted(quote, Kind::Percent, value, None), expected, "{quote}");
        }
        assert!(quoted("more than 80%", Kind::Percent, "80", Some(Hedge::MoreThan)));
        assert!(!quoted("80%", Kind::Percent, "80", Some(Hedge::MoreThan)));
        assert!(quoted("เผยแพร่เมื่อ พ.ศ. 2565", Kind::Year, "2022", None));
    }
}
