//! The map of the site for search engines: every article in every locale, the indexes and the root page, each with its other
//! languages and the day of its last change. Ledgers are left out: who reads an article finds its ledger there.
//!
//! In: the editions that will be published. Out: `sitemap.xml`, and behind it as many more as the limit asks for. Nothing can go
//! wrong.

use super::Renderer;
use crate::format::sitemap::{self, LIMIT, Page};
use crate::model::{Article, ArticleId, Document, Edition, LocaleTag};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The documents; none for a site without pages.
pub fn documents(renderer: &Renderer, tags: &[LocaleTag], editions: &[&Edition]) -> Vec<Document> {
    let base = tags.iter().find(|tag| **tag == renderer.settings.base_locale).or(tags.first());
    let Some(base) = base else { return Vec::new() };
    let pages = pages(renderer, tags, editions);
    let document = |path: String, bytes: String| Document {
        article: ArticleId::new("sitemap"),
        locale: base.clone(),
        format: sitemap::NAME,
        path,
        bytes: bytes.into_bytes(),
        figures: Vec::new(),
        plain: Vec::new(),
    };
    if pages.len() <= LIMIT {
        return vec![document("sitemap.xml".to_owned(), sitemap::write(&pages))];
    }
    let name = |number: usize| format!("sitemap-{}.xml", number + 1);
    let parts = pages.chunks(LIMIT).enumerate();
    let parts: Vec<_> = parts.map(|(number, pages)| document(name(number), sitemap::write(pages))).collect();
    let urls: Vec<_> = parts.iter().map(|part| renderer.url(&part.path)).collect();
    std::iter::once(document("sitemap.xml".to_owned(), sitemap::index(&urls))).chain(parts).collect()
}

/// The pages, those of an article beside one another.
fn pages(renderer: &Renderer, tags: &[LocaleTag], editions: &[&Edition]) -> Vec<Page> {
    let mut articles: BTreeMap<_, (&Article, Vec<&LocaleTag>)> = BTreeMap::new();
    for edition in editions {
        let (_, locales) = articles.entry(&edition.article.id.value).or_insert((&edition.article, Vec::new()));
        locales.push(&edition.locale);
    }
    let last = |tag: Option<&LocaleTag>| -> Option<Date> {
        let among = editions.iter().filter(|edition| tag.is_none_or(|tag| edition.locale == *tag));
        among.map(|edition| edition.article.modified()).max()
    };
    let index = |tag: &LocaleTag| renderer.url(&format!("{tag}/"));
    let mut alternates: Vec<_> = tags.iter().map(|tag| (tag.to_string(), index(tag))).collect();
    alternates.push(("x-default".to_owned(), renderer.url("")));
    let mut pages = vec![Page { url: renderer.url(""), modified: last(None), alternates: alternates.clone() }];
    let indexes = tags.iter().map(|tag| Page { url: index(tag), modified: last(Some(tag)), alternates: alternates.clone() });
    pages.extend(indexes);
    for (article, locales) in articles.into_values() {
        let url = |tag: &LocaleTag| renderer.url(&format!("{tag}/{}/", article.slug));
        let in_order: Vec<_> = tags.iter().filter(|tag| locales.contains(tag)).collect();
        let mut alternates: Vec<_> = in_order.iter().map(|tag| (tag.to_string(), url(tag))).collect();
        let default = in_order.iter().find(|tag| ***tag == renderer.settings.base_locale);
        // Without the base locale each page is its own default, as its head says.
        alternates.extend(default.map(|tag| ("x-default".to_owned(), url(tag))));
        pages.extend(in_order.iter().map(|tag| {
            let mut alternates = alternates.clone();
            if default.is_none() {
                alternates.push(("x-default".to_owned(), url(tag)));
            }
            Page { url: url(tag), modified: Some(article.modified()), alternates }
        }));
    }
    pages
}
