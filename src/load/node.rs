//! A structured file as a tree of nodes, whatever its syntax; every node knows its bytes, and every scalar is still text.

use crate::diagnostic::{At, Place, SourceText};
use std::ops::Range;
use std::sync::Arc;

/// A node of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Its bytes.
    pub span: Range<usize>,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A scalar: its text without quotes.
    Scalar {
        /// The text.
        text: String,
        /// Whether it was quoted, so that it is text whatever it looks like.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order of the file; a key may stand in it more than once.
    Map(Vec<(Key, Node)>),
}

/// A key of a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The text.
    pub text: String,
    /// Its bytes.
    pub span: Range<usize>,
}

impl Node {
    /// Whether it is a plain scalar that stands for nothing: empty, `~` or `null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, quoted: false } if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// What it is, for people.
    pub fn describe(&self) -> &'static str {
        match &self.value {
            _ if self.is_null() => "nothing",
            Value::Scalar { .. } => "a single value",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }
}

/// A node together with its file: what the readers of each kind of file walk on.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'a> {
    /// The file.
    pub file: &'a Arc<SourceText>,
    /// The node.
    pub node: &'a Node,
}

impl<'a> Cursor<'a> {
    /// Its place.
    pub fn place(self) -> Place {
        self.file.at(self.node.span.clone())
    }

    /// The value of a key, if this is a mapping that has it and gives it a value.
    pub fn get(self, key: &str) -> Option<Cursor<'a>> {
        let Value::Map(entries) = &self.node.value else { return None };
        let (_, node) = entries.iter().find(|(known, _)| known.text == key)?;
        (!node.is_null()).then_some(Cursor { file: self.file, node })
    }

    /// The items of a list; none if this is no list.
    pub fn items(self) -> impl Iterator<Item = Cursor<'a>> {
        let items: &[Node] = if let Value::List(items) = &self.node.value { items } else { &[] };
        items.iter().map(move |node| Cursor { file: self.file, node })
    }

    /// The keys and values of a mapping; none if this is no mapping.
    pub fn entries(self) -> impl Iterator<Item = (At<&'a str>, Cursor<'a>)> {
        let entries: &[(Key, Node)] = if let Value::Map(entries) = &self.node.value { entries } else { &[] };
        entries.iter().map(move |(key, node)| {
            (At::new(key.text.as_str(), self.file.at(key.span.clone())), Cursor { file: self.file, node })
        })
    }

    /// The text of a scalar.
    pub fn text(self) -> Option<&'a str> {
        if let Value::Scalar { text, .. } = &self.node.value { Some(text) } else { None }
    }

    /// The text of a scalar with its place.
    pub fn string(self) -> Option<At<String>> {
        self.read(|text| Some(text.to_owned()))
    }

    /// What `parse` makes of the scalar, with its place. What it refuses was said by the check of the scalar's shape.
    pub fn read<T>(self, parse: impl FnOnce(&str) -> Option<T>) -> Option<At<T>> {
        self.text().and_then(parse).map(|value| At::new(value, self.place()))
    }

    /// The place of some bytes of a scalar's text; the whole scalar where escapes or folds keep it from being found.
    pub fn inner(self, span: Range<usize>) -> Place {
        let text = self.text().unwrap_or_default();
        let start = self.node.span.start;
        let begins = |at: usize| self.file.text().get(at..).is_some_and(|rest| rest.starts_with(text));
        match [start, start + 1].into_iter().find(|&at| begins(at)) {
            Some(at) => self.file.at(at + span.start..at + span.end),
            None => self.place(),
        }
    }
}
