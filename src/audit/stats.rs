//! Holds each figure of a text against the claim that it speaks of.
//!
//! In: the figures of a text, and the claims of a project. Out: a verdict for each figure, and a [`Fault`] for each that surely
//! speaks of a claim and says something else. In doubt nothing is said: a figure that another claim explains nearly as well is right.

use super::agree::{agrees, has_like_digits, has_other_unit, has_same_value, is_comparable};
use super::align::{Alignment, align, is_rare};
use super::claims::{Claim, Claims};
use super::terms::tokens;
use super::wording::{corrected, in_digits};
use super::{Fault, Judged, Verdict, periods, rows};
use crate::compare::compare;
use crate::diagnostic::Code;
use crate::figure::word::BUDDHIST_OFFSET;
use crate::model::{Amount, Figure, Kind, Quantity, Unit};
use rust_decimal::Decimal;
use std::ops::Range;

/// A figure that disagrees with its claim is wrong from this strength on: its fit, and by how much that lies above the fit of every
/// other claim, which counts up to `MARGIN`. The fit itself must be at least `FITS`.
const WRONG: i64 = 440;
const MARGIN: i64 = 300;
const FITS: i64 = 230;
/// From which fit on it is worth a look.
const DOUBTFUL: i64 = 200;
/// What is wanted beyond that of a claim that is none of what the text is about (or where the text is too short to tell), of a year
/// or a date (of which any text may speak), of a small number, of a finer number than the claim has, and of another kind.
const FOREIGN: i64 = 100;
const SHORT: i64 = 20;
const OF_TIME: i64 = 80;
const OF_DAY: i64 = 160;
const OF_FEW: i64 = 150;
const OF_FEW_OTHERS: i64 = 210;
const FINER: i64 = 120;
const OTHER_KIND: i64 = 130;
/// What is let off where the number looks as if it had become of that of the claim.
const LIKE_DIGITS: i64 = 80;
const RARE_LIKE_DIGITS: i64 = 180;
/// How well the words around a literal must fit it to explain a figure of which a stat may speak as well.
const LITERAL: i64 = 600;
/// How near to its fit that of the stat must be for that, in percent.
const AS_WELL: i64 = 75;

/// What was found beside the verdicts.
pub struct Found {
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// What would be wrong with figures that only may speak of their claim: what they should be, if something is wrong with them.
    pub hints: Vec<Fault>,
}

/// Judges the figures, and says what is wrong.
pub fn check(claims: &Claims, text: &str, judged: &mut [Judged]) -> Found {
    let counted: Vec<usize> = (0..judged.len()).filter(|at| judged[*at].figure.is_claim()).collect();
    let figures: Vec<Figure> = counted.iter().map(|at| judged[*at].figure.clone()).collect();
    let references: Vec<&Figure> = figures.iter().collect();
    let text = rows::part(text, &references);
    let text = text.as_ref();
    let tokens = tokens(text);
    let aligned = align(claims, text, &tokens, &references);
    let (mut wrong, mut doubtful) = (Vec::new(), Vec::new());
    for ((at, figure), alignment) in counted.iter().copied().zip(&figures).zip(&aligned) {
        let Some(alignment) = alignment else { continue };
        let judgement = judge(claims, figure, alignment);
        let claim = claims.get(judgement.claim);
        judged[at].verdict = judgement.verdict;
        judged[at].stat = claim.id().cloned();
        judged[at].claim = Some(judgement.claim);
        judged[at].confidence = judgement.confidence;
        match judgement.verdict {
            Verdict::Wrong => wrong.push((at, judgement.claim)),
            Verdict::Doubtful => doubtful.push((at, judgement.claim)),
            Verdict::Sound | Verdict::Unknown => {}
        }
    }
    let years = periods::wrong(claims, text, judged, &counted, &aligned);
    wrong.retain(|(at, _)| !years.iter().any(|(year, _)| year == at));
    let of_years: Vec<Fault> = years.iter().map(|(at, year)| of_year(claims, text, &mut judged[*at], *year)).collect();
    let faults = wrong.iter().map(|(at, claim)| {
        let swapped = wrong.iter().any(|(other, others)| {
            other != at
                && has_same_value(claims.get(*claim), &judged[*other].figure.quantity)
                && has_same_value(claims.get(*others), &judged[*at].figure.quantity)
        });
        fault(claims, text, &judged[*at].figure, claims.get(*claim), swapped)
    });
    let lost = lost(claims, text, judged, &counted, &aligned);
    doubtful.extend(lost);
    let hints = doubtful.iter().map(|(at, claim)| fault(claims, text, &judged[*at].figure, claims.get(*claim), false));
    Found { faults: faults.chain(of_years).collect(), hints: hints.collect() }
}

/// For figures without a number of which nothing is sure yet, what they most likely said: what the project says beside that which
/// the next figure speaks of, or what fits best.
fn lost(
    claims: &Claims,
    text: &str,
    judged: &[Judged],
    counted: &[usize],
    aligned: &[Option<Alignment>],
) -> Vec<(usize, usize)> {
    let figure = |at: usize| &judged[counted[at]].figure;
    let unsure = (0..counted.len()).filter(|at| {
        figure(*at).quantity.amount == Amount::Lost
            && matches!(judged[counted[*at]].verdict, Verdict::Unknown | Verdict::Doubtful)
    });
    let found = unsure.filter_map(|at| {
        let alignment = aligned[at].as_ref()?;
        let in_line = |from: usize, to: usize| !text[figure(from).span.end..figure(to).span.start].contains('\n');
        let of = |at: usize| judged[counted[at]].claim.filter(|_| judged[counted[at]].verdict != Verdict::Unknown);
        let next = (at + 1 < counted.len() && in_line(at, at + 1)).then(|| of(at + 1)).flatten();
        let last = at.checked_sub(1).filter(|last| in_line(*last, at)).and_then(of);
        let fits = || std::iter::once(alignment.claim).chain(alignment.others.iter().map(|(other, _)| *other));
        let said = &figure(at).quantity;
        let free = |claim: &usize| {
            let of_it = claims.get(*claim);
            let of_kind = of_it.quantity.is_some_and(|truth| truth.kind == said.kind) && of_it.literal.is_none();
            of_kind && Some(*claim) != next && Some(*claim) != last && is_comparable(of_it, said)
        };
        let nearby: Vec<usize> = next
            .into_iter()
            .flat_map(|next| claims.before(next))
            .chain(last.into_iter().flat_map(|last| claims.after(last)))
            .filter(free)
            .collect();
        let best =
            fits().find(|claim| nearby.contains(claim)).or_else(|| nearby.first().copied()).or_else(|| fits().find(free))?;
        Some((counted[at], best))
    });
    found.collect()
}

/// A year beside which only figures of another one stand.
fn of_year(claims: &Claims, text: &str, judged: &mut Judged, right: Decimal) -> Fault {
    (judged.verdict, judged.confidence, judged.stat, judged.claim) = (Verdict::Wrong, OF_PERIOD, None, None);
    let truth = Quantity::new(Kind::Year, Amount::Value(right)).unit(Unit::Year);
    let observed = &text[judged.figure.span.clone()];
    let core = &text[judged.figure.core.clone()];
    let era = if core.starts_with("25") { right + BUDDHIST_OFFSET } else { right };
    let expected = in_digits(text, &judged.figure, &truth).unwrap_or_else(|| observed.replace(core, &era.to_string()));
    let expected = Some(expected);
    let message = format!("`{observed}` stands beside figures of {right}");
    let code = name(claims, observed, expected.as_deref());
    Fault { expected, ..Fault::new(code, judged.figure.span.clone(), message) }
}

/// How sure it is that a year is wrong beside which only figures of another one stand.
const OF_PERIOD: u8 = 70;

struct Judgement {
    verdict: Verdict,
    claim: usize,
    confidence: u8,
}

fn judge(claims: &Claims, figure: &Figure, alignment: &Alignment) -> Judgement {
    let Alignment { claim, fit, ref others, is_topical, year, .. } = *alignment;
    let said = &figure.quantity;
    // A literal explains a figure where the project prints it, hardly elsewhere.
    let explains_all = |other: usize, its: i64| claims.get(other).literal.is_none() || its >= LITERAL;
    let as_well = |(other, its): &&(usize, i64)| claims.get(*other).literal.is_none() && its * 100 >= fit * AS_WELL;
    let (claim, fit) = others.iter().filter(|_| !explains_all(claim, fit)).find(as_well).copied().unwrap_or((claim, fit));
    let of_it = claims.get(claim);
    // A claim that says the same is no rival, nor is what another year says of it: it may be wrong of both.
    let is_rival = |other: &Claim| !other.says_the_same(of_it) && !other.is_twin(of_it);
    let rival = others.iter().find(|(other, _)| is_rival(claims.get(*other))).map_or(0, |(_, fit)| *fit);
    let strength = |fit: i64| fit + (fit - rival).clamp(0, MARGIN);
    let sure = |fit: i64| (strength(fit) / 10).clamp(5, 99) as u8;
    if agrees(of_it, said) {
        return Judgement { verdict: Verdict::Sound, claim, confidence: sure(fit) };
    }
    let near = explaining(said);
    // Where the year beside the figure is that of the claim, one of another year explains nothing.
    let is_of_year = |other: usize| year.is_none() || of_it.year() != year || claims.get(other).year() == year;
    let explains = |(other, its): &&(usize, i64)| {
        its * 100 >= fit * near && explains_all(*other, *its) && is_of_year(*other) && agrees(claims.get(*other), said)
    };
    if let Some((other, its)) = others.iter().find(explains) {
        return Judgement { verdict: Verdict::Sound, claim: *other, confidence: sure(*its) / 2 };
    }
    let of_kind = of_it.quantity.is_some_and(|truth| {
        let share = |kind: Kind| matches!(kind, Kind::Percent | Kind::Fraction);
        truth.kind == said.kind || share(truth.kind) && share(said.kind) || said.kind == Kind::Range
    });
    let of_time = of_it.quantity.is_some_and(|truth| matches!(truth.kind, Kind::Year | Kind::Date));
    let is_finer = of_it.decimals() < said.amount.value().map_or(0, |value| value.normalize().scale());
    let like_digits = has_like_digits(of_it, said);
    let other_unit = has_other_unit(of_it, said);
    let beyond = [
        (is_topical == Some(false), FOREIGN),
        (is_topical.is_none(), SHORT),
        (matches!(said.kind, Kind::Year | Kind::Duration), OF_TIME),
        (said.kind == Kind::Date, OF_DAY),
        (said.kind == Kind::Count && !is_rare(said) && !other_unit, if like_digits { OF_FEW } else { OF_FEW_OTHERS }),
        (is_finer && said.kind == Kind::Percent, if like_digits { FINER / 2 } else { FINER }),
        (like_digits, if is_rare(said) { -RARE_LIKE_DIGITS } else { -LIKE_DIGITS }),
        (!of_kind && !other_unit, OTHER_KIND),
    ];
    let beyond: i64 = beyond.into_iter().filter(|(holds, _)| *holds).map(|(_, more)| more).sum();
    let verdict = match () {
        // What an article prints as it stands is no truth to hold others against.
        () if of_it.literal.is_some() || !is_comparable(of_it, said) => Verdict::Unknown,
        // Nor does a year say how many.
        () if said.kind == Kind::Year && !of_time => Verdict::Unknown,
        // "One" is an article as often as a number.
        () if said.kind == Kind::Count && said.amount == Amount::Value(Decimal::ONE) && !other_unit => Verdict::Unknown,
        () if fit >= FITS && strength(fit) >= WRONG + beyond => Verdict::Wrong,
        () if of_kind && fit >= DOUBTFUL && (said.kind != Kind::Count || is_rare(said)) => Verdict::Doubtful,
        () => Verdict::Unknown,
    };
    Judgement { verdict, claim, confidence: sure(fit) }
}

/// How near to the best fit another claim must be to explain a figure, in percent: percentages agree by chance, sums of money do not.
fn explaining(said: &Quantity) -> i64 {
    match said.kind {
        _ if is_rare(said) => 20,
        Kind::Year | Kind::Date | Kind::Duration => 45,
        Kind::Count => 60,
        _ => 78,
    }
}

fn fault(claims: &Claims, text: &str, figure: &Figure, claim: &Claim, swapped: bool) -> Fault {
    let observed = &text[figure.span.clone()];
    let expected = corrected(claims.language, text, figure, claim);
    let code = match () {
        () if figure.quantity.amount == Amount::Lost => Code::FigureLost,
        () if swapped => Code::FiguresSwapped,
        () if has_same_value(claim, &figure.quantity) => Code::HedgeChanged,
        () => name(claims, observed, expected.as_deref()),
    };
    let what = claim.id().map(|id| format!("`{id}`"));
    let what = what.or_else(|| claim.publication.as_ref().map(|id| format!("the source `{id}`"))).unwrap_or_default();
    let right = expected.as_ref().map_or_else(String::new, |expected| format!(", which is `{expected}`"));
    let fault = Fault::new(code, figure.span.clone(), format!("`{observed}` is said of {what}{right}"));
    Fault { expected, stat: claim.id().cloned(), ..fault }
}

/// What happened to a figure, as between a text and its translation.
fn name(claims: &Claims, observed: &str, expected: Option<&str>) -> Code {
    let Some(expected) = expected else { return Code::ValueChanged };
    let changes = compare(claims.language, expected, claims.language, observed);
    match &changes[..] {
        [change] if !matches!(change.code, Code::FigureAdded | Code::FigureLost) => change.code,
        _ => Code::ValueChanged,
    }
}

/// The faults of form together with those that the stats tell: what both find is said once.
pub fn merge(claims: &Claims, text: &str, judged: &mut [Judged], form: Vec<Fault>, found: Found) -> Vec<Fault> {
    let mut faults: Vec<Fault> = form.into_iter().filter_map(|fault| turned(claims, text, judged, fault)).collect();
    for fault in found.hints {
        if let Some(known) = faults.iter_mut().find(|known| known.meets(&fault.span)) {
            fill(known, fault);
        }
    }
    for fault in found.faults {
        match faults.iter_mut().find(|known| known.meets(&fault.span)) {
            Some(known) => fill(known, fault),
            None => faults.push(fault),
        }
    }
    for fault in faults.iter_mut().filter(|fault| fault.expected.is_none()) {
        fault.expected = year(claims, text, judged, fault);
    }
    faults
}

/// Of two wordings that contradict each other, the one that its stat does not bear out is wrong.
fn turned(claims: &Claims, text: &str, judged: &[Judged], fault: Fault) -> Option<Fault> {
    let at = |span: &Range<usize>| judged.iter().find(|judged| judged.figure.span == *span);
    let Some((blamed, other)) = fault.beside.as_ref().and_then(|other| at(&fault.span).zip(at(other))) else {
        return Some(fault);
    };
    let truth = blamed.claim.filter(|_| blamed.verdict == Verdict::Sound && other.verdict != Verdict::Sound);
    let Some(claim) = truth.map(|claim| claims.get(claim)) else { return Some(fault) };
    let (observed, right) = (&text[other.figure.span.clone()], &text[blamed.figure.span.clone()]);
    let message = format!("`{observed}` is said of what `{right}` is said of");
    let turned = Fault::new(fault.code, other.figure.span.clone(), message);
    Some(Fault { expected: corrected(claims.language, text, &other.figure, claim), stat: claim.id().cloned(), ..turned })
}

/// The year that digits were which are no year any more.
fn year(claims: &Claims, text: &str, judged: &[Judged], fault: &Fault) -> Option<String> {
    let figure = &judged.iter().find(|judged| fault.meets(&judged.figure.span))?.figure;
    let words = &text[fault.span.clone()];
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let length = words[start..].bytes().take_while(u8::is_ascii_digit).count();
    let printed = &words[start..start + length];
    let is_year =
        fault.code == Code::YearImpossible || figure.quantity.kind == Kind::Year || fault.code == Code::LeadingZero;
    let right = periods::restored(claims, judged, figure, printed).filter(|_| is_year && (3..=5).contains(&length))?;
    Some(format!("{}{right}{}", &words[..start], &words[start + length..]))
}

/// Says of a fault of form what the stats tell, unless its form tells it.
fn fill(known: &mut Fault, told: Fault) {
    // Of two figures of a sentence that contradict each other, the form tells which is right; a heading may be wrong itself.
    let is_heading = known.code == Code::WordsContradict && known.beside.is_none();
    // What is more than the whole may have been turned round, or be another word.
    let is_open = is_heading || known.code == Code::FractionInverted;
    let of_form = known.expected.take().filter(|_| !is_open || told.expected.is_none());
    known.expected = of_form.or(told.expected);
    known.stat = known.stat.take().or(told.stat);
}
