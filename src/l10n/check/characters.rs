//! Characters that nobody sees, or that came to harm on their way: marks of direction, spaces without width, the mark of a lost
//! character, Thai vowels put together from the wrong parts.
//!
//! Some of them are kept for the program and found when a file is loaded; they are not said again.

use super::places::{Spot, places};
use crate::diagnostic::{Code, Finding, Findings, SourceText};
use crate::l10n::unit::Unit;
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::sync::Arc;

/// Reports the suspect characters of a file.
pub fn check(file: &Arc<SourceText>, findings: &mut Findings) {
    let text = file.text();
    let mut free = 0;
    for Spot { at, before, c, .. } in places(text, may_be_suspect) {
        let mut report = |length: usize, message: String, help: String| {
            findings.push(Finding::new(Code::CharacterSuspect, file.at(at..at + length), message).help(help));
        };
        if let Some(what) = unseen(c).filter(|_| c != '\u{200D}' || !before.is_some_and(is_picture)) {
            report(c.len_utf8(), format!("U+{:04X}, {what}", u32::from(c)), "remove it".to_owned());
        }
        if before == Some(c) && is_thai_mark(c) {
            let message = format!("the mark U+{:04X} stands twice on one letter", u32::from(c));
            report(c.len_utf8(), message, "remove one".to_owned());
        }
        let is_it = |pair: &str| at >= free && text[at..].starts_with(pair);
        if let Some((pair, right)) = BROKEN.iter().find(|(pair, _)| is_it(pair)) {
            report(pair.len(), format!("`{pair}` is not one letter, however it looks"), format!("write `{right}`"));
            free = at + pair.len();
        }
    }
}

/// Whether the character that begins here may be suspect: most letters are passed by for their first byte.
fn may_be_suspect(before: &[u8], rest: &[u8]) -> bool {
    match rest {
        // Thai: what one of `BROKEN` may begin with, or a mark behind itself.
        [0xE0, 0xB9, 0x80 | 0x88 | 0x89 | 0x8D, 0xE0, _, 0x80 | 0x88 | 0x89 | 0xB1 | 0xB2 | 0xB5 | 0xB7, ..]
        | [0xE0, 0xB8, 0xB3, 0xE0, ..] => true,
        [0xE0, ..] => is_twice(before, rest),
        // ASCII and the Chinese characters.
        [0..=0x7F | 0xE4..=0xE9, ..] => false,
        _ => true,
    }
}

/// Whether a character of three bytes stands behind itself.
fn is_twice(before: &[u8], rest: &[u8]) -> bool {
    matches!((before, rest), ([.., a, b, c], [d, e, f, ..]) if (a, b, c) == (d, e, f))
}

/// Reports suspect characters that a text writes as escapes: `{ "\u200B" }`.
pub fn escaped(unit: &Unit<'_>, findings: &mut Findings) {
    for element in unit.patterns().flat_map(|pattern| &pattern.elements) {
        let PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } =
            element
        else {
            continue;
        };
        let read = unescape_unicode_to_string(value);
        let is_kept = |c| matches!(c, '\u{200B}' | '\u{2060}' | '\u{2068}' | '\u{2069}' | '\u{E000}'..='\u{F8FF}');
        let Some(c) = read.chars().find(|c| unseen(*c).is_some() || is_kept(*c)).filter(|_| read != *value) else {
            continue;
        };
        let message = format!("U+{:04X} reaches the page unseen", u32::from(c));
        findings.push(Finding::new(Code::CharacterSuspect, unit.place_of(value), message).help("remove it"));
    }
}

/// What a character is that nobody sees; those that are kept for the program are not among them.
fn unseen(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{200C}' | '\u{200D}' => "a joiner without width",
        '\u{200E}' | '\u{200F}' | '\u{061C}' => "a mark of direction",
        '\u{202A}'..='\u{202E}' | '\u{2066}' | '\u{2067}' => "a change of direction",
        '\u{FEFF}' => "a byte order mark inside of a text",
        '\u{00AD}' => "a hyphen that shows only at the end of a line",
        '\u{2028}' | '\u{2029}' | '\u{0085}' => "an end of a line that editors do not show",
        '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}' => {
            "a letter without a shape"
        }
        '\u{180E}' | '\u{2061}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{FFF9}'..='\u{FFFB}' => "a sign without a shape",
        '\u{E0000}'..='\u{E007F}' => "a tag without a shape",
        '\u{FFFD}' => "the mark of a character that was lost",
        _ => return None,
    })
}

/// Thai letters that look right and are not: two of one vowel for another, a vowel in two parts, marks in the wrong order.
const BROKEN: [(&str, &str); 10] =
    [("เเ", "แ"), ("ํา", "ำ"), ("ํ่า", "่ำ"), ("ํ้า", "้ำ"), ("ำ่", "่ำ"), ("ำ้", "้ำ"), ("่ั", "ั่"), ("้ั", "ั้"), ("่ี", "ี่"), ("้ื", "ื้")];

/// A vowel or a mark above or below a Thai letter.
fn is_thai_mark(c: char) -> bool {
    matches!(c, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}')
}

/// Whether a joiner may follow: pictures of persons are put together by it.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::unit;

    fn found(text: &str) -> Vec<(String, (usize, usize))> {
        let file = SourceText::new("x.ftl", text);
        let mut findings = Findings::new();
        check(&file, &mut findings);
        unit::read(&file).units.iter().for_each(|unit| escaped(unit, &mut findings));
        findings.iter().map(|finding| (finding.place.text().to_owned(), finding.place.line_column())).collect()
    }

    #[test]
    fn what_nobody_sees_is_found_where_it_stands() {
        for (text, place) in [
            ("a = ก\u{200C}ข", (1, 6)),
            ("a = one\u{202E}two", (1, 8)),
            ("a = 客户\u{FEFF}", (1, 7)),
            ("a = caf\u{FFFD}", (1, 8)),
            ("a = { \"\\u200B\" }", (1, 8)),
            ("a = เเละ", (1, 5)),
            ("a = ทํา", (1, 6)),
            ("a = ดี่่", (1, 8)),
        ] {
            assert_eq!(found(text).iter().map(|(_, at)| *at).collect::<Vec<_>>(), [place], "{text}");
        }
    }

    #[test]
    fn what_is_not_one_letter_is_found_with_what_would_be_right() {
        for (pair, right) in BROKEN {
            let file = SourceText::new("x.ftl", format!("a = ก{pair}ก"));
            let mut findings = Findings::new();
            check(&file, &mut findings);
            let found: Vec<_> = findings.iter().map(|one| (one.place.text(), one.help.as_deref())).collect();
            assert!(found.contains(&(pair, Some(format!("write `{right}`").as_str()))), "{pair}: {found:?}");
        }
    }

    #[test]
    fn plain_texts_hold_nothing() {
        for text in ["a = ที่ทำได้และน้ำใจ ๆ", "a = 客户——“信任”", "a = { \"{\" }", "a = naïve café 👩\u{200D}🔬"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
