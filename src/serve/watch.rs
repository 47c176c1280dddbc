//! Watches the files of a project.
//!
//! In: its folder. Out: after each change, the paths that changed, once the files have been quiet for a moment. What can go wrong:
//! the machine gives no watches, which is an error; then the folder is looked at in intervals instead.
//!
//! Folders are watched and not files, since editors save by putting a new file in the place of the old one.

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How long files must be quiet: longer than an editor takes between emptying a file and filling it.
const QUIET: Duration = Duration::from_millis(12);
/// After how many events changes are told although files are not quiet.
const RESTLESS: usize = 2000;

/// The folders of a project's files.
const FOLDERS: [&str; 3] = ["data", "locales", "templates"];
/// Its files beside them.
const FILES: [&str; 2] = ["numerate.toml", "waivers.yaml"];

/// A watch of a folder; it ends when it is dropped.
pub struct Watch {
    root: PathBuf,
    watcher: Box<dyn Watcher + Send>,
    events: Receiver<notify::Result<Event>>,
    /// The folders that are watched; one that comes later is added.
    known: BTreeSet<&'static str>,
}

impl Watch {
    /// Watches the project at `root`: as the system tells of changes, or by looking every so often.
    ///
    /// # Errors
    /// If the system does not let it.
    pub fn new(root: &Path, every: Option<Duration>) -> notify::Result<Self> {
        let root = root.canonicalize()?;
        let (tell, events) = channel();
        let watcher: Box<dyn Watcher + Send> = match every {
            None => Box::new(RecommendedWatcher::new(tell, Config::default())?),
            // Contents are compared, too: within the resolution of a file's time it may change twice.
            Some(every) => {
                let config = Config::default().with_poll_interval(every).with_compare_contents(true);
                Box::new(PollWatcher::new(tell, config)?)
            }
        };
        let mut watch = Self { root, watcher, events, known: BTreeSet::new() };
        watch.watcher.watch(&watch.root, RecursiveMode::NonRecursive)?;
        watch.add_folders()?;
        Ok(watch)
    }

    /// Watches the folders that are there.
    fn add_folders(&mut self) -> notify::Result<()> {
        for folder in FOLDERS {
            let path = self.root.join(folder);
            match (path.is_dir(), self.known.contains(folder)) {
                (true, false) => {
                    self.watcher.watch(&path, RecursiveMode::Recursive)?;
                    self.known.insert(folder);
                }
                (false, true) => _ = self.known.remove(folder),
                _ => {}
            }
        }
        Ok(())
    }

    /// Waits for the next changes: paths relative to the project, with `/`, in order. `None` once the watch is over.
    pub fn next(&mut self) -> Option<Vec<String>> {
        let mut paths = BTreeSet::new();
        self.note(self.events.recv().ok()?, &mut paths);
        for _ in 0..RESTLESS {
            // Files that do not concern the project need not be quiet.
            match self.events.recv_timeout(QUIET) {
                Ok(event) => self.note(event, &mut paths),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        // A folder that cannot be watched now is tried again at the next change.
        self.add_folders().ok();
        Some(paths.into_iter().collect())
    }

    fn note(&self, event: notify::Result<Event>, paths: &mut BTreeSet<String>) {
        // Events that were lost may have been of any file.
        match event {
            Ok(event) if !event.need_rescan() => {
                if !matches!(event.kind, EventKind::Access(_)) {
                    paths.extend(event.paths.iter().filter_map(|path| self.path(path)));
                }
            }
            _ => _ = paths.insert(FILES[0].to_owned()),
        }
    }

    /// The path of a file of the project; none for others, and for what editors put beside them.
    fn path(&self, path: &Path) -> Option<String> {
        let parts: Vec<_> = path.strip_prefix(&self.root).ok()?.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
        let (first, last) = (*parts.first()?, *parts.last()?);
        let is_ours = FOLDERS.contains(&first) || FILES.contains(&first);
        let is_passing = last.starts_with('.') || last.ends_with('~') || last.ends_with(".swp") || last.ends_with(".tmp");
        (is_ours && !is_passing).then(|| parts.join("/"))
    }
}
