//! A face: the bytes of a font file and what of it does not depend on a document.
//!
//! In: the bytes of a TrueType font. Out: its metrics. What can go wrong: bytes that are no such font, which is `None`; that of a
//! file of a project is said in words.
//!
//! A face is parsed once per process and shared by all documents.

use skrifa::raw::types::NameId;
use skrifa::raw::{FontRef, TableProvider};
use std::borrow::Cow;
use std::fmt;

/// A face of a font.
#[derive(Clone)]
pub struct Face {
    /// Its PostScript name, `Sarabun-Bold`.
    pub name: String,
    /// The font file.
    pub data: Cow<'static, [u8]>,
    /// How many units its em has.
    pub units_per_em: u16,
    /// How far it rises above the baseline, in units.
    pub ascent: i16,
    /// How far it goes below the baseline, in units; negative.
    pub descent: i16,
    /// The height of capital letters, in units.
    pub cap_height: i16,
    /// What all its glyphs lie in, in units: left, bottom, right, top.
    pub bounds: [i16; 4],
    /// Its weight: 400 is regular, 700 is bold.
    pub weight: u16,
    /// How far its upright strokes lean, in degrees against the clock; negative in an italic.
    pub italic_angle: i32,
    /// The advance of each glyph, in units.
    pub advances: Vec<u16>,
}

impl Face {
    /// Reads a font file; `None` if it is no TrueType font with outlines.
    pub fn new(data: impl Into<Cow<'static, [u8]>>) -> Option<Self> {
        let data = data.into();
        let font = FontRef::new(&data).ok()?;
        font.glyf().ok()?;
        let (head, hhea, os2) = (font.head().ok()?, font.hhea().ok()?, font.os2().ok());
        let names = font.name().ok()?;
        let mut records = names.name_record().iter().filter(|record| record.name_id() == NameId::POSTSCRIPT_NAME);
        let name = records.find_map(|record| Some(record.string(names.string_data()).ok()?.chars().collect::<String>()))?;
        let glyphs = font.maxp().ok()?.num_glyphs();
        let metrics = font.hmtx().ok()?;
        let advances = (0..glyphs).map(|glyph| metrics.advance(skrifa::GlyphId::new(glyph.into())).unwrap_or(0)).collect();
        let ascent = hhea.ascender().to_i16();
        Some(Self {
            units_per_em: Some(head.units_per_em()).filter(|units| *units > 0)?,
            ascent,
            descent: hhea.descender().to_i16(),
            cap_height: os2.as_ref().and_then(|os2| os2.s_cap_height()).unwrap_or(ascent),
            bounds: [head.x_min(), head.y_min(), head.x_max(), head.y_max()],
            italic_angle: font.post().map_or(0, |post| post.italic_angle().to_i32()),
            weight: os2.map_or(400, |os2| os2.us_weight_class()),
            name,
            advances,
            data,
        })
    }
}

/// The largest name of a face that is written into a document (ISO 32000-1, annex C).
const LONGEST: usize = 100;

/// The bits of a face's permissions that forbid to carry it in a document (OpenType, OS/2 `fsType`), and what they then say.
const PERMISSIONS: (u16, u16) = (0x000E, 0x0002);

/// Why a font file can not be printed with, in words; `None` if it can.
pub fn unusable(data: &[u8]) -> Option<&'static str> {
    let Ok(font) = FontRef::new(data) else { return Some("it is no font, or a collection of fonts") };
    if font.glyf().is_err() {
        let has_others = font.cff().is_ok() || font.cff2().is_ok();
        return Some(if has_others {
            "its outlines are those of PostScript, not of TrueType"
        } else {
            "it has no outlines"
        });
    }
    let Some(face) = Face::new(data.to_vec()) else { return Some("its tables cannot be read") };
    if face.name.is_empty()
        || face.name.len() > LONGEST
        || !face.name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'+')
    {
        return Some("its PostScript name is none");
    }
    if font.os2().is_ok_and(|os2| os2.fs_type() & PERMISSIONS.0 == PERMISSIONS.1) {
        return Some("it forbids to be carried in documents");
    }
    let glyphs: Vec<u16> = (1..u16::try_from(face.advances.len()).unwrap_or(u16::MAX)).collect();
    if harfrust::Font::new(harfrust::font::Source::from(data.to_vec()), 0).is_none()
        || skrifa::MetadataProvider::charmap(&font).map(' ').is_none()
        || super::subset::of(data, &glyphs).is_none()
    {
        return Some("its tables cannot be read, or it has no space");
    }
    None
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").field("name", &self.name).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_font_is_unusable() {
        let whole = include_bytes!("../../../assets/fonts/Sarabun-Regular.ttf");
        assert_eq!(unusable(whole), None);
        for length in [0, 4, 100, 1_000, whole.len() / 2] {
            assert!(unusable(&whole[..length]).is_some(), "{length}");
        }
        let mut garbled = whole.to_vec();
        for at in (12..garbled.len()).step_by(997) {
            garbled[at] ^= 0x5A;
            let _ = unusable(&garbled);
        }
    }

    #[test]
    fn a_font_with_outlines_of_postscript_is_said_to_be_one() {
        let mut font = include_bytes!("../../../assets/fonts/Sarabun-Regular.ttf").to_vec();
        // Its table of outlines gets the name and the first bytes of the other kind.
        let entry = (12..).step_by(16).find(|at| &font[*at..at + 4] == b"glyf").unwrap();
        let at = u32::from_be_bytes(font[entry + 8..entry + 12].try_into().unwrap()) as usize;
        font[entry..entry + 4].copy_from_slice(b"CFF ");
        font[at..at + 4].copy_from_slice(&[1, 0, 4, 1]);
        font[..4].copy_from_slice(b"OTTO");
        let mut entries: Vec<[u8; 16]> =
            font[12..].chunks_exact(16).take(usize::from(font[5])).map(|row| row.try_into().unwrap()).collect();
        entries.sort_unstable();
        font[12..12 + entries.len() * 16].copy_from_slice(&entries.concat());
        assert_eq!(unusable(&font), Some("its outlines are those of PostScript, not of TrueType"));
    }

    #[test]
    fn bytes_that_are_no_font_are_none() {
        assert!(Face::new(&b"no font"[..]).is_none() && Face::new(Vec::new()).is_none());
    }
}
