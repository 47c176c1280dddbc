//! Feeds, site maps and plain texts: their figures have no elements, and their days are for machines. Each figure is garbled in every
//! way wherever it is printed, each digit of each day is changed, and each mark † is dropped or set where none belongs.

use super::dice::Dice;
use super::pages::{Escape, splice, text_of, with_text};
use super::tally::Tally;
use super::{Every, SEED, words};
use numerate::format::markdown::line;
use numerate::load::load;
use numerate::model::{Document, Edition, Project};
use numerate::render::Renderer;
use numerate::resolve::resolve;
use numerate::verify::Verifier;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// The elements that tell machines a day.
const DAYS: [&str; 3] = ["lastmod", "published", "updated"];

/// The texts of the project in a folder: everything that is no page.
fn texts(root: &Path) -> (Project, Vec<Document>) {
    let (project, _) = load(root);
    let mut project = project.expect("the project has settings");
    project.settings.formats = vec!["html", "markdown"];
    let (editions, _) = resolve(&project, None);
    let (renderer, _) = Renderer::new(&project);
    let mut documents: Vec<_> =
        editions.iter().flat_map(|edition| renderer.article(edition, &project.settings.locales).0).collect();
    documents.extend(renderer.site(&editions.iter().collect::<Vec<&Edition>>()).0);
    documents.retain(|document| document.format != "html");
    (project, documents)
}

/// What of a text is an address, which nobody reads as text.
fn is_address(text: &str, at: usize) -> bool {
    let within = |open: &str, close: &str| text[..at].rfind(open).is_some_and(|start| !text[start..at].contains(close));
    within("](", ")")
        || ["<", "<loc>", "<id>", "<uri>"].iter().any(|open| within(open, if *open == "<" { ">" } else { "</" }))
}

/// A text as it is written in a document; in Markdown everything may be typed as it is.
fn written(document: &Document, text: &str) -> String {
    if document.format == "markdown" { text.to_owned() } else { Escape::Html.write(text) }
}

/// Where the figures of a document are printed, each with its text and whether it is unverified.
fn printed(document: &Document) -> Vec<(Range<usize>, String, bool)> {
    let text = text_of(document);
    let figures = document.figures.iter().chain(document.plain.iter().flat_map(|plain| &plain.figures));
    let known: BTreeSet<_> = figures.map(|figure| (figure.text.clone(), figure.unverified)).collect();
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let mut printed = Vec::new();
    for (figure, unverified) in known {
        let written = if document.format == "markdown" { line(&figure) } else { Escape::Html.write(&figure) };
        let places = text.match_indices(&written).map(|(at, _)| at..at + written.len());
        let alone = places
            .filter(|place| !touches(text[..place.start].chars().next_back()) && !touches(text[place.end..].chars().next()));
        let shown = alone.filter(|place| !is_address(text, place.start));
        printed.extend(shown.map(|place| (place, figure.to_string(), unverified)));
    }
    printed
}

/// Garbles a document in every way, and says what was missed.
fn garble(document: &Document, verifier: &Verifier<'_>, every: Every) -> Tally {
    let text = text_of(document);
    let mut tally = Tally::default();
    let mut case = |name: &str, at: usize, dice: &mut Dice, garbled: String| {
        if garbled == text || !every.takes(name, dice) {
            return;
        }
        let missed = verifier.verify(with_text(document, garbled.clone())).is_ok();
        let operator = format!("{}: {name}", document.format);
        tally.add(&operator, document.locale.as_str(), missed, || {
            let start = garbled.floor_char_boundary(at.saturating_sub(60));
            let end = garbled.ceil_char_boundary((at + 60).min(garbled.len()));
            format!("{}: …{}…", document.path, &garbled[start..end])
        });
    };
    for (place, figure, unverified) in printed(document) {
        for (name, garble) in words::GARBLES {
            let mut dice = Dice::of(SEED, &format!("{}{name}{}", document.path, place.start));
            if let Some(garbled) = garble(&figure, &mut dice) {
                case(name, place.start, &mut dice, splice(text, place.clone(), &written(document, &garbled)));
            }
        }
        let mut dice = Dice::of(SEED, &format!("{}†{}", document.path, place.start));
        if document.format == "markdown" && !unverified && !text[place.end..].starts_with('†') {
            case("mark set", place.start, &mut dice, splice(text, place.end..place.end, "†"));
        }
    }
    let mut dice = Dice::of(SEED, &document.path);
    let marks = text.match_indices('†').filter(|(at, _)| text[..*at].ends_with(|c: char| !c.is_whitespace()));
    for (at, mark) in marks.filter(|_| document.format == "markdown") {
        case("mark dropped", at, &mut dice, splice(text, at..at + mark.len(), ""));
    }
    for day in DAYS
        .iter()
        .flat_map(|name| text.match_indices(&format!("<{name}>")).map(|(at, tag)| at + tag.len()).collect::<Vec<_>>())
    {
        let digits = text[day..].char_indices().take_while(|(_, c)| *c != '<').filter(|(_, c)| c.is_ascii_digit());
        for (at, digit) in digits {
            let other = char::from_digit((digit.to_digit(10).unwrap_or_default() + 1) % 10, 10).unwrap_or('0');
            case("digit of a day changed", day + at, &mut dice, splice(text, day + at..day + at + 1, &other.to_string()));
        }
    }
    tally
}

/// Garbles all texts of a project.
pub fn run(root: &Path, every: Every) -> Tally {
    let (project, documents) = texts(root);
    let verifier = || Verifier::new(&project);
    let mut all = Tally::default();
    for document in &documents {
        let sound = verifier().verify(document.clone());
        assert!(sound.is_ok(), "{}: {:?}", document.path, sound.err());
    }
    for tally in documents.par_iter().map(|document| garble(document, &verifier(), every)).collect::<Vec<_>>() {
        all.append(tally);
    }
    all
}
