//! A page as a content stream (ISO 32000-1, 7.8.2).
//!
//! In: a page. Out: the bytes of its stream, and the node of each piece of marked content by its number. Neighbours of one owner
//! are one piece. Numbers are written from whole thousandths of a point, so that none is rounded.

use super::cluster;
use super::code::Codes;
use super::{tags, utf16};
use crate::format::pdf::face::Face;
use crate::format::pdf::page::{Colour, Drawing, Layout, Length, NodeId, Owner, Page, Path, Point, Rect, Run, Segment};
use skrifa::MetadataProvider;
use skrifa::raw::FontRef;
use std::io::Write;

/// A page's content.
pub(super) struct Content {
    pub stream: Vec<u8>,
    /// The node of each piece of marked content, by its MCID, and the item that it begins with.
    pub marked: Vec<(NodeId, usize)>,
}

/// The content of a page; `codes` are those of each face, and grow.
pub(super) fn of(layout: &Layout, page: &Page, codes: &mut [Codes]) -> Content {
    let content = Content { stream: Vec::with_capacity(16 << 10), marked: Vec::new() };
    let height = page.height;
    let mut writer =
        Writer { height, layout, codes, content, line: None, fill: None, font: None, rise: 0, shown: Vec::new() };
    let mut start = 0;
    for items in page.items.chunk_by(|item, next| item.owner == next.owner) {
        // A mark begins and ends in one text object, or outside of all.
        let is_text = items.iter().all(|item| matches!(item.drawing, Drawing::Run(_)));
        writer.text(is_text);
        writer.begin(items[0].owner, start);
        for item in items {
            match &item.drawing {
                Drawing::Run(run) => writer.run(run),
                Drawing::Rect(rect, colour) => writer.rect(*rect, *colour),
                Drawing::Path(path) => writer.path(path),
            }
        }
        writer.text(is_text);
        writer.operator("EMC", []);
        start += items.len();
    }
    writer.text(false);
    writer.content
}

struct Writer<'a> {
    height: Length,
    layout: &'a Layout,
    codes: &'a mut [Codes],
    content: Content,
    /// Where the line of the text object begins that is open, from the lower left corner.
    line: Option<Point>,
    fill: Option<Colour>,
    font: Option<(usize, Length)>,
    /// How far glyphs are drawn above their baseline, in units of the face.
    rise: i32,
    /// Glyphs that are about to be shown; empty between runs.
    shown: Vec<u8>,
}

impl Writer<'_> {
    /// Writes to the stream.
    fn put(&mut self, arguments: std::fmt::Arguments<'_>) {
        self.content.stream.write_fmt(arguments).expect("memory takes all");
    }

    /// Writes an operator behind its operands.
    fn operator(&mut self, name: &str, operands: impl IntoIterator<Item = Length>) {
        for operand in operands {
            number(&mut self.content.stream, operand);
            self.content.stream.push(b' ');
        }
        self.content.stream.extend(name.bytes());
        self.content.stream.push(b'\n');
    }

    /// Begins a piece of marked content.
    fn begin(&mut self, owner: Owner, item: usize) {
        match owner {
            Owner::Node(node) => {
                let number = self.content.marked.len();
                self.content.marked.push((node, item));
                self.put(format_args!("/{} <</MCID {number}>> BDC\n", tags::name_of(self.layout.tags[node.0].role)));
            }
            Owner::Header => self.put(format_args!("/Artifact <</Type/Pagination/Subtype/Header>> BDC\n")),
            Owner::Footer => self.put(format_args!("/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n")),
            Owner::Layout => self.put(format_args!("/Artifact <</Type/Layout>> BDC\n")),
        }
    }

    /// Begins or ends a text object.
    fn text(&mut self, wanted: bool) {
        if self.line.is_some() != wanted {
            self.operator(if wanted { "BT" } else { "ET" }, []);
            self.line = wanted.then(Point::default);
        }
    }

    /// Begins a line of the text object.
    fn line(&mut self, x: Length, y: Length) {
        let from = self.line.replace(Point { x, y }).unwrap_or_default();
        self.operator("Td", [x - from.x, y - from.y]);
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.operator("rg", components(colour));
            self.fill = Some(colour);
        }
    }

    fn run(&mut self, run: &Run) {
        if run.glyphs.is_empty() {
            return;
        }
        self.fill(run.colour);
        self.text(true);
        let face: &Face = &self.layout.faces[run.face];
        if self.font != Some((run.face, run.size)) {
            self.put(format_args!("/F{} ", run.face));
            self.operator("Tf", [run.size]);
            self.font = Some((run.face, run.size));
        }
        self.line(run.origin.x, self.height - run.origin.y);
        let shown = std::mem::take(&mut self.shown);
        let mut line = Line { face, shown, in_codes: false, is_apart: false, pen: 0, drawn: 0 };
        if cluster::are_plain(run) {
            let codes = &mut self.codes[run.face];
            for glyph in &run.glyphs {
                let code = codes.code(glyph.gid, &run.text[glyph.text.start as usize..glyph.text.end as usize]);
                line.glyph(glyph.gid, code, glyph.x, glyph.advance);
            }
        } else {
            self.clusters(run, face, &mut line);
        }
        self.show(&mut line);
        self.rise(0, run.size, face);
        self.shown = line.shown;
    }

    /// Shows the glyphs of a run in which some are told together or stand above their place.
    fn clusters(&mut self, run: &Run, face: &Face, line: &mut Line<'_>) {
        let font = FontRef::new(&face.data).expect("the face was read before");
        for cluster in cluster::of(run, &font.charmap()) {
            let actual = cluster.actual_text();
            if let Some(actual) = actual {
                self.show(line);
                self.content.stream.extend(b"/Span <</ActualText(");
                utf16(actual).into_iter().for_each(|byte| literal(&mut self.content.stream, byte));
                self.content.stream.extend(b")>> BDC\n");
            }
            for glyph in cluster.glyphs.clone() {
                let code = self.codes[run.face].code(run.glyphs[glyph].gid, cluster.part(glyph));
                let glyph = &run.glyphs[glyph];
                if glyph.y != self.rise {
                    self.show(line);
                    self.rise(glyph.y, run.size, face);
                }
                line.glyph(glyph.gid, code, glyph.x, glyph.advance);
            }
            if actual.is_some() {
                self.show(line);
                self.operator("EMC", []);
            }
        }
    }

    fn rise(&mut self, units: i32, size: Length, face: &Face) {
        if self.rise != units {
            self.operator("Ts", [size.of_units(units, face.units_per_em)]);
            self.rise = units;
        }
    }

    fn show(&mut self, line: &mut Line<'_>) {
        line.end_codes();
        let is_apart = std::mem::take(&mut line.is_apart);
        if is_apart {
            self.content.stream.push(b'[');
            self.content.stream.append(&mut line.shown);
            self.content.stream.extend(b"] TJ\n");
        } else if !line.shown.is_empty() {
            self.content.stream.append(&mut line.shown);
            self.content.stream.extend(b" Tj\n");
        }
    }

    fn rect(&mut self, rect: Rect, colour: Colour) {
        self.text(false);
        self.fill(colour);
        let bottom = self.height - rect.y - rect.height;
        self.operator("re", [rect.x, bottom, rect.width, rect.height]);
        self.operator("f", []);
    }

    fn path(&mut self, path: &Path) {
        self.text(false);
        if let Some(colour) = path.fill {
            self.fill(colour);
        }
        if let Some((colour, width)) = path.stroke {
            self.operator("RG", components(colour));
            self.operator("w", [width]);
        }
        for segment in &path.segments {
            let (name, points) = match *segment {
                Segment::Move(to) => ("m", vec![to]),
                Segment::Line(to) => ("l", vec![to]),
                Segment::Curve(first, second, to) => ("c", vec![first, second, to]),
                Segment::Close => ("h", vec![]),
            };
            let height = self.height;
            self.operator(name, points.into_iter().flat_map(|point| [point.x, height - point.y]));
        }
        let paint = match (path.fill, path.stroke) {
            (Some(_), Some(_)) => "B",
            (Some(_), None) => "f",
            (None, Some(_)) => "S",
            (None, None) => "n",
        };
        self.operator(paint, []);
    }
}

/// Glyphs that are about to be shown, as the elements of an array, and where the pen is: where it is meant to be in units of the
/// face, and where a reader has it, in thousandths of the em.
struct Line<'a> {
    face: &'a Face,
    shown: Vec<u8>,
    /// Whether a string of codes is open.
    in_codes: bool,
    /// Whether the pen is moved before or between them.
    is_apart: bool,
    pen: i32,
    drawn: i32,
}

impl Line<'_> {
    fn glyph(&mut self, gid: u16, code: u16, x: i32, advance: i32) {
        let meant = self.thousandths(self.pen + x);
        if (meant - self.drawn).abs() > UNSEEN {
            self.end_codes();
            signed(&mut self.shown, self.drawn - meant);
            self.drawn = meant;
            self.is_apart = true;
        }
        if !self.in_codes {
            self.shown.push(b'(');
            self.in_codes = true;
        }
        code.to_be_bytes().into_iter().for_each(|byte| literal(&mut self.shown, byte));
        let width = i32::from(self.face.advances.get(usize::from(gid)).copied().unwrap_or(0));
        // Most faces have an em of a thousand units, and no division to wait for.
        let em = i32::from(self.face.units_per_em);
        self.drawn += if em == 1000 { width } else { width * 1000 / em };
        self.pen += advance;
    }

    fn thousandths(&self, units: i32) -> i32 {
        let em = i32::from(self.face.units_per_em);
        if em == 1000 { units } else { (units * 1000 + em / 2).div_euclid(em) }
    }

    fn end_codes(&mut self) {
        if std::mem::take(&mut self.in_codes) {
            self.shown.push(b')');
        }
    }
}

/// How far from its place a glyph may be drawn, in thousandths of the em: a fiftieth of a point in running text.
const UNSEEN: i32 = 2;

/// Writes a length in points, exactly.
pub(super) fn number(out: &mut Vec<u8>, length: Length) {
    let (whole, part) = (length.0.unsigned_abs() / 1000, length.0.unsigned_abs() % 1000);
    if length.0 < 0 {
        out.push(b'-');
    }
    integer(out, whole);
    if part > 0 {
        let digits = [100, 10, 1].map(|unit| b'0' + (part / unit % 10) as u8);
        let zeros = digits.iter().rev().take_while(|digit| **digit == b'0').count();
        out.push(b'.');
        out.extend(&digits[..digits.len() - zeros]);
    }
}

/// Writes a whole number.
pub(super) fn integer(out: &mut Vec<u8>, number: u32) {
    let start = out.len();
    let mut rest = number;
    loop {
        out.push(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out[start..].reverse();
}

fn signed(out: &mut Vec<u8>, number: i32) {
    if number < 0 {
        out.push(b'-');
    }
    integer(out, number.unsigned_abs());
}

/// Writes a byte of a literal string, so that no reader takes it for the end of the string or of a line.
pub(super) fn literal(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
        b'\r' => out.extend(b"\\r"),
        byte => out.push(byte),
    }
}

/// Writes a string in hexadecimal digits.
pub(super) fn hexadecimal(out: &mut Vec<u8>, bytes: &[u8]) {
    let digit = |half: u8| b"0123456789ABCDEF"[usize::from(half)];
    out.push(b'<');
    out.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    out.push(b'>');
}

/// The parts of a colour from 0 to 1, in thousandths: no screen or printer shows a finer step.
fn components(colour: Colour) -> [Length; 3] {
    colour.0.map(|part| Length((i32::from(part) * 1000 + 127) / 255))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_short() {
        let written = |thousandths: i32| {
            let mut out = Vec::new();
            number(&mut out, Length(thousandths));
            String::from_utf8(out).unwrap()
        };
        let numbers = [0, 5, -50, 500, 1000, 10_500, 595_276, -1_030, i32::MIN];
        assert_eq!(numbers.map(written), ["0", "0.005", "-0.05", "0.5", "1", "10.5", "595.276", "-1.03", "-2147483.648"]);
    }
}
