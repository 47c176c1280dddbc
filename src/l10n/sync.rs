//! The files of a locale brought up to the base locale: missing messages added to be filled in, obsolete ones moved aside.
//!
//! In: a [`Desk`] and a locale. Out: [`Sync`], edits of texts, nothing of which has been written. Edits only insert whole lines and
//! move whole entries into `locales/<tag>/obsolete/`, so no line that a person wrote is ever lost; what is not well formed is left
//! alone, and so is a file that cannot be read.

use super::catalog::{Catalog, stem};
use super::desk::Desk;
use super::figures::{self, worth};
use super::unit::Unit;
use crate::diagnostic::SourceText;
use crate::figure::Language;
use crate::model::{Article, LocaleTag};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

/// What brings a locale up to date.
#[derive(Debug, Default)]
pub struct Sync {
    /// The edits, by path.
    pub files: BTreeMap<String, Edits>,
    /// The ids that are added.
    pub added: Vec<String>,
    /// The ids that are moved aside.
    pub moved: Vec<String>,
}

/// Edits of a file.
#[derive(Debug, Default)]
pub struct Edits {
    /// Bytes of the text, and what shall stand there in their place; bytes that are taken out stand in another file afterwards.
    pub places: Vec<(Range<usize>, String)>,
    /// What is added at the end, on lines of its own.
    pub behind: String,
    /// How many messages are added, and moved away.
    pub counts: (usize, usize),
}

impl Edits {
    /// The new text of a file; the edits know it without a byte order mark, which stays.
    pub fn apply(&self, before: &[u8]) -> Vec<u8> {
        let mark = if before.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        let newline: &str = if before.windows(2).any(|pair| pair == b"\r\n") { "\r\n" } else { "\n" };
        let mut places: Vec<_> = self.places.iter().collect();
        // Of two edits at one place, what is put in stands before what is taken out; several stay in their order.
        places.sort_by_key(|(span, _)| (span.start, span.end));
        let (mut after, mut at) = (Vec::with_capacity(before.len()), 0);
        for (span, text) in places {
            after.extend_from_slice(&before[at..span.start + mark]);
            if !text.is_empty() && after.len() > mark && !after.ends_with(b"\n") {
                after.extend_from_slice(newline.as_bytes());
            }
            after.extend_from_slice(text.replace('\n', newline).as_bytes());
            at = span.end + mark;
        }
        after.extend_from_slice(&before[at..]);
        if !self.behind.is_empty() {
            if after.len() > mark && !after.ends_with(b"\n") {
                after.extend_from_slice(newline.as_bytes());
            }
            // What was moved here keeps its own ends of lines.
            let is_new = after.len() == mark;
            after.extend_from_slice(if is_new { self.behind.trim_start_matches('\n') } else { &self.behind }.as_bytes());
        }
        after
    }
}

/// Brings a locale up to date; only the files that `wanted` says, by the article that they belong to.
pub fn sync(desk: &Desk<'_>, tag: &LocaleTag, wanted: impl Fn(&str) -> bool) -> Sync {
    let mut sync = Sync::default();
    let (Some(base), Some(own)) = (desk.base(), desk.catalogs.get(tag)) else { return sync };
    for file in desk.texts.files(&desk.project.settings.base_locale) {
        if wanted(stem(file.text.path())) {
            add(desk, tag, &file.text, (base, own), &mut sync);
        }
    }
    let refers = |id: &str| desk.project.locales.get(tag).is_some_and(|files| files.refers_to(id));
    let obsolete = desk.obsolete(tag).into_iter().filter(|unit| wanted(stem(unit.file.path())) && !refers(unit.id));
    for unit in obsolete {
        let text = &unit.file.text()[unit.whole.clone()];
        let edits = sync.files.entry(unit.file.path().to_owned()).or_default();
        edits.places.push((unit.whole.clone(), String::new()));
        edits.counts.1 += 1;
        let aside = sync.files.entry(aside(unit.file.path())).or_default();
        aside.behind.push_str(text);
        if !text.ends_with('\n') {
            aside.behind.push('\n');
        }
        sync.moved.push(unit.id.to_owned());
    }
    sync
}

/// Where messages of a file are kept that are obsolete: beside it, in a folder that is never read.
fn aside(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    format!("{folder}/obsolete/{name}")
}

/// Adds what a locale lacks of a file of the base locale.
fn add(
    desk: &Desk<'_>,
    tag: &LocaleTag,
    base_file: &Arc<SourceText>,
    catalogs: (&Catalog<'_>, &Catalog<'_>),
    sync: &mut Sync,
) {
    let (base, own) = catalogs;
    let path = format!("locales/{tag}/{}.ftl", stem(base_file.path()));
    if desk.project.unreadable.contains(&path) {
        return;
    }
    let file = desk.texts.files(tag).iter().map(|file| &file.text).find(|text| text.path() == path);
    let units: Vec<_> = base.units.iter().filter(|unit| Arc::ptr_eq(unit.file, base_file)).collect();
    let here = |id: &str| own.get(id).filter(|unit| file.is_some_and(|file| Arc::ptr_eq(unit.file, file)));
    let mut place = Place::Top;
    for (position, unit) in units.iter().enumerate() {
        if let Some(known) = here(unit.id) {
            place = Place::Behind(line_end(known.file.text(), known.own.end));
            continue;
        }
        let is_there = own.get(unit.id).is_some() || file.is_some_and(|file| is_in_junk(file.text(), unit.id));
        if unit.is_empty() || is_there {
            continue;
        }
        if let Place::Top = place {
            let next = units[position..].iter().find_map(|unit| here(unit.id));
            place = next.map_or(Place::End, |next| Place::Before(next.whole.start));
        }
        let entry = entry(desk, tag, unit, base);
        let edits = sync.files.entry(path.clone()).or_default();
        match place {
            Place::Behind(at) => edits.places.push((at..at, format!("\n{entry}"))),
            Place::Before(at) => edits.places.push((at..at, format!("{entry}\n"))),
            Place::Top | Place::End => match file {
                Some(file) => edits.places.push((file.text().len()..file.text().len(), format!("\n{entry}"))),
                None => {
                    if edits.behind.is_empty() {
                        edits.behind.push_str(&head(base_file));
                    }
                    edits.behind.push_str(&format!("\n{entry}"));
                }
            },
        }
        edits.counts.0 += 1;
        sync.added.push(unit.id.to_owned());
    }
}

/// Where the next missing message goes.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// Nothing of the file has been passed yet.
    Top,
    /// Behind the message before it.
    Behind(usize),
    /// Before the message after it.
    Before(usize),
    /// At the end of the file.
    End,
}

/// Whether a text has a message of that id that is not well formed.
fn is_in_junk(text: &str, id: &str) -> bool {
    text.lines().any(|line| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('=')))
}

/// The start of the line after a place.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// The comments of the whole file, at the top of a new one.
fn head(base: &SourceText) -> String {
    let lines = base.text().lines().take_while(|line| line.starts_with("###"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// A message to be filled in, below what a translator needs to know: its comment, the base text, and each variable with what it is
/// and what it shows today.
fn entry(desk: &Desk<'_>, tag: &LocaleTag, unit: &Unit<'_>, base: &Catalog<'_>) -> String {
    let mut entry = String::new();
    let mut comment = |line: &str| {
        entry.push_str(if line.is_empty() { "#" } else { "# " });
        entry.push_str(line);
        entry.push('\n');
    };
    unit.comment.iter().for_each(|line| comment(line.trim_end()));
    unit.text().lines().for_each(&mut comment);
    for line in variables(desk, tag, unit, base) {
        comment(&line);
    }
    write!(entry, "{} =", unit.id).expect("a string can be written to");
    entry.push_str(if unit.value.is_some() { " { \"\" }\n" } else { "\n" });
    for attribute in &unit.attributes {
        writeln!(entry, "    .{} = {{ \"\" }}", attribute.id.name).expect("a string can be written to");
    }
    entry
}

/// A line for each variable of a text: `$guests (count): 1,240`.
pub fn variables(desk: &Desk<'_>, tag: &LocaleTag, unit: &Unit<'_>, catalog: &Catalog<'_>) -> Vec<String> {
    let stats = desk.figures(unit, catalog);
    let article = desk.project.articles.get(stem(unit.file.path()));
    let language = Language::of(tag.as_str());
    let line = |by: &figures::Use<'_>| {
        let name = match by.construct {
            None => format!("${}", by.variable),
            Some(construct) => format!("FIGURE(${}, as: \"{construct}\")", by.variable),
        };
        match stats.iter().find(|figure| figure.by == *by) {
            Some(figure) => {
                let shown = language.and_then(|language| figure.text(language)).unwrap_or_else(|| worth(&figure.quantity));
                format!("{name} ({}): {shown}", figure.quantity.kind.name())
            }
            None => match article.and_then(|article| literal(article, by.variable, tag)) {
                Some(text) => format!("{name} (literal): {text}"),
                None => name,
            },
        }
    };
    figures::uses(unit, catalog).iter().map(line).collect()
}

/// The text of a literal of an article.
fn literal(article: &Article, name: &str, tag: &LocaleTag) -> Option<String> {
    let literal = article.literals.iter().find(|literal| literal.id.value == name)?;
    literal.text.get(tag).map(|text| text.value.clone())
}
