//! What a file says to machines: JSON-LD, the days in the head of a page, days and addresses in feeds and site maps.
//!
//! In: what was read from the page, and the project. Out: a fault for each fact that is not what the data files say. Texts of
//! the JSON-LD that people get to see are read as pieces like any other.

use super::figures::Fault;
use super::reading::Reading;
use super::told;
use crate::diagnostic::Code;
use crate::model::{Article, Document, Project, Source};
use serde_json::{Map, Value};
use std::sync::Arc;

/// Members of JSON-LD that name things for machines: addresses, types, languages, the number of an entry in a list.
const NAMES: &[&str] = &["@context", "@id", "@type", "inLanguage", "mainEntityOfPage", "position", "sameAs", "url"];

/// The type of what cites a source.
const DATASET: &str = "Dataset";

/// The members that say days.
const DAYS: [&str; 2] = ["datePublished", "dateModified"];

/// The type of what says that something was corrected.
const CORRECTION: &str = "CorrectionComment";

/// The texts and numbers of a JSON-LD object that may be shown. Those of its data sets, and the days of the article, are not
/// among them: [`check`] holds them against the data files.
pub(super) fn texts(value: &Value, seen: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => seen(text),
        Value::Number(number) => seen(&number.to_string()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, seen)),
        Value::Object(members) if is_dataset(members) => {}
        Value::Object(members) => {
            let shown = members.iter().filter(|(name, _)| !NAMES.contains(&name.as_str()) && !DAYS.contains(&name.as_str()));
            shown.for_each(|(_, member)| texts(member, seen));
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn is_dataset(members: &Map<String, Value>) -> bool {
    is_a(members, DATASET)
}

fn is_a(members: &Map<String, Value>, kind: &str) -> bool {
    members.get("@type").is_some_and(|own| own == kind)
}

/// What the page says to machines and the data files do not.
pub(super) fn check(document: &Document, reading: &Reading<'_>, project: &Project) -> Vec<Fault> {
    let mut check = Check { document, project, article: project.articles.get(&document.article), faults: Vec::new() };
    reading.days.iter().for_each(|day| check.day("datePublished", day));
    reading.revised.iter().for_each(|day| check.day("dateModified", day));
    reading.json.iter().for_each(|value| check.value(value));
    check.faults.extend(told::check(&reading.told, project));
    check.faults
}

struct Check<'a> {
    document: &'a Document,
    project: &'a Project,
    /// The article; `None` for pages around the articles.
    article: Option<&'a Arc<Article>>,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn day(&mut self, name: &str, day: &str) {
        let meant = self.article.map(|article| match name {
            "datePublished" => article.published,
            _ => article.modified(),
        });
        match meant {
            Some(meant) if meant.to_string() == day => {}
            Some(meant) => self.fault(format!("machines are told the day `{day}` of the article; it is {meant}")),
            None => self.fault(format!("machines are told the day `{day}`, and the page has none")),
        }
    }

    /// A correction is of a day on which there was one.
    fn correction(&mut self, members: &Map<String, Value>) {
        let day = members.get("datePublished").and_then(Value::as_str).unwrap_or_default();
        let mut corrections = self.article.into_iter().flat_map(|article| &article.corrections);
        if !corrections.any(|correction| correction.date.value.to_string() == day) {
            self.fault(format!("machines are told of a correction on `{day}`; there was none"));
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.value(item)),
            Value::Object(members) if is_dataset(members) => self.dataset(members),
            Value::Object(members) if is_a(members, CORRECTION) => self.correction(members),
            Value::Object(members) => {
                for name in DAYS {
                    if let Some(day) = members.get(name) {
                        self.day(name, day.as_str().unwrap_or_default());
                    }
                }
                members.values().for_each(|member| self.value(member));
            }
            _ => {}
        }
    }

    /// A data set must be one of the sources, whole: in an article one of those that its figures rest on.
    fn dataset(&mut self, members: &Map<String, Value>) {
        let (said, whose) = match self.article {
            Some(_) => (self.cited().iter().any(|source| agrees(members, source)), "article"),
            None => (self.project.sources.values().any(|source| agrees(members, source)), "project"),
        };
        if said {
            return;
        }
        let name = members.get("name").and_then(Value::as_str).unwrap_or_default();
        self.fault(format!("machines are told of the data set `{name}` what no source of the {whose} says"));
    }

    /// The sources that the figures of the document rest on.
    fn cited(&self) -> Vec<&Source> {
        let plain = self.document.plain.iter().flat_map(|plain| &plain.figures);
        let mut ids: Vec<_> = self.document.figures.iter().chain(plain).flat_map(|figure| &*figure.sources).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().filter_map(|id| self.project.sources.get(id)).map(AsRef::as_ref).collect()
    }

    fn fault(&mut self, message: String) {
        self.faults.push(fault(message));
    }
}

/// What is said to machines, and not in the data files.
pub(super) fn fault(message: String) -> Fault {
    let help = "machines are told what the data files say";
    Fault { code: Code::FigureMismatch, at: None, slot: None, message, help }
}

/// Whether every member that a data set has is what the source says, and all are there that say a figure.
fn agrees(members: &Map<String, Value>, source: &Source) -> bool {
    let published = source.published.map(|published| published.to_string());
    let says = |name: &str, member: &Value| match name {
        "@type" => true,
        "name" => member == source.title.as_str(),
        "creator" => member.get("name").is_none_or(|name| name == source.producer.as_str()),
        "datePublished" => published.as_deref().is_some_and(|published| member == published),
        "version" => source.edition.as_deref().is_some_and(|edition| member == edition),
        "url" => source.url.as_deref().is_some_and(|url| member == url),
        // Anything else may be said that says no figure.
        _ => !member.to_string().contains(char::is_numeric),
    };
    members.iter().all(|(name, member)| says(name, member))
        && members.contains_key("name")
        && members.contains_key("datePublished") == source.published.is_some()
        && members.contains_key("version") == source.edition.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{At, Place};
    use crate::model::SourceId;
    use crate::model::source::PartialDate;

    fn source() -> Source {
        let place = Place::of_path("data/sources/survey.yaml");
        Source {
            id: At { value: SourceId::new("survey"), place },
            producer: "Salesforce Research".to_owned(),
            title: "State of the Connected Customer".to_owned(),
            edition: Some("fifth".to_owned()),
            published: Some(PartialDate { year: 2022, month: Some(5), day: None }),
            accessed: None,
            url: None,
            method: None,
            table: None,
            freshness: None,
        }
    }

    #[test]
    fn a_data_set_says_what_its_source_says() {
        let agrees = |json: &str| agrees(serde_json::from_str::<Value>(json).unwrap().as_object().unwrap(), &source());
        let right = r#"{"@type":"Dataset","name":"State of the Connected Customer","datePublished":"2022-05","version":"fifth","license":"free"}"#;
        assert!(agrees(right));
        for (from, to) in
            [("2022-05", "2022-06"), ("fifth", "sixth"), ("Connected", "Conected"), ("free", "97% free"), ("version", "x")]
        {
            assert!(!agrees(&right.replace(from, to)), "{to}");
        }
    }

    #[test]
    fn texts_are_all_but_names_for_machines() {
        let json = r#"{"@id":"https://x/2018","headline":"a 1","author":{"name":"b 2"},"wordCount":3,"datePublished":"2018",
            "citation":[{"@type":"Dataset","name":"c 4"}]}"#;
        let mut seen = Vec::new();
        texts(&serde_json::from_str(json).unwrap(), &mut |text| seen.push(text.to_owned()));
        assert_eq!(seen, ["a 1", "b 2", "3"]);
    }
}
