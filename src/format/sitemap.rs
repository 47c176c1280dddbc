//! Site maps (sitemaps.org, protocol 0.9), with the other languages of each page as Google asks for them.
//!
//! In: pages. Out: XML. Nothing can go wrong.

use super::html::Escaped;
use jiff::civil::Date;
use std::fmt::Write;

/// The name of the format.
pub const NAME: &str = "sitemap";

/// How many pages a file may hold: 50,000 by the protocol, and 50 MiB, which so many pages in ten languages stay below.
pub const LIMIT: usize = 25_000;

/// A page.
pub struct Page {
    /// Its address.
    pub url: String,
    /// The day of its last change.
    pub modified: Option<Date>,
    /// Its address in each language, itself among them.
    pub alternates: Vec<(String, String)>,
}

/// A map of pages.
pub fn write(pages: &[Page]) -> String {
    let mut xml = head("urlset", " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    for page in pages {
        xml.push_str("<url>\n");
        push(&mut xml, format_args!("<loc>{}</loc>\n", Escaped(&page.url)));
        if let Some(day) = page.modified {
            push(&mut xml, format_args!("<lastmod>{day}</lastmod>\n"));
        }
        for (lang, url) in &page.alternates {
            let (lang, url) = (Escaped(lang), Escaped(url));
            push(&mut xml, format_args!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{url}\"/>\n"));
        }
        xml.push_str("</url>\n");
    }
    xml + "</urlset>\n"
}

/// A list of maps.
pub fn index(urls: &[String]) -> String {
    let mut xml = head("sitemapindex", "");
    for url in urls {
        push(&mut xml, format_args!("<sitemap><loc>{}</loc></sitemap>\n", Escaped(url)));
    }
    xml + "</sitemapindex>\n"
}

fn head(root: &str, namespaces: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{namespaces}>\n"
    )
}

fn push(xml: &mut String, text: std::fmt::Arguments<'_>) {
    xml.write_fmt(text).expect("a string can be written to");
}
