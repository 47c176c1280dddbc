//! The ledger of an article as a page for people: each of its figures as every language prints it, beside the stat that it is and
//! the place where its source gives it.
//!
//! In: the editions of an article, each with its finished page. Out: a page in each locale, with a ledger of its own, so that its
//! figures are proven like those of any other page. What can go wrong: what the template does. A project that has no template
//! `ledger.html` has no such pages, and its articles do not link to them.

use super::facts::Facts;
use super::frame::Frame;
use super::plain::{self, Plain};
use super::rows::{self, Row, Wording};
use super::scope::Scope;
use super::{Locale, Renderer, members};
use crate::diagnostic::Findings;
use crate::format::html::{escape, figure_id, source_id};
use crate::model::body::Origin;
use crate::model::evidence::Evidence;
use crate::model::ledger::{LedgerFigure, Line};
use crate::model::source::PartialDate;
use crate::model::stat::{StatValue, Status};
use crate::model::{BoundStat, Document, Edition, LocaleTag, SourceId, StatId};
use std::collections::BTreeSet;
use std::sync::Arc;
use tera::{Context, Value};

/// The template of the page.
pub const TEMPLATE: &str = "ledger.html";

/// The pages of the editions of one article, each beside its finished page.
pub fn render(renderer: &Renderer, editions: &[(&Edition, &Document)]) -> (Vec<Document>, Findings) {
    let rows = rows::of(editions);
    let (mut documents, mut findings) = (Vec::new(), Findings::new());
    for (own, (edition, _)) in editions.iter().enumerate() {
        let Some(locale) = renderer.locales.get(&edition.locale) else { continue };
        let mut columns: Vec<usize> = (0..editions.len()).collect();
        columns[..=own].rotate_right(1);
        let tags: Vec<LocaleTag> = editions.iter().map(|(edition, _)| edition.locale.clone()).collect();
        let page = Page { renderer, locale, edition, tags: &tags, columns: &columns, rows: &rows, figures: Vec::new() };
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
    locale: &'a std::sync::Arc<Locale>,
    edition: &'a Edition,
    tags: &'a [LocaleTag],
    /// The editions in the order of their columns, the page's own first.
    columns: &'a [usize],
    rows: &'a [Row<'a>],
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
        for source in self.rows.iter().filter_map(Row::source) {
            if !order.contains(&source) {
                order.push(source);
            }
        }
        let mut groups = Vec::new();
        for id in order {
            let Some(source) = self.renderer.sources.get(id) else { continue };
            let mut facts = Facts::of_source(id, self.locale, &self.renderer.settings.base_locale);
            let (producer, title) = (facts.words("producer", &source.producer), facts.words("title", &source.title));
            let edition = source.edition.as_ref().map(|edition| facts.words("edition", edition));
            let published = source.published.and_then(|day| facts.date("published", day));
            self.figures.extend(facts.into_figures());
            let rows: Vec<_> = self.rows.iter().filter(|row| row.source() == Some(id)).map(|row| self.row(row)).collect();
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
        let literals = self.rows.iter().filter(|row| row.source().is_none()).map(|row| self.row(row)).collect();
        (groups, literals)
    }

    /// A row: what the stat is, how each language prints it, and what speaks for it.
    fn row(&mut self, row: &Row<'_>) -> Value {
        let bound = match row.origin {
            Origin::Stat(id) => self.edition.stats.get(id).map(|bound| (id, bound.as_ref())),
            Origin::Literal(_) => None,
        };
        let Some((id, bound)) = bound else {
            return members([("cells", self.cells(row).into())]);
        };
        let base = &self.renderer.settings.base_locale;
        let mut facts = Facts::of_stat(id, &bound.sources, self.locale, base);
        let measures = &bound.stat.measures;
        let population = measures.population.as_ref().map(|words| facts.words("population", words));
        let period = bound.stat.period.as_ref().map(|period| {
            let date = PartialDate::parse(period).and_then(|date| facts.date("period", date));
            date.unwrap_or_else(|| facts.words("period", period))
        });
        let property = measures.property.as_ref().map(|words| facts.words("property", words));
        let name = facts.plain("name", id.as_str());
        self.figures.extend(facts.into_figures());
        let cells = self.cells(row);
        let mut facts = Facts::of_stat(id, &bound.sources, self.locale, base);
        let evidence = self.evidence(id, bound, &mut facts);
        self.figures.extend(facts.into_figures());
        members([
            ("id", format!("stat-{id}").into()),
            ("population_html", html(population)),
            ("period_html", html(period)),
            ("property_html", html(property)),
            ("name_html", html(Some(name))),
            ("cells", cells.into()),
            ("evidence", evidence.into()),
            ("kinds", Evidence::of(&bound.stat).map(|kind| Value::from(kind.name())).collect::<Vec<_>>().into()),
            ("status", Some(bound.stat.status.value).filter(|status| *status != Status::Final).map(Status::name).into()),
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
        self.figures.push(LedgerFigure {
            element: id,
            message: figure.message.clone(),
            origin: figure.origin.clone(),
            sources: Arc::clone(&figure.sources),
            construct: figure.construct,
            quantity: figure.quantity,
            truth: figure.truth,
            text: Arc::clone(&figure.text),
            unverified: false,
            links: Arc::clone(&wording.links),
            line: Some(Line::Part(Arc::clone(&figure.text))),
            row: None,
        });
        Value::safe_string(&html)
    }

    /// What speaks for a stat, as pairs of a name and HTML.
    fn evidence(&self, id: &StatId, bound: &BoundStat, facts: &mut Facts<'_>) -> Vec<Value> {
        let mut pairs = Vec::new();
        let mut pair = |name: &'static str, html: String| {
            pairs.push(members([("name", name.into()), ("html", Value::safe_string(&html))]));
        };
        if matches!(bound.stat.value.value, StatValue::Derived(_)) {
            let said: BTreeSet<&str> = self.rows.iter().filter_map(Row::stat).collect();
            let formula = bound.stat.value.place.text();
            let (html, links) = linked(formula, &said);
            pair("derived", facts.linked("derived", formula, &html, &links));
        }
        if let Some(cell) = &bound.stat.cell {
            if let Some(says) = self.renderer.cells.get(id) {
                pair("says", facts.plain("says", says));
            }
            let row: Vec<_> = cell.row.iter().map(|(column, text)| format!("{} = {}", column.value, text.value)).collect();
            let row = row.join(", ");
            pair("row", facts.plain("row", &row));
            pair("column", facts.plain("column", &cell.column));
        }
        if let Some(quote) = &bound.stat.quote {
            pair("quote", facts.words("quote", quote));
        }
        pairs
    }
}

fn html(html: Option<String>) -> Value {
    html.map_or(Value::none(), |html| Value::safe_string(&html))
}

/// A formula as HTML, the stats in it linked to their rows, and the ids of those.
fn linked(formula: &str, rows: &BTreeSet<&str>) -> (String, Vec<String>) {
    let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let (mut html, mut links, mut rest) = (String::new(), Vec::new(), formula);
    while let Some(start) = rest.find(is_id) {
        escape(&mut html, &rest[..start]);
        let end = rest[start..].find(|c| !is_id(c)).map_or(rest.len(), |end| start + end);
        let name = &rest[start..end];
        match rows.contains(name) {
            true => {
                html += &format!("<a href=\"#stat-{name}\">{name}</a>");
                links.push(format!("stat-{name}"));
            }
            false => html += name,
        }
        rest = &rest[end..];
    }
    escape(&mut html, rest);
    (html, links)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stats_of_a_formula_lead_to_their_rows() {
        let formula = "growth(trust, trust-2020) < 3";
        let (html, links) = linked(formula, &BTreeSet::from(["trust-2020"]));
        assert_eq!(links, ["stat-trust-2020"]);
        assert_eq!(html, "growth(trust, <a href=\"#stat-trust-2020\">trust-2020</a>) &lt; 3");
    }
}
