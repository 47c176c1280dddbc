//! A text as a reader of its locale gets it: figures worded, other variables and references as one character that is no letter.
//!
//! In: a unit and its figures. Out: a [`Line`] for its text, each attribute, and each variant of a choice. Every place of a line
//! leads back to the file. A stat that cannot be worded stands as a gap; that has been found.

use super::figures::Worded;
use super::unit::Unit;
use crate::diagnostic::Place;
use crate::figure::Language;
use crate::locale::syntax;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::ops::Range;

/// Stands for what is no stat.
pub const GAP: char = '\u{FFFC}';

/// A piece of running text.
#[derive(Debug, Default, Clone)]
pub struct Line {
    /// The text.
    pub text: String,
    /// The bytes of its figures.
    pub figures: Vec<Range<usize>>,
    /// Where stretches of the text begin, in it and in the file, and whether they stand there letter by letter.
    stretches: Vec<(usize, usize, bool)>,
}

impl Line {
    /// The place of a part of it: of its letters, or of the variable that stands for them.
    pub fn place(&self, unit: &Unit<'_>, span: Range<usize>) -> Place {
        let offset = |at: usize| {
            let next = self.stretches.partition_point(|(start, ..)| *start <= at);
            let stretch = self.stretches.get(next.saturating_sub(1));
            stretch.map_or(unit.own.start, |(start, offset, literal)| offset + if *literal { at - start } else { 0 })
        };
        let start = offset(span.start);
        let end = span.end.checked_sub(1).map_or(start, offset) + 1;
        unit.file.at(start..end.max(start))
    }

    /// Whether a part of it is typed, and not the wording of a figure.
    pub fn is_typed(&self, span: &Range<usize>) -> bool {
        !self.figures.iter().any(|figure| figure.start < span.end && span.start < figure.end)
    }

    /// The character before a place, and the one that begins there.
    pub fn around(&self, at: usize) -> (Option<char>, Option<char>) {
        (self.text[..at].chars().next_back(), self.text[at..].chars().next())
    }

    fn push(&mut self, text: &str, offset: usize, literal: bool) {
        if !text.is_empty() {
            self.stretches.push((self.text.len(), offset, literal));
            self.text.push_str(text);
        }
    }
}

/// The lines of a unit.
pub fn lines(unit: &Unit<'_>, figures: &[Worded<'_>], language: Option<&Language>) -> Vec<Line> {
    let mut writer = Writer { unit, figures, language, lines: Vec::new() };
    unit.patterns().for_each(|pattern| writer.pattern(pattern));
    writer.lines
}

struct Writer<'a> {
    unit: &'a Unit<'a>,
    figures: &'a [Worded<'a>],
    language: Option<&'a Language>,
    lines: Vec<Line>,
}

impl Writer<'_> {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let mut line = Line::default();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => line.push(value, self.unit.offset(value), true),
                PatternElement::Placeable { expression } => self.expression(&mut line, expression),
            }
        }
        self.lines.push(line);
    }

    fn expression(&mut self, line: &mut Line, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(InlineExpression::Placeable { expression }) => self.expression(line, expression),
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                let read = unescape_unicode_to_string(value);
                line.push(&read, self.unit.offset(value), read == *value);
            }
            Expression::Inline(inline) => self.inline(line, inline),
            Expression::Select { selector, variants } => {
                let at = syntax::subject(selector).map_or(self.unit.own.start, |name| self.unit.offset(name));
                line.push(GAP.encode_utf8(&mut [0; 4]), at, false);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&self, line: &mut Line, inline: &syntax::Inline<'_>) {
        let (name, construct) = match inline {
            InlineExpression::VariableReference { id } => (id.name, None),
            InlineExpression::FunctionReference { id, .. } => {
                (syntax::subject(inline).unwrap_or(id.name), syntax::construct(inline))
            }
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => (id.name, None),
            InlineExpression::NumberLiteral { value } => (*value, None),
            _ => ("", None),
        };
        let is_it = |worded: &&Worded<'_>| worded.by.variable == name && worded.by.construct == construct;
        let text = self.figures.iter().find(is_it).and_then(|worded| worded.text(self.language?));
        let start = line.text.len();
        match text {
            Some(text) => {
                line.push(&text, self.unit.offset(name), false);
                line.figures.push(start..line.text.len());
            }
            None => line.push(GAP.encode_utf8(&mut [0; 4]), self.unit.offset(name), false),
        }
    }
}
