//! Lines of a name that fit a width.
//!
//! In: inlines, and a width in pixels. Out: lines. Nothing can go wrong: a word that is wider than the line has a line of its own.
//! The font is the reader's, so the width of a text is an upper estimate by the kind of its characters.

use super::SIZE;
use crate::model::Body;
use crate::model::body::Inline;

/// Breaks inlines into lines; emphasis and links, which a drawing cannot hold, are taken for their text.
pub fn lines(inlines: &[Inline], body: &Body, width: i32) -> Vec<Vec<Inline>> {
    let mut pieces = Vec::new();
    flatten(inlines, &mut pieces);
    let limit = width * 100 / SIZE;
    let (mut lines, mut line, mut used) = (Vec::new(), Vec::<Inline>::new(), 0);
    for piece in pieces {
        let text = body.text(std::slice::from_ref(&piece));
        let wide = ems(text.trim_end());
        if used > 0 && used + wide > limit {
            lines.push(trimmed(std::mem::take(&mut line)));
            used = 0;
        }
        used += ems(&text);
        match (line.last_mut(), piece) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, piece) => line.push(piece),
        }
    }
    lines.push(trimmed(line));
    lines.retain(|line| !line.is_empty());
    lines
}

/// The width of a line in pixels, at most.
pub fn width(inlines: &[Inline], body: &Body) -> i32 {
    (ems(&body.text(inlines)) + MARK) * SIZE / 100
}

/// The width of a mark † behind a figure.
const MARK: i32 = 40;

/// Text without space at its end, which nobody sees.
fn trimmed(mut line: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(last)) = line.last_mut() {
        last.truncate(last.trim_end().len());
    }
    line.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    line
}

/// Pieces between which a line may break: figures, words with the space behind them, Han characters with their punctuation.
fn flatten(inlines: &[Inline], pieces: &mut Vec<Inline>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => words(text, pieces),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { inlines: inner, .. } => flatten(inner, pieces),
            Inline::Break => words(" ", pieces),
            Inline::Figure(figure) => pieces.push(Inline::Figure(*figure)),
        }
    }
}

fn words(text: &str, pieces: &mut Vec<Inline>) {
    let mut start = 0;
    let mut before = None;
    for (at, character) in text.char_indices() {
        let breaks = before.is_some_and(|before| before == ' ' || is_han(before) && is_han(character));
        if breaks && at > start {
            pieces.push(Inline::Text(text[start..at].to_owned()));
            start = at;
        }
        before = Some(character);
    }
    if start < text.len() {
        pieces.push(Inline::Text(text[start..].to_owned()));
    }
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
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

    fn broken(text: &str, width: i32) -> Vec<String> {
        let body = Body::default();
        let lines = lines(&[Inline::Text(text.to_owned())], &body, width);
        lines.iter().map(|line| body.text(line)).collect()
    }

    #[test]
    fn names_break_between_words_and_han() {
        assert_eq!(broken("Companies tell the truth", 120), ["Companies tell", "the truth"]);
        assert_eq!(broken("相信企业会说真话", 70), ["相信企业会", "说真话"]);
        assert_eq!(broken("short", 300), ["short"]);
        assert_eq!(broken("", 300), [""; 0]);
    }
}
