//! Before and after: a ring and a dot, joined by a line, each beside its value.

use super::{Anchor, Drawing, LEADING, NARROWEST, Paint, Part, Shape, Style, X, part};
use crate::model::Body;
use crate::model::chart::{Mark, Plot};

/// Where the scale begins and how long it is, in hundredths of a percent: values stand beside the outer dots.
const LEFT: i32 = 2000;
const REACH: i32 = 6000;
const GAP: i32 = 10;

/// Draws the legend and the rows.
pub fn draw(plot: &Plot, body: &Body, drawing: &mut Drawing) {
    for (position, column) in plot.columns.iter().enumerate() {
        let left = if position == 0 { 0 } else { 5000 };
        drawing.shapes.push(Shape::Dot { x: X::beside(left, 7), y: 11, filled: position > 0 });
        let at = (X::beside(left, 20), LEADING - 6);
        drawing.text(at, Anchor::Start, (Style::Label, Part::Column(position)), &column.drawn);
    }
    drawing.height = LEADING + GAP;
    for (position, row) in plot.rows.iter().enumerate() {
        drawing.name(position, (X::default(), Anchor::Start), NARROWEST, &row.label.drawn, body);
        let middle = drawing.height + LEADING / 2;
        let bar = |left, width, height, paint| Shape::Bar { left, width, top: middle - height / 2, height, paint };
        let at = |mark: &Mark| LEFT + part(mark.value, plot.full, REACH);
        if let [before, after] = row.marks.as_slice() {
            let (from, to) = (at(before), at(after));
            drawing.shapes.push(bar(from.min(to), (to - from).abs(), 4, Paint::Strong));
            for (value, (mark, is_left)) in [(before, from <= to), (after, from > to)].into_iter().enumerate() {
                drawing.shapes.push(Shape::Dot { x: X::share(at(mark)), y: middle, filled: value > 0 });
                let (offset, anchor) = if is_left { (-12, Anchor::End) } else { (12, Anchor::Start) };
                let place = (X::beside(at(mark), offset), middle + 5);
                drawing.text(place, anchor, (Style::Value, Part::Value(position, value)), &mark.label.drawn);
            }
        }
        drawing.height += LEADING + GAP;
    }
}
