//! A face cut down to some of its glyphs, and to the tables that draw them.
//!
//! In: a face and glyphs of it. Out: a font file with what a reader of documents needs of one (ISO 32000-1, 9.9), and no more: the
//! names and permissions of a face are a third of a small subset. Nothing can go wrong: the face was read before.

use crate::format::pdf::face::Face;
use skrifa::raw::FontRef;
use subsetter::GlyphRemapper;

/// The tables that draw.
const DRAWING: [&[u8; 4]; 9] = [b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep"];

/// How long the head of a file is, and the record of a table in it, in bytes.
const HEAD: usize = 12;
const RECORD: usize = 16;

/// What all numbers of a file add up to, and the byte of `head` with the one that makes them do so (OpenType, `head`).
const SUM: u32 = 0xB1B0_AFBA;
const ADJUSTMENT: usize = 8;

/// The font file of the glyphs.
pub(super) fn of(face: &Face, glyphs: &GlyphRemapper) -> Vec<u8> {
    let whole = subsetter::subset(&face.data, 0, glyphs).expect("the face was read before, and has these glyphs");
    let records = FontRef::new(&whole).expect("it was just made").table_directory;
    let records: Vec<_> =
        records.table_records().iter().filter(|record| DRAWING.contains(&&record.tag().to_be_bytes())).collect();
    let count = records.len() as u16;
    let power = count.ilog2() as u16;
    let mut file = Vec::with_capacity(whole.len());
    file.extend_from_slice(&whole[..4]);
    [count, 16 << power, power, (count - (1 << power)) * 16].iter().for_each(|number| file.extend(number.to_be_bytes()));
    let (mut at, mut sum, mut adjustment) = (HEAD + RECORD * records.len(), 0_u32, 0);
    for record in &records {
        if record.tag() == *b"head" {
            adjustment = at + ADJUSTMENT;
        }
        file.extend(record.tag().to_be_bytes());
        [record.checksum(), at as u32, record.length()].iter().for_each(|number| file.extend(number.to_be_bytes()));
        sum = sum.wrapping_add(record.checksum());
        at += (record.length() as usize).next_multiple_of(4);
    }
    let words = file.chunks_exact(4).map(|word| u32::from_be_bytes(word.try_into().expect("it is four bytes")));
    let sum = words.fold(sum, u32::wrapping_add);
    for record in records {
        let start = record.offset() as usize;
        file.extend_from_slice(&whole[start..start + record.length() as usize]);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file[adjustment..adjustment + 4].copy_from_slice(&SUM.wrapping_sub(sum).to_be_bytes());
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::pdf::fixture::FACES;
    use skrifa::raw::TableProvider;
    use skrifa::{GlyphId, MetadataProvider};

    #[test]
    fn a_file_has_what_draws_and_adds_up() {
        for face in FACES.iter() {
            let glyph = FontRef::new(&face.data).unwrap().charmap().map('8').unwrap();
            let glyphs = GlyphRemapper::new_from_glyphs_sorted(&[u16::try_from(glyph.to_u32()).unwrap()]);
            let file = of(face, &glyphs);
            let font = FontRef::new(&file).unwrap();
            let tags: Vec<_> = font.table_directory.table_records().iter().map(|record| record.tag()).collect();
            assert!(tags.is_sorted() && font.name().is_err() && font.post().is_err());
            assert_eq!(
                font.hmtx().unwrap().advance(GlyphId::new(1)),
                FontRef::new(&face.data).unwrap().hmtx().unwrap().advance(glyph)
            );
            let words = file.chunks(4).map(|word| u32::from_be_bytes(word.try_into().unwrap()));
            assert_eq!(words.fold(0, u32::wrapping_add), SUM);
        }
    }
}
