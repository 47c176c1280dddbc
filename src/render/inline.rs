//! The inlines of a block: text, emphasis, links, and the figures that tokens stand for.
//!
//! In: Markdown's events. Out: inlines, figures in the body. What can go wrong is listed in [`super::markdown`].

use super::line;
use super::markdown::{DEPTH, Reader};
use super::scope::Scope;
use super::wording::{Unworded, word};
use crate::diagnostic::{Code, Finding, Place};
use crate::locale::token::{self, Piece, Token};
use crate::model::body::Inline;
use crate::model::{Article, MessageId};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

impl Reader<'_> {
    /// Reads the inlines of a block that stands there, and decides its soft breaks.
    pub(super) fn line(&mut self, end: TagEnd, span: &Range<usize>) -> Vec<Inline> {
        self.begin_line(span);
        line::settle(self.inlines(end))
    }

    pub(super) fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, span)) = self.events.next() {
            if event == Event::End(end) {
                break;
            }
            self.inline(event, span, &mut inlines);
        }
        inlines
    }

    /// Adds what an event within a line stands for.
    pub(super) fn inline(&mut self, event: Event<'_>, span: Range<usize>, inlines: &mut Vec<Inline>) {
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
                let lender = self.origin.scope.messages.having(message.as_str());
                let source = lender.as_ref().and_then(|messages| messages.get(message.as_str()));
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
}

/// A figure that cannot be said, as a finding.
pub(super) fn unsaid(unworded: Unworded, construct: Option<&str>, place: Place, article: &Article) -> Finding {
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
