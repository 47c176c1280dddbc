//! The keys under which articles are remembered from one run to the next.
//!
//! In: the project and its editions. Out: a digest for each article of everything that its pages, their proof and their ledgers
//! depend on: the program, the settings, all templates, the words that articles share, its own file and messages in every
//! locale, its stats as bound, their topics, the cells and sources that speak for them, and the locales of the round. Where an
//! article may say a message of another (`Messages::borrowed`), nothing is remembered.
//!
//! An article may find a message as its own wherever the name begins with its id and a hyphen: in the files of articles whose ids
//! begin its own, or are begun by it. Files with other names in them are everybody's.

use crate::model::digest::{Digest, Fields};
use crate::model::messages::{Folded, stem};
use crate::model::stat::StatValue;
use crate::model::{Article, BoundStat, Edition, LocaleTag, Project, Source, SourceId, StatId};
use crate::publish::Reach;
use crate::render::Renderer;
use crate::resolve::references;
use rayon::prelude::*;
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
    /// What is bound to editions, by where it is: many share it.
    bound: BTreeMap<usize, Digest>,
    /// What each topic is checked with: the topics that its formulas refer to, those whose formulas refer to it (for these say which
    /// way its stats went), and its sources.
    needs: BTreeMap<&'a str, (BTreeSet<&'a str>, BTreeSet<&'a SourceId>)>,
    /// Whether each file that is named for an article is its own, and no other file has a message that may be.
    is_loose: bool,
}

/// What messages begin with that say words of the data: any page may ask for them.
const OF_DATA: [&str; 2] = ["source-", "stat-"];

type Stats = BTreeMap<StatId, Arc<BoundStat>>;

impl<'a> Keys<'a> {
    /// Of a project and all its editions of the run.
    pub fn new(project: &'a Project, editions: &'a [Edition]) -> Self {
        let mut common = Fields::new().with(PROGRAM).with(format!("{:?}", project.settings));
        for (locale, faces) in &project.settings.print.faces {
            common.add(locale);
            for file in [Some(&faces.regular), faces.bold.as_ref(), faces.italic.as_ref()] {
                common.add(file.map_or(&[][..], |file| &file.bytes[..]));
            }
        }
        for (name, text) in &project.templates {
            common.add(name);
            common.add(text.text());
        }
        let mut is_loose = true;
        let mut own: BTreeMap<&str, Vec<&Folded>> = BTreeMap::new();
        for file in project.locales.values().flat_map(|locale| locale.files()) {
            let article = article_of(project, file.path());
            match article.filter(|id| file.names().all(|name| is_own(name, id))) {
                Some(article) => own.entry(article).or_default().push(file),
                None => {
                    let may_be_own = |name: &str| ids_in(bare(name)).any(|id| project.articles.contains_key(id));
                    is_loose &= article.is_none() && !file.names().any(may_be_own);
                    common.add(file.path());
                    common.add(file.digest());
                }
            }
        }
        let mut texts = BTreeMap::new();
        let mut needs: BTreeMap<&str, (BTreeSet<&str>, BTreeSet<&SourceId>)> = BTreeMap::new();
        for topic in project.stats.values() {
            let (_, sources) = needs.entry(&topic.topic).or_default();
            sources.extend(topic.stat.source.iter().map(|source| &source.value));
            if let StatValue::Derived(formula) = &topic.stat.value.value {
                for named in references(formula).into_iter().filter_map(|id| project.stats.get(&id.value)) {
                    for (one, other) in [(&topic.topic, &named.topic), (&named.topic, &topic.topic)] {
                        needs.entry(one).or_default().0.insert(other);
                    }
                }
            }
            texts.entry(topic.topic.as_str()).or_insert(topic.stat.id.place.source.text());
        }
        let topics = texts.into_par_iter().map(|(topic, text)| (topic, Digest::of(text.as_bytes()))).collect();
        let source = |(id, source): (&'a SourceId, &Arc<Source>)| {
            let fields = Fields::new().with(source.id.place.source.text());
            let table = source.table.as_ref().map_or("", |table| table.file.text());
            (id, fields.with(table).digest())
        };
        let sources = project.sources.par_iter().map(source).collect();
        let shared: BTreeMap<usize, &Stats> = editions.iter().map(|edition| (at(edition), &*edition.stats)).collect();
        let bound = shared.into_par_iter().map(|(at, stats)| (at, digest(stats, &sources))).collect();
        Self { common, own, topics, bound, needs, is_loose }
    }

    /// The key of an article with these editions, which are some of the run's, in a round of these locales.
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
        fields.add(self.bound[&at(edition)]);
        fields.digest()
    }

    /// Whether messages that an article may find as its own are in files that are named for it or for those whose ids begin alike,
    /// and nothing else is: then nothing that is said or found elsewhere changes with them.
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

    /// The files in which an article may find messages as its own.
    fn files<'s>(&'s self, article: &'s str) -> impl Iterator<Item = &'s &'a Folded> {
        let above = ids_in(article).filter_map(|id| self.own.get(id));
        let prefix = format!("{article}-");
        let below = self.own.range::<str, _>((Bound::Excluded(prefix.as_str()), Bound::Unbounded));
        let below: Vec<_> = below.take_while(|(id, _)| id.starts_with(&prefix)).map(|(_, files)| files).collect();
        above.chain(below).flatten()
    }
}

/// Where the stats of an edition are.
fn at(edition: &Edition) -> usize {
    Arc::as_ptr(&edition.stats).addr()
}

/// The digest of stats as bound, and of the sources that speak for them.
fn digest(stats: &Stats, digests: &BTreeMap<&SourceId, Digest>) -> Digest {
    let (mut fields, mut sources) = (Fields::new(), BTreeSet::new());
    for (id, bound) in stats {
        fields.add(id.as_str());
        fields.add(format!("{:?} {:?} {:?}", bound.quantity, bound.sources, bound.inputs));
        fields.add(bound.says.as_deref().unwrap_or_default());
        sources.extend(&bound.sources[..]);
    }
    for source in sources {
        fields.add(source.as_str());
        digests.get(source).into_iter().for_each(|digest| fields.add(digest));
    }
    fields.digest()
}

/// The ids that a name may begin with at a hyphen, the shortest first; the name itself is the last.
pub fn ids_in(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('-').map(|(hyphen, _)| &name[..hyphen]).chain([name])
}

/// A name without the hyphen of a term.
fn bare(name: &str) -> &str {
    name.strip_prefix('-').unwrap_or(name)
}

/// Whether a message or term is for an article to say, or one whose id begins with the article's.
fn is_own(name: &str, article: &str) -> bool {
    let begins = bare(name).strip_prefix(article).is_some_and(|rest| rest.starts_with('-'));
    begins && !OF_DATA.iter().any(|prefix| name.starts_with(prefix))
}

/// Whether a page said a message of a file that is named for another article.
pub fn is_borrowed(renderer: &Renderer, project: &Project) -> bool {
    renderer.borrowed().iter().any(|path| article_of(project, path).is_some())
}

/// The article for which a file of messages is named.
fn article_of<'a>(project: &'a Project, path: &str) -> Option<&'a str> {
    project.articles.get_key_value(stem(path)).map(|(id, _)| id.as_str())
}
