//! What a reader gets of a finished page.
//!
//! In: the bytes of an HTML page, parsed as a browser parses them. Out: its texts in reading order, one [`Block`] for each
//! element that begins a line of its own, table cell, title, description and attribute that is shown or read aloud, each with
//! its figure elements. Nothing can go wrong: HTML has no syntax errors, only other trees.

use super::attributes::Attributes;
use scraper::{ElementRef, Html};
use std::ops::Range;
use std::rc::Rc;

/// A text that a reader gets in one piece.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Block {
    /// The text, white space collapsed.
    pub text: String,
    /// The figure elements in it, in order.
    pub marks: Vec<Mark>,
    /// Whether it stands in an attribute or in JSON-LD, where no element can stand.
    pub attribute: bool,
    /// The language that the page declares for it.
    pub lang: Option<Rc<str>>,
}

/// A `<data class="figure">` element.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    /// The bytes of its text in the block.
    pub span: Range<usize>,
    /// Its `id`.
    pub element: String,
    /// Its `value`.
    pub value: Option<String>,
    /// Whether it is kept from some readers (`hidden`, `aria-hidden`, `display: none`).
    pub hidden: bool,
}

/// Elements that stand within a line; every other begins a block.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr",
];

/// Elements whose text nobody reads.
const UNREAD: &[&str] = &["script", "style", "template"];

/// The JSON-LD members that search engines show.
const READ_JSON: &[&str] = &["abstract", "alternativeHeadline", "description", "headline"];

/// Reads a page.
pub(super) fn read(html: &str) -> Vec<Block> {
    let document = Html::parse_document(html);
    let mut reader = Reader::default();
    let root = document.root_element();
    let mut open = Vec::new();
    if reader.open(root) {
        open.push(root.children());
    }
    while let Some(children) = open.last_mut() {
        match children.next() {
            None => {
                open.pop();
                reader.close();
            }
            Some(node) => match (node.value().as_text(), ElementRef::wrap(node)) {
                (Some(text), _) => reader.text(text),
                (_, Some(element)) if reader.open(element) => open.push(element.children()),
                _ => {}
            },
        }
    }
    reader.blocks
}

/// An element that is open.
struct Frame {
    block: bool,
    hidden: bool,
    lang: Option<Rc<str>>,
    figure: Option<OpenFigure>,
}

/// A figure element that is open: the line that it began in, where, and its attributes.
struct OpenFigure {
    line: usize,
    start: usize,
    element: String,
    value: Option<String>,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    frames: Vec<Frame>,
    line: Block,
    /// How many lines have ended.
    lines: usize,
    /// Whether white space is owed before the next character.
    space: bool,
}

impl Reader {
    /// Opens an element; `false` if nothing in it is to be read, and it is not to be closed.
    fn open(&mut self, element: ElementRef<'_>) -> bool {
        let name = element.value().name();
        let attributes = Attributes::of(element.value());
        let (hidden, lang) = self.frames.last().map_or((false, None), |frame| (frame.hidden, frame.lang.clone()));
        let hidden = hidden || attributes.hides;
        let lang = attributes.lang.map(Rc::from).or(lang);
        attributes.texts.iter().for_each(|text| self.attribute(text, lang.as_ref()));
        match name {
            "br" => self.line_break(),
            "meta" if attributes.names_text => self.attribute(attributes.content.unwrap_or_default(), lang.as_ref()),
            "script" if attributes.kind == Some("application/ld+json") => self.json(&element, lang.as_ref()),
            _ => {}
        }
        if UNREAD.contains(&name) || (attributes.note && is_note_mark(&element)) {
            return false;
        }
        let block = !INLINE.contains(&name);
        if block {
            self.flush();
        }
        let figure = (matches!(name, "data" | "tspan") && attributes.figure).then(|| OpenFigure {
            line: self.lines,
            start: self.line.text.len(),
            element: attributes.id.unwrap_or_default().to_owned(),
            value: attributes.value.map(str::to_owned),
        });
        self.frames.push(Frame { block, hidden, lang, figure });
        true
    }

    fn close(&mut self) {
        let Some(frame) = self.frames.last() else { return };
        if let Some(figure) = &frame.figure
            && figure.line == self.lines
        {
            let end = self.line.text.len();
            let blank = self.line.text[figure.start..].len() - self.line.text[figure.start..].trim_start().len();
            let span = figure.start + blank..end;
            let (element, value) = (figure.element.clone(), figure.value.clone());
            self.line.marks.push(Mark { span, element, value, hidden: frame.hidden });
        }
        if frame.block {
            self.flush();
        }
        self.frames.pop();
    }

    /// Adds text, each run of white space as one space, none at the start of a line.
    fn text(&mut self, text: &str) {
        let Some(frame) = self.frames.last() else { return };
        if self.line.text.is_empty() {
            self.line.lang.clone_from(&frame.lang);
        }
        for character in text.chars() {
            if character.is_ascii_whitespace() {
                self.space = true;
                continue;
            }
            if self.space && !self.line.text.is_empty() && !self.line.text.ends_with('\n') {
                self.line.text.push(' ');
            }
            self.space = false;
            self.line.text.push(character);
        }
    }

    fn line_break(&mut self) {
        self.space = false;
        self.line.text.push('\n');
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        self.space = false;
        self.lines += 1;
        let mut line = std::mem::take(&mut self.line);
        line.marks.sort_by_key(|mark| mark.span.start);
        if !line.text.trim().is_empty() || !line.marks.is_empty() {
            self.blocks.push(line);
        }
    }

    /// Adds a block of its own before the one that is being read.
    fn attribute(&mut self, text: &str, lang: Option<&Rc<str>>) {
        let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.blocks.push(Block { text, marks: Vec::new(), attribute: true, lang: lang.cloned() });
        }
    }

    fn json(&mut self, script: &ElementRef<'_>, lang: Option<&Rc<str>>) {
        let text: String = script.text().collect();
        let mut texts = Vec::new();
        match serde_json::from_str(&text) {
            Ok(value) => read_json(&value, &mut texts),
            Err(_) => texts.push(text),
        }
        for text in texts {
            self.attribute(&text, lang);
        }
    }
}

/// The texts of a JSON-LD object that search engines show.
fn read_json(value: &serde_json::Value, texts: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| read_json(item, texts)),
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                match member {
                    serde_json::Value::String(text) if READ_JSON.contains(&name.as_str()) => texts.push(text.clone()),
                    _ => read_json(member, texts),
                }
            }
        }
        _ => {}
    }
}

/// Whether an element that says so is the mark of a note, such as `†` or `[12]`: it numbers the text, and stands close behind a figure.
fn is_note_mark(element: &ElementRef<'_>) -> bool {
    let is_mark = |character: char| character.is_ascii_digit() || "†‡*[]".contains(character);
    element.text().flat_map(str::chars).filter(|character| !character.is_whitespace()).take(5).count() <= 4
        && element.text().flat_map(str::chars).all(|character| character.is_whitespace() || is_mark(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<String> {
        read(html).into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn a_reader_gets_lines_cells_titles_and_attributes_but_no_code() {
        let html = r#"<!doctype html><html lang="en"><head><title>Nine  lives</title>
            <meta name="description" content="About cats"><meta name="viewport" content="width=1">
            <style>p { margin: 9px }</style><script>let x = 12;</script>
            <script type="application/ld+json">{"headline": "Cats", "author": {"name": "7"}}</script></head>
            <body><p>One<br>two <b>three</b>,<i> four</i> </p><table><tr><th>a</th><td>b</td></tr></table>
            <img alt="A cat"></body></html>"#;
        let expected = ["Nine lives", "About cats", "Cats", "One\ntwo three, four", "a", "b", "A cat"];
        assert_eq!(texts(html), expected);
    }

    #[test]
    fn figure_elements_are_marked_where_they_stand() {
        let html = r#"<p>ลูกค้า <strong><data class="figure" id="f1" value="88">ร้อยละ
            88</data></strong><a role="doc-noteref" href="/s">1</a> กล่าว</p>"#;
        let blocks = read(html);
        assert_eq!(blocks[0].text, "ลูกค้า ร้อยละ 88 กล่าว");
        let mark = &blocks[0].marks[0];
        assert_eq!((&blocks[0].text[mark.span.clone()], mark.value.as_deref()), ("ร้อยละ 88", Some("88")));
    }

    #[test]
    fn an_attribute_inside_a_line_does_not_lose_the_figure_around_it() {
        let html = r#"<p><data class="figure" id="f1" value="5">5<img alt="five"></data> times</p>"#;
        let blocks = read(html);
        assert_eq!(
            blocks.iter().map(|block| (block.text.as_str(), block.marks.len())).collect::<Vec<_>>(),
            [("five", 0), ("5 times", 1)]
        );
    }

    #[test]
    fn a_note_mark_hides_nothing_longer_than_a_number() {
        assert_eq!(texts(r#"<p>a <a role="doc-noteref">12 percent</a></p>"#), ["a 12 percent"]);
    }

    #[test]
    fn a_hidden_figure_is_noticed() {
        let figure = r#"<data class="figure">5</data>"#;
        let hidden = |open: &str| read(&format!("<p{open}>a <span>{figure}</span></p>"))[0].marks[0].hidden;
        assert!(hidden(r#" style="Display : none""#) && hidden(" hidden") && hidden(r#" aria-hidden="true""#));
        assert!(!hidden("") && !hidden(r#" aria-hidden="false""#));
    }

    #[test]
    fn the_language_is_that_of_the_nearest_element() {
        let blocks = read(r#"<html lang="en"><body><p>a</p><p lang="th">ข</p></body></html>"#);
        assert_eq!(blocks.iter().map(|block| block.lang.as_deref()).collect::<Vec<_>>(), [Some("en"), Some("th")]);
    }
}
