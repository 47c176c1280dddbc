//! Charts: the shapes of [`chart::draw`], under their title and description.
//!
//! In: a plot. Out: a strip that is not divided. Nothing can go wrong. The shapes are ornaments; what they show is said by the
//! names and values beside them, which are tagged as the table that they are.

use super::compose::{Composer, Frame, Place, row};
use super::flow::{Row, Strip};
use super::line::Shaped;
use super::sheet::Kind;
use super::text::{Paragraph, Style};
use crate::format::chart::{self, Anchor, HEADLINE, LEADING, Paint, Part, SIZE, Shape};
use crate::format::pdf::fonts::Weight;
use crate::format::pdf::page::{Colour, Drawing, Item, Length, NodeId, Owner, Path, Point, Rect, Role, Scope, Segment};
use crate::model::chart::{ChartKind, Plot};
use std::collections::BTreeMap;

/// A pixel of a drawing.
const PIXEL: Length = Length(700);

/// How far the ends of curves lie from the corners of a circle's square, in thousandths of its radius.
const ROUND: i32 = 448;

impl Composer<'_> {
    pub(super) fn chart(&mut self, plot: &Plot, frame: Frame) {
        let part = self.node(frame.parent, Role::Sect);
        for (inlines, kind) in [(&plot.title, Kind::SourceTitle), (&plot.description, Kind::Note)] {
            let node = self.node(part, Role::Paragraph);
            let paragraph = self.inlines(inlines, self.sheet.style(kind), node);
            let mut strip = self.strip(&paragraph, Frame { kind, ..frame }, Place::Start);
            strip.keeps_next = true;
            strip.together = strip.rows.len();
            if kind == Kind::SourceTitle {
                strip.above = self.sheet.em(1_600);
            }
            self.strips.push(strip);
        }
        // The words of columns stand in no order of lines, by which the proof of a print tells that eye and ear get the same: as
        // bars they do.
        let kind = if plot.kind == ChartKind::Column { ChartKind::Bar } else { plot.kind };
        let drawing = chart::draw(&Plot { kind, ..plot.clone() }, self.manuscript.body, frame.width.0 / PIXEL.0);
        let mut row = Row { height: PIXEL * drawing.height, ..Row::default() };
        let cells = self.cells_of(plot, part);
        for shape in &drawing.shapes {
            self.shape(shape, &cells, frame, &mut row);
        }
        self.strips.push(Strip {
            rows: vec![row],
            together: 1,
            above: self.sheet.em(500),
            below: self.sheet.em(800),
            ..Strip::default()
        });
    }

    /// The nodes of its words: a table, with a row for each row.
    fn cells_of(&mut self, plot: &Plot, part: NodeId) -> BTreeMap<Part, NodeId> {
        let table = self.node(part, Role::Table);
        let mut cells = BTreeMap::new();
        if !plot.columns.is_empty() {
            let head = self.node(table, Role::Thead);
            let row = self.node(head, Role::Tr);
            self.node(row, Role::Td);
            for column in 0..plot.columns.len() {
                cells.insert(Part::Column(column), self.node(row, Role::Th(Scope::Column)));
            }
        }
        let body = self.node(table, Role::Tbody);
        for (position, row) in plot.rows.iter().enumerate() {
            let node = self.node(body, Role::Tr);
            // A pictogram says its value first.
            let values = (0..row.marks.len()).map(|value| (Part::Value(position, value), Role::Td));
            let mut parts: Vec<_> = std::iter::once((Part::Name(position), Role::Th(Scope::Row))).chain(values).collect();
            if matches!(plot.kind, ChartKind::Pictogram { .. }) {
                parts.reverse();
            }
            for (part, role) in parts {
                cells.insert(part, self.node(node, role));
            }
        }
        cells
    }

    fn shape(&mut self, shape: &Shape, cells: &BTreeMap<Part, NodeId>, frame: Frame, onto: &mut Row) {
        let share = |share: i32| Length((i64::from(frame.width.0) * i64::from(share) / 10_000) as i32);
        let x = |place: chart::X| frame.left + share(place.share) + PIXEL * place.offset;
        let accent = self.sheet.accent();
        let colour = |paint: Paint| if paint == Paint::Strong { accent } else { self.sheet.line() };
        match shape {
            Shape::Bar { left, width, top, height, paint } => {
                let area =
                    Rect { x: frame.left + share(*left), y: PIXEL * *top, width: share(*width), height: PIXEL * *height };
                onto.rect(area, colour(*paint));
            }
            Shape::Dot { x: place, y, filled } => {
                let fill = if *filled { accent } else { Colour([255; 3]) };
                let centre = Point { x: x(*place), y: PIXEL * *y };
                onto.path(circle(centre, PIXEL * 6), fill, Some((accent, Length(1_400))));
            }
            Shape::Person { left, top, paint } => {
                let (x, y) = (frame.left + PIXEL * *left, PIXEL * *top);
                onto.path(circle(Point { x: x + PIXEL * 12, y: y + PIXEL * 6 }, PIXEL * 6), colour(*paint), None);
                let body = Rect { x: x + PIXEL * 2, y: y + PIXEL * 14, width: PIXEL * 20, height: PIXEL * 22 };
                onto.path(bust(body, PIXEL * 8), colour(*paint), None);
            }
            Shape::Text { x: place, y, anchor, style, part, lines } => {
                let size = if *style == chart::Style::Headline { HEADLINE } else { SIZE };
                let weight = if *style == chart::Style::Label { Weight::Regular } else { Weight::Bold };
                let style = Style { size: PIXEL * size, weight, ..self.sheet.style(Kind::Cell) };
                let Some(&node) = cells.get(part) else { return };
                let mut y = *y;
                for inlines in lines {
                    self.leads = false;
                    let paragraph = self.inlines(inlines, style.clone(), node);
                    self.leads = true;
                    self.set(&paragraph, (x(*place), PIXEL * y), *anchor, PIXEL * size, onto);
                    y += LEADING;
                }
            }
        }
    }

    /// Sets a text as one line on a baseline.
    fn set(&mut self, paragraph: &Paragraph, (x, y): (Length, Length), anchor: Anchor, size: Length, onto: &mut Row) {
        let shaped = Shaped::new(&mut self.engine, paragraph, self.sheet.tag);
        let alignment = self.sheet.alignment(Kind::Cell);
        for line in shaped.lines(&mut self.engine, self.sheet.measure, alignment) {
            let x = match anchor {
                Anchor::Start => x,
                Anchor::Middle => x - Length(line.width.0 / 2),
                Anchor::End => x - line.width,
            };
            // A row of no leading has its baseline at a known height.
            let mut set = row(line, paragraph, x, size, size);
            let down = y - size.of_units(840, 1000);
            for item in &mut set.items {
                if let Drawing::Run(run) = &mut item.drawing {
                    run.origin.y += down;
                }
            }
            onto.items.append(&mut set.items);
            onto.anchors.extend(set.anchors.into_iter().map(|(name, below)| (name, below + down)));
        }
    }
}

impl Row {
    fn path(&mut self, segments: Vec<Segment>, fill: Colour, stroke: Option<(Colour, Length)>) {
        let path = Path { segments, fill: Some(fill), stroke };
        self.items.push(Item { owner: Owner::Layout, drawing: Drawing::Path(path) });
    }
}

/// A circle of four curves.
fn circle(centre: Point, radius: Length) -> Vec<Segment> {
    let near = radius.of_units(1000 - ROUND, 1000);
    let at = |x: Length, y: Length| Point { x: centre.x + x, y: centre.y + y };
    let none = Length::ZERO;
    vec![
        Segment::Move(at(radius, none)),
        Segment::Curve(at(radius, near), at(near, radius), at(none, radius)),
        Segment::Curve(at(-near, radius), at(-radius, near), at(-radius, none)),
        Segment::Curve(at(-radius, -near), at(-near, -radius), at(none, -radius)),
        Segment::Curve(at(near, -radius), at(radius, -near), at(radius, none)),
        Segment::Close,
    ]
}

/// A rectangle whose upper corners are round.
fn bust(area: Rect, radius: Length) -> Vec<Segment> {
    let (left, right, top, bottom) = (area.x, area.x + area.width, area.y, area.y + area.height);
    let rest = radius.of_units(ROUND, 1000);
    let at = |x: Length, y: Length| Point { x, y };
    vec![
        Segment::Move(at(left, bottom)),
        Segment::Line(at(left, top + radius)),
        Segment::Curve(at(left, top + rest), at(left + rest, top), at(left + radius, top)),
        Segment::Line(at(right - radius, top)),
        Segment::Curve(at(right - rest, top), at(right, top + rest), at(right, top + radius)),
        Segment::Line(at(right, bottom)),
        Segment::Close,
    ]
}
