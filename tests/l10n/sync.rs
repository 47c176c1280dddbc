//! `l10n sync`: what is missing comes, what is obsolete goes aside, and nothing that a person wrote is lost.

use super::{edit, l10n, numerate, project, read};
use proptest::prelude::*;
use std::path::Path;

const THAI: &str = "locales/th/tea-survey.ftl";
const ASIDE: &str = "locales/th/obsolete/tea-survey.ftl";

#[test]
fn a_missing_message_comes_with_what_its_translator_needs() {
    let folder = project();
    let root = folder.path();
    let before = read(root, THAI);
    let lead = "tea-survey-lead =\n    เราถามลูกค้า { $guests } คนใน { $survey-year } ว่าดื่มชาอย่างไร คำตอบโดยย่อคือดื่มบ่อย และส่วนใหญ่ไม่ใส่นม\n\n";
    edit(root, THAI, lead, "");
    edit(
        root,
        "locales/en/tea-survey.ftl",
        "tea-survey-lead =",
        "# Where the survey took place is left open.\ntea-survey-lead =",
    );
    assert_eq!(l10n(root, &["sync", "--locale", "th", "--dry-run"], 0), format!("{THAI}  1 added\n"));
    assert!(!read(root, THAI).contains("tea-survey-lead"));
    l10n(root, &["sync", "--locale", "th"], 0);
    let expected = "\n\
# Where the survey took place is left open.
# tea-survey-lead =
#     We asked { $guests } guests in { $survey-year } how they take their tea. The answer, in short: often, and mostly without milk.
# $guests (count): 1,240
# $survey-year (year): พ.ศ. 2568
tea-survey-lead = { \"\" }
";
    let after = read(root, THAI);
    assert!(after.contains(expected), "{after}");
    assert_eq!(after.replace(expected, ""), before.replace(lead, ""));
    // Nothing is added twice, and what is not filled in is missing still.
    assert_eq!(l10n(root, &["sync", "--locale", "th"], 0), "");
    assert!(
        l10n(root, &["status", "--locale", "th"], 0)
            .lines()
            .any(|line| line.starts_with("th      tea-survey        10        1"))
    );
}

#[test]
fn an_obsolete_message_goes_aside_with_its_comment() {
    let folder = project();
    let root = folder.path();
    edit(root, THAI, "tea-survey-closing =", "# เก็บไว้ก่อน\nold-one =\n    ย่อหน้าเก่า\n\n    อีกย่อหน้า\n\ntea-survey-closing =");
    let listed = l10n(root, &["sync", "--locale", "th"], 0);
    assert_eq!(listed, format!("{ASIDE}  kept here\n{THAI}  1 moved aside\n"));
    assert_eq!(read(root, ASIDE), "# เก็บไว้ก่อน\nold-one =\n    ย่อหน้าเก่า\n\n    อีกย่อหน้า\n\n");
    numerate(root, &["build"]).assert().success();
    // A second one goes below the first.
    edit(root, THAI, "tea-survey-closing =", "old-two = สอง\n\ntea-survey-closing =");
    l10n(root, &["sync", "--locale", "th"], 0);
    assert!(read(root, ASIDE).ends_with("อีกย่อหน้า\n\nold-two = สอง\n\n"));
}

#[test]
fn a_whole_file_that_is_missing_is_made() {
    let folder = project();
    let root = folder.path();
    std::fs::remove_file(root.join(THAI)).unwrap();
    assert_eq!(l10n(root, &["sync"], 0), format!("{THAI}  10 added\n"));
    assert!(read(root, THAI).starts_with("### An invented survey of tea drinkers."));
    assert_eq!(l10n(root, &["sync"], 0), "");
}

#[test]
fn what_is_not_well_formed_is_left_alone() {
    let folder = project();
    let root = folder.path();
    edit(root, THAI, "{ $guests }", "{ $guests");
    let before = read(root, THAI);
    assert_eq!(l10n(root, &["sync", "--locale", "th"], 0), "");
    // A base file that is broken makes nothing obsolete.
    edit(root, "locales/en/tea-survey.ftl", "{ $guests }", "{ $guests");
    assert_eq!(l10n(root, &["sync", "--locale", "th"], 0), "");
    assert_eq!(read(root, THAI), before);
    std::fs::write(root.join(THAI), b"tea-survey-title = \xFF\n").unwrap();
    assert_eq!(l10n(root, &["sync", "--locale", "th"], 0), "");
    assert_eq!(std::fs::read(root.join(THAI)).unwrap(), b"tea-survey-title = \xFF\n");
}

/// Lines that people write into a file: messages that are wanted, others, comments, junk, blank lines.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        (0..10_usize).prop_map(|n| format!("{} = ข้อความ", IDS[n])),
        (0..10_usize).prop_map(|n| format!("{} =\n    ย่อหน้า\n\n    อีกย่อหน้า {{ $guests }}", IDS[n])),
        "[a-z]{1,6}".prop_map(|id| format!("{id} = เก่า")),
        "[a-z]{1,6}".prop_map(|id| format!("-{id} = คำ\n    .case = รูป")),
        "#{1,3}( [ก-ฮa-z =]{0,12})?",
        Just(String::new()),
        Just("    เยื้อง".to_owned()),
        Just("}".to_owned()),
        "[ -~ก-๙\u{2028}\u{FEFF}]{0,16}",
    ]
}

const IDS: [&str; 10] = [
    "tea-survey-title",
    "tea-survey-summary",
    "tea-survey-lead",
    "tea-survey-habit-heading",
    "tea-survey-habit-body",
    "tea-survey-milk-heading",
    "tea-survey-milk-body",
    "tea-survey-closing",
    "tea-survey-method-heading",
    "tea-survey-method-body",
];

/// Every line of a text, in order.
fn lines(text: &[u8]) -> Vec<Vec<u8>> {
    text.split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line).to_vec())
        .filter(|line| !line.is_empty())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_line_survives(
        own in prop::collection::vec(line(), 1..30),
        newline in prop_oneof![Just("\n"), Just("\r\n")],
        marked in any::<bool>(),
        ended in any::<bool>(),
    ) {
        let text = own.join("\n").replace('\n', newline);
        let mut bytes = if marked { b"\xEF\xBB\xBF".to_vec() } else { Vec::new() };
        bytes.extend_from_slice(text.as_bytes());
        if ended {
            bytes.extend_from_slice(newline.as_bytes());
        }
        let folder = FOLDER.with(|folder| folder.path().to_owned());
        std::fs::write(folder.join(THAI), &bytes).unwrap();
        std::fs::remove_dir_all(folder.join("locales/th/obsolete")).ok();
        sync(&folder);
        let mut left: Vec<Vec<u8>> = lines(&std::fs::read(folder.join(THAI)).unwrap());
        left.extend(lines(&std::fs::read(folder.join(ASIDE)).unwrap_or_default()));
        for line in lines(&bytes) {
            // A byte order mark stays at the top of the file, whatever its first line becomes.
            let unmarked = |line: &[u8]| String::from_utf8_lossy(line).trim_start_matches('\u{FEFF}').to_owned();
            let line = unmarked(&line);
            let found = left.iter().position(|known| unmarked(known) == line);
            let Some(found) = found else { panic!("lost: {line:?} of {text:?}") };
            left.swap_remove(found);
        }
        // Done once, it is done.
        let once = std::fs::read(folder.join(THAI)).unwrap();
        sync(&folder);
        prop_assert_eq!(once, std::fs::read(folder.join(THAI)).unwrap());
    }
}

thread_local! {
    static FOLDER: tempfile::TempDir = project();
}

/// `l10n sync --locale th`, without a process for each case.
fn sync(root: &Path) {
    let (project, _) = numerate::load::load(root);
    let project = project.expect("the settings are sound");
    let (editions, _) = numerate::resolve::resolve(&project, None);
    let texts = numerate::model::Texts::whole(&project);
    let desk = numerate::l10n::Desk::new(&project, &texts, &editions);
    let sync = numerate::l10n::sync::sync(&desk, &numerate::model::LocaleTag::new("th"), |_| true);
    for (path, edits) in &sync.files {
        let before = std::fs::read(root.join(path)).ok();
        let after = edits.apply(before.as_deref().unwrap_or_default());
        numerate::l10n::write(root, &numerate::l10n::NewText { path: path.clone(), before, after })
            .expect("it can be written");
    }
}
