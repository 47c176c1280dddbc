//! What a page says to machines: JSON-LD, an `Article` that cites its sources as `Dataset`s (schema.org).
//!
//! In: the facts of an edition. Out: JSON that may stand inside a `script` element. Nothing can go wrong.

use crate::locale::bytes;
use crate::model::{LocaleTag, Source};
use serde_json::{Value, json};

/// What is said about an article.
pub struct Article<'a> {
    /// Its title, as plain text.
    pub headline: &'a str,
    /// Its summary, as plain text.
    pub description: &'a str,
    /// Its locale.
    pub locale: &'a LocaleTag,
    /// Its address.
    pub url: &'a str,
    /// The name and the address of the site in this locale.
    pub site: (&'a str, &'a str),
    /// The day that it bears.
    pub published: jiff::civil::Date,
    /// The day of its last revision; the same if there was none.
    pub modified: jiff::civil::Date,
    /// What was corrected: the day, and the note as plain text.
    pub corrections: Vec<(jiff::civil::Date, &'a str)>,
    /// The addresses of its other editions, by locale.
    pub translations: Vec<(&'a LocaleTag, String)>,
    /// The sources that it cites.
    pub sources: Vec<&'a Source>,
}

/// The JSON of an article.
pub fn write(article: &Article<'_>) -> String {
    let site = json!({"@type": "WebSite", "name": article.site.0, "url": article.site.1});
    let translations = article
        .translations
        .iter()
        .map(|(locale, url)| json!({"@type": "Article", "@id": url, "url": url, "inLanguage": locale.as_str()}));
    let publisher = json!({"@type": "Organization", "name": article.site.0, "url": article.site.1});
    let correction = article
        .corrections
        .iter()
        .map(|(day, note)| json!({"@type": "CorrectionComment", "datePublished": day.to_string(), "text": note}));
    let mut json = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": article.url,
        "url": article.url,
        "mainEntityOfPage": article.url,
        "headline": article.headline,
        "description": article.description,
        "inLanguage": article.locale.as_str(),
        "datePublished": article.published.to_string(),
        "dateModified": article.modified.to_string(),
        "author": publisher,
        "publisher": publisher,
        "isPartOf": site,
        "citation": article.sources.iter().map(|source| dataset(source)).collect::<Value>(),
    });
    if !article.translations.is_empty() {
        json["workTranslation"] = translations.collect();
    }
    if !article.corrections.is_empty() {
        json["correction"] = correction.collect();
    }
    for_script(&json.to_string())
}

/// A text as it stands between the quotation marks of the JSON.
pub fn text(text: &str) -> String {
    let json = for_script(&Value::from(text).to_string());
    json[1..json.len() - 1].to_owned()
}

fn dataset(source: &Source) -> Value {
    let mut dataset = json!({
        "@type": "Dataset",
        "name": source.title,
        "creator": {"@type": "Organization", "name": source.producer},
    });
    if let Some(published) = source.published {
        dataset["datePublished"] = json!(published.to_string());
    }
    if let Some(edition) = &source.edition {
        dataset["version"] = json!(edition);
    }
    if let Some(url) = &source.url {
        dataset["url"] = json!(url);
    }
    dataset
}

/// Escapes what could end a `script` element or begin a comment in it; such characters stand only inside JSON strings.
fn for_script(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    let mut rest = json;
    // U+2028 and U+2029 begin with the byte 0xE2.
    while let Some(at) = bytes::first(rest.as_bytes(), |byte| matches!(byte, b'<' | b'>' | b'&' | 0xE2)) {
        escaped.push_str(&rest[..at]);
        let c = rest[at..].chars().next().expect("a character begins with that byte");
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => escaped.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => escaped.push(c),
        }
        rest = &rest[at + c.len_utf8()..];
    }
    escaped.push_str(rest);
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_string_ends_the_script() {
        let text = "</script><!-- & \u{2028}“ลูกค้า”";
        let escaped = for_script(&json!({"headline": text}).to_string());
        assert!(!escaped.contains(['<', '>', '&', '\u{2028}']), "{escaped}");
        let read: Value = serde_json::from_str(&escaped).unwrap();
        assert_eq!(read["headline"], text);
    }
}
