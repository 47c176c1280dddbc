//! One round over the locales that are not withheld: every article in parallel, then the pages of the site over them.
//!
//! An article of which nothing has changed is taken over from the site that stands there, without being rendered and proven again.
//! In a round that is not the last, for it withholds a locale, it is enough to know that nothing was found in it.
//! Each document is written as soon as it is proven, and let go. What stays of an article is small: the names of its files, what
//! was found, and what its locales say only where they do not say the same.

use super::keys::Keys;
use super::log::{LOG, Watch};
use super::order::in_order;
use super::proof::{Proof, blocks, news, withheld};
use super::{Options, Step};
use crate::diagnostic::{Findings, Severity};
use crate::model::digest::Digest;
use crate::model::waiver::Stand;
use crate::model::{ArticleId, Document, Edition, LocaleTag};
use crate::publish::{Draft, Leaf, Listed, Of, Reach, Sheet};
use crate::render::{Entry, Part, Renderer, Site};
use crate::verify::{Said, Verified, Verifier, is_even, parity};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use tracing::debug;

/// What every round needs.
pub struct Bench<'a> {
    /// Renders.
    pub renderer: &'a Renderer,
    /// Verifies.
    pub verifier: &'a Verifier<'a>,
    /// The keys of the articles, if they are to be remembered.
    pub keys: Option<&'a Keys<'a>>,
    /// The keys under which nothing was found in an article whose documents are not there.
    pub vain: &'a BTreeSet<Digest>,
    /// The options of the run.
    pub options: &'a Options<'a>,
}

/// What came of a round.
#[derive(Default)]
pub struct Round {
    /// The files of the articles, then those around them, then the ledgers for people.
    pub leaves: Vec<Leaf>,
    /// What was found.
    pub proof: Proof,
    /// The keys of the articles in which nothing was found.
    pub sound: BTreeSet<Digest>,
}

/// What is kept of documents, in the order in which it is told.
#[derive(Default)]
pub struct Leaves {
    pages: Vec<Leaf>,
    ledgers: Vec<Leaf>,
}

impl Leaves {
    /// Adds those of an article.
    pub fn add(&mut self, draft: Option<&Draft<'_>>, outcome: &mut Outcome) {
        let of = outcome.sound.as_ref().map_or(Of::Nothing, |id| Of::Article(id, outcome.reach.as_ref()));
        let mut leaves = tell(draft, of, std::mem::take(&mut outcome.sheets));
        self.ledgers.extend(leaves.split_off(outcome.pages));
        self.pages.append(&mut leaves);
    }

    /// The files of the articles, then those around them, which come now, then the ledgers for people.
    pub fn around(mut self, draft: Option<&Draft<'_>>, sheets: Vec<Sheet>) -> Vec<Leaf> {
        self.pages.extend(tell(draft, Of::Site, sheets));
        self.pages.append(&mut self.ledgers);
        self.pages
    }
}

/// What came of an article.
#[derive(Default)]
pub struct Outcome {
    proof: Proof,
    ledgers: Proof,
    /// Its documents.
    pub sheets: Vec<Sheet>,
    /// How many of them are not ledgers.
    pages: usize,
    /// What its locales say, if they do not say the same.
    said: Vec<Said>,
    /// The article, if nothing was found in it.
    pub sound: Option<ArticleId>,
    /// Its key, if it was asked for.
    key: Option<Digest>,
    /// What it needs, if that is not what it was.
    pub reach: Option<Reach>,
}

impl Outcome {
    /// Of an article that is as it was.
    pub fn known(id: ArticleId, sheets: Vec<Sheet>) -> Self {
        let pages = sheets.iter().filter(|sheet| sheet.is_listed()).count();
        Self { sheets, pages, sound: Some(id), ..Self::default() }
    }
}

impl Bench<'_> {
    /// A round over the editions of these locales; `found` is what is known already.
    ///
    /// Locales are compared only where nothing else was found in them: a message that is broken would be said once more, as
    /// figures that its locale lacks.
    pub fn round(&self, editions: &[Edition], among: &[LocaleTag], found: &Findings, draft: Option<&Draft<'_>>) -> Round {
        let (project, fail_on) = (self.verifier.project(), self.options.fail_on);
        let editions: Vec<_> = editions.iter().filter(|edition| among.contains(&edition.locale)).collect();
        (self.options.progress)(Step::Editions(editions.len()));
        let articles: Vec<&[&Edition]> = editions.chunk_by(|a, b| a.article.id.value == b.article.id.value).collect();
        // Where a locale is about to be withheld, this round is not the last, and nothing of it is needed.
        let is_vain = AtomicBool::new(false);
        let draft = || draft.filter(|_| !is_vain.load(Ordering::Relaxed));
        let work = |article: &&[&Edition]| {
            let watch = Watch::start();
            let known = self.known(article, among, draft());
            let again = known.is_none();
            let outcome = known.unwrap_or_else(|| self.article(article, among, draft()));
            let id = article.first().map_or("", |edition| edition.article.id.as_str());
            debug!(
                target: LOG,
                stage = "prove",
                article = id,
                locales = article.len(),
                again,
                files = outcome.sheets.len(),
                ms = watch.ms()
            );
            let findings = [&outcome.proof.findings, &outcome.ledgers.findings];
            if findings.into_iter().any(|findings| ends(findings, among, fail_on)) {
                is_vain.store(true, Ordering::Relaxed);
            }
            outcome
        };
        let (mut round, mut leaves) = (Round::default(), Leaves::default());
        let (mut ledgers, mut uneven) = (Proof::default(), Vec::new());
        in_order(&articles, work, |mut outcome: Outcome| {
            leaves.add(draft(), &mut outcome);
            round.sound.extend(outcome.key);
            round.proof.append(outcome.proof);
            ledgers.append(outcome.ledgers);
            uneven.extend(outcome.said);
        });
        let broken = [found, &round.proof.findings].map(|findings| withheld(findings, fail_on));
        let is_sound = |said: &&Said| !broken.iter().any(|tags| tags.contains(said.locale().as_str()));
        round.proof.judge(Stand::Finished, parity(&uneven.iter().filter(is_sound).collect::<Vec<_>>(), project), project);
        let (site, sheets) = self.around(&editions, among, draft());
        round.leaves = leaves.around(draft(), sheets);
        round.proof.append(site);
        round.proof.findings = news(std::mem::take(&mut round.proof.findings), found, project);
        round.proof.append(ledgers);
        round
    }

    /// The pages around the articles, part by part, so that what one is made of is let go before the next.
    fn around(&self, editions: &[&Edition], among: &[LocaleTag], draft: Option<&Draft<'_>>) -> (Proof, Vec<Sheet>) {
        let site = Site::new(self.renderer, editions);
        let key = self.keys.map(|keys| keys.around(among));
        let work = |part: &Part| {
            let mut proof = Proof::of_large(site.render(part), self.verifier);
            let sheets = keep(&mut proof, draft, Listed::Yes, key);
            (proof, sheets)
        };
        let (mut proof, mut sheets) = (Proof::default(), Vec::new());
        in_order(&site.parts(), work, |(of_part, written): (Proof, Vec<Sheet>)| {
            proof.append(of_part);
            sheets.extend(written);
        });
        if !proof.is_sound() {
            sheets.iter_mut().for_each(Sheet::doubt);
        }
        (proof, sheets)
    }

    /// An article as the site has it that stands there, if it would be the same. Without a site, only that nothing is found in it.
    fn known(&self, article: &[&Edition], among: &[LocaleTag], draft: Option<&Draft<'_>>) -> Option<Outcome> {
        let id = &article.first()?.article.id.value;
        let key = self.keys.filter(|_| draft.is_some() || !self.vain.is_empty())?.of(article, among);
        let outcome = match draft {
            Some(draft) => Outcome::known(id.clone(), draft.recall(id, key)?),
            None => self.vain.contains(&key).then(Outcome::default)?,
        };
        article.iter().for_each(|_| (self.options.progress)(Step::Edition));
        Some(Outcome { key: Some(key), ..outcome })
    }

    /// An article in every format and locale, and its ledger for people.
    pub fn article(&self, article: &[&Edition], among: &[LocaleTag], draft: Option<&Draft<'_>>) -> Outcome {
        let (mut proof, mut entries) = (Proof::default(), Vec::new());
        for edition in article {
            let made = self.renderer.edition(edition, among);
            entries.extend(made.entry);
            proof.append(Proof::of((made.documents, made.findings), self.verifier));
            (self.options.progress)(Step::Edition);
        }
        let page = |edition: &&Edition| {
            let mut pages = proof.documents.iter().map(Verified::document);
            pages.find(|page| page.format == "html" && page.locale == edition.locale)
        };
        let pages: Vec<(&Edition, &Document)> =
            article.iter().filter_map(|edition| Some((*edition, page(edition)?))).collect();
        let mut ledgers = Proof::of(self.renderer.ledger(&pages), self.verifier);
        let said: Vec<_> = proof.documents.iter().map(Said::of).collect();
        let is_sound = proof.is_sound() && ledgers.is_sound() && is_even(&said);
        let key = self.keys.filter(|_| is_sound).map(|keys| keys.of(article, among));
        let mut sheets = keep(&mut proof, draft, Listed::Yes, key);
        let pages = sheets.len();
        sheets.extend(keep(&mut ledgers, draft, Listed::No, key));
        let said = if is_even(&said) { Vec::new() } else { said };
        let sound = article.first().map(|edition| edition.article.id.value.clone()).filter(|_| key.is_some());
        let reach = self.keys.filter(|_| sound.is_some()).zip(article.first());
        let reach = reach.map(|(keys, first)| keys.reach(&first.article, Entry::digest(&entries)));
        Outcome { proof, ledgers, sheets, pages, said, sound, key, reach }
    }
}

/// Whether findings end a round of these locales: by another without some of them, or by nothing being published.
pub fn ends(findings: &Findings, among: &[LocaleTag], fail_on: Severity) -> bool {
    let withheld = withheld(findings, fail_on);
    blocks(findings, fail_on) || among.iter().any(|locale| withheld.contains(locale.as_str()))
}

/// Writes the documents of a proof and lets them go; with the key of their inputs, if they are to be remembered.
fn keep(proof: &mut Proof, draft: Option<&Draft<'_>>, listed: Listed, key: Option<Digest>) -> Vec<Sheet> {
    let sheet = |document: Verified| match draft {
        Some(draft) => draft.write(&document, listed, key),
        None => Sheet::unwritten(&document),
    };
    std::mem::take(&mut proof.documents).into_iter().map(sheet).collect()
}

/// Tells of documents in their order; what is kept of them.
fn tell(draft: Option<&Draft<'_>>, of: Of<'_>, sheets: Vec<Sheet>) -> Vec<Leaf> {
    match draft {
        Some(draft) => draft.add(of, sheets),
        None => sheets.into_iter().map(|sheet| sheet.leaf).collect(),
    }
}
