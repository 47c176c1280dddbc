//! Texts that can still be read, but are longer and accented: what stays plain was never translated, and what lacks its end was cut.
//!
//! In: the text of a Fluent file. Out: the same with other letters in its texts; ids, variables, comments, addresses, code and the
//! marks of Markdown stay as they are. `Trust` becomes `«Ŧřúúšŧ»`.

use super::unit;
use crate::diagnostic::SourceText;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use std::ops::Range;
use std::sync::Arc;

/// Letters and what stands for them: all that have such a twin, so that no piece of a word looks like a unit beside a figure.
/// Vowels come twice: English grows by about a third, as it does on its way to other languages.
const LETTERS: &[(char, &str)] = &[
    ('a', "áá"),
    ('b', "ḃ"),
    ('c', "ç"),
    ('d', "đ"),
    ('e', "éé"),
    ('f', "ḟ"),
    ('g', "ğ"),
    ('h', "ĥ"),
    ('i', "íí"),
    ('j', "ĵ"),
    ('k', "ķ"),
    ('l', "ł"),
    ('m', "ṁ"),
    ('n', "ñ"),
    ('o', "óó"),
    ('p', "ṗ"),
    ('r', "ř"),
    ('s', "š"),
    ('t', "ŧ"),
    ('u', "úú"),
    ('v', "ṽ"),
    ('w', "ŵ"),
    ('x', "ẋ"),
    ('y', "ý"),
    ('z', "ž"),
    ('A', "ÁÁ"),
    ('B', "Ḃ"),
    ('C', "Ç"),
    ('D', "Đ"),
    ('E', "ÉÉ"),
    ('F', "Ḟ"),
    ('G', "Ğ"),
    ('H', "Ĥ"),
    ('I', "ÍÍ"),
    ('J', "Ĵ"),
    ('K', "Ķ"),
    ('L', "Ł"),
    ('M', "Ṁ"),
    ('N', "Ñ"),
    ('O', "ÓÓ"),
    ('P', "Ṗ"),
    ('R', "Ř"),
    ('S', "Š"),
    ('T', "Ŧ"),
    ('U', "ÚÚ"),
    ('V', "Ṽ"),
    ('W', "Ŵ"),
    ('X', "Ẋ"),
    ('Y', "Ý"),
    ('Z', "Ž"),
];

/// The text of a file, made longer and accented.
pub fn pseudo(file: &Arc<SourceText>) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for unit in &unit::read(file).units {
        for pattern in unit.patterns() {
            let first = edits.len();
            texts(pattern, &mut |slice| {
                let start = unit.offset(slice);
                edits.push((start..start + slice.len(), accented(slice)));
            });
            // Marks at both ends, where a text begins and ends with a letter and no mark of Markdown.
            let own = &mut edits[first..];
            let begins = own.first().is_some_and(|(_, text)| text.starts_with(char::is_alphabetic));
            let ends = own.last().is_some_and(|(span, text)| {
                let is_last = !file.text()[span.end..].lines().next().is_some_and(|rest| rest.contains('}'));
                is_last && text.trim_end().ends_with(|c: char| c.is_alphabetic() || matches!(c, '.' | '?' | '!' | '…'))
            });
            if let Some((_, text)) = own.first_mut().filter(|_| begins && ends) {
                text.insert(0, '«');
            }
            if let Some((_, text)) = own.last_mut().filter(|_| begins && ends) {
                text.insert(text.trim_end().len(), '»');
            }
        }
    }
    edits.sort_by_key(|(span, _)| span.start);
    let mut text = file.text().to_owned();
    for (span, accented) in edits.into_iter().rev() {
        text.replace_range(span, &accented);
    }
    text
}

fn texts<'a>(pattern: &Pattern<&'a str>, seen: &mut dyn FnMut(&'a str)) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => seen(value),
            PatternElement::Placeable { expression } => {
                let mut expression = expression;
                while let Expression::Inline(InlineExpression::Placeable { expression: inner }) = expression {
                    expression = inner;
                }
                if let Expression::Select { variants, .. } = expression {
                    variants.iter().for_each(|variant| texts(&variant.value, seen));
                }
            }
        }
    }
}

fn accented(text: &str) -> String {
    let mut out = String::with_capacity(2 * text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        // What is no prose ends where it says so, or at the end of the line.
        let closing = [("](", ")"), ("`", "`"), ("<", ">"), ("&", ";"), ("http", " ")];
        if let Some((opening, close)) = closing.into_iter().find(|(opening, _)| rest.starts_with(opening)) {
            let end = rest[opening.len()..].find([close, "\n"].map(|end| end.chars().next().expect("it is a character")));
            let kept = if opening == "&" && end.is_none_or(|end| end >= 10) {
                1
            } else {
                end.map_or(rest.len(), |end| opening.len() + end)
            };
            out.push_str(&rest[..kept]);
            rest = &rest[kept..];
            if let Some(after) = rest.strip_prefix(close).filter(|_| kept > 1 && close != " ") {
                out.push_str(close);
                rest = after;
            }
            continue;
        }
        let letters = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(letters.max(c.len_utf8()));
        let is_name = word.contains(|c: char| c.is_ascii_digit());
        for c in word.chars() {
            // A digit in a word, such as that of B2B, must stay in it.
            match LETTERS.iter().find(|(letter, _)| *letter == c && !is_name) {
                Some((_, accented)) => out.push_str(accented),
                None => out.push(c),
            }
        }
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_prose_is_changed() {
        for (text, expected) in [
            ("a = Trust\n", "a = «Ŧřúúšŧ»\n"),
            ("a = See [us](https://us.example/a?b) & go\n", "a = «Šéééé [úúš](https://us.example/a?b) & ğóó»\n"),
            ("a = **{ $use }** of us\n", "a = **{ $use }** óóḟ úúš\n"),
            ("# use it\na =\n    - one\n    - `code` two\n", "# use it\na =\n    - óóñéé\n    - `code` ŧŵóó\n"),
            (
                "a = { COUNT($n) ->\n    [one] cup\n   *[other] cups\n}\n",
                "a = { COUNT($n) ->\n    [one] çúúṗ\n   *[other] çúúṗš\n}\n",
            ),
            ("a = B2B is B2B\n", "a = «B2B ííš B2B»\n"),
            ("a = https://x.example is us\n", "a = https://x.example ííš úúš\n"),
        ] {
            let made = pseudo(&SourceText::new("x.ftl", text));
            let plain = |text: &str| text.replace(['«', '»'], "");
            assert_eq!(plain(&made), plain(expected), "{text}");
        }
        assert_eq!(pseudo(&SourceText::new("x.ftl", "a = Trust\n")), "a = «Ŧřúúšŧ»\n");
    }
}
