//! A project in a temporary folder, written from literal files.
//!
//! ```ignore
//! let findings = Project::small().edit("data/stats/trust.yaml", "value: 88", "value: 78").check();
//! assert_eq!(found(&findings), ["evidence-mismatch data/stats/trust.yaml:4:12"]);
//! ```
#![allow(dead_code)] // Every test crate uses a part of it.

pub mod schema;

use jiff::civil::Date;
use numerate::diagnostic::Findings;
use numerate::load::load;
use numerate::model::{self, Edition};
use numerate::resolve::resolve;
use std::fs;
use std::path::{Path, PathBuf};

/// A project in a folder that is removed at the end.
pub struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder can be made") }
    }

    /// A small project without a mistake: one article on two stats and one derived, in three locales.
    pub fn small() -> Self {
        SMALL.iter().fold(Self::new(), |project, (path, text)| project.file(path, text))
    }

    /// Writes a file.
    #[must_use]
    pub fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
        self
    }

    /// Replaces the first `from` of a file by `to`.
    #[must_use]
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.path(path)).expect("the file is there");
        assert!(text.contains(from), "`{from}` is not in {path}");
        self.file(path, text.replacen(from, to, 1))
    }

    /// Removes a file or a folder.
    #[must_use]
    pub fn without(self, path: &str) -> Self {
        let path = self.path(path);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("it is there");
        self
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path in it.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Loads it.
    pub fn load(&self) -> (Option<model::Project>, Findings) {
        load(self.root())
    }

    /// Loads and resolves it.
    pub fn resolve(&self) -> (Vec<Edition>, Findings) {
        self.resolve_on(None)
    }

    /// Loads and resolves it on a day.
    pub fn resolve_on(&self, today: Option<Date>) -> (Vec<Edition>, Findings) {
        let (project, mut findings) = self.load();
        let (editions, more) = project.map(|project| resolve(&project, today)).unwrap_or_default();
        findings.append(more);
        findings.sort();
        (editions, findings)
    }

    /// Replaces the words of a message of a locale.
    #[must_use]
    pub fn say(self, locale: &str, text: &str) -> Self {
        let path = format!("locales/{locale}/trust.ftl");
        let known = fs::read_to_string(self.path(&path)).expect("the locale has a file");
        let start = known.find("trust-closing = ").expect("the file has the message");
        self.file(&path, format!("{}trust-closing = {text}\n", &known[..start]))
    }

    /// All findings of loading and resolving it, in the order of a reader.
    pub fn check(&self) -> Findings {
        self.resolve().1
    }
}

/// Findings as `code path:line:column`.
pub fn found(findings: &Findings) -> Vec<String> {
    let show = |finding: &numerate::diagnostic::Finding| format!("{} {:?}", finding.code.name(), finding.place);
    findings.iter().map(show).collect()
}

/// The files of the small project. The article says 88% of a survey, 80% of an earlier one, and the difference.
const SMALL: &[(&str, &str)] = &[
    (
        "numerate.toml",
        r#"[site]
base-url = "https://numerate.example"

[locales]
base = "en"
all = ["en", "th", "zh-Hans"]
"#,
    ),
    (
        "data/sources/survey.yaml",
        "id: survey
producer: Survey House
title: What customers say
published: 2022-05
table: {path: survey.csv, sha256: 5ac6d076585c2f09fb9a1bb334f538adb41b97ab8d86a1d55d0d1dcdad136017}
",
    ),
    (
        "data/sources/survey.csv",
        "claim,year,value,unit\ntrust,2022,88,percent\ntrust,2020,80,percent\npeople,2022,6723,count\n",
    ),
    (
        "data/stats/trust.yaml",
        "source: survey
stats:
  - id: trust
    value: 88
    unit: percent
    decimals: 0
    cell: {row: {claim: trust, year: 2022}, column: value}
    say: [{as: fraction, value: 9/10, hedge: nearly}]
  - id: trust-before
    value: 80
    unit: percent
    cell: {row: {claim: trust, year: 2020}, column: value}
  - id: trust-change
    derive: trust - trust-before
    unit: percentage-point
  - id: people
    value: 6723
    unit: count
    cell: {row: {claim: people}, column: value}
",
    ),
    (
        "data/articles/trust.yaml",
        r#"id: trust
template: article.md
published: 2026-11-22
stats: [trust]
sections: [why]
literals:
  - id: around-the-clock
    text: {en: "24/7", th: "ตลอด 24 ชั่วโมง", zh-Hans: "全天候24小时"}
"#,
    ),
    ("templates/article.md", "# {{ title }}\n"),
    (
        "locales/en/trust.ftl",
        r#"trust-title = Trust
trust-why-heading = Why
trust-why-body =
    { FIGURE($trust, as: "fraction") } customers ({ $trust }) trust a shop that is open { $around-the-clock },
    up { $trust-change } from { $trust-before }.
trust-closing = So say { $people } people.
"#,
    ),
    (
        "locales/th/trust.ftl",
        r#"trust-title = ความไว้วางใจ
trust-why-heading = เพราะเหตุใด
trust-why-body =
    ลูกค้า { FIGURE($trust, as: "fraction") } ({ $trust }) ไว้วางใจร้านที่เปิด{ $around-the-clock }
    เพิ่มขึ้น { $trust-change } จาก { $trust-before }
trust-closing = จากคำตอบของ { $people } คน
"#,
    ),
    (
        "locales/zh-Hans/trust.ftl",
        r#"trust-title = 信任
trust-why-heading = 为什么
trust-why-body =
    { FIGURE($trust, as: "fraction") }的客户（{ $trust }）信任{ $around-the-clock }营业的商店，
    比{ $trust-before }提高{ $trust-change }。
trust-closing = 共有{ $people }人作答。
"#,
    ),
];
