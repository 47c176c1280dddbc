//! Holds the floors: a module imports only from below, and stages do not import one another.
//!
//! A file belongs to the module that its path begins with. Every `crate::name` in its code must name a lower floor or the
//! module itself.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules by floor, from the ground up. Modules of one floor do not import one another.
const FLOORS: &[&[&str]] = &[
    &["diagnostic"],
    &["model"],
    &["locale"],
    &["figure", "format"],
    &["load", "resolve", "render", "verify", "compare"],
    &["publish", "audit", "diff", "l10n"],
    &["pipeline", "init"],
    &["serve"],
    &["cli"],
    &["main"],
];

/// Files that only declare modules.
const ROOT: &str = "lib";

#[test]
fn modules_import_downward_only() {
    let mut faults = Vec::new();
    for file in files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let own = module_of(&file);
        if own == ROOT {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file can be read");
        let Some(own_floor) = floor(&own) else {
            faults.push(format!("{own}: stands on no floor; give it one in tests/layers.rs"));
            continue;
        };
        for (line, text) in text.lines().enumerate() {
            for name in imports(text) {
                let allowed = name == own || floor(&name).is_some_and(|floor| floor < own_floor);
                if !allowed {
                    faults.push(format!("{}:{}: `{own}` imports `{name}`", file.display(), line + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "imports that do not go down:\n{}", faults.join("\n"));
}

#[test]
fn imports_are_recognised() {
    assert_eq!(imports("use crate::model::{Stat, Unit};"), ["model"]);
    assert_eq!(imports("use crate::{diagnostic::Code, model};"), ["diagnostic", "model"]);
    assert_eq!(imports("    accepts: crate::model::id::is_id, // and numerate::load::load"), ["model", "load"]);
    assert_eq!(imports("/// See [`crate::verify`]."), Vec::<String>::new());
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// The first part of a file's path under `src`.
fn module_of(file: &Path) -> String {
    let inside = file.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).expect("the file is under src");
    let first = inside.iter().next().expect("a file has a name").to_string_lossy();
    first.strip_suffix(".rs").unwrap_or(&first).to_owned()
}

/// The modules of the crate that a line of code names.
fn imports(line: &str) -> Vec<String> {
    if line.trim_start().starts_with("//") {
        return Vec::new();
    }
    let mut names = Vec::new();
    for prefix in ["crate::", "numerate::"] {
        for (at, _) in line.match_indices(prefix) {
            let rest = &line[at + prefix.len()..];
            match rest.strip_prefix('{') {
                Some(group) => names.extend(top_level(group)),
                None => names.extend(first_word(rest)),
            }
        }
    }
    names.retain(|name| name.starts_with(char::is_lowercase));
    names
}

/// The first words of the parts of a group `{a::b, c::{d, e}}`, without those of the groups inside.
fn top_level(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(String::new()),
            _ if depth == 0 => parts.last_mut().expect("there is a part").push(c),
            _ => {}
        }
    }
    parts.iter().filter_map(|part| first_word(part.trim())).collect()
}

fn first_word(text: &str) -> Option<String> {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty()).then_some(word)
}

/// Every Rust file of a folder and those below it, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.sort();
    let below = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    paths.into_iter().flat_map(below).filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}
