//! Whether a reader's eye gets what the file says: every glyph on the page, large enough, in a colour that stands out, not painted
//! over; and the glyphs of a text side by side in its order.

use super::content::{Area, Drawn, Glyph};

/// The smallest size that anybody reads, in thousandths of a point.
const SMALLEST: i64 = 4_000;

/// How far the lightness of a glyph must be from what is behind it, of 1000.
const CONTRAST: i64 = 250;

/// What is wrong with the glyphs of a page of such a size.
pub(super) fn hidden(drawn: &Drawn, width: i64, height: i64) -> Vec<String> {
    let seen = |glyph: &&Glyph| !glyph.text.chars().all(char::is_whitespace);
    let mut wrong: Vec<String> = Vec::new();
    let in_line = |glyph: &Glyph, next: &Glyph| (glyph.y, glyph.size, glyph.painted) == (next.y, next.size, next.painted);
    for line in drawn.glyphs.chunk_by(in_line) {
        let y = line[0].y + line[0].size / 4;
        let (before, behind) = drawn.areas.split_at(line[0].painted);
        let is_there = |area: &&Area| area.corners[1] < y && y < area.corners[3];
        let before: Vec<&Area> = before.iter().rev().filter(|area| area.whole).filter(is_there).collect();
        let behind: Vec<&Area> = behind.iter().filter(is_there).collect();
        for glyph in line.iter().filter(seen) {
            let x = glyph.x + glyph.width / 2;
            let covers = |area: &&&Area| area.corners[0] < x && x < area.corners[2];
            let ground = before.iter().find(covers).map_or([1000; 3], |area| area.colour);
            let how = if glyph.x < 0 || glyph.x + glyph.width > width || glyph.y < 0 || glyph.y + glyph.size > height {
                "stands beside the page"
            } else if glyph.size < SMALLEST {
                "is too small to be read"
            } else if (lightness(glyph.colour) - lightness(ground)).abs() < CONTRAST {
                "has the colour of what is behind it"
            } else if behind.iter().any(|area| covers(&area)) {
                "is painted over"
            } else {
                continue;
            };
            wrong.push(format!("`{}` {how}", glyph.text));
        }
    }
    wrong.dedup();
    wrong
}

/// How light a colour is, of 1000 (Rec. 601).
fn lightness(colour: [i64; 3]) -> i64 {
    (colour[0] * 299 + colour[1] * 587 + colour[2] * 114) / 1000
}

/// Where a glyph stands.
#[derive(Debug, Clone)]
pub(super) struct Place<'a> {
    pub page: usize,
    pub glyph: &'a Glyph,
}

/// The glyphs of a text, in its order.
#[derive(Default)]
pub(super) struct Passage<'a> {
    pub glyphs: Vec<Place<'a>>,
    /// Whether they stand in lines, and are not laid out freely.
    pub in_lines: bool,
    /// The cell that it stands in: the number of its table in the file, and that of its column.
    pub cell: Option<(usize, usize)>,
}

/// The first place where the glyphs of a text, in its order, do not stand side by side or line under line.
pub(super) fn jump<'a>(glyphs: &'a [Place<'a>]) -> Option<&'a Place<'a>> {
    glyphs.windows(2).find(|two| !follows(&two[0], &two[1])).map(|two| &two[1])
}

fn follows(before: &Place<'_>, after: &Place<'_>) -> bool {
    if before.page != after.page {
        return after.page == before.page + 1;
    }
    let (last, next) = (before.glyph, after.glyph);
    let size = last.size.max(next.size);
    let down = last.y - next.y;
    if down.abs() * 100 < size * 45 {
        let gap = next.x - last.x - last.width;
        if (-size * 6 / 10..=size * 4 / 10).contains(&gap) {
            return true;
        }
        let is_space = |glyph: &Glyph| glyph.text.chars().all(char::is_whitespace);
        // A line that is filled parts Han characters, and those from others; never the letters of a word or the digits of a number.
        let is_han = |glyph: &Glyph| {
            glyph.text.chars().all(|c| ('\u{2e80}'..'\u{fb00}').contains(&c) || ('\u{ff00}'..'\u{fff0}').contains(&c))
        };
        let widest = match (is_space(last), is_han(last) || is_han(next)) {
            (true, _) => size * 2,
            (_, true) => size,
            _ => return false,
        };
        return (0..=widest).contains(&gap);
    }
    (size * 8 / 10..size * 4).contains(&down) && next.x < last.x + last.width
}

/// Whether a text stands behind another: on the pages after, or lower, or on its line and farther to the right.
pub(super) fn is_behind(before: &Place<'_>, after: &Place<'_>) -> bool {
    let (last, next) = (before.glyph, after.glyph);
    let (up, half) = (next.y - last.y, last.size.max(next.size) / 2);
    after.page > before.page || after.page == before.page && (up < -half || up <= half && next.x > last.x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(x: i64, y: i64) -> Glyph {
        let text = "8".into();
        Glyph { x, y, width: 5_000, size: 10_000, colour: [0; 3], text, painted: 0 }
    }

    #[test]
    fn what_is_read_later_stands_below_or_to_the_right() {
        let first = glyph(100_000, 500_000);
        let is_after = |page, (x, y)| is_behind(&Place { page: 1, glyph: &first }, &Place { page, glyph: &glyph(x, y) });
        for (page, place) in [(2, (0, 900_000)), (1, (0, 480_000)), (1, (300_000, 500_000)), (1, (300_000, 503_000))] {
            assert!(is_after(page, place), "{page} {place:?}");
        }
        for (page, place) in [(0, (300_000, 0)), (1, (90_000, 500_000)), (1, (300_000, 520_000)), (1, (300_000, 700_000))] {
            assert!(!is_after(page, place), "{page} {place:?}");
        }
    }
}
