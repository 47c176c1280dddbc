//! A file as objects.
//!
//! In: its bytes. Out: its objects. What can go wrong: bytes that are no file. A file that is plainly made, of objects that follow
//! each other without a gap and one table of them at its end, is read straight; any other by lopdf.

use super::object::content;
use super::syntax::{Syntax, Unreadable};
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};
use std::collections::BTreeMap;

/// The largest table of objects that is unpacked, in bytes.
const LARGEST: usize = 64 << 20;

/// How far from its end a file says where its table is.
const END: usize = 64;

/// Reads a file; `None` if nobody can.
pub(super) fn load(bytes: &[u8]) -> Option<Document> {
    let options = LoadOptions { strict: true, max_decompressed_size: Some(LARGEST), ..LoadOptions::default() };
    plain(bytes).ok().or_else(|| Document::load_mem_with_options(bytes, options).ok())
}

/// Where an object stands.
enum Entry {
    At(usize),
    In { stream: u32, index: usize },
}

/// Reads a file that is plainly made.
fn plain(bytes: &[u8]) -> Result<Document, Unreadable> {
    let start = table_at(bytes)?;
    let mut syntax = Syntax::new(bytes, start);
    let (table, Object::Stream(about)) = indirect(&mut syntax)? else { return Err(Unreadable) };
    let entries = entries(&about)?;
    if entries.get(&table.0).is_none_or(|entry| !matches!(entry, Entry::At(place) if *place == start)) {
        return Err(Unreadable);
    }
    let mut places: Vec<(usize, u32)> = entries
        .iter()
        .filter_map(|(number, entry)| match entry {
            Entry::At(place) => Some((*place, *number)),
            Entry::In { .. } => None,
        })
        .collect();
    places.sort_unstable();
    let (mut objects, mut packed) = (BTreeMap::new(), BTreeMap::new());
    let mut syntax = Syntax::new(bytes, header(bytes)?);
    for (place, number) in places {
        syntax.space();
        // Whoever looks for objects from the beginning finds no others.
        if syntax.at != place {
            return Err(Unreadable);
        }
        match indirect(&mut syntax)? {
            (id, _) if id.0 != number => return Err(Unreadable),
            (_, Object::Stream(stream)) if is(&stream.dict, b"XRef") => {}
            (id, Object::Stream(stream)) if is(&stream.dict, b"ObjStm") => drop(packed.insert(id.0, unpacked(&stream)?)),
            (id, object) => drop(objects.insert(id, object)),
        }
    }
    for (number, entry) in &entries {
        if let Entry::In { stream, index } = entry {
            let object = packed.get_mut(stream).and_then(|objects| objects.get_mut(*index)).ok_or(Unreadable)?;
            if object.0 != *number {
                return Err(Unreadable);
            }
            objects.insert((*number, 0), std::mem::replace(&mut object.1, Object::Null));
        }
    }
    let mut document = Document::new();
    document.max_id = entries.keys().next_back().copied().unwrap_or(0);
    document.objects = objects;
    document.trailer = about.dict;
    Ok(document)
}

/// Where the objects begin: behind a line that says that this is such a file, and one that shows that it is not text.
fn header(bytes: &[u8]) -> Result<usize, Unreadable> {
    let mut lines = bytes.splitn(3, |byte| *byte == b'\n');
    let (first, second) = (lines.next().ok_or(Unreadable)?, lines.next().ok_or(Unreadable)?);
    let is_header = first.starts_with(b"%PDF-1.") && first.len() == 8 && second.first() == Some(&b'%');
    is_header.then_some(first.len() + second.len() + 2).ok_or(Unreadable)
}

/// Where the table of objects begins, as the end of the file says.
fn table_at(bytes: &[u8]) -> Result<usize, Unreadable> {
    let from = bytes.len().saturating_sub(END);
    let word = b"startxref";
    let at = bytes[from..].windows(word.len()).position(|window| window == word).ok_or(Unreadable)?;
    let mut syntax = Syntax::new(bytes, from + at + word.len());
    let place = syntax.integer()?;
    syntax.expect("%%EOF")?;
    syntax.space();
    (syntax.at == bytes.len()).then_some(place).ok_or(Unreadable)
}

/// An object with its number, and what it is.
fn indirect(syntax: &mut Syntax<'_>) -> Result<(ObjectId, Object), Unreadable> {
    let id = (syntax.integer()?, syntax.integer()?);
    syntax.expect("obj")?;
    let object = match syntax.object()? {
        Object::Dictionary(dictionary) if syntax.expect("stream\n").is_ok() => {
            let length = dictionary.get(b"Length").and_then(Object::as_i64).map_err(|_| Unreadable)?;
            let end = usize::try_from(length).ok().and_then(|length| syntax.at.checked_add(length)).ok_or(Unreadable)?;
            let content = syntax.bytes.get(syntax.at..end).ok_or(Unreadable)?.to_vec();
            syntax.at = end;
            syntax.expect("endstream")?;
            Object::Stream(Stream::new(dictionary, content))
        }
        object => object,
    };
    syntax.expect("endobj")?;
    Ok((id, object))
}

/// The objects of a table, by their numbers.
fn entries(table: &Stream) -> Result<BTreeMap<u32, Entry>, Unreadable> {
    let about = &table.dict;
    if !is(about, b"XRef") || [&b"Prev"[..], b"Index", b"XRefStm"].iter().any(|key| about.has(key)) {
        return Err(Unreadable);
    }
    let widths = about.get(b"W").and_then(Object::as_array).map_err(|_| Unreadable)?;
    let width =
        |object: &Object| object.as_i64().ok().and_then(|width| usize::try_from(width).ok()).filter(|width| *width <= 4);
    let [Some(kind), Some(second), Some(third)] = *widths.iter().map(width).collect::<Vec<_>>() else {
        return Err(Unreadable);
    };
    let rows = content(table).ok_or(Unreadable)?;
    let length = kind + second + third;
    let size = about.get(b"Size").and_then(Object::as_i64).map_err(|_| Unreadable)?;
    if kind == 0 || !rows.len().is_multiple_of(length) || usize::try_from(size) != Ok(rows.len() / length) {
        return Err(Unreadable);
    }
    let number = |bytes: &[u8]| bytes.iter().fold(0_usize, |number, byte| number << 8 | usize::from(*byte));
    let mut entries = BTreeMap::new();
    for (object, row) in (0..).zip(rows.chunks_exact(length)) {
        let (place, rest) = (number(&row[kind..kind + second]), number(&row[kind + second..]));
        let entry = match number(&row[..kind]) {
            0 => continue,
            1 if rest == 0 => Entry::At(place),
            2 => Entry::In { stream: u32::try_from(place).map_err(|_| Unreadable)?, index: rest },
            _ => return Err(Unreadable),
        };
        entries.insert(object, entry);
    }
    Ok(entries)
}

/// The objects of a stream of objects, each with its number.
fn unpacked(stream: &Stream) -> Result<Vec<(u32, Object)>, Unreadable> {
    let whole = |key: &[u8]| {
        let number = stream.dict.get(key).and_then(Object::as_i64).ok();
        number.and_then(|number| usize::try_from(number).ok()).ok_or(Unreadable)
    };
    let (count, first) = (whole(b"N")?, whole(b"First")?);
    let bytes = content(stream).filter(|_| !stream.dict.has(b"Extends")).ok_or(Unreadable)?;
    let mut head = Syntax::new(bytes.get(..first).ok_or(Unreadable)?, 0);
    let mut body = Syntax::new(&bytes, first);
    let mut objects = Vec::with_capacity(count.min(bytes.len()));
    for _ in 0..count {
        let (number, place): (u32, usize) = (head.integer()?, head.integer()?);
        body.space();
        if first.checked_add(place) != Some(body.at) {
            return Err(Unreadable);
        }
        objects.push((number, body.object()?));
    }
    Ok(objects)
}

fn is(about: &Dictionary, kind: &[u8]) -> bool {
    about.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::pdf::fixture;
    use crate::format::pdf::write::write;

    #[test]
    fn a_file_is_read_as_lopdf_reads_it() {
        for language in ["th", "en", "zh-Hans"] {
            let bytes = write(&fixture::document(language));
            let own = plain(&bytes).expect("our files are plainly made");
            let other = Document::load_mem(&bytes).unwrap();
            let said = |document: &Document| -> Vec<(ObjectId, Object)> {
                let objects = document.objects.iter().map(|(id, object)| match object {
                    // Where it stood in the file is no part of what it says.
                    Object::Stream(stream) => {
                        (*id, Object::Stream(Stream::new(stream.dict.clone(), stream.content.clone())))
                    }
                    object => (*id, object.clone()),
                });
                let packs =
                    |object: &Object| object.as_stream().is_ok_and(|s| is(&s.dict, b"ObjStm") || is(&s.dict, b"XRef"));
                objects.filter(|(_, object)| !packs(object)).collect()
            };
            assert_eq!(said(&own), said(&other), "{language}");
            assert_eq!(own.trailer.get(b"Root").unwrap(), other.trailer.get(b"Root").unwrap());
            assert_eq!(own.page_iter().collect::<Vec<_>>(), other.page_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_not_plainly_made_is_not_read_so() {
        let bytes = write(&fixture::document("en"));
        let with = |change: &dyn Fn(&mut Vec<u8>)| {
            let mut bytes = bytes.clone();
            change(&mut bytes);
            plain(&bytes).is_err()
        };
        // A second object of the same number behind the header; something behind the end; nothing at all.
        assert!(with(&|bytes| drop(bytes.splice(15..15, *b"1 0 obj\nnull\nendobj\n"))));
        assert!(with(&|bytes| bytes.extend(b"1 0 obj\nnull\nendobj\n")));
        assert!(with(&Vec::clear) && with(&|bytes| bytes.truncate(bytes.len() - 3)));
        assert!(!with(&|_| {}));
    }
}
