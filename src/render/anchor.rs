//! The ids that headings can be linked to: the same in every locale where the heading is that of a section.
//!
//! In: the message and the text of a heading. Out: an id, unique in its body. Nothing can go wrong.

use crate::model::{Article, MessageId};
use std::collections::BTreeSet;

/// The id of a heading: its section's, or else its words.
pub fn of(article: &Article, message: Option<&MessageId>, text: &str) -> String {
    let section = message
        .and_then(|message| message.as_str().strip_prefix(article.id.as_str())?.strip_prefix('-'))
        .map(|own| own.strip_suffix("-heading").unwrap_or(own).to_owned());
    match section.unwrap_or_else(|| words(text)) {
        id if is_taken(&id) => format!("section-{id}"),
        id => id,
    }
}

/// The id with the first number from 2 that makes it unique, if it needs one.
pub fn unique(id: String, anchors: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let id = std::iter::once(id.clone()).chain(numbered).find(|id| !anchors.contains(id)).expect("numbers do not end");
    anchors.insert(id.clone());
    id
}

/// Letters and digits of any script with their marks, in lower case, hyphens between words.
fn words(text: &str) -> String {
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '\u{0E00}'..='\u{0E7F}');
    let words: Vec<_> = text.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

/// Whether pages use an id themselves: figures are `f12`, sources `source-…`, parts of the page `page-…`.
fn is_taken(id: &str) -> bool {
    let is_figure = id.strip_prefix('f').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    id.is_empty() || is_figure || id.starts_with("source-") || id.starts_with("page-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_of_any_script_and_unique() {
        assert_eq!(words("Believed, if not quite!"), "believed-if-not-quite");
        assert_eq!(words("เชื่อมั่น ๆ"), "เชื่อมั่น-ๆ");
        assert_eq!(words("信任：88%"), "信任-88");
        let mut anchors = BTreeSet::new();
        assert_eq!(["a", "a", "a"].map(|id| unique(id.to_owned(), &mut anchors)), ["a", "a-2", "a-3"]);
        assert!(is_taken("f12") && is_taken("source-x") && is_taken("") && !is_taken("figures"));
    }
}
