//! What is repeated on each page: the name of the site and the title above, the page number below.
//!
//! In: the pages. Out: the same with artefacts, which readers skip. Nothing can go wrong.

use super::compose::{Composer, row};
use super::line::Shaped;
use super::sheet::Kind;
use super::text::{Paragraph, Style};
use crate::format::pdf::fonts::Weight;
use crate::format::pdf::page::{Drawing, Item, Length, Owner, Page, Rect};
use crate::format::{PAGE, PAGES};
use crate::model::print::{Alignment, RunningHead};

impl Composer<'_> {
    /// Adds running heads and page numbers.
    pub(super) fn running(&mut self, pages: &mut [Page]) {
        let (sheet, manuscript) = (self.sheet, self.manuscript);
        let style = sheet.style(Kind::Running);
        let name = Style { weight: Weight::Bold, colour: sheet.accent(), ..style.clone() };
        let [top, right, bottom, _] = sheet.print.margins;
        let (left, edge) = (sheet.left(), Length(sheet.print.paper.0 - right));
        let head = Length(top * 45 / 100);
        let foot = Length(sheet.print.paper.1 - bottom * 55 / 100);
        let count = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            if sheet.print.running_head == RunningHead::Titles {
                let (site, site_width) = self.artefact(&manuscript.site, &name, Owner::Header, sheet.measure);
                place(page, site, left, head);
                if index > 0 {
                    let room = sheet.measure - site_width - sheet.em(2_000);
                    let (title, width) = self.artefact(&manuscript.title, &style, Owner::Header, room);
                    let x = left + sheet.measure - width;
                    place(page, title, x, head);
                }
                let y = head + sheet.leading(Kind::Running) + Length(3_000);
                let rect = Rect { x: left, y, width: sheet.measure, height: Length(450) };
                page.items.push(Item { owner: Owner::Header, drawing: Drawing::Rect(rect, sheet.line()) });
            }
            let words = &manuscript.words.page_number;
            let number = words.replace(PAGE, &(index + 1).to_string()).replace(PAGES, &count.to_string());
            let (number, width) = self.artefact(&number, &style, Owner::Footer, sheet.measure);
            let x = edge.min(left + sheet.measure) - width;
            place(page, number, x, foot);
        }
    }

    /// A text in one line that readers skip, and its width; its first line, if it does not fit.
    fn artefact(&mut self, text: &str, style: &Style, owner: Owner, room: Length) -> (Vec<Item>, Length) {
        let mut paragraph = Paragraph::default();
        paragraph.push(text, style, owner, None);
        let shaped = Shaped::new(&mut self.engine, &paragraph, self.sheet.tag);
        let lines = shaped.lines(&mut self.engine, room, Alignment::Ragged);
        let Some(line) = lines.into_iter().next() else { return (Vec::new(), Length::ZERO) };
        let width = line.width;
        (row(line, &paragraph, Length::ZERO, self.sheet.leading(Kind::Running), style.size).items, width)
    }
}

fn place(page: &mut Page, items: Vec<Item>, x: Length, y: Length) {
    for mut item in items {
        if let Drawing::Run(run) = &mut item.drawing {
            run.origin.x += x;
            run.origin.y += y;
        }
        page.items.push(item);
    }
}
