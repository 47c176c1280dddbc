//! So many people, some of them marked, under the words that say how many.

use super::{Anchor, Drawing, HEADLINE, Paint, Part, Shape, Style, X, part};
use crate::model::Body;
use crate::model::chart::Plot;

const WIDE: i32 = 30;
const HIGH: i32 = 44;
const IN_A_LINE: i32 = 10;

/// Draws the rows.
pub fn draw(plot: &Plot, body: &Body, width: i32, of: u8, drawing: &mut Drawing) {
    for (position, row) in plot.rows.iter().enumerate() {
        for (value, mark) in row.marks.iter().enumerate() {
            let at = (X::default(), drawing.height + HEADLINE + 2);
            drawing.text(at, Anchor::Start, (Style::Headline, Part::Value(position, value)), &mark.label.drawn);
            drawing.height += HEADLINE + 18;
            let marked = part(mark.value, plot.full, of.into());
            for person in 0..i32::from(of) {
                let (line, place) = (person / IN_A_LINE, person % IN_A_LINE);
                let paint = if person < marked { Paint::Strong } else { Paint::Faint };
                drawing.shapes.push(Shape::Person { left: place * WIDE, top: drawing.height + line * HIGH, paint });
            }
            drawing.height += (i32::from(of) + IN_A_LINE - 1) / IN_A_LINE * HIGH;
        }
        drawing.name(position, (X::default(), Anchor::Start), width, plot, body);
        drawing.height += 12;
    }
    drawing.height = (drawing.height - 8).max(0);
}
