//! Objects as the bytes of a file: streams compressed, all else in compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8).
//!
//! The file's id is a hash of its contents, so that the same contents have the same id, and others another.

use super::content::hexadecimal;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use std::io::Write;

/// How hard streams are compressed: above this, time grows and size hardly shrinks.
const LEVEL: Compression = Compression::new(6);

/// How many objects share a stream: a reader must unpack a whole one to get at any of them.
const TOGETHER: usize = 200;

/// Where an object stands in the file.
#[derive(Clone, Copy)]
enum Entry {
    Free,
    At(usize),
    In { stream: u32, index: u16 },
}

/// The bytes of a document's file. Objects keep their numbers.
pub(super) fn bytes(document: Document) -> Vec<u8> {
    let root = document.trailer.get(b"Root").cloned().expect("a document has a catalog");
    let info = document.trailer.get(b"Info").cloned().expect("a document has an information dictionary");
    let last = document.objects.keys().next_back().map_or(0, |id| id.0);
    let (streams, plain): (Vec<_>, Vec<_>) =
        document.objects.into_iter().partition(|(_, object)| matches!(object, Object::Stream(_)));
    let mut file = File { bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), entries: vec![Entry::Free; last as usize + 1] };
    for (id, object) in streams {
        if let Object::Stream(stream) = object {
            file.stream(id.0, stream);
        }
    }
    for objects in plain.chunks(TOGETHER) {
        let (mut head, mut body) = (Vec::new(), Vec::new());
        let number = file.next();
        for (index, (id, object)) in objects.iter().enumerate() {
            put(&mut head, format_args!("{} {} ", id.0, body.len()));
            write(&mut body, object);
            body.push(b'\n');
            file.entries[id.0 as usize] = Entry::In { stream: number, index: index as u16 };
        }
        let about = dictionary! { "Type" => "ObjStm", "N" => objects.len() as i64, "First" => head.len() as i64 };
        file.stream(number, Stream::new(about, [head, body].concat()));
    }
    file.end(root, info)
}

struct File {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

impl File {
    /// The number of a new object.
    fn next(&mut self) -> u32 {
        self.entries.push(Entry::Free);
        self.entries.len() as u32 - 1
    }

    fn stream(&mut self, number: u32, stream: Stream) {
        let Stream { mut dict, mut content, allows_compression, .. } = stream;
        if allows_compression && !dict.has(b"Filter") {
            let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 2), LEVEL);
            encoder.write_all(&content).expect("memory takes all");
            let compressed = encoder.finish().expect("memory takes all");
            if compressed.len() < content.len() {
                dict.set("Filter", "FlateDecode");
                content = compressed;
            }
        }
        dict.set("Length", content.len() as i64);
        self.entries[number as usize] = Entry::At(self.bytes.len());
        put(&mut self.bytes, format_args!("{number} 0 obj\n"));
        write_dictionary(&mut self.bytes, &dict);
        self.bytes.extend(b"\nstream\n");
        self.bytes.extend(content);
        self.bytes.extend(b"\nendstream\nendobj\n");
    }

    /// Ends the file with the table of its objects.
    fn end(mut self, root: Object, info: Object) -> Vec<u8> {
        let number = self.next();
        let start = self.bytes.len();
        let digest = Sha256::digest(&self.bytes);
        let id = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
        self.entries[number as usize] = Entry::At(start);
        let mut table = Vec::with_capacity(self.entries.len() * 6);
        for entry in &self.entries {
            let (kind, second, third) = match *entry {
                Entry::Free => (0, 0, if table.is_empty() { 0xFFFF } else { 0 }),
                Entry::At(offset) => (1, offset as u32, 0),
                Entry::In { stream, index } => (2, stream, index),
            };
            table.push(kind);
            table.extend(&second.to_be_bytes()[..]);
            table.extend(third.to_be_bytes());
        }
        let about = dictionary! {
            "Type" => "XRef",
            "Size" => self.entries.len() as i64,
            "W" => vec![1.into(), 4.into(), 2.into()],
            "Root" => root,
            "Info" => info,
            "ID" => vec![id.clone(), id],
        };
        self.stream(number, Stream::new(about, table));
        put(&mut self.bytes, format_args!("startxref\n{start}\n%%EOF\n"));
        self.bytes
    }
}

fn put(out: &mut Vec<u8>, arguments: std::fmt::Arguments<'_>) {
    out.write_fmt(arguments).expect("memory takes all");
}

/// Writes an object that is no stream.
fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(true) => out.extend(b"true"),
        Object::Boolean(false) => out.extend(b"false"),
        Object::Integer(number) => put(out, format_args!("{number}")),
        Object::Real(number) => put(out, format_args!("{number}")),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, StringFormat::Hexadecimal) => hexadecimal(out, bytes),
        Object::String(bytes, StringFormat::Literal) => {
            out.push(b'(');
            for &byte in bytes {
                match byte {
                    b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
                    0x20..0x7F => out.push(byte),
                    _ => put(out, format_args!("\\{byte:03o}")),
                }
            }
            out.push(b')');
        }
        Object::Array(objects) => {
            out.push(b'[');
            for (index, object) in objects.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                write(out, object);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(out, dictionary),
        Object::Reference((number, _)) => put(out, format_args!("{number} 0 R")),
        Object::Stream(_) => unreachable!("a stream is an object of its own"),
    }
}

fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in dictionary.iter() {
        write_name(out, key);
        out.push(b' ');
        write(out, value);
    }
    out.extend(b">>");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        match byte {
            b'#' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%' => {
                put(out, format_args!("#{byte:02X}"));
            }
            0x21..0x7F => out.push(byte),
            _ => put(out, format_args!("#{byte:02X}")),
        }
    }
}
