//! Reads the finished bytes again and proves every figure in them.
//!
//! In: a [`Document`]. Out: a [`Verified`], which nothing else can make, so that nothing unproven can be published. What can go
//! wrong is a finding in the finished file, with the stat and the message that it comes from:
//!
//! | code | what was found |
//! |---|---|
//! | `figure-unsourced` | a figure, or digits that nobody recognises, that no entry of the ledger covers; text that a style makes |
//! | `figure-mismatch` | an element that reads as something else than its entry, twice, out of order, in another text, without its source; a fact for machines that the data files do not say |
//! | `figure-lost` | an entry of the ledger that no reader gets, or that is hidden from some |
//! | `hedge-false` | a hedge that the narrative puts before a figure and that is not true of its stat |
//! | `readers-differ` | a PDF that draws something else than it says, or hides it, or holds what nobody can foresee |
//! | `character-reserved` | a token, or an invisible character, that leaked into the file |
//! | `locales-disagree` | an article that says a figure in one locale and not in another ([`parity`]) |
//!
//! Members: `html` and `pdf` (by `print`) read the pieces of text that a reader gets of a file (`reading`); `said` is what each of them says; `figures` holds them against the ledger, with
//! `elements` for what a figure's element is, `agree` for what it says, `place` for where it stands, `plain` for texts without
//! elements; `structured` holds what machines are told against the data files; `invisible` looks for what nobody sees;
//! `locate` finds the bytes of what was read; `parity` compares locales. `markdown` reads plain text, with `lines`; `xml` reads feeds
//! and site maps, and `told` holds what they tell of pages against the project. `testimony` keeps from one run to the next that a
//! document was proven.
//!
//! `tests/sabotage` garbles finished pages in every way that anybody thought of and requires each to be found.

mod agree;
mod elements;
mod figures;
mod html;
mod invisible;
mod lines;
mod locate;
mod markdown;
mod parity;
mod pdf;
mod place;
mod plain;
mod print;
mod programmes;
mod reading;
mod said;
mod scripts;
mod structured;
mod testimony;
pub mod texts;
mod told;
mod xml;

pub use figures::{Proof, Slot, VerifiedFigure};
pub use parity::{Said, is_even, parity};
pub use testimony::{Recalled, Testimony};

use crate::diagnostic::{Code, Finding, Findings, Place, SourceText};
use crate::figure::Language;
use crate::format::Format;
use crate::format::pdf::fonts;
use crate::model::body::Origin;
use crate::model::ledger::LedgerFigure;
use crate::model::waiver::{Stand, Waived};
use crate::model::{Document, Figure, Project};
use locate::Locator;
use said::Ear;
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

/// Verifies the documents of a project, which is asked for what its data files and style sheets say, and for the places of stats
/// and messages, to show beside a finding.
#[derive(Debug)]
pub struct Verifier<'a> {
    project: &'a Project,
    means: reading::Means<'a>,
    ear: Ear,
}

impl<'a> Verifier<'a> {
    /// A verifier of the documents of a project.
    pub fn new(project: &'a Project) -> Self {
        let is_printed = project.settings.formats.contains(&Format::Pdf.name());
        let faces = if is_printed { fonts::faces(&project.settings.print) } else { Vec::new() };
        let faces = faces.into_iter().map(pdf::Model::new).collect();
        Self { project, means: reading::Means { sheets: html::Sheets::of(project), faces }, ear: Ear::new(read) }
    }

    /// Verifies a document.
    ///
    /// # Errors
    /// The findings, if anything at all is wrong. No policy of a project can allow an unproven figure; only a waiver can, which
    /// names the very text that it expects.
    pub fn verify(&self, document: Document) -> Result<Verified, Findings> {
        let (figures, waived) = self.prove(&document)?;
        Ok(Verified { document, figures, waived })
    }

    /// The figures of a document as they were read, and what was found and is allowed.
    fn prove(&self, document: &Document) -> Result<(Vec<VerifiedFigure>, Waived), Findings> {
        let reader =
            reading::READERS.iter().find(|(format, _)| *format == document.format).expect("every format has a reader");
        // Only the slower way says where bytes are no text.
        let text = simdutf8::basic::from_utf8(&document.bytes).or_else(|_| std::str::from_utf8(&document.bytes));
        let reading = match reader.1(document, text, &self.means) {
            Ok(reading) => reading,
            Err(finding) => return Err([finding.in_locale(document.locale.as_str())].into_iter().collect()),
        };
        let text = text.ok().filter(|_| !reading.binary).unwrap_or_default();
        let pieces = &reading.pieces;
        let seen = invisible::Seen::of(text);
        let (figures, mut faults) = figures::check(document, &reading, &self.ear, &seen);
        faults.extend(structured::check(document, &reading, self.project));
        faults.extend(programmes::check(&reading, self.project));
        if faults.is_empty()
            && seen.unseen.is_empty()
            && reading.differing.is_empty()
            && !pieces.iter().any(|piece| !seen.clears(&piece.text) && invisible::find(&piece.text).next().is_some())
        {
            return Ok((figures, Waived::default()));
        }
        let source = SourceText::new(&document.path, text);
        let texts = pieces.iter().map(|piece| (piece.text.as_ref(), piece.attribute));
        let locator = Locator::new(text, texts);
        let report = Report { document, source: &source, pieces, locator, project: self.project };
        let faults = faults.into_iter().map(|fault| report.fault(fault));
        let differing = reading.differing.iter().map(|what| report.differing(what));
        let findings: Findings = differing.chain(faults).chain(report.unseen(seen.unseen)).collect();
        match self.project.waive(Stand::Finished, findings.clone()) {
            (waived, left) if left.is_empty() => Ok((figures, waived)),
            _ => Err(findings),
        }
    }

    /// The project.
    pub fn project(&self) -> &'a Project {
        self.project
    }
}

/// Verifies one document of a project.
///
/// # Errors
/// See [`Verifier::verify`].
pub fn verify(document: Document, project: &Project) -> Result<Verified, Findings> {
    Verifier::new(project).verify(document)
}

/// Reads the figures of a text; none in a language that is not known, so that each of its digits is unsourced.
fn read(tag: &str, text: &str) -> Vec<Figure> {
    Language::of(tag).map_or(Vec::new(), |language| language.read(text))
}

/// Turns what is wrong into findings with places.
struct Report<'a> {
    document: &'a Document,
    source: &'a Arc<SourceText>,
    pieces: &'a [reading::Piece<'a>],
    locator: Locator<'a>,
    project: &'a Project,
}

impl Report<'_> {
    fn fault(&self, fault: figures::Fault) -> Finding {
        let entry = fault.slot.map(|slot| figures::figure(self.document, slot));
        let html = self.source.text();
        let named = fault.at.as_ref().and_then(|(piece, _)| self.pieces[*piece].place.as_ref());
        let found = fault.at.and_then(|(piece, span)| self.locator.locate(piece, &span));
        let found =
            found.or_else(|| locate::element(html, entry.map(|entry| entry.element.as_str()).filter(|id| !id.is_empty())?));
        let place = found.map_or_else(|| Place::of_path(&self.document.path), |span| self.source.at(span));
        let message = match named {
            Some(named) => format!("{named}: {}", fault.message),
            None => fault.message,
        };
        let finding = Finding::new(fault.code, place, message).help(fault.help);
        let related = entry.map_or(Vec::new(), |entry| self.related(entry));
        let finding = related.into_iter().fold(finding, |finding, (place, label)| finding.related(&place, label));
        finding.in_locale(self.document.locale.as_str())
    }

    /// What eye and ear, or two programs, would get otherwise.
    fn differing(&self, what: &str) -> Finding {
        let finding = Finding::new(Code::ReadersDiffer, Place::of_path(&self.document.path), what.to_owned());
        finding.help("print the text as it is, where everybody sees it").in_locale(self.document.locale.as_str())
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
        let read = self.pieces.iter().flat_map(|piece| invisible::find(&piece.text)).next();
        match (unseen.is_empty(), read) {
            (true, Some((_, name))) => vec![say(0..0, name)],
            _ => unseen.into_iter().map(|(span, name)| say(span, name)).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
