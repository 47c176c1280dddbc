//! Where a project says something of its stats, in one language.
//!
//! In: the editions of a locale, with the messages of its files. Out: [`Mention`]s: a claim, and the words around it.

use super::claims::{Aspect, Claim, plain_terms};
use super::terms::{is_concept, surrounding, tokens};
use crate::figure::Language;
use crate::model::MessageFile;
use crate::model::Word;
use crate::model::source::Source;
use crate::model::{Edition, Kind, Project, SourceId};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A claim, and the words around it somewhere.
#[derive(Debug)]
pub struct Mention {
    /// The position of the claim.
    pub claim: usize,
    /// The words, each with its weight in thousandths.
    pub terms: BTreeMap<String, u32>,
}

/// What a project says in one language.
#[derive(Debug, Default)]
pub struct Said {
    /// Where it says something.
    pub mentions: Vec<Mention>,
    /// Claims that it says one directly after the other.
    pub followed: BTreeSet<(usize, usize)>,
}

/// The weight of the words of a text that says one thing.
const PLAIN: u32 = 700;

/// Everything that is said of the claims, which `ids` names: stats by id, literals as `article/id`.
pub fn mentions(
    project: &Project,
    editions: &[&Edition],
    language: &'static Language,
    ids: &BTreeMap<String, usize>,
    claims: &[Claim],
    publications: &[(usize, SourceId, Aspect)],
) -> Said {
    let mut found = Vec::new();
    let mut followed = BTreeSet::new();
    let files = project.locales.iter().filter(|(tag, _)| tag.as_str() == language.tag).flat_map(|(_, files)| files.files());
    let mut facts: BTreeMap<String, String> = BTreeMap::new();
    for file in files {
        let (name, file) = (file.stem(), file.open());
        let edition = editions.iter().find(|edition| edition.article.id.as_str() == name);
        for (id, text) in messages(&file) {
            match edition {
                Some(edition) => {
                    let claim =
                        |variable: &str| ids.get(&format!("{name}/{variable}")).or_else(|| ids.get(variable)).copied();
                    let said: Vec<Option<usize>> = text.placeables.iter().map(|(_, name)| name.and_then(&claim)).collect();
                    followed.extend(said.windows(2).filter_map(|pair| pair[0].zip(pair[1])));
                    let is_time = |claim: usize| {
                        claims[claim].quantity.is_some_and(|said| matches!(said.kind, Kind::Year | Kind::Date))
                    };
                    found.extend(text.mentions(&claim, &is_time));
                    found.extend(rows(edition, id, &text.text, ids));
                }
                None if id.starts_with("stat-") || id.starts_with("source-") => drop(facts.insert(id.to_owned(), text.text)),
                None => {}
            }
        }
    }
    for (position, claim) in claims.iter().enumerate() {
        let Some(bound) = &claim.stat else { continue };
        let measures = &bound.stat.measures;
        let fact = |name: &str, own: &Option<Word>| {
            let worded = facts.get(&format!("stat-{}-{name}", bound.stat.id.as_str()));
            worded.cloned().or_else(|| own.as_ref().map(Word::to_string).filter(|_| language.tag == "en"))
        };
        let words = [fact("population", &measures.population), fact("property", &measures.property)];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
        // What the data files say in English tells in every language by its names and by the concepts that all share.
        let english =
            [&measures.population, &measures.property].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
        let names = tokens(&english)
            .into_iter()
            .filter(|token| is_concept(&token.term) || english[token.span.clone()].starts_with(char::is_uppercase));
        let shared: BTreeMap<String, u32> = names.map(|token| (token.term.into_owned(), PLAIN)).collect();
        let mut terms = plain_terms(&words, PLAIN);
        if terms.is_empty() {
            terms = shared;
        } else {
            terms.extend(shared.into_iter().filter(|(term, _)| !is_concept(term)));
        }
        found.push(Mention { claim: position, terms });
    }
    for (claim, id, aspect) in publications {
        found.push(Mention { claim: *claim, terms: of_publication(&project.sources[id], *aspect, &facts) });
    }
    for chart in editions.iter().flat_map(|edition| &edition.article.charts) {
        let stats: Vec<usize> =
            chart.rows.iter().flat_map(|row| &row.stats).filter_map(|stat| ids.get(stat.as_str()).copied()).collect();
        followed.extend(stats.windows(2).map(|pair| (pair[0], pair[1])));
    }
    found.retain(|mention| !mention.terms.is_empty());
    Said { mentions: found, followed }
}

/// The words beside which a text says when a source was published, or how many it asked: its names, and what is asked for.
fn of_publication(source: &Source, aspect: Aspect, facts: &BTreeMap<String, String>) -> BTreeMap<String, u32> {
    const NAME: u32 = 400;
    let fact = |name: &str| facts.get(&format!("source-{}-{name}", source.id.as_str())).cloned();
    let asked = source.method.as_ref().and_then(|method| method.population.clone());
    let names = [
        fact("producer").or_else(|| Some(source.producer.clone())),
        fact("title").or_else(|| Some(source.title.clone())),
        fact("edition").or_else(|| source.edition.clone()),
        fact("population").or(asked).filter(|_| aspect == Aspect::Sample),
    ];
    let mut terms = plain_terms(&names.into_iter().flatten().collect::<Vec<_>>().join(" "), NAME);
    // The second word of each pair is one in every language.
    let (label, word) = match aspect {
        Aspect::Published => ("source-published", "published"),
        Aspect::Sample => ("source-sample", "sample respondents"),
    };
    let labels = [facts.get(label).map_or("", String::as_str), word];
    terms.extend(labels.into_iter().flat_map(|label| plain_terms(label, 1000)));
    terms
}

/// The rows of charts that a message names.
fn rows(edition: &Edition, id: &str, text: &str, ids: &BTreeMap<String, usize>) -> Vec<Mention> {
    let rows = edition.article.charts.iter().flat_map(|chart| {
        let prefix = format!("{}-{}-", edition.article.id.value, chart.id.value);
        let label = id.strip_prefix(&prefix).unwrap_or_default().to_owned();
        chart.rows.iter().filter(move |row| row.label.value == label)
    });
    let stats = rows.flat_map(|row| &row.stats).filter_map(|stat| ids.get(stat.as_str()));
    stats.map(|claim| Mention { claim: *claim, terms: plain_terms(text, PLAIN) }).collect()
}

/// A message as a text in which every placeable is one character.
#[derive(Default)]
struct Text<'a> {
    text: String,
    placeables: Vec<(Range<usize>, Option<&'a str>)>,
}

/// Stands for a placeable.
const GAP: char = '\u{FFFC}';

/// The messages of a file: id and text.
fn messages(file: &MessageFile) -> Vec<(&str, Text<'_>)> {
    let messages = file.resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    });
    messages.map(|(id, pattern)| (id, Text::of(pattern))).collect()
}

impl<'a> Text<'a> {
    fn of(pattern: &'a Pattern<&'a str>) -> Self {
        let mut text = Self::default();
        text.pattern(pattern);
        text
    }

    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) {
        let name = match expression {
            Expression::Inline(InlineExpression::Placeable { expression }) => return self.expression(expression),
            Expression::Inline(InlineExpression::VariableReference { id }) => Some(id.name),
            Expression::Inline(InlineExpression::FunctionReference { arguments, .. }) => {
                arguments.positional.iter().find_map(|argument| match argument {
                    InlineExpression::VariableReference { id } => Some(id.name),
                    _ => None,
                })
            }
            // The last variant is the one for all other cases.
            Expression::Select { variants, .. } => {
                return variants.iter().filter(|variant| variant.default).for_each(|variant| self.pattern(&variant.value));
            }
            Expression::Inline(_) => None,
        };
        let start = self.text.len();
        self.text.push(GAP);
        self.placeables.push((start..self.text.len(), name));
    }

    fn mentions(&self, claim: &dyn Fn(&str) -> Option<usize>, is_time: &dyn Fn(usize) -> bool) -> Vec<Mention> {
        let tokens = tokens(&self.text);
        // A year divides no clauses.
        let divides = |name: &Option<&str>| !name.and_then(claim).is_some_and(is_time);
        let places: Vec<Range<usize>> =
            self.placeables.iter().filter(|(_, name)| divides(name)).map(|(span, _)| span.clone()).collect();
        let known = self.placeables.iter().filter_map(|(span, name)| Some((span, claim((*name)?)?)));
        known
            .map(|(span, claim)| {
                let mut terms: BTreeMap<String, u32> = BTreeMap::new();
                for (position, weight) in surrounding(&self.text, &tokens, span, &places) {
                    let known = terms.entry(tokens[position].term.clone().into_owned()).or_default();
                    *known = (*known).max(weight);
                }
                Mention { claim, terms }
            })
            .collect()
    }
}
