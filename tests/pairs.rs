//! The pairs in `tests/pairs/<locale>.txt`: an English text, a text in the locale, and what `compare` must say: `same`, or
//! the code of the change.

use numerate::compare::compare;
use numerate::figure::Language;

fn check(tag: &str, table: &str) {
    let (english, language) =
        (Language::of("en").expect("English is there"), Language::of(tag).expect("the language exists"));
    let (mut right, mut total) = (0, 0);
    let mut report = String::new();
    for line in table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let [source, target, expected] = line.split("|||").map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("a pair has three parts: {line}");
        };
        let found: Vec<&str> = compare(english, source, language, target).iter().map(|change| change.code.name()).collect();
        total += 1;
        let expected: &[&str] = if expected == "same" { &[] } else { &[expected] };
        if found == expected {
            right += 1;
        } else {
            report.push_str(&format!("\n{source}\n{target}\n  expected {expected:?}, found {found:?}\n"));
            for figure in english
                .read(source)
                .iter()
                .map(|f| (&source[f.span.clone()], f.quantity))
                .chain(language.read(target).iter().map(|f| (&target[f.span.clone()], f.quantity)))
            {
                report.push_str(&format!("    {figure:?}\n"));
            }
        }
    }
    assert!(report.is_empty(), "{tag}: {right} of {total} pairs\n{report}");
}

#[test]
fn english() {
    check("en", include_str!("pairs/en.txt"));
}

#[test]
fn thai() {
    check("th", include_str!("pairs/th.txt"));
}

#[test]
fn chinese() {
    check("zh-Hans", include_str!("pairs/zh-Hans.txt"));
}
