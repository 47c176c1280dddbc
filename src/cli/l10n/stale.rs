//! `l10n stale`: the translations whose base text or figures changed since they were approved, with what changed.

use super::super::run::number;
use super::super::{Console, Exit, Failure};
use super::{Loaded, Which};
use crate::diagnostic::Colour;
use crate::l10n::{Change, State, Translation};
use similar::{ChangeTag, TextDiff};
use std::path::Path;

/// Shows what is stale.
pub(super) fn stale(root: &Path, which: &Which, console: &mut Console) -> Result<Exit, Failure> {
    let loaded = Loaded::read(root, console)?;
    let desk = loaded.desk();
    let mut found = 0;
    for tag in which.locales(&loaded.project)? {
        for translation in desk.translations(tag).iter().filter(|translation| which.has(translation.article)) {
            if let State::Stale(changes) = &translation.state {
                found += 1;
                let lines = show(translation, changes, tag.as_str(), console.colour());
                lines.into_iter().try_for_each(|line| console.line(line))?;
            }
        }
    }
    console.remark(match found {
        0 => "nothing is stale".to_owned(),
        _ => format!("{}; translate anew, then `numerate l10n accept`", number(found, "stale message")),
    })?;
    Ok(if found == 0 { Exit::Clean } else { Exit::Findings })
}

/// A translation with what changed: the base text with old words struck out and new ones beside them, and figures.
pub(super) fn show(translation: &Translation<'_>, changes: &[Change], tag: &str, colour: Colour) -> Vec<String> {
    let mut lines = vec![format!("{} {}", at(translation), translation.id)];
    for change in changes {
        match change {
            Change::Base(was) => {
                lines.push("  the base text was, and is:".to_owned());
                let is = translation.original.text();
                lines.extend(words(was, &is, colour).lines().map(|line| format!("    {line}").trim_end().to_owned()));
            }
            Change::Figure { name, was, is } => lines.push(format!("  ${name}: was {was}, is {is}")),
        }
    }
    lines.push(format!("  accept: numerate l10n accept --locale {tag} {}", translation.id));
    lines.push(String::new());
    lines
}

/// File, line and column of a translation.
pub(super) fn at(translation: &Translation<'_>) -> String {
    translation.place().map(|place| format!("{place:?}")).unwrap_or_default()
}

/// Both texts as one: `[-old-]`, `{+new+}`; with colours red and green in place of the brackets.
fn words(was: &str, is: &str, colour: Colour) -> String {
    let (gone, come) = match colour {
        Colour::Yes => (["\u{1b}[31;9m", "\u{1b}[0m"], ["\u{1b}[32m", "\u{1b}[0m"]),
        Colour::No => (["[-", "-]"], ["{+", "+}"]),
    };
    let diff = TextDiff::from_words(was, is);
    let mut pieces: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match pieces.last_mut() {
            Some((tag, text)) if *tag == change.tag() => text.push_str(change.value()),
            _ => pieces.push((change.tag(), change.value().to_owned())),
        }
    }
    let piece = |(tag, text): &(ChangeTag, String)| {
        // What a mark stands beside goes outside of it, so that a line never ends inside of a mark.
        let [open, close] = match tag {
            ChangeTag::Equal => return text.clone(),
            ChangeTag::Delete => gone,
            ChangeTag::Insert => come,
        };
        let line = |line: &str| {
            let body = line.trim();
            if body.is_empty() { line.to_owned() } else { line.replacen(body, &format!("{open}{body}{close}"), 1) }
        };
        text.split('\n').map(line).collect::<Vec<_>>().join("\n")
    };
    pieces.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_texts_are_shown_as_one() {
        let shown = |was, is| words(was, is, Colour::No);
        assert_eq!(shown("a = trust rose by { $x }", "a = trust fell by { $x }"), "a = trust [-rose-]{+fell+} by { $x }");
        assert_eq!(shown("one\ntwo", "one\ntwo\nthree"), "one\ntwo\n{+three+}");
        assert_eq!(shown("信任 上升", "信任 下降"), "信任 [-上升-]{+下降+}");
    }
}
