//! Random edits of messages alone, in articles whose ids begin one another's: names that another article may find as its own, names
//! that stand twice, terms, references across files, and figures, true and false. What a build over the last one publishes and finds is what a clean one does.

use super::dice::Dice;
use super::sample::sample;
use super::{built_and_counted, clean, files};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The articles: three of one family, and others.
const ARTICLES: [&str; 8] = ["ant", "bee", "bee-hive", "bee-hive-wax", "cat", "dog", "eel", "fox"];

/// What the articles' template asks for beside a title: each article's own, or else everybody's.
const ASKED: [&str; 3] = ["note", "hive-note", "wax-note"];

/// The locales, each with words that a message may say there.
pub const LOCALES: [(&str, [&str; 3]); 2] =
    [("en", ["Of ants", "Of bees", "Of cats"]), ("th", ["เรื่องมด", "เรื่องผึ้ง", "เรื่องแมว"])];

/// What a message may say of stats beside these, in the same locales: mostly what is true.
const FIGURES: [[&str; 2]; 10] = [
    ["spending rose to { $cx-spending-2022 }", "การใช้จ่ายเพิ่มขึ้นเป็น { $cx-spending-2022 }"],
    ["spending climbed to { $cx-spending-2022 }", "การใช้จ่ายสูงขึ้นเป็น { $cx-spending-2022 }"],
    ["{ $told-good } told others of it", "{ $told-good } บอกต่อ"],
    ["{ $told-good } and { $told-bad }", "{ $told-good } และ { $told-bad }"],
    ["it began in { $cx-base-year }", "เริ่มใน { $cx-base-year }"],
    // For some articles only.
    ["spending grew by { $cx-spending-growth }", "การใช้จ่ายเติบโต { $cx-spending-growth }"],
    ["spending grew by { $cx-spending-growth }", "การใช้จ่ายเพิ่มขึ้น { $cx-spending-growth }"],
    // For none.
    ["spending fell to { $cx-spending-2022 }", "การใช้จ่ายลดลงเป็น { $cx-spending-2022 }"],
    ["more than { $told-good }", "มากกว่า { $told-good }"],
    ["some 57%", "ราว 57%"],
];

/// The files of messages.
fn stems() -> impl Iterator<Item = &'static str> {
    ARTICLES.into_iter().chain(["common", "words"])
}

/// A project of these articles, whose findings of these codes count for nothing.
pub fn project(allowed: &[&str]) -> TempDir {
    let folder = sample();
    let (root, allowed) = (folder.path(), allowed.iter().map(|code| format!("{code} = \"allow\"\n")).collect::<String>());
    for file in files(&root.join("data/articles")).into_keys() {
        fs::remove_file(root.join("data/articles").join(&file)).unwrap();
        for tag in ["en", "th", "zh-Hans"] {
            fs::remove_file(root.join(format!("locales/{tag}/{}", file.replace(".yaml", ".ftl")))).unwrap();
        }
    }
    let asked: String = ASKED.iter().map(|id| format!("{{{{ t(id=\"{id}\") }}}}\n\n")).collect();
    fs::write(root.join("templates/article.md"), format!("# {{{{ t(id=\"title\") }}}}\n\n{asked}")).unwrap();
    let settings = fs::read_to_string(root.join("numerate.toml")).unwrap();
    let settings = settings.replace(", \"zh-Hans\"", "").replace(", \"pdf\", \"markdown\"", "");
    fs::write(root.join("numerate.toml"), format!("{settings}{allowed}")).unwrap();
    part_growth(root);
    for (at, id) in ARTICLES.into_iter().enumerate() {
        let topics = if at % 2 == 0 { "cem-facts" } else { "trend, cem-facts" };
        let article = format!("id: {id}\ntemplate: article.md\npublished: 2026-11-22\nstats: [{topics}]\n");
        fs::write(root.join(format!("data/articles/{id}.yaml")), article).unwrap();
        for (tag, words) in LOCALES {
            fs::write(
                root.join(format!("locales/{tag}/{id}.ftl")),
                format!("{id}-title = {0}\n{id}-summary = {0}\n", words[0]),
            )
            .unwrap();
        }
    }
    for (tag, words) in LOCALES {
        let asked: String = ASKED.iter().map(|id| format!("{id} = {}\n", words[1])).collect();
        fs::write(root.join(format!("locales/{tag}/words.ftl")), asked).unwrap();
    }
    folder
}

/// Gives a stat that is derived from others a topic of its own.
fn part_growth(root: &Path) {
    let path = root.join("data/stats/cem-facts.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let from = text.find("  - id: cx-spending-growth").unwrap();
    let until = from + text[from..].find("  - id: cx-base-year").unwrap();
    fs::write(&path, [&text[..from], &text[until..]].concat()).unwrap();
    fs::write(root.join("data/stats/trend.yaml"), format!("stats:\n{}", &text[from..until])).unwrap();
}

/// Writes a message into a file of a locale, in the place of one that has its name, or takes it out.
pub fn put(root: &Path, (tag, stem): (&str, &str), name: &str, value: Option<&str>) {
    let path = root.join(format!("locales/{tag}/{stem}.ftl"));
    let (begins, text) = (format!("{name} ="), fs::read_to_string(&path).unwrap());
    let mut lines: Vec<String> = text.lines().filter(|line| !line.starts_with(&begins)).map(str::to_owned).collect();
    lines.extend(value.map(|value| format!("{begins} {value}")));
    fs::write(path, lines.join("\n") + "\n").unwrap();
}

/// Builds over the last site and anew, and holds the one against the other. Whether something was published of which nothing was found,
/// and whether only a part was rendered for that.
pub fn compare(root: &Path, what: &str) -> (bool, bool) {
    let clean = clean(root);
    let ((known, of_known), (new, of_new)) = (built_and_counted(root, None), built_and_counted(clean.path(), None));
    assert_eq!(known, new, "{what}");
    let (old_site, new_site) = (files(&root.join("output")), files(&clean.path().join("output")));
    if new.1.is_some() {
        let is_other = |(path, bytes): &(&String, &Vec<u8>)| old_site.get(*path) != Some(bytes);
        let other: Vec<_> = new_site.iter().filter(is_other).map(|(path, _)| path).collect();
        assert!(old_site == new_site, "{what}: {other:?}");
    }
    (new.0.is_empty() && new.1.is_some(), of_known < of_new)
}

/// A random edit of messages; what it was.
fn edit(root: &Path, dice: &mut Dice) -> String {
    let all: Vec<&str> = stems().collect();
    let (stem, id) = (*dice.pick(&all).unwrap(), *dice.pick(&ARTICLES).unwrap());
    let name = |dice: &mut Dice| match dice.roll(10) {
        0 => "-brand".to_owned(),
        1 => format!("-{id}-brand"),
        2 => (*dice.pick(&ASKED).unwrap()).to_owned(),
        3 => format!("{id}-title"),
        4 => format!("{id}-extra"),
        5 => "source-pwc-experience-title".to_owned(),
        _ => format!("{id}-{}", dice.pick(&ASKED).unwrap()),
    };
    // Mostly where it belongs.
    let stem = if dice.roll(3) > 0 { id } else { stem };
    let (own, other) = (name(dice), name(dice));
    let (is_gone, refers, which) = (dice.roll(3) == 0 && !own.ends_with("title"), dice.roll(5) == 0, dice.roll(3));
    let only = if dice.roll(3) == 0 { dice.pick(&LOCALES).map(|(tag, _)| *tag) } else { None };
    let says = if dice.roll(3) == 0 { dice.pick(&FIGURES) } else { None };
    for (at, (tag, words)) in LOCALES.iter().enumerate().filter(|(_, (tag, _))| only.is_none_or(|only| only == *tag)) {
        let mut value = if refers { format!("{} {{ {other} }}", words[which]) } else { words[which].to_owned() };
        says.into_iter().for_each(|figures| value = format!("{value} {}", figures[at]));
        put(root, (tag, stem), &own, Some(value.as_str()).filter(|_| !is_gone));
    }
    // With data that nothing needs, all of the project is looked at.
    let is_whole = dice.roll(4) == 0;
    if is_whole {
        let path = root.join("data/stats/retention-2023.yaml");
        fs::write(&path, fs::read_to_string(&path).unwrap() + "# Seen.\n").unwrap();
    }
    let what = if is_gone { "goes" } else { "is put" };
    format!("{own} {what} ({other}: {refers}, {says:?}) in {stem} of {only:?}, whole: {is_whole}")
}

/// So many edits, each after builds that found nothing: what leads to a finding is taken back, and some of the rest.
pub fn edits(steps: usize, seed: u64, allowed: &[&str]) {
    let folder = project(allowed);
    let (root, mut dice) = (folder.path(), Dice(seed));
    assert!(compare(root, "at first").0, "seed {seed}");
    let (mut sound, mut parts) = (0, 0);
    for step in 0..steps {
        let before: BTreeMap<_, _> = files(&root.join("locales"));
        let what = edit(root, &mut dice);
        let (is_sound, is_part) = compare(root, &format!("step {step} of seed {seed}: {what}"));
        (sound, parts) = (sound + usize::from(is_sound), parts + usize::from(is_sound && is_part));
        if !is_sound && dice.roll(2) == 0 {
            // Over a site without a locale, or with warnings.
            compare(root, &format!("step {step} of seed {seed}: once more: {what}"));
            let more = edit(root, &mut dice);
            compare(root, &format!("step {step} of seed {seed}: {what}, and {more}"));
        }
        if !is_sound || dice.roll(3) == 0 {
            before.iter().for_each(|(path, bytes)| fs::write(root.join("locales").join(path), bytes).unwrap());
            if dice.roll(2) == 0 {
                compare(root, &format!("step {step} of seed {seed}: taken back: {what}"));
            }
        }
    }
    eprintln!("seed {seed}: {sound} of {steps} edits of messages were right, {parts} of them were rendered in part");
    assert!(sound * 4 > steps && parts > 0, "many edits are right, and of some a part is rendered");
}
