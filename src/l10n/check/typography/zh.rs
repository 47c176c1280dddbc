//! Chinese: punctuation in full width (GB/T 15834), and no space between Chinese characters and others: the style sheet sets the gap
//! (W3C clreq).

use super::{GAP, Line, Slip, Spot, is_han, is_latin, places};

/// Punctuation in half width, and what Chinese writes in its place.
const WIDE: [(char, char); 8] =
    [(',', '，'), ('.', '。'), (';', '；'), (':', '：'), ('!', '！'), ('?', '？'), ('(', '（'), (')', '）')];

/// Punctuation that Chinese never doubles.
const SINGLE: &str = "，。、；：";

/// What is not as Chinese writes it.
pub fn slips(line: &Line) -> Vec<Slip> {
    let text = &line.text;
    let mut slips = Vec::new();
    for Spot { at, before, c, after } in places(text, is_wanted) {
        let span = at..at + c.len_utf8();
        let (behind_han, before_han) = (before.is_some_and(is_chinese), after.is_some_and(is_chinese));
        let wide = WIDE.iter().find(|(narrow, _)| *narrow == c).map(|(_, wide)| *wide);
        match c {
            '.' if after == Some('.') || before == Some('.') => {}
            '(' | ')' if !behind_han && !before_han => {}
            // The target of a link stands in brackets of its own.
            '(' if before == Some(']') => {}
            ')' if text[..at].rfind("](").is_some_and(|open| !text[open..at].contains(')')) => {}
            ',' | '.' | ';' | ':' | '!' | '?' if !behind_han => {}
            _ if wide.is_some() => {
                let wide = wide.expect("it is there");
                slips.push(Slip::new(span, format!("`{c}` in half width in Chinese"), format!("write `{wide}`")));
            }
            '「' | '」' | '『' | '』' => {
                slips.push(Slip::new(span, format!("`{c}` in simplified Chinese"), "write `“` and `”`"));
            }
            '…' if before != Some('…') && after != Some('…') && (behind_han || before_han) => {
                slips.push(Slip::new(span, "half an ellipsis", "write `……`"));
            }
            '-' if before != Some('-')
                && text[at..].starts_with("--")
                && (behind_han || text[at + 2..].starts_with(is_han)) =>
            {
                slips.push(Slip::new(at..at + 2, "two hyphens for a dash", "write `——`"));
            }
            ' ' if is_gap(before, after) && !is_list_mark(text, at) => {
                slips.push(Slip::new(span, "a space beside a Chinese character", "leave it out; the page sets the gap"));
            }
            c if SINGLE.contains(c) && after == Some(c) => {
                slips.push(Slip::new(at..at + 2 * c.len_utf8(), format!("`{c}` twice"), "write it once"));
            }
            '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
                slips.push(Slip::new(span, format!("`{c}` in full width"), "write Latin letters and digits in half width"));
            }
            _ => {}
        }
    }
    slips
}

/// Whether a slip may begin here: at punctuation, a space or a wide letter.
fn is_wanted(_: &[u8], rest: &[u8]) -> bool {
    matches!(rest[0], b' ' | b'(' | b')' | b',' | b'-' | b'.' | b':' | b';' | b'!' | b'?' | 0xE2 | 0xE3 | 0xEF)
}

/// A Chinese character, or punctuation that stands in its width.
fn is_chinese(c: char) -> bool {
    is_han(c) || matches!(c, '）' | '”' | '》' | '％')
}

/// Whether a space stands between two characters of which one is Chinese and none is markup.
fn is_gap(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let wide = |c: char| is_han(c) || "，。、；：！？（）“”《》".contains(c);
    let counts = |c: char| wide(c) || is_latin(c) || c == '%' || c == GAP;
    (wide(before) || wide(after)) && counts(before) && counts(after)
}

/// Whether a space stands behind the mark of a list item, such as `1. `.
fn is_list_mark(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    text[start..at].trim_start().trim_end_matches(['.', ')']).bytes().all(|byte| byte.is_ascii_digit())
}
