//! Whether the words of a table, or of a drawing that is told as one, stand in its columns: each cell begins, ends or has its middle
//! where another of the table does or an area is drawn, or stands right behind a shape, as the words of a legend do.
//!
//! In: the passages of a file, and what its pages drew. Out: the cells that stand elsewhere. A cell that is alone in its column and
//! has others beside it could stand anywhere, and is let be.

use super::content::Drawn;
use super::sight::{Passage, Place};

/// A cell as it stands: its column, its first glyph, and where its words begin and end.
struct Cell<'a> {
    column: usize,
    first: &'a Place<'a>,
    left: i64,
    right: i64,
    /// How far its edges may be from others that are the same to the eye: marks at the edge of a line may stand a little outside.
    slack: i64,
}

/// The first glyph of each cell that stands in no column.
pub(super) fn astray<'a>(passages: &'a [Passage<'a>], drawn: &[Drawn]) -> Vec<&'a Place<'a>> {
    let tables = passages.chunk_by(|one, next| one.cell.map(|cell| cell.0) == next.cell.map(|cell| cell.0));
    let mut found = Vec::new();
    for table in tables {
        let cells: Vec<Cell<'_>> = table.iter().filter_map(cell).collect();
        for (position, cell) in cells.iter().enumerate() {
            let others = || cells.iter().enumerate().filter(|(other, _)| *other != position).map(|(_, other)| other);
            let is_free = !others().any(|other| other.column == cell.column) && others().any(|other| is_beside(cell, other));
            if !is_free && !others().any(|other| is_in_line(cell, other)) && !is_at_area(cell, &drawn[cell.first.page]) {
                found.push(cell.first);
            }
        }
    }
    found
}

/// The cell of a passage that stands in one and has words.
fn cell<'a>(passage: &'a Passage<'a>) -> Option<Cell<'a>> {
    let (_, column) = passage.cell?;
    let seen = || passage.glyphs.iter().filter(|place| !place.glyph.text.chars().all(char::is_whitespace));
    let left = seen().map(|place| place.glyph.x).min()?;
    let right = seen().map(|place| place.glyph.x + place.glyph.width).max()?;
    let ends = seen().next().zip(seen().next_back())?;
    let is_letter =
        |place: &Place<'_>| place.glyph.text.chars().all(|character| character.is_alphanumeric() || character == '%');
    let size = ends.0.glyph.size;
    let in_one_line = seen().all(|place| place.glyph.y == ends.0.glyph.y);
    let slack = if in_one_line && is_letter(ends.0) && is_letter(ends.1) { size / 20 } else { size / 2 };
    Some(Cell { column, first: ends.0, left, right, slack })
}

fn is_in_line(cell: &Cell<'_>, other: &Cell<'_>) -> bool {
    let near = |one: i64, other_one: i64| (one - other_one).abs() <= cell.slack.max(other.slack);
    near(cell.left, other.left)
        || near(cell.right, other.right)
        || near((cell.left + cell.right) / 2, (other.left + other.right) / 2)
}

fn is_beside(cell: &Cell<'_>, other: &Cell<'_>) -> bool {
    let (own, other) = (cell.first, other.first);
    own.page == other.page && (own.glyph.y - other.glyph.y).abs() <= own.glyph.size / 2
}

/// Whether a cell begins or ends where an area does that is drawn at its line, or stands right behind one.
fn is_at_area(cell: &Cell<'_>, drawn: &Drawn) -> bool {
    let (size, y) = (cell.first.glyph.size, cell.first.glyph.y);
    drawn.areas.iter().any(|area| {
        let [left, bottom, right, top] = area.corners;
        let near = |one: i64, other: i64| (one - other).abs() <= cell.slack;
        let is_within = |below: i64, above: i64| bottom < y + above && y - below < top;
        let is_behind = is_within(0, size) && (0..=size * 3 / 2).contains(&(cell.left - right));
        is_behind || is_within(size * 2, size * 2) && (near(cell.left, left) || near(cell.right, right))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::pdf::content::{Area, Glyph};

    /// Whether the last of the cells is astray, each given by its column, its left edge, its height and its width; with these areas.
    fn is_astray(cells: &[(usize, i64, i64, i64)], areas: &[[i64; 4]]) -> bool {
        let glyph = |&(_, x, y, width): &(usize, i64, i64, i64)| Glyph {
            x,
            y,
            width,
            size: 10_000,
            colour: [0; 3],
            text: "8".into(),
            painted: 0,
        };
        let glyphs: Vec<Glyph> = cells.iter().map(glyph).collect();
        let passage = |(cell, glyph)| {
            let &(column, ..): &(usize, i64, i64, i64) = cell;
            Passage { glyphs: vec![Place { page: 0, glyph }], in_lines: true, cell: Some((1, column)) }
        };
        let passages: Vec<Passage<'_>> = cells.iter().zip(&glyphs).map(passage).collect();
        let mut drawn = Drawn::default();
        drawn.areas = areas.iter().map(|corners| Area { corners: *corners, colour: [0; 3], whole: true }).collect();
        astray(&passages, &[drawn]).iter().any(|place| std::ptr::eq(place.glyph, &glyphs[glyphs.len() - 1]))
    }

    #[test]
    fn cells_stand_in_columns() {
        let head = (1, 200_000, 500_000, 60_000);
        for (left, width) in [(200_000, 20_000), (240_000, 20_000), (220_000, 20_000), (200_400, 90_000)] {
            assert!(!is_astray(&[head, (1, left, 480_000, width)], &[]), "{left} {width}");
        }
        assert!(is_astray(&[head, (1, 204_000, 480_000, 90_000)], &[]));
        let astray = [head, (1, 300_000, 480_000, 20_000)];
        assert!(is_astray(&astray, &[]));
        // A dot before it, or a bar below; not one that is far away.
        assert!(!is_astray(&astray, &[[285_000, 480_000, 292_000, 487_000]]));
        assert!(!is_astray(&astray, &[[300_000, 465_000, 450_000, 470_000]]));
        assert!(is_astray(&astray, &[[300_000, 265_000, 450_000, 270_000], [250_000, 480_000, 257_000, 487_000]]));
        // Alone in its column it may stand anywhere on its line.
        assert!(!is_astray(&[(0, 100_000, 480_000, 20_000), (1, 300_000, 480_000, 20_000)], &[]));
        assert!(is_astray(&[(0, 100_000, 500_000, 20_000), (1, 300_000, 480_000, 20_000)], &[]));
    }
}
