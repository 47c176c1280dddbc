//! The tags and texts of a page that is plainly written, without building a tree of it.
//!
//! In: HTML. Out: its tokens in order; or nothing, where the HTML uses anything but tags with quoted attributes, texts with
//! ordinary references, comments, scripts and styles. What is refused here is left to the parser of a browser, which is slower
//! by far, so that a rule of HTML which is not known here can never change what is read. Reference: HTML Standard, 13.2.5.

use super::name::Name;
use std::borrow::Cow;

/// A piece of a page.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// A start tag, and for a script, style or title what stands in it; its attributes are those of [`Tokens::attributes`].
    Open(Tag<'a>, Option<Cow<'a, str>>),
    /// An end tag, in small letters; scripts, styles and titles have none of their own.
    Close(&'a str),
    /// A text between tags or comments.
    Text(Cow<'a, str>),
}

/// A start tag.
#[derive(Debug, PartialEq)]
pub(super) struct Tag<'a> {
    /// What it is called, in small letters.
    pub text: &'a str,
    /// Which of the known names that is.
    pub name: Name,
    /// Whether it closes itself, as `<rect/>`.
    pub closed: bool,
}

/// The attributes of a start tag as they are written: names and values.
pub(super) type Written<'a> = Vec<(&'a str, Cow<'a, str>)>;

/// Tokens of a page.
pub(super) struct Tokens<'a> {
    html: &'a str,
    /// How far it is read.
    at: usize,
    /// The attributes of the start tag that was met last.
    pub attributes: Written<'a>,
    /// Whether the text that was met last has places where its lines may end.
    pub breaks: bool,
    /// Whether something was met that is not plainly written.
    pub refused: bool,
}

/// Where a line may end: Thai has one between any two words.
const BREAK: &str = "<wbr>";

impl<'a> Tokens<'a> {
    /// The tokens behind `<!DOCTYPE html>`; `None` if the page does not begin with that, or has characters that a parser drops.
    pub fn of(html: &'a str) -> Option<Self> {
        let doctype = "<!doctype html>";
        let start = html.trim_ascii_start();
        let is_one = start.get(..doctype.len())?.eq_ignore_ascii_case(doctype);
        let is_plain = memchr::memchr2(0, b'\r', html.as_bytes()).is_none();
        (is_one && is_plain).then(|| Self {
            html: start,
            at: doctype.len(),
            attributes: Vec::new(),
            breaks: false,
            refused: false,
        })
    }

    /// What is not read yet.
    fn rest(&self) -> &'a str {
        &self.html[self.at..]
    }

    fn token(&mut self) -> Option<Token<'a>> {
        let bytes = self.html.as_bytes();
        while let [b'<', b'!', ..] = bytes[self.at..] {
            let comment = self.rest().strip_prefix("<!--")?;
            let end = comment.find("--")?;
            comment[end..].strip_prefix("-->").filter(|_| !comment.starts_with(['>', '-']))?;
            self.at += "<!--".len() + end + "-->".len();
        }
        match bytes[self.at..] {
            [b'<', b'/', ..] => {
                let from = self.at + 2;
                let end = name_end(bytes, from)?;
                let close = behind_space(bytes, end)?;
                self.at = close + 1;
                (bytes[close] == b'>').then(|| Token::Close(&self.html[from..end]))
            }
            [b'<', ..] => {
                let tag = self.tag()?;
                let inside = match tag.name {
                    Name::Script | Name::Style => Some(Cow::Borrowed(self.raw(tag.text)?)),
                    Name::Title => Some(decoded(self.raw(tag.text)?)?),
                    _ => None,
                };
                Some(Token::Open(tag, inside))
            }
            _ => Some(Token::Text(self.text()?)),
        }
    }

    /// A text; where lines may end in it ([`BREAK`]) is none of its reader's business.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        let mut text = self.part()?;
        // A mark † is one only where it is all the text that there is.
        while text != "†"
            && let Some(rest) = self.rest().strip_prefix(BREAK).filter(|rest| !rest.starts_with('†'))
        {
            self.at = self.html.len() - rest.len();
            self.breaks = true;
            let part = self.part()?;
            text.to_mut().push_str(&part);
        }
        Some(text)
    }

    /// What stands up to the next tag.
    fn part(&mut self) -> Option<Cow<'a, str>> {
        let bytes = &self.html.as_bytes()[self.at..];
        let first = next(bytes, b'<', b'&').unwrap_or(bytes.len());
        let has_reference = bytes.get(first) == Some(&b'&');
        let end = if has_reference { memchr::memchr(b'<', bytes).unwrap_or(bytes.len()) } else { first };
        let part = &self.html[self.at..self.at + end];
        self.at += end;
        if has_reference { decoded(part) } else { Some(Cow::Borrowed(part)) }
    }

    fn tag(&mut self) -> Option<Tag<'a>> {
        let (html, bytes) = (self.html, self.html.as_bytes());
        let from = self.at + 1;
        let mut at = name_end(bytes, from)?;
        let text = &html[from..at];
        self.attributes.clear();
        loop {
            let before = at;
            at = behind_space(bytes, at)?;
            let closed = bytes[at] == b'/';
            if bytes.get(at + usize::from(closed)) == Some(&b'>') {
                self.at = at + usize::from(closed) + 1;
                return Some(Tag { text, name: Name::of(text), closed });
            }
            let end = at + bytes[at..].iter().position(|byte| IS_NAME[usize::from(*byte)] == 0)?;
            if end == at || at == before {
                return None;
            }
            let attribute = &html[at..end];
            at = end;
            let value = match bytes[at..] {
                [b'=', b'"', ..] => {
                    let from = at + 2;
                    let end = from + next(&bytes[from..], b'"', b'&')?;
                    let (end, has_reference) = match bytes[end] {
                        b'&' => (end + memchr::memchr(b'"', &bytes[end..])?, true),
                        _ => (end, false),
                    };
                    at = end + 1;
                    if has_reference { decoded(&html[from..end])? } else { Cow::Borrowed(&html[from..end]) }
                }
                [b' ' | b'\n' | b'/' | b'>', ..] => Cow::Borrowed(""),
                _ => return None,
            };
            if self.attributes.iter().any(|(known, _)| *known == attribute) {
                return None;
            }
            self.attributes.push((attribute, value));
        }
    }

    /// What stands up to the end tag of that name, which must be the first thing that looks like a tag or a comment, but for the
    /// signs of a programme.
    fn raw(&mut self, name: &str) -> Option<&'a str> {
        let rest = self.rest();
        let end = rest.find("</")?;
        let inside = &rest[..end];
        let is_plain = !inside.contains("<!--") && !inside.contains("<script") && (name != "title" || !inside.contains('<'));
        let rest = rest[end + 2..].strip_prefix(name)?.strip_prefix('>').filter(|_| is_plain)?;
        self.at = self.html.len() - rest.len();
        Some(inside)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if self.at == self.html.len() {
            return None;
        }
        self.breaks = false;
        let token = self.token();
        self.refused |= token.is_none();
        token
    }
}

/// The end of the name of a tag that begins there.
fn name_end(bytes: &[u8], from: usize) -> Option<usize> {
    let name = &bytes[from..];
    let length = name.iter().position(|byte| IS_NAME[usize::from(*byte)] & TAG == 0)?;
    name[0].is_ascii_lowercase().then_some(from + length)
}

/// The first byte from there on that is no white space.
fn behind_space(bytes: &[u8], from: usize) -> Option<usize> {
    Some(from + bytes[from..].iter().position(|byte| !byte.is_ascii_whitespace())?)
}

/// What names are made of: a bit for those of tags, others for the rest of those of attributes.
const IS_NAME: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'0'..=b'9' => TAG,
            b'-' | b':' | b'_' => 2,
            _ => 0,
        };
        byte += 1;
    }
    table
};
const TAG: u8 = 1;

/// Where one of two bytes stands first, eight at a time: most values and texts are so short that nothing else is worth its start.
fn next(bytes: &[u8], one: u8, other: u8) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    // The lowest bit that this leaves is that of the first byte which is 0: Warren, "Hacker's Delight", 6-1.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & (ONES << 7);
    let (eights, rest) = bytes.as_chunks::<8>();
    for (at, eight) in eights.iter().enumerate() {
        let word = u64::from_le_bytes(*eight);
        let found = zeros(word ^ (ONES * u64::from(one))) | zeros(word ^ (ONES * u64::from(other)));
        if found > 0 {
            return Some(at * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    let last = rest.iter().position(|byte| *byte == one || *byte == other)?;
    Some(eights.len() * 8 + last)
}

/// A text with its references as the characters that they stand for; `None` if one of them is not usual.
fn decoded(text: &str) -> Option<Cow<'_, str>> {
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Some(Cow::Borrowed(text));
    }
    let mut parts = text.split('&');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';')?;
        decoded.push(character(name)?);
        decoded.push_str(rest);
    }
    Some(Cow::Owned(decoded))
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let is_plain = !number.is_empty() && number.len() < 7 && number.bytes().all(|byte| byte.is_ascii_digit());
            let code = number.parse().ok().filter(|code| is_plain && matches!(code, 0x20..0x7F | 0xA0..0xFDD0))?;
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of a page, each with the attributes of the last start tag.
    fn tokens(html: &str) -> Option<Vec<(Token<'_>, Written<'_>)>> {
        let mut tokens = Tokens::of(html)?;
        let mut all = Vec::new();
        while let Some(token) = tokens.next() {
            all.push((token, tokens.attributes.clone()));
        }
        (!tokens.refused).then_some(all)
    }

    #[test]
    fn plain_markup_is_read() {
        let html = "<!DOCTYPE html><p class=\"a &amp; b\" hidden>1 &lt; 2&nbsp;<!-- 3 --><script>x < 1</script></p >";
        let open = |text, inside| Token::Open(Tag { text, name: Name::of(text), closed: false }, inside);
        let attributes = vec![("class", "a & b".into()), ("hidden", "".into())];
        let expected = [
            (open("p", None), attributes.clone()),
            (Token::Text("1 < 2\u{a0}".into()), attributes),
            (open("script", Some("x < 1".into())), vec![]),
            (Token::Close("p"), vec![]),
        ];
        assert_eq!(tokens(html).unwrap(), expected);
    }

    #[test]
    fn a_text_goes_on_where_a_line_may_end() {
        let html = "<!doctype html>ลูก<wbr>ค้า &amp;<wbr><wbr>x<b>†<wbr>y<wbr>†";
        let texts = tokens(html).unwrap().into_iter().filter_map(|(token, _)| match token {
            Token::Text(text) => Some(text.into_owned()),
            _ => None,
        });
        assert_eq!(texts.collect::<Vec<_>>(), ["ลูกค้า &x", "†", "y", "†"]);
    }

    #[test]
    fn the_first_of_two_bytes_is_found_wherever_it_stands() {
        for length in 0..40 {
            for at in 0..length {
                let mut bytes = vec![b'\x80'; length];
                bytes[length - 1] = b'&';
                bytes[at] = b'"';
                assert_eq!(next(&bytes, b'"', b'&'), Some(at));
                assert_eq!(next(&bytes, b'&', b'"'), Some(at));
                assert_eq!(next(&bytes[..at], b'"', b'&'), None);
            }
        }
    }

    #[test]
    fn what_needs_a_parser_is_refused() {
        for html in [
            "<p>",
            "<!DOCTYPE html PUBLIC \"x\"><p>",
            "<!doctype html>a & b",
            "<!doctype html>&notin;",
            "<!doctype html><P>",
            "<!doctype html><p a=1>",
            "<!doctype html><p a='1'>",
            "<!doctype html><p a=\"1\"b=\"2\">",
            "<!doctype html><p a=\"1\" a=\"2\">",
            "<!doctype html><br / >",
            "<!doctype html><!-- a -- b -->",
            "<!doctype html><!-->",
            "<!doctype html><p",
            "<!doctype html><p a=\"",
            "<!doctype html><script><!-- </script>",
            "<!doctype html><title>a<b></title>",
            "<!doctype html>a\r\nb",
            "<!doctype html>&#128;",
            "<!doctype html><![CDATA[x]]>",
            "<!doctype html><script>a</b></script>",
            "<!doctype html><p a =\"1\">",
            "<!doctype html>a\0",
        ] {
            assert_eq!(tokens(html), None, "{html}");
        }
    }
}
