//! A document that is laid out: what the layout makes and the writer writes. Pure data; it knows no text rules and no PDF library.
//!
//! Lengths are whole thousandths of a point, so that no rounding depends on the machine; coordinates begin at the top left corner
//! of the page and grow to the right and downward. Inside a run of glyphs, advances and offsets are whole units of its face.
//!
//! ```text
//! Layout ─ pages ─ items (in paint order, which is reading order) ──owner──▶ node of the tag tree, or artefact
//!        ├ tags: nodes in reading order, each parent before its children        ▲
//!        └ faces, outline, anchors, attachments          links ──node───────────┘
//! ```
//!
//! What the layout promises, and the tests of the writer hold:
//! - The texts of the runs that a node and its children own, in paint order, are its whole text: a space at the end of a line is a
//!   glyph too, and a hyphen that a broken word gained has the text U+00AD.
//! - Every glyph but 0 (`.notdef`), which is never drawn: a character without a glyph is a finding before.
//! - A node that owns something on several pages owns it in reading order. What is repeated on each page is an artefact.

use super::face::Face;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Range, Sub, SubAssign};
use std::sync::Arc;

/// A length in thousandths of a point; a point is 1/72 inch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(pub i32);

impl Length {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Whole points.
    pub const fn pt(points: i32) -> Self {
        Self(points * 1000)
    }

    /// Whole millimetres, to the nearest thousandth of a point.
    pub const fn mm(millimetres: i32) -> Self {
        Self(((millimetres as i64 * 720_000 + 127) / 254) as i32)
    }

    /// So many units of a face whose em has `units_per_em` of them, at this size; rounded towards the nearest.
    pub const fn of_units(self, units: i32, units_per_em: u16) -> Self {
        let (product, em) = (self.0 as i64 * units as i64, units_per_em as i64);
        let half = if product < 0 { -em / 2 } else { em / 2 };
        Self(((product + half) / em) as i32)
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i32> for Length {
    type Output = Self;
    fn mul(self, times: i32) -> Self {
        Self(self.0 * times)
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        Self(lengths.map(|length| length.0).sum())
    }
}

/// A place on a page, from its top left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Point {
    /// To the right.
    pub x: Length,
    /// Downward.
    pub y: Length,
}

/// A rectangle by its top left corner and its size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rect {
    /// The left side.
    pub x: Length,
    /// The upper side.
    pub y: Length,
    /// Not negative.
    pub width: Length,
    /// Not negative.
    pub height: Length,
}

/// A colour of sRGB: red, green, blue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Black.
    pub const BLACK: Self = Self([0; 3]);
}

/// A document that is laid out.
#[derive(Debug, Clone)]
pub struct Layout {
    /// What the document says about itself.
    pub metadata: Metadata,
    /// The faces; [`Run::face`] is a position in them. Each is parsed once per process and shared.
    pub faces: Vec<Arc<Face>>,
    /// The pages, at least one.
    pub pages: Vec<Page>,
    /// The tag tree: node 0 is [`Role::Document`] and the only one without a parent; a parent stands before its children, and
    /// siblings stand in reading order.
    pub tags: Vec<Node>,
    /// Where internal links may lead, by name.
    pub anchors: BTreeMap<String, Spot>,
    /// The outline, in reading order.
    pub outline: Vec<Bookmark>,
    /// Files that the document carries.
    pub attachments: Vec<Attachment>,
}

/// What a document says about itself.
#[derive(Debug, Clone)]
pub struct Metadata {
    /// Its title, as a reader's window shows it.
    pub title: String,
    /// Its language: a BCP 47 tag.
    pub language: String,
    /// Who wrote or publishes it.
    pub author: Option<String>,
    /// What it is about, in a sentence or two.
    pub summary: Option<String>,
    /// Where it stands on the web, as an absolute address.
    pub url: Option<String>,
    /// The date of publication, which is an input; without it the document bears no date.
    pub published: Option<Date>,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Its width.
    pub width: Length,
    /// Its height.
    pub height: Length,
    /// What is drawn, in paint order.
    pub items: Vec<Item>,
    /// What leads elsewhere.
    pub links: Vec<Link>,
}

/// Something drawn, and what it is part of.
#[derive(Debug, Clone)]
pub struct Item {
    /// What it is part of.
    pub owner: Owner,
    /// What is drawn.
    pub drawing: Drawing,
}

/// The position of a node in [`Layout::tags`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(pub usize);

/// What an item is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A node of the tag tree.
    Node(NodeId),
    /// A running title or what else is repeated at the top of each page; readers skip it.
    Header,
    /// A page number or what else is repeated at the foot of each page; readers skip it.
    Footer,
    /// An ornament, a rule, the background of a table, a table's header repeated on the next page; readers skip it.
    Layout,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub enum Drawing {
    /// Text.
    Run(Run),
    /// A filled rectangle; rules and lines are thin ones.
    Rect(Rect, Colour),
    /// A path.
    Path(Path),
}

/// Glyphs of one face, size and colour on one baseline.
#[derive(Debug, Clone)]
pub struct Run {
    /// The position of its face in [`Layout::faces`].
    pub face: usize,
    /// The size of the em.
    pub size: Length,
    /// Its colour.
    pub colour: Colour,
    /// Where its baseline begins.
    pub origin: Point,
    /// The text that it stands for.
    pub text: String,
    /// Its glyphs, from left to right.
    pub glyphs: Vec<Glyph>,
}

/// A glyph where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the face; never 0.
    pub gid: u16,
    /// How far the pen moves to the right, in units of the face, with kerning, squeezing and justification.
    pub advance: i32,
    /// How far it is drawn right of the pen, in units of the face.
    pub x: i32,
    /// How far it is drawn above the baseline, in units of the face.
    pub y: i32,
    /// The bytes of the run's text that its cluster stands for. Glyphs of one cluster stand side by side and have the same
    /// bytes; the clusters of a run cover its text without a gap.
    pub text: Range<u32>,
}

/// A path of straight lines and curves.
#[derive(Debug, Clone)]
pub struct Path {
    /// Its segments; the first is a [`Segment::Move`].
    pub segments: Vec<Segment>,
    /// The colour inside (non-zero winding), if it is filled.
    pub fill: Option<Colour>,
    /// The colour and the width of its line, if it is drawn.
    pub stroke: Option<(Colour, Length)>,
}

/// A segment of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// Begins anew.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic Bézier curve: two control points and the end.
    Curve(Point, Point, Point),
    /// Back to where it began.
    Close,
}

/// A place that leads elsewhere. A link over several lines is several, of one node.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it can be touched.
    pub area: Rect,
    /// Where it leads.
    pub target: Target,
    /// Its node, of [`Role::Link`], inside the document too.
    pub node: NodeId,
    /// What it is, for those who hear it; not empty.
    pub contents: String,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To an address.
    Url(String),
    /// To one of [`Layout::anchors`].
    Anchor(String),
}

/// A place in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The position of the page.
    pub page: usize,
    /// What a reader brings to the upper edge of the window.
    pub y: Length,
}

/// A line of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    /// How deep it stands, from 1; never more than one below the line before.
    pub level: u8,
    /// Its text.
    pub title: String,
    /// Where it leads.
    pub spot: Spot,
}

/// A node of the tag tree.
#[derive(Debug, Clone)]
pub struct Node {
    /// The node that it is part of; `None` for the first alone.
    pub parent: Option<NodeId>,
    /// What it is.
    pub role: Role,
    /// Its language, where it differs from its parent's: a BCP 47 tag.
    pub lang: Option<String>,
    /// What a picture shows, for those who do not see it.
    pub alt: Option<String>,
    /// What is read in place of its content.
    pub actual: Option<String>,
    /// An id, unique in the document: that of a figure as the ledger has it (`f12`), of a table's header cell.
    pub id: Option<String>,
    /// The ids of the header cells of a data cell, where [`Role::Th`] with its scope does not tell.
    pub headers: Vec<String>,
    /// The page of a picture, and where it stands on it.
    pub bounds: Option<(usize, Rect)>,
}

impl Node {
    /// A node with a role and nothing else.
    pub fn new(parent: Option<NodeId>, role: Role) -> Self {
        Self { parent, role, lang: None, alt: None, actual: None, id: None, headers: Vec::new(), bounds: None }
    }
}

/// What a node is, by the standard structure types of ISO 32000-1, 14.8.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The whole.
    Document,
    /// A part with a heading of its own.
    Sect,
    /// A heading, 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A block quotation.
    Quote,
    /// A list; its numbers or dots are in [`Role::Label`].
    List(Numbering),
    /// An item of a list: a [`Role::Label`] and a [`Role::ItemBody`].
    Item,
    /// The number or dot of an item.
    Label,
    /// What an item says.
    ItemBody,
    /// A table.
    Table,
    /// Its header.
    Thead,
    /// Its body.
    Tbody,
    /// A row.
    Tr,
    /// A header cell.
    Th(Scope),
    /// A data cell.
    Td,
    /// A picture with an alternative text.
    Figure,
    /// The caption of a picture or table.
    Caption,
    /// A link.
    Link,
    /// A part of a line, such as a figure of the ledger.
    Span,
    /// A strongly emphasised part of a line.
    Strong,
    /// An emphasised part of a line.
    Emphasis,
    /// Text as typed.
    Code,
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Numbering {
    /// Not at all: its items have no labels.
    None,
    /// By dots.
    Disc,
    /// By numbers.
    Decimal,
}

/// What a header cell is the header of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The cells below it.
    Column,
    /// The cells beside it.
    Row,
}

/// A file that a document carries.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its name, with an ending.
    pub name: String,
    /// What it is, in a sentence.
    pub description: String,
    /// Its media type: `application/json`.
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_rounded_to_the_nearest() {
        assert_eq!(Length::mm(210), Length(595_276)); // A4 is 595.276 by 841.890 points
        assert_eq!(Length::mm(297), Length(841_890));
        assert_eq!(Length::pt(10).of_units(333, 1000), Length(3330));
        assert_eq!(Length(10_500).of_units(-1, 2048), Length(-5));
    }
}
