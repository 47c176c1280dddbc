//! A Fluent file put by: what others must know of it without reading it.
//!
//! In: a file that was read. Out: the same with the names in it and what each refers to. Nothing can go wrong.

use super::syntax;
use crate::model::MessageFile;
use crate::model::messages::{Folded, Head};
use fluent_syntax::ast::{Entry, InlineExpression};

/// Puts a file by, still open; `has_junk` says whether a part of it is not well formed.
pub fn fold(file: MessageFile, has_junk: bool) -> Folded {
    let mut heads = Vec::new();
    for (position, entry) in file.resource.entries().enumerate() {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let mut references = Vec::new();
        for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
            syntax::visit(pattern, &mut |inline, _| match inline {
                InlineExpression::MessageReference { id, .. } => references.push(id.name.to_owned()),
                InlineExpression::TermReference { id, .. } => references.push(format!("-{}", id.name)),
                _ => {}
            });
        }
        heads.push(Head { name, entry: position, references });
    }
    Folded::open_with(file, heads, has_junk)
}
