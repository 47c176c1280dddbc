//! Where lines may end.
//!
//! In: a text in a locale, and what in it must stay on one line. Out: the places where a line may end. Nothing can go wrong. The
//! rules of Unicode (UAX #14) come first; each language adds its own, from W3C's sealreq and clreq: words for Thai, the line
//! starts and ends of Chinese, hyphens for English. A number never leaves its sign, its unit, or the word that says how to read it.
//!
//! | member | what it does |
//! |---|---|
//! | `th` | words; ร้อยละ and พ.ศ. with their number, ๆ and ฯลฯ with their word, a number with its classifier |
//! | `zh` | what no line begins or ends with; quotation marks, dashes, ranges, numbers |
//! | `en` | syllables; a number with its unit |

mod en;
mod th;
mod zh;

use std::ops::Range;

/// A place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opportunity {
    /// The byte offset of what would begin the next line; a space before it ends the line.
    pub at: usize,
    /// What the end of the line then shows.
    pub end: End,
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// With nothing added.
    Plain,
    /// With a hyphen, inside a word.
    Hyphen,
}

/// The places where a line of the text may end, in order, none of them inside one of the spans `whole` and none at the end of the
/// text.
///
/// The spans must be in order; they may touch, but not overlap.
pub fn opportunities(tag: &str, text: &str, whole: &[Range<usize>]) -> Vec<Opportunity> {
    let language = LANGUAGES.iter().find(|language| language.tag == tag);
    let mut found = Vec::new();
    match language {
        Some(language) => {
            (language.add)(text, &mut found);
            // Few lists in order, one behind the other: a stable sort merges them.
            found.sort();
            found.dedup_by_key(|opportunity| opportunity.at);
        }
        None => unicode(text, 0..text.len(), &mut found),
    }
    let mut spans = whole.iter().peekable();
    found.retain(|opportunity| {
        while spans.next_if(|span| span.end <= opportunity.at).is_some() {}
        let is_inside = spans.peek().is_some_and(|span| span.start < opportunity.at);
        let allows = |language: &Language| (language.allows)(&Gap::new(text, opportunity.at));
        !is_inside && language.is_none_or(allows)
    });
    found
}

/// Adds the places that Unicode has inside a part of a text.
fn unicode(text: &str, part: Range<usize>, found: &mut Vec<Opportunity>) {
    let start = part.start;
    let places = unicode_linebreak::linebreaks(&text[part.clone()]).map(|(at, _)| start + at);
    found.extend(places.filter(|at| *at < part.end).map(|at| Opportunity { at, end: End::Plain }));
}

/// The rules of a language.
struct Language {
    tag: &'static str,
    /// Adds the places of Unicode and those of the language.
    add: fn(&str, &mut Vec<Opportunity>),
    /// Whether a line may end there.
    allows: fn(&Gap<'_>) -> bool,
}

const LANGUAGES: &[Language] = &[
    Language { tag: "en", add: en::add, allows: en::allows },
    Language { tag: "th", add: th::add, allows: th::allows },
    Language { tag: "zh-Hans", add: zh::add, allows: zh::allows },
];

/// A place between two characters, where a line might end.
struct Gap<'a> {
    before: &'a str,
    after: &'a str,
}

impl<'a> Gap<'a> {
    fn new(text: &'a str, at: usize) -> Self {
        let (before, after) = text.split_at(at);
        Self { before, after }
    }

    fn last(&self) -> Option<char> {
        self.before.chars().next_back()
    }

    fn first(&self) -> Option<char> {
        self.after.chars().next()
    }

    /// What stands before the spaces of the gap.
    fn word_before(&self) -> &'a str {
        self.before.trim_end_matches(is_space)
    }

    /// Whether a number stands before it, or begins behind it.
    fn follows_number(&self) -> bool {
        self.before.chars().rev().find(|c| !is_space(*c)).is_some_and(is_digit)
    }

    fn precedes_number(&self) -> bool {
        self.first().is_some_and(is_digit)
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '๐'..='๙' | '０'..='９')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its places marked.
    pub fn marked(tag: &str, text: &str) -> String {
        let found = opportunities(tag, text, &[]);
        let mark = |at: usize| match found.iter().find(|opportunity| opportunity.at == at) {
            Some(Opportunity { end: End::Hyphen, .. }) => "-",
            Some(_) => "|",
            None => "",
        };
        text.char_indices().map(|(at, c)| format!("{}{c}", mark(at))).collect()
    }

    #[test]
    fn what_must_stay_whole_stays_whole() {
        let text = "of 1.2 million people";
        let places =
            |whole: &[Range<usize>]| opportunities("xx", text, whole).iter().map(|found| found.at).collect::<Vec<_>>();
        assert_eq!(places(&[]), [3, 7, 15]);
        assert_eq!(places(&[0..3, 3..14]), [3, 15]);
        assert_eq!(places(&[0..3, 3..15]), [3, 15]);
    }

    #[test]
    fn any_text_gets_places_inside_of_it_and_between_characters() {
        for text in ["", " ", "\n", "a\u{301}\u{301}", "👩‍👩‍👧 مرحبا", "\u{e31}\u{e48}", "……——", "\u{200b}\u{feff}"]
        {
            for tag in ["en", "th", "zh-Hans", "xx"] {
                let places = opportunities(tag, text, &[]);
                assert!(
                    places.iter().all(|place| place.at < text.len() && text.is_char_boundary(place.at)),
                    "{tag} {text:?}"
                );
            }
        }
    }
}
