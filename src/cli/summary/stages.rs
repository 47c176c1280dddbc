//! How long the stages of a run take.
//!
//! In: its steps, when they are taken. Out: milliseconds by stage; a stage that is begun again counts again. Nothing can go wrong.

use crate::pipeline::Step;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The stages of a run, each with the moment at which it began.
#[derive(Debug, Default)]
pub struct Stages(Mutex<Vec<(&'static str, Instant)>>);

impl Stages {
    /// Notes a step.
    #[expect(clippy::disallowed_methods, reason = "how long a stage took is told to the job, and is in no file of the site")]
    pub fn note(&self, step: Step) {
        if let Step::Stage(name) = step {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push((name, Instant::now()));
        }
    }

    /// How many milliseconds each stage took, up to now.
    #[expect(clippy::disallowed_methods, reason = "as above")]
    pub fn durations(&self) -> BTreeMap<&'static str, u64> {
        sum(&self.0.lock().unwrap_or_else(PoisonError::into_inner), Instant::now())
    }
}

/// The milliseconds of each stage, where the last one ends at `end`. A run that gives way to a whole one begins its stages again.
fn sum(stages: &[(&'static str, Instant)], end: Instant) -> BTreeMap<&'static str, u64> {
    let mut durations: BTreeMap<_, Duration> = BTreeMap::new();
    let ends = stages.iter().skip(1).map(|(_, begin)| *begin).chain([end]);
    for ((name, begin), end) in stages.iter().zip(ends) {
        *durations.entry(*name).or_default() += end.duration_since(*begin);
    }
    let whole = |duration: Duration| u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
    durations.into_iter().map(|(name, duration)| (name, whole(duration))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a moment to count from")]
    fn a_stage_that_is_begun_again_counts_again() {
        let begin = Instant::now();
        let at = |ms| begin + Duration::from_millis(ms);
        let stages = [("load", at(0)), ("resolve", at(5)), ("load", at(7)), ("resolve", at(17)), ("prove", at(20))];
        let expected = BTreeMap::from([("load", 15), ("resolve", 5), ("prove", 10)]);
        assert_eq!(sum(&stages, at(30)), expected);
        assert_eq!(sum(&[], at(30)), BTreeMap::new());
    }
}
