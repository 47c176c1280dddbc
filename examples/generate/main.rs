//! Writes a synthetic project, to measure builds with: `cargo run --release --example generate -- DIR --articles 1000`.
//!
//! Each article has eight sections of about 150 words, a table, a chart and some fifty figures, in three locales, with a source, a pinned
//! table and stats of its own. The same number of articles gives the same bytes. `numerate check` finds nothing in it.

#[path = "../../tests/common/dice.rs"]
mod dice;
mod stock;

use dice::Dice;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};
use stock::{LOCALES, Text};

const SECTIONS: usize = 8;
const PROSE_IN_SECTION: usize = 8;
const ROWS: usize = 4;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (folder, articles) = match arguments.as_slice() {
        [folder] => (folder, Some(100)),
        [folder, flag, articles] if flag == "--articles" => (folder, articles.parse().ok()),
        _ => (&String::new(), None),
    };
    let Some(articles) = articles.filter(|_| !folder.is_empty()) else {
        eprintln!("usage: generate DIR [--articles N]");
        return ExitCode::from(2);
    };
    match generate(Path::new(folder), articles) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {folder}: {error}");
            ExitCode::from(2)
        }
    }
}

/// Writes the whole project into a folder that must not be there yet.
pub fn generate(folder: &Path, articles: usize) -> io::Result<()> {
    fs::create_dir(folder)?;
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    write(folder, "numerate.toml", &fs::read_to_string(repository.join("src/cli/init/numerate.toml"))?)?;
    for locale in LOCALES {
        let common = format!("locales/{locale}/common.ftl");
        write(folder, &common, &fs::read_to_string(repository.join(&common))?)?;
    }
    for entry in fs::read_dir(repository.join("templates"))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        write(folder, &format!("templates/{name}"), &fs::read_to_string(&path)?)?;
    }
    (0..articles).try_for_each(|number| article(folder, &Article::new(number)))
}

fn write(folder: &Path, path: &str, text: &str) -> io::Result<()> {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap_or(folder))?;
    fs::write(path, text)
}

/// What an article says.
struct Article {
    id: String,
    year: usize,
    sections: Vec<Section>,
}

struct Section {
    group: usize,
    habit: usize,
    share: usize,
    before: usize,
    people: usize,
    /// Which sentence of each stock.
    figures: [usize; 3],
    prose: Vec<usize>,
}

impl Article {
    fn new(number: usize) -> Self {
        let mut dice = Dice(number as u64);
        let sections = (0..SECTIONS).map(|section| {
            let before = 12 + dice.roll(60);
            let first = dice.roll(stock::PROSE.len());
            Section {
                group: dice.roll(stock::GROUPS.len()),
                habit: (number + section) % stock::HABITS.len(),
                share: before + 2 + dice.roll(20),
                before,
                people: 1_000 + dice.roll(18_000),
                figures: [dice.roll(stock::SHARES.len()), dice.roll(stock::RISES.len()), dice.roll(stock::SAMPLES.len())],
                prose: (0..PROSE_IN_SECTION).map(|sentence| (first + 3 * sentence) % stock::PROSE.len()).collect(),
            }
        });
        let sections = sections.collect();
        Self { id: format!("survey-{number:05}"), year: 2012 + dice.roll(14), sections }
    }
}

fn article(folder: &Path, article: &Article) -> io::Result<()> {
    let id = &article.id;
    let table = table(article);
    let hash: String = Sha256::digest(table.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let source = format!(
        "id: {id}\nproducer: The Synthetic Survey\ntitle: Habits of the region\npublished: {}\n\
         table: {{path: {id}.csv, sha256: {hash}}}\n",
        article.year
    );
    let names: Vec<_> = (0..SECTIONS).map(|section| format!("part-{}", letter(section))).collect();
    let rows = (0..ROWS)
        .map(letter)
        .map(|letter| format!("      - {{label: {letter}, stats: [{id}-before-{letter}, {id}-share-{letter}]}}\n"));
    let file = format!(
        "id: {id}\ntemplate: article.md\npublished: 2026-11-22\nstats: [{id}]\nsections: [{}]\ncharts:\n  - id: chart\n    \
         kind: dot\n    section: part-b\n    columns: [then, now]\n    rows:\n{}",
        names.join(", "),
        rows.collect::<String>()
    );
    write(folder, &format!("data/sources/{id}.csv"), &table)?;
    write(folder, &format!("data/sources/{id}.yaml"), &source)?;
    write(folder, &format!("data/stats/{id}.yaml"), &stats(article))?;
    write(folder, &format!("data/articles/{id}.yaml"), &file)?;
    LOCALES
        .iter()
        .enumerate()
        .try_for_each(|(locale, tag)| write(folder, &format!("locales/{tag}/{id}.ftl"), &messages(article, locale)))
}

fn letter(section: usize) -> char {
    char::from(b'a' + section as u8)
}

/// The source's table: one row a figure.
fn table(article: &Article) -> String {
    let mut table = String::from("claim,year,value,unit\n");
    for year in [article.year, article.year - 2] {
        let _ = writeln!(table, "survey,{year},{year},year");
    }
    for (index, section) in article.sections.iter().enumerate() {
        let (letter, year, earlier) = (letter(index), article.year, article.year - 2);
        let Section { share, before, people, .. } = section;
        let _ = write!(table, "share-{letter},{year},{share},percent\nshare-{letter},{earlier},{before},percent\n");
        let _ = writeln!(table, "people-{letter},{year},{people},count");
    }
    table
}

fn stats(article: &Article) -> String {
    let (id, year, earlier) = (&article.id, article.year, article.year - 2);
    let mut stats = format!("source: {id}\nstats:\n");
    for (name, value) in [("year", year), ("earlier", earlier)] {
        let cell = format!("cell: {{row: {{claim: survey, year: {value}}}, column: value}}");
        let _ = writeln!(stats, "  - id: {id}-{name}\n    value: {value}\n    unit: year\n    {cell}\n    status: final");
    }
    for (index, section) in article.sections.iter().enumerate() {
        let letter = letter(index);
        let cell =
            |claim: &str, year: usize| format!("cell: {{row: {{claim: {claim}-{letter}, year: {year}}}, column: value}}");
        let measures = format!("measures: {{population: group {letter} of {id}, property: habit {letter}}}");
        let mut stat = |name: &str, lines: &[&str]| {
            let _ = writeln!(stats, "  - id: {id}-{name}-{letter}\n    {}\n    {measures}", lines.join("\n    "));
        };
        let value = |value: usize| format!("value: {value}");
        let (now, then) = (format!("period: {year}"), format!("period: {earlier}"));
        stat("share", &[&value(section.share), "unit: percent", &now, &cell("share", year), &say(section.share)]);
        stat("before", &[&value(section.before), "unit: percent", &then, &cell("share", earlier)]);
        stat("people", &[&value(section.people), "unit: count", &now, &cell("people", year)]);
        let derive = format!("derive: {id}-share-{letter} - {id}-before-{letter}");
        stat("change", &[&derive, "unit: percentage-point", &now]);
    }
    stats
}

/// A percent in tenths, with the hedge that is true of it.
fn say(percent: usize) -> String {
    let (tenths, hedge) = match percent % 10 {
        0 => (percent / 10, ""),
        7.. => (percent / 10 + 1, ", hedge: nearly"),
        _ => (percent / 10, ", hedge: more-than"),
    };
    format!("say: [{{as: n-in-m, value: {tenths}/10{hedge}}}]")
}

/// The messages of an article in a locale.
fn messages(article: &Article, locale: usize) -> String {
    let id = &article.id;
    let first = &article.sections[0];
    let mut file = String::new();
    let mut message = |name: &str, text: &str| {
        let _ = writeln!(file, "{id}-{name} =\n    {}\n", text.replace('\n', "\n    ").replace("    \n", "\n"));
    };
    let text = |text: &Text, index: usize, section: &Section| fill(text, article, index, section, locale);
    message("title", &text(&stock::TITLE, 0, first));
    message("summary", &text(&stock::SUMMARY, 0, first));
    message("lead", &prose(article, 0, locale, 3));
    for (index, section) in article.sections.iter().enumerate() {
        let [share, rise, sample] = section.figures;
        let sentences = [&stock::SAMPLES[sample], &stock::SHARES[share], &stock::RISES[rise]];
        let figures: Vec<_> = sentences.iter().map(|sentence| text(sentence, index, section)).collect();
        let mut body = format!("{}\n\n{}", figures.join(gap(locale)), prose(article, index, locale, PROSE_IN_SECTION));
        if index == 0 {
            body = format!("{body}\n\n{}", rows(article, locale));
        }
        message(&format!("part-{}-heading", letter(index)), &text(&stock::HEADING, index, section));
        message(&format!("part-{}-body", letter(index)), &body);
    }
    message("closing", stock::CLOSING[locale]);
    for (name, words) in ["method-heading", "method-body"].into_iter().zip(&stock::METHOD) {
        message(name, words[locale]);
    }
    for (name, words) in &stock::CHART {
        message(&format!("chart-{name}"), &text(words, 0, first));
    }
    for (index, section) in article.sections.iter().take(ROWS).enumerate() {
        message(&format!("chart-{}", letter(index)), stock::HABITS[section.habit][locale]);
    }
    file
}

/// What stands between two sentences.
fn gap(locale: usize) -> &'static str {
    if LOCALES[locale] == "zh-Hans" { "" } else { " " }
}

/// A paragraph of the section's sentences without figures.
fn prose(article: &Article, index: usize, locale: usize, sentences: usize) -> String {
    let section = &article.sections[index];
    let sentences = section.prose.iter().rev().take(sentences);
    let sentences: Vec<_> = sentences.map(|&prose| fill(&stock::PROSE[prose], article, index, section, locale)).collect();
    sentences.join(gap(locale))
}

/// The table: what was and what is.
fn rows(article: &Article, locale: usize) -> String {
    let id = &article.id;
    let head = stock::TABLE_HEAD[locale];
    let mut rows = format!("| {head} | {{ ${id}-earlier }} | {{ ${id}-year }} |\n| :-- | --: | --: |");
    for (index, section) in article.sections.iter().take(ROWS).enumerate() {
        let (letter, habit) = (letter(index), stock::HABITS[section.habit][locale]);
        let _ = write!(rows, "\n| {habit} | {{ ${id}-before-{letter} }} | {{ ${id}-share-{letter} }} |");
    }
    rows
}

/// Puts the group, the habit and the names of the article's variables into a sentence.
fn fill(text: &Text, article: &Article, index: usize, section: &Section, locale: usize) -> String {
    let (id, letter) = (&article.id, letter(index));
    let mut text = text[locale].replace("GROUP", stock::GROUPS[section.group][locale]);
    text = text.replace("HABIT", stock::HABITS[section.habit][locale]);
    for name in ["share", "before", "change", "people"] {
        text = text.replace(&format!("${name}"), &format!("${id}-{name}-{letter}"));
    }
    for name in ["year", "earlier"] {
        text = text.replace(&format!("${name}"), &format!("${id}-{name}"));
    }
    text
}
