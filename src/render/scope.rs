//! What the templates of one edition see: its messages, figures and charts, and the functions `t`, `figure` and `chart`.
//!
//! In: an edition and its locale. Out: for each call, text with tokens. What can go wrong: a message or a figure that does not
//! exist, which is a [`Gap`] at the call; everything that is wrong with a message, as findings at its place.

use super::Locale;
use super::gap::Gap;
use super::wording::{Stats, Variable};
use crate::diagnostic::{Code, Findings};
use crate::locale::{Messages, Variables, token};
use crate::model::{Article, Edition, MessageId};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// The figures of an edition: what each variable stands for, and the tokens that stand for it.
#[derive(Debug)]
pub struct Origins {
    /// The article.
    pub article: Arc<Article>,
    /// Its stats.
    pub stats: Arc<Stats>,
    /// What tokens number: the stats in order of id, then the literals.
    pub variables: Vec<Variable>,
    tokens: Variables,
}

impl Origins {
    /// The figures of an edition. Beyond [`token::CAPACITY`] of them, the rest are unknown to its messages.
    pub fn new(edition: &Edition) -> Self {
        let stats = edition.stats.iter().map(|(id, bound)| {
            let value = bound.quantity.amount.value().map(|value| value.normalize().to_string());
            (id.as_str(), value.unwrap_or_default(), Variable::Stat(Arc::clone(bound)))
        });
        let literals = edition.article.literals.iter().enumerate();
        let literals = literals.filter(|(_, literal)| !edition.stats.contains_key(literal.id.as_str()));
        let literals = literals.map(|(position, literal)| (literal.id.as_str(), String::new(), Variable::Literal(position)));
        let mut variables = Vec::new();
        let tokens = stats.chain(literals).take(token::CAPACITY).map(|(id, value, variable)| {
            variables.push(variable);
            (id.to_owned(), token::encode(variables.len() - 1, &value))
        });
        let tokens = Variables::new(tokens);
        Self { article: Arc::clone(&edition.article), stats: Arc::clone(&edition.stats), variables, tokens }
    }

    /// Whether they are those of an edition.
    pub fn are_of(&self, edition: &Edition) -> bool {
        Arc::ptr_eq(&self.article, &edition.article) && Arc::ptr_eq(&self.stats, &edition.stats)
    }

    /// The name of a variable, as messages call it.
    pub fn name(&self, variable: usize) -> Option<&str> {
        Some(match self.variables.get(variable)? {
            Variable::Stat(bound) => bound.stat.id.as_str(),
            Variable::Literal(position) => &self.article.literals[*position].id,
        })
    }
}

/// An edition in its locale.
#[derive(Debug)]
pub struct Scope {
    /// The locale.
    pub locale: Arc<Locale>,
    /// The messages of the article, with those around it.
    pub messages: Arc<Messages>,
    /// The figures.
    pub origins: Arc<Origins>,
    said: Mutex<Said>,
}

/// What the calls of a template left behind.
#[derive(Debug, Default)]
struct Said {
    messages: Vec<MessageId>,
    findings: Findings,
}

impl Scope {
    /// The scope of an edition.
    pub fn new(locale: &Arc<Locale>, edition: &Edition) -> Arc<Self> {
        let (messages, origins) = locale.of(edition);
        Arc::new(Self { locale: Arc::clone(locale), messages, origins, said: Mutex::default() })
    }

    /// The id that `id` stands for in the article, `<article>-<id>` or else `<id>` itself, and the messages that it is one of.
    fn resolve(&self, id: &str) -> Option<(String, Arc<Messages>)> {
        let own = [self.origins.article.id.as_str(), "-", id].concat();
        match self.messages.having(&own) {
            Some(messages) => Some((own, messages)),
            None => self.messages.borrow(id).map(|messages| (id.to_owned(), messages)),
        }
    }

    /// The text of a message between marks that say which message it is.
    pub fn message(&self, id: &str) -> Option<String> {
        let (id, messages) = self.resolve(id)?;
        let (text, findings) = messages.format(messages.get(&id)?, &self.origins.tokens);
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.findings.append(findings);
        said.messages.push(MessageId::new(&id));
        let mut marked = String::with_capacity(text.len() + 10);
        marked.extend([token::MESSAGE_OPEN, token::number(said.messages.len() - 1)]);
        marked.push_str(&text);
        marked.push(token::MESSAGE_CLOSE);
        Some(marked)
    }

    /// The messages that were said, by the numbers in their marks, and what was wrong with them; both start anew.
    pub fn take(&self) -> (Vec<MessageId>, Findings) {
        let said = std::mem::take(&mut *self.said.lock().unwrap_or_else(PoisonError::into_inner));
        (said.messages, said.findings)
    }

    fn figure(&self, id: &str, construct: Option<&str>) -> Result<String, Gap> {
        let names = (0..self.origins.variables.len()).filter_map(|variable| self.origins.name(variable));
        let token = self.origins.tokens.get(id).ok_or_else(|| {
            Gap::new(Code::StatMissing, id, format!("the article has no stat or literal `{id}`")).suggest(id, names)
        })?;
        let Some(construct) = construct else { return Ok(token.to_owned()) };
        let known = self.locale.messages.constructs();
        let position = known.iter().position(|known| *known == construct);
        let worded = position.and_then(|position| token::with_construct(token, position));
        worded.ok_or_else(|| {
            let what = format!("{} has no construct `{construct}`", self.locale.messages.tag());
            Gap::new(Code::ConstructUnknown, construct, what).suggest(construct, known.iter().copied())
        })
    }

    /// What stands for a chart of the article until Markdown is a tree.
    fn chart(&self, id: &str) -> Result<String, Gap> {
        let charts = &self.origins.article.charts;
        let position = charts.iter().position(|chart| chart.id.value == id).ok_or_else(|| {
            let names = charts.iter().map(|chart| chart.id.as_str());
            Gap::new(Code::ValueUnknown, id, format!("the article has no chart `{id}`")).suggest(id, names)
        })?;
        Ok(format!("\n\n{}{}\n\n", token::CHART, token::number(position)))
    }

    /// Gives the templates of an engine the functions `t`, `figure` and `chart`; gaps that are known already leave nothing behind.
    pub fn register(self: &Arc<Self>, engine: &mut Tera, known_gaps: &BTreeSet<String>) {
        self.take();
        let (scope, gaps) = (Arc::clone(self), known_gaps.clone());
        engine.register_function("t", move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
            let id = kwargs.must_get::<&str>("id")?;
            let text = scope.message(id).ok_or_else(|| missing(&scope.locale, &scope.origins.article, id));
            Gap::fill(text, &gaps).map(Value::from)
        });
        let (scope, gaps) = (Arc::clone(self), known_gaps.clone());
        engine.register_function("chart", move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
            Gap::fill(scope.chart(kwargs.must_get::<&str>("id")?), &gaps).map(Value::from)
        });
        let (scope, gaps) = (Arc::clone(self), known_gaps.clone());
        engine.register_function("figure", move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
            let (id, construct) = (kwargs.must_get::<&str>("id")?, kwargs.get::<&str>("as")?);
            Gap::fill(scope.figure(id, construct), &gaps).map(Value::from)
        });
    }
}

/// A message that the article's template names and the locale does not have.
fn missing(locale: &Locale, article: &Article, id: &str) -> Gap {
    let own = format!("{}-{id}", article.id.as_str());
    let what = format!("{} has no message `{own}`", locale.messages.tag());
    let prefix = format!("{}-", article.id.as_str());
    Gap::new(Code::MessageMissing, &own, what).suggest(&own, locale.messages.ids(&prefix))
}
