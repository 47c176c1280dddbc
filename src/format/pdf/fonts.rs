//! The faces that documents are set in, and which of them draws which character.
//!
//! In: nothing; the faces are part of the program. Out: faces, each parsed once for a process and shared by all its documents.
//! What can go wrong: a character that no face has, which [`Fonts::face_of`] says. The fonts of the system are never asked.

use super::face::Face;
use harfrust::{Direction, Language, Script, ShapePlan, ShaperFont, Tag};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// How heavy a face is, and whether it leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The text.
    Regular,
    /// Strong emphasis, headings.
    Bold,
    /// Emphasis in Latin letters; where a family has no such face, its bold one serves.
    Italic,
}

/// The families by the language whose texts they set first; the others follow where a character is missing.
const FAMILIES: [Family; 3] = [
    Family { name: "Noto Sans", tag: "en", files: &[REGULAR, BOLD, ITALIC] },
    Family { name: "Sarabun", tag: "th", files: &[THAI_REGULAR, THAI_BOLD] },
    Family { name: "Noto Sans SC", tag: "zh", files: &[HAN_REGULAR, HAN_BOLD] },
];

/// The faces of a family: regular, bold, and perhaps italic.
struct Family {
    name: &'static str,
    tag: &'static str,
    files: &'static [&'static [u8]],
}

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf");
const ITALIC: &[u8] = include_bytes!("../../../assets/fonts/NotoSans-Italic.subset.ttf");
const THAI_REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Sarabun-Regular.ttf");
const THAI_BOLD: &[u8] = include_bytes!("../../../assets/fonts/Sarabun-Bold.ttf");
const HAN_REGULAR: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSC-Regular.subset.ttf");
const HAN_BOLD: &[u8] = include_bytes!("../../../assets/fonts/NotoSansSC-Bold.subset.ttf");

/// How a script is shaped; a plan is made for each beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shaping {
    /// Latin, and whatever has no rules of its own.
    Latin,
    /// Thai.
    Thai,
    /// Han.
    Han,
}

const SHAPINGS: [(Shaping, &[u8; 4], &str); 3] =
    [(Shaping::Latin, b"Latn", "en"), (Shaping::Thai, b"Thai", "th"), (Shaping::Han, b"Hani", "zh-Hans")];

/// All faces, parsed.
pub struct Fonts {
    /// The faces; a face is known by its position.
    pub faces: Vec<Arc<Face>>,
    shapers: Vec<Shaper>,
}

/// The faces of the program by themselves, for those who do not set text.
pub fn faces() -> Vec<Arc<Face>> {
    let files = FAMILIES.iter().flat_map(|family| family.files.iter().copied());
    files.map(|file| Arc::new(Face::new(file).expect("the bundled files are fonts with outlines"))).collect()
}

/// What a face needs to be shaped with.
struct Shaper {
    font: harfrust::Font,
    plans: Vec<ShapePlan>,
    /// A bit for each character of the Basic Multilingual Plane and the two ideographic ones that the face has.
    coverage: Vec<u64>,
}

/// The characters above that are in no face.
const LAST: u32 = 0x3_FFFF;

impl Fonts {
    /// The faces of the program.
    pub fn bundled() -> Self {
        let parsed = FAMILIES.iter().flat_map(|family| family.files).map(|file| {
            let face = Face::new(Cow::Borrowed(*file)).expect("the bundled files are fonts with outlines");
            (Arc::new(face), Shaper::new(file))
        });
        let (faces, shapers) = parsed.unzip();
        Self { faces, shapers }
    }

    /// The names of the families.
    pub fn families() -> impl Iterator<Item = &'static str> {
        FAMILIES.iter().map(|family| family.name)
    }

    /// The faces for a language and a weight, in the order in which they are asked for a character.
    pub fn stack(tag: &str, weight: Weight) -> [usize; FAMILIES.len()] {
        let first = FAMILIES.iter().position(|family| tag.starts_with(family.tag)).unwrap_or(0);
        let mut stack = [0; FAMILIES.len()];
        let order = [first].into_iter().chain((0..FAMILIES.len()).filter(|family| *family != first));
        for (place, family) in order.enumerate() {
            let faces = FAMILIES[family].files.len();
            let face = match weight {
                Weight::Regular => 0,
                Weight::Italic if faces > 2 => 2,
                Weight::Bold | Weight::Italic => 1,
            };
            stack[place] = FAMILIES[..family].iter().map(|before| before.files.len()).sum::<usize>() + face;
        }
        stack
    }

    /// The first face of a stack that has the character; `None` if none has it.
    pub fn face_of(&self, stack: &[usize], c: char) -> Option<usize> {
        stack.iter().copied().find(|face| self.has(*face, c))
    }

    /// Whether a face draws the character.
    pub fn has(&self, face: usize, c: char) -> bool {
        // Spaces of other widths are made from the space.
        let c = if is_space(c) { ' ' } else { c };
        let bits = self.shapers[face].coverage.get(c as usize / 64).copied().unwrap_or(0);
        bits >> (c as usize % 64) & 1 == 1
    }

    /// A face for the shaper, and its plan for a script.
    pub fn shaper(&self, face: usize, shaping: Shaping) -> (ShaperFont<'_, 'static>, &ShapePlan) {
        let shaper = &self.shapers[face];
        (ShaperFont::new(&shaper.font), &shaper.plans[shaping as usize])
    }

    /// The glyph of a character by itself.
    pub fn glyph(&self, face: usize, c: char) -> Option<u16> {
        let glyph = ShaperFont::new(&self.shapers[face].font).nominal_glyph(c.into())?;
        u16::try_from(glyph.to_u32()).ok()
    }
}

impl Shaper {
    fn new(file: &'static [u8]) -> Self {
        let font = harfrust::Font::new(file, 0).expect("the bundled files are fonts");
        let plan = |(_, script, language): &(Shaping, &[u8; 4], &str)| {
            let script = Script::from_iso15924_tag(Tag::new(script));
            ShapePlan::new(&font, Direction::LeftToRight, script, Language::new(language).as_ref(), &[])
        };
        let plans = SHAPINGS.iter().map(plan).collect();
        let mut coverage = vec![0; LAST as usize / 64 + 1];
        for (c, glyph) in skrifa::MetadataProvider::charmap(&skrifa::FontRef::new(file).expect("as above")).mappings() {
            if c <= LAST && glyph.to_u32() != 0 {
                coverage[c as usize / 64] |= 1 << (c % 64);
            }
        }
        Self { font, plans, coverage }
    }
}

/// Spaces that a shaper makes from the one that every face has.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}')
}

impl fmt::Debug for Fonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fonts").field("faces", &self.faces).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_set_in_its_own_face_and_borrows_from_others() {
        let fonts = Fonts::bundled();
        let name =
            |tag: &str, weight, c| fonts.face_of(&Fonts::stack(tag, weight), c).map(|face| fonts.faces[face].name.clone());
        assert_eq!(name("th", Weight::Regular, 'ก').as_deref(), Some("Sarabun-Regular"));
        assert_eq!(name("th", Weight::Bold, '8').as_deref(), Some("Sarabun-Bold"));
        assert_eq!(name("th", Weight::Regular, '信').as_deref(), Some("NotoSansSC-Regular"));
        assert_eq!(name("zh-Hans", Weight::Bold, '“').as_deref(), Some("NotoSansSC-Bold"));
        assert_eq!(name("en", Weight::Regular, '†').as_deref(), Some("NotoSans-Regular"));
        assert_eq!(name("en", Weight::Regular, '\u{2009}').as_deref(), Some("NotoSans-Regular"));
        assert_eq!(name("en", Weight::Italic, 'a').as_deref(), Some("NotoSans-Italic"));
        assert_eq!(name("th", Weight::Italic, 'ก').as_deref(), Some("Sarabun-Bold"));
        assert_eq!(name("en", Weight::Regular, '😀'), None);
        assert_eq!(name("th", Weight::Regular, 'م'), None);
    }
}
