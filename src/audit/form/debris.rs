//! Pieces of markup that stand as numbers, and letters that stand for digits.

use super::Page;
use crate::audit::Fault;
use crate::compare::debris::{look_alikes, residues};
use crate::diagnostic::Code;
use std::ops::Range;

/// `039;`, `&#37;`, `&nbsp;`: what is left of a character reference.
pub fn entities(page: &Page<'_>) -> Vec<Fault> {
    let found = residues(page.text).into_iter().map(|span| {
        let text = &page.text[span.clone()];
        let fault = Fault::new(Code::EntityResidue, span.clone(), format!("`{text}` is a piece of markup, not a number"));
        match meaning(text) {
            Some(meaning) => fault.expect(meaning),
            None => fault,
        }
    });
    found.collect()
}

/// The character that a reference stood for.
fn meaning(residue: &str) -> Option<String> {
    let named = [("nbsp", "\u{a0}"), ("percnt", "%"), ("amp", "&"), ("quot", "\""), ("ndash", "–"), ("mdash", "—")];
    let name = residue.trim_matches(['&', '#', ';']);
    if let Some((_, meaning)) = named.iter().find(|(known, _)| *known == name) {
        return Some((*meaning).to_owned());
    }
    let code = match name.strip_prefix('x') {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => name.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control()).map(String::from)
}

/// `6,7OO`, `2O22`: letters that look like digits; and digits of two scripts in one number.
pub fn letters(page: &Page<'_>) -> Vec<Fault> {
    let alike = look_alikes(page.text).map(|span| (span.clone(), page.text[span].chars().map(digit).collect()));
    let fault = |(span, mut right): (Range<usize>, String)| {
        let sign = ["%", "％"].into_iter().find(|sign| page.text[span.end..].starts_with(sign)).unwrap_or_default();
        right.push_str(sign);
        let span = span.start..span.end + sign.len();
        let message = format!("`{}` has letters or foreign digits in its number", &page.text[span.clone()]);
        let figures = page.language.read(&right);
        let mended = figures.first().filter(|_| figures.len() == 1).map(|figure| figure.quantity);
        Fault { mended, ..Fault::new(Code::LettersInNumber, span, message).expect(right) }
    };
    alike.chain(mixed(page.text)).map(fault).collect()
}

/// The digit that a letter looks like.
fn digit(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        other => other,
    }
}

/// Numbers in which digits of two scripts stand: `6๗%`; with all their digits plain.
fn mixed(text: &str) -> Vec<(Range<usize>, String)> {
    let script = |c: char| match c {
        '0'..='9' => Some(0),
        '๐'..='๙' => Some(0x0E50),
        '０'..='９' => Some(0xFF10),
        _ => None,
    };
    let mut found = Vec::new();
    let mut run: Option<(usize, Vec<(u32, char)>)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match script(c) {
            Some(script) => run.get_or_insert_with(|| (at, Vec::new())).1.push((script, c)),
            None => {
                if let Some((start, digits)) = run.take()
                    && digits.iter().any(|(script, _)| *script != digits[0].0)
                {
                    let plain = |(script, c): &(u32, char)| match script {
                        0 => *c,
                        zero => char::from_digit(u32::from(*c) - zero, 10).unwrap_or(*c),
                    };
                    found.push((start..at, digits.iter().map(plain).collect()));
                }
            }
        }
    }
    found
}
