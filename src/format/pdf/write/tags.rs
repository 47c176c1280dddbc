//! The structure tree: what each piece of marked content is (ISO 32000-1, 14.7 and 14.8), and links as part of it.
//!
//! In: the nodes of a layout and the pieces that its pages were written as. Out: structure elements, the tree from pieces and
//! links back to them, and the annotations of links.

use super::{identifier, name, real, text};
use crate::format::pdf::page::{Layout, Link, NodeId, Numbering, Rect, Role, Scope, Target};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

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
) {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = layout.tags.iter().map(|_| document.new_object_id()).collect();
    let mut kids = kids(layout, marked);
    let mut parents: Vec<Object> = Vec::new();
    for (page, pieces) in marked.iter().enumerate() {
        let owners: Vec<Object> = pieces.iter().map(|(node, _)| ids[node.0].into()).collect();
        parents.push(document.add_object(owners).into());
        let page = document.get_dictionary_mut(pages[page]).expect("a page is a dictionary");
        page.set("StructParents", parents.len() as i64 - 1);
        page.set("Tabs", name("S"));
        page.remove(b"Annots");
    }
    for (page, sheet) in layout.pages.iter().enumerate() {
        let mut annotations: Vec<Object> = Vec::new();
        for link in &sheet.links {
            let annotation = document.add_object(annotation(layout, pages, page, link, parents.len() as i64));
            parents.push(ids[link.node.0].into());
            kids[link.node.0].push(Kid::Link { page, annotation });
            annotations.push(annotation.into());
        }
        if !annotations.is_empty() {
            document.get_dictionary_mut(pages[page]).expect("a page is a dictionary").set("Annots", annotations);
        }
    }
    for (index, kids) in kids.iter().enumerate() {
        let parent = layout.tags[index].parent.map_or(root, |parent| ids[parent.0]);
        document.set_object(ids[index], element(layout, index, parent, kids, (&ids, pages)));
    }
    let next = parents.len() as i64;
    let numbers: Vec<Object> =
        parents.into_iter().enumerate().flat_map(|(key, parent)| [(key as i64).into(), parent]).collect();
    let tree = document.add_object(dictionary! { "Nums" => numbers });
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

/// The structure element of a node.
fn element(
    layout: &Layout,
    index: usize,
    parent: ObjectId,
    kids: &[Kid],
    (ids, pages): (&[ObjectId], &[ObjectId]),
) -> Dictionary {
    let node = &layout.tags[index];
    let own = kids.iter().find_map(|kid| match kid {
        Kid::Piece { page, .. } => Some(*page),
        _ => None,
    });
    let child = |kid: &Kid| match kid {
        Kid::Node(child) => ids[*child].into(),
        Kid::Piece { page, number } if own == Some(*page) => Object::Integer(*number as i64),
        Kid::Piece { page, number } => {
            dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => *number as i64 }.into()
        }
        Kid::Link { page, annotation } => {
            dictionary! { "Type" => "OBJR", "Pg" => pages[*page], "Obj" => *annotation }.into()
        }
    };
    let mut element = dictionary! { "S" => name_of(node.role), "P" => parent };
    match kids {
        [] => {}
        [only] => element.set("K", child(only)),
        kids => element.set("K", kids.iter().map(child).collect::<Vec<Object>>()),
    }
    if let Some(page) = own.or(node.bounds.map(|(page, _)| page)) {
        element.set("Pg", pages[page]);
    }
    let texts = [("Lang", &node.lang), ("Alt", &node.alt), ("ActualText", &node.actual)];
    for (key, value) in texts.into_iter().filter_map(|(key, value)| Some((key, value.as_deref()?))) {
        element.set(key, text(value));
    }
    if let Some(id) = &node.id {
        element.set("ID", identifier(id));
    }
    if let Some(attributes) = attributes(layout, index) {
        element.set("A", attributes);
    }
    element
}

/// The attributes of a node (ISO 32000-1, 14.8.5).
fn attributes(layout: &Layout, index: usize) -> Option<Dictionary> {
    let node = &layout.tags[index];
    Some(match node.role {
        Role::List(numbering) => {
            let numbering = match numbering {
                Numbering::None => "None",
                Numbering::Disc => "Disc",
                Numbering::Decimal => "Decimal",
            };
            dictionary! { "O" => "List", "ListNumbering" => numbering }
        }
        Role::Th(scope) => {
            let scope = match scope {
                Scope::Column => "Column",
                Scope::Row => "Row",
            };
            dictionary! { "O" => "Table", "Scope" => scope }
        }
        Role::Td if !node.headers.is_empty() => {
            let headers: Vec<Object> = node.headers.iter().map(|id| identifier(id)).collect();
            dictionary! { "O" => "Table", "Headers" => headers }
        }
        Role::Figure => {
            let mut attributes = dictionary! { "O" => "Layout", "Placement" => "Block" };
            if let Some((page, bounds)) = node.bounds {
                attributes.set("BBox", corners(layout, page, bounds));
            }
            attributes
        }
        _ => return None,
    })
}

/// The annotation of a link.
fn annotation(layout: &Layout, pages: &[ObjectId], page: usize, link: &Link, key: i64) -> Dictionary {
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => corners(layout, page, link.area),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => 4, // it is printed
        "Contents" => text(&link.contents),
        "StructParent" => key,
        "P" => pages[page],
    };
    match &link.target {
        Target::Url(url) => {
            let address = Object::String(address(url), StringFormat::Literal);
            annotation.set("A", dictionary! { "S" => "URI", "URI" => address });
        }
        Target::Anchor(anchor) => {
            assert!(layout.anchors.contains_key(anchor), "an internal link leads to an anchor of the layout: {anchor}");
            annotation.set("Dest", identifier(anchor));
        }
    }
    annotation
}

/// An address in ASCII: what is not is escaped, byte by byte (RFC 3987, 3.1).
fn address(url: &str) -> Vec<u8> {
    let escape = |byte: u8| if byte.is_ascii_graphic() { vec![byte] } else { format!("%{byte:02X}").into_bytes() };
    url.bytes().flat_map(escape).collect()
}

/// Left, bottom, right and top of a rectangle, as a page has them.
fn corners(layout: &Layout, page: usize, rect: Rect) -> Object {
    let height = layout.pages[page].height;
    let corners = [rect.x, height - rect.y - rect.height, rect.x + rect.width, height - rect.y];
    corners.map(real).to_vec().into()
}
