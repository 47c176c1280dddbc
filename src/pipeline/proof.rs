//! What was proven of one task, and what was found on the way.

use super::Options;
use crate::diagnostic::{Code, Finding, Findings, Severity};
use crate::model::waiver::{Stand, Waived};
use crate::model::{Document, Project};
use crate::verify::{Verified, Verifier};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Documents that were proven, and what was found on the way.
#[derive(Default)]
pub struct Proof {
    /// The documents, in order.
    pub documents: Vec<Verified>,
    /// What no waiver allows.
    pub findings: Findings,
    /// What a waiver allows.
    pub waived: Waived,
    /// Whether a message was missing, and be it that this is allowed: it may come to stand in any file.
    has_gaps: bool,
}

impl Proof {
    /// Verifies what was rendered. The project's policy covers what the renderer found, never what the proof did.
    pub fn of((documents, found): (Vec<Document>, Findings), verifier: &Verifier<'_>) -> Self {
        let verified = documents.into_iter().map(|document| verifier.verify(document));
        Self::collect(verified, found, verifier)
    }

    /// The same of documents that are few and large, in parallel.
    pub fn of_large((documents, found): (Vec<Document>, Findings), verifier: &Verifier<'_>) -> Self {
        let verified: Vec<_> = documents.into_par_iter().map(|document| verifier.verify(document)).collect();
        Self::collect(verified.into_iter(), found, verifier)
    }

    fn collect(
        verified: impl Iterator<Item = Result<Verified, Findings>>,
        found: Findings,
        verifier: &Verifier<'_>,
    ) -> Self {
        let project = verifier.project();
        let has_gaps = found.iter().any(|finding| finding.code == Code::MessageMissing);
        let mut proof = Self { has_gaps, ..Self::default() };
        proof.judge(Stand::Project, found, project);
        for verified in verified {
            match verified {
                Ok(verified) => {
                    proof.waived.append(verified.waived().clone());
                    proof.documents.push(verified);
                }
                Err(findings) => proof.findings.append(proof.waived.take(Stand::Finished, findings, project)),
            }
        }
        proof
    }

    /// Adds findings, but for what the project's waivers and policy allow.
    pub fn judge(&mut self, stand: Stand, findings: Findings, project: &Project) {
        let mut findings = self.waived.take(stand, findings, project);
        project.settings.judge(&mut findings);
        self.findings.append(findings);
    }

    /// Accounts for the waivers: those that allowed something, and in a run that leaves nothing out those that allowed nothing.
    pub fn account(&mut self, project: &Project, options: &Options<'_>, holds: bool) {
        let whole = options.locales.is_empty() && options.only.is_none() && !holds;
        let mut findings = std::mem::take(&mut self.waived).findings(project, whole, &self.findings);
        project.settings.judge(&mut findings);
        self.findings.append(findings);
    }

    /// Adds another proof.
    pub fn append(&mut self, other: Self) {
        self.documents.extend(other.documents);
        self.findings.append(other.findings);
        self.waived.append(other.waived);
        self.has_gaps |= other.has_gaps;
    }

    /// Whether nothing was found, so that from the same inputs nothing will be.
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty() && self.waived.is_empty() && !self.has_gaps
    }
}

/// The locales that findings withhold.
pub fn withheld(findings: &Findings, fail_on: Severity) -> BTreeSet<String> {
    findings.iter().filter(|finding| finding.severity >= fail_on).filter_map(|finding| finding.locale.clone()).collect()
}

/// Whether findings withhold the whole site.
pub fn blocks(findings: &Findings, fail_on: Severity) -> bool {
    findings.iter().any(|finding| finding.locale.is_none() && finding.severity >= fail_on)
}

/// What a round found, but for false hedges that were found in their message already.
pub fn news(mut findings: Findings, known: &Findings, project: &Project) -> Findings {
    let hedges: Vec<_> =
        known.iter().filter(|finding| finding.code == Code::HedgeFalse && finding.locale.is_some()).collect();
    let is_known = |finding: &Finding| {
        let messages = finding.related.iter().map(|(place, _)| place.text());
        let at = |known: &&Finding| messages.clone().any(|message| project.is_at(message, &known.place));
        finding.code == Code::HedgeFalse && hedges.iter().any(|known| known.locale == finding.locale && at(known))
    };
    findings.retain(|finding| !is_known(finding));
    findings
}
