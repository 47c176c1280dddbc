//! What the preview tells of a page: which message each line says, what each figure is, and what is wrong, all with their places.
//!
//! In: a look at an article. Out: plain data for the layer's script. Nothing can go wrong.

use super::figure::Figure;
use super::look::{Look, Page};
use super::standing::{Beside, Standing, standings};
use crate::diagnostic::{Finding, Findings, Place, Report, Severity};
use crate::model::body::Origin;
use crate::model::ledger::LedgerFigure;

use crate::model::LocaleTag;
use crate::model::messages::Folded;
use serde::Serialize;
use std::collections::BTreeMap;

/// All that is told of a page.
#[derive(Default, Serialize)]
pub struct About<'a> {
    /// The article and the locale; none of a page around the articles.
    pub article: Option<&'a str>,
    /// The locale.
    pub locale: Option<&'a str>,
    /// Which state of the project it shows.
    pub revision: u64,
    /// By which knowledge of the whole project.
    pub whole: u64,
    /// Whether it shows an earlier state, because of the present one no page can be made.
    pub earlier: bool,
    /// The lines of its text in reading order: the message of each, and what it says.
    pub lines: Vec<(&'a str, String)>,
    /// The messages by id.
    pub messages: BTreeMap<String, Told>,
    /// The figures by the id of their element.
    pub figures: BTreeMap<&'a str, Figure<'a>>,
    /// What is wrong with it.
    pub findings: Vec<Wrong<'a>>,
    /// How an editor is told to open a place; `{path}`, `{line}` and `{column}` stand for it.
    pub editor: Option<&'a str>,
    /// The folder of the project.
    pub root: &'a str,
}

/// A place in a file: its path in the project, line and column from 1.
#[derive(Serialize)]
pub struct At {
    file: String,
    line: usize,
    column: usize,
}

impl From<&Place> for At {
    fn from(place: &Place) -> Self {
        let (line, column) = place.line_column();
        Self { file: place.path().to_owned(), line, column }
    }
}

/// A message in the page's locale and in the base locale.
#[derive(Serialize)]
pub struct Told {
    /// Where it stands; nowhere if it is missing.
    at: Option<At>,
    /// Where the base locale has it, and what it says there.
    base: Option<(At, String)>,
    #[serde(flatten)]
    standing: Standing,
    /// Of a message that is missing: the one before it, behind which it would stand.
    after: Option<String>,
}

/// A finding, with what of the page it is about.
#[derive(Serialize)]
pub struct Wrong<'a> {
    #[serde(flatten)]
    report: Report<'a>,
    /// The message in which it is.
    about: Option<String>,
    /// The ids of the elements of figures that it is about.
    figures: Vec<&'a str>,
}

/// An article in a locale, to be told of.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The article.
    pub look: &'a Look,
    /// The locale.
    pub tag: &'a LocaleTag,
    /// What was found beside: what only the whole project shows.
    pub beside: &'a [&'a Finding],
}

/// What is told of a page of an article.
pub fn page<'a>(subject: Subject<'a>, page: &'a Page, about: About<'a>) -> About<'a> {
    let look = subject.look;
    let figures = page.document.figures.iter().filter(|figure| !figure.element.is_empty());
    About {
        lines: page.body.said().into_iter().map(|(message, text)| (message.as_str(), text)).collect(),
        figures: figures.map(|figure| (figure.element.as_str(), Figure::of(look, figure))).collect(),
        ..texts(subject, Some(page), about)
    }
}

/// What is told of an article in a locale, even where there is no page of it.
pub fn texts<'a>(subject: Subject<'a>, page: Option<&'a Page>, about: About<'a>) -> About<'a> {
    let Subject { look, tag, beside } = subject;
    let news = beside.iter().copied().filter(|finding| !look.findings.contains(finding));
    let of_it = look.findings.iter().chain(news).filter(|finding| concerns(finding, tag));
    About { messages: messages(look, tag), findings: of_it.map(|finding| wrong(finding, look, page)).collect(), ..about }
}

/// What is told where the settings are unusable.
pub fn only<'a>(findings: &'a Findings, about: About<'a>) -> About<'a> {
    let wrong = |finding: &'a Finding| Wrong { report: finding.into(), about: None, figures: Vec::new() };
    About { findings: findings.iter().map(wrong).collect(), ..about }
}

/// Whether a finding concerns a locale: its own, and what concerns all of them.
pub fn concerns(finding: &Finding, tag: &LocaleTag) -> bool {
    finding.locale.as_deref().is_none_or(|locale| locale == tag.as_str())
}

fn wrong<'a>(finding: &'a Finding, look: &'a Look, page: Option<&'a Page>) -> Wrong<'a> {
    let places = || std::iter::once(&finding.place).chain(finding.related.iter().map(|(place, _)| place));
    let about = places().find_map(|place| look.project.message_at(place));
    let is_of = |figure: &&LedgerFigure| match &figure.origin {
        Origin::Stat(id) => look.project.stats.get(id).is_some_and(|stat| {
            let entry = &stat.stat.entry;
            entry.path() == finding.place.path() && entry.span().contains(&finding.place.span().start)
        }),
        Origin::Literal(_) => false,
    };
    let figures = page.into_iter().flat_map(|page| &page.document.figures).filter(|figure| !figure.element.is_empty());
    let figures = figures.filter(is_of).map(|figure| figure.element.as_str()).collect();
    Wrong { report: finding.into(), about, figures }
}

/// The messages of the article in the locale, and those that it lacks.
fn messages(look: &Look, tag: &LocaleTag) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    let mut before: Option<String> = None;
    for Beside { id, own, base, standing } in standings(look, tag) {
        let after = before.replace(id.clone()).filter(|_| own.is_none());
        let base = base.map(|(place, text)| ((&place).into(), text));
        told.insert(id, Told { at: own.as_ref().map(At::from), base, standing, after });
    }
    // What other files say on the page: the words around articles.
    let files = look.project.locales.get(tag).into_iter().flat_map(|locale| locale.files()).map(Folded::open);
    let files: Vec<_> = files.collect();
    for (file, id) in files.iter().flat_map(|file| file.ids().map(move |id| (file, id))) {
        let at = || Some(At::from(&file.place(id)));
        let unknown = || Told { at: at(), base: None, standing: Standing::default(), after: None };
        told.entry(id.to_owned()).or_insert_with(unknown);
    }
    told
}

/// How many findings of each severity there are: errors, warnings, notes.
pub fn counts<'a>(findings: impl Iterator<Item = &'a Finding>) -> [usize; 3] {
    let mut counts = [0; 3];
    for finding in findings {
        counts[match finding.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Note => 2,
        }] += 1;
    }
    counts
}
