//! What the pages of a PDF say that another program made.
//!
//! In: the bytes of the file. Out: its lines, in the order in which they are drawn, with an empty one between paragraphs. A glyph
//! says what its font's ToUnicode says, or the ActualText around it; lines, gaps between words and columns are told by where glyphs
//! stand. What can go wrong: bytes that are no PDF. Whatever else is not understood says nothing. Lengths are in thousandths.

use super::object::{array, content, decoded, dictionary, follow, get, name, thousandths, utf16};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object};
use std::collections::BTreeMap;

/// The lines of a PDF.
pub(in crate::verify) fn lines(bytes: &[u8]) -> Result<Vec<String>, String> {
    let document = Document::load_mem(bytes).map_err(|error| format!("not a PDF that can be read: {error}"))?;
    let mut lines = Vec::new();
    for page in document.get_pages().into_values() {
        let fonts = document.get_page_fonts(page).unwrap_or_default();
        let fonts = fonts.into_iter().map(|(name, font)| (name, Font::of(&document, font))).collect();
        let mut drawn = Page { fonts, ..Page::new(&document) };
        drawn.objects = document.get_page_resources(page).ok().and_then(|(own, shared)| {
            let shared = shared.into_iter().find_map(|id| document.get_dictionary(id).ok());
            own.or(shared).and_then(|resources| dictionary(&document, resources, "XObject"))
        });
        drawn.draw(&document.get_page_content(page), 0);
        paragraphs(&drawn.lines, &mut lines);
    }
    Ok(lines)
}

/// The texts of the lines of a page, with an empty one between paragraphs: before what stands far under the line before, and around
/// each row of a table.
fn paragraphs(drawn: &[Line], lines: &mut Vec<String>) {
    let mut above: Option<&Line> = None;
    let mut is_below_row = false;
    for (position, line) in drawn.iter().enumerate() {
        let is_far =
            |above: &Line| (line.y - above.y).abs().saturating_mul(10) > above.size.max(line.size).saturating_mul(19);
        let beside = [position.checked_sub(1), Some(position + 1)].into_iter().flatten().filter_map(|at| drawn.get(at));
        let is_row = line.is_row(beside);
        let begins = above.is_none_or(is_far) || is_row || is_below_row;
        (above, is_below_row) = (Some(line), is_row);
        let text = whole(line.text.trim());
        if !text.is_empty() {
            if begins {
                lines.push(String::new());
            }
            lines.push(text);
        }
    }
}

/// Thai text with SARA AM in one piece, as people write it.
fn whole(line: &str) -> String {
    let mut line = line.replace("\u{e4d}\u{e32}", "\u{e33}");
    for tone in ["\u{e48}", "\u{e49}", "\u{e4a}", "\u{e4b}"] {
        line = line.replace(&format!("\u{e4d}{tone}\u{e32}"), &format!("{tone}\u{e33}"));
    }
    line.chars().filter(|c| !c.is_control()).collect()
}

/// A font: what its codes say, and how wide they are for a size of 1.
#[derive(Default)]
struct Font {
    texts: BTreeMap<u32, String>,
    widths: BTreeMap<u32, i64>,
    /// How wide the others are.
    width: i64,
    /// How many bytes a code has.
    bytes: usize,
}

/// How wide a glyph is of which nothing is known.
const UNKNOWN: i64 = 500;

/// How wide a glyph of a composite font is where neither `W` nor `DW` says it (ISO 32000-2, 9.7.4.3).
const WIDE: i64 = 1000;

impl Font {
    fn of(document: &Document, font: &Dictionary) -> Self {
        let is_wide = name(document, font, "Subtype") == Some("Type0");
        let stream = get(document, font, "ToUnicode").and_then(|object| object.as_stream().ok());
        let texts = stream.and_then(content).map(|bytes| texts(&String::from_utf8_lossy(&bytes))).unwrap_or_default();
        let (bytes, width) = if is_wide { (2, WIDE) } else { (1, UNKNOWN) };
        let mut found = Self { texts, widths: BTreeMap::new(), width, bytes };
        if !is_wide {
            // The glyphs of a Type 3 font are drawn to a scale of their own.
            let scale = array(document, font, "FontMatrix").first().and_then(thousandths).unwrap_or(1);
            let first = get(document, font, "FirstChar").and_then(|first| first.as_i64().ok()).unwrap_or(0);
            for (code, width) in (first..).zip(array(document, font, "Widths")) {
                let width = follow(document, width).and_then(thousandths).map(|width| width.saturating_mul(scale) / 1000);
                found.widths.extend(u32::try_from(code).ok().zip(width.filter(|width| *width > 0)));
            }
            return found;
        }
        let Some(inner) = array(document, font, "DescendantFonts").first().and_then(|inner| follow(document, inner)) else {
            return found;
        };
        let Ok(inner) = inner.as_dict() else { return found };
        found.width = get(document, inner, "DW").and_then(thousandths).map_or(WIDE, |width| width / 1000);
        let mut rest = array(document, inner, "W").iter().map(|object| follow(document, object).unwrap_or(object));
        while let (Some(first), Some(next)) = (rest.next().and_then(|first| first.as_i64().ok()), rest.next()) {
            let (first, width) =
                (u32::try_from(first).unwrap_or_default(), |width: &Object| Some(thousandths(width)? / 1000));
            match next {
                Object::Array(widths) => {
                    found.widths.extend((first..).zip(widths).filter_map(|(code, object)| Some((code, width(object)?))));
                }
                last => {
                    let last = last.as_i64().ok().and_then(|last| u32::try_from(last).ok()).unwrap_or(first);
                    let Some(width) = rest.next().and_then(width) else { break };
                    found.widths.extend((first..=last.min(first.saturating_add(0xFFFF))).map(|code| (code, width)));
                }
            }
        }
        found
    }
}

/// The texts of the codes of a ToUnicode, as far as it is understood.
fn texts(cmap: &str) -> BTreeMap<u32, String> {
    let mut texts = BTreeMap::new();
    let mut rest = cmap;
    while let Some((_, begun)) = rest.split_once("beginbf") {
        let Some((body, behind)) = begun.split_once("endbf") else { break };
        rest = behind;
        // Each string, and whether a list begins behind it.
        let mut strings = body.split('<').skip(1).filter_map(|piece| {
            let (digits, behind) = piece.split_once('>')?;
            Some((hexadecimal(digits)?, behind.contains('[')))
        });
        while let Some((first, _)) = strings.next() {
            if body.starts_with("char") {
                texts.extend(strings.next().map(|(text, _)| (code(&first), utf16(&text))));
                continue;
            }
            let (Some((last, is_list)), Some((text, _))) = (strings.next(), strings.next()) else { break };
            let Some((end, start)) = text.split_last() else { break };
            for step in 0..=code(&last).saturating_sub(code(&first)).min(0xFFFF) {
                // A list of texts, or one that goes on.
                let text = match is_list {
                    true if step > 0 => strings.next().map(|(text, _)| text).unwrap_or_default(),
                    true => text.clone(),
                    false => [start, &[end.wrapping_add(u8::try_from(step).unwrap_or_default())]].concat(),
                };
                texts.insert(code(&first).saturating_add(step), utf16(&text));
            }
        }
    }
    texts
}

fn hexadecimal(digits: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = digits.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, byte| (code << 8) | u32::from(*byte))
}

/// A scale and a place: `a b c d e f` of the format.
type Matrix = [i64; 6];

const IDENTITY: Matrix = [1000, 0, 0, 1000, 0, 0];

/// What the first does, and then the second.
fn then(first: &Matrix, second: &Matrix) -> Matrix {
    let [a, b, c, d, e, f] = *first;
    let across = |x: i64, y: i64| (x.saturating_mul(second[0]).saturating_add(y.saturating_mul(second[2]))) / 1000;
    let up = |x: i64, y: i64| (x.saturating_mul(second[1]).saturating_add(y.saturating_mul(second[3]))) / 1000;
    [across(a, b), up(a, b), across(c, d), up(c, d), across(e, f) + second[4], up(e, f) + second[5]]
}

struct Line {
    text: String,
    /// Where its last glyph begins and ends, and how large that is.
    x: i64,
    end: i64,
    y: i64,
    size: i64,
    /// Where its text goes on behind a gap that is wider than those between words, and how wide that is.
    gaps: Vec<(i64, i64)>,
}

impl Line {
    /// Whether it is a row of a table: its text is in columns, which are far apart or those of a line beside it, too.
    fn is_row<'l>(&self, mut beside: impl Iterator<Item = &'l Line>) -> bool {
        let is_shared = |(x, _): &(i64, i64), other: &Line| {
            other.gaps.iter().any(|(there, _)| (x - there).abs().saturating_mul(3) < self.size)
        };
        self.gaps.iter().any(|(_, width)| *width > self.size.saturating_mul(2))
            || beside.any(|other| self.gaps.iter().any(|gap| is_shared(gap, other)))
    }
}

struct Page<'d> {
    document: &'d Document,
    fonts: BTreeMap<Vec<u8>, Font>,
    objects: Option<&'d Dictionary>,
    lines: Vec<Line>,
    space: Matrix,
    kept: Vec<Matrix>,
    pen: Matrix,
    start: Matrix,
    font: Vec<u8>,
    size: i64,
    leading: i64,
    /// How many operations may still be carried out.
    left: usize,
    /// For each marked content that is open, what it says; taken by its first glyph.
    marked: Vec<Option<Option<String>>>,
}

/// How deep pages may lie in one another, and how many operations a page may have with all that lies in it.
const DEEPEST: usize = 6;
const MOST: usize = 2_000_000;

impl<'d> Page<'d> {
    fn new(document: &'d Document) -> Self {
        let (lines, kept, marked) = (Vec::new(), Vec::new(), Vec::new());
        let (space, pen, start) = (IDENTITY, IDENTITY, IDENTITY);
        let (fonts, font) = (BTreeMap::new(), Vec::new());
        let (objects, size, leading, left) = (None, 0, 0, MOST);
        Self { document, fonts, objects, lines, space, kept, pen, start, font, size, leading, left, marked }
    }

    fn draw(&mut self, stream: &[u8], depth: usize) {
        for operation in Content::decode(stream).map(|content| content.operations).unwrap_or_default() {
            let Some(left) = self.left.checked_sub(1) else { return };
            self.left = left;
            // What is not understood says nothing.
            let _ = self.carry_out(&operation, depth);
        }
    }

    fn carry_out(&mut self, operation: &Operation, depth: usize) -> Option<()> {
        let operands = &operation.operands;
        let numbers = || operands.iter().map(thousandths).collect::<Option<Vec<i64>>>();
        match operation.operator.as_str() {
            "q" => self.kept.push(self.space),
            "Q" => self.space = self.kept.pop()?,
            "cm" => self.space = then(&numbers()?.try_into().ok()?, &self.space),
            "BT" => (self.pen, self.start) = (IDENTITY, IDENTITY),
            "Tf" => (self.font, self.size) = (operands.first()?.as_name().ok()?.to_vec(), thousandths(operands.get(1)?)?),
            "TL" => self.leading = *numbers()?.first()?,
            "Td" | "TD" => {
                let [x, y] = numbers()?.try_into().ok()?;
                self.leading = if operation.operator == "TD" { -y } else { self.leading };
                self.next(x, y);
            }
            "T*" => self.next(0, -self.leading),
            "Tm" => {
                self.start = numbers()?.try_into().ok()?;
                self.pen = self.start;
            }
            "Tj" => self.show(operands.first()?.as_str().ok()?),
            "'" | "\"" => {
                self.next(0, -self.leading);
                self.show(operands.last()?.as_str().ok()?);
            }
            "TJ" => {
                for part in operands.first()?.as_array().ok()? {
                    match part {
                        Object::String(bytes, _) => self.show(bytes),
                        gap => self.forward(-thousandths(gap)? / 1000),
                    }
                }
            }
            "BMC" => self.marked.push(None),
            "BDC" => {
                let said = operands
                    .get(1)
                    .and_then(|properties| properties.as_dict().ok())
                    .and_then(|properties| properties.get(b"ActualText").and_then(Object::as_str).ok().map(decoded));
                self.marked.push(said.map(Some));
            }
            "EMC" => drop(self.marked.pop()),
            "Do" if depth < DEEPEST => {
                let form = get(self.document, self.objects?, std::str::from_utf8(operands.first()?.as_name().ok()?).ok()?)?;
                let form = form.as_stream().ok()?;
                let resources = dictionary(self.document, &form.dict, "Resources");
                let fonts = resources.and_then(|resources| dictionary(self.document, resources, "Font"));
                for (name, font) in fonts.into_iter().flat_map(Dictionary::iter) {
                    let Some(font) = follow(self.document, font).and_then(|font| font.as_dict().ok()) else { continue };
                    self.fonts.insert(name.clone(), Font::of(self.document, font));
                }
                let (space, outer) = (self.space, self.objects);
                let numbers = array(self.document, &form.dict, "Matrix").iter().map(thousandths);
                let matrix = numbers.collect::<Option<Vec<i64>>>().and_then(|numbers| numbers.try_into().ok());
                self.space = then(&matrix.unwrap_or(IDENTITY), &space);
                self.objects = resources.and_then(|resources| dictionary(self.document, resources, "XObject")).or(outer);
                self.draw(&content(form)?, depth + 1);
                (self.space, self.objects) = (space, outer);
            }
            _ => {}
        }
        Some(())
    }

    /// Begins a line of the text object.
    fn next(&mut self, x: i64, y: i64) {
        self.start = then(&[1000, 0, 0, 1000, x, y], &self.start);
        self.pen = self.start;
    }

    /// Moves the pen by so many thousandths of the size.
    fn forward(&mut self, by: i64) {
        self.pen = then(&[1000, 0, 0, 1000, by.saturating_mul(self.size) / 1000, 0], &self.pen);
    }

    fn show(&mut self, bytes: &[u8]) {
        let known = self.fonts.get(&self.font);
        let length = known.map_or(1, |font| font.bytes);
        let glyphs: Vec<(String, i64)> = bytes
            .chunks(length)
            .map(|bytes| {
                let code = code(bytes);
                let text = known.and_then(|font| font.texts.get(&code).cloned());
                let plain = || char::from_u32(code).filter(|c| length == 1 && !c.is_control()).map(String::from);
                let width = known.map_or(UNKNOWN, |font| font.widths.get(&code).copied().unwrap_or(font.width));
                (text.or_else(plain).unwrap_or_default(), width)
            })
            .collect();
        for (text, width) in glyphs {
            let from = then(&self.pen, &self.space);
            self.forward(width);
            let to = then(&self.pen, &self.space);
            let said = self.marked.iter_mut().rev().find_map(Option::as_mut);
            let text = said.map_or(text, |said| said.take().unwrap_or_default());
            self.add(
                &text,
                [from[4], to[4], from[5]],
                (from[3].abs().max(from[1].abs()).saturating_mul(self.size) / 1000).max(1),
            );
        }
    }

    /// Adds what a glyph says to the line that it stands on.
    fn add(&mut self, text: &str, [x, end, y]: [i64; 3], size: i64) {
        match self.lines.last_mut() {
            Some(line) if (y - line.y).abs().saturating_mul(2) < size.max(line.size) && x >= line.x - size / 2 => {
                // A gap of a sixth of the size divides words.
                let is_gap = (x - line.end).saturating_mul(6) > size;
                if (x - line.end).saturating_mul(10) > size.saturating_mul(7) && !line.text.trim().is_empty() {
                    line.gaps.push((x, x - line.end));
                }
                if is_gap && !line.text.ends_with(' ') && !text.starts_with(' ') {
                    line.text.push(' ');
                }
                line.text.push_str(text);
                (line.x, line.end, line.size) = (x, end, size);
            }
            _ => self.lines.push(Line { text: text.to_owned(), x, end, y, size, gaps: Vec::new() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_say_what_their_map_says() {
        let map = "2 beginbfchar <0001> <0E01> <9F> <7684> endbfchar 2 beginbfrange <0013> <0015> <0030> <0020> <0021> [<0041> <0042>] endbfrange";
        let read: Vec<(u32, String)> = texts(map).into_iter().collect();
        let said: Vec<(u32, &str)> = read.iter().map(|(code, text)| (*code, text.as_str())).collect();
        assert_eq!(said, [(1, "ก"), (0x13, "0"), (0x14, "1"), (0x15, "2"), (0x20, "A"), (0x21, "B"), (0x9F, "的")]);
        assert_eq!(texts("beginbfrange <00> <").len() + texts("beginbfchar <zz> endbf").len(), 0);
    }

    #[test]
    fn a_row_of_a_table_is_no_part_of_a_paragraph() {
        let line = |y: i64, gaps: &[(i64, i64)], text: &str| Line {
            text: text.to_owned(),
            x: 0,
            end: 0,
            y,
            size: 10,
            gaps: gaps.to_vec(),
        };
        let table = [
            line(50, &[], "a text"),
            line(38, &[(100, 9)], "tea 62%"),
            line(26, &[(101, 8)], "coffee 38%"),
            line(14, &[], "b"),
        ];
        let mut lines = Vec::new();
        paragraphs(&table, &mut lines);
        assert_eq!(lines, ["", "a text", "", "tea 62%", "", "coffee 38%", "", "b"]);
        // The wide spaces of a line that is set to a measure stand in no column.
        let text = [line(50, &[(100, 9)], "a text"), line(38, &[(60, 9)], "of three"), line(26, &[], "lines")];
        lines.clear();
        paragraphs(&text, &mut lines);
        assert_eq!(lines, ["", "a text", "of three", "lines"]);
    }

    #[test]
    fn thai_is_whole() {
        assert_eq!(whole("ส\u{e4d}าคัญ น\u{e4d}\u{e49}\u{e32}"), "สำคัญ น้ำ");
    }
}
