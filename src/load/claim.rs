//! The `claims` of an article: what its text says of stats beside one another.
//!
//! | claim | says |
//! |---|---|
//! | `{highest: a, among: [a, b, c]}`, `{lowest: …}` | nothing is above it, below it |
//! | `{rank: 2, of: a, among: [a, b, c]}` | it is the second highest |
//! | `{sum: [a, b, c], is: 100, within: 1}` | together they make that, but for rounding |
//!
//! What can go wrong: keys of two claims in one, and keys that a claim lacks.

use super::decode::{Field, Shape};
use super::node::Cursor;
use super::scalar;
use crate::diagnostic::{At, Code, Finding, Findings};
use crate::model::StatId;
use crate::model::article::{Claim, End};
use crate::model::id::is_id;
use crate::model::number::parse_strict;

/// The keys of a claim.
pub const FIELDS: &[Field] = &[
    Field::optional("highest", Shape::Scalar(&scalar::ID), "the stat that is above all others"),
    Field::optional("lowest", Shape::Scalar(&scalar::ID), "the stat that is below all others"),
    Field::optional("rank", Shape::Scalar(&scalar::RANK), "its place, counted from the highest"),
    Field::optional("of", Shape::Scalar(&scalar::ID), "the stat that has the rank"),
    Field::optional("among", Shape::List(&Shape::Scalar(&scalar::ID)), "the stats that it is compared with"),
    Field::optional("sum", Shape::List(&Shape::Scalar(&scalar::ID)), "the stats that make a whole"),
    Field::optional("is", Shape::Scalar(&scalar::NUMBER), "what they make together"),
    Field::optional("within", Shape::Scalar(&scalar::NUMBER), "how far their sum may lie from it; 0 if left out"),
];

/// The claims by their keys, each with the others that it needs.
const CLAIMS: [(&str, &[&str]); 4] =
    [("highest", &["among"]), ("lowest", &["among"]), ("rank", &["of", "among"]), ("sum", &["is"])];

/// Reads a claim.
pub fn read(item: Cursor<'_>, findings: &mut Findings) -> Option<At<Claim>> {
    let named: Vec<_> = item.entries().filter(|(key, _)| CLAIMS.iter().any(|(name, _)| name == &key.value)).collect();
    let [(name, value)] = &named[..] else {
        let names = CLAIMS.map(|(name, _)| name).join(", ");
        let finding = Finding::new(Code::ValueMalformed, item.place(), "a claim says one thing");
        findings.push(finding.help(format!("with one of the keys {names}")));
        return None;
    };
    let (_, needed) = CLAIMS.iter().find(|(known, _)| *known == name.value)?;
    for key in needed.iter().filter(|key| item.get(key).is_none()) {
        let finding = Finding::new(Code::KeyMissing, name.place.clone(), format!("the key `{key}` is missing"));
        findings.push(finding.label("in this claim"));
    }
    let id = |cursor: Cursor<'_>| cursor.read(|text| is_id(text).then(|| StatId::new(text)));
    let ids = |cursor: Cursor<'_>| cursor.items().filter_map(id).collect::<Vec<_>>();
    let number = |key: &str| item.get(key).and_then(Cursor::text).and_then(parse_strict);
    let claim = match name.value {
        "sum" => Claim::Sum { of: ids(*value), is: number("is")?, within: number("within").unwrap_or_default() },
        "rank" => {
            let rank = value.read(scalar::rank)?;
            Claim::Rank { of: item.get("of").and_then(id)?, rank, from: End::Highest, among: ids(item.get("among")?) }
        }
        name => {
            let from = if name == "highest" { End::Highest } else { End::Lowest };
            Claim::Rank { of: id(*value)?, rank: At::new(1, value.place()), from, among: ids(item.get("among")?) }
        }
    };
    Some(At::new(claim, item.place()))
}
