//! Translations that were approved, and whose base text or figures have changed since; messages that nothing stands for any more.

use crate::diagnostic::{Code, Finding, Findings, Severity};
use crate::l10n::desk::{Change, Desk, Original, State, Translation};
use crate::model::LocaleTag;
use std::cell::LazyCell;

/// Reports a translation that nobody has approved, where the project asks for that.
pub fn unreviewed(translation: &Translation<'_>, findings: &mut Findings) {
    let (State::Unreviewed, Some(own)) = (&translation.state, translation.own) else { return };
    let message = match translation.review {
        Some(_) => "this translation changed since it was approved",
        None => "nobody has approved this translation",
    };
    let finding = Finding::new(Code::MessageUnreviewed, own.place(), message);
    findings.push(finding.help("read it in its place, then `numerate l10n accept`"));
}

/// Reports a translation that is stale.
pub fn check(translation: &Translation<'_>, findings: &mut Findings) {
    let (State::Stale(changes), Some(own)) = (&translation.state, translation.own) else { return };
    let what = |change: &Change| match change {
        Change::Base(_) => "the base text changed".to_owned(),
        Change::Figure { name, was, is } => format!("`${name}` was {was} and is {is}"),
    };
    let what: Vec<_> = changes.iter().map(what).collect();
    let message = format!("{} since this translation was approved", what.join(", "));
    let mut finding = Finding::new(Code::MessageStale, own.place(), message);
    if let Original::Unit(base) = translation.original {
        finding = finding.related(&base.place(), "the base text");
    }
    if let Some(review) = translation.review {
        finding = finding.related(&review.message.place, "the approval");
    }
    findings.push(finding.help("`numerate l10n stale` shows both texts"));
}

/// Reports a term of the base locale that a locale does not have: where something refers to it, that is an error, found there.
pub fn missing_term(translation: &Translation<'_>, findings: &mut Findings) {
    let (State::Missing, Original::Unit(base)) = (&translation.state, translation.original) else { return };
    if base.is_term() && translation.own.is_none() {
        let mut finding = Finding::new(Code::MessageMissing, base.place(), format!("the term `{}` is missing", base.id));
        finding.severity = Severity::Warning;
        findings.push(finding);
    }
}

/// Reports what a locale translates that is no longer there to be translated.
pub fn obsolete(desk: &Desk<'_>, tag: &LocaleTag, findings: &mut Findings) {
    let base = &desk.project.settings.base_locale;
    let own = desk.project.locales.get(tag);
    let missing = LazyCell::new(|| {
        let of_base = desk.project.locales.get(base).into_iter().flat_map(|files| files.names());
        of_base.filter(|id| own.is_some_and(|files| files.find(id).is_none())).collect::<Vec<_>>()
    });
    for unit in desk.obsolete(tag) {
        let finding = Finding::new(Code::MessageObsolete, unit.place(), format!("{base} has no message `{}`", unit.id));
        let mut finding = finding.suggest(unit.id, missing.iter().copied());
        if own.is_some_and(|files| files.refers_to(unit.id)) {
            finding.severity = Severity::Note;
            finding.label = "only texts of this locale refer to it".into();
        }
        findings.push(finding);
    }
}
