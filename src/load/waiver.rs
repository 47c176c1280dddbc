//! `waivers.yaml`: findings that are allowed, each with a reason and a date on which that ends. The file may be missing.

use super::decode::{Field, Shape};
use super::node::Cursor;
use super::text::Folder;
use super::{read_yaml, scalar};
use crate::diagnostic::{Code, Findings};
use crate::model::Waiver;
use crate::model::source::PartialDate;

/// The file.
pub const PATH: &str = "waivers.yaml";

/// The file is a list.
pub const SHAPE: Shape = Shape::List(&Shape::Map(FIELDS));

const FIELDS: &[Field] = &[
    Field::required("code", Shape::Choice(codes), "the code of the finding"),
    Field::required("at", Shape::Scalar(&scalar::TEXT), "where it is: a file, or the id of a stat or a message"),
    Field::required("reason", Shape::Scalar(&scalar::TEXT), "why it is allowed"),
    Field::required("until", Shape::Scalar(&scalar::DATE), "the last day on which it is allowed"),
    Field::optional("value", Shape::Scalar(&scalar::TEXT), "the value or text that is expected there"),
];

fn codes() -> Vec<&'static str> {
    Code::ALL.iter().map(|code| code.name()).collect()
}

/// Reads the waivers.
pub fn load(folder: &Folder, findings: &mut Findings) -> Vec<Waiver> {
    let read = |item: Cursor<'_>| {
        Some(Waiver {
            place: item.place(),
            code: item.get("code")?.read(Code::from_name)?,
            at: item.get("at")?.string()?,
            reason: item.get("reason")?.text()?.to_owned(),
            until: item.get("until")?.read(|text| PartialDate::parse(text)?.whole())?,
            value: item.get("value").and_then(Cursor::string),
        })
    };
    if !folder.has(PATH) {
        return Vec::new();
    }
    let Some((file, root)) = read_yaml(folder, PATH, &SHAPE, findings) else { return Vec::new() };
    Cursor { file: &file, node: &root }.items().filter_map(read).collect()
}
