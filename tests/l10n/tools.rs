//! Whatever compare-locales, moz.l10n and moz-fluent-linter find in files of messages is found too, at the same message.
//!
//! Runs where they are installed: their folder is named by `NUMERATE_FTL_TOOLS`. Elsewhere a line says that it was not run.

use super::{l10n, project, read};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A message in which a code is found.
type Found = BTreeSet<(String, String)>;

/// Mistakes, appended to `common.ftl` of a new project; there they are of no article, so nothing else is wrong with them.
const BASE: &str = include_str!("tools/en.ftl");
const OWN: &str = include_str!("tools/th.ftl");
const SECOND: &str = include_str!("tools/groups.ftl");

/// What each of the tools says, and the code that says it here.
const SAYINGS: &[(&str, &str)] = &[
    ("occurs", "message-duplicate"),
    ("Unparsed content", "fluent-syntax"),
    ("Missing value", "parts-differ"),
    ("Obsolete value", "parts-differ"),
    ("Missing attribute", "parts-differ"),
    ("Obsolete attribute", "parts-differ"),
    ("Missing message reference", "reference-differs"),
    ("Obsolete message reference", "reference-differs"),
    ("Missing term reference", "reference-differs"),
    ("Obsolete term reference", "reference-differs"),
    ("Variant key", "part-duplicate"),
    ("Attribute", "part-duplicate"),
    ("Plural categories missing", "plural-mismatch"),
    ("\u{FFFD} in", "character-suspect"),
    ("JUNK", "fluent-syntax"),
    ("MI01", "message-duplicate"),
    ("TE0", "typography-wrong"),
    ("GC0", "comment-misplaced"),
    ("RC0", "comment-misplaced"),
];

fn code_of(saying: &str) -> String {
    let known = SAYINGS.iter().find(|(begins, _)| saying.contains(begins));
    known.unwrap_or_else(|| panic!("a saying that is not known here: {saying}")).1.to_owned()
}

#[test]
fn what_other_tools_find_is_found_too() {
    let Some(tools) = std::env::var_os("NUMERATE_FTL_TOOLS").map(PathBuf::from) else {
        eprintln!("not run: NUMERATE_FTL_TOOLS names no folder with compare-locales, moz-l10n and moz-fluent-lint");
        return;
    };
    let folder = project();
    let root = folder.path();
    for (locale, text) in [("en", BASE), ("th", OWN), ("zh-Hans", OWN)] {
        let path = format!("locales/{locale}/common.ftl");
        let both = format!("{}\n{text}", read(root, &path));
        std::fs::write(root.join(path), both).unwrap();
    }
    std::fs::write(root.join("locales/th/groups.ftl"), SECOND).unwrap();
    let config = "basepath = \".\"\nlocales = [\"th\", \"zh-Hans\"]\n[[paths]]\nreference = \"locales/en/**\"\nl10n = \"locales/{locale}/**\"\n";
    std::fs::write(root.join("l10n.toml"), config).unwrap();
    let mut missed = Vec::new();
    for locale in ["th", "zh-Hans"] {
        let own = ours(root, locale);
        let theirs =
            [compare_locales(root, &tools, locale), moz_l10n(root, &tools, locale), fluent_lint(root, &tools, locale)];
        for (tool, found) in ["compare-locales", "moz.l10n", "moz-fluent-linter"].into_iter().zip(theirs) {
            eprintln!("{locale}: {tool} finds {} things", found.len());
            assert!(found.len() >= if tool == "moz.l10n" { 1 } else { 4 }, "{tool} finds next to nothing: {found:?}");
            missed.extend(found.difference(&own).map(|(code, id)| format!("{locale}, {tool}: {code} in {id}")));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// What is found here: code and message; for what is not well formed, the file.
fn ours(root: &Path, locale: &str) -> Found {
    let listed = l10n(root, &["check", "--locale", locale, "--format", "json"], 1);
    let mut found = Found::new();
    for line in listed.lines() {
        let finding: Value = serde_json::from_str(line).expect("JSON");
        let (code, file) = (finding["code"].as_str().unwrap(), finding["file"].as_str().unwrap());
        let line = usize::try_from(finding["line"].as_u64().unwrap()).unwrap();
        let message = finding["message"].as_str().unwrap();
        // A message that is missing is named; it has no place of its own.
        let named = message.split('`').nth(1).filter(|_| code == "message-missing").map(str::to_owned);
        let id =
            named.unwrap_or_else(|| if code == "fluent-syntax" { file.to_owned() } else { message_at(root, file, line) });
        found.insert((code.to_owned(), id));
    }
    found
}

/// The message that a line belongs to; the file if it is above all of them, or a comment of a group.
fn message_at(root: &Path, file: &str, line: usize) -> String {
    let text = read(root, file);
    let lines: Vec<_> = text.lines().take(line).collect();
    if lines.last().is_some_and(|line| line.starts_with("##")) {
        return file.to_owned();
    }
    let begins = |line: &&&str| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && line.contains('=');
    let id = lines.iter().rev().find(begins).and_then(|line| line.split('=').next());
    id.map_or_else(|| file.to_owned(), |id| id.trim().to_owned())
}

fn run(root: &Path, program: PathBuf, arguments: &[&str]) -> String {
    let output = Command::new(&program).args(arguments).current_dir(root).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    String::from_utf8(output.stdout).expect("its output is UTF-8") + &String::from_utf8_lossy(&output.stderr)
}

fn compare_locales(root: &Path, tools: &Path, locale: &str) -> Found {
    let output = run(root, tools.join("compare-locales"), &["--json", "-", "l10n.toml", ".", locale]);
    let report: Value = serde_json::from_str(output.trim()).expect("it reports in JSON");
    let mut found = Found::new();
    details(&report[0]["details"], "", &mut found);
    found
}

/// Details by file; files of one folder stand under its name.
fn details(report: &Value, path: &str, found: &mut Found) {
    for (name, below) in report.as_object().into_iter().flatten() {
        details(below, &format!("{path}/{name}"), found);
    }
    let file = path.trim_start_matches('/');
    for detail in report.as_array().into_iter().flatten() {
        let (kind, text) = detail.as_object().and_then(|detail| detail.iter().next()).expect("one thing a detail");
        let text = text.as_str().unwrap_or_default();
        match kind.as_str() {
            "missingEntity" => _ = found.insert(("message-missing".to_owned(), text.to_owned())),
            "obsoleteEntity" => _ = found.insert(("message-obsolete".to_owned(), text.to_owned())),
            "error" | "warning" => {
                let id = match text.split_once(" occurs ") {
                    Some((id, _)) => id,
                    None if text.starts_with("Unparsed") => file,
                    None => text.rsplit(' ').next().unwrap_or_default(),
                };
                found.insert((code_of(text), id.to_owned()));
            }
            _ => {}
        }
    }
}

fn moz_l10n(root: &Path, tools: &Path, locale: &str) -> Found {
    let mut found = Found::new();
    for line in run(root, tools.join("moz-l10n"), &["lint", &format!("locales/{locale}/*.ftl")]).lines() {
        if let Some(failed) = line.strip_prefix("FAIL ") {
            let file = failed.split(" - ").next().unwrap_or_default();
            found.insert(("fluent-syntax".to_owned(), format!("locales/{locale}/{}", file.rsplit('/').next().unwrap())));
        }
    }
    // It wants the folder of a locale beside the settings, and looks for its files where the settings say.
    std::fs::create_dir_all(root.join(locale)).unwrap();
    let output = run(root, tools.join("moz-l10n"), &["compare", "--json", "--source", "l10n.toml", locale]);
    let report: Value = serde_json::from_str(output.trim()).expect("it reports in JSON");
    for ids in report[locale]["missing"].as_object().into_iter().flat_map(|files| files.values()) {
        let ids = ids.as_array().into_iter().flatten().filter_map(Value::as_str);
        found.extend(ids.map(|id| ("message-missing".to_owned(), id.to_owned())));
    }
    found
}

fn fluent_lint(root: &Path, tools: &Path, locale: &str) -> Found {
    let output = run(root, tools.join("moz-fluent-lint"), &[&format!("locales/{locale}")]);
    let mut found = Found::new();
    let (mut file, mut id, mut line) = (String::new(), String::new(), String::new());
    for text in output.lines().map(str::trim) {
        let after = |label: &str| text.strip_prefix(label).map(|rest| rest.trim().to_owned());
        file = after("File path:").unwrap_or(file);
        id = after("Message ID:").unwrap_or(id);
        line = after("Position:").unwrap_or(line);
        let Some(rule) = text.strip_prefix("Error (").and_then(|rest| rest.get(..4)) else { continue };
        // Two false alarms: it asks for an empty line above the first one of a file, and takes the quotation marks of a call such as
        // FIGURE($x, as: "fraction") for those of a text.
        if rule == "RC03" && line.starts_with("line 1 ") || rule == "TE04" && only_calls(&read(root, &file), &id) {
            continue;
        }
        let place = if rule == "JUNK" || rule.starts_with("GC") || rule.starts_with("RC") { &file } else { &id };
        found.insert((code_of(rule), place.clone()));
    }
    found
}

/// Whether every straight quotation mark of a message stands in a call.
fn only_calls(text: &str, id: &str) -> bool {
    let lines = text.lines().skip_while(|line| !line.starts_with(&format!("{id} =")));
    let own: Vec<_> =
        lines.enumerate().take_while(|(at, line)| *at == 0 || line.is_empty() || line.starts_with(' ')).collect();
    own.iter().all(|(_, line)| {
        line.split('{')
            .all(|part| part.split('}').next_back().is_none_or(|rest| !rest.contains('"')) || part.starts_with(" \""))
    })
}
