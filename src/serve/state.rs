//! What the preview knows, and who waits for it to change.
//!
//! In: changes of files, and questions for articles. Out: looks and wholes, each made once for a revision of the project. A revision
//! is what lies between two changes; whoever waits for the next is woken by it.

use super::index::Index;
use super::look::{Look, look};
use super::whole::Whole;
use crate::diagnostic::Findings;
use crate::model::{ArticleId, LocaleTag};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long the files must be quiet before the whole project is read again: a person who saves twice is shown the page first.
const PAUSE: Duration = Duration::from_millis(250);
/// How many articles are remembered.
const MEMORY: usize = 64;

/// What the preview knows.
pub struct State {
    root: PathBuf,
    today: Option<Date>,
    known: Mutex<Known>,
    changed: Condvar,
    /// Held while an article is looked at: the panes of a page ask at once, and one answer serves them all.
    looking: Mutex<()>,
}

#[derive(Default)]
struct Known {
    revision: u64,
    /// What changed last.
    paths: Vec<String>,
    whole: Option<Arc<Whole>>,
    /// The last whole whose settings were usable.
    usable: Option<Arc<Whole>>,
    looks: BTreeMap<ArticleId, Seen>,
    is_over: bool,
}

/// What was seen of an article.
#[derive(Clone)]
pub struct Seen {
    /// At which revision.
    pub revision: u64,
    /// By which knowledge of the whole.
    pub whole: u64,
    /// The article, or why nothing can be seen.
    pub look: Arc<Result<Look, Findings>>,
    /// The last looks in which each locale had a page.
    pub good: BTreeMap<LocaleTag, Arc<Result<Look, Findings>>>,
}

/// What happened since somebody asked last.
pub struct News {
    /// The revision now.
    pub revision: u64,
    /// The revision of the whole project that is known.
    pub whole: u64,
    /// What changed last.
    pub paths: Vec<String>,
}

impl State {
    /// Nothing is known yet.
    pub fn new(root: PathBuf, today: Option<Date>) -> Self {
        let known = Known { revision: 1, ..Known::default() };
        Self { root, today, known: Mutex::new(known), changed: Condvar::new(), looking: Mutex::default() }
    }

    /// What is known is whole between any two statements that change it, so a thread that died left nothing broken behind.
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, known: MutexGuard<'a, Known>, time: Duration) -> MutexGuard<'a, Known> {
        self.changed.wait_timeout(known, time).unwrap_or_else(PoisonError::into_inner).0
    }

    /// Files have changed.
    pub fn change(&self, paths: Vec<String>) {
        let mut known = self.known();
        known.revision += 1;
        known.paths = paths;
        drop(known);
        self.changed.notify_all();
    }

    /// The preview ends: nobody need wait any longer.
    pub fn end(&self) {
        self.known().is_over = true;
        self.changed.notify_all();
    }

    /// Waits until something is newer than these revisions, or for a time; `None` once the preview is over.
    pub fn news(&self, (revision, whole): (u64, u64), time: Duration) -> Option<News> {
        let mut known = self.known();
        let of = |known: &Known| known.whole.as_ref().map_or(0, |whole| whole.revision);
        if !known.is_over && (known.revision, of(&known)) == (revision, whole) {
            known = self.wait(known, time);
        }
        (!known.is_over).then(|| News { revision: known.revision, whole: of(&known), paths: known.paths.clone() })
    }

    /// The whole project, as last known; waits for the first time.
    pub fn whole(&self) -> Option<Arc<Whole>> {
        let mut known = self.known();
        while !known.is_over {
            if let Some(whole) = &known.whole {
                return Some(Arc::clone(whole));
            }
            known = self.wait(known, Duration::from_secs(1));
        }
        None
    }

    /// The whole project, as last known with usable settings; `None` if it never had any.
    pub fn usable(&self) -> Option<Arc<Whole>> {
        self.whole()?;
        self.known().usable.clone()
    }

    /// Keeps the whole project known, until the preview ends. `told` hears of each time.
    pub fn keep_whole(&self, told: &dyn Fn(&Whole)) {
        loop {
            let mut known = self.known();
            while !known.is_over && known.whole.as_ref().is_some_and(|whole| whole.revision == known.revision) {
                known = self.wait(known, Duration::from_secs(3600));
            }
            // Until nothing has changed for a while; the first time at once.
            while !known.is_over && known.whole.is_some() {
                let revision = known.revision;
                known = self.wait(known, PAUSE);
                if known.revision == revision {
                    break;
                }
            }
            if known.is_over {
                return;
            }
            let revision = known.revision;
            drop(known);
            let whole = Arc::new(Whole::new(&self.root, revision, self.today));
            told(&whole);
            let mut known = self.known();
            let usable = whole.project.is_some().then(|| known.usable.replace(Arc::clone(&whole)));
            let before = (known.whole.replace(whole), usable);
            drop(known);
            self.changed.notify_all();
            // A large project takes its time to be forgotten, and nobody is to wait for that.
            drop(before);
        }
    }

    /// Looks at an article, unless that was done at this revision with the present knowledge of the whole.
    pub fn look(&self, id: &ArticleId) -> Option<Seen> {
        let whole = self.usable()?;
        let _one_at_a_time = self.looking.lock().unwrap_or_else(PoisonError::into_inner);
        let known = self.known();
        let (revision, before) = (known.revision, known.looks.get(id).cloned());
        drop(known);
        if let Some(seen) = before.as_ref().filter(|seen| (seen.revision, seen.whole) == (revision, whole.revision)) {
            return Some(seen.clone());
        }
        let seen = self.anew(id, (revision, whole.revision), before, &whole.index);
        let mut known = self.known();
        known.looks.insert(id.clone(), seen.clone());
        if known.looks.len() > MEMORY {
            let oldest = known.looks.iter().min_by_key(|(_, seen)| seen.revision).map(|(id, _)| id.clone());
            oldest.map(|oldest| known.looks.remove(&oldest));
        }
        Some(seen)
    }

    /// A file beside the pages as it is now, by a look at the article that was looked at last.
    pub fn asset(&self, path: &str) -> Option<Vec<u8>> {
        let last = self.known().looks.iter().max_by_key(|(_, seen)| seen.revision).map(|(id, _)| id.clone());
        let look = self.look(&last?)?.look;
        let assets = look.as_ref().as_ref().ok()?.renderer.assets();
        assets.into_iter().find(|(name, _)| name == path).map(|(_, bytes)| bytes)
    }

    fn anew(&self, id: &ArticleId, (revision, whole): (u64, u64), before: Option<Seen>, index: &Index) -> Seen {
        let part = before.as_ref().and_then(|seen| seen.look.as_ref().as_ref().ok()).map(|look| look.part.clone());
        let look = Arc::new(look(&self.root, id, part.unwrap_or_default(), index, self.today));
        let mut good = before.map(|seen| seen.good).unwrap_or_default();
        if let Ok(shown) = look.as_ref() {
            good.extend(shown.pages.keys().map(|tag| (tag.clone(), Arc::clone(&look))));
        }
        Seen { revision, whole, look, good }
    }
}
