//! Before and after: a ring and a dot, joined by a line, each beside its value.

use super::{Anchor, Drawing, LEADING, NARROWEST, Paint, Shape, Style, X, part};
use crate::model::Body;
use crate::model::chart::{Mark, Plot};

/// Where the scale begins and how long it is, in hundredths of a percent: values stand beside the outer dots.
const LEFT: i32 = 2000;
const REACH: i32 = 6000;
const GAP: i32 = 10;

/// Draws the legend and the rows.
pub fn draw(plot: &Plot, body: &Body, drawing: &mut Drawing) {
    for (position, column) in (0..).zip(&plot.columns) {
        let left = 5000 * position;
        drawing.shapes.push(Shape::Dot { x: X::beside(left, 7), y: 11, filled: position > 0 });
        drawing.text(X::beside(left, 20), LEADING - 6, Anchor::Start, Style::Label, &column.drawn);
    }
    drawing.height = LEADING + GAP;
    for row in &plot.rows {
        drawing.label(X::default(), Anchor::Start, NARROWEST, &row.label.drawn, body);
        let middle = drawing.height + LEADING / 2;
        let bar = |left, width, height, paint| Shape::Bar { left, width, top: middle - height / 2, height, paint };
        let at = |mark: &Mark| LEFT + part(mark.value, plot.full, REACH);
        if let [before, after] = row.marks.as_slice() {
            let (from, to) = (at(before), at(after));
            drawing.shapes.push(bar(from.min(to), (to - from).abs(), 4, Paint::Strong));
            for (mark, filled, is_left) in [(before, false, from <= to), (after, true, from > to)] {
                drawing.shapes.push(Shape::Dot { x: X::share(at(mark)), y: middle, filled });
                let (offset, anchor) = if is_left { (-12, Anchor::End) } else { (12, Anchor::Start) };
                drawing.text(X::beside(at(mark), offset), middle + 5, anchor, Style::Value, &mark.label.drawn);
            }
        }
        drawing.height += LEADING + GAP;
    }
}
