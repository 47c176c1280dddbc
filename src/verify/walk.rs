//! The walk through a page: elements open and close, and lines of text come of it.
//!
//! In: elements and texts in the order of the page. Out: its [`Page`], and the style sheets that stand in it.

use super::attributes::Attributes;
use super::page::{Block, Mark, Page, is_hidden};
use super::structured;
use scraper::ElementRef;
use std::rc::Rc;

/// Elements that stand within a line; every other begins a block.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tspan", "tt", "u", "var",
    "wbr",
];

/// Elements whose text nobody reads.
const UNREAD: &[&str] = &["script", "style", "template"];

/// Elements whose `value` is shown or read aloud.
const SHOW_VALUE: &[&str] = &["button", "input", "meter", "option", "progress"];

/// An element that is open.
struct Frame {
    block: bool,
    hidden: bool,
    in_link: bool,
    /// Whether a text belongs in it, and none came yet.
    blank: bool,
    lang: Option<Rc<str>>,
    figure: Option<OpenFigure>,
    /// A `<time>`: the line that it began in, where, and the day that it declares.
    time: Option<(usize, usize, String)>,
    /// What the mark † says, if the element may be one.
    dagger: Option<String>,
}

/// A figure element that is open: the line that it began in, and what is known of it.
struct OpenFigure {
    line: usize,
    mark: Mark,
}

#[derive(Default)]
pub(super) struct Reader {
    page: Page,
    sheets: Vec<String>,
    frames: Vec<Frame>,
    /// The positions of the frames that are figures.
    figures: Vec<usize>,
    line: Block,
    /// How many lines have ended.
    lines: usize,
    /// Whether white space is owed before the next character.
    space: bool,
}

impl Reader {
    /// Opens an element; `false` if nothing in it is to be read, and it is not to be closed.
    pub fn open(&mut self, element: ElementRef<'_>) -> bool {
        let name = element.value().name();
        let attributes = Attributes::of(element.value());
        let (hidden, in_link, lang) =
            self.frames.last().map_or((false, false, None), |frame| (frame.hidden, frame.in_link, frame.lang.clone()));
        let hidden = hidden || is_hidden(name, &attributes);
        let lang = attributes.lang.map(Rc::from).or(lang);
        let dagger = self.within_figure(name, &attributes);
        if dagger.is_none() {
            attributes.texts.iter().for_each(|text| self.attribute(text, lang.as_ref()));
        }
        match name {
            "br" => self.line_break(),
            "meta" if attributes.names_text => self.attribute(attributes.content.unwrap_or_default(), lang.as_ref()),
            "meta" if attributes.names_day => self.page.days.extend(attributes.content.map(str::to_owned)),
            "script" if attributes.kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) => {
                self.json(&element, lang.as_ref());
            }
            "style" => self.sheets.push(element.text().collect()),
            _ if SHOW_VALUE.contains(&name) => self.attribute(attributes.value.unwrap_or_default(), lang.as_ref()),
            _ => {}
        }
        if UNREAD.contains(&name) || (attributes.note && is_note_mark(&element, &attributes)) {
            return false;
        }
        let block = !INLINE.contains(&name);
        if block {
            self.flush();
        }
        let start = self.line.text.len();
        let figure = (name == "data" && attributes.figure).then(|| {
            let element = attributes.id.unwrap_or_default().to_owned();
            let alien = attributes.styled.then(|| "a style".to_owned());
            let value = attributes.value.map(str::to_owned);
            OpenFigure {
                line: self.lines,
                mark: Mark { span: start..start, element, value, in_link, alien, ..Mark::default() },
            }
        });
        if figure.is_some() {
            self.figures.push(self.frames.len());
        }
        let time = attributes.datetime.filter(|_| name == "time").map(|day| (self.lines, start, day.to_owned()));
        let (in_link, blank) = (in_link || name == "a", matches!(name, "dd" | "cite"));
        self.frames.push(Frame { block, hidden, in_link, blank, lang, figure, time, dagger });
        true
    }

    /// Notes what opens inside a figure: its link, or its mark, whose words are returned, or what has no business there.
    fn within_figure(&mut self, name: &str, attributes: &Attributes<'_>) -> Option<String> {
        let &figure = self.figures.last()?;
        let mark = &mut self.frames[figure].figure.as_mut()?.mark;
        match name {
            "a" if !attributes.styled => mark.hrefs.push(attributes.href.unwrap_or_default().to_owned()),
            "span" if !attributes.styled && attributes.picture && mark.dagger.is_none() => {
                return Some(attributes.label.unwrap_or_default().to_owned());
            }
            _ => mark.alien = Some(format!("<{name}>")),
        }
        None
    }

    pub fn close(&mut self) {
        let Some(mut frame) = self.frames.pop() else { return };
        let end = self.line.text.len();
        let trimmed = |start: usize, text: &str| start + text[start..].len() - text[start..].trim_start().len()..end;
        if let Some((line, start, day)) = frame.time.take() {
            let span = if line == self.lines { trimmed(start, &self.line.text) } else { 0..0 };
            self.line.times.push((span, day));
        }
        if let Some(figure) = frame.figure.take() {
            self.figures.pop();
            if figure.line == self.lines {
                let span = trimmed(figure.mark.span.start, &self.line.text);
                self.line.marks.push(Mark { span, hidden: frame.hidden || figure.mark.hidden, ..figure.mark });
            }
        }
        if frame.block {
            self.flush();
        }
        if frame.blank {
            self.page.blocks.push(Block { blank: true, ..Block::default() });
        }
    }

    /// Adds text, each run of white space as one space, none at the start of a line.
    pub fn text(&mut self, text: &str) {
        let Some(frame) = self.frames.last() else { return };
        if text == "†" && frame.dagger.is_some() {
            return self.dagger();
        }
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
        if !text.trim_ascii().is_empty() {
            self.frames.iter_mut().for_each(|frame| frame.blank = false);
        }
    }

    /// The mark † of the figure that is open.
    fn dagger(&mut self) {
        let words = self.frames.last_mut().and_then(|frame| Some((frame.dagger.take()?, frame.hidden)));
        let figure = self.figures.last().and_then(|&figure| self.frames[figure].figure.as_mut());
        if let (Some((words, hidden)), Some(figure)) = (words, figure) {
            figure.mark.dagger = Some(words);
            figure.mark.hidden |= hidden;
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
        if !line.text.trim().is_empty() || !line.marks.is_empty() || !line.times.is_empty() {
            self.page.blocks.push(line);
        }
    }

    /// Adds a block of its own before the one that is being read.
    fn attribute(&mut self, text: &str, lang: Option<&Rc<str>>) {
        let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.page.blocks.push(Block { text, attribute: true, lang: lang.cloned(), ..Block::default() });
        }
    }

    fn json(&mut self, script: &ElementRef<'_>, lang: Option<&Rc<str>>) {
        let text: String = script.text().collect();
        match serde_json::from_str(&text) {
            Ok(value) => {
                structured::texts(&value, &mut |text| self.attribute(text, lang));
                self.page.json.push(value);
            }
            Err(_) => self.attribute(&text, lang),
        }
    }

    /// The page, and the style sheets that stand in it.
    pub fn finish(self) -> (Page, Vec<String>) {
        (self.page, self.sheets)
    }
}

/// Whether an element that says so is the mark of a note, such as `†` or `[12]`: it numbers the text, leads to the note in the same
/// page, and stands close behind a figure.
fn is_note_mark(element: &ElementRef<'_>, attributes: &Attributes<'_>) -> bool {
    let is_mark = |character: char| character.is_ascii_digit() || "†‡*[]".contains(character);
    let text: String = element.text().flat_map(str::chars).filter(|character| !character.is_whitespace()).take(5).collect();
    attributes.href.is_some_and(|href| href.starts_with('#')) && text.chars().count() <= 4 && text.chars().all(is_mark)
}
