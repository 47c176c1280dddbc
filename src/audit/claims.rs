//! What a project claims, in the words of one language: each stat with everything that is said of it.
//!
//! In: the editions of a project in a locale. Out: [`Claims`], which tell for the words around a figure how well each stat fits
//! them. What is said of a stat is read from the narratives (the words around its variable), the rows of charts and the words of
//! the data (`stat-<id>-property`, or the data files themselves in English). When a source was published and how many it asked are
//! claims too. Nothing can go wrong: what cannot be read says nothing.

use super::mentions::{Said, mentions};
use super::terms::{Token, tokens};
use crate::diagnostic::Place;
use crate::figure::Language;
use crate::figure::sameness::is_one;
use crate::model::source::PartialDate;
use crate::model::{Amount, BoundStat, Edition, Kind, Project, Quantity, SourceId, StatId, Unit};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a project claims in one language.
#[derive(Debug)]
pub struct Claims {
    /// The language.
    pub language: &'static Language,
    /// Each claim, in the order of the data files.
    pub claims: Vec<Claim>,
    terms: BTreeMap<String, usize>,
    /// How much each term tells, in thousandths.
    telling: Vec<u32>,
    /// For each term, the mentions that have it, with its weight there.
    postings: Vec<Vec<(usize, u32)>>,
    /// For each mention, its claim and all that it weighs.
    mentions: Vec<(usize, u64)>,
    /// Claims that are said one directly after the other.
    followed: BTreeSet<(usize, usize)>,
}

/// Something that a project says in figures.
#[derive(Debug)]
pub struct Claim {
    /// The stat; `None` for a literal of an article.
    pub stat: Option<Arc<BoundStat>>,
    /// What it says; a literal may say nothing that is read.
    pub quantity: Option<Quantity>,
    /// Other ways of saying it.
    pub says: Vec<Quantity>,
    /// The text of a literal.
    pub literal: Option<String>,
    /// The publication of which it is said: when it was published, how many were asked.
    pub publication: Option<SourceId>,
    /// The topic that it stands in.
    pub topic: String,
}

impl Claim {
    /// The id of the stat.
    pub fn id(&self) -> Option<&StatId> {
        self.stat.as_ref().map(|bound| &bound.stat.id.value)
    }

    /// Where the value of the stat stands.
    pub fn place(&self) -> Option<&Place> {
        self.stat.as_ref().map(|bound| &bound.stat.value.place)
    }

    /// How many decimals it has.
    pub fn decimals(&self) -> u32 {
        match self.quantity.map(|quantity| quantity.amount) {
            Some(Amount::Value(value)) => value.normalize().scale(),
            _ => 0,
        }
    }

    /// The year that it is about.
    pub fn year(&self) -> Option<Decimal> {
        let period = self.stat.as_ref()?.stat.period.as_ref()?;
        period.get(..4)?.parse().ok()
    }

    /// Its sources.
    pub fn sources(&self) -> &[SourceId] {
        self.stat.as_ref().map_or(self.publication.as_slice(), |bound| &bound.sources)
    }

    /// Whether another claim is the same of another year.
    pub fn is_twin(&self, other: &Claim) -> bool {
        let property = |claim: &Claim| claim.stat.as_ref().map(|bound| bound.stat.measures.property.clone());
        property(self).flatten().is_some_and(|own| property(other).flatten() == Some(own))
    }

    /// Whether another claim of the same source says the same.
    pub fn says_the_same(&self, other: &Claim) -> bool {
        let same = |(own, its): (Quantity, Quantity)| is_one(&own, &its) && own.hedge == its.hedge;
        let is_near = || self.sources().iter().any(|source| other.sources().contains(source));
        self.quantity.zip(other.quantity).is_some_and(same) && is_near()
    }
}

/// What is known of a publication itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// When it was published.
    Published,
    /// How many were asked.
    Sample,
}

/// Claims about the publications that the claims come from: a stat that says the same of its source, or else one more claim.
fn publications(project: &Project, claims: &mut Vec<Claim>) -> Vec<(usize, SourceId, Aspect)> {
    let mut topics: BTreeMap<SourceId, String> = BTreeMap::new();
    for claim in claims.iter() {
        for source in claim.sources() {
            topics.entry(source.clone()).or_insert_with(|| claim.topic.clone());
        }
    }
    let mut found = Vec::new();
    for (id, topic) in topics {
        let Some(source) = project.sources.get(&id) else { continue };
        let published = source.published.map(|date| (date_of(date), Aspect::Published));
        let sample = source.method.as_ref().and_then(|method| method.sample);
        let sample = sample.map(|sample| (Quantity::new(Kind::Count, Amount::Value(sample)), Aspect::Sample));
        for (quantity, aspect) in published.into_iter().chain(sample) {
            let known = claims.iter().position(|claim| {
                claim.sources().contains(&id) && claim.quantity.is_some_and(|said| is_one(&said, &quantity))
            });
            let claim = known.unwrap_or_else(|| {
                let (publication, topic) = (Some(id.clone()), topic.clone());
                let quantity = Some(quantity);
                claims.push(Claim { stat: None, quantity, says: Vec::new(), literal: None, publication, topic });
                claims.len() - 1
            });
            found.push((claim, id.clone(), aspect));
        }
    }
    found
}

/// A date as it may be printed: a year, a month, a day.
fn date_of(date: PartialDate) -> Quantity {
    let digits = [date.month, date.day].into_iter().flatten();
    let value = digits.fold(Decimal::from(date.year), |value, part| value * Decimal::ONE_HUNDRED + Decimal::from(part));
    let (kind, unit) = if date.month.is_some() { (Kind::Date, Unit::Date) } else { (Kind::Year, Unit::Year) };
    Quantity::new(kind, Amount::Value(value)).unit(unit)
}

/// Half of the number of claims beside which a term still tells half.
const COMMON: u32 = 6;

impl Claims {
    /// What a project claims in a language: all of it, or what one article may use.
    pub fn of(project: &Project, editions: &[Edition], language: &'static Language, article: Option<&str>) -> Self {
        let editions: Vec<&Edition> = editions
            .iter()
            .filter(|edition| edition.locale.as_str() == language.tag)
            .filter(|edition| article.is_none_or(|id| edition.article.id.as_str() == id))
            .collect();
        let mut claims = Vec::new();
        let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
        let mut bound: Vec<&Arc<BoundStat>> = editions.iter().flat_map(|edition| edition.stats.values()).collect();
        let place = |stat: &BoundStat| (stat.stat.entry.path().to_owned(), stat.stat.entry.span().start);
        bound.sort_by_key(|stat| place(stat));
        bound.dedup_by_key(|stat| place(stat));
        for stat in bound {
            by_id.insert(stat.stat.id.as_str().to_owned(), claims.len());
            claims.push(Claim {
                quantity: Some(stat.quantity),
                says: stat.stat.say.iter().map(|say| say.quantity(&stat.stat)).collect(),
                topic: project.stats.get(&stat.stat.id.value).map_or(String::new(), |topic| topic.topic.to_string()),
                stat: Some(Arc::clone(stat)),
                literal: None,
                publication: None,
            });
        }
        for edition in &editions {
            for literal in &edition.article.literals {
                let Some(text) = literal.text.get(&edition.locale) else { continue };
                by_id.insert(format!("{}/{}", edition.article.id.value, literal.id.value), claims.len());
                let quantity = language.read(text).first().map(|figure| figure.quantity);
                let (topic, literal) = (edition.article.id.as_str().to_owned(), Some(text.value.clone()));
                claims.push(Claim { stat: None, quantity, says: Vec::new(), literal, publication: None, topic });
            }
        }
        let publications = publications(project, &mut claims);
        let said = mentions(project, &editions, language, &by_id, &claims, &publications);
        Self::index(language, claims, said)
    }

    fn index(language: &'static Language, claims: Vec<Claim>, said: Said) -> Self {
        let found = said.mentions;
        let mut terms: BTreeMap<String, usize> = BTreeMap::new();
        let mut having: Vec<Vec<usize>> = Vec::new();
        for mention in &found {
            for term in mention.terms.keys() {
                let next = terms.len();
                let term = *terms.entry(term.clone()).or_insert(next);
                having.resize_with(having.len().max(term + 1), Vec::new);
                // What is known of publications makes no word commoner.
                let is_stat = claims[mention.claim].publication.is_none();
                if is_stat && having[term].last() != Some(&mention.claim) {
                    having[term].push(mention.claim);
                }
            }
        }
        let telling: Vec<u32> = having
            .into_iter()
            .map(|mut claims| {
                claims.sort_unstable();
                claims.dedup();
                1000 * COMMON / (COMMON + claims.len() as u32)
            })
            .collect();
        let mut postings = vec![Vec::new(); terms.len()];
        let mut mentions = Vec::new();
        for mention in &found {
            let mut mass = 0;
            for (term, weight) in &mention.terms {
                let term = terms[term];
                postings[term].push((mentions.len(), *weight));
                mass += u64::from(telling[term]) * u64::from(*weight);
            }
            mentions.push((mention.claim, mass.max(1)));
        }
        Self { language, claims, terms, telling, postings, mentions, followed: said.followed }
    }

    /// How well each claim fits the words around a figure, from 0 to 1000; those that have nothing in common are left out.
    pub fn fits(&self, tokens: &[Token<'_>], around: &[(usize, u32)]) -> BTreeMap<usize, i64> {
        let mut heaviest: BTreeMap<&str, u32> = BTreeMap::new();
        for (position, weight) in around {
            let known = heaviest.entry(&tokens[*position].term).or_default();
            *known = (*known).max(*weight);
        }
        let (mut mass, mut common) = (0_u64, vec![(0_u64, 0_u32); self.mentions.len()]);
        for (term, weight) in heaviest {
            let Some(&term) = self.terms.get(term) else {
                // A word that no claim has tells that the figure may speak of something else.
                mass += 500 * u64::from(weight);
                continue;
            };
            let telling = u64::from(self.telling[term]);
            mass += telling * u64::from(weight);
            for (mention, there) in &self.postings[term] {
                let (sum, count) = &mut common[*mention];
                *sum += telling * u64::from(weight.min(*there));
                *count += 1;
            }
        }
        let mut best = BTreeMap::new();
        for (mention, (common, count)) in common.into_iter().enumerate().filter(|(_, (_, count))| *count > 0) {
            let (claim, other) = self.mentions[mention];
            let fit = (common * 1000 * 100 / (mass * SHARE_OF_TEXT + other * (100 - SHARE_OF_TEXT)).max(1)) as i64;
            let known: &mut i64 = best.entry(claim).or_default();
            *known = (*known).max(fit.min(if count > 1 { 1000 } else { BY_ONE_WORD }));
        }
        best
    }

    /// The claims that the project says directly after one.
    pub fn after(&self, first: usize) -> impl Iterator<Item = usize> + '_ {
        self.followed.range((first, 0)..=(first, usize::MAX)).map(|(_, second)| *second)
    }

    /// The claims that the project says directly before one.
    pub fn before(&self, second: usize) -> impl Iterator<Item = usize> + '_ {
        self.followed.iter().filter(move |(_, other)| *other == second).map(|(first, _)| *first)
    }

    /// Whether the project says the second claim directly after the first.
    pub fn follows(&self, first: usize, second: usize) -> bool {
        self.followed.contains(&(first, second))
    }

    /// The claim of that position.
    pub fn get(&self, claim: usize) -> &Claim {
        &self.claims[claim]
    }
}

/// The best fit of a claim with which the words around a figure have one in common.
const BY_ONE_WORD: i64 = 220;
/// How much of the text around a figure must be said of the stat, against how much that is said of the stat must stand there.
const SHARE_OF_TEXT: u64 = 45;

/// The terms of a text that says one thing, each as heavy as `weight`.
pub fn plain_terms(text: &str, weight: u32) -> BTreeMap<String, u32> {
    tokens(text).into_iter().map(|token| (token.term.into_owned(), weight)).collect()
}

/// Whether a quantity has a single number.
pub fn has_value(quantity: &Quantity) -> bool {
    matches!(quantity.amount, Amount::Value(_) | Amount::Ratio(..))
}
