//! Before and after: a ring and a dot on a scale, joined by a line, each row below its name and its values.

use super::{Anchor, Drawing, LEADING, Paint, Part, Shape, Style, X, part, wrap};
use crate::model::Body;
use crate::model::chart::{Mark, Plot};

/// From one row to the next, and from one text to the next beside it.
const GAP: i32 = 10;
const APART: i32 = 18;
/// The least room for a name.
const NAME: i32 = 120;
/// From a dot of the legend to its word, and how far its middle lies above the foot of the word's line.
const BESIDE: i32 = 20;
const RAISED: i32 = 11;

/// Draws the legend and the rows.
pub fn draw(plot: &Plot, body: &Body, width: i32, drawing: &mut Drawing) {
    let mut left = 0;
    for (position, column) in plot.columns.iter().enumerate() {
        drawing.shapes.push(Shape::Dot { x: X::beside(0, left + 7), y: RAISED, filled: position > 0 });
        let at = (X::beside(0, left + BESIDE), LEADING - 6);
        drawing.text(at, Anchor::Start, (Style::Label, Part::Column(position)), &column.drawn);
        left += BESIDE + wrap::width(&column.drawn, body) + APART;
    }
    drawing.height = LEADING + GAP;
    // The values stand in columns of their own, so that they can be read downwards, too.
    let wide = |mark: &Mark| wrap::width(&mark.label.drawn, body);
    let column = |value| plot.rows.iter().filter_map(|row| row.marks.get(value)).map(wide).max().unwrap_or(0);
    let (before, after) = (column(0), column(1));
    let hang = super::hang(plot, body);
    for (position, row) in plot.rows.iter().enumerate() {
        let room = (width - before - after - 2 * APART).max(NAME);
        drawing.name(position, (X::default(), Anchor::Start), room, plot, body);
        let line = drawing.height - 7;
        for (value, mark) in row.marks.iter().enumerate() {
            let (inset, style) = if value == 0 { (after + APART, Style::Label) } else { (0, Style::Value) };
            let place = (X::beside(10_000, -inset - hang(mark)), line);
            drawing.text(place, Anchor::End, (style, Part::Value(position, value)), &mark.label.drawn);
        }
        let middle = drawing.height + RAISED - 4;
        let bar = |left, width, height, paint| Shape::Bar { left, width, top: middle - height / 2, height, paint };
        drawing.shapes.push(bar(0, 10_000, 2, Paint::Faint));
        let at = |mark: &Mark| part(mark.value, plot.full, 10_000);
        if let [before, after] = row.marks.as_slice() {
            let (from, to) = (at(before), at(after));
            drawing.shapes.push(bar(from.min(to), (to - from).abs(), 4, Paint::Strong));
            drawing.shapes.extend([(from, false), (to, true)].map(|(at, filled)| Shape::Dot {
                x: X::share(at),
                y: middle,
                filled,
            }));
        }
        drawing.height += LEADING + GAP - 4;
    }
    drawing.height -= GAP;
}
