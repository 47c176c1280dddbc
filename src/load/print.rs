//! `templates/print.toml`: how documents are printed.
//!
//! In: the templates, and the font files that they name. Out: [`Print`], with what the file leaves out as a project without it has it. What can go wrong: unknown keys
//! and values, and font files that are none, each a finding at its place.

use super::decode::{self, Field, Shape};
use super::node::Cursor;
use super::scalar::{self, Scalar};
use super::text::Folder;
use super::toml;
use crate::diagnostic::{Code, Finding, Findings, SourceText};
use crate::figure::LANGUAGES;
use crate::format::pdf::face;
use crate::model::number::parse_strict;
use crate::model::print::{Alignment, FontFile, OwnFaces, Print, RunningHead, Setting};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The name of the file in `templates/`.
pub const NAME: &str = "print.toml";

/// The keys of the file.
pub const FIELDS: &[Field] = &[
    Field::optional("page", Shape::Map(PAGE), "the paper, and the space around the text"),
    Field::optional("colours", Shape::Map(COLOURS), "the colours, as #rrggbb"),
    Field::optional("text", Shape::Names(locales, &Shape::Map(TEXT)), "how text is set, by locale"),
];

const PAGE: &[Field] = &[
    Field::optional("paper", Shape::Choice(|| PAPERS.iter().map(|(name, _)| *name).collect()), "the size of the paper"),
    Field::optional("margin-top", Shape::Scalar(&MARGIN), "the space above the text"),
    Field::optional("margin-right", Shape::Scalar(&MARGIN), "the space to the right of the text"),
    Field::optional("margin-bottom", Shape::Scalar(&MARGIN), "the space below the text"),
    Field::optional("margin-left", Shape::Scalar(&MARGIN), "the space to the left of the text"),
    Field::optional("running-head", Shape::Choice(|| vec!["titles", "none"]), "what stands above the text"),
];

const COLOURS: &[Field] = &[
    Field::optional("ink", Shape::Scalar(&COLOUR), "the text"),
    Field::optional("soft", Shape::Scalar(&COLOUR), "dates, labels, page numbers"),
    Field::optional("line", Shape::Scalar(&COLOUR), "rules, and the lines under figures"),
    Field::optional("accent", Shape::Scalar(&COLOUR), "links, and the name of the site"),
];

const TEXT: &[Field] = &[
    Field::optional("size", Shape::Scalar(&SIZE), "the size of the text; all others follow it"),
    Field::optional("leading", Shape::Scalar(&LEADING), "the height of a line, in sizes of the text"),
    Field::optional("alignment", Shape::Choice(|| vec!["ragged", "justified"]), "where lines end"),
    Field::optional(
        "regular",
        Shape::Scalar(&scalar::TEXT),
        "a font file of the project, by its path: the face of the text",
    ),
    Field::optional("bold", Shape::Scalar(&scalar::TEXT), "the face of headings and strong emphasis"),
    Field::optional("italic", Shape::Scalar(&scalar::TEXT), "the face of emphasis"),
];

/// Sizes of paper, in thousandths of a point (ISO 216; ANSI).
const PAPERS: [(&str, (i32, i32)); 3] =
    [("A4", (595_276, 841_890)), ("A5", (419_528, 595_276)), ("Letter", (612_000, 792_000))];

const MARGIN: Scalar = Scalar {
    what: "a length from 8mm to 50mm, such as `28mm`",
    code: Code::ValueMalformed,
    pattern: r"^\d+(\.\d+)?(mm|pt)$",
    accepts: |text| length(text).is_some_and(|length| (22_000..=142_000).contains(&length)),
    meant: |_| None,
};

const SIZE: Scalar = Scalar {
    what: "a size from 6pt to 24pt, such as `10.5pt`",
    code: Code::ValueMalformed,
    pattern: r"^\d+(\.\d+)?(mm|pt)$",
    accepts: |text| length(text).is_some_and(|length| (6_000..=24_000).contains(&length)),
    meant: |_| None,
};

const LEADING: Scalar = Scalar {
    what: "a number from 1 to 3",
    code: Code::NumberMalformed,
    pattern: r"^\d(\.\d+)?$",
    accepts: |text| thousandths(text).is_some_and(|leading| (1_000..=3_000).contains(&leading)),
    meant: |_| None,
};

const COLOUR: Scalar = Scalar {
    what: "a colour such as `#0b5a61`",
    code: Code::ValueMalformed,
    pattern: "^#[0-9a-fA-F]{6}$",
    accepts: |text| colour(text).is_some(),
    meant: |_| None,
};

/// The keys of the faces of a text.
const FACES: [&str; 3] = ["regular", "bold", "italic"];

fn locales() -> Vec<&'static str> {
    LANGUAGES.iter().map(|language| language.tag).collect()
}

/// Reads the settings of print.
pub fn load(folder: &Folder, templates: &BTreeMap<String, Arc<SourceText>>, findings: &mut Findings) -> Print {
    let mut print = Print::default();
    let Some(file) = templates.get(NAME) else { return print };
    let root = toml::parse(file, findings);
    let root = Cursor { file, node: &root };
    decode::check(root, &Shape::Map(FIELDS), findings);
    if let Some(page) = root.get("page") {
        let paper = page.get("paper").and_then(Cursor::text);
        let known = PAPERS.iter().find(|(name, _)| Some(*name) == paper);
        print.paper = known.map_or(print.paper, |(_, size)| *size);
        let keys = ["margin-top", "margin-right", "margin-bottom", "margin-left"];
        for (key, margin) in keys.into_iter().zip(&mut print.margins) {
            *margin = value(page, key, &MARGIN, length).unwrap_or(*margin);
        }
        if page.get("running-head").and_then(Cursor::text) == Some("none") {
            print.running_head = RunningHead::None;
        }
    }
    if let Some(colours) = root.get("colours") {
        let own = &mut print.colours;
        for (key, known) in
            [("ink", &mut own.ink), ("soft", &mut own.soft), ("line", &mut own.line), ("accent", &mut own.accent)]
        {
            *known = value(colours, key, &COLOUR, colour).unwrap_or(*known);
        }
    }
    for (tag, text) in root.get("text").into_iter().flat_map(Cursor::entries) {
        let mut setting = Setting::of(tag.value);
        setting.size = value(text, "size", &SIZE, length).unwrap_or(setting.size);
        setting.leading = value(text, "leading", &LEADING, thousandths).unwrap_or(setting.leading);
        setting.alignment = match text.get("alignment").and_then(Cursor::text) {
            Some("ragged") => Alignment::Ragged,
            Some("justified") => Alignment::Justified,
            _ => setting.alignment,
        };
        print.settings.insert(tag.value.to_owned(), setting);
        let mut face = |key: &str| font(folder, text.get(key)?, findings);
        let [regular, bold, italic] = FACES.map(&mut face);
        match (regular, bold.is_some() || italic.is_some()) {
            (Some(regular), _) => drop(print.faces.insert(tag.value.to_owned(), OwnFaces { regular, bold, italic })),
            (None, true) if text.get("regular").is_none() => {
                let what = "a family of faces needs a regular one".to_owned();
                findings.push(Finding::new(Code::KeyMissing, text.place(), what).help("name it as `regular`"));
            }
            (None, _) => {}
        }
    }
    print
}

/// The files that the settings of print name as fonts, by their paths, whatever they are.
pub fn fonts(folder: &Folder) -> Vec<String> {
    let Ok(file) = folder.text(&format!("templates/{NAME}")) else { return Vec::new() };
    let root = toml::parse(&file, &mut Findings::new());
    let texts = Cursor { file: &file, node: &root }.get("text").into_iter().flat_map(Cursor::entries);
    let named = texts.flat_map(|(_, text)| FACES.into_iter().filter_map(move |key| text.get(key)?.text()));
    named.map(str::to_owned).collect()
}

/// The font file that a key names, if it can be printed with.
fn font(folder: &Folder, key: Cursor<'_>, findings: &mut Findings) -> Option<FontFile> {
    let path = key.text()?;
    match folder.bytes(path, &key.place()) {
        Ok(bytes) => match face::unusable(&bytes) {
            None => return Some(FontFile { path: path.to_owned(), bytes: bytes.into() }),
            Some(why) => {
                let what = format!("`{path}` cannot be printed with: {why}");
                findings.push(Finding::new(Code::FontUnusable, key.place(), what));
            }
        },
        Err(finding) => findings.push(*finding),
    }
    None
}

/// The value of a key, if it is one; that it is none has been said.
fn value<T>(section: Cursor<'_>, key: &str, scalar: &Scalar, parse: fn(&str) -> Option<T>) -> Option<T> {
    section.get(key)?.text().filter(|text| (scalar.accepts)(text)).and_then(parse)
}

/// A length in thousandths of a point.
fn length(text: &str) -> Option<i32> {
    let (number, factor) = match text.strip_suffix("mm") {
        Some(number) => (number, Decimal::new(72_000, 0) / Decimal::new(254, 1)),
        None => (text.strip_suffix("pt")?, Decimal::ONE_THOUSAND),
    };
    (parse_strict(number)?.checked_mul(factor)?).round().to_i32()
}

fn thousandths(text: &str) -> Option<i32> {
    parse_strict(text)?.checked_mul(Decimal::ONE_THOUSAND)?.round().to_i32()
}

fn colour(text: &str) -> Option<[u8; 3]> {
    let digits =
        text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Codes with their lines and columns.
    type Found = Vec<(Code, (usize, usize))>;

    fn read(text: &str) -> (Print, Found) {
        let mut findings = Findings::new();
        let folder = Folder::open(Path::new(env!("CARGO_MANIFEST_DIR")), None).unwrap();
        let print = load(&folder, &[(NAME.to_owned(), SourceText::new("templates/print.toml", text))].into(), &mut findings);
        (print, findings.iter().map(|finding| (finding.code, finding.place.line_column())).collect())
    }

    #[test]
    fn what_is_set_is_set_and_the_rest_is_as_usual() {
        let (print, findings) = read(
            "[page]\npaper = \"A5\"\nmargin-top = \"10mm\"\n[colours]\naccent = \"#ff0080\"\n[text.th]\nsize = \"12.5pt\"\nleading = 1.7\n",
        );
        assert_eq!(findings, []);
        assert_eq!(
            (print.paper, print.margins[0], print.margins[1]),
            ((419_528, 595_276), 28_346, Print::default().margins[1])
        );
        assert_eq!((print.colours.accent, print.colours.ink), ([255, 0, 128], Print::default().colours.ink));
        let thai = Setting { size: 12_500, leading: 1_700, ..Setting::of("th") };
        assert_eq!(print.settings, [("th".to_owned(), thai)].into());
    }

    #[test]
    fn the_file_that_new_projects_get_says_what_holds_without_it() {
        let (print, findings) = read(include_str!("../../templates/print.toml"));
        assert_eq!(findings, []);
        assert!(print.settings.iter().all(|(tag, setting)| *setting == Setting::of(tag)));
        assert_eq!(Print { settings: BTreeMap::new(), ..print }, Print::default());
    }

    #[test]
    fn font_files_are_read_and_bad_ones_found() {
        let (print, findings) = read(
            "[text.th]\nregular = \"assets/fonts/Sarabun-Regular.ttf\"\nbold = \"README.md\"\n[text.en]\nregular = \"no.ttf\"\n[text.zh-Hans]\nbold = \"../x.ttf\"\n",
        );
        let expected = [(Code::FontUnusable, (3, 8)), (Code::FileMissing, (5, 11)), (Code::PathEscape, (7, 8))];
        assert_eq!(findings, expected);
        let faces: Vec<_> = print.faces.iter().map(|(tag, own)| (tag.as_str(), own.regular.path.as_str())).collect();
        assert_eq!(faces, [("th", "assets/fonts/Sarabun-Regular.ttf")]);
    }

    #[test]
    fn every_mistake_is_found_and_changes_nothing() {
        let (print, findings) = read(
            "[page]\npaper = \"A44\"\nmargin-top = \"1mm\"\nmargin = \"20mm\"\n[colours]\nink = \"red\"\n[text.xx]\nsize = \"900pt\"\n",
        );
        let expected = [
            (Code::ValueUnknown, (2, 9)),
            (Code::ValueMalformed, (3, 14)),
            (Code::KeyUnknown, (4, 1)),
            (Code::ValueMalformed, (6, 7)),
            (Code::KeyUnknown, (7, 7)),
        ];
        assert_eq!(findings, expected);
        assert_eq!(
            (print.paper, print.margins, print.colours),
            (Print::default().paper, Print::default().margins, Print::default().colours)
        );
    }
}
