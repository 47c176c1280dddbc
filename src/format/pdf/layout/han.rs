//! Chinese lines: the room of punctuation, and that between Han and other letters. After W3C, "Requirements for Chinese text layout"
//! (clreq, 3.1.6 and 3.2.2).
//!
//! In: a piece of a text. Out: the same with other advances. Nothing can go wrong.

use super::shape::{Piece, is_han};

/// Whether lines in that language keep to these rules.
pub fn is_chinese(tag: &str) -> bool {
    tag.starts_with("zh")
}

/// Narrows punctuation beside punctuation by half an em, and widens the gap between Han and other letters by an eighth.
pub fn space(text: &str, piece: &mut Piece, em: i32, tag: &str) {
    if !is_chinese(tag) {
        return;
    }
    for at in 0..piece.glyphs.len() {
        let next_starts_cluster = piece.glyphs.get(at + 1).is_none_or(|next| next.text != piece.glyphs[at].text);
        let glyph = &mut piece.glyphs[at];
        let Some(c) = text[glyph.text.clone()].chars().next_back() else { continue };
        let (before, after) = (text[..glyph.text.start].chars().next_back(), text[glyph.text.end..].chars().next());
        if glyph.advance * 10 >= em * 9 {
            if closes(c) && after.is_some_and(|after| closes(after) || opens(after)) {
                glyph.advance -= em / 2;
            } else if opens(c) && before.is_some_and(opens) {
                glyph.advance -= em / 2;
                glyph.x -= em / 2;
            }
        }
        let parts = |a: char, b: char| is_han(a) && is_letter(b) || is_letter(a) && is_han(b);
        if next_starts_cluster && after.is_some_and(|after| parts(c, after)) {
            glyph.advance += em / 8;
        }
    }
}

/// Letters and digits that stand off from Han.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

/// Whether the left half of a punctuation mark is empty; a line begins without it.
pub fn opens(c: char) -> bool {
    matches!(c, '（' | '《' | '「' | '『' | '“' | '‘' | '【' | '〈' | '〔')
}

/// Whether the right half of a punctuation mark is empty; a line ends without it.
pub fn closes(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '）' | '》' | '」' | '』' | '”' | '’' | '】' | '〉' | '〕')
}

/// Leaves out the empty half of punctuation that begins a line.
pub fn trim_start(text: &str, piece: &mut Piece, em: i32) {
    let Some(glyph) = piece.glyphs.first_mut() else { return };
    let opens = text[glyph.text.clone()].chars().next().is_some_and(opens);
    if opens && glyph.advance * 10 >= em * 9 {
        glyph.advance -= em / 2;
        glyph.x -= em / 2;
    }
}

/// Whether a line may be widened between the characters around a byte: beside Han and its punctuation, and at spaces.
pub fn may_widen(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else { return false };
    let is_wide = |c: char| is_han(c) || closes(c) || opens(c) || matches!(c, '！' | '？');
    // Dashes and ellipses are one sign of two characters.
    last == ' ' || (is_wide(last) || is_wide(first)) && first != ' ' && !(opens(last) || closes(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_widen_where_nothing_is_torn() {
        assert!(may_widen("信任", 3) && may_widen("，信", 3) && may_widen("占88%", 3));
        assert!(!may_widen("——", 3) && !may_widen("（信", 3) && !may_widen("信，", 3) && !may_widen("88", 1));
    }
}
