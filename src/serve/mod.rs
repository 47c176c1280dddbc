//! The live preview: pages as a build would publish them, with what is behind each paragraph and figure, while somebody writes.
//!
//! In: a project's folder. Out: a server on this machine's own address. It reads the project and writes nothing. What is wrong with
//! the project is shown; what is wrong with the machine is an error.
//!
//! | member | what it does |
//! |---|---|
//! | `watch` | tells which files changed |
//! | `look` | one article: its part of the project through all stages of a build |
//! | `whole`, `index` | the whole project, read in the background: the dashboard, and which file has which id |
//! | `state` | what is known at which revision, and who waits for the next |
//! | `about`, `standing`, `figure` | messages, findings and figures of a page, for its layer |
//! | `layer` | the one stretch of HTML that is added to a page |
//! | `route` | which address shows what |
//! | `http`, `request`, `target`, `guard` | requests, and who may ask |

mod about;
mod figure;
mod guard;
mod http;
mod index;
mod layer;
mod look;
mod request;
mod route;
mod standing;
mod state;
mod target;
mod watch;
mod whole;

pub use layer::{BEGIN, END};

use jiff::civil::Date;
use route::Routes;
use state::State;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use watch::Watch;

/// How a project is shown.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The port; 0 for any that is free.
    pub port: u16,
    /// The day of the preview, for what depends on it.
    pub today: Option<Date>,
    /// How often to look at the files; without it, the system tells of changes.
    pub poll: Option<Duration>,
    /// The address that opens a place in the person's editor: `{path}`, `{line}` and `{column}` in it stand for the place.
    pub editor: Option<String>,
}

/// What happens while a project is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The whole project was read: so many errors, warnings and notes are in its files.
    Read([usize; 3]),
}

/// A preview that listens.
pub struct Preview {
    root: PathBuf,
    options: Options,
    listener: TcpListener,
    watch: Watch,
    is_over: Arc<AtomicBool>,
}

/// Ends a preview.
#[derive(Debug, Clone)]
pub struct Stop {
    address: SocketAddr,
    is_over: Arc<AtomicBool>,
}

impl Preview {
    /// Listens for requests about the project at `root`, on this machine's own address alone.
    ///
    /// # Errors
    /// If there is no such folder, the port is taken, or files cannot be watched.
    pub fn open(root: &Path, options: Options) -> io::Result<Self> {
        let root = root.canonicalize()?;
        let watch = Watch::new(&root, options.poll)
            .map_err(|error| io::Error::other(format!("{error}; `--poll 500` looks at the files instead")))?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        Ok(Self { root, options, listener, watch, is_over: Arc::default() })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// If the system has forgotten.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// What ends it.
    ///
    /// # Errors
    /// As [`Preview::address`].
    pub fn stop(&self) -> io::Result<Stop> {
        Ok(Stop { address: self.address()?, is_over: Arc::clone(&self.is_over) })
    }

    /// Shows the project until it is stopped.
    ///
    /// # Errors
    /// If connections can no longer be accepted.
    pub fn run(mut self, told: &(dyn Fn(Event) + Sync)) -> io::Result<()> {
        let port = self.address()?.port();
        let state = Arc::new(State::new(self.root.clone(), self.options.today));
        let watcher = Arc::clone(&state);
        // It ends with the process: it waits for files, and nothing else can wake it.
        std::thread::spawn(move || {
            while let Some(paths) = self.watch.next() {
                if !paths.is_empty() {
                    watcher.change(paths);
                }
            }
        });
        let routes = Routes::new(&state, &self.root, self.options.editor.as_deref());
        std::thread::scope(|threads| {
            threads.spawn(|| state.keep_whole(&|whole| told(Event::Read(whole.counts()))));
            let answer = |request: &request::Request| match guard::check(request, port) {
                Ok(()) => routes.answer(&request.target.parts()),
                Err(refusal) => http::Answer::Whole(refusal),
            };
            let served = http::serve(&self.listener, &self.is_over, &answer, &|| state.end());
            state.end();
            served
        })
    }
}

impl Stop {
    /// Ends the preview.
    pub fn stop(&self) {
        self.is_over.store(true, Ordering::Release);
        // It waits for a connection; this is one. If it fails, the listener is gone already.
        TcpStream::connect(self.address).ok();
    }
}
