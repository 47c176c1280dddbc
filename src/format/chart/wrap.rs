//! Lines of a name that fit a width.
//!
//! In: inlines, and a width in pixels. Out: lines, which together say just what the inlines say: the space between two stands at the
//! end of the first. Nothing can go wrong: a word that is wider than the line has a line of its own.
//! The font is the reader's, so the width of a text is an upper estimate by the kind of its characters.

use super::SIZE;
use crate::locale::linebreak::{self, End};
use crate::model::Body;
use crate::model::body::Inline;

/// Breaks inlines into lines; emphasis and links, which a drawing cannot hold, are taken for their text.
pub fn lines(inlines: &[Inline], tag: &str, body: &Body, width: i32) -> Vec<Vec<Inline>> {
    let mut pieces = Vec::new();
    flatten(inlines, tag, &mut pieces);
    let limit = width * 100 / SIZE;
    let (mut lines, mut line, mut used) = (Vec::new(), Vec::<Inline>::new(), 0);
    for piece in pieces {
        let text = body.text(std::slice::from_ref(&piece));
        let wide = ems(text.trim_end());
        if used > 0 && used + wide > limit {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        used += ems(&text);
        match (line.last_mut(), piece) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, piece) => line.push(piece),
        }
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}

/// The width of a line in pixels, at most.
pub fn width(inlines: &[Inline], body: &Body) -> i32 {
    (ems(&body.text(inlines)) + MARK) * SIZE / 100
}

/// The width of a mark † behind a figure.
const MARK: i32 = 40;

/// Pieces between which a line may break: figures, and what stands between the places where lines of a text may end.
fn flatten(inlines: &[Inline], tag: &str, pieces: &mut Vec<Inline>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words(text, tag, pieces),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { inlines: inner, .. } => {
                flatten(inner, tag, pieces)
            }
            Inline::Break => words(" ", tag, pieces),
            Inline::Figure(figure) => pieces.push(Inline::Figure(*figure)),
        }
    }
}

fn words(text: &str, tag: &str, pieces: &mut Vec<Inline>) {
    let ends = linebreak::opportunities(tag, text, &[]);
    let ends = ends.into_iter().filter(|found| found.end == End::Plain).map(|found| found.at);
    let mut start = 0;
    for at in ends.chain([text.len()]).filter(|at| *at > 0) {
        pieces.push(Inline::Text(text[start..at].to_owned()));
        start = at;
    }
}

/// The width of a text in hundredths of its size, for any common font.
fn ems(text: &str) -> i32 {
    let wide = |character: char| match character {
        ' ' | 'i' | 'l' | 'j' | 't' | 'f' | 'r' | '.' | ',' | '\'' | '(' | ')' => 34,
        'm' | 'w' | 'M' | 'W' | '%' => 88,
        'A'..='Z' => 68,
        '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' => 0,
        '\u{2e80}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}' => 100,
        _ => 58,
    };
    text.chars().map(wide).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(tag: &str, text: &str, width: i32) -> Vec<String> {
        let body = Body::default();
        let lines = lines(&[Inline::Text(text.to_owned())], tag, &body, width);
        lines.iter().map(|line| body.text(line)).collect()
    }

    #[test]
    fn names_break_between_words_and_han() {
        assert_eq!(broken("en", "Companies tell the truth", 120), ["Companies tell ", "the truth"]);
        assert_eq!(broken("zh-Hans", "相信企业会说真话", 70), ["相信企业会", "说真话"]);
        assert_eq!(broken("th", "บริษัทพูดความจริง", 80), ["บริษัท", "พูดความจริง"]);
        assert_eq!(broken("en", "short", 300), ["short"]);
        assert_eq!(broken("en", "", 300), [""; 0]);
    }
}
