//! Which glyph of a cluster stands for which text.
//!
//! In: a run. Out: its clusters, each with a text for every glyph. Where those do not make up the cluster's text, as where a shaper
//! has split U+0E33 SARA AM and put a tone mark between its parts, the cluster needs an ActualText.

use crate::format::pdf::page::{Glyph, Run};
use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use skrifa::raw::FontRef;
use std::ops::Range;

/// SARA AM, and what shapers split it into.
const SARA_AM: char = '\u{e33}';
const SARA_AM_PARTS: [char; 2] = ['\u{e4d}', '\u{e32}'];

/// Glyphs that stand for a text together.
#[derive(Debug, PartialEq)]
pub(super) struct Cluster<'a> {
    /// The positions of its glyphs in the run.
    pub glyphs: Range<usize>,
    /// Its text.
    pub text: &'a str,
    /// The text of each glyph; empty where the one glyph has the whole.
    pub parts: Vec<String>,
}

impl<'a> Cluster<'a> {
    /// The text of one of its glyphs.
    pub fn part(&self, glyph: usize) -> &str {
        self.parts.get(glyph - self.glyphs.start).map_or(self.text, String::as_str)
    }

    /// What the glyphs do not say by themselves.
    pub fn actual_text(&self) -> Option<&'a str> {
        let says = |text: &str| self.parts.iter().try_fold(text, |rest, part| rest.strip_prefix(part.as_str())) == Some("");
        (!self.parts.is_empty() && !says(self.text)).then_some(self.text)
    }
}

/// The clusters of a run, from left to right.
pub(super) fn of<'a>(run: &'a Run, font: &FontRef<'a>) -> impl Iterator<Item = Cluster<'a>> {
    let mut start = 0;
    let charmap = font.charmap();
    std::iter::from_fn(move || {
        let first = run.glyphs.get(start)?;
        let length = run.glyphs[start..].iter().take_while(|glyph| glyph.text == first.text).count();
        let glyphs = start..start + length;
        start += length;
        let text = &run.text[first.text.start as usize..first.text.end as usize];
        let parts = if length == 1 { Vec::new() } else { parts(&run.glyphs[glyphs.clone()], text, &charmap) };
        Some(Cluster { glyphs, text, parts })
    })
}

/// A text for each of several glyphs: a character of the cluster that the face draws with it, each once; or the whole.
fn parts(glyphs: &[Glyph], text: &str, charmap: &Charmap<'_>) -> Vec<String> {
    let mut characters: Vec<char> = text.chars().collect();
    if characters.contains(&SARA_AM) {
        characters.extend(SARA_AM_PARTS);
    }
    let is_drawn_so = |gid: u16, character: char| charmap.map(character).is_some_and(|glyph| glyph.to_u32() == u32::from(gid));
    let part = |glyph: &Glyph| {
        let position = characters.iter().position(|&character| is_drawn_so(glyph.gid, character));
        position.map_or(text.to_owned(), |position| characters.remove(position).to_string())
    };
    glyphs.iter().map(part).collect()
}
