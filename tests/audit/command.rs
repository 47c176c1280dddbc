//! The command: its outputs, folders of files, and bad input.

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;

const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

fn audit(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("numerate")
        .expect("the command is built")
        .current_dir(folder)
        .args(["audit", "--root", REPOSITORY])
        .args(arguments)
        .output()
        .expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    (output.status.code().expect("it ends by itself"), text(output.stdout), text(output.stderr))
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folders can be made");
        fs::write(path, bytes).expect("a file can be written");
    }
    folder
}

const OLD: &str = "About the survey\nBeing treated like a person, not a number, is very important to winning their business, 48% of customers say.\n";

#[test]
fn json_has_the_keys_of_the_format_and_counts_characters() {
    let text = "ลูกค้า 27% แบ่งปันประสบการณ์ที่ดี ขณะที่ 62% แบ่งปันประสบการณ์ที่ไม่ดีกับผู้อื่น";
    let folder = folder(&[("old.txt", text.as_bytes())]);
    let (code, out, _) =
        audit(folder.path(), &["old.txt", "--locale", "th", "--article", "connected-customer-2018", "--format", "json"]);
    assert_eq!(code, 1);
    let file: Value = serde_json::from_str(&out).expect("one object a file");
    let finding = &file["findings"][0];
    let keys: Vec<_> = finding.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["code", "severity", "start", "end", "text", "observed", "expected", "stat", "message"]);
    assert_eq!((finding["start"].as_u64(), finding["end"].as_u64()), (Some(7), Some(10)));
    assert_eq!((finding["expected"].as_str(), finding["stat"].as_str()), (Some("72%"), Some("share-good")));
    let verdicts: Vec<_> =
        file["figures"].as_array().unwrap().iter().map(|figure| figure["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["wrong", "sound"]);
}

#[test]
fn a_patch_mends_the_text_and_an_annotated_copy_shows_it() {
    let folder = folder(&[("old.txt", OLD.as_bytes())]);
    let (code, _, _) = audit(folder.path(), &["old.txt", "--patch", "fix.diff", "--annotate", "old.html"]);
    assert_eq!(code, 1);
    let diff = fs::read_to_string(folder.path().join("fix.diff")).unwrap();
    assert!(diff.contains("-Being treated") && diff.contains("business, 84% of customers"), "{diff}");
    let page = fs::read_to_string(folder.path().join("old.html")).unwrap();
    assert!(
        page.contains("<del>48%</del>") && page.contains("<ins>84%</ins>") && page.contains("treated-as-person"),
        "{page}"
    );
    assert_eq!(fs::read_to_string(folder.path().join("old.txt")).unwrap(), OLD);
}

#[test]
fn folders_and_patterns_are_one_report_in_order() {
    let html = "<!DOCTYPE html><title>T</title><p>In the poll, <b>157</b>% of customers agreed.</p>";
    let folder = folder(&[
        ("a/one.txt", b"Only % of readers saw it."),
        ("a/b/two.html", html.as_bytes()),
        ("a/three.png", b"\x89PNG"),
    ]);
    let (code, out, said) = audit(folder.path(), &["a", "--form-only", "--locale", "en", "--format", "json"]);
    let files: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(code, 1);
    assert_eq!(files.iter().map(|file| file["file"].as_str().unwrap()).collect::<Vec<_>>(), ["a/b/two.html", "a/one.txt"]);
    assert_eq!(files[0]["findings"][0]["code"], "share-impossible");
    assert_eq!(files[1]["findings"][0]["code"], "figure-lost");
    assert!(said.contains("2 files"), "{said}");
    let (_, matching, _) = audit(folder.path(), &["a/**/*.html", "--form-only", "--locale", "en", "--format", "json"]);
    assert_eq!(matching.lines().count(), 1);
    for format in ["human", "sarif", "junit", "github"] {
        let (code, out, _) = audit(folder.path(), &["a", "--form-only", "--locale", "en", "--format", format]);
        assert!(code == 1 && out.contains("share-impossible"), "{format}: {out}");
    }
}

#[test]
fn bad_files_are_findings_and_do_not_stop_the_others() {
    let folder = folder(&[
        ("broken.txt", b"88\xff%"),
        ("empty.txt", b""),
        ("no.pdf", b"%PDF-1.7 nothing"),
        ("good.txt", b"Only % of readers."),
    ]);
    let (code, out, _) = audit(
        folder.path(),
        &["broken.txt", "empty.txt", "no.pdf", "missing.txt", "good.txt", "--locale", "en", "--format", "json"],
    );
    assert_eq!(code, 1);
    let codes: Vec<String> = out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|file| {
            file["findings"]
                .as_array()
                .unwrap()
                .iter()
                .map(|found| found["code"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    assert_eq!(codes, ["not-utf8", "", "file-unreadable", "file-unreadable", "figure-lost"]);
    assert_eq!(audit(folder.path(), &["*.nothing"]).0, 2);
    assert_eq!(audit(folder.path(), &["good.txt", "--article", "nothing"]).0, 2);
}

#[test]
fn another_text_is_a_measure_too() {
    let folder = folder(&[
        ("source.txt", "The survey reached 1,284 people.".as_bytes()),
        ("target.txt", "การสำรวจเข้าถึงคน 1,248 คน".as_bytes()),
    ]);
    let (code, out, _) = audit(folder.path(), &["target.txt", "--against", "source.txt", "--format", "json", "--form-only"]);
    let file: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, file["findings"][0]["code"].as_str()), (1, Some("digits-transposed")));
}

#[test]
fn drafted_stats_load_in_a_new_project() {
    let text = "Of all guests, 57% drink tea. It costs US$3 a cup. More than 1,200 guests answered in 2021; 1.6 times as many as before.";
    let folder = folder(&[("old.txt", text.as_bytes())]);
    let numerate = || Command::cargo_bin("numerate").expect("the command is built");
    numerate().current_dir(folder.path()).args(["init", "new"]).assert().success();
    let (_, _, _) = audit(folder.path(), &["old.txt", "--form-only", "--draft-stats", "new"]);
    let draft = fs::read_to_string(folder.path().join("new/data/stats/old.yaml")).unwrap();
    assert_eq!(draft.matches("status: unverified").count(), 5, "{draft}");
    let check = numerate().current_dir(folder.path()).args(["check", "--root", "new", "--format", "json"]).output().unwrap();
    let out = String::from_utf8(check.stdout).unwrap();
    assert!(out.is_empty(), "{out}\n{draft}");
}
