//! Whether the words of a table, or of a drawing that is told as one, stand in its columns: each cell begins, ends or has its middle
//! where another of the table does or an area is drawn, or stands right behind a shape, as the words of a legend do.
//!
//! In: the passages of a file, and what its pages drew. Out: the cells that stand elsewhere. A cell that is alone in its column and
//! has others beside it could stand anywhere, and is let be. Time grows with the number of cells as sorting does.

use super::content::Drawn;
use super::sight::{Passage, Place};
use std::collections::BTreeMap;

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
        let (in_line, free) = (in_line(&cells), free(&cells));
        let astray = cells.iter().zip(in_line).zip(free).filter(|((_, in_line), free)| !in_line && !free);
        let astray = astray.map(|((cell, _), _)| cell).filter(|cell| !is_at_area(cell, &drawn[cell.first.page]));
        found.extend(astray.map(|cell| cell.first));
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

/// Which cells begin, end or have their middle where another does, as near as the slack of either.
fn in_line(cells: &[Cell<'_>]) -> Vec<bool> {
    let mut found = vec![false; cells.len()];
    let edges: [fn(&Cell<'_>) -> i64; 3] = [|cell| cell.left, |cell| cell.right, |cell| (cell.left + cell.right) / 2];
    for edge in edges {
        let mut order: Vec<(i64, usize)> = cells.iter().enumerate().map(|(position, cell)| (edge(cell), position)).collect();
        order.sort_unstable();
        // From left to right and back: each cell is held against those that were passed, of which the last is the nearest.
        let mut pass = |order: &mut dyn Iterator<Item = (i64, usize)>| {
            let (mut last, mut reach) = (None, i64::MIN);
            for (at, position) in order {
                let slack = cells[position].slack;
                found[position] |= last.is_some_and(|last| at - last <= slack || at <= reach);
                (last, reach) = (Some(at), reach.max(at + slack));
            }
        };
        pass(&mut order.iter().copied());
        pass(&mut order.iter().rev().map(|(at, position)| (-at, *position)));
    }
    found
}

/// Which cells are alone in their column and have others beside them.
fn free(cells: &[Cell<'_>]) -> Vec<bool> {
    let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
    cells.iter().for_each(|cell| *columns.entry(cell.column).or_default() += 1);
    let mut found = vec![false; cells.len()];
    let place = |cell: &Cell<'_>| (cell.first.page, cell.first.glyph.y);
    let mut order: Vec<usize> = (0..cells.len()).collect();
    order.sort_unstable_by_key(|position| place(&cells[*position]));
    for pair in order.windows(2) {
        let [(page, y), (other, next)] = [pair[0], pair[1]].map(|position| place(&cells[position]));
        for position in pair.iter().copied().filter(|_| page == other) {
            let cell = &cells[position];
            found[position] |= next - y <= cell.first.glyph.size / 2 && columns[&cell.column] == 1;
        }
    }
    found
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

    /// How many cells are astray, each given by its column, its left edge, its height and its width, with these areas; whether the
    /// last is; and the nanoseconds that it took to say.
    fn sought(cells: &[(usize, i64, i64, i64)], areas: &[[i64; 4]]) -> (usize, bool, u128) {
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
        let worked = || {
            let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
            u128::from(time.tv_sec.unsigned_abs()) * 1_000_000_000 + u128::from(time.tv_nsec.unsigned_abs())
        };
        let start = worked();
        let found = astray(&passages, &[drawn]);
        let took = worked() - start;
        (found.len(), found.iter().any(|place| std::ptr::eq(place.glyph, &glyphs[glyphs.len() - 1])), took)
    }

    fn is_astray(cells: &[(usize, i64, i64, i64)], areas: &[[i64; 4]]) -> bool {
        sought(cells, areas).1
    }

    #[test]
    fn twice_as_many_cells_cost_about_twice_as_much() {
        // No two of them have an edge or a middle in common, and each is astray.
        let time = |count: i64| {
            let cells: Vec<_> = (0..count).map(|at| (1, at * 20_000, at * -20_000, at * 4 + 9_000)).collect();
            let (astray, _, took) = sought(&cells, &[]);
            assert_eq!(astray, cells.len());
            took
        };
        // What costs too much does so each time.
        let is_dear = || time(40_000) > 3 * time(20_000);
        assert!(!(is_dear() && is_dear() && is_dear()));
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
