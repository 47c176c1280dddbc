//! The order in which a language sorts: Thai by its consonants, whatever vowel is written before them; Chinese by pinyin.
//!
//! In: the tag of a locale. Out: an order of texts, after the tables of CLDR. Nothing can go wrong: a language without a table of
//! its own is sorted as most are (the root collation).

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use std::cmp::Ordering;
use std::fmt;

/// An order of texts.
pub struct Collation(CollatorBorrowed<'static>);

impl fmt::Debug for Collation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Collation")
    }
}

impl Collation {
    /// The order of a language.
    pub fn of(tag: &str) -> Self {
        let locale = tag.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
        let collator = Collator::try_new(locale.into(), CollatorOptions::default());
        Self(collator.expect("the tables of all languages are part of the program"))
    }

    /// Compares two texts.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_sorts_in_its_own_way() {
        for (tag, expected) in
            [("en", ["apple", "Banana", "cherry"]), ("th", ["ไก่", "ขวด", "เจ้า"]), ("zh-Hans", ["爱", "北京", "中国"])]
        {
            let mut sorted = [expected[2], expected[0], expected[1]];
            let collation = Collation::of(tag);
            sorted.sort_by(|a, b| collation.compare(a, b));
            assert_eq!(sorted, expected, "{tag}");
        }
    }
}
