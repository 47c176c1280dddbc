//! English: no space before punctuation.

use super::{Line, Slip, windows};

/// What is not as English writes it.
pub fn slips(line: &Line) -> Vec<Slip> {
    let is_slip = |before: Option<char>, c: char, after: Option<char>| {
        let marks = |c: char| matches!(c, ',' | ';' | ':' | '!' | '?');
        c == ' ' && after.is_some_and(marks) && before.is_some_and(char::is_alphanumeric)
    };
    let spaces = windows(&line.text).filter(|&(_, before, c, after)| is_slip(before, c, after));
    spaces.map(|(at, ..)| Slip::new(at..at + 1, "a space before punctuation", "leave it out")).collect()
}
