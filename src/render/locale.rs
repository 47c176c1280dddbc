//! A locale as the renderer uses it: its messages, its language, and its page templates.
//!
//! In: the project. Out: the locale, made once. What can go wrong: the locale has no language here, or lacks the words that
//! stand beside every body.

use super::gap::Gap;
use super::scope::Origins;
use super::template::Engine;
use crate::diagnostic::{Code, Finding, Findings, Place};
use crate::figure::Language;
use crate::format::html::escaped;
use crate::format::{Format, PAGE, PAGES, Words};
use crate::locale::token::{self, Piece};
use crate::locale::{Messages, Variables};
use crate::model::{Amount, Edition, Kind, LocaleTag, Project, Quantity};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// The messages of how many articles stay open: an article is asked for several times in a row, on each thread.
const RECENT: usize = 16;

/// Messages without variables, by their ids: as text, and as escaped text for templates.
type Fixed = BTreeMap<String, (Arc<str>, Value)>;

/// One locale of a project.
#[derive(Debug)]
pub struct Locale {
    /// Its messages around articles.
    pub messages: Arc<Messages>,
    /// Those of them that say the same wherever they are asked for.
    fixed: Arc<Fixed>,
    /// Those of articles that were asked for last, and the figures in them.
    recent: Mutex<VecDeque<(Arc<Messages>, Arc<Origins>)>>,
    /// Its language.
    pub language: &'static Language,
    /// What formats put beside a body.
    pub words: Words,
    /// The name of the language in the language itself.
    pub name: String,
    /// The page templates, with messages of this locale.
    pub pages: Engine,
}

impl Locale {
    /// The locale of that tag; `None` if figures have no such language.
    pub fn new(tag: &LocaleTag, project: &Project, pages: &Engine) -> (Option<Self>, Findings) {
        let (Some(language), Some(files)) = (Language::of(tag.as_str()), project.locales.get(tag)) else {
            let what = format!("the locale `{tag}` has no language or no messages here");
            let finding = Finding::new(Code::ValueUnknown, Place::of_path("numerate.toml"), what);
            return (None, [finding].into_iter().collect());
        };
        let messages = Arc::new(Messages::new(tag, files, language.constructs().collect()));
        let mut findings = messages.check();
        let mut word = |id: &str| {
            plain(&messages, id, [("page", PAGE), ("pages", PAGES)]).unwrap_or_else(|| {
                let first = files.files().first();
                let place = first.map_or_else(|| Place::of_path(format!("locales/{tag}")), |file| file.open().text.top());
                let finding = Finding::new(Code::MessageMissing, place, format!("{tag} has no message `{id}`"));
                findings.push(finding.in_locale(tag.as_str()));
                String::new()
            })
        };
        let is_printed = project.settings.formats.contains(&Format::Pdf.name());
        let (words, name) = (
            Words {
                tag: tag.to_string(),
                unverified: word("unverified-label"),
                table: word("table-label"),
                as_table: word("chart-as-table"),
                page_number: if is_printed { word("page-number") } else { String::new() },
            },
            word("language-name"),
        );
        let fixed = Arc::new(fixed(&messages));
        let pages = pages.with(|tera| register(tera, &messages, &fixed, language, &BTreeSet::new()));
        (Some(Self { messages, fixed, recent: Mutex::default(), language, words, name, pages }), findings)
    }

    /// The messages of an edition's article, with those around it, and its figures.
    pub fn of(&self, edition: &Edition) -> (Arc<Messages>, Arc<Origins>) {
        let recent = || self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = recent().iter().find(|(_, origins)| origins.are_of(edition)) {
            return known.clone();
        }
        let known = (self.messages.of(edition.article.id.as_str()), Arc::new(Origins::new(edition)));
        let mut recent = recent();
        recent.truncate(RECENT - 1);
        recent.push_front(known.clone());
        known
    }

    /// A message as plain text, its variables given as text; `None` if there is none.
    pub fn plain<const N: usize>(&self, id: &str, variables: [(&str, &str); N]) -> Option<String> {
        plain(&self.messages, id, variables)
    }

    /// A message without variables as plain text; `None` if there is none.
    pub fn word(&self, id: &str) -> Option<Arc<str>> {
        match self.fixed.get(id) {
            Some((text, _)) => Some(Arc::clone(text)),
            None => self.plain(id, []).map(Arc::from),
        }
    }

    /// A count as the language prints it.
    pub fn count(&self, count: usize) -> String {
        worded(self.language, count)
    }

    /// Gives the page templates of an engine their functions.
    pub fn register(&self, engine: &mut Tera, gaps: &BTreeSet<String>) {
        register(engine, &self.messages, &self.fixed, self.language, gaps);
    }
}

/// The messages that say the same wherever they are asked for: those that belong to no article, have no variables, and have nothing
/// wrong with them.
fn fixed(messages: &Arc<Messages>) -> Fixed {
    let format = |id: &str| {
        let (text, findings) = messages.format(messages.get(id)?, &Variables::default());
        let html = html(&text, &[]);
        findings.is_empty().then(|| (id.to_owned(), (text.into(), Value::safe_string(&html))))
    };
    messages.shared().filter_map(format).collect()
}

fn plain<const N: usize>(messages: &Arc<Messages>, id: &str, variables: [(&str, &str); N]) -> Option<String> {
    let variables = Variables::new(variables.map(|(name, text)| (name.to_owned(), text.to_owned())));
    let messages = messages.borrow(id)?;
    messages.get(id).map(|message| messages.format(message, &variables).0)
}

fn worded(language: &Language, count: usize) -> String {
    let quantity = Quantity::new(Kind::Count, Amount::Value(count.into()));
    language.write_as("count", &quantity).map_or_else(|| count.to_string(), |(_, text)| text)
}

/// `t(id, …)` on a page: the message as escaped text; further arguments are its variables.
fn register(
    engine: &mut Tera,
    messages: &Arc<Messages>,
    fixed: &Arc<Fixed>,
    language: &'static Language,
    gaps: &BTreeSet<String>,
) {
    let (messages, fixed, gaps) = (Arc::clone(messages), Arc::clone(fixed), gaps.clone());
    engine.register_function("t", move |arguments: Kwargs, _: &State| -> TeraResult<Value> {
        let id = arguments.must_get::<&str>("id")?;
        if let Some((_, html)) = fixed.get(id).filter(|_| arguments.iter().count() == 1) {
            return Ok(html.clone());
        }
        let html = message(&messages, language, id, &arguments)?;
        Gap::fill(html, &gaps).map(|html| Value::safe_string(&html))
    });
}

fn message(messages: &Arc<Messages>, language: &Language, id: &str, arguments: &Kwargs) -> TeraResult<Result<String, Gap>> {
    let lender = messages.borrow(id);
    let Some((messages, message)) = lender.as_ref().and_then(|messages| Some((messages, messages.get(id)?))) else {
        let gap = Gap::new(Code::MessageMissing, id, format!("{} has no message `{id}`", messages.tag()));
        return Ok(Err(gap.suggest(id, messages.ids(""))));
    };
    let named = arguments.iter().filter_map(|(name, value)| Some((name.as_str()?, value))).filter(|(name, _)| *name != "id");
    let (mut htmls, mut tokens) = (Vec::new(), Vec::new());
    for (name, value) in named {
        let number = value.as_u128().and_then(|number| usize::try_from(number).ok());
        htmls.push(match (value.as_str(), number) {
            (Some(html), _) if value.is_safe() => html.to_owned(),
            (Some(text), _) => escaped(text),
            (_, Some(number)) => escaped(&worded(language, number)),
            _ => return Err(tera::Error::message(format!("`{name}` is neither text nor a count"))),
        });
        let digits = number.map(|number| number.to_string()).unwrap_or_default();
        tokens.push((name.to_owned(), token::encode(htmls.len() - 1, &digits)));
    }
    let (text, findings) = messages.format(message, &Variables::new(tokens));
    if let Some(finding) = findings.first() {
        return Ok(Err(Gap::new(finding.code, id, format!("in the message `{id}`: {}", finding.message))));
    }
    Ok(Ok(html(&text, &htmls)))
}

/// A text with tokens, each of which stands for the HTML of its number.
fn html(text: &str, htmls: &[String]) -> String {
    let html = token::pieces(text).map(|piece| match piece {
        Piece::Text(text) => escaped(text),
        Piece::Token(token) => htmls.get(token.variable).cloned().unwrap_or_default(),
        Piece::Stray(_) => String::new(),
    });
    html.collect()
}
