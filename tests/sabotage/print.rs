//! Garbles of printed documents: what is drawn, what the fonts say of it, how it is seen, what is told beside it.
//!
//! A figure is found where its glyphs are drawn: a run whose text, by the font's own table, is that of an entry of the ledger.

use super::dice::Dice;
use super::tally::Tally;
use super::{Every, SEED};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, Stream, StringFormat};
use numerate::model::Document;
use numerate::verify::Verifier;
use std::collections::BTreeMap;
use std::ops::Range;

/// What the codes of a font say.
type Texts = BTreeMap<u16, String>;

/// A figure as it is drawn.
struct Spot {
    page: ObjectId,
    /// The operation that shows it.
    at: usize,
    font: ObjectId,
    codes: Vec<u16>,
}

/// A garble: the file becomes another, or `None` where there is nothing to garble.
type Garble = fn(&mut Scene<'_>, &mut Dice) -> Option<()>;

/// A file, its operations on the page of a figure, and that figure.
struct Scene<'a> {
    pdf: Pdf,
    page: Vec<Operation>,
    spot: &'a Spot,
    texts: &'a Texts,
}

/// Every garble of a printed document, by name.
const GARBLES: &[(&str, Garble)] = &[
    ("glyph changed", |scene, dice| {
        let at = scene.digit(dice)?;
        let other = scene.other_digit(scene.spot.codes[at], dice)?;
        scene.write(|codes| codes[at] = other)
    }),
    ("glyph dropped", |scene, dice| {
        let at = dice.roll(scene.spot.codes.len());
        scene.write(|codes| _ = codes.remove(at))
    }),
    ("glyph doubled", |scene, dice| {
        let at = dice.roll(scene.spot.codes.len());
        scene.write(|codes| codes.insert(at, codes[at]))
    }),
    ("glyphs swapped", |scene, _| {
        let at = scene.spot.codes.windows(2).position(|two| two[0] != two[1])?;
        scene.write(|codes| codes.swap(at, at + 1))
    }),
    ("figure not drawn", |scene, _| scene.write(Vec::clear)),
    ("text of a glyph changed", |scene, dice| {
        let code = scene.spot.codes[scene.digit(dice)?];
        let other = scene.other_digit(code, dice)?;
        let told = scene.texts[&other].chars().next()?;
        scene.font_stream(b"ToUnicode", |table| {
            let line = |text: char| format!("<{code:04X}><{:04X}>", u32::from(text));
            let own = scene_text(table, code)?;
            Some(table.replace(&line(own), &line(told)))
        })
    }),
    ("glyphs of a font exchanged", |scene, dice| {
        let code = scene.spot.codes[scene.digit(dice)?];
        let other = scene.other_digit(code, dice)?;
        let id = scene.descendant()?.get(b"CIDToGIDMap").and_then(Object::as_reference).ok()?;
        let stream = scene.pdf.get_object(id).and_then(Object::as_stream).ok()?;
        let mut map = unpacked(stream)?;
        for byte in 0..2 {
            map.swap(usize::from(code) * 2 + byte, usize::from(other) * 2 + byte);
        }
        scene.pdf.set_object(id, Stream::new(Dictionary::new(), map));
        Some(())
    }),
    ("invisible by its mode", |scene, dice| scene.before("Tr", vec![(3 + 4 * dice.roll(2) as i64).into()])),
    ("in the colour of paper", |scene, _| scene.before("rg", vec![1.into(), 1.into(), 1.into()])),
    ("in letters too small", |scene, _| {
        let font = scene.page[..scene.spot.at].iter().rev().find(|operation| operation.operator == "Tf")?.clone();
        scene.before("Tf", vec![font.operands[0].clone(), Object::Real(0.01)])
    }),
    ("clipped away", |scene, _| {
        scene.before("re", vec![0.into(), 0.into(), 1.into(), 1.into()])?;
        scene.before("W", Vec::new())?;
        scene.before("n", Vec::new())
    }),
    ("stretched or turned", |scene, dice| match dice.roll(3) {
        0 => scene.before("Tz", vec![1.into()]),
        1 => scene.before("Ts", vec![900.into()]),
        _ => scene.before("Tc", vec![Object::Integer(-40)]),
    }),
    ("moved on its page", |scene, dice| {
        let [x, y] = *dice.pick(&[[300, 0], [-900, 0], [0, 200], [0, -2000]])?;
        let by = |x: i64, y: i64| Operation::new("Td", vec![x.into(), y.into()]);
        // What follows stays where it was, or does not.
        let back = dice.roll(2) == 0;
        scene.page.splice(scene.spot.at + 1..scene.spot.at + 1, back.then(|| by(-x, -y)));
        scene.page.insert(scene.spot.at, by(x, y));
        Some(())
    }),
    ("turned over", |scene, _| {
        let matrix = [-1, 0, 0, 1, 300, 300].map(Object::Integer);
        scene.page.insert(scene.spot.at, Operation::new("Tm", matrix.to_vec()));
        Some(())
    }),
    ("painted over", |scene, _| {
        scene.page.push(Operation::new("rg", vec![1.into(), 1.into(), 1.into()]));
        scene.page.push(Operation::new("re", vec![0.into(), 0.into(), 2000.into(), 2000.into()]));
        scene.page.push(Operation::new("f", Vec::new()));
        Some(())
    }),
    ("names of two rows exchanged", |scene, dice| {
        let shown = |name: &Range<usize>| -> Vec<usize> {
            name.clone().filter(|at| matches!(scene.page[*at].operator.as_str(), "Tj" | "TJ")).collect()
        };
        let mut names: Vec<_> = scene.names()?.iter().map(shown).collect();
        let own = names.remove(0);
        names.retain(|other| {
            let differs = |(a, b): (&usize, &usize)| codes(&scene.page[*a]) != codes(&scene.page[*b]);
            other.len() == own.len() && own.iter().zip(other).any(differs)
        });
        let other = dice.pick(&names)?;
        own.iter().zip(other).for_each(|(a, b)| scene.page.swap(*a, *b));
        Some(())
    }),
    ("another text for the ear", |scene, dice| {
        let told = Object::String(dice.pick(&["97%", "", "many"])?.as_bytes().to_vec(), StringFormat::Literal);
        let properties = Dictionary::from_iter([("ActualText", told)]);
        scene.page.insert(scene.spot.at + 1, Operation::new("EMC", Vec::new()));
        scene.page.insert(scene.spot.at, Operation::new("BDC", vec!["Span".into(), properties.into()]));
        Some(())
    }),
    ("an element told as another text", |scene, dice| {
        let key = *dice.pick(&["Alt", "ActualText", "E"])?;
        scene.element(|element| element.set(key, Object::string_literal("97%")))
    }),
    ("id of an element changed", |scene, _| scene.element(|element| element.set("ID", Object::string_literal("f999")))),
    ("figure made an ornament", |scene, _| {
        let mark = scene.page[..scene.spot.at].iter_mut().rev().find(|operation| operation.operator == "BDC")?;
        let properties = Dictionary::from_iter([("Type", Object::from("Layout"))]);
        *mark = Operation::new("BDC", vec!["Artifact".into(), properties.into()]);
        Some(())
    }),
    ("drawn once more", |scene, _| {
        let begin = scene.page[..scene.spot.at].iter().rposition(|operation| operation.operator == "BDC")?;
        let end = scene.spot.at + scene.page[scene.spot.at..].iter().position(|operation| operation.operator == "EMC")?;
        let again = scene.page[begin..=end].to_vec();
        scene.page.splice(end + 1..end + 1, again);
        Some(())
    }),
    ("page lost", |scene, _| {
        let page = scene.spot.page;
        scene.kids(|kids| kids.retain(|kid| kid.as_reference().ok() != Some(page)))
    }),
    ("pages in another order", |scene, _| {
        (scene.pdf.get_pages().len() > 1).then_some(())?;
        scene.kids(|kids| kids.rotate_left(1))
    }),
    ("page cut down", |scene, dice| {
        let page = scene.pdf.get_dictionary_mut(scene.spot.page).ok()?;
        let key = *dice.pick(&["MediaBox", "CropBox"])?;
        page.set(key, Object::Array(vec![0.into(), 0.into(), 90.into(), 90.into()]));
        Some(())
    }),
    ("page turned", |scene, _| {
        scene.pdf.get_dictionary_mut(scene.spot.page).ok()?.set("Rotate", 180);
        Some(())
    }),
    ("note laid over the page", |scene, _| {
        let note = Dictionary::from_iter([
            ("Type", Object::from("Annot")),
            ("Subtype", Object::from("FreeText")),
            ("Rect", Object::Array(vec![0.into(), 0.into(), 900.into(), 900.into()])),
            ("Contents", Object::string_literal("97%")),
        ]);
        let id = scene.pdf.add_object(note);
        let page = scene.pdf.get_dictionary_mut(scene.spot.page).ok()?;
        match page.get_mut(b"Annots").and_then(Object::as_array_mut) {
            Ok(notes) => notes.push(id.into()),
            Err(_) => page.set("Annots", vec![Object::from(id)]),
        }
        Some(())
    }),
    ("link to another place", |scene, dice| {
        // Those of figures: others lead through the text, and say nothing of a source.
        let is_source = |name: &Object| name.as_str().is_ok_and(|name| name.starts_with(b"source-"));
        let links = scene.objects(|link| link.has(b"Rect") && link.get(b"Dest").is_ok_and(is_source));
        let link = scene.pdf.get_dictionary_mut(*dice.pick(&links)?).ok()?;
        match dice.roll(2) {
            0 => link.set("Dest", Object::string_literal("source-another")),
            _ => {
                let action = [("S", Object::from("URI")), ("URI", Object::string_literal("https://example.org/"))];
                link.remove(b"Dest");
                link.set("A", Dictionary::from_iter(action));
            }
        }
        Some(())
    }),
    ("programme on opening", |scene, _| {
        let action = Dictionary::from_iter([("S", Object::from("JavaScript")), ("JS", Object::string_literal("97"))]);
        scene.pdf.catalog_mut().ok()?.set("OpenAction", action);
        Some(())
    }),
    ("title changed", |scene, _| {
        let info = scene.pdf.trailer.get(b"Info").and_then(Object::as_reference).ok()?;
        scene.pdf.get_dictionary_mut(info).ok()?.set("Title", Object::string_literal("97%"));
        Some(())
    }),
    ("bookmark changed", |scene, dice| {
        let marks =
            scene.objects(|dictionary| dictionary.has(b"Title") && dictionary.has(b"Dest") && dictionary.has(b"Parent"));
        let mark = scene.pdf.get_dictionary_mut(*dice.pick(&marks)?).ok()?;
        mark.set("Title", Object::string_literal("97%"));
        Some(())
    }),
    ("optional layer", |scene, _| {
        let begin = scene.page[..scene.spot.at].iter().rposition(|operation| operation.operator == "BT")?;
        scene.page.insert(begin, Operation::new("BDC", vec!["OC".into(), "Layer".into()]));
        let end = scene.spot.at + scene.page[scene.spot.at..].iter().position(|operation| operation.operator == "ET")?;
        scene.page.insert(end + 1, Operation::new("EMC", Vec::new()));
        Some(())
    }),
];

/// Changes that change nothing for a reader, by name.
const CHANGES: &[(&str, Garble)] = &[
    ("print: written anew", |_, _| Some(())),
    ("print: streams unpacked", |scene, _| {
        scene.pdf.decompress();
        Some(())
    }),
    ("print: an object that nobody asks for", |scene, _| {
        scene.pdf.add_object(Object::string_literal("97%"));
        Some(())
    }),
];

/// What a code of a table says, if it is one character.
fn scene_text(table: &str, code: u16) -> Option<char> {
    let start = table.find(&format!("\n<{code:04X}><"))? + 8;
    let digits = table[start..].split('>').next()?;
    (digits.len() == 4).then(|| char::from_u32(u32::from_str_radix(digits, 16).ok()?)).flatten()
}

fn unpacked(stream: &Stream) -> Option<Vec<u8>> {
    if stream.dict.has(b"Filter") { stream.decompressed_content().ok() } else { Some(stream.content.clone()) }
}

impl Scene<'_> {
    /// The place of a glyph of the figure that says a digit.
    fn digit(&self, dice: &mut Dice) -> Option<usize> {
        let is_digit = |code: &u16| self.texts.get(code).is_some_and(|text| text.chars().all(|c| c.is_ascii_digit()));
        let all: Vec<_> = self.spot.codes.iter().enumerate().filter(|(_, code)| is_digit(code)).map(|(at, _)| at).collect();
        dice.pick(&all).copied()
    }

    /// Another digit of the same font. A font may have two glyphs for one, as languages draw it.
    fn other_digit(&self, code: u16, dice: &mut Dice) -> Option<u16> {
        let digits = self.texts.iter().filter(|(_, text)| text.len() == 1 && text.as_bytes()[0].is_ascii_digit());
        let others: Vec<u16> = digits.filter(|(_, text)| **text != self.texts[&code]).map(|(code, _)| *code).collect();
        dice.pick(&others).copied()
    }

    /// The pieces of content before the figure in reading order and behind it: their elements, and where they begin.
    fn sections(&self) -> Vec<(Vec<u8>, usize)> {
        let tag = |operation: &Operation| Some(operation.operands.first()?.as_name().ok()?.to_vec());
        let begun = self.page.iter().enumerate().filter(|(_, operation)| operation.operator == "BDC");
        begun.filter_map(|(at, operation)| Some((tag(operation)?, at))).filter(|(tag, _)| tag != b"Artifact").collect()
    }

    /// Where the names of rows are drawn: the cells that are heads and stand beside no other. The first is that of the figure's row.
    fn names(&self) -> Option<Vec<Range<usize>>> {
        let sections = self.sections();
        let is_head = |at: usize| sections.get(at).is_some_and(|(tag, _)| tag == b"TH");
        let alone = |at: &usize| is_head(*at) && !is_head(at + 1) && (*at == 0 || !is_head(at - 1));
        let figure = sections.iter().rposition(|(_, at)| *at < self.spot.at)?;
        let is_cell = |at: &usize| matches!(sections[*at].0.as_slice(), b"TD" | b"Span" | b"Link");
        let own = figure - (0..=figure).rev().take_while(is_cell).count().min(figure);
        let names = [own].into_iter().filter(alone).chain((0..sections.len()).filter(|at| *at != own && alone(at)));
        let end = |at: usize| Some(at + self.page[at..].iter().position(|operation| operation.operator == "EMC")?);
        alone(&own).then(|| names.filter_map(|at| Some(sections[at].1..end(sections[at].1)?)).collect())
    }

    /// Shows other codes.
    fn write(&mut self, change: impl FnOnce(&mut Vec<u16>)) -> Option<()> {
        let mut codes = self.spot.codes.clone();
        change(&mut codes);
        let bytes = codes.iter().flat_map(|code| code.to_be_bytes()).collect();
        self.page[self.spot.at] = Operation::new("Tj", vec![Object::String(bytes, StringFormat::Hexadecimal)]);
        Some(())
    }

    /// Puts an operation before the figure is shown.
    fn before(&mut self, operator: &str, operands: Vec<Object>) -> Option<()> {
        let at = self.page.iter().position(|operation| is_shown(operation, self.spot))?;
        self.page.insert(at, Operation::new(operator, operands));
        Some(())
    }

    fn descendant(&self) -> Option<&Dictionary> {
        let descendants = self.pdf.get_dictionary(self.spot.font).ok()?.get(b"DescendantFonts").ok()?;
        let descendants = match descendants {
            Object::Reference(id) => self.pdf.get_object(*id).ok()?,
            own => own,
        };
        match descendants.as_array().ok()?.first()? {
            Object::Reference(id) => self.pdf.get_dictionary(*id).ok(),
            own => own.as_dict().ok(),
        }
    }

    fn font_stream(&mut self, key: &[u8], change: impl FnOnce(&str) -> Option<String>) -> Option<()> {
        let id = self.pdf.get_dictionary(self.spot.font).ok()?.get(key).and_then(Object::as_reference).ok()?;
        let stream = self.pdf.get_object(id).and_then(Object::as_stream).ok()?;
        let table = String::from_utf8(unpacked(stream)?).ok()?;
        let changed = change(&table).filter(|changed| *changed != table)?;
        self.pdf.set_object(id, Stream::new(Dictionary::new(), changed.into_bytes()));
        Some(())
    }

    /// Changes the structure element of a figure.
    fn element(&mut self, change: impl FnOnce(&mut Dictionary)) -> Option<()> {
        let elements = self.objects(|dictionary| {
            dictionary.has(b"S") && dictionary.get(b"ID").and_then(Object::as_str).is_ok_and(|id| id.starts_with(b"f"))
        });
        let number = self.page[..self.spot.at].iter().filter(|operation| operation.operator == "BDC").count();
        change(self.pdf.get_dictionary_mut(*elements.get(number % elements.len().max(1))?).ok()?);
        Some(())
    }

    fn objects(&self, is: impl Fn(&Dictionary) -> bool) -> Vec<ObjectId> {
        let all = self.pdf.objects.iter().filter_map(|(id, object)| Some((*id, object.as_dict().ok()?)));
        all.filter(|(_, dictionary)| is(dictionary)).map(|(id, _)| id).collect()
    }

    fn kids(&mut self, change: impl FnOnce(&mut Vec<Object>)) -> Option<()> {
        let pages = self.objects(|dictionary| dictionary.has(b"Kids") && dictionary.has(b"Count"));
        let pages = self.pdf.get_dictionary_mut(*pages.first()?).ok()?;
        let kids = pages.get_mut(b"Kids").and_then(Object::as_array_mut).ok()?;
        change(kids);
        let count = kids.len() as i64;
        pages.set("Count", count);
        Some(())
    }
}

/// Whether an operation shows the figure.
fn is_shown(operation: &Operation, spot: &Spot) -> bool {
    matches!(operation.operator.as_str(), "Tj" | "TJ") && codes(operation) == spot.codes
}

/// The codes that an operation shows.
fn codes(operation: &Operation) -> Vec<u16> {
    let strings: Vec<&[u8]> = match operation.operands.first() {
        Some(Object::String(bytes, _)) => vec![bytes],
        Some(Object::Array(parts)) => parts.iter().filter_map(|part| part.as_str().ok()).collect(),
        _ => Vec::new(),
    };
    strings.iter().flat_map(|bytes| bytes.chunks_exact(2)).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect()
}

/// What the codes of a font say, by its own table.
fn texts(pdf: &Pdf, font: ObjectId) -> Texts {
    let stream = pdf.get_dictionary(font).ok().and_then(|font| font.get(b"ToUnicode").ok()).and_then(|id| {
        let id = id.as_reference().ok()?;
        unpacked(pdf.get_object(id).and_then(Object::as_stream).ok()?)
    });
    let table = String::from_utf8(stream.unwrap_or_default()).unwrap_or_default();
    let pair = |line: &str| {
        let (code, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("><")?;
        let units = (0..text.len() / 4).filter_map(|at| u16::from_str_radix(text.get(at * 4..at * 4 + 4)?, 16).ok());
        let code = u16::from_str_radix(code, 16).ok()?;
        Some((code, String::from_utf16_lossy(&units.collect::<Vec<_>>())))
    };
    table.lines().filter_map(pair).collect()
}

/// The operations of a page.
fn operations(pdf: &Pdf, page: ObjectId) -> Vec<Operation> {
    let content = pdf.get_page_content(page);
    Content::decode(&content).expect("the content can be read").operations
}

/// The fonts of a page by their names.
fn fonts(pdf: &Pdf, page: ObjectId) -> BTreeMap<Vec<u8>, ObjectId> {
    let follow = |object: &Object| match object {
        Object::Reference(id) => pdf.get_dictionary(*id).ok().cloned(),
        own => own.as_dict().ok().cloned(),
    };
    let resources = pdf.get_dictionary(page).ok().and_then(|page| follow(page.get(b"Resources").ok()?));
    let named = resources.and_then(|resources| follow(resources.get(b"Font").ok()?)).unwrap_or_default();
    named.iter().filter_map(|(name, font)| Some((name.clone(), font.as_reference().ok()?))).collect()
}

/// Every figure of a printed document that is drawn in one run, and what the fonts say.
fn spots(document: &Document, pdf: &Pdf) -> (Vec<Spot>, BTreeMap<ObjectId, Texts>) {
    let figures: Vec<&str> = document.figures.iter().map(|figure| &*figure.text).collect();
    let (mut spots, mut known) = (Vec::new(), BTreeMap::new());
    for page in pdf.get_pages().into_values() {
        let fonts = fonts(pdf, page);
        let mut font = None;
        for (at, operation) in operations(pdf, page).iter().enumerate() {
            if operation.operator == "Tf" {
                font = operation.operands.first().and_then(|name| fonts.get(name.as_name().ok()?)).copied();
            }
            let Some(font) = font.filter(|_| matches!(operation.operator.as_str(), "Tj" | "TJ")) else { continue };
            let texts = known.entry(font).or_insert_with(|| texts(pdf, font));
            let codes = codes(operation);
            let text: String = codes.iter().filter_map(|code| texts.get(code)).map(String::as_str).collect();
            if figures.contains(&text.as_str()) {
                spots.push(Spot { page, at, font, codes });
            }
        }
    }
    (spots, known)
}

/// Garbles a printed document at its figures, and changes it without harm: what was missed, and what was found without reason.
pub fn garble(document: &Document, verifier: &Verifier<'_>, every: Every) -> (Tally, Tally) {
    let pdf = Pdf::load_mem(&document.bytes).expect("the file can be read");
    let (spots, known) = spots(document, &pdf);
    assert!(!spots.is_empty(), "{} has figures", document.path);
    let (mut garbled, mut changed) = (Tally::default(), Tally::default());
    let locale = document.locale.as_str();
    for spot in &spots {
        for (list, tally, harmless) in [(GARBLES, &mut garbled, false), (CHANGES, &mut changed, true)] {
            for (name, garble) in list {
                let place = format!("{}{name}{:?}{}", document.path, spot.page, spot.at);
                let mut dice = Dice::of(SEED, &place);
                if !every.takes(name, &mut dice) {
                    continue;
                }
                let page = operations(&pdf, spot.page);
                let mut scene = Scene { pdf: pdf.clone(), page, spot, texts: &known[&spot.font] };
                if garble(&mut scene, &mut dice).is_none() {
                    continue;
                }
                let Scene { mut pdf, page, .. } = scene;
                let content = Content { operations: page }.encode().expect("operations can be written");
                let id = pdf.get_page_contents(spot.page)[0];
                pdf.set_object(id, Stream::new(Dictionary::new(), content));
                let mut bytes = Vec::new();
                pdf.save_to(&mut bytes).expect("memory takes all");
                let result = verifier.verify(Document { bytes, ..document.clone() });
                let kind = if harmless { (*name).to_owned() } else { format!("print: {name}") };
                tally.add(&kind, locale, result.is_err() == harmless, || format!("{place} {:?}", result.err()));
            }
        }
    }
    (garbled, changed)
}
