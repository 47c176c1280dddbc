//! Where a message appears: the templates that name it, the messages that refer to it, the parts of an article that it is for.
//!
//! In: a [`Desk`] and the id of a message. Out: [`Appearance`]s. A template may put an id together (`section ~ "-heading"`); whatever
//! is no text in such a call may be anything.

use super::catalog::stem;
use super::desk::Desk;
use crate::diagnostic::{Place, SourceText};
use crate::locale::syntax;
use crate::model::Article;
use fluent_syntax::ast::InlineExpression;
use std::sync::Arc;

/// Somewhere that a message appears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appearance {
    /// What it is there.
    pub what: String,
    /// Where that is said.
    pub place: Place,
}

/// Where a message of the base locale, or words of the data, appear.
pub fn appearances(desk: &Desk<'_>, id: &str) -> Vec<Appearance> {
    let mut found = Vec::new();
    let file = desk.base().and_then(|catalog| catalog.get(id)).map(|unit| stem(unit.file.path()));
    let article = file.and_then(|file| desk.project.articles.get(file));
    if let Some(article) = article {
        parts(article, id, &mut found);
    }
    for (name, text) in &desk.project.templates {
        let own = article.filter(|article| article.template.value == *name);
        let is_for = |article: &Arc<Article>| id.strip_prefix(article.id.as_str())?.strip_prefix('-');
        let short = own.and_then(is_for);
        for (pattern, place) in calls(text) {
            // A template of an article knows its messages by their short names.
            if [Some(id), short].into_iter().flatten().any(|name| fits(&pattern, name)) {
                found.push(Appearance { what: format!("the template {name}"), place });
            }
        }
    }
    for unit in desk.base().into_iter().flat_map(|catalog| &catalog.units) {
        for pattern in unit.patterns() {
            syntax::visit(pattern, &mut |inline, _| {
                let name = match inline {
                    InlineExpression::MessageReference { id: name, .. } if name.name == id => name.name,
                    InlineExpression::TermReference { id: name, .. } if Some(name.name) == id.strip_prefix('-') => name.name,
                    _ => return,
                };
                found.push(Appearance { what: format!("inside of {}", unit.id), place: unit.place_of(name) });
            });
        }
    }
    if crate::resolve::original(desk.project, id).is_some() {
        let of_source = desk.project.sources.iter().find(|(source, _)| id.starts_with(&format!("source-{source}-")));
        let of_stat = desk.project.stats.iter().find(|(stat, _)| id.starts_with(&format!("stat-{stat}-")));
        found.extend(of_source.map(|(source, data)| Appearance {
            what: format!("notes of the source {source}"),
            place: data.id.place.clone(),
        }));
        found.extend(of_stat.map(|(stat, data)| Appearance {
            what: format!("the stat {stat} in ledgers"),
            place: data.stat.id.place.clone(),
        }));
    }
    found
}

/// The parts of an article that a message is for.
fn parts(article: &Article, id: &str, found: &mut Vec<Appearance>) {
    let name = &article.id.value;
    let mut part = |own: String, what: String, place: &Place| {
        if own == id {
            found.push(Appearance { what, place: place.clone() });
        }
    };
    part(format!("{name}-title"), format!("the title of {name}, also in lists of articles"), &article.id.place);
    part(format!("{name}-summary"), format!("the summary of {name}, also in lists of articles"), &article.id.place);
    for section in &article.sections {
        part(format!("{name}-{}-heading", section.value), format!("{name}, heading of {}", section.value), &section.place);
        part(format!("{name}-{}-body", section.value), format!("{name}, text of {}", section.value), &section.place);
    }
    for chart in &article.charts {
        let of = |label: &str| format!("{name}-{}-{label}", chart.id.value);
        part(of("title"), format!("{name}, title of the chart {}", chart.id.value), &chart.id.place);
        part(of("description"), format!("{name}, description of the chart {}", chart.id.value), &chart.id.place);
        for label in chart.columns.iter().chain(chart.rows.iter().map(|row| &row.label)) {
            part(of(&label.value), format!("{name}, label in the chart {}", chart.id.value), &label.place);
        }
    }
}

/// The calls of `t(id=…)` in a template: what each names, with `None` for what may be anything, and where it stands.
fn calls(file: &Arc<SourceText>) -> Vec<(Vec<Option<String>>, Place)> {
    let text = file.text();
    let mut found = Vec::new();
    for (at, _) in text.match_indices("t(id=") {
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let start = at + "t(id=".len();
        let mut pattern = Vec::new();
        let (mut rest, mut end) = (&text[start..], start);
        while let Some(c) = rest.chars().next().filter(|c| !matches!(c, ')' | ',' | '\n')) {
            let length = match c {
                '"' | '\'' => {
                    let length = rest[1..].find(c).map_or(rest.len(), |end| end + 2);
                    pattern.push(Some(rest[1..length.max(2) - 1].to_owned()));
                    length
                }
                c if c.is_alphanumeric() || c == '_' => {
                    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
                    pattern.push(None);
                    rest.find(|c| !is_name(c)).unwrap_or(rest.len())
                }
                c => c.len_utf8(),
            };
            rest = &rest[length..];
            end += length;
        }
        found.push((pattern, file.at(at..(end + 1).min(text.len()))));
    }
    found
}

/// Whether an id may be what a call names.
fn fits(pattern: &[Option<String>], id: &str) -> bool {
    match pattern {
        [] => id.is_empty(),
        [Some(text), rest @ ..] => id.strip_prefix(text.as_str()).is_some_and(|id| fits(rest, id)),
        // Anything with a letter in it, if more is said than that.
        [None, rest @ ..] if rest.iter().any(Option::is_some) => {
            id.char_indices().skip(1).any(|(at, _)| fits(rest, &id[at..]))
        }
        [None, ..] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_read_with_what_may_be_anything() {
        let file = SourceText::new(
            "article.md",
            "{{ t(id=\"lead\") }} {{ t(id=section ~ \"-body\") }} {{ at(id=\"x\") }} {{ t(id=x) }}",
        );
        let calls = calls(&file);
        assert_eq!(calls.len(), 3);
        assert!(fits(&calls[0].0, "lead") && !fits(&calls[0].0, "leads"));
        assert!(fits(&calls[1].0, "why-body") && !fits(&calls[1].0, "-body") && !fits(&calls[1].0, "why-heading"));
        assert!(!fits(&calls[2].0, "lead"));
        assert_eq!(calls[1].1.text(), "t(id=section ~ \"-body\")");
    }
}
