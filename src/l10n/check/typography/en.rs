//! English: no space before punctuation.

use super::{Line, Slip, Spot, places};

/// What is not as English writes it.
pub fn slips(line: &Line) -> Vec<Slip> {
    let is_wanted = |_: &[u8], rest: &[u8]| matches!(rest, [b' ', b',' | b';' | b':' | b'!' | b'?', ..]);
    let spaces = places(&line.text, is_wanted).filter(|spot| spot.before.is_some_and(char::is_alphanumeric));
    spaces.map(|Spot { at, .. }| Slip::new(at..at + 1, "a space before punctuation", "leave it out")).collect()
}
