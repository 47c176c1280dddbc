//! English: curly quotes and apostrophes, no space before punctuation.

use super::{Line, Slip, windows};

/// What is not as English writes it.
pub fn slips(line: &Line) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (at, before, c, after) in windows(&line.text) {
        let span = at..at + c.len_utf8();
        let joins = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
        match c {
            '\'' if before.is_some_and(char::is_alphanumeric) => {
                slips.push(Slip::new(span, "a straight apostrophe", "write `’`"))
            }
            '\'' => slips.push(Slip::new(span, "a straight quotation mark", "write `‘` or `’`")),
            '"' => slips.push(Slip::new(span, "a straight quotation mark", "write `“` or `”`")),
            '\u{2018}' if joins => slips.push(Slip::new(span, "an opening quotation mark for an apostrophe", "write `’`")),
            ' ' if after.is_some_and(|c| matches!(c, ',' | ';' | ':' | '!' | '?'))
                && before.is_some_and(char::is_alphanumeric) =>
            {
                slips.push(Slip::new(span, "a space before punctuation", "leave it out"));
            }
            _ => {}
        }
    }
    slips
}
