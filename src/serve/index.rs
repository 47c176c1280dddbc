//! Where the ids of a project stand: which file of stats has a stat, which file of messages a message.
//!
//! In: a whole project. Out: names of files by id. Nothing can go wrong; what is not known is in no file.

use crate::model::{ArticleId, Project};
use std::collections::{BTreeMap, BTreeSet};

/// Names of files, without folder and ending.
#[derive(Debug, Default)]
pub struct Index {
    topics: BTreeMap<String, String>,
    messages: BTreeMap<String, BTreeSet<String>>,
    shared: BTreeSet<String>,
    slugs: BTreeMap<String, ArticleId>,
}

impl Index {
    /// Of all files of a project.
    pub fn new(project: &Project) -> Self {
        let mut index = Self::default();
        index.topics.extend(project.stats.iter().map(|(id, stat)| (id.as_str().to_owned(), stat.topic.to_string())));
        index.slugs.extend(project.articles.values().map(|article| (article.slug.clone(), article.id.value.clone())));
        for file in project.locales.values().flat_map(|locale| locale.files()) {
            let stem = file.stem();
            if !project.articles.contains_key(stem) {
                index.shared.insert(stem.to_owned());
                continue;
            }
            for name in file.names().map(|name| name.strip_prefix('-').unwrap_or(name)) {
                index.messages.entry(name.to_owned()).or_default().insert(stem.to_owned());
            }
        }
        index
    }

    /// The topic of a stat.
    pub fn topic(&self, stat: &str) -> Option<&str> {
        self.topics.get(stat).map(String::as_str)
    }

    /// The files of articles that have a message or term, in any locale.
    pub fn files_of(&self, message: &str) -> impl Iterator<Item = &str> {
        self.messages.get(message).into_iter().flatten().map(String::as_str)
    }

    /// The files of messages that belong to no article.
    pub fn shared(&self) -> impl Iterator<Item = &str> {
        self.shared.iter().map(String::as_str)
    }

    /// The article of that address.
    pub fn article(&self, slug: &str) -> Option<&ArticleId> {
        self.slugs.get(slug)
    }
}

/// The name of a file without folder and ending.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
