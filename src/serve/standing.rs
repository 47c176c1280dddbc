//! How the messages of an article stand in a locale.
//!
//! In: a look at the article. Out: each of its messages, with the base text beside it. Nothing can go wrong.

use super::look::Look;
use crate::diagnostic::Place;
use crate::l10n::{Change, Desk, State};
use crate::model::LocaleTag;
use crate::model::project::MessageFile;
use serde::Serialize;
use std::collections::BTreeMap;

/// How a message stands.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// `missing`, `stale`, `unreviewed` or `approved`; nothing for what is not translated.
    pub state: Option<&'static str>,
    /// What changed since it was approved, if it is stale.
    pub changes: Vec<Change>,
}

impl Standing {
    fn of(state: &State) -> Self {
        let changes = if let State::Stale(changes) = state { changes.clone() } else { Vec::new() };
        Self { state: Some(state.name()), changes }
    }
}

/// A message of an article beside its base text.
pub struct Beside<'a> {
    /// Its id.
    pub id: &'a str,
    /// Where it stands in the locale.
    pub own: Option<Place>,
    /// Where the base locale has it, and its text there.
    pub base: Option<(Place, String)>,
    /// How it stands.
    pub standing: Standing,
}

/// The messages of the looked-at article in a locale, in the order of the base locale; then those that only the locale has.
pub fn standings<'a>(look: &'a Look, tag: &LocaleTag) -> Vec<Beside<'a>> {
    let project = &look.project;
    let name = format!("/{}.ftl", look.id);
    let file = |tag: &LocaleTag| {
        project.locales.get(tag).and_then(|locale| locale.files.iter().find(|file| file.text.path().ends_with(&name)))
    };
    let (own, base) = (file(tag), file(&project.settings.base_locale));
    let place = |file: Option<&MessageFile>, id: &str| {
        file.and_then(|file| file.ids().find(|known| *known == id).map(|known| file.place(known)))
    };
    let desk = Desk::new(project, &look.editions);
    let is_base_locale = *tag == project.settings.base_locale;
    let translations = if is_base_locale { Vec::new() } else { desk.translations(tag) };
    let mut states: BTreeMap<&str, Standing> = translations.iter().map(|one| (one.id, Standing::of(&one.state))).collect();
    let mut beside = |(id, is_base): (&'a str, bool)| {
        let own = place(own, id);
        let standing = states.remove(id).unwrap_or_default();
        let base = base.filter(|_| is_base).map(|file| (place(Some(file), id).expect("it is there"), text(file, id)));
        Beside { id, own, base, standing }
    };
    let base_ids: Vec<&str> = base.into_iter().flat_map(MessageFile::ids).collect();
    let only_own = own.into_iter().flat_map(MessageFile::ids).filter(|id| !base_ids.contains(id));
    base_ids.iter().map(|id| (*id, true)).chain(only_own.map(|id| (id, false))).map(&mut beside).collect()
}

/// The text of a message as its file has it, up to the next entry or comment.
fn text(file: &MessageFile, id: &str) -> String {
    let slice = file.ids().find(|known| *known == id).expect("it is there");
    let lines = file.text.text()[file.offset(slice)..].lines().enumerate();
    let own =
        lines.take_while(|(number, line)| *number == 0 || line.is_empty() || line.starts_with([' ', '}', ']', '*', '[']));
    let text = own.map(|(_, line)| line.strip_prefix("    ").unwrap_or(line)).collect::<Vec<_>>().join("\n");
    text.split_once('=').map_or("", |(_, text)| text).trim().to_owned()
}
