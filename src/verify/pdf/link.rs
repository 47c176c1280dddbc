//! Links: where each leads, and what it is called by those who hear it.

use super::object::{array, dictionary, follow, get, name, text};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// The tree from the numbers of pages and links to their elements.
pub(super) fn numbers<'a>(document: &'a Document, catalog: &'a Dictionary) -> BTreeMap<i64, &'a Object> {
    let tree = dictionary(document, catalog, "StructTreeRoot").and_then(|root| dictionary(document, root, "ParentTree"));
    let numbers = tree.map_or(&[][..], |tree| array(document, tree, "Nums")).chunks_exact(2);
    numbers.filter_map(|pair| Some((pair[0].as_i64().ok()?, &pair[1]))).collect()
}

/// Where the annotation of a link leads (`#name` inside the file), and its words.
pub(super) fn read(
    document: &Document,
    id: ObjectId,
    parents: &BTreeMap<i64, &Object>,
    owner: Option<ObjectId>,
) -> Result<(String, String), String> {
    let annotation = document.get_dictionary(id).map_err(|_| "a link is nothing")?;
    if name(document, annotation, "Subtype") != Some("Link") {
        return Err("something on a page is no link".to_owned());
    }
    let key = get(document, annotation, "StructParent").and_then(|key| key.as_i64().ok());
    let parent = key.and_then(|key| parents.get(&key)).and_then(|parent| parent.as_reference().ok());
    if parent.is_none() || parent != owner {
        return Err("a link is in another element than it says".to_owned());
    }
    let href = match (dictionary(document, annotation, "A"), get(document, annotation, "Dest")) {
        (Some(action), None) if name(document, action, "S") == Some("URI") => text(document, action, "URI"),
        (None, Some(Object::String(name, _))) => Some(format!("#{}", String::from_utf8_lossy(name))),
        _ => None,
    };
    let href = href.ok_or("a link leads nowhere that is understood")?;
    Ok((href, text(document, annotation, "Contents").ok_or("a link has no words")?))
}

/// The named places of a file: the page of each and its height there, in thousandths of a point from the foot.
pub(super) fn places(document: &Document, catalog: &Dictionary, pages: &[ObjectId]) -> BTreeMap<String, (usize, i64)> {
    let names = dictionary(document, catalog, "Names").and_then(|names| dictionary(document, names, "Dests"));
    let names = names.map_or(&[][..], |names| array(document, names, "Names")).chunks_exact(2);
    let place = |pair: &[Object]| {
        let name = String::from_utf8_lossy(pair[0].as_str().ok()?).into_owned();
        let place = follow(document, &pair[1])?.as_array().ok()?;
        let page = place.first()?.as_reference().ok()?;
        let page = pages.iter().position(|known| *known == page)?;
        Some((name, (page, super::object::thousandths(place.get(3)?)?)))
    };
    names.filter_map(place).collect()
}

/// The characters of a text without white space and soft hyphens: a line may break anywhere.
pub(super) fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    letters.extend(text.split(|character: char| character.is_whitespace() || character == '\u{ad}'));
    letters
}
