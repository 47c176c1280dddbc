//! The codes by which a content stream names glyphs: one for each glyph together with the text that it stands for.
//!
//! So ToUnicode is exact even where one glyph serves several characters, as the space and the no-break space do.

use std::collections::BTreeMap;

/// The codes of a face in one document, numbered from 1 in the order of their first use.
#[derive(Debug, Default)]
pub(super) struct Codes {
    by_glyph: BTreeMap<u16, Vec<(Box<str>, u16)>>,
    count: u16,
}

impl Codes {
    /// The code of a glyph that stands for a text.
    pub fn code(&mut self, gid: u16, text: &str) -> u16 {
        let codes = self.by_glyph.entry(gid).or_default();
        if let Some((_, code)) = codes.iter().find(|(known, _)| &**known == text) {
            return *code;
        }
        self.count = self.count.checked_add(1).expect("a document draws fewer than 65,535 glyphs of a face");
        codes.push((text.into(), self.count));
        self.count
    }

    /// The glyph and the text of each code from 1 on.
    pub fn into_rows(self) -> Vec<(u16, Box<str>)> {
        let mut rows = vec![(0, Box::from("")); self.count.into()];
        for (gid, codes) in self.by_glyph {
            for (text, code) in codes {
                rows[usize::from(code) - 1] = (gid, text);
            }
        }
        rows
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
