//! Reads the finished bytes again and proves every figure in them.
//!
//! In: a [`Document`]. Out: a [`Verified`], which nothing else can make, so that nothing unproven can be published. What can go
//! wrong is a finding in the finished file, with the stat and the message that it comes from:
//!
//! | code | what was found |
//! |---|---|
//! | `figure-unsourced` | a figure, or digits that nobody recognises, that no entry of the ledger covers |
//! | `figure-mismatch` | an element that reads as something else than its entry, twice, or out of order |
//! | `figure-lost` | an entry of the ledger that no reader gets |
//! | `hedge-false` | a hedge that the narrative puts before a figure and that is not true of its stat |
//! | `character-reserved` | a token, or an invisible character, that leaked into the file |
//! | `locales-disagree` | an article that says a figure in one locale and not in another ([`parity`]) |
//!
//! Members: `page` and `attributes` read HTML as a reader gets it; `figures`, `plain` and `agree` hold it against the ledger;
//! `invisible` looks for what nobody sees; `locate` finds the bytes of what was read; `parity` compares locales.

mod agree;
mod attributes;
mod figures;
mod invisible;
mod locate;
mod page;
mod parity;
mod plain;

pub use figures::{Proof, Slot, VerifiedFigure};
pub use parity::parity;

use crate::diagnostic::{Code, Finding, Findings, Place, SourceText};
use crate::figure::Language;
use crate::model::body::Origin;
use crate::model::ledger::LedgerFigure;
use crate::model::waiver::{Stand, Waived};
use crate::model::{Document, Figure, Project};
use std::sync::Arc;

/// A document of which every figure was read back from its bytes and agrees with the ledger.
#[derive(Debug)]
pub struct Verified {
    document: Document,
    figures: Vec<VerifiedFigure>,
    waived: Waived,
}

impl Verified {
    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Its figures as they were read, in the order of its ledger.
    pub fn figures(&self) -> &[VerifiedFigure] {
        &self.figures
    }

    /// What was found in it and allowed by its value.
    pub fn waived(&self) -> &Waived {
        &self.waived
    }

    /// The ledger's entry of one of its figures.
    pub fn entry(&self, figure: &VerifiedFigure) -> &LedgerFigure {
        figures::figure(&self.document, figure.slot)
    }
}

/// Verifies a document; the project is asked only for the places of stats and messages, to show beside a finding.
///
/// # Errors
/// The findings, if anything at all is wrong. No policy of a project can allow an unproven figure; only a waiver can, which
/// names the very text that it expects.
pub fn verify(document: Document, project: &Project) -> Result<Verified, Findings> {
    let html = match std::str::from_utf8(&document.bytes) {
        Ok(html) => html,
        Err(error) => {
            let text = String::from_utf8_lossy(&document.bytes[..error.valid_up_to()]).into_owned();
            let place = SourceText::new(&document.path, text.clone()).at(text.len()..text.len());
            let finding = Finding::new(Code::NotUtf8, place, "the finished file is not UTF-8");
            return Err([finding.in_locale(document.locale.as_str())].into_iter().collect());
        }
    };
    let blocks = page::read(html);
    let (figures, faults) = figures::check(&document, &blocks, read);
    let unseen: Vec<_> = invisible::find(html).collect();
    if faults.is_empty() && unseen.is_empty() && !blocks.iter().any(|block| invisible::find(&block.text).next().is_some()) {
        return Ok(Verified { document, figures, waived: Waived::default() });
    }
    let source = SourceText::new(&document.path, html);
    let report = Report { document: &document, source: &source, blocks: &blocks, project };
    let faults = faults.into_iter().map(|fault| report.fault(fault));
    let findings: Findings = faults.chain(report.unseen(unseen)).collect();
    match project.waive(Stand::Finished, findings.clone()) {
        (waived, left) if left.is_empty() => Ok(Verified { document, figures, waived }),
        _ => Err(findings),
    }
}

/// Reads the figures of a text; none in a language that is not known, so that each of its digits is unsourced.
fn read(tag: &str, text: &str) -> Vec<Figure> {
    Language::of(tag).map_or(Vec::new(), |language| language.read(text))
}

/// Turns what is wrong into findings with places.
struct Report<'a> {
    document: &'a Document,
    source: &'a Arc<SourceText>,
    blocks: &'a [page::Block],
    project: &'a Project,
}

impl Report<'_> {
    fn fault(&self, fault: figures::Fault) -> Finding {
        let entry = fault.slot.map(|slot| figures::figure(self.document, slot));
        let html = self.source.text();
        let found = fault.at.and_then(|(block, span)| locate::locate(html, self.blocks, block, &span));
        let found =
            found.or_else(|| locate::element(html, entry.map(|entry| entry.element.as_str()).filter(|id| !id.is_empty())?));
        let finding = Finding::new(fault.code, self.source.at(found.unwrap_or(0..0)), fault.message).help(fault.help);
        let related = entry.map_or(Vec::new(), |entry| self.related(entry));
        let finding = related.into_iter().fold(finding, |finding, (place, label)| finding.related(&place, label));
        finding.in_locale(self.document.locale.as_str())
    }

    /// Where the message and the stat of a figure stand.
    fn related(&self, entry: &LedgerFigure) -> Vec<(Place, &'static str)> {
        let message = parity::message_place(self.project, &self.document.locale, &entry.message);
        let stat = match &entry.origin {
            Origin::Stat(id) => self.project.stats.get(id).map(|topic| topic.stat.id.place.clone()),
            Origin::Literal(_) => None,
        };
        message.map(|place| (place, "the message")).into_iter().chain(stat.map(|place| (place, "the stat"))).collect()
    }

    /// Invisible characters of the source; or, where they are written as references, that there are any.
    fn unseen(&self, unseen: Vec<(std::ops::Range<usize>, &'static str)>) -> Vec<Finding> {
        let say = |span, name: &str| {
            let finding =
                Finding::new(Code::CharacterReserved, self.source.at(span), format!("{name} stands in the finished file"));
            finding.in_locale(self.document.locale.as_str())
        };
        let read = self.blocks.iter().flat_map(|block| invisible::find(&block.text)).next();
        match (unseen.is_empty(), read) {
            (true, Some((_, name))) => vec![say(0..0, name)],
            _ => unseen.into_iter().map(|(span, name)| say(span, name)).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
