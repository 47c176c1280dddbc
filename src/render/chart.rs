//! The words and values of a chart: what its article declares, said in the locale.
//!
//! In: the number of a chart. Out: a [`Plot`], its figures in the body in reading order: title, description, drawing, table.
//! What can go wrong: a message that the locale lacks, a stat that cannot be worded.
//!
//! Every label stands in the page twice, in the drawing and in the table beside it, and each has figures of its own to be proven.

use super::inline::unsaid;
use super::markdown::{self, Origin, Reader};
use super::scope::Scope;
use super::wording::{Variable, word, word_as};
use crate::diagnostic::{At, Code, Finding};
use crate::model::body::{Block, BodyFigure, Inline};
use crate::model::chart::{Chart, ChartKind, Label, Mark, Plot, PlotRow, Row, marked, whole};
use crate::model::{Amount, BoundStat, Kind, MessageId, Quantity, StatId};
use rust_decimal::Decimal;
use std::sync::Arc;

impl Reader<'_> {
    /// The chart of that number in the article.
    pub(super) fn chart(&mut self, number: usize) -> Plot {
        let scope = self.origin.scope;
        let article = Arc::clone(&scope.origins.article);
        let chart = &article.charts[number];
        let bound = |id: &StatId| scope.origins.stats.get(id);
        let (title, description) = (self.said(chart, "title"), self.said(chart, "description"));
        let mut drawn = self.labels(chart, true).into_iter();
        let mut listed = self.labels(chart, false).into_iter();
        let mut label = || Label { drawn: drawn.next().unwrap_or_default(), listed: listed.next().unwrap_or_default() };
        let columns = chart.columns.iter().map(|_| label()).collect();
        let rows = chart.rows.iter().map(|row| {
            let name = label();
            let marks = row
                .stats
                .iter()
                .map(|stat| Mark { value: bound(stat).map_or(Decimal::ZERO, |bound| value(bound)), label: label() });
            PlotRow { label: name, marks: marks.collect() }
        });
        let rows: Vec<PlotRow> = rows.collect();
        let kind =
            chart.rows.iter().flat_map(|row| &row.stats).find_map(|stat| bound(stat)).map(|bound| bound.quantity.kind);
        let highest = rows.iter().flat_map(|row| &row.marks).map(|mark| mark.value).max().unwrap_or_default();
        let full = whole(kind).unwrap_or(highest).max(highest);
        let id = super::anchor::unique(format!("chart-{}", chart.id.value), &mut self.anchors);
        let tag = scope.locale.words.tag.clone();
        Plot { id, kind: chart.kind.value, tag, title, description, columns, rows, full }
    }

    /// What stands in the drawing or in the table: the columns, then of each row its name and its values. The figures are numbered
    /// in the order in which they are printed.
    fn labels(&mut self, chart: &Chart, drawn: bool) -> Vec<Vec<Inline>> {
        let mut labels: Vec<_> = chart.columns.iter().map(|column| self.said(chart, column)).collect();
        let is_value_first = drawn && matches!(chart.kind.value, ChartKind::Pictogram { .. });
        for row in &chart.rows {
            let early = if is_value_first { self.values(chart, row, drawn) } else { Vec::new() };
            labels.push(self.said(chart, &row.label));
            labels.extend(if is_value_first { early } else { self.values(chart, row, drawn) });
        }
        labels
    }

    /// The values of a row, in the drawing or in the table.
    fn values(&mut self, chart: &Chart, row: &Row, drawn: bool) -> Vec<Vec<Inline>> {
        let mut values = Vec::new();
        for stat in &row.stats {
            self.body.messages.push(Some(self.message_of(chart, &row.label)));
            values.push(self.figure_of(chart, &row.label, stat, drawn));
        }
        values
    }

    /// The message of a chart by its name in it.
    fn message_of(&self, chart: &Chart, name: &str) -> MessageId {
        MessageId::new(format!("{}-{}-{name}", self.origin.scope.origins.article.id.value, chart.id.value))
    }

    /// A message of the chart, as one line.
    fn said(&mut self, chart: &Chart, name: &str) -> Vec<Inline> {
        let scope: &Scope = self.origin.scope;
        self.body.messages.push(Some(self.message_of(chart, name)));
        let id = format!("{}-{name}", chart.id.value);
        let Some(raw) = scope.message(&id) else {
            let (tag, article) = (scope.locale.messages.tag(), &scope.origins.article.id.value);
            let what = format!("{tag} has no message `{article}-{id}`");
            self.report(Finding::new(Code::MessageMissing, chart.id.place.clone(), what));
            return Vec::new();
        };
        let (messages, said) = scope.take();
        self.findings.append(said);
        let (body, found) =
            markdown::read(&raw, &Origin { scope, messages: &messages, template: &scope.origins.article.file });
        self.findings.append(found);
        let first = self.body.figures.len();
        self.body.figures.extend(body.figures);
        let mut line = Vec::new();
        for block in body.blocks {
            if let Block::Paragraph(inlines) = block {
                line.extend(inlines);
            }
        }
        shift(&mut line, first);
        line
    }

    /// The figure of a value: in its usual wording, but in a pictogram as so many of so many.
    fn figure_of(&mut self, chart: &Chart, label: &str, stat: &At<StatId>, drawn: bool) -> Vec<Inline> {
        let Scope { locale, origins, .. } = self.origin.scope;
        let (language, tag) = (locale.language, locale.messages.tag());
        let message = self.message_of(chart, label);
        let variable = origins
            .variables
            .iter()
            .position(|variable| matches!(variable, Variable::Stat(bound) if bound.stat.id.value == stat.value));
        let Some(variable) = variable else { return Vec::new() }; // It was missed when the article was resolved.
        let figure = match (chart.kind.value, origins.stats.get(&stat.value)) {
            (ChartKind::Pictogram { of }, Some(bound)) if drawn => {
                let marked = marked(value(bound), bound.quantity.kind, of);
                let quantity = Quantity::new(Kind::Fraction, Amount::Ratio(marked.into(), of.into()));
                word_as(origins, bound, language, "n-in-m", quantity, &message)
            }
            _ => word(origins, language, tag, variable, None, &message),
        };
        match figure {
            Ok(figure) => vec![self.push_figure(figure)],
            Err(unworded) => {
                let article = &origins.article;
                self.report(unsaid(unworded, None, stat.place.clone(), article));
                Vec::new()
            }
        }
    }

    fn push_figure(&mut self, figure: BodyFigure) -> Inline {
        self.body.figures.push(figure);
        Inline::Figure(self.body.figures.len() - 1)
    }
}

/// What is drawn of a stat.
fn value(bound: &BoundStat) -> Decimal {
    bound.quantity.amount.value().unwrap_or_default()
}

/// Figures of a line take their places in a longer body.
fn shift(inlines: &mut [Inline], first: usize) {
    for inline in inlines {
        match inline {
            Inline::Figure(position) => *position += first,
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { inlines: inner, .. } => shift(inner, first),
            _ => {}
        }
    }
}
