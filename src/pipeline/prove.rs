//! The stages in which a site is made: editions in, what is proven of them out, and that published.
//!
//! What can go wrong: an error withholds what it concerns; an output folder that cannot be replaced is an error of the machine.

use super::keys::{Keys, is_borrowed};
use super::log::{LOG, Watch};
use super::prepare::Prepared;
use super::proof::{Proof, blocks, withheld};
use super::repeat::Bounds;
use super::round::{Bench, ends};
use super::{Error, Options, Run, Step, Target};
use crate::model::waiver::Stand;
use crate::model::{ArticleId, Edition, LocaleTag, Project};
use crate::publish::{Draft, Grounds, Leaf, MARKER, Page, Press, Published, Sealed, Site};
use crate::render::Renderer;
use crate::verify::Verifier;
use std::collections::BTreeSet;
use tracing::{info, warn};

/// What came of the editions. The project is let go by then: it may be large, and nothing more is asked of it.
pub struct Proven {
    /// All that was found and proven.
    pub run: Run,
    /// What is to be published, if anything is.
    pub ready: Option<Ready>,
}

/// A site that is written but for what is told of it.
pub struct Ready {
    /// Where it is to stand.
    pub press: Press,
    /// The site.
    pub sealed: Sealed,
    /// What is kept of its documents, in order.
    pub leaves: Vec<Leaf>,
    /// The files that pages need beside them.
    pub assets: Vec<(String, Vec<u8>)>,
    /// What the run is remembered by, if it may be.
    pub bounds: Option<Bounds>,
}

/// Renders and verifies the editions and the pages of the site, and writes them if they are to be published.
pub fn prove(prepared: Prepared, options: &Options<'_>, to: Option<Target<'_>>) -> Result<Proven, Error> {
    (options.progress)(Step::Stage("prove"));
    let watch = Watch::start();
    let stats = prepared.stats();
    let Prepared { project, editions, locales, findings, held } = prepared;
    let (renderer, found) = Renderer::new(&project);
    let verifier = Verifier::new(&project);
    let mut proof = Proof::default();
    proof.judge(Stand::Project, findings, &project);
    proof.judge(Stand::Project, found, &project);
    // Where nothing is due there is nothing to publish, but what stands there has to go: it may be of articles that no longer are.
    let stands = |to: &Target<'_>| !held.is_empty() && to.root.join(&project.settings.output).join(MARKER).is_file();
    let is_wanted = to.as_ref().is_some_and(|to| !editions.is_empty() || stands(to));
    let to = to.filter(|_| is_wanted && !blocks(&proof.findings, options.fail_on));
    let press = to.map(|to| Press::open(to.root, &project.settings)).transpose().map_err(Error::Publish)?;
    press.as_ref().map_or(Ok(()), |press| takes_nothing_away(press, &project, options))?;
    let keys = press.as_ref().map(|_| Keys::new(&project, &editions));
    let nothing = BTreeSet::new();
    let vain = press.as_ref().map_or(&nothing, Press::vain);
    let bench = Bench { renderer: &renderer, verifier: &verifier, keys: keys.as_ref(), vain, options };
    let mut among = locales.clone();
    let site = press.as_ref().map(|press| (press, Grounds { project: &project, stats: &stats }));
    let (leaves, draft) = rounds(&bench, &editions, &mut among, &mut proof, site)?;
    proof.account(&project, options, !held.is_empty());
    let mut run = Run {
        publishable: !blocks(&proof.findings, options.fail_on) && !among.is_empty(),
        editions: editions.len(),
        findings: proof.findings,
        proven: leaves.iter().map(|leaf| leaf.head.path.clone()).collect(),
        withheld: locales.iter().filter(|locale| !among.contains(locale)).cloned().collect(),
        held,
        settings: Some(project.settings.clone()),
    };
    let is_of_run = |tag: &str| locales.iter().any(|locale| locale.as_str() == tag);
    run.findings.retain(|finding| finding.locale.as_deref().is_none_or(is_of_run));
    run.findings.sort();
    let (editions, documents, findings) = (run.editions, run.proven.len(), run.findings.len());
    info!(target: LOG, stage = "prove", ms = watch.ms(), editions, documents, findings, "proven");
    if !run.publishable || !is_wanted {
        return Ok(Proven { run, ready: None });
    }
    let draft = draft.expect("a round that nothing ends has a draft");
    let borrows = is_borrowed(&renderer, &project);
    if borrows {
        draft.forget();
    }
    let is_loose = !borrows && keys.as_ref().is_some_and(Keys::is_loose);
    let bounds = Bounds::of(&run, &project, options, is_loose);
    let (sealed, assets) = (draft.seal().map_err(Error::Publish)?, renderer.assets());
    let press = press.expect("a draft was made by a press");
    Ok(Proven { run, ready: Some(Ready { press, sealed, leaves, assets, bounds }) })
}

/// Makes sure that a run about a part takes no page away that a whole one would keep.
fn takes_nothing_away(press: &Press, project: &Project, options: &Options<'_>) -> Result<(), Error> {
    let Options { only, locales, .. } = options;
    if only.is_none() && locales.is_empty() {
        return Ok(());
    }
    // What is of no article is around them, and made anew.
    let is_other = |page: &Page| {
        let stays =
            project.articles.contains_key(&ArticleId::new(&page.article)) && project.settings.locales.contains(&page.locale);
        let is_meant = only.as_ref().is_none_or(|only| only.is_match(&page.article));
        stays && !(is_meant && (locales.is_empty() || locales.contains(&page.locale)))
    };
    let mut others = press.pages().map_err(Error::Publish)?;
    others.retain(is_other);
    let count = others.len();
    others.into_iter().next().map_or(Ok(()), |first| Err(Error::Narrow(count, first.path)))
}

/// Goes through rounds: what is found withholds locales, and the pages of the others are rendered again without links to them. The
/// files of the last round, and the site that they are written to, if there is one.
///
/// If a locale was withheld the last time, it is tried first whether it is again: without a site, little has to be rendered for that.
fn rounds<'a>(
    bench: &Bench<'_>,
    editions: &[Edition],
    among: &mut Vec<LocaleTag>,
    proof: &mut Proof,
    site: Option<(&'a Press, Grounds<'a>)>,
) -> Result<(Vec<Leaf>, Option<Draft<'a>>), Error> {
    let fail_on = bench.options.fail_on;
    let (mut is_trial, mut vain) = (!bench.vain.is_empty(), BTreeSet::new());
    loop {
        let is_last = !ends(&proof.findings, among, fail_on);
        let last = site.filter(|_| is_last && !is_trial);
        let draft = last.map(|(press, grounds)| press.draft(grounds)).transpose().map_err(Error::Publish)?;
        let round = bench.round(editions, among, &proof.findings, draft.as_ref());
        if std::mem::take(&mut is_trial) && is_last && !ends(&round.proof.findings, among, fail_on) {
            continue;
        }
        proof.append(round.proof);
        let withheld = withheld(&proof.findings, fail_on);
        among.iter().filter(|locale| withheld.contains(locale.as_str())).for_each(|locale| {
            warn!(target: LOG, stage = "prove", locale = locale.as_str(), "the locale is withheld");
        });
        let before = among.len();
        among.retain(|locale| !withheld.contains(locale.as_str()));
        if among.len() == before || among.is_empty() {
            draft.iter().for_each(|draft| draft.remember_vain(std::mem::take(&mut vain)));
            return Ok((round.leaves, draft));
        }
        vain.extend(round.sound);
    }
}

/// Puts what was proven in the place of the site that stands there; what was published, or `None` if nothing could be.
pub fn publish(proven: Proven, options: &Options<'_>, to: Target<'_>) -> Result<(Run, Option<Published>), Error> {
    (options.progress)(Step::Stage("publish"));
    let watch = Watch::start();
    let Proven { run, ready } = proven;
    let Some(Ready { press, sealed, leaves, assets, bounds }) = ready else {
        info!(target: LOG, stage = "publish", ms = watch.ms(), "published nothing");
        let is_as_it_was = run.publishable.then_some(Published::default());
        return Ok((run, is_as_it_was));
    };
    let (leaves, assets) = (&leaves, &assets);
    let site = Site { leaves, assets };
    let finished = sealed.finish(&press, &site).map_err(Error::Publish)?;
    let whole = bounds.and_then(|bounds| bounds.whole(to, &run, options, press.since()));
    let published = press.publish(finished, whole).map_err(Error::Publish)?;
    info!(target: LOG, stage = "publish", ms = watch.ms(), files = published.files, changed = published.changed, "published");
    Ok((run, Some(published)))
}
