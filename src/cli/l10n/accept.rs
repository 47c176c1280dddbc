//! `l10n accept`: approves translations as they are, in `locales/<tag>/reviewed.yaml`.
//!
//! What can go wrong: a message that does not exist or has no translation, one in which something is wrong, a file of approvals that
//! cannot be read. Then nothing is approved.

use super::super::run::number;
use super::super::{Console, Exit, Failure};
use super::{Loaded, Which, stale};
use crate::diagnostic::{Code, Finding, Severity, human, nearest};
use crate::l10n::{NewText, State, Translation, accept as approve, write};
use crate::model::LocaleTag;
use clap::Args;
use std::path::Path;

/// The options of `l10n accept`.
#[derive(Debug, Args)]
pub(in crate::cli) struct AcceptArgs {
    /// The messages to approve
    #[arg(required_unless_present_any = ["all", "article"], value_name = "MESSAGE")]
    ids: Vec<String>,
    /// Approve every message that is not missing
    #[arg(long, conflicts_with = "ids")]
    all: bool,
    #[command(flatten)]
    which: Which,
}

/// Approves.
pub(super) fn accept(root: &Path, args: &AcceptArgs, console: &mut Console) -> Result<Exit, Failure> {
    let loaded = Loaded::read(root, console)?;
    let desk = loaded.desk();
    let mut texts = Vec::new();
    let mut refused = 0;
    for tag in args.which.locales(&loaded.project)? {
        let path = format!("locales/{tag}/reviewed.yaml");
        let broken = loaded.findings.iter().find(|f| f.place.path() == path && f.severity == Severity::Error);
        if let Some(finding) = broken {
            console.line(human(finding, console.colour()) + "\n")?;
            return Err(Failure::trouble(format!("{path} is not what `l10n accept` writes; mend it first")));
        }
        let translations = desk.translations(tag);
        let meant = meant(&translations, args, tag)?;
        let (sound, faulty): (Vec<_>, Vec<_>) =
            meant.into_iter().partition(|translation| faults(&loaded, translation).is_empty());
        for finding in faulty.iter().flat_map(|translation| faults(&loaded, translation)) {
            console.line(human(finding, console.colour()) + "\n")?;
        }
        refused += faulty.len();
        let open: Vec<_> = sound.into_iter().filter(|translation| translation.state != State::Approved).collect();
        for translation in &open {
            match &translation.state {
                State::Stale(changes) => stale::show(translation, changes, tag.as_str(), console.colour())
                    .into_iter()
                    .filter(|line| !line.starts_with("  accept:"))
                    .try_for_each(|line| console.line(line))?,
                _ => console.line(format_args!("{} {}", stale::at(translation), translation.id))?,
            }
        }
        if open.is_empty() {
            continue;
        }
        let reviews = &loaded.project.locales[tag].reviews;
        let after = approve::accept(reviews, &open)
            .ok_or_else(|| Failure::trouble(format!("{path} has an entry that does not begin a line with `- `")))?;
        let before = std::fs::read(root.join(&path)).ok();
        texts.push((open.len(), NewText { path, before, after: after.into_bytes() }));
    }
    if refused > 0 {
        console.remark(format_args!("approved nothing; something is wrong in {}", number(refused, "message")))?;
        return Ok(Exit::Findings);
    }
    for (_, text) in &texts {
        write(root, text).map_err(|error| Failure::trouble(format!("{}: {error}", text.path)))?;
    }
    let count = texts.iter().map(|(count, _)| count).sum();
    console.remark(format_args!("approved {}", number(count, "message")))?;
    Ok(Exit::Clean)
}

/// The translations that the arguments name.
fn meant<'t, 'd>(
    translations: &'t [Translation<'d>],
    args: &AcceptArgs,
    tag: &LocaleTag,
) -> Result<Vec<&'t Translation<'d>>, Failure> {
    let there = translations.iter().filter(|translation| translation.own.is_some());
    if args.ids.is_empty() {
        return Ok(there.filter(|translation| args.which.has(translation.article)).collect());
    }
    let find = |id: &String| {
        let found = translations.iter().find(|translation| translation.id == id);
        match found {
            Some(translation) if translation.own.is_some() => Ok(translation),
            Some(_) => Err(Failure::trouble(format!("`{id}` has no translation in {tag}"))),
            None => {
                let hint = nearest(id, translations.iter().map(|translation| translation.id));
                let hint = hint.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                Err(Failure::trouble(format!("there is no message `{id}`{hint}")))
            }
        }
    };
    args.ids.iter().map(find).collect()
}

/// What is wrong in a translation, so that nobody can have meant to approve it. That it is stale is what an approval is for.
fn faults<'l>(loaded: &'l Loaded, translation: &Translation<'_>) -> Vec<&'l Finding> {
    let Some(own) = translation.own else { return Vec::new() };
    let is_in = |finding: &&Finding| {
        finding.severity == Severity::Error
            && finding.place.path() == own.file.path()
            && own.own.contains(&finding.place.span().start)
    };
    loaded.findings.iter().filter(is_in).filter(|finding| finding.code != Code::MessageStale).collect()
}
