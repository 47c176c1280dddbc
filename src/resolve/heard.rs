//! What of the running text of an entry was read with the figures in it, so that it need not be read without them.
//!
//! In: the lines of an entry. Out: which pieces of its text are quiet, as nothing is read in them, neither by itself nor with a figure
//! beside it. Nothing can go wrong.

use super::line::Line;
use std::ops::Range;

/// The running text of an entry, as far as it stands in lines with figures.
#[derive(Debug)]
pub struct Heard {
    /// Where pieces of text begin in the file, in order.
    pieces: Vec<usize>,
    /// The bytes of the file in which something is read, in order.
    loud: Vec<Range<usize>>,
}

impl Heard {
    /// Of the lines of an entry.
    pub fn new(lines: &[Line<'_>]) -> Self {
        let mut pieces: Vec<usize> = lines.iter().flat_map(|line| &line.pieces).copied().collect();
        let mut loud: Vec<_> = lines.iter().flat_map(typed).collect();
        pieces.sort_unstable();
        loud.sort_unstable_by_key(|typed| typed.start);
        Self { pieces, loud }
    }

    /// Whether a stretch of the file is running text of a line in which nothing is read.
    pub fn is_quiet(&self, text: &Range<usize>) -> bool {
        let next = self.loud.partition_point(|typed| typed.end <= text.start);
        self.pieces.binary_search(&text.start).is_ok() && self.loud.get(next).is_none_or(|typed| text.end <= typed.start)
    }
}

/// What is read in a line beside the wordings of its figures, as bytes of the file, in order.
fn typed(line: &Line<'_>) -> Vec<Range<usize>> {
    let mut typed = Vec::new();
    let mut figures = line.figures.iter().peekable();
    for read in &line.read {
        let mut at = read.span.start;
        while let Some(figure) = figures.next_if(|figure| figure.span.start < read.span.end) {
            if at < figure.span.start {
                typed.push(line.typed(at..figure.span.start));
            }
            at = at.max(figure.span.end);
        }
        if at < read.span.end {
            typed.push(line.typed(at..read.span.end));
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Language;

    #[test]
    fn what_is_read_beside_a_figure_is_loud() {
        let language = Language::of("en").expect("English is there");
        let line = |text: &str| {
            let mut line = Line::default();
            (line.text, line.read, line.pieces) = (text.to_owned(), language.read(text), vec![0]);
            line
        };
        let is_quiet = |text: &str| Heard::new(&[line(text)]).is_quiet(&(0..text.len()));
        assert!(is_quiet("customers say so"));
        assert!(!is_quiet("five customers say so"));
        assert!(!Heard::new(&[]).is_quiet(&(0..4)), "what stands in no line has not been read");
    }
}
