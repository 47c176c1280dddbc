//! A text without the spaces that say nothing: several in a row, those between Chinese characters and digits, thin and no-break
//! ones between groups of digits. All other spaces are plain ones.
//!
//! In: a text of a language. Out: the text to read, and the way back from its bytes to those of the original.

use std::borrow::Cow;
use std::ops::Range;

/// A text and where its pieces stand in the original.
#[derive(Debug)]
pub struct Normal<'t> {
    /// The text to read.
    pub text: Cow<'t, str>,
    /// Where pieces begin, here and in the original; in order.
    pieces: Vec<(usize, usize)>,
}

impl<'t> Normal<'t> {
    /// Reads the original.
    pub fn new(tag: &str, original: &'t str) -> Self {
        let other = |at: usize, c: char| is_idle(tag, original, at, c) || c != ' ' && is_blank(c);
        let Some(first) = original.char_indices().find(|(at, c)| other(*at, *c)) else {
            return Self { text: Cow::Borrowed(original), pieces: vec![(0, 0)] };
        };
        let mut text = original[..first.0].to_owned();
        let mut pieces = vec![(0, 0)];
        let mut dropped = false;
        for (at, c) in original[first.0..].char_indices().map(|(at, c)| (at + first.0, c)) {
            if is_idle(tag, original, at, c) {
                dropped = true;
                continue;
            }
            if dropped {
                pieces.push((text.len(), at));
            }
            text.push(if is_blank(c) { ' ' } else { c });
            // A longer space became a short one.
            dropped = c != ' ' && is_blank(c);
        }
        Self { text: Cow::Owned(text), pieces }
    }

    /// The bytes of the original that a span of the text stands for.
    pub fn original(&self, span: &Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let piece = self.pieces.partition_point(|(here, _)| *here <= at).saturating_sub(1);
            self.pieces[piece].1 + at - self.pieces[piece].0
        };
        let start = place(span.start);
        if span.is_empty() { start..start } else { start..place(span.end - 1) + 1 }
    }
}

/// Whether the space at a place says nothing.
fn is_idle(tag: &str, text: &str, at: usize, c: char) -> bool {
    if !is_blank(c) {
        return false;
    }
    let (before, rest) = (text[..at].chars().next_back(), &text[at + c.len_utf8()..]);
    let after = rest.trim_start_matches(is_blank).chars().next();
    let (Some(before), Some(after)) = (before, after) else { return false };
    let digit = |c: char| c.is_ascii_digit() || ('๐'..='๙').contains(&c) || ('０'..='９').contains(&c);
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let group = || {
        let digits = rest.chars().take_while(|c| digit(*c)).count();
        let head = text[..at].chars().rev().take_while(|c| digit(*c)).take(4).count();
        digits == 3 && (1..=3).contains(&head)
    };
    is_blank(before)
        || tag == "zh-Hans" && (han(before) && (digit(after) || han(after)) || digit(before) && han(after))
        || c != ' ' && group()
}

/// A space of any width that breaks no line.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_spaces_go_and_the_way_back_is_known() {
        let normal = Normal::new("zh-Hans", "约有  1200 个，共 52\u{202f}000 人");
        assert_eq!(normal.text, "约有1200个，共52000人");
        let at = normal.text.find("52000").expect("it is there");
        assert_eq!(&"约有  1200 个，共 52\u{202f}000 人"[normal.original(&(at..at + 5))], "52\u{202f}000");
        let normal = Normal::new("en", "tens\u{a0}of\u{a0}thousands");
        assert_eq!((&*normal.text, normal.original(&(5..7))), ("tens of thousands", 6..8));
        assert_eq!(Normal::new("en", "6 700 and 24 hours").text, "6 700 and 24 hours");
    }
}
