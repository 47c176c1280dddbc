//! Checks a file against the table of its fields: all mistakes of keys and shapes, each at its place.
//!
//! A kind of file is one const table of [`Field`]s, from which this check, the JSON Schema and the documentation come. After the
//! check, the readers of each kind take what is well formed and pass over the rest, which has been said already.

use super::node::{Cursor, Value};
use super::scalar::Scalar;
use crate::diagnostic::{Code, Finding, Findings};

/// A key of a mapping.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What stands under it.
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
    /// What it means, in a line.
    pub doc: &'static str,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may, and with nothing under it is as if it were not.
    Optional,
    /// It may, and then says something: what a blank would decide is too much for a slip.
    Stated,
}

/// The shape of a value.
#[derive(Debug)]
pub enum Shape {
    /// A single value.
    Scalar(&'static Scalar),
    /// One of several names.
    Choice(fn() -> Vec<&'static str>),
    /// A list of values of one shape.
    List(&'static Shape),
    /// A mapping with these keys.
    Map(&'static [Field]),
    /// A mapping with keys of the user's own, and values of one shape.
    Texts(&'static Shape),
    /// A mapping whose keys are some of several names, and values of one shape.
    Names(fn() -> Vec<&'static str>, &'static Shape),
}

impl Field {
    /// A key that must be there.
    pub const fn required(key: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { key, shape, need: Need::Required, doc }
    }

    /// A key that may be there.
    pub const fn optional(key: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { key, shape, need: Need::Optional, doc }
    }

    /// A key that may be there, but not with nothing under it.
    pub const fn stated(key: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { key, shape, need: Need::Stated, doc }
    }
}

/// Reports every place where the node is not of that shape.
pub fn check(cursor: Cursor<'_>, shape: &Shape, findings: &mut Findings) {
    let wrong = |what: &str| {
        let message = format!("{what} is expected here, not {}", cursor.node.describe());
        Finding::new(Code::ValueMalformed, cursor.place(), message)
    };
    match (shape, &cursor.node.value) {
        (Shape::Scalar(scalar), Value::Scalar { text, .. }) if !cursor.node.is_null() => {
            if let Some(finding) = scalar.fault(text, cursor.place()) {
                findings.push(finding);
            }
        }
        (Shape::Choice(names), Value::Scalar { text, .. }) if !cursor.node.is_null() => {
            let names = names();
            if !names.contains(&text.as_str()) {
                let finding = Finding::new(Code::ValueUnknown, cursor.place(), format!("`{text}` is not known here"));
                findings.push(finding.help(format!("one of: {}", names.join(", "))).suggest(text, names));
            }
        }
        (Shape::List(shape), Value::List(_)) => cursor.items().for_each(|item| check(item, shape, findings)),
        (Shape::Map(fields), Value::Map(_)) => check_fields(cursor, fields, findings),
        (Shape::Texts(shape), Value::Map(_)) => cursor.entries().for_each(|(_, value)| check(value, shape, findings)),
        (Shape::Names(names, shape), Value::Map(_)) => {
            let names = names();
            for (key, value) in cursor.entries() {
                match names.contains(&key.value) {
                    true => check(value, shape, findings),
                    false => findings.push(
                        Finding::new(Code::KeyUnknown, key.place, format!("the key `{}` means nothing here", key.value))
                            .suggest(key.value, names.iter().copied()),
                    ),
                }
            }
        }
        (Shape::Scalar(scalar), _) => findings.push(wrong(scalar.what)),
        (Shape::Choice(names), _) => findings.push(wrong(&format!("one of {}", names().join(", ")))),
        (Shape::List(_), _) => findings.push(wrong("a list")),
        (Shape::Map(fields), _) => {
            let keys: Vec<_> = fields.iter().map(|field| field.key).collect();
            findings.push(wrong("a mapping").help(format!("with the keys {}", keys.join(", "))));
        }
        (Shape::Texts(_) | Shape::Names(..), _) => findings.push(wrong("a mapping")),
    }
}

/// Reports unknown keys, missing keys, and values of the wrong shape.
fn check_fields(cursor: Cursor<'_>, fields: &'static [Field], findings: &mut Findings) {
    for (key, value) in cursor.entries() {
        match fields.iter().find(|field| field.key == key.value) {
            Some(Field { need: Need::Optional, .. }) if value.node.is_null() => {}
            Some(field) => check(value, &field.shape, findings),
            None => findings.push(unknown_key(key.value, key.place, fields)),
        }
    }
    for field in fields.iter().filter(|field| field.need == Need::Required) {
        if !cursor.entries().any(|(key, _)| key.value == field.key) {
            let place = cursor.entries().next().map_or_else(|| cursor.place(), |(key, _)| key.place);
            let finding = Finding::new(Code::KeyMissing, place, format!("the key `{}` is missing", field.key));
            findings.push(finding.label("in this mapping").help(format!("`{}`: {}", field.key, field.doc)));
        }
    }
}

fn unknown_key(key: &str, place: crate::diagnostic::Place, fields: &'static [Field]) -> Finding {
    let keys: Vec<_> = fields.iter().map(|field| field.key).collect();
    Finding::new(Code::KeyUnknown, place, format!("the key `{key}` means nothing here"))
        .help(format!("the keys are {}", keys.join(", ")))
        .suggest(key, keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SourceText;
    use crate::load::{scalar, yaml};

    const TABLE: &[Field] = &[
        Field::required("id", Shape::Scalar(&scalar::ID), "its id"),
        Field::required("value", Shape::Scalar(&scalar::NUMBER), "its value"),
        Field::optional("when", Shape::Scalar(&scalar::DATE), "when"),
        Field::optional("list", Shape::List(&Shape::Choice(|| vec!["one", "two"])), "a list"),
    ];

    #[test]
    fn all_mistakes_of_a_file_are_found_at_once() {
        let file = SourceText::new("x.yaml", "idd: a\nvalue: 08\nwhen: 2018-02-30\nlist: [on, two, {a: 1}]\n");
        let mut findings = Findings::new();
        let root = yaml::parse(&file, &mut findings).unwrap();
        check(Cursor { file: &file, node: &root }, &Shape::Map(TABLE), &mut findings);
        findings.sort();
        let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.place.line_column())).collect();
        assert_eq!(
            found,
            [
                (Code::KeyMissing, (1, 1)),
                (Code::KeyUnknown, (1, 1)),
                (Code::NumberMalformed, (2, 8)),
                (Code::ValueMalformed, (3, 7)),
                (Code::ValueUnknown, (4, 8)),
                (Code::ValueMalformed, (4, 17)),
            ]
        );
        assert_eq!(findings[1].help.as_deref(), Some("did you mean `id`?"));
        assert_eq!(findings[4].help.as_deref(), Some("did you mean `one`?"));
    }
}
