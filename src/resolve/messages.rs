//! The messages of each article beside its stats: everything that can be known of a message before it is formatted.
//!
//! What can go wrong: a variable that is no stat of the article, a wording that the stat or the locale does not have, a figure
//! that somebody typed, a hedge or a direction that is not true, a retired stat, and uses of Fluent that cannot come out right.
//! Each of these withholds only its locale.

use super::derive::Known;
use super::direction::{self, Changes};
use super::narrative::{self, Fault, Narrative, Told};
use super::{digits, hedges, line, translations};
use crate::diagnostic::{Code, Finding, Findings, Place};
use crate::figure::Language;
use crate::model::MessageFile;
use crate::model::stat::{CONSTRUCTS, Status};
use crate::model::{Article, LocaleTag, Project, Stat, StatId};
use fluent_syntax::ast::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// What the messages of a file may name.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The project.
    pub project: &'a Project,
    /// The values of its stats.
    pub known: &'a BTreeMap<StatId, Known>,
    /// Which way its stats went.
    pub changes: &'a Changes,
    /// The article, if the file belongs to one; the words around articles have variables of their own.
    pub article: Option<&'a Article>,
}

/// Checks a file of one locale by itself. The stats that it uses are added to `used`.
pub fn check_file<'a>(scope: Scope<'a>, locale: &LocaleTag, told: &Told<'_>, used: &mut BTreeSet<&'a StatId>) -> Findings {
    let language = Language::of(locale.as_str());
    let mut findings = Findings::new();
    let file = told.file;
    for (entry, narrative) in &told.entries {
        let mut report = |finding: Finding| findings.push(finding.in_locale(locale.as_str()));
        let translated = scope.article.is_none().then(|| id(entry)).flatten();
        let translated = translated.and_then(|id| Some((id, translations::original(scope.project, id)?)));
        match (translated, language, Language::of(scope.project.settings.base_locale.as_str())) {
            (Some((id, words)), Some(language), Some(base)) => {
                let place = file.place(id);
                translations::check(file, narrative, (base, words), language, place).into_iter().for_each(&mut report);
            }
            _ => typed_figures(file, narrative, language, &mut report),
        }
        for &(slice, fault) in &narrative.faults {
            report(fault_finding(file.place(slice), slice, fault));
        }
        let Some(article) = scope.article else { continue };
        for &name in &narrative.variables {
            match variable(scope, article, name) {
                Variable::Stat(stat) => {
                    retired(stat, || variable_place(file, name), &mut report);
                    used.insert(&stat.id.value);
                }
                Variable::Literal | Variable::Unreadable => {}
                Variable::Unknown => report(unknown(scope, article, file, name)),
            }
        }
        if let Some(language) = language.filter(|_| !narrative.variables.is_empty()) {
            for line in line::lines(entry, file, scope, article, language) {
                hedges::check(&line, file, language, &mut report);
                direction::check(&line, file, language, scope.changes, &mut report);
            }
        }
        for &(name, construct) in &narrative.wordings {
            if let Some(finding) = wording(scope, article, language, name, construct, file.place(construct)) {
                report(finding);
            }
        }
    }
    findings
}

/// What a variable of an article is.
pub enum Variable<'a> {
    /// A stat of its topics.
    Stat(&'a Stat),
    /// One of its literals.
    Literal,
    /// Something that could not be read.
    Unreadable,
    /// Nothing.
    Unknown,
}

/// What `name` is to the article.
pub fn variable<'a>(scope: Scope<'a>, article: &Article, name: &str) -> Variable<'a> {
    let stat = scope.project.stats.get(name);
    match stat.filter(|stat| article.stats.iter().any(|topic| topic.value == stat.topic)) {
        Some(stat) => Variable::Stat(&stat.stat),
        None if article.literals.iter().any(|literal| literal.id.value == name) => Variable::Literal,
        None if scope.project.unreadable.contains(name) => Variable::Unreadable,
        None if article.stats.iter().any(|topic| scope.project.unreadable.contains(&topic.value)) => Variable::Unreadable,
        None => Variable::Unknown,
    }
}

/// The place of a variable, with its `$`.
pub fn variable_place(file: &MessageFile, name: &str) -> Place {
    let start = file.offset(name);
    file.text.at(start.saturating_sub(1)..start + name.len())
}

fn unknown(scope: Scope<'_>, article: &Article, file: &MessageFile, name: &str) -> Finding {
    let finding =
        Finding::new(Code::VariableUnknown, variable_place(file, name), format!("`${name}` is no stat of the article"));
    if let Some(stat) = scope.project.stats.get(name) {
        return finding
            .related(&stat.stat.id.place, format!("this stat is in the topic `{}`", stat.topic))
            .help(format!("add `{}` to the `stats` of the article `{}`", stat.topic, article.id.value));
    }
    let stats = scope.project.stats.iter().filter(|(_, stat)| article.stats.iter().any(|topic| topic.value == stat.topic));
    let literals = article.literals.iter().map(|literal| literal.id.as_str());
    finding.suggest(name, stats.map(|(id, _)| id.as_str()).chain(literals))
}

fn retired(stat: &Stat, place: impl Fn() -> Place, report: &mut impl FnMut(Finding)) {
    if stat.status.value == Status::Retired {
        let finding = Finding::new(Code::StatRetired, place(), format!("`{}` is retired", stat.id.value));
        report(finding.related(&stat.status.place, "retired here"));
    }
}

/// Whether the stat can be worded as a message asks.
fn wording(
    scope: Scope<'_>,
    article: &Article,
    language: Option<&'static Language>,
    name: &str,
    construct: &str,
    place: Place,
) -> Option<Finding> {
    let finding = |message: String| Finding::new(Code::ConstructUnknown, place.clone(), message);
    if !CONSTRUCTS.contains(&construct) {
        let finding =
            finding(format!("there is no wording `{construct}`")).help(format!("one of: {}", CONSTRUCTS.join(", ")));
        return Some(finding.suggest(construct, CONSTRUCTS.iter().copied()));
    }
    if matches!(variable(scope, article, name), Variable::Literal) {
        return Some(finding(format!("`{name}` is a literal, which is printed as it stands")));
    }
    let (stat, known) = (&scope.project.stats.get(name)?.stat, scope.known.get(name)?);
    let said = stat.say(construct).map(|say| say.quantity(stat));
    if language?.write_as(construct, &said.unwrap_or(known.printed)).is_some() {
        return None;
    }
    let finding = finding(format!("`{name}` cannot be worded as `{construct}`")).related(&stat.value.place, "the value");
    Some(match said {
        Some(_) => finding,
        None => finding.help(format!("give the stat a `say` of `as: {construct}`")),
    })
}

fn fault_finding(place: Place, slice: &str, fault: Fault) -> Finding {
    let (code, message) = match fault {
        Fault::UnknownFunction => (Code::MessageBroken, format!("there is no function `{slice}`")),
        Fault::UnknownArgument => (Code::ConstructUnknown, format!("`{slice}` is no argument of a wording")),
        Fault::NoVariable => (Code::MessageBroken, format!("`{slice}` takes one variable")),
        Fault::CountPrinted => (Code::MessageBroken, "`COUNT` only chooses between variants, and prints nothing".to_owned()),
        Fault::BadSelector => (Code::MessageBroken, "no variant is ever chosen by this".to_owned()),
    };
    let finding = Finding::new(code, place, message);
    match fault {
        Fault::UnknownFunction => finding.suggest(slice, narrative::FUNCTIONS),
        Fault::UnknownArgument => finding.help("write `as: \"fraction\"`, or another wording"),
        Fault::NoVariable => finding.help(format!("write `{slice}($stat)`")),
        Fault::CountPrinted => finding.help("print the variable itself"),
        Fault::BadSelector => finding.help("choose by `COUNT($variable)`"),
    }
}

/// The id of a message.
fn id<'a>(entry: &Entry<&'a str>) -> Option<&'a str> {
    if let Entry::Message(message) = entry { Some(message.id.name) } else { None }
}

/// Reports figures typed in running text, in strings and as numbers.
fn typed_figures(
    file: &MessageFile,
    narrative: &Narrative<'_>,
    language: Option<&'static Language>,
    report: &mut impl FnMut(Finding),
) {
    let mut typed = |place: Place| {
        let message = format!("the figure `{}` is typed", place.text());
        let finding = Finding::new(Code::DigitInNarrative, place, message);
        report(finding.help("name a stat as a variable, or declare a literal in the article's file"));
    };
    for slices in &narrative.texts {
        let start = slices.first().map_or(0, |slice| file.offset(slice));
        let end = slices.last().map_or(0, |slice| file.offset(slice) + slice.len());
        let text = file.text.text().get(start..end).unwrap_or_default();
        for span in digits::typed(text, language) {
            typed(file.text.at(start + span.start..start + span.end));
        }
    }
    for literal in &narrative.literals {
        // With an escape in it, the places inside are not those of the file: the whole string is shown.
        let read = fluent_syntax::unicode::unescape_unicode_to_string(literal);
        let place = file.place(literal);
        for span in digits::typed(&read, language) {
            let inside = place.span().start + span.start..place.span().start + span.end;
            typed(if read == *literal { file.text.at(inside) } else { place.clone() });
        }
    }
}
