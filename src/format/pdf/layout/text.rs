//! A paragraph before it is broken into lines: its text, and what each part of it looks like and belongs to.
//!
//! In: inlines, or texts given one by one. Out: a [`Paragraph`]. Nothing can go wrong. Characters that print nothing are left out,
//! so that none leaks into what a reader copies.

use super::shape::is_mark;
use crate::format::pdf::fonts::Weight;
use crate::format::pdf::page::{Colour, Length, Owner, Target};
use std::ops::Range;

/// What a part of a text looks like.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// Its weight.
    pub weight: Weight,
    /// Its size.
    pub size: Length,
    /// Its colour.
    pub colour: Colour,
    /// How far it stands above the baseline.
    pub rise: Length,
    /// The colour of the line under it.
    pub underline: Option<Colour>,
    /// Its language.
    pub tag: String,
}

/// A part of a text that looks alike and belongs to one node.
#[derive(Debug, Clone)]
pub struct Span {
    pub range: Range<usize>,
    pub style: Style,
    pub owner: Owner,
    /// The position of its link in [`Paragraph::links`].
    pub link: Option<usize>,
}

/// Where a part of a text leads.
#[derive(Debug, Clone)]
pub struct Lead {
    pub target: Target,
    pub owner: Owner,
    pub contents: String,
}

/// A paragraph before it is broken into lines.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    pub text: String,
    pub spans: Vec<Span>,
    /// What must stay on one line.
    pub whole: Vec<Range<usize>>,
    /// Where a line must begin.
    pub forced: Vec<usize>,
    pub links: Vec<Lead>,
    /// Places to which links lead.
    pub anchors: Vec<(usize, String)>,
}

impl Paragraph {
    /// Adds a text; white space is one space.
    pub fn push(&mut self, text: &str, style: &Style, owner: Owner, link: Option<usize>) {
        let start = self.text.len();
        let is_space = |c| matches!(c, '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}');
        for part in text.split_inclusive(|c| is_space(c) || is_invisible(c)) {
            let kept = part.trim_end_matches(is_invisible);
            match part.chars().next_back().filter(|c| is_space(*c)) {
                Some(c) => self.text.extend([&part[..part.len() - c.len_utf8()], " "]),
                None => self.text.push_str(kept),
            }
        }
        let end = self.text.len();
        match self.spans.last_mut() {
            _ if start == end => {}
            Some(last) if last.owner == owner && last.link == link && last.style == *style => last.range.end = end,
            _ => self.spans.push(Span { range: start..end, style: style.clone(), owner, link }),
        }
    }

    /// Sets everything at `to` thousandths of its size instead of at `from`.
    pub fn scale(&mut self, to: i32, from: i32) {
        for span in &mut self.spans {
            let of = |length: Length| Length((i64::from(length.0) * i64::from(to) / i64::from(from)) as i32);
            (span.style.size, span.style.rise) = (of(span.style.size), of(span.style.rise));
        }
    }

    /// Ends the line; a space stands for it in the text.
    pub fn end_line(&mut self, style: &Style, owner: Owner) {
        if !self.text.ends_with(' ') && !self.text.is_empty() {
            self.push(" ", style, owner, None);
        }
        self.forced.push(self.text.len());
    }

    /// Keeps the figure that was added from `start` on in one line, if it is short. A date may be divided beside its year, as it is
    /// by hand; a long figure is not divided at a hyphen.
    pub fn keep_short(&mut self, start: usize) {
        let text = &self.text[start..];
        let limit = if text.contains(char::is_numeric) { SHORT.0 } else { SHORT.1 };
        let is_short = text.chars().filter(|c| !is_mark(*c)).count() <= limit;
        let divides = |at: usize| if is_short { beside_year(text, at) } else { text[..at].ends_with(' ') };
        let mut from = 0;
        for (at, _) in text.char_indices().skip(1).chain([(text.len(), ' ')]) {
            if at == text.len() || divides(at) {
                if is_short || text[from..at].contains('-') {
                    self.whole.push(start + from..start + at);
                }
                from = at;
            }
        }
    }
}

/// Whether a place is that between the year and the month of a date.
fn beside_year(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    before.ends_with('年') || before.ends_with(' ') && (after.starts_with("พ.ศ.") || after.starts_with("ค.ศ."))
}

/// A figure in digits stays on one line up to the first number of characters, one in words up to the second; as on web pages.
const SHORT: (usize, usize) = (20, 14);

/// Characters that print nothing: of no width, for directions, for variants, and controls.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}
