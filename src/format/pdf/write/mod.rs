//! The writer: a [`Layout`] as a PDF file, tagged for every reader (PDF/UA-1) and fit to be kept (PDF/A-2a, or 3a if it carries files).
//!
//! In: a layout. Out: bytes, the same for the same layout on any machine and thread: no clock, no chance, no order of a map that
//! has none. Nothing can go wrong: a layout that breaks its promises is a mistake of ours.
//!
//! printpdf writes pages, content streams and font dictionaries; what it lacks is done on its document, through lopdf.
//!
//! | member | what it does |
//! |---|---|
//! | `cluster`, `code` | which glyph stands for which text, and the code of each such pair |
//! | `content` | a page as operations: marked content, runs of glyphs, rectangles, paths |
//! | `font` | faces cut down to what is drawn, with widths and ToUnicode |
//! | `tags` | the structure tree, and links as part of it |
//! | `outline` | the outline |
//! | `metadata`, `icc` | what the document says about itself; the colours that it means |
//! | `file` | objects as the bytes of a file |

mod cluster;
mod code;
mod content;
mod file;
mod font;
mod icc;
mod metadata;
mod outline;
mod tags;

use super::page::{Layout, Length, Spot};
use code::Codes;
use content::Content;
use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt};

/// Writes a document.
pub fn write(layout: &Layout) -> Vec<u8> {
    let mut codes: Vec<Codes> = layout.faces.iter().map(|_| Codes::default()).collect();
    let contents: Vec<Content> = layout.pages.iter().map(|page| content::of(layout, page, &mut codes)).collect();
    let mut pdf = PdfDocument::new("");
    let mut marked = Vec::new();
    for (page, content) in layout.pages.iter().zip(contents) {
        let mut sheet = PdfPage::new(printpdf::Mm(0.0), printpdf::Mm(0.0), content.operations);
        let size = printpdf::Rect::from_wh(points(page.width), points(page.height));
        (sheet.media_box, sheet.trim_box, sheet.crop_box) = (size.clone(), size.clone(), size);
        pdf.pages.push(sheet);
        marked.push(content.marked);
    }
    let fonts: Vec<_> = layout
        .faces
        .iter()
        .zip(codes)
        .enumerate()
        .filter_map(|(index, (face, codes))| font::of(index, face, codes))
        .collect();
    for font in &fonts {
        pdf.resources.fonts.map.insert(printpdf::FontId(font.name.clone()), font.for_printpdf());
    }
    // `secure: false` lets operators through that printpdf has no name for; all of them are ours.
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut document = pdf.to_lopdf_document(&options, &mut Vec::new());
    let pages: Vec<ObjectId> = document.page_iter().collect();
    font::complete(&mut document, &pages, fonts);
    let mut catalog = Dictionary::new();
    tags::add(&mut document, &mut catalog, layout, &pages, &marked);
    outline::add(&mut document, &mut catalog, layout, &pages);
    metadata::add(&mut document, &mut catalog, layout);
    let mut names = Dictionary::new();
    if !layout.anchors.is_empty() {
        let anchors =
            layout.anchors.iter().flat_map(|(anchor, spot)| [identifier(anchor), destination(layout, &pages, *spot)]);
        names.set("Dests", dictionary! { "Names" => anchors.collect::<Vec<Object>>() });
    }
    if !layout.attachments.is_empty() {
        names.set("EmbeddedFiles", metadata::attach(&mut document, &mut catalog, layout));
    }
    if !names.is_empty() {
        catalog.set("Names", names);
    }
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).expect("printpdf writes a catalog");
    let root = document.get_dictionary_mut(root).expect("the catalog is a dictionary");
    root.remove(b"PageLayout");
    root.remove(b"PageMode");
    root.extend(&catalog);
    file::bytes(document)
}

/// A length in points, as printpdf takes it: exact to a thousandth of a point on every page.
#[expect(clippy::disallowed_types, reason = "printpdf takes lengths so; no figure is among them")]
fn points(length: Length) -> Pt {
    Pt(length.0 as f32 / 1000.0)
}

/// A length in points, as an object.
fn real(length: Length) -> Object {
    Object::Real(points(length).0)
}

/// The text strings of ISO 32000-1, 7.9.2.2: ASCII as it is, everything else in UTF-16.
fn text(text: &str) -> Object {
    match text.bytes().all(|byte| (0x20..0x7F).contains(&byte)) {
        true => Object::String(text.as_bytes().to_vec(), StringFormat::Literal),
        false => Object::String(utf16(text), StringFormat::Hexadecimal),
    }
}

/// A text in UTF-16 with its mark.
fn utf16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// The id of an element or the name of a place: a byte string.
fn identifier(id: &str) -> Object {
    Object::String(id.as_bytes().to_vec(), StringFormat::Literal)
}

/// A place as the destination of a link.
fn destination(layout: &Layout, pages: &[ObjectId], spot: Spot) -> Object {
    let y = layout.pages[spot.page].height - spot.y;
    vec![pages[spot.page].into(), name("XYZ"), Object::Null, real(y), Object::Null].into()
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
