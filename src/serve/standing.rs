//! How the messages of an article stand in a locale: what is missing, what is stale and why.
//!
//! In: a look at the article. Out: each of its messages, with the base text beside it. Nothing can go wrong.

use super::look::Look;
use crate::diagnostic::Place;
use crate::l10n::{Change, Desk, Original, State};
use crate::model::{LocaleTag, Texts};
use serde::Serialize;

/// How a message stands.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// `missing`, `stale`, `unreviewed` or `approved`; nothing in the base locale.
    pub state: Option<&'static str>,
    /// What changed since it was approved.
    pub changes: Vec<Changed>,
}

/// What changed since a translation was approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Changed {
    /// The base text; here is the one of then.
    Base {
        /// The text.
        base: String,
    },
    /// A figure.
    Figure {
        /// The variable, or the variable and the construct.
        name: String,
        /// What it said.
        was: String,
        /// What it says.
        is: String,
    },
}

/// A message of an article beside its base text.
pub struct Beside {
    /// Its id.
    pub id: String,
    /// Where it stands in the locale.
    pub own: Option<Place>,
    /// Where the base locale has it, and its text there.
    pub base: Option<(Place, String)>,
    /// How it stands.
    pub standing: Standing,
}

/// The messages of the looked-at article in a locale, in the order of the base locale.
pub fn standings(look: &Look, tag: &LocaleTag) -> Vec<Beside> {
    let texts = Texts::whole(&look.project);
    let desk = Desk::new(&look.project, &texts, &look.editions);
    let is_base = *tag == look.project.settings.base_locale;
    let own = desk.translations(tag).into_iter().filter(|translation| translation.article == look.id.as_str());
    let beside = own.map(|translation| {
        let base = match translation.original {
            Original::Unit(unit) => Some((unit.place(), without_id(&unit.text()))),
            Original::Words(_) => None,
        };
        let changes = match &translation.state {
            State::Stale(changes) => changes.iter().map(changed).collect(),
            _ => Vec::new(),
        };
        let standing = Standing { state: (!is_base).then(|| translation.state.name()), changes };
        Beside { id: translation.id.to_owned(), own: translation.own.map(|unit| unit.place()), base, standing }
    });
    beside.collect()
}

fn changed(change: &Change) -> Changed {
    match change {
        Change::Base(base) => Changed::Base { base: without_id(base) },
        Change::Figure { name, was, is } => Changed::Figure { name: name.clone(), was: was.clone(), is: is.clone() },
    }
}

/// The text of a message without its id, and without the indentation of its lines.
fn without_id(text: &str) -> String {
    let text = text.split_once('=').map_or(text, |(_, text)| text);
    let lines: Vec<_> = text.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)).collect();
    lines.join("\n").trim().to_owned()
}
