//! The structure tree: what each piece of marked content is (ISO 32000-1, 14.7 and 14.8), and links as part of it.
//!
//! In: the nodes of a layout and the pieces that its pages were written as. Out: structure elements, the tree from pieces and
//! links back to them, and the annotations of links.

use super::content::{integer, number};
use super::file::{Written, put, reference, write};
use super::{identifier, name, text};
use crate::format::pdf::page::{Layout, Length, Link, NodeId, Numbering, Rect, Role, Scope, Target};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};
use std::collections::BTreeMap;

/// The standard structure types that ISO 32000-1 lacks, and what they are taken for.
const MAPPED: [(&str, &str); 2] = [("Em", "Span"), ("Strong", "Span")];

/// The structure type of a role.
pub(super) fn name_of(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Sect => "Sect",
        Role::Heading(level) => ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.clamp(1, 6)) - 1],
        Role::Paragraph => "P",
        Role::Quote => "BlockQuote",
        Role::List(_) => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::ItemBody => "LBody",
        Role::Table => "Table",
        Role::Thead => "THead",
        Role::Tbody => "TBody",
        Role::Tr => "TR",
        Role::Th(_) => "TH",
        Role::Td => "TD",
        Role::Figure => "Figure",
        Role::Caption => "Caption",
        Role::Link => "Link",
        Role::Span => "Span",
        Role::Strong => "Strong",
        Role::Emphasis => "Em",
        Role::Code => "Code",
    }
}

/// A child of a node: another node, a piece of marked content, or a link.
enum Kid {
    Node(usize),
    Piece { page: usize, number: usize },
    Link { page: usize, annotation: ObjectId },
}

/// Adds the tree. `marked` has, for each page, the node and the first item of each piece by its number.
pub(super) fn add(
    document: &mut Document,
    catalog: &mut Dictionary,
    layout: &Layout,
    pages: &[ObjectId],
    marked: &[Vec<(NodeId, usize)>],
) -> Written {
    let mut written = Written::default();
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = layout.tags.iter().map(|_| document.new_object_id()).collect();
    let mut kids = kids(layout, marked);
    // What the entries of pages and links lead to, by their keys.
    let mut parents: Vec<ObjectId> = Vec::new();
    for (page, pieces) in marked.iter().enumerate() {
        let owners = document.new_object_id();
        references(written.begin(owners), pieces.iter().map(|(node, _)| ids[node.0]));
        parents.push(owners);
        let page = document.get_dictionary_mut(pages[page]).expect("a page is a dictionary");
        page.set("StructParents", parents.len() as i64 - 1);
        page.set("Tabs", name("S"));
        page.remove(b"Annots");
    }
    // Many links lead to the same source: what they are is said once.
    let mut told: BTreeMap<&str, ObjectId> = BTreeMap::new();
    for (page, sheet) in layout.pages.iter().enumerate() {
        let mut annotations: Vec<Object> = Vec::new();
        for link in &sheet.links {
            let contents = *told.entry(&link.contents).or_insert_with(|| {
                let id = document.new_object_id();
                write(written.begin(id), &text(&link.contents));
                id
            });
            let id = document.new_object_id();
            annotation(written.begin(id), layout, layout.pages[page].height, link, (parents.len(), contents));
            parents.push(ids[link.node.0]);
            kids[link.node.0].push(Kid::Link { page, annotation: id });
            annotations.push(id.into());
        }
        if !annotations.is_empty() {
            document.get_dictionary_mut(pages[page]).expect("a page is a dictionary").set("Annots", annotations);
        }
    }
    for (index, kids) in kids.iter().enumerate() {
        let parent = layout.tags[index].parent.map_or(root, |parent| ids[parent.0]);
        element(written.begin(ids[index]), layout, index, parent, kids, (&ids, pages));
    }
    let next = parents.len() as i64;
    let tree = document.new_object_id();
    let out = written.begin(tree);
    out.extend(b"<</Nums[");
    for (key, parent) in parents.iter().enumerate() {
        integer(out, key as u32);
        out.push(b' ');
        reference(out, *parent);
        out.push(b' ');
    }
    out.extend(b"]>>");
    let mut top = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[0],
        "ParentTree" => tree,
        "ParentTreeNextKey" => next,
        "RoleMap" => MAPPED.iter().map(|(role, standard)| (*role, name(standard))).collect::<Dictionary>(),
    };
    let mut named: Vec<(&str, ObjectId)> =
        layout.tags.iter().zip(&ids).filter_map(|(node, id)| Some((node.id.as_deref()?, *id))).collect();
    named.sort_unstable();
    if !named.is_empty() {
        let names: Vec<Object> = named.into_iter().flat_map(|(name, id)| [identifier(name), id.into()]).collect();
        top.set("IDTree", dictionary! { "Names" => names });
    }
    document.set_object(root, top);
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    written
}

/// Writes an array of references.
fn references(out: &mut Vec<u8>, ids: impl Iterator<Item = ObjectId>) {
    out.push(b'[');
    for id in ids {
        reference(out, id);
        out.push(b' ');
    }
    out.push(b']');
}

/// The children of each node in reading order: a piece stands before the first child that begins behind it.
fn kids(layout: &Layout, marked: &[Vec<(NodeId, usize)>]) -> Vec<Vec<Kid>> {
    let mut pieces: Vec<Vec<(usize, usize, usize)>> = layout.tags.iter().map(|_| Vec::new()).collect();
    for (page, marks) in marked.iter().enumerate() {
        for (number, (node, item)) in marks.iter().enumerate() {
            pieces[node.0].push((page, *item, number));
        }
    }
    let mut first: Vec<Option<(usize, usize)>> =
        pieces.iter().map(|pieces| pieces.first().map(|&(page, item, _)| (page, item))).collect();
    let mut children: Vec<Vec<usize>> = layout.tags.iter().map(|_| Vec::new()).collect();
    for (index, node) in layout.tags.iter().enumerate() {
        if let Some(parent) = node.parent {
            children[parent.0].push(index);
        }
    }
    for (index, node) in layout.tags.iter().enumerate().rev() {
        if let (Some(parent), Some(own)) = (node.parent, first[index]) {
            let parent = &mut first[parent.0];
            *parent = Some(parent.map_or(own, |known| known.min(own)));
        }
    }
    let merge = |(pieces, children): (Vec<(usize, usize, usize)>, Vec<usize>)| {
        let mut pieces = pieces.into_iter().peekable();
        let mut kids = Vec::new();
        for child in children {
            while let Some((page, _, number)) =
                pieces.next_if(|(page, item, _)| first[child].is_some_and(|first| (*page, *item) < first))
            {
                kids.push(Kid::Piece { page, number });
            }
            kids.push(Kid::Node(child));
        }
        kids.extend(pieces.map(|(page, _, number)| Kid::Piece { page, number }));
        kids
    };
    pieces.into_iter().zip(children).map(merge).collect()
}

/// Writes the structure element of a node.
fn element(
    out: &mut Vec<u8>,
    layout: &Layout,
    index: usize,
    parent: ObjectId,
    kids: &[Kid],
    (ids, pages): (&[ObjectId], &[ObjectId]),
) {
    let node = &layout.tags[index];
    let own = kids.iter().find_map(|kid| match kid {
        Kid::Piece { page, .. } => Some(*page),
        _ => None,
    });
    out.extend(b"<</S/");
    out.extend(name_of(node.role).bytes());
    out.extend(b"/P ");
    reference(out, parent);
    if !kids.is_empty() {
        out.extend(b"/K[");
        for kid in kids {
            match kid {
                Kid::Node(child) => reference(out, ids[*child]),
                Kid::Piece { page, number } if own == Some(*page) => integer(out, *number as u32),
                Kid::Piece { page, number } => {
                    put(out, format_args!("<</Type/MCR/Pg {} 0 R/MCID {number}>>", pages[*page].0));
                }
                Kid::Link { page, annotation } => {
                    out.extend(b"<</Type/OBJR/Pg ");
                    reference(out, pages[*page]);
                    out.extend(b"/Obj ");
                    reference(out, *annotation);
                    out.extend(b">>");
                }
            }
            out.push(b' ');
        }
        out.push(b']');
    }
    if let Some(page) = own.or(node.bounds.map(|(page, _)| page)) {
        out.extend(b"/Pg ");
        reference(out, pages[page]);
    }
    let texts = [("Lang", &node.lang), ("Alt", &node.alt), ("ActualText", &node.actual)];
    for (key, value) in texts.into_iter().filter_map(|(key, value)| Some((key, value.as_deref()?))) {
        put(out, format_args!("/{key}"));
        write(out, &text(value));
    }
    if let Some(id) = &node.id {
        put(out, format_args!("/ID"));
        write(out, &identifier(id));
    }
    attributes(out, layout, index);
    put(out, format_args!(">>"));
}

/// Writes the attributes of a node (ISO 32000-1, 14.8.5).
fn attributes(out: &mut Vec<u8>, layout: &Layout, index: usize) {
    let node = &layout.tags[index];
    match node.role {
        Role::List(numbering) => {
            let numbering = match numbering {
                Numbering::None => "None",
                Numbering::Disc => "Disc",
                Numbering::Decimal => "Decimal",
            };
            put(out, format_args!("/A<</O/List/ListNumbering/{numbering}>>"));
        }
        Role::Th(scope) => {
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            put(out, format_args!("/A<</O/Table/Scope/{scope}>>"));
        }
        Role::Td if !node.headers.is_empty() => {
            put(out, format_args!("/A<</O/Table/Headers["));
            node.headers.iter().for_each(|id| write(out, &identifier(id)));
            put(out, format_args!("]>>"));
        }
        Role::Figure => {
            put(out, format_args!("/A<</O/Layout/Placement/Block"));
            if let Some((page, bounds)) = node.bounds {
                put(out, format_args!("/BBox"));
                corners(out, layout.pages[page].height, bounds);
            }
            put(out, format_args!(">>"));
        }
        _ => {}
    }
}

/// Writes the annotation of a link on a page of that height, with its key among what leads to elements, and the object of its words.
fn annotation(out: &mut Vec<u8>, layout: &Layout, height: Length, link: &Link, (key, contents): (usize, ObjectId)) {
    out.extend(b"<</Subtype/Link/Border[0 0 0]/Rect");
    corners(out, height, link.area);
    // Flag 4: it is printed.
    out.extend(b"/F 4/StructParent ");
    integer(out, key as u32);
    out.extend(b"/Contents ");
    reference(out, contents);
    match &link.target {
        Target::Url(url) => {
            put(out, format_args!("/A<</S/URI/URI"));
            write(out, &Object::String(address(url), StringFormat::Literal));
            put(out, format_args!(">>"));
        }
        Target::Anchor(anchor) => {
            assert!(layout.anchors.contains_key(anchor), "an internal link leads to an anchor of the layout: {anchor}");
            put(out, format_args!("/Dest"));
            write(out, &identifier(anchor));
        }
    }
    put(out, format_args!(">>"));
}

/// An address in ASCII: what is not is escaped, byte by byte (RFC 3987, 3.1).
fn address(url: &str) -> Vec<u8> {
    let escape = |byte: u8| if byte.is_ascii_graphic() { vec![byte] } else { format!("%{byte:02X}").into_bytes() };
    url.bytes().flat_map(escape).collect()
}

/// Writes left, bottom, right and top of a rectangle on a page of that height.
fn corners(out: &mut Vec<u8>, height: Length, rect: Rect) {
    out.push(b'[');
    for corner in [rect.x, height - rect.y - rect.height, rect.x + rect.width, height - rect.y] {
        number(out, corner);
        out.push(b' ');
    }
    out.push(b']');
}
