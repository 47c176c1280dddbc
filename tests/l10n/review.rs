//! What is approved, what becomes stale, and what of it a file keeps.

use super::{edit, l10n, numerate, project, read};

const REVIEWED: &str = "locales/th/reviewed.yaml";

/// The counts of a locale: messages, missing, stale, unreviewed, approved, words left.
fn counts(folder: &std::path::Path, locale: &str) -> [u64; 6] {
    let lines = l10n(folder, &["status", "--format", "json", "--locale", locale], 0);
    let whole: serde_json::Value = serde_json::from_str(lines.lines().last().expect("there is a whole")).expect("JSON");
    assert!(whole["article"].is_null());
    ["messages", "missing", "stale", "unreviewed", "approved", "words_left"].map(|name| whole[name].as_u64().expect(name))
}

#[test]
fn a_changed_base_text_reopens_its_translation_and_no_other() {
    let folder = project();
    let root = folder.path();
    let [messages, ..] = counts(root, "th");
    assert_eq!(counts(root, "th"), [messages, 0, 0, messages, 0, 0]);
    l10n(root, &["accept", "--locale", "th", "--all"], 0);
    assert_eq!(counts(root, "th"), [messages, 0, 0, 0, messages, 0]);
    assert_eq!(counts(root, "zh-Hans"), [messages, 0, 0, messages, 0, 0]);
    // The layout of the file is no change.
    edit(root, "locales/en/tea-survey.ftl", "tea-survey-title = A town", "# The claim.\ntea-survey-title  =\n      A town");
    edit(root, "locales/en/tea-survey.ftl", "tea-survey-title  =\n      A town", "tea-survey-title = A town");
    assert_eq!(l10n(root, &["stale"], 0), "");
    edit(root, "locales/en/tea-survey.ftl", "take their tea", "like their tea");
    assert_eq!(counts(root, "th"), [messages, 0, 1, 0, messages - 1, 18]);
    let shown = l10n(root, &["stale"], 1);
    assert!(shown.starts_with("locales/th/tea-survey.ftl:6:1 tea-survey-lead\n"), "{shown}");
    assert!(shown.contains("how they [-take-]{+like+} their tea"), "{shown}");
    l10n(root, &["accept", "--locale", "th", "tea-survey-lead"], 0);
    assert_eq!(l10n(root, &["stale"], 0), "");
}

#[test]
fn a_changed_figure_reopens_what_words_it() {
    let folder = project();
    let root = folder.path();
    l10n(root, &["accept", "--locale", "th", "--all"], 0);
    edit(root, "data/stats/tea-survey.yaml", "value: 1240", "value: 1250");
    edit(root, "data/sources/tea-survey.csv", "1240", "1250");
    let shown = l10n(root, &["stale", "--locale", "th"], 1);
    assert_eq!(shown.lines().filter(|line| line.starts_with("locales/")).count(), 1);
    assert!(shown.contains("$guests: was 1240, is 1250"), "{shown}");
}

#[test]
fn an_edited_translation_is_no_longer_approved() {
    let folder = project();
    let root = folder.path();
    l10n(root, &["accept", "--locale", "th", "tea-survey-title"], 0);
    let [messages, .., approved, _] = counts(root, "th");
    assert_eq!(approved, 1);
    edit(root, "locales/th/tea-survey.ftl", "เมืองที่ดื่มชา", "เมืองของชา");
    assert_eq!(counts(root, "th"), [messages, 0, 0, messages, 0, 0]);
}

#[test]
fn accepting_keeps_every_other_line_of_the_file() {
    let folder = project();
    let root = folder.path();
    l10n(root, &["accept", "--locale", "th", "tea-survey-title", "tea-survey-lead"], 0);
    let noted =
        read(root, REVIEWED).replace("- message: tea-survey-title\n", "# ดูกับพี่แอน\n- message: tea-survey-title # ok\n");
    std::fs::write(root.join(REVIEWED), &noted).unwrap();
    l10n(root, &["accept", "--locale", "th", "tea-survey-closing", "tea-survey-summary"], 0);
    let after = read(root, REVIEWED);
    let mut lines = after.lines();
    assert!(noted.lines().all(|known| lines.any(|line| line == known)), "a line was lost or moved:\n{after}");
    let ids: Vec<_> = after.lines().filter_map(|line| line.strip_prefix("- message: ")).collect();
    assert_eq!(ids, ["tea-survey-closing", "tea-survey-lead", "tea-survey-summary", "tea-survey-title # ok"]);
    // Approved as it is, it is passed over.
    l10n(root, &["accept", "--locale", "th", "tea-survey-closing"], 0);
    assert_eq!(read(root, REVIEWED), after);
}

#[test]
fn nothing_wrong_is_approved_and_no_broken_file_overwritten() {
    let folder = project();
    let root = folder.path();
    edit(root, "locales/th/tea-survey.ftl", "{ $guests }", "{ $gests }");
    l10n(root, &["accept", "--locale", "th", "--all"], 1);
    assert!(!root.join(REVIEWED).exists());
    l10n(root, &["accept", "--locale", "th", "no-such-message"], 2);
    l10n(root, &["accept", "--locale", "tha", "tea-survey-title"], 2);
    for broken in ["- message: [", "<<<<<<< HEAD\n- message: x\n", "x: y\n"] {
        std::fs::write(root.join(REVIEWED), broken).unwrap();
        l10n(root, &["accept", "--locale", "th", "tea-survey-title"], 2);
        assert_eq!(read(root, REVIEWED), broken);
    }
}

#[test]
fn a_stale_translation_warns_and_blocks_nothing() {
    let folder = project();
    let root = folder.path();
    l10n(root, &["accept", "--all"], 0);
    edit(root, "locales/en/tea-survey.ftl", "take their tea", "like their tea");
    let found = l10n(root, &["check", "--locale", "th"], 0);
    assert_eq!(found.lines().next(), Some("locales/th/tea-survey.ftl"));
    assert!(found.contains("  6:1  warning  message-stale  "), "{found}");
    numerate(root, &["build"]).assert().success();
}
