//! `locales/<tag>/glossary.yaml`: the words that a locale prefers, and those that it does not want. The file may be missing.

use super::decode::{Field, Shape};
use super::node::Cursor;
use super::text::Folder;
use super::{read_yaml, scalar};
use crate::diagnostic::{Code, Finding, Findings};
use crate::model::glossary::Term;

/// The name of the file in the folder of its locale.
pub const NAME: &str = "glossary.yaml";

/// The file is a list.
pub const SHAPE: Shape = Shape::List(&Shape::Map(FIELDS));

const WORDS: Shape = Shape::List(&Shape::Scalar(&scalar::TEXT));

const FIELDS: &[Field] = &[
    Field::optional("base", Shape::Scalar(&scalar::TEXT), "the words of the base text; in every message if left out"),
    Field::optional("use", WORDS, "the words that translate them; any will do"),
    Field::optional("not", WORDS, "words that must not stand there"),
    Field::optional("note", Shape::Scalar(&scalar::TEXT), "why, for translators"),
];

/// Reads the glossary in the folder of a locale.
pub fn load(folder: &Folder, locale: &str, findings: &mut Findings) -> Vec<Term> {
    let path = format!("{locale}/{NAME}");
    if !folder.has(&path) {
        return Vec::new();
    }
    let Some((file, root)) = read_yaml(folder, &path, &SHAPE, findings) else { return Vec::new() };
    let words = |cursor: Option<Cursor<'_>>| cursor.into_iter().flat_map(Cursor::items).filter_map(Cursor::string).collect();
    let mut terms = Vec::new();
    for item in (Cursor { file: &file, node: &root }).items() {
        let term = Term {
            place: item.place(),
            base: item.get("base").and_then(Cursor::string),
            preferred: words(item.get("use")),
            forbidden: words(item.get("not")),
            note: item.get("note").and_then(Cursor::text).map(str::to_owned),
        };
        if term.preferred.is_empty() && term.forbidden.is_empty() || term.base.is_none() && !term.preferred.is_empty() {
            let message = "a term says which words to `use` for its `base`, or which `not` to use";
            findings.push(Finding::new(Code::KeyMissing, term.place.clone(), message));
            continue;
        }
        terms.push(term);
    }
    terms
}
