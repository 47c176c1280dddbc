//! `llms.txt`: what the site has, for programs that read text: each article with its address and its summary.
//!
//! In: the entries of each locale. Out: a file for each locale, in its folder, and one for the site, which lists the articles of the
//! base locale and leads to the files of the others. Nothing can go wrong.

use super::entry::Entry;
use super::plain::{self, Plain};
use super::text::FILE as TEXT;
use super::{Locale, Renderer};
use crate::format::Format;
use crate::format::markdown::{line, link};
use crate::model::{ArticleId, Document};

/// The file.
const FILE: &str = "llms.txt";

/// The file of a locale.
pub fn of_locale(renderer: &Renderer, locale: &Locale, entries: &[Entry<'_>]) -> Document {
    let (list, plain) = list(renderer, locale, entries);
    document(locale, format!("{}/{FILE}", locale.messages.tag()), head(locale) + &list + "\n", plain)
}

/// The file of the site, which lists the articles of a locale.
pub fn of_site(renderer: &Renderer, locale: &Locale, entries: &[Entry<'_>], others: &[&Locale]) -> Document {
    let (list, plain) = list(renderer, locale, entries);
    let mut text = head(locale) + &list + "\n";
    if !others.is_empty() {
        let word = locale.plain("read-in", []).unwrap_or_default();
        let url = |other: &Locale| renderer.url(&format!("{}/{FILE}", other.messages.tag()));
        let others = others.iter().map(|other| format!("- {}\n", link(&other.name, Some(&url(other)))));
        text += &format!("\n## {}\n\n{}", line(&word), others.collect::<String>());
    }
    document(locale, FILE.to_owned(), text, plain)
}

fn head(locale: &Locale) -> String {
    let word = |id: &str| line(&locale.plain(id, []).unwrap_or_default());
    format!("# {}\n\n> {}\n\n## {}\n\n", word("site-title"), word("site-summary"), word("back-to-index"))
}

/// A line for each article.
fn list(renderer: &Renderer, locale: &Locale, entries: &[Entry<'_>]) -> (String, Vec<Plain>) {
    let tag = locale.messages.tag();
    let file = if renderer.settings.formats.contains(&Format::Markdown.name()) { TEXT } else { "" };
    let mut said = Vec::new();
    let lines = entries.iter().map(|entry| {
        let (title, summary) = (plain::of(&entry.title), plain::of(&entry.summary));
        let url = renderer.url(&format!("{tag}/{}/{file}", entry.edition.article.slug));
        let text = format!("- {}: {}", link(title.text(), Some(&url)), line(summary.text()));
        said.push(title.followed_by(": ", summary));
        text
    });
    (lines.collect::<Vec<_>>().join("\n"), said)
}

fn document(locale: &Locale, path: String, text: String, plain: Vec<Plain>) -> Document {
    Document {
        article: ArticleId::new("llms"),
        locale: locale.messages.tag().clone(),
        format: Format::Markdown.name(),
        path,
        bytes: text.into_bytes(),
        figures: Vec::new(),
        plain: plain::each(plain),
    }
}
