//! The codes by which a content stream names glyphs: one for each glyph together with the text that it stands for.
//!
//! So ToUnicode is exact even where one glyph serves several characters, as the space and the no-break space do.

/// The codes of a face in one document, numbered from 1 in the order of their first use.
#[derive(Debug, Default)]
pub(super) struct Codes {
    /// The newest code of each glyph; 0 for one that has none.
    newest: Vec<u16>,
    /// What each code from 1 on stands for, and the code that its glyph had before.
    rows: Vec<(u16, Box<str>, u16)>,
}

impl Codes {
    /// The code of a glyph that stands for a text.
    pub fn code(&mut self, gid: u16, text: &str) -> u16 {
        let place = usize::from(gid);
        if place >= self.newest.len() {
            self.newest.resize(place + 1, 0);
        }
        let mut code = self.newest[place];
        while let Some((_, known, before)) = usize::from(code).checked_sub(1).map(|row| &self.rows[row]) {
            if **known == *text {
                return code;
            }
            code = *before;
        }
        let before = std::mem::replace(&mut self.newest[place], self.rows.len() as u16 + 1);
        assert!(self.rows.len() < usize::from(u16::MAX), "a document draws fewer than 65,535 glyphs of a face");
        self.rows.push((gid, text.into(), before));
        self.newest[place]
    }

    /// The glyph and the text of each code from 1 on.
    pub fn into_rows(self) -> Vec<(u16, Box<str>)> {
        self.rows.into_iter().map(|(gid, text, _)| (gid, text)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glyph_has_a_code_for_each_text() {
        let mut codes = Codes::default();
        assert_eq!([codes.code(3, " "), codes.code(3, "\u{a0}"), codes.code(9, "ก"), codes.code(3, " ")], [1, 2, 3, 1]);
        assert_eq!(codes.into_rows(), [(3, " ".into()), (3, "\u{a0}".into()), (9, "ก".into())]);
    }
}
