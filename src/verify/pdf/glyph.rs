//! Whether what a code draws is what it says: its outline, in the font that the file carries, must be the outline that the face
//! itself has for that text.
//!
//! A face draws a text with the glyph that its `cmap` names, or with one that its own substitutions make of that (Thai marks that
//! give way, ligatures). Digits and signs have no such liberty.

use crate::format::pdf::face::Face;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::raw::collections::IntSet;
use skrifa::raw::{FontRef, TableProvider};
use skrifa::{GlyphId, MetadataProvider};
use std::collections::BTreeMap;
use std::fmt::Write;

/// NIKHAHIT, which a face draws together with a tone mark, and the SARA AM that follows as SARA AA then.
const NIKHAHIT: char = '\u{e4d}';
const SARA_AA: char = '\u{e32}';
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

/// The outlines of a font in a file, and of the face that it was cut from.
pub(super) struct Shapes<'a> {
    face: &'a Face,
    file: Vec<u8>,
    known: BTreeMap<(u16, String), Result<Fit, String>>,
}

impl<'a> Shapes<'a> {
    /// The shapes of a font file; `None` if it is none.
    pub fn new(face: &'a Face, file: Vec<u8>) -> Option<Self> {
        FontRef::new(&file).ok()?;
        Some(Self { face, file, known: BTreeMap::new() })
    }

    /// Whether a glyph of the file, of such a width in thousandths of the em, draws a text.
    pub fn fit(&mut self, glyph: u16, width: i64, text: &str) -> Result<Fit, String> {
        if let Some(known) = self.known.get(&(glyph, text.to_owned())) {
            return known.clone();
        }
        let fit = self.look(glyph, width, text);
        self.known.insert((glyph, text.to_owned()), fit.clone());
        fit
    }

    fn look(&self, glyph: u16, width: i64, text: &str) -> Result<Fit, String> {
        if glyph == 0 {
            return Err(format!("`{text}` is drawn as the box of a missing glyph"));
        }
        let (file, whole) = (FontRef::new(&self.file), FontRef::new(&self.face.data));
        let (Ok(file), Ok(whole)) = (file, whole) else { return Err("a font cannot be read".to_owned()) };
        let drawn = outline(&file, glyph).ok_or_else(|| format!("`{text}` is drawn as a glyph that the font lacks"))?;
        let em = i64::from(self.face.units_per_em);
        let own = file.hmtx().ok().and_then(|metrics| metrics.advance(GlyphId::new(glyph.into())));
        if own.is_none_or(|own| (i64::from(own) * 1000 / em - width).abs() > 1) {
            return Err(format!("the width of `{text}` is not that of its glyph"));
        }
        let is_blank = |text: &str| !text.is_empty() && text.chars().all(char::is_whitespace);
        if is_blank(text) {
            return if drawn.is_empty() { Ok(Fit::Whole) } else { Err("a space is drawn as something".to_owned()) };
        }
        let draws = |characters: &[char]| draws(&whole, characters, &drawn);
        let characters: Vec<char> = text.chars().collect();
        match characters.as_slice() {
            ['\u{ad}'] if draws(&['-']) || draws(&['\u{2010}']) => Ok(Fit::Whole),
            // Shapers split it, so the substitutions of a face make each of its parts of it.
            [SARA_AM] if draws(&[SARA_AA]) => Ok(Fit::Less),
            [SARA_AM] if draws(&[NIKHAHIT]) => Err(format!("`{text}` is drawn as a part of it")),
            characters if draws(characters) => Ok(Fit::Whole),
            [tone @ '\u{e48}'..='\u{e4b}'] if draws(&[NIKHAHIT, *tone]) => Ok(Fit::More),
            _ => Err(format!("`{text}` is drawn as something else")),
        }
    }
}

/// Whether a face draws characters together as such an outline: one character by the glyph that is its own, letters by what
/// substitutions make of theirs.
fn draws(font: &FontRef<'_>, characters: &[char], drawn: &str) -> bool {
    let charmap = font.charmap();
    let glyphs = |characters: &mut dyn Iterator<Item = char>| -> IntSet<GlyphId> {
        characters.filter_map(|c| charmap.map(c)).collect()
    };
    let own = glyphs(&mut characters.iter().copied());
    let is_drawn = |glyph: GlyphId| {
        let glyph = u16::try_from(glyph.to_u32()).ok();
        glyph.and_then(|glyph| outline(font, glyph)).is_some_and(|outline| outline == drawn)
    };
    if characters.iter().any(|&character| charmap.map(character).is_none()) {
        return false;
    }
    if characters.len() == 1 && own.iter().any(is_drawn) {
        return true;
    }
    let is_number = |&character: &char| character.is_numeric() || "%‰+−-±.,/:$฿€£¥".contains(character);
    let features = if characters.iter().any(is_number) { OF_NUMBERS } else { FEATURES };
    // Thai marks give way to the letters under them.
    let mut around =
        glyphs(&mut AROUND.into_iter().flat_map(|range| range.filter(|character| !characters.contains(character))));
    let mut made = own.clone();
    made.union(&around);
    substitute(font, features, &mut made);
    substitute(font, features, &mut around);
    made.subtract(&around);
    made.subtract(&own);
    made.iter().any(is_drawn)
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

/// The outline of a glyph as text, in units of its face; empty for a space, `None` for a glyph that is not there.
fn outline(font: &FontRef<'_>, glyph: u16) -> Option<String> {
    let outline = font.outline_glyphs().get(GlyphId::new(glyph.into()))?;
    let mut pen = Pen(String::new());
    outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut pen).ok()?;
    Some(pen.0)
}

struct Pen(String);

#[expect(clippy::disallowed_types, reason = "the library draws so; outlines are compared, never reckoned with")]
impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        write!(self.0, "M{x} {y}").expect("a string takes all");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        write!(self.0, "L{x} {y}").expect("a string takes all");
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        write!(self.0, "Q{cx} {cy} {x} {y}").expect("a string takes all");
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        write!(self.0, "C{ax} {ay} {bx} {by} {x} {y}").expect("a string takes all");
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::pdf::fixture::FACES;

    /// How the whole font draws a text with a glyph of its own, by its name in the font's tables.
    fn fit(face: usize, glyph: u16, text: &str) -> Result<Fit, String> {
        let face = &FACES[face];
        let width = i64::from(face.advances[usize::from(glyph)]);
        Shapes::new(face, face.data.to_vec()).unwrap().fit(glyph, width, text)
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
        assert_eq!(fit(0, glyph(0, SARA_AA), "ำ"), Ok(Fit::Less));
        assert_eq!(fit(0, glyph(0, SARA_AM), "ำ"), Ok(Fit::Whole));
        assert!(fit(0, glyph(0, NIKHAHIT), "ำ").is_err());
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
