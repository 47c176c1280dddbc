//! `data/articles/<id>.yaml`: articles.

use super::decode::{Field, Shape};
use super::node::Cursor;
use super::text::{Entry, Folder};
use super::{Loaded, chart, claim, own_id, read_yaml, scalar};
use crate::diagnostic::{At, Code, Finding, Findings, SourceText};
use crate::model::article::Correction;
use crate::model::id::is_id;
use crate::model::project::Settings;
use crate::model::source::PartialDate;
use crate::model::{Article, ArticleId, Literal, LocaleTag, Schedule};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder.
pub const FOLDER: &str = "data/articles";

/// The keys of an article's file.
pub const FIELDS: &[Field] = &[
    Field::required("id", Shape::Scalar(&scalar::ID), "the article's id: the name of its file"),
    Field::optional("slug", Shape::Scalar(&scalar::ID), "the last part of its address; the id if left out"),
    Field::required("template", Shape::Scalar(&scalar::TEXT), "the template of its Markdown, in templates/"),
    Field::required("published", Shape::Scalar(&scalar::DATE), "the day that it bears"),
    Field::optional("updated", Shape::Scalar(&scalar::DATE), "the day of its last revision"),
    Field::optional("corrections", Shape::List(&Shape::Map(CORRECTION)), "what was corrected in it since, the oldest first"),
    Field::stated("publish_at", Shape::Scalar(&scalar::TIME), "from when on it may be read"),
    Field::stated("expires_at", Shape::Scalar(&scalar::TIME), "from when on it may no longer be read"),
    Field::stated("draft", Shape::Scalar(&scalar::FLAG), "whether it is not to be published yet"),
    Field::required("stats", Shape::List(&Shape::Scalar(&scalar::ID)), "the topics whose stats it may use"),
    Field::optional("sections", Shape::List(&Shape::Scalar(&scalar::ID)), "its sections, in order"),
    Field::optional("literals", Shape::List(&Shape::Map(LITERAL)), "numbers in its text that are no statistics"),
    Field::optional("claims", Shape::List(&Shape::Map(claim::FIELDS)), "what its text says of stats beside one another"),
    Field::optional("charts", Shape::List(&Shape::Map(chart::FIELDS)), "its charts: stats side by side"),
];

const LITERAL: &[Field] = &[
    Field::required("id", Shape::Scalar(&scalar::ID), "its id: a Fluent variable, like a stat's"),
    Field::required("text", Shape::Texts(&Shape::Scalar(&scalar::TEXT)), "how each locale prints it"),
];

const CORRECTION: &[Field] = &[
    Field::required("date", Shape::Scalar(&scalar::DATE), "the day on which it was corrected"),
    Field::required("note", Shape::Scalar(&scalar::ID), "the message that says what was wrong: `<article>-<note>`"),
];

/// Reads every article.
pub fn load(
    folder: &Folder,
    settings: &Settings,
    templates: &BTreeMap<String, Arc<SourceText>>,
    findings: &mut Findings,
) -> Loaded<ArticleId, Arc<Article>> {
    let mut loaded = Loaded::default();
    let entries = folder.list(FOLDER, super::YAML, findings).unwrap_or_default();
    let articles = super::each(&entries, findings, |entry, findings| article(folder, entry, settings, findings));
    for (entry, article) in entries.into_iter().zip(articles) {
        match article {
            Some(article) => {
                check_template(&article.template, templates, findings);
                loaded.insert(article.id.clone(), Arc::new(article), |article| &article.id.place, findings);
            }
            None => _ = loaded.unreadable.insert(entry.stem),
        }
    }
    loaded
}

fn article(folder: &Folder, entry: &Entry, settings: &Settings, findings: &mut Findings) -> Option<Article> {
    let (file, root) = read_yaml(folder, &entry.path, &Shape::Map(FIELDS), findings)?;
    let root = Cursor { file: &file, node: &root };
    let ids = |key: &str| root.get(key).into_iter().flat_map(Cursor::items).filter_map(id).collect::<Vec<_>>();
    let (stats, sections) = (ids("stats"), ids("sections"));
    once(&stats, findings);
    once(&sections, findings);
    let literals: Vec<_> = root
        .get("literals")
        .into_iter()
        .flat_map(Cursor::items)
        .filter_map(|item| literal(item, settings, findings))
        .collect();
    once(&literals.iter().map(|literal| literal.id.clone()).collect::<Vec<_>>(), findings);
    let claims = root.get("claims").into_iter().flat_map(Cursor::items);
    let claims = claims.filter_map(|item| claim::read(item, findings)).collect();
    let charts = root.get("charts").into_iter().flat_map(Cursor::items);
    let charts: Vec<_> = charts.filter_map(|item| chart::read(item, findings)).collect();
    once(&charts.iter().map(|chart| chart.id.clone()).collect::<Vec<_>>(), findings);
    let id = own_id(root, &entry.stem, findings)?;
    let schedule = schedule(root, findings);
    let published = root.get("published")?.read(day)?;
    let updated = root.get("updated").and_then(|updated| updated.read(day));
    let corrections = root.get("corrections").into_iter().flat_map(Cursor::items);
    let corrections: Vec<_> = corrections
        .filter_map(|item| {
            Some(Correction { date: item.get("date")?.read(day)?, note: item.get("note").and_then(self::id)? })
        })
        .collect();
    days(&published, updated.as_ref(), &corrections, findings);
    Some(Article {
        schedule,
        updated,
        corrections,
        slug: root.get("slug").and_then(Cursor::text).filter(|slug| is_id(slug)).unwrap_or(&id.value).to_owned(),
        id: id.map(ArticleId::new),
        template: root.get("template")?.string()?,
        published: published.value,
        stats,
        sections,
        literals,
        claims,
        charts,
        file: Arc::clone(&file),
    })
}

fn day(text: &str) -> Option<Date> {
    PartialDate::parse(text)?.whole()
}

/// Reports days that come before one that they must follow: publication, corrections one after another, the last revision.
fn days(published: &At<Date>, updated: Option<&At<Date>>, corrections: &[Correction], findings: &mut Findings) {
    let mut last = (published, "published here");
    let corrected = corrections.iter().map(|correction| (&correction.date, "corrected here"));
    for (day, name) in corrected.chain(updated.map(|day| (day, "revised here"))) {
        if day.value < last.0.value {
            let message = format!("`{}` comes before `{}`", day.value, last.0.value);
            findings.push(Finding::new(Code::DateOutOfOrder, day.place.clone(), message).related(&last.0.place, last.1));
        } else {
            last = (day, name);
        }
    }
}

fn schedule(root: Cursor<'_>, findings: &mut Findings) -> Schedule {
    let time = |key: &str| root.get(key).and_then(|time| time.read(scalar::time));
    let draft = root.get("draft").and_then(|draft| draft.read(|text| Some(text == "true")));
    let schedule = Schedule { draft, publish_at: time("publish_at"), expires_at: time("expires_at") };
    if let (Some(from), Some(until)) = (&schedule.publish_at, &schedule.expires_at)
        && until.value <= from.value
    {
        let finding = Finding::new(Code::ValueMalformed, until.place.clone(), "it expires before it is published");
        findings.push(finding.related(&from.place, "published here"));
    }
    schedule
}

/// An id, if it is one.
pub(super) fn id(cursor: Cursor<'_>) -> Option<At<String>> {
    cursor.string().filter(|id| is_id(id))
}

/// Reports ids that stand twice in a list.
fn once(ids: &[At<String>], findings: &mut Findings) {
    let mut first: BTreeMap<&str, &At<String>> = BTreeMap::new();
    for id in ids {
        let known = *first.entry(id.as_str()).or_insert(id);
        if known.place != id.place {
            let finding = Finding::new(Code::IdDuplicate, id.place.clone(), format!("`{}` stands twice", id.value));
            findings.push(finding.related(&known.place, "first here"));
        }
    }
}

/// A literal, which every locale must print.
fn literal(item: Cursor<'_>, settings: &Settings, findings: &mut Findings) -> Option<Literal> {
    let id = item.get("id").and_then(id)?;
    let mut text = BTreeMap::new();
    for (key, value) in item.get("text")?.entries() {
        match settings.locales.iter().find(|tag| tag.as_str() == key.value) {
            Some(tag) => _ = value.string().map(|value| text.insert(tag.clone(), value)),
            None => findings.push(
                Finding::new(Code::KeyUnknown, key.place, format!("the project has no locale `{}`", key.value))
                    .suggest(key.value, settings.locales.iter().map(LocaleTag::as_str)),
            ),
        }
    }
    for tag in settings.locales.iter().filter(|tag| !text.contains_key(*tag)) {
        let finding =
            Finding::new(Code::KeyMissing, id.place.clone(), format!("the literal `{}` has no text in {tag}", id.value));
        findings.push(finding.in_locale(tag.as_str()));
    }
    Some(Literal { id, text })
}

fn check_template(template: &At<String>, templates: &BTreeMap<String, Arc<SourceText>>, findings: &mut Findings) {
    // Without any template, it is the folder that is missing, which has been said.
    if templates.is_empty() || templates.contains_key(&template.value) {
        return;
    }
    let place = template.place.clone();
    findings.push(match super::text::inside(&template.value) {
        false => Finding::new(Code::PathEscape, place, format!("`{}` leads out of `templates`", template.value)),
        true => Finding::new(Code::FileMissing, place, format!("there is no template `{}`", template.value))
            .suggest(&template.value, templates.keys().map(String::as_str)),
    });
}
