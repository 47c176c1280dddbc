//! `locales/<tag>/*.ftl`: the messages of each locale.
//!
//! What can go wrong: a locale without a folder, Fluent that is not well formed, characters that are kept for the program. Each of
//! these withholds only its locale.

use super::text::{self, Folder};
use super::{glossary, review};
use crate::diagnostic::{At, Code, Finding, Findings};
use crate::locale::fold;
use crate::model::messages::{Folded, Packer};
use crate::model::{Article, ArticleId, LocaleFiles, LocaleTag, MessageFile};
use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How deep placeables may be nested.
const MAX_DEPTH: usize = 50;

/// Reads every locale that the settings name. Files that cannot be read are added to `unreadable` by their path.
pub fn load(
    folder: &Folder,
    tags: &[At<LocaleTag>],
    articles: &BTreeMap<ArticleId, Arc<Article>>,
    unreadable: &mut BTreeSet<String>,
    findings: &mut Findings,
) -> BTreeMap<LocaleTag, Arc<LocaleFiles>> {
    let mut locales = BTreeMap::new();
    for tag in tags {
        let path = format!("locales/{}", tag.value);
        let mut own = Findings::new();
        if folder.has(&path) {
            let files = locale(folder, &path, articles, unreadable, &mut own);
            locales.insert(tag.value.clone(), Arc::new(files));
        } else {
            let message = format!("the locale `{}` has no folder `{path}`", tag.value);
            own.push(Finding::new(Code::LocaleMissing, tag.place.clone(), message));
        }
        findings.append(own.into_iter().map(|finding| finding.in_locale(tag.value.as_str())).collect());
    }
    locales
}

fn locale(
    folder: &Folder,
    path: &str,
    articles: &BTreeMap<ArticleId, Arc<Article>>,
    unreadable: &mut BTreeSet<String>,
    findings: &mut Findings,
) -> LocaleFiles {
    let entries = folder.list(path, &[".ftl"], findings).unwrap_or_default();
    let mut files = Vec::new();
    let read = super::each_with(&entries, findings, Packer::default, |packer, entry, findings| {
        let file = file(folder, &entry.path, findings)?;
        Ok::<_, Box<Finding>>(if articles.contains_key(entry.stem.as_str()) { file.packed(packer) } else { file })
    });
    for (entry, file) in entries.into_iter().zip(read) {
        match file {
            Ok(file) => files.push(file),
            Err(finding) => {
                findings.push(*finding);
                unreadable.insert(entry.path);
            }
        }
    }
    let (reviews, glossary) = (review::load(folder, path, findings), glossary::load(folder, path, findings));
    LocaleFiles::new(files, reviews, glossary)
}

fn file(folder: &Folder, path: &str, findings: &mut Findings) -> Result<Folded, Box<Finding>> {
    let text = folder.text(path)?;
    text::reserved(&text, findings);
    if let Some(at) = too_deep(text.text()) {
        return Err(Box::new(Finding::new(Code::FluentSyntax, text.at(at..at + 1), "placeables are nested too deep")));
    }
    let mut has_junk = false;
    let resource = FluentResource::try_new(text.text().to_owned()).unwrap_or_else(|(resource, errors)| {
        has_junk = !errors.is_empty();
        for error in errors {
            let message = error.kind.to_string();
            let place = text.at(error.pos.start..error.pos.end.min(error.pos.start + 1));
            findings.push(Finding::new(Code::FluentSyntax, place, lower_first(&message)));
        }
        resource
    });
    Ok(fold(MessageFile { text, resource: Arc::new(resource) }, has_junk))
}

/// Where placeables and calls are nested deeper than any honest message needs, and deeper than a parser can follow.
fn too_deep(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut braces, mut calls, mut at) = (0_usize, 0_usize, 0);
    while at < bytes.len() {
        // Outside of placeables, nothing is nested, and brackets are only text.
        if braces == 0 {
            (at, calls) = (at + memchr::memchr(b'{', &bytes[at..])?, 0);
        }
        match bytes[at] {
            b'{' => braces += 1,
            b'}' => braces = braces.saturating_sub(1),
            b'(' => calls += 1,
            b')' => calls = calls.saturating_sub(1),
            byte if byte.is_ascii_alphabetic() && at.checked_sub(1).is_none_or(|before| bytes[before] == b'\n') => {
                braces = 0
            }
            _ => {}
        }
        if braces > 0 && braces + calls > MAX_DEPTH {
            return Some(at);
        }
        at += 1;
    }
    None
}

fn lower_first(message: &str) -> String {
    let mut rest = message.chars();
    rest.next().map(|first| first.to_lowercase().chain(rest).collect()).unwrap_or_default()
}
