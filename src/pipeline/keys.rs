//! The keys under which articles are remembered from one run to the next.
//!
//! In: the project and its editions. Out: a digest for each article of everything that its pages, their proof and their ledgers
//! depend on: the program, the settings, all templates, the words that articles share, its own file and messages in every
//! locale, its stats as bound, their topics, the cells and sources that speak for them, and the locales of the round. Where an
//! article may say a message of another (`Messages::borrowed`), nothing is remembered.

use crate::model::digest::{Digest, Fields};
use crate::model::messages::Folded;
use crate::model::stat::StatValue;
use crate::model::{Article, ArticleId, Edition, LocaleTag, Project, Source, SourceId};
use crate::publish::Reach;
use crate::render::Renderer;
use crate::resolve::references;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

/// The program: its sources, what it was built by, and how.
pub const PROGRAM: &str = concat!(env!("CARGO_PKG_VERSION"), " ", env!("NUMERATE_PROGRAM"));

/// What the keys of all articles have in common.
pub struct Keys<'a> {
    common: Fields,
    /// The files of messages of each article.
    own: BTreeMap<&'a str, Vec<&'a Folded>>,
    topics: BTreeMap<&'a str, Digest>,
    sources: BTreeMap<&'a SourceId, Digest>,
    /// What each topic refers to: other topics, and sources.
    needs: BTreeMap<&'a str, (BTreeSet<&'a str>, BTreeSet<&'a SourceId>)>,
    /// Whether each file that is named for an article is said by that article alone.
    is_loose: bool,
}

impl<'a> Keys<'a> {
    /// Of a project.
    pub fn new(project: &'a Project) -> Self {
        let mut common = Fields::new().with(PROGRAM).with(format!("{:?}", project.settings));
        for (locale, faces) in &project.settings.print.faces {
            common.add(locale);
            for file in [Some(&faces.regular), faces.bold.as_ref(), faces.italic.as_ref()] {
                common.add(file.map_or(&[][..], |file| &file.bytes[..]));
            }
        }
        for (name, text) in &project.templates {
            common = common.with(name).with(text.text());
        }
        let mut is_loose = true;
        let mut own: BTreeMap<&str, Vec<&Folded>> = BTreeMap::new();
        for file in project.locales.values().flat_map(|locale| locale.files()) {
            match owner(project, file) {
                Some(article) => own.entry(article).or_default().push(file),
                None => {
                    is_loose &= article_of(project, file.path()).is_none();
                    common = common.with(file.path()).with(file.digest());
                }
            }
        }
        let mut topics = BTreeMap::new();
        let mut needs: BTreeMap<&str, (BTreeSet<&str>, BTreeSet<&SourceId>)> = BTreeMap::new();
        for topic in project.stats.values() {
            let (others, sources) = needs.entry(&topic.topic).or_default();
            sources.extend(topic.stat.source.iter().map(|source| &source.value));
            if let StatValue::Derived(formula) = &topic.stat.value.value {
                let named = references(formula).into_iter().filter_map(|id| project.stats.get(&id.value));
                others.extend(named.map(|stat| stat.topic.as_str()));
            }
            let text = || Digest::of(topic.stat.id.place.source.text().as_bytes());
            topics.entry(topic.topic.as_str()).or_insert_with(text);
        }
        let source = |(id, source): (&'a SourceId, &Arc<Source>)| {
            let fields = Fields::new().with(source.id.place.source.text());
            let table = source.table.as_ref().map_or("", |table| table.file.text());
            (id, fields.with(table).digest())
        };
        Self { common, own, topics, sources: project.sources.iter().map(source).collect(), needs, is_loose }
    }

    /// The key of an article with these editions, in a round of these locales.
    pub fn of(&self, editions: &[&Edition], among: &[LocaleTag]) -> Digest {
        let mut fields = self.common.clone();
        among.iter().for_each(|locale| fields.add(locale.as_str()));
        for edition in editions {
            fields.add(edition.locale.as_str());
        }
        let Some(edition) = editions.first() else { return fields.digest() };
        fields.add(edition.article.file.path());
        fields.add(edition.article.file.text());
        for file in self.files(edition.article.id.as_str()) {
            fields.add(file.path());
            fields.add(file.digest());
        }
        for topic in &edition.article.stats {
            fields.add(topic.as_str());
            self.topics.get(topic.as_str()).into_iter().for_each(|digest| fields.add(digest));
        }
        let mut sources = BTreeSet::new();
        for (id, bound) in edition.stats.iter() {
            fields.add(id.as_str());
            fields.add(format!("{:?} {:?} {:?}", bound.quantity, bound.sources, bound.inputs));
            fields.add(bound.says.as_deref().unwrap_or_default());
            sources.extend(&bound.sources[..]);
        }
        for source in sources {
            fields.add(source.as_str());
            self.sources.get(source).into_iter().for_each(|digest| fields.add(digest));
        }
        fields.digest()
    }

    /// Whether no message of a file that is named for an article may be said by others.
    pub fn is_loose(&self) -> bool {
        self.is_loose
    }

    /// Which files an article needs beside its own; `told` is what others show of it.
    pub fn reach(&self, article: &Article, told: Digest) -> Reach {
        let mut reach = Reach { told: Some(told), ..Reach::default() };
        let mut waiting: Vec<&str> = article.stats.iter().map(|topic| topic.as_str()).collect();
        while let Some(topic) = waiting.pop() {
            if !reach.topics.insert(topic.to_owned()) {
                continue;
            }
            let Some((topics, sources)) = self.needs.get(topic) else { continue };
            waiting.extend(topics);
            reach.sources.extend(sources.iter().map(|source| source.as_str().to_owned()));
        }
        reach
    }

    /// What the pages around the articles depend on beside what they say of articles ([`Reach::told`]).
    pub fn around(&self, among: &[LocaleTag]) -> Digest {
        let mut fields = self.common.clone();
        among.iter().for_each(|locale| fields.add(locale.as_str()));
        fields.digest()
    }

    /// The files in which an article may find messages as its own: those named for it, and those of articles whose ids begin with
    /// its id and a hyphen.
    fn files<'s>(&'s self, article: &'s str) -> impl Iterator<Item = &'s &'a Folded> {
        let from = self.own.range::<str, _>((Bound::Included(article), Bound::Unbounded));
        let near = from.map_while(move |(id, files)| Some((id.strip_prefix(article)?, files)));
        near.filter(|(rest, _)| rest.is_empty() || rest.starts_with('-')).flat_map(|(_, files)| files)
    }
}

/// Whether an article alone asks for the messages of a file: it is named for the article, and each of its ids begins with the
/// article's own.
fn owner<'a>(project: &'a Project, file: &Folded) -> Option<&'a str> {
    let id = article_of(project, file.path())?.as_str();
    let is_own = |name: &str| name.strip_prefix(id).is_some_and(|rest| rest.starts_with('-'));
    file.names().all(|name| name.starts_with('-') || is_own(name)).then_some(id)
}

/// Whether a page said a message of a file that is named for another article.
pub fn is_borrowed(renderer: &Renderer, project: &Project) -> bool {
    renderer.borrowed().iter().any(|path| article_of(project, path).is_some())
}

/// The article for which a file of messages is named.
fn article_of<'a>(project: &'a Project, path: &str) -> Option<&'a ArticleId> {
    let name = path.rsplit('/').next().unwrap_or_default();
    project.articles.get_key_value(name.strip_suffix(".ftl").unwrap_or(name)).map(|(id, _)| id)
}
