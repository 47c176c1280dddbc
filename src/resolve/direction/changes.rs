//! Which way each stat went: what derived stats say of the levels that they compare.

use crate::model::stat::{Expression, Operator, StatValue};
use crate::model::{Kind, Project, Stat, StatId};
use crate::resolve::derive::Known;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the changes of a project.
#[derive(Debug, Default)]
pub struct Changes {
    /// Stats that say how much something changed, and which way it went.
    ways: BTreeMap<StatId, Ordering>,
    /// Those of them that are differences between two known times.
    in_time: BTreeSet<StatId>,
    /// Stats that are compared with an earlier level, and which way they went.
    later: BTreeMap<StatId, Ordering>,
    /// Stats that are compared with a later level, and which way it went.
    earlier: BTreeMap<StatId, Ordering>,
    /// Percents of which a change is computed.
    levels: BTreeSet<StatId>,
}

impl Changes {
    /// Of all stats of a project.
    pub fn new(project: &Project, known: &BTreeMap<StatId, Known>) -> Self {
        let mut changes = Self::default();
        let mut unsure = (BTreeSet::new(), BTreeSet::new());
        for (id, stat) in project.stats.iter().map(|(id, stat)| (id, &*stat.stat)) {
            let formula = match &stat.value.value {
                StatValue::Derived(formula) => formula,
                StatValue::Given(_) => {
                    changes.ways.extend(told(stat, known.get(id)).map(|way| (id.clone(), way)));
                    continue;
                }
            };
            let (Some((a, b)), true) = (compared(formula), known.contains_key(id)) else { continue };
            let (Some(left), Some(right)) = (project.stats.get(a), project.stats.get(b)) else { continue };
            let (left, right) = (&*left.stat, &*right.stat);
            if !matches!(formula, Expression::Binary(_, Operator::Divide, _)) {
                let level = |stat: &&Stat| matches!(stat.kind.value, Kind::Percent | Kind::Fraction) && !is_change(stat);
                changes.levels.extend([left, right].iter().filter(|stat| level(stat)).map(|stat| stat.id.value.clone()));
            }
            let Some(order) = order(left, right) else { continue };
            let (later, earlier) = if order == Order::Reversed { (b, a) } else { (a, b) };
            let value = |id: &StatId| known.get(id).and_then(|known| known.exact().amount.value());
            let (Some(new), Some(old)) = (value(later), value(earlier)) else { continue };
            let way = new.cmp(&old);
            if !matches!(formula, Expression::Binary(_, Operator::Divide, _)) {
                changes.ways.insert(id.clone(), way);
                changes.in_time.extend((order != Order::Assumed).then(|| id.clone()));
            }
            note(&mut changes.later, later, way, &mut unsure.0);
            note(&mut changes.earlier, earlier, way, &mut unsure.1);
        }
        unsure.0.iter().for_each(|id| _ = changes.later.remove(id));
        unsure.1.iter().for_each(|id| _ = changes.earlier.remove(id));
        changes
    }

    /// Which way the thing went whose change a stat says.
    pub fn way(&self, stat: &StatId) -> Option<Ordering> {
        self.ways.get(stat).copied()
    }

    /// Which way it went to the level that a stat says.
    pub fn way_to(&self, stat: &StatId) -> Option<Ordering> {
        self.later.get(stat).copied()
    }

    /// Which way it went from the level that a stat says.
    pub fn way_from(&self, stat: &StatId) -> Option<Ordering> {
        self.earlier.get(stat).copied()
    }

    /// Whether a stat is a percent of which a change is computed, and no change itself.
    pub fn is_level(&self, stat: &StatId) -> bool {
        self.levels.contains(stat)
    }

    /// Whether a stat is the difference between two known times, and no level itself.
    pub fn is_in_time(&self, stat: &StatId) -> bool {
        self.in_time.contains(stat)
    }
}

/// Notes which way a stat went; one that went both ways, beside different others, is unsure.
fn note(ways: &mut BTreeMap<StatId, Ordering>, id: &StatId, way: Ordering, unsure: &mut BTreeSet<StatId>) {
    if ways.insert(id.clone(), way).is_some_and(|known| known != way) {
        unsure.insert(id.clone());
    }
}

/// The two stats that a formula compares.
fn compared(formula: &Expression) -> Option<(&StatId, &StatId)> {
    match formula {
        Expression::Binary(a, Operator::Subtract | Operator::Divide, b) | Expression::Growth(a, b) => match (&**a, &**b) {
            (Expression::Stat(a), Expression::Stat(b)) => Some((&a.value, &b.value)),
            _ => None,
        },
        _ => None,
    }
}

/// In which order of time the two stats of a formula stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    /// The later before the earlier.
    Usual,
    /// The earlier before the later.
    Reversed,
    /// A period is not given, so the usual order is taken for it.
    Assumed,
}

/// The order of two stats; none if they are of one time, so that their difference is a gap and no change.
fn order(a: &Stat, b: &Stat) -> Option<Order> {
    let (Some(left), Some(right)) = (&a.period, &b.period) else { return Some(Order::Assumed) };
    let sortable = |period: &str| period.len() >= 4 && period.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match left.cmp(right) {
        Ordering::Equal => None,
        _ if !sortable(left) || !sortable(right) => None,
        Ordering::Greater => Some(Order::Usual),
        Ordering::Less => Some(Order::Reversed),
    }
}

const RISES: [&str; 5] = ["rise", "growth", "increase", "rose", "grew"];
const FALLS: [&str; 6] = ["fall", "decline", "decrease", "drop", "fell", "reduction"];

/// Which way a given stat says that something went, by the words of its property.
fn told(stat: &Stat, known: Option<&Known>) -> Option<Ordering> {
    if !matches!(stat.kind.value, Kind::Percent | Kind::PercentagePoint) {
        return None;
    }
    let value = known?.exact().amount.value().filter(|value| *value > Decimal::ZERO)?;
    match (says(stat, &RISES), says(stat, &FALLS)) {
        (true, false) => Some(value.cmp(&Decimal::ZERO)),
        (false, true) => Some(Decimal::ZERO.cmp(&value)),
        _ => None,
    }
}

/// Whether the property of a stat is a change.
fn is_change(stat: &Stat) -> bool {
    says(stat, &RISES) || says(stat, &FALLS) || says(stat, &["change", "difference", "rate"])
}

fn says(stat: &Stat, words: &[&str]) -> bool {
    let property = stat.measures.property.as_deref().unwrap_or_default().to_lowercase();
    property.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}
