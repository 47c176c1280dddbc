//! The texts of a file as its structure tree has them: what a reader that hears, searches or copies gets, in its order.
//!
//! In: the tree, and the pieces that the pages drew. Out: blocks of text, with the elements in them that have ids, and the texts
//! that are only heard. What can go wrong: content that is in no element or in two, or in another than its page says.

use super::content::{Drawn, Piece};
use super::object::{array, dictionary, follow, get, name, text};
use super::sight::{Passage, Place};
use super::{Block, Mark, link};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Elements that stand within a line; every other begins a block.
const INLINE: &[&str] = &["Span", "Link", "Strong", "Em", "Code"];

/// Elements whose text is laid out freely, not in lines.
const FREE: &[&str] = &["Figure"];

/// How deep elements may stand in each other.
const DEEPEST: usize = 256;

/// A file's tree, read.
#[derive(Default)]
pub(super) struct Tree<'a> {
    pub blocks: Vec<Block>,
    /// The glyphs of each block.
    pub passages: Vec<Passage<'a>>,
    /// Where each element with an id begins: its page, and its upper edge there.
    pub named: BTreeMap<String, (usize, i64)>,
    pub wrong: Vec<String>,
}

/// Reads the tree of a file whose pages drew these.
pub(super) fn read<'a>(document: &'a Document, catalog: &'a Dictionary, pages: &[ObjectId], drawn: &'a [Drawn]) -> Tree<'a> {
    let mut used: Vec<Vec<bool>> = drawn.iter().map(|drawn| vec![false; drawn.pieces.len()]).collect();
    let mut walk = Walk {
        document,
        pages,
        numbers: pages.iter().enumerate().map(|(number, page)| (*page, number)).collect(),
        drawn,
        used: &mut used,
        parents: link::numbers(document, catalog),
        tree: Tree::default(),
        block: Block::default(),
        glyphs: Vec::new(),
        free: 0,
        cell: None,
        at: (0, 0),
        row: String::new(),
        marks: Vec::new(),
        ids: BTreeMap::new(),
        annotations: BTreeSet::new(),
        links: 0,
        href: None,
        labels: Vec::new(),
        linked: BTreeSet::new(),
        heard_links: Vec::new(),
    };
    match dictionary(document, catalog, "StructTreeRoot") {
        Some(root) => array(document, root, "K").iter().for_each(|kid| walk.kid(kid, None, None, 0)),
        None => walk.wrong("the file has no structure"),
    }
    walk.flush();
    walk.heard_links();
    let met = std::mem::take(&mut walk.annotations);
    walk.unmet(&met);
    let mut tree = walk.tree;
    for (page, pieces) in drawn.iter().enumerate() {
        for (piece, _) in pieces.pieces.iter().enumerate().filter(|(piece, of)| of.number.is_some() && !used[page][*piece]) {
            let text = &pieces.pieces[piece].text;
            tree.wrong.push(format!("`{text}` on page {} is in no element of the structure", page + 1));
        }
    }
    tree
}

struct Walk<'a, 'b> {
    document: &'a Document,
    pages: &'b [ObjectId],
    /// The positions of the pages.
    numbers: BTreeMap<ObjectId, usize>,
    drawn: &'a [Drawn],
    used: &'b mut Vec<Vec<bool>>,
    /// What the pages say the element of each of their pieces is.
    parents: BTreeMap<i64, &'a Object>,
    tree: Tree<'a>,
    block: Block,
    glyphs: Vec<Place<'a>>,
    /// How many elements are open in which text is laid out freely.
    free: usize,
    /// The cell that is open, and how many tables there were, and cells in the row.
    cell: Option<(usize, usize)>,
    at: (usize, usize),
    /// The row that is open: the texts of its cells.
    row: String,
    /// The elements with ids that are open, and where each began in the block.
    marks: Vec<Mark>,
    /// How often each id was met.
    ids: BTreeMap<String, usize>,
    annotations: BTreeSet<ObjectId>,
    /// How many links are open.
    links: usize,
    /// Where the link that is open leads, as far as its element says before it ends.
    href: Option<String>,
    /// The number of the last item of each list that is open.
    labels: Vec<Option<u64>>,
    /// The texts of links.
    linked: BTreeSet<String>,
    /// The words of links, with their page and language.
    heard_links: Vec<(Option<usize>, Option<String>, String)>,
}

impl<'a> Walk<'a, '_> {
    fn wrong(&mut self, what: impl Into<String>) {
        self.tree.wrong.push(what.into());
    }

    /// Reads a child of an element: another, a piece of content, or a link.
    fn kid(&mut self, kid: &'a Object, owner: Option<ObjectId>, page: Option<usize>, depth: usize) {
        let id = kid.as_reference().ok();
        match follow(self.document, kid) {
            Some(Object::Integer(number)) => self.piece(*number, owner, page),
            Some(Object::Dictionary(kid)) => match name(self.document, kid, "Type") {
                Some("MCR") => {
                    let number = get(self.document, kid, "MCID").and_then(|number| number.as_i64().ok());
                    self.piece(number.unwrap_or(-1), owner, self.page_of(kid));
                }
                Some("OBJR") => self.link(kid, owner),
                _ if depth < DEEPEST => self.element(kid, id, depth + 1),
                _ => self.wrong("elements stand too deep in each other"),
            },
            _ => self.wrong("an element has a child that is nothing"),
        }
    }

    fn page_of(&self, element: &Dictionary) -> Option<usize> {
        let id = element.get(b"Pg").and_then(Object::as_reference).ok()?;
        self.numbers.get(&id).copied()
    }

    fn element(&mut self, element: &'a Dictionary, id: Option<ObjectId>, depth: usize) {
        let role = name(self.document, element, "S").unwrap_or_default();
        let inline = INLINE.contains(&role);
        if !inline {
            self.flush();
            self.block.role = role.to_owned();
        }
        match role {
            "Table" => self.at.0 += 1,
            "TR" => {
                self.at.1 = 0;
                self.row.clear();
            }
            "TH" | "TD" => {
                self.cell = Some(self.at);
                self.at.1 += 1;
            }
            _ => {}
        }
        let lang = text(self.document, element, "Lang");
        let outer = self.block.lang.clone();
        if let Some(lang) = lang {
            self.block.lang = Some(lang);
        }
        self.free += usize::from(FREE.contains(&role));
        let (alt, actual) = (text(self.document, element, "Alt"), text(self.document, element, "ActualText"));
        if let Some(whole) = text(self.document, element, "E") {
            self.heard(whole);
        }
        let first = self.tree.blocks.len();
        let start = self.block.text.len();
        let called = text(self.document, element, "ID");
        if let Some(called) = &called {
            *self.ids.entry(called.clone()).or_default() += 1;
            if self.ids[called] == 2 {
                self.wrong(format!("two elements are called `{called}`"));
            }
            let in_link = self.links > 0;
            self.marks.push(Mark { span: start..start, id: called.clone(), in_link, ..Mark::default() });
        }
        self.links += usize::from(role == "Link");
        let (inside, before) = (self.block.marks.len(), self.href.take());
        self.labels.extend((role == "L").then_some(None));
        let page = self.page_of(element);
        array(self.document, element, "K").iter().for_each(|kid| self.kid(kid, id, page, depth));
        match role {
            "L" => drop(self.labels.pop()),
            "Lbl" => self.label(),
            _ => {}
        }
        let said = self.block.text[start.min(self.block.text.len())..].to_owned();
        // A link around figures stands behind them in its element.
        let around = std::mem::replace(&mut self.href, before);
        if role == "Link" {
            let marks = self.block.marks.iter_mut().skip(inside);
            marks.filter(|mark| mark.href.is_none()).for_each(|mark| mark.href.clone_from(&around));
            self.links -= 1;
            self.linked.insert(link::letters(&said));
        }
        match (actual, alt) {
            (None, None) => {}
            // The mark † in or directly behind a figure, and its words.
            (words, other) if said == "†" && called.is_none() && self.figure_at(start).is_some() => {
                self.block.text.truncate(start);
                self.figure_at(start).expect("it was there").words = words.or(other);
            }
            (actual, alt) => [actual, alt].into_iter().flatten().for_each(|heard| self.heard(heard)),
        }
        if called.is_some() {
            let mut mark = self.marks.pop().expect("it was put there");
            mark.span.end = self.block.text.len();
            mark.span.start = mark.span.start.min(mark.span.end);
            self.tree.named.extend(mark.page.map(|page| (mark.id.clone(), (page, mark.top))));
            if inline {
                self.block.marks.push(mark);
            }
        }
        if !inline {
            self.flush();
        }
        match role {
            "TH" | "TD" => {
                self.cell = None;
                let blocks = self.tree.blocks[first..].iter().filter(|block| !block.heard);
                blocks.for_each(|block| self.row.push_str(&block.text));
                self.row.push('|');
            }
            "TR" => {
                let row: Rc<str> = std::mem::take(&mut self.row).into();
                let with_marks = self.tree.blocks[first..].iter_mut().filter(|block| !block.marks.is_empty());
                with_marks.for_each(|block| block.row = Some(Rc::clone(&row)));
            }
            _ => {}
        }
        self.free -= usize::from(FREE.contains(&role));
        self.block.lang = outer;
    }

    /// Leaves out the number of a list's item, which is no figure, if it counts on from the one before.
    fn label(&mut self) {
        let number = self.block.text.trim().strip_suffix('.').and_then(|number| number.parse::<u64>().ok());
        if let (Some(last), Some(number)) = (self.labels.last_mut(), number) {
            if last.is_none_or(|last| last + 1 == number) {
                self.block.text.clear();
            }
            *last = Some(number);
        }
    }

    /// The figure that is open, or that has just ended.
    fn figure_at(&mut self, end: usize) -> Option<&mut Mark> {
        let ended = self.block.marks.last_mut().filter(|mark| mark.span.end == end);
        self.marks.last_mut().or(ended)
    }

    /// Adds a piece of content to the block.
    fn piece(&mut self, number: i64, owner: Option<ObjectId>, page: Option<usize>) {
        let Some(page) = page else { return self.wrong("content has no page") };
        let drawn: &'a Drawn = &self.drawn[page];
        let [index] = drawn.numbered(number) else {
            return self.wrong(format!("page {} has not one piece of content {number}", page + 1));
        };
        let (index, piece): (usize, &'a Piece) = (*index, &drawn.pieces[*index]);
        if std::mem::replace(&mut self.used[page][index], true) {
            self.wrong(format!("`{}` is in two elements", piece.text));
        }
        let key = get(self.document, self.document.get_dictionary(self.pages[page]).expect("it is a page"), "StructParents");
        let parents = key
            .and_then(|key| self.parents.get(&key.as_i64().ok()?))
            .and_then(|of| follow(self.document, of)?.as_array().ok());
        let parent = usize::try_from(number).ok().and_then(|number| parents?.get(number)?.as_reference().ok());
        if parent.is_none() || parent != owner {
            self.wrong(format!("`{}` is in another element than its page says", piece.text));
        }
        self.block.page.get_or_insert(page);
        let mut glyphs = drawn.glyphs[piece.glyphs.clone()].iter().map(|glyph| Place { page, glyph }).peekable();
        if let Some(first) = glyphs.peek() {
            for mark in self.marks.iter_mut().filter(|mark| mark.page.is_none()) {
                (mark.page, mark.top) = (Some(page), first.glyph.y + first.glyph.size);
            }
        }
        self.block.text.push_str(&piece.text);
        self.glyphs.extend(glyphs);
    }

    fn link(&mut self, reference: &'a Dictionary, owner: Option<ObjectId>) {
        let Some(id) = reference.get(b"Obj").and_then(Object::as_reference).ok() else {
            return self.wrong("a link is nothing");
        };
        self.annotations.insert(id);
        match link::read(self.document, id, &self.parents, owner) {
            Ok((href, heard)) => {
                match self.marks.last_mut() {
                    Some(mark) => mark.href = Some(href),
                    None => {
                        if self.href.as_ref().is_some_and(|before| *before != href) {
                            self.wrong("the parts of a link lead to different places");
                        }
                        self.href = Some(href);
                    }
                }
                self.heard_links.push((self.block.page, self.block.lang.clone(), heard));
            }
            Err(wrong) => self.wrong(wrong),
        }
    }

    /// The words of links, but for those that say a text of the file again, or a part of it that is an element of its own.
    fn heard_links(&mut self) {
        let texts = self.tree.blocks.iter().flat_map(|block| {
            let parts = block.marks.iter().map(|mark| &block.text[mark.span.clone()]);
            parts.chain([block.text.as_str()]).map(link::letters)
        });
        let mut known: BTreeSet<String> = texts.collect();
        known.extend(std::mem::take(&mut self.linked));
        for (page, lang, text) in std::mem::take(&mut self.heard_links) {
            if !known.contains(&link::letters(&text)) {
                self.tree.blocks.push(Block { text, page, lang, heard: true, ..Block::default() });
                self.tree.passages.push(Passage::default());
            }
        }
    }

    /// A text that is heard and not seen.
    fn heard(&mut self, text: String) {
        let (page, lang) = (self.block.page, self.block.lang.clone());
        self.tree.blocks.push(Block { text, page, lang, heard: true, ..Block::default() });
        self.tree.passages.push(Passage::default());
    }

    /// Links that are on a page and in no element.
    fn unmet(&mut self, met: &BTreeSet<ObjectId>) {
        for (number, &page) in self.pages.iter().enumerate() {
            let page = self.document.get_dictionary(page).expect("it is a page");
            let annotations = array(self.document, page, "Annots").iter();
            if annotations.filter(|annotation| annotation.as_reference().map_or(true, |id| !met.contains(&id))).count() > 0 {
                self.wrong(format!("page {} has something on it that is in no element", number + 1));
            }
        }
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        let lang = self.block.lang.clone();
        let block = std::mem::replace(&mut self.block, Block { lang, ..Block::default() });
        let glyphs = std::mem::take(&mut self.glyphs);
        if !block.text.is_empty() || !block.marks.is_empty() {
            self.tree.blocks.push(block);
            self.tree.passages.push(Passage { glyphs, in_lines: self.free == 0, cell: self.cell });
        }
    }
}
