//! `data/sources/<id>.yaml`: sources, each with the table beside it.

use super::decode::{Field, Shape};
use super::node::Cursor;
use super::text::{self, Entry, Folder};
use super::{Loaded, own_id, read_yaml, scalar, table};
use crate::diagnostic::{Code, Finding, Findings};
use crate::model::number::parse_strict;
use crate::model::source::{Freshness, Method, PartialDate, Source};
use crate::model::{SourceId, Table};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The folder.
pub const FOLDER: &str = "data/sources";

/// The keys of a source's file.
pub const FIELDS: &[Field] = &[
    Field::required("id", Shape::Scalar(&scalar::ID), "the source's id: the name of its file"),
    Field::required("producer", Shape::Scalar(&scalar::TEXT), "who made it"),
    Field::required("title", Shape::Scalar(&scalar::TEXT), "its title"),
    Field::optional("edition", Shape::Scalar(&scalar::TEXT), "which edition it is"),
    Field::optional("published", Shape::Scalar(&scalar::PARTIAL_DATE), "when it was published, as exactly as known"),
    Field::optional("accessed", Shape::Scalar(&scalar::DATE), "when it was read"),
    Field::optional("url", Shape::Scalar(&scalar::URL), "its address"),
    Field::optional("method", Shape::Map(METHOD), "how its figures were gained"),
    Field::optional("table", Shape::Map(TABLE), "the data kept beside it"),
    Field::optional("freshness", Shape::Map(FRESHNESS), "how old it may grow"),
];

const METHOD: &[Field] = &[
    Field::optional("kind", Shape::Scalar(&scalar::TEXT), "survey, census, panel, model, …"),
    Field::optional("sample", Shape::Scalar(&scalar::NUMBER), "how many were asked"),
    Field::optional("population", Shape::Scalar(&scalar::TEXT), "who was asked"),
    Field::optional("places", Shape::Scalar(&scalar::TEXT), "where"),
];

const TABLE: &[Field] = &[
    Field::required("path", Shape::Scalar(&scalar::TEXT), "the file (CSV, JSON or XLSX), relative to data/sources"),
    Field::required("sha256", Shape::Scalar(&scalar::SHA256), "the SHA-256 of the file's bytes"),
    Field::optional("sheet", Shape::Scalar(&scalar::TEXT), "the sheet of a workbook; the first if left out"),
];

const FRESHNESS: &[Field] = &[
    Field::optional("warn", Shape::Scalar(&scalar::MONTHS), "the age that is worth a warning"),
    Field::optional("error", Shape::Scalar(&scalar::MONTHS), "the age that is an error"),
];

/// Reads every source.
pub fn load(folder: &Folder, findings: &mut Findings) -> Loaded<SourceId, Arc<Source>> {
    let mut loaded = Loaded::default();
    let entries = folder.list(FOLDER, super::YAML, findings).unwrap_or_default();
    let read = |entry: &Entry, findings: &mut Findings| {
        let mut unreadable = BTreeSet::new();
        (source(folder, entry, &mut unreadable, findings), unreadable)
    };
    let sources = super::each(&entries, findings, read);
    for (entry, (source, unreadable)) in entries.into_iter().zip(sources) {
        loaded.unreadable.extend(unreadable);
        match source {
            Some(source) => loaded.insert(source.id.clone(), Arc::new(source), |source| &source.id.place, findings),
            None => _ = loaded.unreadable.insert(entry.stem),
        }
    }
    loaded
}

fn source(folder: &Folder, entry: &Entry, unreadable: &mut BTreeSet<String>, findings: &mut Findings) -> Option<Source> {
    let (file, root) = read_yaml(folder, &entry.path, &Shape::Map(FIELDS), findings)?;
    let root = Cursor { file: &file, node: &root };
    let text = |key: &str| root.get(key).and_then(Cursor::text).map(str::to_owned);
    // The table is read first, so that its own mistakes are said even if those of the source are too bad.
    let table = root.get("table").map(|named| read_table(folder, named, findings).map(Arc::new));
    if matches!(table, Some(None)) {
        // Without it, nothing can be said of the cells that stats name.
        unreadable.insert(entry.stem.clone());
    }
    if let (Some(freshness), None) = (root.get("freshness"), root.get("published")) {
        let finding = Finding::new(Code::KeyMissing, freshness.place(), "the key `published` is missing");
        findings.push(finding.help("say when it was published: its age is counted from there"));
    }
    Some(Source {
        id: own_id(root, &entry.stem, findings)?.map(SourceId::new),
        producer: text("producer")?,
        title: text("title")?,
        edition: text("edition"),
        published: root.get("published").and_then(|day| day.read(PartialDate::parse)).map(|day| day.value),
        accessed: root.get("accessed").and_then(Cursor::text).and_then(PartialDate::parse).and_then(PartialDate::whole),
        url: text("url"),
        method: root.get("method").map(method),
        table: table.flatten(),
        freshness: root.get("freshness").map(freshness),
    })
}

fn read_table(folder: &Folder, named: Cursor<'_>, findings: &mut Findings) -> Option<Table> {
    let path = named.get("path")?;
    let inside = path.text()?;
    if !text::inside(inside) {
        let finding = Finding::new(Code::PathEscape, path.place(), format!("`{inside}` leads out of `{FOLDER}`"));
        findings.push(finding.help(format!("name a file beside the source, in `{FOLDER}`")));
        return None;
    }
    let full = format!("{FOLDER}/{inside}");
    let bytes = folder.bytes(&full, &path.place()).map_err(|finding| findings.push(*finding)).ok()?;
    if let Some(pinned) = named.get("sha256").and_then(Cursor::string).filter(|pinned| (scalar::SHA256.accepts)(pinned)) {
        table::check_hash(&bytes, &pinned, findings);
    }
    table::read(&full, bytes, path.place(), named.get("sheet").and_then(Cursor::string), findings)
}

fn method(cursor: Cursor<'_>) -> Method {
    let text = |key: &str| cursor.get(key).and_then(Cursor::text).map(str::to_owned);
    let sample = cursor.get("sample").and_then(Cursor::text).and_then(parse_strict);
    Method { kind: text("kind"), sample, population: text("population"), places: text("places") }
}

fn freshness(cursor: Cursor<'_>) -> Freshness {
    let months = |key: &str| cursor.get(key).and_then(|months| months.read(scalar::months));
    Freshness { warn: months("warn"), error: months("error") }
}
