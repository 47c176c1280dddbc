//! JSON Schemas (2020-12) of the files that a build writes for programs: `ledger.json` and `report.json`.

use super::ledger;
use crate::model::evidence::Evidence;
use crate::model::stat::Status;
use crate::model::{Hedge, Kind};
use crate::verify::Proof;
use serde_json::{Value, json};

/// The name of a file, and what makes its schema.
pub type Named = (&'static str, fn() -> Value);

/// The files by name, each with its schema.
pub const SCHEMAS: [Named; 2] = [("ledger", ledger), ("report", report)];

/// The schema of `ledger.json`.
pub fn ledger() -> Value {
    let proofs = [Proof::Quantity, Proof::Literal].map(Proof::name);
    let mut figure = amount();
    add(
        &mut figure,
        [
            ("text", json!({"type": "string", "description": "The figure as a reader gets it"})),
            ("stat", id("The stat that it is")),
            ("literal", optional("string", "The declared literal that it is: a number that is no statistic")),
            ("sources", ids("The sources that it rests on, the one that the page links first")),
            ("cell", json!({"$ref": "#/$defs/cell"})),
            ("quote", optional("string", "The words of the source in which the stat is said")),
            ("message", json!({"type": "string", "description": "The message that it stands in"})),
            ("element", optional("string", "The id of its element; null where no element can stand, as in a title")),
            (
                "page",
                optional(
                    "integer",
                    "The page that it begins on, from 1; null where a file has no pages, or it stands beside them",
                ),
            ),
            (
                "construct",
                json!({"type": "string", "description": "The way in which it is worded; `numerate list constructs`"}),
            ),
            ("evidence", evidence()),
            (
                "verified",
                json!({
                    "enum": proofs,
                    "description": "read-back: recognised in the finished file as this quantity; literal: found there letter by letter",
                }),
            ),
        ],
    );
    let mut stat = amount();
    add(
        &mut stat,
        [
            ("population", optional("string", "Of whom or what")),
            ("property", optional("string", "What about them")),
            ("period", optional("string", "When, in the words of the data file")),
            ("status", json!({"enum": Status::ALL.map(|(name, _)| name)})),
            ("sources", ids("The sources that it rests on")),
            ("cell", json!({"$ref": "#/$defs/cell"})),
            ("quote", optional("string", "The words of the source in which it is said")),
            ("derived", optional("string", "How it is computed from other stats")),
            ("inputs", ids("The stats that it is computed from")),
            ("evidence", evidence()),
        ],
    );
    let mut document = head();
    add(&mut document, [("figures", json!({"type": "array", "items": {"$ref": "#/$defs/figure"}}))]);
    let cell = object(&[
        ("table", optional("string", "The file of the table, relative to the project")),
        (
            "row",
            json!({"type": "object", "additionalProperties": {"type": "string"}, "description": "Columns and the texts by which they pick the row"}),
        ),
        ("column", json!({"type": "string"})),
        ("says", optional("string", "The text of the cell")),
    ]);
    let source = object(&[
        ("producer", json!({"type": "string"})),
        ("title", json!({"type": "string"})),
        ("edition", optional("string", "Which edition")),
        ("published", json!({"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"})),
        ("accessed", optional("string", "The day on which it was read")),
        ("url", optional("string", "Its address")),
        ("table", optional("string", "The file of its table, relative to the project")),
    ]);
    let mut schema = object(&[
        ("version", json!({"const": ledger::VERSION})),
        (
            "sources",
            json!({"type": "object", "additionalProperties": {"$ref": "#/$defs/source"}, "description": "The sources by id"}),
        ),
        (
            "stats",
            json!({"type": "object", "additionalProperties": {"$ref": "#/$defs/stat"}, "description": "The stats by id"}),
        ),
        ("documents", json!({"type": "array", "items": {"$ref": "#/$defs/document"}, "description": "The finished files"})),
    ]);
    let nullable = |mut schema: Value| {
        schema["type"] = json!(["object", "null"]);
        schema
    };
    schema["$defs"] =
        json!({"cell": nullable(cell), "document": document, "figure": figure, "source": source, "stat": stat});
    titled("numerate ledger", schema)
}

/// The schema of `report.json`.
pub fn report() -> Value {
    let mut document = head();
    add(
        &mut document,
        [("figures", json!({"type": "integer", "minimum": 0, "description": "How many figures were proven"}))],
    );
    let documents = json!({"type": "array", "items": {"$ref": "#/$defs/document"}, "description": "The finished files"});
    let mut schema = object(&[("version", json!({"const": 1})), ("documents", documents)]);
    schema["$defs"] = json!({"document": document});
    titled("numerate report", schema)
}

/// A finished file.
fn head() -> Value {
    object(&[
        ("article", json!({"type": "string", "description": "The article; `index` and `root` are the pages around them"})),
        ("locale", json!({"type": "string", "description": "The locale, as a BCP 47 tag"})),
        ("format", json!({"type": "string"})),
        ("path", json!({"type": "string", "description": "The file, relative to the output folder"})),
    ])
}

/// What a figure or a stat says. Decimals are texts, in the natural unit of the kind: percent 57, money in full units.
fn amount() -> Value {
    let decimal = |doc: &str| json!({"type": ["string", "null"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$", "description": doc});
    object(&[
        ("value", decimal("The value; null for a range and for a literal")),
        ("low", decimal("The low end of a range")),
        ("high", decimal("The high end of a range")),
        ("kind", json!({"enum": names(Kind::ALL.iter().map(|kind| kind.name()))})),
        ("unit", optional("string", "The unit, where the kind has one: `USD`, `month`, `percent`")),
        ("hedge", json!({"enum": names(Hedge::ALL.iter().map(|hedge| hedge.name()))})),
    ])
}

fn names(names: impl Iterator<Item = &'static str>) -> Vec<Option<&'static str>> {
    names.map(Some).chain([None]).collect()
}

fn evidence() -> Value {
    let doc = "What was held against the stat before it was printed: the cell of its table, the words of its source, or the stats \
               that it is computed from; empty if its data file alone says so";
    json!({"type": "array", "items": {"enum": Evidence::ALL.map(Evidence::name)}, "description": doc})
}

/// A member that may be null.
pub(crate) fn optional(name: &str, doc: &str) -> Value {
    json!({"type": [name, "null"], "description": doc})
}

fn id(doc: &str) -> Value {
    json!({"type": ["string", "null"], "pattern": "^[a-z][a-z0-9-]*$", "description": doc})
}

fn ids(doc: &str) -> Value {
    json!({"type": "array", "items": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}, "description": doc})
}

/// An object with these members and no others, every one of them required.
pub(crate) fn object(members: &[(&str, Value)]) -> Value {
    let mut object = json!({"type": "object", "properties": {}, "required": [], "additionalProperties": false});
    members.iter().cloned().for_each(|member| add(&mut object, [member]));
    object
}

/// Adds members to an object.
pub(crate) fn add<const N: usize>(object: &mut Value, members: [(&str, Value); N]) {
    for (name, schema) in members {
        object["properties"][name] = schema;
        object["required"].as_array_mut().expect("an object lists what it requires").push(json!(name));
    }
}

/// A schema with its title.
pub(crate) fn titled(title: &str, schema: Value) -> Value {
    let mut titled = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title});
    let (Value::Object(titled_members), Value::Object(members)) = (&mut titled, schema) else {
        unreachable!("both were made as objects")
    };
    titled_members.extend(members);
    titled
}
