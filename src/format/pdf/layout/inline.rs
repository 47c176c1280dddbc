//! Inlines as parts of a paragraph, each with its node.
//!
//! In: inlines. Out: texts with styles, links and nodes. Nothing can go wrong.

use super::compose::Composer;
use super::text::{Lead, Paragraph, Style};
use crate::format::html::{figure_id, source_id};
use crate::format::pdf::fonts::Weight;
use crate::format::pdf::page::{NodeId, Owner, Role, Target};
use crate::model::body::Inline;

impl Composer<'_> {
    /// Adds inlines that are part of `node`, inside of a link or not.
    pub(super) fn write(
        &mut self,
        inlines: &[Inline],
        style: &Style,
        node: NodeId,
        link: Option<usize>,
        paragraph: &mut Paragraph,
    ) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => paragraph.push(text, style, Owner::Node(node), link),
                Inline::Code(text) => {
                    let own = self.node(node, Role::Code);
                    let colour = self.sheet.soft();
                    paragraph.push(text, &Style { colour, ..style.clone() }, Owner::Node(own), link);
                }
                Inline::Strong(inner) => {
                    let own = self.node(node, Role::Strong);
                    let strong = Style { weight: Weight::Bold, ..style.clone() };
                    self.write(inner, &strong, own, link, paragraph);
                }
                Inline::Emphasis(inner) => {
                    let own = self.node(node, Role::Emphasis);
                    self.write(inner, &self.emphasised(style), own, link, paragraph);
                }
                Inline::Link { url, inlines: inner } => {
                    let own = self.node(node, Role::Link);
                    let lead = Lead {
                        target: self.target(url),
                        owner: Owner::Node(own),
                        contents: contents(&self.manuscript.body.text(inner), url),
                    };
                    paragraph.links.push(lead);
                    let colour = self.sheet.accent();
                    let style = Style { colour, underline: Some(self.sheet.line()), ..style.clone() };
                    self.write(inner, &style, own, Some(paragraph.links.len() - 1), paragraph);
                }
                Inline::Break => paragraph.end_line(style, Owner::Node(node)),
                Inline::Figure(position) => self.figure(*position, style, node, link, paragraph),
            }
        }
    }

    /// Emphasis: by weight in Thai and Chinese, whose letters never lean.
    fn emphasised(&self, style: &Style) -> Style {
        let leans = !matches!(style.tag.get(..2), Some("th" | "zh"));
        let weight = match style.weight {
            Weight::Regular if leans => Weight::Italic,
            Weight::Regular => Weight::Bold,
            Weight::Bold | Weight::Italic => Weight::Regular,
        };
        Style { weight, ..style.clone() }
    }

    /// A figure leads to its source, if it does not stand in a link already.
    fn figure(&mut self, position: usize, style: &Style, node: NodeId, link: Option<usize>, paragraph: &mut Paragraph) {
        let figure = &self.manuscript.body.figures[position];
        let id = figure_id(position + 1);
        let start = paragraph.text.len();
        if self.cited.contains(&id.as_str()) {
            paragraph.anchors.push((start, id.clone()));
        }
        let anchor = figure.sources.first().map(source_id).filter(|_| link.is_none() && self.leads);
        let lead = anchor.and_then(|anchor| self.titles.get_key_value(anchor.as_str()).map(|(key, title)| (*key, *title)));
        let (parent, link, style) = match lead {
            Some((anchor, title)) => {
                let own = self.node(node, Role::Link);
                let target = Target::Anchor(anchor.to_owned());
                paragraph.links.push(Lead { target, owner: Owner::Node(own), contents: contents(title, anchor) });
                let underline = Some(self.sheet.line());
                (own, Some(paragraph.links.len() - 1), Style { underline, ..style.clone() })
            }
            None => (node, link, style.clone()),
        };
        let own = self.node(parent, Role::Span);
        self.tags[own.0].id = Some(id);
        paragraph.push(&figure.text, &style, Owner::Node(own), link);
        if figure.unverified {
            let mark = self.node(parent, Role::Span);
            self.tags[mark.0].alt = Some(self.manuscript.words.unverified.clone());
            let size = style.size.of_units(680, 1000);
            let raised = Style {
                size,
                rise: style.size.of_units(330, 1000),
                colour: self.sheet.soft(),
                weight: Weight::Regular,
                underline: None,
                tag: "en".to_owned(),
            };
            paragraph.push(MARK, &raised, Owner::Node(mark), link);
        }
        paragraph.keep_short(start);
        if paragraph.whole.last().is_none_or(|last| last.start != start) && figure.unverified {
            let end = paragraph.text.len();
            let last = paragraph.text[..end - MARK.len()].chars().next_back().map_or(0, char::len_utf8);
            paragraph.whole.push(end - MARK.len() - last..end);
        }
    }

    /// An address inside the site is given in full: a document may be read anywhere.
    fn target(&self, url: &str) -> Target {
        let is_absolute = url.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '?', '#']));
        let full = match url {
            _ if is_absolute => url.to_owned(),
            url if url.starts_with("//") => format!("https:{url}"),
            url => format!("{}{}", self.manuscript.url, url.trim_start_matches("./")),
        };
        Target::Url(full)
    }
}

/// The mark at a figure that is not verified.
const MARK: &str = "†";

/// What a link is for those who hear it: never nothing.
fn contents(text: &str, otherwise: &str) -> String {
    if text.trim().is_empty() { otherwise.to_owned() } else { text.to_owned() }
}
