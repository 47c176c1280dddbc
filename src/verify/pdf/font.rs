//! The fonts of a file: the text and the width of each code, and the glyph that it draws.
//!
//! In: a font's dictionary. Out: a [`Font`], if it is one of the only kind that is understood: two-byte codes, TrueType outlines.

use super::cmap;
use super::glyph::{Fit, Model, Shapes};
use super::object::{array, content, dictionary, follow, get, name, thousandths};
use lopdf::{Dictionary, Document, Object};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A font of a file.
pub(super) struct Font<'a> {
    /// The text of each code.
    texts: BTreeMap<u16, String>,
    /// How wide each code is, in thousandths of the em.
    widths: BTreeMap<u16, i64>,
    /// The glyph of each code, two bytes each.
    glyphs: Vec<u8>,
    /// The outlines in the file, beside those of the face that it is a part of.
    shapes: Shapes<'a>,
    /// The codes that were shown, up to the largest.
    shown: Vec<Option<Rc<Code>>>,
}

/// What a code says, and how.
pub(super) struct Code {
    pub text: Rc<str>,
    /// In thousandths of the em.
    pub width: i64,
    /// Whether its glyph draws its text.
    pub fit: Result<Fit, String>,
}

impl<'a> Font<'a> {
    /// Reads a font that is a part of one of the faces.
    pub fn read(document: &'a Document, font: &'a Dictionary, models: &'a [Model]) -> Result<Self, String> {
        let needs = |what: &str| format!("a font {what}");
        if name(document, font, "Subtype") != Some("Type0") || name(document, font, "Encoding") != Some("Identity-H") {
            return Err(needs("is not of codes of two bytes"));
        }
        let texts = stream(document, font, "ToUnicode").and_then(|bytes| cmap::read(&bytes));
        let texts = texts.ok_or_else(|| needs("has a ToUnicode that is not understood"))?;
        let descendant =
            array(document, font, "DescendantFonts").first().and_then(|font| follow(document, font)?.as_dict().ok());
        let descendant = descendant.ok_or_else(|| needs("has no descendant"))?;
        if name(document, descendant, "Subtype") != Some("CIDFontType2") {
            return Err(needs("has no TrueType outlines"));
        }
        let widths = widths(document, descendant).ok_or_else(|| needs("has widths that are not understood"))?;
        let glyphs =
            stream(document, descendant, "CIDToGIDMap").ok_or_else(|| needs("does not say which glyphs its codes are"))?;
        let descriptor = dictionary(document, descendant, "FontDescriptor").ok_or_else(|| needs("has no descriptor"))?;
        let file = stream(document, descriptor, "FontFile2").ok_or_else(|| needs("is not embedded"))?;
        let called = name(document, descendant, "BaseFont").and_then(|name| name.split_once('+')).map(|(_, name)| name);
        let model = models.iter().find(|model| Some(model.face.name.as_str()) == called);
        let model =
            model.ok_or_else(|| needs(&format!("is `{}`, which is none of the project's", called.unwrap_or_default())))?;
        let shapes = Shapes::new(model, file).ok_or_else(|| needs("has a file that is no font"))?;
        Ok(Self { texts, widths, glyphs, shapes, shown: Vec::new() })
    }

    /// What a code says; `None` if it says nothing.
    pub fn show(&mut self, code: u16) -> Option<Rc<Code>> {
        let place = usize::from(code);
        if let Some(Some(known)) = self.shown.get(place) {
            return Some(Rc::clone(known));
        }
        let width = self.widths.get(&code).copied().unwrap_or(1000);
        let of =
            |text: &String| Code { text: text.as_str().into(), width, fit: self.shapes.fit(self.glyph(code), width, text) };
        let shown = self.texts.get(&code).map(of).map(Rc::new)?;
        if place >= self.shown.len() {
            self.shown.resize(place + 1, None);
        }
        self.shown[place] = Some(Rc::clone(&shown));
        Some(shown)
    }

    /// The glyph of a code; 0 is the box of what is missing.
    fn glyph(&self, code: u16) -> u16 {
        let at = usize::from(code) * 2;
        self.glyphs.get(at..at + 2).map_or(0, |pair| u16::from_be_bytes([pair[0], pair[1]]))
    }
}

fn stream(document: &Document, parent: &Dictionary, key: &str) -> Option<Vec<u8>> {
    content(get(document, parent, key)?.as_stream().ok()?)
}

/// The widths that a font declares (ISO 32000-1, 9.7.4.3), of which only arrays of consecutive codes are written.
fn widths(document: &Document, font: &Dictionary) -> Option<BTreeMap<u16, i64>> {
    let mut widths = BTreeMap::new();
    for pair in array(document, font, "W").chunks(2) {
        let [first, list] = pair else { return None };
        let first = u16::try_from(first.as_i64().ok()?).ok()?;
        for (code, width) in (first..).zip(follow(document, list)?.as_array().ok()?) {
            widths.insert(code, width_of(width)?);
        }
    }
    Some(widths)
}

fn width_of(width: &Object) -> Option<i64> {
    Some(thousandths(width)? / 1000)
}
