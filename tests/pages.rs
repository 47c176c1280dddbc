//! Runs the page of every code: its example must give the code, and its fix must leave nothing to find.
//!
//! A page's fenced blocks name files that are laid over a small project, `tests/pages/base` with the templates and common
//! messages of the repository; or the two texts of a comparison, `source.<locale>` and `target.<locale>`, or a text that is audited, `audit.<locale>`.
//!
//! | info string | what it makes |
//! |---|---|
//! | `yaml data/stats/tea.yaml` (any language) | the file, with that text |
//! | `bytes PATH` | the file, with `\xNN` read as a byte |
//! | `size PATH` | a file of that many bytes |
//! | `folder PATH` | a folder in place of the file |
//! | `remove PATH` | nothing at that path |
//! | `text source.en`, `text target.th` | a side of a comparison |
//! | `text audit.en` | a text that is audited by its form |
//!
//! Whatever else an example leads to is named in its prose, between backticks.

#[path = "common/sample.rs"]
mod sample;

use numerate::audit::audit;
use numerate::compare::compare;
use numerate::diagnostic::{Code, Findings, Severity};
use numerate::figure::Language;
use numerate::pipeline::{Options, check};
use sample::{REPOSITORY, copy};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const SECTIONS: [&str; 4] = ["What", "Why", "Example", "Fix"];

#[test]
fn every_page_has_the_one_shape() {
    for code in Code::ALL {
        let (name, page) = (code.name(), Page::read(code.page()));
        assert_eq!(page.title, name);
        assert_eq!(page.summary, sentence(code.summary()), "{name}: the summary is that of the table of codes");
        assert_eq!(page.sections.iter().map(|section| section.title).collect::<Vec<_>>(), SECTIONS, "{name}");
        for section in &page.sections[..2] {
            assert!(!section.prose.trim().is_empty() && section.blocks.is_empty(), "{name}: {} is prose", section.title);
        }
        for section in &page.sections[2..] {
            assert!(!section.blocks.is_empty(), "{name}: {} has no file", section.title);
        }
    }
}

#[test]
fn the_project_under_the_examples_has_no_finding() {
    assert_eq!(codes(&run(base().path())), BTreeSet::new());
}

#[test]
fn every_example_gives_its_code_and_every_fix_mends_it() {
    let mut faults = Vec::new();
    for code in Code::ALL {
        let page = Page::read(code.page());
        let [example, fix] = &page.sections[2..] else { panic!("{}: no example and fix", code.name()) };
        faults.extend(files(*code, example, fix));
        faults.extend(texts(*code, example, fix));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with the files of an example.
fn files(code: Code, example: &Section<'_>, fix: &Section<'_>) -> Vec<String> {
    let name = code.name();
    if !example.blocks.iter().any(Block::is_file) {
        return Vec::new();
    }
    let project = base();
    let mut faults = Vec::new();
    example.blocks.iter().filter(|block| block.is_file()).for_each(|block| block.lay(project.path()));
    let mut expected = example.named();
    expected.insert(name);
    // Only a run without a time can miss it.
    let found = if code == Code::ClockMissing { run_at(project.path(), None) } else { run(project.path()) };
    if codes(&found) != expected {
        faults.push(format!("{name}: the example gives {:?}, not {expected:?}\n{}", codes(&found), shown(&found)));
    }
    fix.blocks.iter().filter(|block| block.is_file()).for_each(|block| block.lay(project.path()));
    let left = run(project.path());
    if !left.is_empty() {
        faults.push(format!("{name}: after the fix there is {:?}\n{}", codes(&left), shown(&left)));
    }
    faults
}

/// What is wrong with the texts of an example.
fn texts(code: Code, example: &Section<'_>, fix: &Section<'_>) -> Vec<String> {
    let name = code.name();
    let mut sides: BTreeMap<&str, &Block<'_>> = BTreeMap::new();
    let mut faults = Vec::new();
    for (section, expected) in [(example, Some(name)), (fix, None)] {
        for block in section.blocks.iter().filter(|block| !block.is_file()) {
            sides.insert(block.side().0, block);
        }
        let language = |block: &Block<'_>| Language::of(block.side().1).expect("the locale has a language");
        if let Some(text) = sides.get("audit") {
            let audit = audit(language(text), text.text, None);
            let found: BTreeSet<_> = audit.faults.iter().map(|fault| fault.code.name()).collect();
            if found != expected.into_iter().collect() {
                faults.push(format!("{name}: auditing the text of {} gives {found:?}", section.title));
            }
            continue;
        }
        let (Some(source), Some(target)) = (sides.get("source"), sides.get("target")) else { return Vec::new() };
        let changes = compare(language(source), source.text, language(target), target.text);
        let found: BTreeSet<_> = changes.iter().map(|change| change.code.name()).collect();
        if found != expected.into_iter().collect() {
            faults.push(format!("{name}: comparing the texts of {} gives {found:?}", section.title));
        }
    }
    faults
}

/// A page, taken apart.
struct Page<'a> {
    title: &'a str,
    summary: &'a str,
    sections: Vec<Section<'a>>,
}

/// A part of a page: its prose, and its fenced blocks.
struct Section<'a> {
    title: &'a str,
    prose: String,
    blocks: Vec<Block<'a>>,
}

/// A fenced block: what kind it is, what it names, and its text.
struct Block<'a> {
    kind: &'a str,
    path: &'a str,
    text: &'a str,
}

impl<'a> Page<'a> {
    fn read(page: &'a str) -> Self {
        let mut lines = page.lines().filter(|line| !line.is_empty());
        let title = lines.next().and_then(|line| line.strip_prefix("# ")).expect("a page begins with its code");
        let summary = lines.next().expect("a page has a summary");
        let sections = page.split("\n## ").skip(1).map(Section::read).collect();
        Self { title, summary, sections }
    }
}

impl<'a> Section<'a> {
    fn read(section: &'a str) -> Self {
        let (title, mut rest) = section.split_once('\n').expect("a section has a text");
        let (mut prose, mut blocks) = (String::new(), Vec::new());
        while let Some((before, after)) = rest.split_once("```") {
            prose.push_str(before);
            let (info, text) = after.split_once('\n').expect("a fence stands on a line of its own");
            let (kind, path) = info.split_once(' ').unwrap_or_else(|| panic!("a block names its file: {info}"));
            let (text, behind) = text.split_once("```").expect("a fence closes");
            blocks.push(Block { kind, path, text });
            rest = behind;
        }
        prose.push_str(rest);
        Self { title, prose, blocks }
    }

    /// The codes that the prose names.
    fn named(&self) -> BTreeSet<&'static str> {
        self.prose.split('`').filter_map(Code::from_name).map(Code::name).collect()
    }
}

impl Block<'_> {
    fn is_file(&self) -> bool {
        !["source.", "target.", "audit."].iter().any(|side| self.path.starts_with(side))
    }

    /// The side of a comparison, and its locale.
    fn side(&self) -> (&str, &str) {
        self.path.split_once('.').expect("a side of a comparison has a locale")
    }

    /// Lays the file over a project.
    fn lay(&self, root: &Path) {
        let path = root.join(self.path);
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        assert!(removed.is_ok() || self.kind != "remove", "{} is not there", self.path);
        path.parent().map_or(Ok(()), fs::create_dir_all).unwrap_or_else(|error| panic!("{}: {error}", self.path));
        let written = match self.kind {
            "remove" => Ok(()),
            "folder" => fs::create_dir(&path),
            "size" => {
                let bytes = self.text.trim().parse().expect("a size is a number of bytes");
                fs::File::create(&path).and_then(|file| file.set_len(bytes))
            }
            "bytes" => fs::write(&path, bytes(self.text)),
            _ => fs::write(&path, self.text),
        };
        written.unwrap_or_else(|error| panic!("{}: {error}", self.path));
    }
}

/// A text in which `\xNN` stands for a byte.
fn bytes(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).expect("two hexadecimal digits"));
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    bytes
}

/// The project that examples are laid over.
fn base() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let repository = Path::new(REPOSITORY);
    copy(&repository.join("templates"), &folder.path().join("templates"));
    copy(&repository.join("tests/pages/base"), folder.path());
    for locale in ["en", "th"] {
        let common = format!("locales/{locale}/common.ftl");
        fs::copy(repository.join(&common), folder.path().join(&common)).expect("the common messages can be copied");
    }
    folder
}

/// What a run finds at the time that the examples are written for.
fn run(root: &Path) -> Findings {
    run_at(root, Some("2026-11-22T00:00:00Z"))
}

fn run_at(root: &Path, clock: Option<&str>) -> Findings {
    let options = Options {
        jobs: 1,
        locales: Vec::new(),
        only: None,
        fail_on: Severity::Error,
        clock: clock.map(|clock| clock.parse().expect("a time")),
        progress: &|_| {},
    };
    check(root, &options).expect("the options are right").findings
}

fn codes(findings: &Findings) -> BTreeSet<&'static str> {
    findings.iter().map(|finding| finding.code.name()).collect()
}

fn shown(findings: &Findings) -> String {
    findings.iter().map(|finding| format!("    {} {:?} {}\n", finding.code.name(), finding.place, finding.message)).collect()
}

/// A summary as a sentence.
fn sentence(summary: &str) -> String {
    let (first, rest) = summary.split_at(1);
    format!("{}{rest}.", first.to_uppercase())
}
