//! `numerate.toml`: the settings of a project.
//!
//! In: the folder. Out: [`Settings`] and where each locale is named, or nothing when no locale can be made of it.

use super::decode::{self, Field, Shape};
use super::node::Cursor;
use super::text::{self, Folder};
use super::{scalar, toml};
use crate::diagnostic::{At, Code, Finding, Findings, Severity};
use crate::figure::{LANGUAGES, Language};
use crate::format::{FORMATS, Format};
use crate::model::LocaleTag;
use crate::model::print::Print;
use crate::model::project::Settings;
use std::collections::BTreeMap;

/// The file.
pub const PATH: &str = "numerate.toml";

/// The keys of the file.
pub const FIELDS: &[Field] = &[
    Field::required("site", Shape::Map(SITE), "the published site"),
    Field::required("locales", Shape::Map(LOCALES), "the locales"),
    Field::optional("output", Shape::Map(OUTPUT), "what a build makes"),
    Field::optional("findings", Shape::Names(codes, &POLICY), "severities of findings by code, in place of their own"),
];

const SITE: &[Field] =
    &[Field::required("base-url", Shape::Scalar(&scalar::URL), "where the site will stand: an absolute address")];

const LOCALES: &[Field] = &[
    Field::required("base", Shape::Choice(locales), "the locale in which narratives are written first"),
    Field::required("all", Shape::List(&Shape::Choice(locales)), "all locales, the base locale among them, in order"),
    Field::optional(
        "policy",
        Shape::Names(locales, &Shape::Names(codes, &POLICY)),
        "severities of findings in a locale by code: what withholds it (`error`) and what only warns",
    ),
];

const OUTPUT: &[Field] = &[
    Field::optional("folder", Shape::Scalar(&scalar::TEXT), "the output folder, relative to the project"),
    Field::optional("formats", Shape::List(&Shape::Choice(formats)), "the formats of articles, `html` alone if not given"),
    Field::optional("keep", Shape::Scalar(&scalar::RELEASES), "how many earlier sites are kept beside it; 3 if left out"),
];

const POLICY: Shape = Shape::Choice(|| POLICIES.iter().map(|(name, _)| *name).collect());

const POLICIES: [(&str, Option<Severity>); 4] = [
    ("allow", None),
    ("note", Some(Severity::Note)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];

/// The folders that a build reads, and so must never replace.
const READ_FOLDERS: [&str; 4] = ["data", "locales", "templates", "src"];

fn locales() -> Vec<&'static str> {
    LANGUAGES.iter().map(|language| language.tag).collect()
}

fn formats() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name()).collect()
}

fn codes() -> Vec<&'static str> {
    Code::ALL.iter().map(|code| code.name()).collect()
}

/// Reads the settings, and the places where the locales are named.
pub fn load(folder: &Folder, findings: &mut Findings) -> Option<(Settings, Vec<At<LocaleTag>>)> {
    let file = folder.text(PATH).map_err(|finding| findings.push(*finding)).ok()?;
    text::reserved(&file, findings);
    let root = toml::parse(&file, findings);
    let root = Cursor { file: &file, node: &root };
    decode::check(root, &Shape::Map(FIELDS), findings);

    let section = root.get("locales")?;
    let tag = |cursor: Cursor<'_>| cursor.read(|tag| Language::of(tag).map(|_| LocaleTag::new(tag)));
    let mut all: Vec<At<LocaleTag>> = Vec::new();
    for named in section.get("all")?.items().filter_map(tag) {
        match all.iter().find(|known| known.value == named.value) {
            Some(known) => findings.push(
                Finding::new(Code::IdDuplicate, named.place, format!("the locale `{}` stands twice", named.value))
                    .related(&known.place, "first here"),
            ),
            None => all.push(named),
        }
    }
    let base = section.get("base").and_then(tag);
    if let Some(base) = base.as_ref().filter(|base| !all.iter().any(|known| known.value == base.value)) {
        let message = format!("the base locale `{}` is not among `all`", base.value);
        findings.push(
            Finding::new(Code::ValueUnknown, base.place.clone(), message).help(format!("add `{}` to `all`", base.value)),
        );
        all.insert(0, base.clone());
    }
    let base_locale = base.or_else(|| all.first().cloned())?.value;
    let base_url = root.get("site").and_then(|site| site.get("base-url")).and_then(Cursor::text).unwrap_or_default();
    let settings = Settings {
        base_url: base_url.trim_end_matches('/').to_owned(),
        base_locale,
        locales: all.iter().map(|tag| tag.value.clone()).collect(),
        output: root
            .get("output")
            .and_then(|output| output.get("folder"))
            .and_then(|named| output(named, findings))
            .unwrap_or_else(|| "output".to_owned()),
        formats: root
            .get("output")
            .and_then(|output| output.get("formats"))
            .map_or_else(|| vec![Format::Html.name()], |named| formats_of(named, findings)),
        print: Print::default(),
        keep: root
            .get("output")
            .and_then(|output| output.get("keep"))
            .and_then(|keep| scalar::releases(keep.text()?))
            .unwrap_or(3),
        severities: root.get("findings").map(severities).unwrap_or_default(),
        policies: section.get("policy").into_iter().flat_map(Cursor::entries).filter_map(policy).collect(),
    };
    Some((settings, all))
}

/// The output folder: inside of the project, and none of the folders that a build reads.
fn output(named: Cursor<'_>, findings: &mut Findings) -> Option<String> {
    let path = named.text()?.trim_end_matches('/');
    let first = path.split('/').find(|part| *part != ".");
    if !text::inside(path) {
        let message = format!("the output folder `{path}` leads out of the project");
        findings.push(Finding::new(Code::PathEscape, named.place(), message));
        return None;
    }
    if first.is_none_or(|first| first.starts_with('.') || READ_FOLDERS.contains(&first)) {
        let message = format!("a build would replace `{path}`, which it needs");
        findings.push(
            Finding::new(Code::ValueMalformed, named.place(), message).help("name a folder of its own, such as `output`"),
        );
        return None;
    }
    Some(path.to_owned())
}

/// The formats that are named, in their own order. Other pages lead to web pages, so there must be those.
fn formats_of(named: Cursor<'_>, findings: &mut Findings) -> Vec<&'static str> {
    let names: Vec<_> = named.items().filter_map(Cursor::text).collect();
    if !names.contains(&Format::Html.name()) {
        let message = "an article is published as a web page at least";
        findings.push(Finding::new(Code::ValueMalformed, named.place(), message).help("add `html`"));
    }
    FORMATS
        .iter()
        .filter(|format| **format == Format::Html || names.contains(&format.name()))
        .map(|format| format.name())
        .collect()
}

/// The policy of a locale.
fn policy((tag, section): (At<&str>, Cursor<'_>)) -> Option<(LocaleTag, BTreeMap<Code, Option<Severity>>)> {
    Language::of(tag.value).map(|_| (LocaleTag::new(tag.value), severities(section)))
}

fn severities(section: Cursor<'_>) -> BTreeMap<Code, Option<Severity>> {
    let policy = |name: &str| POLICIES.iter().find(|(known, _)| *known == name).map(|(_, severity)| *severity);
    let entry = |(key, value): (At<&str>, Cursor<'_>)| Some((Code::from_name(key.value)?, policy(value.text()?)?));
    section.entries().filter_map(entry).collect()
}
