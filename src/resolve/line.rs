//! A message as a reader of its locale gets it: running text in which the figures of stats are worded.
//!
//! In: an entry of a Fluent file. Out: its [`Line`]s, one for the value, each attribute and each variant. Every place of a line
//! leads back to the file. What is no stat (a literal, a reference, a choice) stands as one character that no language reads.

use super::derive::Known;
use super::messages::{Scope, Variable, variable};
use crate::diagnostic::Place;
use crate::figure::Language;
use crate::model::MessageFile;
use crate::model::{Article, Quantity, Stat};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::ops::Range;

/// Stands for what is no stat.
const GAP: char = '\u{FFFC}';

/// A piece of running text.
#[derive(Debug, Default)]
pub struct Line<'a> {
    /// The text.
    pub text: String,
    /// The figures of stats in it, in order.
    pub figures: Vec<Figure<'a>>,
    /// Where stretches of the text begin, in it and in the file.
    offsets: Vec<(usize, usize)>,
}

/// A stat as it stands in a line.
#[derive(Debug)]
pub struct Figure<'a> {
    /// The bytes of its wording in the line.
    pub span: Range<usize>,
    /// Its variable in the file.
    pub place: Place,
    /// The stat.
    pub stat: &'a Stat,
    /// Its value.
    pub known: &'a Known,
    /// What is said of it, with the hedge that its wording will have; the line words it without.
    pub said: Quantity,
}

impl Line<'_> {
    /// Adds a stretch that begins there in the file.
    fn push(&mut self, text: &str, offset: usize) {
        let expected = self.offsets.last().map(|(begin, offset)| offset + (self.text.len() - begin));
        if !text.is_empty() && expected != Some(offset) {
            self.offsets.push((self.text.len(), offset));
        }
        self.text.push_str(text);
    }

    /// The place of a stretch of its text that holds no figure.
    pub fn place(&self, file: &MessageFile, span: Range<usize>) -> Place {
        let offset = |at: usize| {
            let next = self.offsets.partition_point(|(start, _)| *start <= at);
            self.offsets.get(next.saturating_sub(1)).map_or(0, |(start, offset)| offset + (at - start))
        };
        let start = offset(span.start);
        file.text.at(start..span.end.checked_sub(1).map_or(start, offset) + 1)
    }
}

/// The lines of an entry.
pub fn lines<'a>(
    entry: &'a Entry<&'a str>,
    file: &'a MessageFile,
    scope: Scope<'a>,
    article: &'a Article,
    language: &'static Language,
) -> Vec<Line<'a>> {
    let (value, attributes) = match entry {
        Entry::Message(message) => (message.value.as_ref(), &message.attributes),
        Entry::Term(term) => (Some(&term.value), &term.attributes),
        _ => return Vec::new(),
    };
    let mut writer = Writer { file, scope, article, language, lines: Vec::new() };
    for pattern in value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)) {
        writer.pattern(pattern);
    }
    writer.lines
}

struct Writer<'a> {
    file: &'a MessageFile,
    scope: Scope<'a>,
    article: &'a Article,
    language: &'static Language,
    lines: Vec<Line<'a>>,
}

impl<'a> Writer<'a> {
    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) {
        let mut line = Line::default();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text(&mut line, value),
                PatternElement::Placeable { expression } => self.expression(&mut line, expression),
            }
        }
        if !line.figures.is_empty() {
            self.lines.push(line);
        }
    }

    /// Running text: marks of emphasis and of quotations are left out, and the end of a line that goes on is a space.
    fn text(&self, line: &mut Line<'a>, text: &str) {
        let (start, mut at) = (self.file.offset(text), 0);
        while at < text.len() {
            let mark = memchr::memchr3(b'*', b'>', b'\n', &text.as_bytes()[at..]).map_or(text.len(), |mark| at + mark);
            line.push(&text[at..mark], start + at);
            match text.as_bytes().get(mark) {
                Some(b'\n') if !line.text.ends_with(['\n', ' ']) => line.push(" ", start + mark),
                Some(b'\n') => line.push("\n", start + mark),
                Some(b'>') if self.is_markup(start + mark) => line.text.push(GAP),
                Some(b'>') => line.push(">", start + mark),
                _ => {}
            }
            at = mark + 1;
        }
    }

    /// Whether a `>` marks a quotation or ends a tag, and does not say "more than".
    fn is_markup(&self, at: usize) -> bool {
        let line = self.file.text.text()[..at].rsplit('\n').next().unwrap_or_default();
        line.contains('<') || line.trim_matches([' ', '>']).is_empty()
    }

    fn expression(&mut self, line: &mut Line<'a>, expression: &'a Expression<&'a str>) {
        match expression {
            Expression::Inline(InlineExpression::Placeable { expression }) => self.expression(line, expression),
            Expression::Inline(InlineExpression::VariableReference { id }) => self.figure(line, id.name, None),
            Expression::Inline(InlineExpression::FunctionReference { arguments, .. }) => {
                let construct = arguments.named.iter().find_map(|named| match &named.value {
                    InlineExpression::StringLiteral { value } => Some(*value),
                    _ => None,
                });
                match arguments.positional.first() {
                    Some(InlineExpression::VariableReference { id }) => self.figure(line, id.name, construct),
                    _ => line.text.push(GAP),
                }
            }
            Expression::Select { variants, .. } => {
                line.text.push(GAP);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
            Expression::Inline(_) => line.text.push(GAP),
        }
    }

    fn figure(&self, line: &mut Line<'a>, name: &'a str, construct: Option<&'a str>) {
        let figure = self.worded(name, construct);
        let start = line.text.len();
        match figure {
            None => line.text.push(GAP),
            Some((stat, known, said, text)) => {
                line.text.push_str(&text);
                let span = start..line.text.len();
                let place = super::messages::variable_place(self.file, name);
                line.figures.push(Figure { span, place, stat, known, said });
            }
        }
    }

    /// A stat of the article, what is said of it, and its wording without a hedge.
    fn worded(&self, name: &str, construct: Option<&str>) -> Option<(&'a Stat, &'a Known, Quantity, String)> {
        let Variable::Stat(stat) = variable(self.scope, self.article, name) else { return None };
        let known = self.scope.known.get(&stat.id.value)?;
        let said = construct.and_then(|construct| stat.say(construct)).map_or(known.printed, |say| say.quantity(stat));
        let plain = said.hedge(None);
        let (_, text) = match construct {
            Some(construct) => self.language.write_as(construct, &plain)?,
            None => self.language.write(&plain)?,
        };
        Some((stat, known, said, text))
    }
}
