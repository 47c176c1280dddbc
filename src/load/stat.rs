//! `data/stats/<topic>.yaml`: stats. Values stay exact: they are read from the text of the file by the strict grammar.

use super::decode::{Field, Shape};
use super::node::Cursor;
use super::text::{Entry, Folder};
use super::{Loaded, expression, read_yaml, scalar};
use crate::diagnostic::{At, Code, Finding, Findings};
use crate::model::id::is_id;
use crate::model::project::TopicStat;
use crate::model::stat::{CONSTRUCTS, CellRef, Measures, Say, StatValue, Status};
use crate::model::word::{Word, Words};
use crate::model::{Amount, Hedge, Kind, SourceId, Stat, StatId, notation};
use rust_decimal::Decimal;
use std::sync::Arc;

/// The folder.
pub const FOLDER: &str = "data/stats";

/// The keys of a file of stats.
pub const FIELDS: &[Field] = &[
    Field::optional("source", Shape::Scalar(&scalar::ID), "the source of the stats below that name none"),
    Field::required("stats", Shape::List(&Shape::Map(STAT)), "the stats"),
];

const STAT: &[Field] = &[
    Field::required("id", Shape::Scalar(&scalar::ID), "its id, unique in the project; also its Fluent variable"),
    Field::optional("value", Shape::Scalar(&scalar::VALUE), "its value, as the source prints it"),
    Field::optional("derive", Shape::Scalar(&scalar::TEXT), "the formula by which it comes from other stats"),
    Field::required("unit", Shape::Scalar(&scalar::UNIT), "its unit: percent, percentage-point, count, currency: USD, …"),
    Field::optional("source", Shape::Scalar(&scalar::ID), "its source, if not that of the file"),
    Field::optional("measures", Shape::Map(MEASURES), "who or what it measures"),
    Field::optional("period", Shape::Scalar(&scalar::TEXT), "when"),
    Field::optional("decimals", Shape::Scalar(&scalar::DECIMALS), "to how many decimals it is rounded"),
    Field::optional("cell", Shape::Map(CELL), "where in the source's table it stands"),
    Field::optional("quote", Shape::Scalar(&scalar::TEXT), "the words of the source"),
    Field::optional("hedge", Shape::Choice(hedges), "the hedge with which the source itself gives it"),
    Field::optional("say", Shape::List(&Shape::Map(SAY)), "other ways in which it may be said"),
    Field::optional("status", Shape::Choice(statuses), "how far it may be relied on; final if left out"),
];

const MEASURES: &[Field] = &[
    Field::optional("population", Shape::Scalar(&scalar::TEXT), "of whom or what"),
    Field::optional("property", Shape::Scalar(&scalar::TEXT), "what about them"),
];

const CELL: &[Field] = &[
    Field::required("row", Shape::Texts(&Shape::Scalar(&scalar::TEXT)), "the text of each column that picks the row"),
    Field::required("column", Shape::Scalar(&scalar::TEXT), "the column"),
];

const SAY: &[Field] = &[
    Field::required("as", Shape::Choice(|| CONSTRUCTS.to_vec()), "the construct that words it"),
    Field::required("value", Shape::Scalar(&scalar::AMOUNT), "what is said"),
    Field::optional("hedge", Shape::Choice(hedges), "with which hedge"),
];

fn hedges() -> Vec<&'static str> {
    Hedge::ALL.iter().map(|hedge| hedge.name()).collect()
}

fn statuses() -> Vec<&'static str> {
    Status::ALL.iter().map(|(name, _)| *name).collect()
}

/// Reads every stat of every topic.
pub fn load(folder: &Folder, findings: &mut Findings) -> Loaded<StatId, TopicStat> {
    let mut loaded = Loaded::default();
    let entries = folder.list(FOLDER, super::YAML, findings).unwrap_or_default();
    let topics = super::each(&entries, findings, |entry, findings| topic(folder, entry, findings));
    for (entry, topic) in entries.into_iter().zip(topics) {
        loaded.names.insert(entry.stem.clone());
        let Some(stats) = topic else {
            loaded.unreadable.insert(entry.stem);
            continue;
        };
        let name = Word::from(&*entry.stem);
        for (id, stat) in stats {
            match stat {
                Some(stat) => {
                    let stat = TopicStat { topic: name.clone(), stat: Arc::new(stat) };
                    loaded.insert(id, stat, |stat| &stat.stat.id.place, findings);
                }
                None => _ = loaded.unreadable.insert(id.to_string()),
            }
        }
    }
    loaded
}

/// The stats of a topic: their ids, each with the stat if it could be read; nothing if the file could not be.
fn topic(folder: &Folder, entry: &Entry, findings: &mut Findings) -> Option<Vec<(At<StatId>, Option<Stat>)>> {
    let (file, root) = read_yaml(folder, &entry.path, &Shape::Map(FIELDS), findings)?;
    let root = Cursor { file: &file, node: &root };
    let default = root.get("source").and_then(source_id);
    let (mut stats, mut words) = (Vec::new(), Words::default());
    for item in root.get("stats").into_iter().flat_map(Cursor::items) {
        let Some(id) = item.get("id").and_then(|id| id.read(|text| is_id(text).then(|| StatId::new(text)))) else {
            continue;
        };
        let stat = stat(item, id.clone(), default.as_ref(), &mut words, findings);
        stats.push((id, stat));
    }
    Some(stats)
}

fn source_id(cursor: Cursor<'_>) -> Option<At<SourceId>> {
    cursor.read(|text| is_id(text).then(|| SourceId::new(text)))
}

/// One stat; nothing if its value cannot be read, which has been said then.
fn stat(
    item: Cursor<'_>,
    id: At<StatId>,
    default: Option<&At<SourceId>>,
    words: &mut Words,
    findings: &mut Findings,
) -> Option<Stat> {
    let mut source = item.get("source").and_then(source_id);
    let decimals = item.get("decimals").and_then(|cursor| cursor.read(|text| text.parse::<u32>().ok()));
    let unit = item.get("unit").and_then(|cursor| cursor.read(notation::unit));
    let value = match (item.get("value"), item.get("derive")) {
        (Some(value), None) => {
            source = source.or_else(|| default.cloned());
            if source.is_none() {
                let finding = Finding::new(Code::KeyMissing, id.place.clone(), "the key `source` is missing");
                findings.push(
                    finding.label("this stat").help("name the source here, or once for all stats at the top of the file"),
                );
            }
            let kind = unit.as_ref().map(|unit| unit.value.0);
            given(value, kind, decimals.as_ref(), findings).map(|amount| At::new(StatValue::Given(amount), value.place()))
        }
        (None, Some(formula)) => match expression::parse(formula) {
            Ok(expression) => Some(At::new(StatValue::Derived(expression), formula.place())),
            Err(finding) => {
                findings.push(*finding);
                None
            }
        },
        (Some(_), Some(formula)) => {
            let finding = Finding::new(Code::ValueMalformed, formula.place(), "a stat is given or derived, not both");
            findings.push(finding.help("leave out `value` or `derive`"));
            None
        }
        (None, None) => {
            let finding = Finding::new(Code::KeyMissing, id.place.clone(), "the key `value` is missing");
            findings.push(finding.label("this stat").help("give it a `value`, or a formula to `derive` it by"));
            None
        }
    };
    let (unit, value) = (unit?, value?);
    let (kind, unit) = (At::new(unit.value.0, unit.place), unit.value.1);
    let hedge = |cursor: Cursor<'_>| cursor.get("hedge").and_then(|hedge| hedge.read(Hedge::from_name));
    let status = item.get("status").and_then(|status| status.read(Status::from_name));
    Some(Stat {
        value,
        kind,
        unit,
        measures: item.get("measures").map(|measures| self::measures(measures, words)).unwrap_or_default(),
        period: item.get("period").and_then(Cursor::text).map(|text| words.word(text)),
        decimals: decimals.map(|decimals| decimals.value),
        source,
        cell: item.get("cell").and_then(|cell| self::cell(cell, words)),
        quote: item.get("quote").and_then(Cursor::string).map(Box::new),
        hedge: hedge(item).map(Box::new),
        say: item
            .get("say")
            .into_iter()
            .flat_map(Cursor::items)
            .filter_map(|say| {
                let construct = say.get("as")?.read(|text| Some(words.word(text)))?;
                let value = say.get("value")?.read(notation::any_amount)?;
                Some(Say { construct, value, hedge: hedge(say) })
            })
            .collect(),
        status: status.unwrap_or_else(|| At::new(Status::Final, id.place.clone())),
        entry: item.place(),
        id,
    })
}

/// A value in the notation of its kind, with as many decimals as the stat declares.
fn given(value: Cursor<'_>, kind: Option<Kind>, decimals: Option<&At<u32>>, findings: &mut Findings) -> Option<Amount> {
    let (text, kind) = (value.text()?, kind?);
    let Some(amount) = notation::amount(kind, text) else {
        let scalar = match kind {
            Kind::Date => &scalar::PARTIAL_DATE,
            Kind::Fraction => &scalar::AMOUNT,
            _ => &scalar::NUMBER,
        };
        findings.extend(scalar.fault(text, value.place()));
        return None;
    };
    match (amount, decimals) {
        (Amount::Value(number), _) if kind == Kind::Year => year(number, value, findings),
        (Amount::Value(mut number), Some(decimals)) => {
            if number.scale() > decimals.value {
                let message = format!("`{text}` has more decimals than the stat declares");
                let finding = Finding::new(Code::ValueMalformed, value.place(), message);
                findings.push(finding.related(&decimals.place, "declared here"));
            }
            number.rescale(decimals.value);
            Some(Amount::Value(number))
        }
        _ => Some(amount),
    }
}

/// A Gregorian year. A year of the Buddhist era in the data is a slip: the era belongs to the page.
fn year(number: Decimal, value: Cursor<'_>, findings: &mut Findings) -> Option<Amount> {
    let (low, high) = (Decimal::from(1000), Decimal::from(2399));
    if number.scale() == 0 && (low..=high).contains(&number) {
        return Some(Amount::Value(number));
    }
    let finding = Finding::new(Code::ValueMalformed, value.place(), format!("`{number}` is not a Gregorian year"));
    let be = number - Decimal::from(543);
    findings.push(if number.scale() == 0 && (low..=high).contains(&be) {
        finding.help(format!("did you mean `{be}`?"))
    } else {
        finding
    });
    None
}

fn measures(cursor: Cursor<'_>, words: &mut Words) -> Measures {
    let mut text = |key: &str| cursor.get(key).and_then(Cursor::text).map(|text| words.word(text));
    Measures { population: text("population"), property: text("property") }
}

fn cell(cursor: Cursor<'_>, words: &mut Words) -> Option<CellRef> {
    let column = cursor.get("column")?.read(|text| Some(words.word(text)))?;
    let mut row = Vec::new();
    for (name, value) in cursor.get("row")?.entries() {
        let text = value.read(|text| Some(words.word(text)));
        row.extend(text.map(|text| (name.map(|name| words.word(name)), text)));
    }
    Some(CellRef { place: cursor.place(), row: row.into(), column })
}
