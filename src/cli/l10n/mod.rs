//! `l10n …`: what translators need to know, message by message.
//!
//! In: a project. Out: lists on standard output, the shortest that say it, in the order of the files; for `accept` and `sync` changed
//! files in `locales/`. A project with errors is no obstacle: they are counted on standard error.

mod accept;
mod check;
mod pseudo;
mod stale;
mod status;
mod sync;
mod why;

use super::run::counts;
use super::{Console, Exit, Failure};
use crate::diagnostic::{Findings, nearest};
use crate::l10n::{self, Desk};
use crate::load::load;
use crate::model::{Edition, LocaleTag, Project, Texts};
use crate::resolve::resolve_with;
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

/// What a translator asks for.
#[derive(Debug, Subcommand)]
pub(super) enum L10n {
    /// Find everything that is wrong in the texts of the locales
    Check(check::CheckArgs),
    /// Tell how far the translations are
    Status(status::StatusArgs),
    /// Show the translations whose base text or figures changed since they were approved
    Stale(Which),
    /// Approve translations as they are
    Accept(accept::AcceptArgs),
    /// Add the messages that a locale lacks, to be filled in, and move aside those that are obsolete
    Sync(sync::SyncArgs),
    /// Tell where a message appears, and what it reads like in each locale
    Why(why::WhyArgs),
    /// Write a copy of the project with longer, accented texts in the base locale, to see what is cut
    Pseudo {
        /// The folder of the copy, which must not be there yet
        dir: PathBuf,
    },
}

/// Which messages.
#[derive(Debug, Args)]
pub(super) struct Which {
    /// Only this locale; may be given more than once
    #[arg(long, value_name = "TAG")]
    locale: Vec<String>,
    /// Only this article, or file of messages such as common; may be given more than once
    #[arg(long, value_name = "ID")]
    article: Vec<String>,
}

/// Runs a command.
pub(super) fn l10n(root: &Path, command: &L10n, console: &mut Console) -> Result<Exit, Failure> {
    match command {
        L10n::Check(args) => check::check(root, args, console),
        L10n::Status(args) => status::status(root, args, console),
        L10n::Stale(which) => stale::stale(root, which, console),
        L10n::Accept(args) => accept::accept(root, args, console),
        L10n::Sync(args) => sync::sync(root, args, console),
        L10n::Why(args) => why::why(root, args, console),
        L10n::Pseudo { dir } => pseudo::pseudo(root, dir, console),
    }
}

/// A project with the values of its stats.
struct Loaded {
    project: Project,
    texts: Texts,
    editions: Vec<Edition>,
    findings: Findings,
}

impl Loaded {
    /// Reads a project; its errors are no obstacle, unless its settings are of no use.
    fn read(root: &Path, console: &mut Console) -> Result<Self, Failure> {
        let (project, mut findings) = load(root);
        let Some(project) = project else {
            let first = findings.iter().map(|finding| format!("{:?}: {}", finding.place, finding.message)).next();
            return Err(Failure::trouble(first.unwrap_or_else(|| "there is no project here".to_owned())));
        };
        let (editions, found) = resolve_with(&project, None, l10n::check::check);
        findings.append(found);
        project.settings.judge(&mut findings);
        findings.sort();
        if findings.has_errors() {
            console.remark(format_args!("the project has {}; `numerate check` shows them", counts(&findings)))?;
        }
        Ok(Self { texts: Texts::whole(&project), project, editions, findings })
    }

    fn desk(&self) -> Desk<'_> {
        Desk::new(&self.project, &self.texts, &self.editions)
    }
}

impl Which {
    /// The locales that are translated into and meant here, in the order of the settings.
    fn locales<'p>(&self, project: &'p Project) -> Result<Vec<&'p LocaleTag>, Failure> {
        let all = &project.settings.locales;
        for named in &self.locale {
            if !all.iter().any(|tag| tag.as_str() == named) {
                let names = all.iter().map(LocaleTag::as_str);
                let hint = nearest(named, names.clone()).map(|name| format!("; did you mean `{name}`?"));
                let (names, hint) = (names.collect::<Vec<_>>().join(", "), hint.unwrap_or_default());
                return Err(Failure::trouble(format!("the project has no locale `{named}`; it has {names}{hint}")));
            }
        }
        let base = &project.settings.base_locale;
        let is_meant = |tag: &&LocaleTag| self.locale.is_empty() || self.locale.iter().any(|named| named == tag.as_str());
        Ok(all.iter().filter(|tag| *tag != base).filter(is_meant).collect())
    }

    /// Whether the messages of an article are meant.
    fn has(&self, article: &str) -> bool {
        self.article.is_empty() || self.article.iter().any(|named| named == article)
    }
}
