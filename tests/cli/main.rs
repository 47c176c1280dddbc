//! The command line as its users meet it: exit codes, streams and formats. A case starts from the project of `numerate init`.

mod build;
mod diff;
mod faults;
mod figures;
mod killed;
mod knowledge;
mod ledger;
mod log;
mod reports;
mod schedule;
#[path = "../common/schema.rs"]
mod schema;
mod site;
mod xml;

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;

/// The command, in an environment of its own.
fn numerate() -> Command {
    let mut command = Command::cargo_bin("numerate").expect("the command was built");
    command.env_remove("NO_COLOR").env_remove("NUMERATE_LOG").env_remove("CLICOLOR_FORCE").env_remove("SOURCE_DATE_EPOCH");
    command
}

/// A new project in a folder that goes when the test ends.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("the machine has room");
    numerate().arg("init").arg(folder.path()).assert().success();
    folder
}

/// The command in a project.
fn numerate_in(root: &Path) -> Command {
    let mut command = numerate();
    command.arg("--root").arg(root);
    command
}

/// Standard output of a command that ends with that code.
fn stdout(command: &mut Command, code: i32) -> String {
    let output = command.assert().code(code).get_output().stdout.clone();
    String::from_utf8(output).expect("output is UTF-8")
}

/// Every file below a folder, by path.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                    files.insert(name, std::fs::read(&path).unwrap());
                }
            }
        }
    }
    files
}

/// Replaces the first `old` of a file.
fn edit(root: &Path, path: &str, old: &str, new: &str) {
    let path = root.join(path);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(old), "{}: no {old}", path.display());
    std::fs::write(path, text.replacen(old, new, 1)).unwrap();
}
