//! The feed of a locale: what is new in it, for programs that watch it.
//!
//! In: the entries of a locale. Out: a document of Atom, whose titles, summaries and corrections are proven like any other text. Its
//! times are those of the articles' own days, so that it changes only where they do. Nothing can go wrong.

use super::entry::Entry;
use super::frame::FEED;
use super::plain::{self, Plain};
use super::{Locale, Renderer};
use crate::format::atom::{self, Item};
use crate::model::{ArticleId, Document};
use std::cmp::Reverse;

/// How many articles a feed holds: those that were published or revised last.
const ITEMS: usize = 50;

/// The feed; none for a locale without articles.
pub fn document(renderer: &Renderer, locale: &Locale, entries: &[Entry<'_>]) -> Option<Document> {
    let tag = locale.messages.tag();
    let mut entries: Vec<&Entry<'_>> = entries.iter().collect();
    entries.sort_by_key(|entry| Reverse(entry.edition.article.modified()));
    entries.truncate(ITEMS);
    let word = |id: &str| locale.plain(id, []).unwrap_or_default();
    let mut said: Vec<Plain> = Vec::new();
    let mut say = |text: Plain| {
        let printed = text.text().to_owned();
        said.push(text);
        printed
    };
    let items = entries.iter().map(|entry| {
        let article = &entry.edition.article;
        let mut paragraphs = vec![say(plain::of(&entry.summary))];
        for (day, note) in &entry.corrections {
            paragraphs.extend([say(day.clone()), say(note.clone())]);
        }
        Item {
            url: renderer.url(&format!("{tag}/{}/", article.slug)),
            title: say(plain::of(&entry.title)),
            published: article.published,
            updated: article.modified(),
            paragraphs,
        }
    });
    let items: Vec<_> = items.collect();
    let home = renderer.url(&format!("{tag}/"));
    let feed = atom::Feed {
        lang: tag.as_str(),
        title: &word("site-title"),
        subtitle: &word("site-summary"),
        url: &format!("{home}{FEED}"),
        home: &home,
        updated: items.iter().map(|item| item.updated).max()?,
        items: &items,
    };
    Some(Document {
        article: ArticleId::new("feed"),
        locale: tag.clone(),
        format: atom::NAME,
        path: format!("{tag}/{FEED}"),
        bytes: atom::write(&feed).into_bytes(),
        figures: Vec::new(),
        plain: plain::each(said),
    })
}
