//! Charts: what an article declares of them, and what a body holds of them.

use super::body::Inline;
use super::id::StatId;
use super::quantity::Kind;
use crate::diagnostic::At;
use rust_decimal::Decimal;

/// A chart that an article declares: stats side by side. Its words are messages, `<article>-<chart>-title` and so on.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Its id, unique in the article.
    pub id: At<String>,
    /// How it is drawn.
    pub kind: At<ChartKind>,
    /// The section behind whose text it stands.
    pub section: Option<At<String>>,
    /// What its values have in common, where each row has more than one: the ids of their messages.
    pub columns: Vec<At<String>>,
    /// Its rows, in order.
    pub rows: Vec<Row>,
}

/// One row of a chart.
#[derive(Debug, Clone)]
pub struct Row {
    /// The id of the message that names it.
    pub label: At<String>,
    /// Its stats: one, or one for each column.
    pub stats: Vec<At<StatId>>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// A bar from left to right for each row.
    Bar,
    /// A column from the ground up for each row: for what follows in time.
    Column,
    /// Two dots on a line for each row, before and after.
    Dot,
    /// So many people, some of them marked: "4 in 5".
    Pictogram {
        /// How many, from 2 to 20.
        of: u8,
    },
}

impl ChartKind {
    /// The names of the kinds, as files spell them.
    pub const NAMES: [&str; 4] = ["bar", "column", "dot", "pictogram"];

    /// How many values a row has.
    pub fn values(self) -> usize {
        if self == ChartKind::Dot { 2 } else { 1 }
    }
}

/// A chart in a body: what it shows in words and figures, each of its words drawn once and listed once in a table beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// Its id, unique in the body.
    pub id: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// The tag of its locale.
    pub tag: String,
    /// What it shows, in a sentence.
    pub title: Vec<Inline>,
    /// What was measured, of whom and when.
    pub description: Vec<Inline>,
    /// What the columns of values are called; none if there is but one.
    pub columns: Vec<Label>,
    /// The rows.
    pub rows: Vec<PlotRow>,
    /// What stands for the full length: the whole of shares, or the highest value.
    pub full: Decimal,
}

impl Plot {
    /// Visits its lines of text in the order in which formats print them: title and description, the drawing, the table.
    pub fn each_line<'a>(&'a self, seen: &mut dyn FnMut(&'a [Inline])) {
        seen(&self.title);
        seen(&self.description);
        self.columns.iter().for_each(|label| seen(&label.drawn));
        self.rows.iter().flat_map(|row| self.drawn(row)).for_each(|label| seen(&label.drawn));
        self.labels().for_each(|label| seen(&label.listed));
    }

    /// The words of a row in the order in which they are drawn: a pictogram says its value first.
    fn drawn<'a>(&self, row: &'a PlotRow) -> Vec<&'a Label> {
        let mut labels: Vec<_> = row.labels().collect();
        if matches!(self.kind, ChartKind::Pictogram { .. }) {
            labels.reverse();
        }
        labels
    }

    /// The names of its columns, and of each row its name and its values.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.columns.iter().chain(self.rows.iter().flat_map(PlotRow::labels))
    }
}

/// A row of cells, each of them a line.
type Cells = Vec<Vec<Inline>>;

impl Plot {
    /// The table beside the drawing: its head, which is empty if there is one column of values, and its rows.
    pub fn table(&self) -> (Cells, Vec<Cells>) {
        self.cells(|label| &label.listed, |row| row.labels().collect())
    }

    /// The words of the drawing as such a table.
    pub fn drawing(&self) -> (Cells, Vec<Cells>) {
        self.cells(|label| &label.drawn, |row| self.drawn(row))
    }

    fn cells<'a>(
        &'a self,
        of: fn(&Label) -> &Vec<Inline>,
        labels: impl Fn(&'a PlotRow) -> Vec<&'a Label>,
    ) -> (Cells, Vec<Cells>) {
        let head = self.columns.iter().map(|label| of(label).clone());
        let head: Cells =
            if self.columns.is_empty() { Vec::new() } else { std::iter::once(Vec::new()).chain(head).collect() };
        (head, self.rows.iter().map(|row| labels(row).into_iter().map(|label| of(label).clone()).collect()).collect())
    }
}

/// A row of a chart in a body.
#[derive(Debug, Clone, PartialEq)]
pub struct PlotRow {
    /// What it is called.
    pub label: Label,
    /// Its values.
    pub marks: Vec<Mark>,
}

impl PlotRow {
    /// Its name, and the figures of its values.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        std::iter::once(&self.label).chain(self.marks.iter().map(|mark| &mark.label))
    }
}

/// A value in a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The value.
    pub value: Decimal,
    /// The figure that says it.
    pub label: Label,
}

/// Words of a chart, twice over, with figures of their own in each place.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// As they stand in the drawing.
    pub drawn: Vec<Inline>,
    /// As they stand in the table.
    pub listed: Vec<Inline>,
}

/// The whole of which values of that kind are parts.
pub fn whole(kind: Option<Kind>) -> Option<Decimal> {
    match kind? {
        Kind::Percent => Some(Decimal::ONE_HUNDRED),
        Kind::Fraction => Some(Decimal::ONE),
        _ => None,
    }
}

/// How many of so many a share is.
pub fn marked(value: Decimal, kind: Kind, of: u8) -> u8 {
    let share = value.checked_div(whole(Some(kind)).unwrap_or(Decimal::ONE)).unwrap_or_default();
    let marked = share.checked_mul(of.into()).map(|marked| marked.round()).unwrap_or_default();
    u8::try_from(marked).unwrap_or_default().min(of)
}
