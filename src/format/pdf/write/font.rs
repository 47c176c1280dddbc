//! A face as a font of a document: cut down to the glyphs that are drawn, its glyphs found by codes.

use super::code::Codes;
use super::content::character;
use crate::format::pdf::face::Face;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use printpdf::{FontMetrics, FontType, ParsedFont, PdfFont, PdfFontMetricsStub};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A font of a document.
pub(super) struct Font<'a> {
    /// What content streams call it.
    pub name: String,
    face: &'a Face,
    /// The glyph and the text of each code from 1 on.
    rows: Vec<(u16, Box<str>)>,
    subset: Vec<u8>,
    /// For each code, two bytes with its glyph in the subset.
    glyphs: Vec<u8>,
}

/// What content streams call a face.
pub(super) fn resource(face: usize) -> String {
    format!("F{face}")
}

/// The font of a face with these codes; `None` if nothing is drawn with it.
pub(super) fn of(index: usize, face: &Face, codes: Codes) -> Option<Font<'_>> {
    let rows = codes.into_rows();
    if rows.is_empty() {
        return None;
    }
    let mut gids: Vec<u16> = rows.iter().map(|(gid, _)| *gid).collect();
    gids.sort_unstable();
    gids.dedup();
    let remapper = subsetter::GlyphRemapper::new_from_glyphs_sorted(&gids);
    let subset = subsetter::subset(&face.data, 0, &remapper).expect("the face was read before, and has these glyphs");
    let of_row = |(gid, _): &(u16, Box<str>)| remapper.get(*gid).expect("every glyph that is drawn was mapped");
    let glyphs = [0].into_iter().chain(rows.iter().map(of_row)).flat_map(u16::to_be_bytes).collect();
    Some(Font { name: resource(index), face, rows, subset, glyphs })
}

impl Font<'_> {
    /// The font as printpdf takes it: code for glyph id, private characters for text. The file itself is put in later.
    pub fn for_printpdf(&self) -> PdfFont {
        let face = self.face;
        let [x_min, y_min, x_max, y_max] = face.bounds;
        let codes = || (1..=self.rows.len() as u16).zip(&self.rows);
        let width = |gid: u16| face.advances.get(usize::from(gid)).copied().unwrap_or(0);
        PdfFont::new(ParsedFont {
            original_bytes: vec![0, 1, 0, 0],
            font_index: 0,
            font_name: Some(format!("{}+{}", tag(&self.subset), face.name)),
            codepoint_to_glyph: codes().map(|(code, _)| (character(code) as u32, code)).collect(),
            glyph_widths: codes().map(|(code, (gid, _))| (code, width(*gid))).collect(),
            units_per_em: face.units_per_em,
            font_metrics: FontMetrics { ascent: face.ascent, descent: face.descent },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: face.units_per_em,
                x_min,
                y_min,
                x_max,
                y_max,
                caret_slope_rise: 1,
                caret_slope_run: 0,
                us_weight_class: face.weight,
            },
        })
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

/// The six letters by which a reader tells subsets of a face apart (ISO 32000-1, 9.6.4).
fn tag(subset: &[u8]) -> String {
    Sha256::digest(subset)[..6].iter().map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// Puts into the fonts of a document what printpdf does not: the files, ToUnicode, the glyph of each code.
pub(super) fn complete(document: &mut Document, pages: &[ObjectId], fonts: Vec<Font<'_>>) {
    let Some(resources) = dictionary(document, pages[0]).get(b"Resources").and_then(Object::as_reference).ok() else {
        return;
    };
    let by_name: BTreeMap<Vec<u8>, ObjectId> = match reference(document, resources, b"Font") {
        Some(fonts) => dictionary(document, fonts)
            .iter()
            .filter_map(|(name, font)| Some((name.clone(), font.as_reference().ok()?)))
            .collect(),
        None => BTreeMap::new(),
    };
    for font in fonts {
        let id = by_name[font.name.as_bytes()];
        let (text, to_unicode) = (reference(document, id, b"ToUnicode"), font.to_unicode());
        document.set_object(text.expect("printpdf writes a ToUnicode"), Stream::new(Dictionary::new(), to_unicode));
        let glyphs = document.add_object(Stream::new(Dictionary::new(), font.glyphs));
        let descendants = document.get_dictionary_mut(id).and_then(|font| font.get_mut(b"DescendantFonts"));
        let descendants = descendants.and_then(Object::as_array_mut).expect("printpdf writes a font of two levels");
        let descendant = descendants[0].as_dict_mut().expect("the second level is a dictionary");
        descendant.set("CIDToGIDMap", glyphs);
        let descriptor = descendant.get(b"FontDescriptor").and_then(Object::as_reference).expect("a font has a descriptor");
        let file = reference(document, descriptor, b"FontFile2").expect("printpdf writes a file for every font");
        let mut about = Dictionary::new();
        about.set("Length1", font.subset.len() as i64);
        document.set_object(file, Stream::new(about, font.subset));
        let descriptor = document.get_dictionary_mut(descriptor).expect("a descriptor is a dictionary");
        descriptor.set("CapHeight", i64::from(font.face.cap_height) * 1000 / i64::from(font.face.units_per_em));
        descriptor.set("Flags", SYMBOLIC);
    }
}

/// The glyphs of a font are named by codes of its own and by no standard set of characters (ISO 32000-1, table 123).
const SYMBOLIC: i64 = 4;

fn dictionary(document: &Document, id: ObjectId) -> &Dictionary {
    document.get_dictionary(id).expect("printpdf writes a dictionary here")
}

fn reference(document: &Document, id: ObjectId, key: &[u8]) -> Option<ObjectId> {
    dictionary(document, id).get(key).and_then(Object::as_reference).ok()
}
