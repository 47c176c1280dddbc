//! Holds the figures that a reader gets against the figures that the document is meant to say.
//!
//! In: the pieces of a file and its ledger. Out: each figure of the ledger as it was read, and a [`Fault`] for every figure
//! that says something else, is missing, hidden, out of order or from nowhere. What the renderer meant plays no part but for
//! the ledger that it declared.

use super::agree::{Disagreement, makes_another, mismatch, name, said, stuck};
use super::reading::{Piece, Reading};
use super::said::{Ear, Said, may_be_of_document};
use super::{elements, invisible, place, plain};
use crate::diagnostic::Code;
use crate::model::ledger::LedgerFigure;
use crate::model::{Amount, Document, Figure, Quantity};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// One figure of a document that was read back and says what it is meant to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedFigure {
    /// Which figure of the document it is.
    pub slot: Slot,
    /// How it is printed.
    pub text: String,
    /// What was found to agree.
    pub proof: Proof,
    /// The page that it begins on, from 1, in a document that has pages.
    pub page: Option<usize>,
}

/// Which figure of a document: one with an element of its own, or one of a plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Its position in [`Document::figures`].
    Element(usize),
    /// The position of the text in [`Document::plain`], and its own in that text.
    Plain(usize, usize),
}

/// How a figure was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// Recognised in the finished text as the same quantity.
    Quantity,
    /// A declared literal that stands in the finished text letter by letter.
    Literal,
}

impl Proof {
    /// The name used in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            Proof::Quantity => "read-back",
            Proof::Literal => "literal",
        }
    }
}

/// Something wrong with a figure: where in which piece, and which figure of the ledger it concerns.
#[derive(Debug)]
pub(super) struct Fault {
    pub code: Code,
    /// The piece and the bytes in it; `None` for a figure that is nowhere.
    pub at: Option<(usize, Range<usize>)>,
    pub slot: Option<Slot>,
    pub message: String,
    pub help: &'static str,
}

/// A stretch of a piece that claims to be a figure of the ledger.
pub(super) struct Claimed {
    pub span: Range<usize>,
    pub slot: Slot,
}

/// Checks every piece of a file, which is heard by `ear` and was looked through for what nobody sees, against the ledger of its
/// document.
pub(super) fn check<'a>(
    document: &'a Document,
    reading: &'a Reading<'a>,
    ear: &'a Ear,
    seen_through: &'a invisible::Seen<'a>,
) -> (Vec<VerifiedFigure>, Vec<Fault>) {
    let mut check = Check {
        document,
        ear,
        seen_through,
        reading,
        positions: OnceCell::new(),
        texts: plain::Texts::new(&document.plain),
        seen: vec![None; document.figures.len()],
        seen_plain: BTreeMap::new(),
        last: 0,
        faults: Vec::new(),
    };
    for (index, piece) in reading.pieces.iter().enumerate() {
        check.piece(index, piece);
    }
    check.lost();
    for _ in 0..reading.strays {
        let message = "a mark † stands in no figure".to_owned();
        check.fault(Code::FigureMismatch, None, None, message, "let the mark be a part of the figure that it marks");
    }
    for what in &reading.generated {
        let message = format!("{what}, which nobody can prove");
        check.fault(Code::FigureUnsourced, None, None, message, "let the text say what is to be read");
    }
    let seen = check.seen.into_iter().flatten().chain(check.seen_plain.into_values());
    (seen.flatten().collect(), check.faults)
}

struct Check<'a> {
    document: &'a Document,
    ear: &'a Ear,
    seen_through: &'a invisible::Seen<'a>,
    reading: &'a Reading<'a>,
    /// The positions of the figures with elements, by their ids: for those that do not stand in order.
    positions: OnceCell<BTreeMap<&'a str, usize>>,
    texts: plain::Texts<'a>,
    /// The figures with elements, by position: those that were met, and `None` within where they were wrong.
    seen: Vec<Option<Option<VerifiedFigure>>>,
    /// The same for those of plain texts.
    seen_plain: BTreeMap<Slot, Option<VerifiedFigure>>,
    /// The position that the next figure element must have at least.
    last: usize,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn piece(&mut self, index: usize, piece: &'a Piece<'a>) {
        if piece.blank {
            let message = "a place for a fact stands empty".to_owned();
            return self.fault(Code::FigureLost, None, None, message, "the page must print what its source says");
        }
        let before = self.faults.len();
        let tag = piece.lang.as_deref().unwrap_or(self.document.locale.as_str());
        let mut claimed = self.marks(index, piece);
        let said = (!self.is_literal(piece, &claimed)).then(|| self.ear.hear(self.document.locale.as_str(), tag, piece));
        let figures = said.as_ref().map_or(&[][..], |said| &said.own);
        self.texts.claim(&piece.text, figures, &mut claimed);
        claimed.sort_by_key(|claimed| claimed.span.start);
        for one in &claimed {
            let verified = match self.agree(piece, one, figures, &claimed) {
                Ok(proof) => {
                    let mark = piece.marks.iter().find(|mark| mark.span == one.span);
                    let page = mark.and_then(|mark| mark.page).or(piece.page);
                    let text = piece.text[one.span.clone()].to_owned();
                    Some(VerifiedFigure { slot: one.slot, text, proof, page })
                }
                Err((code, message, help)) => {
                    self.fault(code, Some((index, one.span.clone())), Some(one.slot), message, help);
                    None
                }
            };
            match one.slot {
                Slot::Element(position) => self.seen[position] = Some(verified),
                slot => _ = self.seen_plain.insert(slot, verified),
            }
        }
        // A piece that is one figure from its first byte to its last has nothing else to say.
        if let Some(said) = said.as_ref().filter(|_| !matches!(&*claimed, [one] if one.span == (0..piece.text.len()))) {
            self.unsourced(index, piece, said, &claimed);
        }
        for (span, message) in place::days(piece, figures) {
            self.fault(Code::FigureMismatch, Some((index, span)), None, message, "the attribute says the day of the text");
        }
        let figures_at = || claimed.iter().map(|claimed| &claimed.span);
        let clinging = (!self.seen_through.clears(&piece.text)).then(|| invisible::at_figures(&piece.text, figures_at()));
        for (span, what) in clinging.into_iter().flatten() {
            let message = format!("{what} stands at a figure");
            self.fault(
                Code::CharacterReserved,
                Some((index, span)),
                None,
                message,
                "nothing unseen may change what a figure says",
            );
        }
        if self.faults.len() == before {
            let entries = claimed.iter().map(|claimed| (claimed, self.figure(claimed.slot)));
            if let Some((claimed, meant)) = place::astray(piece, self.reading, entries) {
                let (span, slot) = (claimed.span.clone(), claimed.slot);
                let message = format!("{} stands in another text than `{meant}`", name(self.figure(slot)));
                self.fault(Code::FigureMismatch, Some((index, span)), Some(slot), message, "a figure stays in its own text");
            }
        }
    }

    /// Whether a piece is one literal and nothing else, letter by letter: whatever could be read in it is covered by it.
    fn is_literal(&self, piece: &Piece<'_>, claimed: &[Claimed]) -> bool {
        let [one] = claimed else { return false };
        let figure = self.figure(one.slot);
        figure.quantity.is_none()
            && one.span == (0..piece.text.len())
            && *figure.text == *piece.text
            && piece.times.is_empty()
    }

    /// The figure elements of a piece that the ledger knows; what is wrong with the elements themselves is said.
    fn marks(&mut self, index: usize, piece: &Piece<'_>) -> Vec<Claimed> {
        let mut claimed = Vec::with_capacity(piece.marks.len());
        for mark in &piece.marks {
            let text = &piece.text[mark.span.clone()];
            let at = Some((index, mark.span.clone()));
            let Some(position) = self.position(&mark.element) else {
                let message = format!("`{text}` stands in a figure element that no ledger entry names");
                let help = "figure elements are made by the renderer, from stats";
                self.fault(Code::FigureUnsourced, at, None, message, help);
                continue;
            };
            let slot = Slot::Element(position);
            let figure = self.figure(slot);
            if self.seen[position].is_some() || claimed.iter().any(|claimed: &Claimed| claimed.slot == slot) {
                let message = format!("{} stands twice", name(figure));
                self.fault(Code::FigureMismatch, at.clone(), Some(slot), message, "give each its own element");
            } else if position < self.last {
                let message = format!("{} stands out of order", name(figure));
                self.fault(Code::FigureMismatch, at.clone(), Some(slot), message, "see the ledger");
            }
            for (code, message, help) in elements::check(figure, mark, text) {
                self.fault(code, at.clone(), Some(slot), message, help);
            }
            self.last = self.last.max(position + 1);
            claimed.push(Claimed { span: mark.span.clone(), slot });
        }
        claimed
    }

    /// The position of the figure with an element of that id: most often the next.
    fn position(&self, element: &str) -> Option<usize> {
        if self.document.figures.get(self.last).is_some_and(|figure| figure.element == element) {
            return Some(self.last);
        }
        let positions = self.positions.get_or_init(|| {
            self.document.figures.iter().enumerate().map(|(position, figure)| (figure.element.as_str(), position)).collect()
        });
        positions.get(element).copied()
    }

    fn fault(
        &mut self,
        code: Code,
        at: Option<(usize, Range<usize>)>,
        slot: Option<Slot>,
        message: String,
        help: &'static str,
    ) {
        self.faults.push(Fault { code, at, slot, message, help });
    }

    /// Whether a stretch of text says what its ledger entry says.
    fn agree(
        &self,
        piece: &Piece<'_>,
        one: &Claimed,
        figures: &[Figure],
        claimed: &[Claimed],
    ) -> Result<Proof, Disagreement> {
        let figure = self.figure(one.slot);
        let text = &piece.text[one.span.clone()];
        let Some(meant) = figure.quantity else {
            return match text == &*figure.text || text == plain::squeeze(&figure.text) {
                true => self.left_alone(piece, one, figures, claimed).map(|()| Proof::Literal),
                false => Err(mismatch(figure, format!("reads `{text}`"))),
            };
        };
        let mut overlapping = figures.iter().filter(|read| overlap(&read.span, &one.span));
        let (Some(read), None) = (overlapping.next(), overlapping.next()) else {
            return Err(mismatch(figure, format!("cannot be read back as one figure from `{text}`")));
        };
        if !(read.span.start <= one.span.start && one.span.end <= read.span.end) {
            let read = &piece.text[read.span.clone()];
            return Err(mismatch(figure, format!("is printed as `{text}`, of which only `{read}` is a figure")));
        }
        let read_text = &piece.text[read.span.clone()];
        let start = read.span.start.min(one.span.start);
        let before = piece.text[..start].trim_end().chars().next_back();
        let within = piece.text[start..read.span.end.max(one.span.end)].chars();
        if let Some(sign) = before.into_iter().chain(within).find(|sign| makes_another(*sign, meant.kind)) {
            return Err(mismatch(figure, format!("has `{sign}` at it")));
        }
        let mut partners = claimed.iter().filter(|other| overlap(&other.span, &read.span));
        match (partners.next(), partners.next(), partners.next()) {
            (Some(_), None, _) => {
                if let Some(unit) = stuck(meant.kind, &piece.text[read.span.end.max(one.span.end)..]) {
                    return Err(mismatch(figure, format!("has `{unit}` stuck to it")));
                }
                said(figure, &meant, &read.quantity, read_text).map(|()| Proof::Quantity)
            }
            (Some(low), Some(high), None) if self.spans(low, high, &read.quantity) => Ok(Proof::Quantity),
            _ => Err(mismatch(figure, format!("runs into the figure beside it: `{read_text}`"))),
        }
    }

    /// Whether what stands beside a literal leaves its number as it is: neither more digits nor another unit.
    fn left_alone(
        &self,
        piece: &Piece<'_>,
        one: &Claimed,
        figures: &[Figure],
        claimed: &[Claimed],
    ) -> Result<(), Disagreement> {
        let alone = |read: &&Figure| claimed.iter().filter(|other| overlap(&other.span, &read.span)).count() == 1;
        for read in figures.iter().filter(|read| read.is_claim() && overlap(&read.span, &one.span)).filter(alone) {
            let figure = self.figure(one.slot);
            if read.core.start < one.span.start || one.span.end < read.core.end {
                return Err(mismatch(
                    figure,
                    format!("runs into what stands beside it: `{}`", &piece.text[read.span.clone()]),
                ));
            }
            if let Some(unit) = stuck(read.quantity.kind, &piece.text[read.span.end.max(one.span.end)..]) {
                return Err(mismatch(figure, format!("has `{unit}` stuck to it")));
            }
        }
        Ok(())
    }

    /// Whether a range that was read is that from one figure to another.
    fn spans(&self, low: &Claimed, high: &Claimed, read: &Quantity) -> bool {
        let (Some(from), Some(to)) = (self.figure(low.slot).quantity, self.figure(high.slot).quantity) else { return false };
        let ends = (from.amount.value(), to.amount.value());
        read.amount == Amount::Range(ends.0.unwrap_or_default(), ends.1.unwrap_or_default())
            && ends.0.is_some()
            && ends.1.is_some()
            && from.kind == to.kind
            && from.unit == to.unit
            && read.unit == from.unit
            && read.hedge.is_none()
    }

    /// Figures, and digits that nobody recognised as anything, that no entry of the ledger covers.
    fn unsourced(
        &mut self,
        index: usize,
        piece: &Piece<'_>,
        Said { own: figures, others, numerals }: &Said,
        claimed: &[Claimed],
    ) {
        let covered = |span: &Range<usize>| claimed.iter().any(|claimed| overlap(&claimed.span, span));
        let strangers = figures.iter().chain(others).filter(|figure| figure.is_claim() && !covered(&figure.span));
        let mut spans: Vec<_> = strangers.map(|figure| figure.span.clone()).collect();
        let read = |figures: &[Figure], span: &Range<usize>| figures.iter().any(|figure| overlap(&figure.span, span));
        // Digits are no claim only if no language in which they may be read takes them for one.
        let tag = piece.lang.as_deref().unwrap_or(self.document.locale.as_str());
        let both = may_be_of_document(self.document.locale.as_str(), tag, piece);
        let known = |span: &Range<usize>| covered(span) || read(figures, span) && (!both || read(others, span));
        spans.extend(numerals.iter().filter(|span| !known(span)).cloned());
        for span in spans {
            let message = format!("`{}` is no figure of the ledger", &piece.text[span.clone()]);
            let help = "let a stat say it, or declare it as a literal of the article";
            self.faults.push(Fault { code: Code::FigureUnsourced, at: Some((index, span)), slot: None, message, help });
        }
    }

    /// The figures of the ledger that were not met at all.
    fn lost(&mut self) {
        let elements = (0..self.document.figures.len()).map(Slot::Element);
        let plain = |text: usize| (0..self.document.plain[text].figures.len()).map(move |figure| Slot::Plain(text, figure));
        let slots = elements.chain(self.texts.indices().flat_map(plain));
        let met = |slot: &Slot| match *slot {
            Slot::Element(position) => self.seen[position].is_some(),
            slot => self.seen_plain.contains_key(&slot),
        };
        let lost: Vec<_> = slots.filter(|slot| !met(slot)).collect();
        self.faults.extend(lost.into_iter().map(|slot| Fault {
            code: Code::FigureLost,
            at: None,
            slot: Some(slot),
            message: format!("{} is nowhere in the finished file", name(figure(self.document, slot))),
            help: "the page must print what its message says",
        }));
        for (slot, met, times) in self.texts.lacking() {
            let message = format!("the text of {} is found {met} times, and not {times}", name(self.figure(slot)));
            self.fault(
                Code::FigureLost,
                None,
                Some(slot),
                message,
                "each title and description must say what its message says",
            );
        }
    }

    fn figure(&self, slot: Slot) -> &'a LedgerFigure {
        figure(self.document, slot)
    }
}

/// The ledger's figure in a slot of a document.
pub(super) fn figure(document: &Document, slot: Slot) -> &LedgerFigure {
    match slot {
        Slot::Element(position) => &document.figures[position],
        Slot::Plain(text, position) => &document.plain[text].figures[position],
    }
}

pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
