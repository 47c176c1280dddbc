//! Tables: columns as wide as they need, rows that are never divided, a header that is repeated on each page.
//!
//! In: cells. Out: a strip with a row for each row. What can go wrong: a table of so many columns that nobody could read them. One
//! that is wider than the text is set smaller; if that is not enough, the words of its widest columns are divided.

use super::Wide;
use super::compose::{Composer, Frame, Place, row};
use super::flow::{Row, Strip};
use super::line::Shaped;
use super::sheet::Kind;
use super::text::Paragraph;
use crate::format::pdf::page::{Colour, Length, NodeId, Rect, Role, Scope};
use crate::model::body::{Align, Inline};
use crate::model::print::Alignment;

/// The thousandths of its size in which a table is set until it fits.
const SIZES: [i32; 3] = [1000, 880, 760];

/// How many thousandths of its size a column must be wide, or as wide as its words: enough for a syllable or two.
const NARROWEST: i32 = 3_000;

/// How much of its header tells a table from others, in characters.
const KNOWN_BY: usize = 60;

/// A cell before it is set.
struct Cell {
    paragraph: Paragraph,
    place: Place,
    kind: Kind,
}

impl Composer<'_> {
    pub(super) fn table(&mut self, align: &[Align], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], frame: Frame) {
        let table = self.node(frame.parent, Role::Table);
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        let part = self.node(table, Role::Thead);
        let mut cells = vec![self.cells(head, part, align, true)];
        let part = self.node(table, Role::Tbody);
        for row in rows {
            let row = self.cells(row, part, align, false);
            cells.push(row);
        }
        let gap = self.sheet.em(1_100).min(Length(frame.width.0 / (4 * columns as i32)));
        let room = frame.width - gap * (columns as i32 - 1);
        let (mut widths, mut scale) = (Vec::new(), SIZES[0]);
        for size in SIZES {
            cells.iter_mut().flatten().for_each(|cell| cell.paragraph.scale(size, scale));
            scale = size;
            let needs = self.needs(&cells, columns);
            let least: i64 = needs.iter().map(|(_, least)| *least).sum();
            widths = share(&needs, i64::from(room.0));
            if least <= i64::from(room.0) {
                break;
            }
            let narrowest = self.sheet.style(Kind::Cell).size.of_units(scale, 1000).of_units(NARROWEST, 1000);
            if size == SIZES[SIZES.len() - 1] && cap(&needs, i64::from(room.0)) < i64::from(narrowest.0) {
                let cells = cells.iter().flatten().map(|cell| cell.paragraph.text.trim());
                let first = cells.clone().find(|text| !text.is_empty()).unwrap_or_default().to_owned();
                let around = cells.collect::<Vec<_>>().join(" | ").chars().take(KNOWN_BY).collect();
                self.wide.push(Wide { columns, first, around });
            }
        }
        let mut set = Vec::with_capacity(cells.len());
        for (index, cells) in cells.into_iter().enumerate() {
            let mut row = self.row(cells, &widths, gap, frame, scale);
            let top = if index == 0 { (self.sheet.ink(), 900) } else { (self.sheet.line(), 450) };
            rule(&mut row, frame, Length::ZERO, top);
            if index == 0 && rows.is_empty() || index > 0 && index == rows.len() {
                let height = row.height;
                rule(&mut row, frame, height, (self.sheet.ink(), 700));
            }
            set.push(row);
        }
        let head = set.first().filter(|_| !head.is_empty()).map(Row::as_artefact);
        let (above, below) = (self.sheet.em(1_100), self.sheet.em(500));
        self.strips.push(Strip { rows: set, above, below, together: 2, head, ..Strip::default() });
    }

    fn cells(&mut self, cells: &[Vec<Inline>], part: NodeId, align: &[Align], is_head: bool) -> Vec<Cell> {
        let row = self.node(part, Role::Tr);
        let mut made = Vec::with_capacity(cells.len());
        for (column, inlines) in cells.iter().enumerate() {
            let names_row = column == 0 && !inlines.is_empty() && !says_figure(inlines);
            let role = match () {
                () if is_head && !inlines.is_empty() => Role::Th(Scope::Column),
                () if !is_head && names_row => Role::Th(Scope::Row),
                () => Role::Td,
            };
            let node = self.node(row, role);
            let kind = if is_head { Kind::CellHead } else { Kind::Cell };
            let paragraph = self.inlines(inlines, self.sheet.style(kind), node);
            let place = match align.get(column) {
                Some(Align::End) => Place::End,
                Some(Align::Centre) => Place::Centre,
                _ => Place::Start,
            };
            made.push(Cell { paragraph, place, kind });
        }
        made
    }

    /// How wide each column would be, and how wide it must be.
    fn needs(&mut self, cells: &[Vec<Cell>], columns: usize) -> Vec<(i64, i64)> {
        let mut needs = vec![(0, 0); columns];
        for row in cells {
            for (cell, (most, least)) in row.iter().zip(&mut needs) {
                let (whole, widest) = Shaped::new(&mut self.engine, &cell.paragraph, self.sheet.tag).widths();
                *most = i64::from(whole.0).max(*most);
                *least = i64::from(widest.0).max(*least);
            }
        }
        needs
    }

    fn row(&mut self, cells: Vec<Cell>, widths: &[Length], gap: Length, frame: Frame, scale: i32) -> Row {
        let padding = self.sheet.em(400);
        let mut whole = Row::default();
        let mut left = frame.left;
        for (cell, width) in cells.into_iter().zip(widths) {
            let leading = self.sheet.leading(cell.kind).of_units(scale, 1000);
            let size = self.sheet.style(cell.kind).size.of_units(scale, 1000);
            let shaped = Shaped::new(&mut self.engine, &cell.paragraph, self.sheet.tag);
            let mut y = padding;
            for line in shaped.lines(&mut self.engine, *width, Alignment::Ragged) {
                let x = left
                    + match cell.place {
                        Place::Start => Length::ZERO,
                        Place::Centre => Length((*width - line.width).0 / 2),
                        Place::End => *width - line.width,
                    };
                let mut line = row(line, &cell.paragraph, x, leading, size);
                line.shift(Length::ZERO, y);
                y += leading;
                whole.items.extend(line.items);
                whole.links.extend(line.links);
                whole.anchors.extend(line.anchors);
            }
            whole.height = whole.height.max(y + padding);
            left += *width + gap;
        }
        whole
    }
}

/// The widths of columns of which each would be and must be so wide. A column that asks for no more than an equal part of the room
/// gets what it asks for; the wider ones share what is left.
fn share(needs: &[(i64, i64)], mut left: i64) -> Vec<Length> {
    let (mut most, mut least) = (0, 0);
    needs.iter().for_each(|(wish, must)| (most, least) = (most + wish, least + must));
    let cap = cap(needs, left);
    let mut widths = vec![0; needs.len()];
    // What is left over goes to the first column, which names the rows.
    let spare = (left - most).max(0);
    let mut narrow: Vec<_> = (0..needs.len()).collect();
    narrow.sort_by_key(|column| needs[*column].0);
    for (position, column) in narrow.into_iter().enumerate() {
        let (wish, must) = needs[column];
        let equal = left / (needs.len() - position) as i64;
        widths[column] = match () {
            () if least > left => must.min(cap),
            () if most <= left || wish <= equal && wish - must <= left - least => wish,
            () => must + (left - least) * (wish - must) / (most - least).max(1),
        };
        if least <= left {
            left -= widths[column];
            (most, least) = (most - wish, least - must);
        }
    }
    if let Some(first) = widths.first_mut() {
        *first += spare;
    }
    widths.into_iter().map(|width| Length(i32::try_from(width.max(1)).unwrap_or(i32::MAX / 4))).collect()
}

/// How wide the widest columns can be if the others are as wide as they must.
fn cap(needs: &[(i64, i64)], mut left: i64) -> i64 {
    let mut musts: Vec<i64> = needs.iter().map(|(_, must)| *must).collect();
    musts.sort_unstable();
    for (index, must) in musts.iter().enumerate() {
        let cap = left / (musts.len() - index) as i64;
        if *must > cap {
            return cap;
        }
        left -= must;
    }
    i64::MAX
}

fn rule(row: &mut Row, frame: Frame, y: Length, (colour, height): (Colour, i32)) {
    row.rect(Rect { x: frame.left, y, width: frame.width, height: Length(height) }, colour);
}

fn says_figure(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Figure(_) => true,
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { inlines: inner, .. } => says_figure(inner),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_get_what_they_need() {
        let share = |needs: &[(i64, i64)], room| share(needs, room).iter().map(|width| width.0).collect::<Vec<_>>();
        assert_eq!(share(&[(50, 10), (20, 20)], 100), [80, 20]);
        assert_eq!(share(&[(180, 20), (20, 20)], 100), [80, 20]);
        // A short one is not broken for the sake of long ones.
        assert_eq!(share(&[(30, 10), (100, 10), (140, 10)], 150), [30, 50, 70]);
        // Where words must be divided, those of the widest columns are.
        assert_eq!(share(&[(300, 150), (60, 40)], 100), [60, 40]);
        assert_eq!(share(&[(300, 150), (90, 90), (9, 9)], 99), [45, 45, 9]);
    }
}
