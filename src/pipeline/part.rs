//! A run over a project in which nothing has changed since the last one but texts of some articles.
//!
//! In: the digests of the project's files, and what is remembered of a run in which nothing was found. Out: what a whole run would
//! come to. The articles whose texts changed are loaded with the files that they need, as if there were no others, and go
//! through all stages; everything else is taken over.
//!
//! What can go wrong is anything that concerns more than these articles: a finding, a title that other pages show, a stat that
//! nothing named before, a message that others may ask for, a page that somebody touched. Then nothing is done here, and the whole
//! run that follows says what it is.

use super::keys::{Keys, ids_in, is_borrowed};
use super::log::{LOG, Watch};
use super::order::in_order;
use super::prepare::{Articles, Prepared, prepare};
use super::prove::{Proven, Ready};
use super::repeat::{Bounds, Inputs};
use super::round::{Bench, Leaves, Outcome};
use super::{Error, Options, Run, Step};
use crate::load::Selection;
use crate::model::digest::Digest;
use crate::model::project::Settings;
use crate::model::{ArticleId, Edition};
use crate::publish::{Grounds, Named, Press, Reach, Whole};
use crate::render::Renderer;
use crate::verify::Verifier;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use tracing::info;

/// Proves the site with the changed texts; nothing if it takes a whole run.
pub fn prove(
    root: &Path,
    (press, settings, whole): (Press, &Settings, Whole),
    inputs: &Inputs,
    options: &Options<'_>,
) -> Result<Option<Proven>, Error> {
    let Some(changed) = whole.files.as_ref().and_then(|files| changed(files, inputs, &press)) else { return Ok(None) };
    let Ok(prepared) = prepare(root, options, Articles::Part(selection(&changed, inputs, &press)))? else { return Ok(None) };
    let stats = prepared.stats();
    let Prepared { project, editions, locales, mut findings, held } = prepared;
    (options.progress)(Step::Stage("prove"));
    let watch = Watch::start();
    let (renderer, found) = Renderer::new(&project);
    findings.append(found);
    project.settings.judge(&mut findings);
    let keys = Keys::new(&project, &editions);
    if !findings.is_empty() || !keys.is_loose() || !held.is_empty() || !project.waivers.is_empty() {
        return Ok(None);
    }
    let verifier = Verifier::new(&project);
    let bench = Bench { renderer: &renderer, verifier: &verifier, keys: Some(&keys), vain: press.vain(), options };
    let draft = press.draft(Grounds { project: &project, stats: &stats }).map_err(Error::Publish)?;
    let Some(around) = draft.recall_around() else { return Ok(None) };
    let mut of_article: BTreeMap<&ArticleId, Vec<&Edition>> = BTreeMap::new();
    for edition in &editions {
        of_article.entry(&edition.article.id.value).or_default().push(edition);
    }
    (options.progress)(Step::Editions(editions.len()));
    let is_vain = AtomicBool::new(false);
    let work = |(id, reach, named): &(&ArticleId, &Reach, &Named)| {
        let outcome = match of_article.get(id) {
            _ if is_vain.load(Ordering::Relaxed) => None,
            Some(editions) => {
                Some(bench.article(editions, &locales, Some(&draft))).filter(|new| is_as_told(new, reach, named))
            }
            None if changed.contains(*id) => None,
            None => draft.recall_unchanged(id).map(|sheets| Outcome::known((*id).clone(), sheets)),
        };
        is_vain.fetch_or(outcome.is_none(), Ordering::Relaxed);
        outcome
    };
    let mut leaves = Leaves::default();
    let articles: Vec<_> = press.articles().collect();
    in_order(&articles, work, |outcome| outcome.into_iter().for_each(|mut outcome| leaves.add(Some(&draft), &mut outcome)));
    let borrows = is_borrowed(&renderer, &project);
    if is_vain.into_inner() || borrows {
        return Ok(None);
    }
    let leaves = leaves.around(Some(&draft), around);
    let mut run = Run { publishable: true, editions: whole.editions, settings: Some(settings.clone()), ..Run::default() };
    run.proven = leaves.iter().map(|leaf| leaf.head.path.clone()).collect();
    let (articles, documents) = (changed.len(), run.proven.len());
    info!(target: LOG, stage = "prove", ms = watch.ms(), articles, documents, "proven in part");
    let (sealed, assets) = (draft.seal().map_err(Error::Publish)?, renderer.assets());
    let ready = Ready { press, sealed, leaves, assets, bounds: Some(Bounds::again(&whole)) };
    Ok(Some(Proven { run, ready: Some(ready) }))
}

/// The articles whose texts may have changed, if nothing else has; nothing, too, where a whole run has little more to do.
///
/// Articles may find messages as their own in one another's files if the id of one begins the other's. So with each come those that
/// have the same shortest beginning among the ids: none of them needs the texts of any other article.
fn changed(files: &BTreeMap<String, Digest>, inputs: &Inputs, press: &Press) -> Option<BTreeSet<ArticleId>> {
    let known: BTreeSet<&str> = press.articles().map(|(id, ..)| id.as_str()).collect();
    let is_article = |path: &&String| path.starts_with("data/articles/") && !path.ends_with('/');
    if !files.keys().eq(inputs.files().keys()) || inputs.files().keys().filter(is_article).count() != known.len() {
        return None;
    }
    let mut changed = BTreeSet::new();
    for (path, _) in inputs.files().iter().filter(|(path, digest)| files.get(*path) != Some(*digest)) {
        let stem = text(path).filter(|stem| known.contains(stem))?;
        let first = ids_in(stem).find(|id| known.contains(id)).unwrap_or(stem);
        if changed.insert(ArticleId::new(first)) {
            let prefix = format!("{first}-");
            let others = known.range(prefix.as_str()..).take_while(|id| id.starts_with(&prefix));
            changed.extend(others.map(|id| ArticleId::new(*id)));
        }
    }
    (!changed.is_empty() && changed.len() * 2 <= known.len()).then_some(changed)
}

/// The name of a file of messages, without its ending.
fn text(path: &str) -> Option<&str> {
    let (tag, name) = path.strip_prefix("locales/")?.split_once('/')?;
    name.strip_suffix(".ftl").filter(|stem| !tag.is_empty() && !stem.contains('/'))
}

/// The files that the articles need: their own, their data, and the words that belong to no article.
fn selection(changed: &BTreeSet<ArticleId>, inputs: &Inputs, press: &Press) -> Selection {
    let names: BTreeSet<String> = changed.iter().map(|id| id.as_str().to_owned()).collect();
    let is_shared = |stem: &&str| {
        let has = |ending| inputs.files().contains_key(&format!("data/articles/{stem}.{ending}"));
        !has("yaml") && !has("yml")
    };
    let shared = inputs.files().keys().filter_map(|path| text(path)).filter(is_shared).map(str::to_owned);
    let mut part =
        Selection { messages: names.iter().cloned().chain(shared).collect(), articles: names, ..Default::default() };
    for (_, reach, _) in press.articles().filter(|(id, ..)| changed.contains(*id)) {
        part.topics.extend(reach.topics.iter().cloned());
        part.sources.extend(reach.sources.iter().cloned());
    }
    part
}

/// Whether nothing was found in an article, and what other files say of it is what it was.
fn is_as_told(new: &Outcome, reach: &Reach, named: &Named) -> bool {
    let mut now = Named::default();
    new.sheets.iter().filter_map(|sheet| sheet.named()).for_each(|named| now.append(named.clone()));
    new.sound.is_some() && new.reach.as_ref() == Some(reach) && now == *named
}
