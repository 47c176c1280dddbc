//! Which address shows what.
//!
//! ```text
//! /                      the dashboard
//! /article/ID            the pages of an article side by side
//! /site/PATH             what a build would publish at PATH, pages with the preview's layer
//! /-/overview            the dashboard's data
//! /-/article/ID          what is known of an article
//! /-/events              what happens, as server-sent events
//! /-/NAME                the preview's own scripts and styles
//! ```
//!
//! In: the parts of a path. Out: an answer. What can go wrong: there is no such thing. No part names a file of the machine; what is
//! shown was rendered, or is part of the program.

use super::about::{self, About, Subject};
use super::http::{Answer, Response, SITE_POLICY};
use super::look::Look;
use super::state::{Seen, State};
use super::{layer, whole::Whole};
use crate::model::{ArticleId, Document, Edition, LocaleTag};
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// How often a stream of events says that it lives, so that one whose reader is gone is noticed.
const HEARTBEAT: Duration = Duration::from_secs(10);

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";

/// The preview's own files: name, type and content.
const OWN: &[(&str, &str, &str)] = &[
    ("layer.js", "text/javascript; charset=utf-8", include_str!("assets/layer.js")),
    ("dom.js", "text/javascript; charset=utf-8", include_str!("assets/dom.js")),
    ("notes.js", "text/javascript; charset=utf-8", include_str!("assets/notes.js")),
    ("page.js", "text/javascript; charset=utf-8", include_str!("assets/page.js")),
    ("panel.js", "text/javascript; charset=utf-8", include_str!("assets/panel.js")),
    ("layer.css", "text/css; charset=utf-8", include_str!("assets/layer.css")),
    ("news.js", "text/javascript; charset=utf-8", include_str!("assets/news.js")),
    ("dashboard.js", "text/javascript; charset=utf-8", include_str!("assets/dashboard.js")),
    ("article.js", "text/javascript; charset=utf-8", include_str!("assets/article.js")),
    ("preview.css", "text/css; charset=utf-8", include_str!("assets/preview.css")),
];

/// Answers requests.
pub struct Routes<'a> {
    state: &'a Arc<State>,
    root: String,
    editor: Option<&'a str>,
}

impl<'a> Routes<'a> {
    /// About a project at `root`, whose places `editor` opens.
    pub fn new(state: &'a Arc<State>, root: &Path, editor: Option<&'a str>) -> Self {
        Self { state, root: root.to_string_lossy().into_owned(), editor }
    }

    /// The answer to a request for a path.
    pub fn answer(&self, parts: &[&str]) -> Answer {
        let found = match parts {
            [""] => Some(Response::new(HTML, include_str!("assets/dashboard.html").as_bytes())),
            ["article", id] if !id.is_empty() => Some(Response::new(HTML, include_str!("assets/article.html").as_bytes())),
            ["-", "events"] => return self.events(),
            ["-", "overview"] => self.state.whole().map(|whole| json(&whole.overview())),
            ["-", "article", id] => self.article(id),
            ["-", name] => {
                OWN.iter().find(|(own, ..)| own == name).map(|(_, kind, text)| Response::new(kind, text.as_bytes()))
            }
            ["site", path @ ..] => self.site(path),
            _ => None,
        };
        Answer::Whole(found.unwrap_or_else(|| Response::line(404, "there is nothing at this address")))
    }

    /// A stream that tells each change at once, and what it told last to those who come later.
    fn events(&self) -> Answer {
        let state = Arc::clone(self.state);
        let mut told = (0, 0);
        Answer::Events(Box::new(move || {
            let news = state.news(told, HEARTBEAT)?;
            let now = (news.revision, news.whole);
            if now == told {
                return Some(": still here\n\n".to_owned());
            }
            told = now;
            let data = serde_json::json!({ "revision": news.revision, "whole": news.whole, "paths": news.paths });
            Some(format!("data: {data}\n\n"))
        }))
    }

    /// What is known of an article: where its pages are, and all that is wrong with it.
    fn article(&self, id: &str) -> Option<Response> {
        let whole = self.state.usable()?;
        let settings = &whole.project.as_ref()?.settings;
        let article = whole.project.as_ref()?.articles.get(id);
        let seen = self.state.look(&article?.id.value)?;
        let (slug, findings) = match &*seen.look {
            Ok(look) => (look.editions.first().map(|edition| edition.article.slug.clone()), &look.findings),
            Err(findings) => (None, findings),
        };
        let slug = slug.unwrap_or_else(|| article.map(|article| article.slug.clone()).unwrap_or_default());
        let of = |tag: &LocaleTag| {
            let own = findings.iter().filter(|finding| about::concerns(finding, tag));
            serde_json::json!({
                "tag": tag.as_str(),
                "page": format!("/site/{tag}/{slug}/"),
                "findings": about::counts(own),
            })
        };
        Some(json(&serde_json::json!({
            "article": id,
            "revision": seen.revision,
            "base": settings.base_locale.as_str(),
            "locales": settings.locales.iter().map(of).collect::<Vec<_>>(),
        })))
    }

    /// What a build would publish at a path.
    fn site(&self, path: &[&str]) -> Option<Response> {
        let whole = self.state.usable()?;
        if let [tag, slug, rest @ ..] = path
            && let Some(id) = whole.index.article(slug)
            && let Some(tag) = whole.project.as_ref()?.settings.locales.iter().find(|known| known.as_str() == *tag)
        {
            return match rest {
                [] => Some(moved(&format!("/site/{tag}/{slug}/"))),
                ["" | "index.html"] => Some(self.page(id, tag)?),
                ["ledger"] => Some(moved(&format!("/site/{tag}/{slug}/ledger/"))),
                ["ledger", "" | "index.html"] => self.ledger(id, tag),
                [name] => self.print(id, tag, name),
                _ => None,
            };
        }
        self.around(&whole, path)
    }

    /// The page of an article; the last that could be made, if none can be now.
    fn page(&self, id: &ArticleId, tag: &LocaleTag) -> Option<Response> {
        let seen = self.state.look(id)?;
        let whole = self.state.whole()?;
        // The whole project is read later; what it showed of another state is of no use.
        let article = whole.project.as_ref().filter(|_| whole.revision == seen.revision);
        let article = article.and_then(|project| project.articles.get(id));
        let beside: Vec<_> = article.into_iter().flat_map(|article| whole.findings_of(article)).collect();
        let subject = |look| Subject { look, tag, beside: &beside };
        let shown = seen.look.as_ref().as_ref().ok().and_then(|look| Some((look, look.pages.get(tag)?)));
        if let Some((look, page)) = shown {
            let about = about::page(subject(look), page, self.about(id, tag, &seen));
            return Some(self.with_layer(&page.document, &about));
        }
        let about = About { earlier: true, ..self.about(id, tag, &seen) };
        let about = match seen.look.as_ref() {
            Ok(look) => about::texts(subject(look), None, about),
            Err(findings) => about::only(findings, about),
        };
        let good = seen.good.get(tag).and_then(|look| look.as_ref().as_ref().ok()?.pages.get(tag));
        Some(match good {
            Some(page) => self.with_layer(&page.document, &about),
            None => site_page(layer::over(include_bytes!("assets/none.html"), &about)),
        })
    }

    fn about<'s>(&'s self, id: &'s ArticleId, tag: &'s LocaleTag, seen: &Seen) -> About<'s> {
        About {
            article: Some(id.as_str()),
            locale: Some(tag.as_str()),
            revision: seen.revision,
            whole: seen.whole,
            editor: self.editor,
            root: &self.root,
            ..About::default()
        }
    }

    fn with_layer(&self, document: &Document, about: &About<'_>) -> Response {
        site_page(layer::over(&document.bytes, about))
    }

    /// The ledger of an article.
    fn ledger(&self, id: &ArticleId, tag: &LocaleTag) -> Option<Response> {
        let seen = self.state.look(id)?;
        let look = seen.look.as_ref().as_ref().ok()?;
        let page = |edition: &'_ Edition| look.pages.get(&edition.locale).map(|page| &page.document);
        let editions: Vec<_> = look.editions.iter().filter_map(|edition| Some((edition, page(edition)?))).collect();
        let (documents, _) = look.renderer.ledger(&editions);
        let document = documents.into_iter().find(|document| document.locale == *tag)?;
        Some(self.with_layer(&document, &self.about(id, tag, &seen)))
    }

    /// An article in print, or as plain text.
    fn print(&self, id: &ArticleId, tag: &LocaleTag, name: &str) -> Option<Response> {
        let seen = self.state.look(id)?;
        let look: &Look = seen.look.as_ref().as_ref().ok()?;
        let edition = look.editions.iter().find(|edition| edition.locale == *tag)?;
        let path = format!("{tag}/{}/{name}", edition.article.slug);
        let is_printed = name.strip_suffix(".pdf").is_some_and(|stem| stem == edition.article.slug);
        let is_made = is_printed || name == "index.md";
        let (documents, _) =
            if is_made { look.renderer.article(edition, &look.project.settings.locales) } else { Default::default() };
        let document = documents.into_iter().find(|document| document.path == path)?;
        Some(Response { policy: SITE_POLICY, ..Response::new(kind_of(name), document.bytes) })
    }

    /// A page around the articles, or a file beside the pages. Files come as the last article that was looked at has them, which is
    /// newer than the whole.
    fn around(&self, whole: &Whole, path: &[&str]) -> Option<Response> {
        let path = path.join("/");
        if let Some(bytes) = self.state.asset(&path) {
            return Some(Response { policy: SITE_POLICY, ..Response::new(kind_of(&path), bytes) });
        }
        let full = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
        let (bytes, is_page) = whole.file(&full)?;
        let about = About {
            revision: whole.revision,
            whole: whole.revision,
            editor: self.editor,
            root: &self.root,
            ..About::default()
        };
        Some(match is_page {
            true => site_page(layer::over(&bytes, &about)),
            false => Response { policy: SITE_POLICY, ..Response::new(kind_of(&full), bytes) },
        })
    }
}

fn json(value: &impl Serialize) -> Response {
    Response::new(JSON, serde_json::to_vec(value).expect("what is told has only string keys"))
}

fn site_page(bytes: Vec<u8>) -> Response {
    Response { policy: SITE_POLICY, ..Response::new(HTML, bytes) }
}

fn moved(to: &str) -> Response {
    Response { location: Some(to.to_owned()), ..Response::line(308, to) }
}

/// The type of a file by the ending of its name.
fn kind_of(path: &str) -> &'static str {
    const KINDS: [(&str, &str); 10] = [
        ("pdf", "application/pdf"),
        ("md", "text/markdown; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("json", JSON),
        ("svg", "image/svg+xml"),
        ("xml", "application/xml"),
        ("txt", "text/plain; charset=utf-8"),
        ("html", HTML),
        ("xsl", "application/xml"),
    ];
    let ending = path.rsplit('.').next().unwrap_or_default();
    KINDS.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| kind)
}
