//! Garbles of the files that a project is made of: locale files, stats and tables.

use super::dice::Dice;
use super::tally::Tally;
use super::{Every, SEED};
use numerate::diagnostic::Severity;
use numerate::pipeline::{Options, check};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// What is copied of the repository.
const PARTS: [&str; 4] = ["numerate.toml", "data", "locales", "templates"];

/// A garble: the text of a file with a span in it becomes another.
type Garble = fn(&str, &Range<usize>, &mut Dice) -> Option<String>;

/// What is garbled in a text.
type Spans = fn(&str) -> Vec<Range<usize>>;

/// Garbles, by name.
type Garbles = &'static [(&'static str, Garble)];

/// Garbles of a variable in a message.
const OF_VARIABLES: &[(&str, Garble)] = &[
    ("variable typed as digits", |text, span, dice| Some(put(text, span, &format!("{}%", 11 + dice.roll(80))))),
    ("variable removed", |text, span, _| Some(put(text, span, ""))),
    ("variable doubled", |text, span, _| Some(put(text, &(span.end..span.end), &format!(" {}", &text[span.clone()])))),
    ("another variable", |text, span, dice| {
        let others: Vec<_> = variables(text).into_iter().filter(|other| name(text, other) != name(text, span)).collect();
        let other = dice.pick(&others)?;
        Some(put(text, span, &text[other.clone()]))
    }),
    ("variable moved to another message", |text, span, dice| {
        let ends: Vec<_> =
            text.match_indices("\n\n").map(|(at, _)| at).filter(|&at| is_message_end(text, at, span)).collect();
        let at = *dice.pick(&ends)?;
        let variable = format!(" {}", &text[span.clone()]);
        Some(if at > span.start {
            put(&put(text, &(at..at), &variable), span, "")
        } else {
            put(&put(text, span, ""), &(at..at), &variable)
        })
    }),
    ("digits beside a variable", |text, span, dice| {
        let at = *dice.pick(&[span.start, span.end])?;
        Some(put(text, &(at..at), dice.pick(&["7", "0", "๗", "7.", ",000"])?))
    }),
    ("scale or unit behind a variable", |text, span, dice| {
        let words = match Script::of(text) {
            Script::Thai => [" ล้าน", "%", " เท่า"],
            Script::Latin => [" million", "%", " times"],
            // 万 behind a year may begin a name.
            Script::Han => ["个百分点", "%", "倍"],
        };
        Some(put(text, &(span.end..span.end), dice.pick(&words)?))
    }),
    ("literal typed in place of a variable", |text, span, dice| {
        let words = match Script::of(text) {
            Script::Thai => ["เจ็ดในสิบ", "พ.ศ. 2557", "๓๗%"],
            Script::Latin => ["seven in ten", "2014", "a third"],
            Script::Han => ["七成", "2014年", "三分之一"],
        };
        Some(put(text, span, dice.pick(&words)?))
    }),
    ("sign before a variable", |text, span, dice| {
        Some(put(text, &(span.start..span.start), dice.pick(&["−", "<", "≠", "±", "-0.", "1/"])?))
    }),
    ("range to a variable", |text, span, dice| {
        Some(put(text, &(span.start..span.start), dice.pick(&["3–", "12-", "1 : "])?))
    }),
    ("variable misspelt", |text, span, _| {
        let dollar = span.start + text[span.clone()].find('$')?;
        Some(put(text, &(dollar + 1..dollar + 1), "x"))
    }),
    ("invisible character at a variable", |text, span, dice| {
        let at = *dice.pick(&[span.start, span.end])?;
        Some(put(text, &(at..at), dice.pick(&["\u{200B}", "\u{202E}", "\u{2060}", "\u{E000}", "\u{FEFF}"])?))
    }),
    ("figure in words beside a variable", |text, span, dice| {
        let words = match Script::of(text) {
            Script::Thai => ["สามในสี่ ", "สองเท่า "],
            Script::Latin => ["three-quarters ", "two million "],
            Script::Han => ["三成，", "两百万，"],
        };
        Some(put(text, &(span.start..span.start), dice.pick(&words)?))
    }),
];

/// The letters that a locale file is written with.
enum Script {
    Latin,
    Thai,
    Han,
}

impl Script {
    fn of(text: &str) -> Self {
        let has = |letters: std::ops::RangeInclusive<char>| text.chars().any(|letter| letters.contains(&letter));
        match (has('ก'..='๛'), has('一'..='龥')) {
            (true, _) => Self::Thai,
            (_, true) => Self::Han,
            _ => Self::Latin,
        }
    }
}

/// Garbles of a number in a data file.
const OF_NUMBERS: &[(&str, Garble)] = &[
    ("digit changed", |text, span, dice| {
        let at = span.start + dice.roll(span.len());
        let digit = text.as_bytes().get(at).filter(|byte| byte.is_ascii_digit())?;
        Some(put(text, &(at..at + 1), &((digit - b'0' + 1 + dice.roll(9) as u8) % 10).to_string()))
    }),
    ("digit dropped", |text, span, _| (span.len() > 1).then(|| put(text, &(span.end - 1..span.end), ""))),
    ("digit added", |text, span, dice| Some(put(text, &(span.end..span.end), &(1 + dice.roll(9)).to_string()))),
    ("digits swapped", |text, span, _| {
        let (a, b) = (text.as_bytes()[span.start], *text.as_bytes()[span.clone()].get(1)?);
        let swapped: String = [b, a].iter().map(|&byte| char::from(byte)).collect();
        (a != b && b.is_ascii_digit()).then(|| put(text, &(span.start..span.start + 2), &swapped))
    }),
    ("decimal point shifted", |text, span, _| (span.len() > 1).then(|| put(text, &(span.end - 1..span.end - 1), "."))),
    ("letter for a digit", |text, span, _| Some(put(text, &(span.end - 1..span.end), "O"))),
    ("digit of another script", |text, span, _| Some(put(text, &(span.start..span.start + 1), "๘"))),
];

fn put(text: &str, span: &Range<usize>, new: &str) -> String {
    format!("{}{new}{}", &text[..span.start], &text[span.end..])
}

/// The placeables of a locale file that name a variable.
fn variables(text: &str) -> Vec<Range<usize>> {
    let starts = text.match_indices("{ ").map(|(at, _)| at);
    let spans = starts.filter_map(|start| Some(start..start + text[start..].find('}')? + 1));
    let in_comment = |at: usize| text[..at].rsplit('\n').next().is_some_and(|line| line.starts_with('#'));
    spans.filter(|span| text[span.clone()].contains('$') && !in_comment(span.start)).collect()
}

/// The name of the variable of a placeable.
fn name<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    let variable = text[span.clone()].split('$').nth(1).unwrap_or_default();
    variable.split([' ', ',', '}']).next().unwrap_or_default()
}

/// Whether a message ends at `at`, and it is another than that of the span.
fn is_message_end(text: &str, at: usize, span: &Range<usize>) -> bool {
    let id = |at: usize| {
        text[..at].lines().rfind(|line| line.contains(" =") && line.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    let prose = !line.starts_with('#') && !line.contains('|') && !line.is_empty();
    prose
        && text[at + 2..].starts_with(|c: char| c.is_ascii_lowercase() || c == '#')
        && id(at).is_some()
        && id(at) != id(span.start)
}

/// The values of stats that stand in a cell of a table.
fn values(text: &str) -> Vec<Range<usize>> {
    let stats = text.match_indices("\n  - id: ").map(|(at, _)| at).chain([text.len()]).collect::<Vec<_>>();
    let value = |stat: &[usize]| {
        let body = &text[stat[0]..stat[1]];
        let start = stat[0] + body.find("\n    value: ")? + "\n    value: ".len();
        body.contains("\n    cell:").then(|| start..start + text[start..].find('\n').unwrap_or(0))
    };
    stats.windows(2).filter_map(value).collect()
}

/// The numbers of the cells of a table.
fn cells(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut at = 0;
    for cell in text.split([',', '\n']) {
        if cell.starts_with(|c: char| c.is_ascii_digit()) {
            spans.push(at..at + cell.len());
        }
        at += cell.len() + 1;
    }
    spans
}

/// Garbles the files of a copy of a project one after another, and says what was missed.
pub fn run(root: &Path, every: Every) -> Tally {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let files: Vec<_> = PARTS.iter().flat_map(|part| copy(root, &folder.path().join(part), part)).collect();
    assert!(!is_found(folder.path()), "nothing is found in the project as it is");
    let mut tally = Tally::default();
    for path in &files {
        let (kind, spans, garbles): (&str, Spans, Garbles) = match path {
            _ if path.ends_with("common.ftl") => continue,
            _ if path.ends_with(".ftl") => ("locale file", variables, OF_VARIABLES),
            _ if path.starts_with("data/stats") => ("stat", values, OF_NUMBERS),
            _ if path.ends_with(".csv") => ("table", cells, OF_NUMBERS),
            _ => continue,
        };
        let text = fs::read_to_string(folder.path().join(path)).expect("the file is there");
        let locale = path.strip_prefix("locales/").and_then(|rest| rest.split('/').next()).unwrap_or("data");
        for span in spans(&text) {
            for (operator, garble) in garbles {
                let mut dice = Dice::of(SEED, &format!("{path}{operator}{}", span.start));
                if !every.takes(operator, &mut dice) {
                    continue;
                }
                let Some(garbled) = garble(&text, &span, &mut dice).filter(|garbled| *garbled != text) else { continue };
                write(folder.path(), path, &garbled);
                let missed = !is_found(folder.path());
                tally.add(&format!("{kind}: {operator}"), locale, missed, || {
                    format!("{path} `{}` at {}", &text[span.clone()], text[..span.start].lines().count())
                });
            }
        }
        write(folder.path(), path, &text);
    }
    tally
}

/// Copies a file or folder; the paths of its files, from the root on.
fn copy(root: &Path, to: &Path, path: &str) -> Vec<String> {
    let from = root.join(path);
    if from.is_file() {
        fs::create_dir_all(to.parent().expect("a file has a folder")).expect("a folder can be made");
        fs::copy(&from, to).expect("a file can be copied");
        return vec![path.to_owned()];
    }
    let mut entries: Vec<PathBuf> =
        fs::read_dir(&from).expect("the folder is there").map(|entry| entry.expect("it can be read").path()).collect();
    entries.sort();
    let name = |entry: &PathBuf| entry.file_name().and_then(|name| name.to_str()).expect("names are text").to_owned();
    entries.iter().map(name).flat_map(|name| copy(root, &to.join(&name), &format!("{path}/{name}"))).collect()
}

fn write(folder: &Path, path: &str, text: &str) {
    fs::write(folder.join(path), text).expect("a file can be written");
}

fn is_found(folder: &Path) -> bool {
    let options =
        Options { jobs: 0, locales: Vec::new(), only: None, fail_on: Severity::Error, clock: None, progress: &|_| {} };
    let run = check(folder, &options).expect("the project can be checked");
    !run.publishable || !run.withheld.is_empty() || run.findings.iter().any(|finding| finding.severity >= Severity::Error)
}
