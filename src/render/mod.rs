//! The stage that renders: editions become documents.
//!
//! In: a project, from which bundles, templates and source notes are made once; then editions. Out: documents, one for each
//! format, and the pages of the site around them. What can go wrong: everything in messages and templates that no stage before
//! could see, as findings with the file, line and column of the message or of the template.
//!
//! ```text
//! article.md ──template──▶ Markdown with tokens ──weave, markdown──▶ Body ──format──▶ fragment ──page──▶ page
//!     t(…) ▲ figure(…)                       wording ▲
//! ```
//!
//! | member | what it does |
//! |---|---|
//! | `template`, `gap` | runs Tera; every broken template and every gap is a finding |
//! | `scope` | what the templates of an edition see |
//! | `weave`, `markdown`, `inline`, `line`, `anchor` | Markdown to `Body` |
//! | `wording`, `case` | tokens to figures |
//! | `chart` | a chart's words and values |
//! | `print`, `text` | the same as a document for print, and as plain text |
//! | `corrections` | the last section of an article that has any |
//! | `page`, `site`, `frame`, `plain` | contexts of the page templates; texts outside bodies that say figures |
//! | `entry`, `feed`, `digest`, `map` | what is said of articles elsewhere: in indexes, feeds, `llms.txt`, the map of the site |
//! | `citation`, `source_note`, `facts`, `json_ld` | the sources as a page lists them, for people and for machines |
//! | `ledger`, `rows`, `common` | the figures of an article in all its languages, beside what speaks for them |

mod anchor;
mod case;
mod chart;
mod citation;
mod common;
mod corrections;
mod digest;
mod entry;
mod facts;
mod feed;
mod frame;
mod gap;
mod inline;
mod json_ld;
mod ledger;
mod line;
mod locale;
mod map;
mod markdown;
mod page;
mod plain;
mod print;
mod rows;
mod scope;
mod site;
mod source_note;
mod template;
mod text;
mod weave;
mod wording;

pub use entry::Entry;
pub use locale::Locale;
pub use site::{Part, Site};
pub use template::FUNCTIONS;

use crate::diagnostic::{Code, Finding, Findings, Place};
use crate::format::Format;
use crate::format::pdf::fonts::Fonts;
use crate::model::project::Settings;
use crate::model::{Body, Document, Edition, LocaleTag, Project, Source, SourceId};
use scope::Scope;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use template::Templates;
use tera::{Context, Value};

/// The page templates that every project has.
const PAGES: [&str; 3] = ["page.html", "index.html", "root.html"];

/// What programs that search the site ask for first; a project may bring its own.
const ROBOTS: &str = "robots.txt";

/// Renders the editions of a project.
#[derive(Debug)]
pub struct Renderer {
    settings: Settings,
    sources: BTreeMap<SourceId, Arc<Source>>,
    templates: Templates,
    locales: BTreeMap<LocaleTag, Arc<Locale>>,
    assets: Vec<(String, Vec<u8>)>,
    /// The faces of printed documents, if there are any such documents.
    fonts: Option<Fonts>,
}

/// What was made of an edition.
#[derive(Debug, Default)]
pub struct Rendered<'a> {
    /// Its documents, one for each format.
    pub documents: Vec<Document>,
    /// What the pages around the articles say of it.
    pub entry: Option<Entry<'a>>,
    /// What was found.
    pub findings: Findings,
}

impl Renderer {
    /// Makes what all editions share.
    pub fn new(project: &Project) -> (Self, Findings) {
        let (templates, mut findings) = Templates::new(project);
        for name in PAGES {
            if !project.templates.contains_key(name) {
                let place = Place::of_path(format!("templates/{name}"));
                findings.push(Finding::new(Code::FileMissing, place, format!("the template `{name}` is not there")));
            }
        }
        let mut locales = BTreeMap::new();
        for tag in &project.settings.locales {
            let (locale, found) = Locale::new(tag, project, &templates.pages);
            findings.append(found);
            locales.extend(locale.map(|locale| (tag.clone(), Arc::new(locale))));
        }
        let is_asset = |name: &str| ![".md", ".html", ".toml"].iter().any(|ending| name.ends_with(ending));
        let assets = project.templates.iter().filter(|(name, _)| is_asset(name));
        let assets = assets.map(|(name, text)| (name.clone(), text.text().as_bytes().to_vec()));
        let robots = (!project.templates.contains_key(ROBOTS)).then(|| {
            let map = format!("{}/sitemap.xml", project.settings.base_url);
            (ROBOTS.to_owned(), format!("User-agent: *\nAllow: /\n\nSitemap: {map}\n").into_bytes())
        });
        let assets = assets.chain(robots).collect();
        let sources = project.sources.clone();
        let settings = project.settings.clone();
        let fonts = settings.formats.contains(&Format::Pdf.name()).then(|| Fonts::new(&settings.print));
        (Self { settings, sources, templates, locales, assets, fonts }, findings)
    }

    /// Renders an edition whose article is published in these locales, to which its pages link.
    pub fn article(&self, edition: &Edition, locales: &[LocaleTag]) -> (Vec<Document>, Findings) {
        let Rendered { documents, findings, .. } = self.edition(edition, locales);
        (documents, findings)
    }

    /// The same, and what others say of it.
    pub fn edition<'a>(&self, edition: &'a Edition, locales: &[LocaleTag]) -> Rendered<'a> {
        let Some(locale) = self.locales.get(&edition.locale) else { return Rendered::default() };
        let scope = Scope::new(locale, edition);
        let (text, mut findings) = self.text(&scope);
        let Some(text) = text else { return Rendered { findings, ..Rendered::default() } };
        let mut documents = Vec::new();
        let page = page::Page { renderer: self, scope: &scope, text: &text, locales };
        for format in self.settings.formats.iter().filter_map(|name| Format::of(name)) {
            let (document, found) = match (format, &self.fonts) {
                (Format::Html, _) => page.document(),
                (Format::Pdf, Some(fonts)) => page.print(fonts),
                (Format::Pdf, None) => Default::default(),
                (Format::Markdown, _) => (Some(page.markdown()), Findings::new()),
            };
            documents.extend(document);
            findings.append(found);
        }
        Rendered { documents, entry: Some(Entry::of(locale, edition, text)), findings }
    }

    /// The web page of an edition alone, and the text that it frames: for those who look at it while they write.
    pub fn page(&self, edition: &Edition, locales: &[LocaleTag]) -> (Option<(Document, Body)>, Findings) {
        let Some(locale) = self.locales.get(&edition.locale) else { return Default::default() };
        let scope = Scope::new(locale, edition);
        let (text, mut findings) = self.text(&scope);
        let Some(text) = text else { return (None, findings) };
        let (document, found) = page::Page { renderer: self, scope: &scope, text: &text, locales }.document();
        findings.append(found);
        (document.map(|document| (document, text.body)), findings)
    }

    /// The pages that show the figures of an article beside their sources: one for each of its editions, whose finished pages
    /// stand beside them. None if the project has no template for them.
    pub fn ledger(&self, editions: &[(&Edition, &Document)]) -> (Vec<Document>, Findings) {
        if self.has_ledger() { ledger::render(self, editions) } else { Default::default() }
    }

    /// The pages around the articles, of editions that will be published: an index for each locale, and the root page.
    pub fn site(&self, editions: &[&Edition]) -> (Vec<Document>, Findings) {
        let site = Site::new(self, editions);
        let (mut documents, mut findings) = (Vec::new(), Findings::new());
        for (made, found) in site.parts().iter().map(|part| site.render(part)) {
            documents.extend(made);
            findings.append(found);
        }
        (documents, findings)
    }

    /// The files that pages need beside them: path in the output folder, and bytes.
    pub fn assets(&self) -> Vec<(String, Vec<u8>)> {
        self.assets.clone()
    }

    /// The files of messages of which pages said something that may not be their own.
    pub fn borrowed(&self) -> Vec<String> {
        self.locales.values().flat_map(|locale| locale.messages.borrowed()).collect()
    }

    /// Whether the project has a template for ledgers.
    fn has_ledger(&self) -> bool {
        self.templates.pages.has(ledger::TEMPLATE)
    }

    /// What an edition says.
    fn text(&self, scope: &Arc<Scope>) -> (Option<page::Text>, Findings) {
        let (body, mut findings) = self.body(scope);
        let (title, found) = self.required(scope, "title");
        findings.append(found);
        let (summary, found) = self.required(scope, "summary");
        findings.append(found);
        let (Some(mut body), Some(title), Some(summary)) = (body, title, summary) else { return (None, findings) };
        let (corrections, found) = corrections::append(&mut body, scope);
        findings.append(found);
        (Some(page::Text { body, title, summary, corrections }), findings)
    }

    /// The body of an edition, by the template of its article.
    fn body(&self, scope: &Arc<Scope>) -> (Option<Body>, Findings) {
        let article = &scope.origins.article;
        let name = article.template.value.as_str();
        let Some(template) = self.templates.markdown.text(name) else {
            let what = format!("the template `{name}` is not there");
            let finding = Finding::new(Code::FileMissing, article.template.place.clone(), what);
            let known = self.templates.markdown.names();
            return (None, [finding.suggest(name, known)].into_iter().collect());
        };
        if !self.templates.markdown.has(name) {
            return (None, Findings::new()); // It was broken, and its finding said so.
        }
        let mut context = Context::new();
        context.insert_value("article", page::article(article));
        context.insert("locale", scope.locale.messages.tag().as_str());
        let engine = self.templates.markdown.with(|tera| scope.register(tera, &BTreeSet::new()));
        let (raw, findings) = engine.run(name, &context, |tera, gaps| scope.register(tera, gaps));
        let (messages, said) = scope.take();
        let tag = scope.locale.messages.tag().as_str();
        let mut findings: Findings = findings.into_iter().map(|finding| finding.in_locale(tag)).collect();
        findings.append(said);
        let Some(raw) = raw else { return (None, findings) };
        let raw = simdutf8::basic::from_utf8(&raw).expect("templates and values are UTF-8");
        let (body, found) = markdown::read(raw, &markdown::Origin { scope, messages: &messages, template });
        findings.append(found);
        (Some(body), findings)
    }

    /// A message that every edition has, as a body of its own.
    fn required(&self, scope: &Arc<Scope>, id: &str) -> (Option<Body>, Findings) {
        let article = &scope.origins.article;
        let Some(raw) = scope.message(id) else {
            let tag = scope.locale.messages.tag().as_str();
            let what = format!("{tag} has no message `{}-{id}`", article.id.as_str());
            let finding = Finding::new(Code::MessageMissing, article.id.place.clone(), what).in_locale(tag);
            return (None, [finding].into_iter().collect());
        };
        let (messages, mut findings) = scope.take();
        let (body, found) = markdown::read(&raw, &markdown::Origin { scope, messages: &messages, template: &article.file });
        findings.append(found);
        (Some(body), findings)
    }

    /// The address of a path of the site.
    fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.settings.base_url)
    }
}

/// A value of a context that has members.
fn members<const N: usize>(members: [(&'static str, Value); N]) -> Value {
    Value::from(BTreeMap::from(members))
}
