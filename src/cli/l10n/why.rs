//! `l10n why ID`: where a message appears, what it reads like in each locale, and what its variables are.

use super::super::{Console, Exit, Failure};
use super::Loaded;
use crate::diagnostic::nearest;
use crate::l10n::sample::Reader;
use crate::l10n::sync::variables;
use crate::l10n::why::appearances;
use crate::model::LocaleTag;
use clap::Args;
use std::collections::BTreeSet;
use std::path::Path;

/// The options of `l10n why`.
#[derive(Debug, Args)]
pub(in crate::cli) struct WhyArgs {
    /// The message
    id: String,
    /// Only this locale; may be given more than once
    #[arg(long, value_name = "TAG")]
    locale: Vec<String>,
}

/// Tells about a message.
pub(super) fn why(root: &Path, args: &WhyArgs, console: &mut Console) -> Result<Exit, Failure> {
    let loaded = Loaded::read(root, console)?;
    let (desk, id) = (loaded.desk(), args.id.as_str());
    let all: BTreeSet<&str> = desk.catalogs.values().flat_map(|catalog| catalog.ids()).collect();
    if !all.contains(id) {
        let hint = nearest(id, all).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Err(Failure::trouble(format!("there is no message `{id}`{hint}")));
    }
    let settings = &loaded.project.settings;
    console.line(id)?;
    for appearance in appearances(&desk, id) {
        console.line(format_args!("  {:?}  {}", appearance.place, appearance.what))?;
    }
    let is_meant = |tag: &&LocaleTag| args.locale.is_empty() || args.locale.iter().any(|named| named == tag.as_str());
    for tag in settings.locales.iter().filter(is_meant) {
        let Some(catalog) = desk.catalogs.get(tag) else { continue };
        console.line("")?;
        let translations = desk.translations(tag);
        let state = translations.iter().find(|translation| translation.id == id).map(|translation| translation.state.name());
        let state = if *tag == settings.base_locale { "base" } else { state.unwrap_or("obsolete") };
        let Some(unit) = catalog.get(id) else {
            console.line(format_args!("{tag}  {state}"))?;
            continue;
        };
        console.line(format_args!("{tag}  {state}  {:?}", unit.place()))?;
        for line in &unit.comment {
            console.line(format_args!("  # {line}"))?;
        }
        let article = unit.file.path().rsplit('/').next().and_then(|name| name.strip_suffix(".ftl"));
        let article = article.and_then(|name| loaded.project.articles.get(name));
        let sample = Reader::new(&desk, tag).and_then(|reader| reader.read(id, desk.stats(unit.file), article));
        for line in sample.unwrap_or_default().lines() {
            console.line(format!("  {line}").trim_end())?;
        }
        for variable in variables(&desk, tag, unit, catalog) {
            console.line(format_args!("  {variable}"))?;
        }
    }
    Ok(Exit::Clean)
}
