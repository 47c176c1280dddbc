//! What a file says about itself: titles, the outline, metadata. And what a file of text has no business with.

use super::Block;
use super::object::{array, dictionary, follow, get, text};
use lopdf::{Dictionary, Document, ObjectId};

/// What a catalog may have: nothing that runs, asks, or shows something else than the pages.
const CATALOG: &[&str] = &[
    "AF",
    "Lang",
    "MarkInfo",
    "Metadata",
    "Names",
    "Outlines",
    "OutputIntents",
    "PageMode",
    "Pages",
    "StructTreeRoot",
    "Type",
    "ViewerPreferences",
];

/// What the names of a catalog may be of.
const NAMES: &[&str] = &["Dests", "EmbeddedFiles"];

/// What a page may have: nothing that turns or crops it.
const PAGE: &[&str] =
    &["Annots", "Contents", "CropBox", "MediaBox", "Parent", "Resources", "StructParents", "Tabs", "TrimBox", "Type"];

/// What a link may have: no other appearance, no action of its own but to lead to an address.
const LINK: &[&str] = &["A", "Border", "Contents", "Dest", "F", "P", "Rect", "StructParent", "Subtype", "Type"];

/// How deep an outline may be, and how many lines it may have.
const DEEPEST: usize = 16;
const LONGEST: usize = 100_000;

/// What a file has that is not understood.
pub(super) fn unknown(document: &Document, catalog: &Dictionary, pages: &[ObjectId]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut look = |what: &str, dictionary: &Dictionary, known: &[&str]| {
        for (key, _) in dictionary.iter().filter(|(key, _)| !known.iter().any(|known| known.as_bytes() == key.as_slice())) {
            wrong.push(format!("{what} has `{}`, which is not understood", String::from_utf8_lossy(key)));
        }
    };
    look("the file", catalog, CATALOG);
    if let Some(names) = dictionary(document, catalog, "Names") {
        look("the file", names, NAMES);
    }
    for page in pages {
        let page = document.get_dictionary(*page).expect("it is a page");
        look("a page", page, PAGE);
        for annotation in array(document, page, "Annots").iter().filter_map(|link| follow(document, link)?.as_dict().ok()) {
            look("a link", annotation, LINK);
        }
        let media = get(document, page, "MediaBox");
        if ["CropBox", "TrimBox"].iter().any(|other| get(document, page, other) != media) {
            look("a page that is cropped", page, &[]);
        }
    }
    wrong
}

/// The texts of the outline, of the document's information and of its metadata, which must be the same.
pub(super) fn texts(document: &Document, catalog: &Dictionary, wrong: &mut Vec<String>) -> Vec<Block> {
    let mut texts = Vec::new();
    if let Some(outline) = dictionary(document, catalog, "Outlines") {
        lines(document, outline, 0, &mut texts);
    }
    let info = document.trailer.get(b"Info").ok().and_then(|info| follow(document, info)?.as_dict().ok());
    let packet = dictionary(document, catalog, "Metadata").and(get(document, catalog, "Metadata"));
    let packet = packet.and_then(|packet| super::object::content(packet.as_stream().ok()?)).unwrap_or_default();
    let packet = String::from_utf8_lossy(&packet);
    for (key, tag) in [("Title", "dc:title"), ("Subject", "dc:description"), ("Author", "dc:creator")] {
        let (shown, told) = (info.and_then(|info| text(document, info, key)), property(&packet, tag));
        if shown.as_deref().map(squeeze) != told.as_deref().map(squeeze) {
            wrong.push(format!("the file says two things about its {}", key.to_lowercase()));
        }
        texts.extend(shown.into_iter().chain(told));
    }
    let keywords = info.and_then(|info| text(document, info, "Keywords"));
    texts.extend(keywords);
    texts.into_iter().map(|text| Block { text, heard: true, ..Block::default() }).collect()
}

/// The titles of the lines below one of the outline.
fn lines(document: &Document, above: &Dictionary, depth: usize, texts: &mut Vec<String>) {
    let mut line = dictionary(document, above, "First");
    while let Some(entry) = line.filter(|_| depth < DEEPEST && texts.len() < LONGEST) {
        texts.extend(text(document, entry, "Title"));
        lines(document, entry, depth + 1, texts);
        line = dictionary(document, entry, "Next");
    }
}

/// The text of a property of XMP: that of its only item.
fn property(packet: &str, tag: &str) -> Option<String> {
    let (_, inside) = packet.split_once(&format!("<{tag}>"))?;
    let (inside, _) = inside.split_once(&format!("</{tag}>"))?;
    let (_, item) = inside.split_once("<rdf:li")?;
    let (_, item) = item.split_once('>')?;
    let (item, _) = item.split_once("</rdf:li>")?;
    Some(item.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
