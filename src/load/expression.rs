//! The formula of a derived stat: `a - b`, `growth(new, old)`, `(a + b) / 2`.
//!
//! ```text
//! sum     = product (("+" | "-") product)*
//! product = factor (("*" | "/") factor)*
//! factor  = number | id | ("growth" | "share") "(" sum "," sum ")" | "sum" "(" sum ("," sum)* ")" | "(" sum ")"
//! ```
//! An id may hold hyphens, so a minus stands between spaces.

use super::node::Cursor;
use super::scalar::plain_number;
use crate::diagnostic::{At, Code, Finding, nearest};
use crate::model::StatId;
use crate::model::number::parse_strict;
use crate::model::stat::{Expression, Operator};
use std::ops::Range;

/// How many words and signs a formula may have: far more than one that a person can check.
const MAX_TOKENS: usize = 500;
const FUNCTIONS: [&str; 3] = ["growth", "share", "sum"];

/// Reads a formula; the first mistake ends it.
pub fn parse(cursor: Cursor<'_>) -> Result<Expression, Box<Finding>> {
    let text = cursor.text().unwrap_or_default();
    let tokens = tokens(text);
    if tokens.len() > MAX_TOKENS {
        let message = format!("the formula has more than {MAX_TOKENS} parts");
        return Err(Box::new(Finding::new(Code::ValueMalformed, cursor.place(), message)));
    }
    let mut parser = Parser { cursor, text, tokens, at: 0 };
    let expression = parser.sum()?;
    match parser.peek() {
        None => Ok(expression),
        Some(token) => Err(parser.fault(format!("`{token}` is not expected here"))),
    }
}

/// The words, numbers and signs of a formula.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let mut end = start + c.len_utf8();
        let part: fn(char) -> bool = match c {
            _ if c.is_whitespace() => continue,
            '0'..='9' => |c| c.is_alphanumeric() || matches!(c, '.' | '_'),
            _ if c.is_alphabetic() => |c| c.is_alphanumeric() || matches!(c, '-' | '_'),
            _ => |_| false,
        };
        while let Some((next, c)) = rest.next_if(|&(_, c)| part(c)) {
            end = next + c.len_utf8();
        }
        tokens.push(start..end);
    }
    tokens
}

struct Parser<'a> {
    cursor: Cursor<'a>,
    text: &'a str,
    tokens: Vec<Range<usize>>,
    at: usize,
}

type Parsed = Result<Expression, Box<Finding>>;

impl<'a> Parser<'a> {
    fn sum(&mut self) -> Parsed {
        let mut left = self.product()?;
        while let Some(operator) = self.operator([("+", Operator::Add), ("-", Operator::Subtract)]) {
            left = Expression::Binary(Box::new(left), operator, Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Parsed {
        let mut left = self.factor()?;
        while let Some(operator) = self.operator([("*", Operator::Multiply), ("/", Operator::Divide)]) {
            left = Expression::Binary(Box::new(left), operator, Box::new(self.factor()?));
        }
        Ok(left)
    }

    fn factor(&mut self) -> Parsed {
        let Some(token) = self.peek() else { return Err(self.fault("the formula ends too early".to_owned())) };
        if token.starts_with(|c: char| c.is_ascii_digit()) {
            let Some(number) = parse_strict(token) else {
                let mut finding = self.fault(format!("`{token}` is not a plain decimal number"));
                finding.code = Code::NumberMalformed;
                finding.help = plain_number(token).map(|meant| format!("did you mean `{meant}`?"));
                return Err(finding);
            };
            self.at += 1;
            return Ok(Expression::Number(number));
        }
        if token.starts_with(char::is_alphabetic) {
            let place = self.cursor.inner(self.span());
            self.at += 1;
            if self.peek() != Some("(") {
                return Ok(Expression::Stat(At::new(StatId::new(token), place)));
            }
            return self.call(token, place);
        }
        if token == "(" {
            self.at += 1;
            let inner = self.sum()?;
            self.expect(")")?;
            return Ok(inner);
        }
        Err(self.fault(format!("`{token}` is not expected here")))
    }

    fn call(&mut self, name: &str, place: crate::diagnostic::Place) -> Parsed {
        if !FUNCTIONS.contains(&name) {
            let finding = Finding::new(Code::ValueUnknown, place, format!("there is no function `{name}`"));
            let help = nearest(name, FUNCTIONS).map_or_else(
                || format!("the functions are {}", FUNCTIONS.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            return Err(Box::new(finding.help(help)));
        }
        self.expect("(")?;
        let mut arguments = vec![self.sum()?];
        while self.peek() == Some(",") {
            self.at += 1;
            arguments.push(self.sum()?);
        }
        self.expect(")")?;
        let two = |arguments: Vec<Expression>| {
            <[Expression; 2]>::try_from(arguments).ok().map(|[a, b]| (Box::new(a), Box::new(b)))
        };
        match (name, arguments) {
            ("sum", arguments) => Some(Expression::Sum(arguments)),
            ("growth", arguments) => two(arguments).map(|(new, old)| Expression::Growth(new, old)),
            (_, arguments) => two(arguments).map(|(part, whole)| Expression::Share(part, whole)),
        }
        .ok_or_else(|| Box::new(Finding::new(Code::ValueMalformed, place, format!("`{name}` takes two values"))))
    }

    fn operator(&mut self, operators: [(&str, Operator); 2]) -> Option<Operator> {
        let (_, operator) = operators.into_iter().find(|(sign, _)| self.peek() == Some(*sign))?;
        self.at += 1;
        Some(operator)
    }

    fn expect(&mut self, sign: &str) -> Result<(), Box<Finding>> {
        if self.peek() != Some(sign) {
            return Err(self.fault(format!("`{sign}` is expected here")));
        }
        self.at += 1;
        Ok(())
    }

    fn peek(&self) -> Option<&'a str> {
        self.tokens.get(self.at).map(|span| &self.text[span.clone()])
    }

    /// The bytes of the token that stands here, or the end.
    fn span(&self) -> Range<usize> {
        self.tokens.get(self.at).cloned().unwrap_or(self.text.len()..self.text.len())
    }

    fn fault(&self, message: String) -> Box<Finding> {
        Box::new(Finding::new(Code::ValueMalformed, self.cursor.inner(self.span()), message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;
    use crate::load::node::{Node, Value};

    fn read(text: &str) -> Result<String, (Code, usize)> {
        let file = SourceText::new("x.yaml", text);
        let node = Node { value: Value::Scalar { text: text.to_owned(), quoted: false }, span: 0..text.len() };
        let show = |expression| shown(&expression);
        parse(Cursor { file: &file, node: &node }).map(show).map_err(|finding| (finding.code, finding.place.line_column().1))
    }

    fn shown(expression: &Expression) -> String {
        match expression {
            Expression::Stat(id) => id.as_str().to_owned(),
            Expression::Number(number) => number.to_string(),
            Expression::Binary(a, operator, b) => format!("({} {operator:?} {})", shown(a), shown(b)),
            Expression::Growth(a, b) => format!("growth({}, {})", shown(a), shown(b)),
            Expression::Share(a, b) => format!("share({}, {})", shown(a), shown(b)),
            Expression::Sum(all) => format!("sum({})", all.iter().map(shown).collect::<Vec<_>>().join(", ")),
        }
    }

    #[test]
    fn formulas_bind_as_in_arithmetic() {
        assert_eq!(read("a-1 - b").as_deref(), Ok("(a-1 Subtract b)"));
        assert_eq!(read("a + b * c - 2").as_deref(), Ok("((a Add (b Multiply c)) Subtract 2)"));
        assert_eq!(read("(a + b) / 2").as_deref(), Ok("((a Add b) Divide 2)"));
        assert_eq!(read("growth(new, old)").as_deref(), Ok("growth(new, old)"));
        assert_eq!(read("sum(a, b, share(c, d))").as_deref(), Ok("sum(a, b, share(c, d))"));
    }

    #[test]
    fn every_mistake_has_its_column() {
        assert_eq!(read("a -"), Err((Code::ValueMalformed, 4)));
        assert_eq!(read("a b"), Err((Code::ValueMalformed, 3)));
        assert_eq!(read("(a"), Err((Code::ValueMalformed, 3)));
        assert_eq!(read("a + 08"), Err((Code::NumberMalformed, 5)));
        assert_eq!(read("grwth(a, b)"), Err((Code::ValueUnknown, 1)));
        assert_eq!(read("growth(a)"), Err((Code::ValueMalformed, 1)));
        assert_eq!(read("a % b"), Err((Code::ValueMalformed, 3)));
        assert_eq!(read(&"(".repeat(499)), Err((Code::ValueMalformed, 500)));
        assert_eq!(read(&"a + ".repeat(300)), Err((Code::ValueMalformed, 1)));
    }
}
