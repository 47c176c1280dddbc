//! Thai: a space beside numerals and Latin words, and on both sides of ๆ (Royal Society of Thailand); none before punctuation; no full
//! stop at the end of a sentence.

use super::{Line, Slip, Spot, is_thai, places};

/// What is not as Thai writes it.
pub fn slips(line: &Line) -> Vec<Slip> {
    let text = &line.text;
    let mut slips = Vec::new();
    for Spot { at, before, c, after } in places(text, is_wanted) {
        let span = at..at + c.len_utf8();
        match c {
            'ๆ' if before.is_some_and(is_thai) => slips.push(Slip::new(span, "no space before ๆ", "write ` ๆ`")),
            'ๆ' if after.is_some_and(is_thai) => slips.push(Slip::new(span, "no space behind ๆ", "write `ๆ `")),
            '，' | '。' | '、' | '；' | '：' | '！' | '？' | '（' | '）' => {
                slips.push(Slip::new(span, format!("`{c}` is no Thai punctuation"), "write a space, or the Latin sign"));
            }
            ' ' if after.is_some_and(|c| matches!(c, ',' | ';' | ':' | '!' | '?' | ')')) && before.is_some_and(is_thai) => {
                slips.push(Slip::new(span, "a space before punctuation", "leave it out"));
            }
            ' ' if before == Some('(') => slips.push(Slip::new(span, "a space behind a bracket", "leave it out")),
            '.' if ends_sentence(text, at) => {
                slips.push(Slip::new(
                    span,
                    "a full stop at the end of a Thai sentence",
                    "leave it out; a space divides sentences",
                ));
            }
            _ if is_thai(c) && after.is_some_and(|c| c.is_ascii_alphanumeric()) => {
                slips.push(Slip::new(at..at + c.len_utf8(), "no space between Thai and what follows", "write a space"));
            }
            _ if c.is_ascii_alphanumeric() && after.is_some_and(is_thai) => {
                slips.push(Slip::new(at..at + c.len_utf8(), "no space between this and Thai", "write a space"));
            }
            _ => {}
        }
    }
    // The edge of a figure is typed on one side only: then the letter on that side is what is shown.
    for slip in &mut slips {
        if !line.is_typed(&slip.span) && slip.help == "write a space" {
            let next = slip.span.end..slip.span.end + text[slip.span.end..].chars().next().map_or(0, char::len_utf8);
            slip.span = next;
        }
    }
    slips
}

/// Whether a slip may begin here: at a space, a full stop, ๆ or a wide sign, and where Thai and ASCII meet.
fn is_wanted(_: &[u8], rest: &[u8]) -> bool {
    match rest {
        [b' ' | b'.' | 0xE3 | 0xEF, ..] | [0xE0, 0xB9, 0x86, ..] => true,
        [0xE0, _, _, next, ..] => next.is_ascii_alphanumeric(),
        [byte, 0xE0, ..] => byte.is_ascii_alphanumeric(),
        _ => false,
    }
}

/// Whether a full stop ends a sentence: behind a long Thai word, where an abbreviation has one or two letters.
fn ends_sentence(text: &str, at: usize) -> bool {
    let word: String = text[..at].chars().rev().take_while(|c| is_thai(*c)).collect();
    let ends = text[at + 1..].chars().next().is_none_or(|c| c == '\n' || c == ' ');
    ends && word.chars().count() > 3
}
