//! A stat in the ledger of an article: what the pages of all locales say alike of it.
//!
//! In: a stat, and the rows of the ledger that it may lead to. Out: its name, and what speaks for it, each as HTML with its figure.
//! Nothing can go wrong. It is made once for an article, for a ledger has many rows and most of each is in no language.

use super::facts::{Facts, Printed, Subject};
use super::{Renderer, members};
use crate::figure::Language;
use crate::format::html::escape;
use crate::model::evidence::Evidence;
use crate::model::stat::{StatValue, Status};
use crate::model::{BoundStat, LocaleTag, StatId};
use std::collections::BTreeSet;
use tera::Value;

/// What the pages of all locales say alike of the stat of a row.
pub struct Common<'a> {
    /// The stat.
    pub bound: &'a BoundStat,
    /// What facts are said of.
    pub subject: Subject<'a>,
    /// The id of its row.
    pub id: Value,
    /// Its name.
    pub name: Printed,
    /// The same as HTML.
    pub name_html: Value,
    /// Whom it is of, if it says so.
    pub population: Option<Words>,
    /// What it says of them.
    pub property: Option<Words>,
    /// What speaks for it but for the words of its source, which may be translated.
    pub evidence: Vec<Printed>,
    /// The same, each as a pair of a name and HTML.
    pub pairs: Value,
    /// The words of its source.
    pub quote: Option<Words>,
    /// How it was compared with its source.
    pub kinds: Value,
    /// Its status, if it is not final.
    pub status: Value,
}

impl<'a> Common<'a> {
    /// Of a stat in an article whose ledger has rows for these.
    pub fn new(renderer: &Renderer, (id, bound): (&'a StatId, &'a BoundStat), rows: &BTreeSet<&str>) -> Self {
        let base = Language::of(renderer.settings.base_locale.as_str());
        let subject = Subject::of_stat(id, &bound.sources);
        let name = subject.fact("name", id.as_str(), base);
        let stat = &bound.stat;
        let words = |name, text: &str| Words::new(&subject, name, text, &renderer.settings.base_locale);
        let population = stat.measures.population.as_ref().map(|text| words("population", text));
        let property = stat.measures.property.as_ref().map(|text| words("property", text));
        let quote = stat.quote.as_ref().map(|text| words("quote", text));
        let (mut evidence, mut pairs) = (Vec::new(), Vec::new());
        let mut add = |name: &'static str, fact: Printed| {
            pairs.push(pair(name, Value::safe_string(&fact.html)));
            evidence.push(fact);
        };
        if matches!(stat.value.value, StatValue::Derived(_)) {
            let formula = stat.value.place.text();
            let (html, links) = linked(formula, rows);
            add("derived", subject.linked("derived", formula, html, &links, base));
        }
        if let Some(cell) = &stat.cell {
            if let Some(says) = &bound.says {
                add("says", subject.fact("says", says, base));
            }
            let row: Vec<_> = cell.row.iter().map(|(column, text)| format!("{} = {}", column.value, text.value)).collect();
            add("row", subject.fact("row", &row.join(", "), base));
            add("column", subject.fact("column", &cell.column, base));
        }
        let status = Some(stat.status.value).filter(|status| *status != Status::Final);
        Self {
            id: format!("stat-{id}").into(),
            name_html: Value::safe_string(&name.html),
            kinds: Evidence::of(stat).map(|kind| Value::from(kind.name())).collect::<Vec<_>>().into(),
            status: status.map(Status::name).into(),
            bound,
            subject,
            name,
            population,
            property,
            evidence,
            pairs: pairs.into(),
            quote,
        }
    }
}

/// Words of the data file, as they are printed on every page whose locale has no others for them.
pub struct Words {
    name: &'static str,
    written: Printed,
    own: Value,
    foreign: Value,
}

impl Words {
    fn new(subject: &Subject<'_>, name: &'static str, text: &str, base: &LocaleTag) -> Self {
        let written = subject.fact(name, text, Language::of(base.as_str()));
        let (own, foreign) = (Value::safe_string(&written.html), Value::safe_string(&written.foreign(base)));
        Self { name, written, own, foreign }
    }

    /// Says them on a page; what stands there as HTML.
    pub fn say(&self, facts: &mut Facts<'_>) -> Value {
        if let Some(html) = facts.translated(self.name) {
            return Value::safe_string(&html);
        }
        if facts.say_as_written(&self.written) { self.foreign.clone() } else { self.own.clone() }
    }
}

/// A pair of a name and HTML.
pub fn pair(name: &'static str, html: Value) -> Value {
    members([("name", name.into()), ("html", html)])
}

/// A formula as HTML, the stats in it linked to their rows, and the ids of those.
fn linked(formula: &str, rows: &BTreeSet<&str>) -> (String, Vec<String>) {
    let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let (mut html, mut links, mut rest) = (String::new(), Vec::new(), formula);
    while let Some(start) = rest.find(is_id) {
        escape(&mut html, &rest[..start]);
        let end = rest[start..].find(|c| !is_id(c)).map_or(rest.len(), |end| start + end);
        let name = &rest[start..end];
        match rows.contains(name) {
            true => {
                html += &format!("<a href=\"#stat-{name}\">{name}</a>");
                links.push(format!("stat-{name}"));
            }
            false => html += name,
        }
        rest = &rest[end..];
    }
    escape(&mut html, rest);
    (html, links)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stats_of_a_formula_lead_to_their_rows() {
        let formula = "growth(trust, trust-2020) < 3";
        let (html, links) = linked(formula, &BTreeSet::from(["trust-2020"]));
        assert_eq!(links, ["stat-trust-2020"]);
        assert_eq!(html, "growth(trust, <a href=\"#stat-trust-2020\">trust-2020</a>) &lt; 3");
    }
}
