//! The whole project, as far as it can be known without rendering it: for the dashboard, and for the pages around the articles.
//!
//! In: the folder. Out: a [`Whole`]. What can go wrong is found. It is made in the background, since it grows with the project.

use super::about::{concerns, counts};
use super::index::{Index, stem};
use crate::diagnostic::{Finding, Findings, Report};
use crate::l10n::{self, Desk, status};
use crate::load::load;
use crate::model::waiver::Stand;
use crate::model::{Article, Document, Edition, Project, Texts};
use crate::render::Renderer;
use crate::resolve::resolve_with;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// How many findings the dashboard lists.
const SHOWN: usize = 200;

/// A project as it was at a revision.
pub struct Whole {
    /// Which.
    pub revision: u64,
    /// The project; none if its settings are unusable.
    pub project: Option<Project>,
    /// Where its ids stand.
    pub index: Index,
    editions: Vec<Edition>,
    findings: Findings,
    /// The positions of the findings in a kind of file of a name.
    by_file: BTreeMap<(Kind, String), Vec<usize>>,
    /// How each article stands in each locale but the base locale.
    standings: BTreeMap<(String, String), status::Row>,
    site: OnceLock<Site>,
}

/// The kinds of files that belong to articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// The article's own, and its messages: they bear its id.
    Own,
    /// A topic of its stats.
    Stats,
}

/// What a file is to articles.
fn kind(path: &str) -> Option<(Kind, &str)> {
    let own = path.starts_with("data/articles/") || path.starts_with("locales/");
    let kind = if own { Some(Kind::Own) } else { path.starts_with("data/stats/").then_some(Kind::Stats) };
    kind.map(|kind| (kind, stem(path)))
}

/// The pages around the articles, and what pages need beside them.
struct Site {
    documents: Vec<Document>,
    assets: Vec<(String, Vec<u8>)>,
}

impl Whole {
    /// Reads the project and resolves it.
    pub fn new(root: &Path, revision: u64, today: Option<Date>) -> Self {
        let (mut project, mut findings) = load(root);
        let mut editions = Vec::new();
        let (mut index, mut standings) = (Index::default(), BTreeMap::new());
        if let Some(project) = &mut project {
            findings.append(project.expire(today));
            let (resolved, found) = resolve_with(project, today, l10n::check::check);
            editions = resolved;
            findings.append(found);
            let texts = Texts::whole(project);
            let desk = Desk::new(project, &texts, &editions);
            let rows = desk.locales().flat_map(|tag| status::of_locale(&desk, tag));
            standings = rows.filter_map(|row| Some(((row.locale.clone(), row.article.clone()?), row))).collect();
            findings = project.waive(Stand::Project, findings).1;
            project.settings.judge(&mut findings);
            index = Index::new(project);
        }
        findings.sort();
        let mut by_file: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (position, finding) in findings.iter().enumerate() {
            if let Some((kind, name)) = kind(finding.place.path()) {
                by_file.entry((kind, name.to_owned())).or_default().push(position);
            }
        }
        Self { revision, project, index, editions, findings, by_file, standings, site: OnceLock::new() }
    }

    /// How many errors, warnings and notes there are.
    pub fn counts(&self) -> [usize; 3] {
        counts(self.findings.iter())
    }

    /// A page around the articles, or a file beside the pages, by its path in the output folder.
    pub fn file(&self, path: &str) -> Option<(Vec<u8>, bool)> {
        let site = self.site.get_or_init(|| match &self.project {
            Some(project) => {
                let (renderer, _) = Renderer::new(project);
                let documents = renderer.site(&self.editions.iter().collect::<Vec<_>>()).0;
                Site { documents, assets: renderer.assets() }
            }
            None => Site { documents: Vec::new(), assets: Vec::new() },
        });
        let document = site.documents.iter().find(|document| document.path == path);
        let document = document.map(|document| (document.bytes.clone(), document.path.ends_with(".html")));
        document.or_else(|| site.assets.iter().find(|(name, _)| name == path).map(|(_, bytes)| (bytes.clone(), false)))
    }

    /// What the dashboard shows.
    pub fn overview(&self) -> Overview<'_> {
        let settings = self.project.as_ref().map(|project| &project.settings);
        let articles = self.project.iter().flat_map(|project| project.articles.values());
        Overview {
            revision: self.revision,
            locales: settings.map(|settings| settings.locales.iter().map(|tag| tag.as_str()).collect()).unwrap_or_default(),
            base: settings.map(|settings| settings.base_locale.as_str()),
            articles: articles.filter_map(|article| Some(self.row(self.project.as_ref()?, article))).collect(),
            counts: self.counts(),
            findings: self.findings.iter().take(SHOWN).map(Report::from).collect(),
        }
    }

    /// What was found in the files of an article: its own, its messages, its stats.
    pub fn findings_of<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = &'a Finding> {
        let own = (Kind::Own, article.id.as_str().to_owned());
        let topics = article.stats.iter().map(|topic| (Kind::Stats, topic.value.clone()));
        let positions = std::iter::once(own).chain(topics).filter_map(|file| self.by_file.get(&file)).flatten();
        positions.map(|position| &self.findings[*position])
    }

    fn row<'a>(&'a self, project: &'a Project, article: &'a Article) -> Row<'a> {
        let id = article.id.as_str();
        let found: Vec<&Finding> = self.findings_of(article).collect();
        let cells = project.settings.locales.iter().map(|tag| {
            let standing = self.standings.get(&(tag.to_string(), id.to_owned()));
            // Where nothing was ever approved, approval is not a thing to speak of.
            let reviews = project.locales.get(tag).is_some_and(|files| !files.reviews.entries.is_empty());
            Cell {
                messages: standing.map_or(0, |row| row.messages),
                missing: standing.map_or(0, |row| row.missing),
                stale: standing.map_or(0, |row| row.stale),
                unreviewed: standing.filter(|_| reviews).map(|row| row.unreviewed),
                findings: counts(found.iter().copied().filter(|finding| concerns(finding, tag))),
            }
        });
        Row { id, slug: &article.slug, cells: cells.collect() }
    }
}

/// How far a project is.
#[derive(Serialize)]
pub struct Overview<'a> {
    revision: u64,
    locales: Vec<&'a str>,
    base: Option<&'a str>,
    articles: Vec<Row<'a>>,
    /// Errors, warnings, notes.
    counts: [usize; 3],
    /// The first of them.
    findings: Vec<Report<'a>>,
}

/// An article: its cells are its locales, in order.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    slug: &'a str,
    cells: Vec<Cell>,
}

/// How far an article is in a locale.
#[derive(Serialize)]
struct Cell {
    /// How many messages there are to translate; none in the base locale.
    messages: usize,
    missing: usize,
    stale: usize,
    unreviewed: Option<usize>,
    /// Errors, warnings, notes.
    findings: [usize; 3],
}
