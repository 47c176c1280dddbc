//! JSON Schema of each kind of file, out of the same tables by which the files are checked.

use super::decode::{Field, Need, Shape};
use super::{article, glossary, print, review, settings, source, stat, waiver};
use serde_json::{Map, Value, json};

/// A kind of file that the user writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `numerate.toml`.
    Settings,
    /// `data/sources/*.yaml`.
    Source,
    /// `data/stats/*.yaml`.
    Stats,
    /// `data/articles/*.yaml`.
    Article,
    /// `waivers.yaml`.
    Waivers,
    /// `templates/print.toml`.
    Print,
    /// `locales/<tag>/reviewed.yaml`.
    Reviewed,
    /// `locales/<tag>/glossary.yaml`.
    Glossary,
}

impl Kind {
    /// Every kind with its name.
    pub const ALL: [(&'static str, Kind); 8] = [
        ("settings", Kind::Settings),
        ("source", Kind::Source),
        ("stats", Kind::Stats),
        ("article", Kind::Article),
        ("waivers", Kind::Waivers),
        ("print", Kind::Print),
        ("reviewed", Kind::Reviewed),
        ("glossary", Kind::Glossary),
    ];

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, kind)| kind)
    }

    /// The shape of such a file.
    const fn shape(self) -> &'static Shape {
        match self {
            Kind::Settings => &Shape::Map(settings::FIELDS),
            Kind::Source => &Shape::Map(source::FIELDS),
            Kind::Stats => &Shape::Map(stat::FIELDS),
            Kind::Article => &Shape::Map(article::FIELDS),
            Kind::Waivers => &waiver::SHAPE,
            Kind::Print => &Shape::Map(print::FIELDS),
            Kind::Reviewed => &review::SHAPE,
            Kind::Glossary => &glossary::SHAPE,
        }
    }
}

/// The JSON Schema (2020-12) of a kind of file.
pub fn schema(kind: Kind) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    let name = Kind::ALL.into_iter().find(|(_, known)| *known == kind).map_or("", |(name, _)| name);
    schema.insert("title".to_owned(), json!(format!("numerate {name}")));
    if let Value::Object(file) = shape(kind.shape()) {
        schema.extend(file);
    }
    Value::Object(schema)
}

fn object(fields: &'static [Field]) -> Map<String, Value> {
    let required: Vec<_> = fields.iter().filter(|field| field.need == Need::Required).map(|field| field.key).collect();
    let property = |field: &'static Field| {
        let mut schema = shape(&field.shape);
        if let Value::Object(schema) = &mut schema {
            schema.insert("description".to_owned(), json!(field.doc));
        }
        (field.key.to_owned(), schema)
    };
    let properties: Map<String, Value> = fields.iter().map(property).collect();
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("properties".to_owned(), Value::Object(properties));
    object.insert("required".to_owned(), json!(required));
    object.insert("additionalProperties".to_owned(), json!(false));
    object
}

fn shape(of: &Shape) -> Value {
    match of {
        // An editor's YAML takes `88` for a number; a pattern binds only texts.
        Shape::Scalar(scalar) => json!({"type": ["string", "number"], "pattern": scalar.pattern}),
        Shape::Choice(names) => json!({"enum": names()}),
        Shape::List(item) => json!({"type": "array", "items": shape(item)}),
        Shape::Map(fields) => Value::Object(object(fields)),
        Shape::Texts(value) => json!({"type": "object", "additionalProperties": shape(value)}),
        Shape::Names(names, value) => {
            let properties: Map<String, Value> = names().into_iter().map(|name| (name.to_owned(), shape(value))).collect();
            json!({"type": "object", "properties": properties, "additionalProperties": false})
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_schema_with_its_keys() {
        for (name, kind) in Kind::ALL {
            assert_eq!(Kind::from_name(name), Some(kind));
            let schema = schema(kind);
            let (fields, object) = match kind.shape() {
                Shape::Map(fields) => (fields, &schema),
                Shape::List(Shape::Map(fields)) => (fields, &schema["items"]),
                _ => panic!("{name} is a mapping or a list of them"),
            };
            let keys: Vec<_> = object["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, fields.iter().map(|field| field.key).collect::<Vec<_>>());
            assert_eq!(object["additionalProperties"], json!(false));
        }
    }
}
