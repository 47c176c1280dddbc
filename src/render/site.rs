//! The pages around the articles: an index for each locale, and the root page on which a reader chooses a language.
//!
//! In: the editions that will be published. Out: the documents, the figures of titles and summaries in their ledgers. What can
//! go wrong: what the templates do. Nothing of it needs a script.

use super::page::{alternates, entries, languages};
use super::plain::{self, Plain};
use super::scope::Scope;
use super::{Locale, Renderer, members};
use crate::diagnostic::Findings;
use crate::format::html::{Links, Writer};
use crate::model::body::{Block, Body};
use crate::model::ledger::LedgerFigure;
use crate::model::{ArticleId, Document, Edition, LocaleTag};
use tera::{Context, Value};

/// Renders the pages of the site.
pub fn render(renderer: &Renderer, editions: &[&Edition]) -> (Vec<Document>, Findings) {
    let published = |tag: &&LocaleTag| editions.iter().any(|edition| edition.locale == **tag);
    let tags: Vec<LocaleTag> = renderer.settings.locales.iter().filter(published).cloned().collect();
    let mut findings = Findings::new();
    let mut documents = Vec::new();
    for tag in &tags {
        let Some(locale) = renderer.locales.get(tag) else { continue };
        let (document, found) = index(renderer, locale, &tags, editions.iter().filter(|edition| edition.locale == *tag));
        documents.extend(document);
        findings.append(found);
    }
    let (document, found) = root(renderer, &tags);
    documents.extend(document);
    findings.append(found);
    (documents, findings)
}

/// The index of a locale: its articles, the newest first, by id where they are of one day.
fn index<'a>(
    renderer: &Renderer,
    locale: &std::sync::Arc<Locale>,
    tags: &[LocaleTag],
    editions: impl Iterator<Item = &'a &'a Edition>,
) -> (Option<Document>, Findings) {
    let mut editions: Vec<_> = editions.collect();
    editions.sort_by(|a, b| {
        b.article.published.cmp(&a.article.published).then_with(|| a.article.id.value.cmp(&b.article.id.value))
    });
    let mut listing = Listing { renderer, locale, figures: Vec::new(), plain: Vec::new(), findings: Findings::new() };
    let articles: Vec<_> = editions.into_iter().filter_map(|edition| listing.entry(edition)).collect();
    let tag = locale.messages.tag();
    let mut context = Context::new();
    context.insert("lang", tag.as_str());
    context.insert("canonical", &renderer.url(&format!("{tag}/")));
    context.insert_value("alternates", alternates(renderer, tags, renderer.url(""), |tag| format!("{tag}/")));
    context.insert_value("languages", languages(renderer, tags, tag, |tag| format!("../{tag}/")));
    context.insert("root", "../");
    context.insert("home", "./");
    context.insert_value("articles", articles.into());
    let Listing { figures, plain, mut findings, .. } = listing;
    let (html, found) = locale.pages.run("index.html", &context, |tera, gaps| locale.register(tera, gaps));
    findings.append(found.into_iter().map(|finding| finding.in_locale(tag.as_str())).collect());
    let document = html.map(|html| Document {
        article: ArticleId::new("index"),
        locale: tag.clone(),
        format: "html",
        path: format!("{tag}/index.html"),
        plain: plain::printed(plain, &html),
        bytes: html.into_bytes(),
        figures,
    });
    (document, findings)
}

/// The entries of an index, and the figures that they say.
struct Listing<'a> {
    renderer: &'a Renderer,
    locale: &'a std::sync::Arc<Locale>,
    figures: Vec<LedgerFigure>,
    plain: Vec<Plain>,
    findings: Findings,
}

impl Listing<'_> {
    fn entry(&mut self, edition: &Edition) -> Option<Value> {
        let scope = Scope::new(self.locale, edition);
        let (title, found) = self.renderer.required(&scope, "title");
        self.findings.append(found);
        let (summary, found) = self.renderer.required(&scope, "summary");
        self.findings.append(found);
        let href = format!("{}/", edition.article.slug);
        let title = self.line(&title?, Links::None);
        let summary = self.line(&summary?, Links::Notes(&href));
        let (published, dated) = plain::dated(self.locale, edition.article.published);
        self.plain.extend(dated);
        Some(members([
            ("href", href.into()),
            ("title_html", Value::safe_string(&title)),
            ("summary_html", Value::safe_string(&summary)),
            ("published_html", Value::safe_string(&published)),
        ]))
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
        self.figures.extend(entries(&body.figures, first));
        writer.finish()
    }
}

/// The root page, framed in the words of the base locale or, if that is not published, of the first that is.
fn root(renderer: &Renderer, tags: &[LocaleTag]) -> (Option<Document>, Findings) {
    let base = tags.iter().find(|tag| **tag == renderer.settings.base_locale).or(tags.first());
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
    let mut context = Context::new();
    context.insert("lang", tag.as_str());
    context.insert("canonical", &renderer.url(""));
    context.insert_value("alternates", alternates(renderer, tags, renderer.url(""), |tag| format!("{tag}/")));
    context.insert_value("choices", choices.collect::<Vec<_>>().into());
    context.insert("root", "");
    let (html, findings) = locale.pages.run("root.html", &context, |tera, gaps| locale.register(tera, gaps));
    let document = html.map(|html| Document {
        article: ArticleId::new("root"),
        locale: tag.clone(),
        format: "html",
        path: "index.html".to_owned(),
        bytes: html.into_bytes(),
        figures: Vec::new(),
        plain: Vec::new(),
    });
    (document, findings.into_iter().map(|finding| finding.in_locale(tag.as_str())).collect())
}
