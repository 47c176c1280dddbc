//! One round over the locales that are not withheld: every article in parallel, then the pages of the site over them.
//!
//! Each document is written as soon as it is proven, and let go. What stays of an article is small: the names of its files, what
//! was found, and what its locales say only where they do not say the same.

use super::order::in_order;
use super::proof::{Proof, blocks, news, withheld};
use super::{Options, Step};
use crate::diagnostic::{Findings, Severity};
use crate::model::waiver::Stand;
use crate::model::{Document, Edition, LocaleTag};
use crate::publish::{Draft, Entry, Leaf};
use crate::render::Renderer;
use crate::verify::{Said, Verified, Verifier, is_even, parity};
use std::sync::atomic::{AtomicBool, Ordering};

/// What every round needs.
pub struct Bench<'a> {
    /// Renders.
    pub renderer: &'a Renderer,
    /// Verifies.
    pub verifier: &'a Verifier<'a>,
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
}

/// What came of an article.
struct Outcome {
    proof: Proof,
    ledgers: Proof,
    leaves: [Vec<Leaf>; 2],
    entries: Vec<Entry>,
    /// What its locales say, if they do not say the same.
    said: Vec<Said>,
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
            let outcome = self.article(article, among, draft());
            let findings = [&outcome.proof.findings, &outcome.ledgers.findings];
            if findings.into_iter().any(|findings| ends(findings, among, fail_on)) {
                is_vain.store(true, Ordering::Relaxed);
            }
            outcome
        };
        let (mut round, mut ledgers, mut ledger_leaves, mut uneven) =
            (Round::default(), Proof::default(), Vec::new(), Vec::new());
        in_order(&articles, work, |outcome: Outcome| {
            let [leaves, of_ledgers] = outcome.leaves;
            round.leaves.extend(leaves);
            ledger_leaves.extend(of_ledgers);
            round.proof.append(outcome.proof);
            ledgers.append(outcome.ledgers);
            uneven.extend(outcome.said);
            add(draft(), outcome.entries);
        });
        let broken = [found, &round.proof.findings].map(|findings| withheld(findings, fail_on));
        let is_sound = |said: &&Said| !broken.iter().any(|tags| tags.contains(said.locale().as_str()));
        round.proof.judge(Stand::Finished, parity(&uneven.iter().filter(is_sound).collect::<Vec<_>>(), project), project);
        let mut site = Proof::of(self.renderer.site(&editions), self.verifier);
        let (leaves, entries) = keep(&mut site, draft(), Listed::Yes);
        round.leaves.extend(leaves);
        add(draft(), entries);
        round.leaves.append(&mut ledger_leaves);
        round.proof.append(site);
        round.proof.findings = news(std::mem::take(&mut round.proof.findings), found, project);
        round.proof.append(ledgers);
        round
    }

    /// An article in every format and locale, and its ledger for people.
    fn article(&self, article: &[&Edition], among: &[LocaleTag], draft: Option<&Draft<'_>>) -> Outcome {
        let mut proof = Proof::default();
        for edition in article {
            proof.append(Proof::of(self.renderer.article(edition, among), self.verifier));
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
        let (leaves, entries) = keep(&mut proof, draft, Listed::Yes);
        let (of_ledgers, _) = keep(&mut ledgers, draft, Listed::No);
        let said = if is_even(&said) { Vec::new() } else { said };
        Outcome { proof, ledgers, leaves: [leaves, of_ledgers], entries, said }
    }
}

/// Whether findings end a round of these locales: by another without some of them, or by nothing being published.
pub fn ends(findings: &Findings, among: &[LocaleTag], fail_on: Severity) -> bool {
    let withheld = withheld(findings, fail_on);
    blocks(findings, fail_on) || among.iter().any(|locale| withheld.contains(locale.as_str()))
}

/// Adds entries to the ledger.
fn add(draft: Option<&Draft<'_>>, entries: Vec<Entry>) {
    if let Some(draft) = draft {
        entries.into_iter().for_each(|entry| draft.add(entry));
    }
}

/// Whether documents are in the ledger for programs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listed {
    Yes,
    No,
}

/// Writes the documents of a proof and lets them go.
fn keep(proof: &mut Proof, draft: Option<&Draft<'_>>, listed: Listed) -> (Vec<Leaf>, Vec<Entry>) {
    let (mut leaves, mut entries) = (Vec::new(), Vec::new());
    for document in std::mem::take(&mut proof.documents) {
        leaves.push(Leaf::of(&document));
        let Some(draft) = draft else { continue };
        draft.write(&document);
        if listed == Listed::Yes {
            entries.push(draft.entry(&document));
        }
    }
    (leaves, entries)
}
