//! How far the translations are: for each locale and article, how many messages stand how, and how many words are left.
//!
//! In: a [`Desk`]. Out: [`Row`]s, and a badge for a page that shows a locale's progress. Nothing can go wrong.

use super::desk::{Desk, Original, State};
use crate::locale::segment;
use crate::model::LocaleTag;
use fluent_syntax::ast::PatternElement;
use serde::Serialize;
use std::collections::BTreeMap;

/// How the messages of an article stand in a locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The locale.
    pub locale: String,
    /// The article, or the file; `None` for all of the locale.
    pub article: Option<String>,
    /// How many messages there are to translate.
    pub messages: usize,
    /// How many have no translation.
    pub missing: usize,
    /// How many were approved, and what they stand for has changed since.
    pub stale: usize,
    /// How many nobody has approved as they are.
    pub unreviewed: usize,
    /// How many are approved.
    pub approved: usize,
    /// The words of the base text of those that are missing or stale.
    pub words_left: usize,
}

impl Row {
    fn new(locale: &LocaleTag, article: Option<&str>) -> Self {
        Self {
            locale: locale.to_string(),
            article: article.map(str::to_owned),
            messages: 0,
            missing: 0,
            stale: 0,
            unreviewed: 0,
            approved: 0,
            words_left: 0,
        }
    }

    fn count(&mut self, state: &State, words: usize) {
        self.messages += 1;
        let count = match state {
            State::Missing => &mut self.missing,
            State::Stale(_) => &mut self.stale,
            State::Unreviewed => &mut self.unreviewed,
            State::Approved => &mut self.approved,
        };
        *count += 1;
        if matches!(state, State::Missing | State::Stale(_)) {
            self.words_left += words;
        }
    }

    /// How much of it is translated and not stale, in whole percents; all of nothing is 100.
    pub fn done(&self) -> usize {
        ((self.unreviewed + self.approved) * 100).checked_div(self.messages).unwrap_or(100)
    }
}

/// The rows of a locale: one for each article, by name, and then the whole.
pub fn of_locale(desk: &Desk<'_>, tag: &LocaleTag) -> Vec<Row> {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    let mut whole = Row::new(tag, None);
    let translations = desk.translations(tag);
    for translation in &translations {
        let words = words(&translation.original);
        let row = rows.entry(translation.article).or_insert_with(|| Row::new(tag, Some(translation.article)));
        row.count(&translation.state, words);
        whole.count(&translation.state, words);
    }
    rows.into_values().chain([whole]).collect()
}

/// How many words a text has, without its figures: words between spaces, Thai words, and Chinese characters.
pub fn words(original: &Original<'_>) -> usize {
    match original {
        Original::Words(words) => count(words),
        Original::Unit(unit) => {
            let elements = unit.patterns().flat_map(|pattern| &pattern.elements);
            let texts = elements.map(|element| match element {
                PatternElement::TextElement { value } => count(value),
                // A choice is worth its longest variant.
                PatternElement::Placeable { expression: fluent_syntax::ast::Expression::Select { variants, .. } } => {
                    let variant = |pattern: &fluent_syntax::ast::Pattern<&str>| -> usize {
                        let texts = pattern.elements.iter();
                        texts
                            .map(
                                |element| if let PatternElement::TextElement { value } = element { count(value) } else { 0 },
                            )
                            .sum()
                    };
                    variants.iter().map(|variant_of| variant(&variant_of.value)).max().unwrap_or(0)
                }
                PatternElement::Placeable { .. } => 0,
            });
            texts.sum()
        }
    }
}

fn count(text: &str) -> usize {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    let mut words = text.chars().filter(|c| is_han(*c)).count();
    let mut between = segment::word_ends(text);
    between.retain(|&end| text[end..].chars().next().is_some_and(char::is_alphanumeric));
    words += between.len();
    for word in text.split(|c: char| c.is_whitespace() || is_han(c)) {
        words += usize::from(word.contains(|c: char| c.is_alphanumeric() && !is_han(c)));
    }
    words
}

/// A badge that says how much of a locale is translated, as SVG.
pub fn badge(whole: &Row) -> String {
    let (label, value) = (format!("translated {}", whole.locale), format!("{} %", whole.done()));
    let colour = match whole.done() {
        100 => "#2f6f4f",
        80.. => "#5f6b1f",
        _ => "#8a4b12",
    };
    // A character of Verdana at 11 px is about 7 px wide; the boxes have 10 px beside them.
    let (left, right) = (7 * label.len() + 10, 7 * value.len() + 10);
    let width = left + right;
    let text = |x: usize, text: &str, length: usize| {
        format!(r#"<text x="{x}" y="14" textLength="{length}" lengthAdjust="spacingAndGlyphs">{text}</text>"#)
    };
    format!(
        concat!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-label="{label}: {value}">"#,
            r##"<title>{label}: {value}</title><rect width="{left}" height="20" fill="#444"/>"##,
            r#"<rect x="{left}" width="{right}" height="20" fill="{colour}"/>"#,
            r##"<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">{first}{second}</g></svg>"##
        ),
        width = width,
        left = left,
        right = right,
        colour = colour,
        label = label,
        value = value,
        first = text(5, &label, left - 10),
        second = text(left + 5, &value, right - 10),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_every_script() {
        assert_eq!(count("Nearly nine in ten, they say."), 6);
        assert_eq!(count("ลูกค้าเชื่อใจเรา | และ B2B"), 5);
        assert_eq!(count("客户更信任Salesforce了。"), 7);
        assert_eq!(count(" — | :-- | "), 0);
    }

    #[test]
    fn a_badge_tells_what_is_done() {
        let row = Row { messages: 8, unreviewed: 5, approved: 2, missing: 1, ..Row::new(&LocaleTag::new("th"), None) };
        assert_eq!(row.done(), 87);
        assert!(badge(&row).contains("aria-label=\"translated th: 87 %\""));
        assert_eq!(Row::new(&LocaleTag::new("th"), None).done(), 100);
    }
}
