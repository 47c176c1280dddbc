//! The walk through a page: elements open and close, and lines of text come of it.
//!
//! In: elements and texts in the order of the page. Out: its [`Reading`], and the styles that bear upon it.

use super::attributes::Attributes;
use super::name::Name;
use super::sheets::{Fits, Rules};
use crate::verify::plain::{is_squeezed, squeeze};
use crate::verify::reading::{Mark, Piece, Reading};
use crate::verify::structured;
use std::borrow::Cow;
use std::rc::Rc;

/// An element that is open.
#[derive(Clone, Copy)]
struct Frame {
    block: bool,
    hidden: bool,
    in_link: bool,
    in_cell: bool,
    /// What it is of a table.
    part: Part,
    /// Whether a text belongs in it, and none came yet.
    blank: bool,
    /// Its language, by its position among those of the page.
    lang: Option<usize>,
    /// The nearest element that has an id, by its position among those of the page.
    id: Option<usize>,
    figure: bool,
    time: bool,
    /// Whether it may be the mark †.
    dagger: bool,
    /// Whether a selector may mean it, or an element around it.
    touched: bool,
    /// What selectors ask of the elements around another, and it or one around it has.
    names: u64,
}

/// What an element is of a table, or of a drawing, whose groups of texts are its rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Row,
    Cell,
    Other,
}

/// A row of a table that is open: the texts of its cells, and how many pieces there were before it and before its last cell.
struct OpenRow {
    text: String,
    before: usize,
    before_cell: usize,
}

/// A figure element that is open: the line that it began in, and what is known of it.
struct OpenFigure<'p> {
    line: usize,
    mark: Mark<'p>,
}

/// A `<time>` that is open: the line that it began in, where, and the day that it declares.
struct OpenTime {
    line: usize,
    start: usize,
    day: String,
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

pub(super) struct Reader<'s, 'p> {
    /// What the project's style sheets may do to a figure.
    fits: Fits<'s>,
    page: Reading<'p>,
    styles: Styles,
    frames: Vec<Frame>,
    /// The figures that are open.
    figures: Vec<OpenFigure<'p>>,
    times: Vec<OpenTime>,
    /// What the marks † that are open say.
    daggers: Vec<String>,
    /// The languages of the page.
    langs: Vec<Rc<str>>,
    /// The position of the frame that waits for a text, if any does.
    blank: Option<usize>,
    /// The rows of tables that are open.
    rows: Vec<OpenRow>,
    line: Piece<'p>,
    /// How many lines have ended.
    lines: usize,
    /// Whether white space is owed before the next character.
    space: bool,
    /// What drawings show once more.
    copies: Vec<String>,
}

impl<'s, 'p> Reader<'s, 'p> {
    /// A reader of a page with these styles.
    pub fn new(rules: &'s Rules) -> Self {
        Self {
            fits: Fits::new(rules),
            page: Reading::default(),
            styles: Styles::default(),
            frames: Vec::new(),
            figures: Vec::new(),
            times: Vec::new(),
            daggers: Vec::new(),
            langs: Vec::new(),
            blank: None,
            rows: Vec::new(),
            line: Piece::default(),
            lines: 0,
            space: false,
            copies: Vec::new(),
        }
    }

    /// Opens an element; `false` if nothing in it is to be read, and it is not to be closed. `code` is what stands in a script or
    /// a style sheet, `tag` how its name is written.
    pub fn open(&mut self, name: Name, tag: &str, attributes: &Attributes<'_, 'p>, code: Option<&str>) -> bool {
        let outer = self.frames.last();
        let (hidden, in_link) = outer.map_or((false, false), |frame| (frame.hidden, frame.in_link));
        let lang = outer.and_then(|frame| frame.lang);
        let lang = attributes.lang.map(|own| self.lang(own)).or(lang);
        let dagger = self.within_figure(name, tag, attributes);
        let hidden = hidden || (!dagger && is_hidden(name, attributes)) || attributes.hides;
        if !dagger {
            attributes.texts.iter().for_each(|text| self.attribute(text, lang));
        }
        match name {
            Name::Br => self.line_break(),
            Name::Meta if attributes.names_text => self.attribute(attributes.content.unwrap_or_default(), lang),
            Name::Meta if attributes.names_day => self.page.days.extend(attributes.content.map(str::to_owned)),
            Name::Meta if attributes.names_revision => self.page.revised.extend(attributes.content.map(str::to_owned)),
            Name::Link if attributes.is_sheet => {
                self.styles.linked.extend(attributes.href.map(|href| href.to_string()));
                self.page.foreign.extend(attributes.href.map(|href| href.to_string()));
            }
            Name::Script if attributes.kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) => {
                self.json(code.unwrap_or_default(), lang);
            }
            Name::Meta if attributes.leads_away => self.page.foreign.push("http-equiv=\"refresh\"".to_owned()),
            Name::Base => self.page.foreign.push("<base".to_owned()),
            Name::Script => {
                self.page.foreign.extend(attributes.src.map(str::to_owned));
                self.page.scripts.extend(code.filter(|code| !code.trim_ascii().is_empty()).map(str::to_owned));
            }
            Name::Style => self.styles.own.extend(code.map(str::to_owned)),
            Name::Template if attributes.is_shadow => {
                self.page.generated.push("a shadow tree makes another text".to_owned())
            }
            Name::Use => self.copies.extend(attributes.href.map(|href| href.to_string())),
            _ if shows_value(name) => self.attribute(attributes.value.map_or("", |value| value.as_ref()), lang),
            _ => {}
        }
        for script in &attributes.scripts {
            self.page.scripts.push((*script).to_owned());
        }
        if is_unread(name) {
            return false;
        }
        let block = !name.is_inline();
        if block {
            self.flush();
        }
        let start = self.line.text.len();
        let id = self.frames.last().and_then(|frame| frame.id);
        let figure = matches!(name, Name::Data | Name::Tspan) && attributes.figure;
        let (around, names) = self.frames.last().map_or((false, 0), |frame| (frame.touched, frame.names));
        let fit = self.fits.of(name, tag, attributes);
        let (touched, names) = (fit.is_meant(names), names | fit.bits);
        self.styles.touched |= (touched && !self.figures.is_empty()) || ((touched || around) && figure);
        if figure {
            let alien = attributes.styled.then_some("a style").or(attributes.named.then_some("a name for the ear"));
            let mark = Mark {
                span: start..start,
                element: attributes.id.cloned().unwrap_or_default(),
                value: attributes.value.cloned(),
                in_link,
                alien: alien.map(str::to_owned),
                around: id,
                ..Mark::default()
            };
            self.figures.push(OpenFigure { line: self.lines, mark });
        }
        let time = attributes.datetime.filter(|_| name == Name::Time);
        if let Some(day) = time {
            self.times.push(OpenTime { line: self.lines, start, day: day.to_owned() });
        }
        let in_link = in_link || name == Name::A;
        let part = self.part(name);
        let in_cell = part == Part::Cell || self.frames.last().is_some_and(|frame| frame.in_cell);
        let blank = match name {
            Name::Cite | Name::Code | Name::Dd | Name::Q | Name::Text => true,
            Name::Li | Name::P => in_cell,
            Name::Th => attributes.heads,
            _ => false,
        };
        if blank {
            self.blank.get_or_insert(self.frames.len());
        }
        self.frames.push(Frame {
            block,
            hidden,
            in_link,
            in_cell,
            part,
            blank,
            lang,
            id: attributes.id.map(|own| self.page.ids.add(own.clone(), id)).or(id),
            figure,
            time: time.is_some(),
            dagger,
            touched: touched || around,
            names,
        });
        true
    }

    /// Notes that a row or cell of a table opens.
    fn part(&mut self, name: Name) -> Part {
        let before = self.page.pieces.len();
        let in_group = self.frames.last().is_some_and(|frame| frame.part == Part::Row);
        match (name, self.rows.last_mut()) {
            (Name::Tr | Name::G, _) => {
                self.rows.push(OpenRow { text: String::new(), before, before_cell: before });
                Part::Row
            }
            (Name::Td | Name::Th, Some(row)) => {
                row.before_cell = before;
                Part::Cell
            }
            (Name::Text, Some(row)) if in_group => {
                row.before_cell = before;
                Part::Cell
            }
            (Name::Td | Name::Th, None) => Part::Cell,
            _ => Part::Other,
        }
    }

    /// Notes that a row or cell of a table closes.
    fn end_part(&mut self, part: Part) {
        match (part, self.rows.last_mut()) {
            (Part::Cell, Some(row)) => {
                let pieces = &self.page.pieces[row.before_cell..];
                pieces.iter().filter(|piece| !piece.attribute).for_each(|piece| row.text.push_str(&piece.text));
                row.text.push('|');
            }
            (Part::Row, Some(_)) => {
                let Some(row) = self.rows.pop() else { return };
                let is_in = |piece: &&mut Piece<'_>| !piece.marks.is_empty() && piece.row.is_none();
                let with_figures = self.page.pieces[row.before..].iter_mut().filter(is_in);
                let text: Rc<str> = row.text.into();
                with_figures.for_each(|piece| piece.row = Some(Rc::clone(&text)));
            }
            _ => {}
        }
    }

    /// The position of a language among those of the page, which are few.
    fn lang(&mut self, lang: &str) -> usize {
        self.langs.iter().position(|known| **known == *lang).unwrap_or_else(|| {
            self.langs.push(Rc::from(lang));
            self.langs.len() - 1
        })
    }

    /// The language in that position.
    fn lang_at(&self, lang: Option<usize>) -> Option<Rc<str>> {
        lang.map(|lang| Rc::clone(&self.langs[lang]))
    }

    /// Notes what opens inside a figure: its link, or its mark, or what has no business there; whether it is the mark.
    fn within_figure(&mut self, name: Name, tag: &str, attributes: &Attributes<'_, 'p>) -> bool {
        let Some(OpenFigure { mark, .. }) = self.figures.last_mut() else { return false };
        match name {
            Name::A if !attributes.styled && !attributes.named => {
                mark.hrefs.push(attributes.href.cloned().unwrap_or_default())
            }
            Name::Span | Name::Tspan if !attributes.styled && attributes.picture && mark.dagger.is_none() => {
                self.daggers.push(attributes.label.unwrap_or_default().to_owned());
                return true;
            }
            _ => mark.alien = Some(format!("<{tag}>")),
        }
        false
    }

    pub fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        let end = self.line.text.len();
        let trimmed = |start: usize, text: &str| start + text[start..].len() - text[start..].trim_start().len()..end;
        if let Some(OpenTime { line, start, day }) = frame.time.then(|| self.times.pop()).flatten() {
            let span = if line == self.lines { trimmed(start, &self.line.text) } else { 0..0 };
            self.line.times.push((span, day));
        }
        if let Some(OpenFigure { line, mut mark }) = frame.figure.then(|| self.figures.pop()).flatten()
            && line == self.lines
        {
            mark.span = trimmed(mark.span.start, &self.line.text);
            mark.hidden |= frame.hidden;
            // Most lines have one.
            if self.line.marks.is_empty() {
                self.line.marks.reserve_exact(1);
            }
            self.line.marks.push(mark);
        }
        if frame.dagger {
            self.daggers.pop();
        }
        if frame.block {
            self.flush();
        }
        self.end_part(frame.part);
        if self.blank.is_some_and(|blank| blank >= self.frames.len()) {
            self.blank = None;
        }
        if frame.blank {
            self.page.pieces.push(Piece { blank: true, ..Piece::default() });
        }
    }

    /// Adds text, each run of white space as one space, none at the start of a line.
    pub fn text(&mut self, text: Cow<'p, str>) {
        let Some(&Frame { dagger, lang, .. }) = self.frames.last() else { return };
        if text == "†" && dagger {
            return self.dagger();
        }
        // Outside of a figure it says of nothing, or of the figure beside it, that it is unverified.
        self.page.strays += usize::from(text == "†");
        if self.line.text.is_empty() {
            self.line.lang = self.lang_at(lang);
        }
        if self.line.text.is_empty() && !text.is_empty() && is_squeezed(&text) {
            self.line.text = text;
            self.space = false;
            return self.said();
        }
        let is_space = |byte: u8| byte <= b' ' && byte.is_ascii_whitespace();
        let mut at = 0;
        while at < text.len() {
            let rest = &text.as_bytes()[at..];
            let spaces = rest.iter().position(|&byte| !is_space(byte)).unwrap_or(rest.len());
            self.space |= spaces > 0;
            let rest = &rest[spaces..];
            // Words with one space between them are added at once.
            let mut last = 0;
            let ends = |&byte: &u8| {
                let ends = byte <= b' ' && is_space(byte) && (byte != b' ' || last == b' ');
                last = byte;
                ends
            };
            let end = rest.iter().position(ends).unwrap_or(rest.len());
            let end = if rest[..end].ends_with(b" ") { end - 1 } else { end };
            if end > 0 {
                let words = at + spaces..at + spaces + end;
                let kept = if let Cow::Borrowed(text) = text { Some(&text[words.clone()]) } else { None };
                self.words(&text[words], kept);
            }
            at += spaces + end;
        }
    }

    /// Adds a part of a text that is as it is to be read; `kept` is the same where it stands in the page.
    fn words(&mut self, words: &str, kept: Option<&'p str>) {
        let line = &mut self.line.text;
        if !line.is_empty() {
            // Most lines that go on do so more than once.
            let longer = line.len() + words.len();
            let line = line.to_mut();
            line.reserve(longer - line.len() + 1);
            if self.space && !line.ends_with('\n') {
                line.push(' ');
            }
            line.push_str(words);
        } else {
            *line = kept.map_or_else(|| Cow::Owned(words.to_owned()), Cow::Borrowed);
        }
        self.space = false;
        self.said();
    }

    /// Notes that every element that is open has a text.
    fn said(&mut self) {
        if let Some(first) = self.blank.take() {
            self.frames[first..].iter_mut().for_each(|frame| frame.blank = false);
        }
    }

    /// The mark † of the figure that is open.
    fn dagger(&mut self) {
        if let (Some(frame), Some(figure)) = (self.frames.last_mut(), self.figures.last_mut()) {
            frame.dagger = false;
            figure.mark.dagger = self.daggers.pop();
            figure.mark.hidden |= frame.hidden;
        }
    }

    fn line_break(&mut self) {
        self.space = false;
        self.line.text.to_mut().push('\n');
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        self.space = false;
        self.lines += 1;
        // Most blocks begin with another one.
        if self.line.text.is_empty() && self.line.marks.is_empty() && self.line.times.is_empty() {
            return;
        }
        let mut line = std::mem::take(&mut self.line);
        line.marks.sort_by_key(|mark| mark.span.start);
        if !line.text.trim().is_empty() || !line.marks.is_empty() || !line.times.is_empty() {
            self.page.pieces.push(line);
        }
    }

    /// Adds a block of its own before the one that is being read.
    fn attribute(&mut self, text: &str, lang: Option<usize>) {
        let text = squeeze(text);
        if !text.is_empty() {
            let text = Cow::Owned(text.into_owned());
            self.page.pieces.push(Piece { text, attribute: true, lang: self.lang_at(lang), ..Piece::default() });
        }
    }

    fn json(&mut self, text: &str, lang: Option<usize>) {
        match serde_json::from_str(text) {
            Ok(value) => {
                structured::texts(&value, &mut |text| self.attribute(text, lang));
                self.page.json.push(value);
            }
            Err(_) => self.attribute(text, lang),
        }
    }

    /// Whether a figure is open.
    pub fn is_in_figure(&self) -> bool {
        !self.figures.is_empty()
    }

    /// The page, and the styles that bear upon it.
    pub fn finish(mut self) -> (Reading<'p>, Styles) {
        for copy in std::mem::take(&mut self.copies) {
            let mut marks = self.page.pieces.iter().flat_map(|piece| &piece.marks);
            match copy.strip_prefix('#') {
                Some(id)
                    if marks.any(|mark| mark.element == id || self.page.ids.around(mark).any(|around| around == id)) =>
                {
                    self.page.generated.push(format!("a drawing shows `{copy}` once more"));
                }
                Some(_) => {}
                None => self.page.foreign.push(copy),
            }
        }
        (self.page, self.styles)
    }
}

/// Whether nobody reads the text of an element.
fn is_unread(name: Name) -> bool {
    matches!(name, Name::Script | Name::Style | Name::Template)
}

/// Whether the `value` of an element is shown or read aloud.
fn shows_value(name: Name) -> bool {
    matches!(name, Name::Button | Name::Input | Name::Meter | Name::Option | Name::Progress)
}

/// Whether an element keeps what is in it from a reader, by its name or its attributes: what is struck out, what stands only where
/// something else cannot be shown, what a drawing keeps for later, and what is told to the ear as a picture.
fn is_hidden(name: Name, attributes: &Attributes<'_, '_>) -> bool {
    let by_name = match name {
        Name::Del | Name::S | Name::Strike => true,
        Name::Audio
        | Name::Canvas
        | Name::Datalist
        | Name::Iframe
        | Name::Noembed
        | Name::Noframes
        | Name::Noscript
        | Name::Object
        | Name::Rp
        | Name::Select
        | Name::Textarea
        | Name::Video => true,
        Name::ClipPath | Name::Defs | Name::Marker | Name::Mask | Name::Metadata | Name::Pattern | Name::Symbol => true,
        // Its colours and sizes are as good as a style.
        Name::Font => true,
        Name::Dialog => !attributes.open,
        Name::Svg => false,
        _ => attributes.picture,
    };
    by_name || attributes.hides
}
