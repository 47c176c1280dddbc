//! The first stage: a folder in, a [`Project`] out.
//!
//! Every file is read and checked on its own, and nothing is computed. Whatever is wrong is a finding, all of them in one run:
//! no file, however broken, makes this stage panic or stop at the first mistake. Files are read in parallel. References between files are for `resolve`.
//!
//! | file | module |
//! |---|---|
//! | `numerate.toml` | `settings` |
//! | `data/sources/*.yaml`, and the tables beside them | `source`, `table` |
//! | `data/stats/*.yaml`, and the formulas in them | `stat`, `expression` |
//! | `data/articles/*.yaml`, and the claims and charts in them | `article`, `claim`, `chart` |
//! | `locales/<tag>/*.ftl`, approvals and glossary beside them | `messages`, `review`, `glossary` |
//! | `templates/*`, and `print.toml` among them | `templates`, `print` |
//! | `waivers.yaml` | `waiver` |
//!
//! `fingerprint` knows each of them by its digest. Below them: `text` reads files with care, `yaml` and `toml` make `node`s of them, and `decode` checks these against
//! a table of fields, from which `schema` makes JSON Schema.

mod article;
mod chart;
mod claim;
mod decode;
mod expression;
mod fingerprint;
mod glossary;
mod messages;
mod node;
mod print;
mod review;
mod scalar;
pub mod schema;
mod selection;
mod settings;
mod source;
mod stat;
mod table;
mod templates;
mod text;
mod toml;
mod waiver;
mod yaml;

pub use fingerprint::{Fingerprint, fingerprint};
pub use schema::{Kind, schema};
pub use selection::Selection;

use crate::diagnostic::{At, Code, Finding, Findings, Place, SourceText};
use crate::model::Project;
use crate::model::id::is_id;
use crate::model::project::Settings;
use decode::Shape;
use node::{Cursor, Node};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use text::{Entry, Folder};

/// The endings of YAML files.
const YAML: &[&str] = &[".yaml", ".yml"];

/// Reads the project in the folder `root`; none when `numerate.toml` itself is of no use.
pub fn load(root: &Path) -> (Option<Project>, Findings) {
    let mut findings = Findings::new();
    let project = read(root, None, &mut findings);
    (project, findings)
}

/// Reads the settings alone; none if they are of no use, for which [`load`] gives the reasons.
pub fn settings(root: &Path) -> Option<Settings> {
    let folder = Folder::open(root, None).ok()?;
    settings::load(&folder, &mut Findings::new()).map(|(settings, _)| settings)
}

/// Reads a part of the project, as if nothing else were in its folder.
pub fn load_part(root: &Path, part: Selection) -> (Option<Project>, Findings) {
    let mut findings = Findings::new();
    let project = read(root, Some(part), &mut findings);
    (project, findings)
}

fn read(root: &Path, part: Option<Selection>, findings: &mut Findings) -> Option<Project> {
    let folder = Folder::open(root, part).map_err(|finding| findings.push(*finding)).ok()?;
    let (mut settings, tags) = settings::load(&folder, findings)?;
    let sources = source::load(&folder, findings);
    let stats = stat::load(&folder, findings);
    let templates = templates::load(&folder, findings);
    settings.print = print::load(&folder, &templates, findings);
    let articles = article::load(&folder, &settings, &templates, findings);
    let mut unreadable = [sources.unreadable, stats.unreadable, articles.unreadable].into_iter().flatten().collect();
    let locales = messages::load(&folder, &tags, &articles.things, &mut unreadable, findings);
    let waivers = waiver::load(&folder, findings);
    Some(Project {
        settings,
        sources: sources.things,
        // Made anew of what is in order, the map takes little more than they do.
        stats: stats.things.into_iter().collect(),
        topics: stats.names,
        articles: articles.things,
        locales,
        templates,
        waivers,
        unreadable,
    })
}

/// What was read of one kind.
struct Loaded<K, V> {
    things: BTreeMap<K, V>,
    names: BTreeSet<String>,
    unreadable: BTreeSet<String>,
}

impl<K, V> Default for Loaded<K, V> {
    fn default() -> Self {
        Self { things: BTreeMap::new(), names: BTreeSet::new(), unreadable: BTreeSet::new() }
    }
}

impl<K: Ord + std::fmt::Display, V> Loaded<K, V> {
    /// Adds a thing, unless there is one of the same id already: then nobody can say which of them is meant.
    fn insert(&mut self, id: At<K>, thing: V, place: impl Fn(&V) -> &Place, findings: &mut Findings) {
        if let Some(known) = self.things.get(&id.value) {
            let finding = Finding::new(Code::IdDuplicate, id.place, format!("there is another `{}`", id.value));
            findings.push(finding.related(place(known), "the other one"));
            self.unreadable.insert(id.value.to_string());
        } else {
            self.things.insert(id.value, thing);
        }
    }
}

/// Reads files in parallel: what was read of each, in their order, and what was found.
fn each<T: Send>(entries: &[Entry], findings: &mut Findings, read: impl Fn(&Entry, &mut Findings) -> T + Sync) -> Vec<T> {
    each_with(entries, findings, || (), |(), entry, findings| read(entry, findings))
}

/// The same with something that is made for many of them.
fn each_with<T: Send, W>(
    entries: &[Entry],
    findings: &mut Findings,
    make: impl Fn() -> W + Sync + Send,
    read: impl Fn(&mut W, &Entry, &mut Findings) -> T + Sync,
) -> Vec<T> {
    let read = |with: &mut W, entry: &Entry| {
        let mut own = Findings::new();
        (read(with, entry, &mut own), own)
    };
    let read: Vec<_> = entries.par_iter().map_init(make, read).collect();
    let thing = |(thing, own)| {
        findings.append(own);
        thing
    };
    read.into_iter().map(thing).collect()
}

/// Reads a YAML file and checks it against its shape.
fn read_yaml(folder: &Folder, path: &str, shape: &Shape, findings: &mut Findings) -> Option<(Arc<SourceText>, Node)> {
    let file = folder.text(path).map_err(|finding| findings.push(*finding)).ok()?;
    text::reserved(&file, findings);
    let root = yaml::parse(&file, findings)?;
    decode::check(Cursor { file: &file, node: &root }, shape, findings);
    Some((file, root))
}

/// The id that a file gives itself, which must be its name.
fn own_id(root: Cursor<'_>, stem: &str, findings: &mut Findings) -> Option<At<String>> {
    let id = root.get("id")?.string().filter(|id| is_id(id))?;
    if id.value != stem {
        let message = format!("the id `{}` is not the name of the file, `{stem}`", id.value);
        let finding = Finding::new(Code::ValueMalformed, id.place.clone(), message);
        findings.push(finding.help(format!("write `{stem}`, or rename the file")));
    }
    Some(id)
}
