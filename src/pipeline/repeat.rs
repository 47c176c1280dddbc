//! A run over a project in which nothing has changed since the site was made.
//!
//! In: the digests of all the project's files, and what the site remembers of the run that made it. Out: what that run came to,
//! if the site still is to the byte what it made and the time makes no difference. Only runs in which nothing was found are
//! remembered, so that nothing is left unsaid. In doubt, everything is done.

use super::keys::PROGRAM;
use super::log::Watch;
use super::{Error, Options, Run, Target, part};
use crate::load::{fingerprint, settings};
use crate::model::digest::{Digest, Fields};
use crate::model::project::Settings;
use crate::model::{Project, Standing};
use crate::publish::{Press, Published, Whole};
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::path::Path;
use tracing::info;

/// What a whole run depends on but for the time.
#[derive(PartialEq, Eq)]
pub struct Inputs {
    /// The digests of the project's files.
    pub files: BTreeMap<String, Digest>,
    /// The digest of the rest.
    terms: Digest,
}

impl Inputs {
    /// Of a run with these options; nothing of one that is about some articles only, or of files that cannot be read.
    pub fn of(root: &Path, options: &Options<'_>) -> Option<Self> {
        let files = options.only.is_none().then(|| fingerprint(root))??;
        let fields = Fields::new().with(PROGRAM).with(format!("{:?}", options.fail_on));
        let terms = options.locales.iter().fold(fields, |fields, locale| fields.with(locale.as_str())).digest();
        Some(Self { files, terms })
    }

    /// The digest of all files.
    pub fn digest(&self) -> Digest {
        self.files.iter().fold(Fields::new(), |fields, (path, digest)| fields.with(path).with(digest)).digest()
    }
}

/// What a run comes to over the site of an earlier one, if it need not be a whole run.
pub fn again(root: &Path, inputs: &Inputs, options: &Options<'_>) -> Result<Option<(Run, Option<Published>)>, Error> {
    // Whatever is in the way of publishing is said once there is something to publish.
    let Some(settings) = settings(root) else { return Ok(None) };
    let Some(press) = Press::reopen(root, &settings) else { return Ok(None) };
    match unchanged(&press, &settings, inputs, options) {
        Some(run) => Ok(Some(run)),
        None => part::build(root, (press, &settings), inputs, options),
    }
}

/// What the run came to that made the site, if this one would come to the same.
fn unchanged(
    press: &Press,
    settings: &Settings,
    inputs: &Inputs,
    options: &Options<'_>,
) -> Option<(Run, Option<Published>)> {
    let watch = Watch::start();
    let whole = press.whole().filter(|whole| whole.inputs == inputs.digest() && is_then(whole, inputs, options))?;
    let files = press.stands(whole)?;
    info!(stage = "load", ms = watch.ms(), files, editions = whole.editions, "nothing has changed");
    let (editions, proven) = (whole.editions, whole.proven.clone());
    let run = Run { settings: Some(settings.clone()), editions, proven, publishable: true, ..Run::default() };
    Some((run, Some(Published { files, changed: false })))
}

/// Whether a run of now would come to the same as one of then, over the same files.
pub fn is_then(whole: &Whole, inputs: &Inputs, options: &Options<'_>) -> bool {
    let is_same_time = match (options.clock, whole.within) {
        (None, None) => true,
        (Some(now), Some((from, until))) => (from..until).contains(&now.as_second()),
        _ => false,
    };
    is_same_time && whole.terms == inputs.terms
}

/// What is to be remembered of a run, if anything.
pub fn whole(to: Target<'_>, run: &Run, project: &Project, options: &Options<'_>, is_loose: bool) -> Option<Whole> {
    // Font files may stand where the digest of the project's files does not reach.
    let is_reached = project.settings.print.faces.is_empty();
    let is_quiet = run.findings.is_empty() && run.withheld.is_empty() && is_reached;
    // Files that were changed while the run was reading them belong to no run.
    let inputs = to.inputs.filter(|inputs| is_quiet && Inputs::of(to.root, options).as_ref() == Some(*inputs))?;
    let within = options.clock.map(|now| (now.as_second(), next(now, run, project).as_second()));
    let is_loose = is_loose && run.held.is_empty() && project.waivers.is_empty();
    let (terms, files) = (inputs.terms, is_loose.then(|| inputs.files.clone()));
    let (inputs, editions) = (inputs.digest(), run.editions);
    Some(Whole { terms, inputs, files, within, editions, proven: run.proven.clone(), site: None })
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
