//! Choices by number, beside the plural forms of the language (CLDR, cardinal): English has `one` and `other`, Thai and Chinese
//! have `other` alone.

use super::parts::{each_choice, key};
use crate::diagnostic::{Code, Finding, Findings};
use crate::l10n::unit::Unit;

/// The plural forms of Unicode's locale data.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The forms that a language has (CLDR 48, `plurals.xml`).
fn forms(locale: &str) -> &'static [&'static str] {
    match locale.split('-').next() {
        Some("en") => &["one", "other"],
        _ => &["other"],
    }
}

/// Reports plural forms that the language does not have, and those that a choice lacks.
pub fn check(unit: &Unit<'_>, locale: &str, findings: &mut Findings) {
    let known = forms(locale);
    for pattern in unit.patterns() {
        each_choice(pattern, &mut |_, variants| {
            let keys: Vec<_> = variants.iter().map(key).collect();
            if !keys.iter().any(|key| FORMS.contains(key) && *key != "other") {
                return;
            }
            for variant in variants {
                let name = key(variant);
                if FORMS.contains(&name) && !known.contains(&name) {
                    let message = format!("{locale} has no plural form `{name}`: this variant is never chosen");
                    let finding = Finding::new(Code::PluralMismatch, unit.place_of(name), message);
                    findings.push(finding.help(format!("its forms: {}", known.join(", "))));
                }
            }
            for missing in known.iter().filter(|form| !keys.contains(form)) {
                let message = format!("the choice lacks the plural form `{missing}`");
                findings.push(Finding::new(Code::PluralMismatch, unit.place_of(keys[0]), message));
            }
        });
    }
}
