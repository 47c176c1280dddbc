//! The writer: a [`Layout`] as a PDF file, tagged for every reader (PDF/UA-1) and fit to be kept (PDF/A-2a, or 3a if it carries files).
//!
//! In: a layout. Out: bytes, the same for the same layout on any machine and thread: no clock, no chance, no order of a map that
//! has none. Nothing can go wrong: a layout that breaks its promises is a mistake of ours.
//!
//! printpdf makes the document and its pages; what is on them, and all else that it lacks, is added through lopdf.
//!
//! | member | what it does |
//! |---|---|
//! | `cluster`, `code` | which glyph stands for which text, and the code of each such pair |
//! | `content` | a page as a stream of operators: marked content, runs of glyphs, rectangles, paths |
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

use super::page::{Layout, Length, NodeId, Spot};
use code::Codes;
use content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt};

/// Writes a document.
pub fn write(layout: &Layout) -> Vec<u8> {
    let mut codes: Vec<Codes> = layout.faces.iter().map(|_| Codes::default()).collect();
    let contents: Vec<Content> = layout.pages.iter().map(|page| content::of(layout, page, &mut codes)).collect();
    let mut pdf = PdfDocument::new("");
    for page in &layout.pages {
        let size = printpdf::Rect::from_wh(points(page.width), points(page.height));
        let mut sheet = PdfPage::new(printpdf::Mm(0.0), printpdf::Mm(0.0), Vec::new());
        (sheet.media_box, sheet.trim_box, sheet.crop_box) = (size.clone(), size.clone(), size);
        pdf.pages.push(sheet);
    }
    let mut document = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let fonts = font::add(&mut document, layout.faces.iter().map(AsRef::as_ref).zip(codes));
    let marked = fill(&mut document, &pages, contents, fonts);
    let mut catalog = Dictionary::new();
    let written = tags::add(&mut document, &mut catalog, layout, &pages, &marked);
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
    file::bytes(document, written)
}

/// Puts what is drawn on the pages that printpdf has made, in place of the nothing that it was told to draw; the nodes of each
/// page's pieces.
fn fill(
    document: &mut Document,
    pages: &[ObjectId],
    contents: Vec<Content>,
    fonts: Dictionary,
) -> Vec<Vec<(NodeId, usize)>> {
    let resources = document.add_object(dictionary! { "Font" => fonts });
    let of_page = |(page, content): (&ObjectId, Content)| {
        let stream = document.add_object(Stream::new(Dictionary::new(), content.stream));
        let page = document.get_dictionary_mut(*page).expect("a page is a dictionary");
        page.set("Resources", resources);
        page.set("Contents", stream);
        content.marked
    };
    let marked = pages.iter().zip(contents).map(of_page).collect();
    document.prune_objects();
    marked
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
    let is_plain = text.bytes().all(|byte| (0x20..0x7F).contains(&byte));
    Object::String(if is_plain { text.as_bytes().to_vec() } else { utf16(text) }, StringFormat::Literal)
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
