//! A face as a font of a document: cut down to the glyphs that are drawn, its glyphs found by codes.

use super::code::Codes;
use super::{name, text};
use crate::format::pdf::face::Face;
use crate::format::pdf::subset;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A font of a document.
struct Font<'a> {
    face: &'a Face,
    /// The glyph and the text of each code from 1 on.
    rows: Vec<(u16, Box<str>)>,
}

/// Adds the fonts that are drawn with, each under the name by which content streams call it.
pub(super) fn add<'a>(document: &mut Document, faces: impl Iterator<Item = (&'a Face, Codes)>) -> Dictionary {
    let mut fonts = Dictionary::new();
    for (index, (face, codes)) in faces.enumerate() {
        let font = Font { face, rows: codes.into_rows() };
        if !font.rows.is_empty() {
            fonts.set(format!("F{index}"), font.add(document));
        }
    }
    fonts
}

impl Font<'_> {
    /// A composite font of two-byte codes over TrueType outlines (ISO 32000-1, 9.7).
    fn add(&self, document: &mut Document) -> ObjectId {
        let mut gids: Vec<u16> = self.rows.iter().map(|(gid, _)| *gid).collect();
        gids.sort_unstable();
        gids.dedup();
        let subset = subset::of(&self.face.data, &gids).expect("the face was read before, and has these glyphs").file;
        // Behind the box of what is missing they stand in their order.
        let of_row = |(gid, _): &(u16, Box<str>)| gids.partition_point(|known| known <= gid) as u16;
        let glyphs = [0].into_iter().chain(self.rows.iter().map(of_row)).flat_map(u16::to_be_bytes).collect();
        let called = name(&format!("{}+{}", tag(&self.face.name, &gids), self.face.name));
        let descendant = dictionary! {
            "Type" => "Font",
            "Subtype" => "CIDFontType2",
            "BaseFont" => called.clone(),
            "CIDSystemInfo" => dictionary! { "Registry" => text("Adobe"), "Ordering" => text("Identity"), "Supplement" => 0 },
            "FontDescriptor" => self.descriptor(document, called.clone(), subset),
            "CIDToGIDMap" => document.add_object(Stream::new(Dictionary::new(), glyphs)),
            "W" => self.widths(),
        };
        let to_unicode = document.add_object(Stream::new(Dictionary::new(), self.to_unicode()));
        document.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => called,
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![descendant.into()],
            "ToUnicode" => to_unicode,
        })
    }

    fn descriptor(&self, document: &mut Document, called: Object, subset: Vec<u8>) -> ObjectId {
        let face = self.face;
        let bounds: Vec<Object> = face.bounds.iter().map(|bound| self.thousandths(*bound)).collect();
        let file = document.add_object(Stream::new(dictionary! { "Length1" => subset.len() as i64 }, subset));
        document.add_object(dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => called,
            "Flags" => SYMBOLIC,
            "FontBBox" => bounds,
            "ItalicAngle" => i64::from(face.italic_angle),
            "Ascent" => self.thousandths(face.ascent),
            "Descent" => self.thousandths(face.descent),
            "CapHeight" => self.thousandths(face.cap_height),
            "StemV" => if face.weight < 600 { 80 } else { 140 },
            "FontFile2" => file,
        })
    }

    /// A measure of the face in thousandths of the em, rounded towards nought.
    fn thousandths(&self, units: i16) -> Object {
        (i64::from(units) * 1000 / i64::from(self.face.units_per_em)).into()
    }

    /// How wide each code is, in whole thousandths of the em, from code 1 on.
    fn widths(&self) -> Vec<Object> {
        let width = |(gid, _): &(u16, Box<str>)| {
            let units = self.face.advances.get(usize::from(*gid)).copied().unwrap_or(0);
            (i64::from(units) * 1000 / i64::from(self.face.units_per_em)).into()
        };
        vec![1.into(), self.rows.iter().map(width).collect::<Vec<Object>>().into()]
    }

    /// The CMap that tells the text of each code (ISO 32000-1, 9.10.3). Codes whose texts follow each other are a range.
    fn to_unicode(&self) -> Vec<u8> {
        let mut ranges: Vec<(usize, usize, u32)> = Vec::new();
        let mut singles: Vec<(usize, &str)> = Vec::new();
        for (index, (_, text)) in self.rows.iter().enumerate() {
            let (code, mut characters) = (index + 1, text.chars());
            match (characters.next(), characters.next()) {
                (Some(character), None) if u32::from(character) < 0x1_0000 => match ranges.last_mut() {
                    // The last byte alone may count up within a range.
                    Some((first, last, from))
                        if *last + 1 == code
                            && *from + (code - *first) as u32 == u32::from(character)
                            && code & 0xFF != 0
                            && u32::from(character) & 0xFF != 0 =>
                    {
                        *last = code;
                    }
                    _ => ranges.push((code, code, u32::from(character))),
                },
                _ => singles.push((code, text)),
            }
        }
        let (ranges, alone): (Vec<_>, Vec<_>) = ranges.into_iter().partition(|(first, last, _)| first < last);
        let mut entries: Vec<(usize, String)> =
            alone.into_iter().map(|(code, _, text)| (code, format!("{text:04X}"))).collect();
        let hex = |text: &str| text.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<String>();
        entries.extend(singles.into_iter().map(|(code, text)| (code, hex(text))));
        entries.sort();
        let mut cmap = BEFORE.to_owned();
        for part in entries.chunks(100) {
            writeln!(cmap, "{} beginbfchar", part.len()).expect("a string takes all");
            for (code, text) in part {
                writeln!(cmap, "<{code:04X}><{text}>").expect("a string takes all");
            }
            cmap.push_str("endbfchar\n");
        }
        for part in ranges.chunks(100) {
            writeln!(cmap, "{} beginbfrange", part.len()).expect("a string takes all");
            for (first, last, text) in part {
                writeln!(cmap, "<{first:04X}><{last:04X}><{text:04X}>").expect("a string takes all");
            }
            cmap.push_str("endbfrange\n");
        }
        cmap.push_str(BEHIND);
        cmap.into_bytes()
    }
}

const BEFORE: &str = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";

const BEHIND: &str = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

/// The six letters by which a reader tells subsets of a face apart (ISO 32000-1, 9.6.4): others for other glyphs.
fn tag(face: &str, gids: &[u16]) -> String {
    let mut digest = Sha256::new_with_prefix(face);
    gids.iter().for_each(|gid| digest.update(gid.to_be_bytes()));
    digest.finalize()[..6].iter().map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// The glyphs of a font are named by codes of its own and by no standard set of characters (ISO 32000-1, table 123).
const SYMBOLIC: i64 = 4;
