//! Words that pages print: one text, or one for each locale.
//!
//! ```yaml
//! places: 29 countries
//! places: {en: 29 countries, th: 29 ประเทศ, zh-Hans: 29个国家}
//! ```
//!
//! What can go wrong: a locale that the project does not have, none in the base locale, and figures that are not those of the base
//! locale.

use super::node::{Cursor, Value};
use crate::diagnostic::{Code, Finding, Findings};
use crate::figure::Language;
use crate::figure::sameness::same;
use crate::model::project::Settings;
use crate::model::worded::{ByLocale, Worded};
use crate::model::{Figure, LocaleTag};

/// Reads the words under a key.
pub fn read(cursor: Cursor<'_>, key: &str, settings: &Settings, findings: &mut Findings) -> Option<Worded> {
    let words = cursor.get(key)?;
    if !matches!(words.node.value, Value::Map(_)) {
        return words.text().map(Worded::from);
    }
    let mut others = ByLocale::new();
    for (tag, text) in words.entries() {
        match settings.locales.iter().find(|known| known.as_str() == tag.value) {
            Some(locale) => others.extend(text.string().map(|text| (locale.clone(), text))),
            None => {
                let finding =
                    Finding::new(Code::KeyUnknown, tag.place, format!("the project has no locale `{}`", tag.value));
                findings.push(finding.suggest(tag.value, settings.locales.iter().map(LocaleTag::as_str)));
            }
        }
    }
    let Some(base) = others.remove(&settings.base_locale) else {
        let message = format!("the words are not given in {}", settings.base_locale);
        findings.push(Finding::new(Code::KeyMissing, words.place(), message));
        return None;
    };
    let figures = figures(&settings.base_locale, &base.value);
    for (locale, text) in &others {
        let own = self::figures(locale, &text.value);
        if !has_all(&own, &figures) || !has_all(&figures, &own) {
            let message = format!("the figures are not those of `{}`", base.value);
            let finding =
                Finding::new(Code::LocalesDisagree, text.place.clone(), message).related(&base.place, "the base locale");
            findings.push(finding.in_locale(locale.as_str()));
        }
    }
    Some(Worded::new(base.value, others.into_iter().map(|(tag, text)| (tag, text.value)).collect()))
}

fn figures(locale: &LocaleTag, text: &str) -> Vec<Figure> {
    Language::of(locale.as_str()).map(|language| language.read(text)).unwrap_or_default()
}

/// Whether every figure that one text claims is in the other, be it as a word that only may be one there.
fn has_all(other: &[Figure], claims: &[Figure]) -> bool {
    claims.iter().filter(|claim| claim.is_claim()).all(|claim| other.iter().any(|figure| same(figure, claim).is_some()))
}
