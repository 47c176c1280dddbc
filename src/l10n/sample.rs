//! What a message reads like: its text with every figure worded and every reference followed.
//!
//! In: the messages of a locale, an id, and what its variables stand for. Out: text; Markdown stays as it is. A variable that a page
//! gives, such as a date, stands as it is written.

use super::desk::Desk;
use super::figures::{Stats, Use, Worded};
use crate::figure::Language;
use crate::locale::token::{self, Piece};
use crate::locale::{Messages, Variables};
use crate::model::{Article, LocaleTag};
use std::sync::Arc;

/// The messages of a locale, ready to be read.
#[derive(Debug)]
pub struct Reader {
    messages: Arc<Messages>,
    language: &'static Language,
}

impl Reader {
    /// The reader of a locale; `None` if the locale has no messages, or figures do not know its language.
    pub fn new(desk: &Desk<'_>, tag: &LocaleTag) -> Option<Self> {
        let language = Language::of(tag.as_str())?;
        let files = desk.project.locales.get(tag)?;
        let messages = Arc::new(Messages::new(tag, files, language.constructs().collect()));
        Some(Self { messages, language })
    }

    /// What a message reads like; `None` if the locale does not have it.
    pub fn read(&self, id: &str, stats: Option<&Stats>, article: Option<&Arc<Article>>) -> Option<String> {
        let messages = self.messages.having(id)?;
        let message = messages.get(id)?;
        let mut names: Vec<&str> = messages.variables(message).into_iter().map(|(_, name)| name).collect();
        names.sort_unstable();
        names.dedup();
        let literal = |name: &str| {
            let literal = article?.literals.iter().find(|literal| literal.id.value == name)?;
            literal.text.get(self.messages.tag()).map(|text| text.value.clone())
        };
        let stat = |name: &str| stats.and_then(|stats| stats.get(name));
        let variables = names.iter().take(token::CAPACITY).enumerate().map(|(number, name)| {
            let value = stat(name).and_then(|stat| stat.quantity.amount.value());
            let value = value.map(|value| value.normalize().to_string()).unwrap_or_default();
            ((*name).to_owned(), token::encode(number, &value))
        });
        let (text, _) = messages.format(message, &Variables::new(variables));
        let piece = |piece: Piece<'_>| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Stray(_) => String::new(),
            Piece::Token(token) => {
                let name = names.get(token.variable).copied().unwrap_or_default();
                let construct = token.construct.and_then(|number| self.messages.constructs().get(number).copied());
                let worded = stat(name).and_then(|stat| {
                    let quantity = stat.said(construct);
                    Worded { by: Use { variable: name, construct }, stat, quantity }.text(self.language)
                });
                worded.or_else(|| literal(name)).unwrap_or_else(|| format!("{{ ${name} }}"))
            }
        };
        Some(token::pieces(&text).map(piece).collect())
    }
}
