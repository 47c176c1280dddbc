//! Texts that must not be longer than a comment says: `# max-length: 60` above the message, in the base locale or in its own.
//!
//! What counts is what a reader sees: figures as they are worded, marks above and below Thai letters not counted, nor the marks of
//! Markdown. Pontoon's spelling, `MAX_LENGTH: 60`, is read, too.

use crate::diagnostic::{Code, Finding, Findings};
use crate::l10n::line::Line;
use crate::l10n::unit::Unit;

/// The most characters that the comments allow.
pub fn limit(unit: &Unit<'_>) -> Option<usize> {
    let of_line = |line: &&str| {
        let line = line.to_ascii_lowercase().replace('_', "-");
        let rest = line.trim().strip_prefix("max-length")?.trim_start().strip_prefix([':', '='])?.trim().to_owned();
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    };
    unit.comment.iter().find_map(of_line)
}

/// Reports a text that is longer than it may be.
pub fn check(unit: &Unit<'_>, lines: &[Line], base: Option<&Unit<'_>>, findings: &mut Findings) {
    let Some(most) = limit(unit).or_else(|| base.and_then(limit)) else { return };
    for line in lines {
        let length = seen(&line.text);
        if length > most {
            let message = format!("`{}` is {length} characters long, and may have {most}", unit.id);
            let finding = Finding::new(Code::TextTooLong, unit.place(), message);
            findings.push(match base.filter(|base| limit(unit).is_none() && limit(base).is_some()) {
                Some(base) => finding.related(&base.place(), "its comment says how long it may be"),
                None => finding,
            });
        }
    }
}

/// How many characters a reader sees.
fn seen(text: &str) -> usize {
    let is_mark = |c: char| matches!(c, '\u{0300}'..='\u{036F}' | '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}' | '*' | '`');
    text.trim().chars().filter(|c| !is_mark(*c)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;
    use crate::l10n::unit;

    #[test]
    fn the_limit_stands_in_a_comment() {
        let limit_of = |text: &str| {
            let file = SourceText::new("x.ftl", text);
            limit(&unit::read(&file).units[0])
        };
        assert_eq!(limit_of("# A label.\n# max-length: 12\na = b"), Some(12));
        assert_eq!(limit_of("# MAX_LENGTH: 12 characters\na = b"), Some(12));
        assert_eq!(limit_of("# The max-length is 12.\na = b"), None);
    }

    #[test]
    fn marks_of_thai_and_markdown_take_no_room() {
        assert_eq!(seen("**ที่นี่**"), 2);
        assert_eq!(seen("客户 88%"), 6);
    }
}
