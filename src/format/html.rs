//! HTML: a body as a fragment of a page.
//!
//! In: a body and a few words of its locale. Out: HTML in which every figure is a `<data class="figure">` with its canonical
//! value and a link to its source. All text is escaped; a body holds no HTML. Nothing can go wrong.

pub use super::markup::{
    Escaped, FigureElement, escape, escaped, figure_id, figure_tag, is_plain, source_id, write_escaped,
};

use super::chart::svg::{self, Frame};
use super::{Words, chart};
use crate::locale::linebreak::{self, End, Opportunity};
use crate::model::Body;
use crate::model::body::{Align, Block, BodyFigure, Inline};
use crate::model::chart::Plot;
use std::fmt::Write;
use std::ops::Range;

/// A body as what stands in a page's frame, which the project's `page.html` makes.
pub fn write(body: &Body, words: &Words) -> String {
    let mut writer = Writer::new(body, words, Links::Notes(""), 1);
    writer.blocks(&body.blocks);
    writer.finish()
}

/// Where figures lead.
#[derive(Debug, Clone, Copy)]
pub enum Links<'a> {
    /// To the source notes of the page at that address, which is empty for the page itself.
    Notes(&'a str),
    /// Nowhere, as inside another link.
    None,
}

/// The languages in which the page says itself where lines may end: browsers do not know their words well enough.
const DIVIDED: &[&str] = &["th"];

/// Writes parts of a body as HTML.
pub struct Writer<'a> {
    body: &'a Body,
    words: &'a Words,
    links: Links<'a>,
    first: usize,
    html: String,
    /// Where in the text of its block the writer is, and where lines of it may end, the last first.
    at: usize,
    breaks: Vec<usize>,
}

impl<'a> Writer<'a> {
    /// A writer for a body whose first figure has the number `first` in its page.
    pub fn new(body: &'a Body, words: &'a Words, links: Links<'a>, first: usize) -> Self {
        let html = String::with_capacity(16 << 10);
        Self { body, words, links, first, html, at: 0, breaks: Vec::new() }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.html
    }

    /// Writes blocks.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, id, inlines } => {
                    self.push(format_args!("<h{level} id=\"{}\">", Escaped(id)));
                    self.inlines(inlines);
                    self.push(format_args!("</h{level}>\n"));
                }
                Block::Paragraph(inlines) => self.element("p", inlines),
                Block::List { start, items } => self.list(*start, items),
                Block::Quote(blocks) => {
                    self.html.push_str("<blockquote>\n");
                    self.blocks(blocks);
                    self.html.push_str("</blockquote>\n");
                }
                Block::Table { align, head, rows } => self.table(align, head, rows),
                Block::Chart(plot) => self.chart(plot),
                Block::Rule => self.html.push_str("<hr>\n"),
            }
        }
    }

    fn element(&mut self, name: &str, inlines: &[Inline]) {
        self.tag("<", name, ">");
        self.inlines(inlines);
        self.tag("</", name, ">\n");
    }

    /// Writes a tag that has no attributes.
    fn tag(&mut self, begin: &str, name: &str, end: &str) {
        [begin, name, end].iter().for_each(|part| self.html.push_str(part));
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        let name = if start.is_some() { "ol" } else { "ul" };
        match start {
            Some(start) if start != 1 => self.push(format_args!("<ol start=\"{start}\">\n")),
            _ => self.push(format_args!("<{name}>\n")),
        }
        for item in items {
            self.html.push_str("<li>");
            match item.as_slice() {
                [Block::Paragraph(inlines)] => self.inlines(inlines),
                // An item that begins with a line and goes on with a list inside it.
                [Block::Paragraph(inlines), rest @ ..] if rest.iter().all(|block| matches!(block, Block::List { .. })) => {
                    self.inlines(inlines);
                    self.html.push('\n');
                    self.blocks(rest);
                }
                blocks => self.blocks(blocks),
            }
            self.html.push_str("</li>\n");
        }
        self.push(format_args!("</{name}>\n"));
    }

    /// A table in a frame of its own that scrolls on a narrow screen, and so must take the keyboard's focus. It is a group and no
    /// region: a page has many tables, and what has no name of its own is no landmark.
    fn table(&mut self, align: &[Align], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        let label = Escaped(&self.words.table);
        self.push(format_args!("<div class=\"table\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\">\n<table>\n"));
        if !head.is_empty() {
            self.html.push_str("<thead>\n<tr>");
            for (column, cell) in head.iter().enumerate() {
                let name = if cell.is_empty() { "td" } else { "th" };
                self.cell(name, if cell.is_empty() { "" } else { " scope=\"col\"" }, align.get(column), cell);
            }
            self.html.push_str("</tr>\n</thead>\n");
        }
        self.html.push_str("<tbody>\n");
        for row in rows {
            self.html.push_str("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let names_row = column == 0 && !cell.is_empty() && !says_figure(cell);
                let (name, scope) = if names_row { ("th", " scope=\"row\"") } else { ("td", "") };
                self.cell(name, scope, align.get(column), cell);
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</tbody>\n</table>\n</div>\n");
    }

    /// A chart: its drawing, for those who see it, and its table, for all.
    fn chart(&mut self, plot: &Plot) {
        let named_by = (format!("{}-title", plot.id), format!("{}-description", plot.id));
        let (id, title, description) = (Escaped(&plot.id), Escaped(&named_by.0), Escaped(&named_by.1));
        self.push(format_args!("<figure class=\"chart\" id=\"{id}\">\n<figcaption>\n<p class=\"title\" id=\"{title}\">"));
        self.inlines(&plot.title);
        self.push(format_args!("</p>\n<p class=\"description\" id=\"{description}\">"));
        self.inlines(&plot.description);
        self.html.push_str("</p>\n</figcaption>\n");
        let frame = Frame { body: self.body, first: self.first, named_by, unverified: &self.words.unverified };
        let svg = svg::write(&chart::draw(plot, self.body, chart::NARROWEST), &frame);
        self.html.push_str(&svg);
        self.push(format_args!("<details>\n<summary>{}</summary>\n", Escaped(&self.words.as_table)));
        let (head, rows) = plot.table();
        self.table(&[Align::Start, Align::End, Align::End], &head, &rows);
        self.html.push_str("</details>\n</figure>\n");
    }

    fn cell(&mut self, name: &str, scope: &str, align: Option<&Align>, inlines: &[Inline]) {
        let class = match align {
            Some(Align::End) => " class=\"end\"",
            Some(Align::Centre) => " class=\"centre\"",
            _ => "",
        };
        ["<", name, scope, class, ">"].iter().for_each(|part| self.html.push_str(part));
        self.inlines(inlines);
        self.tag("</", name, ">");
    }

    /// Writes a space.
    pub fn space(&mut self) {
        self.html.push(' ');
    }

    /// Writes the inlines of a line. Where browsers would divide words that they do not know, it says itself where lines may end;
    /// the style sheet lets them end nowhere else.
    pub fn inlines(&mut self, inlines: &[Inline]) {
        self.at = 0;
        self.breaks = if DIVIDED.contains(&self.words.tag.as_str()) { self.breaks(inlines) } else { Vec::new() };
        self.write(inlines);
    }

    /// Where lines of a text may end, the last first; none inside of a figure, whose element holds nothing else.
    fn breaks(&self, inlines: &[Inline]) -> Vec<usize> {
        let (mut text, mut whole) = (String::new(), Vec::new());
        self.flatten(inlines, &mut text, &mut whole);
        let found = linebreak::opportunities(&self.words.tag, &text, &whole).into_iter().rev();
        let is_place = |found: &Opportunity| found.end == End::Plain && text.as_bytes()[..found.at].last() != Some(&b'\n');
        found.filter(is_place).map(|found| found.at).collect()
    }

    fn flatten(&self, inlines: &[Inline], text: &mut String, whole: &mut Vec<Range<usize>>) {
        for inline in inlines {
            match inline {
                Inline::Text(plain) | Inline::Code(plain) => text.push_str(plain),
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { inlines: inner, .. } => {
                    self.flatten(inner, text, whole);
                }
                Inline::Break => text.push('\n'),
                Inline::Figure(position) => {
                    let start = text.len();
                    text.push_str(&self.body.figures[*position].text);
                    whole.push(start..text.len());
                }
            }
        }
    }

    fn write(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.end_line_here();
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Code(text) => {
                    self.html.push_str("<code>");
                    self.text(text);
                    self.html.push_str("</code>");
                }
                Inline::Strong(inner) => self.within("strong", inner),
                Inline::Emphasis(inner) => self.within("em", inner),
                Inline::Link { url, inlines } => {
                    self.push(format_args!("<a href=\"{}\">", Escaped(url)));
                    let outside = std::mem::replace(&mut self.links, Links::None);
                    self.write(inlines);
                    self.links = outside;
                    self.html.push_str("</a>");
                }
                Inline::Break => {
                    self.html.push_str("<br>\n");
                    self.at += 1;
                }
                Inline::Figure(position) => {
                    self.figure(*position);
                    self.at += self.body.figures[*position].text.len();
                }
            }
        }
    }

    /// Writes text, with the places where its lines may end.
    fn text(&mut self, text: &str) {
        // Words are short: whether any of them needs to be escaped is found at once for all.
        let put = if is_plain(text) { String::push_str } else { escape };
        let end = self.at + text.len();
        let mut start = self.at;
        while let Some(at) = self.breaks.pop_if(|at| *at < end) {
            // A place that markup has passed by is no place.
            if at >= start && text.is_char_boundary(at - self.at) {
                put(&mut self.html, &text[start - self.at..at - self.at]);
                self.html.push_str("<wbr>");
                start = at;
            }
        }
        put(&mut self.html, &text[start - self.at..]);
        self.at = end;
    }

    /// Says that a line may end here, if it may.
    fn end_line_here(&mut self) {
        let at = self.at;
        if self.breaks.pop_if(|known| *known == at).is_some() {
            self.html.push_str("<wbr>");
        }
    }

    fn within(&mut self, name: &str, inlines: &[Inline]) {
        self.tag("<", name, ">");
        self.write(inlines);
        self.tag("</", name, ">");
    }

    fn figure(&mut self, position: usize) {
        let figure = &self.body.figures[position];
        figure_tag(&mut self.html, &figure_id(self.first + position), &value(figure), &figure.text);
        let source = match self.links {
            Links::Notes(page) => figure.sources.first().map(|source| (page, source_id(source))),
            Links::None => None,
        };
        if let Some((page, note)) = &source {
            self.html.push_str("<a href=\"");
            escape(&mut self.html, page);
            self.html.push('#');
            escape(&mut self.html, note);
            self.html.push_str("\">");
        }
        escape(&mut self.html, &figure.text);
        if figure.unverified {
            // Within the link, so that it is not a target of its own, too small to be touched.
            let label = Escaped(&self.words.unverified);
            self.push(format_args!("<span class=\"mark\" role=\"img\" aria-label=\"{label}\">†</span>"));
        }
        self.html.push_str(if source.is_some() { "</a></data>" } else { "</data>" });
    }

    fn push(&mut self, text: std::fmt::Arguments<'_>) {
        self.html.write_fmt(text).expect("a string can be written to");
    }
}

/// What the `value` of a figure's element says: the canonical amount, or the text of a literal.
pub(super) fn value(figure: &BodyFigure) -> String {
    figure.quantity.map_or_else(|| figure.text.to_string(), |quantity| quantity.amount.to_string())
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
    use crate::model::body::Origin;
    use crate::model::{Amount, Kind, MessageId, Quantity, SourceId, StatId};

    fn body(blocks: Vec<Block>) -> Body {
        let figure = BodyFigure {
            origin: Origin::Stat(StatId::new("trust")),
            construct: "percent",
            quantity: Some(Quantity::new(Kind::Percent, Amount::Value(88.into()))),
            truth: None,
            sources: [SourceId::new("survey")].into(),
            unverified: true,
            text: "ร้อยละ 88".into(),
            message: MessageId::new("x-lead"),
        };
        Body { blocks, figures: vec![figure], ..Body::default() }
    }

    fn html(blocks: Vec<Block>) -> String {
        let words =
            Words {
                tag: "th".to_owned(), unverified: "ยังไม่ยืนยัน".to_owned(), table: "ตาราง".to_owned(), ..Words::default()
            };
        write(&body(blocks), &words)
    }

    #[test]
    fn a_figure_leads_to_its_source_and_says_if_it_is_unverified() {
        assert_eq!(
            html(vec![Block::Paragraph(vec![Inline::Text("ลูกค้า ".to_owned()), Inline::Figure(0)])]),
            "<p>ลูกค้า <wbr><data class=\"figure short\" id=\"f1\" value=\"88\"><a href=\"#source-survey\">ร้อยละ 88\
             <span class=\"mark\" role=\"img\" aria-label=\"ยังไม่ยืนยัน\">†</span></a></data></p>\n"
        );
    }

    #[test]
    fn lines_end_between_words_and_nowhere_else() {
        let text = |text: &str| Inline::Text(text.to_owned());
        let inlines = vec![text("ธรรมาภิบาลของ"), Inline::Strong(vec![text("ลูกค้า"), Inline::Figure(0)]), text("<ในกรุงเทพฯ")];
        let html = html(vec![Block::Paragraph(inlines)]);
        assert!(html.starts_with("<p>ธรรมาภิบาล<wbr>ของ<wbr><strong>ลูกค้า<wbr><data "), "{html}");
        assert!(html.contains("&lt;ใน<wbr>กรุงเทพฯ</p>"), "{html}");
        assert!(html.contains("\">ร้อยละ 88<span"), "{html}");
    }

    #[test]
    fn text_and_addresses_are_escaped() {
        let text = || Inline::Text("<script>alert('1' & \"2\")</script>".to_owned());
        let link = Inline::Link { url: "https://x/?a=1&b=\"><b>".to_owned(), inlines: vec![text()] };
        let html = html(vec![Block::Paragraph(vec![link, text(), Inline::Code("<b>".to_owned())])]);
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("\"><"), "{html}");
    }

    #[test]
    fn a_figure_inside_a_link_is_not_a_link_itself() {
        let link = Inline::Link { url: "/".to_owned(), inlines: vec![Inline::Figure(0)] };
        assert_eq!(html(vec![Block::Paragraph(vec![link])]).matches("<a ").count(), 1);
    }

    #[test]
    fn tables_name_their_columns_and_rows() {
        let cell = |text: &str| vec![Inline::Text(text.to_owned())];
        let html = html(vec![Block::Table {
            align: vec![Align::Start, Align::End],
            head: vec![Vec::new(), cell("2022")],
            rows: vec![vec![cell("เชื่อใจ"), vec![Inline::Figure(0)]]],
        }]);
        assert!(html.contains("<td></td><th scope=\"col\" class=\"end\">2022</th>"), "{html}");
        assert!(html.contains("<th scope=\"row\">เชื่อใจ</th><td class=\"end\"><data"), "{html}");
    }

    #[test]
    fn lists_are_tight_unless_an_item_has_more_than_a_line() {
        let line = |text: &str| Block::Paragraph(vec![Inline::Text(text.to_owned())]);
        let inner = Block::List { start: Some(3), items: vec![vec![line("c")]] };
        let items = vec![vec![line("a")], vec![line("b"), inner], vec![line("d"), line("e")]];
        assert_eq!(
            html(vec![Block::List { start: None, items }]),
            "<ul>\n<li>a</li>\n<li>b\n<ol start=\"3\">\n<li>c</li>\n</ol>\n</li>\n<li><p>d</p>\n<p>e</p>\n</li>\n</ul>\n"
        );
    }
}
