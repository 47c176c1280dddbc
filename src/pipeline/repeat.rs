//! A run over a project in which nothing has changed since the site was made.
//!
//! In: the digest of all the project's files, and what the site remembers of the run that made it. Out: what that run came to,
//! if the site still is to the byte what it made and the time makes no difference. Only runs in which nothing was found are
//! remembered, so that nothing is left unsaid. In doubt, everything is done.

use super::keys::PROGRAM;
use super::{Options, Run, Target};
use crate::load::{fingerprint, settings};
use crate::model::digest::{Digest, Fields};
use crate::model::{Project, Standing};
use crate::publish::{Press, Published, Whole};
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use std::path::Path;

/// The key of a whole run: of all that it depends on but for the time.
pub fn key(root: &Path, options: &Options<'_>) -> Option<Digest> {
    if options.only.is_some() {
        return None;
    }
    let fields = Fields::new().with(PROGRAM).with(fingerprint(root)?).with(format!("{:?}", options.fail_on));
    Some(options.locales.iter().fold(fields, |fields, locale| fields.with(locale.as_str())).digest())
}

/// What the run came to that made the site, if this one would come to the same.
pub fn unchanged(root: &Path, options: &Options<'_>, key: Option<Digest>) -> Option<(Run, Option<Published>)> {
    let (key, settings) = (key?, settings(root)?);
    // Whatever is in the way of publishing is said once there is something to publish.
    let press = Press::reopen(root, &settings)?;
    let whole = press.whole().filter(|whole| whole.key == key)?;
    let is_then = match (options.clock, whole.within) {
        (None, None) => true,
        (Some(now), Some((from, until))) => (from..until).contains(&now.as_second()),
        _ => false,
    };
    let files = is_then.then(|| press.stands(whole))??;
    let (editions, proven) = (whole.editions, whole.proven.clone());
    let run = Run { settings: Some(settings), editions, proven, publishable: true, ..Run::default() };
    Some((run, Some(Published { files, changed: false })))
}

/// What is to be remembered of a run, if anything.
pub fn whole(to: Target<'_>, run: &Run, project: &Project, options: &Options<'_>) -> Option<Whole> {
    let is_quiet = run.findings.is_empty() && run.withheld.is_empty();
    // Files that were changed while the run was reading them belong to no run.
    let key = to.key.filter(|key| is_quiet && self::key(to.root, options) == Some(*key))?;
    let within = options.clock.map(|now| (now.as_second(), next(now, run, project).as_second()));
    Some(Whole { key, within, editions: run.editions, proven: run.proven.clone(), site: None })
}

/// The next time that may make a difference: one that an article names, or the end of the day.
fn next(now: Timestamp, run: &Run, project: &Project) -> Timestamp {
    let day = now.to_zoned(TimeZone::UTC).date().tomorrow().ok();
    let midnight = day.and_then(|day| day.to_datetime(Time::midnight()).to_zoned(TimeZone::UTC).ok());
    let held = run.held.iter().filter_map(|(_, standing)| match standing {
        Standing::Scheduled(at) => Some(*at),
        _ => None,
    });
    let ends = project.articles.values().filter_map(|article| Some(article.schedule.expires_at.as_ref()?.value));
    let later = held.chain(ends).chain(midnight.map(|midnight| midnight.timestamp())).filter(|time| *time > now);
    later.min().unwrap_or(now)
}
