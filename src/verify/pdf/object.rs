//! Objects of a PDF file, as the reader needs them: followed to where they stand, numbers as whole thousandths, texts as text.

use lopdf::{Dictionary, Document, Object, Stream};

/// The object itself, behind any references. `None` where there is nothing, or a circle.
pub(super) fn follow<'a>(document: &'a Document, mut object: &'a Object) -> Option<&'a Object> {
    for _ in 0..8 {
        match object {
            Object::Reference(id) => object = document.objects.get(id)?,
            Object::Null => return None,
            object => return Some(object),
        }
    }
    None
}

/// The value of a key, followed.
pub(super) fn get<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
    // The library makes an error in words where there is nothing.
    follow(document, dictionary.as_hashmap().get(key.as_bytes())?)
}

/// The dictionary of a key, that of a stream too.
pub(super) fn dictionary<'a>(document: &'a Document, parent: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
    match get(document, parent, key)? {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// The array of a key; a single object is an array of one.
pub(super) fn array<'a>(document: &'a Document, parent: &'a Dictionary, key: &str) -> &'a [Object] {
    let Some(object) = parent.as_hashmap().get(key.as_bytes()) else { return &[] };
    match follow(document, object) {
        Some(Object::Array(objects)) => objects,
        Some(_) => std::slice::from_ref(object),
        None => &[],
    }
}

/// The name of a key.
pub(super) fn name<'a>(document: &'a Document, parent: &'a Dictionary, key: &str) -> Option<&'a str> {
    std::str::from_utf8(get(document, parent, key)?.as_name().ok()?).ok()
}

/// The text string of a key.
pub(super) fn text(document: &Document, parent: &Dictionary, key: &str) -> Option<String> {
    get(document, parent, key)?.as_str().ok().map(decoded)
}

/// The largest stream that is unpacked, in bytes: no page of text comes near it.
const LARGEST: usize = 64 << 20;

/// The content of a stream, unpacked.
pub(super) fn content(stream: &Stream) -> Option<Vec<u8>> {
    match stream.dict.has(b"Filter") {
        true => stream.decompressed_content_with_limit(LARGEST).ok(),
        false => Some(stream.content.clone()),
    }
}

/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 behind its mark, else ASCII; what is neither is shown as U+FFFD.
pub(super) fn decoded(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => utf16(units),
        None => {
            bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { char::REPLACEMENT_CHARACTER }).collect()
        }
    }
}

/// Big-endian UTF-16.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> =
        bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair.get(1).copied().unwrap_or(0)])).collect();
    String::from_utf16_lossy(&units)
}

/// A number in whole thousandths, within what any page needs.
#[expect(clippy::disallowed_types, reason = "the library has read the number so; it is a length, never a figure")]
pub(super) fn thousandths(object: &Object) -> Option<i64> {
    let number = match object {
        Object::Integer(number) => *number as f32,
        Object::Real(number) => *number,
        _ => return None,
    };
    (number.abs() < 1e6).then(|| (f64::from(number) * 1000.0).round() as i64)
}
