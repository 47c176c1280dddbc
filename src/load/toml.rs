//! TOML as nodes with spans, by the parser that recovers from mistakes, so that all of them are found.

use super::node::{Key, Node, Value};
use crate::diagnostic::{Code, Finding, Findings, SourceText};
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads a TOML document.
pub fn parse(file: &Arc<SourceText>, findings: &mut Findings) -> Node {
    let (table, errors) = DeTable::parse_recoverable(file.text());
    for error in errors {
        let code = if error.message().contains("duplicate key") { Code::KeyDuplicate } else { Code::TomlSyntax };
        let place = file.at(error.span().unwrap_or_default());
        findings.push(Finding::new(code, place, error.message().to_owned()));
    }
    Node { value: map(file, table.get_ref()), span: 0..0 }
}

fn node(file: &Arc<SourceText>, value: &Spanned<DeValue<'_>>) -> Node {
    let span = value.span();
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Scalar { text: text.to_string(), quoted: true },
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(file, item)).collect()),
        DeValue::Table(table) => map(file, table),
        _ => Value::Scalar { text: file.at(span.clone()).text().to_owned(), quoted: false },
    };
    Node { value, span }
}

/// A table, its entries in the order of the file.
fn map(file: &Arc<SourceText>, table: &DeTable<'_>) -> Value {
    let entry = |(key, value): (&Spanned<_>, _)| {
        (Key { text: AsRef::<str>::as_ref(key.get_ref()).to_owned(), span: key.span() }, node(file, value))
    };
    let mut entries: Vec<_> = table.iter().map(entry).collect();
    entries.sort_by_key(|(key, _)| key.span.start);
    Value::Map(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_mistakes_are_found_and_the_rest_is_read() {
        let file = SourceText::new(
            "numerate.toml",
            "[site]\nbase-url = \"a\"\nbase-url = \"b\"\nx = \n[locales]\nall = [\"en\", \"ไทย\"]\n",
        );
        let mut findings = Findings::new();
        let node = parse(&file, &mut findings);
        let found: Vec<_> = findings.iter().map(|finding| (finding.code, finding.place.line_column())).collect();
        assert_eq!(found, [(Code::KeyDuplicate, (3, 1)), (Code::TomlSyntax, (4, 5))]);
        let Value::Map(entries) = node.value else { panic!() };
        assert_eq!(entries.iter().map(|(key, _)| key.text.as_str()).collect::<Vec<_>>(), ["site", "locales"]);
    }
}
