//! The texts of the folders beside this file, and the score.

use numerate::audit::{Audit, Claims, audit};
use numerate::figure::{LANGUAGES, Language};
use numerate::load::load;
use numerate::resolve::resolve;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

/// What the sample project claims, by locale.
pub static CLAIMS: LazyLock<Vec<Claims>> = LazyLock::new(|| {
    let (project, _) = load(Path::new(env!("CARGO_MANIFEST_DIR")));
    let project = project.expect("the sample project loads");
    let (editions, _) = resolve(&project, None);
    LANGUAGES.iter().map(|language| Claims::of(&project, &editions, language, None)).collect()
});

/// What the sample project claims in a language.
pub fn claims(language: &Language) -> &'static Claims {
    CLAIMS.iter().find(|claims| claims.language.tag == language.tag).expect("there are claims in every language")
}

struct Text {
    plain: String,
    faults: Vec<(Range<usize>, String, String)>,
}

/// The texts of a file.
fn texts(folder: &str, tag: &str) -> Vec<Text> {
    let path = format!("{}/tests/audit/{folder}/{tag}.txt", env!("CARGO_MANIFEST_DIR"));
    let file = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(Text::read).collect()
}

impl Text {
    fn read(line: &str) -> Self {
        let mut text = Self { plain: String::new(), faults: Vec::new() };
        let line = line.replace('⏎', "\n");
        let mut rest = line.as_str();
        while let Some((before, after)) = rest.split_once("[[") {
            text.plain.push_str(before);
            let (mark, behind) = after.split_once("]]").unwrap_or_else(|| panic!("a mark closes: {line}"));
            let [printed, code, expected] = mark.split('|').collect::<Vec<_>>()[..] else {
                panic!("a mark has three parts: {line}")
            };
            let start = text.plain.len();
            text.plain.push_str(printed);
            text.faults.push((start..text.plain.len(), code.to_owned(), expected.to_owned()));
            rest = behind;
        }
        text.plain.push_str(rest);
        text
    }
}

/// What was counted of one kind of fault.
#[derive(Debug, Default, Clone, Copy)]
pub struct Count {
    pub faults: usize,
    pub found: usize,
    pub named: usize,
    /// Of those that can be mended, how many there are and how many were mended rightly.
    pub mendable: usize,
    pub mended: usize,
    /// Findings of this code where there is no fault.
    pub alarms: usize,
}

/// What was counted of all.
#[derive(Debug, Default)]
pub struct Score {
    pub kinds: BTreeMap<String, Count>,
    /// Figures in which there is no fault.
    pub sound: usize,
    /// What went wrong, in words.
    pub notes: Vec<String>,
}

impl Score {
    pub fn total(&self) -> Count {
        self.kinds.values().fold(Count::default(), |sum, count| Count {
            faults: sum.faults + count.faults,
            found: sum.found + count.found,
            named: sum.named + count.named,
            mendable: sum.mendable + count.mendable,
            mended: sum.mended + count.mended,
            alarms: sum.alarms + count.alarms,
        })
    }

    #[expect(clippy::disallowed_macros, reason = "the tables are what the full run is for")]
    pub fn print(&self, title: &str) {
        println!("\n{title}\n{:22} {:>6} {:>6} {:>6} {:>9} {:>6}", "kind", "faults", "found", "named", "mended", "alarms");
        let line = |name: &str, count: &Count| {
            let mended = format!("{}/{}", count.mended, count.mendable);
            println!("{name:22} {:>6} {:>6} {:>6} {mended:>9} {:>6}", count.faults, count.found, count.named, count.alarms);
        };
        self.kinds.iter().for_each(|(name, count)| line(name, count));
        let total = self.total();
        line("all", &total);
        let percent =
            |part: usize, whole: usize| format!("{}.{}%", part * 100 / whole.max(1), part * 1000 / whole.max(1) % 10);
        println!(
            "recall {}, precision {}, mended {}, false alarms {} on {} sound figures",
            percent(total.found, total.faults),
            percent(total.found, total.found + total.alarms),
            percent(total.mended, total.mendable),
            total.alarms,
            self.sound
        );
    }

    fn add(&mut self, language: &str, text: &Text, audit: &Audit) {
        let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        for (span, code, expected) in &text.faults {
            let count = self.kinds.entry(code.clone()).or_default();
            count.faults += 1;
            count.mendable += usize::from(!expected.is_empty());
            let found: Vec<_> = audit.faults.iter().filter(|fault| meets(&fault.span, span)).collect();
            count.found += usize::from(!found.is_empty());
            count.named += usize::from(found.iter().any(|fault| fault.code.name() == code));
            let right = |said: &str| !expected.is_empty() && said.contains(expected.trim_end_matches('%'));
            let mended = found.iter().filter_map(|fault| fault.expected.as_deref()).any(right);
            count.mended += usize::from(mended);
            if found.is_empty() || !expected.is_empty() && !mended {
                let said: Vec<_> = found.iter().map(|fault| (fault.code.name(), &fault.expected)).collect();
                self.notes.push(format!("{language}: {code} {said:?}: {}", text.plain));
            }
        }
        for fault in audit.faults.iter().filter(|fault| !text.faults.iter().any(|(span, ..)| meets(span, &fault.span))) {
            self.kinds.entry(fault.code.name().to_owned()).or_default().alarms += 1;
            let printed = &text.plain[fault.span.clone()];
            self.notes.push(format!(
                "{language}: alarm {} {printed} {:?}: {}",
                fault.code.name(),
                fault.expected,
                text.plain
            ));
        }
        let is_sound = |span: &Range<usize>| !text.faults.iter().any(|(fault, ..)| meets(fault, span));
        self.sound +=
            audit.figures.iter().filter(|judged| judged.figure.is_claim() && is_sound(&judged.figure.span)).count();
    }
}

/// The score of a folder of texts.
fn score(folder: &str) -> Score {
    let mut score = Score::default();
    for language in LANGUAGES {
        for text in texts(folder, language.tag) {
            score.add(language.tag, &text, &audit(language, &text.plain, Some(claims(language))));
        }
    }
    score
}

#[test]
fn there_are_texts_of_every_kind_in_every_language() {
    for language in LANGUAGES {
        let texts = texts("texts", language.tag);
        let faulty = texts.iter().filter(|text| !text.faults.is_empty()).count();
        assert!(faulty >= 30 && texts.len() - faulty >= 30, "{}: {faulty} of {}", language.tag, texts.len());
        let codes = ["year-impossible", "separator-broken", "figure-lost", "digits-stuck", "entity-residue", "leading-zero"];
        let more = [
            "letters-in-number",
            "share-impossible",
            "fraction-inverted",
            "words-contradict",
            "wording-false",
            "value-changed",
        ];
        for code in codes.into_iter().chain(more) {
            let has = texts.iter().flat_map(|text| &text.faults).any(|(_, known, _)| known == code);
            assert!(has, "{}: no text has {code}", language.tag);
        }
    }
}

#[test]
fn faults_are_found_and_nothing_else_is() {
    let score = score("texts");
    let total = score.total();
    let notes = score.notes.join("\n");
    assert!(total.found * 100 >= total.faults * 95, "{} of {} found\n{notes}", total.found, total.faults);
    assert!(total.mended * 100 >= total.mendable * 90, "{} of {} mended\n{notes}", total.mended, total.mendable);
    assert!(total.alarms * 100 <= score.sound, "{} alarms on {} sound figures\n{notes}", total.alarms, score.sound);
}

#[test]
fn texts_in_the_styles_of_others_are_judged_too() {
    let score = score("strangers");
    let total = score.total();
    let notes = score.notes.join("\n");
    assert!(total.found * 100 >= total.faults * 84, "{} of {} found\n{notes}", total.found, total.faults);
    assert!(total.mended * 100 >= total.mendable * 84, "{} of {} mended\n{notes}", total.mended, total.mendable);
    assert!(total.alarms * 100 <= score.sound * 2, "{} alarms on {} sound figures\n{notes}", total.alarms, score.sound);
}

#[test]
#[ignore = "prints a table"]
#[expect(clippy::disallowed_macros, reason = "the tables are what the full run is for")]
fn table_of_texts() {
    for folder in ["texts", "held-out", "strangers"] {
        let score = score(folder);
        score.print(folder);
        score.notes.iter().for_each(|note| println!("  {note}"));
    }
}
