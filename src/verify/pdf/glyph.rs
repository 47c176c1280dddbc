//! Whether what a code draws is what it says: its outline, in the font that the file carries, must be the outline that the face
//! itself has for that text.
//!
//! A face draws a text with the glyph that its `cmap` names, or with one that its own substitutions make of that (Thai marks that
//! give way, ligatures). Digits and signs have no such liberty. What substitutions make is kept for all documents.

use crate::format::pdf::face::Face;
use icu_normalizer::ComposingNormalizerBorrowed;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::raw::collections::IntSet;
use skrifa::raw::{FontRef, TableProvider};
use skrifa::{GlyphId, MetadataProvider};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// NIKHAHIT, which a face draws together with a tone mark, and the SARA AM that follows as SARA AA then.
const NIKHAHIT: &str = "\u{e4d}";
const SARA_AA: &str = "\u{e32}";
const SARA_AM: char = '\u{e33}';

/// The features that text is set with.
const FEATURES: &[&[u8; 4]] = &[b"ccmp", b"locl", b"rlig", b"liga", b"clig", b"calt"];

/// The features that numbers and their signs are set with: the forms of a language, which are the same signs.
const OF_NUMBERS: &[&[u8; 4]] = &[b"locl"];

/// The Thai letters and marks beside which others are drawn otherwise.
const AROUND: [std::ops::RangeInclusive<char>; 3] = ['\u{e01}'..='\u{e2e}', '\u{e31}'..='\u{e31}', '\u{e34}'..='\u{e3a}'];

/// How a glyph stands for its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Fully.
    Whole,
    /// It draws a NIKHAHIT beside its text: a SARA AM that lacks its own must follow.
    More,
    /// It draws a SARA AM without its NIKHAHIT, which must stand before.
    Less,
}

/// A face that documents are set in.
#[derive(Debug)]
pub(in crate::verify) struct Model {
    pub face: Arc<Face>,
    /// What substitutions make of texts, as far as anybody asked.
    made: Mutex<BTreeMap<Box<str>, Arc<[u16]>>>,
}

/// How many texts of a face are kept: more than a language has syllables that substitutions touch.
const KEPT: usize = 20_000;

impl Model {
    /// A face of which nothing is known yet.
    pub fn new(face: Arc<Face>) -> Self {
        Self { face, made: Mutex::default() }
    }

    /// The glyphs that substitutions make of a text.
    fn made(&self, font: &FontRef<'_>, text: &str) -> Arc<[u16]> {
        let known = self.made.lock().unwrap_or_else(PoisonError::into_inner).get(text).cloned();
        known.unwrap_or_else(|| {
            let made = made(font, text);
            let mut known = self.made.lock().unwrap_or_else(PoisonError::into_inner);
            if known.len() < KEPT {
                known.insert(text.into(), Arc::clone(&made));
            }
            made
        })
    }
}

/// The outlines of a font in a file, and of the face that it was cut from.
pub(super) struct Shapes<'a> {
    model: &'a Model,
    file: Vec<u8>,
}

impl<'a> Shapes<'a> {
    /// The shapes of a font file; `None` if it is none.
    pub fn new(model: &'a Model, file: Vec<u8>) -> Option<Self> {
        FontRef::new(&file).ok()?;
        Some(Self { model, file })
    }

    /// Whether a glyph of the file, of such a width in thousandths of the em, draws a text.
    pub fn fit(&self, glyph: u16, width: i64, text: &str) -> Result<Fit, String> {
        if glyph == 0 {
            return Err(format!("`{text}` is drawn as the box of a missing glyph"));
        }
        let face = &self.model.face;
        let (Ok(file), Ok(whole)) = (FontRef::new(&self.file), FontRef::new(&face.data)) else {
            return Err("a font cannot be read".to_owned());
        };
        let own = file.hmtx().ok().and_then(|metrics| metrics.advance(GlyphId::new(glyph.into())));
        if own.is_none_or(|own| (i64::from(own) * 1000 / i64::from(face.units_per_em) - width).abs() > 1) {
            return Err(format!("the width of `{text}` is not that of its glyph"));
        }
        if !text.is_empty() && text.chars().all(char::is_whitespace) {
            let is_blank = outline(&file, glyph).is_some_and(|outline| outline.is_empty());
            return if is_blank { Ok(Fit::Whole) } else { Err("a space is drawn as something".to_owned()) };
        }
        let draws = |text: &str| self.draws(&whole, text, &file, glyph);
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some('\u{ad}'), None) if draws("-") || draws("\u{2010}") => Ok(Fit::Whole),
            // Shapers split it, so the substitutions of a face make each of its parts of it.
            (Some(SARA_AM), None) if draws(SARA_AA) => Ok(Fit::Less),
            (Some(SARA_AM), None) if draws(NIKHAHIT) => Err(format!("`{text}` is drawn as a part of it")),
            _ if draws(text) => Ok(Fit::Whole),
            // A letter and its marks are drawn by the glyph that they have together.
            (Some(_), Some(_)) if draws(&ComposingNormalizerBorrowed::new_nfc().normalize(text)) => Ok(Fit::Whole),
            (Some('\u{e48}'..='\u{e4b}'), None) if draws(&format!("{NIKHAHIT}{text}")) => Ok(Fit::More),
            _ => Err(format!("`{text}` is drawn as something else")),
        }
    }

    /// Whether the face draws a text as that glyph of the file is drawn: one character by the glyph that is its own, letters by
    /// what substitutions make of theirs.
    fn draws(&self, whole: &FontRef<'_>, text: &str, file: &FontRef<'_>, glyph: u16) -> bool {
        let charmap = whole.charmap();
        if text.chars().any(|character| charmap.map(character).is_none()) {
            return false;
        }
        let is_drawn = |own: u16| is_same((file, glyph), (whole, own));
        let mut characters = text.chars();
        let alone = characters.next().filter(|_| characters.next().is_none()).and_then(|character| charmap.map(character));
        let alone = alone.and_then(|glyph| u16::try_from(glyph.to_u32()).ok());
        alone.is_some_and(is_drawn) || self.model.made(whole, text).iter().any(|own| is_drawn(*own))
    }
}

/// The glyphs that the substitutions of a face make of a text, and of nothing else.
fn made(font: &FontRef<'_>, text: &str) -> Arc<[u16]> {
    let charmap = font.charmap();
    let glyphs = |characters: &mut dyn Iterator<Item = char>| -> IntSet<GlyphId> {
        characters.filter_map(|c| charmap.map(c)).collect()
    };
    let own = glyphs(&mut text.chars());
    let is_number = |character: char| character.is_numeric() || "%‰+−-±.,/:$฿€£¥".contains(character);
    let features = if text.chars().any(is_number) { OF_NUMBERS } else { FEATURES };
    // Thai marks give way to the letters under them.
    let mut around = glyphs(&mut AROUND.into_iter().flat_map(|range| range.filter(|character| !text.contains(*character))));
    let mut made = own.clone();
    made.union(&around);
    substitute(font, features, &mut made);
    substitute(font, features, &mut around);
    made.subtract(&around);
    made.subtract(&own);
    made.iter().filter_map(|glyph| u16::try_from(glyph.to_u32()).ok()).collect()
}

/// Adds what the substitutions of ordinary text make of glyphs.
fn substitute(font: &FontRef<'_>, wanted: &[&[u8; 4]], glyphs: &mut IntSet<GlyphId>) {
    let Ok(gsub) = font.gsub() else { return };
    let Ok(features) = gsub.feature_list() else { return };
    let records = features.feature_records().iter().enumerate();
    let wanted = records.filter(|(_, record)| wanted.iter().any(|feature| record.feature_tag().to_be_bytes() == **feature));
    let wanted: IntSet<u16> = wanted.filter_map(|(index, _)| u16::try_from(index).ok()).collect();
    if let Ok(lookups) = gsub.collect_lookups(&wanted) {
        let before = glyphs.clone();
        if gsub.closure_glyphs(&lookups, glyphs).is_err() {
            *glyphs = before;
        }
    }
}

/// Whether two glyphs have the same outline. That of a simple glyph is in its bytes alone; one made of others must be drawn.
fn is_same((one, left): (&FontRef<'_>, u16), (other, right): (&FontRef<'_>, u16)) -> bool {
    let are_same_bytes = match (simple(one, left), simple(other, right)) {
        (Some(left), Some(right)) => {
            let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
            // Behind a glyph a font may have a few bytes of nothing.
            long.starts_with(short) && long[short.len()..].iter().all(|byte| *byte == 0)
        }
        _ => false,
    };
    are_same_bytes || outline(one, left).is_some_and(|outline_of| Some(outline_of) == outline(other, right))
}

/// The bytes of a glyph that is not made of others and draws something.
fn simple<'a>(font: &FontRef<'a>, glyph: u16) -> Option<&'a [u8]> {
    let (loca, glyf) = (font.loca(None).ok()?, font.glyf().ok()?);
    let place = |at: usize| usize::try_from(loca.get_raw(at)?).ok();
    let bytes = glyf.offset_data().as_bytes().get(place(glyph.into())?..place(usize::from(glyph) + 1)?)?;
    // The number of its contours is negative where there are none of its own.
    bytes.first().filter(|first| **first < 0x80).map(|_| bytes)
}

/// The outline of a glyph, in units of its face; empty for a space, `None` for a glyph that is not there.
fn outline(font: &FontRef<'_>, glyph: u16) -> Option<Vec<u32>> {
    let outline = font.outline_glyphs().get(GlyphId::new(glyph.into()))?;
    let mut pen = Pen(Vec::new());
    outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
    Some(pen.0)
}

/// Writes down what is drawn: for each stroke its kind, and the bits of its coordinates.
struct Pen(Vec<u32>);

#[expect(clippy::disallowed_types, reason = "the library draws so; outlines are compared, never reckoned with")]
impl Pen {
    fn stroke<const N: usize>(&mut self, kind: u32, places: [f32; N]) {
        self.0.push(kind);
        self.0.extend(places.map(|place| (place + 0.0).to_bits()));
    }
}

#[expect(clippy::disallowed_types, reason = "the library draws so; outlines are compared, never reckoned with")]
impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.stroke(0, [x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.stroke(1, [x, y]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.stroke(2, [cx, cy, x, y]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.stroke(3, [ax, ay, bx, by, x, y]);
    }

    fn close(&mut self) {
        self.stroke(4, []);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::pdf::fixture::FACES;

    /// How the whole font draws a text with a glyph of its own, by its name in the font's tables.
    fn fit(face: usize, glyph: u16, text: &str) -> Result<Fit, String> {
        let model = Model::new(Arc::clone(&FACES[face]));
        let width = i64::from(model.face.advances[usize::from(glyph)]);
        Shapes::new(&model, model.face.data.to_vec()).unwrap().fit(glyph, width, text)
    }

    fn glyph(face: usize, character: char) -> u16 {
        FontRef::new(&FACES[face].data).unwrap().charmap().map(character).unwrap().to_u32() as u16
    }

    #[test]
    fn a_tone_mark_with_a_nikhahit_needs_its_sara_am() {
        let font = FontRef::new(&FACES[0].data).unwrap();
        let mut both: IntSet<GlyphId> = ['\u{e4d}', '\u{e49}'].into_iter().map(|c| font.charmap().map(c).unwrap()).collect();
        let mut alone: IntSet<GlyphId> = ['\u{e49}'].into_iter().map(|c| font.charmap().map(c).unwrap()).collect();
        substitute(&font, FEATURES, &mut both);
        substitute(&font, FEATURES, &mut alone);
        both.subtract(&alone);
        both.remove(font.charmap().map('\u{e4d}').unwrap());
        let fits: Vec<_> = both.iter().map(|glyph| fit(0, glyph.to_u32() as u16, "\u{e49}")).collect();
        assert!(!fits.is_empty() && fits.iter().all(|fit| *fit == Ok(Fit::More)), "{fits:?}");
        assert_eq!(fit(0, glyph(0, '\u{e32}'), "ำ"), Ok(Fit::Less));
        assert_eq!(fit(0, glyph(0, SARA_AM), "ำ"), Ok(Fit::Whole));
        assert!(fit(0, glyph(0, '\u{e4d}'), "ำ").is_err());
    }

    #[test]
    fn a_letter_and_its_mark_are_drawn_by_the_glyph_of_both() {
        assert_eq!(fit(1, glyph(1, 'é'), "e\u{301}"), Ok(Fit::Whole));
        for (drawn, text) in [('è', "e\u{301}"), ('e', "e\u{301}"), ('é', "e\u{301}\u{301}"), ('é', "8\u{301}")] {
            assert!(fit(1, glyph(1, drawn), text).is_err(), "{drawn} {text}");
        }
    }

    #[test]
    fn a_number_is_drawn_as_itself_alone() {
        assert_eq!(fit(1, glyph(1, '8'), "8"), Ok(Fit::Whole));
        for (drawn, text) in [('9', "8"), ('²', "2"), ('‰', "%"), ('8', "88"), (' ', "8"), ('8', " ")] {
            assert!(fit(1, glyph(1, drawn), text).is_err(), "{drawn} {text}");
        }
        assert!(fit(1, 0, "8").is_err());
    }
}
