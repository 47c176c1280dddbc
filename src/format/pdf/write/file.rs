//! Objects as the bytes of a file: streams compressed, all else in compressed object streams (ISO 32000-1, 7.5.7 and 7.5.8).
//!
//! The file's id is a hash of its contents, so that the same contents have the same id, and others another.

use super::content::{hexadecimal, integer, literal};
use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use std::io::Write;

/// How hard streams are compressed: above this, time grows and size hardly shrinks. Objects, in which much repeats, gain more.
const LEVEL: i32 = 1;
const LEVEL_OF_OBJECTS: i32 = 5;

/// What is shorter in bytes gains less than making ready for it costs.
const SHORT: usize = 200;

/// How many objects share a stream: a reader must unpack a whole one to get at any of them.
const TOGETHER: usize = 200;

/// Where an object stands in the file.
#[derive(Clone, Copy)]
enum Entry {
    Free,
    At(usize),
    In { stream: u32, index: u16 },
}

/// Objects that are written already: the many small ones of the structure, of which no dictionaries need be made.
#[derive(Default)]
pub(super) struct Written {
    bytes: Vec<u8>,
    /// The number of each object, and where it begins.
    starts: Vec<(u32, usize)>,
}

impl Written {
    /// What is written next is the object of that number.
    pub fn begin(&mut self, (number, _): ObjectId) -> &mut Vec<u8> {
        self.starts.push((number, self.bytes.len()));
        &mut self.bytes
    }

    /// The objects in the order of their numbers.
    fn objects(&self) -> Vec<(u32, &[u8])> {
        let ends = self.starts.iter().skip(1).map(|(_, start)| *start).chain([self.bytes.len()]);
        let mut objects: Vec<_> =
            self.starts.iter().zip(ends).map(|((number, start), end)| (*number, &self.bytes[*start..end])).collect();
        objects.sort_unstable_by_key(|(number, _)| *number);
        objects
    }
}

/// The bytes of a document's file. Objects keep their numbers.
pub(super) fn bytes(document: Document, mut written: Written) -> Vec<u8> {
    let root = document.trailer.get(b"Root").cloned().expect("a document has a catalog");
    let info = document.trailer.get(b"Info").cloned().expect("a document has an information dictionary");
    let last = document.max_id;
    let mut file = File {
        bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(),
        entries: vec![Entry::Free; last as usize + 1],
        compress: compressor(LEVEL),
        compress_objects: compressor(LEVEL_OF_OBJECTS),
    };
    for (id, object) in document.objects {
        match object {
            Object::Stream(stream) => file.stream(id.0, stream),
            object => write(written.begin(id), &object),
        }
    }
    for objects in written.objects().chunks(TOGETHER) {
        let (mut head, mut body) = (Vec::new(), Vec::new());
        let stream = file.next();
        for (index, (number, object)) in objects.iter().enumerate() {
            integer(&mut head, *number);
            head.push(b' ');
            integer(&mut head, body.len() as u32);
            head.push(b' ');
            body.extend(*object);
            body.push(b'\n');
            file.entries[*number as usize] = Entry::In { stream, index: index as u16 };
        }
        let about = dictionary! { "Type" => "ObjStm", "N" => objects.len() as i64, "First" => head.len() as i64 };
        file.stream(stream, Stream::new(about, [head, body].concat()));
    }
    file.end(root, info)
}

fn compressor(level: i32) -> Compressor {
    Compressor::new(CompressionLvl::new(level).expect("there is such a level"))
}

struct File {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
    /// Each for all its streams: the memory that it needs is larger than most of them.
    compress: Compressor,
    compress_objects: Compressor,
}

impl File {
    /// The number of a new object.
    fn next(&mut self) -> u32 {
        self.entries.push(Entry::Free);
        self.entries.len() as u32 - 1
    }

    fn stream(&mut self, number: u32, stream: Stream) {
        let Stream { mut dict, mut content, allows_compression, .. } = stream;
        if allows_compression && !dict.has(b"Filter") && content.len() >= SHORT {
            let compress = if dict.has(b"First") { &mut self.compress_objects } else { &mut self.compress };
            // What does not get smaller has no room, and stays as it is.
            let mut compressed = vec![0; content.len()];
            if let Ok(length) = compress.zlib_compress(&content, &mut compressed) {
                dict.set("Filter", "FlateDecode");
                compressed.truncate(length);
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
        // As many bytes for each column as the largest value of the file needs.
        let bytes_of = |most: usize| (usize::BITS - most.leading_zeros()).div_ceil(8) as usize;
        let (second, third) = (bytes_of(start), bytes_of(TOGETHER - 1));
        let mut table = Vec::with_capacity(self.entries.len() * (1 + second + third));
        for entry in &self.entries {
            let (kind, place, rest) = match *entry {
                Entry::Free => (0, 0, 0),
                Entry::At(offset) => (1, offset, 0),
                Entry::In { stream, index } => (2, stream as usize, usize::from(index)),
            };
            table.push(kind);
            table.extend(&place.to_be_bytes()[size_of::<usize>() - second..]);
            table.extend(&rest.to_be_bytes()[size_of::<usize>() - third..]);
        }
        let about = dictionary! {
            "Type" => "XRef",
            "Size" => self.entries.len() as i64,
            "W" => vec![1.into(), (second as i64).into(), (third as i64).into()],
            "Root" => root,
            "Info" => info,
            "ID" => vec![id.clone(), id],
        };
        self.stream(number, Stream::new(about, table));
        put(&mut self.bytes, format_args!("startxref\n{start}\n%%EOF\n"));
        self.bytes
    }
}

/// Writes text.
pub(super) fn put(out: &mut Vec<u8>, arguments: std::fmt::Arguments<'_>) {
    out.write_fmt(arguments).expect("memory takes all");
}

/// Writes an object that is no stream.
pub(super) fn write(out: &mut Vec<u8>, object: &Object) {
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
            bytes.iter().for_each(|byte| literal(out, *byte));
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
        Object::Reference(id) => reference(out, *id),
        Object::Stream(_) => unreachable!("a stream is an object of its own"),
    }
}

/// Writes a reference to an object.
pub(super) fn reference(out: &mut Vec<u8>, (number, _): ObjectId) {
    integer(out, number);
    out.extend(b" 0 R");
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
