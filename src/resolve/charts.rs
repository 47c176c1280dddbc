//! The charts of articles beside their stats.
//!
//! What can go wrong: a section or a stat that the article does not have, stats of different units in one chart, values that
//! cannot be drawn, and a pictogram that is not true.

use super::declared::{one_unit, unknown};
use super::messages::{Scope, Variable, variable};
use crate::diagnostic::{At, Code, Finding, Findings};
use crate::figure::claim;
use crate::model::chart::{Chart, ChartKind, marked, whole};
use crate::model::{Amount, Article, Kind, Quantity, StatId};
use rust_decimal::Decimal;

/// Checks the charts of an article; the stats that they show.
pub fn check<'a>(scope: Scope<'a>, article: &Article, findings: &mut Findings) -> Vec<&'a StatId> {
    let mut shown = Vec::new();
    for chart in &article.charts {
        section(article, chart, findings);
        let mut values = Vec::new();
        for id in chart.rows.iter().flat_map(|row| &row.stats) {
            match variable(scope, article, id.as_str()) {
                Variable::Stat(stat) => {
                    values.extend(scope.known.get(&stat.id.value).map(|known| (id, known)));
                    shown.push(&stat.id.value);
                }
                Variable::Unreadable => {}
                Variable::Literal | Variable::Unknown => findings.push(unknown(scope, article, id)),
            }
        }
        if one_unit(&values, findings) {
            for (id, known) in &values {
                findings.extend(drawable(chart, id, &known.printed));
            }
        }
    }
    shown
}

fn section(article: &Article, chart: &Chart, findings: &mut Findings) {
    let Some(section) = &chart.section else { return };
    if !article.sections.iter().any(|known| known.value == section.value) {
        let message = format!("the article has no section `{}`", section.value);
        let finding = Finding::new(Code::ValueUnknown, section.place.clone(), message);
        findings.push(finding.suggest(&section.value, article.sections.iter().map(|section| section.value.as_str())));
    }
}

/// Why a value cannot be drawn so, if it cannot.
fn drawable(chart: &Chart, id: &At<StatId>, quantity: &Quantity) -> Option<Finding> {
    let finding =
        |code, message| Some(Finding::new(code, id.place.clone(), message).related(&chart.kind.place, "the chart"));
    let Some(value) = quantity.amount.value().filter(|_| !matches!(quantity.kind, Kind::Year | Kind::Date | Kind::Ordinal))
    else {
        return finding(Code::UnitMismatch, format!("`{}` is no amount that a chart can show", id.value));
    };
    if value < Decimal::ZERO {
        return finding(Code::UnitMismatch, format!("`{}` is below nought, where no bar begins", id.value));
    }
    let ChartKind::Pictogram { of } = chart.kind.value else { return None };
    if whole(Some(quantity.kind)).is_none_or(|whole| value > whole) {
        return finding(Code::UnitMismatch, format!("`{}` is no share of a whole, as a pictogram shows it", id.value));
    }
    let said = Quantity::new(Kind::Fraction, Amount::Ratio(marked(value, quantity.kind, of).into(), of.into()));
    let reason = claim::holds(&said, quantity).err()?;
    finding(Code::ClaimFalse, format!("a pictogram of {of} does not show `{}`: {reason}", id.value))
}
