//! Bars from left to right, each below its name and before its value.

use super::{Anchor, Drawing, LEADING, NARROWEST, Paint, Shape, Style, X, part};
use crate::model::Body;
use crate::model::chart::Plot;

/// How far the longest bar reaches, in hundredths of a percent; the rest is for the values.
const REACH: i32 = 7600;
const THICK: i32 = 14;
const GAP: i32 = 12;

/// Draws the rows.
pub fn draw(plot: &Plot, body: &Body, drawing: &mut Drawing) {
    for row in &plot.rows {
        drawing.label(X::default(), Anchor::Start, NARROWEST, &row.label.drawn, body);
        let top = drawing.height + 2;
        for mark in &row.marks {
            let bar = |width, paint| Shape::Bar { left: 0, width, top, height: THICK, paint };
            drawing.shapes.push(bar(REACH, Paint::Faint));
            drawing.shapes.push(bar(part(mark.value, plot.full, REACH), Paint::Strong));
            drawing.text(X::share(10_000), top + THICK - 2, Anchor::End, Style::Value, &mark.label.drawn);
        }
        drawing.height = top + THICK.max(LEADING - 8) + GAP;
    }
    drawing.height = (drawing.height - GAP).max(0) + 4;
}
