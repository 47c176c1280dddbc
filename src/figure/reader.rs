//! The walk through a text: from opening to opening, asking every construct of the language.

use super::construct::Reading;
use super::lexicon::{Opening, latin_before};
use super::numeral::digit_at;
use super::site::Site;
use super::word::Word;
use super::{Language, hedge, range, role};
use crate::model::{Amount, Figure};

/// Reads every figure of a text; spaces that do not break are spaces like others.
pub(super) fn read(language: &'static Language, text: &str) -> Vec<Figure> {
    const SPACES: [char; 3] = ['\u{a0}', '\u{2009}', '\u{202f}'];
    let is_space = |at: usize| text[at..].starts_with(SPACES);
    if !memchr::memchr2_iter(0xC2, 0xE2, text.as_bytes()).any(is_space) {
        return read_plain(language, text);
    }
    let mut figures = read_plain(language, &text.replace(SPACES, " "));
    // Offsets rise, so one walk maps them all back.
    let (mut plain, mut original) = (0, 0);
    let mut back = |offset: usize| {
        while plain < offset {
            let next = text[original..].chars().next().expect("both texts have as many characters");
            plain += if SPACES.contains(&next) { 1 } else { next.len_utf8() };
            original += next.len_utf8();
        }
        original
    };
    for figure in &mut figures {
        let span = [figure.span.start, figure.core.start, figure.core.end, figure.span.end].map(&mut back);
        (figure.span, figure.core) = (span[0]..span[3], span[1]..span[2]);
    }
    figures
}

/// Reads every figure of a text whose only spaces are plain.
fn read_plain(language: &'static Language, text: &str) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    let mut at = 0;
    while let Some(opening) = language.lexicon.next_opening(text, at) {
        let floor = figures.last().map_or(0, |figure| figure.span.end);
        at = match skip(language, text, opening) {
            Some(end) => end,
            None => match read_at(language, text, opening, floor) {
                Some(seen) => {
                    let end = seen.reading.span.end.max(opening.end);
                    match finish(language, text, seen, floor) {
                        Some(figure) => {
                            let end = figure.span.end.max(end);
                            figures.push(figure);
                            end
                        }
                        None => end,
                    }
                }
                None if opening.word.is_none() => identifier_end(text, opening.start),
                None => opening.end,
            },
        };
    }
    figures
}

/// A reading with what a range needs to know of it.
#[derive(Debug)]
pub(super) struct Seen {
    pub reading: Reading,
    /// The power of ten of its scale.
    pub scale: u8,
    /// Whether it has a prefix or suffix of its own.
    pub before: bool,
    pub after: bool,
}

/// Asks every construct what stands at the opening; the longest reading wins.
pub(super) fn read_at(language: &'static Language, text: &str, opening: Opening, floor: usize) -> Option<Seen> {
    let site = Site::new(language, text, opening, floor);
    let mut best: Option<Reading> = None;
    for construct in language.constructs.asked(site.has()) {
        if let Some(reading) = construct.read(&site)
            && best.as_ref().is_none_or(|best| reading.span.end > best.span.end)
        {
            best = Some(reading);
        }
    }
    let scale = site.number.as_ref().map_or(0, |number| number.scale);
    let reading = best?;
    let before = site.before.is_some() || reading.core.start > site.number_start;
    let after = site.after.is_some() || site.number.as_ref().is_some_and(|number| reading.span.end > number.end);
    Some(Seen { reading, scale, before, after })
}

/// The end of something that is no figure, if the opening stands in it: an idiom, a part of a word, an identifier, a name.
fn skip(language: &'static Language, text: &str, opening: Opening) -> Option<usize> {
    match opening.word {
        _ if text[..opening.start].ends_with("&#") || text[..opening.end].ends_with("&#") => {
            Some(identifier_end(text, opening.end))
        }
        Some(Word::Idiom) => Some(opening.end),
        Some(Word::Name) => {
            let number = language.skip_gap(text, opening.end);
            let number = number + usize::from(text.as_bytes().get(number) == Some(&b'-'));
            let behind = |at: usize| telephone_end(text, at).unwrap_or_default().max(identifier_end(text, at));
            Some(if digit_at(text, number).is_some() { behind(number) } else { opening.end })
        }
        Some(_) => None,
        None if in_identifier(text, opening.start) => Some(identifier_end(text, opening.start)),
        None => entity_end(text, opening.start).or_else(|| telephone_end(text, opening.start)),
    }
}

/// The end of what is left of a numeric character reference, with or without its head: `&#37;`, `#39;`, `039;`.
fn entity_end(text: &str, at: usize) -> Option<usize> {
    let digits = text.as_bytes()[at..].iter().take(8).take_while(|byte| byte.is_ascii_digit()).count();
    let closed = text.as_bytes().get(at + digits) == Some(&b';');
    let headed = at > 0 && text.as_bytes()[at - 1] == b'#';
    let bare = matches!(digits, 3 | 4) && text.as_bytes()[at] == b'0' && !text[..at].ends_with(char::is_alphanumeric);
    (closed && digits >= 2 && (headed || bare)).then_some(at + digits + 1)
}

/// How far a look back from a digit goes: longer identifiers than this are not prose.
const LOOK_BACK: usize = 256;

/// Whether the digit at `at` belongs to an identifier: Latin letters touch it from the left, directly or over a hyphen, or it
/// stands in an address.
fn in_identifier(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    match at.checked_sub(1).map(|before| bytes[before]) {
        Some(b'_') => true,
        Some(_) if latin_before(text, at) => true,
        Some(b'-') if latin_before(text, at - 1) => !ends_in_prefix(&text[..at - 1]),
        Some(b'.') if latin_before(text, at - 1) => true,
        Some(b'/' | b'.' | b'@' | b'=' | b'&' | b'?' | b'#' | b'~' | b'-' | b':' | b'%') => {
            let near = &bytes[at.saturating_sub(LOOK_BACK)..at];
            let goes_on = |from: usize| near[from..].iter().all(|byte| byte.is_ascii() && !byte.is_ascii_whitespace());
            let last = |part: &&str| memchr::memmem::rfind(near, part.as_bytes());
            let address = memchr::memchr3(b'@', b':', b'w', near).is_some();
            address && ["://", "www.", "@", "doi:"].iter().filter_map(last).any(goes_on)
                || near.ends_with(b"#") && near.len() > 1 && goes_on(near.len() - 2)
        }
        _ => false,
    }
}

/// Whether a text ends in a Latin prefix that joins a number with a hyphen without making it a name: `mid-2018`.
fn ends_in_prefix(text: &str) -> bool {
    const PREFIXES: [&str; 12] = ["mid", "pre", "post", "sub", "under", "over", "non", "early", "late", "to", "or", "since"];
    let word = text.len() - text.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    PREFIXES.iter().any(|prefix| text[word..].eq_ignore_ascii_case(prefix))
}

/// The end of the identifier around `at`: letters, digits and the marks that join them.
pub(super) fn identifier_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(&byte) = bytes.get(end) {
        let joins = matches!(byte, b'-' | b'.' | b'_' | b'/' | b'@' | b':' | b'=' | b'&' | b'?' | b'#')
            && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !(byte.is_ascii_alphanumeric() || joins) {
            break;
        }
        end += 1;
    }
    while let Some((_, length, _)) = digit_at(text, end) {
        end += length;
    }
    end.max(at + text[at..].chars().next().map_or(0, char::len_utf8))
}

/// The end of a telephone number or of a chain of numbers with hyphens such as an ISBN: three groups of digits or more, of
/// which a date has only three and begins or ends with a year.
fn telephone_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let international = at > 0 && bytes[at - 1] == b'+';
    let spaced = bytes[at] == b'0' && matches!(bytes.get(at + 1), Some(b'1'..=b'9' | b'0'));
    let (mut end, mut groups, mut digits, mut hyphens, mut longest) = (at, 0, 0, 0, 0);
    loop {
        let length = bytes[end..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if length == 0 {
            break;
        }
        (groups, digits, end, longest) = (groups + 1, digits + length, end + length, longest.max(length));
        let gap = match bytes.get(end..) {
            Some([b'-', b'0'..=b'9', ..]) => 1,
            Some([b' ', b'0'..=b'9', ..]) if international || spaced && (length >= 3 || groups == 1 && length == 2) => 1,
            Some([b')', b' ', b'0'..=b'9', ..]) if groups == 1 && at > 0 && bytes[at - 1] == b'(' => 2,
            _ => break,
        };
        hyphens += usize::from(bytes[end] == b'-');
        end += gap;
    }
    let telephone = (international || spaced && hyphens == 0) && groups >= 3
        || groups >= 3 && hyphens >= 1 && !(groups == 3 && hyphens == 2 && digits == 8);
    (telephone && digits >= 8 && longest < 12).then_some(end)
}

/// Joins a range, adds hedges, tells the role.
fn finish(language: &'static Language, text: &str, seen: Seen, floor: usize) -> Option<Figure> {
    let reading = range::extend(language, text, seen, floor);
    let mut figure = Figure {
        span: reading.span,
        core: reading.core,
        quantity: reading.quantity,
        confidence: reading.confidence,
        role: reading.role,
    };
    hedge::add(language, text, &mut figure, floor);
    role::mark(text, &mut figure);
    (language.judge)(text, figure)
}

/// Whether a reading is a number with nothing to it, which may be an end of a range.
pub(super) fn is_bare(seen: &Seen) -> bool {
    !seen.before && !seen.after && matches!(seen.reading.quantity.amount, Amount::Value(_))
}
