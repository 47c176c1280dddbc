//! Texts that no author means to write, printed: each is a readable document, proven, or a finding; what is twice as long costs
//! about twice as much, and takes no more memory than so many bytes for each unit of its length.
//!
//! To add one, add a line to `TEXTS`: its locale, how long it is, how many bytes one more may take, and how it is made of a length.

#[path = "common/sample.rs"]
mod sample;

use numerate::diagnostic::Code;
use numerate::load::load;
use numerate::model::{Document, Edition};
use numerate::render::Renderer;
use numerate::resolve::resolve;
use numerate::verify::Verifier;
use peak_alloc::PeakAlloc;
use rustix::time::{ClockId, clock_gettime};
use sample::{REPOSITORY, copy};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A text: its name, its locale, a length and the bytes of memory that one more may take, how it is made of a length, and the finding
/// that it leads to.
type Text = (&'static str, &'static str, [usize; 2], fn(usize) -> String, Option<Code>);

const TEXTS: &[Text] = &[
    (
        "a table of many rows",
        "en",
        [1_000, 10_000],
        |rows| format!("| name | what |\n|---|---|\n{}", "| word | another word |\n".repeat(rows)),
        None,
    ),
    ("a word without an end", "en", [5_000, 250], |length| "x".repeat(length), None),
    ("a Thai word without an end", "th", [5_000, 250], |length| "กา".repeat(length / 2), None),
    (
        "a long paragraph",
        "en",
        [10_000, 250],
        |length| "the words of this text are short, and so it goes on ".repeat(length / 51),
        None,
    ),
    ("a long Thai paragraph", "th", [10_000, 250], |length| "ลูกค้าส่วนใหญ่บอกว่าน้ำใจสำคัญพอ ๆ กับสินค้า ".repeat(length / 46), None),
    (
        "a long Chinese paragraph",
        "zh-Hans",
        [10_000, 300],
        |length| "多数客户表示，体验与产品“同样重要”（见报告）。".repeat(length / 23),
        None,
    ),
    (
        "marks upon marks",
        "th",
        [500, 1_000],
        |length| format!("ก{}", "\u{e48}\u{e31}".repeat(length)),
        Some(Code::ReadersDiffer),
    ),
    (
        "Latin marks upon marks",
        "en",
        [500, 1_000],
        |length| format!("e{}", "\u{301}\u{302}".repeat(length)),
        Some(Code::ReadersDiffer),
    ),
    (
        "lists in lists",
        "en",
        [12, 12_000],
        |depth| (0..depth).map(|at| format!("{}- word\n", "  ".repeat(at))).collect(),
        None,
    ),
    ("emoji", "th", [500, 250], |length| "น้ำใจ 😀👩‍👩‍👧🇹🇭 ".repeat(length / 10), Some(Code::GlyphMissing)),
    ("Arabic", "th", [500, 250], |length| "ลูกค้า مرحبا بالعالم ".repeat(length / 20), Some(Code::GlyphMissing)),
    (
        "a wide table",
        "en",
        [120, 10_000],
        |columns| {
            format!("|{}\n|{}\n|{}\n", "trustworthiness|".repeat(columns), "---|".repeat(columns), "yes|".repeat(columns))
        },
        Some(Code::TableTooWide),
    ),
];

/// How much more that may cost which is twice as long, in tenths: what is made ready once, and what the machine does beside it.
const MOST: u128 = 26;

/// How often it is measured; the least counts.
const ROUNDS: usize = 5;

/// How often a text may be measured before it is called too dear.
const TRIES: usize = 3;

/// The memory of the process.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// A project with an article that says it in one locale, to be printed.
fn project(locale: &str, text: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let here = Path::new(REPOSITORY);
    copy(&here.join("templates"), &folder.path().join("templates"));
    copy(&here.join("tests/pages/base"), folder.path());
    let messages = Path::new("locales").join(locale);
    fs::create_dir_all(folder.path().join(&messages)).expect("a folder can be made");
    let common = messages.join("common.ftl");
    fs::copy(here.join(&common), folder.path().join(common)).expect("the common messages can be copied");
    let settings = format!(
        "[site]\nbase-url = \"https://example.org\"\n[locales]\nbase = \"{locale}\"\nall = [\"{locale}\"]\n[output]\nformats = [\"pdf\"]\n"
    );
    fs::write(folder.path().join("numerate.toml"), settings).expect("the settings can be written");
    let indented: String = text.lines().map(|line| format!("    {line}\n")).collect();
    let figure = if locale == "en" { "Of all customers, { $trust } trust us." } else { "{ $trust }" };
    let message = format!("trust-title = X\ntrust-summary = X\ntrust-body =\n    {figure}\n\n{indented}\n    word\n");
    fs::write(folder.path().join(messages).join("trust.ftl"), message).expect("the message can be written");
    folder
}

/// What a text leads to: the codes of what was found, whether it was proven, the time that the thread worked to print and to prove,
/// and the most memory that both took, in bytes.
fn printed(locale: &str, text: &str, expected: Option<Code>) -> (Vec<Code>, bool, [u128; 2], usize) {
    let folder = project(locale, text);
    let (project, found) = load(folder.path());
    let project = project.unwrap_or_else(|| panic!("{found:?}"));
    let (editions, _) = resolve(&project, None);
    let edition: &Edition = editions.iter().find(|edition| edition.locale.as_str() == locale).expect("the article has it");
    let (renderer, _) = Renderer::new(&project);
    let verifier = Verifier::new(&project);
    let locales = project.settings.locales.clone();
    let (mut times, mut codes, mut proven) = ([u128::MAX; 2], Vec::new(), false);
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    for _ in 0..ROUNDS {
        let ((documents, findings), time) = timed(|| renderer.article(edition, &locales));
        times[0] = times[0].min(time);
        codes = findings.iter().map(|finding| finding.code).collect();
        assert!(findings.iter().all(|finding| expected == Some(finding.code)), "{findings:?}");
        proven = false;
        for document in documents.into_iter().filter(|document: &Document| document.format == "pdf") {
            let (verified, time) = timed(|| verifier.verify(document));
            times[1] = times[1].min(time);
            proven = verified.is_ok();
            for finding in verified.err().into_iter().flatten() {
                assert!(expected == Some(finding.code), "{finding:?}");
                codes.push(finding.code);
            }
        }
    }
    (codes, proven, times, MEMORY.peak_usage().saturating_sub(before))
}

/// The nanoseconds that this thread worked for it.
fn timed<T>(work: impl FnOnce() -> T) -> (T, u128) {
    let worked = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        u128::from(time.tv_sec.unsigned_abs()) * 1_000_000_000 + u128::from(time.tv_nsec.unsigned_abs())
    };
    let start = worked();
    let done = work();
    (done, worked() - start)
}

#[test]
fn a_hostile_text_is_printed_or_said_and_costs_as_much_as_it_is_long() {
    let mut dear = Vec::new();
    for text in TEXTS {
        let mut found = too_dear(text);
        // What costs too much does so each time.
        for _ in 1..TRIES {
            if !found.is_empty() {
                found = too_dear(text);
            }
        }
        dear.extend(found);
    }
    assert!(dear.is_empty(), "{}", dear.join("\n"));
}

/// What of printing and proving a text twice as long costs more than it may.
fn too_dear((name, locale, [length, bytes], make, expected): &Text) -> Vec<String> {
    let (codes, proven, once, memory) = printed(locale, &make(*length), *expected);
    let (again, _, twice, more) = printed(locale, &make(2 * length), *expected);
    match expected {
        Some(code) => assert!(codes.contains(code) && again.contains(code) && !proven, "{name}: {codes:?}"),
        None => assert!(codes.is_empty() && again.is_empty() && proven, "{name}: {codes:?} {proven}"),
    }
    let parts = ["print", "prove"].into_iter().zip(once.into_iter().zip(twice));
    let parts = parts.filter(|(_, (once, twice))| *once != u128::MAX && twice * 10 > once * MOST);
    let say = |(part, (once, twice))| {
        format!("{name}: to {part} it takes {} µs, and twice of it {} µs", once / 1000, twice / 1000)
    };
    let memory = more.saturating_sub(memory).div_ceil(*length);
    let heavy = (memory > *bytes).then(|| format!("{name}: one more takes {memory} bytes, and may take {bytes}"));
    parts.map(say).chain(heavy).collect()
}
