//! The parts of a message: its text, attributes, variants, and what it refers to, by itself and beside the base text.

use crate::diagnostic::{Code, Finding, Findings};
use crate::l10n::unit::Unit;
use crate::locale::syntax;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use std::collections::{BTreeMap, BTreeSet};

/// Reports attributes and variants that stand twice: one of the two is never seen.
pub fn twice(unit: &Unit<'_>, findings: &mut Findings) {
    let mut report = |name: &str, first: &str, what: &str| {
        let finding = Finding::new(Code::PartDuplicate, unit.place_of(name), format!("the {what} `{name}` stands twice"));
        findings.push(finding.related(&unit.place_of(first), "first here"));
    };
    repeated(unit.attributes.iter().map(|attribute| attribute.id.name), |name, first| report(name, first, "attribute"));
    for pattern in unit.patterns() {
        each_choice(pattern, &mut |_, variants| {
            repeated(variants.iter().map(key), |name, first| report(name, first, "variant"));
        });
    }
}

fn repeated<'n>(names: impl Iterator<Item = &'n str>, mut report: impl FnMut(&'n str, &'n str)) {
    let mut known: BTreeMap<&str, &str> = BTreeMap::new();
    for name in names {
        match known.get(name) {
            Some(first) => report(name, first),
            None => _ = known.insert(name, name),
        }
    }
}

/// The key of a variant, as it stands in the file.
pub fn key<'a>(variant: &Variant<&'a str>) -> &'a str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// Visits every choice of a pattern: what it is chosen by, and its variants.
pub fn each_choice<'p, 'a>(
    pattern: &'p Pattern<&'a str>,
    seen: &mut dyn FnMut(&'p InlineExpression<&'a str>, &'p [Variant<&'a str>]),
) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let mut expression = expression;
        while let Expression::Inline(InlineExpression::Placeable { expression: inner }) = expression {
            expression = inner;
        }
        if let Expression::Select { selector, variants } = expression {
            seen(selector, variants);
            variants.iter().for_each(|variant| each_choice(&variant.value, seen));
        }
    }
}

/// Reports parts that a translation lacks, or has too much.
pub fn beside(own: &Unit<'_>, base: &Unit<'_>, findings: &mut Findings) {
    if own.is_term() {
        return; // The attributes of a term are the locale's own affair: gender, case and the like.
    }
    let mut report = |place, message: String| {
        let finding = Finding::new(Code::PartsDiffer, place, message);
        findings.push(finding.related(&base.place(), "the message in the base locale"));
    };
    match (&own.value, &base.value) {
        (None, Some(_)) => report(own.place(), format!("`{}` has no text, only attributes", own.id)),
        (Some(_), None) => report(own.place(), format!("`{}` has a text, which the base locale has not", own.id)),
        _ => {}
    }
    let names = |unit: &Unit<'_>| unit.attributes.iter().map(|attribute| attribute.id.name.to_owned()).collect();
    let (said, expected): (BTreeSet<String>, BTreeSet<String>) = (names(own), names(base));
    for missing in expected.difference(&said) {
        report(own.place(), format!("`{}` lacks the attribute `.{missing}`", own.id));
    }
    for attribute in own.attributes.iter().filter(|attribute| !expected.contains(attribute.id.name)) {
        let name = attribute.id.name;
        report(own.place_of(name), format!("the base locale has no attribute `.{name}`"));
    }
    references(own, base, findings);
}

/// Reports messages and terms that a text refers to and the base text does not, or the other way about.
fn references(own: &Unit<'_>, base: &Unit<'_>, findings: &mut Findings) {
    let parts = |unit: &Unit<'_>| -> BTreeMap<String, BTreeSet<String>> {
        let value = unit.value.iter().map(|pattern| (String::new(), referred(pattern)));
        let attributes = unit.attributes.iter().map(|part| (part.id.name.to_owned(), referred(&part.value)));
        value.chain(attributes).collect()
    };
    let slices = |unit: &Unit<'_>, name: &str| {
        let start = unit.file.text()[unit.own.clone()].find(name).map(|at| unit.own.start + at);
        start.map_or_else(|| unit.place(), |start| unit.file.at(start..start + name.len()))
    };
    let (said, expected) = (parts(own), parts(base));
    for (part, expected) in &expected {
        let Some(said) = said.get(part) else { continue };
        for name in expected.difference(said) {
            let finding = Finding::new(
                Code::ReferenceDiffers,
                own.place(),
                format!("the base text refers to `{name}`, and this does not"),
            );
            findings.push(finding.related(&slices(base, name), "the base text"));
        }
        for name in said.difference(expected) {
            let message = format!("this refers to `{name}`, and the base text does not");
            findings.push(
                Finding::new(Code::ReferenceDiffers, slices(own, name), message).related(&base.place(), "the base text"),
            );
        }
    }
}

/// What a pattern refers to: `message`, `message.attribute`, `-term`.
fn referred(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    syntax::visit(pattern, &mut |inline, _| {
        let name = match inline {
            InlineExpression::MessageReference { id, attribute: None } => id.name.to_owned(),
            InlineExpression::MessageReference { id, attribute: Some(part) } => format!("{}.{}", id.name, part.name),
            InlineExpression::TermReference { id, attribute: None, .. } => format!("-{}", id.name),
            _ => return,
        };
        found.insert(name);
    });
    found
}
