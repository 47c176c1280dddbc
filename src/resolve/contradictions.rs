//! Stats that claim the same thing: the same population, property and period, whichever article uses them.
//!
//! What can go wrong: their values are not one, even but for rounding. Stats of different units say different things, except
//! that a fraction may stand for a percent. Retired stats claim nothing any more.

use super::derive::Known;
use crate::diagnostic::{Code, Finding, Findings};
use crate::figure::claim;
use crate::model::Word;
use crate::model::number::rounding_interval;
use crate::model::stat::Status;
use crate::model::{Amount, Kind, Project, Stat, StatId};
use std::collections::BTreeMap;

/// A stat and its value.
type Valued<'a> = (&'a Stat, &'a Known);

/// Reports every stat that says something else than the first that claims the same.
pub fn check(project: &Project, known: &BTreeMap<StatId, Known>, findings: &mut Findings) {
    let mut claims: BTreeMap<[String; 3], Vec<Valued<'_>>> = BTreeMap::new();
    for (id, stat) in &project.stats {
        let stat = &*stat.stat;
        let (Some(claim), Some(known)) = (claimed(stat), known.get(id)) else { continue };
        let others = claims.entry(claim).or_default();
        match others.iter().find(|other| one_unit(**other, (stat, known))) {
            Some(first) if !agree(*first, (stat, known)) => findings.push(contradiction(*first, (stat, known))),
            Some(_) => {}
            None => others.push((stat, known)),
        }
    }
}

/// What a stat claims to say, if its file tells.
fn claimed(stat: &Stat) -> Option<[String; 3]> {
    let plain = |text: &Word| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let (population, property) = (stat.measures.population.as_ref()?, stat.measures.property.as_ref()?);
    let period = stat.period.as_ref().map(plain).unwrap_or_default();
    (stat.status.value != Status::Retired).then(|| [plain(population), plain(property), period])
}

/// Whether the values of two stats can be compared.
fn one_unit((a, _): Valued<'_>, (b, _): Valued<'_>) -> bool {
    let share = |stat: &Stat| matches!(stat.kind.value, Kind::Percent | Kind::Fraction);
    (a.kind.value, a.unit) == (b.kind.value, b.unit) || (share(a) && share(b))
}

/// Whether two values may be one, rounded differently, or one worded by the other.
fn agree((a, left): Valued<'_>, (b, right): Valued<'_>) -> bool {
    if let (Amount::Value(x), Amount::Value(y)) = (left.truth().amount, right.truth().amount)
        && a.kind.value == b.kind.value
        && left.truth().hedge == right.truth().hedge
    {
        let interval = |stat: &Stat, value: rust_decimal::Decimal| {
            rounding_interval(value, stat.decimals.unwrap_or(value.scale()).min(27))
        };
        let ((a_low, a_high), (b_low, b_high)) = (interval(a, x), interval(b, y));
        let exact = matches!(a.kind.value, Kind::Year | Kind::Date);
        return x == y || (!exact && a_low < b_high && b_low < a_high);
    }
    claim::holds(&left.truth(), &right.truth()).is_ok() || claim::holds(&right.truth(), &left.truth()).is_ok()
}

fn contradiction((first, one): Valued<'_>, (stat, other): Valued<'_>) -> Finding {
    let (says, said) = (other.printed.amount, one.printed.amount);
    let message = format!("`{}` says {says} of the same of which `{}` says {said}", stat.id.value, first.id.value);
    Finding::new(Code::StatsContradict, stat.value.place.clone(), message)
        .related(&first.value.place, format!("`{}` says this", first.id.value))
        .help("correct whichever is wrong, or tell them apart by `measures` or `period`")
}
