//! Markdown becomes a [`Body`]: blocks, inlines and figures that every format renders.
//!
//! In: the output of a template, with the marks of messages and the tokens of figures. Out: the body. What can go wrong: raw
//! HTML, links that run something, pictures, a figure that cannot be worded; each is a finding at the message that it came
//! from, or at the template where no message did.

use super::scope::Scope;
use super::weave::{Woven, weave};
use super::wording::{Unworded, word};
use super::{anchor, line};
use crate::diagnostic::{Code, Finding, Findings, Place, SourceText};
use crate::locale::token::{self, Piece, Token};
use crate::model::body::{Align, Block, Body, Inline};
use crate::model::{Article, MessageId};
use pulldown_cmark::{Alignment, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// How deeply lists, quotations and emphasis may stand in one another.
const DEPTH: usize = 24;

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
    let woven = weave(raw);
    let events = Parser::new_ext(&woven.text, Options::ENABLE_TABLES).into_offset_iter();
    let mut reader = Reader {
        events,
        woven: &woven,
        origin,
        body: Body::default(),
        findings: Findings::new(),
        anchors: BTreeSet::new(),
        depth: 0,
    };
    reader.body.blocks = reader.blocks(None);
    (reader.body, reader.findings)
}

struct Reader<'a> {
    events: OffsetIter<'a>,
    woven: &'a Woven,
    origin: &'a Origin<'a>,
    body: Body,
    findings: Findings,
    anchors: BTreeSet<String>,
    depth: usize,
}

impl Reader<'_> {
    /// Reads blocks up to the end of their container; a tight list item has inlines instead, which become a paragraph.
    fn blocks(&mut self, container: Option<TagEnd>) -> Vec<Block> {
        let (mut blocks, mut loose) = (Vec::new(), Vec::new());
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
                event => self.inline(event, span, &mut loose),
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
            Tag::Paragraph => Some(Block::Paragraph(self.line(end))),
            Tag::CodeBlock(_) => Some(Block::Paragraph(as_code(self.line(end)))),
            Tag::Heading { level, .. } => Some(self.heading(level, span, end)),
            Tag::BlockQuote(_) => Some(Block::Quote(self.blocks(Some(end)))),
            Tag::List(start) => Some(Block::List { start, items: self.items(end) }),
            Tag::Table(align) => Some(self.table(&align)),
            // Raw HTML has a finding already; what else there may be is not switched on.
            _ => {
                self.line(end);
                None
            }
        };
        self.depth -= 1;
        block
    }

    fn heading(&mut self, level: HeadingLevel, span: Range<usize>, end: TagEnd) -> Block {
        let inlines = self.line(end);
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
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.line(TagEnd::TableCell)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut cells),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut cells)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table { align, head, rows }
    }

    /// Reads the inlines of a block and decides its soft breaks.
    fn line(&mut self, end: TagEnd) -> Vec<Inline> {
        line::settle(self.inlines(end))
    }

    fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, span)) = self.events.next() {
            if event == Event::End(end) {
                break;
            }
            self.inline(event, span, &mut inlines);
        }
        inlines
    }

    fn inline(&mut self, event: Event<'_>, span: Range<usize>, inlines: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => self.text(&text, span, inlines, Inline::Text),
            Event::Code(text) => self.text(&text, span, inlines, Inline::Code),
            Event::SoftBreak => inlines.push(line::soft_break()),
            Event::HardBreak => inlines.push(Inline::Break),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, &span),
            Event::Start(tag) => self.span(tag, span, inlines),
            // What is not switched on does not come; ends are met by what began.
            _ => {}
        }
    }

    fn span(&mut self, tag: Tag<'_>, span: Range<usize>, inlines: &mut Vec<Inline>) {
        if self.depth >= DEPTH {
            return self.too_deep(&tag, span);
        }
        self.depth += 1;
        let end = tag.to_end();
        let inner = self.inlines(end);
        self.depth -= 1;
        match tag {
            Tag::Strong => inlines.push(Inline::Strong(inner)),
            Tag::Emphasis => inlines.push(Inline::Emphasis(inner)),
            Tag::Link { dest_url, .. } => {
                let url = self.url(&dest_url, &span);
                inlines.push(Inline::Link { url, inlines: inner });
            }
            Tag::Image { dest_url, .. } => {
                let found = self.find(&span, &dest_url);
                self.report(Finding::new(Code::MessageBroken, found, "a narrative holds no pictures"));
            }
            _ => inlines.extend(inner),
        }
    }

    /// Adds text, its tokens as figures.
    fn text(&mut self, text: &str, span: Range<usize>, inlines: &mut Vec<Inline>, make: fn(String) -> Inline) {
        let verbatim = text.len() == span.len();
        let mut pieces = token::pieces(text);
        loop {
            let offset = span.start + if verbatim { pieces.offset() } else { 0 };
            match pieces.next() {
                None => break,
                Some(Piece::Text(text)) => line::push(inlines, make(text.to_owned())),
                Some(Piece::Token(token)) => self.figure(token, offset, inlines),
                Some(Piece::Stray(token::JOINER)) => {}
                Some(Piece::Stray(stray)) => {
                    let what = format!("U+{:04X} is kept for the program", u32::from(stray));
                    let place = self.find(&(offset..offset), "");
                    self.report(Finding::new(Code::CharacterReserved, place, what));
                }
            }
        }
    }

    fn figure(&mut self, token: Token, offset: usize, inlines: &mut Vec<Inline>) {
        let Scope { locale, origins, .. } = self.origin.scope;
        let construct = token.construct.and_then(|construct| locale.messages.constructs().get(construct).copied());
        let message = self.message(offset).cloned().unwrap_or_else(|| MessageId::new(self.origin.template.path()));
        match word(origins, locale.language, locale.messages.tag(), token.variable, construct, &message) {
            Ok(figure) => {
                inlines.push(Inline::Figure(self.body.figures.len()));
                self.body.figures.push(figure);
            }
            Err(unworded) => {
                let name = origins.name(token.variable).unwrap_or_default();
                let source = locale.messages.get(message.as_str());
                let place = source
                    .map_or_else(|| self.find(&(offset..offset), name), |message| message.place_of_figure(name, construct));
                self.report(unsaid(unworded, construct, place, &origins.article));
            }
        }
    }

    fn url(&mut self, url: &str, span: &Range<usize>) -> String {
        let url: String = url.chars().filter(|&c| !token::is_reserved(c)).collect();
        if let Some(scheme) = unsafe_scheme(&url) {
            let place = self.find(span, &url);
            let what = format!("a link leads to `{scheme}:`");
            self.report(Finding::new(Code::LinkUnsafe, place, what).help("link to https, http, mailto, tel or a path"));
        }
        url
    }

    fn html(&mut self, html: &str, span: &Range<usize>) {
        let first = html.trim().lines().next().unwrap_or_default();
        let place = self.find(span, first);
        let help = "write Markdown; escape a `<` that is meant as text as `\\<`";
        self.report(Finding::new(Code::HtmlInNarrative, place, format!("`{first}` is raw HTML")).help(help));
    }

    /// Skips what stands too deep.
    fn too_deep(&mut self, tag: &Tag<'_>, span: Range<usize>) {
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

    fn message(&self, offset: usize) -> Option<&MessageId> {
        self.origin.messages.get(self.woven.message(offset)?)
    }

    /// Where a text stands that was found at `span`: in the message that it came from, or else in the template.
    fn find(&self, span: &Range<usize>, text: &str) -> Place {
        let message = self.message(span.start).and_then(|id| self.origin.scope.locale.messages.get(id.as_str()));
        let template = self.origin.template;
        message.map_or_else(
            || template.text().find(text).map_or_else(|| template.top(), |start| template.at(start..start + text.len())),
            |message| message.place_of_text(text),
        )
    }

    fn report(&mut self, finding: Finding) {
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

/// A figure that cannot be said, as a finding.
fn unsaid(unworded: Unworded, construct: Option<&str>, place: Place, article: &Article) -> Finding {
    match unworded {
        Unworded::Unknown => Finding::new(Code::CharacterReserved, place, "a token that no variable made"),
        Unworded::NoSuchWording(stat) => {
            let how = construct.map_or_else(|| "in any way".to_owned(), |construct| format!("as `{construct}`"));
            let help = "give the stat a `say` entry for it, or ask for another construct";
            Finding::new(Code::ConstructUnknown, place, format!("`{stat}` cannot be worded {how}")).help(help)
        }
        Unworded::NoText(literal) => {
            let literal = &article.literals[literal];
            let what = format!("the literal `{}` has no text in this locale", literal.id.value);
            Finding::new(Code::KeyMissing, literal.id.place.clone(), what).related(&place, "which is needed here")
        }
    }
}

/// The scheme of an address, unless it is one that only leads somewhere. Browsers skip white space and controls in a scheme.
fn unsafe_scheme(url: &str) -> Option<String> {
    let url: String = url.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let (scheme, _) = url.split_once(':').filter(|(scheme, _)| !scheme.contains(['/', '?', '#']))?;
    let scheme = scheme.to_ascii_lowercase();
    (!["https", "http", "mailto", "tel"].contains(&scheme.as_str())).then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_schemes_that_lead_somewhere_are_safe() {
        for url in ["https://martech.org/a:b", "/th/", "#a:b", "../x?y=a:b", "mailto:a@b.c", "HTTP://x", ""] {
            assert_eq!(unsafe_scheme(url), None, "{url}");
        }
        for url in
            ["javascript:alert(1)", " java\tscript:x", "data:text/html,x", "vbscript:x", "file:///etc", "JavaScript:x"]
        {
            assert!(unsafe_scheme(url).is_some(), "{url}");
        }
    }
}
