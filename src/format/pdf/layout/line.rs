//! Lines: a paragraph shaped, broken and set.
//!
//! In: a [`Paragraph`] and a width. Out: lines of runs whose places are relative to the start of their baseline. Nothing can go
//! wrong: a word that is wider than a line is divided between its letters.

use super::breaking::{self, Break};
use super::han;
use super::shape::{Engine, Glyph, Piece, Source, is_mark};
use super::text::{Paragraph, Style};
use crate::format::pdf::page::{self, Colour, Length, Owner, Point, Rect, Run};
use crate::locale::linebreak::{self, End};
use crate::model::print::Alignment;
use std::ops::Range;

/// A line that is set.
#[derive(Debug, Default)]
pub struct Line {
    /// Its runs, from left to right, on a baseline at 0.
    pub runs: Vec<(Owner, Run)>,
    /// Lines under parts of it.
    pub rules: Vec<(Rect, Colour)>,
    /// Parts that lead somewhere: the link's position in the paragraph, from where to where.
    pub links: Vec<(usize, Length, Length)>,
    /// The anchors in it.
    pub anchors: Vec<String>,
    /// How far it reaches, without spaces at its end.
    pub width: Length,
}

/// A paragraph that is shaped, with what breaking it needs to know.
pub struct Shaped<'a> {
    paragraph: &'a Paragraph,
    tag: &'a str,
    /// The pieces, each with the position of its span.
    pieces: Vec<(usize, Piece)>,
    /// How far the text before each byte reaches.
    reach: Vec<i64>,
    breaks: Vec<Break>,
    /// Those of them that add nothing to a line.
    cuts: Vec<usize>,
}

/// How wide units of a face are at a size, exactly enough to be added up.
fn width(glyphs: &[Glyph], size: Length, units_per_em: u16) -> i64 {
    let units: i64 = glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
    let product = units * i64::from(size.0);
    // Most faces have an em of a thousand units, and no division to wait for.
    if units_per_em == 1000 { product / 1000 } else { product / i64::from(units_per_em) }
}

impl<'a> Shaped<'a> {
    /// Shapes a paragraph.
    pub fn new(engine: &mut Engine<'_>, paragraph: &'a Paragraph, tag: &'a str) -> Self {
        let text = paragraph.text.as_str();
        let breaks = breaks(paragraph, tag);
        let cuts: Vec<usize> = breaks.iter().filter(|found| found.end == End::Plain).map(|found| found.at).collect();
        let source = Source { text, cuts: &cuts };
        let mut pieces = Vec::new();
        let mut shaped = Vec::new();
        for (index, span) in paragraph.spans.iter().enumerate() {
            engine.shape(source, span.range.clone(), &span.style.tag, span.style.weight, &mut shaped);
            for mut piece in shaped.drain(..) {
                let em = i32::from(engine.fonts.faces[piece.face].units_per_em);
                han::space(text, &mut piece, em, tag);
                pieces.push((index, piece));
            }
        }
        let mut reach = vec![-1; text.len() + 1];
        let mut at = 0;
        for (span, piece) in &pieces {
            let em = engine.fonts.faces[piece.face].units_per_em;
            for glyph in &piece.glyphs {
                let known = &mut reach[glyph.text.start];
                *known = if *known < 0 { at } else { *known };
                at += width(std::slice::from_ref(glyph), paragraph.spans[*span].style.size, em);
            }
        }
        for place in reach.iter_mut().rev() {
            *place = if *place < 0 { at } else { *place };
            at = *place;
        }
        Self { paragraph, tag, pieces, reach, breaks, cuts }
    }

    /// The width of the paragraph in one line, and of the widest part that must stay on one line.
    pub fn widths(&self) -> (Length, Length) {
        let mut widest = 0;
        let mut start = 0;
        for end in self.breaks.iter().map(|found| found.at) {
            widest = widest.max(self.visible(start, end));
            start = end;
        }
        let length = |width: i64| Length(i32::try_from(width).unwrap_or(i32::MAX / 4));
        (length(self.visible(0, self.paragraph.text.len())), length(widest))
    }

    /// How wide the text between two bytes is as a line.
    fn visible(&self, start: usize, end: usize) -> i64 {
        (self.tail(&Break::plain(end)) - self.head(start)).max(0)
    }

    /// How far the text before a byte reaches, with the empty half of punctuation that begins a line there.
    fn head(&self, at: usize) -> i64 {
        let first = self.paragraph.text[at..].chars().next().filter(|_| han::is_chinese(self.tag));
        let empty = first.filter(|c| han::opens(*c)).map_or(0, |_| self.half(at));
        self.reach[at] + empty
    }

    /// How far a line reaches that ends there: without spaces and the empty half of punctuation, with a hyphen.
    fn tail(&self, end: &Break) -> i64 {
        let text = self.paragraph.text[..end.at].trim_end_matches(' ');
        let last = text.char_indices().next_back().filter(|_| han::is_chinese(self.tag));
        let empty = last.filter(|(_, c)| han::closes(*c)).map_or(0, |(at, _)| self.half(at));
        let hyphen = match end.end {
            End::Hyphen => i64::from(self.size_at(end.at - 1).0) / 3,
            End::Plain => 0,
        };
        self.reach[text.len()] - empty + hyphen
    }

    /// Half of the room of a wide character, if it takes all of its room.
    fn half(&self, at: usize) -> i64 {
        let next = at + self.paragraph.text[at..].chars().next().map_or(0, char::len_utf8);
        let (taken, size) = (self.reach[next] - self.reach[at], i64::from(self.size_at(at).0));
        if taken > size * 9 / 10 { size / 2 } else { 0 }
    }

    fn size_at(&self, at: usize) -> Length {
        let index = self.paragraph.spans.partition_point(|span| span.range.end <= at);
        self.paragraph.spans.get(index).map_or(Length::ZERO, |span| span.style.size)
    }

    /// Breaks the paragraph into lines of that width.
    pub fn lines(&self, engine: &mut Engine<'_>, measure: Length, alignment: Alignment) -> Vec<Line> {
        let text = &self.paragraph.text;
        let mut breaks = Vec::with_capacity(self.breaks.len());
        let mut start = 0;
        for found in &self.breaks {
            if self.visible(start, found.at) > i64::from(measure.0) {
                let inner = text[start..found.at].char_indices().skip(1);
                let letters = inner.filter(|(_, c)| !is_mark(*c)).map(|(offset, _)| start + offset);
                breaks.extend(
                    letters.filter(|at| self.begins_cluster(*at)).map(|at| Break { is_rescue: true, ..Break::plain(at) }),
                );
            }
            breaks.push(*found);
            start = found.at;
        }
        let kind = if han::is_chinese(self.tag) { breaking::Last::Characters } else { breaking::Last::Words };
        let heads: Vec<i64> = [0].into_iter().chain(breaks.iter().map(|found| found.at)).map(|at| self.head(at)).collect();
        let tails: Vec<i64> = breaks.iter().map(|found| self.tail(found)).collect();
        let width = |from: usize, index: usize| (tails[index] - heads[from]).max(0);
        let ends = breaking::ends(text, &breaks, measure, alignment, kind, width);
        let mut start = 0;
        let mut lines = Vec::with_capacity(ends.len());
        for end in ends {
            let is_last = end.is_forced;
            lines.push(self.set(engine, start..end.at, end.end, measure, (alignment == Alignment::Justified) && !is_last));
            start = end.at;
        }
        lines
    }

    /// Whether glyphs begin at a byte that belong to nothing before it.
    fn begins_cluster(&self, at: usize) -> bool {
        let index = self.pieces.partition_point(|(_, piece)| piece.text.end <= at);
        let glyphs = self.pieces.get(index).map(|(_, piece)| piece.glyphs.as_slice()).unwrap_or_default();
        let found = glyphs.partition_point(|glyph| glyph.text.start < at);
        glyphs.get(found).is_some_and(|glyph| glyph.text.start == at)
    }

    /// Sets a line.
    fn set(&self, engine: &mut Engine<'_>, span: Range<usize>, end: End, measure: Length, is_filled: bool) -> Line {
        let text = &self.paragraph.text;
        let visible = span.start..span.start + text[span.clone()].trim_end_matches(' ').len();
        let mut pieces = self.cut(engine, &span);
        if han::is_chinese(self.tag)
            && let Some((_, first)) = pieces.first_mut()
        {
            let em = i32::from(engine.fonts.faces[first.face].units_per_em);
            han::trim_start(text, first, em);
        }
        if end == End::Hyphen {
            hyphenate(engine, &mut pieces, span.end);
        }
        let slack = i64::from(measure.0) - (self.tail(&Break { end, ..Break::plain(span.end) }) - self.head(span.start));
        if is_filled && slack > 0 {
            self.fill(engine, &mut pieces, &visible, slack);
        }
        let mut line = Line::default();
        let mut x = Length::ZERO;
        for (index, piece) in pieces {
            let source = &self.paragraph.spans[index];
            let em = engine.fonts.faces[piece.face].units_per_em;
            let start = x;
            x += Length(i32::try_from(width(&piece.glyphs, source.style.size, em)).unwrap_or(0));
            let trailing =
                piece.glyphs.iter().rev().take_while(|glyph| glyph.text.start >= visible.end && glyph.text.end <= span.end);
            let spaces: Vec<_> = trailing.cloned().collect();
            let mut edge = x - Length(i32::try_from(width(&spaces, source.style.size, em)).unwrap_or(0));
            line.width = line.width.max(edge);
            // A line under a figure ends with its last letter, not with the gap behind it.
            if let Some(last) = piece.glyphs.last().filter(|_| spaces.is_empty()) {
                let natural = i32::from(engine.fonts.faces[piece.face].advances[usize::from(last.gid)]);
                edge -= source.style.size.of_units((last.advance - natural).max(0), em);
            }
            if let Some(link) = source.link {
                match line.links.last_mut() {
                    Some((known, _, end)) if *known == link => *end = edge,
                    _ => line.links.push((link, start, edge)),
                }
            }
            if let Some(colour) = source.style.underline.filter(|_| edge > start) {
                line.underline(start, edge, &source.style, colour);
            }
            line.push(source.owner, run(piece, text, &span, &source.style, start));
        }
        let anchors =
            self.paragraph.anchors.iter().filter(|(at, _)| span.contains(at) || *at == text.len() && span.end == *at);
        line.anchors = anchors.map(|(_, name)| name.clone()).collect();
        line
    }

    /// The pieces of a line; those that a line may not cut are shaped anew.
    fn cut(&self, engine: &mut Engine<'_>, span: &Range<usize>) -> Vec<(usize, Piece)> {
        let text = &self.paragraph.text;
        let first = self.pieces.partition_point(|(_, piece)| piece.text.end <= span.start);
        let pieces = self.pieces[first..].iter().take_while(|(_, piece)| piece.text.start < span.end);
        let mut cut = Vec::new();
        for (index, piece) in pieces {
            let inside = piece.text.start.max(span.start)..piece.text.end.min(span.end);
            if inside == piece.text {
                cut.push((*index, piece.clone()));
                continue;
            }
            let from = piece.glyphs.partition_point(|glyph| glyph.text.start < inside.start);
            let to = piece.glyphs.partition_point(|glyph| glyph.text.start < inside.end);
            let joined = |at: usize, edge: usize, end: usize| {
                edge != end && piece.glyphs.get(at).is_some_and(|glyph| glyph.is_joined)
            };
            let part = if joined(from, inside.start, piece.text.start) || joined(to, inside.end, piece.text.end) {
                let mut part = engine.piece(Source { text, cuts: &self.cuts }, inside, piece.face, piece.shaping);
                let em = i32::from(engine.fonts.faces[piece.face].units_per_em);
                han::space(text, &mut part, em, self.tag);
                part
            } else {
                Piece { text: inside, glyphs: piece.glyphs[from..to].to_vec(), ..*piece }
            };
            cut.push((*index, part));
        }
        cut
    }

    /// Spreads a line over the measure: in Chinese between characters, elsewhere between words.
    fn fill(&self, engine: &Engine<'_>, pieces: &mut [(usize, Piece)], visible: &Range<usize>, slack: i64) {
        let text = &self.paragraph.text;
        let chinese = han::is_chinese(self.tag);
        let is_gap = |glyph: &Glyph, next: Option<&Glyph>| {
            let end = glyph.text.end;
            let is_whole = next.is_none_or(|next| next.text != glyph.text);
            is_whole && end < visible.end && if chinese { han::may_widen(text, end) } else { text[..end].ends_with(' ') }
        };
        let gaps = |glyphs: &[Glyph]| (0..glyphs.len()).filter(|&at| is_gap(&glyphs[at], glyphs.get(at + 1))).count() as i64;
        let count: i64 = pieces.iter().map(|(_, piece)| gaps(&piece.glyphs)).sum();
        let size = i64::from(self.size_at(visible.start).0);
        // Characters that are drawn apart look worse than a short line: a quarter of an em at the most.
        let most = if chinese { size / 4 } else { size };
        if count == 0 || slack / count > most {
            return;
        }
        let (mut seen, mut given) = (0, 0);
        for (index, piece) in pieces {
            let em = i64::from(engine.fonts.faces[piece.face].units_per_em);
            let size = i64::from(self.paragraph.spans[*index].style.size.0);
            for at in 0..piece.glyphs.len() {
                if is_gap(&piece.glyphs[at], piece.glyphs.get(at + 1)) {
                    seen += 1;
                    let units = (slack * seen / count - given) * em / size;
                    given += units * size / em;
                    piece.glyphs[at].advance += i32::try_from(units).unwrap_or(0);
                }
            }
        }
    }
}

/// Where the lines of a paragraph may and must end.
fn breaks(paragraph: &Paragraph, tag: &str) -> Vec<Break> {
    let found = linebreak::opportunities(tag, &paragraph.text, &paragraph.whole);
    let mut breaks: Vec<Break> = found.into_iter().map(|found| Break { end: found.end, ..Break::plain(found.at) }).collect();
    let end = paragraph.text.len();
    breaks.extend(paragraph.forced.iter().copied().chain([end]).map(|at| Break { is_forced: true, ..Break::plain(at) }));
    breaks.sort_by_key(|found| (found.at, !found.is_forced));
    breaks.dedup_by_key(|found| found.at);
    breaks.retain(|found| found.at > 0);
    breaks
}

/// Adds a hyphen, which stands for a soft hyphen in what is read.
fn hyphenate(engine: &Engine<'_>, pieces: &mut [(usize, Piece)], at: usize) {
    let Some((_, piece)) = pieces.last_mut() else { return };
    let Some(gid) = engine.fonts.glyph(piece.face, '-') else { return };
    let advance = i32::from(engine.fonts.faces[piece.face].advances[usize::from(gid)]);
    piece.glyphs.push(Glyph { gid, advance, x: 0, y: 0, text: at..at, is_joined: false });
}

/// A piece as a run that begins at `x`.
fn run(piece: Piece, text: &str, line: &Range<usize>, style: &Style, x: Length) -> Run {
    let start = piece.text.start.max(line.start);
    let mut own = text[start..piece.text.end.min(line.end)].to_owned();
    let offset = |at: usize| u32::try_from(at - start).expect("a paragraph is shorter than four gigabytes");
    let mut glyphs = Vec::with_capacity(piece.glyphs.len());
    for glyph in piece.glyphs {
        let mut span = offset(glyph.text.start)..offset(glyph.text.end);
        if glyph.text.is_empty() {
            own.push('\u{ad}');
            span.end = own.len() as u32;
        }
        glyphs.push(page::Glyph { gid: glyph.gid, advance: glyph.advance, x: glyph.x, y: glyph.y, text: span });
    }
    let origin = Point { x, y: -style.rise };
    Run { face: piece.face, size: style.size, colour: style.colour, origin, text: own, glyphs }
}

impl Line {
    /// Adds a run; to the run before, if they look alike and belong together.
    fn push(&mut self, owner: Owner, run: Run) {
        match self.runs.last_mut() {
            Some((known, last))
                if *known == owner
                    && (last.face, last.size, last.colour) == (run.face, run.size, run.colour)
                    && last.origin.y == run.origin.y =>
            {
                let shift = last.text.len() as u32;
                last.text.push_str(&run.text);
                let moved = run
                    .glyphs
                    .into_iter()
                    .map(|glyph| page::Glyph { text: glyph.text.start + shift..glyph.text.end + shift, ..glyph });
                last.glyphs.extend(moved);
            }
            _ => self.runs.push((owner, run)),
        }
    }

    fn underline(&mut self, start: Length, end: Length, style: &Style, colour: Colour) {
        // Below the vowels that stand under Thai letters.
        let below = if style.tag == "th" { 270 } else { 150 };
        let y = style.size.of_units(below, 1000);
        match self.rules.last_mut() {
            Some((rect, known)) if *known == colour && rect.x + rect.width >= start - Length(50) => {
                rect.width = end - rect.x
            }
            _ => self.rules.push((Rect { x: start, y, width: end - start, height: Length(450) }, colour)),
        }
    }
}
