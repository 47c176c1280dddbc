//! A build over what an earlier one left gives the site of a clean build, to the byte, whatever was edited in between.
//!
//! Random edits of the sample project: messages, stats, sources, tables, templates, settings, articles that come and go; and
//! pages, ledgers and caches that somebody touched; and random times of the run. A few run with the other tests; hundreds by
//! `cargo test --release --test again -- --ignored --nocapture`.

#[path = "common/dice.rs"]
mod dice;
#[path = "common/sample.rs"]
mod sample;
#[path = "again/texts.rs"]
mod texts;
#[path = "again/times.rs"]
mod times;

use dice::Dice;
use jiff::Timestamp;
use numerate::diagnostic::Severity;
use numerate::pipeline::{Options, Step, build};
use sample::{copy, sample};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// Every file below a folder, by path, in order.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut files, mut folders) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    _ = files.insert(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())
                }
            }
        }
    }
    files
}

/// Builds; what was found, and how many files were published.
fn built(root: &Path) -> (Vec<String>, Option<usize>) {
    built_with(2, root, None, &|_| {})
}

/// The same with so many threads, at a time; `progress` is told of each step.
fn built_with(
    jobs: usize,
    root: &Path,
    clock: Option<Timestamp>,
    progress: &(dyn Fn(Step) + Sync),
) -> (Vec<String>, Option<usize>) {
    let options = Options { jobs, locales: Vec::new(), only: None, fail_on: Severity::Error, clock, progress };
    let (run, published) = build(root, &options).expect("the machine has room");
    let findings =
        run.findings.iter().map(|finding| format!("{} {:?} {}", finding.code.name(), finding.place, finding.message));
    (findings.collect(), published.map(|published| published.files))
}

/// The same by two threads, and how many editions were rendered.
fn built_and_counted(root: &Path, clock: Option<Timestamp>) -> ((Vec<String>, Option<usize>), usize) {
    let editions = AtomicUsize::new(0);
    let count = |step: Step| {
        if let Step::Editions(count) = step {
            editions.fetch_add(count, Ordering::Relaxed);
        }
    };
    (built_with(2, root, clock, &count), editions.into_inner())
}

/// A copy of a project without its site.
fn clean(root: &Path) -> TempDir {
    let clean = tempfile::tempdir().unwrap();
    for part in ["data", "locales", "templates"] {
        copy(&root.join(part), &clean.path().join(part));
    }
    for file in ["numerate.toml", "waivers.yaml"].map(|file| root.join(file)).iter().filter(|file| file.is_file()) {
        fs::copy(file, clean.path().join(file.file_name().unwrap())).unwrap();
    }
    clean
}

/// One random edit of a project, or of what a build left beside it; what it was.
fn edit(root: &Path, dice: &mut Dice, store: &Path) -> String {
    let pick = |dice: &mut Dice, below: &str, ending: &str| -> PathBuf {
        let all: Vec<_> = files(&root.join(below)).into_keys().filter(|path| path.ends_with(ending)).collect();
        root.join(below).join(dice.pick(&all).unwrap())
    };
    let insert = |path: &Path, dice: &mut Dice, is_place: &dyn Fn(&str) -> bool, word: &str| {
        let text = fs::read_to_string(path).unwrap();
        let lines: Vec<_> = text.lines().collect();
        let places: Vec<_> = (0..lines.len()).filter(|&line| is_place(lines[line])).collect();
        if places.is_empty() {
            return;
        }
        let line = *dice.pick(&places).unwrap();
        let new: Vec<String> = lines
            .iter()
            .enumerate()
            .map(|(at, text)| if at == line { format!("{text}{word}") } else { (*text).to_owned() })
            .collect();
        fs::write(path, new.join("\n") + "\n").unwrap();
    };
    let is_text = |line: &str| line.starts_with("    ") && !line.contains(['{', '}', '|', '*']) && line.len() > 20;
    let kind = dice.roll(12);
    let name = |path: &Path| path.strip_prefix(root).unwrap_or(path).display().to_string();
    match kind {
        0..=2 => {
            let path = pick(dice, "locales", ".ftl");
            insert(&path, dice, &is_text, " abc");
            format!("a word in {}", name(&path))
        }
        3 => {
            let path = pick(dice, "data/stats", ".yaml");
            insert(&path, dice, &|line| line.trim_start().starts_with("- id:"), " # noted");
            format!("a comment in {}", name(&path))
        }
        4 => {
            let path = pick(dice, "data/stats", ".yaml");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replacen("status: final", "status: provisional", 1)).unwrap();
            format!("a status in {}", name(&path))
        }
        5 => {
            let path = pick(dice, "data/sources", ".yaml");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replacen("producer: ", "producer: The ", 1)).unwrap();
            format!("a producer in {}", name(&path))
        }
        6 => {
            let path = pick(dice, "templates", ".html");
            insert(&path, dice, &|line| line.contains("</head>") || line.contains("<body"), "<!-- changed -->");
            format!("a comment in {}", name(&path))
        }
        7 => {
            let path = root.join("numerate.toml");
            let text = fs::read_to_string(&path).unwrap();
            let (a, b) = ("https://numerate.example", "https://example.org");
            let new = if text.contains(a) { text.replace(a, b) } else { text.replace(b, a) };
            fs::write(&path, new).unwrap();
            "the address".to_owned()
        }
        8 => {
            // An article goes, or comes back.
            let path = root.join("data/articles");
            let stored: Vec<_> = files(store).into_keys().collect();
            match stored.first() {
                Some(article) => {
                    fs::rename(store.join(article), path.join(article)).map(|()| format!("{article} comes back")).unwrap()
                }
                None => {
                    let article = pick(dice, "data/articles", ".yaml");
                    let target = store.join(article.file_name().unwrap());
                    fs::rename(&article, target).unwrap();
                    format!("{} goes", name(&article))
                }
            }
        }
        9 if root.join("output").is_dir() => {
            let path = pick(dice, "output", ".html");
            // As an editor does it, and as a program does that writes into the file itself.
            let bytes = [fs::read(&path).unwrap(), b"<p>1 in 2".to_vec()].concat();
            if dice.roll(2) == 0 {
                fs::remove_file(&path).unwrap();
            }
            fs::write(&path, bytes).unwrap();
            format!("{} by hand", name(&path))
        }
        10 if root.join("output.cache").is_file() => {
            let path = root.join("output.cache");
            let mut bytes = fs::read(&path).unwrap();
            let at = dice.roll(bytes.len());
            bytes[at] ^= 1;
            fs::write(&path, bytes).unwrap();
            "a bit of the cache".to_owned()
        }
        _ => "nothing".to_owned(),
    }
}

/// So many edits, each followed by a build over what was there and by a clean one.
fn edits(steps: usize, seed: u64) {
    let (again, store) = (sample(), tempfile::tempdir().unwrap());
    let settings = again.path().join("numerate.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("\"html\", \"pdf\"", "\"html\"")).unwrap();
    let mut dice = Dice(seed);
    let mut published = 0;
    built(again.path());
    for step in 0..steps {
        let what = edit(again.path(), &mut dice, store.path());
        let clean = clean(again.path());
        let (known, new) = (built(again.path()), built(clean.path()));
        assert_eq!(known, new, "step {step} of seed {seed}: {what}");
        if new.1.is_some() {
            published += 1;
            let (known, new) = (files(&again.path().join("output")), files(&clean.path().join("output")));
            let other: Vec<_> =
                new.iter().filter(|(path, bytes)| known.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
            assert!(known == new, "step {step} of seed {seed}: {what}: {other:?}");
        }
    }
    eprintln!("seed {seed}: {published} of {steps} edits were published, each as a clean build would");
    assert!(published * 2 > steps, "most edits are right");
}

#[test]
fn articles_that_exchange_their_addresses_keep_their_pages() {
    let again = sample();
    let ids = ["connected-customer-2018", "retention-2023"];
    let path = |id: &str| format!("data/articles/{id}.yaml");
    let texts = ids.map(|id| fs::read_to_string(again.path().join(path(id))).unwrap());
    built(again.path());
    // Each takes the other's address, then one a new one of which the other takes the old.
    for slugs in [[ids[1], ids[0]], ["another", ids[1]]] {
        for ((id, text), slug) in ids.iter().zip(&texts).zip(slugs) {
            fs::write(again.path().join(path(id)), format!("{text}slug: {slug}\n")).unwrap();
        }
        let clean = clean(again.path());
        // By one thread, the first is written before the other looks for what it had.
        let (known, new) = (built_with(1, again.path(), None, &|_| {}), built(clean.path()));
        assert!(known.1.is_some() && known == new, "{slugs:?}: {known:?} {new:?}");
        let (known, new) = (files(&again.path().join("output")), files(&clean.path().join("output")));
        assert!(known == new, "{slugs:?}");
    }
}

#[test]
fn a_build_over_an_earlier_one_is_as_a_clean_one() {
    edits(10, 7);
}

/// What an article finds as its own may stand in the file of another, whose id begins its own.
#[test]
fn a_message_in_the_file_of_a_shorter_id_is_known_to_be_needed() {
    let folder = texts::project(&[]);
    let say = |word: usize| {
        for (tag, words) in texts::LOCALES {
            texts::put(folder.path(), (tag, "bee"), "bee-hive-note", Some(words[word]));
        }
        // Of data that no article needs, so that all of the project is looked at.
        let path = folder.path().join("data/stats/retention-2023.yaml");
        fs::write(&path, fs::read_to_string(&path).unwrap() + "# Seen.\n").unwrap();
    };
    say(0);
    assert!(texts::compare(folder.path(), "at first").0);
    say(2);
    assert!(texts::compare(folder.path(), "in other words").0);
}

/// What only the files of several articles tell is found when one of them is edited.
#[test]
fn what_several_files_are_needed_for_is_found_after_an_edit_of_one() {
    let folder = texts::project(&[]);
    let put = |stem: &str, name: &str, value: Option<&str>| texts::put(folder.path(), ("th", stem), name, value);
    let brand = |stem: &str, is_there: bool| {
        for (tag, words) in texts::LOCALES {
            texts::put(folder.path(), (tag, stem), "-brand", Some(words[1]).filter(|_| is_there));
        }
    };
    brand("cat", true);
    assert!(texts::compare(folder.path(), "at first").0);
    brand("ant", true);
    assert!(!texts::compare(folder.path(), "a term that another article has").0);
    brand("ant", false);
    put("common", "gone", Some("เรื่องแมว"));
    put("ant", "ant-note", Some("เรื่องมด { gone }"));
    texts::put(folder.path(), ("en", "ant"), "ant-note", Some("Of ants"));
    assert!(!texts::compare(folder.path(), "a message that the base locale does not have").0);
    put("ant", "ant-note", Some("เรื่องมด"));
    assert!(!texts::compare(folder.path(), "the same, to which nothing refers any more").0);
}

/// Which way a stat went may be told by a formula in a file that the article does not name.
#[test]
fn a_formula_of_another_topic_counts_after_an_edit() {
    let folder = texts::project(&[]);
    let say = |en: &str, th: &str| {
        for (tag, words) in [("en", en), ("th", th)] {
            let value = format!("{words} {{ $cx-spending-2022 }}");
            texts::put(folder.path(), (tag, "ant"), "ant-note", Some(value.as_str()));
        }
    };
    say("Spending rose to", "การใช้จ่ายเพิ่มขึ้นเป็น");
    assert!(texts::compare(folder.path(), "at first").0);
    say("Spending climbed to", "การใช้จ่ายสูงขึ้นเป็น");
    assert_eq!(texts::compare(folder.path(), "in other words"), (true, true));
    say("Spending fell to", "การใช้จ่ายลดลงเป็น");
    assert!(!texts::compare(folder.path(), "that are not true").0);
}

/// Where messages may be missing, any article may come to have what the template asks for.
#[test]
fn a_message_that_is_missing_may_come_to_stand_in_the_file_of_another_article() {
    let folder = texts::project(&["message-missing"]);
    let template = folder.path().join("templates/article.md");
    fs::write(&template, fs::read_to_string(&template).unwrap() + "{{ t(id=\"fox-extra\") }}\n").unwrap();
    assert!(texts::compare(folder.path(), "at first").0);
    for (tag, words) in texts::LOCALES {
        texts::put(folder.path(), (tag, "fox"), "fox-extra", Some(words[1]));
    }
    assert!(texts::compare(folder.path(), "it is there").0);
}

#[test]
fn a_build_after_edits_of_messages_is_as_a_clean_one() {
    texts::edits(12, 1, &[]);
    texts::edits(12, 2, &["message-duplicate", "message-obsolete"]);
}

#[test]
fn a_build_at_another_time_is_as_a_clean_one() {
    times::builds(16, 3);
}

/// Hundreds of times.
#[test]
#[ignore = "takes minutes"]
fn builds_at_hundreds_of_times_are_as_clean_ones() {
    (0..4).for_each(|seed| times::builds(60, 400 + seed));
}

/// Hundreds of edits.
#[test]
#[ignore = "takes minutes"]
fn hundreds_of_builds_after_edits_of_messages_are_as_clean_ones() {
    for seed in 0..6 {
        texts::edits(60, 200 + seed, &[]);
        texts::edits(60, 300 + seed, &["message-duplicate", "message-obsolete"]);
    }
}

/// Hundreds of edits.
#[test]
#[ignore = "takes minutes"]
fn hundreds_of_builds_over_earlier_ones_are_as_clean_ones() {
    (0..6).for_each(|seed| edits(60, 100 + seed));
}
