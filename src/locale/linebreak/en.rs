//! English: hyphens, and numbers with their units.

use super::{End, Gap, Opportunity, unicode};
use crate::locale::date::ENGLISH;
use hypher::Lang;

/// What stays with a number before it, as months do.
const UNITS: &[&str] = &[
    "%",
    "per",
    "percent",
    "percentage",
    "points",
    "point",
    "basis",
    "times",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "dozen",
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "quarter",
    "quarters",
    "year",
    "years",
    "decades",
    "a.m.",
    "p.m.",
    "am",
    "pm",
    "km",
    "kg",
    "°C",
];

/// What stays with a number behind it.
const LEADERS: &[&str] = &["US$", "$", "£", "€", "No.", "Figure", "Table", "page", "p.", "pp."];

/// The shortest word that is divided, in letters, and the longest.
const DIVIDED: std::ops::RangeInclusive<usize> = 8..=40;

/// Adds Unicode's places, and one between the syllables of each word; names and what holds a digit stay whole.
pub fn add(text: &str, found: &mut Vec<Opportunity>) {
    unicode(text, 0..text.len(), found);
    let mut start = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphanumeric() && !is_inner(c)) {
        let letters = word.trim_end_matches(|c: char| !c.is_ascii_lowercase());
        let plain = DIVIDED.contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_lowercase());
        // A word that has a hyphen already is divided there and nowhere else.
        let is_compound = text[..start].ends_with('-') || text[start + letters.len()..].starts_with('-');
        if plain && !is_compound {
            let mut at = start;
            let syllables: Vec<_> = hypher::hyphenate(letters, Lang::English).collect();
            for syllable in &syllables[..syllables.len().saturating_sub(1)] {
                at += syllable.len();
                if at - start >= 3 && start + letters.len() - at >= 3 {
                    found.push(Opportunity { at, end: End::Hyphen });
                }
            }
        }
        start += word.len();
    }
}

/// What stands inside of words, addresses and numbers.
fn is_inner(c: char) -> bool {
    matches!(c, '\'' | '’' | '.' | '/' | '@' | '_' | '&' | '\u{ad}')
}

/// A number stays with its unit and its sign, and a short dash with what stands before it.
pub fn allows(gap: &Gap<'_>) -> bool {
    let next = gap.after.split([' ', ',', ';', ':', ')', '—', '–']).next().unwrap_or_default().trim_end_matches('.');
    let joins = |word: &str| UNITS.contains(&word) || ENGLISH.contains(&word);
    if gap.follows_number() && (joins(next) || joins(gap.after.get(..4).unwrap_or_default())) {
        return false;
    }
    let before = gap.word_before();
    if gap.precedes_number() && LEADERS.iter().any(|leader| before.ends_with(leader)) {
        return false;
    }
    // A range is one thing; a spaced dash never begins a line.
    let is_dash = |c: Option<char>| matches!(c, Some('–' | '-' | '−'));
    if is_dash(gap.last()) && gap.precedes_number() {
        return false;
    }
    !(gap.last() == Some(' ') && matches!(gap.first(), Some('–' | '—')))
}

#[cfg(test)]
mod tests {
    use super::super::tests::marked;

    #[test]
    fn words_are_divided_and_numbers_are_not() {
        assert_eq!(marked("en", "customers appreciate transparency"), "cus-tomers |appre-ci-ate |trans-parency");
        assert_eq!(marked("en", "about 9 percentage points"), "about |9 per-cent-age |points");
        assert_eq!(marked("en", "US$ 3.5 billion in 18 months."), "US$ 3.5 billion |in |18 months.");
        assert_eq!(marked("en", "aged 18–34 – or so"), "aged |18–34 – |or |so");
        assert_eq!(marked("en", "Salesforce on martech.org"), "Salesforce |on |martech.org");
    }
}
