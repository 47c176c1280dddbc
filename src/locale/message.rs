//! One message, and the places of what stands in it.
//!
//! In: an entry of a Fluent file. Out: its id, its pattern, and places in the file. Nothing can go wrong.

use super::syntax;
use crate::diagnostic::{Place, SourceText};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::{self, Entry, InlineExpression, Pattern};
use std::ops::Range;
use std::sync::Arc;

/// A message of a locale.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    pub(super) file: &'a Arc<SourceText>,
    pub(super) resource: &'a FluentResource,
    pub(super) entry: &'a Entry<&'a str>,
}

impl<'a> Message<'a> {
    /// Its id.
    pub fn id(self) -> &'a str {
        match self.entry {
            Entry::Message(ast::Message { id, .. }) | Entry::Term(ast::Term { id, .. }) => id.name,
            _ => unreachable!("only messages and terms are indexed"),
        }
    }

    /// Its text; a message may have attributes only.
    pub(super) fn pattern(self) -> Option<&'a Pattern<&'a str>> {
        match self.entry {
            Entry::Message(message) => message.value.as_ref(),
            Entry::Term(term) => Some(&term.value),
            _ => None,
        }
    }

    pub(super) fn is_term(self) -> bool {
        matches!(self.entry, Entry::Term(_))
    }

    /// The place of its id.
    pub fn place(self) -> Place {
        self.place_of(self.id())
    }

    /// The place of a slice of its syntax tree.
    pub(super) fn place_of(self, slice: &str) -> Place {
        self.file.at(syntax::span(self.resource, slice))
    }

    /// The place of the first text of its value that reads `needle`; its id if there is none.
    pub fn place_of_text(self, needle: &str) -> Place {
        let within = |slice: &str| {
            let start = syntax::span(self.resource, slice).start;
            slice.find(needle).map(|at| Range { start: start + at, end: start + at + needle.len() })
        };
        let elements = self.pattern().map_or(&[][..], |pattern| &pattern.elements);
        let found = elements.iter().find_map(|element| match element {
            ast::PatternElement::TextElement { value } if !needle.is_empty() => within(value),
            _ => None,
        });
        found.map_or_else(|| self.place(), |span| self.file.at(span))
    }

    /// The place where it prints a variable by a construct (or in the usual way); its id if it does not do so itself.
    pub fn place_of_figure(self, variable: &str, construct: Option<&str>) -> Place {
        let mut found = None;
        let mut look = |inline: &'a syntax::Inline<'a>, purpose| {
            let slice = match (inline, construct) {
                (InlineExpression::VariableReference { id }, None) if purpose == syntax::Use::Printed => Some(id.name),
                (InlineExpression::FunctionReference { .. }, Some(_)) => syntax::construct(inline),
                (InlineExpression::FunctionReference { .. }, None) => syntax::subject(inline),
                _ => None,
            };
            let matches = match inline {
                InlineExpression::VariableReference { id } => id.name == variable,
                _ => syntax::subject(inline) == Some(variable) && syntax::construct(inline) == construct,
            };
            found = found.or(slice.filter(|_| matches));
        };
        if let Some(pattern) = self.pattern() {
            syntax::visit(pattern, &mut look);
        }
        found.map_or_else(|| self.place(), |slice| self.place_of(slice))
    }
}
