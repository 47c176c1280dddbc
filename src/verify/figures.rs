//! Holds the figures that a reader gets against the figures that the document is meant to say.
//!
//! In: the blocks of a page and its ledger. Out: each figure of the ledger as it was read, and a [`Fault`] for every figure
//! that says something else, is missing, hidden, out of order or from nowhere. What the renderer meant plays no part but for
//! the ledger that it declared.

use super::agree::{Disagreement, mismatch, name, said};
use super::page::{Block, Page};
use super::{elements, invisible, place, plain};
use crate::diagnostic::Code;
use crate::model::ledger::LedgerFigure;
use crate::model::{Amount, Document, Figure, Quantity};
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
    /// Where it was read: the block.
    pub(super) block: usize,
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

/// Something wrong with a figure: where in which block, and which figure of the ledger it concerns.
#[derive(Debug)]
pub(super) struct Fault {
    pub code: Code,
    /// The block and the bytes in it; `None` for a figure that is nowhere.
    pub at: Option<(usize, Range<usize>)>,
    pub slot: Option<Slot>,
    pub message: String,
    pub help: &'static str,
}

/// A stretch of a block that claims to be a figure of the ledger.
pub(super) struct Claimed {
    pub span: Range<usize>,
    pub slot: Slot,
}

/// Reads the figures of a text in the language of that tag.
pub(super) type Read = fn(tag: &str, text: &str) -> Vec<Figure>;

/// Checks every block of a page, whose figures `read` recognises, against the ledger of its document.
pub(super) fn check(document: &Document, page: &Page, read: Read) -> (Vec<VerifiedFigure>, Vec<Fault>) {
    let mut check = Check {
        document,
        read,
        positions: document.figures.iter().enumerate().map(|(index, figure)| (figure.element.as_str(), index)).collect(),
        texts: plain::Texts::new(&document.plain),
        seen: BTreeMap::new(),
        last: 0,
        faults: Vec::new(),
    };
    for (index, block) in page.blocks.iter().enumerate() {
        check.block(index, block);
    }
    check.lost();
    for text in &page.generated {
        let message = format!("a style of the page generates {text}, which nobody can prove");
        check.fault(Code::FigureUnsourced, None, None, message, "let the text say what is to be read");
    }
    (check.seen.into_values().flatten().collect(), check.faults)
}

struct Check<'a> {
    document: &'a Document,
    read: Read,
    positions: BTreeMap<&'a str, usize>,
    texts: plain::Texts<'a>,
    /// The figures that were met, `None` where they were wrong.
    seen: BTreeMap<Slot, Option<VerifiedFigure>>,
    /// The position that the next figure element must have at least.
    last: usize,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    fn block(&mut self, index: usize, block: &Block) {
        if block.blank {
            let message = "the name of a fact stands without the fact".to_owned();
            return self.fault(Code::FigureLost, None, None, message, "the page must print what its source says");
        }
        let before = self.faults.len();
        let tag = block.lang.as_deref().unwrap_or(self.document.locale.as_str());
        let figures = (self.read)(tag, &block.text);
        let others = self.in_other_languages(tag, &block.text);
        let mut claimed = self.marks(index, block);
        self.texts.claim(&block.text, &figures, &mut claimed);
        claimed.sort_by_key(|claimed| claimed.span.start);
        for one in &claimed {
            let verified = match self.agree(block, one, &figures, &claimed) {
                Ok(proof) => {
                    let text = block.text[one.span.clone()].to_owned();
                    Some(VerifiedFigure { slot: one.slot, text, proof, block: index, page: None })
                }
                Err((code, message, help)) => {
                    self.fault(code, Some((index, one.span.clone())), Some(one.slot), message, help);
                    None
                }
            };
            self.seen.insert(one.slot, verified);
        }
        self.unsourced(index, block, (&figures, &others), &claimed);
        for (span, message) in place::days(block, &figures) {
            self.fault(Code::FigureMismatch, Some((index, span)), None, message, "the attribute says the day of the text");
        }
        for (span, what) in invisible::at_figures(&block.text, claimed.iter().map(|claimed| &claimed.span)) {
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
            if let Some((claimed, meant)) = place::astray(&block.text, entries) {
                let (span, slot) = (claimed.span.clone(), claimed.slot);
                let message = format!("{} stands in another text than `{meant}`", name(self.figure(slot)));
                self.fault(Code::FigureMismatch, Some((index, span)), Some(slot), message, "a figure stays in its own text");
            }
        }
    }

    /// The figures in words that a block says in another language than its own: in the document's, or in one whose letters it has.
    fn in_other_languages(&self, tag: &str, text: &str) -> Vec<Figure> {
        let document = self.document.locale.as_str();
        let has = |script: fn(char) -> bool| text.contains(script);
        let mut tags = vec![];
        if tag != document {
            tags.push(document);
        }
        let scripts: [(&str, fn(char) -> bool); 3] = [("en", is_latin), ("th", is_thai), ("zh-Hans", is_han)];
        tags.extend(
            scripts
                .iter()
                .filter(|(other, script)| *other != tag && *other != document && has(*script))
                .map(|(tag, _)| *tag),
        );
        let figures = tags.into_iter().flat_map(|tag| (self.read)(tag, text));
        figures.filter(|figure| !text[figure.span.clone()].contains(char::is_numeric)).collect()
    }

    /// The figure elements of a block that the ledger knows; what is wrong with the elements themselves is said.
    fn marks(&mut self, index: usize, block: &Block) -> Vec<Claimed> {
        let mut claimed = Vec::new();
        for mark in &block.marks {
            let text = &block.text[mark.span.clone()];
            let at = Some((index, mark.span.clone()));
            let Some(&position) = self.positions.get(mark.element.as_str()) else {
                let message = format!("`{text}` stands in a figure element that no ledger entry names");
                let help = "figure elements are made by the renderer, from stats";
                self.fault(Code::FigureUnsourced, at, None, message, help);
                continue;
            };
            let slot = Slot::Element(position);
            let figure = self.figure(slot);
            if self.seen.contains_key(&slot) || claimed.iter().any(|claimed: &Claimed| claimed.slot == slot) {
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
    fn agree(&self, block: &Block, one: &Claimed, figures: &[Figure], claimed: &[Claimed]) -> Result<Proof, Disagreement> {
        let figure = self.figure(one.slot);
        let text = &block.text[one.span.clone()];
        let Some(meant) = figure.quantity else {
            return match text == plain::squeeze(&figure.text) {
                true => Ok(Proof::Literal),
                false => Err(mismatch(figure, format!("reads `{text}`"))),
            };
        };
        let mut overlapping = figures.iter().filter(|read| overlap(&read.span, &one.span));
        let (Some(read), None) = (overlapping.next(), overlapping.next()) else {
            return Err(mismatch(figure, format!("cannot be read back as one figure from `{text}`")));
        };
        if !(read.span.start <= one.span.start && one.span.end <= read.span.end) {
            let read = &block.text[read.span.clone()];
            return Err(mismatch(figure, format!("is printed as `{text}`, of which only `{read}` is a figure")));
        }
        let read_text = &block.text[read.span.clone()];
        let partners: Vec<_> = claimed.iter().filter(|other| overlap(&other.span, &read.span)).collect();
        match partners.as_slice() {
            [_] => said(figure, &meant, &read.quantity, read_text).map(|()| Proof::Quantity),
            [low, high] if self.spans(low, high, &read.quantity) => Ok(Proof::Quantity),
            _ => Err(mismatch(figure, format!("runs into the figure beside it: `{read_text}`"))),
        }
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
    fn unsourced(&mut self, index: usize, block: &Block, (figures, others): (&[Figure], &[Figure]), claimed: &[Claimed]) {
        let covered = |span: &Range<usize>| claimed.iter().any(|claimed| overlap(&claimed.span, span));
        let strangers = figures.iter().chain(others).filter(|figure| figure.is_claim() && !covered(&figure.span));
        let mut spans: Vec<_> = strangers.map(|figure| figure.span.clone()).collect();
        let known = |span: &Range<usize>| covered(span) || figures.iter().any(|figure| overlap(&figure.span, span));
        spans.extend(numerals(&block.text).filter(|span| !known(span)));
        for span in spans {
            let message = format!("`{}` is no figure of the ledger", &block.text[span.clone()]);
            let help = "let a stat say it, or declare it as a literal of the article";
            self.faults.push(Fault { code: Code::FigureUnsourced, at: Some((index, span)), slot: None, message, help });
        }
    }

    /// The figures of the ledger that were not met at all.
    fn lost(&mut self) {
        let elements = (0..self.document.figures.len()).map(Slot::Element);
        let plain = |text: usize| (0..self.document.plain[text].figures.len()).map(move |figure| Slot::Plain(text, figure));
        let slots = elements.chain(self.texts.indices().flat_map(plain));
        let lost: Vec<_> = slots.filter(|slot| !self.seen.contains_key(slot)).collect();
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

fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
}

fn is_thai(character: char) -> bool {
    matches!(character, '\u{E01}'..='\u{E3A}')
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}')
}

/// Runs of numeric characters of any script that are not part of a name such as `B2B`, `COVID-19` or `m²`.
fn numerals(text: &str) -> impl Iterator<Item = Range<usize>> {
    let named = |character: char| character.is_alphabetic() && (character as u32) < 0x250;
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find(char::is_numeric)?;
            let end = text[start..].find(|character: char| !character.is_numeric()).map_or(text.len(), |end| start + end);
            at = end;
            let before = text[..start].strip_suffix('-').unwrap_or(&text[..start]);
            if !before.ends_with(named) && !text[end..].starts_with(named) {
                return Some(start..end);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_any_script_count_and_names_do_not() {
        let found = |text: &'static str| numerals(text).map(|span| &text[span]).collect::<Vec<_>>();
        assert_eq!(found("ร้อยละ ๘๘ และ 12 ราย, ½"), ["๘๘", "12", "½"]);
        assert_eq!(found("有100万人，B2B、COVID-19、5G、Z 世代"), ["100"]);
        assert_eq!(found(""), Vec::<&str>::new());
    }
}
