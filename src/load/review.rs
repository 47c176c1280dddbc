//! `locales/<tag>/reviewed.yaml`: the translations that a person has approved. The file may be missing; `l10n accept` writes it.

use super::decode::{Field, Shape};
use super::node::Cursor;
use super::text::Folder;
use super::{read_yaml, scalar};
use crate::diagnostic::{Code, Finding, Findings};
use crate::model::review::{Review, Reviews};
use std::collections::BTreeMap;

/// The name of the file in the folder of its locale.
pub const NAME: &str = "reviewed.yaml";

/// The file is a list.
pub const SHAPE: Shape = Shape::List(&Shape::Map(FIELDS));

const FIELDS: &[Field] = &[
    Field::required("message", Shape::Scalar(&scalar::TEXT), "the id of the message; a term with its hyphen"),
    Field::required("base", Shape::Scalar(&scalar::TEXT), "the fingerprint of the base text that it was approved with"),
    Field::required("own", Shape::Scalar(&scalar::TEXT), "the fingerprint of the translation that was approved"),
    Field::optional("figures", Shape::Texts(&Shape::Scalar(&scalar::TEXT)), "what its figures said then, by variable"),
    Field::required("text", Shape::Scalar(&scalar::TEXT), "the base text that it was approved with"),
];

/// Reads the approvals in the folder of a locale.
pub fn load(folder: &Folder, locale: &str, findings: &mut Findings) -> Reviews {
    let path = format!("{locale}/{NAME}");
    if !folder.has(&path) {
        return Reviews::default();
    }
    let Some((file, root)) = read_yaml(folder, &path, &SHAPE, findings) else { return Reviews::default() };
    let mut entries: BTreeMap<String, Review> = BTreeMap::new();
    for review in (Cursor { file: &file, node: &root }).items().filter_map(review) {
        match entries.get(&review.message.value) {
            Some(known) => {
                let message = format!("`{}` is approved twice", review.message.value);
                let finding = Finding::new(Code::IdDuplicate, review.message.place, message);
                findings.push(finding.related(&known.message.place, "first here"));
            }
            None => _ = entries.insert(review.message.value.clone(), review),
        }
    }
    Reviews { file: Some(file), entries }
}

fn review(item: Cursor<'_>) -> Option<Review> {
    let figures = item.get("figures").into_iter().flat_map(Cursor::entries);
    Some(Review {
        place: item.place(),
        message: item.get("message")?.string()?,
        base: item.get("base")?.text()?.to_owned(),
        own: item.get("own")?.text()?.to_owned(),
        figures: figures.filter_map(|(name, worth)| Some((name.value.to_owned(), worth.text()?.to_owned()))).collect(),
        text: item.get("text")?.text()?.to_owned(),
    })
}
