//! Atom (RFC 4287): a feed.
//!
//! In: a feed of plain texts. Out: XML. Nothing can go wrong. The id of an entry is its address, which stays for as long as the
//! article keeps its slug.

use super::html::Escaped;
use jiff::civil::Date;
use std::fmt::Write;

/// The name of the format.
pub const NAME: &str = "atom";

/// A feed.
pub struct Feed<'a> {
    /// Its language.
    pub lang: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// What it is about.
    pub subtitle: &'a str,
    /// Its own address.
    pub url: &'a str,
    /// The address of the page that lists the same.
    pub home: &'a str,
    /// The day of the last change in it.
    pub updated: Date,
    /// The latest first.
    pub items: &'a [Item],
}

/// An entry.
pub struct Item {
    /// The address of the page.
    pub url: String,
    /// Its title.
    pub title: String,
    /// The day on which it was published.
    pub published: Date,
    /// The day of its last revision.
    pub updated: Date,
    /// The summary; then the day and the note of each correction.
    pub paragraphs: Vec<String>,
}

/// Writes a feed.
pub fn write(feed: &Feed<'_>) -> String {
    let mut xml = String::new();
    let (lang, title, subtitle) = (Escaped(feed.lang), Escaped(feed.title), Escaped(feed.subtitle));
    let (url, home, updated) = (Escaped(feed.url), Escaped(feed.home), time(feed.updated));
    push(
        &mut xml,
        format_args!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n\
             <id>{home}</id>\n<title>{title}</title>\n<subtitle>{subtitle}</subtitle>\n<updated>{updated}</updated>\n\
             <author><name>{title}</name><uri>{home}</uri></author>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{url}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" hreflang=\"{lang}\" href=\"{home}\"/>\n"
        ),
    );
    for item in feed.items {
        let (url, title) = (Escaped(&item.url), Escaped(&item.title));
        let (published, updated) = (time(item.published), time(item.updated));
        push(
            &mut xml,
            format_args!(
                "<entry>\n<id>{url}</id>\n<title>{title}</title>\n<published>{published}</published>\n\
                 <updated>{updated}</updated>\n\
                 <link rel=\"alternate\" type=\"text/html\" hreflang=\"{lang}\" href=\"{url}\"/>\n\
                 <summary type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">\n"
            ),
        );
        for paragraph in &item.paragraphs {
            push(&mut xml, format_args!("<p>{}</p>\n", Escaped(paragraph)));
        }
        xml.push_str("</div></summary>\n</entry>\n");
    }
    xml + "</feed>\n"
}

/// The first moment of a day: the days of articles have no hours, and a feed asks for some.
fn time(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

fn push(xml: &mut String, text: std::fmt::Arguments<'_>) {
    xml.write_fmt(text).expect("a string can be written to");
}
