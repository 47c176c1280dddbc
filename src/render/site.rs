//! The pages around the articles: for each locale an index, a feed and a digest; for the site a digest, the page on which a
//! reader chooses a language, and the map for search engines.
//!
//! In: the editions that will be published. Out: the documents, the figures of titles and summaries in their ledgers. What can
//! go wrong: what the templates do. Nothing of it needs a script.

use super::entry::{self, Entry};
use super::frame::Frame;
use super::page::ledger;
use super::plain::{self, Plain};
use super::{Locale, Renderer, digest, feed, map, members};
use crate::diagnostic::Findings;
use crate::format::Format;
use crate::format::html::{Links, Writer};
use crate::model::body::{Block, Body};
use crate::model::ledger::{LedgerFigure, Line};
use crate::model::{ArticleId, Document, Edition, LocaleTag};
use std::sync::Arc;
use tera::Value;

/// A part of the site, which is rendered by itself: the pages of large sites are large, and need not all be there at once.
#[derive(Debug)]
pub enum Part {
    /// The pages of a locale; with the digest of the site, if it is the one that the root of the site speaks.
    Locale(LocaleTag),
    /// The root page.
    Root,
    /// The map for search engines.
    Map,
}

/// What the parts have in common.
pub struct Site<'a> {
    renderer: &'a Renderer,
    editions: &'a [&'a Edition],
    /// The locales that are published, in the order of the settings.
    tags: Vec<LocaleTag>,
}

impl<'a> Site<'a> {
    /// The site of these editions.
    pub fn new(renderer: &'a Renderer, editions: &'a [&'a Edition]) -> Self {
        let published = |tag: &&LocaleTag| editions.iter().any(|edition| edition.locale == **tag);
        let tags = renderer.settings.locales.iter().filter(published).cloned().collect();
        Self { renderer, editions, tags }
    }

    /// The parts, in order.
    pub fn parts(&self) -> Vec<Part> {
        self.tags.iter().cloned().map(Part::Locale).chain([Part::Root, Part::Map]).collect()
    }

    /// Renders a part.
    pub fn render(&self, part: &Part) -> (Vec<Document>, Findings) {
        match part {
            Part::Locale(tag) => self.locale(tag),
            Part::Root => {
                let (document, findings) = root(self.renderer, self.base(), &self.tags);
                (document.into_iter().collect(), findings)
            }
            Part::Map => (map::documents(self.renderer, &self.tags, self.editions), Findings::new()),
        }
    }

    /// The root of the site speaks the base locale or, if that is not published, the first that is.
    fn base(&self) -> Option<&LocaleTag> {
        self.tags.iter().find(|tag| **tag == self.renderer.settings.base_locale).or(self.tags.first())
    }

    fn locale(&self, tag: &LocaleTag) -> (Vec<Document>, Findings) {
        let (renderer, tags) = (self.renderer, &self.tags);
        let (mut documents, mut findings) = (Vec::new(), Findings::new());
        let Some(locale) = renderer.locales.get(tag) else { return (documents, findings) };
        let (entries, found) = entry::of_locale(renderer, locale, self.editions);
        findings.append(found);
        let (document, found) = index(renderer, locale, tags, &entries);
        documents.extend(document);
        findings.append(found);
        documents.extend(feed::document(renderer, locale, &entries));
        documents.push(digest::of_locale(renderer, locale, &entries));
        if self.base() == Some(tag) {
            let others = tags.iter().filter(|other| *other != tag).filter_map(|tag| renderer.locales.get(tag));
            documents.push(digest::of_site(renderer, locale, &entries, &others.map(AsRef::as_ref).collect::<Vec<_>>()));
        }
        (documents, findings)
    }
}

/// The index of a locale: its articles, the newest first.
fn index(
    renderer: &Renderer,
    locale: &Arc<Locale>,
    tags: &[LocaleTag],
    entries: &[Entry<'_>],
) -> (Option<Document>, Findings) {
    let mut listing = Listing { locale, figures: Vec::new(), plain: Vec::new() };
    let articles: Vec<_> = entries.iter().map(|entry| listing.entry(entry)).collect();
    let Listing { figures, plain, .. } = listing;
    let tag = locale.messages.tag();
    let path = |tag: &LocaleTag| format!("{tag}/");
    let frame = Frame { renderer, locale, locales: tags, path: &path, fallback: None };
    let mut context = frame.context(&path(tag));
    context.insert_value("articles", articles.into());
    let (html, found) = locale.pages.run("index.html", &context, |tera, gaps| locale.register(tera, gaps));
    let document = html.map(|html| Document {
        article: ArticleId::new("index"),
        locale: tag.clone(),
        format: Format::Html.name(),
        path: path(tag) + "index.html",
        plain: plain::printed(plain, &html),
        bytes: html,
        figures,
    });
    (document, found.into_iter().map(|finding| finding.in_locale(tag.as_str())).collect())
}

/// The entries of an index, and the figures that they say.
struct Listing<'a> {
    locale: &'a Locale,
    figures: Vec<LedgerFigure>,
    plain: Vec<Plain>,
}

impl Listing<'_> {
    fn entry(&mut self, entry: &Entry<'_>) -> Value {
        let article = &entry.edition.article;
        let href = format!("{}/", article.slug);
        let title = self.line(&entry.title, Links::None);
        let summary = self.line(&entry.summary, Links::Notes(&href));
        let (published, said) = plain::dated(self.locale, "published-on", article.published);
        self.plain.extend(said);
        members([
            ("href", href.into()),
            ("title_html", Value::safe_string(&title)),
            ("summary_html", Value::safe_string(&summary)),
            ("published_html", Value::safe_string(&published)),
        ])
    }

    /// The paragraphs of a body as one line of HTML; its figures join those of the page.
    fn line(&mut self, body: &Body, links: Links<'_>) -> String {
        let first = self.figures.len() + 1;
        let mut writer = Writer::new(body, &self.locale.words, links, first);
        for (position, block) in body.blocks.iter().enumerate() {
            if let Block::Paragraph(inlines) | Block::Heading { inlines, .. } = block {
                if position > 0 {
                    writer.space();
                }
                writer.inlines(inlines);
            }
        }
        self.figures.extend(ledger(body, first, links, Line::Part));
        writer.finish()
    }
}

/// The root page, framed in the words of a locale.
fn root(renderer: &Renderer, base: Option<&LocaleTag>, tags: &[LocaleTag]) -> (Option<Document>, Findings) {
    let Some(locale) = base.and_then(|tag| renderer.locales.get(tag)) else { return (None, Findings::new()) };
    let word = |locale: &Locale, id| locale.plain(id, []).unwrap_or_default();
    let choices = tags.iter().filter_map(|tag| renderer.locales.get(tag)).map(|locale| {
        members([
            ("lang", locale.messages.tag().as_str().into()),
            ("name", locale.name.as_str().into()),
            ("href", format!("{}/", locale.messages.tag()).into()),
            ("title", word(locale, "site-title").into()),
            ("summary", word(locale, "site-summary").into()),
        ])
    });
    let tag = locale.messages.tag();
    let path = |tag: &LocaleTag| format!("{tag}/");
    let mut context = Frame { renderer, locale, locales: tags, path: &path, fallback: None }.context("");
    context.insert_value("choices", choices.collect::<Vec<_>>().into());
    let (html, findings) = locale.pages.run("root.html", &context, |tera, gaps| locale.register(tera, gaps));
    let document = html.map(|html| Document {
        article: ArticleId::new("root"),
        locale: tag.clone(),
        format: Format::Html.name(),
        path: "index.html".to_owned(),
        bytes: html,
        figures: Vec::new(),
        plain: Vec::new(),
    });
    (document, findings.into_iter().map(|finding| finding.in_locale(tag.as_str())).collect())
}
