//! The style sheet of a document: how large, how heavy and in which colour each kind of text is set.
//!
//! In: the settings of print, and a locale. Out: styles and lengths. Nothing can go wrong.

use super::text::Style;
use crate::format::pdf::fonts::Weight;
use crate::format::pdf::page::{Colour, Length};
use crate::model::print::{Alignment, Print, Setting};

/// A kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The date above the title.
    Dateline,
    /// A heading: 1 is the title.
    Heading(u8),
    /// The paragraph under the title.
    Lead,
    /// Running text.
    Text,
    /// A quotation.
    Quote,
    /// A cell of a table.
    Cell,
    /// A cell of a table's header.
    CellHead,
    /// The name of a source.
    SourceTitle,
    /// What is said of sources, and other notes.
    Note,
    /// A running title or a page number.
    Running,
}

/// The style sheet of a document.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The settings.
    pub print: &'a Print,
    /// The locale.
    pub tag: &'a str,
    /// How its text is set.
    pub setting: Setting,
    /// The width of the text.
    pub measure: Length,
}

impl<'a> Sheet<'a> {
    /// The style sheet of a locale.
    pub fn new(print: &'a Print, tag: &'a str) -> Self {
        let setting = print.settings.get(tag).copied().unwrap_or_else(|| Setting::of(tag));
        let [_, right, _, left] = print.margins;
        let room = (print.paper.0 - left - right).max(setting.size);
        // Squares fill a Chinese line without a rest.
        let measure = if tag.starts_with("zh") { room - room % setting.size } else { room };
        Self { print, tag, setting, measure: Length(measure) }
    }

    /// Where the text begins on a page.
    pub fn left(&self) -> Length {
        Length(self.print.margins[3])
    }

    /// Thousandths of the size of the text.
    pub fn em(&self, thousandths: i32) -> Length {
        Length(self.setting.size).of_units(thousandths, 1000)
    }

    /// How text of a kind is set.
    pub fn style(&self, kind: Kind) -> Style {
        let thai = self.tag == "th";
        let (size, weight, colour) = match kind {
            Kind::Dateline => (880, Weight::Regular, self.print.colours.soft),
            Kind::Heading(1) => (if thai { 2150 } else { 2400 }, Weight::Bold, self.print.colours.ink),
            Kind::Heading(2) => (1360, Weight::Bold, self.print.colours.ink),
            Kind::Heading(3) => (1120, Weight::Bold, self.print.colours.ink),
            Kind::Heading(_) => (1000, Weight::Bold, self.print.colours.soft),
            Kind::Lead => (1140, Weight::Regular, self.print.colours.ink),
            Kind::Text => (1000, Weight::Regular, self.print.colours.ink),
            Kind::Quote => (1000, Weight::Regular, self.print.colours.soft),
            Kind::Cell => (880, Weight::Regular, self.print.colours.ink),
            Kind::CellHead => (880, Weight::Bold, self.print.colours.soft),
            Kind::SourceTitle => (920, Weight::Bold, self.print.colours.ink),
            Kind::Note => (840, Weight::Regular, self.print.colours.soft),
            Kind::Running => (780, Weight::Regular, self.print.colours.soft),
        };
        Style {
            weight,
            size: self.em(size),
            colour: Colour(colour),
            rise: Length::ZERO,
            underline: None,
            tag: self.tag.to_owned(),
        }
    }

    /// The height of a line of a kind of text.
    pub fn leading(&self, kind: Kind) -> Length {
        let tall = self.setting.leading;
        let share = match kind {
            Kind::Heading(1) => tall * 760 / 1000,
            Kind::Heading(_) => tall * 850 / 1000,
            Kind::Cell | Kind::CellHead | Kind::Note | Kind::SourceTitle => tall * 910 / 1000,
            Kind::Running | Kind::Dateline => 1_300,
            _ => tall,
        };
        self.style(kind).size.of_units(share, 1000)
    }

    /// The space above a text of a kind, after another text.
    pub fn above(&self, kind: Kind) -> Length {
        self.em(match kind {
            Kind::Heading(1) if self.tag == "th" => 900,
            Kind::Heading(1) => 350,
            Kind::Heading(2) => 1_900,
            Kind::Heading(_) => 1_300,
            Kind::Lead => 900,
            Kind::Text | Kind::Quote => 750,
            Kind::Note | Kind::SourceTitle => 350,
            _ => 0,
        })
    }

    /// Where lines of a kind end.
    pub fn alignment(&self, kind: Kind) -> Alignment {
        match kind {
            Kind::Lead | Kind::Text | Kind::Quote => self.setting.alignment,
            _ => Alignment::Ragged,
        }
    }

    /// A colour of the settings.
    pub fn accent(&self) -> Colour {
        Colour(self.print.colours.accent)
    }

    /// The colour of rules.
    pub fn line(&self) -> Colour {
        Colour(self.print.colours.line)
    }

    /// The colour of the text.
    pub fn ink(&self) -> Colour {
        Colour(self.print.colours.ink)
    }

    /// The colour of what stands back.
    pub fn soft(&self) -> Colour {
        Colour(self.print.colours.soft)
    }
}
