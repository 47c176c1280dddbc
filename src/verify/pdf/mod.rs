//! Reads a finished PDF again, from its bytes alone.
//!
//! In: the bytes, and the faces that documents are set in. Out: a [`Reading`]: every text that anybody gets of the file, in pieces,
//! with its page, its language, its figure elements, in the order of the structure tree; and everything by which eye and ear, or
//! two programs, would get something else. What is not understood is wrong: a page of text needs a dozen operators, and nobody
//! can say what any other would show.
//!
//! | member | what it does |
//! |---|---|
//! | `syntax`, `file` | bytes as objects |
//! | `object` | follows objects, decodes texts and numbers |
//! | `font`, `cmap`, `glyph` | what each code says, and that its glyph draws just that |
//! | `content` | carries out the content stream of a page |
//! | `sight` | that every glyph is seen, and in its place |
//! | `grid` | that the words of a table stand in its columns |
//! | `structure`, `link` | the structure tree as blocks of text; where links lead |
//! | `artefact` | what runs along the pages: titles, page numbers |
//! | `about` | what the file says about itself |

mod about;
mod artefact;
mod cmap;
mod content;
mod file;
mod font;
pub(super) mod foreign;
mod glyph;
mod grid;
mod link;
mod object;
mod sight;
mod structure;
mod syntax;

use content::Drawn;
use font::Font;
pub(super) use glyph::Model;
use lopdf::{Dictionary, Document, ObjectId};
use object::{array, dictionary, follow, thousandths};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

/// What a reader gets of a file.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Reading {
    /// Its texts.
    pub blocks: Vec<Block>,
    /// What is wrong, in words.
    pub wrong: Vec<String>,
}

/// A text that a reader gets in one piece.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Block {
    /// The text; lines are joined.
    pub text: String,
    /// The structure type of its element; empty where it is none.
    pub role: String,
    /// The position of its page.
    pub page: Option<usize>,
    /// The language that the file declares for it.
    pub lang: Option<String>,
    /// The elements in it that have ids, in order.
    pub marks: Vec<Mark>,
    /// Whether it is heard, or shown beside the page, and not seen on it.
    pub heard: bool,
    /// The row of a table that it stands in, if it has elements with ids: the texts of its cells, a `|` behind each.
    pub row: Option<Rc<str>>,
}

/// An element with an id, as each figure has.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Mark {
    /// The bytes of its text in the block, without the mark †.
    pub span: Range<usize>,
    /// Its id.
    pub id: String,
    /// The position of the page that it begins on.
    pub page: Option<usize>,
    /// The upper edge of its first line, in thousandths of a point from the foot of the page.
    pub top: i64,
    /// Where the link in it leads.
    pub href: Option<String>,
    /// Whether it stands inside a link.
    pub in_link: bool,
    /// What the mark † in it says to those who hear it.
    pub words: Option<String>,
}

/// How far the place that a link leads to may be above what it is called after, in thousandths of a point.
const ABOVE: Range<i64> = -2_000..40_000;

/// Reads a file that is set in these faces.
pub(super) fn read(bytes: &[u8], models: &[Model]) -> Reading {
    let Some(document) = file::load(bytes) else { return Reading::unreadable() };
    let catalog = document.trailer.get(b"Root").ok().and_then(|root| follow(&document, root)?.as_dict().ok());
    let Some(catalog) = catalog.filter(|_| !document.is_encrypted()) else { return Reading::unreadable() };
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let mut reading = Reading { wrong: about::unknown(&document, catalog, &pages), ..Reading::default() };
    let drawn = draw_all(&document, &pages, models);
    for (number, drawn) in drawn.iter().enumerate() {
        reading.wrong.extend(drawn.wrong.iter().map(|wrong| format!("{wrong} (page {})", number + 1)));
    }
    let tree = structure::read(&document, catalog, &pages, &drawn);
    reading.wrong.extend(tree.wrong);
    let mut last: Option<&sight::Place<'_>> = None;
    for place in grid::astray(&tree.passages, &drawn) {
        reading.wrong.push(format!("`{}` stands in no column of its table (page {})", place.glyph.text, place.page + 1));
    }
    for sight::Passage { glyphs, in_lines, .. } in tree.passages.iter().filter(|passage| !passage.glyphs.is_empty()) {
        if let Some(jump) = sight::jump(glyphs).filter(|_| *in_lines) {
            reading.wrong.push(format!(
                "`{}` stands apart from what it belongs to (page {})",
                jump.glyph.text,
                jump.page + 1
            ));
        }
        if let Some(last) = last.filter(|last| *in_lines && !sight::is_behind(last, &glyphs[0])) {
            let sight::Place { page, glyph } = last;
            reading.wrong.push(format!("`{}` stands before what is read after it (page {})", glyph.text, page + 1));
        }
        if *in_lines {
            last = Some(&glyphs[0]);
        }
    }
    for (name, (page, y)) in link::places(&document, catalog, &pages) {
        if tree.named.get(&name).is_some_and(|(own, top)| *own != page || !ABOVE.contains(&(y - top))) {
            reading.wrong.push(format!("`{name}` leads to another place"));
        }
    }
    let mut blocks = tree.blocks;
    blocks.extend(artefact::texts(&drawn, &blocks));
    blocks.extend(about::texts(&document, catalog, &mut reading.wrong));
    let language = object::text(&document, catalog, "Lang");
    blocks.iter_mut().filter(|block| block.lang.is_none()).for_each(|block| block.lang.clone_from(&language));
    reading.blocks = blocks;
    // The same is often wrong of many glyphs; it is said once.
    let mut said = BTreeSet::new();
    reading.wrong.retain(|wrong| said.insert(wrong.clone()));
    reading
}

impl Reading {
    fn unreadable() -> Self {
        Self { wrong: vec!["the file cannot be read".to_owned()], ..Self::default() }
    }
}

/// Draws the pages.
fn draw_all(document: &Document, pages: &[ObjectId], models: &[Model]) -> Vec<Drawn> {
    let mut fonts = BTreeMap::new();
    let draw = |page: &ObjectId| {
        let page = document.get_dictionary(*page).expect("it is a page");
        let resources =
            dictionary(document, page, "Resources").and_then(|resources| dictionary(document, resources, "Font"));
        let (mut names, mut wrong) = (BTreeMap::new(), Vec::new());
        for (name, font) in resources.map_or(&Dictionary::new(), |fonts| fonts).iter() {
            let of =
                |id: ObjectId| Font::read(document, document.get_dictionary(id).map_err(|_| "a font is nothing")?, models);
            match font.as_reference() {
                Ok(id) if fonts.contains_key(&id) => drop(names.insert(name.clone(), id)),
                Ok(id) => match of(id) {
                    Ok(font) => {
                        fonts.insert(id, font);
                        names.insert(name.clone(), id);
                    }
                    Err(what) => wrong.push(what),
                },
                Err(_) => wrong.push("a font is nothing".to_owned()),
            }
        }
        let streams =
            array(document, page, "Contents").iter().filter_map(|stream| follow(document, stream)?.as_stream().ok());
        let contents: Option<Vec<Vec<u8>>> = streams.map(object::content).collect();
        let mut drawn = content::draw(&contents.unwrap_or_default().join(&b'\n'), &names, &mut fonts);
        drawn.wrong.extend(wrong);
        let corners: Vec<i64> = array(document, page, "MediaBox").iter().filter_map(thousandths).collect();
        match corners.as_slice() {
            [0, 0, width, height] => drawn.wrong.extend(sight::hidden(&drawn, *width, *height)),
            _ => drawn.wrong.push("a page has no size that is understood".to_owned()),
        }
        drawn
    };
    pages.iter().map(draw).collect()
}

#[cfg(test)]
mod tests;
