//! What the program is built from keeps to `deny.toml`: licences, crates, sources. cargo-deny checks the same and more; this
//! needs nothing but cargo, and looks at the crates of this machine's platform.

use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;
use toml::de::{DeTable, DeValue};

#[test]
fn every_dependency_keeps_to_the_policy() {
    let policy = include_str!("../deny.toml");
    let policy = DeTable::parse(policy).expect("the policy is well-formed").into_inner();
    let allowed = strings(&policy["licenses"], "allow");
    let banned = strings(&policy["bans"], "deny");
    let mut faults = Vec::new();
    let mut registry = None;
    for package in packages() {
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let (name, license, source) = (text("name"), text("license"), text("source"));
        if !permits(&license, &allowed) {
            faults.push(format!("{name}: the licence `{license}` is not allowed"));
        }
        // Everything comes from the one registry that Cargo knows of itself.
        if !source.is_empty() && *registry.get_or_insert(source.clone()) != source || source.starts_with("git+") {
            faults.push(format!("{name}: comes from {source}"));
        }
        if banned.contains(&name) {
            faults.push(format!("{name}: is banned"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    let allowed = ["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned);
    for yes in ["MIT", "GPL-2.0-only OR MIT", "MIT/Apache-2.0", "(MIT OR GPL-2.0-only) AND Unicode-3.0"] {
        assert!(permits(yes, &allowed), "{yes}");
    }
    for no in ["", "GPL-2.0-only", "MIT AND GPL-2.0-only", "(MIT OR Apache-2.0) AND ISC", "Apache-2.0 WITH LLVM-exception"] {
        assert!(!permits(no, &allowed), "{no}");
    }
}

/// The packages that are compiled for this platform, this one among them.
fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let run = |command: &mut Command| {
        let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo and rustc can be run");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("their output is UTF-8")
    };
    let version = run(Command::new(std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned())).arg("-vV"));
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its platform");
    let metadata = ["metadata", "--locked", "--format-version", "1", "--filter-platform", host];
    let metadata: Value = serde_json::from_str(&run(Command::new(cargo).args(metadata))).expect("metadata is JSON");
    let nodes = metadata["resolve"]["nodes"].as_array().expect("there is a graph").iter();
    let compiled: BTreeSet<_> = nodes.map(|node| node["id"].as_str().expect("a node has an id")).collect();
    let packages = metadata["packages"].as_array().expect("there are packages").iter();
    packages.filter(|package| package["id"].as_str().is_some_and(|id| compiled.contains(id))).cloned().collect()
}

/// The strings of a list, or the crates that its tables name.
fn strings(section: &toml::Spanned<DeValue<'_>>, key: &str) -> Vec<String> {
    let item = |item: &toml::Spanned<DeValue<'_>>| match item.get_ref() {
        DeValue::Table(table) => table["crate"].get_ref().as_str().map(str::to_owned),
        item => item.as_str().map(str::to_owned),
    };
    let list = section.get_ref().as_table().expect("a section").get(key).expect("the list is there");
    list.get_ref().as_array().expect("a list").iter().filter_map(item).collect()
}

/// Whether a licence expression can be met by the allowed licences: some choice of its ORs, and all of its ANDs.
fn permits(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at, allowed) && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut holds = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        holds |= both(words, at, allowed);
    }
    holds
}

fn both(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let mut holds = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        holds &= one(words, at, allowed);
    }
    holds
}

/// A licence with its exception, or an expression in brackets.
fn one(words: &[&str], at: &mut usize, allowed: &[String]) -> bool {
    let Some(&word) = words.get(*at) else { return false };
    *at += 1;
    if word == "(" {
        let holds = either(words, at, allowed);
        *at += 1;
        return holds;
    }
    let mut license = word.to_owned();
    if words.get(*at) == Some(&"WITH") {
        license = format!("{word} WITH {}", words.get(*at + 1).copied().unwrap_or_default());
        *at += 2;
    }
    allowed.contains(&license)
}
