//! Files as a reader gets them: text, Markdown, web pages and printed pages.
//!
//! In: the bytes of a file. Out: its text, and the way back from the text to the file. What can go wrong is a finding: a file that
//! is not UTF-8, that is larger than any honest one, or that cannot be read at all.
//!
//! | ending | what is read |
//! |---|---|
//! | `.html`, `.htm`, `.xhtml` | what a browser shows, one line for each block and cell |
//! | `.pdf` | the texts of its pages |
//! | `.md`, `.markdown` | the text; marks, code and addresses are blank |
//! | any other | the text |

use super::report::Shown;
use crate::diagnostic::{Code, Finding, Place, SourceText};
use crate::figure::Language;
use crate::verify::texts::Texts;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// A file as a reader gets it.
#[derive(Debug)]
pub struct Input {
    /// The path that the user knows it by.
    pub path: String,
    /// The text.
    pub text: String,
    /// The file, or for a printed page the text that was read of it.
    pub source: Arc<SourceText>,
    /// The pieces of a page, with where each begins in the text.
    pieces: Option<(Texts, Vec<usize>)>,
    /// Whether the file itself can be mended: a printed page cannot.
    pub is_text: bool,
}

/// The largest file that is read.
const LARGEST: usize = 64 << 20;

impl Input {
    /// Reads a file.
    ///
    /// # Errors
    /// A finding that says why it cannot be read.
    pub fn read(path: &str, bytes: Vec<u8>) -> Result<Self, Box<Finding>> {
        let at_top = |code, what: &str| Box::new(Finding::new(code, Place::of_path(path), what.to_owned()));
        if bytes.len() > LARGEST {
            return Err(at_top(Code::FileTooLarge, "the file is larger than any page"));
        }
        let ending = Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        if ending == "pdf" || bytes.starts_with(b"%PDF-") {
            let texts = Texts::of_pdf(&bytes).map_err(|why| at_top(Code::FileUnreadable, &why))?;
            let (text, starts) = joined(&texts);
            let source = SourceText::new(path, text.clone());
            return Ok(Self { path: path.to_owned(), text, source, pieces: Some((texts, starts)), is_text: false });
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
            let place = SourceText::new(path, text.clone()).at(text.len()..text.len());
            Box::new(Finding::new(Code::NotUtf8, place, format!("not UTF-8 from byte {valid} on")))
        })?;
        let source = SourceText::new(path, text);
        let plain =
            |text: String| Self { path: path.to_owned(), text, source: Arc::clone(&source), pieces: None, is_text: true };
        Ok(match ending.as_str() {
            "html" | "htm" | "xhtml" => {
                let texts = Texts::of_html(source.text());
                let (text, starts) = joined(&texts);
                Self { pieces: Some((texts, starts)), ..plain(text) }
            }
            "md" | "markdown" => plain(without_markup(source.text())),
            _ => plain(source.text().to_owned()),
        })
    }

    /// The bytes of the file that a span of the text was read from; `None` if they cannot be found.
    pub fn bytes(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let Some((texts, starts)) = &self.pieces else { return Some(span.clone()) };
        if !self.is_text {
            return None;
        }
        let piece = starts.partition_point(|start| *start <= span.start).checked_sub(1)?;
        let within = span.start - starts[piece]..span.end - starts[piece];
        texts.locate(self.source.text(), piece, &within)
    }

    /// Where a span of the text stands.
    pub fn place(&self, span: &Range<usize>) -> Place {
        match (&self.pieces, self.bytes(span)) {
            (None, _) => self.source.at(span.clone()),
            (Some(_), Some(bytes)) => self.source.at(bytes),
            (Some(_), None) if !self.is_text => self.source.at(span.clone()),
            (Some(_), None) => self.source.top(),
        }
    }

    /// The language in which most of it is written.
    pub fn language(&self) -> &'static Language {
        let count = |of: fn(&char) -> bool| self.text.chars().filter(of).count();
        let thai = count(|c| ('\u{0E01}'..='\u{0E5B}').contains(c));
        let han = count(|c| ('\u{4E00}'..='\u{9FFF}').contains(c));
        let latin = count(char::is_ascii_alphabetic);
        let tag = match () {
            () if thai * 4 >= latin && thai > han => "th",
            () if han * 8 >= latin && han > 0 => "zh-Hans",
            () => "en",
        };
        Language::of(tag).expect("the languages of this program are known to it")
    }

    /// Offsets in Unicode scalar values, counted in one pass for spans in order.
    pub fn counter(&self) -> Shown<'_> {
        Shown::new(&self.text)
    }
}

/// The pieces of a page as lines, with where each begins.
fn joined(texts: &Texts) -> (String, Vec<usize>) {
    let (mut text, mut starts) = (String::new(), Vec::new());
    for piece in texts.iter() {
        starts.push(text.len());
        text.push_str(piece);
        text.push('\n');
    }
    (text, starts)
}

/// Markdown with its code, addresses, comments and marks of emphasis blank; every character keeps its place.
fn without_markup(text: &str) -> String {
    let mut blank: Vec<Range<usize>> = Vec::new();
    let mut fence: Option<&str> = None;
    let mut at = 0;
    let mut front = text.starts_with("---\n");
    for line in text.split_inclusive('\n') {
        let span = at..at + line.len();
        at = span.end;
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        match (fence, mark) {
            _ if front => {
                front = span.start == 0 || line.trim_end() != "---";
                blank.push(span);
            }
            (None, Some(mark)) => {
                fence = Some(mark);
                blank.push(span);
            }
            (Some(open), mark) => {
                if mark == Some(open) {
                    fence = None;
                }
                blank.push(span);
            }
            (None, None) => blank.extend(inline(line, span.start)),
        }
    }
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    for span in blank {
        result.push_str(&text[at..span.start]);
        result.extend(text[span.clone()].chars().map(|c| match c.len_utf8() {
            1 if c != '\n' && c != '\r' => ' ',
            2 => '\u{a0}',
            3 => '\u{3000}',
            _ => c,
        }));
        at = span.end;
    }
    result.push_str(&text[at..]);
    result
}

/// What is blank in a line of running text: addresses of links, tags, emphasis.
fn inline(line: &str, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = line[at..].find(['*', '<', ']', '`']).map(|next| at + next) {
        let rest = &line[next..];
        let length = if rest.starts_with("](") {
            rest.find(')').map_or(1, |end| end + 1)
        } else if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))
        {
            rest.find('>').map_or(1, |end| end + 1)
        } else {
            1
        };
        // A bullet or a comparison stays.
        let stays = rest.starts_with("* ") || rest.starts_with('<') && length == 1 || rest.starts_with(']') && length == 1;
        if !stays {
            found.push(start + next..start + next + length);
        }
        at = next + length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_keeps_every_place() {
        let text = "---\ntitle: 5%\n---\n**88%** of [ลูกค้า](https://a.b/7%) say\n```\n9%\n```\n* 5 < 6\n";
        let plain = without_markup(text);
        assert_eq!(plain.len(), text.len());
        assert_eq!(plain.chars().count(), text.chars().count());
        let figures = Language::of("en").unwrap().read(&plain);
        let read: Vec<_> = figures.iter().map(|figure| &text[figure.span.clone()]).collect();
        assert_eq!(read, ["88%", "5", "< 6"]);
    }

    #[test]
    fn bytes_that_are_no_text_are_a_finding() {
        let code = |path: &str, bytes: &[u8]| Input::read(path, bytes.to_vec()).map(|_| ()).unwrap_err().code;
        assert_eq!(code("a.txt", b"88\xff%"), Code::NotUtf8);
        assert_eq!(code("a.pdf", b"no page"), Code::FileUnreadable);
        assert_eq!(code("a.pdf", b""), Code::FileUnreadable);
    }

    #[test]
    fn a_figure_of_a_page_is_found_in_its_tags() {
        let html = "<h1>T</h1><p>of <b>88</b>% &amp; 9%</p>";
        let input = Input::read("a.html", html.into()).unwrap();
        assert_eq!(input.text, "T\nof 88% & 9%\n");
        let at = input.text.find("88%").unwrap();
        assert_eq!(input.place(&(at..at + 3)).text(), "88</b>%");
    }
}
