//! `locales/<tag>/*.ftl`: the messages of each locale.
//!
//! What can go wrong: a locale without a folder, Fluent that is not well formed, a message or term that stands twice in a
//! locale, characters that are kept for the program. Each of these withholds only its locale.

use super::text::{self, Folder};
use crate::diagnostic::{At, Code, Finding, Findings, Place};
use crate::model::LocaleTag;
use crate::model::project::{LocaleFiles, MessageFile};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The file of the words around every article.
const COMMON: &str = "common.ftl";

/// Reads every locale that the settings name.
pub fn load(folder: &Folder, tags: &[At<LocaleTag>], findings: &mut Findings) -> BTreeMap<LocaleTag, LocaleFiles> {
    let mut locales = BTreeMap::new();
    for tag in tags {
        let path = format!("locales/{}", tag.value);
        let mut own = Findings::new();
        if folder.has(&path) {
            locales.insert(tag.value.clone(), locale(folder, &path, &mut own));
        } else {
            let message = format!("the locale `{}` has no folder `{path}`", tag.value);
            own.push(Finding::new(Code::LocaleMissing, tag.place.clone(), message));
        }
        findings.append(own.into_iter().map(|finding| finding.in_locale(tag.value.as_str())).collect());
    }
    locales
}

fn locale(folder: &Folder, path: &str, findings: &mut Findings) -> LocaleFiles {
    let mut entries = folder.list(path, &[".ftl"], findings).unwrap_or_default();
    entries.sort_by_key(|entry| (!entry.path.ends_with(&format!("/{COMMON}")), entry.path.clone()));
    let read =
        |path: &str, findings: &mut Findings| file(folder, path, findings).map_err(|finding| findings.push(*finding)).ok();
    let files: Vec<_> = entries.iter().filter_map(|entry| read(&entry.path, findings)).collect();
    duplicates(&files, findings);
    LocaleFiles { files }
}

fn file(folder: &Folder, path: &str, findings: &mut Findings) -> Result<MessageFile, Box<Finding>> {
    let text = folder.text(path)?;
    text::reserved(&text, findings);
    let resource = FluentResource::try_new(text.text().to_owned()).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let message = error.kind.to_string();
            let place = text.at(error.pos.start..error.pos.end.min(error.pos.start + 1));
            findings.push(Finding::new(Code::FluentSyntax, place, lower_first(&message)));
        }
        resource
    });
    Ok(MessageFile { text, resource: Arc::new(resource) })
}

fn lower_first(message: &str) -> String {
    let mut rest = message.chars();
    rest.next().map(|first| first.to_lowercase().chain(rest).collect()).unwrap_or_default()
}

/// Reports ids that stand twice in the locale.
fn duplicates(files: &[MessageFile], findings: &mut Findings) {
    let mut first: BTreeMap<String, Place> = BTreeMap::new();
    for file in files {
        for entry in file.resource.entries() {
            let (sign, id) = match entry {
                Entry::Message(message) => ("", message.id.name),
                Entry::Term(term) => ("-", term.id.name),
                _ => continue,
            };
            let place = file.place(id);
            let known = first.entry(format!("{sign}{id}")).or_insert_with(|| place.clone());
            if *known != place {
                let finding = Finding::new(Code::MessageDuplicate, place, format!("the message `{sign}{id}` stands twice"));
                findings.push(finding.related(known, "first here"));
            }
        }
    }
}
