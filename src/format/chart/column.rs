//! Columns on a common ground, each under its value and above its name.

use super::{Anchor, Drawing, LEADING, Paint, Part, Shape, Style, X, part};
use crate::model::Body;
use crate::model::chart::Plot;
use rust_decimal::Decimal;

/// How high the highest column is.
const HIGH: i32 = 150;

/// How wide a column is at most, in hundredths of a percent.
const WIDE: i32 = 1400;

/// Draws the rows as columns, from left to right.
pub fn draw(plot: &Plot, body: &Body, width: i32, drawing: &mut Drawing) {
    let count = i32::try_from(plot.rows.len().max(1)).unwrap_or(1);
    let slot = 10_000 / count;
    let ground = LEADING + HIGH;
    // From nought to the highest: for what follows in time, the whole would only make the columns low.
    let values = plot.rows.iter().flat_map(|row| &row.marks).map(|mark| mark.value);
    let highest = values.max().unwrap_or(Decimal::ONE);
    let mut bottom = ground;
    for (index, row) in plot.rows.iter().enumerate() {
        let position = i32::try_from(index).unwrap_or(0);
        let middle = X::share(slot * position + slot / 2);
        // The name first: it is what comes first in the table, too.
        drawing.height = ground + 4;
        drawing.name(index, (middle, Anchor::Middle), width / count - 8, plot, body);
        for (value, mark) in row.marks.iter().enumerate() {
            let height = part(mark.value, highest, HIGH);
            let width = (slot * 2 / 3).min(WIDE);
            let left = middle.share - width / 2;
            drawing.shapes.push(Shape::Bar { left, width, top: ground - height, height, paint: Paint::Strong });
            let at = (middle, ground - height - 7);
            drawing.text(at, Anchor::Middle, (Style::Value, Part::Value(index, value)), &mark.label.drawn);
        }
        bottom = bottom.max(drawing.height);
    }
    drawing.shapes.push(Shape::Bar { left: 0, width: 10_000, top: ground, height: 1, paint: Paint::Strong });
    drawing.height = bottom;
}
