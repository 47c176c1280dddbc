//! JSON Schema (2020-12, and what is alike in draft 7), as much of it as the schemas of this project and SARIF's use; any other
//! keyword is a fault of the schema.

use regex_lite::Regex;
use serde_json::Value;

/// Keywords that say nothing about a value.
const WORDS: &[&str] = &["$schema", "$id", "$defs", "default", "definitions", "description", "format", "title"];

/// What is wrong with a value, each fault with the path to it.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut check = Check { root: schema, faults: Vec::new() };
    check.value(schema, value, "");
    check.faults
}

struct Check<'a> {
    root: &'a Value,
    faults: Vec<String>,
}

impl<'a> Check<'a> {
    fn value(&mut self, schema: &'a Value, value: &Value, path: &str) {
        let Value::Object(keywords) = schema else {
            return self.require(schema == &Value::Bool(true), path, "is not allowed");
        };
        for (keyword, rule) in keywords {
            match keyword.as_str() {
                "$ref" => {
                    let pointer = rule.as_str().and_then(|text| text.strip_prefix('#')).expect("references are local");
                    let target = self.root.pointer(pointer).unwrap_or_else(|| panic!("{pointer} leads nowhere"));
                    self.value(target, value, path);
                }
                "type" => {
                    let types = rule.as_array().map_or(std::slice::from_ref(rule), Vec::as_slice);
                    self.require(types.iter().any(|name| is_type(name, value)), path, &format!("is not of type {rule}"));
                }
                "enum" => {
                    let allowed = rule.as_array().expect("enum is a list");
                    self.require(allowed.contains(value), path, &format!("is {value}, none of {rule}"));
                }
                "const" => self.require(rule == value, path, &format!("is {value}, not {rule}")),
                "pattern" => {
                    let pattern = Regex::new(rule.as_str().expect("a pattern is text")).expect("a pattern is well-formed");
                    self.require(
                        value.as_str().is_none_or(|text| pattern.is_match(text)),
                        path,
                        &format!("{value} is not {rule}"),
                    );
                }
                "minimum" => {
                    let least = rule.as_i64().expect("minimum is a whole number");
                    self.require(value.as_i64().is_none_or(|number| number >= least), path, &format!("is below {least}"));
                }
                "maximum" => {
                    let most = rule.as_i64().expect("maximum is a whole number");
                    self.require(value.as_i64().is_none_or(|number| number <= most), path, &format!("is above {most}"));
                }
                "anyOf" | "oneOf" => {
                    let rules = rule.as_array().expect("choices are a list");
                    let fits = rules.iter().filter(|rule| self.holds(rule, value)).count();
                    let is_right = fits == 1 || keyword == "anyOf" && fits > 1;
                    self.require(is_right, path, &format!("fits {fits} of {} choices", rules.len()));
                }
                "minItems" => {
                    let least = rule.as_u64().expect("minItems is a count") as usize;
                    self.require(value.as_array().is_none_or(|items| items.len() >= least), path, "has too few items");
                }
                "uniqueItems" => {
                    let unique = |items: &Vec<Value>| (1..items.len()).all(|end| !items[..end].contains(&items[end]));
                    self.require(value.as_array().is_none_or(unique), path, "has an item twice");
                }
                "required" => {
                    for name in rule.as_array().expect("required is a list") {
                        let name = name.as_str().expect("a name is text");
                        self.require(
                            value.as_object().is_none_or(|members| members.contains_key(name)),
                            path,
                            &format!("lacks {name}"),
                        );
                    }
                }
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.value(rule, item, &format!("{path}/{index}"));
                    }
                }
                "properties" => {
                    for (name, member) in value.as_object().into_iter().flatten() {
                        if let Some(rule) = rule.get(name) {
                            self.value(rule, member, &format!("{path}/{name}"));
                        }
                    }
                }
                "additionalProperties" => {
                    for (name, member) in value.as_object().into_iter().flatten() {
                        if keywords.get("properties").is_none_or(|known| known.get(name).is_none()) {
                            self.value(rule, member, &format!("{path}/{name}"));
                        }
                    }
                }
                word => assert!(WORDS.contains(&word), "the keyword {word} is not known here"),
            }
        }
    }

    fn holds(&self, schema: &'a Value, value: &Value) -> bool {
        let mut check = Check { root: self.root, faults: Vec::new() };
        check.value(schema, value, "");
        check.faults.is_empty()
    }

    fn require(&mut self, holds: bool, path: &str, fault: &str) {
        if !holds {
            self.faults.push(format!("{path}: {fault}"));
        }
    }
}

fn is_type(name: &Value, value: &Value) -> bool {
    match name.as_str().expect("a type is a name") {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        name => panic!("{name} is no type"),
    }
}

#[test]
fn what_a_schema_forbids_is_found() {
    let schema = serde_json::json!({
        "type": "object",
        "required": ["a"],
        "properties": {"a": {"type": ["string", "null"], "pattern": "^x"}, "b": {"items": {"$ref": "#/$defs/b"}}},
        "additionalProperties": false,
        "$defs": {"b": {"enum": [1, 2], "minimum": 2}},
    });
    let faults = |value: Value| faults(&schema, &value);
    assert_eq!(faults(serde_json::json!({"a": "xy", "b": [2]})), Vec::<String>::new());
    assert_eq!(faults(serde_json::json!({"a": null})), Vec::<String>::new());
    assert_eq!(faults(serde_json::json!({"a": "y", "b": [1], "c": 0})).len(), 3);
    assert_eq!(faults(serde_json::json!([])).len(), 1);
}
