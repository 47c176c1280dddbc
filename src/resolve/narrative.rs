//! What a message says, read from its syntax tree: texts, variables, wordings and references, each as a slice of its file.
//!
//! In: a message or a term. Out: a [`Narrative`]. The slices keep their places, so that a finding points at the very word.

use crate::model::MessageFile;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeMap;

/// How many times something is said.
pub type Tally<'a> = BTreeMap<Item<'a>, usize>;

/// Something that a message prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item<'a> {
    /// A variable.
    Variable(&'a str),
    /// Another message.
    Message(&'a str),
    /// A term.
    Term(&'a str),
}

/// What a message or a term says.
#[derive(Debug, Default)]
pub struct Narrative<'a> {
    /// Pieces of running text, each as the slices that it is made of.
    pub texts: Vec<Vec<&'a str>>,
    /// Strings and numbers that are printed: `{ "88" }`, `{ 88 }`.
    pub literals: Vec<&'a str>,
    /// Variables that are printed or chosen by.
    pub variables: Vec<&'a str>,
    /// Wordings that are asked for: variable and construct.
    pub wordings: Vec<(&'a str, &'a str)>,
    /// References to other messages and to terms.
    pub references: Vec<Item<'a>>,
    /// What Fluent would print wrongly, or not at all.
    pub faults: Vec<(&'a str, Fault)>,
    /// What is printed, and how many times; where the message chooses, the most of its variants.
    pub tally: Tally<'a>,
}

/// A use of Fluent that cannot come out right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A function that does not exist.
    UnknownFunction,
    /// An argument that the function does not take.
    UnknownArgument,
    /// `FIGURE` of something else than one variable.
    NoVariable,
    /// `COUNT` where a figure should be printed.
    CountPrinted,
    /// A choice by something that never matches a variant.
    BadSelector,
}

/// The functions that messages may call.
pub const FUNCTIONS: [&str; 3] = ["FIGURE", "NUMBER", "COUNT"];
/// The argument that asks for a construct.
pub const ARGUMENTS: [&str; 1] = ["as"];

/// The messages of a file, each with what it says.
#[derive(Debug)]
pub struct Told<'a> {
    /// The file.
    pub file: &'a MessageFile,
    /// Its entries in order, comments among them.
    pub entries: Vec<(&'a Entry<&'a str>, Narrative<'a>)>,
}

impl<'a> Told<'a> {
    /// Reads the entries of a file.
    pub fn new(file: &'a MessageFile) -> Self {
        Self { file, entries: file.resource.entries().map(|entry| (entry, read(entry))).collect() }
    }
}

/// Reads the value and the attributes of a message or a term.
fn read<'a>(entry: &'a Entry<&'a str>) -> Narrative<'a> {
    let mut narrative = Narrative::default();
    let (value, attributes) = match entry {
        Entry::Message(message) => (message.value.as_ref(), &message.attributes),
        Entry::Term(term) => (Some(&term.value), &term.attributes),
        _ => return narrative,
    };
    for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
        let tally = narrative.pattern(pattern);
        add(&mut narrative.tally, tally);
    }
    narrative
}

/// Adds what another part says.
fn add<'a>(tally: &mut Tally<'a>, other: Tally<'a>) {
    for (item, count) in other {
        let total = tally.entry(item).or_default();
        *total = total.saturating_add(count);
    }
}

impl<'a> Narrative<'a> {
    /// Whether it says nothing but empty strings: a message that waits to be filled in.
    pub fn is_void(&self) -> bool {
        let says = !self.texts.is_empty() || !self.tally.is_empty() || !self.variables.is_empty();
        !says && !self.literals.is_empty() && self.literals.iter().all(|literal| literal.trim().is_empty())
    }

    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) -> Tally<'a> {
        let mut tally = Tally::new();
        let mut text = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push(*value),
                PatternElement::Placeable { expression } => {
                    self.texts.extend(Some(std::mem::take(&mut text)).filter(|text| !text.is_empty()));
                    add(&mut tally, self.expression(expression));
                }
            }
        }
        self.texts.extend(Some(text).filter(|text| !text.is_empty()));
        tally
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) -> Tally<'a> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.selector(selector);
                let mut most = Tally::new();
                for variant in variants {
                    for (item, count) in self.pattern(&variant.value) {
                        let known = most.entry(item).or_default();
                        *known = count.max(*known);
                    }
                }
                most
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) -> Tally<'a> {
        let item = match inline {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                self.literals.push(value);
                return Tally::new();
            }
            InlineExpression::Placeable { expression } => return self.expression(expression),
            InlineExpression::VariableReference { id } => {
                self.variables.push(id.name);
                Item::Variable(id.name)
            }
            InlineExpression::MessageReference { id, .. } => Item::Message(id.name),
            InlineExpression::TermReference { id, .. } => Item::Term(id.name),
            InlineExpression::FunctionReference { id, arguments } => {
                let Some(variable) = self.call(id.name, arguments) else { return Tally::new() };
                if id.name == "COUNT" {
                    self.faults.push((id.name, Fault::CountPrinted));
                }
                Item::Variable(variable)
            }
        };
        if !matches!(item, Item::Variable(_)) {
            self.references.push(item);
        }
        Tally::from([(item, 1)])
    }

    /// A call; the variable that it is about.
    fn call(&mut self, name: &'a str, arguments: &'a CallArguments<&'a str>) -> Option<&'a str> {
        if !FUNCTIONS.contains(&name) {
            self.faults.push((name, Fault::UnknownFunction));
        }
        let [InlineExpression::VariableReference { id }] = &arguments.positional[..] else {
            self.faults.extend(FUNCTIONS.contains(&name).then_some((name, Fault::NoVariable)));
            return None;
        };
        self.variables.push(id.name);
        for named in &arguments.named {
            match &named.value {
                InlineExpression::StringLiteral { value } if ARGUMENTS.contains(&named.name.name) => {
                    self.wordings.push((id.name, value));
                }
                _ => self.faults.push((named.name.name, Fault::UnknownArgument)),
            }
        }
        Some(id.name)
    }

    /// What a message chooses by: a variable has no plain value to match, so only its count can choose.
    fn selector(&mut self, selector: &'a InlineExpression<&'a str>) {
        match selector {
            InlineExpression::FunctionReference { id, arguments } => {
                let known = self.call(id.name, arguments).is_some();
                self.faults.extend((known && id.name != "COUNT").then_some((id.name, Fault::BadSelector)));
            }
            InlineExpression::VariableReference { id } => {
                self.variables.push(id.name);
                self.faults.push((id.name, Fault::BadSelector));
            }
            _ => {}
        }
    }
}
