//! The page of an edition: everything that `page.html` prints.
//!
//! In: an edition's texts as bodies. Out: the finished document with its ledger. What can go wrong: what the template does.
//! Values whose name ends in `html` arrive as HTML, with their text escaped; all others are text, which the template escapes.

use super::citation::{self, Citation};
use super::corrections::Corrected;
use super::frame::Frame;
use super::plain::{self, Plain};
use super::scope::Scope;
use super::{Renderer, json_ld, members, source_note, text};
use crate::diagnostic::Findings;
use crate::format::Format;
use crate::format::html::{self, Links, figure_id, source_id};
use crate::model::body::{Block, BodyFigure, Inline, Origin};
use crate::model::ledger::{LedgerFigure, Line};
use crate::model::{Article, Body, Document, LocaleTag, Source};
use std::sync::Arc;
use tera::{Context, Value};

/// What an edition says: its body, and its title and summary once more by themselves.
pub struct Text {
    /// All of it.
    pub body: Body,
    /// The title.
    pub title: Body,
    /// The summary.
    pub summary: Body,
    /// What was corrected, the latest first.
    pub corrections: Vec<Corrected>,
}

/// One edition to be framed.
pub struct Page<'a> {
    /// The renderer.
    pub renderer: &'a Renderer,
    /// The edition.
    pub scope: &'a Scope,
    /// What it says.
    pub text: &'a Text,
    /// The locales in which the article is published.
    pub locales: &'a [LocaleTag],
}

/// The template that frames an article.
const TEMPLATE: &str = "page.html";

/// The ledger of an article, as seen from its page.
const LEDGER: &str = "ledger/";

impl Page<'_> {
    /// The web page.
    pub fn document(&self) -> (Option<Document>, Findings) {
        let (article, locale) = (&self.scope.origins.article, &self.scope.locale);
        let mut figures = ledger(&self.text.body, 1, Links::Notes(""), Line::Whole);
        let mut plain = vec![plain::of(&self.text.title), plain::of(&self.text.summary)];
        plain.extend(headings(&self.text.body).map(|(_, inlines)| plain::of_line(&self.text.body, inlines)));
        plain.extend(self.text.corrections.iter().map(|corrected| corrected.note.clone()));

        let cited = self.cited();
        let mut context = self.context(&cited, &mut plain);
        let mut sources = Vec::new();
        for (source, citation) in cited {
            let ledger = self.ledger(source);
            let note = source_note::note(source, locale, &self.renderer.settings.base_locale, citation, ledger);
            sources.push(note.value);
            figures.extend(note.figures);
        }
        context.insert_value("sources", sources.into());
        context.insert_value("body_html", Value::safe_string(&html::write(&self.text.body, &locale.words)));

        let (html, findings) = locale.pages.run(TEMPLATE, &context, |tera, gaps| locale.register(tera, gaps));
        let tag = locale.messages.tag();
        let document = html.map(|html| Document {
            article: article.id.value.clone(),
            locale: tag.clone(),
            format: Format::Html.name(),
            path: self.path(tag) + "index.html",
            plain: plain::printed(plain, &html),
            bytes: html,
            figures,
        });
        (document, findings.into_iter().map(|finding| finding.in_locale(tag.as_str())).collect())
    }

    /// The sources that are cited, each with the parts that cite it.
    pub(super) fn cited(&self) -> Vec<(&Source, Citation)> {
        let citations = citation::of(&self.text.body, &self.text.title.plain()).into_iter();
        citations.filter_map(|citation| Some((&**self.renderer.sources.get(&citation.source)?, citation))).collect()
    }

    /// Everything but the body and its sources.
    fn context(&self, cited: &[(&Source, Citation)], plain: &mut Vec<Plain>) -> Context {
        let (article, locale, renderer) = (&self.scope.origins.article, &self.scope.locale, self.renderer);
        let tag = locale.messages.tag();
        let path = |tag: &LocaleTag| self.path(tag);
        let (title, description) = (self.text.title.plain(), self.text.summary.plain());
        let canonical = renderer.url(&path(tag));
        let contents = headings(&self.text.body)
            .filter(|(heading, _)| heading.0 == 2)
            .map(|((_, id), inlines)| members([("id", id.into()), ("text", self.text.body.text(inlines).into())]));
        let proven = self.text.body.figures.iter().filter(|figure| matches!(figure.origin, Origin::Stat(_))).count();
        let count = locale.count(proven);
        plain.extend(plain::said(locale, "figures-proven-note", ("count", &count, &count)));
        let mut dated = |id, day| {
            let (html, said) = plain::dated(locale, id, day);
            plain.extend(said);
            Value::safe_string(&html)
        };
        let published = dated("published-on", article.published);
        let modified = article.modified();
        let updated = (modified > article.published).then(|| dated("updated-on", modified));

        let mut context = Frame::of_article(renderer, locale, self.locales, &path).context(&path(tag));
        context.insert_value("article", self::article(article));
        context.insert("title", &title);
        context.insert("description", &description);
        context.insert_value("contents", contents.collect::<Vec<_>>().into());
        context.insert_value("published_html", published);
        context.insert_value("updated_html", updated.unwrap_or(Value::none()));
        context.insert("figure_count", &proven);
        context.insert("ledger_href", &self.renderer.has_ledger().then_some(LEDGER));
        let is_made = |format: Format| renderer.settings.formats.contains(&format.name());
        context.insert("pdf_href", &is_made(Format::Pdf).then(|| format!("{}.pdf", article.slug)));
        context.insert("markdown_href", &is_made(Format::Markdown).then_some(text::FILE));
        context.insert("has_unverified", &self.text.body.figures.iter().any(|figure| figure.unverified));
        context.insert_value("json_ld", Value::safe_string(&self.json_ld(&title, &description, &canonical, cited)));
        context
    }

    /// The address of the page in a locale, relative to the output folder.
    pub(super) fn path(&self, tag: &LocaleTag) -> String {
        format!("{tag}/{}/", self.scope.origins.article.slug)
    }

    /// Where the ledger of the article shows the figures of a source: all that are linked to it stand together.
    fn ledger(&self, source: &Source) -> Option<String> {
        let linked = self.text.body.figures.iter().any(|figure| figure.sources.first() == Some(&source.id.value));
        let part = if linked { format!("#{}", source_id(&source.id)) } else { String::new() };
        self.renderer.has_ledger().then(|| format!("{LEDGER}{part}"))
    }

    fn json_ld(&self, headline: &str, description: &str, url: &str, cited: &[(&Source, Citation)]) -> String {
        let (article, locale) = (&self.scope.origins.article, &self.scope.locale);
        let tag = locale.messages.tag();
        let corrections = self.text.corrections.iter();
        let others = self.locales.iter().filter(|other| *other != tag);
        let site = locale.plain("site-title", []).unwrap_or_default();
        let home = self.renderer.url(&format!("{tag}/"));
        json_ld::write(&json_ld::Article {
            headline,
            description,
            locale: tag,
            url,
            site: (&site, &home),
            published: article.published,
            modified: article.modified(),
            corrections: corrections.map(|corrected| (corrected.day, corrected.note.text())).collect(),
            translations: others.map(|tag| (tag, self.renderer.url(&self.path(tag)))).collect(),
            sources: cited.iter().map(|(source, _)| *source).collect(),
        })
    }
}

/// An article, as templates see it.
pub fn article(article: &Article) -> Value {
    let sections: Vec<Value> = article.sections.iter().map(|section| section.value.as_str().into()).collect();
    let charts = article.charts.iter().map(|chart| {
        let section = chart.section.as_ref().map(|section| section.value.as_str());
        members([("id", chart.id.as_str().into()), ("section", section.into())])
    });
    members([
        ("charts", charts.collect::<Vec<_>>().into()),
        ("id", article.id.as_str().into()),
        ("slug", article.slug.as_str().into()),
        ("published", article.published.to_string().into()),
        ("modified", article.modified().to_string().into()),
        ("sections", sections.into()),
    ])
}

/// The ledger's entries of the figures of a body, the first of which has the number `first` in its page; `links` says where
/// they lead, and `line` whether what the body has as a line is one in the page too.
pub fn ledger(body: &Body, first: usize, links: Links<'_>, line: fn(Arc<str>) -> Line) -> Vec<LedgerFigure> {
    let (mut lines, mut rows) = (body.lines().into_iter(), body.rows().into_iter());
    let (drawn, linked) = (body.in_labels(|label| &label.drawn), body.linked());
    let entry = |(position, figure): (usize, &BodyFigure)| {
        let (text, row) = (lines.next().flatten(), rows.next().flatten());
        // A label of a drawing is no link, and a link in a link leads nowhere.
        let leads = matches!(links, Links::Notes(_)) && !drawn.contains(&position) && !linked.contains(&position);
        let note = figure.sources.first().filter(|_| leads);
        let links = note.map(source_id).into_iter().collect::<Vec<_>>().into();
        LedgerFigure { links, line: text.map(line), row, ..figure.entry(figure_id(first + position)) }
    };
    body.figures.iter().enumerate().map(entry).collect()
}

/// The headings of a body: level and id, and text.
pub(super) fn headings(body: &Body) -> impl Iterator<Item = ((u8, &str), &[Inline])> {
    body.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, id, inlines } => Some(((*level, id.as_str()), inlines.as_slice())),
        _ => None,
    })
}
