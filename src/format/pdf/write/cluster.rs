//! Which glyph of a cluster stands for which text.
//!
//! In: a run. Out: its clusters, each with a text for every glyph. Where those do not make up the cluster's text, as where a shaper
//! has split U+0E33 SARA AM and put a tone mark between its parts, the cluster needs an ActualText. So does a Thai syllable with a
//! mark that is drawn above its place: some readers take it for another line, and move it to the end of this one.

use crate::format::pdf::page::{Glyph, Run};
use skrifa::charmap::Charmap;
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
    /// Whether a glyph of it is drawn above or below its place.
    raised: bool,
}

impl<'a> Cluster<'a> {
    /// The text of one of its glyphs.
    pub fn part(&self, glyph: usize) -> &str {
        self.parts.get(glyph - self.glyphs.start).map_or(self.text, String::as_str)
    }

    /// What the glyphs do not say by themselves.
    pub fn actual_text(&self) -> Option<&'a str> {
        let says = |text: &str| self.parts.iter().try_fold(text, |rest, part| rest.strip_prefix(part.as_str())) == Some("");
        (self.raised || !self.parts.is_empty() && !says(self.text)).then_some(self.text)
    }

    /// Whether it begins with a mark that stands above or below a letter before.
    fn is_mark(&self) -> bool {
        self.text.starts_with(|c| matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'))
    }

    /// The text of each glyph, none left out.
    fn all_parts(self) -> Vec<String> {
        if self.parts.is_empty() { vec![self.text.to_owned()] } else { self.parts }
    }
}

/// Whether each glyph of a run is a cluster by itself and drawn in its place, so that none needs an ActualText.
pub(super) fn are_plain(run: &Run) -> bool {
    run.glyphs.iter().all(|glyph| glyph.y == 0) && run.glyphs.windows(2).all(|pair| pair[0].text != pair[1].text)
}

/// The clusters of a run, from left to right; those of a Thai syllable that needs an ActualText are one.
pub(super) fn of<'a>(run: &'a Run, charmap: &Charmap<'_>) -> Vec<Cluster<'a>> {
    let mut clusters: Vec<Cluster<'a>> = Vec::with_capacity(run.glyphs.len());
    // Where the syllable begins that the last cluster belongs to.
    let mut syllable = 0;
    for cluster in each(run, charmap) {
        // Such readers sort by place, too: what follows a mark that leans to the right must be told together with it.
        let leans = clusters
            .last()
            .is_some_and(|last| run.glyphs[last.glyphs.end - 1].y != 0 && run.glyphs[last.glyphs.end - 1].x > 0);
        let continues = cluster.is_mark() || leans;
        if !continues {
            syllable = clusters.len();
        }
        let joins = continues && syllable < clusters.len();
        let needs = cluster.actual_text().is_some()
            || clusters[syllable.min(clusters.len())..].iter().any(|c| c.actual_text().is_some());
        clusters.push(cluster);
        if joins && needs {
            let syllable = joined(run, clusters.drain(syllable..));
            clusters.push(syllable);
        }
    }
    clusters
}

/// Several clusters as one. The first, to which a long syllable has been joined already, is not copied.
fn joined<'a>(run: &'a Run, clusters: impl Iterator<Item = Cluster<'a>>) -> Cluster<'a> {
    let join = |one: Cluster<'a>, next: Cluster<'a>| {
        let glyphs = one.glyphs.start..next.glyphs.end;
        let text = run.glyphs[glyphs.start].text.start as usize..run.glyphs[glyphs.end - 1].text.end as usize;
        let raised = one.raised || next.raised;
        let mut parts = one.all_parts();
        parts.extend(next.all_parts());
        Cluster { glyphs, text: &run.text[text], parts, raised }
    };
    clusters.reduce(join).expect("there are several")
}

fn each<'a>(run: &'a Run, charmap: &Charmap<'_>) -> impl Iterator<Item = Cluster<'a>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let first = run.glyphs.get(start)?;
        let length = run.glyphs[start..].iter().take_while(|glyph| glyph.text == first.text).count();
        let glyphs = start..start + length;
        start += length;
        let text = &run.text[first.text.start as usize..first.text.end as usize];
        let parts = if length == 1 { Vec::new() } else { parts(&run.glyphs[glyphs.clone()], text, charmap) };
        let raised = run.glyphs[glyphs.clone()].iter().any(|glyph| glyph.y != 0);
        Some(Cluster { glyphs, text, parts, raised })
    })
}

/// A text for each of several glyphs: the character of the cluster that the face draws with it, and what is left over for the first
/// that no single character is drawn with.
fn parts(glyphs: &[Glyph], text: &str, charmap: &Charmap<'_>) -> Vec<String> {
    let is_drawn_so =
        |gid: u16, character: char| charmap.map(character).is_some_and(|glyph| glyph.to_u32() == u32::from(gid));
    let mut characters: Vec<char> = Vec::new();
    for character in text.chars() {
        match character {
            SARA_AM if !glyphs.iter().any(|glyph| is_drawn_so(glyph.gid, SARA_AM)) => characters.extend(SARA_AM_PARTS),
            character => characters.push(character),
        }
    }
    let part = |glyph: &Glyph| {
        let position = characters.iter().position(|&character| is_drawn_so(glyph.gid, character))?;
        Some(characters.remove(position).to_string())
    };
    let parts: Vec<Option<String>> = glyphs.iter().map(part).collect();
    let mut left = Some(characters.into_iter().collect::<String>()).filter(|left| !left.is_empty());
    parts.into_iter().map(|part| part.or_else(|| left.take()).unwrap_or_else(|| text.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::pdf::fixture::{self, FACES};
    use skrifa::MetadataProvider;
    use skrifa::raw::FontRef;

    fn actual_texts(run: &Run) -> Vec<String> {
        let font = FontRef::new(&FACES[run.face].data).unwrap();
        of(run, &font.charmap()).iter().filter_map(|cluster| cluster.actual_text().map(str::to_owned)).collect()
    }

    #[test]
    fn a_split_sara_am_and_a_raised_mark_are_spelt_out() {
        assert_eq!(actual_texts(&fixture::run(0, "ดื่มน้ำ", 0, 0)), ["น้ำ"]);
        assert_eq!(actual_texts(&fixture::run(0, "กับคุณขึ้นไป", 0, 0)), ["ขึ้"]);
        assert_eq!(actual_texts(&fixture::run(1, "efficient 88%", 0, 0)), Vec::<String>::new());
    }

    #[test]
    fn every_glyph_has_a_text() {
        for (face, text) in [(0, "กตัญญู ฐานที่น้ำ ป่า"), (1, "office"), (2, "“信任”——88%")]
        {
            let run = fixture::run(face, text, 0, 0);
            let clusters = of(&run, &FontRef::new(&FACES[face].data).unwrap().charmap());
            let said: String = clusters.iter().map(|cluster| cluster.text).collect();
            assert_eq!(said, text);
            assert_eq!(clusters.iter().map(|cluster| cluster.glyphs.len()).sum::<usize>(), run.glyphs.len());
            let parts = |cluster: &Cluster<'_>| cluster.glyphs.clone().all(|glyph| !cluster.part(glyph).is_empty());
            assert!(clusters.iter().all(parts));
        }
    }
}
