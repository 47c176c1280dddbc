//! Sabotage: finished pages and the files that they are made of are garbled on purpose, at every figure of every edition, and
//! every garble must be found; and nothing may be found in a page as it was made, or after a change that changes nothing.
//!
//! A sample of the cases runs with the other tests. All of them, with a table:
//! `cargo test --release --test sabotage -- --ignored --nocapture`
//! With `SABOTAGE_EVERY=10` before it one case in ten; with `SABOTAGE_ONLY=moved` the operators that have that in their names; with
//! `SABOTAGE=DIR` pages and inputs are those of another project, such as one of `cargo run --example generate -- DIR`.
//!
//! Feeds, site maps and plain texts are garbled in a way of their own (`texts`).
//!
//! Four kinds of garble:
//! - **page**: the bytes of a finished page are changed and the ledger is not.
//! - **wording**: page and ledger are changed alike, as if the locale worded its figures so. Only what the figure grammar reads
//!   in the page can tell.
//! - **print**: the bytes of a printed document are changed and the ledger is not.
//! - **inputs**: a locale file, a stat or a table is changed, and the whole project is checked again.

#[path = "../common/dice.rs"]
mod dice;
mod disguise;
mod drawing;
mod harmless;
mod inputs;
mod markup;
mod pages;
mod print;
mod signs;
mod tally;
mod texts;
mod wording;
mod words;

use dice::Dice;
use markup::Scene;
use numerate::model::Document;
use numerate::verify::Verifier;
use pages::{Site, Spot, spots, text_of, with_text};
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::LazyLock;
use tally::Tally;

const SEED: u64 = 2018;

/// The project whose pages are garbled: the one in the folder that the variable `SABOTAGE` names, or the sample that the
/// repository is.
fn sample() -> &'static Site {
    static SAMPLE: LazyLock<Site> = LazyLock::new(|| Site::render(&root()));
    &SAMPLE
}

/// Its folder.
fn root() -> PathBuf {
    std::env::var_os("SABOTAGE").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}

/// One case in so many, of the operators whose names have these words in them.
#[derive(Clone, Copy)]
struct Every(usize, &'static str);

impl Every {
    /// As the variables `SABOTAGE_EVERY` and `SABOTAGE_ONLY` say; all of them if they say nothing.
    fn asked() -> Self {
        static ONLY: LazyLock<String> = LazyLock::new(|| std::env::var("SABOTAGE_ONLY").unwrap_or_default());
        Self(std::env::var("SABOTAGE_EVERY").ok().and_then(|every| every.parse().ok()).unwrap_or(1), &ONLY)
    }

    fn takes(self, operator: &str, dice: &mut Dice) -> bool {
        operator.contains(self.1) && dice.roll(self.0) == 0
    }
}

/// Whether a check finds anything in a document.
type Check = fn(&Verifier<'_>, Document) -> bool;

/// The check that is under test.
const PROOF: Check = |verifier, document| verifier.verify(document).is_err();

/// Garbles a page at each of its figures in every way, and says what was missed.
fn garble_page(document: &Document, verifier: &Verifier<'_>, every: Every, finds: Check) -> Tally {
    let (html, spots) = (text_of(document), spots(document));
    let mut tally = Tally::default();
    let locale = document.locale.as_str();
    let mut case = |kind: &str, operator: &str, spot: &Spot, garbled: Option<Document>| {
        let Some(garbled) = garbled else { return };
        let changed = text_of(&garbled).to_owned();
        let missed = !finds(verifier, garbled);
        tally.add(&format!("{kind}: {operator}"), locale, missed, || describe(document, spot, &changed));
    };
    for spot in &spots {
        for (name, garble) in words::GARBLES.iter().chain(signs::GARBLES) {
            let mut dice = Dice::of(SEED, &format!("{}{name}{}", document.path, spot.text.start));
            if !every.takes(name, &mut dice) {
                continue;
            }
            let Some(text) = garble(&spot.printed, &mut dice).filter(|text| *text != spot.printed) else { continue };
            let page = pages::splice(html, spot.text.clone(), &spot.escape.write(&text));
            case("page", name, spot, Some(with_text(document, page)));
            if !wording::KEEPS_MEANING.contains(name) {
                case("wording", name, spot, wording::reworded(document, spot, &text));
            }
        }
        let scene = Scene { document, html, spots: &spots, spot };
        for (name, garble) in markup::GARBLES.iter().chain(disguise::GARBLES).chain(drawing::GARBLES) {
            let mut dice = Dice::of(SEED, &format!("{}{name}{}", document.path, spot.text.start));
            if !every.takes(name, &mut dice) {
                continue;
            }
            let garbled = garble(&scene, &mut dice).filter(|page| page != html);
            case("page", name, spot, garbled.map(|page| with_text(document, page)));
        }
    }
    tally
}

/// Changes a page at each of its figures in every harmless way, and says what was found.
fn change_page(document: &Document, verifier: &Verifier<'_>, every: Every) -> Tally {
    let (html, spots) = (text_of(document), spots(document));
    let mut tally = Tally::default();
    let locale = document.locale.as_str();
    for spot in &spots {
        for (name, change) in harmless::CHANGES {
            let mut dice = Dice::of(SEED, &format!("{}{name}{}", document.path, spot.text.start));
            if !every.takes(name, &mut dice) {
                continue;
            }
            let Some(page) = change(html, spot, &mut dice).filter(|page| page != html) else { continue };
            let result = verifier.verify(with_text(document, page.clone()));
            tally.add(name, locale, result.is_err(), || format!("{}\n{:?}", describe(document, spot, &page), result.err()));
        }
    }
    tally
}

/// What a page was changed to, from where it begins to differ.
fn describe(document: &Document, spot: &Spot, changed: &str) -> String {
    let html = text_of(document);
    let differs = html.char_indices().zip(changed.chars()).find(|((_, a), b)| a != b).map_or(0, |((at, _), _)| at);
    let start = changed.floor_char_boundary(differs.saturating_sub(60));
    let end = changed.ceil_char_boundary((differs + 140).min(changed.len()));
    format!("{} `{}`: …{}…", document.path, spot.printed, changed[start..end].replace('\n', "⏎"))
}

fn untouched(site: &Site) -> Vec<String> {
    let verifier = Verifier::new(&site.project);
    let found = site.documents.iter().filter_map(|document| verifier.verify(document.clone()).err());
    found.map(|findings| format!("{findings:?}")).collect()
}

fn run(documents: &[Document], every: Every, finds: Check) -> (Tally, Tally) {
    let (mut garbled, mut changed) = (Tally::default(), Tally::default());
    let both = |document: &Document| {
        let verifier = Verifier::new(&sample().project);
        (garble_page(document, &verifier, every, finds), change_page(document, &verifier, every))
    };
    for (garbles, changes) in documents.par_iter().map(both).collect::<Vec<_>>() {
        garbled.append(garbles);
        changed.append(changes);
    }
    (garbled, changed)
}

/// The same for printed documents.
fn run_print(every: Every) -> (Tally, Tally) {
    let (mut garbled, mut changed) = (Tally::default(), Tally::default());
    let project = Site::project(&root(), vec!["html", "pdf"]);
    let verifier = Verifier::new(&project);
    let printed = pages::printed(&project);
    for (garbles, changes) in
        printed.par_iter().map(|document| print::garble(document, &verifier, every)).collect::<Vec<_>>()
    {
        garbled.append(garbles);
        changed.append(changes);
    }
    (garbled, changed)
}

/// Prints tables and what went wrong.
#[expect(clippy::disallowed_macros, reason = "the tables are what the full run is for")]
fn print(tables: &[(&Tally, &str, &str)]) {
    for (tally, title, wrong) in tables {
        println!("{}", tally.table(title, wrong));
        tally.wrong.iter().take(400).for_each(|case| println!("{wrong}: {case}"));
    }
}

#[test]
fn nothing_is_found_in_pages_as_they_were_made() {
    assert_eq!(untouched(sample()), Vec::<String>::new());
}

#[test]
fn a_sample_of_garbles_is_found_and_of_harmless_changes_is_not() {
    let (garbled, changed) = run(&sample().documents, Every(2500, ""), PROOF);
    assert_eq!(garbled.wrong, Vec::<String>::new(), "missed");
    assert_eq!(changed.wrong, Vec::<String>::new(), "found without reason");
}

#[test]
fn a_check_that_finds_nothing_misses_every_garble() {
    let (garbled, _) = run(&sample().documents[..1], Every(100, ""), |_, _| false);
    let (cases, missed) = garbled.total();
    assert!(cases > 0 && missed == cases && garbled.wrong.len() == cases, "{missed} of {cases}");
}

#[test]
fn a_sample_of_garbled_inputs_is_found() {
    assert_eq!(inputs::run(&root(), Every(3000, "")).wrong, Vec::<String>::new(), "missed");
}

#[test]
#[ignore = "takes minutes; prints a table"]
fn sabotage_of_pages() {
    let site = sample();
    assert_eq!(untouched(site), Vec::<String>::new());
    let (garbled, changed) = run(&site.documents, Every::asked(), PROOF);
    print(&[(&garbled, "garbled pages", "missed"), (&changed, "harmless changes", "false alarms")]);
    assert_eq!((garbled.total().1, changed.total().1), (0, 0));
}

#[test]
fn a_sample_of_garbled_prints_is_found_and_of_harmless_changes_is_not() {
    let (garbled, changed) = run_print(Every(4000, ""));
    assert_eq!(garbled.wrong, Vec::<String>::new(), "missed");
    assert_eq!(changed.wrong, Vec::<String>::new(), "found without reason");
}

#[test]
#[ignore = "takes minutes; prints a table"]
fn sabotage_of_prints() {
    let (garbled, changed) = run_print(Every::asked());
    print(&[(&garbled, "garbled prints", "missed"), (&changed, "harmless changes", "false alarms")]);
    assert_eq!((garbled.total().1, changed.total().1), (0, 0));
}

#[test]
#[ignore = "takes minutes; prints a table"]
fn sabotage_of_inputs() {
    let inputs = inputs::run(&root(), Every::asked());
    print(&[(&inputs, "garbled inputs", "missed")]);
    assert_eq!(inputs.total().1, 0);
}

#[test]
fn a_sample_of_garbled_texts_is_found() {
    assert_eq!(texts::run(&root(), Every(100, "")).wrong, Vec::<String>::new(), "missed");
}

#[test]
#[ignore = "takes minutes; prints a table"]
fn sabotage_of_texts() {
    let garbled = texts::run(&root(), Every::asked());
    print(&[(&garbled, "garbled texts", "missed")]);
    assert_eq!(garbled.total().1, 0);
}
