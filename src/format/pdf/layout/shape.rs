//! Shaping: a text as glyphs.
//!
//! In: a text, and the language and weight of each part. Out: clusters of glyphs in units of their face. What can go wrong: a
//! character that no face has; it is collected, and drawn by nothing.
//!
//! What stands between two places where a line may end is shaped by itself: so it looks the same wherever the line ends, and a word
//! is shaped once for all documents.

use crate::format::pdf::fonts::{Fonts, Shaping, Weight, is_space};
use harfrust::{Buffer, ClusterLevel, Direction, Language, Script, ShapeOptions, Tag};
use std::ops::Range;
use std::sync::{PoisonError, RwLock};

/// A glyph and the bytes of the text that its cluster stands for.
#[derive(Debug, Clone)]
pub struct Glyph {
    pub gid: u16,
    pub advance: i32,
    pub x: i32,
    pub y: i32,
    pub text: Range<usize>,
    /// Whether a line that begins here must be shaped anew.
    pub is_joined: bool,
}

/// Glyphs of one face.
#[derive(Debug, Clone)]
pub struct Piece {
    pub face: usize,
    pub shaping: Shaping,
    pub text: Range<usize>,
    pub glyphs: Vec<Glyph>,
}

/// A text, and where it is cut: what stands between two cuts is shaped by itself.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    pub text: &'a str,
    /// In order.
    pub cuts: &'a [usize],
}

/// The glyphs of the words that were shaped in a face, for all documents; their texts begin at 0. What is in it and what is not
/// makes no difference to any document.
#[derive(Debug, Default)]
#[expect(clippy::disallowed_types, reason = "it is asked for single words, and its order is never seen")]
pub struct Words(RwLock<std::collections::HashMap<Box<str>, Box<[Glyph]>>>);

/// How many words of a face are kept, and how many bytes one of them may have: a language has fewer in use, and shorter ones.
const KEPT: usize = 20_000;
const LONGEST: usize = 64;

/// Shapes texts; one for a document, for it keeps its buffer.
pub struct Engine<'a> {
    pub fonts: &'a Fonts,
    buffer: Option<Buffer>,
    /// The characters that no face has, each with the text around it.
    pub missing: Vec<(char, String)>,
}

impl<'a> Engine<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, buffer: Some(Buffer::new()), missing: Vec::new() }
    }

    /// Shapes the bytes `range` of a text in the faces of a language.
    pub fn shape(&mut self, of: Source<'_>, range: Range<usize>, tag: &str, weight: Weight, pieces: &mut Vec<Piece>) {
        let text = of.text;
        let fonts = self.fonts;
        let stack = fonts.stack(tag, weight);
        let usual = if tag.starts_with("th") {
            Shaping::Thai
        } else if tag.starts_with("zh") {
            Shaping::Han
        } else {
            Shaping::Latin
        };
        let mut run: Option<(Range<usize>, usize, Shaping)> = None;
        for (offset, c) in text[range.clone()].char_indices() {
            let at = range.start + offset;
            let shaping = script(c).or(run.as_ref().map(|run| run.2)).unwrap_or(usual);
            let clings =
                |(_, face, _): &&(Range<usize>, usize, Shaping)| (is_space(c) || is_mark(c)) && self.fonts.has(*face, c);
            let face = run.as_ref().filter(clings).map(|run| run.1).or_else(|| self.fonts.face_of(stack, c));
            let Some(face) = face else {
                self.miss(c, text, at);
                continue;
            };
            match &mut run {
                Some((span, known, script)) if *known == face && *script == shaping && span.end == at => {
                    span.end = at + c.len_utf8();
                }
                _ => {
                    let done = run.replace((at..at + c.len_utf8(), face, shaping));
                    pieces.extend(done.map(|(span, face, shaping)| self.piece(of, span, face, shaping)));
                }
            }
        }
        pieces.extend(run.map(|(span, face, shaping)| self.piece(of, span, face, shaping)));
    }

    /// Shapes the bytes of a text in one face.
    pub fn piece(&mut self, of: Source<'_>, span: Range<usize>, face: usize, shaping: Shaping) -> Piece {
        let mut glyphs = Vec::with_capacity(span.len());
        let cuts = &of.cuts[of.cuts.partition_point(|cut| *cut <= span.start)..];
        let mut start = span.start;
        for end in cuts.iter().copied().take_while(|cut| *cut < span.end).chain([span.end]) {
            self.word(&of.text[start..end], start, face, shaping, &mut glyphs);
            start = end;
        }
        Piece { face, shaping, text: span, glyphs }
    }

    /// Adds the glyphs of a word that begins at a byte of its text.
    fn word(&mut self, word: &str, start: usize, face: usize, shaping: Shaping, onto: &mut Vec<Glyph>) {
        let moved = |glyph: &Glyph| Glyph { text: glyph.text.start + start..glyph.text.end + start, ..*glyph };
        let words = self.fonts.words(face, shaping);
        if let Some(known) = words.0.read().unwrap_or_else(PoisonError::into_inner).get(word) {
            return onto.extend(known.iter().map(moved));
        }
        let mut glyphs = self.glyphs(word, face, shaping);
        if shaping == Shaping::Thai && word.contains(SARA_AM) {
            glyphs = self.compose_sara_am(word, &glyphs, face);
        }
        onto.extend(glyphs.iter().map(moved));
        if word.len() <= LONGEST {
            let mut words = words.0.write().unwrap_or_else(PoisonError::into_inner);
            if words.len() < KEPT {
                words.insert(word.into(), glyphs.into());
            }
        }
    }

    /// What the shaper makes of a text.
    fn glyphs(&mut self, text: &str, face: usize, shaping: Shaping) -> Vec<Glyph> {
        let (font, plan) = self.fonts.shaper(face, shaping);
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.clear();
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        let (script, language) = match shaping {
            Shaping::Latin => (b"Latn", "en"),
            Shaping::Thai => (b"Thai", "th"),
            Shaping::Han => (b"Hani", "zh-Hans"),
        };
        buffer.set_script(Script::from_iso15924_tag(Tag::new(script)));
        buffer.set_language(Language::new(language));
        harfrust::shape(&font, &mut buffer, ShapeOptions::new().plan(Some(plan))).expect("the plan fits the buffer");
        let (infos, positions) = (buffer.glyph_infos(), buffer.glyph_positions());
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(infos.len());
        let mut end = text.len();
        let mut cluster = end;
        for (info, position) in infos.iter().zip(positions).rev() {
            let start = info.cluster as usize;
            if start < cluster {
                end = cluster;
                cluster = start;
            }
            glyphs.push(Glyph {
                gid: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: position.x_advance,
                x: position.x_offset,
                y: position.y_offset,
                text: start..end,
                is_joined: start > 0 && info.unsafe_to_break(),
            });
        }
        glyphs.reverse();
        self.buffer = Some(buffer);
        glyphs
    }

    /// Puts U+0E33 SARA AM together again, which every shaper takes apart into NIKHAHIT and SARA AA, so that its glyph again stands
    /// for a character of its own. With a tone mark between them, glyphs and characters are as many, and each gets its own.
    fn compose_sara_am(&self, text: &str, glyphs: &[Glyph], face: usize) -> Vec<Glyph> {
        let glyph = |c| self.fonts.glyph(face, c);
        let (Some(nikhahit), Some(aa), Some(am)) = (glyph('\u{e4d}'), glyph('\u{e32}'), glyph(SARA_AM)) else {
            return glyphs.to_vec();
        };
        let mut done = Vec::with_capacity(glyphs.len());
        let mut rest = glyphs;
        while let Some(first) = rest.first() {
            let (cluster, others) = rest.split_at(rest.iter().take_while(|glyph| glyph.text == first.text).count());
            rest = others;
            let start = done.len();
            done.extend_from_slice(cluster);
            let span = first.text.clone();
            if !text[span.clone()].ends_with(SARA_AM) || cluster.last().is_none_or(|last| last.gid != aa) {
                continue;
            }
            if let [.., mark, last] = cluster
                && mark.gid == nikhahit
                && mark.advance == 0
            {
                // The vowel's own glyph has the mark where the shaper would put it.
                let at = done.len() - 2;
                done[at] = Glyph { gid: am, x: 0, y: 0, ..last.clone() };
                done.truncate(at + 1);
            }
            let characters = text[span.clone()].char_indices();
            if done.len() - start == characters.clone().count() {
                for (glyph, (at, c)) in done[start..].iter_mut().zip(characters) {
                    glyph.text = span.start + at..span.start + at + c.len_utf8();
                }
            }
        }
        done
    }

    fn miss(&mut self, c: char, text: &str, at: usize) {
        if self.missing.iter().all(|(known, _)| *known != c) {
            let start = text[..at].char_indices().rev().nth(15).map_or(0, |(start, _)| start);
            let around: String = text[start..].chars().take(32).collect();
            self.missing.push((c, around));
        }
    }
}

const SARA_AM: char = '\u{e33}';

/// The script of a character; `None` for one that any script uses.
fn script(c: char) -> Option<Shaping> {
    match c {
        '\u{E01}'..='\u{E5B}' => Some(Shaping::Thai),
        'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{1E00}'..='\u{1FFF}' => {
            Some(Shaping::Latin)
        }
        c if is_han(c) => Some(Shaping::Han),
        _ => None,
    }
}

/// Han characters, and what is written among them in Japanese.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// What is drawn on the letter before it.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str, tag: &str) -> (Vec<Piece>, Vec<(char, String)>) {
        let fonts = Fonts::new(&crate::model::print::Print::default());
        let mut engine = Engine::new(&fonts);
        let mut pieces = Vec::new();
        engine.shape(Source { text, cuts: &[] }, 0..text.len(), tag, Weight::Regular, &mut pieces);
        (pieces, engine.missing)
    }

    /// What each cluster stands for.
    fn clusters(text: &str, tag: &str) -> Vec<String> {
        let (pieces, _) = shaped(text, tag);
        let mut spans: Vec<_> =
            pieces.iter().flat_map(|piece| piece.glyphs.iter().map(|glyph| glyph.text.clone())).collect();
        spans.dedup();
        spans.into_iter().map(|span| text[span].to_owned()).collect()
    }

    #[test]
    fn clusters_cover_the_text() {
        for (text, tag) in
            [("น้ำใจทำให้เธอที่รัก", "th"), ("office fi “yes”", "en"), ("信任，2022年88%", "zh-Hans"), ("e\u{301}\u{302}x", "en")]
        {
            assert_eq!(clusters(text, tag).concat(), text);
        }
    }

    #[test]
    fn a_word_looks_by_itself_as_it_does_in_its_sentence() {
        let fonts = Fonts::new(&crate::model::print::Print::default());
        let texts = [
            ("th", "ลูกค้าร้อยละ 88 บอกว่าประสบการณ์ที่ได้รับสำคัญพอ ๆ กับสินค้า ทั้งนี้ไม่ใช่น้ำคำ ปีที่ฟื้นฟู ฐานญาติ แก่นแท้"),
            (
                "en",
                "Nearly nine in ten: “AV Today.” To you, T. Wave — 88% of 1,700 people (or so) fly to Yonkers; V, W and Y.",
            ),
            ("zh-Hans", "近九成（88%）的客户表示，体验与产品“同样重要”——这是2022年的数据。"),
        ];
        for (tag, text) in texts {
            let found = crate::locale::linebreak::opportunities(tag, text, &[]);
            let plain = found.iter().filter(|found| found.end == crate::locale::linebreak::End::Plain);
            let cuts: Vec<usize> = plain.map(|found| found.at).collect();
            assert!(cuts.len() > 10, "{tag}: {cuts:?}");
            let mut engine = Engine::new(&fonts);
            for weight in [Weight::Regular, Weight::Bold, Weight::Italic] {
                // Twice: as the shaper gives it, and as it was kept.
                let mut shaped = |cuts: &[usize]| {
                    let mut pieces = Vec::new();
                    engine.shape(Source { text, cuts }, 0..text.len(), tag, weight, &mut pieces);
                    let of_piece = |piece: &Piece| {
                        let places = piece.glyphs.iter().map(|glyph| (glyph.gid, glyph.advance, glyph.x, glyph.y));
                        (
                            piece.text.clone(),
                            places.collect::<Vec<_>>(),
                            piece.glyphs.iter().map(|g| g.text.clone()).collect::<Vec<_>>(),
                        )
                    };
                    pieces.iter().map(of_piece).collect::<Vec<_>>()
                };
                let whole = shaped(&[]);
                assert_eq!(whole, shaped(&cuts), "{tag}");
                assert_eq!(whole, shaped(&cuts), "{tag}");
            }
        }
    }

    #[test]
    fn sara_am_is_one_character() {
        assert_eq!(clusters("ทำ", "th"), ["ท", "ำ"]);
        let (pieces, _) = shaped("ทำ", "th");
        assert_eq!(pieces[0].glyphs.len(), 2);
    }

    #[test]
    fn spaces_and_marks_stay_with_the_face_before() {
        let (pieces, missing) = shaped("信任 trust ก็ดี", "th");
        assert!(missing.is_empty());
        let texts: Vec<_> = pieces.iter().map(|piece| &"信任 trust ก็ดี"[piece.text.clone()]).collect();
        assert_eq!(texts, ["信任 ", "trust ", "ก็ดี"]);
    }

    #[test]
    fn what_no_face_has_is_said_and_not_drawn() {
        let (pieces, missing) = shaped("ลูกค้า 😀 مرحبا", "th");
        assert_eq!(missing.iter().map(|(c, _)| *c).collect::<String>(), "😀مرحبا");
        assert!(pieces.iter().flat_map(|piece| &piece.glyphs).all(|glyph| glyph.gid != 0));
    }
}
