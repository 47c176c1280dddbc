//! What is wrong in the texts of the locales, beyond what a build must know: each finding withholds or warns of its locale alone.
//!
//! In: texts of a project that are open, and its editions. Out: findings at their words. A check is one function of one text, or of a text beside that of
//! the base locale; to add one, write it in a file here and call it below.
//!
//! | what | module |
//! |---|---|
//! | translations whose base text or figures changed; messages that nothing stands for | `stale` |
//! | attributes, variants, references | `parts` |
//! | plural forms | `plural` |
//! | links, lists, headings, tables, emphasis | `markdown` |
//! | punctuation and spaces | `typography` |
//! | words around figures that are always wrong | `wording` |
//! | terms | `glossary` |
//! | limits of length | `length` |
//! | characters that nobody sees | `characters` |
//! | comments where tools look for them | `comments` |

mod characters;
mod comments;
mod glossary;
mod length;
mod markdown;
mod parts;
mod places;
mod plural;
mod stale;
mod typography;
mod wording;

use super::catalog::stem;
use super::desk::{Desk, Original, Translation};
use super::figures::Worded;
use super::line::{Line, lines};
use super::unit::Unit;
use crate::diagnostic::{Code, Findings};
use crate::figure::Language;
use crate::model::glossary::Term;
use crate::model::{Edition, LocaleFiles, LocaleTag, Project, Texts};
use markdown::Base;
use std::collections::BTreeMap;

/// Checks the texts of an article, or others that are open, in every locale; `editions` are those of the project, in their order.
pub fn check(project: &Project, texts: &Texts, editions: &[Edition]) -> Findings {
    let desk = Desk::new(project, texts, editions);
    let base = &project.settings.base_locale;
    // The base texts as their readers get them: every translation is held against them.
    let of_base: BTreeMap<&str, Base> = desk.base().map_or_else(BTreeMap::new, |catalog| {
        let language = Language::of(base.as_str());
        let meant = catalog.units.iter().filter(|unit| texts.has(unit.id));
        meant.map(|unit| (unit.id, Base::new(lines(unit, &desk.figures(unit, catalog), language)))).collect()
    });
    let mut findings = Findings::new();
    for (tag, files) in &project.locales {
        let mut locale = Locale { desk: &desk, tag, files, language: Language::of(tag.as_str()), findings: Findings::new() };
        locale.check(if tag == base { None } else { Some(&of_base) });
        findings.extend(locale.findings.into_iter().map(|finding| finding.in_locale(tag.as_str())));
    }
    findings
}

/// One locale, and what is wrong in it.
struct Locale<'d, 'a> {
    desk: &'d Desk<'a>,
    tag: &'d LocaleTag,
    files: &'d LocaleFiles,
    language: Option<&'static Language>,
    findings: Findings,
}

impl<'d, 'a> Locale<'d, 'a> {
    fn check(&mut self, of_base: Option<&BTreeMap<&str, Base>>) {
        let texts = self.desk.texts;
        for file in texts.own(self.tag) {
            characters::check(&file.text, &mut self.findings);
            comments::check(&file.text, &mut self.findings);
        }
        let Some(catalog) = self.desk.catalogs.get(self.tag) else { return };
        let translations = self.desk.translations(self.tag);
        let translations: BTreeMap<&str, &Translation<'_>> = translations.iter().map(|one| (one.id, one)).collect();
        for unit in catalog.units.iter().filter(|unit| texts.is_own(unit.file.path()) && !unit.is_empty()) {
            let translation = translations.get(unit.id);
            let figures = translation.map_or_else(|| self.desk.figures(unit, catalog), |one| one.figures.clone());
            let own = self.alone(unit, &figures);
            glossary::check(unit, &own, None, &without_base(&self.files.glossary), &mut self.findings);
            if let (Some(translation), Some(of_base)) = (translation, of_base) {
                self.beside(unit, &own, translation, of_base);
            }
        }
        if of_base.is_some() {
            let own = translations.values().filter(|translation| translation.is_of(texts));
            own.for_each(|translation| stale::missing_term(translation, &mut self.findings));
            stale::obsolete(self.desk, self.tag, &mut self.findings);
        }
    }

    /// What can be said of a text by itself; its lines.
    fn alone(&mut self, unit: &Unit<'_>, figures: &[Worded<'_>]) -> Vec<Line> {
        let own = lines(unit, figures, self.language);
        parts::twice(unit, &mut self.findings);
        plural::check(unit, self.tag.as_str(), &mut self.findings);
        characters::escaped(unit, &mut self.findings);
        let is_article = self.desk.project.articles.contains_key(stem(unit.file.path()));
        for line in &own {
            typography::check(unit, line, self.tag.as_str(), &mut self.findings);
            if let Some(language) = self.language {
                wording::check(unit, line, language, &mut self.findings);
            }
            if is_article {
                markdown::emphasis(unit, line, &mut self.findings);
            }
        }
        own
    }

    /// What can be said of a text beside its original.
    fn beside(&mut self, unit: &Unit<'_>, own: &[Line], translation: &Translation<'_>, of_base: &BTreeMap<&str, Base>) {
        stale::check(translation, &mut self.findings);
        // A project that has only begun to approve would hear of every message: it is said where the policy names it.
        if self.desk.project.settings.policy(Code::MessageUnreviewed, Some(self.tag.as_str())).is_some() {
            stale::unreviewed(translation, &mut self.findings);
        }
        let none = Base::default();
        let base_text = of_base.get(unit.id).unwrap_or(&none);
        let words = match translation.original {
            Original::Words(words) => words.to_owned(),
            Original::Unit(base) => {
                parts::beside(unit, base, &mut self.findings);
                markdown::beside((unit, own), (base, base_text), &mut self.findings);
                base_text.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
            }
        };
        let base = if let Original::Unit(base) = translation.original { Some(base) } else { None };
        length::check(unit, own, base, &mut self.findings);
        glossary::check(unit, own, Some(&words), &with_base(&self.files.glossary), &mut self.findings);
    }
}

/// The terms that are about any text.
fn without_base(terms: &[Term]) -> Vec<&Term> {
    terms.iter().filter(|term| term.base.is_none()).collect()
}

/// The terms that are about words of the base text.
fn with_base(terms: &[Term]) -> Vec<&Term> {
    terms.iter().filter(|term| term.base.is_some()).collect()
}
