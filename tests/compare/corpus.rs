//! The good translations: every line of a table, in every direction.

use numerate::figure::Language;

/// A text and its translation.
pub struct Pair {
    pub from: &'static Language,
    pub source: &'static str,
    pub to: &'static Language,
    pub target: &'static str,
}

/// A table and the locales of its columns.
const TABLES: &[(&[&str], &str)] = &[
    (&["en", "th", "zh-Hans"], include_str!("../pairs/clean.txt")),
    (&["en", "th", "zh-Hans"], include_str!("../pairs/clean.prose.txt")),
    (&["en", "th"], include_str!("../pairs/clean.en-th.txt")),
    (&["en", "zh-Hans"], include_str!("../pairs/clean.en-zh-Hans.txt")),
    (&["en", "en"], include_str!("../pairs/clean.en.txt")),
    (&["th", "th"], include_str!("../pairs/clean.th.txt")),
    (&["zh-Hans", "zh-Hans"], include_str!("../pairs/clean.zh-Hans.txt")),
];

/// Tables that were written to measure, each after the last was mended.
const FRESH: &[(&[&str], &str)] = &[
    (&["en", "th", "zh-Hans"], include_str!("../pairs/fresh.txt")),
    (&["en", "en"], include_str!("../pairs/fresh.en.txt")),
    (&["th", "th"], include_str!("../pairs/fresh.th.txt")),
    (&["zh-Hans", "zh-Hans"], include_str!("../pairs/fresh.zh-Hans.txt")),
];
const SECOND: &[(&[&str], &str)] = &[
    (&["en", "th", "zh-Hans"], include_str!("../pairs/fresh2.txt")),
    (&["en", "en"], include_str!("../pairs/fresh2.en.txt")),
    (&["th", "th"], include_str!("../pairs/fresh2.th.txt")),
    (&["zh-Hans", "zh-Hans"], include_str!("../pairs/fresh2.zh-Hans.txt")),
];

const THIRD: &[(&[&str], &str)] = &[(&["en", "th", "zh-Hans"], include_str!("../pairs/fresh3.txt"))];

/// Every pair of two columns of a line, both ways.
pub fn pairs() -> Vec<Pair> {
    read(TABLES)
}

/// The same of the tables that were written last.
pub fn fresh() -> Vec<Pair> {
    read(FRESH)
}

/// The same of the last of them.
pub fn third() -> Vec<Pair> {
    read(THIRD)
}

/// The same of those after them.
pub fn second() -> Vec<Pair> {
    read(SECOND)
}

/// Texts of two lines each: in order, in the other order, and with the sentences merged.
pub fn joined() -> Vec<Pair> {
    let pairs: Vec<Pair> = fresh().into_iter().chain(second()).collect();
    let mut joined = Vec::new();
    for (at, a) in pairs.iter().enumerate() {
        // Six directions a line: the same direction of the next line.
        let Some(b) = pairs.get(at + 6).filter(|b| a.from.tag == b.from.tag && a.to.tag == b.to.tag) else { continue };
        let (gap, comma) = match a.to.tag {
            "en" => (" ", "; "),
            "th" => ("\n", " และ"),
            _ => ("", "；"),
        };
        let source: &'static str =
            format!("{}{}{}", a.source, if a.from.tag == "zh-Hans" { "" } else { "\n" }, b.source).leak();
        let merged = a.target.trim_end_matches(['.', '。']);
        for target in [
            format!("{}{gap}{}", a.target, b.target),
            format!("{}{gap}{}", b.target, a.target),
            format!("{merged}{comma}{}", b.target),
        ] {
            joined.push(Pair { from: a.from, source, to: a.to, target: target.leak() });
        }
    }
    joined
}

fn read(tables: &'static [(&[&str], &str)]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (tags, table) in tables {
        let languages: Vec<_> = tags.iter().map(|tag| Language::of(tag).expect("the language exists")).collect();
        for line in table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("# ")) {
            let columns: Vec<&'static str> = line.split("|||").map(|text| unbroken(text.trim())).collect();
            assert_eq!(columns.len(), tags.len(), "{line}");
            for i in 0..columns.len() {
                for j in (0..columns.len()).filter(|j| *j != i) {
                    pairs.push(Pair { from: languages[i], source: columns[i], to: languages[j], target: columns[j] });
                }
            }
        }
    }
    pairs
}

/// A text in which `\n` stands for a line break.
fn unbroken(text: &'static str) -> &'static str {
    if text.contains("\\n") { text.replace("\\n", "\n").leak() } else { text }
}
