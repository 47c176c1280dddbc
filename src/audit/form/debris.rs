//! Pieces of markup that stand as numbers.

use super::Page;
use crate::audit::Fault;
use crate::compare::debris::residues;
use crate::diagnostic::Code;

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
