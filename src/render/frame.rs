//! What every page says of itself, whatever its template: its language, its address, and where else it leads.
//!
//! In: a page's locale, the locales that it is published in, and its path in each. Out: the values of its context. Nothing can go
//! wrong.

use super::{Locale, Renderer, members};
use crate::model::LocaleTag;
use tera::{Context, Value};

/// The feed of a locale, in its folder.
pub const FEED: &str = "feed.xml";

/// A page in one of its locales.
pub struct Frame<'a> {
    /// The renderer.
    pub renderer: &'a Renderer,
    /// The locale of the page.
    pub locale: &'a Locale,
    /// The locales in which there is such a page.
    pub locales: &'a [LocaleTag],
    /// Its path in a locale, with a slash at the end.
    pub path: &'a dyn Fn(&LocaleTag) -> String,
    /// The locale whose page is for readers of any other language; `None` for the root page, where they choose.
    pub fallback: Option<&'a LocaleTag>,
}

impl<'a> Frame<'a> {
    /// The frame of a page that is for readers of any language in the base locale, or else in its own.
    pub fn of_article(
        renderer: &'a Renderer,
        locale: &'a Locale,
        locales: &'a [LocaleTag],
        path: &'a dyn Fn(&LocaleTag) -> String,
    ) -> Self {
        let base = &renderer.settings.base_locale;
        let fallback = Some(if locales.contains(base) { base } else { locale.messages.tag() });
        Self { renderer, locale, locales, path, fallback }
    }

    /// The values, for a page that stands at `own`, relative to the output folder.
    pub fn context(&self, own: &str) -> Context {
        let tag = self.locale.messages.tag();
        let depth = own.matches('/').count();
        let root = "../".repeat(depth);
        let home = match depth {
            0 => format!("{tag}/"),
            1 => "./".to_owned(),
            deeper => "../".repeat(deeper - 1),
        };
        let mut context = Context::new();
        context.insert("lang", tag.as_str());
        context.insert("canonical", &self.renderer.url(own));
        context.insert_value("alternates", self.alternates().into());
        context.insert_value("languages", self.languages(&root).into());
        context.insert("og_locale", territorial(tag));
        context.insert("feed_href", &format!("{root}{tag}/{FEED}"));
        context.insert("root", &root);
        context.insert("home", &home);
        context
    }

    /// The addresses of the same page in every locale, and for readers of any other language.
    fn alternates(&self) -> Vec<Value> {
        let link = |lang: &str, url: String, og_locale: Option<&str>| {
            members([("lang", lang.into()), ("url", url.into()), ("og_locale", og_locale.into())])
        };
        let url = |tag: &LocaleTag| self.renderer.url(&(self.path)(tag));
        let links = self.in_order().map(|tag| link(tag.as_str(), url(tag), Some(territorial(tag))));
        let default = self.fallback.map_or_else(|| self.renderer.url(""), url);
        links.chain([link("x-default", default, None)]).collect()
    }

    /// The choice of languages: each by its own name.
    fn languages(&self, root: &str) -> Vec<Value> {
        let named = self.in_order().filter_map(|tag| Some((tag, self.renderer.locales.get(tag)?)));
        let links = named.map(|(tag, locale)| {
            members([
                ("lang", tag.as_str().into()),
                ("name", locale.name.as_str().into()),
                ("href", format!("{root}{}", (self.path)(tag)).into()),
                ("current", (tag == self.locale.messages.tag()).into()),
            ])
        });
        links.collect()
    }

    /// The locales in the order of the settings.
    fn in_order(&self) -> impl Iterator<Item = &LocaleTag> {
        self.renderer.settings.locales.iter().filter(|tag| self.locales.contains(tag))
    }
}

/// A locale as Open Graph names it: a language in the country where most of its readers are (CLDR, likely subtags).
fn territorial(tag: &LocaleTag) -> &str {
    match tag.as_str() {
        "en" => "en_US",
        "th" => "th_TH",
        "zh-Hans" => "zh_CN",
        other => other,
    }
}
