//! Derived stats: exact arithmetic with units.
//!
//! In: the stats of a project. Out: the exact value of each, with the sources that it rests on. What can go wrong: a formula
//! that names no stat, formulas in a circle, division by zero, numbers too large, units that do not go together, and a declared
//! unit or number of decimals that does not fit the result.

use super::units::{Fault, Operand};
use crate::diagnostic::{At, Code, Finding, Findings};
use crate::model::stat::{Expression, Operator, StatValue};
use crate::model::{Amount, Project, Quantity, SourceId, Stat, StatId, notation};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The most decimals that a result may have if its stat does not say to how many it is rounded.
const MAX_DECIMALS: u32 = 6;

/// A stat with its value.
#[derive(Debug, Clone)]
pub struct Known {
    /// What it says, rounded as it is printed.
    pub printed: Quantity,
    /// What it says before it is rounded, and as exactly as its source knows; `None` if both are what is printed, as of most.
    finer: Option<Box<(Quantity, Quantity)>>,
    /// The sources that it rests on, in order.
    pub sources: Arc<[SourceId]>,
    /// The stats in its formula, in order.
    pub inputs: Box<[StatId]>,
}

impl Known {
    fn new(printed: Quantity, exact: Quantity, sources: Arc<[SourceId]>, inputs: Box<[StatId]>) -> Self {
        let finer = (printed != exact).then(|| Box::new((exact, exact)));
        Self { printed, finer, sources, inputs }
    }

    /// What it says, before it is rounded.
    pub fn exact(&self) -> Quantity {
        self.finer.as_ref().map_or(self.printed, |finer| finer.0)
    }

    /// What it says, as exactly as its source knows: what is worded of it must be true of this.
    pub fn truth(&self) -> Quantity {
        self.finer.as_ref().map_or(self.printed, |finer| finer.1)
    }

    /// Its source knows it as exactly as that.
    pub fn refine(&mut self, truth: Quantity) {
        self.finer = Some(Box::new((self.exact(), truth)));
    }
}

/// The values of all stats that have one. A stat in `doubtful` has a unit that its source denies; nothing is said of the units
/// of what is derived from it.
pub fn values(project: &Project, mut doubtful: BTreeSet<StatId>, findings: &mut Findings) -> BTreeMap<StatId, Known> {
    let mut known = BTreeMap::new();
    // Most stats rest on one source, and most of a source on nothing else.
    let mut alone: BTreeMap<&SourceId, Arc<[SourceId]>> = BTreeMap::new();
    for id in in_order(project, findings) {
        let stat = &*project.stats[&id].stat;
        let value = match &stat.value.value {
            StatValue::Given(amount) => {
                let exact = quantity(stat, *amount);
                let one = |source: &SourceId| Arc::from([source.clone()]);
                let source = stat.source.as_ref().map(|source| &source.value);
                let sources = source.map(|source| Arc::clone(alone.entry(source).or_insert_with(|| one(source))));
                let sources = sources.unwrap_or_default();
                Some(Known::new(exact, exact, sources, Box::default()))
            }
            StatValue::Derived(expression) => {
                if references(expression).iter().any(|input| doubtful.contains(&input.value)) {
                    doubtful.insert(id.clone());
                }
                derived(stat, expression, &known, doubtful.contains(&id), findings)
            }
        };
        known.extend(value.map(|value| (id, value)));
    }
    known
}

/// What a stat of that amount says.
pub fn quantity(stat: &Stat, amount: Amount) -> Quantity {
    let quantity = Quantity { unit: stat.unit, ..Quantity::new(stat.kind.value, amount) };
    quantity.hedge(stat.hedge.as_ref().map(|hedge| hedge.value))
}

/// The ids of the stats, each after those in its formula. Formulas in a circle are reported, and left out.
fn in_order(project: &Project, findings: &mut Findings) -> Vec<StatId> {
    let mut order = Vec::new();
    let mut done: BTreeSet<&StatId> = BTreeSet::new();
    for start in project.stats.keys() {
        // A path of stats under way, each with the references that are still to be followed; a chain may be long, so no recursion.
        let mut path: Vec<(&StatId, Vec<&At<StatId>>)> = Vec::new();
        let mut open: BTreeSet<&StatId> = BTreeSet::new();
        let mut next = Some(start).filter(|start| !done.contains(start));
        while next.is_some() || !path.is_empty() {
            if let Some(id) = next.take() {
                open.insert(id);
                path.push((id, inputs(project, id)));
            }
            let (id, rest) = path.last_mut().expect("a stat is under way");
            let id = *id;
            let Some(reference) = rest.pop() else {
                path.pop();
                open.remove(id);
                done.insert(id);
                order.push(id.clone());
                continue;
            };
            match project.stats.get_key_value(&reference.value) {
                None => missing(project, reference, findings),
                Some((input, _)) if open.contains(input) => {
                    let circle: Vec<_> = path.iter().map(|(id, _)| *id).skip_while(|id| *id != input).collect();
                    cyclic(project, &circle, reference, findings);
                }
                Some((input, _)) if !done.contains(input) => next = Some(input),
                Some(_) => {}
            }
        }
    }
    order
}

/// The references of a stat's formula, the last first.
fn inputs<'a>(project: &'a Project, id: &StatId) -> Vec<&'a At<StatId>> {
    match &project.stats[id].stat.value.value {
        StatValue::Derived(expression) => references(expression).into_iter().rev().collect(),
        StatValue::Given(_) => Vec::new(),
    }
}

/// The stats that a formula names, in order.
pub fn references(expression: &Expression) -> Vec<&At<StatId>> {
    match expression {
        Expression::Stat(id) => vec![id],
        Expression::Number(_) => Vec::new(),
        Expression::Binary(a, _, b) | Expression::Growth(a, b) | Expression::Share(a, b) => {
            references(a).into_iter().chain(references(b)).collect()
        }
        Expression::Sum(all) => all.iter().flat_map(references).collect(),
    }
}

fn missing(project: &Project, reference: &At<StatId>, findings: &mut Findings) {
    if !project.unreadable.contains(reference.as_str()) {
        let message = format!("there is no stat `{}`", reference.value);
        let finding = Finding::new(Code::StatMissing, reference.place.clone(), message);
        findings.push(finding.suggest(reference.as_str(), project.stats.keys().map(StatId::as_str)));
    }
}

fn cyclic(project: &Project, circle: &[&StatId], reference: &At<StatId>, findings: &mut Findings) {
    let ids: Vec<_> = circle.iter().chain(circle.first()).map(|id| id.as_str()).collect();
    let message = format!("derived in a circle: {}", ids.join(" → "));
    let mut finding = Finding::new(Code::DerivationCyclic, reference.place.clone(), message);
    for id in circle {
        finding = finding.related(&project.stats[*id].stat.value.place, format!("`{id}` is derived here"));
    }
    findings.push(finding.help("give one of them a `value`"));
}

/// Computes a derived stat; nothing if an input has no value, which has been said then.
fn derived(
    stat: &Stat,
    expression: &Expression,
    known: &BTreeMap<StatId, Known>,
    doubtful: bool,
    findings: &mut Findings,
) -> Option<Known> {
    let inputs: BTreeSet<StatId> = references(expression).iter().map(|id| id.value.clone()).collect();
    let place = &stat.value.place;
    let result = match evaluate(expression, known) {
        Ok(result) => result,
        Err(None) => return None,
        Err(Some(Fault::Units(_))) if doubtful => return None,
        Err(Some(fault)) => {
            findings.push(Finding::new(Code::DerivationFailed, place.clone(), fault.to_string()));
            return None;
        }
    };
    if !doubtful && !result.fits(stat.kind.value, stat.unit) {
        let right = result.unit_name();
        let declared = notation::unit_name(stat.kind.value, stat.unit);
        let finding = Finding::new(
            Code::UnitMismatch,
            stat.kind.place.clone(),
            format!("the result is in {right}, not in {declared}"),
        );
        findings.push(finding.related(place, format!("gives {right}")).help(format!("write `{right}`")));
    }
    if stat.decimals.is_none() && result.value.normalize().scale() > MAX_DECIMALS {
        let finding = Finding::new(Code::KeyMissing, place.clone(), "the key `decimals` is missing");
        findings.push(finding.help(format!("say to how many decimals {} is rounded", result.value)));
    }
    let sources = inputs.iter().filter_map(|id| known.get(id)).flat_map(|input| input.sources.iter());
    let sources: BTreeSet<SourceId> = sources.chain(stat.source.iter().map(|source| &source.value)).cloned().collect();
    let (sources, inputs) = (sources.into_iter().collect(), inputs.into_iter().collect());
    let printed = Amount::Value(rounded(result.value, stat.decimals));
    let exact = quantity(stat, Amount::Value(result.value));
    Some(Known::new(quantity(stat, printed), exact, sources, inputs))
}

/// Rounds half away from zero, as people do, and keeps the zeros that the decimals ask for.
fn rounded(value: Decimal, decimals: Option<u32>) -> Decimal {
    let mut rounded = value.round_dp_with_strategy(decimals.unwrap_or(MAX_DECIMALS), RoundingStrategy::MidpointAwayFromZero);
    if let Some(decimals) = decimals {
        rounded.rescale(decimals);
    }
    rounded
}

/// Computes a formula. `Err(None)` is an input without a value.
fn evaluate(expression: &Expression, known: &BTreeMap<StatId, Known>) -> Result<Operand, Option<Fault>> {
    let evaluate = |expression: &Expression| evaluate(expression, known);
    Ok(match expression {
        Expression::Number(number) => Operand::bare(*number),
        Expression::Stat(id) => known.get(&id.value).and_then(|known| Operand::of(&known.exact())).ok_or(None)?,
        Expression::Binary(a, operator, b) => {
            let (a, b) = (evaluate(a)?, evaluate(b)?);
            match operator {
                Operator::Add => a.add(b),
                Operator::Subtract => a.subtract(b),
                Operator::Multiply => a.multiply(b),
                Operator::Divide => a.divide(b),
            }?
        }
        Expression::Growth(new, old) => evaluate(new)?.growth(evaluate(old)?)?,
        Expression::Share(part, whole) => evaluate(part)?.share(evaluate(whole)?)?,
        Expression::Sum(all) => {
            let mut all = all.iter().map(evaluate);
            let first = all.next().ok_or(None)??;
            all.try_fold(first, |sum, next| sum.add(next?).map_err(Some))?
        }
    })
}
