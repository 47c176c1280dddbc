//! Pages: strips of rows that flow from page to page.
//!
//! In: strips. Out: pages, and where anchors and headings came to stand. Nothing can go wrong: a row that is taller than a page is
//! divided. At least two rows of a paragraph stand together on either side of a page's end; headings stand with what follows.

use super::sheet::Sheet;
use crate::format::pdf::page::{Bookmark, Colour, Drawing, Item, Length, Link, Owner, Page, Rect, Segment, Spot};
use std::collections::BTreeMap;

/// What stands side by side and is not divided. Places are relative to its upper left corner.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub height: Length,
    pub items: Vec<Item>,
    pub links: Vec<Link>,
    /// The anchors in it, and how far below its upper edge the text that they name begins.
    pub anchors: Vec<(String, Length)>,
    /// The heading that begins in it: its level and text.
    pub bookmark: Option<(u8, String)>,
}

/// Rows that belong together.
#[derive(Debug, Clone, Default)]
pub struct Strip {
    pub rows: Vec<Row>,
    /// The space above, unless it begins a page.
    pub above: Length,
    /// The space below, unless it ends a page.
    pub below: Length,
    /// How many rows stand together at least before and behind a page's end.
    pub together: usize,
    /// Whether it stands on the page of what follows.
    pub keeps_next: bool,
    /// Whether it only parts two others: it is left out where it would begin a page.
    pub parts: bool,
    /// What is repeated above its rows on a further page.
    pub head: Option<Row>,
}

/// Pages being filled.
pub struct Flow<'a> {
    sheet: &'a Sheet<'a>,
    pub pages: Vec<Page>,
    pub anchors: BTreeMap<String, Spot>,
    pub outline: Vec<Bookmark>,
    /// How far the page is filled.
    y: Length,
}

impl<'a> Flow<'a> {
    /// Pages with nothing on them.
    pub fn new(sheet: &'a Sheet<'a>) -> Self {
        let mut flow = Self { sheet, pages: Vec::new(), anchors: BTreeMap::new(), outline: Vec::new(), y: Length::ZERO };
        flow.turn();
        flow
    }

    fn top(&self) -> Length {
        Length(self.sheet.print.margins[0])
    }

    fn bottom(&self) -> Length {
        Length(self.sheet.print.paper.1 - self.sheet.print.margins[2])
    }

    fn is_at_top(&self) -> bool {
        self.y == self.top()
    }

    fn turn(&mut self) {
        let (width, height) = self.sheet.print.paper;
        self.pages.push(Page { width: Length(width), height: Length(height), ..Page::default() });
        self.y = self.top();
    }

    /// Sets strips one after the other.
    pub fn set(&mut self, strips: Vec<Strip>) {
        let needs = needs(&strips);
        for (strip, need) in strips.into_iter().zip(needs) {
            let above = if self.is_at_top() { Length::ZERO } else { strip.above };
            if !self.is_at_top() && self.y + above + need > self.bottom() && need <= self.bottom() - self.top() {
                self.turn();
            } else {
                self.y += above;
            }
            if !strip.parts || !self.is_at_top() {
                let below = strip.below;
                self.strip(strip);
                self.y += below;
            }
        }
    }

    fn strip(&mut self, mut strip: Strip) {
        let mut rest = std::mem::take(&mut strip.rows);
        loop {
            let room = self.bottom() - self.y;
            let mut filled = Length::ZERO;
            let mut fits = rest
                .iter()
                .take_while(|row| {
                    filled += row.height;
                    filled <= room
                })
                .count();
            if fits == rest.len() {
                rest.into_iter().for_each(|row| self.row(row));
                return;
            }
            fits = fits.min(rest.len().saturating_sub(strip.together));
            if fits < strip.together {
                fits = 0;
            }
            if fits == 0 && self.is_at_top() {
                fits = self.force(&mut rest);
            }
            let next = rest.split_off(fits);
            rest.into_iter().for_each(|row| self.row(row));
            rest = next;
            self.turn();
            if let Some(head) = &strip.head {
                self.row(head.clone());
            }
        }
    }

    /// How many rows a page takes that is too small for those that stand together; the first is divided if it must be.
    fn force(&self, rest: &mut Vec<Row>) -> usize {
        let room = self.bottom() - self.top();
        let mut filled = Length::ZERO;
        let fits = rest
            .iter()
            .take_while(|row| {
                filled += row.height;
                filled <= room
            })
            .count();
        if fits == 0
            && let Some(first) = rest.first_mut()
        {
            let second = first.divide(room);
            rest.insert(1, second);
            return 1;
        }
        fits.max(1)
    }

    fn row(&mut self, row: Row) {
        let page = self.pages.len() - 1;
        let (left, y) = (self.sheet.left(), self.y);
        let at = |y: Length| Spot { page, y: (y - Length::pt(6)).max(Length::ZERO) };
        let spot = at(y);
        self.anchors.extend(row.anchors.into_iter().map(|(name, below)| (name, at(y + below))));
        if let Some((level, title)) = row.bookmark {
            let deepest = self.outline.last().map_or(1, |last| last.level + 1);
            self.outline.push(Bookmark { level: level.clamp(1, deepest), title, spot });
        }
        let sheet = &mut self.pages[page];
        sheet.items.extend(row.items.into_iter().map(|item| moved(item, left, y)));
        sheet.links.extend(row.links.into_iter().map(|link| Link { area: shifted(link.area, left, y), ..link }));
        self.y += row.height;
    }
}

/// How much room each strip needs at least, with what it keeps with it.
fn needs(strips: &[Strip]) -> Vec<Length> {
    let mut needs = vec![Length::ZERO; strips.len()];
    for (index, strip) in strips.iter().enumerate().rev() {
        let height = |rows: &[Row]| rows.iter().map(|row| row.height).sum::<Length>();
        needs[index] = match strips.get(index + 1).filter(|_| strip.keeps_next) {
            Some(next) => height(&strip.rows) + next.above + needs[index + 1],
            // Too few rows to be divided stay together.
            None if strip.rows.len() < 2 * strip.together => height(&strip.rows),
            None => height(&strip.rows[..strip.together.min(strip.rows.len())]),
        };
    }
    needs
}

impl Row {
    /// Moves everything by so much.
    pub fn shift(&mut self, x: Length, y: Length) {
        let items = std::mem::take(&mut self.items);
        self.items = items.into_iter().map(|item| moved(item, x, y)).collect();
        self.links.iter_mut().for_each(|link| link.area = shifted(link.area, x, y));
        self.anchors.iter_mut().for_each(|(_, below)| *below += y);
    }

    /// The row as an ornament that readers skip.
    pub fn as_artefact(&self) -> Self {
        let items = self.items.iter().map(|item| Item { owner: Owner::Layout, drawing: item.drawing.clone() });
        Self { height: self.height, items: items.collect(), ..Self::default() }
    }

    /// A filled rectangle behind or beside its text.
    pub fn rect(&mut self, rect: Rect, colour: Colour) {
        self.items.push(Item { owner: Owner::Layout, drawing: Drawing::Rect(rect, colour) });
    }

    /// Cuts off what stands below `height`.
    fn divide(&mut self, height: Length) -> Row {
        let y = |item: &Item| match &item.drawing {
            Drawing::Run(run) => run.origin.y,
            Drawing::Rect(rect, _) => rect.y,
            Drawing::Path(_) => Length::ZERO,
        };
        // A line is cut at its baseline: a little must stand above it.
        let (above, below): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.items).into_iter().partition(|item| y(item) <= height);
        let (kept, moved): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.links).into_iter().partition(|link| link.area.y + link.area.height <= height);
        let first = below.iter().map(y).min().unwrap_or(height) - Length::pt(14);
        let (named, later) = std::mem::take(&mut self.anchors).into_iter().partition(|(_, below)| *below <= height);
        self.anchors = named;
        let mut rest = Row {
            height: (self.height - first).max(Length::pt(1)),
            items: below,
            links: moved,
            anchors: later,
            ..Self::default()
        };
        rest.shift(Length::ZERO, -first);
        (self.items, self.links, self.height) = (above, kept, height);
        rest
    }
}

fn moved(mut item: Item, x: Length, y: Length) -> Item {
    let by = |point: &mut crate::format::pdf::page::Point| {
        point.x += x;
        point.y += y;
    };
    match &mut item.drawing {
        Drawing::Run(run) => by(&mut run.origin),
        Drawing::Rect(rect, _) => *rect = shifted(*rect, x, y),
        Drawing::Path(path) => path.segments.iter_mut().for_each(|segment| match segment {
            Segment::Move(to) | Segment::Line(to) => by(to),
            Segment::Curve(a, b, to) => [a, b, to].into_iter().for_each(by),
            Segment::Close => {}
        }),
    }
    item
}

fn shifted(rect: Rect, x: Length, y: Length) -> Rect {
    Rect { x: rect.x + x, y: rect.y + y, ..rect }
}
