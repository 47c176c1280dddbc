//! The output of a template made ready for Markdown.
//!
//! In: text with the marks of messages. Out: the text without them, and which stretch came from which message; beside emphasis
//! that touches Thai or Chinese a word joiner, which is taken out again from what Markdown makes of it. Nothing can go wrong.
//!
//! CommonMark opens and closes emphasis by what stands beside it, and in scripts without spaces gets it wrong:
//! `为**4.3%。**比` and `**ก.ค.**ถึง` stay asterisks. A word joiner is neither space nor punctuation, so with it they work.

use crate::locale::token::{JOINER, MESSAGE_CLOSE, MESSAGE_OPEN, from_number};
use std::ops::Range;

/// Text for Markdown, and where its messages stand.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Woven {
    /// The text.
    pub text: String,
    /// The stretches that came from messages, in order of their ends, with the number of the message.
    stretches: Vec<(Range<usize>, usize)>,
}

impl Woven {
    /// The number of the message that a byte of the text came from.
    pub fn message(&self, offset: usize) -> Option<usize> {
        let after = self.stretches.partition_point(|(stretch, _)| stretch.end <= offset);
        self.stretches.get(after).filter(|(stretch, _)| stretch.contains(&offset)).map(|(_, message)| *message)
    }

    /// The number of the first message of which a stretch of the text holds anything.
    pub fn first_message(&self, span: &Range<usize>) -> Option<usize> {
        let after = self.stretches.partition_point(|(stretch, _)| stretch.end <= span.start);
        let mut rest = self.stretches[after..].iter();
        rest.find(|(stretch, _)| stretch.start < span.end).map(|(_, message)| *message)
    }
}

/// Makes the output of a template ready.
pub fn weave(raw: &str) -> Woven {
    let mut woven = Woven { text: String::with_capacity(raw.len()), stretches: Vec::new() };
    let mut open = Vec::new();
    let mut rest = raw;
    // U+E002 and U+E003 begin with the byte 0xEE, as few other characters of any text do.
    while let Some(at) = memchr::memchr3(b'*', b'\\', 0xEE, rest.as_bytes()) {
        woven.text.push_str(&rest[..at]);
        rest = &rest[at..];
        let mut chars = rest.chars();
        match chars.next().expect("a character begins at the byte that was found") {
            '*' => rest = emphasis(&mut woven.text, rest),
            '\\' => {
                let escaped = chars.next().filter(char::is_ascii_punctuation).map_or(1, |c| 1 + c.len_utf8());
                woven.text.push_str(&rest[..escaped]);
                rest = &rest[escaped..];
            }
            MESSAGE_OPEN => {
                if let Some(message) = chars.next().and_then(from_number) {
                    open.push((woven.text.len(), message));
                    rest = chars.as_str();
                } else {
                    rest = &rest[MESSAGE_OPEN.len_utf8()..];
                }
            }
            MESSAGE_CLOSE => {
                if let Some((start, message)) = open.pop() {
                    woven.stretches.push((start..woven.text.len(), message));
                }
                rest = chars.as_str();
            }
            other => {
                woven.text.push(other);
                rest = chars.as_str();
            }
        }
    }
    woven.text.push_str(rest);
    woven
}

/// Adds a run of asterisks, with joiners where it touches a script that is not ASCII; the text after it.
fn emphasis<'a>(text: &mut String, rest: &'a str) -> &'a str {
    let run = rest.len() - rest.trim_start_matches('*').len();
    let (stars, after) = rest.split_at(run);
    let before = text.chars().next_back();
    let next = after.trim_start_matches([MESSAGE_OPEN, MESSAGE_CLOSE]).chars().next();
    let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let is_foreign = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !c.is_whitespace());
    let join = is_foreign(before) || is_foreign(next);
    if join && touches(before) {
        text.push(JOINER);
    }
    text.push_str(stars);
    if join && touches(next) {
        text.push(JOINER);
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Parser, Tag};

    /// What Markdown makes strong or emphatic.
    fn emphasised(text: &str) -> Vec<String> {
        let (mut found, mut depth) = (Vec::new(), 0);
        let woven = weave(text);
        for event in Parser::new(&woven.text) {
            match event {
                Event::Start(Tag::Strong | Tag::Emphasis) => (depth, _) = (depth + 1, found.push(String::new())),
                Event::End(tag) if tag == pulldown_cmark::TagEnd::Strong || tag == pulldown_cmark::TagEnd::Emphasis => {
                    depth -= 1
                }
                Event::Text(text) if depth > 0 => found.last_mut().unwrap().push_str(&text.replace(JOINER, "")),
                _ => {}
            }
        }
        found
    }

    #[test]
    fn emphasis_works_beside_thai_and_chinese() {
        for (text, expected) in [
            ("为**4.3%。**比", vec!["4.3%。"]),
            ("他说**“88%”**吗？", vec!["“88%”"]),
            ("**ก.ค.**ถึง **ธ.ค.**นี้", vec!["ก.ค.", "ธ.ค."]),
            ("《*客户状况*》", vec!["客户状况"]),
            ("（**注意**）和*重点*。", vec!["注意", "重点"]),
            ("a **bold** move, *x*", vec!["bold", "x"]),
            ("2 * 3 * 4", vec![]),
            ("\\*ไม่เน้น\\*", vec![]),
        ] {
            assert_eq!(emphasised(text), expected, "{text}");
        }
    }

    #[test]
    fn plain_english_and_lists_are_left_alone() {
        for text in ["* item\n* **b**\n", "***\n", "a*b*c", "`a*b`"] {
            assert_eq!(weave(text).text, text);
        }
    }

    #[test]
    fn a_byte_knows_its_message() {
        let mark = |n| crate::locale::token::number(n);
        let raw = format!(
            "# {MESSAGE_OPEN}{}ชื่อ{MESSAGE_CLOSE}\n\n{MESSAGE_OPEN}{}b*ก*{MESSAGE_CLOSE}{MESSAGE_CLOSE}",
            mark(4),
            mark(9)
        );
        let woven = weave(&raw);
        assert_eq!(woven.text.replace(JOINER, ""), "# ชื่อ\n\nb*ก*");
        let start = woven.text.find('b').unwrap();
        assert_eq!(
            [0, 2, start - 1, start, woven.text.len() - 1].map(|at| woven.message(at)),
            [None, Some(4), None, Some(9), Some(9)]
        );
    }
}
