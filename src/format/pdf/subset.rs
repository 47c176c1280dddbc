//! A face cut down to some of its glyphs, and to the tables that draw them.
//!
//! In: a font file and glyphs of it. Out: a font file with what a reader of documents needs of one (ISO 32000-1, 9.9), and no more:
//! names and permissions are a third of a small subset. What can go wrong: a font whose tables do not fit together, which is `None`.

use skrifa::GlyphId;
use skrifa::raw::types::Tag;
use skrifa::raw::{FontRef, TableProvider};

/// A font file of some glyphs.
pub struct Subset {
    /// Its bytes.
    pub file: Vec<u8>,
    /// The glyphs of the whole face that it has, by their new numbers: the box of what is missing, those that were asked for, those
    /// that these are put together from.
    pub glyphs: Vec<u16>,
}

/// The places of numbers in tables, in bytes (OpenType).
const LONG_OFFSETS: usize = 50;
const METRICS: usize = 34;
const GLYPHS: usize = 4;
const ADJUSTMENT: usize = 8;

/// What all numbers of a file add up to (OpenType, `head`).
const SUM: u32 = 0xB1B0_AFBA;

/// How long the head of a file is, and the record of a table in it.
const HEAD: usize = 12;
const RECORD: usize = 16;

/// A font file with these glyphs, which are in order and without 0.
pub fn of(face: &[u8], wanted: &[u16]) -> Option<Subset> {
    let font = FontRef::new(face).ok()?;
    let table = |tag: &[u8; 4]| font.data_for_tag(Tag::new(tag)).map(|data| data.as_bytes());
    let outlines = Outlines { font: &font, glyf: table(b"glyf")? };
    let mut glyphs: Vec<u16> = [&[0], wanted].concat();
    let (mut glyf, mut starts) = (Vec::new(), Vec::with_capacity(glyphs.len() + 1));
    let mut next = 0;
    while let Some(glyph) = glyphs.get(next) {
        starts.push(glyf.len());
        let start = glyf.len();
        glyf.extend_from_slice(outlines.of(*glyph)?);
        for at in components(&glyf[start..])? {
            let part = glyf.get_mut(start + at..start + at + 2)?;
            let whole = u16::from_be_bytes([part[0], part[1]]);
            // Only what was asked for is in order.
            let known = glyphs[1..=wanted.len()].binary_search(&whole).ok().map(|place| place + 1);
            let known = known.or_else(|| glyphs.iter().position(|glyph| *glyph == whole));
            let own = known.unwrap_or_else(|| {
                glyphs.push(whole);
                glyphs.len() - 1
            });
            part.copy_from_slice(&u16::try_from(own).ok()?.to_be_bytes());
        }
        glyf.resize(glyf.len().next_multiple_of(2), 0);
        next += 1;
    }
    starts.push(glyf.len());
    let is_long = glyf.len() > 2 * usize::from(u16::MAX);
    let loca = starts.into_iter().flat_map(|start| {
        let bytes = if is_long { start as u32 } else { (start as u32 / 2) << 16 }.to_be_bytes();
        bytes.into_iter().take(if is_long { 4 } else { 2 })
    });
    let count = u16::try_from(glyphs.len()).ok()?.to_be_bytes();
    let mut head = table(b"head")?.to_vec();
    head.get_mut(ADJUSTMENT..ADJUSTMENT + 4)?.fill(0);
    head.get_mut(LONG_OFFSETS..LONG_OFFSETS + 2)?.copy_from_slice(&u16::from(is_long).to_be_bytes());
    let mut hhea = table(b"hhea")?.to_vec();
    hhea.get_mut(METRICS..METRICS + 2)?.copy_from_slice(&count);
    let mut maxp = table(b"maxp")?.to_vec();
    maxp.get_mut(GLYPHS..GLYPHS + 2)?.copy_from_slice(&count);
    let metrics = font.hmtx().ok()?;
    let of_glyph = |glyph: &u16| {
        let glyph = GlyphId::new((*glyph).into());
        let [advance, bearing] =
            [metrics.advance(glyph)?.to_be_bytes(), metrics.side_bearing(glyph).unwrap_or(0).to_be_bytes()];
        Some([advance[0], advance[1], bearing[0], bearing[1]])
    };
    let hmtx = glyphs.iter().map(of_glyph).collect::<Option<Vec<_>>>()?.concat();
    // In the order of their names, as a file must have them.
    let own = |tag: &'static [u8; 4]| Some((tag, table(tag)?.to_vec()));
    let first = [own(b"cvt "), own(b"fpgm"), Some((b"glyf", glyf)), Some((b"head", head)), Some((b"hhea", hhea))];
    let second = [Some((b"hmtx", hmtx)), Some((b"loca", loca.collect())), Some((b"maxp", maxp)), own(b"prep")];
    let tables: Vec<(&[u8; 4], Vec<u8>)> = first.into_iter().chain(second).flatten().collect();
    Some(Subset { file: file(&tables), glyphs })
}

/// Where the outlines of a face stand.
struct Outlines<'a> {
    font: &'a FontRef<'a>,
    glyf: &'a [u8],
}

impl<'a> Outlines<'a> {
    fn of(&self, glyph: u16) -> Option<&'a [u8]> {
        let loca = self.font.loca(None).ok()?;
        let [start, end] = [0, 1].map(|step| loca.get_raw(usize::from(glyph) + step));
        self.glyf.get(start? as usize..end? as usize)
    }
}

/// Where an outline that is put together from others names them (OpenType, `glyf`); `None` if it is cut off.
fn components(outline: &[u8]) -> Option<Vec<usize>> {
    let number = |at: usize| Some(u16::from_be_bytes([*outline.get(at)?, *outline.get(at + 1)?]));
    let mut found = Vec::new();
    if outline.first().is_none_or(|first| first & 0x80 == 0) {
        return Some(found);
    }
    let mut at = 10;
    loop {
        let flags = number(at)?;
        found.push(at + 2);
        let arguments = if flags & 0x0001 != 0 { 4 } else { 2 };
        let scale = match () {
            () if flags & 0x0008 != 0 => 2,
            () if flags & 0x0040 != 0 => 4,
            () if flags & 0x0080 != 0 => 8,
            () => 0,
        };
        at += 4 + arguments + scale;
        if flags & 0x0020 == 0 {
            return Some(found);
        }
    }
}

/// Tables as a file.
fn file(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let sum = |bytes: &[u8]| {
        let words =
            bytes.chunks(4).map(|word| u32::from_be_bytes(std::array::from_fn(|at| word.get(at).copied().unwrap_or(0))));
        words.fold(0, u32::wrapping_add)
    };
    let mut file = vec![0, 1, 0, 0];
    let count = tables.len() as u16;
    let power = count.ilog2() as u16;
    [count, 16 << power, power, (count - (1 << power)) * 16].iter().for_each(|number| file.extend(number.to_be_bytes()));
    let (mut at, mut total, mut adjustment) = (HEAD + RECORD * tables.len(), 0, 0);
    for (tag, table) in tables {
        if *tag == b"head" {
            adjustment = at + ADJUSTMENT;
        }
        let sum = sum(table);
        file.extend_from_slice(*tag);
        [sum, at as u32, table.len() as u32].iter().for_each(|number| file.extend(number.to_be_bytes()));
        total = sum.wrapping_add(total);
        at += table.len().next_multiple_of(4);
    }
    total = sum(&file).wrapping_add(total);
    file.reserve_exact(at - file.len());
    for (_, table) in tables {
        file.extend_from_slice(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file[adjustment..adjustment + 4].copy_from_slice(&SUM.wrapping_sub(total).to_be_bytes());
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use skrifa::MetadataProvider;
    use skrifa::outline::{DrawSettings, OutlinePen};
    use skrifa::prelude::{LocationRef, Size};

    #[derive(Default, PartialEq, Debug)]
    struct Drawn(Vec<[i32; 6]>);

    #[expect(clippy::disallowed_types, reason = "the library draws in such numbers; no figure is among them")]
    impl OutlinePen for Drawn {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push([x as i32, y as i32, 0, 0, 0, 0]);
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push([x as i32, y as i32, 1, 0, 0, 0]);
        }
        fn quad_to(&mut self, x: f32, y: f32, a: f32, b: f32) {
            self.0.push([x as i32, y as i32, 2, a as i32, b as i32, 0]);
        }
        fn curve_to(&mut self, x: f32, y: f32, a: f32, b: f32, c: f32, d: f32) {
            self.0.push([x as i32, y as i32, a as i32, b as i32, c as i32, d as i32]);
        }
        fn close(&mut self) {}
    }

    fn drawn(font: &FontRef<'_>, glyph: u16) -> Drawn {
        let mut pen = Drawn::default();
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        font.outline_glyphs().get(GlyphId::new(glyph.into())).unwrap().draw(settings, &mut pen).unwrap();
        pen
    }

    #[test]
    fn glyphs_are_drawn_as_in_the_whole_face() {
        for face in crate::format::pdf::fixture::FACES.iter() {
            let whole = FontRef::new(&face.data).unwrap();
            // Every seventh of the first thousands, and letters that are put together.
            let composed = ['é', 'Å', 'ộ', 'ำ'].into_iter().filter_map(|c| Some(whole.charmap().map(c)?.to_u32() as u16));
            let last = whole.maxp().unwrap().num_glyphs().min(3_000);
            let mut wanted: Vec<u16> = (1..last).step_by(7).chain(composed).collect();
            wanted.sort_unstable();
            wanted.dedup();
            let subset = of(&face.data, &wanted).unwrap();
            assert_eq!(&subset.glyphs[1..=wanted.len()], wanted);
            let font = FontRef::new(&subset.file).unwrap();
            for (own, glyph) in (0..).zip(&subset.glyphs) {
                assert_eq!(drawn(&font, own), drawn(&whole, *glyph));
                let advance = |font: &FontRef<'_>, glyph: u16| font.hmtx().unwrap().advance(GlyphId::new(glyph.into()));
                assert_eq!(advance(&font, own), advance(&whole, *glyph));
            }
        }
    }

    #[test]
    fn a_file_has_what_draws_and_adds_up() {
        let face = include_bytes!("../../../assets/fonts/NotoSans-Italic.subset.ttf");
        for wanted in [&[][..], &[5], &[5, 6, 7, 40]] {
            let file = of(face, wanted).unwrap().file;
            let font = FontRef::new(&file).unwrap();
            let tags: Vec<Tag> = font.table_directory().table_records().iter().map(|record| record.tag()).collect();
            assert!(tags.is_sorted() && font.name().is_err() && font.post().is_err(), "{tags:?}");
            let words = file.chunks_exact(4).map(|word| u32::from_be_bytes(word.try_into().unwrap()));
            assert_eq!(words.fold(0, u32::wrapping_add), SUM);
        }
    }

    #[test]
    fn a_broken_face_is_none() {
        let whole = include_bytes!("../../../assets/fonts/Sarabun-Regular.ttf");
        assert!(of(whole, &[60_000]).is_none() && of(&whole[..2_000], &[5]).is_none() && of(b"", &[]).is_none());
    }
}
