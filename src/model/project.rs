//! All that was loaded from a folder: nothing is computed yet, and every value knows its place.

use super::article::Article;
use super::id::{ArticleId, LocaleTag, SourceId, StatId};
use super::messages::Folded;
use super::print::Print;
use super::source::Source;
use super::stat::Stat;
use super::texts::LocaleFiles;
use super::waiver::Waiver;
use super::word::Word;
use crate::diagnostic::{Code, Findings, Place, Severity, SourceText};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A loaded project.
#[derive(Debug)]
pub struct Project {
    /// The settings of `numerate.toml`.
    pub settings: Settings,
    /// The sources by id.
    pub sources: BTreeMap<SourceId, Arc<Source>>,
    /// The stats by id, each with the topic (the file of `data/stats`) that it stands in.
    pub stats: BTreeMap<StatId, TopicStat>,
    /// The topics: the names of the files of `data/stats`, without their ending.
    pub topics: BTreeSet<String>,
    /// The articles by id.
    pub articles: BTreeMap<ArticleId, Arc<Article>>,
    /// The locale files, by locale.
    pub locales: BTreeMap<LocaleTag, Arc<LocaleFiles>>,
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
    pub topic: Word,
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
    /// The names of all files of messages, without folder and ending, and of all articles.
    pub fn stems(&self) -> BTreeSet<&str> {
        let files = self.locales.values().flat_map(|locale| locale.files().iter().map(Folded::stem));
        files.chain(self.articles.keys().map(ArticleId::as_str)).collect()
    }

    /// The message or term that a place is in.
    pub fn message_at(&self, place: &Place) -> Option<String> {
        let file = self.locales.values().find_map(|locale| locale.open(place.path()))?;
        file.message_at(place.span().start).map(str::to_owned)
    }
}
