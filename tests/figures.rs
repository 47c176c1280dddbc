//! The tables of sentences in `tests/figures/<locale>.txt`: every figure marked with its span, core and meaning.
//!
//! A figure stands as `[[text|kind value unit=… hedge=… era=… low structural]]`, with `<` and `>` around the core where it is
//! not the whole; a line without figures must give none.

use numerate::figure::Language;
use numerate::model::{Amount, Confidence, Figure, Quantity, Role};
use rust_decimal::Decimal;
use std::str::FromStr;

/// A case: the text, and what is to be found in it, each as one line of words.
struct Case {
    text: String,
    expected: Vec<String>,
}

fn cases(table: &str) -> Vec<Case> {
    table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).map(case).collect()
}

fn case(line: &str) -> Case {
    let line = line.replace("\\n", "\n");
    let (mut text, mut expected, mut rest) = (String::new(), Vec::new(), line.as_str());
    while let Some((before, marked)) = rest.split_once("[[") {
        let (figure, after) = marked.split_once("]]").expect("a figure is closed by ]]");
        let (printed, meaning) = figure.rsplit_once('|').expect("a figure has a meaning behind |");
        text.push_str(before);
        let start = text.len();
        let bare = printed.replace(['<', '>'], "");
        let core = match (printed.find('<'), printed.find('>')) {
            (Some(open), Some(close)) => start + open..start + close - 1,
            _ => start..start + bare.len(),
        };
        text.push_str(&bare);
        expected.push(words(&text, start..text.len(), core, meaning));
        rest = after;
    }
    text.push_str(rest);
    Case { text, expected }
}

fn words(text: &str, span: std::ops::Range<usize>, core: std::ops::Range<usize>, meaning: &str) -> String {
    let mut parts: Vec<&str> = meaning.split_whitespace().collect();
    let head = parts.drain(..2).collect::<Vec<_>>().join(" ");
    parts.retain(|part| {
        !matches!(*part, "unit=percent" | "unit=percentage-point" | "unit=time" | "unit=date") || head.starts_with("range")
    });
    parts.sort_unstable();
    format!("[{}|{}] {head} {}", &text[span], &text[core], parts.join(" "))
}

fn found(text: &str, figure: &Figure) -> String {
    let quantity = figure.quantity;
    let number = |value: Decimal| value.normalize().to_string();
    let value = match quantity.amount {
        Amount::Range(low, high) => format!("{}..{}", number(low), number(high)),
        amount => amount.value().map_or("null".to_owned(), number),
    };
    let implied = Quantity::new(quantity.kind, quantity.amount).unit;
    let mut parts: Vec<String> = Vec::new();
    parts.extend(quantity.unit.filter(|unit| Some(*unit) != implied).map(|unit| format!("unit={unit}")));
    parts.extend(quantity.hedge.map(|hedge| format!("hedge={}", hedge.name())));
    parts.extend(quantity.era.map(|era| format!("era={}", if era == numerate::model::Era::Be { "be" } else { "ce" })));
    parts.extend((figure.confidence == Confidence::Low).then(|| "low".to_owned()));
    parts.extend((figure.role == Role::Structural).then(|| "structural".to_owned()));
    parts.sort_unstable();
    let [span, core] = [&figure.span, &figure.core].map(|span| &text[span.clone()]);
    format!("[{span}|{core}] {} {value} {}", quantity.kind.name(), parts.join(" "))
}

/// Normalises the value of an expectation so that `0.50` and `0.5` are one.
fn normal(expected: &str) -> String {
    let mut parts: Vec<String> = expected.split(' ').map(str::to_owned).collect();
    for part in &mut parts {
        if let Ok(value) = Decimal::from_str(part) {
            *part = value.normalize().to_string();
        }
    }
    parts.join(" ")
}

fn check(tag: &str, table: &str) {
    let language = Language::of(tag).expect("the language exists");
    let (mut right, mut total, mut spurious) = (0, 0, 0);
    let mut report = String::new();
    for case in cases(table) {
        let read: Vec<String> = language.read(&case.text).iter().map(|figure| normal(&found(&case.text, figure))).collect();
        let expected: Vec<String> = case.expected.iter().map(|expected| normal(expected)).collect();
        total += expected.len();
        right += expected.iter().filter(|figure| read.contains(figure)).count();
        spurious += read.iter().filter(|figure| !expected.contains(figure)).count();
        if read != expected {
            report.push_str(&format!("\n{}\n", case.text.replace('\n', "\\n")));
            expected
                .iter()
                .filter(|figure| !read.contains(figure))
                .for_each(|figure| report.push_str(&format!("  - {figure}\n")));
            read.iter()
                .filter(|figure| !expected.contains(figure))
                .for_each(|figure| report.push_str(&format!("  + {figure}\n")));
        }
    }
    assert!(report.is_empty(), "{tag}: {right} of {total} figures exact, {spurious} too many\n{report}");
}

#[test]
fn english() {
    check("en", include_str!("figures/en.txt"));
}

#[test]
fn thai() {
    check("th", include_str!("figures/th.txt"));
}

#[test]
fn chinese() {
    check("zh-Hans", include_str!("figures/zh-Hans.txt"));
}
