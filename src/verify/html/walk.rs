//! The walk through a page: elements open and close, and lines of text come of it.
//!
//! In: elements and texts in the order of the page. Out: its [`Reading`], and the styles that bear upon it.

use super::attributes::Attributes;
use super::sheets::Rules;
use crate::verify::reading::{Mark, Piece, Reading};
use crate::verify::structured;
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
    in_cell: bool,
    /// Whether a text belongs in it, and none came yet.
    blank: bool,
    lang: Option<Rc<str>>,
    figure: Option<OpenFigure>,
    /// A `<time>`: the line that it began in, where, and the day that it declares.
    time: Option<(usize, usize, String)>,
    /// What the mark † says, if the element may be one.
    dagger: Option<String>,
    /// Whether a selector may mean it, or an element around it.
    touched: bool,
    /// What selectors ask of the elements around another, and it or one around it has.
    names: u64,
}

/// A figure element that is open: the line that it began in, and what is known of it.
struct OpenFigure {
    line: usize,
    mark: Mark,
}

/// What a page says of styles.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Styles {
    /// The style sheets that stand in it.
    pub own: Vec<String>,
    /// Where the style sheets are that it asks for.
    pub linked: Vec<String>,
    /// Whether a selector of the project's style sheets may mean a figure, an element around it, or one in it.
    pub touched: bool,
}

pub(super) struct Reader<'s> {
    /// What the project's style sheets may do to a figure.
    rules: &'s Rules,
    page: Reading,
    styles: Styles,
    frames: Vec<Frame>,
    /// The positions of the frames that are figures.
    figures: Vec<usize>,
    /// The position of the frame that waits for a text, if any does.
    blank: Option<usize>,
    line: Piece,
    /// How many lines have ended.
    lines: usize,
    /// Whether white space is owed before the next character.
    space: bool,
}

impl<'s> Reader<'s> {
    /// A reader of a page with these styles.
    pub fn new(rules: &'s Rules) -> Self {
        Self {
            rules,
            page: Reading::default(),
            styles: Styles::default(),
            frames: Vec::new(),
            figures: Vec::new(),
            blank: None,
            line: Piece::default(),
            lines: 0,
            space: false,
        }
    }

    /// Opens an element; `false` if nothing in it is to be read, and it is not to be closed. `code` is what stands in a script or
    /// a style sheet.
    pub fn open(&mut self, name: &str, attributes: &Attributes<'_>, code: Option<&str>) -> bool {
        let (hidden, in_link, lang) =
            self.frames.last().map_or((false, false, None), |frame| (frame.hidden, frame.in_link, frame.lang.clone()));
        let hidden = hidden || is_hidden(name, attributes);
        let lang = attributes.lang.map(Rc::from).or(lang);
        let dagger = self.within_figure(name, attributes);
        if dagger.is_none() {
            attributes.texts.iter().for_each(|text| self.attribute(text, lang.as_ref()));
        }
        match name {
            "br" => self.line_break(),
            "meta" if attributes.names_text => self.attribute(attributes.content.unwrap_or_default(), lang.as_ref()),
            "meta" if attributes.names_day => self.page.days.extend(attributes.content.map(str::to_owned)),
            "meta" if attributes.names_revision => self.page.revised.extend(attributes.content.map(str::to_owned)),
            "link" if attributes.is_sheet => self.styles.linked.extend(attributes.href.map(str::to_owned)),
            "script" if attributes.kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) => {
                self.json(code.unwrap_or_default(), lang.as_ref());
            }
            "script" => self.page.scripts.extend(code.filter(|code| !code.trim_ascii().is_empty()).map(str::to_owned)),
            "style" => self.styles.own.extend(code.map(str::to_owned)),
            _ if SHOW_VALUE.contains(&name) => self.attribute(attributes.value.unwrap_or_default(), lang.as_ref()),
            _ => {}
        }
        self.page.scripts.extend(attributes.scripts.iter().map(|&script| script.to_owned()));
        if UNREAD.contains(&name) {
            return false;
        }
        let block = !INLINE.contains(&name);
        if block {
            self.flush();
        }
        let start = self.line.text.len();
        let figure = (matches!(name, "data" | "tspan") && attributes.figure).then(|| {
            let element = attributes.id.unwrap_or_default().to_owned();
            let alien = attributes.styled.then(|| "a style".to_owned());
            let value = attributes.value.map(str::to_owned);
            OpenFigure {
                line: self.lines,
                mark: Mark { span: start..start, element, value, in_link, alien, ..Mark::default() },
            }
        });
        let (around, names) = self.frames.last().map_or((false, 0), |frame| (frame.touched, frame.names));
        let touched = self.rules.may_mean(name, attributes, names);
        let names = names | self.rules.bits(name, attributes);
        self.styles.touched |= (touched && !self.figures.is_empty()) || ((touched || around) && figure.is_some());
        if figure.is_some() {
            self.figures.push(self.frames.len());
        }
        let time = attributes.datetime.filter(|_| name == "time").map(|day| (self.lines, start, day.to_owned()));
        let in_link = in_link || name == "a";
        let in_cell = matches!(name, "td" | "th") || self.frames.last().is_some_and(|frame| frame.in_cell);
        let blank = matches!(name, "cite" | "code" | "dd" | "q") || (matches!(name, "li" | "p") && in_cell);
        if blank {
            self.blank.get_or_insert(self.frames.len());
        }
        self.frames.push(Frame {
            block,
            hidden,
            in_link,
            in_cell,
            blank,
            lang,
            figure,
            time,
            dagger,
            touched: touched || around,
            names,
        });
        true
    }

    /// Notes what opens inside a figure: its link, or its mark, whose words are returned, or what has no business there.
    fn within_figure(&mut self, name: &str, attributes: &Attributes<'_>) -> Option<String> {
        let &figure = self.figures.last()?;
        let mark = &mut self.frames[figure].figure.as_mut()?.mark;
        match name {
            "a" if !attributes.styled => mark.hrefs.push(attributes.href.unwrap_or_default().to_owned()),
            "span" | "tspan" if !attributes.styled && attributes.picture && mark.dagger.is_none() => {
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
        if self.blank.is_some_and(|blank| blank >= self.frames.len()) {
            self.blank = None;
        }
        if frame.blank {
            self.page.pieces.push(Piece { blank: true, ..Piece::default() });
        }
    }

    /// Adds text, each run of white space as one space, none at the start of a line.
    pub fn text(&mut self, text: &str) {
        let Some(frame) = self.frames.last() else { return };
        if text == "†" && frame.dagger.is_some() {
            return self.dagger();
        }
        // Outside of a figure it says of nothing, or of the figure beside it, that it is unverified.
        self.page.strays += usize::from(text == "†");
        if self.line.text.is_empty() {
            self.line.lang.clone_from(&frame.lang);
        }
        let is_space = |byte: u8| byte.is_ascii_whitespace();
        let mut rest = text;
        while !rest.is_empty() {
            let spaces = rest.bytes().position(|byte| !is_space(byte)).unwrap_or(rest.len());
            self.space |= spaces > 0;
            rest = &rest[spaces..];
            let end = rest.bytes().position(is_space).unwrap_or(rest.len());
            if end > 0 {
                if self.space && !self.line.text.is_empty() && !self.line.text.ends_with('\n') {
                    self.line.text.push(' ');
                }
                self.space = false;
                self.line.text.push_str(&rest[..end]);
                self.said();
            }
            rest = &rest[end..];
        }
    }

    /// Notes that every element that is open has a text.
    fn said(&mut self) {
        if let Some(first) = self.blank.take() {
            self.frames[first..].iter_mut().for_each(|frame| frame.blank = false);
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
            self.page.pieces.push(line);
        }
    }

    /// Adds a block of its own before the one that is being read.
    fn attribute(&mut self, text: &str, lang: Option<&Rc<str>>) {
        let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.page.pieces.push(Piece { text, attribute: true, lang: lang.cloned(), ..Piece::default() });
        }
    }

    fn json(&mut self, text: &str, lang: Option<&Rc<str>>) {
        match serde_json::from_str(text) {
            Ok(value) => {
                structured::texts(&value, &mut |text| self.attribute(text, lang));
                self.page.json.push(value);
            }
            Err(_) => self.attribute(text, lang),
        }
    }

    /// The page, and the styles that bear upon it.
    pub fn finish(self) -> (Reading, Styles) {
        (self.page, self.styles)
    }
}

/// Whether an element keeps what is in it from a reader, by its name or its attributes.
fn is_hidden(name: &str, attributes: &Attributes<'_>) -> bool {
    attributes.hides
        || matches!(name, "del" | "s" | "strike" | "datalist" | "object")
        || (name == "dialog" && !attributes.open)
}
