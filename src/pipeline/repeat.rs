//! A run over a project in which nothing has changed since the site was made.
//!
//! In: the digests of all the project's files, and what the site remembers of the run that made it. Out: what that run came to,
//! if the site still is to the byte what it made and the time makes no difference. What was found then is said again. In doubt,
//! everything is done.

use super::held::Held;
use super::keys::PROGRAM;
use super::log::{LOG, Watch};
use super::{Error, Options, Run, Target, part, publish};
use crate::diagnostic::Remembered;
use crate::load::{Fingerprint, Selection, fingerprint, load_part, settings};
use crate::model::digest::{Digest, Fields};
use crate::model::stamp::{Stamps, Tick};
use crate::model::{ArticleId, Project, Standing};
use crate::publish::{Press, Published, Whole};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::path::Path;
use tracing::info;

/// What a whole run depends on but for the time.
pub struct Inputs {
    /// What the project's files are known by.
    pub project: Fingerprint,
    /// The digest of the rest.
    terms: Digest,
    /// A time before they were looked at, by the clock of the output's file system.
    since: Option<Tick>,
}

impl Inputs {
    /// Of a run with these options; nothing of one that is about some articles only, or of files that cannot be read. Files whose
    /// stamps are known are not read.
    fn of(root: &Path, options: &Options<'_>, known: &Stamps, since: Option<Tick>) -> Option<Self> {
        let project = options.only.is_none().then(|| fingerprint(root, known))??;
        let fields = Fields::new().with(PROGRAM).with(format!("{:?}", options.fail_on));
        let terms = options.locales.iter().fold(fields, |fields, locale| fields.with(locale.as_str())).digest();
        Some(Self { project, terms, since })
    }

    /// The digests of the project's files.
    pub fn files(&self) -> &BTreeMap<String, Digest> {
        &self.project.files
    }

    /// The digest of all files.
    pub fn digest(&self) -> Digest {
        self.files().iter().fold(Fields::new(), |fields, (path, digest)| fields.with(path).with(digest)).digest()
    }

    /// The stamps of the files, if they are still what they were: files that were changed while a run was reading them belong to no
    /// run. `since` is a time before now by the same clock.
    pub fn settled(&self, root: &Path, options: &Options<'_>, since: Option<Tick>) -> Option<Stamps> {
        let seen = Stamps::settled(self.project.stamps.iter().copied(), self.since);
        let now = Self::of(root, options, &seen, since)?;
        let is_same = now.terms == self.terms && now.files() == self.files();
        is_same.then(|| Stamps::settled(now.project.stamps, since))
    }
}

/// What a run came to, and what was published.
pub type Done = (Run, Option<Published>);

/// What a run comes to over the site of an earlier one, if it need not be a whole run; otherwise what the whole run depends on.
pub fn again(root: &Path, options: &Options<'_>) -> Result<Result<Done, Option<Inputs>>, Error> {
    // Whatever is in the way of publishing is said once there is something to publish.
    let remembered = settings(root).and_then(|settings| Some((Press::reopen(root, &settings)?, settings)));
    let Some((press, settings)) = remembered else { return Ok(Err(Inputs::of(root, options, &Stamps::default(), None))) };
    let Some(inputs) = Inputs::of(root, options, press.stamps(), press.since()) else { return Ok(Err(None)) };
    let watch = Watch::start();
    let Some(whole) = press.whole().filter(|whole| is_then(whole, &inputs, options)).cloned() else {
        return Ok(Err(Some(inputs)));
    };
    if whole.inputs != inputs.digest() {
        if !whole.findings.is_empty() {
            return Ok(Err(Some(inputs)));
        }
        return match part::prove(root, (press, &settings, whole), &inputs, options)? {
            Some(proven) => publish(proven, options, Target { root, inputs: Some(&inputs) }).map(Ok),
            None => Ok(Err(Some(inputs))),
        };
    }
    let Some(files) = press.stands(&inputs.project.stamps) else { return Ok(Err(Some(inputs))) };
    let Some(findings) = whole.findings.findings() else { return Ok(Err(Some(inputs))) };
    info!(target: LOG, stage = "load", ms = watch.ms(), files, editions = whole.editions, "nothing has changed");
    let held = if whole.holds { held(root, &inputs, options) } else { Vec::new() };
    let (editions, proven) = (whole.editions, whole.proven);
    let run = Run { settings: Some(settings), findings, editions, proven, held, publishable: true, ..Run::default() };
    Ok(Ok((run, Some(Published { files, ..Published::default() }))))
}

/// The articles that are not due, each with the reason, read from their own files alone.
fn held(root: &Path, inputs: &Inputs, options: &Options<'_>) -> Vec<(ArticleId, Standing)> {
    let names = inputs.files().keys().filter_map(|path| path.strip_prefix("data/articles/")?.rsplit_once('.'));
    let articles = names.map(|(stem, _)| stem.to_owned()).collect();
    let (project, _) = load_part(root, Selection { articles, ..Selection::default() });
    project.map(|mut project| Held::take(&mut project, options.clock).articles).unwrap_or_default()
}

/// Whether a run of now would come to the same as one of then, over the same files.
pub fn is_then(whole: &Whole, inputs: &Inputs, options: &Options<'_>) -> bool {
    let is_same_time = match (options.clock, whole.within) {
        (None, None) => true,
        (Some(now), Some((from, until))) => (from..until).contains(&tick(now)),
        _ => false,
    };
    is_same_time && whole.terms == inputs.terms
}

/// What a run is remembered by, of which the project itself need not be there any more.
pub struct Bounds {
    /// The times from which and before which the time makes no difference; nothing if the run was given none.
    within: Option<(Tick, Tick)>,
    /// Whether each article stands by itself.
    is_loose: bool,
    /// Whether articles are not due.
    holds: bool,
    /// What was found.
    findings: Remembered,
}

/// How many bytes of texts are remembered, to say again what was found in them.
const TEXTS: usize = 1 << 24;

impl Bounds {
    /// Of a run over a project, if it may be remembered; `is_loose` says whether no message is said by another article's page.
    pub fn of(run: &Run, project: &Project, options: &Options<'_>, is_loose: bool) -> Option<Self> {
        let findings = Remembered::of(&run.findings);
        // Texts that are found fault with may be of what is not due.
        let is_sayable = findings.is_empty() || (run.held.is_empty() && findings.bytes() <= TEXTS);
        let is_known = run.withheld.is_empty() && is_sayable;
        let within = options.clock.map(|now| (tick(now), tick(next(now, run, project))));
        let is_loose = is_loose && run.held.is_empty() && project.waivers.is_empty();
        is_known.then_some(Self { within, is_loose, holds: !run.held.is_empty(), findings })
    }

    /// Of a run that comes to the same as one that is remembered with its files, at a time that makes no difference.
    pub fn again(whole: &Whole) -> Self {
        Self { within: whole.within, is_loose: true, holds: false, findings: Remembered::default() }
    }

    /// What is to be remembered, if anything, with the stamps of the files that the run read.
    pub fn whole(self, to: Target<'_>, run: &Run, options: &Options<'_>, since: Option<Tick>) -> Option<(Whole, Stamps)> {
        let inputs = to.inputs?;
        let stamps = inputs.settled(to.root, options, since)?;
        let files = self.is_loose.then(|| inputs.files().clone());
        let (terms, inputs, editions) = (inputs.terms, inputs.digest(), run.editions);
        let proven = run.proven.clone();
        let (within, holds, findings) = (self.within, self.holds, self.findings);
        Some((Whole { terms, inputs, files, within, holds, editions, proven, findings }, stamps))
    }
}

/// A time as plain numbers.
fn tick(time: Timestamp) -> Tick {
    (time.as_second(), time.subsec_nanosecond().into())
}

/// The next time that may make a difference: that an article begins or ends, or the first day on which a source is too old or a waiver
/// has ended. The last time of all if there is none.
fn next(now: Timestamp, run: &Run, project: &Project) -> Timestamp {
    let begins = run.held.iter().filter_map(|(_, standing)| match standing {
        Standing::Scheduled(at) => Some(*at),
        _ => None,
    });
    let ends = project.articles.values().filter_map(|article| Some(article.schedule.expires_at.as_ref()?.value));
    let waivers = project.waivers.iter().map(|waiver| waiver.until.value);
    let last_days = project.sources.values().flat_map(|source| source.last_days()).chain(waivers);
    let days = last_days.filter_map(|day| Some(day.tomorrow().ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp()));
    begins.chain(ends).chain(days).filter(|time| *time > now).min().unwrap_or(Timestamp::MAX)
}
