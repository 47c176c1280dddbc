//! Mistakes of translators: each is found at its place, and none blocks another locale.

use super::{edit, l10n, numerate, project, read};
use std::path::Path;

/// A mistake in the Thai file: what is replaced, by what, and what `l10n check` says, as `line:column severity code`.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("tea-survey-title = เมืองที่ดื่มชา\n", "", "1:1 error message-missing"),
    ("tea-survey-title = ", "tea-survey-titel = ", "3:1 warning message-obsolete"),
    ("= เมืองที่ดื่มชา", "= { \"\" }", "3:1 error message-missing"),
    ("= เมืองที่ดื่มชา", "= เมืองที่ดื่มชา\n    .short = ชา", "4:6 error parts-differ"),
    ("= เมืองที่ดื่มชา", "=\n    .short = ชา", "3:1 error parts-differ"),
    ("= เมืองที่ดื่มชา", "= เมือง { COUNT($cups) ->\n    [1] ชา\n    [1] ชา\n   *[other] ชา\n }", "5:6 error part-duplicate"),
    ("= เมืองที่ดื่มชา", "= เมือง{ site-title }", "3:27 warning reference-differs"),
    ("= เมืองที่ดื่มชา", "= เมือง{ -tea }", "3:28 error message-missing"),
    ("= เมืองที่ดื่มชา", "= เมืองที่ดื่มชา\ntea-survey-title = ชา", "4:1 error message-duplicate"),
    ("= เมืองที่ดื่มชา", "= เมืองที่ดื่มชา { ", "4:20 error fluent-syntax"),
    ("{ $guests }", "{ $gests }", "7:20 error variable-unknown"),
    ("{ $guests }", "1,240", "7:18 error digit-in-narrative"),
    ("{ $guests }", "{ FIGUR($guests) }", "7:20 error message-broken"),
    ("{ $guests }", "{ FIGURE($guests, as: \"n-in-n\") }", "7:41 error construct-unknown"),
    (
        "{ $guests } คน",
        "{ COUNT($guests) ->\n    [one] { $guests } คน\n   *[other] { $guests } คน\n }",
        "8:6 warning plural-mismatch",
    ),
    ("เราถามลูกค้า", "เราถาม\u{202E}ลูกค้า", "7:11 error character-suspect"),
    ("เราถามลูกค้า", "เราถาม\u{200B}ลูกค้า", "7:11 error character-reserved"),
    ("เราถามลูกค้า", "เราถามลูกค้าเเละ", "7:17 error character-suspect"),
    ("เราถามลูกค้า", "เราถาม[ลูกค้า](https://example.org)", "7:11 warning markdown-differs"),
    ("เราถามลูกค้า", "เราถาม**ลูกค้า", "7:11 warning markdown-differs"),
    ("ดื่มชาอย่างไร คำ", "ดื่มชาอย่างไร... คำ", "7:68 warning typography-wrong"),
    ("เราถามลูกค้า { $guests }", "เราถามลูกค้า{ $guests }", "7:16 warning typography-wrong"),
    ("อยู่ที่{ $tea-daily-earlier }", "อยู่ที่{ $tea-daily-earlier } เปอร์เซ็นต์", "11:156 error wording-wrong"),
    ("tea-survey-title =", "# max-length: 5\ntea-survey-title =", "4:1 warning text-too-long"),
];

/// The findings of `l10n check` in a file, as `line:column severity code`.
fn found(folder: &Path, file: &str, code: i32) -> Vec<String> {
    let listed = l10n(folder, &["check", "--locale", "th"], code);
    let mut at = "";
    let mut found = Vec::new();
    for line in listed.lines() {
        match line.strip_prefix("  ") {
            Some(finding) if at == file => {
                let words: Vec<_> = finding.split_whitespace().take(3).collect();
                found.push(words.join(" "));
            }
            Some(_) => {}
            None => at = line,
        }
    }
    found
}

#[test]
fn every_mistake_is_found_at_its_place_and_blocks_no_other_locale() {
    let clean = project();
    edit(clean.path(), "numerate.toml", "\"html\", \"pdf\"", "\"html\""); // A page tells as much as a print, and sooner.
    let original = read(clean.path(), "locales/th/tea-survey.ftl");
    let mut faults = Vec::new();
    for (old, new, expected) in MISTAKES {
        let root = clean.path();
        edit(root, "locales/th/tea-survey.ftl", old, new);
        let is_error = expected.contains(" error ");
        let misspelled = expected.ends_with("message-obsolete"); // Then the right one is missing, too.
        let findings = found(root, "locales/th/tea-survey.ftl", i32::from(is_error || misspelled));
        if !findings.iter().any(|finding| finding == expected) {
            faults.push(format!("{new}: {findings:?}, not {expected}"));
        }
        let published = if is_error || misspelled { 3 } else { 0 };
        let built = numerate(root, &["build", "--only", "tea-survey"]).output().expect("it runs");
        if built.status.code() != Some(published) {
            faults.push(format!("{new}: build ends with {:?}", built.status.code()));
        }
        std::fs::write(root.join("locales/th/tea-survey.ftl"), &original).unwrap();
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_policy_of_a_locale_says_what_withholds_it() {
    let folder = project();
    let root = folder.path();
    edit(root, "locales/th/tea-survey.ftl", "เมืองที่ดื่มชา", "เมืองที่ดื่มชา...");
    edit(root, "locales/zh-Hans/tea-survey.ftl", "爱喝茶的小城", "爱喝茶的小城...");
    numerate(root, &["build"]).assert().code(0);
    let settings = read(root, "numerate.toml");
    let policy = |text: &str| std::fs::write(root.join("numerate.toml"), format!("{settings}\n{text}\n")).unwrap();
    policy("[locales.policy.th]\ntypography-wrong = \"error\"");
    numerate(root, &["build"]).assert().code(3);
    assert!(root.join("output/zh-Hans/tea-survey/index.html").exists());
    assert!(!root.join("output/th/tea-survey/index.html").exists());
    policy("[locales.policy]\nth = {typography-wrong = \"allow\"}\nzh-Hans = {typography-wrong = \"allow\"}");
    assert_eq!(l10n(root, &["check"], 0), "");
    // No policy allows an unproven figure, or names what does not exist.
    policy("[locales.policy.th]\ntypografy-wrong = \"error\"");
    numerate(root, &["check"]).assert().code(2);
}

#[test]
fn a_glossary_says_which_words_to_use() {
    let folder = project();
    let root = folder.path();
    let glossary = "- base: guest\n  use: [ลูกค้า]\n  not: [แขก]\n- not: [น้ำชา]\n  note: ใช้ ชา\n";
    std::fs::write(root.join("locales/th/glossary.yaml"), glossary).unwrap();
    assert_eq!(found(root, "locales/th/tea-survey.ftl", 0), Vec::<String>::new());
    edit(root, "locales/th/tea-survey.ftl", "เราถามลูกค้า", "เราถามแขก");
    edit(root, "locales/th/tea-survey.ftl", "เมืองที่ดื่มชา", "เมืองน้ำชา");
    edit(root, "locales/th/tea-survey.ftl", "ลูกค้าตอบแบบสอบถาม", "คนตอบแบบสอบถาม");
    let found = found(root, "locales/th/tea-survey.ftl", 0);
    assert_eq!(found, ["3:25 warning term-forbidden", "7:11 warning term-forbidden", "27:1 warning term-missing"]);
}

#[test]
fn a_broken_file_of_a_locale_withholds_that_locale_alone() {
    for (path, text) in [
        ("locales/th/tea-survey.ftl", &b"\xFF\xFE"[..]),
        ("locales/th/tea-survey.ftl", b""),
        ("locales/th/glossary.yaml", b"- use: ["),
        ("locales/th/reviewed.yaml", b"<<<<<<< HEAD\n"),
        ("locales/th/reviewed.yaml", b"- message: x\n  bse: y\n"),
    ] {
        let folder = project();
        std::fs::write(folder.path().join(path), text).unwrap();
        numerate(folder.path(), &["build"]).assert().code(3);
        assert!(folder.path().join("output/zh-Hans/tea-survey/index.html").exists(), "{path}");
        for command in [&["status"][..], &["stale"], &["sync", "--dry-run"], &["why", "tea-survey-title"]] {
            let mut all = vec!["l10n"];
            all.extend(command);
            let status = numerate(folder.path(), &all).output().expect("it runs").status;
            assert!(matches!(status.code(), Some(0)), "{path}: {command:?} ends with {status}");
        }
    }
}
