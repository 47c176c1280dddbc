//! The syntax of PDF (ISO 32000-1, 7.2 and 7.3): objects and operators, out of bytes.
//!
//! In: bytes, and where to begin. Out: one token or object after the other. What can go wrong: bytes that are none, as an
//! [`Unreadable`]. Comments are not understood, nor is a dictionary that has a key twice: two programs would get two things.

use lopdf::{Dictionary, Object, StringFormat};

/// Bytes that are no token.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unreadable;

type Read<T> = Result<T, Unreadable>;

/// A token of a content stream.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    Operand(Object),
    Operator(&'a str),
}

/// How deep arrays and dictionaries may stand in each other.
const DEEPEST: usize = 64;

/// Bytes, and how far they are read.
#[derive(Debug, Clone)]
pub(super) struct Syntax<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

impl<'a> Syntax<'a> {
    /// The bytes from one of them on.
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// The next token of a content stream; `None` at its end.
    pub fn token(&mut self) -> Read<Option<Token<'a>>> {
        self.space();
        let Some(first) = self.peek() else { return Ok(None) };
        if first.is_ascii_alphabetic() {
            let word = self.word();
            let word = std::str::from_utf8(word).map_err(|_| Unreadable)?;
            return Ok(Some(keyword(word).map_or(Token::Operator(word), Token::Operand)));
        }
        self.value(0, false).map(|object| Some(Token::Operand(object)))
    }

    /// The next object of a file, which may be a reference to another.
    pub fn object(&mut self) -> Read<Object> {
        self.value(0, true)
    }

    /// The next keyword, which must be this.
    pub fn expect(&mut self, word: &str) -> Read<()> {
        self.space();
        let rest = self.bytes.get(self.at..).ok_or(Unreadable)?;
        rest.starts_with(word.as_bytes()).then(|| self.at += word.len()).ok_or(Unreadable)
    }

    /// The next whole number.
    pub fn integer<T: TryFrom<i64>>(&mut self) -> Read<T> {
        self.space();
        match self.number()? {
            Object::Integer(number) => T::try_from(number).map_err(|_| Unreadable),
            _ => Err(Unreadable),
        }
    }

    /// Goes behind white space.
    pub fn space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The regular characters that follow.
    fn word(&mut self) -> &'a [u8] {
        let rest = &self.bytes[self.at.min(self.bytes.len())..];
        let length = rest.iter().position(|byte| is_space(*byte) || is_delimiter(*byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    fn value(&mut self, depth: usize, has_references: bool) -> Read<Object> {
        self.space();
        let first = self.peek().filter(|_| depth < DEEPEST).ok_or(Unreadable)?;
        match first {
            b'0'..=b'9' if has_references => {
                let number = self.number()?;
                Ok(self.reference(&number).unwrap_or(number))
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number(),
            b'/' => self.name().map(Object::Name),
            b'(' => self.literal(),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                let mut entries = Vec::new();
                loop {
                    self.space();
                    if self.expect(">>").is_ok() {
                        return dictionary(entries);
                    }
                    let key = self.name()?;
                    entries.push((key, self.value(depth + 1, has_references)?));
                }
            }
            b'<' => self.hexadecimal(),
            b'[' => {
                self.at += 1;
                // Those of a file are many, and most are of one object; those of a page are let go at once.
                let mut objects = Vec::with_capacity(if has_references { 1 } else { 16 });
                loop {
                    self.space();
                    if self.expect("]").is_ok() {
                        return Ok(Object::Array(objects));
                    }
                    objects.push(self.value(depth + 1, has_references)?);
                }
            }
            _ => std::str::from_utf8(self.word()).ok().and_then(keyword).ok_or(Unreadable),
        }
    }

    /// What a whole number is the beginning of, if a second one and an `R` follow.
    fn reference(&mut self, number: &Object) -> Option<Object> {
        let mut ahead = self.clone();
        let Object::Integer(number) = *number else { return None };
        ahead.space();
        let generation = ahead.peek().filter(u8::is_ascii_digit).and_then(|_| ahead.integer().ok())?;
        ahead.space();
        if ahead.word() != b"R" {
            return None;
        }
        self.at = ahead.at;
        Some(Object::Reference((u32::try_from(number).ok()?, generation)))
    }

    fn number(&mut self) -> Read<Object> {
        let word = self.word();
        let (is_negative, digits) = match word {
            [b'-', digits @ ..] => (true, digits),
            [b'+', digits @ ..] => (false, digits),
            digits => (false, digits),
        };
        let is_number = digits.len() < 18 && digits.iter().any(u8::is_ascii_digit);
        if !is_number || digits.iter().any(|byte| !byte.is_ascii_digit() && *byte != b'.') {
            return Err(Unreadable);
        }
        if digits.contains(&b'.') {
            let word = std::str::from_utf8(word).map_err(|_| Unreadable)?;
            return word.parse().map(Object::Real).map_err(|_| Unreadable);
        }
        let number = digits.iter().fold(0, |number: i64, digit| number * 10 + i64::from(digit - b'0'));
        Ok(Object::Integer(if is_negative { -number } else { number }))
    }

    fn name(&mut self) -> Read<Vec<u8>> {
        if self.peek() != Some(b'/') {
            return Err(Unreadable);
        }
        self.at += 1;
        let word = self.word();
        let mut name = Vec::with_capacity(word.len());
        let mut bytes = word.iter();
        while let Some(byte) = bytes.next() {
            name.push(match byte {
                b'#' => digit(bytes.next())? << 4 | digit(bytes.next())?,
                byte => *byte,
            });
        }
        Ok(name)
    }

    fn hexadecimal(&mut self) -> Read<Object> {
        self.at += 1;
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| *byte == b'>').ok_or(Unreadable)?;
        let digits = &rest[..length];
        let mut string = Vec::with_capacity(length / 2);
        for pair in digits.chunks(2) {
            // Where the last digit is missing, it is 0.
            string.push(digit(pair.first())? << 4 | pair.get(1).map_or(Ok(0), |second| digit(Some(second)))?);
        }
        self.at += length + 1;
        Ok(Object::String(string, StringFormat::Hexadecimal))
    }

    fn literal(&mut self) -> Read<Object> {
        let mut string = Vec::new();
        let mut open = 0;
        loop {
            let rest = &self.bytes[self.at..];
            let plain = rest.iter().position(|byte| matches!(byte, b'(' | b')' | b'\\' | b'\r')).unwrap_or(rest.len());
            string.extend_from_slice(&rest[..plain]);
            self.at += plain;
            let byte = self.peek().ok_or(Unreadable)?;
            self.at += 1;
            match byte {
                b'(' => {
                    open += 1;
                    if open > 1 {
                        string.push(byte);
                    }
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(Object::String(string, StringFormat::Literal));
                    }
                    string.push(byte);
                }
                b'\\' => self.escaped(&mut string)?,
                // The end of a line is one byte, however it was written.
                b'\r' => {
                    self.at += usize::from(self.peek() == Some(b'\n'));
                    string.push(b'\n');
                }
                byte => string.push(byte),
            }
        }
    }

    /// What follows a backslash in a string.
    fn escaped(&mut self, string: &mut Vec<u8>) -> Read<()> {
        let byte = self.peek().ok_or(Unreadable)?;
        self.at += 1;
        string.push(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                u8::try_from(code).map_err(|_| Unreadable)?
            }
            b'(' | b')' | b'\\' => byte,
            _ => return Err(Unreadable),
        });
        Ok(())
    }
}

/// Entries as a dictionary, whose keys must differ. A file has thousands of small ones: none takes more memory than it needs.
fn dictionary(entries: Vec<(Vec<u8>, Object)>) -> Read<Object> {
    let mut dictionary = Dictionary::new();
    let map = dictionary.as_hashmap_mut();
    map.reserve_exact(entries.len());
    for (key, value) in entries {
        if map.insert(key, value).is_some() {
            return Err(Unreadable);
        }
    }
    Ok(Object::Dictionary(dictionary))
}

fn keyword(word: &str) -> Option<Object> {
    match word {
        "true" => Some(Object::Boolean(true)),
        "false" => Some(Object::Boolean(false)),
        "null" => Some(Object::Null),
        _ => None,
    }
}

fn digit(byte: Option<&u8>) -> Read<u8> {
    let value = byte.and_then(|byte| char::from(*byte).to_digit(16)).ok_or(Unreadable)?;
    u8::try_from(value).map_err(|_| Unreadable)
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::content::Content;

    /// The operations of a stream, as another program reads them.
    fn operations(stream: &[u8]) -> Option<Vec<(String, Vec<Object>)>> {
        let content = Content::decode_strict(stream).ok()?;
        Some(content.operations.into_iter().map(|operation| (operation.operator, operation.operands)).collect())
    }

    fn own(stream: &[u8]) -> Read<Vec<(String, Vec<Object>)>> {
        let (mut syntax, mut operands, mut done) = (Syntax::new(stream, 0), Vec::new(), Vec::new());
        while let Some(token) = syntax.token()? {
            match token {
                Token::Operand(operand) => operands.push(operand),
                Token::Operator(name) => done.push((name.to_owned(), std::mem::take(&mut operands))),
            }
        }
        operands.is_empty().then_some(done).ok_or(Unreadable)
    }

    #[test]
    fn streams_are_read_as_others_read_them() {
        let streams: [&[u8]; 7] = [
            b"BT /F1 10.5 Tf 1 0 0 1 72 -0.25 Tm [(a\\(b\\)\\\\ (c) \\r\\n\\101)-1<00AB>12.5<>]TJ ET",
            b"/P <</MCID 0>> BDC 0.1 .5 4. rg EMC",
            b"/Span <</ActualText <FEFF0E2A>/A [1 true null/B#20C]>> BDC EMC",
            b"(\\7\\53\\0533) Tj",
            b"q Q",
            b"",
            b"-12 +3 -.5 w",
        ];
        for stream in streams {
            assert_eq!(own(stream).ok(), operations(stream), "{}", String::from_utf8_lossy(stream));
        }
    }

    #[test]
    fn the_end_of_a_line_in_a_string_is_one_byte() {
        let text = Object::String(b"a\nb\nc\nd".to_vec(), StringFormat::Literal);
        assert_eq!(own(b"(a\r\nb\rc\nd) Tj"), Ok(vec![("Tj".to_owned(), vec![text])]));
    }

    #[test]
    fn what_is_no_token_is_said() {
        let streams: [&[u8]; 14] = [
            b"(a",
            b"<00",
            b"<0G> Tj",
            b"[1 2",
            b"<</A 1",
            b"<</A 1/A 2>> BDC",
            b"% no\nq",
            b"1 2",
            b"1-2 w",
            b"--1 w",
            b"{",
            b")",
            b"/A#0 q",
            b"(\\x) Tj",
        ];
        for stream in streams {
            assert_eq!(own(stream), Err(Unreadable), "{}", String::from_utf8_lossy(stream));
        }
        assert_eq!(own(&[b'['; 100_000]), Err(Unreadable));
    }

    #[test]
    fn references_are_told_from_numbers() {
        let read = |text: &str| Syntax::new(text.as_bytes(), 0).object();
        assert_eq!(read("12 0 R"), Ok(Object::Reference((12, 0))));
        assert_eq!(
            read("[1 0 0 1 5 0 R 7]"),
            Ok(vec![1.into(), 0.into(), 0.into(), 1.into(), Object::Reference((5, 0)), 7.into()].into())
        );
    }
}
