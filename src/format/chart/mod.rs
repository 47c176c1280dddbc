//! Charts as shapes: one drawing for every format.
//!
//! In: a [`Plot`]. Out: a [`Drawing`] of bars, dots, people and lines of text, whose width is that of the page: what lies from
//! left to right is a share of the width, so that a chart fits a wide page and a narrow screen while its text keeps its size.
//! Nothing can go wrong. No colour carries meaning by itself: every value is printed beside its shape, and shades differ in grey.
//!
//! | kind | module |
//! |---|---|
//! | bar | `bar` |
//! | column | `column` |
//! | dot | `dot` |
//! | pictogram | `pictogram` |

mod bar;
mod column;
mod dot;
mod pictogram;
pub mod svg;
mod wrap;

use crate::model::Body;
use crate::model::body::Inline;
use crate::model::chart::{ChartKind, Mark, Plot};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A chart as shapes, from the back to the front.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its height in pixels of 1/96 inch.
    pub height: i32,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// A place from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct X {
    /// A share of the width, in hundredths of a percent: 0 to 10,000.
    pub share: i32,
    /// So many pixels further right.
    pub offset: i32,
}

/// A shape. What lies from top to bottom is in pixels.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A rectangle that begins at a share of the width and takes a share of it, both in hundredths of a percent.
    Bar {
        /// Where it begins.
        left: i32,
        /// How wide it is.
        width: i32,
        /// Its upper edge.
        top: i32,
        /// Its height.
        height: i32,
        /// Its paint.
        paint: Paint,
    },
    /// A dot: filled, or a ring.
    Dot {
        /// Its centre.
        x: X,
        /// Its centre.
        y: i32,
        /// Whether it is filled.
        filled: bool,
    },
    /// A person, 24 pixels wide and 36 high.
    Person {
        /// The left edge.
        left: i32,
        /// The upper edge.
        top: i32,
        /// The paint.
        paint: Paint,
    },
    /// A text.
    Text {
        /// Where it is anchored.
        x: X,
        /// The baseline of its first line; the others stand [`LEADING`] below one another.
        y: i32,
        /// Which part of it stands there.
        anchor: Anchor,
        /// What it is to the reader.
        style: Style,
        /// Which of the chart's words it is.
        part: Part,
        /// Its lines; the space between two stands at the end of the first.
        lines: Vec<Vec<Inline>>,
    },
}

/// How a shape is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// What counts.
    Strong,
    /// What it is part of.
    Faint,
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// What a text is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A name.
    Label,
    /// A value.
    Value,
    /// The one value that a chart is about.
    Headline,
}

/// Which of the words of a chart a text is: that of a column, the name of a row, or one of its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The name of a column of values, by its position.
    Column(usize),
    /// The name of a row.
    Name(usize),
    /// A value: of which row, and which of its values.
    Value(usize, usize),
}

/// How wide a page on a screen is at least, in pixels: what is not to overlap there is laid out for this.
pub const NARROWEST: i32 = 288;
/// The size of text, in pixels.
pub const SIZE: i32 = 14;
/// From one line of text to the next: room for the marks of Thai.
pub const LEADING: i32 = 22;
/// How wide the mark † is that hangs behind a figure.
pub const MARK: i32 = 5;
/// The size of a headline.
pub const HEADLINE: i32 = 26;

/// Draws a chart of a body for a page that is at least so many pixels wide.
pub fn draw(plot: &Plot, body: &Body, width: i32) -> Drawing {
    let mut drawing = Drawing { height: 0, shapes: Vec::new() };
    match plot.kind {
        ChartKind::Bar => bar::draw(plot, body, width, &mut drawing),
        ChartKind::Column => column::draw(plot, body, width, &mut drawing),
        ChartKind::Dot => dot::draw(plot, body, width, &mut drawing),
        ChartKind::Pictogram { of } => pictogram::draw(plot, body, width, of, &mut drawing),
    }
    drawing
}

impl Drawing {
    /// Adds a text.
    fn text(&mut self, (x, y): (X, i32), anchor: Anchor, (style, part): (Style, Part), inlines: &[Inline]) {
        if !inlines.is_empty() {
            self.shapes.push(Shape::Text { x, y, anchor, style, part, lines: vec![inlines.to_vec()] });
        }
    }

    /// Adds a name in as many lines as it needs in a width, from the present height downwards.
    fn name(&mut self, row: usize, (x, anchor): (X, Anchor), width: i32, plot: &Plot, body: &Body) {
        let lines = wrap::lines(&plot.rows[row].label.drawn, &plot.tag, body, width);
        let y = self.height + LEADING - 7;
        self.height += LEADING * i32::try_from(lines.len()).unwrap_or(0);
        if !lines.is_empty() {
            self.shapes.push(Shape::Text { x, y, anchor, style: Style::Label, part: Part::Name(row), lines });
        }
    }
}

impl X {
    /// A share of the width.
    fn share(share: i32) -> Self {
        Self { share, offset: 0 }
    }

    /// A share and so many pixels.
    fn beside(share: i32, offset: i32) -> Self {
        Self { share, offset }
    }
}

/// How far a value stands from the right edge, so that digits stand one below another though marks hang behind some of them.
fn hang<'a>(plot: &Plot, body: &'a Body) -> impl Fn(&Mark) -> i32 + use<'a> {
    let bears = |mark: &Mark| {
        mark.label.drawn.iter().any(|inline| matches!(inline, Inline::Figure(figure) if body.figures[*figure].unverified))
    };
    let hanging = plot.rows.iter().flat_map(|row| &row.marks).any(bears);
    move |mark| if hanging && !bears(mark) { MARK } else { 0 }
}

/// A value as a part of a length.
fn part(value: Decimal, full: Decimal, length: i32) -> i32 {
    let part = value.checked_div(full).and_then(|share| share.checked_mul(length.into()));
    part.and_then(|part| part.round().to_i32()).unwrap_or(0).clamp(0, length)
}
