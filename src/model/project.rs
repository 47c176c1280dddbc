//! All that was loaded from a folder: nothing is computed yet, and every value knows its place.

use super::article::Article;
use super::glossary::Term;
use super::id::{ArticleId, LocaleTag, SourceId, StatId};
use super::print::Print;
use super::review::Reviews;
use super::schedule::Standing;
use super::source::Source;
use super::stat::Stat;
use super::waiver::Waiver;
use crate::diagnostic::{Code, Findings, Place, Severity, SourceText};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A loaded project.
#[derive(Debug)]
pub struct Project {
    /// The settings of `numerate.toml`.
    pub settings: Settings,
    /// The sources by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// The stats by id, each with the topic (the file of `data/stats`) that it stands in.
    pub stats: BTreeMap<StatId, TopicStat>,
    /// The topics: the names of the files of `data/stats`, without their ending.
    pub topics: BTreeSet<String>,
    /// The articles by id.
    pub articles: BTreeMap<ArticleId, Arc<Article>>,
    /// The locale files, by locale.
    pub locales: BTreeMap<LocaleTag, LocaleFiles>,
    /// The templates by file name, in `templates/`.
    pub templates: BTreeMap<String, Arc<SourceText>>,
    /// The findings that are allowed, each with a reason and an end.
    pub waivers: Vec<Waiver>,
    /// Ids of sources (or of their tables), stats and articles, and paths of locale files, that are there but could not be read.
    /// It has been said why, so what refers to them need not be reported again.
    pub unreadable: BTreeSet<String>,
}

/// A stat and the topic that it stands in.
#[derive(Debug)]
pub struct TopicStat {
    /// The name of the file of `data/stats`, without its ending.
    pub topic: String,
    /// The stat.
    pub stat: Arc<Stat>,
}

/// The settings of a project.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the published site will stand, without a slash at the end.
    pub base_url: String,
    /// The locale in which narratives are written first.
    pub base_locale: LocaleTag,
    /// All locales, the base locale among them, in the order of the settings.
    pub locales: Vec<LocaleTag>,
    /// The output folder, relative to the project.
    pub output: String,
    /// The names of the formats in which editions are published.
    pub formats: Vec<&'static str>,
    /// How documents are printed.
    pub print: Print,
    /// How many earlier sites are kept beside it.
    pub keep: usize,
    /// Severities that the project gives to codes, in place of their own; `None` allows the code.
    pub severities: BTreeMap<Code, Option<Severity>>,
    /// The same for findings that concern one locale, in place of these.
    pub policies: BTreeMap<LocaleTag, BTreeMap<Code, Option<Severity>>>,
}

impl Settings {
    /// Gives the findings the severities of the project's policy, and drops those that it allows.
    pub fn judge(&self, findings: &mut Findings) {
        findings.retain(|finding| match self.policy(finding.code, finding.locale.as_deref()) {
            Some(Some(severity)) => {
                finding.severity = severity;
                true
            }
            Some(None) => false,
            None => true,
        });
    }

    /// What the project says of a code, in a locale if one is meant: its severity, or that it is allowed; nothing in most cases.
    pub fn policy(&self, code: Code, locale: Option<&str>) -> Option<Option<Severity>> {
        let of_locale = locale.and_then(|tag| self.policies.get(tag)).and_then(|policy| policy.get(&code));
        of_locale.or_else(|| self.severities.get(&code)).copied()
    }
}

impl Project {
    /// Takes out the articles that are not due at a time, as if they were not there: their files, and what was found in these.
    /// Those that the time cannot tell stay.
    pub fn hold(&mut self, now: Option<Timestamp>, findings: &mut Findings) -> Vec<(ArticleId, Standing)> {
        let standings = self.articles.values().map(|article| (article.id.value.clone(), article.schedule.standing(now)));
        let held: Vec<_> =
            standings.filter(|(_, standing)| !matches!(standing, Standing::Due | Standing::Timeless)).collect();
        for (id, _) in &held {
            let Some(article) = self.articles.remove(id) else { continue };
            let messages = format!("/{id}.ftl");
            let is_theirs =
                |path: &str| path == article.file.path() || path.starts_with("locales/") && path.ends_with(&messages);
            self.locales.values_mut().for_each(|locale| locale.files.retain(|file| !is_theirs(file.text.path())));
            findings.retain(|finding| !is_theirs(finding.place.path()));
        }
        held
    }
}

/// The Fluent files of one locale.
#[derive(Debug, Default)]
pub struct LocaleFiles {
    /// `common.ftl` first, then one file an article.
    pub files: Vec<MessageFile>,
    /// The translations that a person has approved.
    pub reviews: Reviews,
    /// The words that it prefers, and those that it does not want.
    pub glossary: Vec<Term>,
}

/// One Fluent file.
#[derive(Debug)]
pub struct MessageFile {
    /// Its text.
    pub text: Arc<SourceText>,
    /// Its syntax tree, whose slices point into a copy of the text of the same layout.
    pub resource: Arc<FluentResource>,
}

impl MessageFile {
    /// The place of a slice of the syntax tree.
    pub fn place(&self, slice: &str) -> Place {
        let start = self.offset(slice);
        self.text.at(start..start + slice.len())
    }

    /// The ids of its messages, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let entries = self.resource.entries();
        entries.filter_map(|entry| if let Entry::Message(message) = entry { Some(message.id.name) } else { None })
    }

    /// The message or term that stands at an offset: the last that begins before it.
    pub fn message_at(&self, offset: usize) -> Option<&str> {
        let ids = self.resource.entries().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name),
            Entry::Term(term) => Some(term.id.name),
            _ => None,
        });
        ids.take_while(|id| self.offset(id) <= offset).last()
    }

    /// The offset of a slice of the syntax tree; 0 for a text that is not a slice of it.
    pub fn offset(&self, slice: &str) -> usize {
        let base = self.resource.source().as_ptr() as usize;
        let start = (slice.as_ptr() as usize).wrapping_sub(base);
        if start <= self.resource.source().len() { start } else { 0 }
    }
}
