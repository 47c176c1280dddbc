//! Bars from left to right, each below its name and its value.

use super::{Anchor, Drawing, LEADING, Paint, Part, Shape, Style, X, part, wrap};
use crate::model::Body;
use crate::model::chart::Plot;

const THICK: i32 = 12;
const GAP: i32 = 14;
/// The least room for a name, and how far it stays from the value.
const NAME: i32 = 120;
const APART: i32 = 12;

/// Draws the rows.
pub fn draw(plot: &Plot, body: &Body, width: i32, drawing: &mut Drawing) {
    let hang = super::hang(plot, body);
    for (position, row) in plot.rows.iter().enumerate() {
        let wide: i32 = row.marks.iter().map(|mark| wrap::width(&mark.label.drawn, body)).sum();
        let room = (width - wide - APART).max(NAME);
        drawing.name(position, (X::default(), Anchor::Start), room, plot, body);
        let line = drawing.height - 7;
        for (value, mark) in row.marks.iter().enumerate() {
            let bar = |width, paint| Shape::Bar { left: 0, width, top: drawing.height + 1, height: THICK, paint };
            drawing.shapes.extend([bar(10_000, Paint::Faint), bar(part(mark.value, plot.full, 10_000), Paint::Strong)]);
            let style = (Style::Value, Part::Value(position, value));
            drawing.text((X::beside(10_000, -hang(mark)), line), Anchor::End, style, &mark.label.drawn);
        }
        drawing.height += (THICK + GAP).max(LEADING);
    }
    drawing.height = (drawing.height - GAP).max(0) + 4;
}
