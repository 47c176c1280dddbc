//! What feeds and site maps tell machines of pages: their addresses, languages and days.
//!
//! In: what was read, and the project. Out: a fault for each address that leads to no page of the site or to another than it says,
//! and for each day that is not that of its article.

use super::figures::Fault;
use super::reading::Told;
use super::structured::fault;
use crate::model::{Article, LocaleTag, Project};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The language of readers of any other.
const ANY: &str = "x-default";

/// A page of the site.
#[derive(Clone, Copy)]
enum Page<'a> {
    /// Where a reader chooses a language.
    Root,
    /// The list of the articles of a locale.
    Index(&'a LocaleTag),
    /// An article in a locale.
    Article(&'a LocaleTag, &'a Article),
    /// A part of the map of the site.
    Map,
}

/// What is told of pages and is not so.
pub(super) fn check(told: &[Told], project: &Project) -> Vec<Fault> {
    if told.is_empty() {
        return Vec::new();
    }
    let pages = Pages {
        project,
        slugs: project.articles.values().map(|article| (article.slug.as_str(), article.as_ref())).collect(),
        days: project.articles.values().map(|article| article.modified()).collect(),
        last: told.iter().filter_map(|told| told.modified.as_deref()).map(day).max().unwrap_or_default(),
    };
    told.iter().flat_map(|told| pages.faults(told)).collect()
}

struct Pages<'a> {
    project: &'a Project,
    slugs: BTreeMap<&'a str, &'a Article>,
    /// The days on which an article was changed last.
    days: BTreeSet<Date>,
    /// The last day of the file.
    last: &'a str,
}

impl<'a> Pages<'a> {
    fn faults(&self, told: &Told) -> Vec<Fault> {
        let Some(page) = self.page(&told.url) else {
            return vec![fault(format!("machines are led to `{}`, which is no page of the site", told.url))];
        };
        let mut faults = Vec::new();
        let mut differs = |what: &str, given: Option<&String>, meant: Date| {
            if given.is_none_or(|given| day(given) != meant.to_string()) {
                let given = given.map_or("nothing", String::as_str);
                faults.push(fault(format!("`{}`: machines are told `{given}` as the day {what}; it is {meant}", told.url)));
            }
        };
        match page {
            Page::Article(_, article) => {
                differs("of the last change", told.modified.as_ref(), article.modified());
                if told.published.is_some() {
                    differs("of publication", told.published.as_ref(), article.published);
                }
            }
            Page::Map => {}
            // It changes with its articles, of which the file may have a part.
            Page::Root | Page::Index(_) => {
                let given = told.modified.as_deref().map(day).unwrap_or_default();
                let is_known = given.parse().is_ok_and(|day| self.days.contains(&day));
                let is_last = matches!(page, Page::Index(_)) || given >= self.last;
                if !is_known || !is_last || told.published.is_some() {
                    faults
                        .push(fault(format!("`{}`: machines are told a day `{given}` on which nothing changed", told.url)));
                }
            }
        }
        for (lang, url) in &told.alternates {
            if !self.page(url).is_some_and(|other| is_same(page, other, lang)) {
                faults.push(fault(format!("`{}` leads to `{url}` as the same page in `{lang}`", told.url)));
            }
        }
        faults
    }

    /// The page at an address.
    fn page(&self, url: &str) -> Option<Page<'a>> {
        let settings = &self.project.settings;
        let path = url.strip_prefix(settings.base_url.as_str())?.strip_prefix('/')?;
        if path.is_empty() {
            return Some(Page::Root);
        }
        if path.starts_with("sitemap-") && path.ends_with(".xml") {
            return Some(Page::Map);
        }
        let (tag, path) = path.split_once('/')?;
        let tag = settings.locales.iter().find(|locale| locale.as_str() == tag)?;
        if path.is_empty() {
            return Some(Page::Index(tag));
        }
        self.slugs.get(path.strip_suffix('/')?).map(|article| Page::Article(tag, article))
    }
}

/// Whether a page is another one in a language.
fn is_same(page: Page<'_>, other: Page<'_>, lang: &str) -> bool {
    match (page, other) {
        (Page::Article(_, a), Page::Article(tag, b)) => a.id.value == b.id.value && (lang == ANY || tag.as_str() == lang),
        (Page::Root | Page::Index(_), Page::Index(tag)) => tag.as_str() == lang,
        (Page::Root | Page::Index(_), Page::Root) => lang == ANY,
        _ => false,
    }
}

/// The day of a time, of which articles know no hours.
fn day(time: &str) -> &str {
    time.strip_suffix("T00:00:00Z").unwrap_or(time)
}
