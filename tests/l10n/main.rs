//! Translators' tools as their users meet them, on the project of `numerate init`.

mod check;
mod day;
mod review;
mod sync;
mod tools;

use assert_cmd::Command;
use std::path::Path;
use tempfile::TempDir;

/// A new project in a folder that goes when the test ends.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("the machine has room");
    numerate(folder.path(), &["init", "."]).assert().success();
    folder
}

/// The command in a folder, in an environment of its own.
fn numerate(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("numerate").expect("the command was built");
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("SOURCE_DATE_EPOCH");
    command.current_dir(folder).args(arguments);
    command
}

/// Standard output of `numerate l10n …`, which ends with that code.
fn l10n(folder: &Path, arguments: &[&str], code: i32) -> String {
    let mut command = numerate(folder, &["l10n"]);
    let output = command.args(arguments).assert().code(code).get_output().stdout.clone();
    String::from_utf8(output).expect("output is UTF-8")
}

/// The text of a file.
fn read(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join(path)).expect("the file is there")
}

/// Replaces the first `old` of a file.
fn edit(folder: &Path, path: &str, old: &str, new: &str) {
    let text = read(folder, path);
    assert!(text.contains(old), "{path}: no {old}");
    std::fs::write(folder.join(path), text.replacen(old, new, 1)).expect("the file can be written");
}
