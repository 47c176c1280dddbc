//! `locales/<tag>/*.ftl`: the messages of each locale.
//!
//! What can go wrong: a locale without a folder, Fluent that is not well formed, a message or term that stands twice in a
//! locale, characters that are kept for the program. Each of these withholds only its locale.

use super::text::{self, Folder};
use super::{glossary, review};
use crate::diagnostic::{At, Code, Finding, Findings, Place};
use crate::model::LocaleTag;
use crate::model::project::{LocaleFiles, MessageFile};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The file of the words around every article.
const COMMON: &str = "common.ftl";

/// How deep placeables may be nested.
const MAX_DEPTH: usize = 50;

/// Reads every locale that the settings name. Files that cannot be read are added to `unreadable` by their path.
pub fn load(
    folder: &Folder,
    tags: &[At<LocaleTag>],
    unreadable: &mut BTreeSet<String>,
    findings: &mut Findings,
) -> BTreeMap<LocaleTag, LocaleFiles> {
    let mut locales = BTreeMap::new();
    for tag in tags {
        let path = format!("locales/{}", tag.value);
        let mut own = Findings::new();
        if folder.has(&path) {
            locales.insert(tag.value.clone(), locale(folder, &path, unreadable, &mut own));
        } else {
            let message = format!("the locale `{}` has no folder `{path}`", tag.value);
            own.push(Finding::new(Code::LocaleMissing, tag.place.clone(), message));
        }
        findings.append(own.into_iter().map(|finding| finding.in_locale(tag.value.as_str())).collect());
    }
    locales
}

fn locale(folder: &Folder, path: &str, unreadable: &mut BTreeSet<String>, findings: &mut Findings) -> LocaleFiles {
    let mut entries = folder.list(path, &[".ftl"], findings).unwrap_or_default();
    entries.sort_by_key(|entry| (!entry.path.ends_with(&format!("/{COMMON}")), entry.path.clone()));
    let mut files = Vec::new();
    let read = super::each(&entries, findings, |entry, findings| file(folder, &entry.path, findings));
    for (entry, file) in entries.into_iter().zip(read) {
        match file {
            Ok(file) => files.push(file),
            Err(finding) => {
                findings.push(*finding);
                unreadable.insert(entry.path);
            }
        }
    }
    duplicates(&files, findings);
    LocaleFiles { files, reviews: review::load(folder, path, findings), glossary: glossary::load(folder, path, findings) }
}

fn file(folder: &Folder, path: &str, findings: &mut Findings) -> Result<MessageFile, Box<Finding>> {
    let text = folder.text(path)?;
    text::reserved(&text, findings);
    if let Some(at) = too_deep(text.text()) {
        return Err(Box::new(Finding::new(Code::FluentSyntax, text.at(at..at + 1), "placeables are nested too deep")));
    }
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

/// Where placeables and calls are nested deeper than any honest message needs, and deeper than a parser can follow.
fn too_deep(text: &str) -> Option<usize> {
    let (mut braces, mut calls) = (0_usize, 0_usize);
    let mut line_start = true;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => braces += 1,
            b'}' => braces = braces.saturating_sub(1),
            b'(' => calls += 1,
            b')' => calls = calls.saturating_sub(1),
            _ if line_start && byte.is_ascii_alphabetic() => braces = 0,
            _ => {}
        }
        // Outside of placeables, brackets are only text.
        calls = if braces == 0 { 0 } else { calls };
        if braces + calls > MAX_DEPTH {
            return Some(at);
        }
        line_start = byte == b'\n';
    }
    None
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
