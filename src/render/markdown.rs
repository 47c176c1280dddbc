//! Markdown becomes a [`Body`]: blocks, inlines and figures that every format renders.
//!
//! In: the output of a template, with the marks of messages and the tokens of figures. Out: the body. What can go wrong: raw
//! HTML, links that run something, pictures, a figure that cannot be worded; each is a finding at the message that it came
//! from, or at the template where no message did.

use super::scope::Scope;
use super::weave::{Woven, weave};
use super::{anchor, line};
use crate::diagnostic::{Code, Finding, Findings, Place, SourceText};
use crate::locale::token;
use crate::model::MessageId;
use crate::model::body::{Align, Block, Body, Inline};
use pulldown_cmark::{Alignment, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// How deeply lists, quotations and emphasis may stand in one another.
pub(super) const DEPTH: usize = 24;

/// Where the Markdown of a body comes from.
pub struct Origin<'a> {
    /// The edition.
    pub scope: &'a Scope,
    /// The messages, by the numbers in their marks.
    pub messages: &'a [MessageId],
    /// The template that put them together.
    pub template: &'a Arc<SourceText>,
}

/// Reads the output of a template.
pub fn read(raw: &str, origin: &Origin<'_>) -> (Body, Findings) {
    let mut body = Body::default();
    let (blocks, findings) = read_more(&mut body, raw, origin);
    (Body { blocks, ..body }, findings)
}

/// Reads a text that is to stand somewhere in a body, whose figures it joins; its blocks, which refer to them.
pub fn read_more(body: &mut Body, raw: &str, origin: &Origin<'_>) -> (Vec<Block>, Findings) {
    let mut known = std::mem::take(body);
    let before = std::mem::take(&mut known.blocks);
    let woven = weave(raw);
    let events = Parser::new_ext(&woven.text, Options::ENABLE_TABLES).into_offset_iter();
    let mut reader =
        Reader { events, woven: &woven, origin, body: known, findings: Findings::new(), anchors: BTreeSet::new(), depth: 0 };
    reader.body.blocks = reader.blocks(None);
    super::case::capitalise(&mut reader.body);
    let blocks = std::mem::replace(&mut reader.body.blocks, before);
    *body = reader.body;
    (blocks, reader.findings)
}

/// Reads Markdown's events; [`super::inline`] reads those within a line.
pub struct Reader<'a> {
    pub(super) events: OffsetIter<'a>,
    pub(super) origin: &'a Origin<'a>,
    pub(super) body: Body,
    pub(super) depth: usize,
    woven: &'a Woven,
    pub(super) findings: Findings,
    pub(super) anchors: BTreeSet<String>,
}

impl Reader<'_> {
    /// Reads blocks up to the end of their container; a tight list item has inlines instead, which become a paragraph.
    fn blocks(&mut self, container: Option<TagEnd>) -> Vec<Block> {
        let (mut blocks, mut loose) = (Vec::new(), Vec::<Inline>::new());
        let settle = |blocks: &mut Vec<Block>, loose: &mut Vec<Inline>| {
            if !loose.is_empty() {
                blocks.push(Block::Paragraph(line::settle(std::mem::take(loose))));
            }
        };
        while let Some((event, span)) = self.events.next() {
            if let Event::End(tag) = &event
                && Some(*tag) == container
            {
                break;
            }
            match event {
                Event::Start(tag) if is_block(&tag) => {
                    settle(&mut blocks, &mut loose);
                    blocks.extend(self.block(tag, span));
                }
                Event::Rule => {
                    settle(&mut blocks, &mut loose);
                    blocks.push(Block::Rule);
                }
                event => {
                    if loose.is_empty() {
                        self.begin_line(&span);
                    }
                    self.inline(event, span, &mut loose);
                }
            }
        }
        settle(&mut blocks, &mut loose);
        blocks
    }

    fn block(&mut self, tag: Tag<'_>, span: Range<usize>) -> Option<Block> {
        if self.depth >= DEPTH {
            self.too_deep(&tag, span);
            return None;
        }
        self.depth += 1;
        let end = tag.to_end();
        let block = match tag {
            Tag::Paragraph => Some(match token::chart(&self.woven.text[span.clone()]) {
                Some(number) => {
                    self.events.find(|(event, _)| *event == Event::End(end));
                    Block::Chart(Box::new(self.chart(number)))
                }
                None => Block::Paragraph(self.line(end, &span)),
            }),
            Tag::CodeBlock(_) => Some(Block::Paragraph(as_code(self.line(end, &span)))),
            Tag::Heading { level, .. } => Some(self.heading(level, span, end)),
            Tag::BlockQuote(_) => Some(Block::Quote(self.blocks(Some(end)))),
            Tag::List(start) => Some(Block::List { start, items: self.items(end) }),
            Tag::Table(align) => Some(self.table(&align)),
            // Raw HTML has a finding already; what else there may be is not switched on.
            _ => {
                self.inlines(end);
                None
            }
        };
        self.depth -= 1;
        block
    }

    fn heading(&mut self, level: HeadingLevel, span: Range<usize>, end: TagEnd) -> Block {
        let inlines = self.line(end, &span);
        let message = self.message(span.start + self.woven.text[span].find(|c: char| c != '#' && c != ' ').unwrap_or(0));
        let id = anchor::of(&self.origin.scope.origins.article, message, &self.body.text(&inlines));
        let id = anchor::unique(id, &mut self.anchors);
        Block::Heading { level: level as u8, id, inlines }
    }

    fn items(&mut self, list: TagEnd) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks(Some(TagEnd::Item))),
                Event::End(tag) if tag == list => break,
                _ => {}
            }
        }
        items
    }

    fn table(&mut self, align: &[Alignment]) -> Block {
        let align = align.iter().map(|align| match align {
            Alignment::None | Alignment::Left => Align::Start,
            Alignment::Center => Align::Centre,
            Alignment::Right => Align::End,
        });
        let (align, mut head, mut rows) = (align.collect(), Vec::new(), Vec::new());
        let mut cells = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.line(TagEnd::TableCell, &span)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut cells),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut cells)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { align, head, rows }
    }

    /// Skips what stands too deep.
    pub(super) fn too_deep(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        let (end, mut open) = (tag.to_end(), 1);
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(tag), _)) if tag.to_end() == end => open += 1,
                Some((Event::End(tag), _)) if tag == end => open -= 1,
                Some(_) => {}
                None => break,
            }
        }
        let place = self.find(&span, "");
        self.report(Finding::new(Code::MessageBroken, place, format!("blocks or emphasis stand more than {DEPTH} deep")));
    }

    /// Notes which message a line came from that begins there: the first of which it holds anything.
    pub(super) fn begin_line(&mut self, span: &Range<usize>) {
        let message = self.woven.first_message(span).and_then(|number| self.origin.messages.get(number));
        self.body.messages.push(message.cloned());
    }

    pub(super) fn message(&self, offset: usize) -> Option<&MessageId> {
        self.origin.messages.get(self.woven.message(offset)?)
    }

    /// Where a text stands that was found at `span`: in the message that it came from, or else in the template.
    pub(super) fn find(&self, span: &Range<usize>, text: &str) -> Place {
        let id = self.message(span.start).map(MessageId::as_str);
        let lender = id.and_then(|id| self.origin.scope.messages.having(id));
        let message = lender.as_ref().and_then(|messages| messages.get(id?));
        let template = self.origin.template;
        message.map_or_else(
            || template.text().find(text).map_or_else(|| template.top(), |start| template.at(start..start + text.len())),
            |message| message.place_of_text(text),
        )
    }

    pub(super) fn report(&mut self, finding: Finding) {
        self.findings.push(finding.in_locale(self.origin.scope.locale.messages.tag().as_str()));
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

/// The text of a code block, which has no block of its own.
fn as_code(inlines: Vec<Inline>) -> Vec<Inline> {
    let code = inlines.into_iter().map(|inline| match inline {
        Inline::Text(text) => Inline::Code(text),
        other => other,
    });
    code.collect()
}
