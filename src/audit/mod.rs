//! Finds the garbled figures in a text that somebody else made.
//!
//! In: a text in a language that [`figure`](crate::figure) reads, and what a project claims in it ([`Claims`]), if there is a project.
//! Out: an [`Audit`]: every figure with a [`Verdict`], and [`Fault`]s with what is printed and what should be. Nothing can go wrong;
//! where nothing is known, nothing is said.
//!
//! 1. `repair` puts letters and foreign digits in numbers right, so that all that follows reads them as they were meant.
//! 2. `form` looks at the figures alone: impossible years, split thousands, lost numbers, debris.
//! 3. `align` finds the claim that each figure speaks of (`terms`, `mentions`, `claims`, `years`, `assignment`).
//! 4. `stats` holds each figure against its claim (`agree`), and words what should stand there (`wording`).
//!
//! | member | what it does |
//! |---|---|
//! | `input` | files of text, Markdown, HTML and PDF as a reader gets them |
//! | `report` | findings with places, for all formats of reports |
//! | `annotate`, `patch`, `draft` | a page that shows each figure with its verdict; a unified diff; stats to begin with |

mod agree;
mod align;
pub mod annotate;
mod assignment;
mod claims;
pub mod draft;
mod form;
pub mod input;
mod mentions;
pub mod patch;
mod periods;
mod repair;
pub mod report;
mod rows;
mod stats;
mod terms;
mod wording;
mod years;

pub use claims::Claims;

use crate::diagnostic::{Code, Severity};
use crate::figure::Language;
use crate::model::{Figure, Quantity, StatId};
use repair::Repair;
use std::ops::Range;

/// What came of the audit of a text.
#[derive(Debug, Clone, Default)]
pub struct Audit {
    /// Every figure of the text, in order.
    pub figures: Vec<Judged>,
    /// What is wrong, in order.
    pub faults: Vec<Fault>,
}

/// A figure with what became of it.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The figure as read.
    pub figure: Figure,
    /// Whether it is right.
    pub verdict: Verdict,
    /// The stat that it speaks of.
    pub stat: Option<StatId>,
    /// The position of that stat among the claims.
    pub claim: Option<usize>,
    /// How sure the verdict is, from 0 to 100.
    pub confidence: u8,
}

/// Whether a figure is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It says what its stat says.
    Sound,
    /// Something is wrong with it.
    Wrong,
    /// It may speak of a stat and says something else, but that is too unsure for a finding.
    Doubtful,
    /// Nothing is known of it.
    Unknown,
}

impl Verdict {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Sound => "sound",
            Verdict::Wrong => "wrong",
            Verdict::Doubtful => "doubtful",
            Verdict::Unknown => "unknown",
        }
    }
}

/// Something that is wrong in a text.
#[derive(Debug, Clone)]
pub struct Fault {
    /// What.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The bytes of the text.
    pub span: Range<usize>,
    /// What should stand there, if that is known.
    pub expected: Option<String>,
    /// The stat that it speaks of.
    pub stat: Option<StatId>,
    /// What is wrong, in one line.
    pub message: String,
    /// What the figures in the span would say if they were mended, where the form alone tells.
    pub mended: Option<Quantity>,
    /// The figure that says otherwise, where two contradict each other.
    pub beside: Option<Range<usize>>,
}

impl Fault {
    fn new(code: Code, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            span,
            expected: None,
            stat: None,
            message: message.into(),
            mended: None,
            beside: None,
        }
    }

    #[must_use]
    fn expect(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    fn meets(&self, span: &Range<usize>) -> bool {
        self.span.start < span.end && span.start < self.span.end
    }
}

/// Audits a text, by its form alone or against the claims of a project.
pub fn audit(language: &'static Language, text: &str, claims: Option<&Claims>) -> Audit {
    match Repair::of(text) {
        Some(repair) => repair.restore(of_plain(language, &repair.text, claims), text),
        None => of_plain(language, text, claims),
    }
}

/// Audits a text whose numbers are all digits of one script.
fn of_plain(language: &'static Language, text: &str, claims: Option<&Claims>) -> Audit {
    let read = language.read(text);
    let mut faults = form::check(language, text, &read);
    let signs = if claims.is_some() { form::signs(language, text, &read) } else { Vec::new() };
    let is_sign = |judged: &Judged| signs.iter().any(|sign| sign.span == judged.figure.span);
    let figures = mended(read.into_iter().chain(signs.iter().cloned()).collect(), &faults);
    let mut judged: Vec<Judged> = figures
        .into_iter()
        .map(|figure| Judged { figure, verdict: Verdict::Unknown, stat: None, claim: None, confidence: 0 })
        .collect();
    if let Some(claims) = claims {
        let found = stats::check(claims, text, &mut judged);
        judged.retain(|judged| judged.verdict == Verdict::Wrong || !is_sign(judged));
        faults = stats::merge(claims, text, &mut judged, faults, found);
    }
    for judged in &mut judged {
        if faults.iter().any(|fault| fault.meets(&judged.figure.span)) {
            let confidence = if judged.verdict == Verdict::Wrong { judged.confidence } else { FORM };
            (judged.verdict, judged.confidence) = (Verdict::Wrong, confidence);
        }
    }
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end, fault.code));
    Audit { figures: judged, faults }
}

/// How sure it is that what is wrong by its form is wrong.
const FORM: u8 = 90;

/// The figures, with those that a fault of form broke in one piece.
fn mended(figures: Vec<Figure>, faults: &[Fault]) -> Vec<Figure> {
    let mending: Vec<&Fault> = faults.iter().filter(|fault| fault.mended.is_some()).collect();
    let mut kept: Vec<Figure> =
        figures.into_iter().filter(|figure| !mending.iter().any(|fault| fault.meets(&figure.span))).collect();
    for fault in mending {
        let Some(quantity) = fault.mended else { continue };
        kept.push(Figure {
            span: fault.span.clone(),
            core: fault.span.clone(),
            quantity,
            confidence: crate::model::Confidence::High,
            role: crate::model::Role::Statistic,
        });
    }
    kept.sort_by_key(|figure| figure.span.start);
    kept
}
