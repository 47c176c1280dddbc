//! The expressions of a message, in the order in which they stand, each with what it is there for.
//!
//! In: a pattern of Fluent's syntax tree, whose slices point into the source of its resource. Out: its expressions. The span of
//! a slice in the source is [`span`]; a loaded file has the same layout, so the span is right there too.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};
use std::ops::Range;

/// An expression of a message.
pub type Inline<'a> = InlineExpression<&'a str>;

/// What an expression is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Its text is printed.
    Printed,
    /// It selects a variant.
    Selects,
    /// It is the argument of a function or a term.
    Argument,
}

/// Visits every expression of a pattern, an outer one before those inside it.
pub fn visit<'a>(pattern: &'a Pattern<&'a str>, seen: &mut dyn FnMut(&'a Inline<'a>, Use)) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            visit_expression(expression, seen);
        }
    }
}

fn visit_expression<'a>(expression: &'a Expression<&'a str>, seen: &mut dyn FnMut(&'a Inline<'a>, Use)) {
    match expression {
        Expression::Inline(inline) => visit_inline(inline, Use::Printed, seen),
        Expression::Select { selector, variants } => {
            visit_inline(selector, Use::Selects, seen);
            variants.iter().for_each(|variant| visit(&variant.value, seen));
        }
    }
}

fn visit_inline<'a>(inline: &'a Inline<'a>, purpose: Use, seen: &mut dyn FnMut(&'a Inline<'a>, Use)) {
    if let InlineExpression::Placeable { expression } = inline {
        return visit_expression(expression, seen);
    }
    seen(inline, purpose);
    if let Some(arguments) = arguments(inline) {
        arguments.positional.iter().for_each(|argument| visit_inline(argument, Use::Argument, seen));
    }
}

/// The arguments of a call of a function or a term.
pub fn arguments<'a>(inline: &'a Inline<'a>) -> Option<&'a CallArguments<&'a str>> {
    match inline {
        InlineExpression::FunctionReference { arguments, .. } => Some(arguments),
        InlineExpression::TermReference { arguments, .. } => arguments.as_ref(),
        _ => None,
    }
}

/// The variable that a call of a function is about: its first argument.
pub fn subject<'a>(inline: &'a Inline<'a>) -> Option<&'a str> {
    match arguments(inline)?.positional.first()? {
        InlineExpression::VariableReference { id } => Some(id.name),
        _ => None,
    }
}

/// The construct that a call of `FIGURE` names, as it stands in the source.
pub fn construct<'a>(inline: &'a Inline<'a>) -> Option<&'a str> {
    let named = arguments(inline)?.named.iter().find(|argument| argument.name.name == "as")?;
    match named.value {
        InlineExpression::StringLiteral { value } => Some(value),
        _ => None,
    }
}

/// The bytes of a slice of the syntax tree in the source of its resource.
pub fn span(resource: &FluentResource, slice: &str) -> Range<usize> {
    let start = (slice.as_ptr() as usize).wrapping_sub(resource.source().as_ptr() as usize);
    let start = if start <= resource.source().len() { start } else { 0 };
    start..(start + slice.len()).min(resource.source().len())
}
