//! Acceptance: the repository's own sample project has no finding, and each edit of it that a hurried hand might make is found
//! at its line and column, and published nowhere.
//!
//! A case names the text that the finding must point at, not its line, so that the sample may be rewritten around it.

#[path = "common/sample.rs"]
mod sample;

use assert_cmd::Command;
use sample::{copy, sample};
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;

const STATS: &str = "data/stats/connected-customer-2018.yaml";
const SOURCE: &str = "data/sources/connected-customer-2018.yaml";
const TABLE: &str = "data/sources/connected-customer-2018.csv";
const TH: &str = "locales/th/connected-customer-2018.ftl";
const ZH: &str = "locales/zh-Hans/connected-customer-2018.ftl";
const TEMPLATE: &str = "templates/article.md";

/// What becomes of the site that stood before the edit.
enum Site {
    /// It stays as it was.
    Stays,
    /// It is replaced by one without this locale.
    Without(&'static str),
}

#[test]
fn the_sample_has_no_finding() {
    let project = Sample::new();
    assert_eq!(project.check(0), [""; 0]);
    project.build(0);
    let published = project.published();
    for locale in ["en", "th", "zh-Hans"] {
        assert!(published.contains_key(&format!("{locale}/connected-customer-2018/index.html")), "{locale}");
    }
    // Words of the data stand in the language of the page where a message says them, and else in that of the data.
    let page = String::from_utf8_lossy(&published["th/connected-customer-2018/index.html"]);
    assert!(page.contains("<dd>ผู้บริโภคและผู้ซื้อภาคธุรกิจ</dd>"));
    assert!(page.contains("<span lang=\"en\">State of the Connected Customer</span>"));
}

#[test]
fn the_value_of_a_stat() {
    let project = Sample::new().edit(STATS, "id: share-good\n    value: 72", "id: share-good\n    value: 27");
    let at = project.place(STATS, "id: share-good", "27");
    project.finds(&["hedge-false", "evidence-mismatch"], &[("evidence-mismatch", at)], &Site::Stays);
}

#[test]
fn a_cell_of_a_table() {
    let project = Sample::new().edit(TABLE, "share-bad,2018,customers,62", "share-bad,2018,customers,26");
    let pin = project.place(SOURCE, "sha256:", project.pin().as_str());
    let at = project.place(STATS, "id: share-bad", "62");
    let expected = ["table-hash-mismatch", "evidence-mismatch"];
    project.finds(&expected, &[("table-hash-mismatch", pin), ("evidence-mismatch", at)], &Site::Stays);
}

#[test]
fn a_byte_of_a_table() {
    let project = Sample::new().edit(TABLE, "also said as half", "also said as Half");
    let pin = project.place(SOURCE, "sha256:", project.pin().as_str());
    project.finds(&["table-hash-mismatch"], &[("table-hash-mismatch", pin)], &Site::Stays);
}

#[test]
fn a_digit_typed_in_thai() {
    let project = Sample::new().edit(TH, "{ $share-bad }", "ร้อยละ 62");
    let at = project.place(TH, "-word-of-mouth-body", "ร้อยละ 62");
    let expected = ["digit-in-narrative", "locales-disagree", "figure-unsourced"];
    project.finds(&expected, &[("digit-in-narrative", at)], &Site::Without("th"));
}

#[test]
fn a_figure_dropped_from_chinese() {
    let project = Sample::new().edit(ZH, "（准确地说是{ $fall-short }）", "");
    let at = project.place(ZH, "", "connected-customer-2018-shortfall-body");
    project.finds(&["locales-disagree"], &[("locales-disagree", at)], &Site::Without("zh-Hans"));
}

#[test]
fn nearly_nine_in_ten_of_seventy_one() {
    let project = Sample::new().edit(
        STATS,
        "  - id: share-good\n",
        "  - id: nine-in-ten
    source: pareto-principle
    value: 71
    unit: percent
    say: [{as: fraction, value: 9/10, hedge: nearly}]
  - id: share-good\n",
    );
    let at = project.place(STATS, "id: nine-in-ten", "9/10");
    project.finds(&["hedge-false"], &[("hedge-false", at)], &Site::Stays);
}

#[test]
fn a_rise_translated_as_a_fall() {
    for (locale, rise, fall) in [("th", "เพิ่มขึ้น { $tell", "ลดลง { $tell"), ("zh-Hans", "提高了{ $tell", "下降了{ $tell")]
    {
        let path = format!("locales/{locale}/connected-customer-2022.ftl");
        let project = Sample::new().edit(&path, rise, fall);
        let at = project.place(&path, "", fall.split([' ', '了']).next().expect("a word"));
        project.finds(&["direction-false"], &[("direction-false", at)], &Site::Without(locale));
    }
}

#[test]
fn a_hedge_added_in_thai() {
    let project = Sample::new().edit(TH, "ลูกค้า{ $share-data }", "ลูกค้ามากกว่า { $share-data }");
    let at = project.place(TH, "-memory-body", "มากกว่า { $share-data }");
    project.finds(&["hedge-false"], &[("hedge-false", at)], &Site::Without("th"));
}

#[test]
fn a_percentage_made_percentage_points() {
    let project = Sample::new().edit(
        STATS,
        "id: agent-awareness\n    value: 62\n    unit: percent",
        "id: agent-awareness\n    value: 62\n    unit: percentage-point",
    );
    let at = project.place(STATS, "id: agent-awareness", "percentage-point");
    // A figure that begins with digits wants a space before it, where ร้อยละ wants none.
    project.finds(&["unit-mismatch", "typography-wrong"], &[("unit-mismatch", at)], &Site::Stays);
}

#[test]
fn a_word_of_the_data_translated_with_another_figure() {
    let path = "locales/th/sources.ftl";
    let project = Sample::new().edit(path, "2022-edition = ฉบับที่ห้า", "2022-edition = ฉบับที่สาม");
    let at = project.place(path, "", "source-connected-customer-2022-edition");
    project.finds(&["locales-disagree"], &[("locales-disagree", at)], &Site::Without("th"));
}

#[test]
fn a_message_missing_in_thai() {
    let project = Sample::new().remove_message(TH, "connected-customer-2018-parity-heading");
    let at = project.place(TH, "พร้อมเดินจากไปเมื่อไม่ได้รับสิ่งนั้น\n", "");
    let template = project.place(TEMPLATE, "{% for section", "t(id=section ~ \"-heading\")");
    let expected = [("message-missing", at), ("message-missing", template)];
    project.finds(&["message-missing"], &expected, &Site::Without("th"));
}

#[test]
fn the_words_of_a_chart_may_say_figures() {
    let words = [
        ("en", "Customers who say so, of { $share } of all", "{ $edition } of all that tell the truth, the { $edition }"),
        ("th", "ลูกค้า{ $share }", "บริษัทพูดความจริงใน{ $edition }และ{ $edition }"),
        ("zh-Hans", "客户{ $share }", "在{ $edition }和{ $edition }中，企业会说真话"),
    ];
    let with = |project: Sample, locale: &str, id: &str, text: &str| {
        let article = id.split_inclusive('-').take(3).collect::<String>();
        let path = format!("locales/{locale}/{}.ftl", article.trim_end_matches('-'));
        let line =
            project.read(&path).lines().find(|line| line.starts_with(&format!("{id} ="))).expect("it is there").to_owned();
        project.edit(&path, &line, &format!("{id} = {text}"))
    };
    let project = words.into_iter().fold(Sample::new(), |project, (locale, equal, truth)| {
        let equal = equal.replace("$share", "$experience-equals-product-2018");
        let project = with(project, locale, "connected-customer-2018-parity-equal", &equal);
        with(project, locale, "connected-customer-2022-rise-truth", &truth.replace("$edition", "$fifth-edition"))
    });
    assert_eq!(project.check(0), [""; 0]);
    project.build(0);
}

#[test]
fn an_unknown_variable() {
    let project = Sample::new().edit(TH, "{ $fall-short }", "{ $fall-shrot }");
    let at = project.place(TH, "", "$fall-shrot");
    project.finds(&["variable-unknown"], &[("variable-unknown", at)], &Site::Without("th"));
}

#[test]
fn a_template_that_names_a_missing_message() {
    let project = Sample::new().edit(TEMPLATE, "t(id=\"lead\")", "t(id=\"laed\")");
    let at = project.place(TEMPLATE, "", "t(id=\"laed\")");
    project.finds(&["message-missing"], &[("message-missing", at)], &Site::Stays);
}

/// A copy of the sample project.
struct Sample {
    folder: TempDir,
}

impl Sample {
    fn new() -> Self {
        Self { folder: sample() }
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.path().join(path)).expect("the file can be read")
    }

    /// Replaces the first `from` of a file.
    #[must_use]
    fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let text = self.read(path);
        assert!(text.contains(from), "`{from}` is not in {path}");
        fs::write(self.folder.path().join(path), text.replacen(from, to, 1)).expect("the file can be written");
        self
    }

    /// Removes a message of one line.
    #[must_use]
    fn remove_message(self, path: &str, id: &str) -> Self {
        let text = self.read(path);
        let line = text.lines().find(|line| line.starts_with(id)).expect("the message is there").to_owned() + "\n";
        self.edit(path, &line, "")
    }

    /// The SHA-256 that the source pins.
    fn pin(&self) -> String {
        let text = self.read(SOURCE);
        let pin = text.split_once("sha256: ").expect("the source has a table").1;
        pin[..64].to_owned()
    }

    /// `path:line:column` of the first `text` behind `after` in a file.
    fn place(&self, path: &str, after: &str, text: &str) -> String {
        let file = self.read(path);
        let behind = file.find(after).expect("the text before is there") + after.len();
        let before = &file[..behind + file[behind..].find(text).expect("the text is there")];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        format!("{path}:{}:{}", before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    fn numerate(&self) -> Command {
        let mut command = Command::cargo_bin("numerate").expect("the command was built");
        command.env_remove("SOURCE_DATE_EPOCH").arg("--root").arg(self.folder.path());
        command
    }

    /// What `check` finds, each as `code path:line:column`.
    fn check(&self, exit: i32) -> Vec<String> {
        let output = self.numerate().args(["check", "--format", "json"]).assert().code(exit).get_output().stdout.clone();
        let findings = String::from_utf8(output).expect("findings are UTF-8");
        findings.lines().map(shown).collect()
    }

    fn build(&self, exit: i32) {
        self.numerate().arg("build").assert().code(exit);
    }

    /// Every published file by its path.
    fn published(&self) -> BTreeMap<String, Vec<u8>> {
        let root = self.folder.path().join("output");
        let mut files = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("the folder can be read") {
                let path = entry.expect("an entry can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(&root).expect("it lies in the output").to_string_lossy().into_owned();
                    files.insert(name, fs::read(&path).expect("the file can be read"));
                }
            }
        }
        files
    }

    /// `check` finds these codes and no other, those at these places among them, and `build` publishes nothing wrong.
    fn finds(&self, codes: &[&str], places: &[(&str, String)], site: &Site) {
        let clean = Sample::new();
        clean.build(0);
        let before = clean.published();
        copy(&clean.folder.path().join("output"), &self.folder.path().join("output"));

        let found = self.check(1);
        for (code, place) in places {
            assert!(found.contains(&format!("{code} {place}")), "{code} {place} is not among {found:#?}");
        }
        for finding in &found {
            assert!(codes.iter().any(|code| finding.split(' ').next() == Some(*code)), "{finding} is none of {codes:?}");
        }
        match site {
            Site::Stays => {
                self.build(1);
                assert!(self.published() == before, "the site of before is no longer there");
            }
            Site::Without(locale) => {
                self.build(3);
                let now = self.published();
                let is_page = |path: &&String| path.ends_with(".html") && path.contains('/');
                let pages: Vec<_> = before.keys().filter(is_page).filter(|path| !path.starts_with(locale)).collect();
                assert_eq!(now.keys().filter(is_page).collect::<Vec<_>>(), pages);
                assert!(!now.keys().any(|path| path.starts_with(locale)), "{locale} is there");
            }
        }
    }
}

/// A finding in JSON as `code path:line:column`.
fn shown(line: &str) -> String {
    let finding: serde_json::Value = serde_json::from_str(line).expect("a finding is an object");
    let text = |key: &str| finding[key].as_str().expect("a text").to_owned();
    format!("{} {}:{}:{}", text("code"), text("file"), finding["line"], finding["column"])
}
