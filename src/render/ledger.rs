//! The ledger of an article as a page for people: each of its figures as every language prints it, beside the stat that it is and
//! the place where its source gives it.
//!
//! In: the editions of an article, each with its finished page. Out: a page in each locale, with a ledger of its own, so that its
//! figures are proven like those of any other page. What can go wrong: what the template does. A project that has no template
//! `ledger.html` has no such pages, and its articles do not link to them.

use super::common::{Common, Words, pair};
use super::facts::{Facts, Subject};
use super::frame::Frame;
use super::plain::{self, Plain};
use super::rows::{self, Row, Wording};
use super::scope::Scope;
use super::{Locale, Renderer, members};
use crate::diagnostic::Findings;
use crate::format::html::{figure_id, source_id};
use crate::model::ledger::{LedgerFigure, Line};
use crate::model::source::PartialDate;
use crate::model::{Document, Edition, LocaleTag, SourceId};
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::{Context, Value};

/// The template of the page.
pub const TEMPLATE: &str = "ledger.html";

/// For so many figures a row there is room from the beginning; there may be more.
const FIGURES: usize = 10;

/// The pages of the editions of one article, each beside its finished page.
pub fn render(renderer: &Renderer, editions: &[(&Edition, &Document)]) -> (Vec<Document>, Findings) {
    let rows = rows::of(editions);
    let named: BTreeSet<&str> = rows.iter().filter_map(Row::stat).collect();
    let bound = |row: &Row<'_>| editions.first()?.0.stats.get_key_value(row.stat()?);
    let common = |row| bound(row).map(|(id, bound)| Common::new(renderer, (id, bound), &named));
    let common: Vec<_> = rows.iter().map(common).collect();
    let rows: Vec<_> = rows.into_iter().zip(common).collect();
    let (mut documents, mut findings) = (Vec::new(), Findings::new());
    for (own, (edition, _)) in editions.iter().enumerate() {
        let Some(locale) = renderer.locales.get(&edition.locale) else { continue };
        let mut columns: Vec<usize> = (0..editions.len()).collect();
        columns[..=own].rotate_right(1);
        let tags: Vec<LocaleTag> = editions.iter().map(|(edition, _)| edition.locale.clone()).collect();
        let page = Page {
            renderer,
            locale,
            edition,
            tags: &tags,
            columns: &columns,
            rows: &rows,
            figures: Vec::with_capacity(FIGURES * rows.len()),
        };
        let (document, found) = page.document();
        documents.extend(document);
        findings.append(found.into_iter().map(|finding| finding.in_locale(edition.locale.as_str())).collect());
    }
    (documents, findings)
}

/// The address of the ledger of an article, relative to the output folder.
fn path(tag: &LocaleTag, edition: &Edition) -> String {
    format!("{tag}/{}/ledger/", edition.article.slug)
}

struct Page<'a> {
    renderer: &'a Renderer,
    locale: &'a Arc<Locale>,
    edition: &'a Edition,
    tags: &'a [LocaleTag],
    /// The editions in the order of their columns, the page's own first.
    columns: &'a [usize],
    /// The rows, each with what all locales say alike of its stat, if it is one.
    rows: &'a [(Row<'a>, Option<Common<'a>>)],
    figures: Vec<LedgerFigure>,
}

impl Page<'_> {
    fn document(mut self) -> (Option<Document>, Findings) {
        let (title, mut findings) = self.renderer.required(&Scope::new(self.locale, self.edition), "title");
        let Some(title) = title else { return (None, findings) };
        let mut context = self.context(&title.plain());
        let (groups, literals) = self.groups();
        context.insert_value("sources", groups.into());
        context.insert_value("literals", literals.into());
        let (html, found) = self.locale.pages.run(TEMPLATE, &context, |tera, gaps| self.locale.register(tera, gaps));
        findings.append(found);
        let document = html.map(|html| Document {
            article: self.edition.article.id.value.clone(),
            locale: self.edition.locale.clone(),
            format: "html",
            path: path(&self.edition.locale, self.edition) + "index.html",
            plain: plain::printed(Vec::<Plain>::from([plain::of(&title)]), &html),
            bytes: html,
            figures: self.figures,
        });
        (document, findings)
    }

    fn context(&self, title: &str) -> Context {
        let (renderer, own) = (self.renderer, path(&self.edition.locale, self.edition));
        let columns =
            self.columns.iter().filter_map(|&column| renderer.locales.get(&self.tags[column])).map(|locale| {
                members([("lang", locale.messages.tag().as_str().into()), ("name", locale.name.as_str().into())])
            });
        let path = |tag: &LocaleTag| path(tag, self.edition);
        let mut context = Frame::of_article(renderer, self.locale, self.tags, &path).context(&own);
        context.insert("title", title);
        context.insert("article_href", "../");
        context.insert_value("columns", columns.collect::<Vec<_>>().into());
        context
    }

    /// The rows of stats by the source that they are linked to, then those of literals.
    fn groups(&mut self) -> (Vec<Value>, Vec<Value>) {
        let mut order: Vec<&SourceId> = Vec::new();
        for source in self.rows.iter().filter_map(|(row, _)| row.source()) {
            if !order.contains(&source) {
                order.push(source);
            }
        }
        let mut groups = Vec::new();
        for id in order {
            let Some(source) = self.renderer.sources.get(id) else { continue };
            let subject = Subject::of_source(id);
            let mut facts = Facts::new(&subject, self.locale, &self.renderer.settings.base_locale);
            let (producer, title) = (facts.words("producer", &source.producer), facts.words("title", &source.title));
            let edition = source.edition.as_ref().map(|edition| facts.words("edition", edition));
            let published = source.published.and_then(|day| facts.date("published", day));
            self.figures.extend(facts.into_figures());
            let rows: Vec<_> =
                self.rows.iter().filter(|(row, _)| row.source() == Some(id)).map(|row| self.row(row)).collect();
            groups.push(members([
                ("id", source_id(id).into()),
                ("note", format!("../#{}", source_id(id)).into()),
                ("producer_html", Value::safe_string(&producer)),
                ("title_html", Value::safe_string(&title)),
                ("edition_html", html(edition)),
                ("published_html", html(published)),
                ("rows", rows.into()),
            ]));
        }
        let literals = self.rows.iter().filter(|(row, _)| row.source().is_none()).map(|row| self.row(row)).collect();
        (groups, literals)
    }

    /// A row: what the stat is, how each language prints it, and what speaks for it.
    fn row(&mut self, (row, common): &(Row<'_>, Option<Common<'_>>)) -> Value {
        let Some(common) = common else {
            return members([("cells", self.cells(row).into())]);
        };
        let base = &self.renderer.settings.base_locale;
        let stat = &common.bound.stat;
        let mut facts = Facts::new(&common.subject, self.locale, base);
        let population = say(&common.population, &mut facts);
        let period = stat.period.as_ref().map(|period| {
            let date = PartialDate::parse(period).and_then(|date| facts.date("period", date));
            date.unwrap_or_else(|| facts.words("period", period))
        });
        let property = say(&common.property, &mut facts);
        facts.say(&common.name);
        self.figures.extend(facts.into_figures());
        let cells = self.cells(row);
        let mut facts = Facts::new(&common.subject, self.locale, base);
        common.evidence.iter().for_each(|fact| facts.say(fact));
        let evidence = match &common.quote {
            Some(quote) => {
                let quote = pair("quote", quote.say(&mut facts));
                common.pairs.as_array().into_iter().flatten().cloned().chain([quote]).collect::<Vec<_>>().into()
            }
            None => common.pairs.clone(),
        };
        self.figures.extend(facts.into_figures());
        members([
            ("id", common.id.clone()),
            ("population_html", population),
            ("period_html", html(period)),
            ("property_html", property),
            ("name_html", common.name_html.clone()),
            ("cells", cells.into()),
            ("evidence", evidence),
            ("kinds", common.kinds.clone()),
            ("status", common.status.clone()),
        ])
    }

    /// How each language prints a figure.
    fn cells(&mut self, row: &Row<'_>) -> Vec<Value> {
        let mut cells = Vec::new();
        for &column in self.columns {
            let wordings: Vec<Value> = row.wordings[column].iter().map(|wording| self.wording(wording)).collect();
            cells.push(members([("lang", self.tags[column].as_str().into()), ("wordings", wordings.into())]));
        }
        cells
    }

    /// A figure with an element of its own, linked to where the article first says it so.
    fn wording(&mut self, wording: &Wording<'_>) -> Value {
        let figure = wording.figure;
        let id = figure_id(self.figures.len() + 1);
        let html = wording.element.with_id(&id);
        let line = Some(Line::Part(Arc::clone(&figure.text)));
        let links = Arc::clone(&wording.links);
        self.figures.push(LedgerFigure { element: id, unverified: false, links, line, row: None, ..figure.clone() });
        Value::safe_string(&html)
    }
}

fn say(words: &Option<Words>, facts: &mut Facts<'_>) -> Value {
    words.as_ref().map_or_else(Value::none, |words| words.say(facts))
}

fn html(html: Option<String>) -> Value {
    html.map_or(Value::none(), |html| Value::safe_string(&html))
}
