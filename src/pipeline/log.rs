//! What a run tells of itself while it goes on: where it is, what it counts, how long it took.
//!
//! In: a stage and its counts. Out: events for whoever subscribes (`--log`), each with its `stage` and `ms`. Nothing of it is in any
//! file of the site, and without a subscriber nothing happens.

use std::time::Instant;

/// What all of it is filed under, whichever member tells it: who reads a log knows no members.
pub const LOG: &str = "numerate::pipeline";

/// How long something has taken.
pub struct Watch(Instant);

impl Watch {
    /// From now on.
    #[expect(clippy::disallowed_methods, reason = "how long a stage took is told to the log, and is in no file of the site")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Milliseconds since then.
    pub fn ms(&self) -> u64 {
        u64::try_from(self.0.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}
