//! Every message of the base locale beside its translation into each other locale, and how that stands.
//!
//! In: a project and its editions. Out: a [`Desk`], from which the translations of a locale come in the order of the base files.
//! Words of the data (`source-survey-population`) are translated too where a locale has a message for them: their base text is
//! what the data file says. Nothing can go wrong: what cannot be read has been found, and is no unit.

use super::catalog::{Catalog, stem};
use super::figures::{self, Stats, Worded};
use super::unit::{Unit, fingerprint};
use crate::diagnostic::{Place, SourceText};
use crate::model::review::Review;
use crate::model::{Edition, LocaleTag, Project, Texts};
use crate::resolve::original;
use std::collections::BTreeMap;

/// The texts of a project as translators see them.
#[derive(Debug)]
pub struct Desk<'a> {
    /// The project.
    pub project: &'a Project,
    /// The texts that lie on it.
    pub texts: &'a Texts,
    /// The messages and terms of each locale.
    pub catalogs: BTreeMap<&'a LocaleTag, Catalog<'a>>,
    /// The editions, by the ids of their articles.
    editions: &'a [Edition],
}

/// What is translated.
#[derive(Debug, Clone, Copy)]
pub enum Original<'d> {
    /// A message or a term of the base locale.
    Unit(&'d Unit<'d>),
    /// Words of a data file.
    Words(&'d str),
}

impl Original<'_> {
    /// Its text, as it is recorded and shown.
    pub fn text(&self) -> String {
        match self {
            Original::Unit(unit) => unit.text(),
            Original::Words(words) => (*words).to_owned(),
        }
    }
}

/// A text of the base locale beside its translation.
#[derive(Debug)]
pub struct Translation<'d> {
    /// The id of the message; a term's with its hyphen.
    pub id: &'d str,
    /// The article that it belongs to, or the name of its file.
    pub article: &'d str,
    /// What is translated.
    pub original: Original<'d>,
    /// The translation, if there is one.
    pub own: Option<&'d Unit<'d>>,
    /// What its figures say today.
    pub figures: Vec<Worded<'d>>,
    /// Its approval, if there is one.
    pub review: Option<&'d Review>,
    /// How it stands.
    pub state: State,
}

/// How a translation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There is none.
    Missing,
    /// It was approved, and then something changed that it stands for.
    Stale(Vec<Change>),
    /// Nobody has approved it as it is.
    Unreviewed,
    /// It is approved.
    Approved,
}

impl State {
    /// The name used in reports.
    pub const fn name(&self) -> &'static str {
        match self {
            State::Missing => "missing",
            State::Stale(_) => "stale",
            State::Unreviewed => "unreviewed",
            State::Approved => "approved",
        }
    }
}

/// What changed since a translation was approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The base text; here is the one of then.
    Base(String),
    /// A figure.
    Figure {
        /// The variable, or the variable and the construct.
        name: String,
        /// What it said.
        was: String,
        /// What it says.
        is: String,
    },
}

impl<'a> Desk<'a> {
    /// Puts texts of a project side by side; the editions are in the order of their articles.
    pub fn new(project: &'a Project, texts: &'a Texts, editions: &'a [Edition]) -> Self {
        let catalogs = texts.locales().map(|(tag, files)| (tag, Catalog::new(files))).collect();
        Self { project, texts, catalogs, editions }
    }

    /// The base locale's messages and terms; none if it has no folder.
    pub fn base(&self) -> Option<&Catalog<'a>> {
        self.catalogs.get(&self.project.settings.base_locale)
    }

    /// The locales that are translated into, in the order of the settings, that have a folder.
    pub fn locales(&self) -> impl Iterator<Item = &'a LocaleTag> {
        let base = &self.project.settings.base_locale;
        self.project.settings.locales.iter().filter(move |tag| *tag != base && self.catalogs.contains_key(tag))
    }

    /// The stats that messages of a file may name: those of the article that it is named for.
    pub fn stats(&self, file: &SourceText) -> Option<&Stats> {
        let article = stem(file.path());
        let first = self.editions.partition_point(|edition| edition.article.id.as_str() < article);
        let edition = self.editions.get(first).filter(|edition| edition.article.id.as_str() == article)?;
        Some(&*edition.stats)
    }

    /// The figures of a unit.
    pub fn figures<'d>(&'d self, unit: &'d Unit<'a>, catalog: &'d Catalog<'a>) -> Vec<Worded<'d>> {
        figures::worded(unit, catalog, self.stats(unit.file))
    }

    /// All that is translated into a locale, in the order of the base files; then words of the data, in that of its own.
    pub fn translations<'d>(&'d self, tag: &LocaleTag) -> Vec<Translation<'d>> {
        let (Some(base), Some(catalog), Some(files)) = (self.base(), self.catalogs.get(tag), self.project.locales.get(tag))
        else {
            return Vec::new();
        };
        let of_base = base.units.iter().filter(|unit| self.texts.has(unit.id));
        let of_base = of_base.map(|unit| (unit.id, Original::Unit(unit), &**unit.file, catalog.get(unit.id)));
        let of_data = catalog.units.iter().filter(|unit| self.texts.has(unit.id) && base.get(unit.id).is_none());
        let of_data = of_data
            .filter_map(|unit| Some((unit.id, Original::Words(original(self.project, unit.id)?), &**unit.file, Some(unit))));
        let translation = |(id, original, file, own): (&'d str, Original<'d>, &'d SourceText, Option<&'d Unit<'a>>)| {
            let own = own.filter(|unit| !unit.is_empty());
            let figures = own.map(|unit| self.figures(unit, catalog)).unwrap_or_default();
            let review = files.reviews.entries.get(id);
            let state = state(&original, own, &figures, review);
            Translation { id, article: stem(file.path()), original, own, figures, review, state }
        };
        of_base.chain(of_data).map(translation).collect()
    }

    /// What a locale has that is not there to be translated; its own messages may refer to it all the same.
    pub fn obsolete(&self, tag: &LocaleTag) -> Vec<&Unit<'a>> {
        let base = &self.project.settings.base_locale;
        let (Some(files), Some(catalog)) = (self.project.locales.get(base), self.catalogs.get(tag)) else {
            return Vec::new();
        };
        // What could not be read of the base locale may be what is translated.
        let prefix = format!("locales/{base}/");
        if files.has_junk() || self.project.unreadable.iter().any(|path| path.starts_with(&prefix)) {
            return Vec::new();
        }
        let is_known = |unit: &Unit<'_>| files.find(unit.id).is_some() || original(self.project, unit.id).is_some();
        let own = catalog.units.iter().filter(|unit| self.texts.is_own(unit.file.path()));
        own.filter(|unit| !is_known(unit)).collect()
    }
}

impl Translation<'_> {
    /// Whether its base text is in a file that is meant, and not only referred to.
    pub fn is_of(&self, texts: &Texts) -> bool {
        matches!(self.original, Original::Unit(unit) if texts.is_own(unit.file.path()))
    }

    /// Where it stands: at the translation, or at the base text if there is none.
    pub fn place(&self) -> Option<Place> {
        match (self.own, self.original) {
            (Some(unit), _) | (None, Original::Unit(unit)) => Some(unit.place()),
            (None, Original::Words(_)) => None,
        }
    }
}

fn state(original: &Original<'_>, own: Option<&Unit<'_>>, figures: &[Worded<'_>], review: Option<&Review>) -> State {
    let Some(own) = own else { return State::Missing };
    let Some(review) = review else { return State::Unreviewed };
    let base = (fingerprint(&original.text()) != review.base).then(|| Change::Base(review.text.clone()));
    let moved = figures::record(figures).into_iter().filter_map(|(name, is)| {
        let was = review.figures.get(&name).filter(|was| **was != is)?.clone();
        Some(Change::Figure { name, was, is })
    });
    let changes: Vec<_> = base.into_iter().chain(moved).collect();
    match changes.is_empty() {
        false => State::Stale(changes),
        true if own.fingerprint() == review.own => State::Approved,
        true => State::Unreviewed,
    }
}
