//! The words of a text beside the glossary of its locale.

use crate::diagnostic::{Code, Finding, Findings};
use crate::l10n::line::Line;
use crate::l10n::unit::Unit;
use crate::model::glossary::Term;
use std::ops::Range;

/// Reports unwanted words, and terms of the base text that are not translated as the glossary says. Without a base text, as in the
/// base locale itself, only unwanted words are found.
pub fn check(unit: &Unit<'_>, lines: &[Line], base: Option<&str>, terms: &[&Term], findings: &mut Findings) {
    for term in terms {
        let is_about = match (&term.base, base) {
            (None, _) => true,
            (Some(words), Some(base)) => find(base, words).next().is_some(),
            (Some(_), None) => false,
        };
        if !is_about {
            continue;
        }
        let note = term.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
        let mut is_forbidden = false;
        for word in &term.forbidden {
            for line in lines {
                // A preferred word may have an unwanted one inside of it.
                let spared = |span: &Range<usize>| {
                    let over = |good: Range<usize>| good.start <= span.start && span.end <= good.end;
                    term.preferred.iter().any(|good| find(&line.text, good).any(over))
                };
                for span in find(&line.text, word).filter(|span| line.is_typed(span) && !spared(span)) {
                    is_forbidden = true;
                    let message = format!("the glossary does not want `{}`{note}", word.value);
                    let mut finding = Finding::new(Code::TermForbidden, line.place(unit, span), message);
                    if let Some(good) = term.preferred.first() {
                        finding = finding.help(format!("write `{}`", good.value));
                    }
                    findings.push(finding.related(&word.place, "the glossary"));
                }
            }
        }
        let is_said = |word: &str| lines.iter().any(|line| find(&line.text, word).next().is_some());
        if let Some(words) = &term.base
            && !is_forbidden
            && !term.preferred.is_empty()
            && !term.preferred.iter().any(|word| is_said(word))
        {
            let wanted: Vec<_> = term.preferred.iter().map(|word| format!("`{}`", word.value)).collect();
            let message = format!("`{}` is not translated as {}{note}", words.value, wanted.join(" or "));
            let finding = Finding::new(Code::TermMissing, unit.place(), message);
            findings.push(finding.related(&words.place, "the glossary"));
        }
    }
}

/// Where words stand in a text: in Latin letters as whole words, in the singular or with an s, whatever their case.
fn find<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let is_latin = words.is_ascii();
    let (text, needle) = match is_latin {
        true => (text.to_ascii_lowercase(), words.to_ascii_lowercase()),
        false => (text.to_owned(), words.to_owned()),
    };
    let spans: Vec<_> = text.match_indices(&needle).map(|(at, found)| at..at + found.len()).collect();
    spans.into_iter().filter(move |span| {
        let before = text[..span.start].chars().next_back();
        let mut rest = text[span.end..].strip_prefix('s').unwrap_or(&text[span.end..]).chars();
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        !is_latin || !is_word(before) && !is_word(rest.next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_words_are_whole_words_and_others_are_not_divided() {
        let count = |text: &str, words: &str| find(text, words).count();
        assert_eq!(count("Customers trust a customer; customerless", "customer"), 2);
        assert_eq!(count("ลูกค้าเชื่อใจลูกค้า", "ลูกค้า"), 2);
        assert_eq!(count("互联客户状况", "客户"), 1);
    }
}
