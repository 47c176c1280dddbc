//! The files of messages of a project: at rest, and opened.
//!
//! A project may have tens of thousands of them, and most work is about one article. So a file that belongs to an article is kept
//! as a [`Folded`]: compressed, with the names in it and what they refer to. Whoever reads it opens it to a [`MessageFile`], and
//! lets that go when it is done. Files that belong to no article are wanted everywhere, and stay open.

use super::digest::Digest;
use crate::diagnostic::{Place, SourceText};
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use std::sync::Arc;

/// One Fluent file, opened.
#[derive(Debug, Clone)]
pub struct MessageFile {
    /// Its text.
    pub text: Arc<SourceText>,
    /// Its syntax tree, whose slices point into a copy of the text of the same layout.
    pub resource: Arc<FluentResource>,
}

impl MessageFile {
    /// Reads a text; what is not well formed is left out of the tree.
    pub fn new(text: Arc<SourceText>) -> Self {
        let resource = FluentResource::try_new(text.text().to_owned()).unwrap_or_else(|(resource, _)| resource);
        Self { text, resource: Arc::new(resource) }
    }

    /// Its name without folder and ending: the article that its messages belong to, or another.
    pub fn stem(&self) -> &str {
        stem(self.text.path())
    }

    /// The place of a slice of the syntax tree.
    pub fn place(&self, slice: &str) -> Place {
        let start = self.offset(slice);
        self.text.at(start..start + slice.len())
    }

    /// The ids of its messages, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let entries = self.resource.entries();
        entries.filter_map(|entry| if let Entry::Message(message) = entry { Some(message.id.name) } else { None })
    }

    /// The message or term that stands at an offset: the last that begins before it.
    pub fn message_at(&self, offset: usize) -> Option<&str> {
        let ids = self.resource.entries().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name),
            Entry::Term(term) => Some(term.id.name),
            _ => None,
        });
        ids.take_while(|id| self.offset(id) <= offset).last()
    }

    /// The offset of a slice of the syntax tree; 0 for a text that is not a slice of it.
    pub fn offset(&self, slice: &str) -> usize {
        let base = self.resource.source().as_ptr() as usize;
        let start = (slice.as_ptr() as usize).wrapping_sub(base);
        if start <= self.resource.source().len() { start } else { 0 }
    }
}

/// What stands in a file: a message or a term.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its name; a term's with its hyphen.
    pub name: String,
    /// Which entry of the syntax tree it is.
    pub entry: usize,
    /// What it refers to, by name.
    pub references: Vec<String>,
}

/// What packs files, one after the other.
#[derive(Debug)]
pub struct Packer(Compress);

impl Default for Packer {
    fn default() -> Self {
        Self(Compress::new(Compression::new(3), false))
    }
}

impl Packer {
    fn pack(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.0.reset();
        let mut packed = Vec::new();
        loop {
            packed.reserve(bytes.len() / 4 + 64);
            let read = usize::try_from(self.0.total_in()).expect("it is no more than there is");
            let status = self.0.compress_vec(&bytes[read..], &mut packed, FlushCompress::Finish);
            if status.expect("any bytes can be packed") == Status::StreamEnd {
                return packed;
            }
        }
    }
}

/// A Fluent file at rest.
#[derive(Debug, Clone)]
pub struct Folded {
    path: Arc<str>,
    content: Content,
    digest: Digest,
    has_junk: bool,
    /// The names, one after the other.
    names: Arc<str>,
    /// Where each name ends, and which entry of the syntax tree it is.
    heads: Arc<[(u32, u32)]>,
    /// What each refers to that refers to anything.
    references: Arc<[(u32, String)]>,
}

#[derive(Debug, Clone)]
enum Content {
    Open(MessageFile),
    /// Packed, and as how many bytes it is unpacked.
    Packed(Arc<[u8]>, usize),
}

impl Folded {
    /// A file that stays open, and what stands in it; `has_junk` says whether a part of it is not well formed.
    pub fn open_with(file: MessageFile, heads: Vec<Head>, has_junk: bool) -> Self {
        let (mut names, mut ends, mut references) = (String::new(), Vec::new(), Vec::new());
        let number = |number: usize| u32::try_from(number).expect("a file is smaller than 4 GiB");
        for (position, head) in heads.into_iter().enumerate() {
            names.push_str(&head.name);
            ends.push((number(names.len()), number(head.entry)));
            references.extend(head.references.into_iter().map(|name| (number(position), name)));
        }
        Self {
            path: file.text.path().into(),
            digest: Digest::of(file.text.text().as_bytes()),
            content: Content::Open(file),
            has_junk,
            names: names.into(),
            heads: ends.into(),
            references: references.into(),
        }
    }

    /// The same, packed.
    #[must_use]
    pub fn packed(mut self, packer: &mut Packer) -> Self {
        if let Content::Open(file) = &self.content {
            let text = file.text.text();
            self.content = Content::Packed(packer.pack(text.as_bytes()).into(), text.len());
        }
        self
    }

    /// The file, to be read.
    pub fn open(&self) -> MessageFile {
        match &self.content {
            Content::Open(file) => file.clone(),
            Content::Packed(packed, length) => {
                let mut bytes = Vec::with_capacity(*length);
                let unpacked = Decompress::new(false).decompress_vec(packed, &mut bytes, FlushDecompress::Finish);
                let text = unpacked.ok().and_then(|_| String::from_utf8(bytes).ok());
                MessageFile::new(SourceText::new(&*self.path, text.expect("a text was packed here")))
            }
        }
    }

    /// Whether it stays open.
    pub fn is_open(&self) -> bool {
        matches!(self.content, Content::Open(_))
    }

    /// Its path, relative to the project.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Its name without folder and ending.
    pub fn stem(&self) -> &str {
        stem(&self.path)
    }

    /// The digest of its text.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// Whether a part of it is not well formed, so that a message may be there and not be known.
    pub fn has_junk(&self) -> bool {
        self.has_junk
    }

    /// The names of its messages and terms, these with a hyphen, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        (0..self.heads.len()).map(|position| self.name(position))
    }

    /// How many messages and terms it has.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// One of the names.
    pub fn name(&self, position: usize) -> &str {
        let start = position.checked_sub(1).map_or(0, |before| self.heads[before].0);
        &self.names[start as usize..self.heads[position].0 as usize]
    }

    /// Which entry of the syntax tree one of them is.
    pub fn entry(&self, position: usize) -> usize {
        self.heads[position].1 as usize
    }

    /// All that is referred to, by name.
    pub fn references(&self) -> impl Iterator<Item = &str> {
        self.references.iter().map(|(_, name)| name.as_str())
    }

    /// What one of them refers to, by name.
    pub fn references_of(&self, position: usize) -> impl Iterator<Item = &str> {
        let from = self.references.partition_point(|(of, _)| (*of as usize) < position);
        let of_it = self.references[from..].iter().take_while(move |(of, _)| *of as usize == position);
        of_it.map(|(_, name)| name.as_str())
    }
}

/// The name of a file without folder and ending.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".ftl").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let mut packer = Packer::default();
        let noise: String =
            (0..40_000_u32).filter_map(|n| char::from_u32(0xE00 + n.wrapping_mul(2_654_435_761) % 0x7F)).collect();
        for value in ["ร้อยละ 88 ของลูกค้า", "88% of customers, ".repeat(9000).trim(), noise.as_str(), ""]
        {
            let file = MessageFile::new(SourceText::new("locales/th/a.ftl", format!("a = {value}\n")));
            let head = |name: &str| Head { name: name.to_owned(), entry: 0, references: vec!["-brand".to_owned()] };
            let folded = Folded::open_with(file.clone(), vec![head("a"), head("-b")], false).packed(&mut packer);
            assert!(!folded.is_open());
            assert_eq!(folded.open().text, file.text);
            assert_eq!((folded.names().collect::<Vec<_>>(), folded.stem()), (vec!["a", "-b"], "a"));
            assert_eq!((folded.references().count(), folded.references_of(1).collect::<Vec<_>>()), (2, vec!["-brand"]));
        }
    }
}
