//! A page as it is drawn: its content stream carried out.
//!
//! In: the stream and the fonts of a page. Out: every glyph where it stands, with what it says; every area that is painted; each
//! piece of marked content. What can go wrong: an operator that is not among the few that a page of text needs, so that nobody
//! could say what is seen. Lengths are in thousandths of a point, from the lower left corner.

use super::font::{Code, Font};
use super::glyph::Fit;
use super::object::{decoded, thousandths};
use super::syntax::{Syntax, Token};
use lopdf::{Dictionary, Object, ObjectId};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// A glyph as it is drawn.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// Where its pen stood, and how far that moved.
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub size: i64,
    pub colour: [i64; 3],
    /// What it says by itself.
    pub text: Rc<str>,
    /// How many areas were painted before it.
    pub painted: usize,
}

/// An area that is painted, by its outermost corners: left, bottom, right, top.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub corners: [i64; 4],
    pub colour: [i64; 3],
    /// Whether it is a filled rectangle, so that the whole of it is painted.
    pub whole: bool,
}

/// A piece of marked content.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    /// Its number on the page; `None` for an artefact.
    pub number: Option<i64>,
    /// What it says.
    pub text: String,
    /// Its glyphs, by their positions on the page.
    pub glyphs: Range<usize>,
}

/// What a page draws.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    pub glyphs: Vec<Glyph>,
    pub areas: Vec<Area>,
    pub pieces: Vec<Piece>,
    /// The positions of the pieces of each number.
    numbers: BTreeMap<i64, Vec<usize>>,
    /// What is wrong, in words.
    pub wrong: Vec<String>,
}

impl Drawn {
    /// The positions of the pieces of that number, of which there should be one.
    pub fn numbered(&self, number: i64) -> &[usize] {
        self.numbers.get(&number).map_or(&[], Vec::as_slice)
    }
}

/// Carries out a content stream, which calls its fonts by names.
pub(super) fn draw(stream: &[u8], names: &BTreeMap<Vec<u8>, ObjectId>, fonts: &mut BTreeMap<ObjectId, Font<'_>>) -> Drawn {
    let mut page =
        Page { names, fonts, drawn: Drawn::default(), state: State::default(), path: Vec::new(), actual: None, owed: false };
    let (mut syntax, mut operands) = (Syntax::new(stream, 0), Vec::new());
    loop {
        match syntax.token() {
            Ok(Some(Token::Operand(operand))) => operands.push(operand),
            Ok(Some(Token::Operator(name))) => {
                if page.carry_out(name, &operands).is_none() {
                    page.drawn.wrong.push(format!("the operator `{name}` is not understood"));
                }
                operands.clear();
            }
            Ok(None) if operands.is_empty() => break,
            _ => {
                page.drawn.wrong.push("the content of a page cannot be read".to_owned());
                break;
            }
        }
    }
    if page.state.piece.is_some() || page.state.text.is_some() {
        page.drawn.wrong.push("a piece of content has no end".to_owned());
    }
    page.drawn
}

#[derive(Default)]
struct State {
    fill: [i64; 3],
    stroke: [i64; 3],
    line: i64,
    font: Option<(ObjectId, i64)>,
    rise: i64,
    /// The pen of the text object that is open.
    text: Option<Pen>,
    /// The piece that is open.
    piece: Option<usize>,
    /// Whether that began in the text object.
    in_text: bool,
}

/// Where the next glyph is drawn, and where its line began.
#[derive(Clone, Copy, Default)]
struct Pen {
    at: (i64, i64),
    line: (i64, i64),
}

struct Page<'a, 'b> {
    names: &'a BTreeMap<Vec<u8>, ObjectId>,
    fonts: &'a mut BTreeMap<ObjectId, Font<'b>>,
    drawn: Drawn,
    state: State,
    path: Vec<(i64, i64)>,
    /// The ActualText that is open, and what its glyphs say by themselves.
    actual: Option<(String, String)>,
    /// Whether the glyph before drew a NIKHAHIT that the next must not.
    owed: bool,
}

impl Page<'_, '_> {
    /// Carries out an operation; `None` if it is not understood.
    fn carry_out(&mut self, operator: &str, operands: &[Object]) -> Option<()> {
        let numbers = || operands.iter().map(thousandths).collect::<Option<Vec<i64>>>();
        let is_text = self.state.text.is_some();
        match (operator, is_text) {
            ("BDC", _) if self.state.piece.is_none() => self.begin(operands.get(1)?.as_dict().ok()?)?,
            ("BDC", true) if self.actual.is_none() => {
                let properties = operands.get(1)?.as_dict().ok()?;
                let actual =
                    properties.get(b"ActualText").and_then(Object::as_str).ok().filter(|_| properties.len() == 1)?;
                self.actual = Some((decoded(actual), String::new()));
            }
            ("EMC", true) if self.actual.is_some() => self.end_actual()?,
            // A mark begins and ends in one text object, or outside of all.
            ("EMC", _) if self.state.in_text == is_text => drop(self.state.piece.take()?),
            ("BT", false) => self.state.text = Some(Pen::default()),
            ("ET", true) if self.state.piece.is_none() || !self.state.in_text && self.actual.is_none() => {
                self.state.text = None;
            }
            ("rg", _) => self.state.fill = numbers()?.try_into().ok()?,
            ("RG", _) => self.state.stroke = numbers()?.try_into().ok()?,
            ("w", _) => self.state.line = *numbers()?.first()?,
            ("Tf", true) => {
                let [Object::Name(font), size] = operands else { return None };
                self.state.font = Some((*self.names.get(font)?, thousandths(size)?));
            }
            ("Ts", true) => self.state.rise = *numbers()?.first()?,
            ("Tm", true) => match numbers()?.as_slice() {
                [1000, 0, 0, 1000, x, y] => self.state.text = Some(Pen { line: (*x, *y), at: (*x, *y) }),
                _ => return None,
            },
            ("Td", true) => {
                let ([right, up], Pen { line: (x, y), .. }) = (numbers()?.try_into().ok()?, self.state.text?);
                let line = (x.checked_add(right)?, y.checked_add(up)?);
                self.state.text = Some(Pen { line, at: line });
            }
            ("TJ", true) => {
                let [Object::Array(items)] = operands else { return None };
                items.iter().try_for_each(|item| self.show(item))?;
            }
            ("Tj", true) => {
                let [codes @ Object::String(..)] = operands else { return None };
                self.show(codes)?;
            }
            ("re", false) => {
                let [x, y, width, height] = numbers()?.try_into().ok()?;
                self.path.is_empty().then(|| self.path.extend([(x, y), (x + width, y + height)]))?;
                self.path.push((x, y));
            }
            ("m" | "l" | "c", false) => {
                let numbers = numbers()?;
                self.path.extend(numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])));
                // A path is never of three points alone, as a rectangle is.
                self.path
                    .extend(numbers.chunks_exact(2).next().filter(|_| self.path.len() == 3).map(|pair| (pair[0], pair[1])));
            }
            ("h", false) => {}
            ("f", false) => self.paint(self.state.fill, 0),
            ("S", false) => self.paint(self.state.stroke, self.state.line),
            ("B", false) => self.paint(self.state.fill, self.state.line),
            _ => return None,
        }
        Some(())
    }

    fn begin(&mut self, properties: &Dictionary) -> Option<()> {
        let number = properties.get(b"MCID").ok().map(|number| number.as_i64().ok());
        let number = number.map_or(Some(None), |number| number.map(Some))?;
        let piece = Piece { number, glyphs: self.drawn.glyphs.len()..self.drawn.glyphs.len(), ..Piece::default() };
        let position = self.drawn.pieces.len();
        if let Some(number) = number {
            self.drawn.numbers.entry(number).or_default().push(position);
        }
        (self.state.piece, self.state.in_text) = (Some(position), self.state.text.is_some());
        self.drawn.pieces.push(piece);
        Some(())
    }

    /// Ends an ActualText, which may say nothing but what is drawn, in another order.
    fn end_actual(&mut self) -> Option<()> {
        let (actual, drawn) = self.actual.take()?;
        if letters(&actual) != letters(&drawn) {
            self.drawn.wrong.push(format!("`{drawn}` is drawn, and a reader is told `{actual}`"));
        }
        self.piece()?.text.push_str(&actual);
        Some(())
    }

    fn piece(&mut self) -> Option<&mut Piece> {
        self.drawn.pieces.get_mut(self.state.piece?)
    }

    /// Shows a string of codes, or moves the pen.
    fn show(&mut self, item: &Object) -> Option<()> {
        let (font, size) = self.state.font?;
        let Pen { at: (mut x, y), line } = self.state.text?;
        let Object::String(codes, _) = item else {
            x -= thousandths(item)? * size / 1_000_000;
            self.state.text = Some(Pen { at: (x, y), line });
            return Some(());
        };
        self.state.piece?;
        let font = self.fonts.get_mut(&font)?;
        let shown: Option<Vec<_>> =
            codes.chunks(2).map(|pair| Some(font.show(u16::from_be_bytes(pair.try_into().ok()?)))).collect();
        for code in shown? {
            let Some(code) = code else {
                self.drawn.wrong.push("a glyph is drawn that says nothing".to_owned());
                continue;
            };
            let Code { text, width, fit } = &*code;
            self.hold(fit, text);
            let width = width * size / 1000;
            match &mut self.actual {
                Some((_, drawn)) => drawn.push_str(text),
                None => self.piece()?.text.push_str(text),
            }
            self.drawn.glyphs.push(Glyph {
                x,
                y: y + self.state.rise,
                width,
                size,
                colour: self.state.fill,
                text: Rc::clone(text),
                painted: self.drawn.areas.len(),
            });
            x += width;
        }
        let end = self.drawn.glyphs.len();
        self.piece()?.glyphs.end = end;
        self.state.text = Some(Pen { at: (x, y), line });
        Some(())
    }

    /// Holds a glyph against its text, and against the glyph before.
    fn hold(&mut self, fit: &Result<Fit, String>, text: &str) {
        let owed = std::mem::replace(&mut self.owed, *fit == Ok(Fit::More));
        match fit {
            Err(wrong) => self.drawn.wrong.push(wrong.clone()),
            Ok(fit) if owed != (*fit == Fit::Less) => {
                self.drawn.wrong.push(format!("a part of SARA AM is drawn twice or not at all at `{text}`"));
            }
            Ok(_) => {}
        }
    }

    fn paint(&mut self, colour: [i64; 3], line: i64) {
        let path = std::mem::take(&mut self.path);
        let half = line / 2;
        let xs = || path.iter().map(|point| point.0);
        let ys = || path.iter().map(|point| point.1);
        let (Some(left), Some(right), Some(bottom), Some(top)) = (xs().min(), xs().max(), ys().min(), ys().max()) else {
            return;
        };
        let corners = [left - half, bottom - half, right + half, top + half];
        self.drawn.areas.push(Area { corners, colour, whole: path.len() == 3 && line == 0 });
    }
}

/// The letters of a Thai text in one order, SARA AM in its parts.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.replace('\u{e33}', "\u{e4d}\u{e32}").chars().collect();
    letters.sort_unstable();
    letters
}
