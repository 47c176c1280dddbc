//! Thousands of garbles, made in the texts of the sample's own pages, one at a time.
//!
//! A garble takes a figure that is right and prints something else; the audit must find it, and suggest what stood there. And on the
//! pages as they are it must find nothing.

use super::texts::{Count, Score, claims};
use numerate::audit::input::Input;
use numerate::audit::{Verdict, audit};
use numerate::figure::sameness::is_one;
use numerate::figure::{LANGUAGES, Language};
use numerate::load::load;
use numerate::model::{Figure, Kind};
use numerate::render::Renderer;
use numerate::resolve::resolve;
use std::ops::Range;
use std::path::Path;

/// The texts of the sample's pages, with their languages.
fn pages() -> Vec<(&'static Language, String)> {
    let (project, _) = load(Path::new(env!("CARGO_MANIFEST_DIR")));
    let project = project.expect("the sample can be loaded");
    let (editions, _) = resolve(&project, None);
    let (renderer, _) = Renderer::new(&project);
    let documents = editions.iter().flat_map(|edition| renderer.article(edition, &project.settings.locales).0);
    documents
        .filter(|document| document.path.ends_with(".html"))
        .filter_map(|document| {
            let language = Language::of(document.locale.as_str())?;
            let input = Input::read(&document.path, document.bytes.clone()).ok()?;
            Some((language, input.text))
        })
        .collect()
}

/// What becomes of a figure: its words, its bare number, the words of another figure of the text.
type Garble = fn(words: &str, core: Range<usize>, figure: &Figure, other: &str) -> Option<String>;

/// The garbles by the kind of their fault.
const GARBLES: &[(&str, Garble)] = &[
    ("digits transposed", |words, core, _, _| {
        let digits: Vec<char> = words[core.clone()].chars().collect();
        let at = (1..digits.len()).find(|at| {
            digits[*at].is_ascii_digit()
                && digits[at - 1].is_ascii_digit()
                && digits[*at] != digits[at - 1]
                && digits[*at] != '0'
        })?;
        let mut turned = digits;
        turned.swap(at - 1, at);
        Some(with(words, core, &turned.into_iter().collect::<String>()))
    }),
    ("digit replaced", |words, core, _, _| {
        let number = &words[core.clone()];
        let at = number.rfind(|c: char| c.is_ascii_digit())?;
        let digit = number[at..].chars().next()?.to_digit(10)?;
        let other = char::from_digit((digit + 4) % 10, 10)?;
        Some(with(words, core.clone(), &format!("{}{other}{}", &number[..at], &number[at + 1..])))
    }),
    ("digit lost", |words, core, _, _| {
        let number = &words[core.clone()];
        let two = number.len() >= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        two.then(|| with(words, core.clone(), &number[1..]))
    }),
    ("value of another claim", |words, _, _, other| (other != words).then(|| other.to_owned())),
    ("number lost", |words, core, figure, _| {
        let number = words[core.clone()].starts_with(|c: char| c.is_ascii_digit());
        (figure.quantity.kind == Kind::Percent && number).then(|| with(words, core.clone(), "").trim_start().to_owned())
    }),
    ("thousands split", |words, core, _, _| {
        let (first, rest) = words[core.clone()].split_once(',')?;
        Some(with(words, core.clone(), &format!("{first} ,{rest}")))
    }),
    ("letters for digits", |words, core, _, _| {
        let number = &words[core.clone()];
        (number.contains('0') && number.len() > 1).then(|| with(words, core.clone(), &number.replace('0', "O")))
    }),
    ("scale slipped", |words, _, figure, _| {
        let scales = [("billion", "million"), ("พันล้าน", "ล้าน"), ("亿", "万")];
        let (from, to) = scales.into_iter().find(|(from, _)| words.contains(from))?;
        (figure.quantity.kind == Kind::Currency).then(|| words.replacen(from, to, 1))
    }),
    ("decimal shifted", |words, core, figure, _| {
        let number = &words[core.clone()];
        let plain = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.ends_with('0');
        (plain && figure.quantity.kind == Kind::Percent)
            .then(|| with(words, core.clone(), &format!("{}.{}", &number[..1], &number[1..])))
    }),
    ("era confused", |words, core, figure, _| {
        let year: u32 = words[core.clone()].parse().ok()?;
        let other = if year > 2400 { year - 543 } else { year + 543 };
        (figure.quantity.kind == Kind::Year).then(|| with(words, core.clone(), &other.to_string()))
    }),
    ("hundred added", |words, core, figure, _| {
        let number = &words[core.clone()];
        let plain = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        (plain && figure.quantity.kind == Kind::Percent).then(|| with(words, core.clone(), &format!("1{number}")))
    }),
];

fn with(words: &str, core: Range<usize>, number: &str) -> String {
    format!("{}{number}{}", &words[..core.start], &words[core.end..])
}

/// The score of all garbles of every `step`-th figure of the pages.
fn score(step: usize) -> Score {
    let mut score = Score::default();
    for (language, text) in pages() {
        let clean = audit(language, &text, Some(claims(language)));
        for fault in &clean.faults {
            score.kinds.entry("none".to_owned()).or_default().alarms += 1;
            let line = text[..fault.span.start].rfind('\n').map_or(0, |at| at + 1);
            let end = text[fault.span.end..].find('\n').map_or(text.len(), |at| fault.span.end + at);
            score.notes.push(format!(
                "alarm {} {} -> {:?} {:?}: {}",
                fault.code.name(),
                &text[fault.span.clone()],
                fault.expected,
                fault.stat,
                &text[line..end]
            ));
        }
        let figures: Vec<&Figure> =
            clean.figures.iter().map(|judged| &judged.figure).filter(|figure| figure.is_claim()).collect();
        score.sound += figures.len();
        let sound = clean.figures.iter().filter(|judged| judged.verdict == Verdict::Sound && judged.stat.is_some());
        let targets: Vec<&Figure> = sound.map(|judged| &judged.figure).filter(|figure| figure.is_claim()).collect();
        for (position, figure) in targets.iter().enumerate().step_by(step) {
            let words = &text[figure.span.clone()];
            let core = figure.core.start - figure.span.start..figure.core.end - figure.span.start;
            let other = targets[(position + 3) % targets.len()];
            let same_kind = other.quantity.kind == figure.quantity.kind && !is_one(&other.quantity, &figure.quantity);
            let other = if same_kind { &text[other.span.clone()] } else { words };
            for (name, garble) in GARBLES {
                let Some(garbled) = garble(words, core.clone(), figure, other) else { continue };
                if garbled == words
                    || language.read(&garbled).first().is_some_and(|read| is_one(&read.quantity, &figure.quantity))
                {
                    continue;
                }
                let whole = format!("{}{garbled}{}", &text[..figure.span.start], &text[figure.span.end..]);
                let span = figure.span.start..figure.span.start + garbled.len();
                let found = audit(language, &whole, Some(claims(language)));
                let hits: Vec<_> =
                    found.faults.iter().filter(|fault| fault.span.start < span.end && span.start < fault.span.end).collect();
                let right = |said: &String| {
                    let read = language.read(said);
                    read.iter().any(|read| is_one(&read.quantity, &figure.quantity)) || said == words
                };
                let mended = hits.iter().filter_map(|fault| fault.expected.as_ref()).any(right);
                let count: &mut Count = score.kinds.entry((*name).to_owned()).or_default();
                count.faults += 1;
                count.found += usize::from(!hits.is_empty());
                count.named += usize::from(!hits.is_empty());
                count.mendable += 1;
                count.mended += usize::from(mended);
                if !mended {
                    let said: Vec<_> = hits.iter().map(|fault| &fault.expected).collect();
                    score.notes.push(format!(
                        "{name}: {words} as {garbled}: {said:?} at {}",
                        &text[text.floor_char_boundary(figure.span.start.saturating_sub(60))
                            ..text.ceil_char_boundary((figure.span.end + 60).min(text.len()))]
                            .replace('\n', "|")
                    ));
                }
            }
        }
    }
    score
}

#[test]
fn garbles_of_the_sample_are_found_and_its_pages_are_clean() {
    let score = score(23);
    let total = score.total();
    let notes = score.notes.join("\n");
    assert!(total.found * 100 >= total.faults * 95, "{} of {} found\n{notes}", total.found, total.faults);
    assert!(total.mended * 100 >= total.mendable * 90, "{} of {} mended\n{notes}", total.mended, total.mendable);
    assert!(total.alarms * 100 <= score.sound, "{} alarms on {} sound figures\n{notes}", total.alarms, score.sound);
    assert!(LANGUAGES.len() == 3 && total.faults > 100, "{} garbles", total.faults);
}

#[test]
#[ignore = "thousands of garbles; prints a table"]
#[expect(clippy::disallowed_macros, reason = "the tables are what the full run is for")]
fn table_of_garbles() {
    let step = std::env::var("NUMERATE_GARBLE_STEP").ok().and_then(|step| step.parse().ok()).unwrap_or(1);
    let score = score(step);
    score.print("garbles of the sample's pages");
    score.notes.iter().for_each(|note| println!("  {note}"));
}
