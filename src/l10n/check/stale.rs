//! Translations that were approved, and whose base text or figures have changed since; messages that nothing stands for any more.

use crate::diagnostic::{Code, Finding, Findings};
use crate::l10n::desk::{Change, Desk, Original, State, Translation};
use crate::model::LocaleTag;

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

/// Reports what a locale translates that is no longer there to be translated.
pub fn obsolete(desk: &Desk<'_>, tag: &LocaleTag, findings: &mut Findings) {
    for unit in desk.obsolete(tag) {
        let base = &desk.project.settings.base_locale;
        let finding = Finding::new(Code::MessageObsolete, unit.place(), format!("{base} has no message `{}`", unit.id));
        let missing = desk.base().into_iter().flat_map(|catalog| catalog.ids());
        let own = desk.catalogs.get(tag);
        let missing = missing.filter(|id| own.is_some_and(|catalog| catalog.get(id).is_none()));
        findings.push(finding.suggest(unit.id, missing));
    }
}
