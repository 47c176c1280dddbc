//! The finished pages of a project, and where each of their figures stands in the bytes.

use numerate::model::body::Origin;
use numerate::model::{Document, Edition, Project};
use numerate::render::Renderer;
use numerate::{load::load, resolve::resolve};
use std::ops::Range;
use std::path::Path;

/// A project with its finished pages.
pub struct Site {
    pub project: Project,
    pub documents: Vec<Document>,
}

impl Site {
    /// Renders the project in a folder; every locale, every web page.
    pub fn render(root: &Path) -> Self {
        let project = Self::project(root, vec!["html"]);
        let (editions, _) = resolve(&project, None);
        let (renderer, _) = Renderer::new(&project);
        let locales = &project.settings.locales;
        let mut documents: Vec<_> = editions.iter().flat_map(|edition| renderer.article(edition, locales).0).collect();
        for id in project.articles.keys() {
            let own = editions.iter().filter(|edition| edition.article.id.value == *id);
            let page =
                |edition: &Edition| documents.iter().find(|page| page.article == *id && page.locale == edition.locale);
            let pages: Vec<_> = own.filter_map(|edition| Some((edition, page(edition)?))).collect();
            let ledgers = renderer.ledger(&pages).0;
            documents.extend(ledgers);
        }
        documents.extend(renderer.site(&editions.iter().collect::<Vec<&Edition>>()).0);
        documents.retain(|document| document.format == "html");
        Self { project, documents }
    }

    /// The project in a folder, in these formats.
    pub fn project(root: &Path, formats: Vec<&'static str>) -> Project {
        let mut project = load(root).0.expect("the project has settings");
        project.settings.formats = formats;
        project
    }
}

/// The printed documents of a project.
pub fn printed(project: &Project) -> Vec<Document> {
    let (editions, _) = resolve(project, None);
    let (renderer, _) = Renderer::new(project);
    let locales = &project.settings.locales;
    let documents = editions.iter().flat_map(|edition| renderer.article(edition, locales).0);
    documents.filter(|document| document.format == "pdf").collect()
}

/// How a text is written where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Escape {
    /// Between tags or in an attribute.
    Html,
    /// In a string of JSON inside a script.
    Json,
}

impl Escape {
    /// The text as it is written there.
    pub fn write(self, text: &str) -> String {
        let escaped = |c: char| match (self, c) {
            (Escape::Html, '&') => "&amp;".to_owned(),
            (Escape::Html, '<') => "&lt;".to_owned(),
            (Escape::Html, '>') => "&gt;".to_owned(),
            (Escape::Html, '"') => "&quot;".to_owned(),
            (Escape::Html, '\'') => "&#39;".to_owned(),
            (Escape::Json, '"' | '\\') => format!("\\{c}"),
            (Escape::Json, '<' | '>' | '&') => format!("\\u{:04x}", u32::from(c)),
            _ => c.to_string(),
        };
        text.chars().map(escaped).collect()
    }
}

/// A figure in the bytes of a page.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Its position in the figures of the document, if it has an element of its own.
    pub entry: Option<usize>,
    /// The bytes of its text.
    pub text: Range<usize>,
    /// The bytes of its element, tags included; of its text, if it has none.
    pub element: Range<usize>,
    /// How it is printed.
    pub printed: String,
    /// How its text is written.
    pub escape: Escape,
}

/// Every figure of a page.
pub fn spots(document: &Document) -> Vec<Spot> {
    let html = text_of(document);
    let elements = document.figures.iter().enumerate().filter_map(|(index, figure)| {
        let (name, id) = ["data class=\"figure\"", "data class=\"figure short\"", "tspan class=\"figure\""]
            .iter()
            .find_map(|open| Some((open.split(' ').next()?, html.find(&format!("<{open} id=\"{}\"", figure.element))?)))?;
        // The mark † of a label in a drawing is of the same name.
        let mark = html[id..].starts_with("<tspan")
            && html[id..].split_once("</").is_some_and(|(own, _)| own.contains("class=\"mark\""));
        let close = format!("</{name}>");
        let ends = html[id..].match_indices(&close).map(|(at, close)| id + at + close.len()).nth(usize::from(mark));
        let end = ends?;
        let written = Escape::Html.write(&figure.text);
        let start = id + html[id..end].find(&format!(">{written}"))? + 1;
        let printed = figure.text.to_string();
        Some(Spot {
            entry: Some(index),
            text: start..start + written.len(),
            element: id..end,
            printed,
            escape: Escape::Html,
        })
    });
    let elements: Vec<_> = elements.collect();
    // A formula is cut up by the links in it.
    let whole = document
        .figures
        .iter()
        .filter(|figure| !matches!(&figure.origin, Origin::Literal(name) if name.ends_with("/derived")));
    assert!(elements.len() >= whole.count(), "every figure of {} has an element", document.path);
    let mut spots = elements;
    for plain in &document.plain {
        for escape in [Escape::Html, Escape::Json] {
            let written = escape.write(&plain.text);
            let places: Vec<_> = html.match_indices(&written).map(|(at, _)| at).collect();
            // Where tags stand in the text, each of its figures is looked for by itself.
            let framed = escape == Escape::Html && places.is_empty();
            for figure in plain.figures.iter().filter(|_| framed) {
                let needle = format!(">{}<", escape.write(&figure.text));
                spots.extend(html.match_indices(&needle).map(|(at, _)| spot(at + 1, &figure.text, escape)));
            }
            for at in places {
                let in_json = html[..at].rfind("<script").is_some_and(|open| !html[open..at].contains("</script>"));
                if in_json != (escape == Escape::Json) {
                    continue;
                }
                let mut from = at;
                for figure in &plain.figures {
                    let wanted = escape.write(&figure.text);
                    let start = from + html[from..].find(&wanted).expect("a text has its figures");
                    from = start + wanted.len();
                    spots.push(spot(start, &figure.text, escape));
                }
            }
        }
    }
    spots.sort_by_key(|spot| (spot.text.start, spot.entry.is_none()));
    spots.dedup_by_key(|spot| spot.text.start);
    spots
}

fn spot(start: usize, printed: &str, escape: Escape) -> Spot {
    let span = start..start + escape.write(printed).len();
    Spot { entry: None, text: span.clone(), element: span, printed: printed.to_owned(), escape }
}

/// The bytes of a page as text.
pub fn text_of(document: &Document) -> &str {
    std::str::from_utf8(&document.bytes).expect("a page is UTF-8")
}

/// A page with other bytes.
pub fn with_text(document: &Document, html: String) -> Document {
    Document { bytes: html.into_bytes(), ..document.clone() }
}

/// A text in which some bytes are replaced.
pub fn splice(html: &str, span: Range<usize>, new: &str) -> String {
    format!("{}{new}{}", &html[..span.start], &html[span.end..])
}
