//! The faces that documents are set in, and which of them draws which character.
//!
//! In: the faces that a project brings; the others are part of the program. Out: faces, each parsed once for a process and shared by
//! all its documents. What can go wrong: a character that no face has, which [`Fonts::face_of`] says. The fonts of the system are never asked.

use super::face::Face;
use super::layout::Words;
use crate::model::print::{OwnFaces, Print};
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
    families: Vec<Set>,
    /// For each family and weight the faces in the order in which they are asked for a character of a text of its language.
    stacks: Vec<[Vec<usize>; 3]>,
}

/// The positions of the faces of a family, by weight.
struct Set {
    name: String,
    tag: String,
    faces: [usize; 3],
}

/// The faces of a project and of the program by themselves, for those who do not set text.
pub fn faces(print: &Print) -> Vec<Arc<Face>> {
    families(print).1
}

/// The families in the order in which a language looks for its own, and their faces. Those of the project come first.
fn families(print: &Print) -> (Vec<Set>, Vec<Arc<Face>>) {
    let (mut families, mut faces) = (Vec::new(), Vec::<Arc<Face>>::new());
    let mut add = |data: Cow<'static, [u8]>| {
        let mut face = Face::new(data).expect("the bundled files are fonts with outlines, and others were looked at before");
        // A document's fonts are told apart by their names.
        let known = |name: &str| faces.iter().any(|face| face.name == name);
        let name = face.name.clone();
        let free = (2..).map(|number| format!("{name}-{number}")).find(|name| !known(name));
        face.name = if known(&name) { free.expect("there are more numbers than faces") } else { name };
        faces.push(Arc::new(face));
        faces.len() - 1
    };
    for (tag, OwnFaces { regular, bold, italic }) in &print.faces {
        let [regular, bold, italic] = [Some(regular), bold.as_ref(), italic.as_ref()]
            .map(|file| file.map(|file| add(Cow::Owned(file.bytes.to_vec()))));
        let regular = regular.expect("a family has a regular face");
        let bold = bold.unwrap_or(regular);
        families.push((tag.clone(), [regular, bold, italic.unwrap_or(bold)]));
    }
    for Family { tag, files, .. } in FAMILIES {
        let own: Vec<usize> = files.iter().map(|file| add(Cow::Borrowed(*file))).collect();
        families.push((tag.to_owned(), [own[0], own[1], own.get(2).copied().unwrap_or(own[1])]));
    }
    let bundled = families.len() - FAMILIES.len();
    let name = |index: usize, set: &[usize; 3]| match index.checked_sub(bundled) {
        Some(index) => FAMILIES[index].name.to_owned(),
        None => faces[set[0]].name.clone(),
    };
    let families =
        families.into_iter().enumerate().map(|(index, (tag, faces))| Set { name: name(index, &faces), tag, faces });
    (families.collect(), faces)
}

/// What a face needs to be shaped with.
struct Shaper {
    font: harfrust::Font,
    plans: Vec<ShapePlan>,
    /// What was shaped with each plan.
    words: [Words; SHAPINGS.len()],
    /// A bit for each character of the Basic Multilingual Plane and the two ideographic ones that the face has.
    coverage: Vec<u64>,
}

/// The characters above that are in no face.
const LAST: u32 = 0x3_FFFF;

impl Fonts {
    /// The faces of a project and of the program.
    pub fn new(print: &Print) -> Self {
        let (families, faces) = families(print);
        let shapers = faces.iter().map(|face| Shaper::new(face)).collect();
        let bundled = families.len() - FAMILIES.len();
        let stack = |first: usize| {
            // Then those of the program, its own language first, and those that other locales brought.
            let same = |index: &usize| families[first].tag.starts_with(&families[*index].tag);
            let mut order: Vec<usize> = (bundled..families.len()).filter(same).collect();
            order.extend((bundled..families.len()).chain(0..bundled));
            order.insert(0, first);
            let mut seen = Vec::new();
            order.retain(|index| {
                !seen.contains(index) && {
                    seen.push(*index);
                    true
                }
            });
            [0, 1, 2].map(|weight| order.iter().map(|index| families[*index].faces[weight]).collect())
        };
        let stacks = (0..families.len()).map(stack).collect();
        Self { faces, shapers, families, stacks }
    }

    /// The names of the families.
    pub fn families(&self) -> impl Iterator<Item = &str> {
        self.families.iter().map(|family| family.name.as_str())
    }

    /// The faces for a language and a weight, in the order in which they are asked for a character.
    pub fn stack(&self, tag: &str, weight: Weight) -> &[usize] {
        let bundled = self.families.len() - FAMILIES.len();
        let first = self.families.iter().position(|family| tag.starts_with(&family.tag)).unwrap_or(bundled);
        &self.stacks[first][match weight {
            Weight::Regular => 0,
            Weight::Bold => 1,
            Weight::Italic => 2,
        }]
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

    /// The words of a script that were shaped in a face.
    pub(super) fn words(&self, face: usize, shaping: Shaping) -> &Words {
        &self.shapers[face].words[shaping as usize]
    }

    /// The glyph of a character by itself.
    pub fn glyph(&self, face: usize, c: char) -> Option<u16> {
        let glyph = ShaperFont::new(&self.shapers[face].font).nominal_glyph(c.into())?;
        u16::try_from(glyph.to_u32()).ok()
    }
}

impl Shaper {
    fn new(face: &Face) -> Self {
        let source = match &face.data {
            Cow::Borrowed(data) => harfrust::font::Source::from(*data),
            Cow::Owned(data) => harfrust::font::Source::from(data.clone()),
        };
        let font = harfrust::Font::new(source, 0).expect("it was read as a font before");
        let plan = |(_, script, language): &(Shaping, &[u8; 4], &str)| {
            let script = Script::from_iso15924_tag(Tag::new(script));
            ShapePlan::new(&font, Direction::LeftToRight, script, Language::new(language).as_ref(), &[])
        };
        let plans = SHAPINGS.iter().map(plan).collect();
        let mut coverage = vec![0; LAST as usize / 64 + 1];
        for (c, glyph) in skrifa::MetadataProvider::charmap(&skrifa::FontRef::new(&face.data).expect("as above")).mappings()
        {
            if c <= LAST && glyph.to_u32() != 0 {
                coverage[c as usize / 64] |= 1 << (c % 64);
            }
        }
        Self { font, plans, words: Default::default(), coverage }
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
        let fonts = Fonts::new(&Print::default());
        let name =
            |tag: &str, weight, c| fonts.face_of(fonts.stack(tag, weight), c).map(|face| fonts.faces[face].name.clone());
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
    #[test]
    fn a_project_brings_its_own_faces() {
        let file = crate::model::print::FontFile { path: "own.ttf".to_owned(), bytes: THAI_REGULAR.into() };
        let own = OwnFaces { regular: file, bold: None, italic: None };
        let fonts = Fonts::new(&Print { faces: [("en".to_owned(), own)].into(), ..Print::default() });
        let name =
            |tag: &str, weight, c| fonts.face_of(fonts.stack(tag, weight), c).map(|face| fonts.faces[face].name.as_str());
        assert_eq!(name("en", Weight::Bold, 'a'), Some("Sarabun-Regular"));
        assert_eq!(name("en", Weight::Regular, '信'), Some("NotoSansSC-Regular"));
        // Its namesake of the program has another name now.
        assert_eq!(name("th", Weight::Regular, 'ก'), Some("Sarabun-Regular-2"));
        assert_eq!(fonts.families().next(), Some("Sarabun-Regular"));
    }
}
