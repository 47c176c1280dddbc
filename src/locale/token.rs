//! Figures inside text: a token is a run of private-use characters, which neither Fluent, Tera nor Markdown touches.
//!
//! In: which variable of an edition stands there, and by which construct it shall be worded. Out: the token, and back again.
//! A token holds no ASCII digit and no character that Markdown knows, so `2568. ปี` never becomes a numbered list and `- 0.2`
//! never loses its sign. Text that merely looks like part of a token is [`Piece::Stray`].
//!
//! ```text
//! U+E000  variable  construct  digits…  U+E001
//! ```
//! `variable` and `construct` are characters of planes 15 and 16; the construct 0 is the default wording. The digits are the
//! value of the figure for `COUNT`, in U+E010 to U+E01B: Fluent's functions know nothing but their arguments.

use super::bytes;
use std::fmt::Write;

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';
/// Begins a message in the output of a template; the number of the message follows.
pub const MESSAGE_OPEN: char = '\u{E002}';
/// Ends a message in the output of a template.
pub const MESSAGE_CLOSE: char = '\u{E003}';
/// Stands for a chart in the output of a template; the number of the chart in its article follows.
pub const CHART: char = '\u{E004}';
/// Word joiner: put beside emphasis so that it opens next to Thai and Chinese, and taken out again.
pub const JOINER: char = '\u{2060}';

const DIGITS: &str = "0123456789.-";
const FIRST_DIGIT: u32 = 0xE010;
const PLANE_15: u32 = 0xF_0000;
const PLANE_16: u32 = 0x10_0000;
/// A plane has that many private characters: its last two are noncharacters.
const PLANE: usize = 0xFFFE;

/// How many variables, constructs and messages can be told apart.
pub const CAPACITY: usize = 2 * PLANE;

/// A figure in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Which variable of the edition it is.
    pub variable: usize,
    /// By which construct it shall be worded, by position in the constructs of the language; `None` for the usual one.
    pub construct: Option<usize>,
}

/// A piece of a text with tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text without reserved characters.
    Text(&'a str),
    /// A figure.
    Token(Token),
    /// A reserved character that belongs to no token.
    Stray(char),
}

/// The character of a number below [`CAPACITY`].
pub fn number(n: usize) -> char {
    let code = match n {
        0..PLANE => PLANE_15 + n as u32,
        _ => PLANE_16 + (n - PLANE).min(PLANE - 1) as u32,
    };
    char::from_u32(code).expect("planes 15 and 16 hold characters")
}

/// The number of a character.
pub fn from_number(c: char) -> Option<usize> {
    let code = u32::from(c);
    match code {
        PLANE_16.. => Some((code - PLANE_16) as usize + PLANE).filter(|&n| n < CAPACITY),
        PLANE_15.. => Some((code - PLANE_15) as usize).filter(|&n| n < PLANE),
        _ => None,
    }
}

/// Whether a character is kept for tokens and must not stand in a text.
pub fn is_reserved(c: char) -> bool {
    matches!(c, OPEN..=CHART | '\u{E010}'..='\u{E01B}' | '\u{2068}' | '\u{2069}' | JOINER | '\u{F0000}'..)
}

/// Where the first character stands that is kept for tokens: in UTF-8 each begins with one of four bytes, as few others do.
fn next_reserved(text: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + bytes::first(&text.as_bytes()[from..], |byte| matches!(byte, 0xE2 | 0xEE | 0xF3 | 0xF4))?;
        let c = text[at..].chars().next().expect("a character begins with that byte");
        if is_reserved(c) {
            return Some(at);
        }
        from = at + c.len_utf8();
    }
}

/// The number of the chart that a text stands for, if it is nothing else.
pub fn chart(text: &str) -> Option<usize> {
    let mut chars = text.trim().strip_prefix(CHART)?.chars();
    let number = chars.next().and_then(from_number)?;
    chars.next().is_none().then_some(number)
}

/// The token of a variable in its usual wording; `value` is its decimal, for `COUNT`, or empty.
pub fn encode(variable: usize, value: &str) -> String {
    let mut token = String::with_capacity(16 + 3 * value.len());
    token.extend([OPEN, number(variable), number(0)]);
    token.extend(value.chars().filter_map(|c| char::from_u32(FIRST_DIGIT + DIGITS.find(c)? as u32)));
    token.push(CLOSE);
    token
}

/// The same token, worded by a construct.
pub fn with_construct(token: &str, construct: usize) -> Option<String> {
    let (parsed, digits, "") = read(token)? else { return None };
    let mut changed = String::with_capacity(token.len());
    changed.extend([OPEN, number(parsed.variable), number(construct + 1)]);
    write!(changed, "{digits}{CLOSE}").expect("a string can be written to");
    Some(changed)
}

/// The decimal that a token carries for `COUNT`.
pub fn value(token: &str) -> Option<String> {
    let (_, digits, "") = read(token)? else { return None };
    digits.chars().map(|c| DIGITS.chars().nth((u32::from(c) - FIRST_DIGIT) as usize)).collect()
}

/// Reads a token at the start of a text: the token, its digits and the rest.
fn read(text: &str) -> Option<(Token, &str, &str)> {
    let mut chars = text.strip_prefix(OPEN)?.chars();
    let variable = from_number(chars.next()?)?;
    let construct = from_number(chars.next()?)?.checked_sub(1);
    let rest = chars.as_str();
    let end = rest.find(|c| !matches!(c, '\u{E010}'..='\u{E01B}'))?;
    let after = rest[end..].strip_prefix(CLOSE)?;
    Some((Token { variable, construct }, &rest[..end], after))
}

/// Takes a text with tokens apart.
pub fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, rest: text }
}

/// The pieces of a text, in order.
#[derive(Debug, Clone)]
pub struct Pieces<'a> {
    text: &'a str,
    rest: &'a str,
}

impl Pieces<'_> {
    /// Where the next piece begins.
    pub fn offset(&self) -> usize {
        self.text.len() - self.rest.len()
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let first = self.rest.chars().next()?;
        if let Some((token, _, after)) = read(self.rest) {
            self.rest = after;
            return Some(Piece::Token(token));
        }
        if is_reserved(first) {
            self.rest = &self.rest[first.len_utf8()..];
            return Some(Piece::Stray(first));
        }
        let (text, after) = self.rest.split_at(next_reserved(self.rest).unwrap_or(self.rest.len()));
        self.rest = after;
        Some(Piece::Text(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_token_says_which_figure_how_worded_and_how_many() {
        let token = encode(7, "-4.30");
        let fraction = with_construct(&token, 3).unwrap();
        assert_eq!(value(&fraction).as_deref(), Some("-4.30"));
        let text = format!("ผู้บริโภค {fraction} 人");
        assert_eq!(
            pieces(&text).collect::<Vec<_>>(),
            [Piece::Text("ผู้บริโภค "), Piece::Token(Token { variable: 7, construct: Some(3) }), Piece::Text(" 人")]
        );
    }

    #[test]
    fn every_reserved_character_begins_with_a_byte_that_is_looked_for() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            assert_eq!(next_reserved(&format!("ก–{c}")), is_reserved(c).then_some(6), "{c:?}");
        }
    }

    #[test]
    fn half_a_token_is_stray_characters() {
        let token = encode(0, "88");
        for cut in token.char_indices().map(|(at, _)| at).skip(1) {
            assert!(pieces(&token[..cut]).all(|piece| matches!(piece, Piece::Stray(_))));
        }
        assert_eq!(with_construct("88", 0), None);
        assert_eq!(with_construct(&format!("{token}x"), 0), None);
        assert_eq!(value(""), None);
    }

    proptest! {
        #[test]
        fn tokens_come_back_whole_and_hold_nothing_that_markdown_reads(
            before in "\\PC*", after in "\\PC*", variable in 0..CAPACITY, construct in proptest::option::of(0..40_usize), digits in "[-.0-9]{0,12}",
        ) {
            prop_assume!(!before.contains(is_reserved) && !after.contains(is_reserved));
            let mut token = encode(variable, &digits);
            if let Some(construct) = construct {
                token = with_construct(&token, construct).unwrap();
            }
            prop_assert!(token.chars().all(|c| is_reserved(c) && !c.is_whitespace() && !c.is_alphanumeric() && !c.is_ascii()));
            prop_assert_eq!(value(&token).unwrap(), digits);
            let text = format!("{before}{token}{after}");
            let mut expected = vec![Piece::Text(&before[..]), Piece::Token(Token { variable, construct }), Piece::Text(&after[..])];
            expected.retain(|piece| *piece != Piece::Text(""));
            prop_assert_eq!(pieces(&text).collect::<Vec<_>>(), expected);
        }
    }
}
