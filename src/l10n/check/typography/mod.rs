//! Punctuation and spaces as each language writes them.
//!
//! In: the lines of a text, figures worded, so that what stands beside a figure is seen as a reader will see it. Out: findings at the
//! very characters. Only what somebody typed is found fault with, never the wording of a figure.

mod en;
mod th;
mod zh;

use super::places::{Spot, places};
use crate::diagnostic::{Code, Finding, Findings};
use crate::l10n::line::{GAP, Line};
use crate::l10n::unit::Unit;
use std::ops::Range;

/// Something that is not as the language writes it: where, what is wrong, and what to write.
pub struct Slip {
    /// The bytes in the line.
    pub span: Range<usize>,
    /// What is wrong.
    pub what: String,
    /// What would be right.
    pub help: String,
}

impl Slip {
    fn new(span: Range<usize>, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, what: what.into(), help: help.into() }
    }
}

/// Reports the slips of a line.
pub fn check(unit: &Unit<'_>, line: &Line, locale: &str, findings: &mut Findings) {
    let mut slips = everywhere(line);
    slips.extend(match locale.split('-').next() {
        Some("th") => th::slips(line),
        Some("zh") => zh::slips(line),
        Some("en") => en::slips(line),
        _ => Vec::new(),
    });
    slips.retain(|slip| line.is_typed(&slip.span) && !is_code(line, slip.span.start));
    slips.sort_by_key(|slip| slip.span.start);
    for slip in slips {
        let finding = Finding::new(Code::TypographyWrong, line.place(unit, slip.span), slip.what);
        findings.push(finding.help(slip.help));
    }
}

/// What no language writes.
fn everywhere(line: &Line) -> Vec<Slip> {
    let text = &line.text;
    let mut slips = Vec::new();
    // The last begins `‘`.
    let is_wanted =
        |_: &[u8], rest: &[u8]| matches!(rest, [b'\'' | b'"', ..] | [b'.', b'.', ..] | [b' ', b' ', ..] | [0xE2, ..]);
    for Spot { at, before, c, after } in places(text, is_wanted) {
        let span = at..at + c.len_utf8();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        match c {
            '\'' if is_letter(before) => slips.push(Slip::new(span, "a straight apostrophe", "write `’`")),
            '\'' => slips.push(Slip::new(span, "a straight quotation mark", "write `‘` or `’`")),
            '"' => slips.push(Slip::new(span, "a straight quotation mark", "write `“` or `”`")),
            '\u{2018}' if is_letter(before) && is_letter(after) => {
                slips.push(Slip::new(span, "an opening quotation mark for an apostrophe", "write `’`"));
            }
            '.' if before != Some('.') && text[at..].starts_with("...") => {
                slips.push(Slip::new(at..at + 3, "three full stops for an ellipsis", "write `…`, in Chinese `……`"));
            }
            ' ' if before != Some(' ') && after == Some(' ') && !is_layout(text, at) => {
                slips.push(Slip::new(at..at + 2, "two spaces", "write one"));
            }
            _ => {}
        }
    }
    slips
}

/// Whether the spaces at a place stand at the edge of a line, or in a table or list.
fn is_layout(text: &str, at: usize) -> bool {
    let before = text[..at].rsplit('\n').next().unwrap_or_default().trim_start();
    before.is_empty() || before.starts_with(['|', '-', '*', '+']) || text[at..].trim_start_matches(' ').starts_with('\n')
}

/// Whether a place is inside of code, an address or a tag, where a text is not prose.
fn is_code(line: &Line, at: usize) -> bool {
    let start = line.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let before = &line.text[start..at];
    let open = |opening: &str, closing: char| before.rfind(opening).is_some_and(|from| !before[from..].contains(closing));
    before.matches('`').count() % 2 == 1
        || open("](", ')')
        || open("<", '>')
        || open("http://", ' ')
        || open("https://", ' ')
}

/// A Chinese character.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

/// A Thai letter, vowel or mark.
fn is_thai(c: char) -> bool {
    matches!(c, '\u{0E01}'..='\u{0E3A}' | '\u{0E40}'..='\u{0E4E}')
}

/// A Latin letter or digit, or what stands for a variable.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == GAP
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;
    use crate::l10n::{line, unit};

    /// Each slip as the text that it points at.
    fn found(locale: &str, text: &str) -> Vec<String> {
        let file = SourceText::new("x.ftl", format!("a =\n    {}\n", text.replace('\n', "\n    ")));
        let mut findings = Findings::new();
        for unit in unit::read(&file).units {
            line::lines(&unit, &[], None).iter().for_each(|line| check(&unit, line, locale, &mut findings));
        }
        findings.iter().map(|finding| finding.place.text().to_owned()).collect()
    }

    #[test]
    fn chinese_punctuation_stands_in_full_width_and_without_spaces() {
        for (text, wrong) in [
            ("客户更信任企业,但是耐心更少。", ","),
            ("客户更信任企业.", "."),
            ("他们说:企业变了", ":"),
            ("你信吗?", "?"),
            ("客户(消费者)说", "("),
            ("他说\"信任\"", "\""),
            ("客户 信任", " "),
            ("使用 Salesforce", " "),
            ("约{ $x } 的客户", " "),
            ("信任。。", "。。"),
            ("等等...", "..."),
            ("等等…", "…"),
            ("信任--这个词", "--"),
            ("「信任」", "「"),
            ("信任 。", " "),
        ] {
            assert_eq!(found("zh-Hans", text).first().map(String::as_str), Some(wrong), "{text}");
        }
    }

    #[test]
    fn thai_has_spaces_beside_numerals_and_no_full_stop() {
        for (text, wrong) in [
            ("ลูกค้าBrand", "า"),
            ("ใช้B2B", "้"),
            ("เล็กๆ น้อย", "ๆ"),
            ("เล็ก ๆน้อย", "ๆ"),
            ("ลูกค้าเชื่อใจเรา.", "."),
            ("ลูกค้า，เรา", "，"),
            ("ลูกค้า , เรา", " "),
            ("( ลูกค้า)", " "),
            ("ลูกค้า  เรา", "  "),
            ("เขาพูดว่า \"ดี\"", "\""),
        ] {
            assert_eq!(found("th", text).first().map(String::as_str), Some(wrong), "{text}");
        }
    }

    #[test]
    fn english_has_curly_quotes() {
        for (text, wrong) in [
            ("the customer's trust", "'"),
            ("the customer‘s trust", "‘"),
            ("they \"trust\" us", "\""),
            ("they 'trust' us", "'"),
            ("wait ...", "..."),
            ("trust , or not", " "),
            ("trust  us", "  "),
        ] {
            assert_eq!(found("en", text).first().map(String::as_str), Some(wrong), "{text}");
        }
    }

    #[test]
    fn good_texts_have_no_slip() {
        for (locale, text) in [
            (
                "zh-Hans",
                "为编写{ $x }《互联客户状况》（State of the Connected Customer），使用B2B：**重要**。\n\n- 亚马逊式的体验：好。\n\n| 客户 | 占比 |\n| :-- | --: |",
            ),
            ("zh-Hans", "见[这里](https://example.org/a,b)。“他说”——好……"),
            ("th", "คน Gen Z ใน { $x } เล็ก ๆ กลาย ก.ค. และ พ.ศ. เช่น “ดี” (ดี) ฯลฯ\n\n- **แรงดึงดูด** ดี\n\n| วางใจ | { $x } |"),
            ("th", "martech.org เผยแพร่"),
            ("en", "It’s “good” – he said… *State of it*\n\n- one\n\n  two\n\n| a  | b |"),
            ("en", "see `a  \"b\"` and <https://x.example/'a'>"),
        ] {
            assert_eq!(found(locale, text), Vec::<String>::new(), "{text}");
        }
    }
}
