//! The JSON Schema of what `--report` writes.

use super::OUTCOMES;
use crate::diagnostic::{Code, Severity};
use crate::publish::schema::{add, object, optional, titled};
use serde_json::{Value, json};

/// The schema of the summary.
pub fn schema() -> Value {
    let number = json!({"type": "integer", "minimum": 0});
    let counts = |doc: &str| json!({"type": "object", "additionalProperties": number, "description": doc});
    let list =
        |of: &str, doc: &str| json!({"type": "array", "items": {"$ref": format!("#/$defs/{of}")}, "description": doc});
    let mut changed =
        counts("How many figures differ from the site before, by reason; null if none was replaced, or it is not kept");
    changed["type"] = json!(["object", "null"]);
    let mut schema = object(&[
        ("version", json!({"const": 1})),
        ("exit", json!({"enum": [0, 1, 2, 3, 75]})),
        ("outcome", json!({"enum": OUTCOMES})),
        ("message", optional("string", "Why nothing came of the run, where it ended before its time")),
        ("files", number.clone()),
        ("editions", number.clone()),
        ("proven", number.clone()),
        ("counts", counts("How many findings there are of each severity: errors, warnings, notes")),
        ("findings", list("finding", "All that was found")),
        (
            "withheld",
            json!({
                "type": "object",
                "additionalProperties": counts("The codes that withhold the locale"),
                "description": "The locales that were not published"
            }),
        ),
        ("blocked_by", counts("The codes that keep the whole site from being published")),
        ("held", list("held", "The articles that were not due")),
        ("changed_figures", changed),
        ("milliseconds", counts("How long each stage took")),
    ]);
    let held = object(&[
        ("article", json!({"type": "string", "description": "An article that was not due"})),
        ("reason", json!({"enum": ["draft", "scheduled", "expired"]})),
        ("at", optional("string", "The time that makes it so (RFC 3339)")),
    ]);
    let related = place(&[("message", json!({"type": "string", "description": "What this other place shows"}))]);
    schema["$defs"] = json!({"finding": finding(), "held": held, "related": related});
    titled("numerate run", schema)
}

fn finding() -> Value {
    let severities = [Severity::Note, Severity::Warning, Severity::Error];
    place(&[
        ("code", json!({"enum": Code::ALL})),
        ("severity", json!({"enum": severities})),
        ("message", json!({"type": "string"})),
        ("text", json!({"type": "string", "description": "The text of the place"})),
        ("related", json!({"type": "array", "items": {"$ref": "#/$defs/related"}})),
        ("help", optional("string", "What would be right")),
        ("locale", optional("string", "The locale that is withheld; null if all of them are")),
    ])
}

/// Something that stands at a place.
fn place(members: &[(&str, Value)]) -> Value {
    let file = "The file, relative to the project or, if finished, to the output";
    let mut place = object(members);
    add(&mut place, [("file", json!({"type": "string", "description": file}))]);
    let counts = ["line", "column", "end_line", "end_column"].map(|name| (name, json!({"type": "integer", "minimum": 1})));
    add(&mut place, counts);
    place
}
