//! A part of a project's files, as if there were no others.
//!
//! In: names of files without their endings. Out: whether a file is one of them. Nothing can go wrong; whoever selects must select
//! all that the files refer to, or else it is found missing.

use std::collections::BTreeSet;

/// Names of files without folder and ending, by the kind of what is in them. Settings, templates and waivers are always there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Of `data/articles`.
    pub articles: BTreeSet<String>,
    /// Of `data/stats`.
    pub topics: BTreeSet<String>,
    /// Of `data/sources`.
    pub sources: BTreeSet<String>,
    /// Of the folder of each locale.
    pub messages: BTreeSet<String>,
}

impl Selection {
    /// Whether the file of that name in a folder of the project is one of them.
    pub(super) fn has(&self, folder: &str, stem: &str) -> bool {
        match folder {
            super::article::FOLDER => self.articles.contains(stem),
            super::stat::FOLDER => self.topics.contains(stem),
            super::source::FOLDER => self.sources.contains(stem),
            _ if folder.starts_with("locales/") => self.messages.contains(stem),
            _ => true,
        }
    }
}
