//! A page as operations of a content stream.
//!
//! In: a page. Out: operations for printpdf, and the node of each piece of marked content by its number. Neighbours of one owner
//! are one piece.

use super::cluster;
use super::code::Codes;
use super::font::resource;
use super::{points, tags, utf16};
use crate::format::pdf::face::Face;
use crate::format::pdf::page::{Colour, Drawing, Layout, Length, NodeId, Owner, Page, Path, Rect, Run, Segment};
use printpdf::{DictItem, FontId, Op, PdfFontHandle, TextItem, TextMatrix};
use skrifa::raw::FontRef;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A page's content.
pub(super) struct Content {
    pub operations: Vec<Op>,
    /// The node of each piece of marked content, by its MCID, and the item that it begins with.
    pub marked: Vec<(NodeId, usize)>,
}

/// The first of the private characters by which printpdf is told codes: a character for each code.
const FIRST_CODE: u32 = 0xF_0000;

/// The character that stands for a code.
pub(super) fn character(code: u16) -> char {
    char::from_u32(FIRST_CODE + u32::from(code)).expect("the private plane has a character for every code")
}

/// The content of a page; `codes` are those of each face, and grow.
pub(super) fn of(layout: &Layout, page: &Page, codes: &mut [Codes]) -> Content {
    let content = Content { operations: Vec::new(), marked: Vec::new() };
    let mut writer = Writer { height: page.height, layout, codes, content, in_text: false, fill: None, font: None, rise: 0 };
    let mut owner = None;
    for (index, item) in page.items.iter().enumerate() {
        if owner != Some(item.owner) {
            writer.end(owner);
            writer.begin(item.owner, index);
            owner = Some(item.owner);
        }
        match &item.drawing {
            Drawing::Run(run) => writer.run(run),
            Drawing::Rect(rect, colour) => writer.rect(*rect, *colour),
            Drawing::Path(path) => writer.path(path),
        }
    }
    writer.end(owner);
    writer.content
}

struct Writer<'a> {
    height: Length,
    layout: &'a Layout,
    codes: &'a mut [Codes],
    content: Content,
    in_text: bool,
    fill: Option<Colour>,
    font: Option<(usize, Length)>,
    /// How far glyphs are drawn above their baseline, in units of the face.
    rise: i32,
}

impl Writer<'_> {
    fn push(&mut self, operation: Op) {
        self.content.operations.push(operation);
    }

    /// Begins a piece of marked content.
    fn begin(&mut self, owner: Owner, item: usize) {
        let string = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        let (tag, properties) = match owner {
            Owner::Node(node) => {
                self.content.marked.push((node, item));
                let number = self.content.marked.len() as i64 - 1;
                (tags::name_of(self.layout.tags[node.0].role), vec![("MCID", DictItem::Int(number))])
            }
            Owner::Header => ("Artifact", vec![("Type", string("Pagination")), ("Subtype", string("Header"))]),
            Owner::Footer => ("Artifact", vec![("Type", string("Pagination")), ("Subtype", string("Footer"))]),
            Owner::Layout => ("Artifact", vec![("Type", string("Layout"))]),
        };
        let properties = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        self.mark(tag, properties);
    }

    fn mark(&mut self, tag: &str, map: BTreeMap<String, DictItem>) {
        self.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } });
    }

    fn end(&mut self, owner: Option<Owner>) {
        self.text(false);
        if owner.is_some() {
            self.push(Op::EndMarkedContent);
        }
    }

    /// Begins or ends a text object.
    fn text(&mut self, wanted: bool) {
        if self.in_text != wanted {
            self.push(if wanted { Op::StartTextSection } else { Op::EndTextSection });
            self.in_text = wanted;
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.push(operator("rg", components(colour)));
            self.fill = Some(colour);
        }
    }

    fn run(&mut self, run: &Run) {
        if run.glyphs.is_empty() {
            return;
        }
        self.fill(run.colour);
        self.text(true);
        let face = Arc::clone(&self.layout.faces[run.face]);
        if self.font != Some((run.face, run.size)) {
            let font = PdfFontHandle::External(FontId(resource(run.face)));
            self.push(Op::SetFont { font, size: points(run.size) });
            self.font = Some((run.face, run.size));
        }
        let (x, y) = (points(run.origin.x).0, points(self.height - run.origin.y).0);
        self.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
        let font = FontRef::new(&face.data).expect("the face was read before");
        let mut line = Line { face: &face, items: Vec::new(), text: String::new(), pen: 0, drawn: 0 };
        for cluster in cluster::of(run, &font) {
            let actual = cluster.actual_text();
            if let Some(actual) = actual {
                self.show(&mut line);
                let actual = DictItem::String { data: utf16(actual), literal: false };
                self.mark("Span", BTreeMap::from([("ActualText".to_owned(), actual)]));
            }
            for glyph in cluster.glyphs.clone() {
                let code = self.codes[run.face].code(run.glyphs[glyph].gid, cluster.part(glyph));
                let glyph = &run.glyphs[glyph];
                if glyph.y != self.rise {
                    self.show(&mut line);
                    self.rise(glyph.y, run.size, &face);
                }
                line.glyph(glyph.gid, code, glyph.x, glyph.advance);
            }
            if actual.is_some() {
                self.show(&mut line);
                self.push(Op::EndMarkedContent);
            }
        }
        self.show(&mut line);
        self.rise(0, run.size, &face);
    }

    fn rise(&mut self, units: i32, size: Length, face: &Face) {
        if self.rise != units {
            self.push(Op::SetLineOffset { multiplier: points(size.of_units(units, face.units_per_em)).0 });
            self.rise = units;
        }
    }

    fn show(&mut self, line: &mut Line<'_>) {
        if let Some(items) = line.take() {
            self.push(Op::ShowText { items });
        }
    }

    fn rect(&mut self, rect: Rect, colour: Colour) {
        self.text(false);
        self.fill(colour);
        let bottom = self.height - rect.y - rect.height;
        self.push(operator("re", [rect.x, bottom, rect.width, rect.height].map(number)));
        self.push(operator("f", []));
    }

    fn path(&mut self, path: &Path) {
        self.text(false);
        if let Some(colour) = path.fill {
            self.fill(colour);
        }
        if let Some((colour, width)) = path.stroke {
            self.push(operator("RG", components(colour)));
            self.push(operator("w", [number(width)]));
        }
        for segment in &path.segments {
            let (name, points) = match *segment {
                Segment::Move(to) => ("m", vec![to]),
                Segment::Line(to) => ("l", vec![to]),
                Segment::Curve(first, second, to) => ("c", vec![first, second, to]),
                Segment::Close => ("h", vec![]),
            };
            let numbers = points.into_iter().flat_map(|point| [number(point.x), number(self.height - point.y)]);
            self.push(Op::Unknown { key: name.to_owned(), value: numbers.collect() });
        }
        let paint = match (path.fill, path.stroke) {
            (Some(_), Some(_)) => "B",
            (Some(_), None) => "f",
            (None, Some(_)) => "S",
            (None, None) => "n",
        };
        self.push(operator(paint, []));
    }
}

/// Glyphs that are about to be shown, and where the pen is: where it is meant to be in units of the face, and where a reader has
/// it, in thousandths of the em.
struct Line<'a> {
    face: &'a Face,
    items: Vec<TextItem>,
    text: String,
    pen: i32,
    drawn: i32,
}

impl Line<'_> {
    fn glyph(&mut self, gid: u16, code: u16, x: i32, advance: i32) {
        let meant = self.thousandths(self.pen + x);
        if meant != self.drawn {
            self.end_text();
            self.items.push(TextItem::from(self.drawn - meant));
            self.drawn = meant;
        }
        self.text.push(character(code));
        let width = i32::from(self.face.advances.get(usize::from(gid)).copied().unwrap_or(0));
        self.drawn += width * 1000 / i32::from(self.face.units_per_em);
        self.pen += advance;
    }

    fn thousandths(&self, units: i32) -> i32 {
        let em = i32::from(self.face.units_per_em);
        (units * 1000 + em / 2).div_euclid(em)
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.items.push(TextItem::Text(std::mem::take(&mut self.text)));
        }
    }

    fn take(&mut self) -> Option<Vec<TextItem>> {
        self.end_text();
        (!self.items.is_empty()).then(|| std::mem::take(&mut self.items))
    }
}

fn operator(name: &str, values: impl IntoIterator<Item = DictItem>) -> Op {
    Op::Unknown { key: name.to_owned(), value: values.into_iter().collect() }
}

fn number(length: Length) -> DictItem {
    DictItem::Real(points(length).0)
}

/// The parts of a colour from 0 to 1, in thousandths: no screen or printer shows a finer step.
fn components(colour: Colour) -> [DictItem; 3] {
    colour.0.map(|part| number(Length((i32::from(part) * 1000 + 127) / 255)))
}
