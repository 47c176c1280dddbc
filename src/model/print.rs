//! How documents are printed: paper, margins, sizes and colours, as `templates/print.toml` gives them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// The settings of print. Lengths are whole thousandths of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// The width and height of the paper.
    pub paper: (i32, i32),
    /// The space around the text: top, right, bottom, left.
    pub margins: [i32; 4],
    /// The colours.
    pub colours: Colours,
    /// How text is set in each locale; those that are not named here are set as [`Setting::of`] says.
    pub settings: BTreeMap<String, Setting>,
    /// What stands above the text from the second page on.
    pub running_head: RunningHead,
    /// The project's own faces, by the locale whose texts are set in them.
    pub faces: BTreeMap<String, OwnFaces>,
}

/// The faces that a project brings for a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFaces {
    /// The text.
    pub regular: FontFile,
    /// Strong emphasis and headings; without it the regular one serves.
    pub bold: Option<FontFile>,
    /// Emphasis in Latin letters; without it the bold one serves.
    pub italic: Option<FontFile>,
}

/// A font file of a project, which was read and found to be of use.
#[derive(Clone, PartialEq, Eq)]
pub struct FontFile {
    /// Where it stands in the project.
    pub path: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

impl fmt::Debug for FontFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FontFile({})", self.path)
    }
}

/// Colours of sRGB: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colours {
    /// The text.
    pub ink: [u8; 3],
    /// What stands back: dates, labels, page numbers.
    pub soft: [u8; 3],
    /// Rules.
    pub line: [u8; 3],
    /// Links, and the bar above the title.
    pub accent: [u8; 3],
}

/// How text is set in a locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The size of the text, in thousandths of a point.
    pub size: i32,
    /// The height of a line, in thousandths of the size.
    pub leading: i32,
    /// Where lines end.
    pub alignment: Alignment,
}

/// Where lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// Where their words end.
    Ragged,
    /// All at one edge, but for the last of a paragraph.
    Justified,
}

/// What stands above the text from the second page on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunningHead {
    /// The name of the site, and the title of the article.
    Titles,
    /// Nothing.
    None,
}

impl Default for Print {
    fn default() -> Self {
        let colours = Colours { ink: [28, 30, 33], soft: [87, 92, 98], line: [214, 214, 206], accent: [11, 90, 97] };
        Self {
            paper: (595_276, 841_890),
            margins: [73_701, 96_378, 68_031, 96_378],
            colours,
            settings: BTreeMap::new(),
            running_head: RunningHead::Titles,
            faces: BTreeMap::new(),
        }
    }
}

impl Setting {
    /// How text is set in a locale unless a project says otherwise: Thai larger, for its letters are small in their em, and with
    /// room for two marks above a letter; Chinese in squares, so that lines end at one edge.
    pub fn of(tag: &str) -> Self {
        match tag {
            "th" => Self { size: 11_500, leading: 1_650, alignment: Alignment::Ragged },
            "zh-Hans" => Self { size: 10_500, leading: 1_720, alignment: Alignment::Justified },
            _ => Self { size: 10_000, leading: 1_560, alignment: Alignment::Ragged },
        }
    }
}
